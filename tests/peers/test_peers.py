"""What a peer's process tells reaches the table, whatever becomes of it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

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
