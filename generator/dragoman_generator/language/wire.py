"""What moves bytes: connections, channels, operations, files and their codecs."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.emit import Emit
from dragoman_generator.language.payload import FieldLike, RowItem
from dragoman_generator.language.state import Session, State
from dragoman_generator.language.words import (
    Doc,
    Duration,
    Expression,
    Ident,
    Path,
    Scalar,
    Slug,
    Template,
    Why,
    WireType,
    Words,
)


class Framing(Words, frozen=True, kw_only=True):
    """How a byte stream is cut into messages."""

    kind: Literal["message", "lines", "length"]
    delimiter: Literal["lf", "crlf"] = "lf"
    width: Literal["u16be", "u32be", "u16le", "u32le"] = "u32be"
    max: int = 67_108_864


class Header(Words, frozen=True, kw_only=True):
    """What every fixed record begins with: among it a byte that tells the record, and one that tells its length."""

    fields: dict[str, FieldLike]
    tag: str = "rtype"
    """The field that holds the number of the record: the channels' `tag`."""
    length: str = "length"
    """The field that holds the length of the whole record."""
    unit: Annotated[int, Meta(ge=1, le=255)] = 1
    """Bytes that a length of one stands for."""


class Wrapper(Words, frozen=True, kw_only=True):
    """An envelope around the payload: `{stream, data}`."""

    topic: Path | UnsetType = UNSET
    payload: Path


class Route(Words, frozen=True, kw_only=True):
    """How a message finds its channel: a key of the payload, or a topic."""

    tag: Annotated[str, Meta(description="Wire key whose value the channels' `tag` names.")] | UnsetType = (
        UNSET
    )
    wrapper: Wrapper | UnsetType = UNSET
    topic: Path | UnsetType = UNSET
    """Wire key that holds the channel's topic (outside a wrapper)."""
    rtype: Literal["record"] | UnsetType = UNSET
    """Binary records are told apart by their type byte, text rows by their first field."""


class Part(Words, frozen=True, kw_only=True):
    """Messages that also come without their envelope: how they are known and what they stand for."""

    has: Annotated[list[str], Meta(min_length=1, description="Wire keys that are all there in it.")]
    message: dict[str, Any]
    """The whole message; `$part` stands for what came, `$x` for a parameter of the call."""
    why: Why = ""


class Reply(Words, frozen=True, kw_only=True):
    """One kind of control message: how it is known and what it means."""

    has: Annotated[
        list[str], Meta(min_length=1, description="Wire keys that are all there in it, and only in it.")
    ]
    fields: dict[str, FieldLike]
    means: Literal[
        "ack", "error", "pong", "connected", "challenge", "authenticated", "status", "heartbeat", "ignore"
    ]
    id: Path | UnsetType = UNSET
    when: Expression | UnsetType = UNSET
    code: Path | UnsetType = UNSET
    message: Path | UnsetType = UNSET


class Subscribe(Words, frozen=True, kw_only=True):
    """What is sent to subscribe and unsubscribe, and how the answer is known."""

    frame: dict[str, Any]
    """The frame; `$topics`, `$topic`, `$id` and parameters stand for values."""
    unsubscribe: dict[str, Any] | UnsetType = UNSET
    begin: dict[str, Any] | UnsetType = UNSET
    """Sent once, after the first subscriptions, where the venue waits for it."""
    batch: int = 1
    whole: bool = False
    """Every frame names all subscriptions of its connection, because it replaces the one before."""
    ack: Literal["id", "topic", "none"]
    ack_timeout: Duration = "10s"
    resubscribe: Literal["all", "resume"]
    """After a reconnect: every subscription anew, or with the saved tokens."""
    at_connect: Template | UnsetType = UNSET
    """Topics in the address instead of a frame."""
    why: Why = ""


class Login(Words, frozen=True, kw_only=True):
    """The first frames of a private or authenticated connection."""

    auth: Slug
    frame: dict[str, Any]
    accepted: Expression | UnsetType = UNSET


