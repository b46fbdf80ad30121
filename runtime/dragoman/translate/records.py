"""What the feeds of positional codecs share: one product, a record through its emit function, a bad one set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import DecodeError, DragomanError, ProductRequired
from dragoman.translate.facts import Channel, Connection, Event
from dragoman.translate.scope import ROW_ERRORS, Scope

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator


class Records:
    """The records of one connection and product, by the channel that tells them; raises ProductRequired."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        if scope is None:
            raise ProductRequired(translator.venue, connection.source, connection.products)
        self.translator = translator
        self.connection = connection
        self.scope = scope
        self.source = connection.source
        self.channels: tuple[Channel, ...] = tuple(
            c for c in connection.channels if not c.products or scope.product in c.products
        )

    def emit(self, channel: Channel, record: Any, at: str, ts_init: int, out: list[Event]) -> None:
        """The events of one record; where it can't be converted it is counted and set aside, the others come out."""
        made: list[Event] = []
        try:
            channel.emit(self.scope, record, ts_init, made)
        except (DragomanError, *ROW_ERRORS) as error:
            self.set_aside(at, record, error)
        else:
            out += made

    def set_aside(self, at: str, raw: object, error: BaseException) -> None:
        """One record that was bad; `at` says where it stands."""
        found = error if isinstance(error, Exception) else ValueError(str(error))
        self.translator.bad_row(self.source, at, raw, found)

    def unknown(self, tag: object, raw: bytes) -> None:
        """A record that no channel takes: counted, or an error where the connection says so."""
        self.translator.stats.count("unknown_messages", str(tag)[:40])
        if self.connection.unknown == "error":
            why = f"no channel takes the record {str(tag)[:40]!r}"
            raise DecodeError(self.translator.venue, self.source, "$", raw, why)
