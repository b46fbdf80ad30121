"""No operation and no kind of message goes without a case: what has none could be wrong without a sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dragoman
import pytest
from dragoman.errors import DragomanError
from dragoman.translate.facts import Ways
from msgspec.structs import replace

from tests.specs.cases import Found, cases, payloads

READ = [found for found in cases() if found.case.kind in ("response", "stream")]
VENUES = sorted({found.venue for found in READ})


@pytest.mark.parametrize("venue", VENUES)
def test_every_operation_has_a_case(venue: str) -> None:
    used = {found.case.source for found in READ if found.venue == venue}
    calls = dragoman.load(venue).module.Translator.tables.calls
    missing = [call.name for call in calls if not used & {call.name, *call.paths.values()}]
    assert not missing, missing


@pytest.mark.parametrize("venue", VENUES)
def test_every_channel_has_a_case(venue: str) -> None:
    taken: set[str] = set()
    base = dragoman.load(venue).module.Translator
    connections = tuple(
        replace(
            connection,
            channels=tuple(replace(c, emit=_noting(c.name, c.emit, taken)) for c in connection.channels),
        )
        for connection in base.tables.connections
    )
    # The short ways of busy channels would pass the noting functions by.
    tables = replace(base.tables, connections=connections, ways=Ways)
    kind = type("Noting", (base,), {"tables": tables})
    for found in READ:
        if found.venue == venue:
            _read(kind(**found.case.context), found)
    missing = [c.name for connection in connections for c in connection.channels if c.name not in taken]
    assert not missing, missing


def _noting(name: str, emit: Callable[..., Any], taken: set[str]) -> Callable[..., Any]:
    def noted(*arguments: Any) -> Any:
        taken.add(name)
        return emit(*arguments)

    return noted


def _read(translator: Any, found: Found) -> None:
    case = found.case
    try:
        for payload in payloads(found):
            translator.translate(
                case.source, payload, product=case.product, request=case.request, ts_init=case.ts_init
            )
    except DragomanError:
        pass  # whether the case holds is for the case to say
