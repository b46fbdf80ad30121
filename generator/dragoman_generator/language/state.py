"""The closed library of state machines, chosen by `machine:`."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import Duration, Expression, Ident, Path, Scalar, Template, Why, Words


class Snapshot(Words, frozen=True, kw_only=True):
    """Where a book's full image comes from: a call, or a message of the stream itself (`when`)."""

    call: Ident | UnsetType = UNSET
    with_: dict[str, Scalar] = field(name="with", default_factory=dict)
    after: Literal["first_buffered_event", "subscribed"] = "first_buffered_event"
    id: Annotated[Path, Meta(description="The snapshot's sequence number.")]
    when: Expression | UnsetType = UNSET


class Buffer(Words, frozen=True, kw_only=True):
    """What is kept while a snapshot is on its way."""

    max: Annotated[int, Meta(ge=1, le=1_000_000)]
    on_full: Literal["resync"] = "resync"


class Backoff(Words, frozen=True, kw_only=True):
    """Waiting times between tries."""

    first: Duration
    max: Duration


class OnGap(Words, frozen=True, kw_only=True):
    """What a hole in the sequence does."""

    do: Literal["resync"] = "resync"
    scope: Literal["key", "connection"] = "key"
    backoff: Backoff
    budget: str | UnsetType = UNSET


class BookSync(Words, frozen=True, kw_only=True, tag_field="machine", tag="book_sync"):
    """A book kept from a snapshot and sequenced differences (case a)."""

    key: Path
    each: Path | UnsetType = UNSET
    """The list whose rows are the changes, where a message holds several."""
    snapshot: Snapshot
    drop: Expression | dict[str, Expression] | UnsetType = UNSET
    first: Expression | dict[str, Expression] | UnsetType = UNSET
    """One rule, or product -> rule; `snapshot.id` is the snapshot's number. A snapshot of the stream itself is the
    `previous` of the first update instead."""
    next: Expression | dict[str, Expression]
    buffer: Buffer
    on_gap: OnGap
    on_disconnect: Literal["reset"]
    stale_after: Duration | UnsetType = UNSET
    max_keys: int = 10_000
    why: Why = ""


class Merge(Words, frozen=True, kw_only=True, tag_field="machine", tag="merge"):
    """Partial records laid over the last full one (case b)."""

    key: Path
    record: Path | UnsetType = UNSET
    """The record of the message, or its list of records; the message itself where nothing is said."""
    replace_when: Expression | UnsetType = UNSET
    absent: Literal["keep"] = "keep"
    empty: dict[str, Literal["keep", "clear"]] = field(default_factory=dict)
    """field -> what an empty text or null does; `default`, which is `keep`, for the rest."""
    on_disconnect: Literal["reset"]
    max_keys: int = 10_000
    why: Why = ""


class Store(Words, frozen=True, kw_only=True):
    """What a lookup remembers."""

    key: Path
    keep: list[Ident]
    when: Expression
    drop_on: Expression
    max: int


class Missing(Words, frozen=True, kw_only=True):
    """What a message about something unknown does."""

    do: Literal["resync", "drop"] = "resync"
    scope: Literal["symbol", "key"] = "symbol"


class Lookup(Words, frozen=True, kw_only=True, tag_field="machine", tag="lookup"):
    """Fields that later messages lack, remembered by id (case c)."""

    key: Path
    each: Path | UnsetType = UNSET
    """The list whose rows are looked up."""
    image: Expression | UnsetType = UNSET
    """Holds for messages that are a full image: what was known of their keys is void."""
    store: Store
    fill: dict[Ident, Path]
    """name -> `store.x`, which stands for it in `emit`."""
    missing: Missing
    on_disconnect: Literal["reset"]
    why: Why = ""


class Ladder(Words, frozen=True, kw_only=True):
    """One ladder of an image: by price, or by level."""

    side: Literal["BUY", "SELL"]
    by: Literal["price", "level"] = "price"


class ImageDelta(Words, frozen=True, kw_only=True, tag_field="machine", tag="image_delta"):
    """Images and deltas of a keyed tree of ladders (case e)."""

    each: Annotated[Path, Meta(description="The list of parents (markets) in the message.")]
    key: Annotated[Path, Meta(description="The parent's key.")]
    children: Path
    child: Path | list[Path]
    """The child's key (runner, handicap)."""
    image: Expression
    ladders: dict[str, Ladder]
    cumulative: dict[str, Path] = field(default_factory=dict)
    """list of [price, cumulative volume] rows -> name under which its increases are emitted."""
    resume: dict[str, Path] = field(default_factory=dict)
    """token name -> where the message holds it; sent again on reconnect."""
    on_disconnect: Literal["keep", "reset"]
    max_keys: int = 100_000
    why: Why = ""


class Memory(Words, frozen=True, kw_only=True, tag_field="machine", tag="memory"):
    """What `delta()`, `changed()` and `previous.` may look back at (case h)."""

    key: Path | list[Path]
    each: Path | UnsetType = UNSET
    """The list whose rows are remembered; the message itself where nothing is said."""
    max: int
    on_disconnect: Literal["keep", "reset"]
    why: Why = ""


class Gather(Words, frozen=True, kw_only=True, tag_field="machine", tag="gather"):
    """Book changes of single records, gathered by key to the events that the venue means."""

    key: Path
    last: Expression
    """Holds for the last record of an event."""
    hold: Expression | UnsetType = UNSET
    """Holds for records of an image, which goes out as one event when the first record after it comes."""
    max: int
    on_disconnect: Literal["reset"]
    why: Why = ""


class PollDiff(Words, frozen=True, kw_only=True, tag_field="machine", tag="poll_diff"):
    """A listing that is polled, told as what was added, changed and removed."""

    key: Path
    every: Duration
    max: int = 100_000
    why: Why = ""


class RequestReply(Words, frozen=True, kw_only=True, tag_field="machine", tag="request_reply"):
    """Replies matched to requests by an id."""

    id: Path
    last: Expression | UnsetType = UNSET
    """Holds for the last part of a reply; left out, every message is a whole reply."""
    timeout: Duration
    max_pending: int = 1000
    why: Why = ""


State = BookSync | Merge | Lookup | ImageDelta | Gather | Memory | PollDiff | RequestReply


class Session(Words, frozen=True, kw_only=True):
    """Life of a connection: heartbeat, silence, renewal, reconnect."""

    ping: Literal["protocol", "none"] | UnsetType = UNSET
    heartbeat: "Heartbeat | UnsetType" = UNSET
    stale_after: Duration | UnsetType = UNSET
    max_age: Duration | UnsetType = UNSET
    """The venue cuts connections at this age; they are renewed before."""
    reconnect: Backoff
    max_subscriptions: int | UnsetType = UNSET
    sends_per_second: int | UnsetType = UNSET
    max_frame: int = 67_108_864
    why: Why = ""


class Heartbeat(Words, frozen=True, kw_only=True):
    """A heartbeat that the client sends and how its answer is known."""

    every: Duration
    send: Template
    answer: Expression | UnsetType = UNSET
    within: Duration = "10s"
