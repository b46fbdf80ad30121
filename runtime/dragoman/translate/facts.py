"""The tables that generated code hands to the runtime; data and functions, no behaviour of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import Struct, field

from dragoman.model import InstrumentId

if TYPE_CHECKING:
    from dragoman.translate.feeds import JsonFeed
    from dragoman.translate.scope import Scope

Event: TypeAlias = Any
"""Any Struct of the model, or one of the venue's own data types."""
Feed: TypeAlias = "Callable[..., list[Event]]"
"""(payload, ts_init) -> events."""
Key: TypeAlias = Any
"""What the wire identifies an instrument by: a symbol, or a tuple of the product's keys."""
Emit: TypeAlias = "Callable[[Scope, Any, int, list[Event]], None]"
"""(scope, message, ts_init, events to extend)."""


class Product(Struct, frozen=True):
    """One product: its instrument types and its two-way symbol rule."""

    name: str
    keys: tuple[str, ...]
    instruments: tuple[str, ...]
    make_id: Callable[[Key], InstrumentId]
    key_of: Callable[[InstrumentId], Key | None]
    """The key that an id of this product was made from, or None."""
    raw: Callable[[Key], str]
    like: str = ""
    """The product whose instruments and ids it shares; an id means that one unless a caller names this one."""
    apart: bool = False
    """Whether a symbol alone tells that it is of this product."""
    account: str = ""
    """What its account is called where the caller names none."""
    options: tuple[str, ...] = ()
    """What a caller may ask of its ids."""


class Channel(Struct, frozen=True):
    """One kind of message on a connection."""

    name: str
    payload: Any
    """The type that the payload decodes to."""
    emit: Emit
    text: Any = None
    """What `emit` takes instead where decimals stay text until they are read; the same records otherwise."""
    tag: str | int | None = None
    topic: re.Pattern[str] | None = None
    upper: tuple[str, ...] = ()
    """Topic slots that are lower case on the wire and upper case everywhere else."""
    has: tuple[str, ...] = ()
    consts: tuple[tuple[str, str], ...] = ()
    """(key, value) pairs by which a message is told from those of other channels with its tag."""
    record: str = ""
    """The record's class in its vendor's decoder, or its type byte."""
    products: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """Wire paths of rows that are isolated, `$.data`, in rows `$.data[].parts`; `$` where the payload itself is the list."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Wire path of rows that a machine keeps by key, parents before children -> the fields of the key."""
    gives: tuple[str, ...] = ()
    layout: Any = None
    """Where the payload is positional: a TextLayout, a binary Layout, or Columns."""
    of_any: bool = False
    """Whether its messages are of no product, or tell the product row by row."""

    @property
    def read_as(self) -> Any:
        """The type that `emit` takes."""
        return self.payload if self.text is None else self.text


class Columns(Struct, frozen=True):
    """Columns of a file of comma-separated rows: those that have to be there, and those whose empty cell is no value."""

    required: tuple[str, ...]
    empty_is_none: tuple[str, ...] = ()


class Header(Struct, frozen=True):
    """Where every record of a binary connection says what it is and how long; a length counts `unit` bytes."""

    tag_at: int
    length_at: int
    unit: int = 1
    endian: Literal["little", "big"] = "little"


class Reply(Struct, frozen=True):
    """One kind of control message."""

    name: str
    has: tuple[str, ...]
    payload: Any
    means: str
    read: Callable[[Any], tuple[Any, str, str] | None]
    """(id, code, message) of a decoded reply, or None where the rule's `when` is false."""
    layout: Any = None
    """The layout of a reply that a template tells."""


class Part(Struct, frozen=True):
    """Messages that also come without their envelope; `pieces` is the envelope as JSON, cut where values go in."""

    has: tuple[str, ...]
    pieces: tuple[str, ...]
    slots: tuple[str, ...]
    """What stands between the pieces: `part` for what came, else a parameter of the call."""


