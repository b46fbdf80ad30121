"""A book that is asked for in the course of a stream begins with the whole book, for whoever asks and whoever was there."""

from __future__ import annotations

import asyncio
import time

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import InstrumentId, OrderBookDeltas
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue

STEP_NS = 2_000_000


class Reader:
    """Keeps a book of its own from what it is handed."""

    def __init__(self, name: str) -> None:
        self.book = OrderBook(InstrumentId(name))
        self.begins: list[bool] = []
        """Of each event, whether it was a whole book."""

    def __call__(self, event: OrderBookDeltas) -> None:
        assert isinstance(event, OrderBookDeltas)  # no hole
        self.book.apply(event)
        self.begins.append(event.is_snapshot)

    async def has(self, count: int) -> None:
        while len(self.begins) < count:
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    "venue, product",
    [("binance", "usdm"), ("bybit", "linear"), ("okx", "swap"), ("bitmex", "perpetual"), ("betfair", "")],
    ids=["a snapshot by a call", "in the stream", "held to checksums", "levels by id", "images"],
)
def test_who_comes_later_gets_the_whole_book_and_so_does_a_local_book(venue: str, product: str) -> None:
    core = SimulatedVenue(venue, seed=8, now_ns=time.time_ns(), products=[product] if product else ())
    product = product or next(iter(core.markets))
    name = str(next(iter(core.markets[product].lines.values())).instrument_id)

    async def play() -> None:
        async with asyncio.timeout(20), LoopbackVenue(core, (product,)) as server:
            moving = asyncio.create_task(server.run(STEP_NS))
            adapter = dragoman.load(venue).adapter(
                urls=server.urls,
                keeps_books=False,
                credentials={name: "simulated" for name in core.interface.credentials if name != "certs_dir"},
            )
            async with adapter:
                await adapter.load_instruments(product)
                first, second = Reader(name), Reader(name)
                async with adapter.subscription(OrderBookDeltas, name, into=first):
                    await first.has(5)
                    async with adapter.subscription(OrderBookDeltas, name, into=second):
                        await second.has(5)
                        count = len(first.begins)
                        local = adapter.book(name)
                        while not local.update_count:
                            await asyncio.sleep(0.005)
                        await first.has(count + 3)
                        moving.cancel()
                        await asyncio.sleep(0.1)
            assert first.begins[0] and second.begins[0] and True in first.begins[1:count]
            assert first.book.bids() == second.book.bids() == local.bids()
            assert first.book.asks() == second.book.asks() == local.asks()
            assert not adapter.stats.gaps

    asyncio.run(play())
