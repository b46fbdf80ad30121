"""What a node's requests ask an adapter for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

pytest.importorskip("nautilus_trader")

from dragoman.nautilus.asked import history_params

NOW = datetime(2025, 10, 9, 8, tzinfo=UTC)
NOW_NS = int(NOW.timestamp()) * 1_000_000_000
HOUR = timedelta(hours=1)


def asked(end: datetime | None, limit: int = 0, **channel: object) -> dict[str, object]:
    params = {"channel": channel, "of_the_engine": 1}
    request = SimpleNamespace(start=NOW - HOUR, end=end, limit=limit, params=params)
    return history_params(request, NOW_NS)


def test_an_end_that_nobody_gave_is_none() -> None:
    began = {"start": NOW_NS - 3_600_000_000_000}
    assert asked(None) == asked(NOW) == asked(NOW - timedelta(milliseconds=20)) == began
    assert asked(NOW - timedelta(seconds=1)) == {**began, "end": NOW_NS - 1_000_000_000}


def test_a_limit_and_parameters_of_the_venue_go_along() -> None:
    found = asked(NOW - HOUR, 7, depth=5)
    assert (found["limit"], found["depth"]) == (7, 5) and "of_the_engine" not in found
