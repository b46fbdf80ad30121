"""Positional text: fields in a fixed order between separators, some of them only from a version on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dragoman.codecs.errors import FieldError

_INTEGER = re.compile(r"[+-]?\d{1,40}", re.ASCII).fullmatch
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII).fullmatch


def split_fields(
    frame: bytes, separator: bytes = b"\0", *, record: str = "row", max_fields: int = 100_000
) -> list[str]:
    """The fields of a frame, each ended by `separator` (a missing last one is forgiven); raises FieldError."""
    count = frame.count(separator)
    if count > max_fields:
        raise FieldError(record, "row", count, f"more than {max_fields} fields")
    try:
        fields = frame.decode("utf-8").split(separator.decode("ascii"))
    except UnicodeDecodeError as error:
        index = frame.count(separator, 0, error.start)
        raise FieldError(record, "text", index, f"no UTF-8 at byte {error.start}", frame) from error
    if fields[-1] == "":
        fields.pop()
    return fields


def join_fields(values: Sequence[str | int | bool | Decimal | None], separator: str = "\0") -> bytes:
    """A frame to send: None is empty, booleans are 1 and 0, decimals have no exponent; raises FieldError."""
    texts: list[str] = []
    for index, value in enumerate(values):
        if isinstance(value, bool):
            text = "1" if value else "0"
        elif isinstance(value, Decimal):
            if not value.is_finite():
                raise FieldError("row", "value", index, "not a finite number", str(value))
            text = f"{value:f}"
        else:
            text = "" if value is None else str(value)
        if separator in text:
            raise FieldError(
                "row", "value", index, "it holds the separator and would be read as two fields", text
            )
        texts.append(text)
    return (separator.join(texts) + separator).encode("utf-8") if texts else b""


class TextRow:
    """Reads one row from left to right; every reader takes the next field and raises FieldError naming it.

    A field that exists from a version on is read inside `if row.since(version, 3):`, so that its absence shifts nothing.
    """

    __slots__ = ("_fields", "_index", "record")

    def __init__(self, record: str, fields: Sequence[str], start: int = 0) -> None:
        self.record = record
        self._fields = fields
        self._index = start

    @property
    def left(self) -> int:
        """How many fields are not read yet."""
        return len(self._fields) - self._index

    @property
    def at(self) -> int:
        """The index of the field that is read next."""
        return self._index

    @staticmethod
    def since(version: int, first: int) -> bool:
        """Whether a row of `version` has what came with version `first`."""
        return version >= first

    def text(self, name: str) -> str:
        index = self._index
        if index >= len(self._fields):
            raise FieldError(self.record, name, index, f"the row ends after {len(self._fields)} fields")
        self._index = index + 1
        return self._fields[index]

    def integer(self, name: str) -> int:
        value = self.maybe_integer(name)
        if value is None:
            raise self._error(name, "empty, an integer has to be there")
        return value

    def maybe_integer(self, name: str, none_is: int | None = None) -> int | None:
        """None for the empty text and for the sentinel `none_is`."""
        text = self.text(name)
        if text == "":
            return None
        if not _INTEGER(text):
            raise self._error(name, "not an integer")
        value = int(text)
        return None if value == none_is else value

    def decimal(self, name: str) -> Decimal:
        value = self.maybe_decimal(name)
        if value is None:
            raise self._error(name, "empty, a decimal has to be there")
        return value

    def maybe_decimal(self, name: str, none_is: str | None = None) -> Decimal | None:
        """None for the empty text and for the sentinel `none_is`, which is compared as a number."""
        text = self.text(name)
        if text == "":
            return None
        if not _NUMBER(text):
            raise self._error(name, "not a decimal")
        value = Decimal(text)
        return None if none_is is not None and value == Decimal(none_is) else value

    def flag(self, name: str, yes: str = "1", no: str = "0") -> bool:
        """Two texts, and no third one."""
        text = self.text(name)
        if text == yes:
            return True
        if text == no:
            return False
        raise self._error(name, f"neither {yes!r} nor {no!r}")

    def bits(self, name: str, names: Sequence[str]) -> dict[str, bool]:
        """An integer whose lowest bit is the first name; bits that have no name are ignored."""
        mask = self.integer(name)
        return {bit: bool(mask >> place & 1) for place, bit in enumerate(names)}

    def count(self, name: str, most: int = 100_000) -> int:
        """How often a group of fields repeats; a number that the row can't hold is refused before anything is built."""
        count = self.integer(name)
        if not 0 <= count <= min(most, self.left):
            raise self._error(name, f"a group can't repeat {count} times with {self.left} fields left")
        return count

    def skip(self, name: str, fields: int = 1) -> None:
        for _ in range(fields):
            self.text(name)

    def end(self) -> None:
        """Nothing may be left; for rows that newer servers don't lengthen."""
        if self.left:
            raise FieldError(
                self.record, "end", self._index, f"{self.left} fields too many", self._fields[self._index]
            )

    def _error(self, name: str, why: str) -> FieldError:
        index = self._index - 1
        return FieldError(self.record, name, index, why, self._fields[index])
