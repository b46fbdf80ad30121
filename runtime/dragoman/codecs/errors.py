"""Errors of the codecs: where in the bytes, what is wrong, and the bytes themselves, redacted and bounded."""

from __future__ import annotations

from dragoman.errors import DataError, excerpt


class FramingError(DataError):
    """The bytes can't be cut into frames any more; nothing that follows can be understood, so start anew."""

    codec: str
    why: str
    raw: str

    def __init__(self, codec: str, why: str, raw: object = b"") -> None:
        text = excerpt(raw, 120)
        shown = f"; raw: {text}" if text else ""
        super().__init__(
            f"{codec}: {why}; nothing after it can be read{shown}", codec=codec, why=why, raw=text
        )


class FieldError(DataError):
    """One field of a positional record isn't what its layout says; `index` counts from 0."""

    record: str
    field: str
    index: int
    why: str
    raw: str

    def __init__(self, record: str, field: str, index: int, why: str, raw: object = "") -> None:
        text = excerpt(raw, 120)
        shown = f": {text!r}" if text else ""
        super().__init__(
            f"{record}: field {index} ({field}): {why}{shown}",
            record=record,
            field=field,
            index=index,
            why=why,
            raw=text,
        )


class MessageError(DataError):
    """A binary message isn't what its layout says; `path` is the field, `at` the byte where reading stood."""

    record: str
    path: str
    at: int
    why: str
    raw: str

    def __init__(self, record: str, path: str, at: int, why: str, raw: object = b"") -> None:
        text = excerpt(raw, 120)
        super().__init__(
            f"{record}: {path} at byte {at}: {why}; raw: {text}",
            record=record,
            path=path,
            at=at,
            why=why,
            raw=text,
        )


class RecordError(DataError):
    """One record was bad and set aside; the others came out. `at` is its byte offset or its line."""

    codec: str
    at: int
    why: str
    raw: str

    def __init__(self, codec: str, at: int, why: str, raw: object = b"") -> None:
        text = excerpt(raw, 120)
        super().__init__(
            f"{codec}: the record at {at} is bad and was set aside: {why}; raw: {text}",
            codec=codec,
            at=at,
            why=why,
            raw=text,
        )


class HeaderError(DataError):
    """The file isn't of the declared format, or lacks what its header has to state."""

    codec: str
    why: str
    raw: str

    def __init__(self, codec: str, why: str, raw: object = b"") -> None:
        text = excerpt(raw, 120)
        super().__init__(f"{codec}: {why}; it begins: {text!r}", codec=codec, why=why, raw=text)


class Truncated(DataError):
    """The input ended inside a record; what came before it is good. `left_over` bytes were of no use."""

    codec: str
    left_over: int

    def __init__(self, codec: str, left_over: int) -> None:
        super().__init__(
            f"{codec}: the input ends inside a record ({left_over} bytes left over); fetch it again",
            codec=codec,
            left_over=left_over,
        )
