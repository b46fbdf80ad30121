"""What simulated venues say of many orders is pressed into functions; every message still means what happened."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from dragoman.simulate.wire.fit import ESSENTIAL
from dragoman.simulate.wire.pressed import Pressed
from dragoman.simulate.wire.trial import Trial

from bench.wire import Way, measure


@pytest.mark.parametrize(
    "way", [Way("okx", "swap", "ws", True), Way("binance", "spot", "http", True)], ids=lambda way: way.venue
)
def test_what_is_pressed_means_what_happened(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed, looked_at = Pressed.tree, []

    def tree(self: Pressed, trial: Trial) -> Any:
        found = pressed(self, trial)
        if found is not None:
            target = trial.target
            body = msgspec.json.encode(
                found if target.wrap is None else target.wrap(msgspec.json.decode(msgspec.json.encode(found)))
            )
            kinds = {type(event) for event, _ in trial.slots}
            got = [event for event in target.read(body) if type(event) in kinds]
            assert len(got) == len(trial.slots), (target.name, body)
            for (meant, made), real in zip(trial.slots, got, strict=True):
                for name in ESSENTIAL[type(meant)]:
                    if name in made.needs:
                        assert getattr(meant, name) == getattr(real, name), (target.name, name, body)
            looked_at.append(target.name)
        return found

    monkeypatch.setattr(Pressed, "tree", tree)
    (measured,) = measure(way, 90, 1, 70)
    assert measured.wire > 0 and measured.frames > 2
    # Answers or frames, of orders and of accounts, are said so most of the time.
    assert len(looked_at) > 150 and len(set(looked_at)) >= 2
