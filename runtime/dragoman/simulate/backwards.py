"""Events back to a venue's payloads; what is built is translated forward, and only what means the same goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec.inspect import ListType, StructType, UnionType

from dragoman.errors import DragomanError
from dragoman.machines import Merge
from dragoman.model import (
    Bar,
    BookAction,
    InstrumentId,
    OrderBookDelta,
    OrderBookDeltas,
    OrderSide,
    level_rows,
)
from dragoman.simulate.drafting import Drafting, refuse, specification
from dragoman.simulate.drafts import Draft, Job, Told, row_type
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Inverse, Source
from dragoman.simulate.images.facts import Nested
from dragoman.simulate.images.nested import NestedRows
from dragoman.simulate.meaning import Unlike, difference, grouped
from dragoman.simulate.nearest import Nearest, alike, nearing
from dragoman.simulate.payloads import Plan, Tree, type_of, written
from dragoman.translate.facts import Channel, Event
from dragoman.translate.translator import Translator

_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
_MOST_TRIES = 4096
__all__ = ["Backwards", "Told"]


class Backwards(Drafting):
    """Builds payloads of one venue; raises NotInvertible where an event can't be said."""

    def __init__(self, translator_type: type[Translator], inverse: Inverse) -> None:
        super().__init__(translator_type, inverse)
        self.inverse = inverse
        self._connections = {
            channel.name: (connection, channel)
            for connection in self.tables.connections
            for channel in connection.channels
        }
        self._listed: dict[tuple[str, InstrumentId], tuple[Event, tuple[Any, ...]]] = {}
        """(operation, instrument) -> what was meant, and what decided, where only something like it could be told."""
        self._sides: dict[tuple[str, OrderSide], tuple[Any, ...]] = {}
        """(operation, side) -> what decides that a row is a level of that side."""
        self._liked: dict[str, list[tuple[Any, ...]]] = {}
        self.nested: dict[str, NestedRows] = {}
        """operation whose instruments are rows of rows -> who builds them."""

    # -- what goes out -------------------------------------------------------------------------------------------------

    def frame(self, channel: str, events: Sequence[Event], told: Told) -> bytes:
        """A message of a channel that means exactly these events of their types, in the connection's envelope."""
        source = self._source(self.inverse.channels, channel)
        connection, _ = self._connections[channel]
        return self._built(Job(channel, source, told, connection), events)

    def answer(self, operation: str, events: Sequence[Event], told: Told) -> bytes:
        """The body of an answer that means exactly these events of their types."""
        return self._built(Job(operation, self._source(self.inverse.calls, operation), told, None), events)

    def clock(self, operation: str, told: Told) -> bytes:
        """The body of an answer that tells the time, in a row of its own where the payload has lists."""
        source = self._source(self.inverse.calls, operation)
        plan = Plan()
        for item in msgspec.structs.fields(source.payload):
            kind = type_of(item.type)
            if isinstance(kind, ListType) and isinstance(kind.item_type, StructType):
                plan.put(item.name, [self.writer.tree(kind.item_type.cls, None, told.ts_init)])
        return self._bytes(Job(operation, source, told, None), plan)

    def reply(
        self, connection: str, means: str, asked: Mapping[str, Any] | None = None, **values: Any
    ) -> bytes:
        """A control message; `id`, `code` and `message` go where the venue tells them, `asked` is what it answers."""
        replying = self.inverse.replies.get(connection, {}).get(means)
        if replying is None:
            raise NotInvertible(self.venue, connection, means, "the spec declares no such reply")
        plan = Plan()
        for name, value in values.items():
            path = getattr(replying, name)
            leaf = self.writer.leaf(replying.payload, path) if path else None
            if leaf is not None and isinstance(leaf[0], ListType) and isinstance(value, str):
                value = [value]
            if leaf is not None and value is not None:
                try:
                    plan.put(path, written(value, *leaf))
                except _FAULTS:
                    plan.put(path, value)  # an id of the client's own kind is repeated as it came
        return msgspec.json.encode(self.writer.tree(replying.payload, plan, 0, asked))

    def source_of(self, operation: str) -> Source | Nested | None:
        """The payload of an operation and the events in it, None for one that can't be built."""
        nested = self.nested.get(operation)
        return self.inverse.calls.get(operation) if nested is None else nested.nested

    def channel(self, name: str) -> Channel:
        return self._connections[name][1]

    def alike(self, operation: str, meant: Event, told: Told, beside: Sequence[Event] = ()) -> Event | None:
        """The instrument nearest to one that is meant which an operation or channel can tell, and so tells from now on; None where none comes out."""
        found = self.nearest(operation, meant, told, beside)
        if found is None:
            return None
        self.keep(operation, meant, found)
        return found.event

    def nearest(
        self, operation: str, meant: Event, told: Told, beside: Sequence[Event] = ()
    ) -> Nearest | None:
        """What comes out nearest to an instrument, None where nothing does."""
        if operation in self.nested:
            event = self.nested[operation].nearest(meant, told.ts_init)
            return None if event is None else Nearest(event, ())
        job = self._job(operation, told)
        best: Nearest | None = None
        reached = [-1]
        for tried in nearing(self._tries(job), [(False, True), *job.source.tries.values()], reached):
            event = self._like(job, meant, beside, tried)
            same = -1 if event is None else alike(event, meant)
            if event is not None and same > reached[0]:
                best, reached[0] = Nearest(event, tried), same
        return best

    def keep(self, operation: str, meant: Event, found: Nearest) -> None:
        """Tells the instrument in this way from now on."""
        if found.decided:
            self._listed[operation, meant.instrument_id] = meant, found.decided
            self._remember(operation, found.decided)

    def _like(self, job: Job, meant: Event, beside: Sequence[Event], tried: tuple[Any, ...]) -> Event | None:
        """The instrument that comes out with these values of what decides, None where none does that is traded."""
        draft = self._draft(job, [meant, *beside], tried[0], tried[1:], strict=False)
        said = self._joined(job, Plan(draft.message), [draft.row]) if draft.has_rows else draft.message
        try:
            got = self._got(job, self._bytes(job, said))
        except DragomanError:
            return None
        of = [e for e in got if type(e) is type(meant) and e.instrument_id == meant.instrument_id]
        return max((e for e in of if e.is_active is not False), key=lambda e: alike(e, meant), default=None)

    def listing(self, operation: str, instruments: Sequence[Event], told: Told) -> bytes:
        """The body of an answer that lists instruments, each as `answer` or else as `alike` tells it."""
        if operation in self.nested:
            rows = self.nested[operation]
            said = [rows.said([each], told.ts_init) for each in instruments]
            return msgspec.json.encode(rows.whole(said, told.ts_init))
        try:
            return self.answer(operation, instruments, told)
        except NotInvertible:
            return self._told_alike(operation, instruments, told)

    def listing_frame(self, channel: str, instrument: Event, state: Event | None, told: Told) -> bytes:
        """As `listing`, a message of a channel, which may tell the state beside."""
        beside = (
            [state] if any(m.type == "InstrumentStatus" for m in self._job(channel, told).source.made) else []
        )
        return self._told_alike(channel, [instrument], told, beside)

    def _told_alike(
        self, operation: str, instruments: Sequence[Event], told: Told, beside: Sequence[Event] = ()
    ) -> bytes:
        job = self._job(operation, told)
        around, rows = Plan(), []
        for each in instruments:
            if (operation, each.instrument_id) not in self._listed and self.alike(
                operation, each, told, beside
            ) is None:
                raise NotInvertible(self.venue, operation, "", f"{each.instrument_id} can't be told")
            meant, (timeless, *decided) = self._listed[operation, each.instrument_id]
            meant = msgspec.structs.replace(meant, ts_event=told.ts_init, ts_init=told.ts_init)
            draft = self._draft(job, [meant, *beside], timeless, decided, strict=False)
            around.update(draft.message)
            rows.append(draft.row)
        if not job.source.rows:
            return self._bytes(job, around)
        return self._bytes(job, self._joined(job, around, rows))

    def _job(self, name: str, told: Told) -> Job:
        """What it takes to build an answer of an operation, or a message of a channel."""
        if name in self._connections and name not in self.inverse.calls:
            connection, _ = self._connections[name]
            return Job(name, self._source(self.inverse.channels, name), told, connection)
        return Job(name, self._source(self.inverse.calls, name), told, None)

    def tries(self, channel: str) -> list[tuple[Any, ...]]:
        """Values that what decides of a channel's messages may have, as `said` takes them."""
        values = self._source(self.inverse.channels, channel).tries.values()
        return list(combinations((False, True), *values))[:_MOST_TRIES]

    def said(self, channel: str, events: Sequence[Event], told: Told, decided: tuple[Any, ...]) -> bytes:
        """A message of a channel with these values of what decides, whatever it means."""
        connection, _ = self._connections[channel]
        job = Job(channel, self._source(self.inverse.channels, channel), told, connection)
        drafts = [self._draft(job, [event], decided[0], decided[1:]) for event in events]
        if job.source.rows:
            return self._bytes(job, self._joined(job, drafts[0].message, [each.row for each in drafts]))
        return self._bytes(job, drafts[0].message)

    # -- building ------------------------------------------------------------------------------------------------------

    def _source(self, known: Mapping[str, Source], name: str) -> Source:
        if name not in known:
            why = self.inverse.closed.get(name, "the venue has no such channel or operation")
            raise NotInvertible(self.venue, name, "", why)
        return known[name]

    def _built(self, job: Job, events: Sequence[Event]) -> bytes:
        if job.source.made and job.source.made[0].type == "OrderBookDelta":
            return self._of_levels(job, events)
        if not job.source.made:
            # Of what tells no event nothing is to be meant.
            return self._bytes(job, self._joined(job, Plan(), []) if job.source.rows else Plan())
        if not job.source.rows:
            return self._bytes(job, self._solved(job, events).message)
        rows: list[Plan] = []
        around = Plan()
        for group in grouped(job.source.made, events):
            draft = self._solved(job, group)
            around.update(draft.message)
            rows.append(draft.row)
        return self._bytes(job, self._joined(job, around, rows))

    def _solved(self, job: Job, events: Sequence[Event]) -> Draft:
        """What is said of message and row, with values for what only decides that make it mean the events."""
        why = Unlike(-1, "", "there is nothing to try")
        for timeless, *decided in self._tries(job):
            draft = self._draft(job, events, timeless, decided)
            said = self._joined(job, Plan(draft.message), [draft.row]) if draft.has_rows else draft.message
            unlike = self._unlike(job, self._bytes(job, said), events)
            if unlike is None:
                self._remember(job.name, (timeless, *decided))
                return draft
            why = max(why, unlike, key=lambda each: each.agreed)
        if why.field == "Bar.ts_event" and self._learn_close(job, events):
            return self._solved(job, events)
        raise NotInvertible(self.venue, job.name, why.field, why.text)

    def _of_levels(self, job: Job, books: Sequence[OrderBookDeltas]) -> bytes:
        """A book whose levels of both sides are rows of one list."""
        around, rows = Plan(), []
        for book in books:
            for side, levels in ((OrderSide.BUY, book.bid_levels), (OrderSide.SELL, book.ask_levels)):
                for level in levels:
                    draft = self._level(job, book, side, level)
                    around.update(draft.message)
                    rows.append(draft.row)
        return self._bytes(job, self._joined(job, around, rows))

    def _level(self, job: Job, book: OrderBookDeltas, side: OrderSide, level: tuple[Any, Any]) -> Draft:
        """One level of a side; what tells the sides apart is found by trying, once."""
        identity, now_ns = book.instrument_id, job.told.ts_init
        row = OrderBookDelta(identity, BookAction.ADD, side, *level, 0, 0, 0, now_ns, now_ns)
        known = self._sides.get((job.name, side))
        for decided in (known,) if known is not None else self._tries(job):
            draft = self._draft(job, [row], decided[0], decided[1:])
            if known is not None:
                return draft
            try:
                got = self._got(job, self._bytes(job, self._joined(job, Plan(draft.message), [draft.row])))
            except DragomanError:
                continue
            told = [each for each in got if isinstance(each, OrderBookDeltas)]
            if told and (len(level_rows(told[0].bids)), len(level_rows(told[0].asks))) == (
                (1, 0) if side is OrderSide.BUY else (0, 1)
            ):
                self._sides[job.name, side] = decided
                return draft
        raise NotInvertible(self.venue, job.name, "side", f"nothing says that a level is of {side}")

    def _learn_close(self, job: Job, bars: Sequence[Event]) -> bool:
        """Finds how far what a bar says of its time is from its close; False where that was found before or nothing comes out."""
        key = job.name, specification(bars[0])
        for timeless, *decided in self._tries(job) if key not in self._closes else ():
            draft = self._draft(job, bars[:1], timeless, decided)
            said = self._joined(job, Plan(draft.message), [draft.row]) if draft.has_rows else draft.message
            try:
                got = [each for each in self._got(job, self._bytes(job, said)) if isinstance(each, Bar)]
            except DragomanError:
                continue
            if got:
                self._closes[key] = got[0].ts_event - bars[0].ts_event
                return True
        return False

    def _joined(self, job: Job, message: Plan, rows: Sequence[Plan]) -> Any:
        """Message and rows as one payload's plan; a single row may stand without its list."""
        source, now_ns = job.source, job.told.ts_init
        kind = row_type(source.payload, source.rows)
        trees = [self.writer.tree(kind, row, now_ns, job.told.asked) for row in rows]
        if source.rows == "$":
            alone = len(trees) == 1 and job.told.request
            return trees[0] if alone and isinstance(type_of(source.payload), UnionType) else trees
        message.put(source.rows, trees)
        return message

    def _bytes(self, job: Job, said: Any) -> bytes:
        """A plan or a tree as bytes, in the connection's envelope or with its topic."""
        connection, topic = job.connection, job.told.topic
        tree: Tree = said
        if isinstance(said, Plan):
            tree = self.writer.tree(job.source.payload, said, job.told.ts_init, job.told.asked)
        if connection is not None and topic is not None:
            if connection.wrapper_topic:
                tree = {connection.wrapper_topic: topic, connection.wrapper_payload: tree}
            elif connection.topic_key and isinstance(tree, dict):
                *way, last = connection.topic_key.split(".")
                at = tree
                for name in way:
                    at = at.setdefault(name, {})
                at[last] = topic
                at.update(job.told.beside or {})
        return msgspec.json.encode(tree)

    # -- trying and verifying ------------------------------------------------------------------------------------------

    def _tries(self, job: Job) -> Iterator[tuple[Any, ...]]:
        """Whether the message has no time of its own, and values of the deciding fields; those that served last first."""
        liked = self._liked.setdefault(job.name, [])
        yield from list(liked)
        for index, values in enumerate(combinations((False, True), *job.source.tries.values())):
            if index >= _MOST_TRIES:
                return
            if values not in liked:
                yield values

    def _remember(self, name: str, values: tuple[Any, ...]) -> None:
        liked = self._liked[name]
        if values not in liked[:2]:
            self._liked[name] = [values, *liked[:3]]

    def _unlike(self, job: Job, payload: bytes, events: Sequence[Event]) -> Unlike | None:
        """Where the payload's meaning differs from the events; events of other types may come along."""
        try:
            got = self._got(job, payload)
        except DragomanError as error:
            return Unlike(0, "", str(error))
        left = Counter(made.type for made in job.source.made if made.type in ("OptionGreeks",))
        kinds = {type(event) for event in events}
        alike = [event for event in got if type(event) in kinds]
        if any(count > 1 for count in left.values()) and alike:
            # The same told by another convention.
            alike = [each for each in alike if each.convention is events[0].convention]
        return difference(events, alike)

    def _got(self, job: Job, payload: bytes) -> list[Event]:
        """What a payload means; to a machine that merges it means itself alone."""
        told = job.told
        if job.connection is None:
            return self.translator.translate(
                job.name, payload, product=told.product, request=told.request, ts_init=told.ts_init
            )
        translator = self.translator
        if job.name in translator.scope(told.product).machines and isinstance(
            translator.scope(told.product).machines[job.name], Merge
        ):
            known = list(translator.instruments.values())
            translator = type(translator)(instruments=known, on_bad_row=refuse)
        feed = translator.stream(job.connection.source, product=told.product, request=told.request)
        return feed(payload, told.ts_init)
