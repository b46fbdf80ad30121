"""How a session keeps its connection, loses it and comes back."""

from __future__ import annotations

from dragoman.model.market import StreamGap
from dragoman.net.wire import Frame, Opcode
from dragoman.session.facts import Backoff, Heartbeat, SendLimit
from dragoman.session.machine import State
from dragoman.session.messages import (
    Close,
    Connect,
    Deliver,
    EmitGap,
    Finished,
    LogLine,
)

from tests.runtime.session.venue_of_tests import MS, SECOND, START, Driver, facts, sub

HOUR = 3600 * SECOND


def connect_delays(driver: Driver, failures: int) -> list[int]:
    delays = []
    for _ in range(failures):
        driver.disconnected("refused")
        left = driver.now
        due = driver.session.deadline_ns(driver.now)
        assert due is not None
        driver.pass_time(due - driver.now)
        delays.append(driver.now - left)
    return delays


def test_delays_between_attempts_double_with_jitter_up_to_the_most() -> None:
    driver = Driver(facts(), [])
    driver.start()
    delays = connect_delays(driver, 6)
    for delay, ceiling in zip(delays, (1, 2, 4, 8, 8, 8), strict=True):
        assert ceiling * SECOND // 2 <= delay <= ceiling * SECOND
    assert len(driver.all_of(Connect)) == 7


def test_the_same_seed_gives_the_same_delays() -> None:
    first, second, other = (Driver(facts(), [], seed=seed) for seed in (1, 1, 2))
    for driver in (first, second, other):
        driver.start()
    delays = connect_delays(first, 4)
    assert delays == connect_delays(second, 4) != connect_delays(other, 4)


def test_only_a_connection_that_lasted_resets_the_delays() -> None:
    driver = Driver(facts(backoff=Backoff(first_ns=SECOND, max_ns=64 * SECOND, settled_ns=30 * SECOND)), [])
    driver.start()
    connect_delays(driver, 3)
    driver.connected()
    assert connect_delays(driver, 1)[0] >= 4 * SECOND
    driver.connected()
    driver.pass_time(30 * SECOND)
    assert connect_delays(driver, 1)[0] <= SECOND


def test_topics_are_resubscribed_in_the_order_in_which_they_were_asked_for() -> None:
    driver = Driver(facts(batch_size=1), [sub("c"), sub("a")])
    driver.start()
    driver.connected()
    driver.do(driver.session.subscribe([sub("b")], driver.now))
    driver.forget()
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.sent() == ["sub 4 c", "sub 5 a", "sub 6 b"]


def test_a_hole_is_reported_once_per_topic_just_before_the_first_frame_after_it() -> None:
    driver = Driver(facts(), [sub("a"), sub("b")])
    driver.live()
    driver.pass_time(100 * MS)
    driver.frame("data a 1")
    driver.pass_time(100 * MS)
    driver.frame("data b 1")
    driver.pass_time(100 * MS)
    driver.disconnected("network down")
    assert driver.all_of(EmitGap) == []
    driver.pass_time(SECOND)
    driver.connected()
    driver.frame("ack 2")
    driver.forget()
    driver.frame("data a 2")
    gap = StreamGap(
        stream="ws:public:a",
        reason="network down",
        from_ns=START + 100 * MS,
        to_ns=driver.now,
        instrument_id=sub("a").instrument_id,
    )
    assert driver.actions == [EmitGap(gap), Deliver(Frame(Opcode.TEXT, b"data a 2", driver.now), "a")]
    driver.frame("data a 3")
    driver.pass_time(SECOND)
    driver.frame("data b 2")
    assert [each.gap.stream for each in driver.all_of(EmitGap)] == ["ws:public:a", "ws:public:b"]


