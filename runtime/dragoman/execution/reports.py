"""What a venue tells of orders, fills, positions and accounts when it is asked: every operation that gives it, joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product as combinations
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import DataError, DragomanError, HttpError, NotSupported
from dragoman.execution.tracked import RANK
from dragoman.model import (
    AccountState,
    ContingencyType,
    FillReport,
    InstrumentId,
    OrderStatusReport,
    PositionStatusReport,
    VenueOrderId,
)
from dragoman.model.actions import action_name
from dragoman.requests import choose
from dragoman.requests.builder import Requests
from dragoman.requests.choose import Want
from dragoman.requests.facts import Operation
from dragoman.requests.params import called
from dragoman.requests.refusals import refusals_logged

T = TypeVar("T")
Params = Mapping[str, Any]
Call = Callable[[Operation, str, Params, Params], Awaitable[list[Any]]]
"""(operation, product, parameters, what translators are told) -> events."""
Pages = Callable[[Operation, str, Params, Params], AsyncIterator[Any]]
_STATES = ("PositionStatusReport", "AccountState")


@dataclass(frozen=True, slots=True)
class Failure:
    """A call that could not be made, with the product that it was for, "" for a call about all."""

    product: str
    error: DragomanError


Failures = list[Failure] | None


class ExecutionMassStatus(Struct, frozen=True, kw_only=True):
    """Everything that a venue tells of an account at one time; `failed` are the parts that could not be had.

    Orders, and the fills of each, are by instrument and the venue's id, since some venues number the orders of each instrument by
    themselves.
    """

    venue: str
    order_reports: dict[tuple[InstrumentId, VenueOrderId], OrderStatusReport]
    fill_reports: dict[tuple[InstrumentId, VenueOrderId], list[FillReport]]
    position_reports: dict[InstrumentId, list[PositionStatusReport]]
    account_states: list[AccountState]
    failed: tuple[DragomanError, ...] = ()
    ts_init: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What reports are wanted of: one instrument, some products, or (neither) everything; times are UNIX nanoseconds.

    `traded` are instruments to ask for one by one where a venue wants that, beside those of orders of ours. `left_out` asks what is
    not asked usually (a negative `prefer`), and nothing else: most orders have nothing there.
    """

    instrument_id: str | None = None
    products: tuple[str, ...] = ()
    since: int | None = None
    open_only: bool = False
    traded: tuple[str, ...] = ()
    left_out: bool = False


