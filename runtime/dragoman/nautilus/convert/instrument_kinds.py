"""What each class of instrument says beyond what all of them do, and which of the common facts its constructor takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from dragoman.model.enums import AssetClass
from dragoman.nautilus.convert.numbers import currency_of, decimal_from, price_of, quantity_of
from dragoman.nautilus.convert.words import ASSET_CLASS, OPTION_KIND

_BASE = {
    "instrument_id",
    "raw_symbol",
    "price_precision",
    "price_increment",
    "tick_scheme_name",
    "info",
    "ts_event",
    "ts_init",
}
_FEES = {"margin_init", "margin_maint", "maker_fee", "taker_fee"}
_SIZED = {"size_precision", "size_increment"}
_LIMITS = {"max_quantity", "min_quantity", "max_notional", "min_notional", "max_price", "min_price"}
_CRYPTO = _BASE | _FEES | _SIZED | _LIMITS | {"multiplier", "lot_size"}
_LISTED = _BASE | _FEES | {"asset_class", "multiplier"}
_OTC = _BASE | _FEES | _SIZED | _LIMITS | {"asset_class", "lot_size"}

SAID: dict[str, set[str]] = {
    "BettingInstrument": (_BASE - {"instrument_id", "raw_symbol", "price_increment"})
    | _FEES
    | _LIMITS
    | {"size_precision"},
    "BinaryOption": _BASE
    | _SIZED
    | {"asset_class", "max_quantity", "min_quantity", "maker_fee", "taker_fee"},
    "Cfd": _OTC,
    "Commodity": _OTC,
    "CryptoFuture": _CRYPTO,
    "CryptoFuturesSpread": _CRYPTO,
    "CryptoOption": _CRYPTO,
    "CryptoPerpetual": _CRYPTO,
    "CurrencyPair": _CRYPTO,
    "Equity": _BASE | _FEES | {"max_quantity", "min_quantity"},
    "FuturesContract": _LISTED,
    "FuturesSpread": _LISTED,
    "IndexInstrument": _BASE | _SIZED,
    "OptionContract": _LISTED,
    "OptionSpread": _LISTED,
}
"""Class -> the common arguments that its constructor takes."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _quoted(each: Any) -> dict[str, Any]:
    base = getattr(each, "base_currency", None)
    found = {"quote_currency": currency_of(each.quote_currency)}
    if base is not None:
        found["base_currency"] = currency_of(base)
    return found


def _pair(each: Any) -> dict[str, Any]:
    # The library's default for a missing lot is no lot at all here, unlike with derivatives.
    return {**_quoted(each), **({} if each.lot_size else {"lot_size": None})}


def _over_the_counter(each: Any) -> dict[str, Any]:
    return {**_quoted(each), "asset_class": ASSET_CLASS[each.asset_class or AssetClass.FX]}


def _settled(each: Any) -> dict[str, Any]:
    return {
        "quote_currency": currency_of(each.quote_currency),
        "settlement_currency": currency_of(each.settlement_currency),
        "is_inverse": each.is_inverse,
    }


def _perpetual(each: Any) -> dict[str, Any]:
    return {**_settled(each), "base_currency": currency_of(each.base_currency)}


def _future(each: Any) -> dict[str, Any]:
    return {**_settled(each), "underlying": currency_of(each.underlying), **_span(each)}


def _option(each: Any) -> dict[str, Any]:
    return {**_future(each), **_strike(each)}


def _strike(each: Any) -> dict[str, Any]:
    return {
        "option_kind": OPTION_KIND[each.option_kind],
        "strike_price": price_of(each.strike_price, each.price_precision),
    }


def _span(each: Any) -> dict[str, Any]:
    return {"activation_ns": each.activation_ns, "expiration_ns": each.expiration_ns}


def _lot(each: Any) -> dict[str, Any]:
    return {"currency": currency_of(each.currency), "lot_size": quantity_of(each.lot_size or Decimal(1))}


def _equity(each: Any) -> dict[str, Any]:
    return {**_lot(each), "isin": each.isin}


def _listed(each: Any) -> dict[str, Any]:
    return {
        **_lot(each),
        **_span(each),
        "asset_class": ASSET_CLASS[each.asset_class or AssetClass.COMMODITY],
        "underlying": each.underlying,
        "exchange": each.exchange,
    }


def _listed_option(each: Any) -> dict[str, Any]:
    return {**_listed(each), **_strike(each)}


def _spread(each: Any) -> dict[str, Any]:
    return {**_listed(each), "strategy_type": each.strategy_type.strip() or "SPREAD"}


def _binary(each: Any) -> dict[str, Any]:
    return {
        "currency": currency_of(each.currency),
        "outcome": each.outcome,
        "description": each.description,
        **_span(each),
    }


