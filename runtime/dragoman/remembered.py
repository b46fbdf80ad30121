"""What was worked out once and is wanted again and again, kept up to a bound."""

from __future__ import annotations

from typing import ClassVar, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V]):
    """A dict that makes what it lacks, with the same beside it in a plain one, which is looked up in at a third to two thirds of the cost.

    Whoever looks up so much that it counts reads `known`, and asks the dict itself for what that lacks. A class of its own says
    in `__missing__` how a value is made, and keeps it where it should be remembered.
    """

    __slots__ = ("known",)

    most: ClassVar[int] = 1 << 15
    """Where so many are kept, all are forgotten before the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[K, V] = {}

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.known[key] = value

    def keep(self, key: K, value: V) -> V:
        """The value, remembered."""
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value

    def clear(self) -> None:
        """Forget all of them; who holds `known` holds it still."""
        super().clear()
        self.known.clear()
