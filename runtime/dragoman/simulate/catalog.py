"""Instruments for a simulation: made from the examples of a venue's products, in a form that its catalog can say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.model import INSTRUMENT_TYPES, InstrumentId
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.meaning import difference
from dragoman.simulate.nearest import Nearest
from dragoman.simulate.payloads import fields_of
from dragoman.translate.facts import Product

_QUOTES = ("USDT", "USDC", "USD", "EUR", "BTC", "ETH")
_EXPIRY = re.compile(r"(\d{2})(\d{2})(\d{2})(?!\d)")
_DAY_NS = 86_400_000_000_000


class Currencies(Struct, frozen=True):
    base: str
    quote: str


def catalog(
    backwards: Backwards, product: Product, operation: str, params: Mapping[str, Any], now_ns: int
) -> list[Any]:
    """One instrument for each example of the product that its catalog can tell; raises NotInvertible where it tells none.

    Where a catalog can't tell an instrument as it was made up, what it can tell of it is the instrument.
    """
    found: list[Any] = []
    listed = backwards.inverse.listed.get(product.name, {})
    first: Any = None
    for text in backwards.inverse.examples.get(product.name, ()):
        candidates = list(_candidates(InstrumentId(text), product, now_ns, listed))
        first = first or next(iter(candidates), None)
        told = Told(product.name, now_ns, request=params)
        whole: tuple[Any, Nearest] | None = None
        for candidate in candidates:
            near = backwards.nearest(operation, candidate, told)
            if near is None:
                continue
            if near.decided and difference([candidate], [near.event]) is None:
                found.append(candidate)
                break
            if whole is None and _is_whole(near.event):
                whole = candidate, near
        else:
            if whole is not None:
                backwards.keep(operation, *whole)
                found.append(whole[1].event)
    if not found:
        if first is not None:
            backwards.answer(operation, [first], Told(product.name, now_ns))  # raises what is in the way
        why = f"no example of product {product.name!r} can be told"
        raise NotInvertible(backwards.venue, operation, "", why)
    return found


def _is_whole(instrument: Any) -> bool:
    """Whether an instrument says all that a market needs."""
    return bool(instrument.price_increment and instrument.size_increment)


def _candidates(
    identity: InstrumentId, product: Product, now_ns: int, listed: Mapping[str, Mapping[str, Any]]
) -> Iterator[Any]:
    """What the id may be: every type of the product, linear and inverse where `listed` does not say which."""
    key = product.key_of(identity)
    raw = product.raw(key) if key is not None else identity.symbol
    for name in product.instruments:
        kind = INSTRUMENT_TYPES[name]
        said = {**_of_key(product, key, now_ns), **listed.get(raw, listed.get("*", {}))}
        for inverse in (False, True) if "is_inverse" not in said else (said["is_inverse"],):
            try:
                yield _instrument(kind, identity, raw, inverse, now_ns, said)
            except msgspec.ValidationError:
                continue  # an instrument of this type is more than an id tells


def _of_key(product: Product, key: Any, now_ns: int) -> dict[str, Any]:
    """What the parts of a key say, and of a bet's instrument the names that people know it by."""
    parts = key if isinstance(key, tuple) else (key,)
    said = dict(zip(product.keys, parts, strict=False)) if key is not None else {}
    if "BettingInstrument" not in product.instruments:
        return said
    market = str(parts[0])
    number = int("".join(each for each in market if each.isdigit()) or 0) % 10_000_000
    return {
        **said,
        "size_increment": Decimal("0.01"),
        "size_precision": 2,
        "selection_handicap": next((each for each in parts if isinstance(each, Decimal)), Decimal(0)),
        "selection_name": f"Runner {parts[-2] if len(parts) > 1 else market}",
        "market_name": f"Market {market}",
        "market_type": "WIN",
        "betting_type": "ODDS",
        "event_id": 30_000_000 + number,
        "event_name": f"Event {number}",
        "event_country_code": "GB",
        "event_open_date": now_ns // _DAY_NS * _DAY_NS,
        "market_start_time": now_ns // _DAY_NS * _DAY_NS,
        "event_type_id": 7,
        "event_type_name": "Racing",
        "competition_id": 1,
        "competition_name": "Cup",
        "maker_fee": Decimal("0.05"),
        "taker_fee": Decimal("0.05"),
    }


def _instrument(
    kind: Any, identity: InstrumentId, raw: str, inverse: bool, now_ns: int, listed: Mapping[str, Any]
) -> Any:
    currencies = _currencies(raw)
    expiry = _expiry(raw, now_ns)
    lot = Decimal(1) if inverse else Decimal("0.001")
    right, strike = _option(raw)
    values: dict[str, Any] = {
        "instrument_id": identity,
        "raw_symbol": raw,
        "price_precision": 2,
        "price_increment": Decimal("0.01"),
        "size_precision": 0 if inverse else 3,
        "size_increment": lot,
        "lot_size": lot,
        "min_quantity": lot,
        "max_quantity": lot * 1_000_000,
        "min_price": Decimal("0.01"),
        "max_price": Decimal("1000000.00"),
        "multiplier": Decimal(100 if inverse else 1),
        "base_currency": currencies.base,
        "quote_currency": currencies.quote,
        "currency": "GBP" if kind is INSTRUMENT_TYPES["BettingInstrument"] else currencies.quote,
        "underlying": currencies.base,
        "settlement_currency": currencies.base if inverse else currencies.quote,
        "is_inverse": inverse,
        "is_active": True,
        "option_kind": right,
        "strike_price": strike,
        "activation_ns": expiry - 180 * _DAY_NS,
        "expiration_ns": expiry,
        "ts_event": now_ns,
        "ts_init": now_ns,
    }
    names = {item.name for item in fields_of(kind)}
    values |= listed
    said = {name: value for name, value in values.items() if name in names and value is not None}
    return msgspec.convert(said, kind)


def _currencies(raw: str) -> Currencies:
    """Base and quote of a symbol in the usual spelling; the whole symbol against USD in any other."""
    head, *rest = re.split(r"[-_/:]", raw)
    if rest and rest[0] in _QUOTES:
        return Currencies(head, rest[0])
    for quote in _QUOTES:
        if head.endswith(quote) and len(head) > len(quote):
            return Currencies(head.removesuffix(quote), quote)
    return Currencies(head or raw, "USD")


def _option(raw: str) -> tuple[str | None, Decimal | None]:
    """(kind, strike) of a symbol such as `BTC-27MAR26-70000-P`; (None, None) where it is none of an option."""
    parts = re.split(r"[-_]", raw)
    for before, part in pairwise(parts):
        if part in ("C", "P") and before.replace(".", "", 1).isdecimal():
            return ("CALL" if part == "C" else "PUT"), Decimal(before)
    return None, None


def _expiry(raw: str, now_ns: int) -> int:
    """The date in a symbol at 08:00 UTC, else a quarter of a year from now."""
    dated = _EXPIRY.search(raw)
    if dated is not None:
        year, month, day = (int(part) for part in dated.groups())
        try:
            moment = datetime(2000 + year, month, day, 8, tzinfo=UTC)
        except ValueError:
            return (now_ns // _DAY_NS + 91) * _DAY_NS  # six digits that are no date
        return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1) * 1_000_000
    return (now_ns // _DAY_NS + 91) * _DAY_NS
