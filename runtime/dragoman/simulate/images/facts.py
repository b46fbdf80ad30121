"""The tables of what only a simulation has to know; generated code makes them, and they hold no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from dragoman.simulate.facts import Form, Made


class Nested(Struct, frozen=True):
    """Events of an innermost list, `markets[].runners[].`; every path is absolute.

    tries: fields that only decide, with the wire values that may make the difference; None leaves the field out.
    """

    payload: Any
    made: tuple[Made, ...]
    at: str
    tries: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


class Tree(Struct, frozen=True, kw_only=True):
    """A channel that tells parents with children, each with ladders of prices; names are those of the payload's fields.

    keys: part of an instrument's key -> where it stands, by its absolute path. image: a parent's field that says whether it is whole, with the values that it may have. ladders: (field, side, `price` or `level`).
    totals: fields with running totals by price. numbers: whether rows are JSON numbers. tokens: name in a subscription ->
    field of the message. defined: what parents say of their instruments.
    """

    payload: Any
    connection: str
    parents: str
    children: str
    keys: Mapping[str, str]
    image: tuple[str, tuple[Any, ...]]
    ladders: tuple[tuple[str, str, str], ...]
    totals: tuple[str, ...] = ()
    numbers: bool = False
    tokens: Mapping[str, str] = field(default_factory=dict)
    time: str = ""
    defined: Nested | None = None
    about: str = ""
    """The field that repeats the id of the subscription."""
    last: str = ""
    volume: str = ""
    begins: tuple[str, ...] = ()
    """Tokens that only the first message of a subscription holds."""
    says: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Kind of message (image, resumed, heartbeat, first, middle, last) -> fields of it and what they say."""


class Selected(Struct, frozen=True):
    """Where a subscription lists the words for the fields that it wants, and the wire keys that each word stands for."""

    at: str
    words: Mapping[str, tuple[str, ...]]


class Understood(Struct, frozen=True, kw_only=True):
    """What a connection makes of subscriptions beyond the frame that an adapter sends; paths of wire keys.

    criteria: path of a list -> the field of instruments that has to be one of its values.
    """

    criteria: Mapping[str, str] = field(default_factory=dict)
    fields: Selected | None = None
    levels: str = ""
    heartbeat_ms: str = ""
    conflate_ms: str = ""
    segmented: str = ""
    closes: str = ""
    """The key by which an answer says whether the venue ends the connection with it."""


class Simulated(Struct, frozen=True, kw_only=True):
    """Everything of one venue."""

    trees: Mapping[str, Tree] = field(default_factory=dict)
    """channel -> its trees."""
    nested: Mapping[str, Nested] = field(default_factory=dict)
    """operation that lists instruments -> how."""
    understood: Mapping[str, Understood] = field(default_factory=dict)
    """connection -> what it makes of subscriptions."""
    queries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """operation -> path of a list among its parameters -> the field of instruments that it narrows down."""
    logins: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any], str]] = field(default_factory=dict)
    """scheme -> what the answer of its log-in says beside a token, what without one, and where keeping a token alive tells it."""
    ladders: Mapping[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)
    """product -> (first price, last price, step) of every stretch of its price ladder."""
    forms: Mapping[Any, Mapping[str, Form]] = field(default_factory=dict)
    """payload Struct -> field -> its form."""
    usual: Mapping[Any, Mapping[str, Any]] = field(default_factory=dict)
    """payload Struct -> wire key -> what the venue usually sends there."""
