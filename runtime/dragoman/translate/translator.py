"""The pure translator: bytes in, events out. No sockets, no clock."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Protocol

import msgspec

from dragoman.errors import (
    DecodeError,
    DragomanError,
    InvalidParameter,
    ProductRequired,
    RowError,
    UnknownSource,
    VenueError,
)
from dragoman.stats import Stats
from dragoman.translate.beside_feed import BesideFeed
from dragoman.translate.connections import grouped, shared
from dragoman.translate.facts import Call, Connection, Emit, Event, Feed, Tables
from dragoman.translate.feeds import JsonFeed
from dragoman.translate.positions import decode_longer
from dragoman.translate.rows import StandIn, decode_rows, decode_strict, error_path, error_text
from dragoman.translate.scaled import Factors
from dragoman.translate.scope import ROW_ERRORS, Scope, row_error
from dragoman.translate.symbology import AnyIds, Ids, Symbology
from dragoman.translate.unknown_fields import UnknownFields

_log = logging.getLogger("dragoman.translate")


class FeedMaker(Protocol):
    """Makes the feed of one connection for one codec."""

    def __call__(self, translator: Translator, connection: Connection, scope: Scope | None) -> Feed: ...


class Translator:
    """Payloads of one venue to events of the model.

    instruments: known instruments; with them an unknown symbol is an error, without them ids are made by rule.
    synced: books go through their declared sequence rules; without it each message is translated as it stands.
    every_level: levels of books are read while they are decoded, which costs less for whoever reads all of them.
    options: what products offer of their ids, such as `exchange_as_venue`; raises InvalidParameter for what none does.
    on_bad_row: gets every RowError; the rows beside it come out.
    """

    tables: Tables

    def __init__(
        self,
        instruments: Iterable[Any] | None = None,
        account_id: str | None = None,
        *,
        synced: bool = False,
        every_level: bool = False,
        options: Iterable[str] = (),
        on_bad_row: Callable[[RowError], None] | None = None,
        stats: Stats | None = None,
    ) -> None:
        self.venue, self.account_id, self.every_level = self.tables.venue, account_id, every_level
        self.stats = stats or Stats()
        self.on_bad_row = on_bad_row
        self.symbology = Symbology(self.venue, self.tables.products)
        self.instruments: dict[str, Any] = {}
        self.factors = Factors()
        """(instrument, field, rule) -> what counts by it; asked of the catalog once, until it learns."""
        self._closed = instruments is not None
        asked = self._asked(options)
        self._ids = {
            name: Ids(self.venue, product, self._closed, asked)
            for name, product in self.tables.products.items()
        }
        self._scopes = {name: self._make_scope(name, synced) for name in self.tables.products}
        self._any = self._make_scope("", synced)
        self._calls = self._call_sources()
        self._shared = self._shared_sources()
        self._connections = grouped(self.tables.connections)
        self.unknown_fields = UnknownFields(self.stats, self.tables.captures)
        self._feeds: dict[tuple[str, str], Feed] = {}
        for instrument in instruments or ():
            self.learn(instrument)

    # -- the contract ------------------------------------------------------------------------------------------------

    def translate(
        self,
        source: str,
        payload: bytes,
        *,
        product: str | None = None,
        request: Mapping[str, Any] | None = None,
        ts_init: int = 0,
    ) -> list[Event]:
        """The events that one payload means.

        source: an operation's id or `METHOD /path`, or a connection's name; `sources()` lists them.
        Raises UnknownSource, ProductRequired, RequestRequired, DecodeError, VenueError; bad rows are counted and set aside.
        """
        if isinstance(payload, str):
            payload = payload.encode()
        self.stats.messages += 1
        self.stats.bytes += len(payload)
        if source in self._connections:
            out = self.stream(source, product=product, request=request)(payload, ts_init)
            self.stats.events += len(out)
            return out
        call, bound = self._calls.get(source, (None, None))
        if call is None:
            raise UnknownSource(self.venue, source, self.sources())
        shared = self._shared.get(source, {})
        if product is None and shared and request and "instrument_id" in request:
            product = self.symbology.resolve(request["instrument_id"], shared)[0]
        if shared and product not in shared and (product is not None or not self.symbology.tells(shared)):
            raise ProductRequired(self.venue, source, shared, product)
        call, bound = shared.get(product or "", call), None if shared else bound
        return self._translate_call(call, payload, source, product or bound, request, ts_init)

    def events_of(
        self,
        operation: str,
        message: Any,
        *,
        product: str,
        request: Mapping[str, Any] | None = None,
        ts_init: int = 0,
    ) -> list[Event]:
        """The events of an operation's answer that is decoded already."""
        call, _ = self._calls[operation]
        scope = (self._scopes[product] if product else self._any).of(operation, request)
        out: list[Event] = []
        self.emit(call.emit, scope, message, ts_init, out, b"")
        return out

    def sources(self) -> list[str]:
        """Every name that `translate` takes as its source."""
        return sorted({*self._calls, *self._connections})

    def stream(
        self, source: str, *, product: str | None = None, request: Mapping[str, Any] | None = None
    ) -> Feed:
        """The fast way for many frames of one connection: a callable of (payload, ts_init).

        What it yields is counted by who calls it; `translate` counts for itself.
        """
        connections = self._connections.get(source)
        if connections is None:
            raise UnknownSource(self.venue, source, sorted(self._connections))
        connection = shared(connections, product)
        if product is None and len(connection.products) == 1:
            product = connection.products[0]
        if product is not None and product not in connection.products:
            raise ProductRequired(self.venue, source, connection.products, product)
        if request:
            return self._make_feed(connection, product, request)
        key = (source, product or "")
        if key not in self._feeds:
            self._feeds[key] = self._make_feed(connection, product, None)
        return self._feeds[key]

    def learn(self, instrument: Any) -> None:
        """Take one instrument into the catalog."""
        identity = instrument.instrument_id
        self.instruments[identity] = instrument
        self.factors.clear()
        for product, key in self.symbology.candidates(identity):
            if type(instrument).__name__ in self.tables.products[product].instruments:
                self._ids[product][self._wire_key(product, key, instrument)] = identity
                self.symbology.learn(identity, product, key)

    def _wire_key(self, product: str, key: Any, instrument: Any) -> Any:
        """The key that the venue's messages name an instrument by: its own where its id was made of another."""
        facts, said = self.tables.products[product], getattr(instrument, "keys", None) or {}
        return (
            tuple(said[name] for name in facts.keys)
            if facts.options and set(facts.keys) <= set(said)
            else key
        )

    def _asked(self, options: Iterable[str]) -> frozenset[str]:
        known = sorted({option for product in self.tables.products.values() for option in product.options})
        for option in options:
            if option not in known:
                offered = f"there are {', '.join(known)}" if known else "the venue offers none"
                raise InvalidParameter(self.venue, "translator", "options", f"has no {option!r}; {offered}")
        return frozenset(options)

    # -- for generated code and feeds --------------------------------------------------------------------------------

    def scope(self, product: str) -> Scope:
        """The scope of a product; of none where it is empty, and then rows say of which they are."""
        return self._scopes[product] if product else self._any

    def ids(self, product: str) -> Ids | None:
        """The ids of a product, None for one that the venue has not."""
        return self._ids.get(product)

    def decode(
        self,
        kind: Any,
        payload: Any,
        rows: tuple[str, ...],
        source: str,
        name: str,
        stand_in: StandIn | None = None,
    ) -> Any:
        """A payload as its type, without its bad rows; raises DecodeError with the place of the fault."""

        def bad(path: str, raw: bytes, error: Exception) -> None:
            self.bad_row(source or name, path, raw, ValueError(error_text(error)))

        try:
            message = decode_strict(kind, payload)
        except (msgspec.ValidationError, ValueError, RecursionError) as error:
            try:
                with suppress(msgspec.DecodeError, ValueError, RecursionError):
                    return decode_longer(kind, payload)
                message = decode_rows(kind, payload, rows, error, bad, stand_in)
            except (msgspec.DecodeError, ValueError, RecursionError) as again:
                raise DecodeError(
                    self.venue, source or name, error_path(again), payload, error_text(again)
                ) from None
        except msgspec.DecodeError as error:
            raise DecodeError(self.venue, source or name, "$", payload, error_text(error)) from None
        self.unknown_fields.look(kind, payload)
        return message

    def emit(
        self, emit: Emit, scope: Scope, message: Any, ts_init: int, out: list[Event], payload: Any
    ) -> None:
        """Run an emit function; a fault in the data of the message is a DecodeError that shows it."""
        try:
            emit(scope, message, ts_init, out)
        except DragomanError:
            raise
        except ROW_ERRORS as error:
            raise self.fault(error, scope.source, payload) from error

    def fault(self, error: Exception, source: str, payload: Any) -> DragomanError:
        """What is raised for a fault in the data of a message."""
        if isinstance(error, DragomanError):
            return error
        return DecodeError(self.venue, source, "$", payload, f"{type(error).__name__}: {error}")

    def bad_row(self, source: str, path: str, row: object, error: Exception) -> None:
        """Count a bad row, log it, hand it on."""
        found = row_error(self.venue, source, path, _bytes_of(row), error)
        self.stats.count("bad_rows", source)
        if self.on_bad_row is not None:
            self.on_bad_row(found)
        else:
            _log.warning("bad row set aside: %s", found)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _make_feed(
        self, connection: Connection, product: str | None, request: Mapping[str, Any] | None
    ) -> Feed:
        scope = self._scopes[product] if product else self._of_none(connection)
        if scope is not None:
            scope = scope.of(connection.source, request)
        maker: FeedMaker = self.tables.feeds.get(connection.codec, _json_feed)
        return maker(self, connection, scope)

    def _of_none(self, connection: Connection) -> Scope | None:
        """The scope of no product, where the rows of all channels or the symbols of all products tell it."""
        told = all(channel.of_any for channel in connection.channels) or self.symbology.tells(
            connection.products
        )
        return self._any if told else None

    def _make_scope(self, product: str, synced: bool) -> Scope:
        machines = {name: make(product) for name, make in self.tables.machines.items()}
        ids = self._ids[product] if product else AnyIds(self.venue, self.tables.products, self._ids)
        return Scope(self, product, ids, machines, synced)

    def _call_sources(self) -> dict[str, tuple[Call, str | None]]:
        found: dict[str, tuple[Call, str | None]] = {}
        for call in self.tables.calls:
            found[call.name] = (call, next(iter(call.paths)) if len(call.paths) == 1 else None)
            for product, path in call.paths.items():
                # Of several calls of one path the first is meant, that of a product with ids of its own before others.
                known = found.get(path)
                if known is None or (self._like(known[1] or "") and not self._like(product)):
                    found[path] = (call, product)
        return found

    def _shared_sources(self) -> dict[str, dict[str, Call]]:
        """Paths that several products have, with the call of each: such a path does not tell the product."""
        found: dict[str, dict[str, Call]] = {}
        for call in self.tables.calls:
            for product, path in call.paths.items():
                # A product with the ids of another one is meant where a caller says so alone.
                if not self._like(product) or self._like(product) not in call.paths:
                    found.setdefault(path, {}).setdefault(product, call)
        return {path: calls for path, calls in found.items() if len(calls) > 1}

    def _like(self, product: str) -> str:
        """The product whose ids this one shares, "" for none."""
        found = self.tables.products.get(product)
        return found.like if found is not None else ""

    def _translate_call(
        self,
        call: Call,
        payload: bytes,
        source: str,
        product: str | None,
        request: Mapping[str, Any] | None,
        ts_init: int,
    ) -> list[Event]:
        if call.answer:
            out = self.stream(call.answer, product=product or None, request=request)(payload, ts_init)
            self.stats.events += len(out)
            return out
        request = call.request(request)
        if product is None and "instrument_id" in request:
            product = self.symbology.resolve(request["instrument_id"], call.paths)[0]
        product = "" if product is None and self.symbology.tells(call.paths) else product
        allowed = self._scopes if "" in call.paths else call.paths
        if product is None or (product and product not in allowed):
            raise ProductRequired(self.venue, source, allowed, product)
        scope = (self._scopes[product] if product else self._any).of(source, request)
        try:
            inner = self._unwrapped(call.unwrap, payload) if call.unwrap else payload
            message = self.decode(call.payload, inner, call.rows, source, call.name)
        except DecodeError:
            self._refused(call.name, payload)
            raise
        out = []
        self.emit(call.emit, scope, message, ts_init, out, payload)
        if not out and self.tables.fault is not None and self.tables.fault.failed is not None:
            self._refused(call.name, payload, coded=True)
        snapshot = self.tables.snapshots.get(call.name)
        if snapshot is not None and scope.synced:
            books, out = out, []
            key = scope.request_key(snapshot.parameter)
            machine = scope.machines[snapshot.channel_of(scope.request)]
            for book in books:
                generation = scope.request.get("generation")
                machine.on_snapshot(key, snapshot.read_id(message), book, ts_init, out, generation=generation)
        self.stats.events += len(out)
        return out

    def _unwrapped(self, key: str, payload: bytes) -> bytes:
        """What an envelope holds under its key; an answer without the envelope as it is."""
        if not payload.lstrip().startswith(b"{"):
            return payload
        try:
            inside = msgspec.json.decode(payload, type=dict[str, msgspec.Raw]).get(key)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return payload
        return payload if inside is None else bytes(inside)

    def _refused(self, operation: str, payload: bytes, coded: bool = False) -> None:
        """Raises VenueError where a body is an error that the venue tells; `coded` asks for a code, as an answer without rows has none."""
        fault = self.tables.fault
        if fault is None or not payload.lstrip().startswith(b"{"):
            return
        try:
            body = msgspec.json.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return
        code, message = _at(body, fault.code), _at(body, fault.message)
        failed = code is not None if fault.failed is None else fault.failed(body)
        if failed and not (coded and code is None):
            raise VenueError(
                self.venue,
                operation,
                code=None if code is None else str(code),
                meaning=None if message is None else str(message),
                body=payload,
            )


def _bytes_of(row: object) -> object:
    """A row that was decoded already as JSON again."""
    if isinstance(row, msgspec.Struct):
        with suppress(TypeError, ValueError, UnicodeEncodeError):
            return msgspec.json.encode(row)
    return row


def _at(body: Any, path: tuple[str, ...]) -> Any:
    """The value at a path of decoded JSON, None where the path leads nowhere."""
    for key in path:
        body = body.get(key) if isinstance(body, dict) else None
    return body


def _json_feed(translator: Translator, connection: Connection, scope: Scope | None) -> Feed:
    if connection.beside is not None:
        return BesideFeed(translator, connection, connection.beside, scope).fast()
    return JsonFeed(translator, connection, scope).fast()
