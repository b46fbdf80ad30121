"""A folder of recorded traffic, read into memory: HTTP answers by path, frames in the order of their arrival.

Each line of its `*.jsonl` files is `{"ts_ns": int, "dir": "in" | "http" | "connect" | "out", "raw": text, "url": text}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import msgspec

from dragoman.errors import SetupError
from dragoman.errors.base import listed


class RecordingUnusable(SetupError):
    """The folder holds no recording that can be played."""

    folder: str
    why: str

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"{folder} can't be played: {why}; it needs *.jsonl files with 'http' and 'in' lines",
            folder=str(folder),
            why=why,
        )


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a recording."""

    ts_ns: int
    kind: str = msgspec.field(name="dir")
    raw: str = ""
    url: str = ""

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.url).query))

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


class Recording:
    """The entries of a folder; raises RecordingUnusable where there is nothing to play."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not folder.is_dir():
            raise RecordingUnusable(folder, "there is no such folder")
        entries = sorted(_entries(folder), key=lambda entry: entry.ts_ns)
        self.answers = [entry for entry in entries if entry.kind == "http"]
        self.frames = [entry for entry in entries if entry.kind == "in"]
        if not self.answers or not self.frames:
            found = listed(path.name for path in folder.iterdir())
            raise RecordingUnusable(folder, f"it holds {found}, and no answers or no frames in them")

    @property
    def span_ns(self) -> int:
        """From the first frame to the last."""
        return self.frames[-1].ts_ns - self.frames[0].ts_ns


def _entries(folder: Path) -> Iterator[Entry]:
    decode = msgspec.json.Decoder(Entry).decode
    for file in sorted(folder.glob("*.jsonl")):
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    raise RecordingUnusable(folder, f"{file.name}:{number}: {error}") from None
