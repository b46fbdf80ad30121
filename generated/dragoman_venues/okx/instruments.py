"""instruments of the venue okx. Generated from specs/okx/instruments.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AssetClass,
    BinaryOption,
    CryptoFuture,
    CryptoOption,
    CryptoPerpetual,
    CurrencyPair,
    InstrumentStatus,
    MarketStatusAction,
    OptionKind,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import decimals, multiply
from dragoman.translate.reads import OpenEnum, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

STATE_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "State",
    {
        "live": MarketStatusAction.TRADING,
        "suspend": MarketStatusAction.SUSPEND,
        "expired": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
        "rebase": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
        "post_only": MarketStatusAction.QUOTING,
        "preopen": MarketStatusAction.PRE_OPEN,
        "settling": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
        "test": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
    },
    MarketStatusAction.NONE,
)
ASSET_CATEGORY_MEANS: OpenEnum[AssetClass] = OpenEnum(
    "AssetCategory",
    {
        "1": AssetClass.CRYPTOCURRENCY,
        "3": AssetClass.EQUITY,
        "4": AssetClass.COMMODITY,
        "5": AssetClass.FX,
        "6": AssetClass.DEBT,
    },
    AssetClass.ALTERNATIVE,
)

ASSET_CLASS_ALTERNATIVE = AssetClass.ALTERNATIVE
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING
OPTION_KIND_CALL = OptionKind.CALL
OPTION_KIND_PUT = OptionKind.PUT


class Instrument(Struct, frozen=True, kw_only=True, gc=False):
    """One instrument; what a kind lacks is empty. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments"""

    inst_type: str = field(name="instType")
    symbol: str = field(name="instId")
    inst_id_code: int | str | None = field(name="instIdCode", default=None)
    uly: str
    inst_family: str | None = field(name="instFamily", default=None)
    base_ccy: str = field(name="baseCcy")
    quote_ccy: str = field(name="quoteCcy")
    settle_ccy: str = field(name="settleCcy")
    contract_value: str = field(name="ctVal")
    contract_multiplier: str = field(name="ctMult")
    contract_value_ccy: str = field(name="ctValCcy")
    contract_type: str = field(name="ctType")
    option_type: str = field(name="optType")
    strike: str = field(name="stk")
    list_time_ms: str = field(name="listTime")
    expire_time_ms: str = field(name="expTime")
    leverage: str = field(name="lever")
    tick_size: str = field(name="tickSz")
    lot_size: str = field(name="lotSz")
    min_size: str = field(name="minSz")
    max_limit_size: str | None = field(name="maxLmtSz", default=None)
    max_market_size: str | None = field(name="maxMktSz", default=None)
    rule_type: str | None = field(name="ruleType", default=None)
    series_id: str | None = field(name="seriesId", default=None)
    category: str | None = field(name="instCategory", default=None)
    state: str


class GetInstrumentsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_instruments: Instruments of one kind. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments"""

    code: str
    msg: str
    rows: list[Instrument] = field(name="data")


class InstrumentsArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Instruments."""

    channel: str


class Instruments(Struct, frozen=True, kw_only=True, gc=False):
    """A message of instruments: Instruments of one kind that were listed or changed. https://www.okx.com/docs-v5/en/#public-data-websocket-instruments-channel"""

    arg: InstrumentsArg
    rows: list[Instrument] = field(name="data")


