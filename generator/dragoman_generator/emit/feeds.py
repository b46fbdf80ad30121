"""What the short ways of any connection have in common: the text of a feed, and which channels come beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman_generator.ir.venue import Channel, Connection, Venue
from dragoman_generator.resolve.names import literal, snake


@dataclass(frozen=True)
class ShortText:
    """The feed of one connection for the products that have the same busy messages."""

    function: str
    kinds: str
    doc: str
    before: tuple[str, ...]
    lines: tuple[str, ...]
    keys: tuple[str, ...]
    settles: bool = False
    """Whether some of its events come out of a state machine."""


def short_text(
    connection: Connection, product: str, kinds: str, first: tuple[str, ...], lines: tuple[str, ...]
) -> ShortText:
    """The feed of one product; `first` is what it finds once, `kinds` what its decoder is told of."""
    return ShortText(
        f"{snake(connection.name)}_{snake(product)}",
        kinds,
        f"Busy messages of {connection.name}.",
        first,
        lines,
        (f"({literal(connection.name)}, {literal(product)})",),
        any("raise Settled(" in line for line in lines),
    )


def is_read_whole(connection: Connection) -> bool:
    """Whether every frame is one message in JSON."""
    return connection.spec.codec in {"json", "json_lines"} and connection.spec.transport != "file"


def channels_beside(connection: Connection, product: str, venue: Venue) -> list[Channel]:
    """The channels whose messages come on a connection for a product."""
    return [
        c
        for c in venue.channels.values()
        if c.spec.connection in (connection.name, connection.spec.channels_of)
        and (not c.spec.products or product in c.spec.products)
    ]


def before(checked: list[str], lines: tuple[str, ...]) -> Iterator[str]:
    """What a feed finds once; `checked` are the channels whose topics it looks at."""
    text = "\n".join(lines)
    if "ids[" in text:
        yield "    ids = scope.ids.known"
    if "prices[" in text:
        yield "    prices = POSITIVE.known"
    if "amounts[" in text:
        yield "    amounts = NOT_NEGATIVE.known"
    if "if synced" in text:
        yield "    synced = scope.synced"
    for name in checked:
        yield f"    {name}_topics = other.topics_of({literal(name)})"
