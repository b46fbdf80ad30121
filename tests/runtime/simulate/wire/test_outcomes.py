"""What is not asked of tables is as if it had been asked."""

from __future__ import annotations

from itertools import product as combinations
from typing import Any

import pytest
from dragoman.errors import DragomanError
from dragoman.requests.facts import Command
from dragoman.simulate.backwards import Told
from dragoman.simulate.nearest import alike
from dragoman.simulate.tables import tables_of
from dragoman.simulate.wire.outcomes import outcomes

from tests.runtime.simulate.wire.desk import NOW
from tests.runtime.simulate.wire.owner import Owner

_VENUES = ("binance", "bybit", "okx", "bitmex")
_MOST = 12_000


def _plainly(command: Command, product: str, values: dict[str, tuple[Any, ...]]) -> list[Any]:
    """Every combination, asked for one by one."""
    found = []
    for chosen in combinations(*values.values()):
        inputs = dict(zip(values, chosen, strict=True))
        asked = {**inputs, "product": product} if "product" in command.inputs else inputs
        wire: dict[str, Any] = {}
        try:
            for table in (command.choose, command.also):
                wire |= {} if table is None else table(**asked)
        except DragomanError:
            continue
        found.append((inputs, wire))
    return found


@pytest.mark.parametrize("venue", _VENUES)
def test_tables_lead_where_they_lead_when_every_combination_is_asked_for(venue: str) -> None:
    interface = tables_of(venue).interface
    looked_at = 0
    for command in interface.commands.values():
        values = {name: each for name, each in command.domains.items() if name != "product"}
        # As many inputs with all their values as a few thousand combinations allow, the others with their first.
        size = 1
        for name, each in sorted(values.items(), key=lambda item: item[0] != "type"):
            values[name] = each if size * len(each) <= _MOST else each[:1]
            size *= len(values[name])
        for product in sorted(interface.catalogs)[:2]:
            found = list(outcomes(command, product, values))
            assert found == _plainly(command, product, values), (command.name, product)
            looked_at += len(found)
    assert looked_at > 10


def test_the_nearest_instrument_is_the_nearest_of_all_that_can_be_told() -> None:
    owner = Owner("bitmex", "perpetual")
    backwards = owner.core.backwards
    operation, params = owner.interface.catalogs["perpetual"]
    told = Told("perpetual", NOW, request=params)
    job = backwards._job(operation, told)
    every = list(backwards._tries(job))
    assert len(every) > 50
    for meant in owner.instruments:
        near = backwards.nearest(operation, meant, told)
        assert near is not None
        tried = [backwards._like(job, meant, (), each) for each in every]
        assert alike(near.event, meant) == max(alike(each, meant) for each in tried if each is not None)
