"""instruments of the venue bybit. Generated from specs/bybit/instruments.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    CryptoFuture,
    CryptoOption,
    CryptoPerpetual,
    CurrencyPair,
    InstrumentStatus,
    MarketStatusAction,
    Money,
    OptionKind,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import parse_dec
from dragoman.translate.polls import Polls
from dragoman.translate.reads import OpenEnum, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

STATUS_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "Status",
    {
        "PreLaunch": MarketStatusAction.PRE_OPEN,
        "Trading": MarketStatusAction.TRADING,
        "Delivering": MarketStatusAction.SUSPEND,
        "Closed": MarketStatusAction.CLOSE,
    },
    MarketStatusAction.NONE,
)
OptionsType = Literal["Call", "Put"]
OPTIONS_TYPE_MEANS: dict[str, OptionKind] = {"Call": OptionKind.CALL, "Put": OptionKind.PUT}

DECIMAL_0 = Decimal("0")
MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING = MarketStatusAction.NOT_AVAILABLE_FOR_TRADING
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class SpotInstrumentLot(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpotInstrument."""

    step: Decimal = field(name="basePrecision")
    min_quantity: Decimal | None = field(name="minOrderQty", default=None)
    max_quantity: Decimal | None = field(name="maxOrderQty", default=None)
    min_amount: Decimal | None = field(name="minOrderAmt", default=None)


