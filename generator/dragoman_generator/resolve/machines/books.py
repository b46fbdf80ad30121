"""`book_sync`: guards over two messages of a book, and where its events go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding, Scope
from dragoman_generator.expr.types import BOOL, INT, Record, strip_opt
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Code, Guards
from dragoman_generator.language.state import BookSync
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place

_SNAPSHOT = Record("snapshot", {"id": INT}, {"id": "snapshot_id"}, reads={"id": "snapshot_id"})


@dataclass
class BookSite:
    """The machine's messages are the channel's, or the rows of `each`; `guards` is there once it was asked for its place."""

    channel: str
    state: BookSync
    path: Path
    products: tuple[str, ...] = ()
    known: Collection[str] = ()
    """Every product of the venue."""
    limits: Collection[str] = ()
    answers: Mapping[str, Callable[[], Shape | None]] = field(default_factory=dict)
    """operation -> what gives the shape of its answer."""
    guards: Guards | None = None

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        if said != self.state.each:
            return None
        names = {name: b for name, b in inner.scope.names.items() if b.code == inner.message}
        names = {
            **{name: replace(b, code="message") for name, b in names.items()},
            "message": Binding(row, "message"),
        }
        return self._site(source, row, inner.message, names, inner, emission)

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        if self.state.each is not UNSET:
            return None
        if place.shape is None:
            emission.tell(self.path, "'each' names the list whose rows are changes, since the payload is one")
            return None
        record = emission.expressions.reading.record(place.shape.name)
        names = {name: b for name, b in place.scope.names.items() if "scope." not in b.code}
        return self._site(Code("message", record), record, "message", names, place, emission)

    def _site(
        self,
        source: Code,
        record: Record,
        variable: str,
        names: Mapping[str, Binding],
        place: Place,
        emission: Emission,
    ) -> FanOut | None:
        state = self.state
        scope = replace(
            place.scope,
            names={
                **names,
                "previous": Binding(record, "previous"),
                "snapshot": Binding(_SNAPSHOT, "snapshot"),
            },
            flags=frozenset({"machine"}),
            open=("message",),
        )
        compiled = {word: self._rules(word, scope, emission) for word in ("drop", "first", "next")}
        self._check(emission)
        key = emission.expressions.value(state.key, place.scope, (*self.path, "key"))
        snapshot_id = self._snapshot_id(place, emission)
        if key is None or snapshot_id is None:
            return None
        by_call = state.snapshot.call is not UNSET
        self.guards = Guards(
            record.name,
            snapshot_id if by_call else None,
            compiled["drop"],
            compiled["first"],
            compiled["next"],
            self._checksum(scope, emission),
        )
        machine = f"scope.machines[{literal(self.channel)}]"
        update = f"    {machine}.on_message({key.text}, {variable}, book, ts_init, out)"
        if by_call:
            put: tuple[str, ...] = (
                "book = {event}",
                "if scope.synced:",
                update,
                "else:",
                "    out.append(book)",
            )
            return FanOut(source, puts={"OrderBookDeltas": put}, imports=key.imports)
        assert isinstance(state.snapshot.when, str)
        image = emission.expressions.value(
            state.snapshot.when, place.scope, (*self.path, "snapshot", "when"), BOOL
        )
        if image is None:
            return None
        taken = f"    {machine}.on_snapshot({key.text}, {snapshot_id.text}, book, ts_init, out, message={variable})"
        put = (
            "book = {event}",
            "if not scope.synced:",
            "    out.append(book)",
            f"elif {image.text}:",
            taken,
            "else:",
            update,
        )
        return FanOut(
            source,
            puts={"OrderBookDeltas": put},
            defaults={"is_snapshot": image},
            imports=key.imports | image.imports | snapshot_id.imports,
        )

    def _check(self, emission: Emission) -> None:
        state = self.state
        if (state.snapshot.call is UNSET) == (state.snapshot.when is UNSET):
            emission.tell(
                (*self.path, "snapshot"),
                "a snapshot comes from a 'call' or, 'when' something holds, in the stream",
            )
        if state.snapshot.call is not UNSET and state.first is UNSET:
            emission.tell(self.path, "'first' says which update joins the snapshot of the call")
        budget = state.on_gap.budget
        if budget is not UNSET and budget not in self.limits:
            emission.tell(
                (*self.path, "on_gap", "budget"),
                f"unknown limit {budget!r}",
                did_you_mean(budget, self.limits),
            )

    def _snapshot_id(self, place: Place, emission: Emission) -> Code | None:
        """The snapshot's number: of the call's answer, or of the message itself."""
        call, path = self.state.snapshot.call, (*self.path, "snapshot", "id")
        if call is UNSET:
            if self.state.snapshot.when is UNSET:
                return None
            return emission.expressions.value(self.state.snapshot.id, place.scope, path, INT)
        if call not in self.answers:
            emission.tell(
                (*self.path, "snapshot", "call"),
                f"unknown operation {call!r}",
                did_you_mean(call, self.answers),
            )
            return None
        shape = self.answers[call]()
        if shape is None:
            return None
        record = emission.expressions.reading.record(shape.name)
        scope = emission.expressions.scope({"message": Binding(record, "message")}, ("message",))
        return emission.expressions.value(self.state.snapshot.id, scope, path, INT)

    def _checksum(self, scope: Scope, emission: Emission) -> Code | None:
        said, path = self.state.checksum, (*self.path, "checksum")
        if said is UNSET:
            return None
        if self.state.snapshot.call is not UNSET:
            emission.tell(path, "a book is summed up whose image comes in the stream")
        code = emission.expressions.value(said.value, scope, (*path, "value"))
        if code is not None and strip_opt(code.type) != INT:
            emission.tell((*path, "value"), f"a checksum is a whole number, and this is {code.type}")
        return code

    def _rules(self, word: str, scope: Scope, emission: Emission) -> dict[str, Code]:
        """product, "" for all, -> its rule."""
        said = getattr(self.state, word)
        if said is UNSET:
            return {}
        path = (*self.path, word)
        found: dict[str, Code] = {}
        if isinstance(said, dict):
            for product in self.products:
                if product not in said:
                    emission.tell(path, f"nothing is said for product {product!r}")
        for product, text in (said if isinstance(said, dict) else {"": said}).items():
            if product and product not in self.known:
                emission.tell(
                    (*path, product), f"unknown product {product!r}", did_you_mean(product, self.known)
                )
            code = emission.expressions.value(str(text), scope, (*path, product) if product else path, BOOL)
            if code is not None:
                found[product] = code
        return found
