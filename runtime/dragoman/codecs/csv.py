"""Comma-separated rows, one dict a row; a bad row is set aside with its line number and the others come out."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Sequence

from dragoman.codecs.errors import HeaderError, RecordError

_MOST_ERRORS = 1000
_BOM = b"\xef\xbb\xbf"


class CsvRows:
    """Feed bytes as they come. The first row is the header, unless `header` states the columns of a file without one.

    Every column of `columns` has to be there, others may. Quoted fields may hold separators, doubled quotes and line
    breaks; a quote that never ends costs its own line alone. A row has at most `max_row_bytes`.
    Raises HeaderError for a header that lacks columns, repeats one or isn't text.
    """

    def __init__(
        self,
        columns: Sequence[str] = (),
        *,
        header: Sequence[str] | None = None,
        delimiter: str = ",",
        max_row_bytes: int = 1024 * 1024,
    ) -> None:
        self.bad = 0
        self.errors: deque[RecordError] = deque(maxlen=_MOST_ERRORS)
        self._required = tuple(columns)
        self._delimiter = delimiter
        self._max = max_row_bytes
        self._names: list[str] | None = None
        self._tail = bytearray()
        self._skipping = False
        self._open: list[bytes] = []
        self._open_size = 0
        self._line = 0
        if header is not None:
            self._take_header(list(header), b"")

    @property
    def header(self) -> tuple[str, ...] | None:
        """Names of the columns; None until the first row is there."""
        return None if self._names is None else tuple(self._names)

    def feed(self, data: bytes) -> list[dict[str, str]]:
        """The rows that `data` completes."""
        rows: list[dict[str, str]] = []
        if b"\n" not in data:
            self._keep(data)
            return rows
        first, *lines = data.split(b"\n")
        rest = lines.pop()
        head = bytes(self._tail) + first
        self._tail.clear()
        if self._skipping:
            # The end of a line that was too long and is reported already.
            self._skipping = False
            self._line += 1
        else:
            lines.insert(0, head)
        for line in lines:
            self._take_line(line, rows)
        self._keep(rest)
        return rows

    def close(self) -> list[dict[str, str]]:
        """The last row, where it lacks its line break; an open quote is a bad row."""
        rows: list[dict[str, str]] = []
        if self._tail and not self._skipping:
            last = bytes(self._tail)
            self._tail.clear()
            self._take_line(last, rows)
        while self._open:
            self._reread("a quote is never closed", rows)
        return rows

    def _keep(self, data: bytes) -> None:
        if self._skipping:
            return
        self._tail += data
        if len(self._tail) > self._max:
            self._fault(self._line + 1, f"longer than {self._max} bytes", bytes(self._tail[:200]))
            self._tail.clear()
            self._skipping = True

    def _take_line(self, line: bytes, rows: list[dict[str, str]]) -> None:
        self._line += 1
        if line.endswith(b"\r"):
            line = line[:-1]
        if self._line == 1 and line.startswith(_BOM):
            line = line[len(_BOM) :]
        if not self._open:
            if not line:
                return
            if line.count(b'"') % 2 == 0:
                self._take_row(line, self._line, rows)
                return
        self._open.append(line)
        self._open_size += len(line) + 1
        if len(self._open) > 1 and line.count(b'"') % 2:
            self._close_quote(rows)
        elif self._open_size > self._max:
            self._reread(f"longer than {self._max} bytes", rows)

    def _close_quote(self, rows: list[dict[str, str]]) -> None:
        """Several lines are one row if they make one; else the first quote was a stray one."""
        whole = b"\n".join(self._open)
        fields = self._split(whole)
        if isinstance(fields, str):
            self._reread(fields, rows)
            return
        self._open.clear()
        self._open_size = 0
        self._take_fields(fields, whole, rows)

    def _reread(self, why: str, rows: list[dict[str, str]]) -> None:
        """The quote that opened a row was a stray one: its line is bad, the lines after it are read for themselves."""
        stray, *others = self._open
        self._open.clear()
        self._open_size = 0
        self._line -= len(others)
        self._fault(self._line, why, stray)
        for line in others:
            self._take_line(line, rows)

    def _take_row(self, raw: bytes, line: int, rows: list[dict[str, str]]) -> None:
        fields = self._split(raw)
        if isinstance(fields, str):
            self._fault(line, fields, raw)
        else:
            self._take_fields(fields, raw, rows)

    def _take_fields(self, fields: list[str], raw: bytes, rows: list[dict[str, str]]) -> None:
        if self._names is None:
            self._take_header(fields, raw)
        else:
            rows.append(dict(zip(self._names, fields, strict=True)))

    def _split(self, raw: bytes) -> list[str] | str:
        """The fields of a row, or what is wrong with it."""
        try:
            if len(raw) > self._max:
                raise ValueError(f"longer than {self._max} bytes")
            text = raw.decode("utf-8")
            if '"' in text:
                [fields] = csv.reader([text], delimiter=self._delimiter, strict=True)
            else:
                fields = text.split(self._delimiter)
        except (ValueError, csv.Error) as error:
            if self._names is None:
                raise HeaderError("csv", f"its header can't be read: {error}", raw) from error
            return str(error)
        if self._names is not None and len(fields) != len(self._names):
            return f"{len(fields)} fields, the header has {len(self._names)}"
        return fields

    def _take_header(self, names: list[str], raw: bytes) -> None:
        names = [name.strip() for name in names]
        if missing := [name for name in self._required if name not in names]:
            raise HeaderError("csv", f"its header lacks {', '.join(missing)}", raw)
        if len(set(names)) != len(names):
            raise HeaderError("csv", "its header names a column twice", raw)
        self._names = names

    def _fault(self, line: int, why: str, raw: bytes) -> None:
        self.bad += 1
        self.errors.append(RecordError("csv", line, why, raw))


def read_csv(data: bytes, columns: Sequence[str] = (), *, header: Sequence[str] | None = None) -> CsvTable:
    """A whole file at once; raises HeaderError."""
    reader = CsvRows(columns, header=header)
    rows = reader.feed(data) + reader.close()
    return CsvTable(rows, list(reader.errors), reader.bad)


class CsvTable:
    """`bad` counts the rows that were set aside, `errors` holds the latest of them."""

    __slots__ = ("bad", "errors", "rows")

    def __init__(self, rows: list[dict[str, str]], errors: list[RecordError], bad: int) -> None:
        self.rows = rows
        self.errors = errors
        self.bad = bad
