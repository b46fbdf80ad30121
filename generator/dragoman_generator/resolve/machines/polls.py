"""`poll_diff`: the rows of a listing that is called again and again, with what happened to each as `change`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import TEXT, List, Record
from dragoman_generator.ir.venue import Code, Poll
from dragoman_generator.language.state import PollDiff
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass
class PollSite:
    """The rows are those of the first fan-out."""

    operation: str
    state: PollDiff
    path: Path
    poll: Poll | None = None

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        if self.poll is not None:
            return None
        key = emission.expressions.value(self.state.key, inner.scope, (*self.path, "key"))
        if key is None:
            return None
        self.poll = Poll(key, row.name, inner.message)
        machine = f"polls: Polls[{row.name}] = scope.machines[{literal(self.operation)}]"
        rows = f"polls.rows({source.text}, scope.request, differs=scope.synced)"
        return FanOut(
            Code(rows, List(row), source.imports),
            before=(machine,),
            names={"change": Binding(TEXT, "polls.change")},
            imports=frozenset({("dragoman.translate.polls", "Polls")}),
        )

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        return None
