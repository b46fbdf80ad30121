"""What the private queries of a simulated venue tell: orders, fills, positions and balances in the venue's own answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.inspect import UnionType

from dragoman.errors import DragomanError
from dragoman.model import FillReport, OrderStatus, OrderStatusReport, OrderType
from dragoman.requests.facts import Interface, Operation
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.drafts import Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.positions import ALONE, BOTH, Position
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.market import Market
from dragoman.simulate.payloads import type_of
from dragoman.simulate.wire.fit import Fitter
from dragoman.simulate.wire.further import Further, further
from dragoman.simulate.wire.leaves import ROW
from dragoman.simulate.wire.orders import Doer
from dragoman.simulate.wire.places import Places
from dragoman.simulate.wire.ranges import over, page, within
from dragoman.simulate.wire.read import Read
from dragoman.simulate.wire.reading import Reader
from dragoman.simulate.wire.refusals import Refusals
from dragoman.simulate.wire.said import as_one, is_told

_USUAL = 500
_VENUE_ID = "venue_order_id"


class Reporting:
    """Reports of accounts as answers."""

    backwards: Backwards
    interface: Interface
    markets: Mapping[str, Market]
    reader: Reader
    refusals: Refusals
    fitter: Fitter
    places: Places
    _unwraps: dict[str, str]
    _doers: dict[str, Doer]
    _telling: dict[tuple[str, str, OrderType, bool, OrderStatus], bool]
    _fills: dict[Account, deque[FillReport]]
    _rows_by_id: dict[str, bool]

    def _with_instrument(self, account: Account, read: Read, product: str) -> tuple[str, Read]:
        """The product and the command of an order that is named by its id alone."""
        terms = read.terms
        if terms.get("instrument_id") is not None or read.command == "submit_order":
            return product, read
        order = account.orders.get(str(terms.get("venue_order_id"))) or account.by_client_id.get(
            str(terms.get("client_order_id"))
        )
        if order is None:
            if terms.get("venue_order_id") or terms.get("client_order_id"):
                raise Refused(Reason.NOT_FOUND, "there is no such order")
            return product, read
        identity = order.grid.instrument_id
        of = next((name for name, market in self.markets.items() if identity in market.lines), product)
        instrument = self.markets[of].lines[identity].instrument
        return of, Read(read.command, {**terms, "instrument_id": identity, "instrument": instrument})

    def _reports(
        self,
        operation: Operation,
        product: str,
        account: Account,
        given: Mapping[str, Any],
        now_ns: int,
    ) -> list[Any]:
        """What an operation tells of an account, the latest last."""
        kinds = [made.type for made in self.backwards.inverse.fits[operation.name].made]
        known = self.places.known(operation, product, given)
        wanted = known.get("instrument_id")
        if "OrderStatusReport" in kinds:
            if any(command.name == "query_order" for command in self.reader.commands(operation.name)):
                read = self.reader.read(operation, product, given, known)[0]
                if read.terms.get("venue_order_id") or read.terms.get("client_order_id"):
                    of, read = self._with_instrument(account, read, product)
                    found = self._doers[of].found(account, read.terms, self._about(operation))
                    return [found.report(now_ns)]
            orders = account.open.values() if operation.open_only else dict.fromkeys(account.orders.values())
            rows = [order for order in orders if wanted in (None, order.grid.instrument_id)]
            rows = [order for order in rows if not order.is_untold]
            for name, value in self.reader.ids(operation, given).items():
                rows = [
                    order
                    for order in rows
                    if value == (order.venue_order_id if name == _VENUE_ID else order.order.client_order_id)
                ]
            lines = self.markets[product].lines
            return [order.report(now_ns) for order in rows if order.grid.instrument_id in lines][-_USUAL:]
        if "FillReport" in kinds:
            lines = self.markets[product].lines
            fills = [fill for fill in self._fills[account] if fill.instrument_id in lines]
            return [
                msgspec.structs.replace(fill, ts_init=now_ns)
                for fill in fills
                if wanted in (None, fill.instrument_id)
                and all(getattr(fill, n) == v for n, v in self.reader.ids(operation, given).items())
            ][-_USUAL:]
        if "PositionStatusReport" in kinds:
            if operation.kind == "command" and wanted in self.markets[product].lines:
                # What is set of a position is told of it, whether there is one or not.
                leg = ALONE[BOTH] if wanted in account.alone else BOTH
                flat = Position(self.markets[product].lines[wanted].grid, leg, last_ns=now_ns)
                told = [p for (name, _), p in account.positions.items() if name == wanted] or [flat]
                return [each.report(account.account_id, now_ns) for each in told][:1]
            return [
                position.report(account.account_id, now_ns)
                for (identity, _), position in account.positions.items()
                if wanted in (None, identity) and position.lots and identity in self.markets[product].lines
            ]
        return [account.state(now_ns)]

    def _homes(self) -> list[str]:
        """Products, of those that share a market the first."""
        return list({id(market): name for name, market in reversed(list(self.markets.items()))}.values())[
            ::-1
        ]

    def home(self, report: Any) -> str:
        """The product of what a report is about; "" for one about none."""
        about = getattr(report, "instrument_id", None)
        return next((name for name in self._homes() if about in self.markets[name].lines), "")

    def _about(self, operation: Operation) -> str:
        """The orders that a call is about: those that wait for a price, or the others; "" for all."""
        return self.backwards.inverse.behind.orders.get(operation.name, "")

    def further(self, report: Any) -> Further | None:
        """What else is known of the order that a report is about."""
        return further(report, self.markets)

    @staticmethod
    def present(account: Account, kinds: Collection[str], now_ns: int) -> list[Any]:
        """Open orders, positions and balances of an account, as far as reports of these kinds tell of them."""
        found: list[Any] = []
        if "OrderStatusReport" in kinds:
            found += [each.report(now_ns) for each in account.open.values() if not each.is_untold]
        if "PositionStatusReport" in kinds:
            found += [p.report(account.account_id, now_ns) for p in account.positions.values() if p.lots]
        if "AccountState" in kinds:
            found.append(account.state(now_ns))
        return found

    def _tells_triggers(self, operation: str) -> bool | None:
        """Whether the orders that an operation lists have triggers; None where it lists no orders."""
        fit = self.backwards.inverse.fits.get(operation)
        made = next((each for each in fit.made if each.type == "OrderStatusReport"), None) if fit else None
        return None if made is None else "trigger_price" in made.needs

    def _listed(
        self,
        operation: Operation,
        product: str,
        events: Sequence[Any],
        given: Mapping[str, Any],
        request: Mapping[str, Any],
        now_ns: int,
    ) -> list[Any]:
        """What one answer of a list tells, the latest last, or first where its cursor is an id of a row."""
        behind = self.backwards.inverse.behind
        found = self._tellable(operation, product, events, request, now_ns)
        if operation.name in behind.ended:
            found = over(self._about(operation), found)
        found = self._narrowed(operation, product, found, given, request, now_ns)
        if all(isinstance(each, OrderStatusReport | FillReport) for each in found):
            found = within(operation, given, found)
            return page(operation, given, found, lambda: self._by_rows(operation, product, found[-1], now_ns))
        return found

    def _narrowed(
        self,
        operation: Operation,
        product: str,
        events: Sequence[Any],
        given: Mapping[str, Any],
        request: Mapping[str, Any],
        now_ns: int,
    ) -> list[Any]:
        """Without rows that say another word where the call names one of those that it may name."""
        words = {p.wire: str(given[p.wire]) for p in operation.params if p.allowed and given.get(p.wire)}
        found = list(events)
        for wire, word in words.items() if found else ():
            said = [
                _said_at(self._fitted(operation, product, [each], request, now_ns), wire) for each in found
            ]
            if all(isinstance(each, str) and each for each in said):
                found = [event for event, each in zip(found, said, strict=True) if each == word]
        return found

    def _by_rows(self, operation: Operation, product: str, event: Any, now_ns: int) -> bool:
        """Whether what a next page begins at is the id of the last row."""
        known = self._rows_by_id.get(operation.name)
        if known is None and operation.page is not None:
            fit = self.backwards.inverse.fits[operation.name]
            body = self._fitted(operation, product, [event], {}, now_ns)
            try:
                message = msgspec.json.decode(body, type=fit.payload)
                if operation.page.kind == "id":
                    message = (message if isinstance(message, list) else operation.page.rows(message))[0]
                next_one = operation.page.next(message)
            except (DragomanError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
                next_one = None
            known = next_one is not None and str(next_one) in (
                event.venue_order_id,
                getattr(event, "trade_id", ""),
            )
            self._rows_by_id[operation.name] = known
        return bool(known)

    def _tellable(
        self,
        operation: Operation,
        product: str,
        events: Sequence[Any],
        request: Mapping[str, Any],
        now_ns: int,
    ) -> list[Any]:
        """Reports without orders that another list of the venue tells: those that wait for a price, or those that do not."""
        only = self.backwards.inverse.fits[operation.name].orders
        if only:
            # A list of what is over tells of the orders that were triggered, too.
            change = "triggered" if operation.name in self.backwards.inverse.behind.ended else "asked"
            return [e for e in events if not isinstance(e, OrderStatusReport) or is_told(only, e, change)]
        lists = {
            each.name: self._tells_triggers(each.name)
            for each in self.interface.operations.values()
            if each.kind == "query"
            and each.open_only == operation.open_only
            and {product, ""} & each.paths.keys()
            and not any(command.name == "query_order" for command in self.reader.commands(each.name))
        }
        others = [name for name, tells in lists.items() if tells is not None and name != operation.name]
        ours = self._tells_triggers(operation.name)
        apart = any(lists[name] is not ours for name in others)
        found = []
        for event in events:
            waits = isinstance(event, OrderStatusReport) and event.trigger_price is not None
            if apart and isinstance(event, OrderStatusReport) and waits is not ours:
                continue
            if isinstance(event, OrderStatusReport) and others:
                key = operation.name, product, event.order_type, waits, event.order_status
                if key not in self._telling:
                    try:
                        self._fitted(operation, product, [event], request, now_ns)
                        self._telling[key] = True
                    except NotInvertible:
                        self._telling[key] = False
                if not self._telling[key]:
                    continue
            found.append(event)
        return found

    def _fitted(
        self,
        operation: Operation,
        product: str,
        events: Sequence[Any],
        request: Mapping[str, Any],
        now_ns: int,
        *,
        alone: bool = False,
    ) -> bytes:
        """The answer that tells these reports; a single one stands `alone` where the venue may leave its list out."""
        fit = self.backwards.inverse.fits[operation.name]
        if not product:
            # Fields that repeat the product have it from the reports where these are all of one.
            of = {self.home(each) for each in events}
            product = of.pop() if len(of) == 1 else product
        told = Told(product, now_ns, request=dict(request), further=self.further, home=self.home)
        events = as_one(fit.orders, events, self.further, now_ns)
        tree = self.fitter.fitted(operation.name, fit, events, told)
        if isinstance(tree, list) and len(tree) > 1:
            kept = _asked_for(tree, request)
            tree, alone = _asked_for(kept, _objects(request)), alone or len(kept) < len(tree)
        if (
            alone
            and isinstance(tree, list)
            and len(tree) == 1
            and isinstance(type_of(fit.payload), UnionType)
        ):
            (tree,) = tree
        body = msgspec.json.encode(tree)
        failed = self.interface.errors.failed
        if failed is None or body[:1] != b"{":
            return body
        if not failed(msgspec.json.decode(body)):
            return body
        body = self.refusals.succeeded(body)
        unwrap = self._unwraps.get(operation.name, "")
        if unwrap and failed(msgspec.json.decode(body)):
            body = self.refusals.envelope(unwrap, tree)
        if failed(msgspec.json.decode(body)):
            raise NotInvertible(self.backwards.venue, operation.name, "", "its answer would read as an error")
        return body

    def _with_gone(
        self,
        operation: Operation,
        product: str,
        body: bytes,
        gone: Working,
        given: Mapping[str, Any],
        now_ns: int,
    ) -> bytes:
        """The answer that also tells of the order which another one replaced."""
        tree, report = msgspec.json.decode(body), [gone.report(now_ns)]
        for wire, name in self.backwards.inverse.behind.replaces[operation.name][1].items():
            other = self.interface.operations[name]
            tree[wire] = msgspec.json.decode(self._fitted(other, product, report, given, now_ns, alone=True))
        return msgspec.json.encode(tree)

    def _tells_alone(self, read: Read) -> bool:
        """Whether a refusal is the venue's plain error body, since the answer has no rows that could tell it."""
        answered = self.backwards.inverse.outcomes.get(read.command)
        in_row = answered is not None and any(ROW in path for path in answered.reads.get("code", ()))
        return self.interface.commands[read.command].outcome.rows is None and not in_row


def _said_at(body: bytes, wire: str) -> Any:
    """What the first record of a body that has a key says under it; None where none has it."""
    level = [msgspec.json.decode(body)]
    while level:
        for each in level:
            if isinstance(each, dict) and wire in each:
                return each[wire]
        level = [
            p
            for e in level
            for p in (e.values() if isinstance(e, dict) else e if isinstance(e, list) else ())
        ]
    return None


def _asked_for(rows: list[Any], request: Mapping[str, Any]) -> list[Any]:
    """The rows whose fields are what the parameters of their names say; all where no row is."""
    for name, value in request.items():
        found = [row for row in rows if isinstance(row, dict) and row.get(name) == value]
        rows = found or rows
    return rows


def _objects(request: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of parameters that are JSON objects, by which some venues narrow down what they list."""
    found: dict[str, Any] = {}
    for value in request.values():
        if isinstance(value, str) and value.startswith("{"):
            try:
                found |= msgspec.json.decode(value, type=dict[str, Any])
            except msgspec.DecodeError:
                continue
    return found
