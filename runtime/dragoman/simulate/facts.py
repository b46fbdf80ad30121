"""The tables by which events become payloads again; generated code makes them, and they hold no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

FormKind = Literal["time", "time_text", "iso", "date", "flag", "scaled", "number", "means", "one_of"]


class Form(Struct, frozen=True):
    """How a payload field is written where its type alone doesn't say it.

    `arg`: nanoseconds of the unit (time, time_text), the two texts (flag), digits (scaled), wire value -> meaning (means),
    the wire values (one_of).
    """

    kind: FormKind
    arg: Any = None


class At(Struct, frozen=True):
    """A payload field whose value the event's field was made from by the functions `via`, the outermost first."""

    path: str
    via: tuple[str, ...] = ()


class Made(Struct, frozen=True):
    """One event of a message: `reads` are the payload fields that its fields come from, `consts` what is the same in each.

    A path begins at the row where there are rows, with `message.` at the message around them. `list[field=tag].field` is a
    field of the row that has the tag. Beside the event's own fields, `instrument` is the wire key, `interval` the bar's
    specification, `info.x` an entry of what an instrument says beyond the model. `usual` are payload fields and what the
    venue usually sends there, which no event keeps.
    """

    type: str
    reads: Mapping[str, str | At]
    consts: Mapping[str, Any] = field(default_factory=dict)
    usual: Mapping[str, Any] = field(default_factory=dict)


class Source(Struct, frozen=True):
    """The payload of a channel or operation and the events in it.

    rows: the list that the events are read from, `$` where the payload is the list, "" where the events are the message's.
    tries: fields that only decide, with the wire values that may make the difference; None leaves the field out.
    """

    payload: Any
    made: tuple[Made, ...] = ()
    rows: str = ""
    tries: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


class Replying(Struct, frozen=True):
    """A control message and the paths of what it tells."""

    payload: Any
    id: str = ""
    code: str = ""
    message: str = ""


class Fitted(Struct, frozen=True):
    """One report of a payload: `at` is the list that it is read from (`data[].`, "" for the message itself).

    needs: the report's field -> every field of the payload that it looks at. Parts of balances and margins stand by
    `balances.free`, their list by `balances`.
    """

    type: str
    at: str
    needs: Mapping[str, tuple[str, ...]]


class Fit(Struct, frozen=True):
    """A payload that tells reports; `decides` are the fields on which it depends whether it tells any.

    tries: field -> literals that the mapping compares it with.
    said: field -> what stands there whatever else would mean the same: a wire value, `omit`, `$x` for a field of the
    order's report, or a table `{by: inputs, pattern: ...}`. orders: which it tells, all where nothing is said.
    """

    payload: Any
    made: tuple[Fitted, ...]
    decides: tuple[str, ...] = ()
    tries: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)
    orders: Literal["", "plain", "conditional", "waiting"] = ""


class Answered(Struct, frozen=True):
    """An answer or control message: what it tells -> the fields that say it, of the entry where `rows` names lists of entries.

    tries: literals that any of the fields may be compared with.
    """

    payload: Any
    reads: Mapping[str, tuple[str, ...]]
    rows: tuple[str, ...] = ()
    tries: tuple[Any, ...] = ()


class Behind(Struct, frozen=True, kw_only=True):
    """What differs from venue to venue in the orders and accounts behind the wire."""

    replaces: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    """Operation that takes an order off and sends another in its place -> (parameter that names the new one, {field of the answer: operation as whose answer it tells of the other})."""
    isolated: Mapping[str, Any] = field(default_factory=dict)
    """Parameter of an order -> its value by which the order is for a position with margin of its own."""
    modes: Mapping[str, tuple[str, tuple[Any, ...], tuple[Any, ...], bool, tuple[Any, ...]]] = field(
        default_factory=dict
    )
    """Operation that sets how positions are held -> (parameter, values for margin apart, values for that of the account, whether positions move,
    values for long and short ones side by side)."""
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Operation that tells what is set -> field of its event -> what stands there."""
    legs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Parameter of an order -> side of the position that it is for -> its value."""
    ended: tuple[str, ...] = ()
    """Operations that list orders that are over alone."""
    would_take: Literal["refuse", "cancel", "reject"] = "refuse"
    """What becomes of a post-only order that would take."""
    unfilled: Literal["canceled", "expired"] = "canceled"
    """What orders have become of which the venue itself took off the rest."""
    refused: Mapping[str, Any] = field(default_factory=dict)
    """Reason -> the code and, after a colon, the words in which an order is refused; or a table of products."""
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Bucket -> header of answers -> what it tells: limit, used, remaining, reset_ms, reset_s or retry_s."""
    failed: Mapping[str, Any] = field(default_factory=dict)
    """What an answer says around its rows where each of them is refused."""
    spawns: tuple[str, ...] = ()
    """Products in which an order whose price was reached goes on as another, with an id of its own."""
    orders: Mapping[str, Literal["plain", "conditional", "waiting"]] = field(default_factory=dict)
    """Operation -> the orders that it is about."""
    noted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Private channel -> changes of orders that it notes in rows that tell no report."""
    begins: tuple[str, ...] = ()
    """Private channels that tell a new subscriber what there is."""
    asks: Mapping[str, tuple[tuple[Any, Any], ...]] = field(default_factory=dict)
    """Connection -> (what its clients may ask, what goes back), `$id`, `$topics` and `$wrapped` in them."""
    unlisted: Literal["refused", "silent"] = "refused"
    """What becomes of topics of instruments that are not listed."""
    repeats: Mapping[str, int] = field(default_factory=dict)
    """Channel of a book -> nanoseconds of silence after which it says that nothing has changed."""
    borrowing: tuple[str, ...] = ()
    """Products whose orders borrow."""
    by: str = ""
    """The parameter that says it; every order borrows and repays where none does."""
    borrows: tuple[Any, ...] = ()
    repays: tuple[Any, ...] = ()


class Inverse(Struct, frozen=True, kw_only=True):
    """Everything of one venue that can be built backwards, and why the rest can't."""

    channels: Mapping[str, Source] = field(default_factory=dict)
    calls: Mapping[str, Source] = field(default_factory=dict)
    forms: Mapping[Any, Mapping[str, Form]] = field(default_factory=dict)
    """payload Struct -> field -> its form."""
    usual: Mapping[Any, Mapping[str, Any]] = field(default_factory=dict)
    """payload Struct -> wire key -> what the venue sends there where no event tells it."""
    replies: Mapping[str, Mapping[str, Replying]] = field(default_factory=dict)
    """connection -> what a control message means -> the message."""
    sequences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """channel of a synced book -> the fields that its guards compare."""
    fits: Mapping[str, Fit] = field(default_factory=dict)
    """channel or operation -> how reports become its payload."""
    outcomes: Mapping[str, Answered] = field(default_factory=dict)
    """command -> how its answer tells what became of it."""
    greetings: Mapping[str, tuple[tuple[str, Answered], ...]] = field(default_factory=dict)
    """connection that is logged on to -> its control messages with their meaning."""
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """product -> instrument ids."""
    listed: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    """product -> raw symbol, `*` for the others -> fields of the instrument that its id does not tell."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """channel or operation -> why it can't be built."""
    ids: Literal["number", "uuid"] = "number"
    """What ids of orders and trades look like."""
    behind: Behind = Behind()
    """Orders and accounts."""
