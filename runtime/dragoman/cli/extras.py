"""Which extra brings a package that is not installed, read from the distribution's own metadata."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires

from dragoman.errors import DependencyMissing

_REQUIREMENT = re.compile(r"""([\w.-]+)[^;]*;\s*extra\s*==\s*["']([\w-]+)["']""")
_OTHER_NAMES = {"yaml": "pyyaml", "vcr": "vcrpy"}
"""Modules that are not called as their package is."""


def missing(module: str) -> DependencyMissing | None:
    """The error that names package and extra, None for a module that no extra brings."""
    root = module.partition(".")[0]
    package = _OTHER_NAMES.get(root, root.replace("_", "-"))
    try:
        said = requires("dragoman") or []
    except PackageNotFoundError:
        return None
    for requirement in said:
        found = _REQUIREMENT.match(requirement)
        if found is not None and found[1].lower() == package:
            return DependencyMissing(package, found[2])
    return None
