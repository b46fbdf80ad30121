"""What a peer's process tells reaches the table, whatever becomes of it."""

from __future__ import annotations

import asyncio
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, cast

import pytest
from dragoman.simulate.server import LoopbackVenue
from rich.console import Console

from tests.peers import __main__ as runner
from tests.peers.registry import PEERS, Peer

LOCAL = {"https://api.real.example": "http://127.0.0.1:1"}
SECURE = {"https://api.real.example": "https://127.0.0.1:2"}
SCRIPT = """
from tests.peers.steps import Steps, need
steps = Steps()
steps.do("address", lambda: steps.local("https://api.real.example/v1"))
steps.do("elsewhere", lambda: steps.local("https://api.real.example.org/v1"))
steps.do("wrong", lambda: need([], "nothing came"))
steps.do("after", lambda: None)
"""


def told(script: str) -> list[dict[str, object]]:
    said = json.dumps({"addresses": LOCAL, "secure": SECURE, "symbols": {}, "credentials": {}}) + "\n"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=runner.ROOT,
        input=said,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_step_that_fails_is_told_and_the_next_is_tried() -> None:
    assert [(each["step"], each["good"]) for each in told(SCRIPT)] == [
        ("address", True),
        ("elsewhere", True),
        ("wrong", False),
        ("after", True),
    ]


def test_only_the_venues_own_hosts_are_replaced() -> None:
    found = {each["step"]: each["detail"] for each in told(SCRIPT)}
    assert found["address"] == "http://127.0.0.1:1/v1"
    assert found["elsewhere"] == "https://api.real.example.org/v1"
    assert str(found["wrong"]).startswith("Failed: nothing came")


def test_a_peer_that_cannot_run_is_a_failed_step() -> None:
    broken: Peer = replace(PEERS[0], script="no_such_client")
    found = asyncio.run(runner.ran(broken, Path(sys.executable), 1))
    assert [each.good for each in found] == [False]
    assert "no_such_client" in found[0].detail


def test_each_peer_has_a_lock_and_a_script() -> None:
    for peer in PEERS:
        assert (runner.LOCKS / f"{peer.lock}.lock").is_file()
        assert (runner.LOCKS.parent / f"{peer.script}.py").is_file()
        assert peer.symbols


def shown(told: list[runner.Told], monkeypatch: pytest.MonkeyPatch) -> tuple[str, object]:
    """What `make peers` prints of one peer that told this, and what it exits with."""
    peer = replace(PEERS[0], unpointable={"spreads": "it knows none"})

    async def ran(*_: object) -> list[runner.Told]:
        return told

    text = io.StringIO()
    monkeypatch.setattr(runner, "PEERS", (peer,))
    monkeypatch.setattr(runner, "ran", ran)
    monkeypatch.setattr(runner, "interpreter", lambda lock: Path(sys.executable))
    monkeypatch.setattr(runner, "Console", lambda **_: Console(file=text, width=160))
    monkeypatch.setattr(sys, "argv", ["peers"])
    with pytest.raises(SystemExit) as ended:
        runner.main()
    return text.getvalue(), ended.value.code


def test_the_table_says_what_went_well_what_not_and_what_has_no_way_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good, bad = runner.Told("place spot", True, "order 7"), runner.Told("cancel spot", False, "still there")
    text, code = shown([good, bad], monkeypatch)
    rows = [[cell.strip() for cell in line.split("│")[3:6]] for line in text.splitlines() if "│" in line]
    assert ["place spot", "ok", "order 7"] in rows
    assert ["cancel spot", "failed", "still there"] in rows
    assert ["spreads", "no way in", "it knows none"] in rows
    assert "2 steps, 1 failed." in text
    assert code


def test_all_steps_done_well_end_well(monkeypatch: pytest.MonkeyPatch) -> None:
    text, code = shown([runner.Told("place spot", True)], monkeypatch)
    assert "1 steps, 0 failed." in text
    assert not code


def test_hosts_are_known_with_their_usual_port_and_without() -> None:
    class Venue:
        hosts: ClassVar[dict[str, str]] = {
            "https://api.real.example": "http://127.0.0.1:1",
            "wss://ws.real.example:8443": "ws://127.0.0.1:2",
        }

    found = runner.addresses(cast("LoopbackVenue", Venue()))
    assert found["https://api.real.example:443"] == "http://127.0.0.1:1"
    assert {found[f"wss://ws.real.example{port}"] for port in ("", ":443", ":8443")} == {
        "ws://127.0.0.1:2/ws.real.example"
    }
