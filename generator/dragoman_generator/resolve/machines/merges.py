"""`merge`: events are made of the merged record, whose fields are visible bare and as `merged.x`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, List, Opt, Record
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.state import Merge
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place


@dataclass(frozen=True)
class MergeSite:
    """The record is the message, a record in it, or each row of a list."""

    channel: str
    state: Merge
    path: Path

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        if said != self.state.record:
            return None
        return self._site(source, Code(inner.message, row), inner, emission, "continue")

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        if self.state.record is UNSET:
            if place.shape is None:
                emission.tell(self.path, "'record' names the list of records, since the payload is one")
                return None
            record = emission.expressions.reading.record(place.shape.name)
            return self._site(Code("message", record), Code("message", record), place, emission, "return")
        found = emission.expressions.value(self.state.record, place.scope, (*self.path, "record"))
        if found is None or isinstance(found.type, List):
            return None
        if not isinstance(found.type, Record):
            emission.tell(
                (*self.path, "record"), f"a record or a list of them is merged, and this is {found.type}"
            )
            return None
        return self._site(found, found, place, emission, "return")

    def _site(
        self, source: Code, subject: Code, place: Place, emission: Emission, leave: str
    ) -> FanOut | None:
        assert isinstance(subject.type, Record)
        record = subject.type
        shape = emission.shapes[record.name]
        self._mark(shape, emission)
        key = emission.expressions.value(self.state.key, place.scope, (*self.path, "key"))
        full = Code("None", BOOL)
        if self.state.replace_when is not UNSET:
            said = emission.expressions.value(
                self.state.replace_when, place.scope, (*self.path, "replace_when"), BOOL
            )
            full = said or full
        if key is None:
            return None
        arguments = f"key, {subject.text}" + (f", {full.text}" if full.text != "None" else "")
        machine = f"merge: Merge[{record.name}] = scope.machines[{literal(self.channel)}]"
        in_loop = leave == "continue"
        head = (
            *(() if in_loop else (machine,)),
            f"key = {key.text}",
            f"merged = merge.update({arguments})",
            "if merged is None:",
            f"    {leave}",
            "record = merged.record",
        )
        return FanOut(
            source,
            before=(machine,) if in_loop else (),
            head=head,
            names={
                "merged": Binding(record, "record"),
                "previous": Binding(Opt(record), "merged.previous"),
            },
            opens=("merged",),
            imports=key.imports | full.imports | subject.imports | {("dragoman.machines", "Merge")},
        )

    def _mark(self, shape: Shape, emission: Emission) -> None:
        """Fields that an empty value clears have to tell null from absent."""
        empty = self.state.empty
        known = {item.name for item in shape.fields}
        for name in empty:
            if name != "default" and name not in known:
                emission.tell(
                    (*self.path, "empty", name),
                    f"{shape.name} has no field {name!r}",
                    did_you_mean(name, known),
                    key=True,
                )
        default = empty.get("default", "keep")
        fields = tuple(
            (
                replace(item, marks_absence=True)
                if item.type.may_be_absent and empty.get(item.name, default) == "clear"
                else item
            )
            for item in shape.fields
        )
        emission.partial[shape.name] = self.path
        emission.reshape(replace(shape, fields=fields))


def check_partial(
    partial: Mapping[str, Path],
    shapes: Mapping[str, Shape],
    payloads: Iterable[WireType | None],
    places: Places,
) -> None:
    """A shape in which null and absent differ stands only where a machine makes one of the two."""
    kinds = [item.type for shape in shapes.values() for item in shape.fields]
    used = [ref for kind in (*kinds, *payloads) for ref in _refs(kind)]
    for name, path in partial.items():
        if used.count(name) > 1 and any(item.marks_absence for item in shapes[name].fields):
            places.add(
                (*path, "empty"),
                f"null and absent differ in {name}, and {name} stands elsewhere too",
                "give the merged record a shape of its own",
            )


def _refs(kind: WireType | None) -> Iterator[str]:
    while kind is not None:
        yield kind.ref
        kind = kind.item


def needed(words: Tree, place: Place, emission: Emission) -> tuple[Place, Code | None]:
    """The place with what `needs` shows to be there, and the guard that `needs` and `fire` make."""
    said, fire = words.get("needs", []), words.get("fire")
    if not isinstance(said, list):
        emission.tell((*place.path, "needs"), "'needs' is a list of fields")
        return place, None
    names = [str(name) for name in said]
    if not names:
        if fire is not None:
            emission.tell(
                (*place.path, "fire"), "'fire' is about the fields that 'needs' lists, and there are none"
            )
        return place, None
    tests: list[str] = []
    attributes: list[str] = []
    binding = place.scope.names.get("merged")
    record = binding.type if binding is not None else None
    if not isinstance(record, Record):
        if place.machine == "merge":
            emission.tell(
                (*place.path, "needs"), "there is no merged record here", "stand in the 'each' over its rows"
            )
        return place, None
    for index, name in enumerate(names):
        if name not in record.fields:
            emission.tell(
                (*place.path, "needs", index),
                f"{record} has no field {name!r}",
                did_you_mean(name, record.fields),
            )
            return place, None
        attributes.append(str(record.attribute(name)))
        if isinstance(record.fields[name], Opt):
            tests.append(f"merged.{name} != null")
    guard: Code | None = None
    scope = place.scope
    if tests:
        text = " and ".join(tests)
        guard = emission.expressions.value(f"= {text}", scope, (*place.path, "needs"), BOOL)
        if guard is not None:
            # In a condition the value itself says as much, and type checkers learn from it that it is no None.
            guard = replace(guard, text=re.sub(r"\bbool\((record\.\w+)\)", r"\1", guard.text))
        scope = replace(scope, facts=scope.facts | emission.expressions.shown(text, scope))
    if fire is not None:
        if fire not in ("any_present", "any_changed"):
            emission.tell(
                (*place.path, "fire"),
                f"{fire!r} is no rule for when an event fires",
                did_you_mean(str(fire), ["any_present", "any_changed"]),
            )
            return place, guard
        fired = f"merged.{fire}({literal(tuple(attributes))})"
        text = fired if guard is None else f"{guard.text} and {fired}"
        guard = Code(text, BOOL, frozenset() if guard is None else guard.imports)
    return replace(place, scope=scope), guard


def put_new(words: Tree, place: Place, group: str, emission: Emission) -> tuple[str, ...]:
    """The line that puts an event out where it differs from the last one, where the spec asks for that."""
    said = words.get("if_equal")
    if said is None:
        return ()
    if said != "skip":
        emission.tell((*place.path, "if_equal"), f"'if_equal' is 'skip', not {said!r}")
    return (f"merge.put_new(key, {literal(group)}, {{event}}, out)",)
