"""A resolved venue to `{path: text}`: pure, formatted, byte-stable."""

from __future__ import annotations

import ast
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import PurePosixPath
from typing import Any

import black
from black.mode import TargetVersion
from msgspec import UNSET

from dragoman_generator.emit.client import client_context
from dragoman_generator.emit.codes import codes_module
from dragoman_generator.emit.facts import facts_context
from dragoman_generator.emit.hooks import hooks_module
from dragoman_generator.emit.inverse import inverse_context
from dragoman_generator.emit.modules import import_lines, module
from dragoman_generator.emit.payloads import payload_structs
from dragoman_generator.emit.printing import printed
from dragoman_generator.emit.short import short_context
from dragoman_generator.emit.simulated import simulated_context
from dragoman_generator.emit.symbology import product_texts
from dragoman_generator.emit.translator import translator_context
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.names import docstring, literal

PACKAGE = "dragoman_venues"
LINE_LENGTH = 110
WORTH_SHARING = 200_000
"""Characters of a venue from which several processes format sooner than one."""


def render(venue: Venue) -> dict[PurePosixPath, str]:
    """Every generated file of a venue, by its path under `generated/`."""
    root = PurePosixPath(PACKAGE) / venue.id
    package = f"{PACKAGE}.{venue.id}"
    files: dict[str, str] = {}
    payloads = payload_structs(venue, package)
    for stem in venue.stems:
        text = module(venue, stem, package, payloads)
        if not text.empty:
            files[f"{stem if stem != 'venue' else 'venue'}.py"] = printed("module.py.j2", module=text)
    products, imports = product_texts(venue)
    lines = import_lines({*imports, ("re", "")})
    files["symbology.py"] = printed("symbology.py.j2", venue=venue, products=products, imports=lines)
    if venue.codes:
        files["codes.py"] = codes_module(venue)
    if venue.hooks:
        files["hooks.py"] = hooks_module(venue)
    short = short_context(venue, package)
    if short is not None:
        files["short.py"] = printed("short.py.j2", **short)
    translator = translator_context(venue, package, has_short=short is not None)
    files["translator.py"] = printed("translator.py.j2", **translator)
    assert venue.merged.venue is not UNSET
    title = docstring(venue.merged.venue.title)
    files["facts.py"] = printed("facts.py.j2", **facts_context(venue, package))
    files["requests.py"] = printed("requests.py.j2", venue=venue, package=package, title=title)
    client = client_context(venue, package)
    if client["classes"]:
        files["client.py"] = printed("client.py.j2", **client)
    files["adapter.py"] = printed(
        "adapter.py.j2", venue=venue, package=package, title=title, has_client=bool(venue.operations)
    )
    files["inverse.py"] = printed("inverse.py.j2", **inverse_context(venue, package))
    simulated = simulated_context(venue, package)
    if simulated is not None:
        files["simulated.py"] = printed("simulated.py.j2", **simulated)
    files["__init__.py"] = printed("init.py.j2", **_init_context(venue, package))
    return {root / name: text for name, text in _formatted(files).items()}


def _formatted(files: Mapping[str, str]) -> dict[str, str]:
    """Every file formatted, the largest first, on as many cores as there are; formatting costs more than all the rest."""
    ordered = sorted(files, key=lambda name: (-len(files[name]), name))
    workers = min(os.cpu_count() or 1, len(ordered))
    if workers == 1 or sum(map(len, files.values())) < WORTH_SHARING:
        return {name: format_source(files[name]) for name in files}
    with ProcessPoolExecutor(workers) as pool:
        done = dict(zip(ordered, pool.map(format_source, [files[name] for name in ordered]), strict=True))
    return {name: done[name] for name in files}


def format_source(source: str) -> str:
    """Parsed first, so that a fault of a template is told as itself; then black."""
    ast.parse(source)
    return black.format_str(
        source, mode=black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    )


def _init_context(venue: Venue, package: str) -> dict[str, Any]:
    names = {("translator", "Translator")} | {(kind.stem, kind.name) for kind in venue.data_types.values()}
    assert venue.merged.venue is not UNSET
    later = {"Adapter": "adapter", "Requests": "requests"}
    outgoing = venue.operations or venue.channels
    if outgoing:
        later |= {"HttpClient": "client"} if venue.operations else {}
        later["client"] = "client"
    exports = ["NAME", *sorted(name for _, name in names)]
    return {
        "later": literal(later),
        "venue": venue,
        "title": docstring(venue.merged.venue.title),
        "quoted": literal(venue.id),
        "imports": import_lines({(f"{package}.{stem}", name) for stem, name in names}),
        "exports": ", ".join(literal(name) for name in exports),
    }
