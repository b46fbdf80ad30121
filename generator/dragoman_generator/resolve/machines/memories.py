"""`memory`: `delta(x)`, `changed(x)` and `previous.x` look back at the last message of the same key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.expr.scope import Argument, Binding, FunctionBinding
from dragoman_generator.expr.types import DEC, Opt, Record
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.state import Memory
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import FUNCTIONS_MODULE
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place

_MODULE = "dragoman.translate.memories"
_DELTA = frozenset({(_MODULE, "increase"), (FUNCTIONS_MODULE, "subtract")})
"""One of which a module needs."""


@dataclass(frozen=True)
class MemorySite:
    """What is remembered is the message, or each row of `each`."""

    channel: str
    state: Memory
    path: Path

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        if said != self.state.each:
            return None
        return self._site(source, row, inner.message, inner, emission, in_loop=True)

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        if self.state.each is not UNSET:
            return None
        if place.shape is None:
            emission.tell(
                self.path, "'each' names the list whose rows are remembered, since the payload is one"
            )
            return None
        record = emission.expressions.reading.record(place.shape.name)
        return self._site(Code("message", record), record, "message", place, emission, in_loop=False)

    def _site(
        self, source: Code, record: Record, variable: str, place: Place, emission: Emission, in_loop: bool
    ) -> FanOut | None:
        said = self.state.key if isinstance(self.state.key, list) else [self.state.key]
        keys = [emission.expressions.value(text, place.scope, (*self.path, "key")) for text in said]
        found = [code for code in keys if code is not None]
        if len(found) != len(keys):
            return None
        key = found[0].text if len(found) == 1 else f"({', '.join(code.text for code in found)})"
        machine = f"memory: Memory[{record.name}] = scope.machines[{literal(self.channel)}]"
        swap = f"before = memory.swap({key}, {variable})"
        compiler = _Compiler(variable)
        return FanOut(
            source,
            before=(machine,) if in_loop else (),
            head=(swap,) if in_loop else (machine, swap),
            names={"previous": Binding(Opt(record), "before")},
            functions={
                "delta": FunctionBinding(compiler.delta, imports=_DELTA),
                "changed": FunctionBinding(compiler.changed),
            },
            imports=frozenset({(_MODULE, "Memory")}).union(*(code.imports for code in found)),
        )


@dataclass(frozen=True)
class _Compiler:
    """Compiles the functions of memory: their argument once of the message and once of the one before."""

    variable: str

    def delta(self, arguments: Sequence[Argument]) -> str:
        now, before = self._both(arguments[0])
        if arguments[0].type == DEC:
            return f"(subtract({now}, ({before})) if before is not None else None)"
        return f"increase({now}, ({before}) if before is not None else None)"

    def changed(self, arguments: Sequence[Argument]) -> str:
        now, before = self._both(arguments[0])
        return f"(before is None or ({now}) != ({before}))"

    def _both(self, argument: Argument) -> tuple[str, str]:
        return argument.code, re.sub(rf"\b{self.variable}\b", "before", argument.code)
