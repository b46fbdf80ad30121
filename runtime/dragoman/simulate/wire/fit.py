"""Reports back to payloads by fitting: fields are tried until translating the payload gives the reports again.

Where a mapping is a plain path one try is enough; what decides, and what is calculated, is found by going over the fields
that a report's field looks at. What served once is remembered for reports of the same kind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from itertools import combinations as choose
from itertools import product as combinations
from typing import Any, NamedTuple

from dragoman.model import (
    AccountState,
    FillReport,
    OrderAccepted,
    OrderStatusReport,
    OrderTriggered,
    PositionStatusReport,
)
from dragoman.simulate.drafts import Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Fit, Fitted
from dragoman.simulate.payloads import Tree, Writer, fields_of
from dragoman.simulate.wire.changes import moves, twice
from dragoman.simulate.wire.groups import groups
from dragoman.simulate.wire.kinds import kind_of
from dragoman.simulate.wire.leaves import ROW, Leaves
from dragoman.simulate.wire.pressed import Pressed
from dragoman.simulate.wire.purses import Plan, changes, units_of, wrong
from dragoman.simulate.wire.said import Pins, is_second
from dragoman.simulate.wire.trial import AS_IT_IS, Origin, Said, Target, Trial
from dragoman.simulate.wire.tries import LISTS, begin, comes, every
from dragoman.translate.translator import Translator

ESSENTIAL: Mapping[type, tuple[str, ...]] = {
    OrderStatusReport: (
        "instrument_id",
        "venue_order_id",
        "client_order_id",
        "order_side",
        "order_type",
        "time_in_force",
        "order_status",
        "quantity",
        "filled_qty",
        "price",
        "trigger_price",
    ),
    FillReport: (
        "instrument_id",
        "venue_order_id",
        "client_order_id",
        "trade_id",
        "order_side",
        "last_qty",
        "last_px",
    ),
    PositionStatusReport: ("instrument_id", "position_side", "quantity"),
    AccountState: (),
    OrderAccepted: ("instrument_id", "venue_order_id", "client_order_id"),
    OrderTriggered: ("instrument_id", "venue_order_id", "client_order_id"),
}
"""What a payload has to say; where no field of it says more, the rest is left to the translator."""
_MOST_RUNS = 2_000
_MOST_FOR_ONE = 200
"""Tries for a field that is not essential: what is not found by then is calculated from what nobody said."""
_MOST_PRESSED = 4_096
_MOST_SERVED = 12
"""Ways to say reports of one kind that are remembered: an order that was amended is told otherwise than one that was filled."""


class _Known(NamedTuple):
    """What is known of one channel or operation: its payload, what it says whatever happens, and how it tells each type of report."""

    leaves: Leaves
    pins: Pins
    kinds: Mapping[str, Sequence[Fitted]]


class Fitter:
    """Fits payloads of one venue; raises NotInvertible where no payload gives the reports."""

    def __init__(self, translator: Translator, writer: Writer, venue: str) -> None:
        self.translator = translator
        self.writer = writer
        self.venue = venue
        self._known: dict[str, _Known] = {}
        self._served: dict[tuple[Any, ...], list[list[dict[str, Origin]]]] = {}
        self._unsaid: dict[tuple[Any, ...], NotInvertible] = {}
        """Kinds of reports that nothing says."""
        self._hopeless: set[tuple[Any, ...]] = set()
        """(payload, report, field, kind of value) that nothing says."""
        self._purses: dict[str, dict[str, Plan]] = {}
        self._pressed: dict[tuple[Any, ...], Pressed] = {}
        """Kind of reports, and how their numbers compare -> what says them."""
        self._units = units_of(translator.tables.currencies)

    def fitted(
        self,
        name: str,
        fit: Fit,
        events: Sequence[Any],
        told: Told,
        source: str | None = None,
        wrap: Callable[[Any], Any] | None = None,
    ) -> Any:
        """The payload's tree for reports, a row for each; `source` is the connection of a channel, `wrap` its envelope."""
        known = self._known_of(name, fit)
        target: Target | None = None
        rows = []
        for group in groups(known.kinds, events, self.translator.tables.currencies, self.venue):
            tree = self._pressed_tree(name, known.pins, group, told)
            if tree is None:
                target = target or Target(
                    name, fit, known.leaves, self.translator, told, self._units, known.pins, source, wrap
                )
                tree = self._solved(Trial(target, group))
            rows.append(tree)
        if len(rows) == 1:
            return rows[0]
        return self._joined(known.leaves, name, fit, told, rows)

    def noted(
        self,
        name: str,
        fit: Fit,
        report: OrderStatusReport,
        told: Told,
        source: str | None = None,
        wrap: Callable[[Any], Any] | None = None,
    ) -> Any:
        """The payload's tree of a row that means no report: what is said of it whatever else would mean the same."""
        known = self._known_of(name, fit)
        target = Target(name, fit, known.leaves, self.translator, told, self._units, known.pins, source, wrap)
        made = fit.made[0]
        trial = Trial(target, [(report, made)])
        symbols = made.needs.get("instrument_id", ())[:1]
        trial.origins = [{**dict.fromkeys(symbols, ("value", "instrument_id", AS_IT_IS)), **trial.pins}]
        return trial.tree()

    def _known_of(self, name: str, fit: Fit) -> _Known:
        known = self._known.get(name)
        if known is None:
            kinds: dict[str, list[Fitted]] = {}
            for made in fit.made:
                kinds.setdefault(made.type, []).append(made)
            known = self._known[name] = _Known(Leaves(self.writer, fit.payload), Pins(fit.said), kinds)
        return known

    def _pressed_tree(
        self, name: str, pins: Pins, group: Sequence[tuple[Any, Fitted]], told: Told
    ) -> Tree | None:
        """The payload of one row by what was right often enough, None where there is nothing of that sort."""
        first = group[0][0]
        report = first if first.__class__ is OrderStatusReport else told.report
        kind, finer = kind_of(group)
        key = (name, told.product, pins.of(report or first, told.change, told.product, group[-1][0])[0], kind)
        pressed = self._pressed.get((key, finer))
        if pressed is None or pressed.is_solved or not pressed.is_sure:
            return None
        return pressed.tree(group, report, told)

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _joined(self, leaves: Leaves, name: str, fit: Fit, told: Told, rows: list[Tree]) -> Tree:
        """One payload of all rows; what is said of the message is taken of the first."""
        outer = min((made.at for made in fit.made if made.at), key=len, default="")
        if not rows:
            pins = self._known[name].pins.of(None, told.change, told.product)[1]
            around = {
                path: origin[1] for path, origin in pins.items() if ROW not in path and origin[0] == "try"
            }
            said: Said = [("", [around]), (outer, [])] if outer else [("", [around])]
            return leaves.tree(said, told.ts_init, told.asked)
        if len(rows) > 1 and not outer:
            raise NotInvertible(self.venue, name, "", "one message tells one report")
        first, *others = rows
        for tree in others:
            _rows_at(first, leaves, outer).extend(_rows_at(tree, leaves, outer))
        return first

    # -- solving -------------------------------------------------------------------------------------------------------

    def _solved(self, trial: Trial) -> Tree:
        """The payload of one row, looked at unless what says it was right often enough."""
        target = trial.target
        kind, finer = kind_of(trial.slots)
        key = (target.name, target.told.product, trial.pinned, kind)
        if key in self._unsaid and not self._served.get(key):
            raise self._unsaid[key]
        pressed = self._pressed.get((key, finer))
        if pressed is not None and pressed.is_solved and pressed.is_sure:
            trial.origins, target.purses = pressed.origins, pressed.purses
            trial.solve()
            return trial.tree()
        tree = self._looked_at(trial, key)
        if pressed is None or pressed.origins != trial.origins or pressed.purses != target.purses:
            if len(self._pressed) >= _MOST_PRESSED:
                self._pressed.clear()
            pressed = self._pressed[key, finer] = Pressed(trial)
        pressed.right()
        return tree

    def _looked_at(self, trial: Trial, key: tuple[Any, ...]) -> Tree:
        """The payload of one row that was translated, and means the reports."""
        target = trial.target
        if isinstance(trial.slots[0][0], AccountState):
            target.purses = dict(self._purses.get(target.name, {}))
        served = self._served.setdefault(key, [])
        for index, origins in enumerate(served):
            trial.origins = [dict(each) for each in origins]
            if not self._wrong(trial):
                if index:
                    served.insert(0, served.pop(index))
                self._simplify(trial, served)
                self._mend_purses(trial)
                return trial.tree()
        if key in self._unsaid:
            raise self._unsaid[key]
        begin(trial)
        target.runs = 0
        if self._awaken(trial):
            self._search(trial)
        wrong = self._wrong(trial)
        if wrong:
            place, _, name = wrong[0].partition(":")
            meant = getattr(trial.slots[int(place)][0], name, None)
            why = f"no value of its fields gives {meant!r}"
            self._unsaid[key] = NotInvertible(self.venue, target.name, name, why)
            raise self._unsaid[key]
        served.insert(0, [dict(each) for each in trial.origins])
        del served[_MOST_SERVED:]
        self._mend_purses(trial)
        return trial.tree()

    def _simplify(self, trial: Trial, served: list[list[dict[str, Origin]]]) -> None:
        """What was worked out and is a product of two numbers of the reports is so the next time, if that turns out right."""
        simpler = trial.simpler()
        if simpler != trial.origins and simpler not in served:
            served.insert(0, simpler)
            del served[_MOST_SERVED:]

    def _mend_purses(self, trial: Trial) -> None:
        """Finds out which fields say the amounts of an account; those that can't be said come out as they do."""
        meant, made = trial.slots[0]
        if not isinstance(meant, AccountState):
            return
        target = trial.target

        def missing() -> list[str]:
            got = trial.got()
            return wrong(meant, got[0] if got and isinstance(got[0], AccountState) else None, self._units)

        left, before = missing(), -1
        while left and len(left) != before and target.runs < _MOST_RUNS:
            before = len(left)
            for prefix, plan in list(target.purses.items()):
                for changed in changes(made, plan, left, prefix, trial.in_rows):
                    target.purses[prefix] = changed
                    now = missing()
                    if len(now) < len(left):
                        left, plan = now, changed
                        break
                    target.purses[prefix] = plan
        self._purses[target.name] = dict(target.purses)

    def _search(self, trial: Trial) -> None:
        """Mends one field after the other, the essential ones first, until nothing more can be mended."""
        hopeless: set[str] = set()
        while (wrong := self._wrong(trial, beside=hopeless)) and trial.target.runs < _MOST_RUNS:
            place, _, name = wrong[0].partition(":")
            meant = trial.slots[int(place)][0]
            known = (trial.target.name, trial.pinned, type(meant), name, _sort(getattr(meant, name)))
            if known in self._hopeless or not self._mend(trial, wrong[0], _weight(trial, wrong), hopeless):
                if name in ESSENTIAL[type(meant)]:
                    return
                self._hopeless.add(known)
                hopeless.add(wrong[0])

    def _awaken(self, trial: Trial) -> bool:
        """Sets what decides until as many reports come out as are meant."""
        if comes(trial):
            return True
        paths = list(trial.target.fit.decides)
        paths += [p for _, made in trial.slots for each in made.needs.values() for p in each]
        paths = [p for p in dict.fromkeys(paths) if trial.is_free(p)]
        choices = [[(path, origin) for origin in every(trial, path)] for path in paths]
        singles = [(each,) for choice in choices for each in choice]
        deciding = [
            choice for path, choice in zip(paths, choices, strict=True) if path in trial.target.fit.decides
        ]
        for change in (*singles, *combinations(*deciding)):
            if trial.target.runs >= _MOST_RUNS:
                break
            before = [dict(each) for each in trial.origins]
            for path, origin in change:
                for origins in trial.origins:
                    origins[path] = origin
            if comes(trial):
                return True
            trial.origins = before
        return False

    def _mend(self, trial: Trial, label: str, wrong: tuple[int, int], hopeless: set[str]) -> bool:
        """Changes one to three fields so that fewer essential ones come out wrong, or fewer of all; False where nothing does."""
        place, _, target = label.partition(":")
        index = int(place)
        essential = target in ESSENTIAL[type(trial.slots[index][0])]
        most = _MOST_RUNS if essential else min(_MOST_RUNS, trial.target.runs + _MOST_FOR_ONE)
        needs = trial.slots[index][1].needs.get(target, ())
        paths = [p for p in dict.fromkeys((*needs, *trial.target.fit.decides)) if trial.is_free(p)]
        offers = {
            path: list(dict.fromkeys((*trial.offers(path, index, target), *every(trial, path))))
            for path in paths
        }
        singles = [((path, origin),) for path in paths for origin in offers[path]]
        pairs = (
            ((one, first), (other, second))
            for number, one in enumerate(paths)
            for other in paths[number + 1 :]
            for first in offers[one]
            for second in offers[other]
        )
        looked_at = [path for path in paths if path in needs]
        triples = (
            tuple(zip(some, chosen, strict=True))
            for some in choose(looked_at, 3)
            for chosen in combinations(*(offers[path] for path in some))
        )
        moved = [*(some := moves(trial, index, paths)), *twice(some)]
        with_one = ((*move, *one) for move in moved for one in singles if one[0][0] not in dict(move))
        for choices in (singles, moved, with_one, pairs, triples):
            for change in choices:
                if trial.target.runs >= most:
                    return False
                before = dict(trial.origins[index])
                trial.origins[index].update(change)
                if _weight(trial, self._wrong(trial, beside=hopeless)) < wrong:
                    return True
                trial.origins[index] = before
        return False

    def _wrong(self, trial: Trial, beside: Collection[str] | None = None) -> list[str]:
        """Fields that come out otherwise than meant, as `index:field`: the essential ones, or all but those `beside`."""
        trial.solve()
        got = trial.got()
        if len(got) != len(trial.slots):
            return [f"{index}:{name}" for index, (_, made) in enumerate(trial.slots) for name in made.needs]
        wrong = []
        for index, ((meant, made), real) in enumerate(zip(trial.slots, got, strict=True)):
            names = list(ESSENTIAL[type(meant)])
            if beside is not None:
                names += [n for n in made.needs if n not in names and "." not in n and n not in LISTS]
            if is_second(meant):
                names.remove("venue_order_id")  # the venue has none of it while it waits
            for name in names:
                if name in made.needs and not _alike(name, getattr(meant, name), getattr(real, name)):
                    wrong.append(f"{index}:{name}")
        return wrong if beside is None else [label for label in wrong if label not in beside]


