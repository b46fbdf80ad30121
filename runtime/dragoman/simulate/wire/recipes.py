"""How requests of a shape were understood, so that the next one is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

Undo = Callable[[Any], Any]
"""A wire value -> the term that it tells, None for one that tells none."""
_MOST = 4_096


class Recipe:
    """The inputs that a request stands for, and how each of its other parameters is a term; `either` as of a Read."""

    __slots__ = ("either", "inputs", "undone")

    def __init__(
        self, inputs: Mapping[str, Any], undone: Mapping[str, tuple[str, Undo]], either: bool = False
    ) -> None:
        self.either = either
        self.inputs = dict(inputs)
        self.undone = [(name, term, undo) for name, (term, undo) in undone.items()]

    def terms(self, given: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any] | None:
        """The terms of a request of the shape; None where a parameter is not what it was before."""
        found = {**known, **self.inputs}
        for name, term, undo in self.undone:
            value = undo(given[name])
            if value is None:
                return None
            found[term] = value
        return found


class Recipes:
    """The recipes of one command, product and instrument; `decides` are the parameters whose very values matter."""

    __slots__ = ("_known", "decides", "instrument")

    def __init__(self, decides: Iterable[str], instrument: Any) -> None:
        self.instrument = instrument
        self.decides = dict.fromkeys(decides)
        self._known: dict[Any, Recipe | None] = {}

    def shape(self, given: Mapping[str, Any]) -> Any:
        """What two requests have in common that are read alike."""
        said = [(value.__class__, value) for name in self.decides if (value := given.get(name)) is not None]
        return (tuple(given), tuple(said))

    def find(self, shape: Any) -> Recipe | None:
        """The recipe of a shape; none of one with lists or records in decisive places."""
        try:
            return self._known.get(shape)
        except TypeError:
            return None

    def keep(self, given: Mapping[str, Any], decides: Iterable[str], recipe: Recipe) -> None:
        """How a request was understood; `decides` are parameters that were compared with something while that was found out."""
        new = [name for name in decides if name not in self.decides]
        if new or len(self._known) >= _MOST:
            self._known.clear()
            self.decides.update(dict.fromkeys(new))
        with suppress(TypeError):
            self._known[self.shape(given)] = recipe
