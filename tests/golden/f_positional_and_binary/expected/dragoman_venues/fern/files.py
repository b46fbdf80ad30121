"""files of the venue fern. Generated from specs/fern/files.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import AggressorSide, QuoteTick, TradeTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import parse_iso
from dragoman.translate.reads import finite
from dragoman.translate.scope import Scope
from msgspec import Struct, field

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER
DECIMAL_0 = Decimal("0")


class TradeFile(Struct, frozen=True, kw_only=True, gc=False):
    """A message of trade_file: Trades of one day. https://fern.example/docs/files#trades"""

    time: int = field(name="timestamp")
    symbol: str
    trade_number: str = field(name="id")
    is_buy: str = field(name="side")
    price: Decimal
    amount: Decimal
    fee: Decimal | None = field(name="venue fee")
    comment: str | None = None


class QuoteFile(Struct, frozen=True, kw_only=True, gc=False):
    """A message of quote_file: Quotes of one day. https://fern.example/docs/files#quotes"""

    symbol: str
    time: str
    bid: str
    ask: str


def emit_trade_file(scope: Scope, message: TradeFile, ts_init: int, out: list[Event]) -> None:
    """Trades of one day to TradeTick."""
    if (finite(message.fee) if message.fee is not None else DECIMAL_0) >= DECIMAL_0:
        out.append(
            TradeTick(
                scope.ids[message.symbol],
                finite(message.price),
                finite(message.amount),
                AGGRESSOR_SIDE_BUYER if (message.is_buy == "buy") else AGGRESSOR_SIDE_SELLER,
                message.trade_number,
                message.time * 1_000,
                ts_init,
            )
        )


def emit_quote_file(scope: Scope, message: QuoteFile, ts_init: int, out: list[Event]) -> None:
    """Quotes of one day to QuoteTick."""
    if message.bid and message.ask:
        out.append(
            QuoteTick(
                scope.ids[message.symbol],
                DECIMALS[message.bid],
                DECIMALS[message.ask],
                DECIMAL_0,
                DECIMAL_0,
                parse_iso(message.time),
                ts_init,
            )
        )