def _weight(trial: Trial, wrong: Sequence[str]) -> tuple[int, int]:
    """How many essential fields are wrong, and how many in all."""
    places = (label.partition(":") for label in wrong)
    essential = sum(name in ESSENTIAL[type(trial.slots[int(place)][0])] for place, _, name in places)
    return essential, len(wrong)


def _rows_at(tree: Any, leaves: Leaves, prefix: str) -> list[Any]:
    """The list of rows in a payload's tree, found by the names of its fields."""
    found, kind = tree, leaves.payload
    for name in prefix.removesuffix(ROW).split(".") if prefix != ROW else ():
        item = next(each for each in fields_of(kind) if each.name == name)
        found, kind = found[item.encode_name], item.type
    rows: list[Any] = found
    return rows


def _sort(value: Any) -> Any:
    """A word or flag itself, of a number its sign, else the type."""
    if isinstance(value, Decimal):
        return (value > 0) - (value < 0)
    if isinstance(value, bool) or value is None or isinstance(value, Enum):
        return value
    return type(value).__name__


def _alike(name: str, meant: Any, got: Any) -> bool:
    if isinstance(meant, Decimal) and isinstance(got, Decimal) and name.startswith("avg_px"):
        return abs(meant - got) <= abs(meant) * Decimal("1e-8")
    return bool(meant == got)
