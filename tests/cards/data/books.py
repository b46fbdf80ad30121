"""Order books: changes, snapshots, and the local book that is kept of them."""

from __future__ import annotations

import asyncio

from dragoman.model import OrderBookDeltas, OrderBookDepth10

from tests.cards.data.sound import check_about, check_levels, check_moments
from tests.cards.registry import card, holds
from tests.cards.scene import Scene
from tests.cards.table import gives


@card("D10", "changes of a book come, after the whole of it", gives("subscribe_book_deltas"))
async def subscribe_deltas(scene: Scene) -> None:
    found = await scene.heard(OrderBookDeltas, enough=10)
    check_about(scene, found)
    holds(found[0].is_snapshot, "the first message is not the whole book")
    holds(any(not each.is_snapshot for each in found) or len(found) > 2, "no change came")
    holds(any(each.bids or each.asks or each.rows for each in found), "no level came")


@card("D11", "a local book can be looked at every second", gives("subscribe_book_deltas"))
async def book_at_intervals(scene: Scene) -> None:
    async with scene.adapter.subscription(OrderBookDeltas, scene.identity):
        for _ in range(5):
            await scene.run(1)
            await scene.pause()
            book = scene.adapter.book(scene.identity)
            check_levels(book.bids(), book.asks())
            check_true(scene)


@card("D12", "the best ten levels come as snapshots", gives("subscribe_book_depth10"))
async def subscribe_depth(scene: Scene) -> None:
    found = await scene.heard(OrderBookDepth10)
    check_about(scene, found)
    for each in found:
        check_levels(each.bid_levels, each.ask_levels)
        holds(max(len(each.bids), len(each.asks)) <= 10, "there are more than ten levels")


@card("D13", "a book is told once on request", gives("request_book_deltas"))
async def request_book(scene: Scene) -> None:
    found = await scene.adapter.request_book(scene.identity, limit=10)
    holds(found.instrument_id == scene.identity and found.is_snapshot, "it is no snapshot of that book")
    check_levels(found.bid_levels, found.ask_levels)
    check_moments(found)
    bids, _ = scene.core.levels(scene.identity)
    holds(found.bid_levels[0] == bids[0], "its best bid is not the venue's")


@card(
    "D14", "the book that is built of changes is the venue's, level by level", gives("subscribe_book_deltas")
)
async def managed_book(scene: Scene) -> None:
    async with scene.adapter.subscription(OrderBookDeltas, scene.identity) as events:
        reading = asyncio.ensure_future(_drain(events))
        await scene.run(20)
        await scene.pause()
        reading.cancel()
        await asyncio.wait({reading})
        book = scene.adapter.book(scene.identity)
        check_levels(book.bids(), book.asks())
        check_true(scene)


def check_true(scene: Scene) -> None:
    """The local book is the true one, as deep as it goes."""
    book = scene.adapter.book(scene.identity)
    truth = scene.core.levels(scene.identity)
    for name, ours, theirs in (("bids", book.bids(), truth[0]), ("asks", book.asks(), truth[1])):
        depth = min(len(ours), len(theirs))
        holds(ours[:depth] == theirs[:depth], f"the {name} are not the venue's")


async def _drain(events: object) -> None:
    async for _ in events:  # type: ignore[attr-defined]
        continue
