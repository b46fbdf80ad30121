"""The figures of one venue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import UNSET

from dragoman_generator.compile import compile_venue
from dragoman_generator.emit.capability import Way, matrix
from dragoman_generator.ir.venue import Venue
from dragoman_generator.project import Project
from dragoman_generator.report.coverage import covered_channels, covered_operations
from dragoman_generator.report.decisions import covered_rows, rows
from dragoman_generator.report.messages import cases
from dragoman_generator.report.values import covered_values, values


@dataclass(frozen=True)
class Covered:
    """How many of a kind have a case, and the names of those that have none."""

    of: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def with_case(self) -> int:
        return self.of - len(self.missing)


@dataclass(frozen=True)
class Figures:
    """Counts, and names of what is not covered."""

    venue: str
    faults: int = 0
    spec_files: int = 0
    spec_lines: int = 0
    generated_lines: int = 0
    hooks: int = 0
    operations: int = 0
    channels: int = 0
    commands: int = 0
    cases: int = 0
    coverage: Mapping[str, Covered] = field(default_factory=dict)
    """`operations`, `channels`, `table rows`, `enum values`."""
    products: list[str] = field(default_factory=list)
    capabilities: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    """normalized type -> product -> `live`, `poll`, `request`, `file`."""
    data_types: list[str] = field(default_factory=list)

    @property
    def percent(self) -> int:
        """How much of all that should have a case has one, rounded down."""
        of = sum(each.of for each in self.coverage.values())
        return 100 * sum(each.with_case for each in self.coverage.values()) // of if of else 100


def figures(project: Project, name: str) -> Figures:
    """Of the specs and the generated files as they lie there."""
    venue, faults = compile_venue(project.folder(name), project.root)
    if venue is None or faults:
        return Figures(name, faults=len(faults))
    found = cases(project.folder(name) / "cases")
    said = venue.merged.venue
    given = {kind: ways for kind, ways in matrix(venue).items() if kind not in venue.data_types}
    return Figures(
        venue=name,
        spec_files=len(venue.sources),
        spec_lines=sum(source.count(b"\n") for source in venue.sources.values()),
        generated_lines=sum(
            path.read_bytes().count(b"\n") for path in sorted((project.package / name).glob("*.py"))
        ),
        hooks=0 if said is UNSET else len(said.hooks),
        operations=len(venue.operations),
        channels=len(venue.channels),
        commands=len(venue.merged.commands),
        cases=len(found),
        coverage=_coverage(project, venue, name),
        products=list(venue.products),
        capabilities={
            type_name: {product: _kinds(ways) for product, ways in by_product.items()}
            for type_name, by_product in given.items()
        },
        data_types=list(venue.data_types),
    )


def _coverage(project: Project, venue: Venue, name: str) -> dict[str, Covered]:
    folder = project.folder(name) / "cases"
    found = cases(folder)
    decided, taken = rows(venue), covered_rows(venue, found)
    seen = covered_values(venue, found, folder)
    return {
        "operations": _left(venue.operations, covered_operations(venue, found)),
        "channels": _left(venue.channels, covered_channels(venue, found, folder)),
        "table rows": Covered(len(decided), [told for row, told in decided.items() if row not in taken]),
        "enum values": Covered(
            len(values(venue)),
            [f"{enum}.{value}" for enum, value in values(venue) if (enum, value) not in seen],
        ),
    }


def _left(names: Collection[str], covered: Iterable[str]) -> Covered:
    return Covered(len(names), sorted(set(names) - set(covered)))


def _kinds(ways: tuple[Way, ...]) -> list[str]:
    return list(dict.fromkeys(way.kind for way in ways))
