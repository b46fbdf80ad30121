"""The addresses of a recording are those of its replay, however they were given."""

from __future__ import annotations

from typing import Any

import dragoman
import pytest
from dragoman.tape.facts import addresses_of


@pytest.mark.parametrize(
    "given",
    ["ws://127.0.0.1:1/one", {"spot": "ws://127.0.0.1:2/spot"}, {"": "ws://127.0.0.1:3", "usdm": "ws://x"}],
)
def test_an_adapter_has_the_addresses_of_the_tape_and_no_others(given: Any) -> None:
    venue = dragoman.load("binance")
    recorded = venue.adapter(urls={"connections": {"stream": given}}).requests.environment
    played = venue.adapter(urls=addresses_of(recorded)).requests.environment
    assert played.connections == recorded.connections and played.http == recorded.http
    stream = played.connections["stream"]
    if isinstance(given, str):
        assert stream == {"": given}
    else:
        assert stream == (given if "" in given else {**stream, **given})
