"""Whatever comes over a wire is on the tape as it was; redaction is final; nothing depends on the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
import pytest
from dragoman.log import SECRETS
from dragoman.model import OrderBookDeltas
from dragoman.net.wire import Opcode
from dragoman.tape.lines import Ended, Received, payload
from dragoman.tape.scrub import Scrubber
from dragoman.tape.storage import LineWriter, read
from dragoman_venues.binance.facts import INTERFACE
from hypothesis import given
from hypothesis import strategies as st

from tests.runtime.tape.live import BTC, a_book, record

FRAMES = st.lists(
    st.tuples(st.sampled_from(Opcode), st.binary(max_size=200) | st.text(max_size=50).map(str.encode))
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("abcxyz 0189.:/", max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["p", "q", "data", "b"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.zst"])
@given(frames=FRAMES)
def test_frames_are_read_as_they_were_written(name: str, frames: list[tuple[Opcode, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        with LineWriter(path) as writer:
            for at, (opcode, data) in enumerate(frames):
                writer.write(Received(id=1, wall_ns=at, mono_ns=at, **payload(opcode, data)))
            writer.write(Ended(wall_ns=0, mono_ns=0))
        torn: list[str] = []
        found = [line.frame for _, line in read(path, torn=torn.append) if isinstance(line, Received)]
    assert [(frame.opcode, frame.data) for frame in found] == frames
    assert not torn


@given(frames=FRAMES, keep=st.integers(0, 2000))
def test_a_file_cut_anywhere_gives_the_lines_before_the_cut(
    frames: list[tuple[Opcode, bytes]], keep: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        with LineWriter(path) as writer:
            for at, (opcode, data) in enumerate(frames):
                writer.write(Received(id=1, wall_ns=at, mono_ns=at, **payload(opcode, data)))
        raw = path.read_bytes()[:keep]
        path.write_bytes(raw)
        torn: list[str] = []
        found = list(read(path, torn=torn.append))
    assert len(found) == raw.count(b"\n")
    assert bool(torn) == (raw != b"" and not raw.endswith(b"\n"))


@given(tree=PLAIN)
def test_json_without_secrets_stays_byte_for_byte(tree: object) -> None:
    raw = msgspec.json.encode(tree)
    assert Scrubber.of(INTERFACE, {}).body(raw) == raw


@given(text=st.text('{}[]":,=&?/ \\abctokenkey=signature0@', max_size=120))
def test_redacting_twice_is_redacting_once(text: str) -> None:
    scrubber = Scrubber.of(INTERFACE, {})
    once = scrubber.text(text, learn=False)
    assert scrubber.text(once, learn=False) == once


def test_what_is_learned_is_bounded() -> None:
    before = set(SECRETS._values)
    scrubber = Scrubber.of(INTERFACE, {})
    for number in range(300):
        scrubber.text(f'{{"token":"PLANTED-{number:04}"}}')
    assert len(SECRETS._values) - len(before) <= 64 * 4
    assert "PLANTED" not in scrubber.text("again PLANTED-0299") and "PLANTED" in scrubber.text(
        "again PLANTED-0001"
    )
    SECRETS._values = before
    SECRETS.hide("")


PROGRAM = f"""
import asyncio, hashlib, sys
from dragoman.model import OrderBookDeltas
from dragoman.tape import Tape
from dragoman.tape.index import canonical

async def run():
    async with Tape.open(sys.argv[1]).adapter() as venue:
        return [canonical(event) async for event in venue.subscribe(OrderBookDeltas, {BTC!r})]

played = asyncio.run(run()), [canonical(event) for event in Tape.open(sys.argv[1]).events()]
print(*(hashlib.sha256(b"".join(events)).hexdigest() for events in played))
"""


def test_another_process_with_other_hashes_gives_the_same_events(tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", a_book, OrderBookDeltas)
    said = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, tmp_path / "a.jsonl"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"},
        )
        said.add(done.stdout)
    assert len(said) == 1