def test_a_second_cut_before_the_stream_resumed_widens_the_first_hole() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.frame("data a 1")
    for reason in ("first", "second"):
        driver.disconnected(reason)
        driver.pass_time(8 * SECOND)
        driver.connected()
    driver.frame("data a 2")
    (emitted,) = driver.all_of(EmitGap)
    assert (emitted.gap.from_ns, emitted.gap.to_ns, emitted.gap.reason) == (START, driver.now, "first")


def test_the_hole_of_a_quiet_stream_closes_with_its_acknowledgement() -> None:
    driver = Driver(facts(), [sub("orders", quiet=True)])
    driver.live()
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.all_of(EmitGap) == []
    driver.frame("ack 2")
    assert [(each.gap.from_ns, each.gap.to_ns) for each in driver.all_of(EmitGap)] == [(START, driver.now)]


def test_a_frame_without_a_topic_counts_for_every_subscription_that_is_confirmed() -> None:
    driver = Driver(facts(), [sub("a"), sub("b")])
    driver.live()
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    driver.frame("something for all")
    assert driver.all_of(EmitGap) == []
    driver.frame("ack 2")
    driver.frame("something for all")
    assert len(driver.all_of(EmitGap)) == 2


def test_a_connection_of_one_nameless_stream_reports_holes_in_its_own_name() -> None:
    driver = Driver(facts(subscribe=None, unsubscribe=None), [sub("")])
    driver.start()
    driver.connected()
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    driver.frame("an order event")
    assert [each.gap.stream for each in driver.all_of(EmitGap)] == ["ws:public"]


def test_a_frame_that_cannot_be_classified_still_reaches_the_translator() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.forget()
    driver.frame(b"data \xff\xfe")
    assert [each.frame.data for each in driver.all_of(Deliver)] == [b"data \xff\xfe"]


def test_nothing_at_all_for_too_long_ends_the_connection() -> None:
    driver = Driver(facts(stale_after_ns=10 * SECOND), [sub("a")])
    driver.live()
    driver.pass_time(9 * SECOND)
    driver.frame("ping 1")  # any frame is a sign of life
    driver.pass_time(9 * SECOND)
    assert driver.all_of(Close) == []
    driver.pass_time(1 * SECOND)
    (closing,) = driver.all_of(Close)
    assert "no frame" in closing.reason
    driver.disconnected("closed on this side")
    driver.pass_time(SECOND)
    driver.connected()
    driver.frame("data a 1")
    assert "no frame" in driver.all_of(EmitGap)[0].gap.reason


def test_a_silent_topic_is_asked_for_again_alone_and_ever_less_often() -> None:
    driver = Driver(facts(), [sub("a", stale_after_ns=10 * SECOND), sub("b")])
    driver.live()
    driver.forget()
    driver.pass_time(10 * SECOND)
    assert driver.sent() == ["unsub 2 a", "sub 3 a"]
    driver.frame("ack 3")
    driver.pass_time(19 * SECOND)
    assert len(driver.sent()) == 2
    driver.pass_time(1 * SECOND)
    assert driver.sent()[2:] == ["unsub 4 a", "sub 5 a"]
    driver.frame("ack 5")
    driver.frame("data a 1")
    (emitted,) = driver.all_of(EmitGap)
    assert emitted.gap.stream == "ws:public:a" and emitted.gap.from_ns == START
    assert driver.all_of(Close) == []


def test_the_venues_ping_is_answered_with_what_it_asks_for() -> None:
    driver = Driver(facts(), [])
    driver.start()
    driver.connected()
    driver.frame("ping 42")
    assert driver.sent() == ["pong 42"]


def test_heartbeats_go_out_and_a_missing_pong_ends_the_connection() -> None:
    beat = Heartbeat(every_ns=20 * SECOND, payload=lambda now: f"ping {now}", pong_within_ns=5 * SECOND)
    driver = Driver(facts(heartbeat=beat), [])
    driver.start()
    driver.connected()
    driver.pass_time(20 * SECOND)
    assert driver.sent() == [f"ping {START + 20 * SECOND}"]
    driver.frame("pong")
    driver.pass_time(24 * SECOND)
    assert len(driver.sent()) == 2 and driver.all_of(Close) == []
    driver.frame("data x other frames are no pong")
    driver.pass_time(1 * SECOND)
    assert "heartbeat" in driver.all_of(Close)[0].reason


