"""Where the parts of a merged venue stand: each section entry knows its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman_generator.diagnostics import Diagnostics, Mark
from dragoman_generator.yaml.loader import Document
from dragoman_generator.yaml.marks import Path

_HOPS = 3
"""A fan-out of a shared mapping in an entry that is like another one is written three steps away."""


@dataclass(slots=True)
class Places:
    """Paths of the merged venue, answered by the file that holds their section entry."""

    documents: Mapping[str, Document]
    """file stem -> document."""
    owner: dict[tuple[str, str], str]
    """(section, entry) -> file stem."""
    first: str
    found: Diagnostics
    moved: dict[Path, Path] = field(default_factory=dict)
    """Entries of shared mappings -> where they are written."""
    spread: dict[Path, Path] = field(default_factory=dict)
    """Rows that stand for several -> the one that is written; asked last and once, since both are places of one list."""

    def stem(self, section: str, entry: str) -> str:
        return self.owner.get((section, entry), self.first)

    def add(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        """One more diagnostic at a path such as `("channels", "depth", "emit")`."""
        self.found.add(self.mark(path, key), message, hint)

    def written(self, path: Path) -> Path:
        """The path at which it is written, of what another section says, be it in another one's place."""
        for _ in range(_HOPS if self.moved else 0):
            path = self._moved(path, self.moved)
        return self._moved(path, self.spread) if self.spread else path

    def says(self, section: str, entry: str, *words: str) -> bool:
        """Whether an entry of a section says a word itself, or a part of one, or has it of its family."""
        at = self.written((section, entry, *words))
        document = self.documents[self.stem(str(at[0]), str(at[1]))]
        return document.marks.holds(at)

    @staticmethod
    def _moved(path: Path, moved: Mapping[Path, Path]) -> Path:
        for length in range(len(path), 1, -1):
            if path[:length] in moved:
                return (*moved[path[:length]], *path[length:])
        return path

    def mark(self, path: Path, key: bool = False) -> Mark:
        """Where the value at a path stands, or its key."""
        path = self.written(path)
        section = str(path[0]) if path else ""
        entry = str(path[1]) if len(path) > 1 else ""
        document = self.documents[
            self.owner.get((section, entry)) or self.owner.get((section, ""), self.first)
        ]
        return document.marks.at(path, key=key)
