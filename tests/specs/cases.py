"""Protocol cases: what a venue's bytes must mean, written as data in `specs/<venue>/cases/*.yaml`.

A file is `cases: [...]`; a case has

    name      what it shows; distinct within its file
    kind      response  bytes of an HTTP answer -> events
              stream    bytes of frames -> events
              reject    bytes or a call that must fail with `error`
              request   a call -> the HTTP request or the frame that goes out
              sign      the same for a call that is signed
    source    an operation or a connection, as `translate` takes it; for request and sign the action to build
    product, request (parameters of the call; an `original` is the order that a change is about), ts_init (1 where left out), context (keyword arguments of `translator()`)
    payload   text, or {hex: ...}, {base64: ...}, {file: name beside the case file}; `payloads` a list of them, in order
    expect    for events: all that must come out, in order, each an excerpt of `to_dict`; decimals as text with every digit.
              for request and sign: an excerpt of {method, url, path, query, headers, body, frame}
    stats     counters after the last payload, such as {bad_rows: 1}
    error     {type: DecodeError, says: [words of its message]}
    credentials, clock (UNIX nanoseconds), environment    for request and sign
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dragoman
import msgspec
from dragoman.errors import DragomanError
from dragoman.requests.terms import command_of
from dragoman_generator.yaml import load_file

SPECS = Path(__file__).resolve().parents[2] / "specs"
KINDS = ("response", "stream", "reject", "request", "sign")


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One case as its file says it."""

    name: str
    kind: str
    source: str
    product: str | None = None
    request: dict[str, Any] = {}
    ts_init: int = 1
    context: dict[str, Any] = {}
    payload: str | dict[str, str] | None = None
    payloads: list[str | dict[str, str]] = []
    expect: Any = None
    stats: dict[str, int] = {}
    error: dict[str, Any] = {}
    credentials: dict[str, str] | None = None
    clock: int = 0
    environment: str = "mainnet"


@dataclass(frozen=True)
class Found:
    """A case, the venue that it is of, and the file that it stands in."""

    venue: str
    file: Path
    case: Case

    def __str__(self) -> str:
        return f"{self.venue}/{self.file.stem}: {self.case.name}"


def cases() -> Iterator[Found]:
    """Every case of every venue, by file and in order."""
    for file in sorted(SPECS.glob("*/cases/*.yaml")):
        document, faults = load_file(file)
        assert document is not None and not faults, "\n".join(map(str, faults))
        listed = msgspec.convert(document.data, dict[str, list[Case]])["cases"]
        for case in listed:
            assert case.kind in KINDS, f"{file}: {case.name}: unknown kind {case.kind!r}"
            yield Found(file.parent.parent.name, file, case)


def run(found: Found) -> None:
    """Fails with every difference between what the case expects and what comes out."""
    if found.case.kind in ("request", "sign"):
        _matches(found.case.expect, _built(found), "request")
        return
    if found.case.kind == "reject":
        _rejected(found)
        return
    events, stats = _translated(found)
    _matches(found.case.expect or [], events, "events")
    for counter, expected in found.case.stats.items():
        assert stats[counter] == expected, f"{counter}: expected {expected}, got {stats[counter]}"


def _translated(found: Found) -> tuple[list[dict[str, Any]], Mapping[str, Any]]:
    case = found.case
    translator = dragoman.load(found.venue).translator(**case.context)
    events: list[Any] = []
    for payload in payloads(found):
        events += translator.translate(
            case.source, payload, product=case.product, request=case.request, ts_init=case.ts_init
        )
    return [dragoman.to_dict(event) for event in events], translator.stats.as_dict()


def _built(found: Found) -> dict[str, Any]:
    case = found.case
    requests = dragoman.load(found.venue).requests(
        credentials=case.credentials, clock=lambda: case.clock, environment=case.environment
    )
    more: dict[str, Any] = {"product": case.product} if case.product else {}
    if "original" in case.request:
        more["original"] = command_of(found.venue, "submit_order", case.request["original"])
    built = requests.build(case.source, **{**case.request, **more})
    if hasattr(built, "data"):
        return {"frame": msgspec.json.decode(built.data)}
    return {
        "method": built.method,
        "url": built.url,
        "path": built.path,
        "query": built.query_text,
        "headers": dict(built.headers),
        "body": built.body.decode(),
    }


def _rejected(found: Found) -> None:
    case = found.case
    try:
        told: Any = _translated(found) if case.payload is not None or case.payloads else _built(found)
    except DragomanError as error:
        names = [kind.__name__ for kind in type(error).__mro__]
        assert case.error["type"] in names, f"{type(error).__name__}, not {case.error['type']}: {error}"
        for words in case.error.get("says", []):
            assert words in str(error), f"{words!r} is not in: {error}"
        return
    raise AssertionError(f"nothing was refused; this came out: {told}")


def payloads(found: Found) -> Iterator[bytes]:
    """The bytes of a case, in order."""
    case = found.case
    for said in ([case.payload] if case.payload is not None else []) + case.payloads:
        if isinstance(said, str):
            yield said.strip().encode()
            continue
        ((form, text),) = said.items()
        if form == "file":
            yield (found.file.parent / text).read_bytes()
        else:
            yield bytes.fromhex(text) if form == "hex" else base64.b64decode(text, validate=True)


def _matches(expected: Any, got: Any, at: str) -> None:
    """An excerpt: mappings may hold more than is expected, lists have the same length, all else is equal."""
    if isinstance(expected, dict):
        assert isinstance(got, dict), f"{at}: expected {expected!r}, got {got!r}"
        for key, value in expected.items():
            assert key in got, f"{at}.{key} is missing; there are {', '.join(map(str, got))}"
            _matches(value, got[key], f"{at}.{key}")
    elif isinstance(expected, list):
        assert isinstance(got, list), f"{at}: expected {expected!r}, got {got!r}"
        assert len(got) == len(expected), f"{at}: {len(expected)} expected, {len(got)} came out: {got!r}"
        for index, (wanted, item) in enumerate(zip(expected, got, strict=True)):
            _matches(wanted, item, f"{at}[{index}]")
    else:
        assert type(got) is type(expected) and got == expected, f"{at}: expected {expected!r}, got {got!r}"