class SpotInstrumentPrice(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpotInstrument."""

    tick: Decimal = field(name="tickSize")


class SpotInstrument(Struct, frozen=True, kw_only=True, gc=False):
    """One spot pair. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    symbol: str
    base_coin: str = field(name="baseCoin")
    quote_coin: str = field(name="quoteCoin")
    status: str
    margin_trading: str | None = field(name="marginTrading", default=None)
    lot: SpotInstrumentLot = field(name="lotSizeFilter")
    price: SpotInstrumentPrice = field(name="priceFilter")


class ContractLeverage(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Contract."""

    most: Decimal | None = field(name="maxLeverage", default=None)


class ContractPrice(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Contract."""

    least: Decimal = field(name="minPrice")
    most: Decimal = field(name="maxPrice")
    tick: Decimal = field(name="tickSize")


class ContractLot(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Contract."""

    min_quantity: Decimal = field(name="minOrderQty")
    max_quantity: Decimal = field(name="maxOrderQty")
    step: Decimal = field(name="qtyStep")
    min_notional: str | None = field(name="minNotionalValue", default=None)


class Contract(Struct, frozen=True, kw_only=True, gc=False):
    """One linear or inverse contract. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    symbol: str
    contract_type: str = field(name="contractType")
    status: str
    base_coin: str = field(name="baseCoin")
    quote_coin: str = field(name="quoteCoin")
    settle_coin: str = field(name="settleCoin")
    launch_time_ms: str = field(name="launchTime")
    delivery_time_ms: str = field(name="deliveryTime")
    funding_interval: int | None = field(name="fundingInterval", default=None)
    symbol_type: str | None = field(name="symbolType", default=None)
    leverage: ContractLeverage = field(name="leverageFilter")
    price: ContractPrice = field(name="priceFilter")
    lot: ContractLot = field(name="lotSizeFilter")


class OptionPrice(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Option."""

    least: Decimal = field(name="minPrice")
    most: Decimal = field(name="maxPrice")
    tick: Decimal = field(name="tickSize")


class OptionLot(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Option."""

    min_quantity: Decimal = field(name="minOrderQty")
    max_quantity: Decimal = field(name="maxOrderQty")
    step: Decimal = field(name="qtyStep")


class Option(Struct, frozen=True, kw_only=True, gc=False):
    """One option. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    symbol: str
    options_type: OptionsType = field(name="optionsType")
    status: str
    base_coin: str = field(name="baseCoin")
    quote_coin: str = field(name="quoteCoin")
    settle_coin: str = field(name="settleCoin")
    launch_time_ms: str = field(name="launchTime")
    delivery_time_ms: str = field(name="deliveryTime")
    price: OptionPrice = field(name="priceFilter")
    lot: OptionLot = field(name="lotSizeFilter")


class Listed(Struct, frozen=True, kw_only=True, gc=False):
    """State of one instrument. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    symbol: str
    status: str


class GetSpotInstrumentsResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetSpotInstrumentsResponse."""

    rows: list[SpotInstrument] = field(name="list")


class GetSpotInstrumentsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spot_instruments: Spot pairs and their trading rules. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    result: GetSpotInstrumentsResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetContractsResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetContractsResponse."""

    rows: list[Contract] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class GetContractsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_contracts: Linear and inverse contracts and their trading rules. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    result: GetContractsResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetOptionsResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetOptionsResponse."""

    rows: list[Option] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class GetOptionsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_options: Options and their trading rules. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    result: GetOptionsResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetStatesResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetStatesResponse."""

    rows: list[Listed] = field(name="list")


class GetStatesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_states: States of pairs and contracts. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    result: GetStatesResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetOptionStatesResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetOptionStatesResponse."""

    rows: list[Listed] = field(name="list")


class GetOptionStatesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_option_states: States of options, of one or of all of a coin. https://bybit-exchange.github.io/docs/v5/market/instrument"""

    result: GetOptionStatesResponseResult
    time_ms: int | None = field(name="time", default=None)


def emit_get_spot_instruments(
    scope: Scope, message: GetSpotInstrumentsResponse, ts_init: int, out: list[Event]
) -> None:
    """Spot pairs and their trading rules to CurrencyPair."""
    for row in message.result.rows:
        try:
            row_key = row.symbol
            price = finite(row.price.tick)
            lot = finite(row.lot.step)
            out.append(
                CurrencyPair(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=len(format(price, "zf").partition(".")[2]),
                    price_increment=price,
                    size_precision=len(format(lot, "zf").partition(".")[2]),
                    size_increment=lot,
                    lot_size=lot,
                    max_quantity=finite(row.lot.max_quantity) if row.lot.max_quantity is not None else None,
                    min_quantity=finite(row.lot.min_quantity) if row.lot.min_quantity is not None else None,
                    min_notional=(
                        (Money(finite(row.lot.min_amount), row.quote_coin))
                        if row.lot.min_amount is not None
                        else None
                    ),
                    maker_fee=scope.told_dec("maker_fee"),
                    taker_fee=scope.told_dec("taker_fee"),
                    is_active=STATUS_MEANS.read(row.status, scope) is MARKET_STATUS_ACTION_TRADING,
                    info={"margin_trading": row.margin_trading},
                    ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                    ts_init=ts_init,
                    quote_currency=row.quote_coin,
                    base_currency=row.base_coin,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_contracts(scope: Scope, message: GetContractsResponse, ts_init: int, out: list[Event]) -> None:
    """Linear and inverse contracts and their trading rules to CryptoPerpetual, CryptoFuture."""
    for row in message.result.rows:
        try:
            row_key = row.symbol
            contract_type = row.contract_type.endswith("Futures")
            if not contract_type:
                price = finite(row.price.tick)
                lot = finite(row.lot.step)
                lot_ = DECIMALS[row.lot.min_notional] if row.lot.min_notional else DECIMAL_0
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price, "zf").partition(".")[2]),
                        price_increment=price,
                        size_precision=len(format(lot, "zf").partition(".")[2]),
                        size_increment=lot,
                        lot_size=lot,
                        max_quantity=finite(row.lot.max_quantity),
                        min_quantity=finite(row.lot.min_quantity),
                        min_notional=((Money(lot_, row.quote_coin)) if (lot_ > DECIMAL_0) else None),
                        max_price=finite(row.price.most),
                        min_price=finite(row.price.least),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=STATUS_MEANS.read(row.status, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "symbol_type": row.symbol_type,
                            "funding_interval": row.funding_interval,
                            "max_leverage": (
                                finite(row.leverage.most) if row.leverage.most is not None else None
                            ),
                        },
                        ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_coin,
                        settlement_currency=row.settle_coin,
                        is_inverse=row.contract_type.startswith("Inverse"),
                        base_currency=row.base_coin,
                    )
                )
            if contract_type:
                price_ = finite(row.price.tick)
                lot_2 = finite(row.lot.step)
                lot_3 = DECIMALS[row.lot.min_notional] if row.lot.min_notional else DECIMAL_0
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price_, "zf").partition(".")[2]),
                        price_increment=price_,
                        size_precision=len(format(lot_2, "zf").partition(".")[2]),
                        size_increment=lot_2,
                        lot_size=lot_2,
                        max_quantity=finite(row.lot.max_quantity),
                        min_quantity=finite(row.lot.min_quantity),
                        min_notional=((Money(lot_3, row.quote_coin)) if (lot_3 > DECIMAL_0) else None),
                        max_price=finite(row.price.most),
                        min_price=finite(row.price.least),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=STATUS_MEANS.read(row.status, scope) is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "symbol_type": row.symbol_type,
                            "max_leverage": (
                                finite(row.leverage.most) if row.leverage.most is not None else None
                            ),
                        },
                        ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_coin,
                        settlement_currency=row.settle_coin,
                        is_inverse=row.contract_type.startswith("Inverse"),
                        underlying=row.base_coin,
                        activation_ns=integer(row.launch_time_ms) * 1_000_000,
                        expiration_ns=integer(row.delivery_time_ms) * 1_000_000,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_options(scope: Scope, message: GetOptionsResponse, ts_init: int, out: list[Event]) -> None:
    """Options and their trading rules to CryptoOption."""
    for row in message.result.rows:
        try:
            row_key = row.symbol
            price = finite(row.price.tick)
            lot = finite(row.lot.step)
            out.append(
                CryptoOption(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=len(format(price, "zf").partition(".")[2]),
                    price_increment=price,
                    size_precision=len(format(lot, "zf").partition(".")[2]),
                    size_increment=lot,
                    lot_size=lot,
                    max_quantity=finite(row.lot.max_quantity),
                    min_quantity=finite(row.lot.min_quantity),
                    max_price=finite(row.price.most),
                    min_price=finite(row.price.least),
                    maker_fee=(got if (got := scope.told_dec("maker_fee")) is not None else DECIMAL_0),
                    taker_fee=(got_3 if (got_3 := scope.told_dec("taker_fee")) is not None else DECIMAL_0),
                    is_active=STATUS_MEANS.read(row.status, scope) is MARKET_STATUS_ACTION_TRADING,
                    ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                    ts_init=ts_init,
                    quote_currency=row.quote_coin,
                    settlement_currency=row.settle_coin,
                    is_inverse=False,
                    underlying=row.base_coin,
                    option_kind=OPTIONS_TYPE_MEANS[row.options_type],
                    strike_price=parse_dec(next((item for item in row_key.split("-")[2:3]), "")),
                    activation_ns=integer(row.launch_time_ms) * 1_000_000,
                    expiration_ns=integer(row.delivery_time_ms) * 1_000_000,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_states_into(
    scope: Scope,
    message: GetStatesResponse | GetOptionStatesResponse,
    ts_init: int,
    out: list[Event],
    machine: str,
) -> None:
    """What get_states, get_option_states have in common."""
    polls: Polls[Listed] = scope.machines[machine]
    for row in polls.rows(message.result.rows, scope.request, differs=scope.synced):
        try:
            out.append(
                InstrumentStatus(
                    instrument_id=scope.ids[row.symbol],
                    action=(
                        MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING
                        if polls.change == "removed"
                        else STATUS_MEANS.read(row.status, scope)
                    ),
                    ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                    ts_init=ts_init,
                    is_trading=polls.change != "removed"
                    and STATUS_MEANS.read(row.status, scope) is MARKET_STATUS_ACTION_TRADING,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_states(scope: Scope, message: GetStatesResponse, ts_init: int, out: list[Event]) -> None:
    """States of pairs and contracts to InstrumentStatus."""
    emit_get_states_into(scope, message, ts_init, out, "get_states")


def emit_get_option_states(
    scope: Scope, message: GetOptionStatesResponse, ts_init: int, out: list[Event]
) -> None:
    """States of options, of one or of all of a coin to InstrumentStatus."""
    emit_get_states_into(scope, message, ts_init, out, "get_option_states")
