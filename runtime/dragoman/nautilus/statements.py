"""What a venue tells of an account when it is asked, as a node's reports; orders that are open are gone on with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
from nautilus_trader.core.uuid import UUID4
from nautilus_trader.execution import reports as theirs
from nautilus_trader.model.identifiers import VenueOrderId

from dragoman import model
from dragoman.errors import DragomanError, NotSupported
from dragoman.nautilus.continuing import order_of
from dragoman.nautilus.convert import orders as commands
from dragoman.nautilus.convert import reports

if TYPE_CHECKING:
    from dragoman.nautilus.account_link import AccountLink

_MINUTE_NS = 60_000_000_000


class Statements:
    """Reports of one account, on request."""

    def __init__(self, account: AccountLink) -> None:
        self._account = account

    @staticmethod
    def new_id() -> Any:
        return UUID4()

    async def order(self, question: Any) -> theirs.OrderStatusReport | None:
        """One order; what is new of it the adapter tells as events."""
        name = self._account.name_of(question.instrument_id)
        asked = commands.query_from(question, name)
        where = self._account.where(str(asked.instrument_id))
        report = await self._account.adapter.query_order(asked, **where)
        return None if report is None else self._made(report)

    async def orders(
        self, instrument_id: Any, start: int | None, end: int | None, open_only: bool
    ) -> list[theirs.OrderStatusReport]:
        """Orders by what they are of and when they changed last; times are UNIX nanoseconds."""
        found = await self._orders(instrument_id, start, open_only)
        return self._all_made(each for each in found if _is_until(each.ts_last, end))

    async def fills(self, instrument_id: Any, start: int | None, end: int | None) -> list[theirs.FillReport]:
        found = await self._fills(instrument_id, start)
        return self._all_made(each for each in found if _is_until(each.ts_event, end))

    async def positions(self, instrument_id: Any) -> list[theirs.PositionStatusReport]:
        """Positions; a flat one for an instrument that has none."""
        account, products = self._account, self._products(instrument_id)
        name = None if instrument_id is None else account.name_of(instrument_id)
        found: list[model.PositionStatusReport] = []
        for product in products:
            try:
                found += await account.adapter.position_status_reports(name, product=product)
            except NotSupported as error:
                account.log.debug(f"no positions: {error}")
                if instrument_id is not None:
                    return []
        self._check_sides(found)
        made = self._all_made(each for each in found if each.quantity or instrument_id is not None)
        if instrument_id is None or made or not account.scale(str(name)):
            return made
        return [
            theirs.PositionStatusReport.create_flat(
                account_id=account.account_id,
                instrument_id=instrument_id,
                size_precision=account.scale(str(name)).sizes.precision,
                ts_init=account.client._clock.timestamp_ns(),
            )
        ]

    async def mass_status(self, lookback_mins: int | None) -> theirs.ExecutionMassStatus:
        """What is open, its fills, positions, orders that the node believes open; with a lookback everything that happened since."""
        account, client = self._account, self._account.client
        now = client._clock.timestamp_ns()
        since = None if lookback_mins is None else now - lookback_mins * _MINUTE_NS
        await self._note_past(now - _MINUTE_NS)
        found = {each.venue_order_id: each for each in await self._orders(None, since, since is None)}
        for report in await self._believed_open(found):
            found.setdefault(report.venue_order_id, report)
        begun = [each.ts_accepted or each.ts_last for each in found.values() if each.filled_qty]
        fills: list[model.FillReport] = []
        if since is not None or begun:
            fills = await self._fills(None, min([*begun, *([] if since is None else [since])]))
        fills = [
            _placed(each, found.get(each.venue_order_id))
            for each in fills
            if since is not None or each.venue_order_id in found
        ]
        status = theirs.ExecutionMassStatus(
            client_id=client.id,
            account_id=account.account_id,
            venue=client.venue,
            report_id=UUID4(),
            ts_init=now,
        )
        status.add_order_reports(self._all_made(found.values()))
        status.add_fill_reports(self._all_made(fills))
        status.add_position_reports(await self.positions(None))
        for report in found.values():
            self._go_on_with(report, [each for each in fills if each.venue_order_id == report.venue_order_id])
        return status

    async def catch_up(self) -> None:
        """Bring the node up to date after nobody listened for a while."""
        for order in self._open_in_node():
            report = await self._asked_for(order)
            if report is not None and report.filled_qty >= _decimal(order.filled_qty):
                self._account.send_report(self._made(report))

    async def _note_past(self, since: int) -> None:
        """The adapter asks a little further back than it listens; what it finds there is in the positions that a node is told."""
        try:
            fills = await self._fills(None, since)
            self._account.incoming.passed(await self._orders(None, since, False), fills)
        except NotSupported as error:
            self._account.log.debug(f"what happened just before is not told: {error}")

    # -- inside --------------------------------------------------------------------------------------------------------

    async def _orders(
        self, instrument_id: Any, start: int | None, open_only: bool
    ) -> list[model.OrderStatusReport]:
        adapter = self._account.adapter
        name = None if instrument_id is None else self._account.name_of(instrument_id)
        found: list[model.OrderStatusReport] = []
        for product in self._products(instrument_id):
            found += await adapter.order_status_reports(
                name, open_only=open_only, since=start, product=product
            )
        return [self._named(each) for each in found]

    async def _fills(self, instrument_id: Any, start: int | None) -> list[model.FillReport]:
        adapter = self._account.adapter
        name = None if instrument_id is None else self._account.name_of(instrument_id)
        found: list[model.FillReport] = []
        for product in self._products(instrument_id):
            found += await adapter.fill_reports(name, since=start, product=product)
        return found

    def _products(self, instrument_id: Any) -> tuple[str | None, ...]:
        """Products to ask for one by one; None is all at once, or the instrument's own."""
        if instrument_id is None:
            return self._account.config.products or (None,)
        return (self._account.where(self._account.name_of(instrument_id)).get("product"),)

    def _open_in_node(self) -> list[Any]:
        client = self._account.client
        open_there = (
            *client._cache.orders_open(venue=client.venue),
            *client._cache.orders_inflight(venue=client.venue),
        )
        return list({each.client_order_id: each for each in open_there}.values())

    async def _believed_open(
        self, known: dict[str, model.OrderStatusReport]
    ) -> list[model.OrderStatusReport]:
        """Orders that the node believes open and the venue did not list."""
        listed = {each.client_order_id for each in known.values()}
        found = []
        for order in self._open_in_node():
            identity = order.venue_order_id
            if order.client_order_id.value in listed or (identity is not None and identity.value in known):
                continue
            report = await self._asked_for(order)
            if report is not None:
                found.append(report)
        return found

    async def _asked_for(self, order: Any) -> model.OrderStatusReport | None:
        asked = model.QueryOrder(
            instrument_id=model.InstrumentId(self._account.name_of(order.instrument_id)),
            client_order_id=order.client_order_id.value,
            venue_order_id=None if order.venue_order_id is None else order.venue_order_id.value,
        )
        where = self._account.where(str(asked.instrument_id))
        report = await self._account.adapter.query_order(asked, **where)
        return None if report is None else self._named(report)

    def _go_on_with(self, report: model.OrderStatusReport, fills: list[model.FillReport]) -> None:
        adapter = self._account.adapter
        if not report.is_open or adapter.order(report.client_order_id, venue_order_id=report.venue_order_id):
            return
        try:
            adapter.adopt_order(order_of(report), report, fills)
        except (DragomanError, TypeError, KeyError) as error:
            # The node goes on with it by its reports.
            self._account.log.debug(f"{report.venue_order_id} is told by reports alone: {error}")

    def _named(self, report: model.OrderStatusReport) -> model.OrderStatusReport:
        """The report under the id that the node has for the order, where the venue tells none."""
        if report.client_order_id is not None:
            return report
        known = self._account.client._cache.client_order_id(VenueOrderId(report.venue_order_id))
        return report if known is None else msgspec.structs.replace(report, client_order_id=known.value)

    def _all_made(self, found: Iterable[Any]) -> list[Any]:
        """Reports for the node; one that can't be said there, or is of an instrument it has not loaded, is left out and told."""
        made = []
        for report in found:
            try:
                made.append(self._made(report))
            except DragomanError as error:
                self._account.set_aside(error)
        return made

    def _made(self, report: Any) -> Any:
        account = self._account
        scale, position = account.scale(report.instrument_id), account.with_position
        if isinstance(report, model.OrderStatusReport):
            named = self._named(report)
            return reports.order_report_to(named, scale, account.account_id, with_position=position)
        if isinstance(report, model.FillReport):
            currency = account.currency_of(report.instrument_id)
            return reports.fill_report_to(report, scale, account.account_id, currency, with_position=position)
        return reports.position_report_to(report, scale, account.account_id, with_position=position)

    def _check_sides(self, found: list[model.PositionStatusReport]) -> None:
        seen: set[str] = set()
        for report in found:
            if report.quantity and report.instrument_id in seen and not self._account.with_position:
                self._account.log.error(
                    f"{report.instrument_id} has several positions on the account; set `oms_type='HEDGING'`, or the "
                    "account to one position an instrument"
                )
            if report.quantity:
                seen.add(report.instrument_id)


def _placed(fill: model.FillReport, order: model.OrderStatusReport | None) -> model.FillReport:
    """A fill with the position of its order, where it names none itself."""
    if order is None or fill.venue_position_id is not None or fill.instrument_id != order.instrument_id:
        return fill
    return msgspec.structs.replace(fill, venue_position_id=order.venue_position_id)


def _is_until(moment: int, end: int | None) -> bool:
    return end is None or moment <= end


def _decimal(quantity: Any) -> Any:
    return quantity.as_decimal()
