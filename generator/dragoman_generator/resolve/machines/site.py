"""Where a state machine takes part in an emit block: lines around its messages, and names for what it made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from msgspec import UNSET

from dragoman_generator.expr.scope import Binding, FunctionBinding
from dragoman_generator.expr.types import Record
from dragoman_generator.ir.venue import Code, Imports
from dragoman_generator.language.state import Merge

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass(frozen=True)
class FanOut:
    """Additions to one place: the rows of a loop or the message itself, lines, names and guards."""

    source: Code
    """The rows of the loop; of no meaning where the message itself is the machine's."""
    before: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    names: Mapping[str, Binding] = field(default_factory=dict)
    opens: tuple[str, ...] = ()
    """Names among `names` whose fields are visible bare, before all others."""
    functions: Mapping[str, FunctionBinding] = field(default_factory=dict)
    guards: Mapping[str, Code] = field(default_factory=dict)
    """event type -> what must hold beside its own `when`."""
    puts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event type -> lines that take `{event}` instead of putting it out."""
    firsts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event type -> lines before it, in which `{instrument}` is what it is about."""
    keys: tuple[str, ...] = ()
    """The fields by which the machine keeps the rows of the loop."""
    defaults: Mapping[str, Code] = field(default_factory=dict)
    """Fields of the events of `puts` that the machine knows where the spec says nothing."""
    imports: Imports = frozenset()


def unvisited(state: object, emit: object) -> str:
    """The list whose rows a machine takes and that no fan-out goes over, "" where there is none such."""
    rows = state.record if isinstance(state, Merge) else getattr(state, "each", UNSET)
    return rows if isinstance(rows, str) and rows not in _fanned_out(emit) else ""


def _fanned_out(emit: object) -> Iterator[object]:
    for entry in emit if isinstance(emit, list) else [emit]:
        words = entry.get("each") if isinstance(entry, dict) else None
        if isinstance(words, dict):
            yield words.get("in")
            yield from _fanned_out(words.get("emit"))


class Site(Protocol):
    """One machine of one channel or operation, asked at each place where it may take part."""

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        """The additions to the fan-out over `said`, None where the machine is not about those rows."""

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        """The additions to the message itself, None where the machine is about rows of it."""
