"""What simulated venues say of many orders is pressed into functions; every message still means what happened."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from dragoman.simulate.wire.fit import ESSENTIAL, Fitter
from dragoman.simulate.wire.trial import Target

from bench.wire import Call, Session, Way, measure


@pytest.mark.parametrize(
    "way", [Way("okx", "swap", "ws", True), Way("binance", "spot", "http", True)], ids=lambda way: way.venue
)
def test_what_is_pressed_means_what_happened(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    fitted, pressed_tree = Fitter.fitted, Fitter._pressed_tree
    groups: list[Any] = []
    looked_at = []
    ran = Session.run
    ahead: list[bool] = []

    def row(self: Fitter, name: str, pins: Any, group: Any, told: Any) -> Any:
        found = pressed_tree(self, name, pins, group, told)
        groups.append(None if found is None else group)
        return found

    def payload(
        self: Fitter, name: str, fit: Any, events: Any, told: Any, source: Any = None, wrap: Any = None
    ) -> Any:
        groups.clear()
        found = fitted(self, name, fit, events, told, source, wrap)
        if groups and None not in groups:
            body = msgspec.json.encode(found)
            known = self._known[name]
            target = Target(
                name, fit, known.leaves, self.translator, told, self._units, known.pins, source, wrap
            )
            if wrap is not None:
                body = msgspec.json.encode(wrap(msgspec.json.decode(body)))
            slots = [slot for group in groups for slot in group]
            kinds = {type(event) for event, _ in slots}
            got = [event for event in target.read(body) if type(event) in kinds]
            assert len(got) == len(slots), (name, body)
            for (meant, made), real in zip(slots, got, strict=True):
                for each in ESSENTIAL[type(meant)]:
                    if each in made.needs:
                        assert getattr(meant, each) == getattr(real, each), (name, each, body)
            looked_at.append(name)
        return found

    def run(self: Session, calls: list[Call]) -> int:
        ahead.append(self.now_ns > self.requests.clock())
        return ran(self, calls)

    monkeypatch.setattr(Session, "run", run)
    monkeypatch.setattr(Fitter, "_pressed_tree", row)
    monkeypatch.setattr(Fitter, "fitted", payload)
    (measured,) = measure(way, 90, 1, 70)
    assert measured.wire > 0 and measured.frames > 2
    # The adapter goes on by its own clock, whatever the requests that are counted are signed by.
    assert len(ahead) == 2 and all(ahead)
    # Answers or frames, of orders and of accounts, are said so most of the time.
    assert len(looked_at) > 150 and len(set(looked_at)) >= 2
