"""A table of the inbound side decides every combination that the wire can hold."""

from __future__ import annotations

import json
from itertools import product

from dragoman.model import InstrumentStatus

from tests.generator.commands.mini import load


def expected(phase: str, reason: str, delisted: bool) -> str:
    if delisted:
        return "NOT_AVAILABLE_FOR_TRADING"
    if phase == "SHUT":
        return "CLOSE"
    if reason == "h":
        return "HALT"
    return "TRADING" if phase == "OPEN" else "CROSS"


def test_every_combination_becomes_what_its_row_says() -> None:
    combinations = list(product(("OPEN", "AUCTION", "SHUT"), ("h", "n"), (False, True)))
    rows = [
        {"symbol": "AAABBB", "phase": phase, "reason": reason, "delisted": delisted, "time": 1}
        for phase, reason, delisted in combinations
    ]
    events = load("inbound").translator().translate("get_status", json.dumps(rows).encode())
    assert all(isinstance(event, InstrumentStatus) for event in events)
    assert [event.action for event in events] == [expected(*each) for each in combinations]
