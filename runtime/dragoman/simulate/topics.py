"""Topics of a simulated product: which events of the market go out under which name, as which bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.model import INSTRUMENT_TYPES, OrderBookDeltas
from dragoman.requests.facts import Channel, Interface
from dragoman.simulate.answers import EVENTS, shaped
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.bars import bars_of, length_ns
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Source
from dragoman.simulate.levels import LevelBook, Levels
from dragoman.simulate.links import NAMED, slot_names
from dragoman.simulate.market import Line, Market
from dragoman.simulate.meaning import grouped
from dragoman.simulate.sequences import Sequences, find_sequences
from dragoman.translate.translator import Translator

_DEPTH = 10
_RATES = ("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate")
_RATES_NS = 1_000_000_000
_MOST_BARS = 1_000
"""Bars that are told at once of the time since the last ones."""
_WHOLE = {"OrderBookDelta": "OrderBookDeltas"}


class Unlisted(str):
    """Why there is no topic: its instrument is not listed."""

    __slots__ = ()


@dataclass(slots=True)
class Topic:
    """One topic: a channel for one instrument (None: for all), with what its name says beyond that."""

    name: str
    channel: Channel
    source: Source
    line: Line | None
    specification: str = ""
    depth: int = _DEPTH
    base: str = ""
    """The topic without what is said beside it."""
    beside: Mapping[str, str] = field(default_factory=dict)
    levels: Levels = field(default_factory=dict)
    """The book as it was told last, where it is told by numbered levels."""
    due_ns: int = 0
    """When rates or a closed bar are told next."""
    told_ns: int = 0
    """When anything was told of it last."""

    @property
    def gives(self) -> set[str]:
        told = {_WHOLE.get(made.type, made.type) for made in self.source.made}
        return told & EVENTS.keys() & set(self.channel.gives)

    @property
    def lists(self) -> bool:
        """Whether it tells what is listed."""
        return any(made.type in INSTRUMENT_TYPES for made in self.source.made)


class Topics:
    """The topics of one product; raises NotInvertible when made, for a book whose numbering can't be found."""

    def __init__(
        self,
        backwards: Backwards,
        interface: Interface,
        translator_type: type[Translator],
        product: str,
        market: Market,
        now_ns: int,
        partial: bool = False,
    ) -> None:
        self.left_out: dict[str, str] = {}
        """Channel -> why its messages can't be built."""
        self.backwards = backwards
        self.interface = interface
        self.product = product
        self.market = market
        self._known: dict[tuple[str, str], Topic] = {}
        self.sequences: dict[str, Sequences] = {}
        line = next(iter(market.lines.values()))
        for name in backwards.inverse.sequences:
            channel = interface.channels[name]
            if product in channel.products:
                topic = self.name_of(channel, line)
                if self._slots(channel.connection):
                    topic = topic.partition(":")[0]
                told = Told(product, now_ns)
                try:
                    found = find_sequences(backwards, translator_type, name, topic, line.instrument_id, told)
                except NotInvertible as error:
                    if not partial:
                        raise
                    self.left_out[name] = str(error)
                    continue
                self.sequences[name] = found
                for each in market.lines.values():
                    each.leaps &= found.leaps
        self.leveled: dict[str, LevelBook] = {}
        for channel in interface.channels.values():
            source = backwards.inverse.channels.get(channel.name)
            if source is None or product not in channel.products:
                continue
            if any(made.type == "OrderBookDelta" for made in source.made):
                told = Told(product, now_ns, topic=self.name_of(channel, line))
                self.leveled[channel.name] = LevelBook(backwards, translator_type, channel.name, line, told)

    def name_of(self, channel: Channel, line: Line) -> str:
        """The topic of a channel for an instrument, every other parameter at its default or first value."""
        product = self.backwards.tables.products[self.product]
        key = product.key_of(line.instrument_id)
        parts = dict(zip(product.keys, key if isinstance(key, tuple) else (key,), strict=True))
        values: dict[str, str] = {}
        for param in channel.params:
            value = (
                param.default if param.default is not None else next(iter(param.allowed or param.means), "")
            )
            if param.fills == "symbol":
                value = product.raw(key)
            elif param.fills in parts:
                value = parts[param.fills]
            values[param.told] = str(value)
        topic = channel.name if channel.topic is None else channel.topic(values)
        wires = {param.wire: values[param.told] for param in channel.params if param.required}
        beside = [wires[slot] for slot in self._slots(channel.connection) if slot in wires]
        return f"{topic}:{','.join(beside)}" if beside else topic

    def find(self, connection: str, name: str) -> Topic | str:
        """The topic of that name, or why there is none; after a colon stands what is said beside the topic."""
        known = self._known.get((connection, name))
        if known is not None:
            return known
        slots = self._slots(connection)
        base, _, rest = name.partition(":") if slots else (name, "", "")
        for channel in self.interface.channels.values():
            pattern = self._pattern(channel.name)
            if channel.connection != connection or self.product not in channel.products or pattern is None:
                continue
            match = pattern.fullmatch(base)
            known_backwards = channel.name in self.backwards.inverse.channels
            if match is None or not known_backwards or channel.name in self.left_out:
                continue
            said = match.groupdict()
            wanted = [(p.wire, p.told) for p in channel.params if p.wire in slots and p.told not in said]
            wanted.sort(key=lambda each: slots.index(each[0]))
            given = rest.split(",") if rest else []
            if len(given) > len(wanted):
                return "it has too many arguments"
            pairs = list(zip(wanted, given, strict=False))
            said |= {told: value for (_, told), value in pairs}
            found = self._made(name, channel, said)
            if isinstance(found, Topic):
                if slots:
                    found.base, found.beside = base, {wire: value for (wire, _), value in pairs}
                self._known[connection, name] = found
            return found
        return "there is no such topic"

    def frames(self, topic: Topic, events: Sequence[Any], now_ns: int, skipped: bool = False) -> list[bytes]:
        """The messages of a topic for what just happened; nothing where it doesn't concern the topic."""
        kinds = {made.type: made for made in reversed(topic.source.made)}
        concerned = [
            event for event in events if topic.line is None or event.instrument_id == topic.line.instrument_id
        ]
        if skipped and topic.channel.name in self.sequences:
            return []
        if topic.channel.name in self.leveled:
            return self._of_levels(topic, concerned, now_ns)
        chosen = [each for event in concerned for each in self._chosen(topic, event, now_ns)]
        chosen = [shaped(kinds[type(event).__name__], event) for event in chosen]
        groups = [chosen] if topic.source.rows and chosen else list(grouped(topic.source.made, chosen))
        topic.told_ns = now_ns if chosen else topic.told_ns
        return [self._frame(topic, group, now_ns) for group in groups]

    def welcome(self, name: str, connection: str, now_ns: int) -> list[bytes]:
        """What a topic sends to a new subscriber: the whole book, where that comes in the stream; what is listed, and its state."""
        topic = self.find(connection, name)
        if not isinstance(topic, Topic):
            return []
        told = self._told(topic, now_ns)
        if topic.line is not None and topic.channel.name in self.leveled:
            frame, topic.levels = self.leveled[topic.channel.name].image(topic.line, told)
            return [frame]
        if topic.lists or "InstrumentStatus" in topic.gives:
            return self._listed(topic, told)
        numbering = self.sequences.get(topic.channel.name)
        if numbering is None or not numbering.in_stream:
            return []
        lines = [topic.line] if topic.line is not None else list(self.market.lines.values())
        topic.told_ns = now_ns
        return [self._frame(topic, [line.image(now_ns)], now_ns) for line in lines]

    def repeated(self, topic: Topic, now_ns: int) -> list[bytes]:
        """A message that nothing has changed, from a book that has been silent for as long as its channel says."""
        every = self.backwards.inverse.behind.repeats.get(topic.channel.name)
        numbering = self.sequences.get(topic.channel.name)
        if every is None or numbering is None or topic.line is None or now_ns - topic.told_ns < every:
            return []
        line = topic.line
        topic.told_ns = now_ns
        fixed = numbering.fields(line.sequence, line.sequence)
        same = OrderBookDeltas(line.instrument_id, (), (), False, line.sequence, 0, now_ns, now_ns)
        return [self.backwards.frame(topic.channel.name, [same], self._told(topic, now_ns, fixed))]

    def told_levels(self, instrument_id: str, asked: Iterable[tuple[str, str]]) -> int | None:
        """Levels a side of the deepest image of an instrument's book among topics (connection, name); None where one tells the whole."""
        found: list[int] = []
        for connection, name in asked:
            topic = self.find(connection, name)
            if (
                not isinstance(topic, Topic)
                or topic.line is None
                or topic.line.instrument_id != instrument_id
            ):
                continue
            for made in topic.source.made:
                if made.type == "OrderBookDepth10":
                    found.append(min(topic.depth, 10))
                elif made.type == "OrderBookDeltas" and made.consts.get("is_snapshot"):
                    found.append(topic.depth)
                elif made.type in ("OrderBookDeltas", "OrderBookDelta"):
                    return None
        return max(found, default=None)

    def due(self, topic: Topic, now_ns: int) -> list[Any]:
        """What a topic tells by the clock and not by what happens: rates each second, bars when they close."""
        lines = [topic.line] if topic.line is not None else list(self.market.lines.values())
        if topic.gives & set(_RATES) and now_ns >= topic.due_ns:
            topic.due_ns = now_ns + _RATES_NS
            greeks = "OptionGreeks" in topic.gives
            return [
                event
                for line in lines
                for event in (*line.rates(now_ns), *(line.greeks(now_ns) if greeks else ()))
            ]
        if "OptionGreeks" in topic.gives and now_ns >= topic.due_ns:
            topic.due_ns = now_ns + _RATES_NS
            return [event for line in lines for event in line.greeks(now_ns)]
        if "Bar" in topic.gives and topic.specification:
            length = length_ns(topic.specification)
            last = now_ns // length * length
            first = max(topic.due_ns or last, last - _MOST_BARS * length)
            topic.due_ns = last
            if first == last:
                return []
            return [
                bar
                for line in lines
                for bar in bars_of(line.trades, topic.specification, "LAST", first, last, now_ns)
            ]
        return []

    def _slots(self, connection: str) -> list[str]:
        """Names of the arguments that stand beside a topic in a frame, in their order."""
        stream = self.interface.streams[connection]
        return [] if stream.login else [name for name in slot_names(stream.frame) if name not in NAMED]

    def _listed(self, topic: Topic, told: Told) -> list[bytes]:
        """What is listed of a topic's instruments, or their state where nothing more is told."""
        lines = [topic.line] if topic.line is not None else list(self.market.lines.values())
        kinds = {made.type: made for made in reversed(topic.source.made)}
        name, sent = topic.channel.name, []
        for line in lines:
            try:
                if type(line.instrument).__name__ in kinds:
                    state = line.status(told.ts_init)
                    sent.append(self.backwards.listing_frame(name, line.instrument, state, told))
                else:
                    status = shaped(kinds["InstrumentStatus"], line.status(told.ts_init))
                    sent.append(self.backwards.frame(name, [status], told))
            except NotInvertible as error:
                self.left_out[name] = str(error)
        return sent

    def _of_levels(self, topic: Topic, events: Sequence[Any], now_ns: int) -> list[bytes]:
        """Changes of a book that is told by numbered levels."""
        book = self.leveled[topic.channel.name]
        if topic.line is None:
            return []
        told = self._told(topic, now_ns)
        return [
            frame
            for event in events
            if isinstance(event, OrderBookDeltas)
            for frame in book.changes(topic.line, event, topic.levels, told)
        ]

    # -- inside --------------------------------------------------------------------------------------------------------

    def _pattern(self, channel: str) -> Any:
        return self.backwards.channel(channel).topic

    def _made(self, name: str, channel: Channel, slots: Mapping[str, str]) -> Topic | str:
        upper = self.backwards.channel(channel.name).upper
        told = {
            slot: value.upper() if slot in upper else value
            for slot, value in slots.items()
            if value is not None
        }
        product = self.backwards.tables.products[self.product]
        topic = Topic(name, channel, self.backwards.inverse.channels[channel.name], None)
        for param in channel.params:
            value = told.get(param.told, "")
            if param.fills == "symbol" or param.fills in product.keys:
                topic.line = self.market.lines.get(product.make_id(value))
                if topic.line is None:
                    return Unlisted(f"there is no instrument {value}")
            elif param.means:
                if value not in param.means:
                    return f"{param.wire} can't be {value}"
                topic.specification = param.means[value]
            elif param.kind == "int" and value.isdecimal():
                topic.depth = int(value)
        return topic

    def _chosen(self, topic: Topic, event: Any, now_ns: int) -> list[Any]:
        """What a topic tells of an event: of a change of the book the image of its best levels, where the channel tells images."""
        if not isinstance(event, OrderBookDeltas):
            return [event] if type(event).__name__ in topic.gives else []
        line = self.market.lines[event.instrument_id]
        found: list[Any] = []
        for made in topic.source.made:
            if made.type == "OrderBookDeltas" and made.type in topic.gives:
                found.append(line.image(now_ns, topic.depth) if made.consts.get("is_snapshot") else event)
            elif made.type == "OrderBookDepth10":
                found.append(line.depth10(now_ns, topic.depth))
        return found

    def _frame(self, topic: Topic, events: Sequence[Any], now_ns: int) -> bytes:
        fixed: dict[str, Any] | None = None
        numbering = self.sequences.get(topic.channel.name)
        if numbering is not None:
            book = events[0]
            line = self.market.lines[book.instrument_id]
            previous = line.previous_sequence if numbering.leaps else book.sequence - 1
            fixed = numbering.fields(previous, book.sequence)
            if book.is_snapshot:
                fixed |= {n: made.usual[n] for made in topic.source.made for n in fixed if n in made.usual}
        return self.backwards.frame(topic.channel.name, events, self._told(topic, now_ns, fixed))

    def _told(self, topic: Topic, now_ns: int, fixed: Mapping[str, Any] | None = None) -> Told:
        return Told(self.product, now_ns, topic=topic.base or topic.name, fixed=fixed, beside=topic.beside)
