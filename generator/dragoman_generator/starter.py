"""A commented starter spec: small, complete, and good for `check`, `generate` and a run."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from dragoman_generator.emit.printing import printed

_NAME = re.compile(r"[a-z][a-z0-9_]{0,47}\Z")
_FILES = {
    "venue.yaml": "starter/venue.yaml.j2",
    "market_data.yaml": "starter/market_data.yaml.j2",
    "cases/market_data.yaml": "starter/cases.yaml.j2",
}


class StarterRefused(Exception):
    """A name that can't be a venue's, or a folder that is there already."""


def starter(name: str) -> dict[str, str]:
    """path inside the venue's folder -> text; raises StarterRefused for a name that is no lower-case identifier."""
    if not _NAME.match(name) or keyword.iskeyword(name) or name in {"schema", "cases"}:
        raise StarterRefused(
            f"{name[:80]!r} can't name a venue: lower-case letters, digits and underscores, first a letter, no word of Python"
        )
    words = {"id": name, "name": name.upper(), "title": name.replace("_", " ").title()}
    return {path: printed(template, **words) for path, template in _FILES.items()}


def write_starter(name: str, specs: Path) -> list[Path]:
    """Writes the spec into `specs/<name>/`; raises StarterRefused where that holds anything."""
    texts = starter(name)
    folder = specs / name
    if folder.exists() and any(folder.iterdir()):
        raise StarterRefused(f"{folder} is there already; remove it or choose another name")
    written = []
    for path, content in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")
        written.append(target)
    return written
