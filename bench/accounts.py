"""Orders of an account as reports, commands as signed bytes, and markets of more venues, all with frames of our own making."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

import dragoman
from dragoman.model import InstrumentId, LimitOrder, OrderSide, TimeInForce
from dragoman.requests.commands import prepared
from dragoman.requests.sockets import socket_frame, submitting
from msgspec import defstruct
from msgspec.json import Decoder
from rich.table import Table

from bench.market_frames import markets
from bench.order_frames import streams
from bench.ours import TS_INIT
from bench.results import Measured
from bench.timing import ns_per_message
from bench.venue_frames import Stream

MOST_US_OF_COMMAND = 60.0
ORDERS = 200
CREDENTIALS = {"api_key": "k" * 36, "api_secret": "s" * 48, "passphrase": "words"}
INSTRUMENTS = {
    "binance": "BTCUSDT-PERP.BINANCE",
    "bybit": "BTCUSDT-LINEAR.BYBIT",
    "okx": "BTC-USDT-SWAP.OKX",
    "bitmex": "XBTUSD.BITMEX",
}


@dataclass
class Row:
    """What a row of the table was measured to take, and what it should take at most."""

    measured: Measured
    most_us: float | None = None
    most_of_floor: float | None = None


def feed_maker(stream: Stream) -> Callable[[], Any]:
    def make() -> Any:
        translator = dragoman.load(stream.venue).translator(every_level=stream.reads_levels)
        return translator.stream("ws", product=stream.product)

    return make


def floor_maker(stream: Stream) -> Callable[[], Any]:
    """Decoding to a Struct that types the whole message, or to the one that the specification makes of it, and nothing else."""
    if stream.floor is not None:
        return lambda: Decoder(stream.floor).decode
    translator: Any = dragoman.load(stream.venue).translator()
    connections = translator._connections["ws"]
    payload = next(c.payload for each in connections for c in each.channels if c.name == stream.channel)
    enveloped = stream.frames[0].startswith(b'{"subscriptionId"')
    kind: Any = defstruct("Enveloped", [("event", payload)]) if enveloped else payload
    return lambda: Decoder(kind).decode


def commands(venue: str) -> Iterator[tuple[str, Callable[[], list[int]]]]:
    """What a venue takes limit orders in, each with the nanoseconds of many of them from the command to it."""
    identity = InstrumentId(INSTRUMENTS[venue])
    requests = dragoman.load(venue).requests(credentials=CREDENTIALS)
    orders = [
        LimitOrder(
            instrument_id=identity,
            client_order_id=f"bench{index}",
            order_side=OrderSide.BUY,
            quantity=Decimal(100 * (index + 1)),
            price=Decimal(60_000 + index),
            time_in_force=TimeInForce.GTC,
        )
        for index in range(ORDERS)
    ]

    def timed(build: Callable[[LimitOrder], object]) -> Callable[[], list[int]]:
        def measure() -> list[int]:
            taken = []
            for order in orders:
                start = time.process_time_ns()
                build(order)
                taken.append(time.process_time_ns() - start)
            return taken

        return measure

    yield "signed bytes", timed(lambda order: requests.build("submit_order", order=order))
    product, _ = requests.wanted(identity, None, ())
    for connection, _ in submitting(requests.interface, [product]):

        def frame(order: LimitOrder, connection: str = connection) -> str:
            ready = prepared(requests, "submit_order", {"order": order})
            return socket_frame(requests, connection, ready.operation, product, ready.checked, 1)

        yield "a frame of a connection", timed(frame)


def measured(rounds: int, seconds: float) -> Iterator[Row]:
    for stream in (*streams(), *markets()):
        feed, floor = feed_maker(stream), floor_maker(stream)
        wanted = feed()
        if not all(wanted(frame, TS_INIT) for frame in stream.frames):
            raise RuntimeError(f"{stream.name}: a frame gives no event")
        frames, taken = stream.frames, Measured(stream.name)
        for _ in range(rounds):
            taken.add("floor", ns_per_message(floor, frames, 1, seconds / 2), len(frames))
            reads = stream.reads_levels
            ours = ns_per_message(feed, frames, 1, seconds / 2, TS_INIT, reads_levels=reads)
            taken.add("ours", ours, len(frames))
        yield Row(taken, stream.most_us, stream.most_of_floor)
    for venue in INSTRUMENTS:
        for what, measure in commands(venue):
            measure()
            taken = Measured(f"{venue}, command to {what}")
            for _ in range(rounds):
                taken.add("ours", median(measure()))
            yield Row(taken, MOST_US_OF_COMMAND)


def table(rows: list[Row]) -> Table:
    shown = Table(title="microseconds a message or command; frames of our own making")
    for heading in ("what", "decoding alone", "dragoman", "target", "of decoding", "target"):
        shown.add_column(heading, justify="left" if heading == "what" else "right")
    for row in rows:
        taken = row.measured
        us, beside = taken.ns("ours") / 1000, "floor" in taken.sides
        cells = [
            f"{taken.ns('floor') / 1000:.2f}" if beside else "-",
            _coloured(f"{us:.2f}", us, row.most_us),
        ]
        cells.append(f"<= {row.most_us:g}" if row.most_us is not None else "-")
        times = taken.ratio("ours", "floor") if beside else 0.0
        cells.append(_coloured(f"{times:.2f}x", times, row.most_of_floor) if beside else "-")
        cells.append(f"<= {row.most_of_floor:g}" if row.most_of_floor is not None else "-")
        shown.add_row(taken.name, *cells)
    return shown


def _coloured(text: str, value: float, most: float | None) -> str:
    return text if most is None else f"[{'green' if value <= most else 'red'}]{text}[/]"
