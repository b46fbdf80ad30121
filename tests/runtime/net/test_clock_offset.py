"""The venue's clock, measured over a network that delays."""

import asyncio

import pytest
from dragoman.net.clock import ClockOffset, measure
from dragoman.net.mock import VirtualClock

MS = 1_000_000


def test_half_the_round_trip_is_taken_off() -> None:
    clock = ClockOffset()
    clock.sample(1000 * MS, 1550 * MS, 1100 * MS)
    assert clock.offset_ns == 500 * MS
    assert clock.error_ns == 50 * MS
    assert clock.apply(2000 * MS) == 2500 * MS


def test_the_quickest_round_trip_wins() -> None:
    clock = ClockOffset()
    clock.sample(0, 900 * MS, 800 * MS)
    clock.sample(1000 * MS, 1205 * MS, 1010 * MS)
    clock.sample(2000 * MS, 2900 * MS, 2800 * MS)
    assert clock.offset_ns == 200 * MS


def test_old_measurements_are_forgotten_so_that_drift_is_followed() -> None:
    clock = ClockOffset(keep=2)
    clock.sample(0, 100, 1)
    clock.sample(10, 515, 20)
    clock.sample(30, 535, 40)
    assert clock.offset_ns == 500


def test_before_the_first_measurement_local_time_stands() -> None:
    clock = ClockOffset()
    assert (clock.apply(5), clock.error_ns, clock.age_ns(5)) == (5, None, None)
    clock.sample(0, 1, 2)
    assert clock.age_ns(10) == 8
    clock.forget()
    assert clock.apply(5) == 5


def test_a_reply_cannot_precede_its_request() -> None:
    with pytest.raises(ValueError, match="cannot precede"):
        ClockOffset().sample(10, 10, 9)


def test_measuring_keeps_the_best_of_several_exchanges() -> None:
    async def test() -> None:
        clock, offset = VirtualClock(auto=True), ClockOffset()
        delays = iter([80 * MS, 10 * MS, 300 * MS])

        async def ask() -> int:
            delay = next(delays)
            await clock.sleep(delay)
            server_ns = clock.now_ns() + 700 * MS
            await clock.sleep(delay // 2)  # the way back is quicker, which costs accuracy
            return server_ns

        await measure(offset, clock, ask, times=3)
        assert (offset.offset_ns, offset.error_ns) == (702_500_000, 7_500_000)

    asyncio.run(test())
