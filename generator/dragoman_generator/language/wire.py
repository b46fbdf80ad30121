"""What moves bytes: connections, channels, operations, files and their codecs."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.asking import Asking, Outcome, Socket
from dragoman_generator.language.binary import Framing, Header, Schema
from dragoman_generator.language.emit import Emit
from dragoman_generator.language.payload import Fields, RowItem
from dragoman_generator.language.routing import Route
from dragoman_generator.language.simulated import SimulatedQuery, SimulatedSubscription
from dragoman_generator.language.state import Session, State
from dragoman_generator.language.venue import LimitScope
from dragoman_generator.language.words import (
    Doc,
    Duration,
    Expression,
    Ident,
    Path,
    Scalar,
    Shared,
    Slug,
    Template,
    Why,
    WireType,
    Words,
)


class Part(Words, frozen=True, kw_only=True):
    """Messages that also come without their envelope: how they are known and what they stand for."""

    has: Annotated[list[str], Meta(min_length=1, description="Wire keys that are all there in it.")]
    message: dict[str, Any]
    """The whole message; `$part` stands for what came, `$x` for a parameter of the call."""
    why: Why = ""
    """Where such parts come from."""


class Reply(Words, frozen=True, kw_only=True):
    """One kind of control message: how it is known and what it means."""

    has: list[str] = field(default_factory=list)
    """Wire keys that are all there in it, and only in it; those of `fields` that have to be there where nothing is said."""
    tag: int | UnsetType = UNSET
    """The number of its template, where it is no JSON (codec sbe)."""
    size: int | UnsetType = UNSET
    """Bytes of the template's root block, asserted."""
    fields: Fields
    """Its payload."""
    usual: dict[str, Any] | UnsetType = UNSET
    """What the venue usually sends there, as `usual` of a shape; `$x` is what the client's frame holds under the key `x`."""
    means: Literal[
        "ack",
        "unsubscribed",
        "error",
        "pong",
        "connected",
        "challenge",
        "authenticated",
        "expired",
        "denied",
        "status",
        "heartbeat",
        "ignore",
    ]
    """What the session makes of it."""
    id: Path | UnsetType = UNSET
    """Where it holds the id of the request that it answers, or a list of the topics that it is about."""
    when: Expression | UnsetType = UNSET
    """Holds where it means that; the next reply with the same keys is tried where not."""
    code: Path | UnsetType = UNSET
    """Where it holds the venue's code."""
    message: Path | UnsetType = UNSET
    """Where it holds the venue's text."""


class Subscribe(Words, frozen=True, kw_only=True):
    """What is sent to subscribe and unsubscribe, and how the answer is known."""

    frame: dict[str, Any]
    """The frame; `$topics`, `$topic`, `$id`, `$id_text` (the same id as text) and parameters stand for values."""
    unsubscribe: dict[str, Any] | UnsetType = UNSET
    """The frame that ends subscriptions."""
    begin: dict[str, Any] | UnsetType = UNSET
    """Sent once, after the first subscriptions, where the venue waits for it."""
    batch: int = 1
    """Most topics of one frame."""
    max_bytes: Annotated[int, Meta(ge=64)] | UnsetType = UNSET
    """Bytes of the longest frame that the venue takes; topics that would make it longer go into frames of their own."""
    whole: bool = False
    """Every frame names all subscriptions of its connection, because it replaces the one before."""
    ack: Literal["id", "topic", "none"]
    """A subscription is confirmed by the id of its frame, by its topic, or by nothing, and then `why` says so."""
    ack_timeout: Duration = "10s"
    """A subscription that is not confirmed in this time has failed."""
    resubscribe: Literal["all", "resume"]
    """After a reconnect: every subscription anew, or with the saved tokens."""
    at_connect: Template | UnsetType = UNSET
    """Topics in the address instead of a frame."""
    simulated: SimulatedSubscription | UnsetType = UNSET
    """What a simulated venue has to know beyond that."""
    why: Why = ""


class Login(Words, frozen=True, kw_only=True):
    """The first frames of a private or authenticated connection."""

    auth: Slug
    """The scheme that fills the frame; without a frame, one of kind `key` shows its headers when the connection opens."""
    frame: dict[str, Any] | UnsetType = UNSET
    """What is sent; credentials and `{signature}` fill it. Left out where the address holds the `{session_token}` or headers the key."""
    accepted: Expression | UnsetType = UNSET
    """Holds for the reply that lets the client in."""


