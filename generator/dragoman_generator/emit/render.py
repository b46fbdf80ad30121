"""A resolved venue to `{path: text}`: pure, formatted, byte-stable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.client import client_context
from dragoman_generator.emit.codes import codes_module
from dragoman_generator.emit.facts import facts_context
from dragoman_generator.emit.formatting import formatted
from dragoman_generator.emit.hooks import hooks_module
from dragoman_generator.emit.inverse import inverse_context
from dragoman_generator.emit.modules import import_lines, module
from dragoman_generator.emit.payloads import payload_structs
from dragoman_generator.emit.printing import printed
from dragoman_generator.emit.short import short_context
from dragoman_generator.emit.simulated import simulated_context
from dragoman_generator.emit.symbology import product_texts
from dragoman_generator.emit.translator import translator_context
from dragoman_generator.garbage import uncollected
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.names import docstring, literal

PACKAGE = "dragoman_venues"


def render(venue: Venue) -> dict[PurePosixPath, str]:
    """Every generated file of a venue, by its path under `generated/`."""
    root = PurePosixPath(PACKAGE) / venue.id
    with uncollected():
        files = formatted(_printed(venue, f"{PACKAGE}.{venue.id}"))
    return {root / name: files[name] for name in sorted(files)}


def _printed(venue: Venue, package: str) -> Iterator[tuple[str, str]]:
    """Each file's name and its source, what takes longest to format first."""
    assert venue.merged.venue is not UNSET
    title = docstring(venue.merged.venue.title)
    yield "facts.py", printed("facts.py.j2", **facts_context(venue, package))
    yield "inverse.py", printed("inverse.py.j2", **inverse_context(venue, package))
    client = client_context(venue, package)
    if client["classes"]:
        yield "client.py", printed("client.py.j2", **client)
    short = short_context(venue, package)
    translator = translator_context(venue, package, has_short=short is not None)
    yield "translator.py", printed("translator.py.j2", **translator)
    payloads = payload_structs(venue, package)
    for stem in venue.stems:
        text = module(venue, stem, package, payloads)
        if not text.empty:
            yield f"{stem}.py", printed("module.py.j2", module=text)
    if short is not None:
        yield "short.py", printed("short.py.j2", **short)
    products, imports = product_texts(venue)
    lines = import_lines({*imports, ("re", "")})
    yield "symbology.py", printed("symbology.py.j2", venue=venue, products=products, imports=lines)
    if venue.codes:
        yield "codes.py", codes_module(venue)
    if venue.hooks:
        yield "hooks.py", hooks_module(venue)
    yield "requests.py", printed("requests.py.j2", venue=venue, package=package, title=title)
    yield (
        "adapter.py",
        printed(
            "adapter.py.j2", venue=venue, package=package, title=title, has_client=bool(venue.operations)
        ),
    )
    simulated = simulated_context(venue, package)
    if simulated is not None:
        yield "simulated.py", printed("simulated.py.j2", **simulated)
    yield "__init__.py", printed("init.py.j2", **_init_context(venue, package))


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
