"""Schedules of faults are played by processes of their own, as many as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

import pytest

from tests.faults.rows import Played, Row, played

Playing = Callable[[Row], Played]


@pytest.fixture(scope="session")
def playing(request: pytest.FixtureRequest) -> Iterator[Playing]:
    """What became of a row; all rows of the session begin as soon as the first one is asked for."""
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 4)) as pool:
        begun: dict[Row, Future[Played]] = {}
        for item in request.session.items:
            called = getattr(item, "callspec", None)
            row = None if called is None else called.params.get("row")
            if isinstance(row, Row):
                begun[row] = pool.submit(played, row)
        yield lambda row: begun[row].result()
