"""A source whose messages are JSON or binary: each is read by what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.translate.connections import is_text
from dragoman.translate.facts import Connection, Event, Feed
from dragoman.translate.feeds import JsonFeed

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class BesideFeed(JsonFeed):
    """JSON takes the short way as ever; what fails there and is no text is binary."""

    def __init__(
        self, translator: Translator, connection: Connection, beside: Connection, scope: Scope | None
    ) -> None:
        super().__init__(translator, connection, scope)
        self.beside = beside
        self.binary: Feed | None = None

    def careful_of(self, payload: bytes, ts_init: int, out: list[Event]) -> None:
        if is_text(payload):
            super().careful_of(payload, ts_init, out)
            return
        if self.binary is None:
            self.binary = self.translator.tables.feeds[self.beside.codec](
                self.translator, self.beside, self.scope
            )
        out += self.binary(payload, ts_init)
