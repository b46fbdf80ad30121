"""The floor: msgspec (databento-dbn for DBN) decoding the same frame, each of its fields typed, and nothing else."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, TypeVar

import databento_dbn as dbn
from msgspec import Struct
from msgspec.json import Decoder

from bench.timing import Feed

T = TypeVar("T")
TextLevel = tuple[str, str]
DecimalLevel = tuple[Decimal, Decimal]


class Combined(Struct, Generic[T], frozen=True, gc=False):
    stream: str
    data: T


class Trade(Struct, frozen=True, gc=False):
    e: str
    E: int
    s: str
    t: int
    p: Decimal
    q: Decimal
    T: int
    m: bool


class AggTrade(Struct, frozen=True, gc=False):
    e: str
    E: int
    s: str
    a: int
    p: Decimal
    q: Decimal
    f: int
    l: int  # noqa: E741 - the venue's own key
    T: int
    m: bool


class Quote(Struct, frozen=True, gc=False):
    e: str
    u: int
    s: str
    b: Decimal
    B: Decimal
    a: Decimal
    A: Decimal
    T: int
    E: int


class DepthText(Struct, frozen=True, gc=False):
    e: str
    E: int
    T: int
    s: str
    U: int
    u: int
    pu: int
    b: list[TextLevel]
    a: list[TextLevel]


class DepthDecimal(Struct, frozen=True, gc=False):
    e: str
    E: int
    T: int
    s: str
    U: int
    u: int
    pu: int
    b: list[DecimalLevel]
    a: list[DecimalLevel]


class Kline(Struct, frozen=True, gc=False):
    t: int
    T: int
    s: str
    i: str
    f: int
    L: int
    o: Decimal
    h: Decimal
    l: Decimal  # noqa: E741 - the venue's own key
    c: Decimal
    v: Decimal
    n: int
    x: bool
    q: Decimal
    V: Decimal
    Q: Decimal
    B: str


class KlineEvent(Struct, frozen=True, gc=False):
    e: str
    E: int
    s: str
    k: Kline


class RunnerChange(Struct, frozen=True, gc=False):
    id: int
    hc: Decimal | None = None
    ltp: Decimal | None = None
    tv: Decimal | None = None
    atb: list[DecimalLevel] | None = None
    atl: list[DecimalLevel] | None = None
    batb: list[tuple[int, Decimal, Decimal]] | None = None
    batl: list[tuple[int, Decimal, Decimal]] | None = None
    trd: list[DecimalLevel] | None = None


class MarketChange(Struct, frozen=True, gc=False):
    id: str
    img: bool = False
    rc: list[RunnerChange] | None = None


class MarketChangeMessage(Struct, frozen=True, gc=False):
    op: str
    pt: int
    clk: str | None = None
    mc: list[MarketChange] | None = None


def decode(kind: Any) -> Callable[[], Feed]:
    return lambda: Decoder(kind).decode


def decode_dbn() -> Feed:
    def feed(raw: bytes) -> object:
        decoder = dbn.DBNDecoder()
        decoder.write(raw)
        return decoder.decode()

    return feed


MAKERS: dict[str, Callable[[], Feed]] = {
    "trade": decode(Combined[Trade]),
    "aggTrade": decode(Combined[AggTrade]),
    "bookTicker": decode(Combined[Quote]),
    "depth": decode(Combined[DepthText]),
    "depth, every level": decode(Combined[DepthDecimal]),
    "kline": decode(Combined[KlineEvent]),
    "mcm": decode(MarketChangeMessage),
    "dbn trades": decode_dbn,
}
