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
    specification, `info.x` an entry of what an instrument says beyond the model.
    """

    type: str
    reads: Mapping[str, str | At]
    consts: Mapping[str, Any] = field(default_factory=dict)


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


class Inverse(Struct, frozen=True, kw_only=True):
    """Everything of one venue that can be built backwards, and why the rest can't."""

    channels: Mapping[str, Source] = field(default_factory=dict)
    calls: Mapping[str, Source] = field(default_factory=dict)
    forms: Mapping[Any, Mapping[str, Form]] = field(default_factory=dict)
    """payload Struct -> field -> its form."""
    replies: Mapping[str, Mapping[str, Replying]] = field(default_factory=dict)
    """connection -> what a control message means -> the message."""
    sequences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """channel of a synced book -> the fields that its guards compare."""
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """product -> instrument ids."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """channel or operation -> why it can't be built."""
