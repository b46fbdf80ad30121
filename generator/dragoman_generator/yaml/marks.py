"""The places of a document, kept beside its plain tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from dragoman_generator.diagnostics import Mark

Path: TypeAlias = tuple[str | int, ...]
"""From the document's root: mapping keys as they are, list positions from 0."""

Place: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class MarkTree:
    """The place of one value, and by key those of what it holds.

    `doubtful` says that what the value holds is not known (an alias, a tag, a merge key stood
    there), so that nothing more is worth saying about the value itself.
    """

    value: Place
    key: Place | None = None
    doubtful: bool = False
    children: dict[str | int, MarkTree] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """Answers where a path of the document stands in its file."""

    file: str
    root: MarkTree

    def at(self, path: Path, key: bool = False) -> Mark:
        """The place of the value at `path`, of its key if `key`; of the nearest ancestor's value if absent."""
        tree, whole = self._nearest(path)
        line, column = tree.key if key and whole and tree.key else tree.value
        return Mark(self.file, line, column)

    def holds(self, path: Path) -> bool:
        """Whether something is said at `path`."""
        return self._nearest(path)[1]

    def doubtful(self, path: Path) -> bool:
        """Whether the loader has already refused what stands at `path`."""
        tree, whole = self._nearest(path)
        return whole and tree.doubtful

    def _nearest(self, path: Path) -> tuple[MarkTree, bool]:
        tree = self.root
        for step in path:
            child = tree.children.get(step)
            if child is None:
                return tree, False
            tree = child
        return tree, True
