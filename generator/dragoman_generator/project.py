"""Where specs, generated code and pages of a project lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman_generator.diagnostics import did_you_mean

PACKAGE = "dragoman_venues"


class UnknownVenue(Exception):
    """A venue that no folder under `specs/` describes."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `specs/`, `generated/` and `docs/` in it."""

    root: Path

    @property
    def specs(self) -> Path:
        return self.root / "specs"

    @property
    def package(self) -> Path:
        return self.root / "generated" / PACKAGE

    @property
    def pages(self) -> Path:
        return self.root / "docs" / "venues"

    def folder(self, venue: str) -> Path:
        return self.specs / venue

    def spec_files(self, venue: str) -> list[Path]:
        """The files of words that the venue's generated code is made of."""
        return sorted(self.folder(venue).glob("*.yaml"))

    def sources(self, venue: str) -> list[Path]:
        """All files that the venue's generated code is made of: its words, and its hooks where it has any."""
        hooks = self.folder(venue) / "hooks.py"
        return self.spec_files(venue) + ([hooks] if hooks.is_file() else [])

    def venues(self) -> list[str]:
        """Names of the folders that hold a spec, sorted."""
        if not self.specs.is_dir():
            return []
        return sorted(
            path.name for path in self.specs.iterdir() if path.is_dir() and any(path.glob("*.yaml"))
        )

    def chosen(self, names: Iterable[str]) -> list[str]:
        """The named venues, all where none is named; raises UnknownVenue, also where there is none at all."""
        known = self.venues()
        if not known:
            raise UnknownVenue(
                f"no spec lies in {self.specs.as_posix()} nor in a folder above; `dragoman new VENUE` begins one"
            )
        wanted = sorted(set(names)) or known
        for name in wanted:
            if name not in known:
                hint = did_you_mean(name, known)
                raise UnknownVenue(
                    f"{self.specs.as_posix()} holds no spec of {name[:80]!r}" + (f" ({hint})" if hint else "")
                )
        return wanted


def find_project(start: Path) -> Project:
    """The nearest folder from `start` upwards that holds `specs/`; `start` itself where none does."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "specs").is_dir():
            return Project(folder)
    return Project(here)
