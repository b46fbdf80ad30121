"""Strategies that make any value of the model that NautilusTrader's release can hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman import model
from dragoman.model import INSTRUMENT_TYPES, InstrumentId, Money
from hypothesis import strategies as st

ID = InstrumentId("BTC-USDT.X")
DIGITS = 4
times = st.integers(0, 2**63 - 1)
sequences = st.integers(0, 2**64 - 1)


def decimals(least: int, most: int, digits: int = DIGITS) -> st.SearchStrategy[Decimal]:
    """Exact numbers with up to so many digits after the point."""
    return st.builds(
        lambda number, places: Decimal(number).scaleb(-places),
        st.integers(least * 10**digits, most * 10**digits),
        st.integers(0, digits),
    ).filter(lambda number: least <= number <= most)


prices = decimals(-(10**9), 10**9)
sizes = decimals(0, 10**9)
positive = sizes.filter(bool)
names = st.text("abcXYZ019-_.:", min_size=1, max_size=36).filter(lambda text: text != "-")
texts = st.none() | st.text("abc ÄΩ", max_size=8)
flags = st.integers(0, 255)

trades = st.builds(
    model.TradeTick, st.just(ID), prices, positive, st.sampled_from(model.AggressorSide), names, times, times
)
quotes = st.builds(model.QuoteTick, st.just(ID), prices, prices, sizes, sizes, times, times)
bar_types = st.builds(
    model.BarType.of,
    st.just(ID),
    st.just(1),
    st.sampled_from(list(model.BarAggregation)),
    st.sampled_from([each for each in model.PriceType if each is not model.PriceType.INDEX]),
    st.sampled_from(model.AggregationSource),
)


@st.composite
def bars(draw: Any) -> model.Bar:
    low, one, other, high = sorted(draw(st.tuples(prices, prices, prices, prices)))
    return model.Bar(draw(bar_types), one, high, low, other, draw(sizes), draw(times), draw(times))


marks = st.builds(model.MarkPriceUpdate, st.just(ID), prices, times, times)
indices = st.builds(model.IndexPriceUpdate, st.just(ID), prices, times, times)
fundings = st.builds(
    model.FundingRateUpdate,
    st.just(ID),
    decimals(-1, 1, 12),
    times,
    times,
    st.none(),
    st.none() | st.integers(1, 2**63),
)
flag = st.none() | st.booleans()
statuses = st.builds(
    model.InstrumentStatus,
    instrument_id=st.just(ID),
    action=st.sampled_from(model.MarketStatusAction),
    ts_event=times,
    ts_init=times,
    reason=texts.filter(lambda text: text != ""),
    trading_event=texts.filter(lambda text: text != ""),
    is_trading=flag,
    is_quoting=flag,
    is_short_sell_restricted=flag,
)
closes = st.builds(
    model.InstrumentClose, st.just(ID), prices, st.sampled_from(model.InstrumentCloseType), times, times
)
either = decimals(0, 10**9)
levels = st.lists(st.tuples(prices, sizes) | st.tuples(prices.map(str), sizes.map(str)), max_size=12)
books = st.builds(
    model.OrderBookDeltas, st.just(ID), levels, levels, st.booleans(), sequences, flags, times, times
)
whole_levels = st.lists(st.tuples(prices, positive), max_size=10)


@st.composite
def depths(draw: Any) -> model.OrderBookDepth10:
    bids, asks = draw(whole_levels), draw(whole_levels)
    said = draw(st.booleans())
    bid_counts, ask_counts = (
        [draw(st.integers(1, 9)) for _ in side] if said and side else [] for side in (bids, asks)
    )
    rest = (draw(flags), draw(sequences), draw(times), draw(times))
    return model.OrderBookDepth10(ID, bids, asks, bid_counts, ask_counts, *rest)


@st.composite
def orders(draw: Any) -> model.OrderBookDeltas:
    """Changes of single orders, as venues with books by order send them."""
    rows = []
    for _ in range(draw(st.integers(1, 6))):
        action = draw(st.sampled_from(model.BookAction))
        side = draw(st.sampled_from([model.OrderSide.BUY, model.OrderSide.SELL]))
        price: Decimal | None = draw(prices)
        size: Decimal | None = draw(positive)
        identity = draw(st.integers(1, 2**64 - 1))
        if action is model.BookAction.CLEAR:
            price = size = None
            side, identity = model.OrderSide.NO_ORDER_SIDE, 0
        elif action is model.BookAction.DELETE and draw(st.booleans()):
            price = size = None
        row = (
            ID,
            action,
            side,
            price,
            size,
            identity,
            draw(flags),
            draw(sequences),
            draw(times),
            draw(times),
        )
        rows.append(model.OrderBookDelta(*row))
    return model.OrderBookDeltas(ID, (), (), False, 0, 0, 0, 0, tuple(rows))


gaps = st.builds(
    model.StreamGap,
    stream=names,
    reason=st.text(max_size=20),
    from_ns=times,
    to_ns=times,
    instrument_id=st.none() | st.just(ID),
)
greeks = st.builds(
    model.OptionGreeks,
    instrument_id=st.just(ID),
    delta=st.none() | decimals(-1, 1, 20),
    gamma=st.none() | decimals(-1, 1, 20),
    mark_iv=st.none() | decimals(0, 9, 20),
    convention=st.sampled_from(model.GreeksConvention),
    ts_event=times,
    ts_init=times,
)

_codes = st.sampled_from(["BTC", "USDT", "USD", "EUR", "WHATEVER9", "币安"])
_steps = st.integers(0, 8).map(lambda digits: Decimal(1).scaleb(-digits))
_fees = st.none() | decimals(-1, 1, 6)
_margins = st.none() | decimals(0, 1, 6)
_limits = st.none() | decimals(0, 10**6)
_money = st.none() | st.builds(Money, decimals(0, 10**6, 2), _codes)
_words = st.text("abc XYZ", max_size=10)
_common = {
    "raw_symbol": names,
    "multiplier": st.sampled_from([Decimal(1), Decimal("0.001"), Decimal(100)]),
    "lot_size": st.none() | st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(25)]),
    "max_quantity": _limits,
    "min_quantity": _limits,
    "max_notional": _money,
    "min_notional": _money,
    "max_price": _limits,
    "min_price": _limits,
    "margin_init": _margins,
    "margin_maint": _margins,
    "maker_fee": _fees,
    "taker_fee": _fees,
    "asset_class": st.none() | st.sampled_from(model.AssetClass),
    "is_active": flag,
    "keys": st.dictionaries(names, st.integers(0, 2**60) | names, max_size=2),
    "info": st.dictionaries(names, st.integers(0, 2**60) | names | st.lists(names, max_size=2), max_size=2),
    "ts_event": times,
    "ts_init": times,
}
_more: dict[str, st.SearchStrategy[Any]] = {
    "quote_currency": _codes,
    "base_currency": _codes,
    "settlement_currency": _codes,
    "currency": _codes,
    "underlying": _codes,
    "is_inverse": st.booleans(),
    "max_leverage": st.none() | decimals(1, 125, 0),
    "activation_ns": times,
    "expiration_ns": times,
    "option_kind": st.sampled_from(model.OptionKind),
    "strike_price": positive,
    "strategy_type": _words,
    "isin": st.none() | st.just("US0378331005"),
    "exchange": st.none() | st.just("XCME"),
    "outcome": st.none() | st.just("Yes"),
    "description": st.none() | st.just("Will it rain?"),
    "market_id": st.just("1.201070830"),
    "selection_id": st.integers(1, 2**31 - 1),
    "selection_handicap": st.sampled_from([Decimal(0), Decimal("-1.25"), Decimal("2.5")]),
    "event_open_date": st.integers(0, 4 * 10**9).map(lambda seconds: seconds * 10**9),
    "market_start_time": times,
}
HELD = sorted(set(INSTRUMENT_TYPES) - {"CryptoOptionSpread"})
"""Classes of instruments that NautilusTrader's release has."""
WHOLE = {"Equity", "FuturesContract", "FuturesSpread", "OptionContract", "OptionSpread"}


@st.composite
def instruments(draw: Any, name: str) -> model.Instrument:
    kind = INSTRUMENT_TYPES[name]
    price_step, size_step = draw(_steps), Decimal(1) if name in WHOLE else draw(_steps)
    fields: dict[str, Any] = {
        "instrument_id": ID,
        "price_increment": price_step,
        "price_precision": -int(price_step.as_tuple().exponent),
        "size_increment": size_step,
        "size_precision": -int(size_step.as_tuple().exponent),
    }
    for key in kind.__struct_fields__:
        source = _common.get(key, _more.get(key))
        if source is not None and key not in fields:
            fields[key] = draw(source)
    return kind(**fields)
