"""Trades, quotes, bars, prices, funding and the state of markets, both ways."""

from __future__ import annotations

from decimal import Decimal
from hashlib import blake2b
from typing import Any

from nautilus_trader.model import data as theirs
from nautilus_trader.model.identifiers import TradeId

from dragoman import model
from dragoman.nautilus.convert.numbers import Finer, Scale, decimal_from
from dragoman.nautilus.convert.words import (
    AGGRESSOR_SIDE,
    INSTRUMENT_CLOSE_TYPE,
    MARKET_STATUS_ACTION,
)

_SIDES = AGGRESSOR_SIDE.to
_NO_ID = "-"
_LONGEST_ID = 36
_BAR_TYPES: dict[str, Any] = {}
_MOST_BAR_TYPES = 10_000


def trade_id(text: str) -> Any:
    """The id; one that NautilusTrader doesn't take (over 36 characters, not ASCII) becomes the digest of it, none becomes `-`."""
    if 0 < len(text) <= _LONGEST_ID and text.isascii():
        return TradeId(text)
    return TradeId(blake2b(text.encode(), digest_size=16).hexdigest() if text else _NO_ID)


def trade(scale: Scale, event: model.TradeTick) -> Any:
    prices, sizes = scale.prices, scale.sizes
    price_digits, size_digits = prices.precision, sizes.precision
    try:
        # Sizes hardly repeat, and a decimal takes longer to be looked up than its text.
        told: Any = event.size
        price, size = prices[event.price], sizes[str(told) if type(told) is Decimal else told]
    except Finer:
        price_digits, (price,) = prices.fit(event.price)
        size_digits, (size,) = sizes.fit(event.size)
    return theirs.TradeTick.from_raw(
        scale.id,
        price,
        price_digits,
        size,
        size_digits,
        _SIDES[event.aggressor_side],
        trade_id(event.trade_id),
        event.ts_event,
        event.ts_init,
    )


def trade_from(tick: Any, name: str) -> model.TradeTick:
    found = tick.trade_id.value
    return model.TradeTick(
        model.InstrumentId(name),
        decimal_from(tick.price),
        decimal_from(tick.size),
        AGGRESSOR_SIDE.back(tick.aggressor_side),
        "" if found == _NO_ID else found,
        tick.ts_event,
        tick.ts_init,
    )


def quote(scale: Scale, event: model.QuoteTick) -> Any:
    prices, sizes = scale.prices, scale.sizes
    price_digits, size_digits = prices.precision, sizes.precision
    try:
        bid, ask = prices[event.bid_price], prices[event.ask_price]
        bid_size, ask_size = sizes[event.bid_size], sizes[event.ask_size]
    except Finer:
        price_digits, (bid, ask) = prices.fit(event.bid_price, event.ask_price)
        size_digits, (bid_size, ask_size) = sizes.fit(event.bid_size, event.ask_size)
    return theirs.QuoteTick.from_raw(
        scale.id,
        bid,
        ask,
        price_digits,
        price_digits,
        bid_size,
        ask_size,
        size_digits,
        size_digits,
        event.ts_event,
        event.ts_init,
    )


def quote_from(tick: Any, name: str) -> model.QuoteTick:
    return model.QuoteTick(
        model.InstrumentId(name),
        decimal_from(tick.bid_price),
        decimal_from(tick.ask_price),
        decimal_from(tick.bid_size),
        decimal_from(tick.ask_size),
        tick.ts_event,
        tick.ts_init,
    )


def bar_type(scale: Scale, ours: str) -> Any:
    """The bar type under the id that NautilusTrader has for the instrument; a price that it has no word for raises NotInNautilus."""
    found = _BAR_TYPES.get(ours)
    if found is None:
        from dragoman.nautilus.convert.words import AGGREGATION_SOURCE, BAR_AGGREGATION, PRICE_TYPE

        said = model.BarType.parse(ours)
        specification = theirs.BarSpecification(
            said.step, BAR_AGGREGATION[said.aggregation], PRICE_TYPE[said.price_type]
        )
        found = theirs.BarType(scale.id, specification, AGGREGATION_SOURCE[said.source])
        if len(_BAR_TYPES) >= _MOST_BAR_TYPES:
            _BAR_TYPES.clear()
        _BAR_TYPES[ours] = found
    return found


