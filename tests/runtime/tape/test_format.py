"""The file itself: a header, lines that survive a crash, compression on request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dragoman.model import OrderBookDeltas
from dragoman.net.wire import Opcode
from dragoman.tape import Tape, TapeUnusable
from dragoman.tape.lines import Ended, Events, Received, payload
from dragoman.tape.storage import LineWriter

from tests.runtime.tape.live import a_book, record, three_trades, trades


def test_the_header_says_what_was_recorded_and_with_which_spec(tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", three_trades)
    header = json.loads((tmp_path / "a.jsonl").read_text().splitlines()[0])
    assert header["kind"] == "tape" and header["format"] == 1
    assert (header["venue"], header["environment"], header["language"]) == ("binance", "mainnet", 1)
    assert len(header["spec"]) == 64 and header["start_ns"] == 1_700_000_000_000_000_000
    assert header["asked"] == [{"type": "TradeTick", "instruments": ["BTCUSDT-PERP.BINANCE"]}]
    assert "x-mbx-apikey" in header["redactions"]


def test_frames_carry_connection_direction_clocks_opcode_and_text(tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", three_trades)
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    kinds = [line["kind"] for line in lines]
    assert kinds == [
        "tape",
        "open",
        "out",
        "in",
        "in",
        "in",
        "in",
        "out",
        "in",
        "close",
        "end",
        "digests",
        "events",
    ] or (
        kinds[:7] == ["tape", "open", "out", "in", "in", "in", "in"]
        and kinds[-3:] == ["end", "digests", "events"]
    )
    first = lines[4]
    assert first.keys() == {"kind", "id", "wall_ns", "mono_ns", "opcode", "text"}
    assert (first["id"], first["opcode"]) == (1, 1)
    assert first["wall_ns"] - first["mono_ns"] == 1_700_000_000_000_000_000
    closed = next(line for line in lines if line["kind"] == "close")
    assert (closed["by"], closed["code"]) == ("us", 1000)


def test_bytes_that_are_no_text_are_kept_as_base64() -> None:
    line = Received(id=1, wall_ns=2, mono_ns=3, **payload(Opcode.BINARY, b"\x00\xff"))
    assert (line.text, line.base64, line.data) == (None, "AP8=", b"\x00\xff")
    broken = Received(id=1, wall_ns=2, mono_ns=3, **payload(Opcode.TEXT, b"a\xff"))
    assert (broken.opcode, broken.frame.data) == (1, b"a\xff")


@pytest.mark.parametrize("cut", [1, 40])
def test_a_torn_last_line_is_told_and_left_out(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.jsonl"
    live = record(path, three_trades)
    whole = [line for line in path.read_bytes().splitlines(keepends=True) if b'"kind":"in"' in line][-1]
    until = path.read_bytes().index(whole) + len(whole)
    path.write_bytes(path.read_bytes()[: until - cut])
    tape = Tape.open(path)
    assert list(tape.events()) == live[: len(live)] or list(tape.events()) == live[:-1]
    (problem,) = tape.problems
    assert problem.startswith("the last line (") and "is torn and was left out" in problem


def test_a_compressed_tape_that_was_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    with LineWriter(path) as writer:
        record_lines = [Ended(wall_ns=at, mono_ns=at) for at in range(500)]
        for line in record_lines:
            writer.write(line)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    from dragoman.tape.storage import read

    told: list[str] = []
    found = [line for _, line in read(path, torn=told.append)]
    assert 0 < len(found) < 500 and found == record_lines[: len(found)]


def test_a_compressed_tape_holds_what_came_a_second_ago(tmp_path: Path) -> None:
    from dragoman.tape.storage import read

    path = tmp_path / "a.jsonl.zst"
    frames = [Received(id=1, opcode=1, text=str(at), wall_ns=at, mono_ns=at * 400_000_000) for at in range(9)]
    with LineWriter(path) as writer:
        for line in frames:
            writer.write(line)
        found = [line for _, line in read(path, torn=print)]  # as a process leaves it that is killed now
    assert found == frames[:7]


def test_a_compressed_tape_plays_as_a_plain_one(tmp_path: Path) -> None:
    live = record(tmp_path / "a.jsonl.zst", three_trades)
    assert (tmp_path / "a.jsonl.zst").read_bytes()[:4] == b"\x28\xb5\x2f\xfd"
    assert trades(tmp_path / "a.jsonl.zst") == live
    assert any(isinstance(line, Events) for _, line in Tape.open(tmp_path / "a.jsonl.zst").lines())


def test_a_damaged_line_within_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record(path, three_trades)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], b'{"kind":"in"\n', *lines[3:]]))
    with pytest.raises(TapeUnusable, match="line 4 is damaged"):
        list(Tape.open(path).events())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"kind":"end","wall_ns":1,"mono_ns":1}\n', "does not begin with the header"),
        ("", "does not begin with the header"),
        (
            '{"kind":"tape","format":9,"venue":"x","environment":"","spec":"","language":1,"dragoman":"","start_ns":0}\n',
            "its format is 9",
        ),
    ],
)
def test_what_is_no_tape_of_this_version_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "a.jsonl").write_text(text)
    with pytest.raises(TapeUnusable, match=why):
        Tape.open(tmp_path / "a.jsonl")


def test_a_recording_never_overwrites_a_tape(tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", three_trades)
    with pytest.raises(TapeUnusable, match="there is such a file already"):
        record(tmp_path / "a.jsonl", three_trades)


def test_a_tape_without_its_cassette_says_so_and_gives_what_it_has(tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", a_book, OrderBookDeltas)
    (tmp_path / "a.http.yaml").unlink()
    tape = Tape.open(tmp_path / "a.jsonl")
    assert not list(tape.events())
    assert tape.problems == ["a.http.yaml lacks answers that the tape has: they were left out"]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(TapeUnusable, match="No such file"):
        Tape.open("/nowhere/a.jsonl")
