"""`lookup`: rows of a book by id get the fields that only the row which stated the id had."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, Record, strip_opt
from dragoman_generator.ir.venue import Code, Imports
from dragoman_generator.language.state import Lookup
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass(frozen=True)
class LookupSite:
    """The rows are those of `each`; changes of a book are gathered to one event an instrument."""

    channel: str
    state: Lookup
    path: Path

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        if said != self.state.each:
            return None
        state, value = self.state, emission.expressions.value
        row_id = value(state.store.key, inner.scope, (*self.path, "store", "key"))
        stores = value(state.store.when, inner.scope, (*self.path, "store", "when"), BOOL)
        drops = value(state.store.drop_on, inner.scope, (*self.path, "store", "drop_on"), BOOL)
        image = Code("False", BOOL)
        if state.image is not UNSET:
            image = value(state.image, inner.scope, (*self.path, "image"), BOOL) or image
        if re.search(rf"\b{inner.message}\.", image.text):
            emission.tell((*self.path, "image"), "a whole message is an image or not; this looks at one row")
        where = self._scope(inner, emission)
        store = self._store(row, emission)
        if row_id is None or stores is None or drops is None or where is None or store is None:
            return None
        names = self._names(store, inner, emission)
        kept = [f"{inner.message}.{row.attribute(name)}" for name in state.store.keep]
        given = ", ".join(kept) if len(kept) > 1 else f"{kept[0]},"
        head = (
            f"kept = lookup.fill({where.text}, {row_id.text}, ({given}), stores={stores.text}, drops={drops.text}, "
            "now_ns=ts_init, out=out)",
            "if kept is None:",
            "    continue",
        )
        needed: Imports = frozenset({("dragoman.translate.lookups", "Lookups")})
        for code in (row_id, stores, drops, image, where):
            needed |= code.imports
        machine = f"lookup: Lookups = scope.machines[{literal(self.channel)}]"
        return FanOut(
            source,
            before=(machine, f"lookup.begin({image.text})"),
            head=head,
            after=("lookup.end(out)",),
            names=names,
            puts={"OrderBookDelta": ("lookup.add({event})",)},
            imports=needed,
        )

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        if self.state.each is UNSET:
            emission.tell(self.path, "'each' names the list whose rows are looked up", "add 'each: data'")
        return None

    def _scope(self, inner: Place, emission: Emission) -> Code | None:
        if self.state.missing.scope == "symbol":
            return emission.identities.instrument(
                "OrderBookDelta", {}, replace(inner, path=(*self.path, "key"))
            )
        return emission.expressions.value(self.state.key, inner.scope, (*self.path, "key"))

    def _store(self, row: Record, emission: Emission) -> Record | None:
        """The kept fields as a record over the tuple that the machine gives."""
        for index, name in enumerate(self.state.store.keep):
            if name not in row.fields:
                emission.tell(
                    (*self.path, "store", "keep", index),
                    f"{row} has no field {name!r}",
                    did_you_mean(name, row.fields),
                )
                return None
        keep = self.state.store.keep
        return Record(
            "store",
            {name: strip_opt(row.fields[name]) for name in keep},
            {name: index for index, name in enumerate(keep)},
            reads={name: row.reads[name] for name in keep if name in row.reads},
        )

    def _names(self, store: Record, inner: Place, emission: Emission) -> dict[str, Binding]:
        names = {"store": Binding(store, "kept")}
        scope = replace(inner.scope, names={**inner.scope.names, **names})
        for name, text in self.state.fill.items():
            code = emission.expressions.value(text, scope, (*self.path, "fill", name))
            if code is not None:
                names[name] = Binding(code.type, code.text)
        return names
