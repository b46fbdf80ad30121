"""What only a simulated venue has to know, beside the words that it belongs to."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import Duration, Ident, Path, Scalar, Slug, Words


class Selected(Words, frozen=True, kw_only=True):
    """Which fields of messages a subscription asks for, by words of the venue."""

    at: Path
    """Where the frame lists the words."""
    words: dict[str, list[str]]
    """Word -> wire keys of the fields that it stands for; every field where a frame lists none."""


class SimulatedSubscription(Words, frozen=True, kw_only=True):
    """What only a simulated venue has to know of frames that clients of any kind send: paths of wire keys."""

    criteria: dict[str, Ident] = field(default_factory=dict)
    """Path of a list -> the field of instruments that has to be one of its values."""
    fields: Selected | UnsetType = UNSET
    """Where a frame says which fields it wants."""
    levels: Path | UnsetType = UNSET
    """Where it says how many levels a ladder by level shows."""
    heartbeat_ms: Path | UnsetType = UNSET
    """Where it says after how many silent milliseconds the venue shows that it lives."""
    conflate_ms: Path | UnsetType = UNSET
    """Where it says how many milliseconds of changes are told as one."""
    segmented: Path | UnsetType = UNSET
    """Where it says whether long messages may be cut."""
    closes: str = ""
    """The wire key by which an answer says whether the venue ends the connection with it."""


class SimulatedQuery(Words, frozen=True, kw_only=True):
    """What only a simulated venue has to know of a call."""

    criteria: dict[str, Ident]
    """Path of a list among the parameters -> the field of instruments that has to be one of its values."""


class SimulatedTree(Words, frozen=True, kw_only=True):
    """What only a simulated venue has to know of messages that tell trees of ladders; no translation looks at it."""

    about: Path | UnsetType = UNSET
    """The field of the message that repeats the id of its subscription."""
    last: Path | UnsetType = UNSET
    """The field of a child that holds the price of its last trade."""
    volume: Path | UnsetType = UNSET
    """The field of a child that holds how much was traded in all."""
    image: dict[Ident, Scalar] = field(default_factory=dict)
    """Fields of a message that begins a subscription, with what stands in them."""
    resumed: dict[Ident, Scalar] = field(default_factory=dict)
    """The same of a message that goes on where an earlier subscription stopped."""
    begins: list[Ident] = field(default_factory=list)
    """Tokens that those two hold and no message after them."""
    heartbeat: dict[Ident, Scalar] = field(default_factory=dict)
    """The same of a message that only says that the venue lives."""
    segments: Annotated[list[dict[Ident, Scalar]], Meta(min_length=3, max_length=3)] | UnsetType = UNSET
    """The same of the first, a middle and the last part of a message that is cut because it is long; the last one holds the tokens."""


class SimulatedLogin(Words, frozen=True, kw_only=True):
    """What only a simulated venue has to know of a log-in: fields of its answer, by their wire keys."""

    accepted: dict[str, Scalar] = field(default_factory=dict)
    """What they say beside the token."""
    refused: dict[str, Scalar] = field(default_factory=dict)
    """What they say in an answer without a token, to a wrong user or password."""
    kept: Path | UnsetType = UNSET
    """Where the answer of what keeps a token alive repeats it; where the log-in tells it, if nothing is said."""


class Borrowing(Words, frozen=True, kw_only=True):
    """How orders borrow what their account lacks, and pay back what it owes."""

    products: list[Slug]
    """The products whose orders do."""
    parameter: str = ""
    """The wire parameter of an order that says it; every order borrows and repays where none does."""
    borrows: list[Scalar] = field(default_factory=list)
    """Its values by which an order borrows."""
    repays: list[Scalar] = field(default_factory=list)
    """Its values by which what an order brings in pays debts back."""


class SimulatedReplacement(Words, frozen=True, kw_only=True):
    """How a call that puts an order in the place of another one names it, and tells of the one that it took off."""

    parameter: str
    """The wire parameter that names the new order."""
    gone: dict[str, Ident] = field(default_factory=dict)
    """Field of its answer -> the operation as whose answer it tells of the order that was taken off."""


class SimulatedMode(Words, frozen=True, kw_only=True):
    """How a call says whether positions have margin of their own, of its instrument, or of all where it names none; or whether they stand side by side."""

    parameter: str
    """The wire parameter that says it."""
    isolated: list[Scalar] = field(default_factory=list)
    """Its values for margin of their own; where none is named, all but those of `cross`, and none at all."""
    cross: list[Scalar] = field(default_factory=list)
    """Its values for the margin of the account."""
    moves: bool = False
    """Whether open positions and orders go along; the call is refused while there are any otherwise."""
    hedged: list[Scalar] = field(default_factory=list)
    """Its values for a long and a short position of an instrument side by side; any other is for one."""


class SimulatedAsk(Words, frozen=True, kw_only=True):
    """What a client may ask on a connection beside its subscriptions, and what goes back."""

    ask: dict[str, Any]
    """The client's frame: `$id` stands for any value, `$wrapped` for yes or no, which says whether messages come with their topic from then on."""
    answer: dict[str, Any]
    """What goes back: `$id` and `$wrapped` as asked or as they are, `$topics` for those that the connection has."""


