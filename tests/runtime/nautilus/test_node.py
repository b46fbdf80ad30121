"""A TradingNode with the data client, against the simulated venue through real sockets."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from dragoman.errors import SetupError

pytest.importorskip("nautilus_trader")

from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanInstrumentProvider,
    DragomanInstrumentProviderConfig,
)
from dragoman.nautilus.data import DragomanDataClient
from dragoman.nautilus.errors import NodeConfigInvalid
from dragoman.nautilus.execution_client import DragomanExecutionClient
from dragoman.nautilus.link import link_for
from dragoman.nautilus.managed import ManagedBooks
from dragoman.simulate.answers import Answer
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from nautilus_trader.live.data_client import LiveMarketDataClient
from nautilus_trader.live.execution_client import LiveExecutionClient

from tests.runtime.nautilus.nodes import NAME, Scene, Watcher, bar_type, identity, run

SPOT, PERP = identity("BTCUSDT.BINANCE"), identity("BTCUSDT-PERP.BINANCE")
SECONDS = bar_type("BTCUSDT.BINANCE-1-SECOND-LAST-EXTERNAL")
MINUTES = bar_type("BTCUSDT.BINANCE-1-MINUTE-LAST-EXTERNAL")
UNKNOWN = identity("BTCUSDZ.BINANCE")


def book_of(scene: Scene, instrument_id: Any) -> tuple[list[Any], list[Any]]:
    book = scene.node.cache.order_book(instrument_id)
    sides = (book.bids(), book.asks())
    bids, asks = ([(level.price.as_decimal(), level.size()) for level in side] for side in sides)
    return bids, asks


def true_book(scene: Scene, instrument_id: Any) -> tuple[list[Any], list[Any]]:
    bids, asks = scene.core.levels(str(instrument_id))
    return [(price, float(size)) for price, size in bids], [(price, float(size)) for price, size in asks]


def best_of(scene: Scene) -> list[Any]:
    """The levels of the newest depth."""
    depth = scene.watcher.last["OrderBookDepth10"]
    return [
        [(each.price.as_decimal(), float(each.size)) for each in side if each.size.raw]
        for side in (depth.bids, depth.asks)
    ]


def test_a_strategy_gets_what_the_venue_sends_and_is_told_of_holes() -> None:
    def begin(watcher: Watcher) -> None:
        for each in (SPOT, PERP):
            watcher.subscribe_trade_ticks(each)
            watcher.subscribe_quote_ticks(each)
            watcher.subscribe_order_book_deltas(each)
        watcher.subscribe_order_book_depth(identity("BTCUSD_PERP.BINANCE"))
        watcher.subscribe_bars(SECONDS)
        watcher.subscribe_mark_prices(PERP)
        watcher.subscribe_funding_rates(PERP)
        # Refused in writing, and unknown: a sentence in the log each, and no subscription.
        watcher.subscribe_instrument_close(SPOT)
        watcher.subscribe_trade_ticks(UNKNOWN)
        now = watcher.clock.utc_now()
        watcher.request_bars(MINUTES, start=now - timedelta(minutes=30))
        watcher.request_trade_ticks(SPOT, start=now - timedelta(minutes=1))

    async def scenario(scene: Scene) -> None:
        seen, client = scene.watcher.seen, scene.client
        wanted = {"TradeTick", "QuoteTick", "OrderBookDeltas", "OrderBookDepth10", "Bar"}
        wanted |= {"MarkPriceUpdate", "historical Bar", "historical TradeTick"}
        await scene.until(lambda: wanted <= seen.keys())
        assert set(client.subscribed_trade_ticks()) == {SPOT, PERP}
        assert not client.subscribed_instrument_close()
        assert (
            scene.node.cache.instrument(PERP).price_precision
            == scene.watcher.last["TradeTick"].price.precision
        )
        scene.server.force_disconnect()
        await scene.until(lambda: seen["DragomanStreamGap"] >= 7)
        before = seen["OrderBookDeltas"]
        await scene.until(lambda: seen["OrderBookDeltas"] > before + 20)
        # Once the market holds still, the node's books are the venue's.
        scene.server.core.advance = lambda now_ns: []
        await scene.until(
            lambda: all(book_of(scene, each) == true_book(scene, each) for each in (SPOT, PERP))
        )
        scene.watcher.unsubscribe_trade_ticks(SPOT)
        await scene.until(lambda: SPOT not in client.subscribed_trade_ticks())
        assert not scene.watcher.bad_flags
        assert not scene.watcher.backwards

    assert run(begin, scenario) < 3


@pytest.mark.parametrize(
    ("instrument_id", "product"),
    [("BTCUSDT-LINEAR.BYBIT", "linear"), ("BTC-USDT-SWAP.OKX", "swap"), ("XBTUSD.BITMEX", "perpetual")],
)
def test_every_venue_has_the_same_client(instrument_id: str, product: str) -> None:
    name = identity(instrument_id)

    def begin(watcher: Watcher) -> None:
        watcher.subscribe_trade_ticks(name)
        watcher.subscribe_quote_ticks(name)
        watcher.subscribe_order_book_deltas(name)

    async def scenario(scene: Scene) -> None:
        await scene.until(lambda: {"TradeTick", "QuoteTick", "OrderBookDeltas"} <= scene.watcher.seen.keys())
        scene.core.advance = lambda now_ns: []
        await scene.until(lambda: book_of(scene, name) == true_book(scene, name))
        assert not scene.watcher.bad_flags
        assert not scene.watcher.backwards

    run(begin, scenario, venue=name.venue.value, products=[product])


def test_history_that_comes_page_by_page_backwards_is_stamped_with_its_own_moments() -> None:
    name = identity("BTC-USDT-SWAP.OKX")
    minutes = bar_type(f"{name}-1-MINUTE-LAST-EXTERNAL")

    def begin(watcher: Watcher) -> None:
        watcher.request_bars(minutes, start=watcher.clock.utc_now() - timedelta(hours=8))

    async def scenario(scene: Scene) -> None:
        past = scene.watcher.past
        await scene.until(lambda: len(past) > 450)
        moments = [each.ts_event for each in past]
        assert moments == sorted(moments) == [each.ts_init for each in past]

    run(begin, scenario, venue=name.venue.value, products=["swap"])


def test_depths_are_made_of_changes_where_the_venue_tells_none() -> None:
    name = identity("BTCUSDT-LINEAR.BYBIT")

    async def scenario(scene: Scene) -> None:
        await scene.until(lambda: scene.watcher.seen["OrderBookDeltas"] > 3)
        scene.watcher.subscribe_order_book_depth(name, managed=False)  # in the course of the changes
        await scene.until(lambda: scene.watcher.seen["OrderBookDepth10"] > 3)
        scene.core.advance = lambda now_ns: []
        await scene.until(lambda: best_of(scene) == [side[:10] for side in true_book(scene, name)])
        await scene.until(lambda: book_of(scene, name) == true_book(scene, name))
        assert scene.watcher.last["OrderBookDepth10"].flags == 128

    run(
        lambda watcher: watcher.subscribe_order_book_deltas(name),
        scenario,
        venue="BYBIT",
        products=["linear"],
    )


@pytest.mark.parametrize(
    ("instrument_id", "product"), [("BTC-USDT-SWAP.OKX", "swap"), ("BTCUSDT-PERP.BINANCE", "usdm")]
)
def test_a_book_has_one_source_though_a_channel_of_depths_tells_books_too(
    instrument_id: str, product: str
) -> None:
    name = identity(instrument_id)

    async def scenario(scene: Scene) -> None:
        watcher = scene.watcher
        await scene.until(lambda: watcher.seen["OrderBookDeltas"] > 2)
        # Of changes and depths that both manage it, a node takes whichever comes.
        watcher.subscribe_order_book_depth(name, managed=False)
        await scene.until(lambda: watcher.seen["OrderBookDepth10"] > 5)
        assert watcher.images == 1
        assert len(scene.node.cache.order_book(name).bids()) > 10

    run(
        lambda watcher: watcher.subscribe_order_book_deltas(name),
        scenario,
        venue=instrument_id.rpartition(".")[2],
        products=[product],
    )


@pytest.mark.parametrize(
    ("base", "ours"),
    [(LiveMarketDataClient, DragomanDataClient), (LiveExecutionClient, DragomanExecutionClient)],
)
def test_nothing_that_a_node_may_ask_of_a_client_is_left_to_its_base(base: Any, ours: Any) -> None:
    asked = (
        "_subscribe",
        "_unsubscribe",
        "_request",
        "_submit",
        "_modify",
        "_cancel",
        "_batch",
        "_query",
        "generate_",
    )
    found = {name: getattr(base, name) for name in dir(base) if name.startswith(asked)}
    bare = [name for name, each in found.items() if "NotImplementedError" in each.__code__.co_names]
    assert len(bare) > 8
    assert not [name for name in bare if getattr(ours, name) is found[name]]


def test_a_book_that_is_fed_twice_is_told_of_with_the_cure() -> None:
    told: list[str] = []
    books = ManagedBooks(SimpleNamespace(warning=told.append))
    changes = SimpleNamespace(instrument_id=PERP, managed=True)
    books.feed(changes, "changes")
    books.feed(SimpleNamespace(instrument_id=PERP, managed=False), "depths")
    books.feed(SimpleNamespace(instrument_id=SPOT, managed=True), "depths")
    assert not told
    books.feed(changes, "depths")
    assert len(told) == 1 and f"{PERP}" in told[0] and "managed=False" in told[0]
    books.leave(PERP, "depths")
    books.feed(changes, "changes")
    assert len(told) == 1


@pytest.mark.parametrize("load_all", [True, False])
def test_a_venue_that_comes_up_later_is_connected_to(load_all: bool) -> None:
    down = [True]

    def prepare(core: Any) -> None:
        respond = core.respond
        core.respond = lambda *said: Answer(503, b"maintenance") if down[0] else respond(*said)

    async def scenario(scene: Scene) -> None:
        await asyncio.sleep(0.5)
        assert scene.client.is_connected == (not load_all)
        down[0] = False
        await scene.until(lambda: scene.watcher.seen["TradeTick"] > 0, 20)

    run(
        lambda watcher: watcher.subscribe_trade_ticks(SPOT),
        scenario,
        load=True if load_all else (),
        prepare=prepare,
        timeout=20,
    )


def test_instruments_are_fetched_when_they_are_needed() -> None:
    async def scenario(scene: Scene) -> None:
        await scene.until(lambda: scene.watcher.seen["TradeTick"] > 0)
        assert scene.node.cache.instrument(PERP) is not None
        assert scene.node.cache.instrument(SPOT) is not None

    run(lambda watcher: watcher.subscribe_trade_ticks(SPOT), scenario, load=frozenset({PERP}))


def test_a_venue_that_is_down_hangs_neither_start_nor_stop() -> None:
    async def scenario(scene: Scene) -> None:
        await scene.until(lambda: scene.client._connecting is not None)
        await asyncio.sleep(0.5)
        assert not scene.client.is_connected
        assert not scene.watcher.is_running

    assert run(lambda watcher: None, scenario, is_up=False, timeout=1.0) < 3


def only_perpetuals(instrument: Any) -> bool:
    return str(instrument.id).endswith("-PERP.BINANCE")


def test_a_provider_loads_what_the_configuration_wants() -> None:
    async def main() -> None:
        core = SimulatedVenue("binance", seed=1, now_ns=time.time_ns())
        async with LoopbackVenue(core, tuple(core.markets)) as server:
            link = link_for(
                DragomanDataClientConfig(venue=NAME, urls=server.urls), asyncio.get_running_loop()
            )
            await link.open()
            try:
                wanted = f"{__name__}:only_perpetuals"
                config = DragomanInstrumentProviderConfig(load_all=True, filter_callable=wanted)
                some = DragomanInstrumentProvider(link, config)
                await some.initialize()
                assert {"BTCUSDT-PERP.BINANCE"} <= {str(each) for each in some.get_all()}
                assert all(only_perpetuals(each) for each in some.list_all())
                one = DragomanInstrumentProvider(link)
                await one.load_ids_async([SPOT, UNKNOWN])
                assert [each.id for each in one.list_all()] == [SPOT]
                spot = DragomanInstrumentProvider(
                    link, DragomanInstrumentProviderConfig(products=frozenset({"spot"}))
                )
                await spot.load_all_async()
                assert SPOT in spot.get_all() and PERP not in spot.get_all()
                # What margin trades are the pairs of spot, which its own name loads too.
                margin = DragomanInstrumentProvider(
                    link, DragomanInstrumentProviderConfig(products=frozenset({"margin"}))
                )
                await margin.load_all_async()
                assert SPOT in margin.get_all() and PERP not in margin.get_all()
            finally:
                await link.close()
            assert not link.is_open

    asyncio.run(main())


def test_an_instrument_finer_than_the_build_is_left_out_and_the_others_are_there() -> None:
    async def main() -> None:
        core = SimulatedVenue("binance", seed=1, now_ns=time.time_ns(), products=["spot"])
        respond = core.respond

        def finer(*said: Any) -> Answer:
            answer = respond(*said)
            head, name, rest = answer.body.partition(b'"1000SATSUSDT"')
            rest = rest.replace(b'"tickSize":"0.01"', b'"tickSize":"0.000000000000000001"')
            return Answer(answer.status, head + name + rest, answer.headers)

        vars(core)["respond"] = finer
        async with LoopbackVenue(core, tuple(core.markets)) as server:
            link = link_for(
                DragomanDataClientConfig(venue=NAME, urls=server.urls), asyncio.get_running_loop()
            )
            await link.open()
            try:
                config = DragomanInstrumentProviderConfig(products=frozenset({"spot"}))
                provider = DragomanInstrumentProvider(link, config)
                await provider.load_all_async()
                assert [each.id for each in provider.list_all()] == [SPOT]
                assert "1000SATSUSDT.BINANCE" in str(provider.missing(identity("1000SATSUSD.BINANCE")))
            finally:
                await link.close()

    asyncio.run(main())


def test_a_configuration_is_checked_before_a_node_is_built() -> None:
    with pytest.raises(NodeConfigInvalid, match=r"venue='BINANCEE' .*did you mean 'BINANCE'"):
        DragomanDataClientConfig(venue="BINANCEE")
    with pytest.raises(SetupError, match=r"environment='mainet' .*did you mean 'mainnet'"):
        DragomanDataClientConfig(venue=NAME, environment="mainet")


def test_secrets_of_a_configuration_are_not_printed() -> None:
    config = DragomanDataClientConfig(venue=NAME, credentials={"api_key": "hush", "api_secret": "psst"})
    assert "hush" not in repr(config)
    assert "api_secret" in repr(config)


def test_clients_of_one_account_share_one_adapter() -> None:
    loop = asyncio.new_event_loop()
    try:
        one = DragomanDataClientConfig(venue=NAME, credentials={"api_key": "a"})
        other = DragomanDataClientConfig(venue=NAME, credentials={"api_key": "b"})
        first = link_for(one, loop)
        assert link_for(one, loop) is first
        assert link_for(other, loop) is not first
    finally:
        loop.close()


def test_an_unknown_product_is_named() -> None:
    loop = asyncio.new_event_loop()
    try:
        link = link_for(DragomanDataClientConfig(venue=NAME), loop)
        with pytest.raises(NodeConfigInvalid, match="did you mean 'spot'"):
            DragomanInstrumentProvider(link, DragomanInstrumentProviderConfig(products=frozenset({"spott"})))
    finally:
        loop.close()