class Connection(Struct, frozen=True):
    """How a connection's bytes find their channel."""

    name: str
    source: str
    codec: str
    products: tuple[str, ...]
    channels: tuple[Channel, ...]
    replies: tuple[Reply, ...] = ()
    tag_key: str = ""
    wrapper_topic: str = ""
    wrapper_payload: str = ""
    bare_at: str = ""
    """A segment of an address's path at which messages come without the wrapper."""
    topic_key: str = ""
    unknown: str = "count"
    separator: str = ""
    """Between the fields of text rows and the columns of files."""
    columns: tuple[str, ...] = ()
    """Names of the columns of files without a header row."""
    header: Header | None = None
    parts: tuple[Part, ...] = ()
    envelopes: tuple[str, ...] = ()
    """Keys under which messages of sockets that are read as one come, where their envelopes name no topic."""
    endian: Literal["little", "big"] = "little"
    """The order of bytes in the numbers of messages with templates."""
    beside: Connection | None = None
    """What reads messages that are no text, where a source is called by one name for both."""


class Call(Struct, frozen=True):
    """One HTTP operation as a source of events."""

    name: str
    paths: Mapping[str, str]
    """product ("" where the operation has none) -> `GET /path`."""
    payload: Any = None
    emit: Emit = field(default=lambda scope, message, ts_init, out: None)
    rows: tuple[str, ...] = ()
    unwrap: str = ""
    """Key of an envelope that the answer may come in."""
    answer: str = ""
    """The connection that the answer is a file of; its source translates it."""
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Parameter as the venue calls it -> its names in the specification, where they differ."""

    def request(self, given: Mapping[str, Any] | None) -> Mapping[str, Any]:
        """What a caller says of the call, by the names of the specification."""
        if not given or self.called.keys().isdisjoint(given):
            return given or {}
        return {name: value for key, value in given.items() for name in self.called.get(key, (key,))}


class Snapshot(Struct, frozen=True):
    """How an operation's answer feeds a channel's book."""

    channel: str
    read_id: Callable[[Any], int]
    parameter: str
    """The request parameter that names the book."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """What else the call is made with."""
    also: tuple[str, ...] = ()
    """Other channels whose books it is the snapshot of, where the request names one as its `channel`."""

    def channel_of(self, request: Mapping[str, Any]) -> str:
        """The channel whose book an answer is for."""
        named = request.get("channel")
        return named if named in self.also else self.channel


class Fault(Struct, frozen=True):
    """Where the body of an error answer holds its code and its text."""

    code: tuple[str, ...]
    message: tuple[str, ...]
    failed: Callable[[Any], bool] | None = None
    """Tells an error in an answer that is otherwise like any other."""


class Short(Struct, frozen=True):
    """The short way of one connection's busy messages for one product."""

    kinds: Mapping[Any, Any]
    """A busy channel's payload type -> the tagged Struct that its messages are decoded to instead."""
    make: Callable[[Scope, Callable[[bytes], Any], JsonFeed, Feed], Feed]
    """(scope, decoder of a frame, the connection's feed, what takes everything else) -> feed."""


class Light(Struct, frozen=True):
    """The light way of one busy channel; what it can't read, the usual way reads again."""

    payload: Any
    """What its messages are decoded to: decimals still text, the sides of a book still JSON."""
    emit: Emit
    reads_levels: bool = False
    """Whether the way is one for those that read every level alone; who reads few of them takes the usual one."""


class Ways(Struct, frozen=True):
    """How busy messages are translated with less work than others."""

    shorts: Mapping[tuple[str, str], Short] = field(default_factory=dict)
    """(connection, product) -> the feed that takes its messages by their tag."""
    lights: Mapping[str, Light] = field(default_factory=dict)
    """channel -> what takes its messages once their topic or tag is known."""


class Tables(Struct, frozen=True):
    """Everything that a translator of one venue routes by."""

    venue: str
    products: Mapping[str, Product]
    connections: tuple[Connection, ...] = ()
    calls: tuple[Call, ...] = ()
    machines: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    """channel -> maker of its state machine for one product."""
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    """operation -> the channel whose book it is the snapshot of."""
    feeds: Mapping[str, Any] = field(default_factory=dict)
    """codec -> maker of feeds, for codecs other than JSON."""
    fault: Fault | None = None
    codes: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """code -> how a text that stands for another one is read."""
    currencies: Mapping[str, tuple[str, Decimal]] = field(default_factory=dict)
    """currency as the venue writes it -> (usual code, how much one unit of it is)."""
    captures: frozenset[Any] = frozenset()
    """Payload types whose unknown fields are kept with their last values."""
    ways: Callable[[], Ways] = Ways
    """Asked when a stream is made."""
