"""The closed library of state machines, chosen by `machine:`."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.simulated import SimulatedTree
from dragoman_generator.language.words import (
    Duration,
    DurationOrNever,
    Expression,
    Ident,
    Path,
    Scalar,
    Template,
    Why,
    Words,
)


class Snapshot(Words, frozen=True, kw_only=True):
    """Where a book's full image comes from: a call, or a message of the stream itself (`when`)."""

    call: Ident | UnsetType = UNSET
    """The operation that gives it."""
    with_: dict[str, Scalar] = field(name="with", default_factory=dict)
    """Its parameters; `$key` is the book's key."""
    after: Literal["first_buffered_event", "subscribed"] = "first_buffered_event"
    """When it is asked for."""
    id: Annotated[Path, Meta(description="The snapshot's sequence number.")]
    when: Expression | UnsetType = UNSET
    """Holds for the message of the stream that is one."""


class Buffer(Words, frozen=True, kw_only=True):
    """What is kept while a snapshot is on its way."""

    max: Annotated[int, Meta(ge=1, le=1_000_000)]
    """Most updates that wait for one snapshot."""
    on_full: Literal["resync"] = "resync"
    """What more than that do."""


class Backoff(Words, frozen=True, kw_only=True):
    """Waiting times between tries."""

    first: Duration
    """The wait after the first failure; it doubles from try to try, with jitter."""
    max: Duration
    """The longest wait."""


class OnGap(Words, frozen=True, kw_only=True):
    """What a hole in the sequence does."""

    do: Literal["resync"] = "resync"
    """The book is asked for anew."""
    scope: Literal["key"] = "key"
    """The book with the hole alone."""
    backoff: Backoff
    """Waits between snapshots of one book."""
    budget: str | UnsetType = UNSET
    """The limit that the snapshots draw on, so that they leave room for other calls."""


class Checksum(Words, frozen=True, kw_only=True):
    """A number by which the venue sums up its book, here CRC-32 over the texts of the best levels."""

    value: Path
    """Where a message holds it."""
    depth: int
    """How many levels of each side it is over."""
    separator: str = ":"
    """What stands between prices and sizes."""
    order: Literal["interleaved", "bids_asks", "asks_bids"]
    """`interleaved` takes bid 1, ask 1, bid 2 and so on, the others one side after the other, best first."""
    text: Literal["wire", "digits"] = "wire"
    """`digits` has neither point nor leading zeros."""
    signed: bool = False
    """Whether it is a signed number of 32 bits."""
    absent: list[int] = field(default_factory=list)
    """Values that say nothing; a book whose image has such a one is not summed up at all."""


class BookSync(Words, frozen=True, kw_only=True, tag_field="machine", tag="book_sync"):
    """A book kept from a snapshot and sequenced differences (case a)."""

    key: Path
    """What tells books apart."""
    each: Path | UnsetType = UNSET
    """The list whose rows are the changes, where a message holds several."""
    snapshot: Snapshot
    """Where a whole book comes from."""
    drop: Expression | dict[str, Expression] | UnsetType = UNSET
    """Holds for updates that the snapshot already contains."""
    first: Expression | dict[str, Expression] | UnsetType = UNSET
    """One rule, or product -> rule; `snapshot.id` is the snapshot's number. A snapshot of the stream itself is the
    `previous` of the first update instead."""
    next: Expression | dict[str, Expression]
    """Holds between an update and the `previous` one; where it does not, there is a hole."""
    buffer: Buffer
    """Updates that wait for the snapshot."""
    on_gap: OnGap
    """What a hole does."""
    on_disconnect: Literal["reset"]
    """A broken connection makes every book of it start anew."""
    checksum: Checksum | UnsetType = UNSET
    """What the book has to come to after every message of a stream that begins with its image; where it does not, there is a hole."""
    stale_after: Duration | UnsetType = UNSET
    """A book without an update for so long is given up and subscribed to anew."""
    max_keys: int = 10_000
    """Most books."""
    why: Why = ""


class Merge(Words, frozen=True, kw_only=True, tag_field="machine", tag="merge"):
    """Partial records laid over the last full one (case b)."""

    key: Path
    """What tells records apart."""
    record: Path | UnsetType = UNSET
    """The record of the message, or its list of records; the message itself where nothing is said."""
    replace_when: Expression | UnsetType = UNSET
    """Holds for messages that are whole, and take the place of what is known."""
    empty: dict[str, Literal["keep", "clear"]] = field(default_factory=dict)
    """field -> what an empty text or null does; `default`, which is `keep`, for the rest."""
    on_disconnect: Literal["reset"]
    """A broken connection makes every record void."""
    max_keys: int = 10_000
    """Most records."""
    why: Why = ""


class Store(Words, frozen=True, kw_only=True):
    """What a lookup remembers."""

    key: Path
    """The id by which later messages name it."""
    keep: list[Ident]
    """The fields that are remembered."""
    when: Expression
    """Holds for messages that bring something to remember."""
    drop_on: Expression
    """Holds for messages after which it is forgotten."""
    max: int
    """Most ids that are remembered."""


