"""DBN files and streams, decoded by the vendor's own package `databento_dbn` to records of the newest layout.

The package gives a batch up when one of its records is bad, and stops without a word where input is cut off. Here a bad
record is set aside alone, and an input that ends early is reported.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any

from dragoman.codecs.dbn_symbols import DbnSymbols
from dragoman.codecs.errors import FramingError, HeaderError, RecordError, Truncated
from dragoman.codecs.zstd import MAGIC, ZstdStream
from dragoman.errors import DataError, DependencyMissing

_PACKAGE = "databento_dbn"
_EXTRA = _PACKAGE.partition("_")[0]  # the extra bears the vendor's name
_PLAIN = b"DBN"
_PREFIX = 8  # magic, version, length of the metadata
_UNIT = 4  # records state their length in words
_SHORTEST = 16  # the header that every record has
_MOST_METADATA = 256 * 1024 * 1024
_MOST_ERRORS = 1000
_STEP = 1 << 20


def _package() -> ModuleType:
    try:
        return import_module(_PACKAGE)
    except ModuleNotFoundError as error:
        raise DependencyMissing(_PACKAGE, _EXTRA) from error


def _is_refusal(error: BaseException) -> bool:
    """Whether the package refused the bytes: a record too short for its type panics in it, which is no Exception."""
    return isinstance(error, Exception) or type(error).__module__ == "pyo3_runtime"


def is_of_package(error: Exception) -> bool:
    """Whether the package raised this, as it does where a text in a record is none."""
    return type(error).__module__ == _PACKAGE


def is_dbn(data: bytes) -> bool:
    """Whether bytes begin as DBN does, plain or zstd-compressed (where what is inside stays to be seen)."""
    return data.startswith((_PLAIN, MAGIC))


class DbnStream:
    """Feed bytes, take records. `metadata` is there once its bytes are; mapping records also feed `symbols`.

    Records before a fault are returned; the fault is raised by that call or, where records came out of it, by the next.
    Raises HeaderError for what is no DBN, FramingError where no record boundary can be found any more, and
    DependencyMissing without the package.
    """

    def __init__(self) -> None:
        self._dbn = _package()
        self.metadata: Any = None
        self.symbols = DbnSymbols()
        self.bad = 0
        self.errors: deque[RecordError] = deque(maxlen=_MOST_ERRORS)
        self._policy = self._dbn.VersionUpgradePolicy.UPGRADE_TO_V3
        self._head = bytearray()
        self._is_open = False
        self._zstd: ZstdStream | None = None
        self._version = 0
        self._has_ts_out = False
        self._decoder: Any = None
        self._tail = b""
        self._offset = 0
        self._failure: DataError | None = None

    def feed(self, data: bytes) -> list[Any]:
        """The records that `data` completes, in their order."""
        if self._failure is not None:
            raise self._failure
        records: list[Any] = []
        try:
            for plain in self._plain(data):
                self._decode(plain, records)
        except DataError as failure:
            self._failure = failure
            if not records:
                raise
        mappings = {kind for kind in set(map(type, records)) if kind.__name__.startswith("SymbolMappingMsg")}
        if mappings:
            for record in records:
                if type(record) in mappings:
                    self._map(record)
        return records

    def _map(self, record: Any) -> None:
        """Take a mapping in; one whose symbols are no text is set aside."""
        try:
            self.symbols.add_record(record)
        except Exception as error:
            if not is_of_package(error):
                raise
            self.bad += 1
            self.errors.append(RecordError("dbn", self._offset, str(error), bytes(record)))

    def close(self) -> None:
        """The input ended; raises Truncated inside a record or a compressed frame, or the fault still to be told."""
        if self._failure is not None:
            raise self._failure
        if not self._is_open:
            raise HeaderError("dbn", "not a DBN file", bytes(self._head))
        left = len(self._tail) + len(self._head)
        if self.metadata is None or left or (self._zstd is not None and not self._zstd.is_complete):
            raise Truncated("dbn", left)

    def _plain(self, data: bytes) -> Iterable[bytes]:
        """What to decode; nothing until there are enough bytes to tell what they are."""
        if not self._is_open:
            self._head += data
            if len(self._head) < len(MAGIC):
                return ()
            data = bytes(self._head)
            self._head.clear()
            if not is_dbn(data):
                raise HeaderError("dbn", "not a DBN file", data[:64])
            self._is_open = True
            if data.startswith(MAGIC):
                self._zstd = ZstdStream(extra=_EXTRA)
        if self._zstd is not None:
            return self._zstd.feed(data)
        return (data[at : at + _STEP] for at in range(0, len(data), _STEP))

    def _decode(self, data: bytes, records: list[Any]) -> None:
        if self.metadata is None:
            self._head += data
            data = self._take_metadata()
            if self.metadata is None:
                return
        decoder = self._decoder
        waiting = len(self._tail) + len(data)
        try:
            decoder.write(data)
            batch = decoder.decode()
        except BaseException as error:
            if not _is_refusal(error):
                raise
            self._salvage(self._tail + data, records)
            return
        records += batch
        self._tail = decoder.buffer()
        self._offset += waiting - len(self._tail)

    def _take_metadata(self) -> bytes:
        """Read the metadata once all of it is there, and hand back the bytes behind it."""
        head = self._head
        if len(head) < _PREFIX:
            return b""
        if not head.startswith(_PLAIN):
            raise HeaderError("dbn", "not a DBN file inside its compression", bytes(head[:64]))
        size = _PREFIX + int.from_bytes(head[4:8], "little")
        if size > _MOST_METADATA:
            raise HeaderError("dbn", f"its metadata claims {size} bytes", bytes(head[:64]))
        if len(head) < size:
            return b""
        self._version = head[3]
        try:
            metadata = self._dbn.Metadata.decode(bytes(head[:size]), upgrade_policy=self._policy)
            self.symbols.add_metadata(metadata)
            self._has_ts_out = bool(metadata.ts_out)
            self._decoder = self._fragment_decoder()
        except BaseException as error:
            if not _is_refusal(error):
                raise
            raise HeaderError("dbn", f"its metadata is damaged: {error}", bytes(head[:64])) from error
        self.metadata = metadata
        self._offset = size
        rest = bytes(head[size:])
        head.clear()
        return rest

    def _salvage(self, waiting: bytes, records: list[Any]) -> None:
        """Find the bad record, keep the good ones, and go on behind them with a decoder of a clean mind."""
        at = 0
        while at < len(waiting):
            size = waiting[at] * _UNIT
            if size < _SHORTEST:
                why = f"a record of {size} bytes at {self._offset + at}"
                raise FramingError("dbn", why, waiting[at : at + 32])
            if at + size > len(waiting):
                break
            self._decode_alone(waiting[at : at + size], self._offset + at, records)
            at += size
        self._offset += at
        self._tail = waiting[at:]
        self._decoder = self._fragment_decoder()
        self._decoder.write(self._tail)

    def _decode_alone(self, raw: bytes, at: int, records: list[Any]) -> None:
        decoder = self._fragment_decoder()
        try:
            decoder.write(raw)
            records += decoder.decode()
        except BaseException as error:
            if not _is_refusal(error):
                raise
            self.bad += 1
            self.errors.append(RecordError("dbn", at, str(error), raw))

    def _fragment_decoder(self) -> Any:
        return self._dbn.DBNDecoder(
            has_metadata=False,
            ts_out=self._has_ts_out,
            input_version=self._version,
            upgrade_policy=self._policy,
        )


class DbnFile:
    """All of a file: `metadata`, `records`, and `symbols` to resolve them; `errors` holds what was set aside or cut off."""

    __slots__ = ("errors", "metadata", "records", "symbols")

    def __init__(
        self, metadata: Any, records: list[Any], symbols: DbnSymbols, errors: tuple[DataError, ...]
    ) -> None:
        self.metadata = metadata
        self.records = records
        self.symbols = symbols
        self.errors = errors

    def symbol(self, record: Any) -> str | None:
        """The record's symbol on the UTC day of its index time."""
        return self.symbols.resolve(record.instrument_id, record.ts_index)


def read_dbn(data: bytes) -> DbnFile:
    """Decode a whole file, plain or zstd-compressed; raises HeaderError for what is none, and nothing for damage behind it."""
    stream = DbnStream()
    faults: list[DataError] = []
    records: list[Any] = []
    try:
        records = stream.feed(data)
        stream.close()
    except (FramingError, Truncated) as fault:
        faults.append(fault)
    return DbnFile(stream.metadata, records, stream.symbols, (*stream.errors, *faults))