class Connection(Words, frozen=True, kw_only=True):
    """A kind of connection: transport, framing, routing, session rules."""

    like: Slug | UnsetType = UNSET
    """Another connection, whose words it has where it says none itself; of `replies` those come first."""
    source: str = "ws"
    """The name that `translate` calls it by: `ws`, `ws:private`, `stream`, `dbn`. Sockets that share one are read as one."""
    transport: Literal["websocket", "tcp", "tls", "file"] = "websocket"
    """What carries the bytes."""
    products: list[Slug] = field(default_factory=list)
    """The products that it is for; each has a connection of its own."""
    codec: Literal[
        "json", "json_lines", "text_rows", "binary", "sbe", "dbn", "csv", "fix", "protobuf", "msgpack"
    ] = "json"
    """How messages are written."""
    framing: Framing | UnsetType = UNSET
    """How bytes are cut into messages, where the transport does not."""
    endian: Literal["le", "be"] = "le"
    """The order of bytes in numbers (codecs binary and sbe)."""
    separator: str = ""
    """Between fields: NUL for text rows where left out, a comma for csv; with pairs, what joins them."""
    control: Literal["json", "pairs"] = "json"
    """How frames that are sent are written: JSON, or `key=value` pairs joined by `separator`, a line each."""
    channels_of: Slug | UnsetType = UNSET
    """The connection whose channels this one carries too: a recording of it, or its binary stream live."""
    parts: dict[Ident, Part] = field(default_factory=dict)
    """Messages that also come without their envelope."""
    compression: list[Literal["bz2", "gzip", "zstd"]] = field(default_factory=list)
    """What files of it may be packed by, shown on the venue's page; readers know it by its first bytes."""
    route: Route = field(default_factory=Route)
    """How a message finds its channel."""
    envelope: Fields | UnsetType = UNSET
    """What messages hold around the rows that their channels say, before what these add: `[arg, data: rows]`."""
    replies: dict[Ident, Reply] = field(default_factory=dict)
    """Control messages, which are no channel's."""
    login: Login | UnsetType = UNSET
    """How the client is let in."""
    subscribe: Subscribe | UnsetType = UNSET
    """How channels are asked for."""
    requests: Asking | UnsetType = UNSET
    """How operations with a `socket` are called over it."""
    session: Session | UnsetType = UNSET
    """The life of the connection."""
    unknown: Literal["count", "error", "skip_by_length"] = "count"
    """A message of no channel is counted, or an error; a record of no channel is skipped by its length."""
    header: Header | UnsetType = UNSET
    """What every fixed record begins with (codec binary)."""
    schema: Schema | UnsetType = UNSET
    """What the headers of messages with templates name (codec sbe)."""
    columns: list[str] = field(default_factory=list)
    """Names of the columns of a file that has no header row (codec csv)."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class Param(Words, frozen=True, kw_only=True):
    """A parameter of an operation or a channel."""

    type: WireType
    """Its wire type."""
    wire: str | UnsetType = UNSET
    """Its name on the wire, where it is another."""
    required: bool = False
    """A call without it is refused before it is sent."""
    default: Scalar | UnsetType = UNSET
    """What is sent where the caller says nothing."""
    usual: Scalar | UnsetType = UNSET
    """A value by which nothing changes, since the venue takes it where nothing is sent; a simulated venue reads it so."""
    enum: list[Scalar] | UnsetType = UNSET
    """The values that the venue takes."""
    max: int | UnsetType = UNSET
    """The largest value."""
    min: int | UnsetType = UNSET
    """The smallest value."""
    place: Literal["query", "body", "path", "header", "nowhere"] | UnsetType = field(name="in", default=UNSET)
    """Where in the request it goes, as `send` says where nothing is said; `nowhere` is a time that only tells where pages stop."""
    from_: Slug | UnsetType = field(name="from", default=UNSET)
    """What of a normalized request goes here: `symbol`, `start`, `end`, `limit`, `interval`, or a key of the product; `product`
    is the product of the call itself, called as the specification does, or as the one of `enum` that differs in letter case alone.
    Left out where the type or `page` says it already: a `sym`, an enum of bar lengths, the page's start, end and limit."""
    join: Literal["comma", "repeat", "json"] = "comma"
    """How a list stands in a query or form: `a,b`, one pair for each item, or a JSON array."""
    products: list[Slug] = field(default_factory=list)
    """The products that take it; all where nothing is said."""
    exclusive: bool = False
    """A bound of a range that is no part of it; a normalized request, whose bounds are, says the moment outside."""
    instead_of: list[Ident] = field(default_factory=list)
    """Parameters that can't be sent beside it: what closes a whole position goes without a quantity. A command leaves them out."""
    only: dict[str, list[Slug]] = field(default_factory=dict)
    """Value -> the products that take it, where others do not: `{1s: [spot]}`."""
    doc: str = ""
    """What it means, shown in the generated client."""


ParamLike = WireType | Param
Params = dict[Ident, ParamLike] | list[Shared | dict[Ident, ParamLike]]
"""Name -> parameter; or a list, in which a name stands for the one of that name in `params` at the root, `price as above` for `above_price`."""