def bar_type_from(found: Any, name: str) -> model.BarType:
    """Dragoman's bar type; a composite one gives its standard part."""
    text = str(found.standard())
    return model.BarType(f"{name}-{'-'.join(text.rsplit('-', 4)[1:])}")


def bar(scale: Scale, event: model.Bar) -> Any:
    prices, sizes = scale.prices, scale.sizes
    price_digits, size_digits = prices.precision, sizes.precision
    try:
        four = [prices[event.open], prices[event.high], prices[event.low], prices[event.close]]
        volume = sizes[event.volume]
    except Finer:
        price_digits, four = prices.fit(event.open, event.high, event.low, event.close)
        size_digits, (volume,) = sizes.fit(event.volume)
    kind = bar_type(scale, event.bar_type)
    return theirs.Bar.from_raw(kind, *four, price_digits, volume, size_digits, event.ts_event, event.ts_init)


def bar_from(found: Any, name: str) -> model.Bar:
    return model.Bar(
        bar_type_from(found.bar_type, name),
        decimal_from(found.open),
        decimal_from(found.high),
        decimal_from(found.low),
        decimal_from(found.close),
        decimal_from(found.volume),
        found.ts_event,
        found.ts_init,
    )


def mark_price(scale: Scale, event: model.MarkPriceUpdate) -> Any:
    return theirs.MarkPriceUpdate(scale.id, scale.price(event.value), event.ts_event, event.ts_init)


def mark_price_from(found: Any, name: str) -> model.MarkPriceUpdate:
    value = decimal_from(found.value)
    return model.MarkPriceUpdate(model.InstrumentId(name), value, found.ts_event, found.ts_init)


def index_price(scale: Scale, event: model.IndexPriceUpdate) -> Any:
    return theirs.IndexPriceUpdate(scale.id, scale.price(event.value), event.ts_event, event.ts_init)


def index_price_from(found: Any, name: str) -> model.IndexPriceUpdate:
    value = decimal_from(found.value)
    return model.IndexPriceUpdate(model.InstrumentId(name), value, found.ts_event, found.ts_init)


def funding_rate(scale: Scale, event: model.FundingRateUpdate) -> Any:
    """The interval has no place in this release's class."""
    return theirs.FundingRateUpdate(
        scale.id, event.rate, event.ts_event, event.ts_init, event.next_funding_ns
    )


def funding_rate_from(found: Any, name: str) -> model.FundingRateUpdate:
    return model.FundingRateUpdate(
        model.InstrumentId(name),
        found.rate,
        found.ts_event,
        found.ts_init,
        None,
        found.next_funding_ns,
    )


def status(scale: Scale, event: model.InstrumentStatus) -> Any:
    return theirs.InstrumentStatus(
        scale.id,
        MARKET_STATUS_ACTION[event.action],
        event.ts_event,
        event.ts_init,
        event.reason,
        event.trading_event,
        event.is_trading,
        event.is_quoting,
        event.is_short_sell_restricted,
    )


def status_from(found: Any, name: str) -> model.InstrumentStatus:
    return model.InstrumentStatus(
        instrument_id=model.InstrumentId(name),
        action=MARKET_STATUS_ACTION.back(found.action),
        ts_event=found.ts_event,
        ts_init=found.ts_init,
        reason=found.reason,
        trading_event=found.trading_event,
        is_trading=found.is_trading,
        is_quoting=found.is_quoting,
        is_short_sell_restricted=found.is_short_sell_restricted,
    )


def close(scale: Scale, event: model.InstrumentClose) -> Any:
    return theirs.InstrumentClose(
        scale.id,
        scale.price(event.close_price),
        INSTRUMENT_CLOSE_TYPE[event.close_type],
        event.ts_event,
        event.ts_init,
    )


def close_from(found: Any, name: str) -> model.InstrumentClose:
    return model.InstrumentClose(
        model.InstrumentId(name),
        decimal_from(found.close_price),
        INSTRUMENT_CLOSE_TYPE.back(found.close_type),
        found.ts_event,
        found.ts_init,
    )
