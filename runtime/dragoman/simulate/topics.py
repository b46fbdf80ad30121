"""Topics of a simulated product: which events of the market go out under which name, as which bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model import OrderBookDeltas
from dragoman.requests.facts import Channel, Interface
from dragoman.simulate.answers import EVENTS, shaped
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.bars import bars_of, length_ns
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Source
from dragoman.simulate.market import Line, Market
from dragoman.simulate.meaning import grouped
from dragoman.simulate.sequences import Sequences, find_sequences
from dragoman.translate.translator import Translator

_DEPTH = 10
_RATES = ("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate")
_RATES_NS = 1_000_000_000


@dataclass(slots=True)
class Topic:
    """One topic: a channel for one instrument (None: for all), with what its name says beyond that."""

    name: str
    channel: Channel
    source: Source
    line: Line | None
    specification: str = ""
    depth: int = _DEPTH
    due_ns: int = 0
    """When rates or a closed bar are told next."""

    @property
    def gives(self) -> set[str]:
        return {made.type for made in self.source.made} & EVENTS.keys()


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
        self._known: dict[str, Topic] = {}
        self.sequences: dict[str, Sequences] = {}
        line = next(iter(market.lines.values()))
        for name in backwards.inverse.sequences:
            channel = interface.channels[name]
            if product in channel.products:
                topic = self.name_of(channel, line)
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
        return channel.name if channel.topic is None else channel.topic(values)

    def find(self, connection: str, name: str) -> Topic | str:
        """The topic of that name, or why there is none."""
        known = self._known.get(name)
        if known is not None:
            return known
        for channel in self.interface.channels.values():
            pattern = self._pattern(channel.name)
            if channel.connection != connection or self.product not in channel.products or pattern is None:
                continue
            match = pattern.fullmatch(name)
            known_backwards = channel.name in self.backwards.inverse.channels
            if match is None or not known_backwards or channel.name in self.left_out:
                continue
            found = self._made(name, channel, match.groupdict())
            if isinstance(found, Topic):
                self._known[name] = found
            return found
        return "there is no such topic"

    def frames(self, topic: Topic, events: Sequence[Any], now_ns: int, skipped: bool = False) -> list[bytes]:
        """The messages of a topic for what just happened; nothing where it doesn't concern the topic."""
        kinds = {made.type: made for made in topic.source.made}
        chosen = [
            self._chosen(topic, event, now_ns)
            for event in events
            if type(event).__name__ in topic.gives
            and (topic.line is None or event.instrument_id == topic.line.instrument_id)
        ]
        if skipped and topic.channel.name in self.sequences:
            return []
        chosen = [shaped(kinds[type(event).__name__], event) for event in chosen]
        groups = [chosen] if topic.source.rows and chosen else list(grouped(topic.source.made, chosen))
        return [self._frame(topic, group, now_ns) for group in groups]

    def welcome(self, name: str, connection: str, now_ns: int) -> list[bytes]:
        """What a topic sends to a new subscriber: the whole book, where that comes in the stream."""
        topic = self.find(connection, name)
        if not isinstance(topic, Topic):
            return []
        numbering = self.sequences.get(topic.channel.name)
        if numbering is None or not numbering.in_stream:
            return []
        lines = [topic.line] if topic.line is not None else list(self.market.lines.values())
        return [self._frame(topic, [line.image(now_ns)], now_ns) for line in lines]

    def due(self, topic: Topic, now_ns: int) -> list[Any]:
        """What a topic tells by the clock and not by what happens: rates each second, bars when they close."""
        lines = [topic.line] if topic.line is not None else list(self.market.lines.values())
        if topic.gives & set(_RATES) and now_ns >= topic.due_ns:
            topic.due_ns = now_ns + _RATES_NS
            return [event for line in lines for event in line.rates(now_ns)]
        if "Bar" in topic.gives and topic.specification:
            length = length_ns(topic.specification)
            last = now_ns // length * length
            first = max(topic.due_ns or last, last - length)
            topic.due_ns = last
            if first == last:
                return []
            return [
                bar
                for line in lines
                for bar in bars_of(line.trades, topic.specification, "LAST", first, last, now_ns)
            ]
        return []

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
                    return f"there is no instrument {value}"
            elif param.means:
                if value not in param.means:
                    return f"{param.wire} can't be {value}"
                topic.specification = param.means[value]
            elif param.kind == "int" and value.isdecimal():
                topic.depth = int(value)
        return topic

    def _chosen(self, topic: Topic, event: Any, now_ns: int) -> Any:
        """A change of the book as the image of its best levels, where the channel tells images."""
        if isinstance(event, OrderBookDeltas):
            line = self.market.lines[event.instrument_id]
            made = next(each for each in topic.source.made if each.type == "OrderBookDeltas")
            if made.consts.get("is_snapshot"):
                return line.image(now_ns, topic.depth)
        return event

    def _frame(self, topic: Topic, events: Sequence[Any], now_ns: int) -> bytes:
        fixed: dict[str, Any] | None = None
        numbering = self.sequences.get(topic.channel.name)
        if numbering is not None:
            book = events[0]
            line = self.market.lines[book.instrument_id]
            fixed = numbering.fields(line.previous_sequence, book.sequence)
        told = Told(self.product, now_ns, topic=topic.name, fixed=fixed)
        return self.backwards.frame(topic.channel.name, events, told)
