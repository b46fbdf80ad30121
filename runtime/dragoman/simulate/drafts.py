"""A payload in the making: what it depends on, and what is said of it so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from dragoman.model import OrderStatusReport
from dragoman.simulate.facts import At, Source
from dragoman.simulate.payloads import Plan, type_of
from dragoman.translate.facts import Connection

_OUTER = "message."


class Told(Struct, frozen=True):
    """What a payload depends on beside its events: the call's parameters, the topic, fields that the server decides."""

    product: str
    ts_init: int
    request: Mapping[str, Any] | None = None
    topic: str | None = None
    fixed: Mapping[str, Any] | None = None
    """Payload field -> wire value, for what no event says."""
    beside: Mapping[str, str] | None = None
    """What stands beside the topic: arguments that tell subscriptions to it apart."""
    change: str = "asked"
    """What happened that is told of; nothing where somebody has asked."""
    report: OrderStatusReport | None = None
    """The order that it happened to."""

    home: Callable[[Any], str] | None = None
    """Report -> its product, where the message is about several."""
    further: Callable[[Any], Any] | None = None
    """Report -> what else is known of its order: `first_id`, the id that it came with, and `note_id`, another at each time."""

    @property
    def asked(self) -> dict[str, Any]:
        """What fields that no event tells may repeat: the call's parameters, the product and the topic."""
        said = {"product": self.product, "PRODUCT": self.product.upper(), **(self.request or {})}
        if self.topic is not None:
            said |= {"topic": self.topic, "topic_of": self.topic.partition(":")[2]}
        return said


class Job(NamedTuple):
    """One payload to build: of which channel or operation, under which circumstances, on which connection."""

    name: str
    source: Source
    told: Told
    connection: Connection | None


class Draft:
    """What is said of the message, and of the row where the events come of rows."""

    __slots__ = ("has_rows", "message", "row", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.has_rows = bool(source.rows)
        self.message = Plan()
        self.row = Plan()

    def place(self, path: str) -> tuple[Plan, str]:
        """Where a path leads: the row's plan, or the message's for what stands around the rows."""
        if not self.has_rows:
            return self.message, path
        if path.startswith(_OUTER):
            return self.message, path.removeprefix(_OUTER)
        return self.row, path

    def put(self, path: str, value: Any) -> Any:
        """As `Plan.put`."""
        plan, inside = self.place(path)
        return plan.put(inside, value)

    def says(self, path: str) -> bool:
        plan, inside = self.place(path)
        return plan.says(inside)


def path_of(read: str | At) -> str:
    return read if isinstance(read, str) else read.path


@lru_cache(maxsize=1024)
def row_type(payload: Any, rows: str) -> Any:
    """The Struct of a row of the list `rows` in a payload."""
    kind = type_of(payload)
    if rows != "$":
        for name in rows.split("."):
            assert isinstance(kind, msgspec.inspect.StructType)
            kind = next(item.type for item in kind.fields if item.name == name)
    kinds = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
    for each in kinds:
        if isinstance(each, msgspec.inspect.ListType) and isinstance(
            each.item_type, msgspec.inspect.StructType
        ):
            return each.item_type.cls
    raise TypeError(f"{rows!r} of {payload!r} is no list of records")