class Connection(Words, frozen=True, kw_only=True):
    """A kind of connection: transport, framing, routing, session rules."""

    source: Annotated[
        str, Meta(description="The name that `translate` calls it by: `ws`, `ws:private`, `stream`, `dbn`.")
    ]
    transport: Literal["websocket", "tcp", "tls", "file"]
    products: list[Slug] = field(default_factory=list)
    codec: Literal["json", "json_lines", "text_rows", "binary", "dbn", "csv", "fix", "protobuf", "msgpack"]
    framing: Framing | UnsetType = UNSET
    endian: Literal["le", "be"] = "le"
    separator: str = ""
    """Between fields: NUL for text rows where left out, a comma for csv; with pairs, what joins them."""
    control: Literal["json", "pairs"] = "json"
    """How frames that are sent are written: JSON, or `key=value` pairs joined by `separator`, a line each."""
    channels_of: Slug | UnsetType = UNSET
    """The connection whose channels this one carries too: a recording of it, or its binary stream live."""
    parts: dict[Ident, Part] = field(default_factory=dict)
    compression: list[Literal["bz2", "gzip", "zstd"]] = field(default_factory=list)
    route: Route = field(default_factory=Route)
    replies: dict[Ident, Reply] = field(default_factory=dict)
    login: Login | UnsetType = UNSET
    subscribe: Subscribe | UnsetType = UNSET
    session: Session | UnsetType = UNSET
    unknown: Literal["count", "error", "skip_by_length"] = "count"
    header: Header | UnsetType = UNSET
    """What every fixed record begins with (codec binary)."""
    columns: list[str] = field(default_factory=list)
    """Names of the columns of a file that has no header row (codec csv)."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class Param(Words, frozen=True, kw_only=True):
    """A parameter of an operation or a channel."""

    type: WireType
    wire: str | UnsetType = UNSET
    required: bool = False
    default: Scalar | UnsetType = UNSET
    enum: list[Scalar] | UnsetType = UNSET
    max: int | UnsetType = UNSET
    min: int | UnsetType = UNSET
    place: Literal["query", "body", "path", "header"] | UnsetType = field(name="in", default=UNSET)
    from_: Slug | UnsetType = field(name="from", default=UNSET)
    """What of a normalized request goes here: `symbol`, `start`, `end`, `limit`, `interval`, or a key of the product.

    Left out where the type or `page` says it already: a `sym`, an enum of bar lengths, the page's start, end and limit.
    """
    join: Literal["comma", "repeat", "json"] = "comma"
    """How a list stands in a query or form: `a,b`, one pair for each item, or a JSON array."""
    products: list[Slug] = field(default_factory=list)
    doc: str = ""


ParamLike = WireType | Param


class Channel(Words, frozen=True, kw_only=True):
    """One subscription of a connection: topic, payload shape, machine, events, side by side."""

    connection: Slug
    title: str = ""
    topic: Template | UnsetType = UNSET
    tag: str | int | UnsetType = UNSET
    """The value of the routing key, the first field of a text row, or the type byte of a fixed record."""
    has: list[str] | UnsetType = UNSET
    """Wire keys by which a message without tag and topic is known."""
    products: list[Slug] = field(default_factory=list)
    address: dict[Slug, str] = field(default_factory=dict)
    """What fills slots of the connection's address, where a venue splits topics over several; other addresses ignore it."""
    params: dict[Ident, ParamLike] = field(default_factory=dict)
    context: dict[Ident, WireType] = field(default_factory=dict)
    """What a caller may tell a translator beside the message, read as `request.x`."""
    payload: dict[str, FieldLike] | str | UnsetType = UNSET
    seq: list[RowItem] | UnsetType = UNSET
    """Positions of a text row."""
    record: str | UnsetType = UNSET
    """The record's name in its vendor's decoder, or of `records`."""
    size: int | UnsetType = UNSET
    """Bytes of a fixed record, asserted."""
    state: State | UnsetType = UNSET
    let: dict[Ident, Expression] = field(default_factory=dict)
    """Names for values that several fields of `emit` are made of."""
    emit: Emit = field(default_factory=dict)
    gives: list[str] = field(default_factory=list)
    """Normalized types that a user subscribes to through this channel; taken from `emit` where left out."""
    prefer: int = 0
    """Higher wins where several channels give the same type."""
    doc: Doc
    why: Why = ""


class Page(Words, frozen=True, kw_only=True):
    """How a long answer is read in parts."""

    kind: Literal["time", "id", "cursor"]
    start: Ident | UnsetType = UNSET
    end: Ident | UnsetType = UNSET
    from_: Ident | UnsetType = field(name="from", default=UNSET)
    next: Path
    """Where the next page begins: a path of the last row (time, id) or of the answer (cursor)."""
    step: int = 1
    limit: Ident | UnsetType = UNSET
    max: int | UnsetType = UNSET
    rows: Path | UnsetType = UNSET
    """Where the answer holds its rows, where it isn't a list itself."""
    time: Path | UnsetType = UNSET
    """A row's time, where pages go by id and reading has to stop at `end`."""
    order: Literal["forward", "backward"] = "forward"


class Outcome(Words, frozen=True, kw_only=True):
    """How a command's answer is read: accepted, rejected or unknown."""

    accepted: Expression | UnsetType = UNSET
    rejected: dict[Literal["code", "reason"], Path] = field(default_factory=dict)
    ids: dict[Literal["venue_order_id", "client_order_id", "ts_event"], Path] = field(default_factory=dict)
    """What the answer tells of the order."""
    unknown: list[Literal["timeout", "disconnect", "http_5xx", "http_429"]] = field(default_factory=list)


class Operation(Words, frozen=True, kw_only=True):
    """One endpoint of the venue's HTTP interface, on one or several servers."""

    title: str
    http: Annotated[str | dict[Slug, str], Meta(description="`GET /path`, or product -> `GET /path`.")]
    server: Slug | UnsetType = UNSET
    auth: Slug | UnsetType = UNSET
    private: bool = False
    weight: Annotated[dict[str, int | Expression], Meta(description="budget -> cost of one call.")] = field(
        default_factory=dict
    )
    params: dict[Ident, ParamLike] = field(default_factory=dict)
    send: Literal["query", "json", "form", "json_rpc"] = "query"
    body: dict[str, Any] | UnsetType = UNSET
    context: dict[Ident, WireType] = field(default_factory=dict)
    """What a caller may tell a translator beside the parameters (`maker_fee: dec`), read as `request.x`."""
    response: dict[str, FieldLike] | str | UnsetType = UNSET
    unwrap: Path | UnsetType = UNSET
    """Key of an envelope that the answer may come in; an answer without it is the payload itself."""
    answer: Slug | UnsetType = UNSET
    """The connection that the answer is a file of, and is translated as."""
    emit: Emit = field(default_factory=dict)
    state: State | UnsetType = UNSET
    page: Page | UnsetType = UNSET
    class_: Literal["query", "command"] = field(name="class", default="query")
    outcome: Outcome | UnsetType = UNSET
    idempotency: Ident | UnsetType = UNSET
    gives: list[str] = field(default_factory=list)
    """Normalized types that a user requests through this operation; taken from `emit` where left out."""
    prefer: int = 0
    """Higher wins where several operations give the same type."""
    doc: Doc
    why: Why = ""
