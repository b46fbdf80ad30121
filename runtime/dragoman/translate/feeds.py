"""JSON streams: a frame finds its channel in one pass where its layout is the usual one, carefully where it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from dragoman.errors import DecodeError, DragomanError
from dragoman.machines import Consecutive
from dragoman.translate.facts import Channel, Connection, Emit, Event, Feed
from dragoman.translate.frames import envelope_decoder, frame_decoder, is_tagged, union
from dragoman.translate.heads import name_reader, text_at
from dragoman.translate.levels import has_pairs, with_levels
from dragoman.translate.numbers import check_numbers, holds_decimals, may_be_spelled_oddly
from dragoman.translate.routing import Routing
from dragoman.translate.rows import decoder, error_path, error_text
from dragoman.translate.scope import Scope
from dragoman.translate.untold import FAULTS as FAULTS
from dragoman.translate.untold import Settled as Settled
from dragoman.translate.untold import by_tag_alone
from dragoman.translate.ways import reads_levels, way_of

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator

MAX_TOPICS = 100_000
Topics = dict[str, tuple[Any, Any]]
"""The topics of a channel, each with the symbol and the instrument of its last message once a busy feed has looked that up."""
_NOT_LOOKED_UP = (None, None)


def _undecoded(payload: bytes) -> Any:
    raise LookupError("no tag tells what the frame is")


class JsonFeed:
    """One connection's messages as events; `fast()` is what a stream calls for every frame.

    A frame is taken the short way, one typed decoding by tag or by topic. Where that fails, the careful way says exactly
    what is wrong, or finds that nothing is: the short way only ever guesses at the layout, never at the meaning.
    """

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.translator = translator
        self.connection = connection
        self.scope = scope
        self.routing = Routing(translator, connection, scope)
        self.channels = self.routing.channels
        self.by_tag = self.routing.by_tag
        # (what decodes it, or its type, whether it holds decimals, whose texts are looked at, emit function, scope)
        self.topics: dict[bytes, tuple[Any, bool, Any, Scope]] = {}
        self.routes: dict[str, tuple[Any, bool, Any, Scope]] = {}
        self.names: dict[str, tuple[Any, bool, Any, Scope]] = {}
        self.heads: dict[bytes, tuple[Any, bool, Any, Scope]] = {}
        self.head = ""
        """What a message begins with whose name stands first."""
        self.kinds: Mapping[Any, Any] = {}
        self.lights = translator.tables.ways().lights
        self.whole: dict[bytes, Any] = {}
        self.start = len(f'{{"{connection.wrapper_topic}":"'.encode())
        """Where the topic of a wrapped frame begins."""
        self.taken: dict[str, Topics] = {}
        self.foreign: set[str] = set()  # topics of no channel
        self.tagless = False
        """Whether a payload came without a tag."""
        self.on_tagless: Callable[[], None] = lambda: None
        self.untold: Feed = self.slow()
        """What takes messages without a wrapper where the connection has one."""

    def fast(self) -> Feed:
        """The callable of (payload, ts_init); raises DecodeError for a frame that is no message, VenueError for an error frame."""
        usual = self.usual()
        if self.scope is None:
            return usual
        short = self.translator.tables.ways().shorts.get((self.connection.name, self.scope.product))
        if short is None:
            return usual
        machines = self.scope.machines
        counted = {c.payload for c in self.channels if isinstance(machines.get(c.name), Consecutive)}
        self.kinds = {
            payload: self.kind_of(kind)
            for payload, kind in short.kinds.items()
            if payload not in counted or not self.scope.synced
        }
        decode = self.decoder_of(tuple(self.kinds.values())) if self.kinds else _undecoded
        feed = short.make(self.scope, decode, self, usual)
        if self.tagless:
            self.on_tagless()
        return feed

    def captures(self, channel: Channel) -> bool:
        """Whether unknown fields of the channel's messages are kept."""
        return self.translator.unknown_fields.captures(channel.payload)

    def settled(self, settled: Settled, payload: bytes) -> DragomanError:
        """The fault of a state machine, which is told instead of the message being looked at again."""
        message = self.routing.opened(payload)[2]
        return self.translator.fault(settled.error, self.connection.source, message)

    def kind_of(self, kind: Any) -> Any:
        """What a busy message is decoded to that may hold sides of a book: as they came, or with every level."""
        return with_levels(kind) if self.translator.every_level and has_pairs(kind) else kind

    def emit_of(self, channel: Channel, of: Emit | None = None) -> Emit:
        """The channel's emit function; one with a state machine must not see a message twice."""
        of = channel.emit if of is None else of
        if channel.name not in (self.scope or self.translator.scope("")).machines:
            return of

        def emit(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
            try:
                of(scope, message, ts_init, out)
            except FAULTS as error:
                raise Settled(error) from error

        return emit

    def emits_of(self, channels: list[Channel]) -> dict[Any, tuple[Emit, bool]]:
        """Payload type -> (emit function, whether it holds decimals, whose texts are looked at)."""
        return {c.read_as: (self.emit_of(c), holds_decimals(c.read_as)) for c in channels}

    def decoder_of(self, kinds: tuple[Any, ...]) -> Any:
        """Decodes frames whose tag is of one of these kinds as that, others as their channel describes them."""
        known = {str(kind.__struct_config__.tag) for kind in kinds}
        firsts = ((tag, channels[0].read_as) for tag, channels in self.by_tag.items())
        others = [kind for tag, kind in firsts if tag not in known and is_tagged(kind)]
        return self.frame_decoder(union([*kinds, *others]))

    def frame_decoder(self, payload: Any) -> Any:
        """Decodes a whole frame; topic and payload are apart where the connection wraps them."""
        return frame_decoder(self.connection.wrapper_topic, self.connection.wrapper_payload, payload)

    def routed(self, frame: Any, payload: bytes, ts_init: int) -> list[Event]:
        """The events of a decoded frame that came by its topic; raises a LookupError for a topic that is new."""
        message = frame.payload
        kind, decimals, emit, scope = self.routes[frame.topic]
        if decimals and may_be_spelled_oddly(payload):
            raise ValueError("a number may be odd")  # the careful way says which
        if type(message) is not kind:
            message = self.frame_decoder(kind)(payload).payload
        out: list[Event] = []
        emit(scope, message, ts_init, out)
        return out

    def told(self, payload: bytes) -> Any:
        """A frame of a payload without a tag, by the bytes up to the end of its topic; a LookupError for a topic of no busy channel."""
        return self.whole[payload[: payload.find(b'"', self.start)]](payload)

    def without_tags(self) -> None:
        """From now on topics tell what payloads are."""
        if not self.tagless:
            self.tagless = True
            self.on_tagless()

    def usual(self) -> Feed:
        """The feed of messages as their channels describe them."""
        # What is captured of a message is looked for on the careful way alone.
        channels = [c for c in self.channels if not self.captures(c)]
        tagged = [c for c in channels if c.tag is not None and is_tagged(c.read_as)]
        wrapped = bool(self.connection.wrapper_topic)
        if self.scope is None:  # a topic that was seen once to need no product needs none again
            topic = "" if wrapped else self.connection.topic_key
            return self.by_name(topic) if topic else self.slow()
        if wrapped:
            if not tagged:
                self.without_tags()
            return self.by_topic(tagged)
        tells = tagged and not self.connection.topic_key and len(tagged) == len({c.tag for c in tagged})
        if tells and not any(reads_levels(self, channel) for channel in channels):
            return self.by_envelope(tagged) if self.routing.envelopes else self.by_union(tagged)
        name = self.connection.topic_key or self.connection.tag_key
        return self.by_name(name) if name else self.slow()

    def slow(self) -> Feed:
        """Every frame the careful way: no product is bound, or nothing can be guessed."""

        def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
            out: list[Event] = []
            self.careful(payload, ts_init, out)
            return out

        return feed

    def by_union(self, tagged: list[Channel]) -> Feed:
        """One decoding to the union of all tagged payloads."""
        emits = self.emits_of(tagged)
        decode = decoder(union([c.read_as for c in tagged])).decode
        scope, careful = self.scope, self.careful
        assert scope is not None

        def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
            out: list[Event] = []
            try:
                message = decode(payload)
                emit, decimals = emits[type(message)]
                if decimals and may_be_spelled_oddly(payload):
                    check_numbers(type(message), payload)
                emit(scope, message, ts_init, out)
            except Settled as settled:
                raise self.settled(settled, payload) from settled.error
            except FAULTS:
                out.clear()
                careful(payload, ts_init, out)
            return out

        return feed

    def by_envelope(self, tagged: list[Channel]) -> Feed:
        """As `by_union`, of messages that most often come in an envelope without a topic."""
        bare = self.by_union(tagged)
        emits = self.emits_of(tagged)
        decode = envelope_decoder(self.routing.envelopes[0], union([c.read_as for c in tagged]))
        mark = f'"{self.routing.envelopes[0]}":'.encode()
        scope, careful = self.scope, self.careful
        assert scope is not None

        def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
            if mark not in payload[:64]:
                return bare(payload, ts_init)
            out: list[Event] = []
            try:
                message = decode(payload).payload
                emit, decimals = emits[type(message)]
                if decimals and may_be_spelled_oddly(payload):
                    raise ValueError("a number may be odd")  # the careful way says which
                emit(scope, message, ts_init, out)
            except Settled as settled:
                raise self.settled(settled, payload) from settled.error
            except FAULTS:
                out.clear()
                careful(payload, ts_init, out)
            return out

        return feed

    def by_topic(self, tagged: list[Channel]) -> Feed:
        """The topic of the wrapper decides, since two channels may share a tag.

        While every payload has shown a tag, topic and payload are decoded in one pass. Once one had none, or a message came
        without the wrapper, the bytes up to the payload are looked up, and the payload alone is decoded as what the topic says.
        """
        topic, payload_key = self.connection.wrapper_topic, self.connection.wrapper_payload
        # Channels may share a tag, and then only the topic tells: the first one's type stands for all of them.
        firsts = {str(c.tag): c.read_as for c in reversed(tagged)}
        decode_frame = self.frame_decoder(union(list(firsts.values())) if tagged else Raw)
        begins = f'{{"{topic}":"'.encode()
        start, skip = len(begins), len(f'","{payload_key}":')
        topics, routes = self.topics, self.routes
        untold = self.untold = by_tag_alone(self, tagged)

        def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
            out: list[Event] = []
            try:
                if self.tagless:
                    if not payload.startswith(begins):
                        return untold(payload, ts_init)
                    end = payload.find(b'"', start) + skip
                    known = topics.get(payload[:end])
                    if known is None:
                        return untold(payload, ts_init)
                    decode, decimals, emit, scope = known
                    inner = payload[end:-1]
                    message = decode(inner)
                    if decimals and may_be_spelled_oddly(inner):
                        check_numbers(decode.__self__.type, inner)
                    emit(scope, message, ts_init, out)
                else:
                    frame = decode_frame(payload)
                    message = frame.payload
                    kind, decimals, emit, scope = routes[frame.topic]
                    if decimals and may_be_spelled_oddly(payload):
                        raise ValueError("a number may be odd")  # the careful way says which
                    if type(message) is not kind:
                        message = self.frame_decoder(kind)(payload).payload
                    emit(scope, message, ts_init, out)
            except Settled as settled:
                raise self.settled(settled, payload) from settled.error
            except FAULTS:
                return untold(payload, ts_init)
            return out

        return feed

    def by_name(self, path: str) -> Feed:
        """A topic or tag inside the message decides; the whole is decoded as what it says.

        Where it stands first, as it mostly does, the bytes up to its end are looked up; else it is read first.
        """
        name_of, names, heads, careful = name_reader(path), self.names, self.heads, self.careful
        self.head = "".join(f'{{"{key}":' for key in path.split(".")) + '"'
        start = len(self.head.encode())

        def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
            out: list[Event] = []
            try:
                found = heads.get(payload[: payload.find(b'"', start)])
                decode, decimals, emit, scope = names[name_of(payload)] if found is None else found
                message = decode(payload)
                if decimals and may_be_spelled_oddly(payload):
                    check_numbers(decode.__self__.type, payload)
                emit(scope, message, ts_init, out)
            except Settled as settled:
                raise self.settled(settled, payload) from settled.error
            except FAULTS:
                out.clear()
                careful(payload, ts_init, out)
            return out

        return feed

    def careful(self, payload: bytes, ts_init: int, out: list[Event]) -> None:
        """Route by the head of the message, decode, isolate what is bad; raises DecodeError for a head that can't be read."""
        try:
            self.careful_of(payload, ts_init, out)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            venue, source = self.translator.venue, self.connection.source
            raise DecodeError(venue, source, error_path(error), payload, error_text(error)) from None

    def careful_of(self, payload: bytes, ts_init: int, out: list[Event]) -> None:
        if payload.lstrip()[:1] == b"[":
            for index, raw in enumerate(self.routing.read(decoder(list[Raw]), payload, "$")):
                try:
                    self.careful(bytes(raw), ts_init, out)
                except DecodeError as error:
                    self.translator.bad_row(self.connection.source, f"$[{index}]", bytes(raw), error)
            return
        routing, connection = self.routing, self.connection
        head, topic, inner = routing.opened(payload)
        if routing.reply(head, payload):
            return
        channel, slots = routing.channel_of(head, topic)
        if channel is None and (whole := routing.whole_of(head, payload)) is not None:
            self.careful(whole, ts_init, out)
            return
        if channel is None:
            routing.unknown(topic or text_at(head, connection.tag_key) or "", payload)
            return
        scope = routing.scope_of(channel, slots)
        if topic is not None and connection.wrapper_topic:
            # A topic of none of the channels says nothing of the next message that it comes with.
            if channel.topic is not None and channel.topic.fullmatch(topic):
                self.remember(topic, channel, scope)
            elif len(self.foreign) < MAX_TOPICS and not any(
                each.topic is not None and each.topic.fullmatch(topic) for each in self.channels
            ):
                self.foreign.add(topic)
            if text_at(head, connection.tag_key) is None and inner[:1] != b"[":
                self.without_tags()
        elif topic is not None:
            self.remember_name(topic, channel, scope)
        elif (tag := text_at(head, connection.tag_key)) is not None and len(self.by_tag.get(tag, ())) == 1:
            self.remember_name(tag, channel, scope)
        message = routing.decoded(channel, scope, inner)
        self.translator.emit(channel.emit, scope, message, ts_init, out, inner)

    def remember(self, topic: str, channel: Channel, scope: Scope) -> None:
        """The next frame of this topic takes the short way."""
        if self.captures(channel):
            return
        if len(self.topics) >= MAX_TOPICS:
            self.topics.clear()
            self.routes.clear()
            self.whole.clear()
            for taken in self.taken.values():
                taken.clear()
        emit, decimals = self.emit_of(channel), holds_decimals(channel.read_as)
        self.routes[topic] = (channel.read_as, decimals, emit, scope)
        key = f'{{"{self.connection.wrapper_topic}":"{topic}","{self.connection.wrapper_payload}":'
        self.topics[key.encode()] = (*way_of(self, channel), scope)
        self.topics_of(channel.name).setdefault(topic, _NOT_LOOKED_UP)
        if channel.payload in self.kinds:
            up_to_topic = f'{{"{self.connection.wrapper_topic}":"{topic}'.encode()
            self.whole[up_to_topic] = self.frame_decoder(self.kinds[channel.payload])

    def topics_of(self, channel: str) -> Topics:
        """The topics that were seen to be of a channel; they grow as they come."""
        return self.taken.setdefault(channel, {})

    def remember_name(self, name: str, channel: Channel, scope: Scope) -> None:
        """The next frame of this topic or tag takes the short way."""
        if self.captures(channel):
            return
        if len(self.names) >= MAX_TOPICS:
            self.names.clear()
            self.heads.clear()
            for taken in self.taken.values():
                taken.clear()
        found = self.names[name] = (*way_of(self, channel), scope)
        self.topics_of(channel.name).setdefault(name, _NOT_LOOKED_UP)
        if self.head:
            self.heads[(self.head + name).encode()] = found
