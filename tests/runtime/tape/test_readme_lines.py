"""The ten lines of the README that record, replay and assert do so, with a scripted venue in the place of the live one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dragoman.net.mock import MockConnection, MockConnector
from dragoman.tape import record

from tests.runtime.tape.live import acknowledge

README = (Path(__file__).resolve().parents[3] / "README.md").read_text(encoding="utf-8")


def talk(connection: MockConnection, sent: bytes) -> None:
    acknowledge(connection, sent)
    connection.feed(
        '{"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1,"a":7,"s":"BTCUSDT","p":"1.0","q":"1","f":1,"l":1,"T":1,"m":true}}'
    )


def test_the_lines_record_replay_and_assert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snippets: list[str] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (snippet,) = (one for one in snippets if "recording(" in one)
    code = [line for line in snippet.splitlines() if line and not line.startswith(("import", "from"))]
    assert len(code) <= 10
    monkeypatch.setattr(record, "connector_of", lambda stream: MockConnector(on_send=talk))
    monkeypatch.chdir(tmp_path)
    exec(compile(snippet, "README.md", "exec"), {"__name__": "readme"})
    assert (tmp_path / "btc.tape.jsonl").exists()
