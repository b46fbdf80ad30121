"""What machines are told of rows and messages that are lost, and what stands for a bad row of a keyed tree: its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.translate.lookups import Lookups
from dragoman.translate.rows import Above, StandIn, keys_of, row_of_keys

if TYPE_CHECKING:
    from dragoman.translate.facts import Channel
    from dragoman.translate.scope import Scope


def stand_in_of(channel: Channel, scope: Scope) -> StandIn | None:
    """Tells the channel's machine of every row that is lost; None for a channel whose machine need not know."""
    if not channel.keys:
        return _told_of_rows(scope.machines.get(channel.name))
    images = scope.machines[channel.name]
    (parents, parent_names), (children, child_names) = channel.keys.items()

    def stand_in(path: str, above: Above) -> Any:
        if path not in (parents, children):
            return None
        kind, raw = above[-1] if path == parents else above[-2]
        parent = keys_of(kind, raw, parent_names)
        if path == children:
            images.lose(None if parent is None else parent[0], keys_of(*above[-1], child_names))
            return None
        row = None if parent is None else row_of_keys(kind, dict(zip(parent_names, parent, strict=True)))
        images.lose(None if row is None or parent is None else parent[0], None)
        return row

    return stand_in


def _told_of_rows(machine: Any) -> StandIn | None:
    if not isinstance(machine, Lookups):
        return None

    def stand_in(path: str, above: Above) -> Any:
        machine.lose_row()
        return None

    return stand_in


def lose_message(channel: Channel, scope: Scope) -> None:
    """A whole message of the channel is lost: nothing that its machine keeps is to be trusted until its next image."""
    if channel.keys:
        scope.machines[channel.name].lose(None, None)
    elif isinstance(machine := scope.machines.get(channel.name), Lookups):
        machine.lose_message()