class Missing(Words, frozen=True, kw_only=True):
    """What a message about something unknown does."""

    do: Literal["resync", "drop"] = "resync"
    """The subscription is made anew, or the row is dropped and counted."""
    scope: Literal["symbol", "key"] = "symbol"
    """For one symbol, or for what has the lookup's key."""


class Lookup(Words, frozen=True, kw_only=True, tag_field="machine", tag="lookup"):
    """Fields that later messages lack, remembered by id (case c)."""

    key: Path
    """What is subscribed to anew when something is missing."""
    each: Path | UnsetType = UNSET
    """The list whose rows are looked up."""
    image: Expression | UnsetType = UNSET
    """Holds for messages that are a full image: what was known of their keys is void."""
    store: Store
    """What is remembered."""
    fill: dict[Ident, Path]
    """name -> `store.x`, which stands for it in `emit`."""
    missing: Missing
    """What an id that nobody knows does."""
    on_disconnect: Literal["reset"]
    """A broken connection makes what is remembered void."""
    why: Why = ""


class Ladder(Words, frozen=True, kw_only=True):
    """One ladder of an image: by price, or by level."""

    side: Literal["BUY", "SELL"]
    """The side of the book that the ladder is."""
    by: Literal["price", "level"] = "price"
    """A row is `[price, size]` or `[level, price, size]`."""


class ImageDelta(Words, frozen=True, kw_only=True, tag_field="machine", tag="image_delta"):
    """Images and deltas of a keyed tree of ladders (case e)."""

    each: Annotated[Path, Meta(description="The list of parents (markets) in the message.")]
    key: Annotated[Path, Meta(description="The parent's key.")]
    children: Path
    """The list of children (runners) in a parent."""
    child: Path | list[Path]
    """The child's key (runner, handicap)."""
    image: Expression
    """Holds for a parent that is whole, and clears all that is known of it."""
    ladders: dict[str, Ladder]
    """Field of a child -> the ladder that it holds."""
    prices: str | UnsetType = UNSET
    """The lowest and the highest price that a row may show, `1.01..1000`; sizes below zero are bad everywhere."""
    cumulative: dict[str, Path] = field(default_factory=dict)
    """list of [price, cumulative volume] rows -> name under which its increases are emitted."""
    resume: dict[str, Path] = field(default_factory=dict)
    """token name -> where the message holds it; sent again on reconnect."""
    on_disconnect: Literal["keep", "reset"]
    """Images are kept where the venue goes on from a token, void where it starts anew."""
    max_keys: int = 100_000
    """Most children."""
    simulated: SimulatedTree | UnsetType = UNSET
    """What a simulated venue has to know beyond that."""
    why: Why = ""


class Memory(Words, frozen=True, kw_only=True, tag_field="machine", tag="memory"):
    """What `delta()`, `changed()` and `previous.` may look back at (case h)."""

    key: Path | list[Path]
    """What is remembered apart."""
    each: Path | UnsetType = UNSET
    """The list whose rows are remembered; the message itself where nothing is said."""
    max: int
    """Most keys."""
    on_disconnect: Literal["keep", "reset"]
    """What is remembered is kept or void after a broken connection."""
    why: Why = ""


class Gather(Words, frozen=True, kw_only=True, tag_field="machine", tag="gather"):
    """Book changes of single records, gathered by key to the events that the venue means."""

    key: Path
    """What tells books apart."""
    last: Expression
    """Holds for the last record of an event."""
    hold: Expression | UnsetType = UNSET
    """Holds for records of an image, which goes out as one event when the first record after it comes."""
    max: int
    """Most records of one event."""
    on_disconnect: Literal["reset"]
    """A broken connection drops what has been gathered."""
    why: Why = ""


class Consecutive(Words, frozen=True, kw_only=True, tag_field="machine", tag="consecutive"):
    """Events whose ids follow one another, so that a missing one is a hole that can be told."""

    key: Path
    """What is counted apart, an instrument most often."""
    id: Path
    """The number that is one more than that of the event before."""
    each: Path | UnsetType = UNSET
    """The list whose rows are counted; the message itself where nothing is said."""
    event: str = "TradeTick"
    """The event that has the number."""
    older: Literal["drop", "pass"] = "drop"
    """An event whose id is not new is left out, or put out all the same."""
    restart: Annotated[int, Meta(ge=1)] = 100_000
    """An id so much further behind is no older one: the venue counts anew, which is a hole too."""
    on_disconnect: Literal["reset"]
    """After a broken connection counting begins anew; the break itself is told as a hole."""
    max_keys: int = 10_000
    """Most keys."""
    why: Why = ""


