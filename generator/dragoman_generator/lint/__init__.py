"""Checks of meaning over a resolved venue: one table of lints, each a pure function from the venue to its findings."""

from __future__ import annotations

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.ir.venue import Venue
from dragoman_generator.lint import (
    bounds,
    calls,
    channels,
    enums,
    naming,
    payloads,
    references,
    sessions,
    signing,
    simulated,
    sockets,
    symbols,
    unused,
)
from dragoman_generator.lint.findings import Check, Finding, Lint

_CHECKS: tuple[Check, ...] = (
    naming.venue_id, naming.stems, naming.titles, naming.classes, naming.functions, naming.data_types, naming.product_keys, naming.named_values, naming.module_cycles,
    references.environments, references.servers_named, references.clocks, references.catalogs, references.snapshots, references.products_named, references.actions_named,
    references.connections_named, signing.secrets, signing.tokens_in_addresses, signing.unused_credentials, signing.private_calls,
    sessions.silence, sessions.machine_backoffs, sessions.confirmations, sessions.frames, sessions.resumption, sessions.replies, sockets.asked, sockets.called,
    channels.reachable, channels.counted, channels.books, channels.snapshots, channels.parameters, channels.wire_keys, calls.params, calls.paths, calls.pages, calls.limits,
    payloads.absence, payloads.stand_ins, payloads.times, payloads.flags, payloads.rows, payloads.sizes, enums.closed, enums.values,
    symbols.some, symbols.whole_keys, symbols.shown, symbols.covered, symbols.catalogued, simulated.trees, simulated.subscriptions, simulated.queries, simulated.ladders, simulated.said, bounds.machines, bounds.frames, unused.shapes_and_enums, unused.limits_and_schemes,
)  # fmt: skip

LINTS: tuple[Lint, ...] = tuple(
    Lint(f"{check.__module__.rpartition('.')[2]}.{check.__name__}", check.__doc__ or "", check)
    for check in _CHECKS
)
"""Every lint by its name, with what it wants."""


def lint(venue: Venue) -> list[Diagnostic]:
    """What a resolved venue still gets wrong, by place."""
    found = [_diagnostic(finding, venue) for item in LINTS for finding in item.run(venue)]
    return sorted(dict.fromkeys(found))


def _diagnostic(finding: Finding, venue: Venue) -> Diagnostic:
    places = venue.places
    assert places is not None
    if finding.stem:
        mark = places.documents[finding.stem].marks.at(())
    else:
        mark = places.mark(finding.path, finding.key)
    return Diagnostic(mark, finding.message, finding.hint)


__all__ = ["LINTS", "lint"]