Cost = int | Expression | LimitScope
Weight = int | Expression | dict[str, Cost]
"""Costs of a call, by budget or product, or one for all products; a budget that only this call draws on stands in place of its cost."""


def by_budget(said: Weight | UnsetType) -> dict[str, int | str]:
    """Costs by their budgets, once those of products have been opened and budgets are among the venue's `limits`."""
    return (
        {name: each for name, each in said.items() if not isinstance(each, LimitScope)}
        if isinstance(said, dict)
        else {}
    )


def by_name(said: Params | UnsetType) -> dict[str, ParamLike]:
    """Parameters by their names, once lists have been opened."""
    return said if isinstance(said, dict) else {}


class Channel(Words, frozen=True, kw_only=True):
    """One subscription of a connection: topic, payload shape, machine, events, side by side."""

    family: Ident | UnsetType = UNSET
    """The family whose words it has where it says none itself; said once for several, as `family NAME: {...}` around them."""
    like: Ident | UnsetType = UNSET
    """Another of its section, whose words it has where neither it nor its family says any; of `params`, `payload` and `response` those come first."""
    connection: Slug = ""
    """The connection that carries it."""
    title: str = ""
    """What it is, in a few words; its page may follow in angle brackets, as that of an operation."""
    topic: Template | UnsetType = UNSET
    """What is subscribed to; parameters and keys fill it. It stands in front of the channel's name, `"{symbol}@trade as trade"`."""
    tag: str | int | UnsetType = UNSET
    """The value of the routing key, the first field of a text row, the type byte of a fixed record, or the template's number."""
    has: list[str] | UnsetType = UNSET
    """Wire keys by which a message without tag and topic is known."""
    products: list[Slug] = field(default_factory=list)
    """The products that have it; those of the connection where nothing is said."""
    address: dict[Slug, str] = field(default_factory=dict)
    """What fills slots of the connection's address, where a venue splits topics over several; other addresses ignore it."""
    params: Params = field(default_factory=dict)
    """What a subscription may say: name -> type, or more; or a list, in which a name is one of `params`."""
    context: dict[Ident, WireType] = field(default_factory=dict)
    """What a caller may tell a translator beside the message, read as `request.x`."""
    payload: Fields | str | UnsetType = UNSET
    """Wire key -> type, a list as `fields` of a shape, or the name of a shape."""
    rows: Fields | str | UnsetType = UNSET
    """What its rows hold, or the name of their shape: they stand where the connection's `envelope`, or the payload, has a key of the type `rows`."""
    usual: dict[str, Any] | UnsetType = UNSET
    """Beside a payload of its own: what the venue usually sends there, as `usual` of a shape."""
    seq: list[RowItem] | UnsetType = UNSET
    """Positions of a text row."""
    record: str | UnsetType = UNSET
    """The record's name in its vendor's decoder, or of `records`."""
    size: int | UnsetType = UNSET
    """Bytes of a fixed record, or of a template's root block, asserted."""
    state: State | UnsetType = UNSET
    """The machine between messages and events."""
    stale_after: Duration | UnsetType = UNSET
    """A topic of it that is silent for so long is subscribed to anew; before what its machine or its connection says."""
    let: dict[Ident, Expression] = field(default_factory=dict)
    """Names for values that several fields of `emit` are made of."""
    emit: Emit = field(default_factory=dict)
    """What its messages mean."""
    each_row: Emit = field(default_factory=dict)
    """In place of `emit`: what each record means of the one list that a message is or holds, else of the one record that it holds."""
    gives: list[str] | UnsetType = UNSET
    """Normalized types that a user subscribes to through this channel; taken from `emit` where left out, `[]` for none."""
    prefer: int = 0
    """Higher wins where several channels give the same type."""
    doc: Doc
    why: Why = ""


class Page(Words, frozen=True, kw_only=True):
    """How a long answer is read in parts."""

    kind: Literal["time", "id", "cursor"]
    """Pages go on by a time, by an id, or by a cursor."""
    start: Ident | UnsetType = UNSET
    """The parameter of the range's begin."""
    end: Ident | UnsetType = UNSET
    """The parameter of the range's end."""
    from_: Ident | UnsetType = field(name="from", default=UNSET)
    """The parameter that takes the id or the cursor."""
    next: Path
    """Where the next page begins: a path of the last row (time, id) or of the answer (cursor)."""
    step: int = 1
    """What is added to `next`, so that no row comes twice; 0 where rows may share the time of the last one, which then come again and are left out."""
    limit: Ident | UnsetType = UNSET
    """The parameter of the page's size."""
    max: int | UnsetType = UNSET
    """The largest page."""
    rows: Path | UnsetType = UNSET
    """Where the answer holds its rows, where it isn't a list itself."""
    time: Path | UnsetType = UNSET
    """A row's time, where pages go by id and reading has to stop at `end`."""
    span: Duration | UnsetType = UNSET
    """The longest range that one call takes; a longer one is read in slices, the oldest first."""
    order: Literal["forward", "backward"] = "forward"
    """`backward` where the first page is the newest."""
    begin: dict[Ident, Scalar] | UnsetType = UNSET
    """What the first page by id says too where it begins at `end`, a time: `{type: "2"}`; later pages say neither."""


