"""Events back to a venue's payloads; what is built is translated forward, and only what means the same goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import DragomanError, RowError, UnknownInstrument
from dragoman.model import Bar, InstrumentId
from dragoman.simulate.bars import length_ns
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import At, Inverse, Made, Source
from dragoman.simulate.meaning import Unlike, difference, grouped
from dragoman.simulate.payloads import ABSENT, Plan, Tree, Writer, type_of, undone, written
from dragoman.translate.facts import Channel, Connection, Event
from dragoman.translate.translator import Translator

_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
_MOST_TRIES = 4096
_DERIVED = frozenset({"instrument_id", "bar_type", "ts_init", "ts_event"})


class Told(Struct, frozen=True):
    """What a payload depends on beside its events: the call's parameters, the topic, fields that the server decides."""

    product: str
    ts_init: int
    request: Mapping[str, Any] | None = None
    topic: str | None = None
    fixed: Mapping[str, Any] | None = None
    """Payload field -> wire value, for what no event says."""


class Backwards:
    """Builds payloads of one venue; raises NotInvertible where an event can't be said."""

    def __init__(self, translator_type: type[Translator], inverse: Inverse) -> None:
        self.tables = translator_type.tables
        self.inverse = inverse
        self.writer = Writer(inverse.forms)
        self.translator = translator_type(on_bad_row=_refuse)
        self.venue = self.tables.venue
        self._connections = {
            channel.name: (connection, channel)
            for connection in self.tables.connections
            for channel in connection.channels
        }
        self._liked: dict[str, list[tuple[Any, ...]]] = {}

    # -- what goes out -------------------------------------------------------------------------------------------------

    def frame(self, channel: str, events: Sequence[Event], told: Told) -> bytes:
        """A message of a channel that means exactly these events of their types, in the connection's envelope."""
        source = self._source(self.inverse.channels, channel)
        connection, _ = self._connections[channel]
        return self._built(channel, source, events, told, connection)

    def answer(self, operation: str, events: Sequence[Event], told: Told) -> bytes:
        """The body of an answer that means exactly these events of their types."""
        return self._built(operation, self._source(self.inverse.calls, operation), events, told, None)

    def reply(self, connection: str, means: str, **values: Any) -> bytes:
        """A control message; `id`, `code` and `message` go where the venue tells them."""
        replying = self.inverse.replies.get(connection, {}).get(means)
        if replying is None:
            raise NotInvertible(self.venue, connection, means, "the spec declares no such reply")
        plan = Plan()
        for name, value in values.items():
            path = getattr(replying, name)
            leaf = self.writer.leaf(replying.payload, path) if path else None
            if leaf is not None and value is not None:
                plan.put(path, written(value, *leaf))
        return msgspec.json.encode(self.writer.tree(replying.payload, plan, 0))

    def channel(self, name: str) -> Channel:
        return self._connections[name][1]

    # -- building ------------------------------------------------------------------------------------------------------

    def _source(self, known: Mapping[str, Source], name: str) -> Source:
        if name not in known:
            why = self.inverse.closed.get(name, "the venue has no such channel or operation")
            raise NotInvertible(self.venue, name, "", why)
        return known[name]

    def _built(
        self, name: str, source: Source, events: Sequence[Event], told: Told, connection: Connection | None
    ) -> bytes:
        if not source.rows:
            plan, _ = self._solved(name, source, events, told, connection)
            return self._bytes(source, plan, told, connection)
        rows: list[Plan] = []
        around = Plan()
        for group in grouped(source.made, events):
            plan, row = self._solved(name, source, group, told, connection)
            around.update(plan)
            rows.append(row)
        return self._bytes(source, self._joined(source, around, rows, told), told, connection)

    def _solved(
        self, name: str, source: Source, events: Sequence[Event], told: Told, connection: Connection | None
    ) -> tuple[Plan, Plan]:
        """(what is said of the message, of the row), with values for what only decides that make it mean the events."""
        why = Unlike(-1, "", "there is nothing to try")
        for values in self._tries(name, source):
            message, row = Plan(), Plan()
            said: set[str] = set()
            for made, event in self._matched(name, source, events):
                said |= {
                    path_of(read) for key, read in made.reads.items() if key[5:] in getattr(event, "info", ())
                }
                self._say(name, source, made, event, told, message, row, timeless=values[0])
            for made, event in self._matched(name, source, events):
                self._open(source, made, event, row if source.rows else message)
            for place, value in zip(source.tries, values[1:], strict=True):
                if value is not None and place not in said:
                    outer = not source.rows or place.startswith("message.")
                    (message if outer else row).put(
                        place.removeprefix("message.") if source.rows else place, value
                    )
            for place, value in (told.fixed or {}).items():
                in_row = bool(source.rows) and self._leaf(source, place, True) is not None
                (row if in_row else message).put(place.removeprefix("message."), value)
            whole = self._joined(source, Plan(message), [row], told) if source.rows else message
            unlike = self._unlike(
                name, self._bytes(source, whole, told, connection), events, told, connection
            )
            if unlike is None:
                self._remember(name, values)
                return message, row
            why = max(why, unlike, key=lambda each: each.agreed)
        raise NotInvertible(self.venue, name, why.field, why.text)

    def _matched(self, name: str, source: Source, events: Sequence[Event]) -> Iterator[tuple[Made, Event]]:
        kinds = {made.type: made for made in source.made}
        for event in events:
            made = kinds.get(type(event).__name__)
            if made is None:
                raise NotInvertible(self.venue, name, type(event).__name__, "no such event comes from there")
            yield made, event

    def _say(
        self,
        name: str,
        source: Source,
        made: Made,
        event: Event,
        told: Told,
        message: Plan,
        row: Plan,
        timeless: bool,
    ) -> None:
        """Puts every field of an event where it is read from; a `timeless` message leaves its own time to the receipt."""
        for target, read in made.reads.items():
            if timeless and target == "ts_event":
                continue
            at = At(read) if isinstance(read, str) else read
            outer = source.rows and at.path.startswith("message.")
            path = at.path.removeprefix("message.") if outer else at.path
            leaf = self._leaf(source, path, bool(source.rows) and not outer)
            if leaf is None:
                raise NotInvertible(self.venue, name, target, f"the payload has no field {path!r}")
            try:
                value = undone(self._value(event, target, told.product), at.via)
                wire = written(value, *leaf)
            except (*_FAULTS, DragomanError) as error:
                raise NotInvertible(self.venue, name, target, f"{type(error).__name__}: {error}") from error
            if wire is ABSENT:
                continue
            if (message if outer or not source.rows else row).put(path, wire) is not ABSENT:
                raise NotInvertible(
                    self.venue, name, target, f"another field says something else of {path!r}"
                )

    def _open(self, source: Source, made: Made, event: Event, plan: Plan) -> None:
        """The opening time beside a bar's closing time, which a plain bar doesn't say but every client reads."""
        closed = path_of(made.reads.get("ts_event", ""))
        before, dot, _ = closed.rpartition(".")
        place = f"{before}{dot}open_time_ms"
        leaf = self._leaf(source, place, bool(source.rows))
        if isinstance(event, Bar) and leaf is not None and not plan.says(place):
            length = length_ns("-".join(event.bar_type.rsplit("-", 4)[1:3]))
            plan.put(place, written(event.ts_event - event.ts_event % length, *leaf))

    def _value(self, event: Event, target: str, product: str) -> Any:
        """A field of an event; `instrument` and `interval` stand for what identities are made of."""
        if target == "interval" and isinstance(event, Bar):
            return "-".join(event.bar_type.rsplit("-", 4)[1:3])
        if target.startswith("info."):
            return event.info.get(target.removeprefix("info."))
        if target.partition(".")[0] == "instrument":
            key = self._key(event.instrument_id, product)
            return key[int(target.partition(".")[2])] if "." in target else key
        return getattr(event, target)

    def _key(self, instrument_id: InstrumentId, product: str) -> Any:
        """The wire key; one message may tell of instruments of several products."""
        symbology = self.translator.symbology
        try:
            return symbology.resolve(instrument_id, (product,))[1]
        except UnknownInstrument:
            return symbology.resolve(instrument_id)[1]

    def _leaf(self, source: Source, path: str, in_row: bool) -> Any:
        return self.writer.leaf(row_type(source.payload, source.rows) if in_row else source.payload, path)

    def _joined(self, source: Source, message: Plan, rows: Sequence[Plan], told: Told) -> Any:
        """Message and rows as one payload's plan; a single row may stand without its list."""
        kind = row_type(source.payload, source.rows)
        trees = [self.writer.tree(kind, row, told.ts_init) for row in rows]
        if source.rows == "$":
            single = len(trees) == 1 and bool(told.request) and type_of(source.payload)
            return trees[0] if isinstance(single, msgspec.inspect.UnionType) else trees
        message.put(source.rows, trees)
        return message

    def _bytes(self, source: Source, said: Any, told: Told, connection: Connection | None) -> bytes:
        tree: Tree = said
        if isinstance(said, Plan):
            tree = self.writer.tree(source.payload, said, told.ts_init)
        if connection is not None and told.topic is not None:
            if connection.wrapper_topic:
                tree = {connection.wrapper_topic: told.topic, connection.wrapper_payload: tree}
            elif connection.topic_key and isinstance(tree, dict):
                *way, last = connection.topic_key.split(".")
                at = tree
                for name in way:
                    at = at.setdefault(name, {})
                at[last] = told.topic
        return msgspec.json.encode(tree)

    # -- trying and verifying ------------------------------------------------------------------------------------------

    def _tries(self, name: str, source: Source) -> Iterator[tuple[Any, ...]]:
        """Values of the deciding fields, those that served last first."""
        liked = self._liked.setdefault(name, [])
        yield from list(liked)
        for index, values in enumerate(combinations((False, True), *source.tries.values())):
            if index >= _MOST_TRIES:
                return
            if values not in liked:
                yield values

    def _remember(self, name: str, values: tuple[Any, ...]) -> None:
        liked = self._liked[name]
        if values not in liked[:2]:
            self._liked[name] = [values, *liked[:3]]

    def _unlike(
        self, name: str, payload: bytes, events: Sequence[Event], told: Told, connection: Connection | None
    ) -> Unlike | None:
        """Where the payload's meaning differs from the events; events of other types may come along."""
        try:
            if connection is not None:
                feed = self.translator.stream(connection.source, product=told.product, request=told.request)
                got = feed(payload, told.ts_init)
            else:
                got = self.translator.translate(
                    name, payload, product=told.product, request=told.request, ts_init=told.ts_init
                )
        except DragomanError as error:
            return Unlike(0, "", str(error))
        kinds = {type(event) for event in events}
        return difference(events, [event for event in got if type(event) in kinds])


def path_of(read: str | At) -> str:
    return read if isinstance(read, str) else read.path


@lru_cache(maxsize=1024)
def row_type(payload: Any, rows: str) -> Any:
    """The Struct of a row of the list `rows` in a payload."""
    kind = type_of(payload)
    if rows != "$":
        for name in rows.split("."):
            assert isinstance(kind, msgspec.inspect.StructType)
            kind = next(item.type for item in kind.fields if item.name == name)
    kinds = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
    for each in kinds:
        if isinstance(each, msgspec.inspect.ListType) and isinstance(
            each.item_type, msgspec.inspect.StructType
        ):
            return each.item_type.cls
    raise TypeError(f"{rows!r} of {payload!r} is no list of records")


def _refuse(error: RowError) -> None:
    raise error
