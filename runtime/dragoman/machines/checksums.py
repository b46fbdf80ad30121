"""Books held to the checksums that their venue sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from dragoman.books import ChecksumScheme, OrderBook
from dragoman.errors import DataError
from dragoman.model import OrderBookDeltas

M = TypeVar("M")


class Checked(Generic[M]):
    """`value(message)` is what the venue's book comes to after a message, None where the message does not say it."""

    __slots__ = ("_scheme", "_value")

    def __init__(self, scheme: ChecksumScheme, value: Callable[[M], int | None]) -> None:
        self._scheme = scheme
        self._value = value

    def begin(self, message: M, image: OrderBookDeltas) -> OrderBook | None:
        """The book of an image, which is kept from here on; None where its venue sums nothing up."""
        return None if self._value(message) is None else OrderBook(image.instrument_id)

    def holds(self, book: OrderBook, message: M, event: OrderBookDeltas) -> bool:
        """Whether the book comes to the venue's number once it has the event; one that it can't take in does not."""
        try:
            book.apply(event)
        except DataError:
            return False
        value = self._value(message)
        return value is None or book.checksum(self._scheme) == value
