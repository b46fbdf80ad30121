"""A venue resolved: what the emitters print from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman_generator.expr.types import Type
from dragoman_generator.ir.layouts import Layout
from dragoman_generator.ir.types import EnumType, Field, Shape, WireType
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.state import State
from dragoman_generator.language.wire import Channel as ChannelSpec
from dragoman_generator.language.wire import Connection as ConnectionSpec
from dragoman_generator.language.wire import Operation as OperationSpec

if TYPE_CHECKING:
    from dragoman_generator.ir.outgoing import Outgoing
    from dragoman_generator.resolve.places import Places

Imports = frozenset[tuple[str, str]]
"""(module, name) pairs."""


@dataclass(frozen=True, slots=True)
class Code:
    """A compiled value: Python source, its type, what the source imports."""

    text: str
    type: Type
    imports: Imports = frozenset()


@dataclass(frozen=True, slots=True)
class IdRule:
    """One form of an instrument id."""

    make: str
    """f-string of the id."""
    pattern: str
    """Regular expression with a group a key."""
    when: Code | None


@dataclass(frozen=True, slots=True)
class TextCode:
    """How a text that stands for another one is read: the lines of a function of `value`."""

    name: str
    title: str
    lines: tuple[str, ...]
    imports: Imports


@dataclass(frozen=True, slots=True)
class Product:
    """A product with its compiled symbol rule."""

    name: str
    keys: tuple[tuple[str, WireType], ...]
    instruments: tuple[str, ...]
    rules: tuple[IdRule, ...]
    raw: str
    belongs: Code | None
    examples: Mapping[str, str]
    like: str = ""
    apart: bool = False
    """Whether a symbol alone tells that it is of this product."""
    account: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventOut:
    """One event that a message yields: its constructor's arguments in the model's order."""

    type_name: str
    positional: tuple[Code, ...]
    named: tuple[tuple[str, Code], ...]
    when: Code | None
    instrument: Code | None
    machine: str = ""
    """The kind of state machine that the event goes through."""
    words: Mapping[str, object] = field(default_factory=dict)
    ensure: tuple[Code, str] | None = None
    """What must hold, as code and as the spec says it; where it does not, the row is an error."""
    put: tuple[str, ...] = ()
    """Lines that hand `{event}` to a state machine instead of putting it out."""
    before: tuple[str, ...] = ()
    """Lines before the event, in which `{instrument}` is what it is about."""


@dataclass(frozen=True, slots=True)
class EachOut:
    """A fan-out over a list."""

    source: Code
    variable: str
    wire_path: str
    when: Code | None
    body: tuple[EventOut | EachOut, ...]
    before: tuple[str, ...] = ()
    """Lines before the loop."""
    head: tuple[str, ...] = ()
    """Lines at the head of each row."""
    after: tuple[str, ...] = ()
    """Lines after the loop."""
    imports: Imports = frozenset()
    keys: tuple[str, ...] = ()
    """The fields by which a state machine keeps the rows."""


Out = EventOut | EachOut


@dataclass(frozen=True, slots=True)
class Guards:
    """Compiled guards of a `book_sync`, by product where they differ."""

    subject: str
    """The shape of the messages that the machine compares."""
    snapshot_id: Code | None
    """The number of a snapshot that a call answers with."""
    drop: Mapping[str, Code]
    first: Mapping[str, Code]
    next: Mapping[str, Code]
    checksum: Code | None = None
    """The number by which a message sums up the book."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What tells the rows of a `poll_diff` apart."""

    key: Code
    row: str
    """Shape of the rows."""
    variable: str


@dataclass(frozen=True, slots=True)
class Gather:
    """Compiled guards of a `gather`."""

    key: Code
    last: Code
    hold: Code | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A channel's topic both ways."""

    build: str
    """f-string over the parameters."""
    pattern: str
    slots: tuple[str, ...]
    upper: tuple[str, ...]
    """Slots whose wire form is lower case, so that reading turns them back."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel with its payload type and compiled events."""

    name: str
    stem: str
    spec: ChannelSpec
    payload: WireType | None
    shape: Shape | None
    topic: Topic | None
    out: tuple[Out, ...]
    gives: tuple[str, ...]
    products: tuple[str, ...]
    state: State | None = None
    guards: Guards | None = None
    gather: Gather | None = None
    layout: Layout | None = None
    head: tuple[str, ...] = ()
    """Lines before the events, of a machine whose messages are the channel's own."""
    head_imports: Imports = frozenset()
    text: WireType | None = None
    """What messages are decoded to instead where their decimals stay text until they are read."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation with its paths, payload type and compiled events."""

    name: str
    stem: str
    spec: OperationSpec
    paths: Mapping[str, tuple[str, str]]
    """product ("" where there is none) -> (method, path)."""
    params: Mapping[str, Field]
    payload: WireType | None
    shape: Shape | None
    out: tuple[Out, ...]
    gives: tuple[str, ...]
    poll: Poll | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One kind of control message with its compiled reading."""

    name: str
    has: tuple[str, ...]
    shape: Shape
    means: str
    unless: Code | None
    """Where this holds, the message is something else."""
    id: Code | None
    code: Code | None
    message: Code | None
    layout: Layout | None = None
    """Where a template tells it."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection with its replies."""

    name: str
    stem: str
    spec: ConnectionSpec
    replies: tuple[Reply, ...]
    header_at: tuple[int, int] | None = None
    """Offsets of the type byte and the length byte of fixed records."""


@dataclass(frozen=True, slots=True)
class DataType:
    """A venue-specific data type."""

    name: str
    stem: str
    title: str
    doc: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Venue:
    """Everything of one venue, resolved; `merged` holds what needs no resolution as it was written."""

    id: str
    name: str
    merged: SpecFile
    stems: tuple[str, ...]
    enums: Mapping[str, EnumType]
    shapes: Mapping[str, Shape]
    shape_stems: Mapping[str, str]
    enum_stems: Mapping[str, str]
    products: Mapping[str, Product]
    data_types: Mapping[str, DataType]
    connections: Mapping[str, Connection]
    channels: Mapping[str, Channel]
    operations: Mapping[str, Operation]
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """stem -> the spec file's bytes, for the lock file."""
    codes: Mapping[str, TextCode] = field(default_factory=dict)
    hooks: str = ""
    """The source of the functions that expressions call; empty where there is none."""
    outgoing: Outgoing | None = None
    """What can be sent; there once everything else is resolved."""
    places: Places | None = field(default=None, compare=False, repr=False)
    """Where everything stands in the spec's files, for diagnostics of meaning."""
