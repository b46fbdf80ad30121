"""Rows in rows: a bad one costs itself and says that its book is no longer known; all others of the message come out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import DecodeError, RowError
from dragoman.model import InstrumentStatus, OrderBookDeltas, StreamGap, TradeTick

GOOD = {"id": 1, "atb": [[2.5, 10]]}
OTHER = {"id": 3, "atl": [[3.5, 10]], "trd": [[3.5, 4]]}


class Seen:
    """One translator, what it set aside, and its events."""

    def __init__(self) -> None:
        self.bad: list[RowError] = []
        self.translator = dragoman.load("betfair").translator(on_bad_row=self.bad.append)

    def say(self, *runners: Any, image: bool = False, market: Any = "1.5", **more: Any) -> list[Any]:
        changes = {"id": market, "rc": list(runners), **({"img": True} if image else {}), **more}
        return self.send({"op": "mcm", "pt": 1_760_000_000_000, "mc": [changes]})

    def send(self, message: Any) -> list[Any]:
        found: list[Any] = self.translator.translate("stream", json.dumps(message).encode(), ts_init=7)
        return found


def books(events: list[Any]) -> list[str]:
    return [event.instrument_id for event in events if isinstance(event, OrderBookDeltas)]


def gaps(events: list[Any]) -> list[Any]:
    return [event.instrument_id for event in events if isinstance(event, StreamGap)]


BAD_RUNNERS = [
    pytest.param({"id": 2, "atb": [["two", 1]]}, id="a price that is no number"),
    pytest.param({"id": 2, "atb": [[2.5]]}, id="a level without a size"),
    pytest.param({"id": 2, "atb": {"2.5": 1}}, id="a ladder that is no list"),
    pytest.param({"id": 2, "tv": []}, id="a volume that is a list"),
    pytest.param({"id": 2, "hc": None, "ltp": True}, id="a last price that is true"),
]


@pytest.mark.parametrize("bad", BAD_RUNNERS)
def test_a_bad_runner_costs_itself_and_its_book_until_the_next_image(bad: Any) -> None:
    seen = Seen()
    seen.say(GOOD, {"id": 2, "atb": [[2, 5]]}, OTHER, image=True)
    if "hc" in bad:
        bad = {key: value for key, value in bad.items() if key != "hc"}
    events = seen.say(GOOD, bad, OTHER)
    assert books(events) == ["1.5-1.BETFAIR", "1.5-3.BETFAIR"]
    assert gaps(events) == ["1.5-2.BETFAIR"]
    (error,) = seen.bad
    assert error.path.startswith("$.mc") and error.raw and seen.translator.stats.bad_rows == 1
    # Silent, and told only once, until an image says what the book is.
    after = seen.say(GOOD, {"id": 2, "atb": [[2, 6]], "trd": [[2, 6]]})
    assert books(after) == ["1.5-1.BETFAIR"] and gaps(after) == []
    assert [str(event.instrument_id) for event in after if isinstance(event, TradeTick)] == ["1.5-2.BETFAIR"]
    again = seen.say(GOOD, {"id": 2, "atb": [[2, 7]]}, image=True)
    assert "1.5-2.BETFAIR" in books(again)
    assert books(seen.say({"id": 2, "atb": [[2, 8]]})) == ["1.5-2.BETFAIR"]


def test_the_raw_bytes_of_the_runner_are_handed_over() -> None:
    seen = Seen()
    seen.send({"op": "mcm", "pt": 1, "mc": [{"id": "1.5", "rc": [GOOD, {"id": 2, "tv": []}, OTHER]}]})
    (error,) = seen.bad
    assert json.loads(error.raw) == {"id": 2, "tv": []} and error.path == "$.mc[0].rc[1].tv"


def test_a_bad_runner_of_an_image_is_a_gap_and_no_cleared_book() -> None:
    seen = Seen()
    seen.say(GOOD, {"id": 2, "atb": [[2, 5]]}, image=True)
    events = seen.say(GOOD, {"id": 2, "atb": [["x", 1]]}, image=True)
    assert books(events) == ["1.5-1.BETFAIR"] and gaps(events) == ["1.5-2.BETFAIR"]
    assert books(seen.say({"id": 2, "atb": [[2, 6]]})) == []


def test_a_runner_whose_id_is_unreadable_may_be_any_so_all_books_of_its_market_are_gone() -> None:
    seen = Seen()
    seen.say(GOOD, OTHER, image=True)
    seen.say(GOOD, image=True, market="1.6")
    events = seen.say(GOOD, {"atb": [[2, 1]]})
    assert books(events) == ["1.5-1.BETFAIR"]
    assert gaps(events) == [None, "1.5-1.BETFAIR", "1.5-3.BETFAIR"]
    assert books(seen.say(GOOD, OTHER)) == []
    first_seen = seen.say({"id": 9, "atb": [[2, 1]]})
    assert books(first_seen) == [] and gaps(first_seen) == ["1.5-9.BETFAIR"]
    assert books(seen.say(GOOD, market="1.6")) == ["1.6-1.BETFAIR"]
    assert books(seen.say(GOOD, OTHER, image=True)) == ["1.5-1.BETFAIR", "1.5-3.BETFAIR"]


def test_an_image_with_an_unreadable_id_keeps_the_books_that_it_shows() -> None:
    seen = Seen()
    seen.say(GOOD, OTHER, image=True)
    events = seen.say(GOOD, {"id": None}, image=True)
    assert books(events) == ["1.5-1.BETFAIR"] and gaps(events) == [None, "1.5-3.BETFAIR"]
    assert books(seen.say(GOOD, OTHER)) == ["1.5-1.BETFAIR"]


def test_a_market_change_that_is_bad_itself_breaks_its_own_books_alone() -> None:
    seen = Seen()
    seen.say(GOOD, OTHER, image=True)
    seen.say(GOOD, image=True, market="1.6")
    events = seen.send(
        {"op": "mcm", "pt": 2, "mc": [{"id": "1.5", "img": "no"}, {"id": "1.6", "rc": [GOOD]}]}
    )
    assert books(events) == ["1.6-1.BETFAIR"]
    assert gaps(events) == [None, "1.5-1.BETFAIR", "1.5-3.BETFAIR"]
    assert len(seen.bad) == 1


@pytest.mark.parametrize("frame", [b'{"op":"mcm","pt":"soon","mc":[]}', b'{"op":"mcm","pt":1,"mc":[{"id"'])
def test_a_lost_message_may_have_been_about_any_market(frame: bytes) -> None:
    seen = Seen()
    seen.say(GOOD, image=True)
    with pytest.raises(DecodeError):
        seen.translator.translate("stream", frame)
    events = seen.say(GOOD)
    assert books(events) == [] and gaps(events) == ["1.5-1.BETFAIR"]
    assert books(seen.say(GOOD, market="1.7")) == []
    assert books(seen.say(GOOD, image=True)) == ["1.5-1.BETFAIR"]


def test_a_bad_definition_costs_neither_its_neighbours_nor_the_books() -> None:
    seen = Seen()
    definition = {
        "status": "OPEN", "eventId": "1", "eventTypeId": "7",
        "runners": [{"id": 1, "status": "ACTIVE"}, {"id": 2, "status": "LOST IN SPACE"}, {"id": 3, "status": "ACTIVE"}],
    }  # fmt: skip
    events = seen.say(GOOD, marketDefinition=definition)
    found = [str(event.instrument_id) for event in events if isinstance(event, InstrumentStatus)]
    assert found == ["1.5-1.BETFAIR", "1.5-3.BETFAIR"] and books(events) == ["1.5-1.BETFAIR"]
    assert [error.path for error in seen.bad] == ["$.mc[0].marketDefinition.runners[1].status"]
    events = seen.say(GOOD, marketDefinition={"runners": []})
    assert books(events) == ["1.5-1.BETFAIR"] and gaps(events) == []
    assert [error.path for error in seen.bad[1:]] == ["$.mc[0].marketDefinition"]


def test_a_bad_runner_of_a_catalogue_costs_itself() -> None:
    bad: list[RowError] = []
    translator = dragoman.load("betfair").translator(on_bad_row=bad.append)
    runners = [{"selectionId": 1, "runnerName": "A", "handicap": 0}, {"selectionId": "x", "runnerName": 5}]
    market = {"marketId": "1.5", "marketName": "Win", "totalMatched": 0, "runners": runners}
    events = translator.translate("listMarketCatalogue", json.dumps([market]).encode())
    assert [str(event.instrument_id) for event in events] == ["1.5-1.BETFAIR"] and len(bad) == 1


def test_sizes_of_a_broken_book_are_what_the_next_image_says() -> None:
    seen = Seen()
    seen.say({"id": 2, "atb": [[2, 5]]}, image=True)
    seen.say({"id": 2, "atb": [[2]]})
    (book,) = [e for e in seen.say({"id": 2, "atb": [[2, 9]]}, image=True) if isinstance(e, OrderBookDeltas)]
    assert book.is_snapshot and book.bid_levels == [(Decimal(2), Decimal(9))]
