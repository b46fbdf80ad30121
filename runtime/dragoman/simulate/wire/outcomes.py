"""Where a command's tables lead, asked no oftener than they can answer differently: what they do not look at changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.errors import DragomanError
from dragoman.requests.facts import Command


class _Looked:
    """A value that notes that it was looked at, however that was."""

    __slots__ = ("_at", "_seen", "_value")

    def __init__(self, value: Any, at: int, seen: set[int]) -> None:
        self._value = value
        self._at = at
        self._seen = seen

    def told(self) -> Any:
        self._seen.add(self._at)
        return self._value

    def __eq__(self, other: object) -> bool:
        self._seen.add(self._at)
        return bool(self._value == other)

    def __hash__(self) -> int:
        return hash(self.told())

    def __bool__(self) -> bool:
        return bool(self.told())

    def __str__(self) -> str:
        return str(self.told())

    def __format__(self, how: str) -> str:
        return format(self.told(), how)


def outcomes(
    command: Command, product: str, values: Mapping[str, Sequence[Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """(inputs, wire values) of the combinations that the tables take, the last input changing first."""
    names, choices = list(values), list(values.values())
    if not all(choices):
        return
    at, moved, last = [0] * len(names), 0, -1
    wire: dict[str, Any] | None = None
    while moved >= 0:
        inputs = {name: each[index] for name, each, index in zip(names, choices, at, strict=True)}
        if moved <= last or last < 0:
            wire, seen = _asked(command, product, inputs)
            last = max(seen, default=0)
        if wire is not None:
            yield inputs, wire
        # What is refused is so with whatever stands behind the last input that was looked at.
        moved = len(at) - 1 if wire is not None else min(last, len(at) - 1)
        at[moved + 1 :] = [0] * (len(at) - moved - 1)
        while moved >= 0 and at[moved] + 1 == len(choices[moved]):
            at[moved] = 0
            moved -= 1
        if moved >= 0:
            at[moved] += 1


def _asked(
    command: Command, product: str, inputs: Mapping[str, Any]
) -> tuple[dict[str, Any] | None, set[int]]:
    """The wire values, None where the venue takes no such, and which of the inputs were looked at for that."""
    seen: set[int] = set()
    asked: dict[str, Any] = {
        name: _Looked(value, index, seen) for index, (name, value) in enumerate(inputs.items())
    }
    if "product" in command.inputs:
        asked["product"] = product
    wire: dict[str, Any] = {}
    try:
        for table in (command.choose, command.also):
            if table is not None:
                wire |= table(**asked)
    except DragomanError:
        return None, seen
    return {name: value.told() if isinstance(value, _Looked) else value for name, value in wire.items()}, seen
