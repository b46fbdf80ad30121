"""Seeded schedules of faults in virtual time; after each, what a user has is what truly happened, or a gap says where not."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from typing import Any

import pytest
from dragoman.adapter.consumers import Router
from dragoman.adapter.line import LineRunner
from dragoman.adapter.repeats import Repeats
from dragoman.faults import Hang, LoopClock, Schedule, VirtualLoop, run_virtually
from dragoman.faults.schedule import OF_CALLS, OF_COMMANDS, OF_STREAMS, OUTBOUND, Fault
from dragoman.machines import BookSync
from dragoman.model import StreamGap
from dragoman.session.subscriptions import Subscriptions

from tests.faults.conftest import Playing
from tests.faults.rows import SLOW_READER, WRONG_CLOCK, Row, rows
from tests.faults.run import play
from tests.faults.situations import SITUATIONS
from tests.faults.trading import BUDGETS_SPENT, DEATH, TOKENS_VOID, place, trade
from tests.faults.venues import WIRES
from tests.faults.world import SECOND, START_NS, world

SCHEDULES = 200
"""Of each venue: market data and trading together."""
ROWS = [row for venue in WIRES for row in rows(venue, SCHEDULES)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_is_owed_arrives_and_orders_end_as_the_venue_has_them(row: Row, playing: Playing) -> None:
    wrong = playing(row).wrong
    assert not wrong, "\n".join(wrong)


def test_every_venue_has_its_share_of_schedules() -> None:
    assert Counter(row.venue for row in ROWS for _ in row.seeds) == dict.fromkeys(WIRES, SCHEDULES)


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_a_seed_plays_the_same_every_time(seed: int) -> None:
    first, again = play(seed), play(seed)
    assert first.struck == again.struck
    assert first.digest == again.digest != play(seed + 12).digest


def test_what_a_venue_counted_in_one_schedule_is_forgotten_in_the_next() -> None:
    first, late_ns = play(3), START_NS + 3600 * SECOND
    assert first.product == "spot"
    core = world("binance", first.product, 1).core
    rules = core.interface.streams["stream"].rules
    assert rules is not None and rules.opens
    for _ in range(rules.opens):
        core.disconnect(core.connect("stream", first.product, "", late_ns))
    status = 200
    while status == 200:
        status = core.respond("spot", "GET", "/api/v3/depth?symbol=BTCUSDT&limit=5000", b"", late_ns).status
    assert status == 429 and play(3).digest == first.digest


def test_a_seed_trades_the_same_every_time() -> None:
    assert trade(1, "binance").digest == trade(1, "binance").digest != trade(4, "binance").digest


@pytest.mark.parametrize(("venue", "seed"), [("bitmex", 130013), ("okx", 130018)])
def test_a_seed_trades_after_others_as_it_does_alone(venue: str, seed: int) -> None:
    place.cache_clear()
    alone = trade(seed, venue).digest
    place.cache_clear()
    for other in range(seed - 12, seed, 3):
        trade(other, venue)
    assert trade(seed, venue).digest == alone


@pytest.mark.parametrize("venue", WIRES)
def test_every_kind_of_fault_strikes_wherever_it_could_be_noticed(venue: str, playing: Playing) -> None:
    policies = (f"{SLOW_READER}, {policy}" for policy in ("block", "drop_with_gap", "fail"))
    wire, of_all = WIRES[venue], {*OF_STREAMS, *OF_CALLS, WRONG_CLOCK, *policies}
    struck: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        if row.venue == venue:
            struck[row.what] |= playing(row).struck.keys()
    unnoticed = {
        "drop": not (wire.numbered or wire.counted),
        "reorder": not wire.numbered,
    }
    assert of_all - struck["market data"] == {kind for kind, holds in unnoticed.items() if holds}
    if wire.over:
        # Frames are acted on late where commands are frames.
        late = set(OF_COMMANDS if "ws" in wire.over else OF_COMMANDS[:1])
        assert (of_all | late | {TOKENS_VOID, BUDGETS_SPENT, DEATH}) - struck["trading"] == set()


def test_traders_get_into_every_situation(playing: Playing) -> None:
    trading = [row for row in ROWS if row.what == "trading"]
    met = set().union(*(playing(row).struck for row in trading))
    assert set(SITUATIONS) <= met


def told(seeds: range, what: str = "") -> str:
    """What does not hold in some seeds, once something does not, or once that does not."""
    every = (outcome for seed in seeds if (outcome := play(seed)).faults)
    return next((said for outcome in every if what in (said := str(outcome))), "")


def test_gaps_that_are_swallowed_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def swallow(router: Router, gap: StreamGap) -> None:
        return None

    monkeypatch.setattr(Router, "send_gap", swallow)
    assert "changes were lost before an image" in told(range(60))
    assert told(range(60), "was lost without a gap")


def test_trades_that_come_twice_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Repeats, "seen", lambda repeats, trade: False)
    assert "delivered twice" in told(range(60))


def test_a_book_that_does_not_mind_its_numbers_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    made = BookSync.__init__

    def deaf(machine: Any, facts: Any, **guards: Any) -> None:
        made(machine, facts, **{**guards, "next": lambda message, previous: True})

    # The venue is made with its guards; only the adapter's machine is deaf.
    for seed in range(12):
        play(seed)
    monkeypatch.setattr(BookSync, "__init__", deaf)
    assert "the book is wrong" in told(range(60))


def test_a_book_that_goes_on_after_a_hole_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LineRunner, "_void", lambda line, identity: None)
    assert "no image before it" in told(range(60))


def test_topics_that_are_never_given_up_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Subscriptions, "_renounce", lambda topics, entries, leaves: None)
    assert "topics are served" in told(range(60))


def test_a_failing_seed_says_how_to_replay_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Repeats, "seen", lambda repeats, trade: False)
    said = told(range(60))
    seed = said.split()[1]
    assert said.endswith(f"replay: python -m tests.faults {seed} --venue binance")


def test_schedules_are_the_same_for_the_same_seed() -> None:
    assert Schedule.draw(8, SECOND) == Schedule.draw(8, SECOND) != Schedule.draw(9, SECOND)


def test_a_loop_that_waits_for_nothing_is_a_hang() -> None:
    async def wait() -> None:
        await asyncio.Event().wait()

    with pytest.raises(Hang, match="every task waits"):
        run_virtually(wait())


def test_a_loop_that_spins_is_a_hang() -> None:
    async def spin() -> None:
        while True:
            await asyncio.sleep(0)

    with pytest.raises(Hang, match="turns of the loop"):
        run_virtually(spin())


def test_a_day_passes_in_no_time() -> None:
    loop = VirtualLoop()
    clock = LoopClock(loop, 5, skew_ns=-2)
    day_ns = 24 * 3600 * SECOND
    run_virtually(clock.sleep(day_ns), loop)
    assert (clock.monotonic_ns(), clock.now_ns()) == (day_ns, day_ns + 3)


def test_an_error_that_nobody_retrieves_is_found() -> None:
    async def fail() -> None:
        raise LookupError("lost")

    async def start() -> None:
        task = asyncio.create_task(fail())
        await asyncio.sleep(1)
        del task

    loop = VirtualLoop()
    run_virtually(start(), loop)
    assert [str(error) for error in loop.forgotten()] == ["lost"]
    assert Fault(kind=OUTBOUND[0], at_ns=0).amount == 1
