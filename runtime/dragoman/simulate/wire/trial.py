"""One try to say reports: where each field of a payload gets its value from, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations as choose
from operator import attrgetter
from typing import Any

import msgspec

from dragoman.errors import DragomanError
from dragoman.machines import Merge
from dragoman.model import AccountState, FillReport, Money, OrderStatusReport, PositionStatusReport
from dragoman.simulate.drafts import Told
from dragoman.simulate.facts import Fit, Fitted
from dragoman.simulate.payloads import ABSENT, Tree
from dragoman.simulate.wire.leaves import ROW, Leaves, prefix_of
from dragoman.simulate.wire.pens import FIRST, Pen, forms_of, is_numeric, usual_values
from dragoman.simulate.wire.purses import Plan, Units, first_plan, rows_of
from dragoman.simulate.wire.said import Origins, Pins, Repeating, place, term
from dragoman.translate.facts import Event
from dragoman.translate.memories import Memory
from dragoman.translate.translator import Translator

Report = OrderStatusReport | FillReport | PositionStatusReport | AccountState
Origin = tuple[Any, ...]
"""("value", field, how), ("try", wire value), ("solve", field), ("times", (report, field), (report, field)), ("scaled", (report, field), digits) or ("absent",)."""
Getter = Callable[[Sequence[Any]], Any]
"""Reports -> a wire value."""
Said = list[tuple[str, list[dict[str, Any]]]]
"""(list, what each of its rows says), the message first."""
AS_IT_IS, NOTHING = "as is", ("absent",)
_FAULTS = (DragomanError, ValueError, ArithmeticError, TypeError)
_DIGITS = Decimal("1e-12")
_UNITS = (0, 2, 3, 4, 6, 8, 9, 18, -2, -3, -4, -6, -8, -9)
"""Digits by which the units of one number differ from those of another."""


@dataclass
class Target:
    """What is built: a call's answer, or with `source` a channel's message in its envelope."""

    name: str
    fit: Fit
    leaves: Leaves
    translator: Translator
    told: Told
    units: Units
    pins: Pins
    source: str | None = None
    wrap: Callable[[Any], Any] | None = None
    runs: int = 0
    """Payloads that were translated."""
    purses: dict[str, Plan] = field(default_factory=dict)
    """List of balances -> which of its fields say what."""

    def __post_init__(self) -> None:
        self.asked = self.told.asked
        """What fields that no report tells may repeat."""

    def plans(self, made: Fitted) -> dict[str, Plan]:
        """How balances are said, list by list; what was not found out yet as it is usual."""
        for name in ("balances", "margins"):
            prefix = made.needs.get(name, ("",))[0]
            if prefix.endswith(ROW) and prefix not in self.purses and (name == "balances" or not self.purses):
                self.purses[prefix] = first_plan(made, prefix)
        return self.purses

    def read(self, payload: bytes) -> list[Event]:
        """What a payload means to somebody who remembers no earlier one."""
        told, translator = self.told, self.translator
        product = told.product or None
        if self.source is None:
            return translator.translate(
                self.name, payload, product=product, request=told.request, ts_init=told.ts_init
            )
        machine = translator.scope(told.product).machines.get(self.name)
        if isinstance(machine, Merge):
            machine.on_disconnect()
        elif isinstance(machine, Memory):
            machine.reset()
        elif machine is not None:
            known = list(translator.instruments.values())
            translator = type(translator)(instruments=known, on_bad_row=translator.on_bad_row)
        feed = translator.stream(self.source, product=product, request=told.request)
        return feed(payload, told.ts_init)


@dataclass
class Trial:
    """The reports of one row with, for each, path -> origin."""

    target: Target
    slots: Sequence[tuple[Any, Fitted]]
    origins: list[dict[str, Origin]] = field(default_factory=list)
    solved: dict[tuple[int, str], Any] = field(default_factory=dict)
    """Numbers that were worked out."""
    pins: Origins = field(default_factory=dict)
    """What stands in fields whatever else would mean the same."""
    pinned: tuple[Any, ...] = ()
    """What has decided of the pins."""

    def __post_init__(self) -> None:
        first, told = self.slots[0][0], self.target.told
        self.report = first if isinstance(first, OrderStatusReport) else told.report
        about = self.report or first
        self.asked = Repeating(self.target.asked, about, told.home)
        self.further = None if told.further is None else told.further(about)
        self.pinned, pins = self.target.pins.of(about, told.change, told.product, self.slots[-1][0])
        at = self.slots[0][1].at
        self.pins = {path: origin for path, origin in pins.items() if at.startswith(prefix_of(path))}
        self.in_rows: Plan = {
            path: origin[1]
            for path, origin in pins.items()
            if path not in self.pins and origin[0] == "report" and isinstance(first, AccountState)
        }

    @property
    def events(self) -> list[Any]:
        """The reports, what else is known of the order, and after that its report, whether it is one of them or not."""
        return [*(event for event, _ in self.slots), self.further, self.report]

    def is_free(self, path: str) -> bool:
        """Whether a field of the payload may say what is found by trying."""
        return path not in self.pins and self.target.leaves.leaf(path) is not None

    # -- values --------------------------------------------------------------------------------------------------------

    def value(self, index: int, path: str, origin: Origin) -> Any:
        """The wire value of an origin."""
        if origin[0] == "solve":
            return self.solved.get((index, path), ABSENT)
        return self.getter(index, path, origin)(self.events)

    def getter(self, index: int, path: str, origin: Origin) -> Getter:
        """What takes the wire value of an origin out of reports; not of one that has to be worked out."""
        leaves = self.target.leaves
        if leaves.leaf(path) is None or origin == NOTHING:
            return lambda events: ABSENT
        if origin[0] == "try":
            return lambda events: origin[1]
        plain = self.plain(index, path, origin)
        if plain is not None:
            of, field, put = plain
            take = attrgetter(field)
            return lambda events: put(take(events[of]))
        if origin[0] == "report":
            name, put = origin[1], leaves.pen(path, FIRST)
            return lambda events: put(term(events, name))
        if origin[0] == "times":
            _, (one, first), (other, second) = origin
            write = leaves.pen(path, AS_IT_IS)
            return lambda events: write(_times(getattr(events[one], first), getattr(events[other], second)))
        if origin[0] == "scaled":
            _, (one, first), by = origin
            write = leaves.pen(path, AS_IT_IS)
            return lambda events: write(_scaled(getattr(events[one], first), by))
        return lambda events: ABSENT

    def plain(self, index: int, path: str, origin: Origin) -> tuple[int, str, Pen] | None:
        """(place of the report, its field, what writes it) of an origin that is one field of one report, None for others."""
        leaves = self.target.leaves
        if origin[0] == "report":
            found = place(self.events, origin[1])
            return None if found is None else (*found, leaves.pen(path, FIRST))
        if origin[0] != "value" or leaves.leaf(path) is None:
            return None
        _, name, how = origin
        if name == "instrument_id":
            return index, name, self._identity(path, how)
        return (index, name, leaves.pen(path, how)) if hasattr(self.slots[index][0], name) else None

    def offers(self, path: str, index: int | None = None, target: str = "") -> Iterator[Origin]:
        """What a field may be: something of the report, a value that it is compared with, nothing, a number to work out."""
        leaf = self.target.leaves.leaf(path)
        if leaf is None:
            return
        if target == "instrument_id":
            yield ("value", target, AS_IT_IS)
            yield ("value", target, "product")
        elif index is not None:
            for how, _ in forms_of(getattr(self.slots[index][0], target, None), leaf):
                yield ("value", target, how)
        for value in usual_values(leaf, self.target.fit.tries.get(path, ())):
            yield ("try", value)
        yield NOTHING
        if target and index is not None and is_numeric(leaf):
            yield ("solve", target)

    def _identity(self, path: str, how: str) -> Pen:
        """Instrument -> its symbol, or what the venue calls its product."""
        symbology, told = self.target.translator.symbology, self.target.told.product
        leaf = self.target.leaves.leaf(path)
        known: dict[str, str] = {}

        def identity(name: Any) -> str:
            if name not in known:
                product, key = symbology.resolve(name, *([(told,)] if told else []))
                if how == "product":
                    words = [] if leaf is None else usual_values(leaf, ())
                    known[name] = next((w for w in words if str(w).lower() == product.lower()), product)
                else:
                    known[name] = str(key[0] if isinstance(key, tuple) else key)
            return known[name]

        return identity

    # -- payload -------------------------------------------------------------------------------------------------------

    def said(
        self, value: Callable[[int, str, Origin], Any] | None = None, with_balances: bool = True
    ) -> Said:
        """What is said of the message, of the row and of its inner rows; `value` is what an origin comes to."""
        value = value or self.value
        found: dict[str, list[dict[str, Any]]] = {"": [{}]}
        depth = self.slots[0][1].at.count(ROW)
        for index, (event, made) in enumerate(self.slots):
            rows = found.setdefault(made.at, [])
            if not rows or made.at.count(ROW) > depth:
                rows.append({})
            for path, origin in self.origins[index].items():
                around = found.setdefault(prefix_of(path), [{}])
                around[-1].setdefault(path, value(index, path, origin))
            if isinstance(event, AccountState) and with_balances:
                self.put_balances(found, event, made, self.target.plans(made))
        return sorted(found.items(), key=lambda item: item[0].count(ROW))

    def put_balances(
        self,
        said: dict[str, list[dict[str, Any]]],
        state: AccountState,
        made: Fitted,
        plans: Mapping[str, Plan],
    ) -> None:
        """Says the balances of an account, in rows of their own or in the one that tells of the account."""
        for prefix, plan in plans.items():
            inside = {path: name for path, name in self.in_rows.items() if prefix_of(path) == prefix}
            rows = rows_of(state, plan, self.target.leaves, self.target.units, inside)
            if prefix == made.at and made.at:
                said[prefix][-1].update(*rows[:1])
            else:
                said[prefix] = rows

    def tree(self) -> Tree:
        """The payload as it is now."""
        return self.target.leaves.tree(self.said(), self.target.told.ts_init, self.asked)

    def got(self) -> list[Event]:
        """The reports of the payload as it is now; none where it isn't taken."""
        target = self.target
        target.runs += 1
        tree = self.tree()
        payload = msgspec.json.encode(tree if target.wrap is None else target.wrap(tree))
        try:
            out = target.read(payload)
        except _FAULTS:
            return []
        kinds = {type(event) for event, _ in self.slots}
        return [event for event in out if type(event) in kinds]

    def solve(self) -> None:
        """Works out numbers: what comes out for one and for two tells the line that all values lie on."""
        for index, origins in enumerate(self.origins):
            for path, origin in origins.items():
                leaf = self.target.leaves.leaf(path)
                if origin[0] != "solve" or leaf is None:
                    continue
                meant = number_of(getattr(self.slots[index][0], origin[1], None))
                points: list[Decimal] = []
                for probe in (Decimal(1), Decimal(2)):
                    self.solved[index, path] = next((wire for _, wire in forms_of(probe, leaf)), ABSENT)
                    got = self.got()
                    number = number_of(getattr(got[index], origin[1], None)) if index < len(got) else None
                    points += [number] if number is not None else []
                self.solved.pop((index, path), None)
                if meant is not None and len(points) == 2 and points[0] != points[1]:
                    exact = 1 + (meant - points[0]) / (points[1] - points[0])
                    wires = forms_of(exact.quantize(_DIGITS).normalize() + 0, leaf)
                    self.solved[index, path] = next((wire for _, wire in wires), ABSENT)

    def simpler(self) -> list[dict[str, Origin]]:
        """The origins, with what was worked out as a product of two numbers, or as itself in other units, where it equals that."""
        numbers = [
            ((index, name), number)
            for index, (event, _) in enumerate(self.slots)
            for name in event.__struct_fields__
            if (number := number_of(getattr(event, name)))
        ]
        found = [dict(each) for each in self.origins]
        for (index, path), wire in self.solved.items():
            solved = found[index].get(path, NOTHING)
            if wire is ABSENT or solved[0] != "solve":
                continue
            own = index, solved[1]
            write, wanted = self.target.leaves.pen(path, AS_IT_IS), _told(wire)
            offers: list[tuple[Origin, Decimal]] = []
            offers += [(("times", one, other), a * b) for (one, a), (other, b) in choose(numbers, 2)]
            offers += [
                (("scaled", one, by), a.scaleb(by)) for one, a in numbers if one == own for by in _UNITS
            ]
            for origin, number in offers:
                if _told(write(number)) == wanted:
                    found[index][path] = origin
                    break
        return found


def number_of(value: Any) -> Decimal | None:
    value = value.amount if isinstance(value, Money) else value
    return value if isinstance(value, Decimal) else None


def _times(one: Any, other: Any) -> Decimal | None:
    first, second = number_of(one), number_of(other)
    return None if first is None or second is None else first * second


def _scaled(value: Any, by: int) -> Decimal | None:
    number = number_of(value)
    return None if number is None else number.scaleb(by)


def _told(wire: Any) -> Decimal | None:
    """The number that a wire value says."""
    try:
        return Decimal(bytes(wire).decode() if isinstance(wire, msgspec.Raw) else str(wire))
    except ArithmeticError:
        return None
