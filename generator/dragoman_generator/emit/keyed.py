"""Machines that remember something a key, as the Python that makes them."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman_generator.expr.types import List, Record, strip_opt
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, EachOut, Imports
from dragoman_generator.language.state import Consecutive, Lookup, Memory, Merge, RequestReply
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal


def keyed_machine(channel: Channel) -> tuple[str, Imports] | None:
    """The maker's expression and what it imports, None for machines of another kind."""
    name, state = channel.name, channel.state
    if isinstance(state, Lookup):
        arguments = [f"stream={literal(name)}", f"max_size={state.store.max:_}"]
        if state.missing.do == "drop":
            arguments.append("resync=False")
        return f"Lookups({', '.join(arguments)})", frozenset({("dragoman.translate.lookups", "Lookups")})
    if isinstance(state, Memory):
        keeps = state.on_disconnect == "keep"
        made = f"Memory[Any](max_keys={state.max:_}, keeps={keeps})"
        return made, frozenset({("dragoman.translate.memories", "Memory")})
    if isinstance(state, Consecutive):
        passes = ", passes_older=True" if state.older == "pass" else ""
        counted = f"stream={literal(name)}, restart={state.restart:_}, max_keys={state.max_keys:_}{passes}"
        return f"Consecutive({counted})", frozenset({("dragoman.machines", "Consecutive")})
    if isinstance(state, RequestReply):
        made = f"Replies(name={literal(name)}, timeout_ns={nanoseconds(state.timeout):_}, max_pending={state.max_pending:_})"
        return made, frozenset({("dragoman.translate.replies", "Replies")})
    return None


def merging(channel: Channel, state: Merge, shapes: Mapping[str, Shape], lay: str) -> tuple[str, Imports]:
    """What makes the machine of records that are merged; `lay` is the function that lays them over each other."""
    empty = {"default": "keep", **state.empty}
    keeps = "clear" not in empty.values()
    as_is = ", as_is=True" if keeps and _reads_empty_as_none(channel, shapes) else ""
    made = f"Merge[Any](max_keys={state.max_keys:_}, empty={literal(empty)}, as_none=True{as_is}, lay={lay})"
    return made, frozenset({("dragoman.machines", "Merge")})


def _reads_empty_as_none(channel: Channel, shapes: Mapping[str, Shape]) -> bool:
    """Whether code that reads the rows which are merged takes what is empty for absent, so that no one has to look for it."""
    first = channel.out[0] if len(channel.out) == 1 else None
    if not isinstance(first, EachOut) or not isinstance(listed := first.source.type, List):
        return False
    row = strip_opt(listed.inner)
    shape = shapes.get(row.name) if isinstance(row, Record) else None
    return shape is not None and all(_is_never_empty(item) for item in shape.fields)


def _is_never_empty(item: Field) -> bool:
    kind = item.type
    if kind.kind in {"list", "many", "map", "record", "any"}:
        return False
    # An empty text that an enum lists is a value of its own; an empty time makes a bad row.
    return (
        kind.empty_is_none
        or kind == kind.required()
        or kind.kind not in {"char", "cstr", "dec", "flag", "sym", "text"}
    )
