"""Pagination: which parameter moves, where the rows are, where the next page begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import INT, TEXT, TIME, strip_opt
from dragoman_generator.ir.outgoing import PageOut, ParamOut
from dragoman_generator.ir.types import UNITS, Shape, WireType
from dragoman_generator.ir.venue import Code, Operation
from dragoman_generator.language.wire import Page
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.yaml.marks import Path


@dataclass(frozen=True)
class PageResolver:
    """Resolves the `page` blocks of one venue's operations."""

    shapes: Mapping[str, Shape]
    expressions: Expressions

    def page(
        self, said: Page, operation: Operation, params: tuple[ParamOut, ...], path: Path
    ) -> PageOut | None:
        """Pagination; None with its faults told."""
        named: dict[str, ParamOut | None] = {}
        for word in ("start", "end", "from_", "limit"):
            name = getattr(said, word)
            named[word] = next((param for param in params if param.told == name), None)
            if name is not UNSET and named[word] is None:
                self.tell(
                    (*path, word.rstrip("_")),
                    f"unknown parameter {name!r}",
                    did_you_mean(name, operation.params),
                )
        rows, item, answer = self.rows(said, operation, path)
        moving = (
            named["from_"] if said.kind != "time" else named["end" if said.order == "backward" else "start"]
        )
        if moving is None:
            word = "from" if said.kind != "time" else "end" if said.order == "backward" else "start"
            self.tell(path, f"pages by {said.kind} need '{word}: PARAMETER'")
            return None
        if rows is None or item is None:
            return None
        subject = answer if said.kind == "cursor" else item
        follow = self.reading(said.next, subject, moving, (*path, "next"))
        time = None
        if said.time is not UNSET and named["end"] is not None:
            time = self.reading(said.time, item, named["end"], (*path, "time"))
        elif said.kind == "time":
            time = follow
        if follow is None:
            return None
        start = named["start"]
        span = 0
        if said.span is not UNSET:
            if said.order == "backward" or not (start and start.unit_ns and named["end"]):
                self.tell(
                    (*path, "span"),
                    "slices of time need 'start' and 'end', times of one unit, and go forward",
                )
            else:
                span = nanoseconds(said.span) // start.unit_ns
        called = {word: param.name if param else "" for word, param in named.items()}
        if said.begin is not UNSET and not (said.kind == "id" and said.order == "backward" and named["end"]):
            self.tell((*path, "begin"), "only pages by id that go back from 'end' begin at a time")
        return PageOut(
            kind=said.kind,
            next=follow,
            rows=rows,
            item=item,
            most=0 if said.max is UNSET else said.max,
            step=said.step,
            backward=said.order == "backward",
            time=time,
            span=span,
            begin=tuple(self.begin(said, operation, params, path)),
            **called,
        )

    def begin(
        self, said: Page, operation: Operation, params: tuple[ParamOut, ...], path: Path
    ) -> Iterator[tuple[str, Any]]:
        """What the first page says, by the names of ParamOut."""
        for told, value in {} if said.begin is UNSET else said.begin.items():
            name = next((param.name for param in params if param.told == told), None)
            if name is None:
                self.tell(
                    (*path, "begin", told),
                    f"unknown parameter {told!r}",
                    did_you_mean(told, operation.params),
                )
            else:
                yield name, value

    def rows(
        self, said: Page, operation: Operation, path: Path
    ) -> tuple[Code | None, WireType | None, WireType | None]:
        """(how the rows are read of `message`, what one is, what the answer is)."""
        kind = operation.payload
        if kind is not None and said.rows is not UNSET and kind.kind == "record":
            record = self.expressions.reading.record(kind.ref)
            scope = self.expressions.scope({"message": Binding(record, "message")}, ("message",))
            code = self.expressions.value(said.rows, scope, (*path, "rows"))
            item = self.item(kind, said.rows)
            if code is not None and item is None:
                self.tell((*path, "rows"), f"{said.rows!r} leads to no list of records")
            return code, item, kind
        if kind is not None and kind.kind in {"list", "many"} and kind.item is not None:
            needed = (
                frozenset({("dragoman.translate.reads", "as_list")}) if kind.kind == "many" else frozenset()
            )
            return Code("as_list(message)" if needed else "message", TEXT, needed), kind.item, kind
        self.tell(path, "pages need an answer that is a list, or 'rows: PATH' in it")
        return None, None, None

    def item(self, kind: WireType | None, rows: str) -> WireType | None:
        """What one row of a list is, told by the list's path."""
        for name in rows.split("."):
            shape = self.shapes.get(kind.ref) if kind is not None and kind.kind == "record" else None
            field = shape.field(name) if shape is not None else None
            kind = field.type if field is not None else None
        return kind.item if kind is not None and kind.kind in {"list", "many", "levels"} else None

    def reading(self, text: str, kind: WireType | None, param: ParamOut, path: Path) -> Code | None:
        """How a value of `message` is read in the unit of a parameter."""
        if kind is None or kind.kind != "record":
            self.tell(path, "a path needs a record to start from")
            return None
        shape: Shape = self.shapes[kind.ref]
        field = shape.field(text)
        if field is not None and field.type.kind == "ts" and UNITS.get(field.type.arg) == param.unit_ns:
            return Code(f"message.{field.name}", INT)
        record = self.expressions.reading.record(kind.ref)
        scope = self.expressions.scope({"message": Binding(record, "message")}, ("message",))
        code = self.expressions.value(text, scope, path)
        if code is None or strip_opt(code.type) != TIME:
            return code
        if code.type != TIME:
            self.tell(path, "the time of a row may be absent here", "give a default with ??")
            return None
        return Code(f"({code.text}) // {param.unit_ns or 1:_}", INT, code.imports)

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.expressions.places.add(path, message, hint)
