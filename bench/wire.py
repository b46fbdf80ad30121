"""`python -m bench.wire`: orders a second that simulated venues take, from the bytes of a signed request to the bytes of the answer."""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import dragoman
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import Accepted, CancelOrder, LimitOrder, MarketOrder, Order, OrderSide
from dragoman.requests.commands import prepared
from dragoman.requests.sockets import socket_frame
from dragoman.simulate.line import Line
from dragoman.simulate.venue import SimulatedVenue
from rich.console import Console
from rich.table import Table

from bench.exchange import LEAST
from bench.exchange import orders_per_second as by_the_core

PRODUCTS = {
    "binance": ("spot", "usdm"),
    "bybit": ("spot", "linear"),
    "okx": ("spot", "swap"),
    "bitmex": ("perpetual",),
}
START_NS = 1_790_000_000_000_000_000
STEP_NS = 1_000_000_000
"""From one order to the next, so that no limit of the venue is reached."""
WARM_UP = 2_000
"""Orders that are not timed: what is said for the first time is searched for, and looked at until it is sure."""
Call = tuple[Callable[..., object], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Way:
    """How the orders come: over HTTP or a connection, with the owner listening to what becomes of them or not."""

    venue: str
    product: str
    over: str
    heard: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way took, and what the exchange behind it took at the same time; frames that told the owner, an order."""

    way: Way
    wire: float
    core: float
    frames: float


def ways(venues: list[str] | None = None) -> Iterator[Way]:
    """Every way of every venue, or of some."""
    for venue in venues or PRODUCTS:
        products = PRODUCTS[venue]
        interface = SimulatedVenue(venue, now_ns=START_NS, products=products[:1], partial=True).interface
        for product in products:
            sockets = {
                name
                for each in interface.commands["submit_order"].operations.values()
                if (operation := interface.operations[each]).socket is not None
                for name in operation.socket.connections
            }
            for over in ("http", "ws") if {product, ""} & sockets else ("http",):
                yield from (Way(venue, product, over, heard) for heard in (False, True))


def orders(line: Line, count: int, name: str) -> Iterator[Order | CancelOrder]:
    """Seven limits in ten around the market's price, the rest takes what is there; a fifth of what rests is taken back."""
    random = Random(name)
    bid, ask = line.best
    instrument = line.instrument
    least = line.grid.lots(instrument.min_quantity) or 1 if instrument.min_quantity else 1
    notional = instrument.min_notional
    while notional is not None and line.price(bid - 60) * line.size(least) < notional.amount:
        least *= 2
    for number in range(count):
        side = OrderSide.BUY if random.random() < 0.5 else OrderSide.SELL
        named: dict[str, Any] = {"instrument_id": line.instrument_id, "client_order_id": f"{name}{number}"}
        quantity = line.size(least * random.randrange(1, 4))
        if random.random() < 0.7:
            away = random.randrange(-1, 40)
            price = line.price(bid - away if side is OrderSide.BUY else ask + away)
            yield LimitOrder(order_side=side, quantity=quantity, price=price, **named)
            if away > 0 and random.random() < 0.2:
                yield CancelOrder(**named)
        else:
            yield MarketOrder(order_side=side, quantity=quantity, **named)


class Session:
    """One venue with an adapter that is logged on, and the requests that it would send, made beforehand."""

    def __init__(self, way: Way, core: SimulatedVenue, adapter: Any) -> None:
        self.way = way
        self.core = core
        self.requests = adapter.requests
        self.now_ns = START_NS
        self.line = next(iter(core.markets[way.product].lines.values()))
        self._number = 0

    def calls(self, count: int, name: str) -> list[Call]:
        """What is called of the core, one after the other, signed by a clock of its own; the adapter keeps its."""
        clock, self.requests.clock = self.requests.clock, lambda: self.now_ns
        try:
            return [self._call(order) for order in orders(self.line, count, name)]
        finally:
            self.requests.clock = clock

    def _call(self, order: Order | CancelOrder) -> Call:
        self.now_ns += STEP_NS
        self._number += 1
        core, requests = self.core, self.requests
        action = "cancel_order" if isinstance(order, CancelOrder) else "submit_order"
        ready = prepared(requests, action, {"order": order})
        operation, product = ready.operation, ready.product
        if self.way.over == "http":
            sent = requests.http(operation, product, ready.checked)
            url = urlsplit(sent.target)
            target = f"{url.path}?{url.query}" if url.query else url.path
            headers = {name.lower(): value for name, value in sent.headers}
            server = operation.servers.get(product) or operation.servers[""]
            return core.respond, (server, sent.method, target, sent.body, self.now_ns, headers)
        link = next(each for each in core.desk.links if core.interface.streams[each.connection].requests)
        frame = socket_frame(requests, link.connection, operation, product, ready.checked, self._number)
        return core.receive, (link, frame, self.now_ns)

    def run(self, calls: list[Call]) -> int:
        """Frames that were told beside the answers."""
        take, frames = self.core.take, 0
        for act, given in calls:
            act(*given)
            frames += len(take())
        return frames


def timed(session: Session, count: int, rounds: int, warm_up: int) -> list[Measured]:
    """The rounds of one way, each beside the exchange alone."""
    found = []
    session.run(session.calls(warm_up, "warm"))
    for number in range(rounds):
        calls = session.calls(count, f"r{number}x")
        core, _ = by_the_core(count, number)
        start = time.process_time()
        frames = session.run(calls)
        taken = time.process_time() - start
        found.append(Measured(session.way, count / taken, core, frames / count))
    return found


def measure(way: Way, count: int, rounds: int, warm_up: int = WARM_UP) -> list[Measured]:
    """One way, by an adapter that trades with the venue in memory and virtual time."""
    found: list[Measured] = []

    async def play() -> None:
        core = SimulatedVenue(way.venue, now_ns=START_NS, products=[way.product], partial=True)
        memory = MemoryVenue(core, LoopClock(loop, START_NS), [way.product])
        adapter = dragoman.load(way.venue).adapter(
            urls=memory.urls,
            http=memory.http,
            connector=memory,
            clock=memory.clock,
            credentials=dict(core.trading.keyring.keys[0].credentials),
            orders_over=way.over,
        )
        async with adapter:
            await adapter.load_instruments(way.product)
            session = Session(way, core, adapter)
            if way.over == "ws":
                # The connection for orders is opened by the first of them.
                first = next(orders(session.line, 1, "first"))
                if not isinstance(await adapter.submit_order(first), Accepted):
                    raise RuntimeError(f"{way}: the first order was not taken")
            if way.heard:
                async with adapter.account_subscription(way.product):
                    found.extend(timed(session, count, rounds, warm_up))
            else:
                found.extend(timed(session, count, rounds, warm_up))

    loop = VirtualLoop()
    run_virtually(play(), loop)
    return found


def table(measured: list[list[Measured]]) -> Table:
    shown = Table(
        title="orders a second that simulated venues take through their signed wires, without sockets"
    )
    for heading in ("venue", "product", "orders over", "frames told", "exchange alone", "wire", "at least"):
        shown.add_column(
            heading, justify="left" if heading in ("venue", "product", "orders over") else "right"
        )
    for rounds in measured:
        way, speed = rounds[0].way, median(each.wire for each in rounds)
        frames = f"{rounds[0].frames:.1f} an order" if way.heard else "-"
        colour = "green" if speed >= LEAST else "red"
        core = f"{median(each.core for each in rounds):,.0f}"
        shown.add_row(
            way.venue, way.product, way.over, frames, core, f"[{colour}]{speed:,.0f}[/]", f"{LEAST:,}"
        )
    return shown


def show(console: Console, venues: list[str] | None = None, count: int = 3_000, rounds: int = 3) -> None:
    console.print(table([measure(way, count, rounds) for way in ways(venues)]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venues", nargs="*", metavar="venue", help="all where none is named")
    parser.add_argument("--orders", type=int, default=3_000, help="of one measurement")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    show(Console(width=120), given.venues, given.orders, given.rounds)


if __name__ == "__main__":
    main()
