"""The figures of one venue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import UNSET

from dragoman_generator.compile import compile_venue
from dragoman_generator.emit.capability import Way, matrix
from dragoman_generator.project import Project
from dragoman_generator.report.coverage import cases, covered_channels, covered_operations


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
    operations_without_case: list[str] = field(default_factory=list)
    channels_without_case: list[str] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    capabilities: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    """normalized type -> product -> `live`, `poll`, `request`, `file`."""
    data_types: list[str] = field(default_factory=list)


def figures(project: Project, name: str) -> Figures:
    """Of the specs and the generated files as they lie there."""
    venue, faults = compile_venue(project.folder(name), project.root)
    if venue is None or faults:
        return Figures(name, faults=len(faults))
    folder = project.folder(name) / "cases"
    found = cases(folder)
    read, heard = covered_operations(venue, found), covered_channels(venue, found, folder)
    said = venue.merged.venue
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
        operations_without_case=sorted(venue.operations.keys() - read),
        channels_without_case=sorted(venue.channels.keys() - heard),
        products=list(venue.products),
        capabilities={
            type_name: {product: _kinds(ways) for product, ways in by_product.items()}
            for type_name, by_product in matrix(venue).items()
            if type_name not in venue.data_types
        },
        data_types=list(venue.data_types),
    )


def _kinds(ways: tuple[Way, ...]) -> list[str]:
    return list(dict.fromkeys(way.kind for way in ways))
