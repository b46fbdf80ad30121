"""What a venue's specification says that it can do, product by product, and in its own words what it can't."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import dragoman
from dragoman.errors import Denied, DragomanError, NotSupported
from dragoman.model import INSTRUMENT_TYPES, InstrumentId
from dragoman.model.actions import action_name
from dragoman.requests.capabilities import capabilities
from dragoman.requests.choose import channels_for, operation_for, polled_for
from dragoman.requests.facts import Channel, Operation
from dragoman.simulate.line import Line
from dragoman.simulate.venue import tables_of

from tests.cards.registry import Need

_FIRST = ("CryptoPerpetual",)
"""Instrument types whose products are tried first: most of what there is can be done with them."""


class Table:
    """The tables of one venue."""

    def __init__(self, venue: str) -> None:
        self.venue = venue
        self.interface = tables_of(venue).interface
        self.said = {(each.action, each.product): each for each in capabilities(self.interface)}

    @cached_property
    def products(self) -> list[str]:
        """Products that have something to trade, those with the most to offer first."""
        kinds = self.interface.products
        traded = [
            name
            for name, types in kinds.items()
            if set(types) - {"IndexInstrument"} and self._is_listed(name)
        ]
        return sorted(traded, key=lambda name: not set(_FIRST) & set(kinds[name]))

    def _is_listed(self, product: str) -> bool:
        """Whether it has a listing of its own; one that lists another's instruments is traded as that one."""
        operation, _ = self.interface.catalogs.get(product, ("", {}))
        found = self.interface.operations.get(operation)
        return found is not None and bool({product, ""} & found.paths.keys())

    def why_not(self, action: str, product: str) -> str:
        """The reason why an action is not there, "" where it is."""
        found = self.said.get((action, product))
        if found is None:
            return f"{action}: the specification describes nothing that gives it"
        return "" if found.supported else f"{action}: {found.reason}"

    def channel(self, kind: type, product: str) -> Channel:
        return channels_for(self.interface, kind.__name__, product)[0]

    def operation(self, kind: type, product: str) -> Operation:
        return operation_for(self.interface, kind.__name__, product)

    def is_polled(self, kind: type, product: str) -> bool:
        """Whether a subscription is served by calls at intervals."""
        return polled_for(self.interface, kind.__name__, product) is not None

    def instrument_types(self, product: str) -> list[type]:
        return [INSTRUMENT_TYPES[name] for name in self.interface.products[product]]

    def sample(self, product: str) -> Any:
        """Builds requests as an adapter would, with the instruments of the product's simulation."""
        from tests.cards.scene import core_of

        lines = core_of(self.venue, product).markets[product].lines
        return dragoman.load(self.venue).requests(
            credentials=dict.fromkeys(self.interface.credentials, "simulated"),
            instruments=[line.instrument for line in lines.values()],
        )

    def line(self, product: str) -> Line:
        """The market of the instrument that cards are played with."""
        from tests.cards.scene import core_of

        lines: dict[InstrumentId, Line] = core_of(self.venue, product).markets[product].lines
        return next(iter(lines.values()))

    def identity(self, product: str) -> InstrumentId:
        """The instrument that cards are played with."""
        from tests.cards.scene import core_of

        lines: dict[InstrumentId, Any] = core_of(self.venue, product).markets[product].lines
        return next(iter(lines))

    def refusal(self, product: str, action: str, **params: Any) -> str:
        """Why a command can't be put in the venue's words, "" where it can."""
        try:
            self.sample(product).build(action, product=product, **params)
        except Denied as error:
            return f"{error.action}: {error.reason}"
        except NotSupported as error:
            why = getattr(error, "why", "") or "the specification describes no such command"
            return f"{error.action} for {product}: {why}"
        except DragomanError as error:
            return f"{action}: {type(error).__name__}: {error}"
        return ""


# -- needs -------------------------------------------------------------------------------------------------------------


def never_left_out(table: Table, product: str) -> str:
    """What every venue has to do."""
    return ""


def gives(action: str) -> Need:
    """An action of the capability table, `subscribe_bars`."""
    return lambda table, product: table.why_not(action, product)


def all_of(*needs: Need) -> Need:
    """The first reason of several needs."""
    return lambda table, product: next((why for need in needs if (why := need(table, product))), "")


def any_of(*needs: Need) -> Need:
    """Every reason together where none of several needs is met."""

    def need(table: Table, product: str) -> str:
        reasons = [each(table, product) for each in needs]
        return "" if not all(reasons) else "; ".join(dict.fromkeys(reasons))

    return need


def lists(*names: str) -> Need:
    """Instruments of one of these types."""

    def need(table: Table, product: str) -> str:
        known = table.interface.products[product]
        return "" if set(names) & set(known) else f"{product} lists {', '.join(known)} alone"

    return need


def subscribes_to_listings(table: Table, product: str) -> str:
    """A channel that tells of instruments of the product's own types."""
    actions = [action_name("subscribe", name) for name in table.interface.products[product]]
    reasons = [table.why_not(action, product) for action in actions]
    return "" if "" in reasons else reasons[0]
