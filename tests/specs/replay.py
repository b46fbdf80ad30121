"""Recorded connections, frame by frame in the order in which they came, with the answers that were fetched meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit


class Recorded(NamedTuple):
    """One frame of the stream, or one answer: `path` and `query` are empty for frames."""

    ts_ns: int
    raw: bytes
    path: str
    query: dict[str, str]


def recorded(folder: Path) -> Iterator[Recorded]:
    """Frames and answers of a recording, by the recorder's clock."""
    found: list[Recorded] = []
    for file in (*sorted(folder.glob("ws-*.jsonl")), folder / "http-runtime.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["dir"] in ("in", "http"):
                url = urlsplit(entry.get("url", ""))
                raw = entry["raw"].encode()
                found.append(Recorded(entry["ts_ns"], raw, url.path, dict(parse_qsl(url.query))))
    return iter(sorted(found, key=lambda item: item.ts_ns))
