"""The lock file of a venue: which specs, which language and which tools its generated code was made by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.root import LANGUAGE_VERSION

PRINTERS = ("black", "datamodel-code-generator", "jinja2")
"""Packages whose version can change what is printed."""


@cache
def tools() -> Mapping[str, str]:
    """package -> version of all that can change the output beside the generator itself."""
    return {name: version(name) for name in PRINTERS}


def lock(venue: Venue) -> str:
    """The text of `lock.json`."""
    specs = {f"{stem}.yaml": source for stem, source in venue.sources.items()}
    specs |= {"hooks.py": venue.hooks.encode()} if venue.hooks else {}
    facts = {
        "venue": venue.id,
        "language": LANGUAGE_VERSION,
        "generator": version("dragoman"),
        "tools": dict(tools()),
        "specs": {name: digest(source) for name, source in sorted(specs.items())},
    }
    return json.dumps(facts, indent=1) + "\n"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
