"""Which symbol an instrument id of a DBN stream stands for on a day: ids are given out anew."""

from __future__ import annotations

from typing import Any

_DAY_NS = 86_400 * 1_000_000_000
_EPOCH = 719_163  # date(1970, 1, 1).toordinal()


class DbnSymbols:
    """Fed by the metadata of a file, which maps days, and by the mapping records of a live stream, which hold from then on."""

    def __init__(self, *, max_ids: int = 5_000_000) -> None:
        self._max = max_ids
        self._days: dict[int, list[tuple[int, int, str]]] = {}
        self._now: dict[int, str] = {}
        self.refused = 0

    def __len__(self) -> int:
        return len(self._days.keys() | self._now.keys())

    def resolve(self, instrument_id: int, ts_ns: int) -> str | None:
        """The symbol on the UTC day of `ts_ns` (UNIX nanoseconds); None where nothing maps the id on that day."""
        live = self._now.get(instrument_id)
        if live is not None:
            return live
        intervals = self._days.get(instrument_id)
        if intervals is None:
            return None
        day = _EPOCH + ts_ns // _DAY_NS
        for first, after, symbol in intervals:
            if first <= day < after:
                return symbol
        return None

    def add_metadata(self, metadata: Any) -> None:
        """Take in the mappings of a file's metadata, whichever of its two symbologies is the ids."""
        to_ids = str(metadata.stype_out) == "instrument_id"
        for symbol, intervals in metadata.mappings.items():
            for interval in intervals:
                number, name = (interval["symbol"], symbol) if to_ids else (symbol, interval["symbol"])
                # An interval without a mapping has an empty symbol; other symbologies have no number to find records by.
                if not (number.isascii() and number.isdigit() and name):
                    continue
                days = (interval["start_date"].toordinal(), interval["end_date"].toordinal(), name)
                self._list(int(number)).append(days)

    def add_record(self, record: Any) -> None:
        """Take in a symbol mapping record."""
        number = record.instrument_id
        names_id = record.stype_out_symbol == str(number)
        if number not in self._now and len(self._now) >= self._max:
            self.refused += 1
            return
        self._now[number] = record.stype_in_symbol if names_id else record.stype_out_symbol

    def _list(self, number: int) -> list[tuple[int, int, str]]:
        if number not in self._days and len(self._days) >= self._max:
            self.refused += 1
            return []
        return self._days.setdefault(number, [])
