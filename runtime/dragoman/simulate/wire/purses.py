"""Balances and margins of an account as rows of a payload: which field says which amount is found by trying."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

from dragoman.model import AccountState, MarginBalance
from dragoman.simulate.facts import Fitted
from dragoman.simulate.payloads import ABSENT
from dragoman.simulate.wire.leaves import ROW, Leaves
from dragoman.simulate.wire.pens import FIRST, Pen

AMOUNTS = ("total", "free", "locked", "initial", "maintenance")
_MARGINS = frozenset({"initial", "maintenance"})
_NO_MARGIN = MarginBalance("", Decimal(0), Decimal(0))
_NEAR, _ONE = Decimal("1e-8"), Decimal(1)
Plan = dict[str, str]
"""Path -> the amount that it says, or `currency`; "" for a field that stays out."""
Amounts = Callable[[Sequence[Any]], list[Any]]
"""Reports -> wire values."""
Currencies = Mapping[str, tuple[str, Decimal]]
"""Currency as the venue writes it -> (usual code, how much one unit of it is)."""
Units = Mapping[str, tuple[str, Decimal]]
"""Usual code -> (currency as the venue writes it, how much one unit of it is)."""


def apart(state: AccountState, made: Fitted, currencies: Currencies) -> list[AccountState]:
    """One state for each currency where a row of the payload tells of one, else the state; unknown currencies are left out."""
    known = {code for code, _ in currencies.values()}
    balances = [row for row in state.balances if not known or row.currency in known]
    whole = msgspec.structs.replace(state, balances=tuple(balances), margins=_margins(state))
    if not made.at or made.needs.get("balances") != (made.at,):
        return [whole]
    return [
        msgspec.structs.replace(
            whole,
            balances=(row,),
            margins=tuple(each for each in whole.margins if each.currency == row.currency),
        )
        for row in balances
    ]


def _margins(state: AccountState) -> tuple[MarginBalance, ...]:
    """Margins by currency: no payload tells of single instruments."""
    sums: dict[str, list[Decimal]] = {}
    for row in state.margins:
        found = sums.setdefault(row.currency, [Decimal(0), Decimal(0)])
        found[0] += row.initial
        found[1] += row.maintenance
    return tuple(MarginBalance(currency, amounts[0], amounts[1]) for currency, amounts in sums.items())


def amounts_of(state: AccountState) -> list[dict[str, Any]]:
    """What there is to say of each currency that has a balance."""
    margins = {row.currency: row for row in state.margins}
    owed = state.info.get("borrowed", {})
    found = []
    for row in state.balances:
        margin = margins.get(row.currency)
        found.append(
            {
                "currency": row.currency,
                "total": row.total,
                "free": row.free,
                "locked": row.locked,
                "borrowed": owed.get(row.currency, Decimal(0)),
                "interest": Decimal(0),
                "net": row.total - owed.get(row.currency, Decimal(0)),
                "initial": Decimal(0) if margin is None else margin.initial,
                "maintenance": Decimal(0) if margin is None else margin.maintenance,
            }
        )
    return found


def first_plan(made: Fitted, prefix: str) -> Plan:
    """Each amount in the first field that it is read from, calculated ones left to follow."""
    plan: Plan = {}
    needs = [
        (part, paths)
        for target, paths in made.needs.items()
        for name, _, part in (target.partition("."),)
        if name in ("balances", "margins") and part in (*AMOUNTS, "currency")
    ]
    for part, paths in sorted(needs, key=lambda each: (len(each[1]), each[0] == "locked")):
        inside = [path for path in paths if path.startswith(prefix)]
        if inside and not any(path in plan for path in inside):
            plan[inside[0]] = part
    return plan


def units_of(currencies: Currencies) -> Units:
    """How the venue writes each currency that it calls otherwise, and its units."""
    return {code: (wire, unit) for wire, (code, unit) in reversed(list(currencies.items()))}


def rows_of(
    state: AccountState, plan: Plan, leaves: Leaves, units: Units, pinned: Plan
) -> list[dict[str, Any]]:
    """What the rows say, one for each currency; `pinned` are fields that say one thing whatever else would do."""
    pens = [
        (path, name, leaves.pen(path, FIRST))
        for path, name in {**plan, **pinned}.items()
        if name and leaves.leaf(path)
    ]
    rows = []
    for amounts in amounts_of(state):
        wire, unit = units.get(amounts["currency"], (amounts["currency"], _ONE))
        said: dict[str, Any] = {}
        for path, name, put in pens:
            value: Any = wire if name == "currency" else amounts[name]
            if name != "currency" and unit != 1:
                value = (value / unit).to_integral_value()
            value = put(value)
            if value is not ABSENT:
                said[path] = value
        rows.append(said)
    return rows


class Cell(NamedTuple):
    """A field of a row: the amount that it says, in what unit and by what pen; or always the same word."""

    path: str
    amount: str
    unit: Decimal
    put: Pen
    word: Any = None


def cells_of(state: AccountState, plan: Plan, leaves: Leaves, units: Units) -> list[list[Cell]]:
    """The fields that say something, row by row."""
    said = rows_of(state, plan, leaves, units, {})
    found: list[list[Cell]] = []
    for balance, row in zip(state.balances, said, strict=True):
        _, unit = units.get(balance.currency, (balance.currency, _ONE))
        cells = []
        for path, word in row.items():
            name, put = plan[path], leaves.pen(path, FIRST)
            cells.append(Cell(path, "" if name == "currency" else name, unit, put, word))
        found.append(cells)
    return found


def amounts_taker(index: int, rows: Sequence[Sequence[Cell]]) -> Amounts:
    """What takes the amounts of these fields out of the account at a place among reports; its currencies are those of the rows."""
    wanted = [[cell for cell in row if cell.amount] for row in rows]

    def amounts(events: Sequence[Any]) -> list[Any]:
        state = events[index]
        margins = {row.currency: row for row in state.margins} if state.margins else {}
        found = []
        for balance, cells in zip(state.balances, wanted, strict=False):
            margin = margins.get(balance.currency, _NO_MARGIN)
            for _, name, unit, put, _ in cells:
                value = getattr(margin if name in _MARGINS else balance, name, None)
                if value is None:
                    value = next(
                        row[name] for row in amounts_of(state) if row["currency"] == balance.currency
                    )
                found.append(put(value if unit == 1 else (value / unit).to_integral_value()))
        return found

    return amounts


def wrong(meant: AccountState, got: AccountState | None, units: Units) -> list[str]:
    """Amounts that come out otherwise than meant, by more than the venue's unit of the currency."""
    found = {} if got is None else {row["currency"]: row for row in amounts_of(got)}
    near = {code: unit for code, (_, unit) in units.items() if unit != _ONE}
    return [
        name
        for row in amounts_of(meant)
        for name in AMOUNTS
        if abs(found.get(row["currency"], {}).get(name, Decimal("inf")) - row[name])
        > near.get(row["currency"], _NEAR)
    ]


def changes(made: Fitted, plan: Plan, missing: list[str], prefix: str, pinned: Plan) -> Iterator[Plan]:
    """Plans that differ in one or two of the fields that the missing amounts look at."""
    paths = dict.fromkeys(
        path
        for name in dict.fromkeys(missing)
        for kind in ("balances", "margins")
        for path in made.needs.get(f"{kind}.{name}", ())
        if path.startswith(prefix) and ROW not in path[len(prefix) :] and path not in pinned
    )
    for path in paths:
        for name in (*missing, *AMOUNTS, ""):
            if plan.get(path, "") != name and plan.get(path) != "currency":
                yield {**plan, path: name}