class Operation(Words, frozen=True, kw_only=True):
    """One endpoint of the venue's HTTP interface, on one or several servers."""

    family: Ident | UnsetType = UNSET
    """The family whose words it has where it says none itself; said once for several, as `family NAME: {...}` around them."""
    like: Ident | UnsetType = UNSET
    """Another of its section, whose words it has where neither it nor its family says any; of `params`, `payload` and `response` those come first."""
    title: str
    """What it does, in a few words; its page may follow in angle brackets in place of `doc`: `Order book <spot:rest-api.md#order-book>`."""
    http: str | dict[Slug, str]
    """`GET /path`, or product -> `GET /path`; what begins with no `/` goes on from the product's `path`. One call stands in front of
    the operation's name, `GET /path as name`, behind the products that alone have it: `spot, margin GET /path as name`."""
    products: list[Slug] = field(default_factory=list)
    """The products that its one path answers for; all where nothing is said."""
    server: Slug | UnsetType = UNSET
    """The server that has it, where products do not say."""
    auth: Slug | UnsetType = UNSET
    """The scheme that signs it."""
    private: bool = False
    """It is about an account."""
    weight: Weight = field(default_factory=dict)
    """budget -> cost of one call; what stands by a product (`usdm, coinm: 5`), or alone for all of them, is of the usual budget of its server.
    A budget of the call alone may stand here itself, `{books: {amount: 40, per: 2s}}`: a call costs one of it, and so does one of an operation that is like this one."""
    params: Params = field(default_factory=dict)
    """Name -> type, or more; or a list, in which a name is one of `params`."""
    send: Literal["query", "json", "form", "json_rpc"] = "query"
    """Where parameters go that do not say it themselves."""
    body: dict[str, Any] | list[Any] | str | UnsetType = UNSET
    """A template of the JSON body, where it is no plain object of parameters: a tree, or `$name` alone; `$params` are all of them."""
    context: dict[Ident, WireType] = field(default_factory=dict)
    """What a caller may tell a translator beside the parameters (`maker_fee: dec`), read as `request.x`."""
    response: Fields | str | UnsetType = UNSET
    """Wire key -> type, a list as `fields` of a shape, or the name of a shape."""
    rows: Fields | str | UnsetType = UNSET
    """What its rows hold, or the name of their shape: they stand where the venue's `envelope`, or the response, has a key of the type `rows`, and are all of the answer where neither is there."""
    row: Fields | str | UnsetType = UNSET
    """What the one record holds that the answer is, or each of a list of them."""
    usual: dict[str, Any] | UnsetType = UNSET
    """Beside a response of its own: what the venue usually sends there, as `usual` of a shape."""
    unwrap: Path | UnsetType = UNSET
    """Key of an envelope that the answer may come in; an answer without it is the payload itself."""
    answer: Slug | UnsetType = UNSET
    """The connection that the answer is a file of, and is translated as."""
    emit: Emit = field(default_factory=dict)
    """What its answer means."""
    each_row: Emit = field(default_factory=dict)
    """In place of `emit`: what each record means of the one list that the answer is or holds, else of the one record that it holds."""
    state: State | UnsetType = UNSET
    """The machine between answers and events."""
    page: Page | UnsetType = UNSET
    """How a long answer is read in parts."""
    class_: Literal["query", "command"] = field(name="class", default="query")
    """A command changes something, and is never repeated blindly."""
    socket: Socket | UnsetType = UNSET
    """How it goes over a connection instead."""
    open_only: bool = False
    """It gives orders that are still open, and no others."""
    sweep: dict[Ident, list[Scalar]] = field(default_factory=dict)
    """Parameter -> values: what is asked of a whole account takes one call for each."""
    outcome: Outcome | UnsetType = UNSET
    """How a command's answer is read."""
    gives: list[str] | UnsetType = UNSET
    """Normalized types that a user requests through this operation; taken from `emit` where left out, `[]` for none."""
    prefer: int = 0
    """Higher wins where several operations give the same type."""
    simulated: SimulatedQuery | UnsetType = UNSET
    """What a simulated venue has to know beyond that."""
    doc: Doc
    why: Why = ""