class Reports:
    """Asks for reports of one account; `traded`, told since when, are the instruments to ask for one by one where a venue wants that.

    Each question may bring a list of failures: a call that failed is noted there, and the others are made all the same.
    """

    def __init__(
        self, requests: Requests, call: Call, pages: Pages, traded: Callable[[int | None], Iterable[str]]
    ) -> None:
        self._requests = requests
        self._interface = requests.interface
        self._call = call
        self._pages = pages
        self._traded = traded

    async def orders(self, asked: Question, failed: Failures = None) -> list[OrderStatusReport]:
        """Orders, each as it was told last; those that are open come whatever `since` says."""
        found: dict[tuple[str, str], OrderStatusReport] = {}
        for report in await self._gathered(OrderStatusReport, asked, failed):
            key = (report.instrument_id, report.venue_order_id)
            found[key] = joined(found[key], report) if key in found else report
        return sorted(
            (each for each in found.values() if _wanted(each, asked)),
            key=lambda each: (each.ts_last, each.venue_order_id),
        )

    async def fills(self, asked: Question, failed: Failures = None) -> list[FillReport]:
        """Fills, oldest first, each once."""
        found: dict[tuple[str, str, str], FillReport] = {}
        for fill in await self._gathered(FillReport, asked, failed):
            found.setdefault((fill.instrument_id, fill.venue_order_id, fill.trade_id), fill)
        kept = [each for each in found.values() if asked.since is None or each.ts_event >= asked.since]
        return sorted(kept, key=lambda each: each.ts_event)

    async def positions(self, asked: Question, failed: Failures = None) -> list[PositionStatusReport]:
        """Positions, each as it was told last; an answer may have several of an instrument, without ids where they net by margin mode."""
        found: dict[tuple[str, str | None, int], PositionStatusReport] = {}
        for operation, answer in await self._answers(PositionStatusReport, asked, failed):
            told: Counter[tuple[str, str | None]] = Counter()
            for report in answer:
                key = (report.instrument_id, report.venue_position_id)
                found[*key, told[key]] = report
                # Pages that move while they are read may tell one position twice.
                told[key] += report.venue_position_id is None and operation.page is None
        return list(found.values())

    async def accounts(self, asked: Question, failed: Failures = None) -> list[AccountState]:
        """The account's balances, one state for each account that the venue keeps apart."""
        return await self._gathered(AccountState, asked, failed)

    # -- inside --------------------------------------------------------------------------------------------------------

    async def _gathered(self, kind: type[T], asked: Question, failed: Failures) -> list[T]:
        answers = await self._answers(kind, asked, failed)
        return [event for _, answer in answers for event in answer]

    async def _answers(
        self, kind: type[T], asked: Question, failed: Failures
    ) -> list[tuple[Operation, list[T]]]:
        """What every operation that gives a type tells; NotSupported where none does."""
        want, products = Want(start_ns=asked.since), asked.products
        if asked.instrument_id is not None:
            product, narrow = self._requests.wanted(asked.instrument_id, None, products)
            want, products = Want(narrow.keys, narrow.symbol, start_ns=asked.since), (product,)
        with refusals_logged():
            calls = self._calls(kind.__name__, products, asked)
        found: list[tuple[Operation, list[T]]] = []
        for operation, where in calls:
            for given, told in self._askings(operation, where, want, asked):
                try:
                    events = await self._ask(operation, where, given, told)
                except (HttpError, DataError) as error:
                    if failed is None:
                        raise
                    failed.append(Failure(where, error))
                    continue
                kept = [each for each in events if type(each) is kind and self._is_of(each, asked)]
                found.append((operation, kept))
        return found

    def _is_of(self, event: Any, asked: Question) -> bool:
        """Whether an event is about what was asked for; one about no instrument always is."""
        identity = getattr(event, "instrument_id", None)
        if identity is None:
            return True
        if asked.instrument_id is not None:
            return bool(identity == asked.instrument_id)
        if not asked.products:
            return True
        return self._requests.wanted(identity, None, ())[0] in map(self._listing, asked.products)

    def _listing(self, product: str) -> str:
        """The product whose ids a product's instruments have: one that trades what another lists has none of its own."""
        return self._requests.products[product].like or product

    def _calls(self, kind: str, products: tuple[str, ...], asked_of: Question) -> list[tuple[Operation, str]]:
        """(operation, product) of every call that has to be made."""
        interface = self._interface
        query = interface.commands.get("query_order")
        single = set(query.operations.values()) if query is not None else set()
        giving = [
            each
            for each in interface.operations.values()
            if kind in each.gives and each.kind == "query" and (each.prefer < 0) is asked_of.left_out
            # What tells of one order alone tells nothing of the others.
            if each.name not in single or each.open_only or each.page is not None
            if kind != "OrderStatusReport" or not _is_of_one(each)
        ]
        found: dict[tuple[str, str], tuple[Operation, str]] = {}
        for where in products or tuple(interface.products):
            fitting = [each for each in giving if where in each.paths or "" in each.paths]
            narrow = [each for each in fitting if each.open_only] if asked_of.open_only else []
            if kind == "FillReport":
                # Answers about orders show fills only where the order was just sent.
                narrow = [each for each in fitting if "OrderStatusReport" not in each.gives]
            if kind in _STATES and fitting:
                # Calls that tell how things stand now are alternatives; the preferred one tells it.
                narrow = [max(fitting, key=lambda each: each.prefer)]
            for operation in narrow or fitting:
                asked = where if self._is_by_product(operation, where, asked_of.products) else ""
                found[operation.name, asked] = (operation, asked)
        if not found:
            action, product = action_name("request", kind), products[0] if len(products) == 1 else ""
            choose.check_refusals(interface, action, product)
            offers = sorted({name for each in interface.operations.values() for name in each.gives})
            raise NotSupported(interface.venue, action, product or None, offers)
        return list(found.values())

    def _is_by_product(self, operation: Operation, product: str, asked: tuple[str, ...]) -> bool:
        """Whether a call is about one product; else one call tells of all.

        One that may say its product does so where products are asked for whose ids do not tell them apart.
        """
        if "" not in operation.paths or len(self._interface.products) == 1:
            return True
        naming = [param for param in operation.params if param.fills == "product"]
        if any(param.required for param in naming) or any(param.products for param in operation.params):
            return True
        known = self._requests.products
        shared = {name for each, facts in known.items() if facts.like for name in (each, facts.like)}
        return not shared.isdisjoint(asked) and any(called(param, product) for param in naming)

    def _askings(
        self, operation: Operation, product: str, want: Want, asked: Question
    ) -> list[tuple[Params, Params]]:
        """(parameters, what translators are told) of each call; none where the operation needs what nobody knows."""
        instrument_id = asked.instrument_id
        if operation.open_only:
            # What is open now may have begun at any time.
            want = replace(want, start_ns=None)
        given = self._filled(operation, want)
        told: Params = {} if instrument_id is None else {"instrument_id": instrument_id}
        if self._lacks(operation, product, given):
            if instrument_id is not None:
                return []
            traded = dict.fromkeys((*asked.traded, *self._traded(asked.since)))
            return [each for other in traded for each in self._of_traded(operation, product, want, other)]
        swept = _swept(operation, product, given, is_narrow=instrument_id is not None)
        if not swept:
            return [(given, told)]
        return [
            ({**given, **dict(zip(swept, values, strict=True))}, told)
            for values in combinations(*swept.values())
        ]

    def _of_traded(
        self, operation: Operation, product: str, want: Want, instrument_id: str
    ) -> list[tuple[Params, Params]]:
        found, narrow = self._requests.wanted(instrument_id, None, ())
        if product and found != self._listing(product):
            return []
        given = self._filled(operation, Want(narrow.keys, narrow.symbol, start_ns=want.start_ns))
        return (
            []
            if self._lacks(operation, product or found, given)
            else [(given, {"instrument_id": instrument_id})]
        )

    def _filled(self, operation: Operation, want: Want) -> dict[str, Any]:
        return choose.fill(self._interface, operation.name, operation.params, want)

    @staticmethod
    def _lacks(operation: Operation, product: str, given: Params) -> bool:
        """Whether a parameter that the venue wants has no value."""
        known = {*given, *operation.sweep}
        for param in operation.params:
            if not param.required or (param.products and product not in param.products):
                continue
            if param.fills == "product":
                if called(param, product) is None:
                    return True
            elif param.default is None and not known & {param.name, param.told, param.wire}:
                return True
        return False

    async def _ask(self, operation: Operation, product: str, given: Params, told: Params) -> list[Any]:
        page = operation.page
        by_name = {param.fills: param.name for param in operation.params if param.fills}
        is_paged = page is not None and (page.kind == "cursor" or by_name.get("start", "") in given)
        if is_paged:
            return [event async for event in self._pages(operation, product, given, told)]
        return await self._call(operation, product, given, told)


