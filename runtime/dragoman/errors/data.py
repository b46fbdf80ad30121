"""Errors of what came from outside: skip it, keep the raw text, tell the venue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.errors.base import DragomanError, excerpt


class DataError(DragomanError):
    """Bytes from outside don't mean what they should."""


class DecodeError(DataError):
    """A payload, or the part of it at `path`, doesn't have the declared shape; `raw` is redacted and bounded."""

    venue: str
    source: str
    path: str
    raw: str
    why: str

    def __init__(self, venue: str, source: str, path: str, raw: object, why: str) -> None:
        text = excerpt(raw)
        super().__init__(
            f"{venue} {source}: can't decode {path or '$'}: {why}; raw: {text[:160]}",
            venue=venue,
            source=source,
            path=path or "$",
            raw=text,
            why=why,
        )


class RowError(DecodeError):
    """One row of a message was bad and set aside; the other rows came out."""


class UnknownInstrument(DataError):
    """Neither the rule of the product nor the catalog knows this symbol or key; load instruments and try again."""

    venue: str
    key: str

    def __init__(self, venue: str, key: object, source: str = "") -> None:
        text = key if isinstance(key, str) else repr(key)
        super().__init__(
            f"{venue}{f' {source}' if source else ''}: no instrument {text[:120]!r} is known; "
            "load instruments, or pass instruments=[...]",
            venue=venue,
            key=text,
            source=source,
        )


class AmbiguousInstrument(UnknownInstrument):
    """The catalog lists this instrument id for more than one product; say the product."""

    products: tuple[str, ...]

    def __init__(self, venue: str, key: str, products: Iterable[str]) -> None:
        self.products = tuple(sorted(products))
        DataError.__init__(
            self,
            f"{venue}: {key[:120]!r} is an instrument of {' and of '.join(self.products)}; say which product is meant",
            venue=venue,
            key=key,
            products=self.products,
        )


class UnknownCurrency(DataError):
    """The venue counts this currency in a unit that its tables don't say; add it to the spec's `currencies`."""

    venue: str
    currency: str

    def __init__(self, venue: str, currency: str, source: str = "") -> None:
        super().__init__(
            f"{venue}{f' {source}' if source else ''}: no unit of the currency {currency[:40]!r} is known; "
            "add it to the spec's currencies",
            venue=venue,
            currency=currency,
            source=source,
        )


class ModelDataError(DataError, ValueError):
    """A dict isn't what the named model type needs."""

    type_name: str
    path: str
    why: str

    def __init__(self, type_name: str, path: str, why: str) -> None:
        super().__init__(f"{type_name}: bad data at {path}: {why}", type_name=type_name, path=path, why=why)


class BookLevelError(DataError, ValueError):
    """A book level isn't (price, size) in exact decimal text."""

    side: str
    index: int
    level: str

    def __init__(self, side: str, index: int, level: object) -> None:
        text = excerpt(level, 120)
        super().__init__(
            f"book level {side}[{index}] isn't (price, size) in decimal text: {text}",
            side=side,
            index=index,
            level=text,
        )


class BookError(DataError):
    """A book can't be trusted any more; it has to be built again from a snapshot."""

    venue: str
    instrument_id: str
    why: str

    def __init__(self, venue: str, instrument_id: str, why: str, **facts: Any) -> None:
        super().__init__(
            f"{venue} {instrument_id}: the book is unusable: {why}; it needs a new snapshot",
            venue=venue,
            instrument_id=instrument_id,
            why=why,
            **facts,
        )


class SequenceGap(BookError):
    """Updates are missing between what the book has and what came."""

    expected: int | str
    got: int | str

    def __init__(self, venue: str, instrument_id: str, expected: int | str, got: int | str) -> None:
        super().__init__(
            venue, instrument_id, f"expected sequence {expected}, got {got}", expected=expected, got=got
        )


class ChecksumMismatch(BookError):
    """The venue's checksum and the local book's differ."""

    expected: int | str
    got: int | str

    def __init__(self, venue: str, instrument_id: str, expected: int | str, got: int | str) -> None:
        super().__init__(
            venue,
            instrument_id,
            f"the venue's checksum is {expected}, the book's {got}",
            expected=expected,
            got=got,
        )