class SimulatedVenue(Words, frozen=True, kw_only=True):
    """What only a simulated venue has to know of the orders and accounts behind the wire; no translation looks at it."""

    said: dict[Ident, dict[str, Any]] = field(default_factory=dict)
    """Shape, channel or operation -> field of its payload, by wire keys with dots -> what stands there: a wire value, `omit`, `$x`
    for a field `x` of the order's report, or `{by: [inputs], pattern: ...}` nested as in `also`. Inputs are `change` (accepted,
    updated, filled, triggered, stands, canceled, expired, or asked for an answer), `waits` (for a price), `triggered`, `named` (by its client), `paired` (told together with the order that is one with it), `other` (how that stands), `product`, `margin_mode`,
    `commission.currency` and fields of the report; `$first_id` is the id that an order came with, `$note_id` another one each time, `$other.x` a field of the order that is one with it."""
    orders: dict[Ident, Literal["plain", "conditional", "waiting"]] = field(default_factory=dict)
    """Channel or operation -> the orders that it is about: those that wait for a price and what becomes of them (`conditional`), those
    until they are triggered (`waiting`), or the others, and what was triggered as what it then is (`plain`)."""
    spawns: list[Slug] = field(default_factory=list)
    """Products in which an order whose price was reached goes on as another order, with an id of its own."""
    noted: dict[Ident, list[Literal["accepted", "updated", "triggered", "canceled", "expired"]]] = field(
        default_factory=dict
    )
    """Private channel -> the changes of orders that it notes in rows that tell no report, which hold what is `said` of them."""
    replaces: dict[Ident, SimulatedReplacement] = field(default_factory=dict)
    """Operation that takes an order off and sends another in its place, with an id of its own -> how it says so."""
    isolated: dict[str, Scalar] = field(default_factory=dict)
    """Wire parameter of an order -> its value by which the order is for a position with margin of its own."""
    modes: dict[Ident, SimulatedMode] = field(default_factory=dict)
    """Operation -> how it sets the margin mode that orders and positions have from then on."""
    settings: dict[Ident, dict[Ident, Any]] = field(default_factory=dict)
    """Operation -> field of the data type that it gives -> what is set, of each instrument or of the account: a value, `$leverage`, `$x` for a parameter
    `x` of the call, or `{by: [inputs], pattern: ...}`. Inputs are `margin_mode`, `hedged` and `leg`, which is LONG and SHORT where positions stand side by side."""
    legs: dict[str, dict[Literal["LONG", "SHORT"], Scalar]] = field(default_factory=dict)
    """Wire parameter of an order -> side of the position that it is for -> its value; words that say LONG or SHORT are known."""
    ended: list[Ident] = field(default_factory=list)
    """Operations that list orders that are over, and no others."""
    would_take: Literal["refuse", "cancel", "reject"] = "refuse"
    """What becomes of a post-only order that would take liquidity: it is refused, or taken and at once canceled or rejected."""
    unfilled: Literal["canceled", "expired"] = "canceled"
    """What orders have become of which the venue itself took off what could not be filled at once, or would have met their own account."""
    refused: dict[Ident, Any] = field(default_factory=dict)
    """Reason (would_take, insufficient, key, signature, timestamp, rate_limit, unknown_topic, malformed, not_logged_on, ...) -> the code,
    `CODE: text` with the venue's words beside it, `{code, text, status}`, or `{by: product, pattern: ...}`; the code whose meaning tells it
    best where nothing is said. `$said` in the text of a refused frame is the topic, or all of a frame that is malformed."""
    headers: dict[str, dict[str, Literal["limit", "used", "remaining", "reset_ms", "reset_s", "retry_s"]]] = (
        field(default_factory=dict)
    )
    """Budget -> header of answers -> what it tells of the budget; `retry_s` where a call is refused alone."""
    failed: dict[str, Scalar] = field(default_factory=dict)
    """What an answer says around its rows where each of them is refused."""
    begins: list[Ident] = field(default_factory=list)
    """Private channels that tell a new subscriber what there is: open orders, positions, balances."""
    asks: dict[Ident, list[SimulatedAsk]] = field(default_factory=dict)
    """Connection -> what its clients may ask."""
    unlisted: Literal["refused", "silent"] = "refused"
    """What becomes of topics of instruments that are not listed: they are refused, or confirmed like others and silent."""
    repeats: dict[Ident, Duration] = field(default_factory=dict)
    """Channel of a book -> the silence after which it says that nothing has changed."""
    borrowing: Borrowing | UnsetType = UNSET
    """Loans that orders take; nobody borrows where nothing is said."""
