"""calls of the venue ginkgo. Generated from specs/ginkgo/calls.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import AggressorSide, MarkPriceUpdate, QuoteTick, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite
from dragoman.translate.scope import Scope
from msgspec import Struct, field

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
DECIMAL_1 = Decimal("1")


class Told(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of with_key, the answer of with_query, the answer of with_header, the answer of with_curve, the answer of with_name, the answer of keep_key, the answer of with_session. https://docs.ginkgo.example/auth#key"""

    ok: bool


class OpenedData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Opened."""

    listenKey: str


class Opened(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of open_key. https://docs.ginkgo.example/listen"""

    data: OpenedData


class Session(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of log_in. https://docs.ginkgo.example/login"""

    token: str


class Fills(Struct, frozen=True, kw_only=True, tag_field="kind", tag="fill", gc=False):
    """A message of fills. https://docs.ginkgo.example/user#fills"""

    symbol: str = field(name="s")
    price: Decimal = field(name="p")
    size: Decimal = field(name="q")
    id: str = field(name="i")


class Tops(Struct, frozen=True, kw_only=True, tag_field="kind", tag="top", gc=False):
    """A message of tops. https://docs.ginkgo.example/user#tops"""

    symbol: str = field(name="s")
    bid: Decimal = field(name="b")
    ask: Decimal = field(name="a")


class Marks(Struct, frozen=True, kw_only=True, tag_field="kind", tag="mark", gc=False):
    """A message of marks. https://docs.ginkgo.example/gate#marks"""

    symbol: str = field(name="s")
    price: Decimal = field(name="p")


def emit_with_key(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """A key alone to no event."""


def emit_open_key(scope: Scope, message: Opened, ts_init: int, out: list[Event]) -> None:
    """Open a listen key to no event."""


def emit_log_in(scope: Scope, message: Session, ts_init: int, out: list[Event]) -> None:
    """Log in to no event."""


def emit_fills(scope: Scope, message: Fills, ts_init: int, out: list[Event]) -> None:
    """fills to TradeTick."""
    out.append(
        TradeTick(
            scope.ids[message.symbol],
            finite(message.price),
            finite(message.size),
            AGGRESSOR_SIDE_BUYER,
            message.id,
            ts_init,
            ts_init,
        )
    )


def emit_tops(scope: Scope, message: Tops, ts_init: int, out: list[Event]) -> None:
    """tops to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            finite(message.bid),
            finite(message.ask),
            DECIMAL_1,
            DECIMAL_1,
            ts_init,
            ts_init,
        )
    )


def emit_marks(scope: Scope, message: Marks, ts_init: int, out: list[Event]) -> None:
    """marks to MarkPriceUpdate."""
    out.append(MarkPriceUpdate(scope.ids[message.symbol], finite(message.price), ts_init, ts_init))


emit_with_query = emit_with_key
emit_with_header = emit_with_key
emit_with_curve = emit_with_key
emit_with_name = emit_with_key
emit_keep_key = emit_with_key
emit_with_session = emit_with_key