def _index(each: Any) -> dict[str, Any]:
    return {"currency": currency_of(each.currency)}


_TEXTS = (
    "event_type_name",
    "competition_name",
    "event_name",
    "event_country_code",
    "betting_type",
    "market_id",
    "market_name",
    "market_type",
    "selection_name",
    "currency",
)
_NUMBERS = ("event_type_id", "competition_id", "event_id", "selection_id")
_MOMENTS = ("event_open_date", "market_start_time")


def _betting(each: Any) -> dict[str, Any]:
    return {
        "venue_name": each.venue,
        **{name: getattr(each, name) for name in (*_TEXTS, *_NUMBERS)},
        **{name: _EPOCH + timedelta(microseconds=getattr(each, name) // 1000) for name in _MOMENTS},
        # Handicaps are quarters of a goal, which a float holds exactly; the library takes nothing else.
        "selection_handicap": float(each.selection_handicap),
        # The constructor steps sizes by 0.01, which fewer digits would make zero.
        "size_precision": max(2, each.size_precision),
    }


FIELDS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "BettingInstrument": _betting,
    "BinaryOption": _binary,
    "Cfd": _over_the_counter,
    "Commodity": _over_the_counter,
    "CryptoFuture": _future,
    "CryptoFuturesSpread": _future,
    "CryptoOption": _option,
    "CryptoPerpetual": _perpetual,
    "CurrencyPair": _pair,
    "Equity": _equity,
    "FuturesContract": _listed,
    "FuturesSpread": _spread,
    "IndexInstrument": _index,
    "OptionContract": _listed_option,
    "OptionSpread": _spread,
}
"""Class -> the arguments that only its constructor takes."""


def _read_currencies(each: Any) -> dict[str, Any]:
    base = getattr(each, "base_currency", None)
    return {
        "quote_currency": each.quote_currency.code,
        "base_currency": None if base is None else base.code,
    }


def _read_settled(each: Any) -> dict[str, Any]:
    return {
        "quote_currency": each.quote_currency.code,
        "settlement_currency": each.settlement_currency.code,
        "is_inverse": each.is_inverse,
    }


def _read_perpetual(each: Any) -> dict[str, Any]:
    return {**_read_settled(each), "base_currency": each.base_currency.code}


def _read_future(each: Any) -> dict[str, Any]:
    return {**_read_settled(each), "underlying": each.underlying.code, **_span(each)}


def _read_strike(each: Any) -> dict[str, Any]:
    return {
        "option_kind": OPTION_KIND.back(each.option_kind),
        "strike_price": decimal_from(each.strike_price),
    }


def _read_option(each: Any) -> dict[str, Any]:
    return {**_read_future(each), **_read_strike(each)}


def _read_equity(each: Any) -> dict[str, Any]:
    return {"currency": each.quote_currency.code, "isin": each.isin}


def _read_listed(each: Any) -> dict[str, Any]:
    return {
        "currency": each.quote_currency.code,
        "underlying": each.underlying,
        "exchange": each.exchange,
        **_span(each),
    }


def _read_listed_option(each: Any) -> dict[str, Any]:
    return {**_read_listed(each), **_read_strike(each)}


def _read_spread(each: Any) -> dict[str, Any]:
    return {**_read_listed(each), "strategy_type": each.strategy_type}


def _read_binary(each: Any) -> dict[str, Any]:
    return {
        "currency": each.quote_currency.code,
        "outcome": each.outcome,
        "description": each.description,
        **_span(each),
    }


def _read_index(each: Any) -> dict[str, Any]:
    return {"currency": each.quote_currency.code}


def _read_betting(each: Any) -> dict[str, Any]:
    found = {name: getattr(each, name) for name in (*_TEXTS, *_NUMBERS) if name != "currency"}
    for name in _MOMENTS:
        found[name] = (getattr(each, name) - _EPOCH) // timedelta(microseconds=1) * 1000
    handicap = Decimal(str(each.selection_handicap))
    return {**found, "currency": each.quote_currency.code, "selection_handicap": handicap}


READ: dict[str, Callable[[Any], dict[str, Any]]] = {
    "BettingInstrument": _read_betting,
    "BinaryOption": _read_binary,
    "Cfd": _read_currencies,
    "Commodity": _read_currencies,
    "CryptoFuture": _read_future,
    "CryptoOption": _read_option,
    "CryptoPerpetual": _read_perpetual,
    "CurrencyPair": _read_currencies,
    "Equity": _read_equity,
    "FuturesContract": _read_listed,
    "FuturesSpread": _read_spread,
    "IndexInstrument": _read_index,
    "OptionContract": _read_listed_option,
    "OptionSpread": _read_spread,
}
"""NautilusTrader's class -> what is read from its objects beyond what all have."""
