"""Where the fields are that an expression reads, as paths of the payload."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman_generator.expr.nodes import (
    Access,
    Call,
    Expr,
    Index,
    Name,
    Select,
)
from dragoman_generator.ir.types import Shape, WireType


def locate(
    tree: Expr, frames: list[tuple[str, Shape]], shapes: Mapping[str, Shape]
) -> tuple[str, WireType] | None:
    """(path, type) of a field of the records seen; `message.` stands before a field around the rows."""
    if isinstance(tree, Name):
        for depth, (_, shape) in enumerate(frames):
            item = shape.field(tree.name)
            if item is not None and not item.has_const:
                return (f"message.{tree.name}" if depth else tree.name), item.type
        return None
    if isinstance(tree, Access):
        if isinstance(tree.base, Name):
            for depth, (variable, shape) in enumerate(frames):
                if tree.base.name == variable:
                    item = shape.field(tree.name)
                    return (
                        None if item is None else (f"message.{tree.name}" if depth else tree.name, item.type)
                    )
        return _inside(locate(tree.base, frames, shapes), tree.name, shapes)
    if (isinstance(tree, Index) and tree.index == 0) or (isinstance(tree, Call) and tree.name == "first"):
        listed = tree.base if isinstance(tree, Index) else tree.arguments[0]
        found = locate(listed, frames, shapes)
        if found is None or found[1].item is None:
            return None
        return f"{found[0]}[nth=0]", found[1].item
    if isinstance(tree, Select):
        found = locate(tree.base, frames, shapes)
        tag = tree.tag.name if isinstance(tree.tag, Name) else tree.tag.value
        if found is None or found[1].item is None:
            return None
        return f"{found[0]}[{tree.field}={tag}]", found[1].item
    return None


def _inside(
    found: tuple[str, WireType] | None, name: str, shapes: Mapping[str, Shape]
) -> tuple[str, WireType] | None:
    """A field of the record found."""
    shape = shapes.get(found[1].ref) if found is not None and found[1].kind == "record" else None
    item = shape.field(name) if shape is not None else None
    return None if found is None or item is None else (f"{found[0]}.{name}", item.type)