def test_any_frame_is_a_pong_where_declared() -> None:
    beat = Heartbeat(
        every_ns=SECOND, payload=lambda now: b"ping", pong_within_ns=SECOND // 2, any_frame_is_pong=True
    )
    driver = Driver(facts(heartbeat=beat), [])
    driver.start()
    driver.connected()
    driver.pass_time(SECOND)
    driver.frame("data x 1")
    driver.pass_time(SECOND // 2)
    assert driver.all_of(Close) == []


def test_heartbeats_overtake_requests_that_wait_for_the_send_limit() -> None:
    beat = Heartbeat(every_ns=1500 * MS, payload=lambda now: "beat")
    limit = SendLimit(messages=1, window_ns=SECOND)
    driver = Driver(facts(heartbeat=beat, send_limit=limit, batch_size=1), [sub(t) for t in "abc"])
    driver.start()
    driver.connected()
    driver.pass_time(2 * SECOND)
    assert driver.sent() == ["sub 1 a", "sub 2 b", "beat"]


def test_a_connection_is_renewed_before_the_venue_cuts_it() -> None:
    driver = Driver(facts(max_age_ns=24 * HOUR, renew_margin_ns=60 * SECOND), [sub("a")])
    driver.live()
    driver.frame("data a 1")
    driver.pass_time(24 * HOUR - 61 * SECOND)
    assert driver.all_of(Close) == []
    driver.pass_time(SECOND)
    (closing,) = driver.all_of(Close)
    assert "renewed" in closing.reason
    driver.disconnected("closed on this side")
    assert len(driver.all_of(Connect)) == 2  # at once: nothing is wrong with the venue
    driver.connected()
    driver.frame("data a 2")
    assert "renewed" in driver.all_of(EmitGap)[0].gap.reason


def test_a_venue_that_sends_every_newcomer_away_is_not_hammered() -> None:
    driver = Driver(facts(), [])
    driver.start()
    driver.connected()
    driver.frame("goaway maintenance")
    driver.disconnected("closed")
    assert len(driver.all_of(Connect)) == 1
    driver.pass_time(SECOND)
    driver.connected()
    driver.pass_time(40 * SECOND)
    driver.frame("goaway maintenance")
    driver.disconnected("closed")
    assert len(driver.all_of(Connect)) == 3


def test_a_line_that_is_told_to_reconnect_does_so_at_once() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.do(driver.session.reconnect("nothing is open yet", driver.now))
    assert driver.actions == []
    driver.live()
    driver.do(driver.session.reconnect("a fresh token", driver.now))
    driver.disconnected("closed on this side")
    assert len(driver.all_of(Connect)) == 2


def test_close_reports_holes_that_are_still_open_and_ends() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.disconnected("cut")
    driver.do(driver.session.close(driver.now))
    assert len(driver.all_of(EmitGap)) == 1
    assert driver.all_of(Finished) == [Finished(None)]
    assert driver.session.deadline_ns(driver.now) is None
    driver.forget()
    driver.do(driver.session.close(driver.now))
    driver.do(driver.session.on_tick(driver.now + HOUR))
    assert driver.actions == []


def test_close_while_live_makes_no_hole() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.do(driver.session.close(driver.now))
    assert driver.all_of(Close)[0].code == 1000
    driver.disconnected("closed on this side")
    assert driver.all_of(EmitGap) == [] and driver.state() is State.FINISHED


def test_the_beginning_of_a_hole_is_logged_as_a_warning() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.forget()
    driver.disconnected("cut")
    (line,) = driver.all_of(LogLine)
    assert line.warning and line.fields["holes"] == 1 and line.fields["reason"] == "cut"
