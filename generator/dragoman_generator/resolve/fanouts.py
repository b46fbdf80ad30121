"""What state machines add to fan-outs: lines before and in them, and names for what the machine made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET

from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, DEC, List, Record, Scalar
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.state import ImageDelta
from dragoman_generator.resolve.machines.site import FanOut
from dragoman_generator.resolve.names import is_safe_identifier, literal

if TYPE_CHECKING:
    from dragoman_generator.resolve.emission import Emission
    from dragoman_generator.resolve.place import Place

LEVEL = Scalar("level")
"""A (price, size) pair that a machine made; it is handed on, never looked into."""
INCREASE = Record("increase", {"price": DEC, "size": DEC}, {"price": 0, "size": 1})


_RANGE = r"-?\d+(\.\d+)?\s*\.\.\s*-?\d+(\.\d+)?"


@dataclass(frozen=True)
class ImageFanOut:
    """`image_delta`: the loop over parents begins their changes, the loop over children lays the ladders."""

    channel: str
    state: ImageDelta

    def enter(
        self, said: object, source: Code, row: Record, inner: Place, emission: Emission
    ) -> FanOut | None:
        """The additions to the fan-out over `said`, None where it is neither of the two."""
        if said == self.state.each:
            return self._parents(source, inner, emission)
        if said == self.state.children:
            return self._children(source, row, inner, emission)
        return None

    def root(self, place: Place, emission: Emission) -> FanOut | None:
        """The machine itself, and the tokens that the message holds."""
        if self.state.prices is not UNSET and re.fullmatch(_RANGE, self.state.prices) is None:
            hint = "write the lowest and the highest price, 1.01..1000"
            emission.tell(
                ("channels", self.channel, "state", "prices"),
                f"{self.state.prices!r} is no range of prices",
                hint,
            )
        path = ("channels", self.channel, "state", "resume")
        saved: list[str] = []
        for name, said in self.state.resume.items():
            code = emission.expressions.value(said, place.scope, (*path, name))
            if not is_safe_identifier(name):
                hint = "letters, digits and underscores"
                emission.tell((*path, name), f"{name!r} can't name a token", hint)
            elif code is not None:
                saved.append(f"{name}={code.text}")
        return FanOut(
            Code("message", BOOL),
            head=(
                f"images: Images = scope.machines[{literal(self.channel)}]",
                *((f"images.save_tokens({', '.join(saved)})",) if saved else ()),
            ),
            imports=frozenset({("dragoman.translate.images", "Images")}),
        )

    def _parents(self, source: Code, inner: Place, emission: Emission) -> FanOut | None:
        base = ("channels", self.channel, "state")
        key = emission.expressions.value(self.state.key, inner.scope, (*base, "key"))
        image = emission.expressions.value(self.state.image, inner.scope, (*base, "image"), BOOL)
        if key is None or image is None:
            return None
        return FanOut(
            source,
            head=(
                f"change = images.begin({key.text}, {image.text}, ts_init, out)",
                "if change is None:",
                "    continue",
            ),
            imports=key.imports | image.imports,
            keys=(self.state.key,),
        )

    def _children(self, source: Code, row: Record, inner: Place, emission: Emission) -> FanOut | None:
        path = ("channels", self.channel, "state")
        shape = emission.shapes.get(row.name)
        if shape is None:
            emission.tell((*path, "children"), "the children are records")
            return None
        said = self.state.child if isinstance(self.state.child, list) else [self.state.child]
        wires = {item.wire: item for item in shape.fields}
        keys = [shape.field(name) for name in said]
        rows = [wires.get(name) for name in (*self.state.ladders, *self.state.cumulative)]
        for name, found in zip(
            (*said, *self.state.ladders, *self.state.cumulative), (*keys, *rows), strict=True
        ):
            if found is None:
                emission.tell(path, f"{row.name} has no field {name!r}")
        for item in shape.fields if None not in keys else ():
            if item not in keys and not item.type.may_be_absent:
                emission.tell(
                    path,
                    f"{item.wire!r} of {row.name} is required, and a child that is gone has its key alone",
                    "write maybe<...>",
                )
        variable = inner.message
        key = "".join(f"{variable}.{item.name}, " for item in keys if item is not None)
        made = ", ".join(f"{item.name}=gone[{index}]" for index, item in enumerate(keys) if item is not None)
        count = len(self.state.ladders)
        values = [f"{variable}.{item.name}, " for item in rows if item is not None]
        names: dict[str, Binding] = {
            "bids": Binding(List(LEVEL), "child.bids"),
            "asks": Binding(List(LEVEL), "child.asks"),
            "is_snapshot": Binding(BOOL, "child.is_snapshot"),
        }
        for index, name in enumerate(self.state.cumulative.values()):
            names[name] = Binding(List(INCREASE), f"child.totals[{index}]")
        has_book = Code("child.has_book", BOOL)
        if any(item is None for item in (*keys, *rows)):
            return FanOut(source, names=names)
        return FanOut(
            Code(f"change.rows({source.text}, lambda gone: {row.name}({made}))", List(row), source.imports),
            head=(
                f"child = change.child(({key}), ({''.join(values[:count])}), ({''.join(values[count:])}))",
            ),
            names=names,
            guards={"OrderBookDeltas": has_book},
            firsts={"OrderBookDeltas": ("if child.gap:", "    change.tell(child, {instrument})")},
            keys=tuple(item.name for item in keys if item is not None),
        )


def both(first: Code | None, second: Code | None) -> Code | None:
    """Two guards as one."""
    if first is None or second is None:
        return first or second
    return Code(f"{first.text} and ({second.text})", BOOL, first.imports | second.imports)
