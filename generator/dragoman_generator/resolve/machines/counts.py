"""`consecutive`: the events of a stream whose ids follow one another go through the machine that sees what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.expr.types import INT, Record
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.state import Consecutive
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass(frozen=True)
class CountSite:
    """What is counted is the event of the message, or of each row of `each`."""

    channel: str
    state: Consecutive
    path: Path

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        return self._site(source, inner, emission) if said == self.state.each else None

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        if self.state.each is not UNSET:
            return None
        if place.shape is None:
            emission.tell(self.path, "'each' names the list whose rows are counted, since the payload is one")
            return None
        record = emission.expressions.reading.record(place.shape.name)
        return self._site(Code("message", record), place, emission)

    def _site(self, source: Code, place: Place, emission: Emission) -> FanOut | None:
        state = self.state
        key = emission.expressions.value(state.key, place.scope, (*self.path, "key"))
        number = emission.expressions.value(state.id, place.scope, (*self.path, "id"), INT)
        if key is None or number is None:
            return None
        machine = f"scope.machines[{literal(self.channel)}]"
        put = (
            "event_ = {event}",
            "if scope.synced:",
            f"    {machine}.on_event({key.text}, {number.text}, event_, out)",
            "else:",
            "    out.append(event_)",
        )
        return FanOut(source, puts={state.event: put}, imports=key.imports | number.imports)
