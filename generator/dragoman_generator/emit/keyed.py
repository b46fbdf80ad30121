"""Machines that remember something a key, as the Python that makes them."""

from __future__ import annotations

from dragoman_generator.ir.venue import Imports
from dragoman_generator.language.state import Consecutive, Lookup, Memory, Merge, RequestReply, State
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal


def keyed_machine(name: str, state: State | None) -> tuple[str, Imports] | None:
    """The maker's expression and what it imports, None for machines of another kind."""
    if isinstance(state, Merge):
        empty = {"default": "keep", **state.empty}
        made = f"Merge[Any](max_keys={state.max_keys:_}, empty={literal(empty)}, as_none=True)"
        return made, frozenset({("dragoman.machines", "Merge")})
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
