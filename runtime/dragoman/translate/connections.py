"""Connections that are called by one name: a source of several sockets is read as all that they carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from dragoman.translate.facts import Connection


def grouped(connections: Iterable[Connection]) -> Mapping[str, tuple[Connection, ...]]:
    """Connections by their source, in order; one of several of a source also by itself, as `source:name`."""
    found: dict[str, tuple[Connection, ...]] = {}
    for connection in connections:
        found[connection.source] = (*found.get(connection.source, ()), connection)
    for source, group in list(found.items()):
        for connection in group if len(group) > 1 else ():
            found.setdefault(f"{source}:{connection.name}", (connection,))
    return found


def envelopes(connection: Connection) -> tuple[str, ...]:
    """Keys under which messages come in envelopes that name no topic."""
    alone = connection.wrapper_payload if not connection.wrapper_topic else ""
    return connection.envelopes or ((alone,) if alone else ())


def is_text(message: bytes) -> bool:
    """Whether a message is JSON and not binary: it begins with a brace or bracket, and text holds no NUL."""
    return message.lstrip()[:1] in (b"{", b"[") and b"\0" not in message[:8]


def shared(connections: Sequence[Connection], product: str | None) -> Connection:
    """One connection with the channels, replies and parts of those for the product; of all of them where none is told.

    Binary ones among others stand beside them.
    """
    fitting = [each for each in connections if product is None or product in each.products] or list(
        connections
    )
    binary = [each for each in fitting if each.codec == "sbe"]
    text = [each for each in fitting if each.codec != "sbe"]
    if binary and text:
        found = joined(text)
        replies = tuple(reply for each in binary for reply in each.replies)
        return replace(found, replies=(*found.replies, *replies), beside=joined(binary))
    return joined(fitting)


def joined(fitting: Sequence[Connection]) -> Connection:
    """Connections of one kind as one."""
    if len(fitting) == 1:
        return fitting[0]
    products = dict.fromkeys(name for each in fitting for name in each.products)
    return replace(
        fitting[0],
        products=tuple(products),
        channels=tuple(channel for each in fitting for channel in each.channels),
        replies=tuple(reply for each in fitting for reply in each.replies),
        parts=tuple(part for each in fitting for part in each.parts),
        envelopes=tuple(dict.fromkeys(key for each in fitting for key in envelopes(each))),
    )
