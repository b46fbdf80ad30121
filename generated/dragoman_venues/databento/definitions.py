"""definitions of the venue databento. Generated from specs/databento/definitions.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.model import (
    AssetClass,
    CurrencyPair,
    Equity,
    FuturesContract,
    FuturesSpread,
    OptionContract,
    OptionKind,
    OptionSpread,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import decimals, normalize, on_clock
from dragoman.translate.reads import fixed
from dragoman.translate.scope import Scope

from dragoman_venues.databento.enums import PUBLISHER_MEANS

ASSET_CLASS_COMMODITY = AssetClass.COMMODITY
ASSET_CLASS_DEBT = AssetClass.DEBT
ASSET_CLASS_EQUITY = AssetClass.EQUITY
ASSET_CLASS_FX = AssetClass.FX
ASSET_CLASS_INDEX = AssetClass.INDEX
DECIMAL_0 = Decimal("0")
DECIMAL_0_01 = Decimal("0.01")
DECIMAL_1 = Decimal("1")
OPTION_KIND_CALL = OptionKind.CALL
OPTION_KIND_PUT = OptionKind.PUT


def emit_definition(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Instrument definitions to CurrencyPair, Equity, FuturesContract, FuturesSpread, OptionContract, OptionSpread."""
    money = message.currency or (message.strike_price_currency or "USD")
    unit = DECIMAL_1 if money in ("CLP", "ISK", "JPY", "KRW", "VND") else DECIMAL_0_01
    min_price_increment = (
        fixed(message.min_price_increment, 9)
        if message.min_price_increment not in (0, 9223372036854775807)
        else unit
    )
    increment = normalize(min_price_increment)
    digits = max(decimals(min_price_increment), decimals(unit))
    factor = normalize(
        fixed(message.unit_of_measure_qty, 9)
        if message.unit_of_measure_qty not in (0, 9223372036854775807)
        else DECIMAL_1
    )
    lot = Decimal(
        message.min_lot_size_round_lot if message.min_lot_size_round_lot not in (0, 2147483647) else 1
    )
    base = message.underlying or message.raw_symbol.partition(" ")[0]
    cfi_group = message.cfi[2:3]
    publisher_id = PUBLISHER_MEANS[message.publisher_id]
    is_publisher_id = publisher_id == "OPRA"
    if is_publisher_id:
        class_of_asset = ASSET_CLASS_EQUITY
    elif cfi_group == "I":
        class_of_asset = ASSET_CLASS_INDEX
    elif message.cfi.startswith("E"):
        class_of_asset = ASSET_CLASS_EQUITY
    elif message.cfi.startswith("D"):
        class_of_asset = ASSET_CLASS_DEBT
    else:
        class_of_asset = ASSET_CLASS_COMMODITY
    listed_at = (message.exchange or publisher_id) if publisher_id == "GLBX" else publisher_id
    start = message.activation if message.activation not in (18446744073709551615,) else 0
    end = message.expiration if message.expiration not in (18446744073709551615,) else 0
    letters = message.raw_symbol.replace("/", "").replace("-", "").replace(".", "").replace(" ", "").upper()
    pair = (
        letters
        if len(letters) == 6
        else (
            (message.asset or "").upper()
            if len(message.asset or "") == 6
            else ((message.asset or "") + (message.currency or "")).upper()
        )
    )
    listed_end = (
        on_clock(end, 16, 0, "America/New_York")
        if is_publisher_id and end // 1_000_000_000 % 86_400 == 0 and end // 1_000_000_000 > 0
        else end
    )
    exchange = message.exchange or None
    if message.instrument_class == "F":
        if not (factor > DECIMAL_0 and increment > DECIMAL_0):
            raise ValueError("factor > 0 and increment > 0 does not hold")
        out.append(
            FuturesContract(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                multiplier=factor,
                lot_size=lot,
                asset_class=class_of_asset,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                currency=money,
                underlying=message.asset or message.raw_symbol.partition(" ")[0],
                exchange=exchange,
                activation_ns=start,
                expiration_ns=end,
            )
        )
    if message.instrument_class == "S":
        if not (factor > DECIMAL_0 and increment > DECIMAL_0):
            raise ValueError("factor > 0 and increment > 0 does not hold")
        out.append(
            FuturesSpread(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                multiplier=factor,
                lot_size=lot,
                asset_class=class_of_asset,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                currency=money,
                underlying=message.asset or message.raw_symbol.partition(" ")[0],
                exchange=exchange,
                activation_ns=start,
                expiration_ns=end,
                strategy_type=message.secsubtype,
            )
        )
    if message.instrument_class in ("C", "P") and message.strike_price not in (9223372036854775807,):
        if not (factor > DECIMAL_0 and increment > DECIMAL_0):
            raise ValueError("factor > 0 and increment > 0 does not hold")
        out.append(
            OptionContract(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                multiplier=factor,
                lot_size=lot,
                asset_class=class_of_asset,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                currency=money,
                underlying=base,
                exchange=exchange,
                activation_ns=start,
                expiration_ns=listed_end,
                option_kind=OPTION_KIND_CALL if message.instrument_class == "C" else OPTION_KIND_PUT,
                strike_price=normalize(fixed(message.strike_price, 9)),
            )
        )
    if message.instrument_class in ("M", "T"):
        if not (factor > DECIMAL_0 and increment > DECIMAL_0):
            raise ValueError("factor > 0 and increment > 0 does not hold")
        out.append(
            OptionSpread(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                multiplier=factor,
                lot_size=lot,
                asset_class=class_of_asset,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                currency=money,
                underlying=base,
                exchange=exchange,
                activation_ns=start,
                expiration_ns=listed_end,
                strategy_type=message.secsubtype,
            )
        )
    if message.instrument_class == "K":
        out.append(
            Equity(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                lot_size=lot,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                currency=money,
            )
        )
    if message.instrument_class == "X" and len(pair) == 6:
        if not (factor > DECIMAL_0 and increment > DECIMAL_0):
            raise ValueError("factor > 0 and increment > 0 does not hold")
        out.append(
            CurrencyPair(
                instrument_id=scope.ids.define(
                    (message.raw_symbol, publisher_id),
                    instead={"exchange_as_venue": (message.raw_symbol, listed_at)},
                ),
                raw_symbol=scope.raw_symbol((message.raw_symbol, publisher_id)),
                price_precision=digits,
                price_increment=increment,
                size_increment=lot,
                multiplier=factor,
                lot_size=lot,
                asset_class=ASSET_CLASS_FX,
                keys=scope.keys((message.raw_symbol, publisher_id)),
                ts_event=message.ts_recv,
                ts_init=ts_init,
                quote_currency=pair[3:6],
                base_currency=pair[0:3],
            )
        )
