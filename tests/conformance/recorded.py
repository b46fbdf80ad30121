"""Reads recorded traffic: one JSON object a line, `dir` in | out | connect | http, `raw` the frame verbatim."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit


class Message(NamedTuple):
    """One payload as a translator takes it: `source` is "ws" or "GET /path"; `request` its query; `ts_init` in ns."""

    source: str
    payload: bytes
    request: dict[str, str] | None
    ts_init: int


def messages(folder: Path) -> Iterator[Message]:
    """Everything that was received, files merged by the recorder's clock."""
    rows = [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()
    ]
    for row in sorted(rows, key=lambda row: int(row["ts_ns"])):
        if row["dir"] == "in":
            yield Message("ws", row["raw"].encode(), None, row["ts_ns"])
        elif row["dir"] == "http":
            url = urlsplit(row["url"])
            yield Message(f"GET {url.path}", row["raw"].encode(), dict(parse_qsl(url.query)), row["ts_ns"])