class PollDiff(Words, frozen=True, kw_only=True, tag_field="machine", tag="poll_diff"):
    """A listing that is polled, told as what was added, changed and removed."""

    key: Path
    """What tells rows apart."""
    every: Duration
    """How often an adapter fetches the listing for who subscribes to a type that no channel gives."""
    max: int = 100_000
    """Most rows."""
    why: Why = ""


class RequestReply(Words, frozen=True, kw_only=True, tag_field="machine", tag="request_reply"):
    """Replies matched to requests by an id."""

    id: Path
    """The field that names the request."""
    last: Expression | UnsetType = UNSET
    """Holds for the last part of a reply; left out, every message is a whole reply."""
    timeout: Duration
    """How long a reply is waited for."""
    max_pending: int = 1000
    """Most requests that wait at once."""
    why: Why = ""


State = BookSync | Merge | Lookup | ImageDelta | Gather | Memory | Consecutive | PollDiff | RequestReply


class Session(Words, frozen=True, kw_only=True):
    """Life of a connection: heartbeat, silence, renewal, reconnect."""

    ping: Literal["protocol", "none"] | UnsetType = UNSET
    """Who answers silence: the protocol's own pings, or nothing."""
    heartbeat: "Heartbeat | UnsetType" = UNSET
    """What the client sends when it is silent."""
    stale_after: Duration | UnsetType = UNSET
    """A connection that is silent for so long is dead."""
    topics_stale_after: DurationOrNever | UnsetType = UNSET
    """A topic that is silent for so long, while the connection lives, is subscribed to anew; where a channel says none of its own, and `never` where nothing is said."""
    max_age: Duration | UnsetType = UNSET
    """The venue cuts connections at this age; they are renewed before."""
    reconnect: Backoff = field(default_factory=lambda: Backoff(first="500ms", max="30s"))
    """Waits between tries to connect: from half a second to half a minute where nothing is said."""
    max_subscriptions: int | UnsetType = UNSET
    """Most subscriptions of one connection; what goes beyond them opens a further connection of the same kind."""
    max_connections: Annotated[int, Meta(ge=1)] | UnsetType = UNSET
    """Most connections of this kind that the venue allows; a subscription that none of them has room for is refused."""
    sends_per_second: int | UnsetType = UNSET
    """Most frames that a second may carry to the venue."""
    asks: "Openings | UnsetType" = UNSET
    """How often one connection may subscribe, unsubscribe and log in; requests and heartbeats are no part of it."""
    openings: "Openings | UnsetType" = UNSET
    """How often connections of this kind may be opened."""
    server_ping: "ServerPing | UnsetType" = UNSET
    """Pings of the protocol that the venue sends by itself."""
    idle: Duration | UnsetType = UNSET
    """The venue ends a connection over which the client sent nothing for so long."""
    ends: "Ends | UnsetType" = UNSET
    """What the venue says, and does, when a bound is passed."""
    max_frame: int = 67_108_864
    """Bytes of the longest frame that is taken."""
    why: Why = ""


class Openings(Words, frozen=True, kw_only=True):
    """A number of connections that one address may open, or of frames that one connection may carry, in a time."""

    amount: Annotated[int, Meta(ge=1)]
    """How many."""
    per: Duration
    """In any span of this length."""


class ServerPing(Words, frozen=True, kw_only=True):
    """Pings that the venue begins."""

    every: Duration
    """How often it sends one."""
    within: Duration
    """A client that does not answer in this time is cut."""


class End(Words, frozen=True, kw_only=True):
    """One refusal: an opening is refused by `status`, a connection ended by `close`, and a frame answered by an error without them."""

    status: Annotated[int, Meta(ge=400, le=599)] | UnsetType = UNSET
    """HTTP status of the opening that is refused."""
    close: Annotated[int, Meta(ge=1000, le=4999)] | UnsetType = UNSET
    """The code that the connection is closed with."""
    code: Scalar | UnsetType = UNSET
    """The venue's code in its error message."""
    text: str = ""
    """Its words."""


class Ends(Words, frozen=True, kw_only=True):
    """What is said of each bound; a simulated venue says it, in general words where nothing is written."""

    subscriptions: End | UnsetType = UNSET
    """More than `max_subscriptions`."""
    sends: End | UnsetType = UNSET
    """More than `sends_per_second`."""
    asks: End | UnsetType = UNSET
    """More than `asks`."""
    connections: End | UnsetType = UNSET
    """More than `max_connections` or `openings`."""
    age: End | UnsetType = UNSET
    """Older than `max_age`."""
    idle: End | UnsetType = UNSET
    """Silent for longer than `idle`."""


class Heartbeat(Words, frozen=True, kw_only=True):
    """A heartbeat that the client sends and how its answer is known."""

    every: Duration
    """How often it is sent."""
    send: Template
    """The frame."""
    answer: Expression | UnsetType = UNSET
    """Holds for the frame that answers it; nothing is waited for where nothing is said."""
    within: Duration = "10s"
    """A connection whose answer takes longer is dead."""
