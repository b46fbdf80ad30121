"""Terms of a request as commands of the model, done on the exchange."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from dragoman.errors import InvalidOrder
from dragoman.model import (
    ORDER_TYPES,
    CancelAllOrders,
    CancelOrder,
    InstrumentId,
    ModifyOrder,
    Order,
    OrderSide,
    OrderType,
    PositionSide,
    QueryOrder,
    TimeInForce,
    TriggerType,
)
from dragoman.requests.linked import LOSSES
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.entry import is_conditional
from dragoman.simulate.exchange.exchange import Exchange
from dragoman.simulate.exchange.loans import NO_LOANS, Loans
from dragoman.simulate.exchange.positions import ALONE, BOTH, Leg
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import SelfTrade
from dragoman.simulate.exchange.triggers import is_reached
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.facts import Behind
from dragoman.simulate.wire.combinations import TWINS
from dragoman.simulate.wire.read import Read, same

_CALLED = {"type": "", "side": "order_side", "tif": "time_in_force", "trigger": "trigger_type"}
_ALSO = {"offset_type": "trailing_offset_type", "contingency": "contingency_type"}
_SELF_TRADE = re.compile(r"(?:(?:cancel|expire)_?(maker|taker|both)|decrement)", re.IGNORECASE)
_FIRST = frozenset("cedCED")
_LONGEST = len("cancel_maker")
_MOST = 4_096
_CONVERTED: dict[tuple[Any, ...], tuple[str, ...]] = {}
"""Type of an order with the names and types of its terms -> those of them that are words of the model in writing."""
_WORDS: dict[tuple[str, Any], Enum] = {}
"""(field, word in writing) -> the word."""
_MODES = {
    "MAKER": SelfTrade.CANCEL_OLDEST,
    "TAKER": SelfTrade.CANCEL_NEWEST,
    "BOTH": SelfTrade.CANCEL_BOTH,
}
_BOTH_WAYS = Loans(True, True)
_LEGS = {"LONG": PositionSide.LONG, "SHORT": PositionSide.SHORT}


@cache
def _fields_of(kind: type[Order]) -> dict[str, str]:
    """Terms by the names of the order's fields that they are."""
    own = set(kind.__struct_fields__) - {"params"}
    called = {name: field for name, field in (_CALLED | _ALSO).items() if field in own}
    return {**{name: name for name in own if name not in _CALLED | _ALSO}, **called}


def order_of(terms: Mapping[str, Any]) -> Order:
    """The order that a request means; raises Refused for terms that contradict each other."""
    kind = ORDER_TYPES[OrderType(terms["type"])]
    fields = _fields_of(kind)
    values: dict[str, Any] = {"instrument_id": terms["instrument_id"]}
    for name, value in terms.items():
        if value is not None and (field := fields.get(name)) is not None:
            values[field] = value
    if values.get("time_in_force") != TimeInForce.GTD:
        values.pop("expire_time", None)
    if values.get("trigger_type") == TriggerType.NO_TRIGGER:
        values.pop("trigger_type")
    if "limit_offset" in fields and values.get("price") is not None:
        values.setdefault("limit_offset", Decimal(0))
    types = (kind, *values, *[value.__class__ for value in values.values()])
    ready = _in_words(values, _CONVERTED.get(types))
    try:
        if ready is not None:
            return kind(**ready)
        order = msgspec.convert(values, kind, strict=False, dec_hook=lambda wanted, value: wanted(value))
    except (InvalidOrder, msgspec.ValidationError) as error:
        raise Refused(Reason.NOT_SUPPORTED, str(error)) from None
    other = [name for name, value in values.items() if getattr(order, name).__class__ is not value.__class__]
    if all(isinstance(getattr(order, name), Enum) for name in other):
        if len(_CONVERTED) >= _MOST or len(_WORDS) >= _MOST:
            _CONVERTED.clear()
            _WORDS.clear()
        _CONVERTED[types] = tuple(other)
        _WORDS.update({(name, values[name]): getattr(order, name) for name in other})
    return order


