"""What goes out, resolved: parameters, signing, budgets, pages, clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman_generator.ir.commands import CommandOut
from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Code


@dataclass(frozen=True, slots=True)
class ParamOut:
    """One parameter of an operation or channel; `name` as Python callers write it."""

    name: str
    wire: str
    told: str
    type: WireType
    kind: str
    required: bool = False
    default: object = None
    usual: object = None
    allowed: tuple[object, ...] = ()
    least: int | None = None
    most: int | None = None
    place: str = ""
    join: str = "comma"
    products: tuple[str, ...] = ()
    fills: str = ""
    unit_ns: int = 0
    means: tuple[tuple[str | int, str], ...] = ()
    exclusive: bool = False
    instead_of: tuple[str, ...] = ()
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    doc: str = ""


@dataclass(frozen=True, slots=True)
class AuthScheme:
    """A scheme as the runtime's class and its arguments."""

    kind: str
    arguments: tuple[tuple[str, Code], ...]


@dataclass(frozen=True, slots=True)
class PageOut:
    """Pagination with its readings; names are those of ParamOut."""

    kind: str
    next: Code
    rows: Code
    item: WireType
    """What one row is."""
    start: str = ""
    end: str = ""
    from_: str = ""
    limit: str = ""
    most: int = 0
    step: int = 1
    backward: bool = False
    time: Code | None = None
    span: int = 0
    """The longest range of one call, in the unit of `start`."""
    begin: tuple[tuple[str, str | int | bool], ...] = ()
    """What the first page says beside `end`."""


@dataclass(frozen=True, slots=True)
class OperationOut:
    """What an operation needs to be called."""

    params: tuple[ParamOut, ...]
    servers: Mapping[str, str]
    weights: Mapping[str, tuple[tuple[str, int | Code], ...]]
    """product -> (budget, cost)."""
    page: PageOut | None
    prices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChannelOut:
    """What a channel needs to be subscribed to; `topic` is compiled over `v`, a mapping of parameters."""

    params: tuple[ParamOut, ...]
    topic: Code | None
    prices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockOut:
    """How a server's clock is read: `message` is the answer."""

    operation: str
    read: Code


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything that can be sent to a venue."""

    auth: Mapping[str, AuthScheme] = field(default_factory=dict)
    operations: Mapping[str, OperationOut] = field(default_factory=dict)
    channels: Mapping[str, ChannelOut] = field(default_factory=dict)
    clocks: Mapping[str, ClockOut] = field(default_factory=dict)
    failed: Code | None = None
    """Tells an error inside a good status; `body` is the decoded answer."""
    commands: Mapping[str, CommandOut] = field(default_factory=dict)
    texts: Mapping[str, Code] = field(default_factory=dict)
    """Templates of login frames and addresses: (connection + place) -> code."""