def emit_get_instruments(
    scope: Scope, message: GetInstrumentsResponse, ts_init: int, out: list[Event]
) -> None:
    """Instruments of one kind to CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoOption, BinaryOption."""
    for row in message.rows:
        try:
            row_key = row.symbol
            if row.inst_type in ("SPOT", "MARGIN") and row.tick_size and row.lot_size:
                tick_size = DECIMALS[row.tick_size]
                lot_size = DECIMALS[row.lot_size]
                max_market_size = DECIMALS[row.max_market_size] if row.max_market_size else None
                out.append(
                    CurrencyPair(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size),
                        price_increment=tick_size,
                        size_precision=decimals(lot_size),
                        size_increment=lot_size,
                        lot_size=lot_size,
                        max_quantity=max_market_size,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "list_time": integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "max_market_value": max_market_size,
                            "max_market_value_currency": "USDT",
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_ccy,
                        base_currency=row.base_ccy,
                    )
                )
            if row.inst_type == "SWAP" and row.tick_size and row.lot_size:
                if not ("-" in row.uly and row.contract_type in ("linear", "inverse")):
                    raise ValueError(
                        "contains(uly, '-') and contract_type in ['linear', 'inverse'] does not hold"
                    )
                tick_size_ = DECIMALS[row.tick_size]
                lot_size_ = DECIMALS[row.lot_size]
                uly = row.uly.partition("-")
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_),
                        price_increment=tick_size_,
                        size_precision=decimals(lot_size_),
                        size_increment=lot_size_,
                        multiplier=multiply(
                            (
                                contract_value := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value if row.contract_value else None,
                            "contract_multiplier": contract_multiplier if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=uly[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=row.contract_type == "inverse",
                        base_currency=uly[0],
                        max_leverage=DECIMALS[row.leverage] if row.leverage else None,
                    )
                )
            if row.inst_type == "FUTURES" and row.tick_size and row.lot_size:
                if not ("-" in row.uly and row.contract_type in ("linear", "inverse")):
                    raise ValueError(
                        "contains(uly, '-') and contract_type in ['linear', 'inverse'] does not hold"
                    )
                tick_size_2 = DECIMALS[row.tick_size]
                lot_size_2 = DECIMALS[row.lot_size]
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_2),
                        price_increment=tick_size_2,
                        size_precision=decimals(lot_size_2),
                        size_increment=lot_size_2,
                        multiplier=multiply(
                            (
                                contract_value_ := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier_ := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_2,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value_ if row.contract_value else None,
                            "contract_multiplier": contract_multiplier_ if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=row.uly.partition("-")[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=row.contract_type == "inverse",
                        underlying=row.uly,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            if row.inst_type == "OPTION" and row.tick_size and row.lot_size:
                if not (row.strike and row.option_type in ("C", "P")):
                    raise ValueError("is_present(strike) and option_type in ['C', 'P'] does not hold")
                tick_size_3 = DECIMALS[row.tick_size]
                lot_size_3 = DECIMALS[row.lot_size]
                uly_2 = row.uly.partition("-")
                uly_ = uly_2[0]
                out.append(
                    CryptoOption(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_3),
                        price_increment=tick_size_3,
                        size_precision=decimals(lot_size_3),
                        size_increment=lot_size_3,
                        multiplier=multiply(
                            (
                                contract_value_2 := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier_2 := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_3,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value_2 if row.contract_value else None,
                            "contract_multiplier": contract_multiplier_2 if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=uly_2[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=(
                            row.settle_ccy == uly_
                            if row.contract_type == ""
                            else row.contract_type == "inverse"
                        ),
                        underlying=uly_,
                        option_kind=OPTION_KIND_CALL if row.option_type == "C" else OPTION_KIND_PUT,
                        strike_price=DECIMALS[row.strike] if row.strike else DECIMAL_0,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            if row.inst_type == "EVENTS" and row.tick_size and row.lot_size:
                if not (row.settle_ccy != "" or row.quote_ccy != ""):
                    raise ValueError("settle_ccy != '' or quote_ccy != '' does not hold")
                tick_size_4 = DECIMALS[row.tick_size]
                lot_size_4 = DECIMALS[row.lot_size]
                series_id = row.series_id or None
                out.append(
                    BinaryOption(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_4),
                        price_increment=tick_size_4,
                        size_precision=decimals(lot_size_4),
                        size_increment=lot_size_4,
                        lot_size=lot_size_4,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        max_price=DECIMAL_1,
                        min_price=DECIMAL_0,
                        asset_class=(
                            ASSET_CATEGORY_MEANS.read(row.category, scope)
                            if row.category
                            else ASSET_CLASS_ALTERNATIVE
                        ),
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "series_id": series_id,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        currency=row.settle_ccy if row.settle_ccy != "" else row.quote_ccy,
                        description=series_id,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_instruments(scope: Scope, message: Instruments, ts_init: int, out: list[Event]) -> None:
    """Instruments of one kind that were listed or changed to CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoOption, BinaryOption, InstrumentStatus."""
    for row in message.rows:
        try:
            row_key = row.symbol
            if row.inst_type in ("SPOT", "MARGIN") and row.tick_size and row.lot_size:
                tick_size = DECIMALS[row.tick_size]
                lot_size = DECIMALS[row.lot_size]
                max_market_size = DECIMALS[row.max_market_size] if row.max_market_size else None
                out.append(
                    CurrencyPair(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size),
                        price_increment=tick_size,
                        size_precision=decimals(lot_size),
                        size_increment=lot_size,
                        lot_size=lot_size,
                        max_quantity=max_market_size,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "list_time": integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "max_market_value": max_market_size,
                            "max_market_value_currency": "USDT",
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_ccy,
                        base_currency=row.base_ccy,
                    )
                )
            if row.inst_type == "SWAP" and row.tick_size and row.lot_size:
                if not ("-" in row.uly and row.contract_type in ("linear", "inverse")):
                    raise ValueError(
                        "contains(uly, '-') and contract_type in ['linear', 'inverse'] does not hold"
                    )
                tick_size_ = DECIMALS[row.tick_size]
                lot_size_ = DECIMALS[row.lot_size]
                uly = row.uly.partition("-")
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_),
                        price_increment=tick_size_,
                        size_precision=decimals(lot_size_),
                        size_increment=lot_size_,
                        multiplier=multiply(
                            (
                                contract_value := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value if row.contract_value else None,
                            "contract_multiplier": contract_multiplier if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=uly[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=row.contract_type == "inverse",
                        base_currency=uly[0],
                        max_leverage=DECIMALS[row.leverage] if row.leverage else None,
                    )
                )
            if row.inst_type == "FUTURES" and row.tick_size and row.lot_size:
                if not ("-" in row.uly and row.contract_type in ("linear", "inverse")):
                    raise ValueError(
                        "contains(uly, '-') and contract_type in ['linear', 'inverse'] does not hold"
                    )
                tick_size_2 = DECIMALS[row.tick_size]
                lot_size_2 = DECIMALS[row.lot_size]
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_2),
                        price_increment=tick_size_2,
                        size_precision=decimals(lot_size_2),
                        size_increment=lot_size_2,
                        multiplier=multiply(
                            (
                                contract_value_ := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier_ := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_2,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value_ if row.contract_value else None,
                            "contract_multiplier": contract_multiplier_ if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=row.uly.partition("-")[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=row.contract_type == "inverse",
                        underlying=row.uly,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            if row.inst_type == "OPTION" and row.tick_size and row.lot_size:
                if not (row.strike and row.option_type in ("C", "P")):
                    raise ValueError("is_present(strike) and option_type in ['C', 'P'] does not hold")
                tick_size_3 = DECIMALS[row.tick_size]
                lot_size_3 = DECIMALS[row.lot_size]
                uly_2 = row.uly.partition("-")
                uly_ = uly_2[0]
                out.append(
                    CryptoOption(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_3),
                        price_increment=tick_size_3,
                        size_precision=decimals(lot_size_3),
                        size_increment=lot_size_3,
                        multiplier=multiply(
                            (
                                contract_value_2 := (
                                    DECIMALS[row.contract_value] if row.contract_value else DECIMAL_1
                                )
                            ),
                            (
                                contract_multiplier_2 := (
                                    DECIMALS[row.contract_multiplier]
                                    if row.contract_multiplier
                                    else DECIMAL_1
                                )
                            ),
                        ),
                        lot_size=lot_size_3,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "contract_value": contract_value_2 if row.contract_value else None,
                            "contract_multiplier": contract_multiplier_2 if row.contract_multiplier else None,
                            "contract_value_currency": row.contract_value_ccy,
                            "inst_family": row.inst_family,
                            "max_limit_size": DECIMALS[row.max_limit_size] if row.max_limit_size else None,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        quote_currency=uly_2[2],
                        settlement_currency=row.settle_ccy,
                        is_inverse=(
                            row.settle_ccy == uly_
                            if row.contract_type == ""
                            else row.contract_type == "inverse"
                        ),
                        underlying=uly_,
                        option_kind=OPTION_KIND_CALL if row.option_type == "C" else OPTION_KIND_PUT,
                        strike_price=DECIMALS[row.strike] if row.strike else DECIMAL_0,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            if row.inst_type == "EVENTS" and row.tick_size and row.lot_size:
                if not (row.settle_ccy != "" or row.quote_ccy != ""):
                    raise ValueError("settle_ccy != '' or quote_ccy != '' does not hold")
                tick_size_4 = DECIMALS[row.tick_size]
                lot_size_4 = DECIMALS[row.lot_size]
                series_id = row.series_id or None
                out.append(
                    BinaryOption(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_4),
                        price_increment=tick_size_4,
                        size_precision=decimals(lot_size_4),
                        size_increment=lot_size_4,
                        lot_size=lot_size_4,
                        max_quantity=DECIMALS[row.max_market_size] if row.max_market_size else None,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        max_price=DECIMAL_1,
                        min_price=DECIMAL_0,
                        asset_class=(
                            ASSET_CATEGORY_MEANS.read(row.category, scope)
                            if row.category
                            else ASSET_CLASS_ALTERNATIVE
                        ),
                        is_active=STATE_MEANS.read(row.state, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "inst_id_code": (
                                integer(row.inst_id_code) if row.inst_id_code is not None else None
                            ),
                            "series_id": series_id,
                            "rule_type": row.rule_type,
                        },
                        ts_event=ts_init,
                        ts_init=ts_init,
                        currency=row.settle_ccy if row.settle_ccy != "" else row.quote_ccy,
                        description=series_id,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            state = STATE_MEANS.read(row.state, scope)
            out.append(
                InstrumentStatus(
                    instrument_id=scope.ids[row_key],
                    action=state,
                    ts_event=ts_init,
                    ts_init=ts_init,
                    is_trading=state is MARKET_STATUS_ACTION_TRADING,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
