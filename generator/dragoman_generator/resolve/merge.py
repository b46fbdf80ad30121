"""The files of one folder as one venue: each section entry belongs to one file."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import Diagnostics
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.loader import Document

_SINGLE = ("venue", "errors", "capabilities", "simulated")


def merge(
    files: Mapping[str, SpecFile], documents: Mapping[str, Document], found: Diagnostics
) -> tuple[SpecFile, Places]:
    """One SpecFile of all, and where each entry stands; an entry said twice is told at the second place."""
    owner: dict[tuple[str, str], str] = {}
    merged: dict[str, object] = {"spec": 1}
    first = "venue" if "venue" in documents else next(iter(documents))
    places = Places(documents, owner, first, found)
    for stem in sorted(files, key=lambda name: (name != "venue", name)):
        for item in msgspec.structs.fields(SpecFile):
            value = getattr(files[stem], item.name)
            if item.name == "spec" or value is UNSET:
                continue
            if item.name in _SINGLE:
                if item.name in merged:
                    mark = documents[stem].marks.at((item.name,), key=True)
                    found.add(
                        mark,
                        f"section {item.name!r} stands in two files, also in {owner[item.name, '']}.yaml",
                    )
                    continue
                owner[item.name, ""] = stem
                merged[item.name] = value
                continue
            entries = merged.setdefault(item.name, {})
            assert isinstance(entries, dict)
            for name, entry in value.items():
                if name in entries:
                    mark = documents[stem].marks.at((item.name, name), key=True)
                    found.add(
                        mark,
                        f"{name!r} is said twice in {item.name!r}, also in {owner[item.name, name]}.yaml",
                    )
                    continue
                owner[item.name, name] = stem
                entries[name] = entry
    return SpecFile(**merged), places  # type: ignore[arg-type]
