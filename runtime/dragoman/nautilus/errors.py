"""What can't be said in NautilusTrader's words, and what a node was told that can't be so."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors import CallError, DataError, SetupError
from dragoman.errors.base import listed, nearest


class PrecisionBeyondBuild(DataError):
    """A number has more digits after its point than this build of NautilusTrader keeps; rounding it would change it."""

    number: str
    digits: int
    most: int

    def __init__(self, number: str, digits: int, most: int) -> None:
        cure = (
            "install the high-precision build of nautilus_trader (16 digits; the default wheels of Linux and macOS)"
            if most < 16
            else "leave this instrument out of `load_ids`, or take its data as Dragoman's own events"
        )
        super().__init__(
            f"{number} has {digits} digits after its point and this build of NautilusTrader keeps {most}; {cure}",
            number=number,
            digits=digits,
            most=most,
        )


class NumberTooLarge(DataError):
    """A number lies outside of what NautilusTrader's fixed-point integers hold."""

    number: str
    kind: str
    most: str

    def __init__(self, number: str, kind: str, most: str) -> None:
        super().__init__(
            f"{number} is no {kind} that NautilusTrader can hold (at most {most}); "
            "take this instrument's data as Dragoman's own events",
            number=number,
            kind=kind,
            most=most,
        )


class NotInNautilus(DataError):
    """NautilusTrader's release has no word for this value."""

    what: str
    value: str

    def __init__(self, what: str, value: str, why: str) -> None:
        super().__init__(
            f"{what} {value}: NautilusTrader has no such thing: {why}", what=what, value=value, why=why
        )


class NotOfDragoman(DataError):
    """An object of NautilusTrader's has no counterpart in Dragoman's model."""

    type_name: str

    def __init__(self, type_name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"{type_name[:80]} has no counterpart in Dragoman's model; known: {listed(known, most=40)}",
            type_name=type_name,
        )


class NodeConfigInvalid(SetupError):
    """A configuration of a client names something that isn't there."""

    field: str
    value: str

    def __init__(self, field: str, value: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = nearest(value, names)
        hint = f" (did you mean {near!r}?)" if near else ""
        super().__init__(
            f"{field}={value[:80]!r} is not known{hint}; known: {listed(names)}", field=field, value=value
        )


class InstrumentNotLoaded(CallError):
    """The venue's catalog, as far as it is loaded, has no such instrument."""

    venue: str
    instrument_id: str

    def __init__(self, venue: str, instrument_id: str, known: Iterable[str]) -> None:
        names = list(known)
        near = nearest(instrument_id, names)
        hint = f" (did you mean {near}?)" if near else ""
        super().__init__(
            f"{venue}: no instrument {instrument_id[:120]} among {len(names)} that are loaded{hint}; "
            f"`dragoman instruments {venue.lower()}` lists them, `load_ids` or `load_all` loads them",
            venue=venue,
            instrument_id=instrument_id,
        )


class NotConnected(CallError):
    """A client of a node was asked for something before it was connected, or after it was stopped."""

    venue: str

    def __init__(self, venue: str) -> None:
        super().__init__(f"{venue}: the client is not connected; nothing was sent", venue=venue)
