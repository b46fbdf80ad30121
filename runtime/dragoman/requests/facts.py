"""The tables of a venue's interface that generated code hands to the runtime: data and small functions."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from dragoman.auth import Scheme, Text
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable, Unknown
from dragoman.net.framing import Framing
from dragoman.translate.told import Told

Weight: TypeAlias = "int | Callable[[Told], int]"
Kind = Literal["text", "int", "dec", "dec_num", "bool", "time", "list", "any"]
Fills = Literal["", "symbol", "start", "end", "limit", "interval", "product"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a frame or body that a value of that name takes; without a value its key is left out."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """One parameter: `name` as callers write it, `wire` as the venue does, `told` as translators know it."""

    name: str
    wire: str
    told: str
    kind: Kind = "text"
    required: bool = False
    default: Any = None
    usual: Any = None
    """What the venue takes where nothing is sent."""
    allowed: tuple[Any, ...] = ()
    least: int | None = None
    most: int | None = None
    place: Literal["", "query", "body", "path", "header", "nowhere"] = ""
    join: Literal["comma", "repeat", "json"] = "comma"
    """How a list stands in a query or form."""
    products: tuple[str, ...] = ()
    fills: str = ""
    """What of a normalized request goes here (see `Fills`), or one of the product's keys."""
    unit_ns: int = 0
    """Nanoseconds in the unit of a time."""
    means: Mapping[str | int, str] = field(default_factory=dict)
    """wire value -> bar specification such as `1-MINUTE`, for an interval."""
    exclusive: bool = False
    """A bound that is no part of its range."""
    instead_of: tuple[str, ...] = ()
    """Parameters, by what translators call them, that are not sent beside it."""
    only: Mapping[str | int, tuple[str, ...]] = field(default_factory=dict)
    """Value -> the products that take it, where others do not."""

    def takes(self, value: Any, product: str) -> bool:
        """Whether a product takes a value that others take."""
        return not product or product in self.only.get(value, (product,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a long answer is read in parts; `next` reads where the next part begins, `time` a row's time, both in the venue's unit."""

    kind: Literal["time", "id", "cursor"]
    next: Callable[[Any], Any]
    rows: Callable[[Any], Any]
    start: str = ""
    end: str = ""
    from_: str = ""
    limit: str = ""
    most: int = 0
    step: int = 1
    backward: bool = False
    time: Callable[[Any], int] | None = None
    span: int = 0
    """The longest range of one call, in the venue's unit; a longer one is read in slices."""
    begin: Mapping[str, Any] = field(default_factory=dict)
    """What the first page by id says too where it begins at `end`, which it alone says then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketCall:
    """The same operation as a request on a connection: `connections` by product, "" for all; `frame` where it has its own."""

    connections: Mapping[str, str]
    call: str
    frame: Any = None
    only: tuple[str, ...] = ()
    """Parameters that go over the connection alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One endpoint; `paths`, `servers` and `weights` go by product, "" where the venue makes no difference."""

    name: str
    title: str
    paths: Mapping[str, tuple[str, str]]
    servers: Mapping[str, str]
    params: tuple[Param, ...] = ()
    auth: str = ""
    send: Literal["query", "json", "form", "json_rpc"] = "query"
    body: Any = None
    kind: Literal["query", "command"] = "query"
    private: bool = False
    expects: Literal["json", "text", "bytes"] = "json"
    weights: Mapping[str, tuple[tuple[str, Weight], ...]] = field(default_factory=dict)
    unknown: frozenset[Unknown] = frozenset()
    unwrap: str = ""
    page: Page | None = None
    gives: tuple[str, ...] = ()
    prices: tuple[str, ...] = ("LAST",)
    """Price types of the bars that it gives."""
    prefer: int = 0
    every_ns: int | None = None
    """How often it is called for who subscribes to what it gives."""
    answer: str = ""
    """The connection that the answer is a file of."""
    socket: SocketCall | None = None
    open_only: bool = False
    """Whether it gives open orders and no others."""
    sweep: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """Parameter -> values that make up a whole account, one call for each."""
    doc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One subscription; `topic` makes its name of its parameters, `address` fills slots of the connection's address."""

    name: str
    connection: str
    title: str
    products: tuple[str, ...]
    params: tuple[Param, ...] = ()
    topic: Text | None = None
    address: Mapping[str, str] = field(default_factory=dict)
    gives: tuple[str, ...] = ()
    prices: tuple[str, ...] = ("LAST",)
    prefer: int = 0
    stale_after_ns: int | None = None
    doc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How a venue refuses: an opening by an HTTP `status`, a connection by a `close` code, else a frame by an error message."""

    status: int | None = None
    close: int | None = None
    code: str | int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Life of a connection, in nanoseconds; `beat` is the heartbeat's text."""

    first_ns: int
    max_ns: int
    stale_after_ns: int | None = None
    topics_stale_after_ns: int | None = None
    """How long a topic may be silent whose channel does not say it."""
    max_age_ns: int | None = None
    max_subscriptions: int | None = None
    max_connections: int | None = None
    """Most connections of this kind; as many as it takes where the venue sets no bound."""
    sends_per_second: int | None = None
    asks: int | None = None
    """Most frames that subscribe, unsubscribe or log in on one connection in `asks_per_ns`; requests are none of them."""
    asks_per_ns: int = 0
    opens: int | None = None
    """Most connections of this kind that one address may open in `opens_per_ns`."""
    opens_per_ns: int = 0
    ping_every_ns: int | None = None
    """How often the venue pings by the protocol's own means."""
    ping_within_ns: int | None = None
    idle_ns: int | None = None
    """The venue ends a connection over which the client sent nothing for so long."""
    ends: Mapping[str, End] = field(default_factory=dict)
    """Bound (subscriptions, sends, asks, connections, age, idle) -> what the venue says when it is passed."""
    max_frame: int = 67_108_864
    beat: str | None = None
    beat_every_ns: int = 0
    pong_within_ns: int | None = None
    any_frame_answers: bool = False
    """Whether whatever comes answers a heartbeat, where the venue has no message for it that could be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Requests with an id on a connection: the frame, and the wire keys by which an answer is known and read.

    `body` are keys of which the first that holds something is the operation's answer (none: the whole message), `rename` says
    by which keys HTTP answers, `status` holds an HTTP status.
    """

    frame: Any
    has: tuple[str, ...]
    id: str
    body: tuple[str, ...] = ()
    rename: Mapping[str, str] = field(default_factory=dict)
    status: str = ""
    timeout_ns: int = 10_000_000_000
    auth: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    """What fills slots of the connection's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One kind of connection, as far as what is sent on it goes; frames are trees with Slots and templates (`Text`) in them."""

    name: str
    source: str
    transport: Literal["websocket", "tcp", "tls", "file"]
    products: tuple[str, ...]
    framing: Framing | None = None
    """None where messages come whole."""
    control: Literal["json", "pairs"] = "json"
    separator: str = ""
    frame: Any = None
    unsubscribe: Any = None
    begin: Any = None
    batch: int = 1
    max_bytes: int | None = None
    """Bytes of the longest frame that asks for subscriptions."""
    ack: Literal["id", "topic", "none"] = "none"
    ack_timeout_ns: int = 10_000_000_000
    resume: bool = False
    """Whether a new subscription carries the tokens of the old one."""
    whole: bool = False
    """Whether every frame names all subscriptions, because it replaces the one before."""
    at_connect: Text | None = None
    login: str = ""
    login_frame: Any = None
    requests: Asking | None = None
    rules: Rules | None = None
    channels_of: str = ""


@dataclass(frozen=True, slots=True)
class Environment:
    """Base URLs by server, addresses of connections by product ("" where all share one)."""

    http: Mapping[str, str]
    connections: Mapping[str, Mapping[str, str]]
    headers: Mapping[str, str] = field(default_factory=dict)
    """What every call carries."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An action that the venue cannot do, for these products (none: for all), said in its specification."""

    action: str
    products: tuple[str, ...]
    reason: str
    supported: str


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """The operation that tells a server's time, and how its answer is read as UNIX nanoseconds, None where it tells none."""

    operation: str
    read: Callable[[Any], int | None]
    payload: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """How a command's answer is read: functions of the decoded body; `unknown` lists the failures that leave it open.

    With `rows` an answer has a row (a tuple of what belongs together) for each entry that was sent, and the functions take
    (body, row).
    """

    payload: Any = None
    rows: Callable[[Any], Sequence[tuple[Any, ...]]] | None = None
    accepted: Callable[..., bool] | None = None
    code: Callable[..., Any] | None = None
    reason: Callable[..., Any] | None = None
    ids: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    unknown: frozenset[Unknown] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """Where a list says the fields of one of its orders: `fields` renames them, `words` their values."""

    fields: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    into: str = ""
    """The parameter whose objects hold such orders."""
    rests: bool = False
    products: tuple[str, ...] = ()
    """Of whose lists it is one; of all where none is named."""
    waits: bool = False
    attached: bool = False
    """Whether it has no id of its own."""
    under: str = ""
    """The role of the order with which it is one order of the venue's, under whose id it goes."""

    @property
    def hangs(self) -> bool:
        """Whether it closes all of the entry, of which it takes instrument, side and quantity."""
        return self.attached or bool(self.into)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A normalized command: `inputs` read what decides of the terms, `choose` is the table, `fields` the rest."""

    name: str
    operations: Mapping[str, str]
    outcome: OutcomeFacts
    inputs: Mapping[str, Callable[[Mapping[str, Any]], Any]] = field(default_factory=dict)
    domains: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """Every value of every input of the table."""
    choose: Callable[..., dict[str, object]] | None = None
    assume: Mapping[str, Any] = field(default_factory=dict)
    """input -> what it is where neither the command nor its original tells it."""
    chosen: bool = False
    """Whether `choose` names operations, under the empty name; a field goes to those operations that have it."""
    also: Callable[..., dict[str, object]] | None = None
    fields: Callable[[Mapping[str, Any]], dict[str, object]] | None = None
    reverse: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = ()
    """Wire values that one set of inputs alone leads to, with those inputs."""
    idempotency: str = ""
    each: str = ""
    into: str | Mapping[str, str] = ""
    most: int = 0
    doc: str = ""
    legs: Mapping[str, Leg] = field(default_factory=dict)
    """Role -> an order of a list whose orders hang together."""

    def legs_of(self, products: Container[str]) -> dict[str, Leg]:
        """The legs that lists of some product among these have."""
        return {
            role: leg
            for role, leg in self.legs.items()
            if not leg.products or any(each in products for each in leg.products)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """Everything that can be sent to one venue."""

    venue: str
    name: str
    """The venue part of its instrument ids."""
    products: Mapping[str, tuple[str, ...]]
    """product -> instrument types."""
    environments: Mapping[str, Environment]
    credentials: Mapping[str, str]
    """credential -> environment variable."""
    auth: Mapping[str, Scheme]
    buckets: tuple[Bucket, ...]
    errors: ErrorTable
    operations: Mapping[str, Operation]
    channels: Mapping[str, Channel]
    streams: Mapping[str, Stream]
    catalogs: Mapping[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    """product -> (operation that lists its instruments, parameters)."""
    clocks: Mapping[str, ClockFacts] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    commands: Mapping[str, Command] = field(default_factory=dict)
