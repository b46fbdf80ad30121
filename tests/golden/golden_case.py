"""One golden case: a folder with a small venue, what it must be printed as, and what its bytes must mean.

spec/*.yaml      the venue, on the words of one hard case of the language
expected/        its generated tree, whole texts
setup.json       optional: {"synced": true, "learn": true, "account_id": "...", "instruments": [...]} for the translator
frames.jsonl     one {source, product, request, payload, ts_init} a line; a payload is JSON, text, or {"hex": ...}
                 or {"base64": ...}; {"issue": channel, "request": {...}} sends a request through a reply machine
events.jsonl     for each frame the list of events as `to_dict` gives them, or {"error": type, "says": text}
requests.jsonl   optional: one {action, params, credentials, clock_ns, environment, instruments} a line
sent.jsonl       for each request what goes out, or {"error": type, "says": text}
"""

from __future__ import annotations

import base64
import importlib
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import dragoman
import dragoman_venues
from dragoman.errors import DragomanError
from dragoman_generator.compile import require_venue
from dragoman_generator.emit.render import render

HERE = Path(__file__).resolve().parent
_SAYS = 160


def cases() -> list[str]:
    """The names of all golden cases."""
    return sorted(folder.parent.name for folder in HERE.glob("*/spec") if folder.is_dir())


def printed(case: str) -> dict[PurePosixPath, str]:
    """The generated tree of the case's spec, by path under `expected/`."""
    return render(require_venue(HERE / case / "spec", HERE / case))


def kept(case: str) -> dict[PurePosixPath, str]:
    """The tree that is kept as golden text."""
    root = HERE / case / "expected"
    found = (path for path in sorted(root.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {
        PurePosixPath(path.relative_to(root).as_posix()): path.read_text(encoding="utf-8") for path in found
    }


def keep(case: str) -> None:
    """Make the golden text what is printed now; files that are no longer printed go."""
    root, texts = HERE / case / "expected", printed(case)
    for path in kept(case):
        if path not in texts:
            (root / path).unlink()
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def load(case: str) -> dragoman.Venue:
    """The venue as the golden text defines it."""
    root = HERE / case / "expected" / "dragoman_venues"
    if str(root) not in dragoman_venues.__path__:
        dragoman_venues.__path__.append(str(root))
    (name,) = (path.name for path in root.iterdir() if path.is_dir() and path.name != "__pycache__")
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    try:
        return dragoman.Venue(importlib.import_module(f"dragoman_venues.{name}"))
    finally:
        sys.dont_write_bytecode = before


def lines(case: str, name: str) -> list[Any]:
    """The JSON lines of one file of the case, none where it has no such file."""
    file = HERE / case / name
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_lines(case: str, name: str, values: list[Any]) -> None:
    text = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    (HERE / case / name).write_text(text, encoding="utf-8")


def translated(case: str) -> Iterator[Any]:
    """For each frame what comes out of one translator that gets them all in order."""
    file = HERE / case / "setup.json"
    setup = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    known = [dragoman.from_dict(item) for item in setup["instruments"]] if "instruments" in setup else None
    more = {"synced": True} if setup.get("synced") else {}
    translator = load(case).translator(known, setup.get("account_id"), on_bad_row=bad_rows.append, **more)
    for frame in lines(case, "frames.jsonl"):
        bad_rows.clear()
        if "issue" in frame:
            machine = translator.scope(frame["product"]).machines[frame["issue"]]
            yield {"issued": machine.issue(frame["request"], frame.get("ts_init", 1))}
            continue
        try:
            events = translator.translate(
                frame["source"],
                payload(frame["payload"]),
                product=frame.get("product"),
                request=frame.get("request"),
                ts_init=frame.get("ts_init", 1),
            )
        except DragomanError as error:
            yield _told(error)
            continue
        for event in events if setup.get("learn") else ():
            if hasattr(event, "raw_symbol"):
                translator.learn(event)
        yield [dragoman.to_dict(event) for event in events] + [{"bad_row": _told(e)} for e in bad_rows]


bad_rows: list[DragomanError] = []
"""Rows of the frame at hand that were set aside."""


def sent(case: str) -> Iterator[Any]:
    """For each request what the case's venue sends."""
    for asked in lines(case, "requests.jsonl"):
        known = asked.get("instruments")
        now_ns: int = asked.get("clock_ns", 0)
        requests = load(case).requests(
            credentials=asked.get("credentials"),
            instruments=None if known is None else [dragoman.from_dict(item) for item in known],
            clock=partial(int, now_ns),
            environment=asked.get("environment", "mainnet"),
        )
        try:
            built = requests.build(asked["action"], **asked.get("params", {}))
        except DragomanError as error:
            yield _told(error)
            continue
        if hasattr(built, "data"):
            yield {"frame": json.loads(built.data)}
            continue
        yield {
            "method": built.method,
            "url": built.url,
            "query": built.query_text,
            "headers": dict(built.headers),
            "body": built.body.decode(),
        }


def payload(said: Any) -> bytes:
    """The bytes of a frame."""
    if isinstance(said, str):
        return said.encode()
    if isinstance(said, dict) and len(said) == 1:
        if "hex" in said:
            return bytes.fromhex(said["hex"])
        if "base64" in said:
            return base64.b64decode(said["base64"], validate=True)
    return json.dumps(said).encode()


def _told(error: DragomanError) -> dict[str, str]:
    return {"error": type(error).__name__, "says": str(error)[:_SAYS]}
