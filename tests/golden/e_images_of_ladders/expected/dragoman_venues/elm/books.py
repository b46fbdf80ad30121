"""books of the venue elm. Generated from specs/elm/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import AggressorSide, OrderBookDeltas, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.images import Images
from dragoman.translate.reads import finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0 = Decimal("0")


class Runner(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Market. https://docs.elm.example/stream#book"""

    runner: int | str = field(name="r")
    line: Decimal | None = None
    bid_rows: list[list[Decimal]] | None = field(name="bids", default=None)
    ask_rows: list[list[Decimal]] | None = field(name="asks", default=None)
    best_rows: list[list[Decimal]] | None = field(name="best", default=None)
    sold_rows: list[list[Decimal]] | None = field(name="sold", default=None)


class Market(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books. https://docs.elm.example/stream#book"""

    market: str = field(name="m")
    full: bool | None = None
    runners: list[Runner] | None = None


class Books(Struct, frozen=True, kw_only=True, tag_field="op", tag="book", gc=False):
    """A message of books: Books and trades of markets. https://docs.elm.example/stream#book"""

    at_ms: int = field(name="at")
    first_token: str | None = field(name="first", default=None)
    last_token: str | None = field(name="last", default=None)
    markets: list[Market]


def emit_books(scope: Scope, message: Books, ts_init: int, out: list[Event]) -> None:
    """Books and trades of markets to OrderBookDeltas, TradeTick."""
    images: Images = scope.machines["books"]
    images.save_tokens(first=message.first_token, last=message.last_token)
    for touched in message.markets:
        try:
            change = images.begin(
                touched.market, touched.full if touched.full is not None else False, ts_init, out
            )
            if change is None:
                continue
            for entry in change.rows(
                touched.runners or (), lambda gone: Runner(runner=gone[0], line=gone[1])
            ):
                try:
                    child = change.child(
                        (
                            entry.runner,
                            entry.line,
                        ),
                        (
                            entry.bid_rows,
                            entry.ask_rows,
                            entry.best_rows,
                        ),
                        (entry.sold_rows,),
                    )
                    runner = integer(entry.runner)
                    entry_id = scope.ids[
                        (touched.market, runner, finite(entry.line) if entry.line is not None else DECIMAL_0)
                    ]
                    if child.gap:
                        change.tell(child, entry_id)
                    if child.has_book:
                        at_ns = message.at_ms * 1_000_000
                        out.append(
                            OrderBookDeltas(
                                entry_id,
                                child.bids,
                                child.asks,
                                child.is_snapshot,
                                at_ns // 1_000_000,
                                0,
                                at_ns,
                                ts_init,
                            )
                        )
                    for trade in child.totals[0]:
                        try:
                            at_ns_ = message.at_ms * 1_000_000
                            out.append(
                                TradeTick(
                                    entry_id,
                                    trade[0],
                                    trade[1],
                                    AGGRESSOR_SIDE_NO_AGGRESSOR,
                                    "/".join(
                                        [
                                            touched.market,
                                            str(runner),
                                            str(at_ns_ // 1_000_000),
                                            format(trade[0], "zf"),
                                        ]
                                    ),
                                    at_ns_,
                                    ts_init,
                                )
                            )
                        except ROW_ERRORS as error:
                            scope.bad_row("$.markets[].runners", trade, error)
                except ROW_ERRORS as error:
                    scope.bad_row("$.markets[].runners", entry, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.markets", touched, error)
