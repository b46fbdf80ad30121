"""DBN to events: the vendor's decoder makes the records, generated emit functions read them by attribute."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.codecs import DbnStream
from dragoman.codecs.dbn import is_of_package
from dragoman.codecs.dbn_symbols import DbnSymbols
from dragoman.codecs.errors import FramingError, Truncated
from dragoman.errors import DragomanError, UnknownInstrument, VenueError
from dragoman.machines import Gather
from dragoman.translate.facts import Connection, Emit, Event
from dragoman.translate.scope import ROW_ERRORS, Scope

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator

_DAY_NS = 86_400_000_000_000
_MAPPING, _SYSTEM, _ERROR = "SymbolMappingMsg", "SystemMsg", "ErrorMsg"


class DbnRecords:
    """Records of one file or one live session, by the channel of their class.

    The protocol's own records make no events: mappings were taken by the decoder, heartbeats and notes are counted, and
    an error record becomes a VenueError.
    """

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.translator = translator
        self.connection = connection
        own = scope or translator.scope(connection.products[0])
        self.scope = own.of(connection.source, own.request)
        self.scope.symbol = self.symbol
        self.emits: dict[str, Emit] = {
            channel.record: channel.emit for channel in connection.channels if channel.record
        }
        self.symbols: DbnSymbols = DbnSymbols()
        self.by_number = False
        self.cache: dict[int, tuple[int, int, str]] = {}
        self.refusal: VenueError | None = None

    def begin(self, stream: DbnStream) -> None:
        """Take the symbols of a stream whose metadata has been read."""
        self.symbols = stream.symbols
        self.by_number = stream.metadata is not None and str(stream.metadata.stype_in) == "instrument_id"
        self.cache.clear()

    def symbol(self, record: Any) -> str:
        """By the mappings for the record's day; the number itself where the data was asked for by numbers."""
        number: int = record.instrument_id
        at: int = record.ts_index
        known = self.cache.get(number)
        if known is not None and known[0] <= at < known[1]:
            return known[2]
        found = self.symbols.resolve(number, at)
        if found is None:
            if not self.by_number:
                raise UnknownInstrument(self.translator.venue, number)
            found = str(number)
        midnight = at - at % _DAY_NS
        self.cache[number] = (midnight, midnight + _DAY_NS, found)
        return found

    def emit(self, records: Iterable[Any], ts_init: int) -> list[Event]:
        """The events of records; a bad one is counted and set aside.

        An error record ends them: VenueError is raised by this call or, where events came before it, by the next.
        """
        if self.refusal is not None:
            raise self.refusal
        out: list[Event] = []
        scope, emits = self.scope, self.emits
        for record in records:
            name = type(record).__name__
            emit = emits.get(name)
            try:
                if emit is not None:
                    emit(scope, record, ts_init, out)
                else:
                    self.control(name, record)
            except Exception as error:
                if not (isinstance(error, (DragomanError, *ROW_ERRORS)) or is_of_package(error)):
                    raise
                self.translator.bad_row(self.connection.source, name, repr(record), error)
            if self.refusal is not None:
                break
        if self.refusal is not None and not out:
            raise self.refusal
        return out

    def control(self, name: str, record: Any) -> None:
        """Records that no channel takes."""
        stats = self.translator.stats
        if name == _ERROR:
            code = None if record.code is None else str(record.code)
            why = "the gateway sent an error record"
            venue, source = self.translator.venue, self.connection.source
            self.refusal = VenueError(venue, source, why, code=code, meaning=str(record.err))
        if name == _MAPPING:
            self.cache.pop(record.instrument_id, None)
        stats.count("controls" if name in (_MAPPING, _SYSTEM) else "unknown_messages", name)

    def set_aside(self, errors: Iterable[Exception]) -> None:
        for error in errors:
            self.translator.bad_row(self.connection.source, "record", getattr(error, "raw", b""), error)


class DbnFiles:
    """Call it with one whole file, plain or zstd-compressed."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = DbnRecords(translator, connection, scope)

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of a file; raises HeaderError for what is none. Damage behind the header costs only what it hit."""
        records = self.records
        stream = DbnStream()
        faults: list[Exception] = []
        found: list[Any] = []
        try:
            found = stream.feed(payload)
            stream.close()
        except (FramingError, Truncated) as fault:
            faults.append(fault)
        records.begin(stream)
        records.set_aside([*stream.errors, *faults])
        out = records.emit(found, ts_init)
        rest: list[Event] = []
        for machine in records.scope.machines.values():
            if isinstance(machine, Gather):
                machine.flush(rest)
        return out + rest


class DbnLive:
    """Call it with the bytes of a session as they come; metadata comes first, records may be cut anywhere."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = DbnRecords(translator, connection, scope)
        self.stream = DbnStream()
        self.begun = False

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events that these bytes complete; raises HeaderError or FramingError where the stream is no DBN any more."""
        found = self.stream.feed(payload)
        if not self.begun and self.stream.metadata is not None:
            self.begun = True
            self.records.begin(self.stream)
        while self.stream.errors:
            self.records.set_aside([self.stream.errors.popleft()])
        return self.records.emit(found, ts_init)

    def reset(self) -> None:
        """A new session begins with metadata of its own."""
        self.stream = DbnStream()
        self.begun = False
        for machine in self.records.scope.machines.values():
            if isinstance(machine, Gather):
                machine.reset()