def _in_words(values: dict[str, Any], names: tuple[str, ...] | None) -> dict[str, Any] | None:
    """The fields of an order as they have to be, None where that isn't known yet; `names` are those in writing."""
    if names is None:
        return None
    found = dict(values)
    for name in names:
        word = _WORDS.get((name, values[name]))
        if word is None:
            return None
        found[name] = word
    return found


class Doer:
    """Does what requests ask for on one product's exchange."""

    def __init__(self, exchange: Exchange, behind: Behind, product: str) -> None:
        self.exchange = exchange
        self.behind = behind
        self._lends = product in behind.borrowing

    def loans(self, given: Mapping[str, Any]) -> Loans:
        """Whether an order of the request borrows and repays."""
        behind = self.behind
        if not self._lends:
            return NO_LOANS
        if not behind.by:
            return _BOTH_WAYS
        said = given.get(behind.by)
        return Loans(any(same(said, v) for v in behind.borrows), any(same(said, v) for v in behind.repays))

    def _leg(self, given: Mapping[str, Any]) -> PositionSide:
        """The position that an order of a request is for, where there may be two."""
        for name, sides in self.behind.legs.items():
            for side, value in sides.items():
                if same(given.get(name), value):
                    return _LEGS[side]
        return next((_LEGS[v] for v in map(_word, given.values()) if v in _LEGS), BOTH)

    def do(
        self, account: Account, read: Read, given: Mapping[str, Any], now_ns: int, about: str = ""
    ) -> list[Working]:
        """The orders that a command was about, where its call is not `about` others; raises Refused."""
        terms = read.terms
        match read.command:
            case "submit_order":
                leg: Leg = BOTH
                if account.hedging:
                    leg = self._leg(given)
                if read.alone or terms["instrument_id"] in account.alone:
                    leg = ALONE[PositionSide(leg)]
                mode = None
                for value in given.values():
                    if value.__class__ is str and value[:1] in _FIRST and len(value) <= _LONGEST:
                        mode = mode or self_trade_of(value)
                loans = self.loans(given)
                closes = terms.get("quantity") is None and is_conditional(OrderType(terms["type"]))
                if closes:
                    terms = self._closing(account, terms, given, leg)
                order = order_of(terms)
                if read.either:
                    order = self._ahead(order, terms)
                return [
                    self.exchange.submit(
                        account, order, now_ns, leg=leg, self_trade=mode, loans=loans, closes=closes
                    )
                ]
            case "modify_order":
                if read.replaces:
                    return self._replaced(account, read, now_ns)
                return [self._modified(account, terms, now_ns)]
            case "cancel_order":
                if about:
                    self.found(account, terms, about, Reason.NOT_OPEN)
                return [self.exchange.cancel(account, CancelOrder(**_named(terms)), now_ns)]
            case "cancel_all_orders":
                return self._all_canceled(account, terms, now_ns)
            case "query_order":
                return [self.found(account, terms)]
        raise Refused(Reason.NOT_SUPPORTED, f"{read.command} is not simulated")

    def _closing(
        self, account: Account, terms: Mapping[str, Any], given: Mapping[str, Any], leg: Leg
    ) -> Mapping[str, Any]:
        """The terms of an order that says no quantity: it closes the position, whose side it need not say."""
        grid = self.exchange.floor.listing(InstrumentId(terms["instrument_id"])).grid
        said = OrderSide(terms.get("side") or OrderSide.BUY)
        tells = any(_word(value) in (OrderSide.BUY.name, OrderSide.SELL.name) for value in given.values())
        for side in (said,) if tells else (OrderSide.BUY, OrderSide.SELL):
            lots = account.closable(grid, leg, 1 if side is OrderSide.BUY else -1)
            if lots:
                return {**terms, "side": side, "quantity": grid.size(lots), "reduce_only": True}
        raise Refused(Reason.REDUCE_ONLY, "there is no position that the order would close")

    def _ahead(self, order: Order, terms: Mapping[str, Any]) -> Order:
        """The order, or its like on the other side of the price where its trigger lies there."""
        listing = self.exchange.floor.listing(order.instrument_id)
        trigger = listing.grid.ticks(getattr(order, "trigger_price", None) or Decimal(0))
        sign = 1 if order.order_side is OrderSide.BUY else -1
        if not trigger or not is_reached(order, sign, trigger, listing.prices):
            return order
        return order_of({**terms, "type": TWINS[order.order_type]})

    def found(
        self, account: Account, terms: Mapping[str, Any], about: str = "", why: Reason = Reason.NOT_FOUND
    ) -> Working:
        """The order that a request names, of those that the call is about; raises Refused."""
        order = self.exchange.find(account, QueryOrder(**_named(terms)))
        told = about == "waiting" and why is Reason.NOT_FOUND and order is not None and order.pair is not None
        if order is None or (about and not told and (about == "plain") is order.is_conditional):
            raise Refused(why, "there is no such order")
        return order

    def _modified(self, account: Account, terms: Mapping[str, Any], now_ns: int) -> Working:
        names = ("quantity", "price", "trigger_price")
        order = self.found(account, terms)
        if order.pair is not None and terms.get("type") in LOSSES:
            order = next(each for each in order.pair if each.type in LOSSES)
        if not order.is_open:
            raise Refused(Reason.NOT_FOUND, "the order is closed")
        changed = {name: terms[name] for name in names if terms.get(name) is not None}
        if order.limit is None:
            changed.pop("price", None)
        if order.trigger is None:
            changed.pop("trigger_price", None)
        if not changed:
            raise Refused(Reason.UNCHANGED, "nothing would change")
        named = {**_named(terms), "venue_order_id": order.venue_order_id}
        found = self.exchange.modify(account, ModifyOrder(**named, **changed), now_ns)
        for other in order.pair or ():
            if other is not order and other.is_open and other.quantity != order.quantity:
                both = {**named, "venue_order_id": other.venue_order_id, "quantity": changed["quantity"]}
                self.exchange.modify(account, ModifyOrder(**both), now_ns)
        return found

    def _replaced(self, account: Account, read: Read, now_ns: int) -> list[Working]:
        """The order in the place of the one that was taken off, and that one."""
        terms = read.terms
        gone, found = self.exchange.replace(
            account,
            CancelOrder(**_named(terms)),
            now_ns,
            quantity=terms.get("quantity"),
            price=terms.get("price"),
            name=read.name,
        )
        return [found, gone]

    def _all_canceled(self, account: Account, terms: Mapping[str, Any], now_ns: int) -> list[Working]:
        side = OrderSide(terms["side"]) if terms.get("side") else OrderSide.NO_ORDER_SIDE
        wanted = terms.get("instrument_id")
        names = [wanted] if wanted is not None else list(self.exchange.listings)
        return [
            order
            for name in names
            for order in self.exchange.cancel_all(
                account, CancelAllOrders(instrument_id=InstrumentId(name), order_side=side), now_ns
            )
        ]


def _named(terms: Mapping[str, Any]) -> dict[str, Any]:
    """The order that is meant; of two ids the venue's own."""
    if terms.get("instrument_id") is None:
        raise Refused(Reason.UNKNOWN_INSTRUMENT, "no instrument is named")
    found: dict[str, Any] = {"instrument_id": InstrumentId(terms["instrument_id"])}
    if terms.get("venue_order_id") not in (None, ""):
        found["venue_order_id"] = str(terms["venue_order_id"])
    elif terms.get("client_order_id") not in (None, ""):
        found["client_order_id"] = str(terms["client_order_id"])
    else:
        raise Refused(Reason.NOT_SUPPORTED, "no order is named")
    return found


def self_trade_of(value: Any) -> SelfTrade | None:
    """What a word says of trades with oneself (CancelMaker, expire_both, DECREMENT); None for another word."""
    if not isinstance(value, str) or value[:1] not in _FIRST or len(value) > _LONGEST:
        return None
    found = _SELF_TRADE.fullmatch(value)
    if found is None:
        return None
    return SelfTrade.DECREMENT if found[1] is None else _MODES[found[1].upper()]


def _word(value: Any) -> str:
    return value.upper() if isinstance(value, str) else ""
