"""record, replay and tape import from the shell, against servers on loopback that speak as the venue does."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dragoman.cli import main
from websockets.sync.server import ServerConnection, serve

from tests.runtime.tape.live import record, three_trades

Run = Callable[..., tuple[int, str, str]]


def trade(number: int) -> str:
    data = {"e": "trade", "E": 1700000000001, "s": "BTCUSDT", "t": number, "p": "27451.50", "q": "0.10", "T": 1700000000000, "m": False, "M": True}  # fmt: skip
    return json.dumps({"stream": "btcusdt@trade", "data": data})


def answer(connection: ServerConnection) -> None:
    """Confirms every subscription and sends three trades after it."""
    for frame in connection:
        asked = json.loads(frame)
        connection.send(json.dumps({"result": None, "id": asked["id"]}))
        if asked["method"] == "SUBSCRIBE":
            for number in (1, 2, 3):
                connection.send(trade(number))


@pytest.fixture
def url() -> Iterator[str]:
    with serve(answer, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}/stream"
        server.shutdown()
        thread.join()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """(exit code, stdout, stderr) of one command."""

    def ran(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return ran


@pytest.mark.parametrize("name", ["run.tape.jsonl", "run.tape.jsonl.zst"])
def test_what_was_recorded_is_replayed(run: Run, url: str, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    code, out, err = run(
        "record", "binance", "TradeTick", "BTCUSDT", "-o", path, "--url", url, "--limit", "3"
    )
    assert (code, out) == (0, "") and "3  TradeTick" in err
    code, out, err = run("replay", path, "--json")
    assert code == 0 and "the same events as when it was recorded" in err
    assert [json.loads(line)["trade_id"] for line in out.splitlines()] == ["1", "2", "3"]
    assert hashlib.sha256(out.encode()).hexdigest() in err
    assert run("replay", path, "--json", "--speed", "100")[1] == out


def test_record_ends_after_its_seconds(run: Run, url: str, tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    code, _, err = run(
        "record", "binance", "TradeTick", "BTCUSDT", "-o", path, "--url", url, "--seconds", "1"
    )
    assert code == 0 and "3  TradeTick" in err
    assert '"kind":"end"' in path.read_text()


@pytest.mark.parametrize(
    ("sign", "whole"), [(signal.SIGINT, True), (signal.SIGTERM, True), (signal.SIGKILL, False)]
)
def test_a_recording_that_is_stopped_or_killed_is_a_tape(
    run: Run, url: str, tmp_path: Path, sign: signal.Signals, whole: bool
) -> None:
    path = tmp_path / "run.tape.jsonl"
    program = [
        sys.executable,
        "-c",
        "from dragoman.cli import main; main()",
        "record",
        "binance",
        "TradeTick",
        "BTCUSDT",
    ]
    with subprocess.Popen([*program, "-o", path, "--url", url], stderr=subprocess.DEVNULL) as recorder:
        until_ns = time.monotonic_ns() + 20_000_000_000
        while not (path.exists() and rb"\"t\":3" in path.read_bytes().replace(b" ", b"")):
            assert recorder.poll() is None and time.monotonic_ns() < until_ns
            time.sleep(0.01)  # another process writes the file
        recorder.send_signal(sign)
        assert recorder.wait(20) == (0 if whole else -sign)
    assert ('"kind":"end"' in path.read_text()) is whole
    code, out, err = run("replay", path, "--json")
    assert code == 0
    assert [json.loads(line)["trade_id"] for line in out.splitlines()] == ["1", "2", "3"]
    assert ("the same events" if whole else "cut off before it was indexed") in err


def test_another_spec_is_told_with_what_has_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    record(path, three_trades)
    lines: list[dict[str, Any]] = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        if line["kind"] == "in" and '"a":2' in line["text"]:
            line["text"] = line["text"].replace('"q":"1"', '"q":"2"')
        if line["kind"] == "events":
            line["spec"] = "0" * 64
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    code, _, err = run("replay", path, "--check")
    assert code == 1
    assert "the spec has changed: 000000000000 then" in err
    assert "TradeTick: other values of size" in err
    assert "line 6: 1 TradeTick then, 1 TradeTick now" in err
    assert run("tape", "index", path)[0] == 0
    assert run("replay", path, "--check")[0] == 0


def test_a_folder_is_imported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ws-1.jsonl").write_text(json.dumps({"ts_ns": 1, "dir": "in", "raw": trade(7)}) + "\n")
    path = tmp_path / "run.tape.jsonl"
    code, _, err = run("tape", "import", tmp_path, "--venue", "binance", "--product", "spot", "-o", path)
    assert code == 0 and "1  TradeTick" in err
    assert json.loads(run("replay", path, "--json")[1])["trade_id"] == "7"


def test_wrong_usage_is_told(run: Run, tmp_path: Path) -> None:
    record(tmp_path / "a.jsonl", three_trades)
    code, _, err = run("replay", tmp_path / "a.jsonl", "--speed", "fast")
    assert code == 2 and "is no speed" in err
    code, _, err = run("replay", tmp_path / "b.jsonl")
    assert code == 1 and err.startswith("TapeUnusable: ")
