"""Parameters that share a name on the wire: which of them a call means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from dragoman.requests.facts import Operation


def unmeant(operation: Operation, given: Mapping[str, str]) -> tuple[str, ...]:
    """The parameter whose wire name another one has, which is the one that is meant: the end of a range, or the id of a page."""
    page = operation.page
    if page is None or not page.begin:
        return ()
    wires = {param.name: param.wire for param in operation.params}
    is_time = all(given.get(wires[name]) == str(value) for name, value in page.begin.items())
    return (page.from_,) if is_time else (page.end,)


def objects(value: Any) -> Any:
    """A JSON object, whether it is one or stands as text; None for anything else."""
    if isinstance(value, str) and value.startswith("{"):
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return None
    return value if isinstance(value, dict) else None