async def had(asked: Awaitable[list[T]]) -> list[T]:
    """What was asked for; nothing where the venue has no such thing."""
    try:
        return await asked
    except NotSupported:
        return []


def _swept(
    operation: Operation, product: str, given: Params, *, is_narrow: bool
) -> dict[str, tuple[Any, ...]]:
    """Parameters that take one call for each value; where one instrument is asked for, only those that the venue insists on."""
    taken = [param for param in operation.params if not param.products or product in param.products]
    params = {name: param for param in taken for name in (param.told, param.wire, param.name)}
    return {
        name: values
        for name, values in operation.sweep.items()
        if name in params
        and params[name].name not in given
        and params[name].fills != "product"
        and (params[name].required or not is_narrow)
    }


def _is_of_one(operation: Operation) -> bool:
    """Whether an operation tells of one order alone, named by ids of the venue's own."""
    if operation.open_only or operation.page is not None:
        return False
    return bool(operation.params) and not any(param.fills for param in operation.params)


def joined(one: OrderStatusReport, other: OrderStatusReport) -> OrderStatusReport:
    """The later of two reports of an order, which is linked as either says: what came of a list is told by itself as well, under the list's id."""
    late, early = (other, one) if _age(other) >= _age(one) else (one, other)
    none = ContingencyType.NO_CONTINGENCY
    if late.contingency_type is not none or early.contingency_type is none:
        return late
    names = ("client_order_id", "contingency_type", "linked_order_ids")
    return replace(late, **{name: getattr(early, name) for name in names})


def _age(report: OrderStatusReport) -> tuple[int, Any, int]:
    return report.ts_last, report.filled_qty, RANK[report.order_status]


def _wanted(report: OrderStatusReport, asked: Question) -> bool:
    if report.is_open:
        return True
    return not asked.open_only and (asked.since is None or report.ts_last >= asked.since)
