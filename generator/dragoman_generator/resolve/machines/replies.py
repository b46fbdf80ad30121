"""`request_reply`: the parameters of the request that a message answers are read as `request.x`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.expr.types import BOOL, INT, TEXT, Record, strip_opt
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.state import RequestReply
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass(frozen=True)
class ReplySite:
    """Every message of the channel is a reply, or a part of one."""

    channel: str
    state: RequestReply
    path: Path

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        return None

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        found = emission.expressions.value(self.state.id, place.scope, (*self.path, "id"))
        last: Code | None = Code("True", BOOL)
        if self.state.last is not UNSET:
            last = emission.expressions.value(self.state.last, place.scope, (*self.path, "last"), BOOL)
        if found is None or last is None:
            return None
        if strip_opt(found.type) not in (INT, TEXT) or found.type != strip_opt(found.type):
            emission.tell((*self.path, "id"), f"a reply's id is a number or text, and this is {found.type}")
            return None
        number = found.text if found.type == INT else f"int({found.text})"
        machine = f"scope.machines[{literal(self.channel)}]"
        return FanOut(
            found,
            head=(f"scope = {machine}.scope(scope, {number}, is_last={last.text}, now_ns=ts_init)",),
            imports=found.imports | last.imports,
        )
