"""What can be traded. None is what a venue doesn't say, never a guess.

Increments, quantities, prices and fees are exact decimals (fees and margins are fractions: 0.0004 is four basis points, a
negative fee is a rebate); times are UNIX nanoseconds, where 0 means "none".
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from msgspec import Struct, field

from dragoman.model.enums import AssetClass, InstrumentClass, OptionKind
from dragoman.model.identifiers import InstrumentId
from dragoman.model.money import Money


class Instrument(Struct, frozen=True, kw_only=True):
    """What every class of instrument has.

    `keys` are the venue's other names for it (a token id, a contract number), by which messages resolve to it.
    `info` is what the venue says beyond this model, with its own names.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("id",)
    instrument_class: ClassVar[InstrumentClass]

    instrument_id: InstrumentId
    raw_symbol: str
    price_precision: int
    price_increment: Decimal
    size_precision: int = 0
    size_increment: Decimal = Decimal(1)
    multiplier: Decimal = Decimal(1)
    lot_size: Decimal | None = None
    max_quantity: Decimal | None = None
    min_quantity: Decimal | None = None
    max_notional: Money | None = None
    min_notional: Money | None = None
    max_price: Decimal | None = None
    min_price: Decimal | None = None
    margin_init: Decimal | None = None
    margin_maint: Decimal | None = None
    maker_fee: Decimal | None = None
    taker_fee: Decimal | None = None
    tick_scheme: str | None = None
    asset_class: AssetClass | None = None
    is_active: bool | None = None
    keys: Mapping[str, str | int] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    ts_event: int = 0
    ts_init: int = 0

    @property
    def id(self) -> InstrumentId:
        return self.instrument_id

    @property
    def symbol(self) -> str:
        return self.instrument_id.symbol

    @property
    def venue(self) -> str:
        return self.instrument_id.venue

    def __hash__(self) -> int:
        return hash((type(self), self.instrument_id))


class Quoted(Instrument, frozen=True, kw_only=True):
    """An instrument whose price is in `quote_currency`."""

    to_dict_also: ClassVar[tuple[str, ...]] = ("id", "currency")

    quote_currency: str

    @property
    def currency(self) -> str:
        """What prices are in; the other classes of instrument have this as a field."""
        return self.quote_currency


class CurrencyPair(Quoted, frozen=True, kw_only=True):
    """Spot: `base_currency` bought and sold for `quote_currency`."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SPOT

    base_currency: str


class Cfd(Quoted, frozen=True, kw_only=True):
    """Contract for difference; `base_currency` is None where the underlying is no currency."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.CFD

    base_currency: str | None = None


class Commodity(Quoted, frozen=True, kw_only=True):
    """A commodity traded spot."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SPOT

    asset_class: AssetClass | None = AssetClass.COMMODITY


class CryptoDerivative(Quoted, frozen=True, kw_only=True):
    """Margined and paid in `settlement_currency`; `is_inverse` where that is the underlying coin."""

    settlement_currency: str
    is_inverse: bool = False
    asset_class: AssetClass | None = AssetClass.CRYPTOCURRENCY


class CryptoPerpetual(CryptoDerivative, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SWAP

    base_currency: str
    max_leverage: Decimal | None = None


class CryptoFuture(CryptoDerivative, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.FUTURE

    underlying: str
    activation_ns: int = 0
    expiration_ns: int = 0


class CryptoOption(CryptoDerivative, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.OPTION

    underlying: str
    option_kind: OptionKind
    strike_price: Decimal
    activation_ns: int = 0
    expiration_ns: int = 0


class CryptoFuturesSpread(CryptoDerivative, frozen=True, kw_only=True):
    """Several futures (or spot and a future) traded as one; `strategy_type` is the venue's word."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.FUTURES_SPREAD

    underlying: str
    strategy_type: str = ""
    activation_ns: int = 0
    expiration_ns: int = 0


class CryptoOptionSpread(CryptoDerivative, frozen=True, kw_only=True):
    """Several options traded as one; `strategy_type` is the venue's word."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.OPTION_SPREAD

    underlying: str
    strategy_type: str = ""
    activation_ns: int = 0
    expiration_ns: int = 0


class Equity(Instrument, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SPOT

    currency: str
    isin: str | None = None
    asset_class: AssetClass | None = AssetClass.EQUITY


class IndexInstrument(Instrument, frozen=True, kw_only=True):
    """An index: it has prices and can't be traded itself."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SPOT

    currency: str
    asset_class: AssetClass | None = AssetClass.INDEX


class ListedDerivative(Instrument, frozen=True, kw_only=True):
    """A contract of an exchange; `exchange` is its market identifier code where the venue gives one."""

    currency: str
    underlying: str
    exchange: str | None = None
    activation_ns: int = 0
    expiration_ns: int = 0


class FuturesContract(ListedDerivative, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.FUTURE


class FuturesSpread(ListedDerivative, frozen=True, kw_only=True):
    """Several futures traded as one; `strategy_type` is the exchange's word."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.FUTURES_SPREAD

    strategy_type: str = ""


class OptionContract(ListedDerivative, frozen=True, kw_only=True):
    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.OPTION

    option_kind: OptionKind
    strike_price: Decimal


class OptionSpread(ListedDerivative, frozen=True, kw_only=True):
    """Several options traded as one; `strategy_type` is the exchange's word."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.OPTION_SPREAD

    strategy_type: str = ""


class BinaryOption(Instrument, frozen=True, kw_only=True):
    """Pays 1 or 0; `outcome` is the answer that this instrument bets on."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.BINARY_OPTION

    currency: str
    outcome: str | None = None
    description: str | None = None
    activation_ns: int = 0
    expiration_ns: int = 0
    asset_class: AssetClass | None = AssetClass.ALTERNATIVE


class BettingInstrument(Instrument, frozen=True, kw_only=True):
    """One selection of one betting market; prices are decimal odds. `event_open_date` and `market_start_time` are nanoseconds."""

    instrument_class: ClassVar[InstrumentClass] = InstrumentClass.SPORTS_BETTING

    currency: str
    market_id: str
    selection_id: int
    selection_handicap: Decimal = Decimal(0)
    selection_name: str = ""
    event_type_id: int = 0
    event_type_name: str = ""
    competition_id: int = 0
    competition_name: str = ""
    event_id: int = 0
    event_name: str = ""
    event_country_code: str = ""
    event_open_date: int = 0
    betting_type: str = ""
    market_name: str = ""
    market_type: str = ""
    market_start_time: int = 0
    asset_class: AssetClass | None = AssetClass.ALTERNATIVE
