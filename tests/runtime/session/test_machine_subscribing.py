"""How a session asks for topics, and what it makes of the answers."""

from __future__ import annotations

import pytest
from dragoman.session.facts import AckFacts, SendLimit
from dragoman.session.machine import State
from dragoman.session.messages import Acked, Close, Connect, Deliver, Left, Send, SubscriptionFailed

from tests.runtime.session.venue_of_tests import MS, SECOND, Driver, facts, sub


def test_topics_are_asked_for_in_order_and_in_batches() -> None:
    driver = Driver(facts(batch_size=2), [sub("a"), sub("b"), sub("c")])
    driver.start()
    driver.connected()
    assert driver.sent() == ["sub 1 a,b", "sub 2 c"]
    assert driver.state() is State.SUBSCRIBING


def test_the_session_is_live_once_every_request_is_acknowledged() -> None:
    driver = Driver(facts(batch_size=2), [sub("a"), sub("b"), sub("c")])
    driver.start()
    driver.connected()
    driver.frame("ack 1")
    assert driver.all_of(Acked) == [Acked("a"), Acked("b")]
    assert driver.state() is State.SUBSCRIBING
    driver.frame("ack 2")
    assert driver.state() is State.LIVE


def test_acknowledgement_by_topic() -> None:
    driver = Driver(facts(ack=AckFacts(by="topic")), [sub("a"), sub("b")])
    driver.start()
    driver.connected()
    driver.frame("acktopic b")
    assert driver.all_of(Acked) == [Acked("b")]


def test_first_data_acknowledges_where_the_venue_says_nothing_else() -> None:
    driver = Driver(facts(ack=AckFacts(by="data")), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame("data a 1")
    assert driver.all_of(Acked) == [Acked("a")]
    assert driver.state() is State.LIVE


def test_without_acknowledgements_sending_is_enough() -> None:
    driver = Driver(facts(ack=AckFacts(by="none")), [sub("a")])
    driver.start()
    driver.connected()
    assert driver.all_of(Acked) == [Acked("a")]
    assert driver.state() is State.LIVE


def test_a_late_acknowledgement_is_asked_for_again_and_then_given_up() -> None:
    driver = Driver(facts(ack=AckFacts(timeout_ns=SECOND, attempts=2)), [sub("a")])
    driver.start()
    driver.connected()
    driver.pass_time(999 * MS)
    assert driver.sent() == ["sub 1 a"]
    driver.pass_time(1 * MS)
    assert driver.sent() == ["sub 1 a", "sub 2 a"]
    driver.pass_time(SECOND)
    (failed,) = driver.all_of(SubscriptionFailed)
    assert failed.topic == "a" and "2 attempts" in failed.reason
    assert driver.state() is State.LIVE  # nothing is left to wait for


def granted_before(topics: str) -> Driver:
    """A line whose topics were granted, and are asked for once more."""
    driver = Driver(facts(ack=AckFacts(timeout_ns=SECOND, attempts=2)), [sub(name) for name in topics])
    driver.start()
    driver.connected()
    driver.frame("ack 1")
    driver.pass_time(SECOND)
    driver.do(driver.session.renew(["a"], driver.now))
    return driver


def test_a_line_that_answers_nothing_at_all_is_given_up_and_not_the_topic() -> None:
    driver = granted_before("a")
    driver.pass_time(2 * SECOND)
    assert not driver.all_of(SubscriptionFailed)
    (close,) = driver.all_of(Close)
    assert "no answer" in close.reason


def test_a_line_that_lives_but_does_not_confirm_costs_the_topic_alone() -> None:
    driver = granted_before("ab")
    for _ in range(3):
        driver.pass_time(SECOND // 2)
        driver.frame("data b 1")
    driver.pass_time(SECOND)
    assert [failed.topic for failed in driver.all_of(SubscriptionFailed)] == ["a"]
    assert not driver.all_of(Close)


def test_a_renewed_topic_is_given_up_and_asked_for_again() -> None:
    driver = granted_before("a")
    assert driver.sent()[-2:] == ["unsub 2 a", "sub 3 a"]


def test_a_refused_topic_is_not_asked_for_after_a_reconnect() -> None:
    driver = Driver(facts(batch_size=1), [sub("good"), sub("bad")])
    driver.start()
    driver.connected()
    driver.frame("ack 1")
    driver.frame("refuse 2 no such symbol")
    assert driver.all_of(SubscriptionFailed) == [SubscriptionFailed("bad", "400", "no such symbol")]
    driver.forget()
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.sent() == ["sub 3 good"]


def test_one_bad_topic_does_not_cost_the_others_of_its_batch() -> None:
    driver = Driver(facts(batch_size=10), [sub("a"), sub("bad"), sub("c")])
    driver.start()
    driver.connected()
    driver.frame("refuse 1 something in here is wrong")
    assert driver.sent() == ["sub 1 a,bad,c", "sub 2 a", "sub 3 bad", "sub 4 c"]
    driver.frame("ack 2")
    driver.frame("refuse 3 wrong")
    driver.frame("ack 4")
    assert [failed.topic for failed in driver.all_of(SubscriptionFailed)] == ["bad"]
    assert driver.all_of(Acked) == [Acked("a"), Acked("c")]


def test_a_granted_topic_may_be_taken_back() -> None:
    driver = Driver(facts(), [sub("a"), sub("b")])
    driver.live()
    driver.frame("revoke a delisted")
    assert driver.all_of(SubscriptionFailed) == [SubscriptionFailed("a", "410", "delisted")]


def test_a_refusal_that_invites_another_try_is_tried_later() -> None:
    driver = Driver(facts(ack=AckFacts(timeout_ns=SECOND)), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame("busy 1")
    assert driver.sent() == ["sub 1 a"]
    driver.pass_time(SECOND)
    assert driver.sent() == ["sub 1 a", "sub 2 a"]


def test_messages_per_second_are_kept() -> None:
    driver = Driver(facts(batch_size=1, send_limit=SendLimit(messages=2)), [sub(t) for t in "abcde"])
    driver.start()
    driver.connected()
    assert driver.sent() == ["sub 1 a", "sub 2 b"]
    driver.pass_time(999 * MS)
    assert len(driver.sent()) == 2
    driver.pass_time(1 * MS)
    assert len(driver.sent()) == 4
    driver.pass_time(SECOND)
    assert driver.sent()[4] == "sub 5 e"


def test_waiting_for_the_send_limit_does_not_count_as_a_late_acknowledgement() -> None:
    limit = SendLimit(messages=1, window_ns=5 * SECOND)
    driver = Driver(
        facts(batch_size=1, send_limit=limit, ack=AckFacts(timeout_ns=SECOND)), [sub("a"), sub("b")]
    )
    driver.start()
    driver.connected()
    driver.frame("ack 1")
    driver.pass_time(5 * SECOND)
    driver.frame("ack 2")
    assert driver.sent() == ["sub 1 a", "sub 2 b"]
    assert driver.state() is State.LIVE


def test_unsubscribe_tells_the_venue_and_is_not_renewed() -> None:
    driver = Driver(facts(), [sub("a"), sub("b")])
    driver.live()
    driver.forget()
    driver.do(driver.session.unsubscribe(["a", "never seen"], driver.now))
    assert driver.sent() == ["unsub 2 a"]
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.sent()[-1] == "sub 3 b"


@pytest.mark.parametrize(
    ("ack", "begin", "answers"),
    [
        (AckFacts(), "ack 1", ["ack 2"]),
        (AckFacts(), "ack 1", ["left 2"]),
        (AckFacts(), "ack 1", ["refuse 2 not subscribed"]),
        (AckFacts(by="topic", tells_left=True), "acktopic a", ["acktopic a", "lefttopic a"]),
        (AckFacts(by="topic", tells_left=True), "", ["acktopic a", "lefttopic a"]),
        (AckFacts(by="topic"), "acktopic a", ["acktopic a"]),
        (AckFacts(by="topic"), "", ["acktopic a", "acktopic a"]),
        (AckFacts(by="topic"), "", ["revoke a unknown", "revoke a not subscribed"]),
    ],
)
def test_a_topic_that_is_given_up_is_asked_for_again_once_the_venue_has_said_so(
    ack: AckFacts, begin: str, answers: list[str]
) -> None:
    driver = Driver(facts(ack=ack), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame(begin)
    driver.do(driver.session.unsubscribe(["a"], driver.now))
    driver.do(driver.session.subscribe([sub("a")], driver.now))
    driver.forget()
    for answer in answers:
        assert driver.state() is State.SUBSCRIBING and driver.sent() == []
        driver.frame("data a")
        driver.frame(answer)
    # What came before is of who left, and nobody else is told of it.
    assert driver.all_of(Left) == [Left("a")] and not driver.all_of(Deliver) and not driver.all_of(Acked)
    assert driver.sent() == ["sub 3 a"]
    driver.frame("data a")
    driver.frame("ack 3" if ack.by == "request_id" else "acktopic a")
    assert [each.topic for each in driver.all_of(Deliver)] == ["a"] and driver.all_of(Acked) == [Acked("a")]
    assert driver.state() is State.LIVE and not driver.all_of(SubscriptionFailed)


def test_an_answer_to_unsubscribing_is_not_waited_for_longer_than_one_to_subscribing() -> None:
    limit = SendLimit(messages=1, window_ns=60 * SECOND)
    driver = Driver(facts(ack=AckFacts(timeout_ns=5 * SECOND), ask_limit=limit), [sub("a")])
    driver.live()
    driver.do(driver.session.unsubscribe(["a"], driver.now))
    driver.do(driver.session.subscribe([sub("a")], driver.now))
    driver.pass_time(60 * SECOND)
    assert driver.sent()[1:] == ["unsub 2 a"] and not driver.all_of(Left)
    driver.pass_time(5 * SECOND)
    assert driver.all_of(Left) == [Left("a")]
    driver.pass_time(55 * SECOND)
    assert driver.sent()[2:] == ["sub 3 a"]


def test_what_a_venue_never_knew_of_or_does_not_answer_for_is_left_at_once() -> None:
    driver = Driver(facts(ack=AckFacts(by="none")), [sub("a")])
    driver.start()
    driver.connected()
    driver.do(driver.session.unsubscribe(["a"], driver.now))
    assert driver.all_of(Left) == [Left("a")]
    driver = Driver(facts(), [sub("a"), sub("b")])
    driver.do(driver.session.unsubscribe(["a", "a", "never seen"], driver.now))
    assert driver.all_of(Left) == [Left("a")]
    driver.live()
    driver.do(driver.session.unsubscribe(["b"], driver.now))
    driver.disconnected("cut")
    assert driver.all_of(Left) == [Left("a"), Left("b")]


def test_topics_of_an_address_come_until_another_connection_is_there() -> None:
    driver = Driver(facts(subscribe=None, unsubscribe=None), [sub("a"), sub("b")])
    driver.start()
    driver.connected()
    driver.do(driver.session.unsubscribe(["a"], driver.now))
    driver.do(driver.session.subscribe([sub("a")], driver.now))
    driver.frame("data a")
    assert not driver.all_of(Deliver) and not driver.all_of(Left)
    driver.disconnected("closed on this side")
    driver.connected()
    driver.frame("data a")
    assert driver.all_of(Left) == [Left("a")] and len(driver.all_of(Deliver)) == 1
    unnamed = Driver(facts(url=lambda subs: "", subscribe=None, unsubscribe=None), [sub("a")])
    unnamed.start()
    unnamed.connected()
    unnamed.do(unnamed.session.unsubscribe(["a"], unnamed.now))
    assert unnamed.all_of(Left) == [Left("a")]


def test_a_topic_asked_for_while_live_goes_out_at_once_and_only_once() -> None:
    driver = Driver(facts(), [sub("a")])
    driver.live()
    driver.do(driver.session.subscribe([sub("b"), sub("a"), sub("b")], driver.now))
    assert driver.sent() == ["sub 1 a", "sub 2 b"]


def test_topics_beyond_the_connections_limit_fail_with_advice() -> None:
    driver = Driver(facts(max_subscriptions=1), [sub("a")])
    driver.do(driver.session.subscribe([sub("b")], driver.now))
    (failed,) = driver.all_of(SubscriptionFailed)
    assert failed.topic == "b" and "at most 1" in failed.reason


def test_topics_in_the_address_take_a_new_connection() -> None:
    driver = Driver(facts(subscribe=None, unsubscribe=None), [sub("a")])
    driver.start()
    assert driver.all_of(Connect) == [Connect("wss://venue.test/a")]
    driver.connected()
    assert driver.all_of(Acked) == [Acked("a")]
    driver.do(driver.session.subscribe([sub("b")], driver.now))
    driver.disconnected("closed on this side")
    assert driver.all_of(Connect)[-1] == Connect("wss://venue.test/a/b")
    assert driver.all_of(Send) == []


def test_what_waits_to_subscribe_holds_no_request_up_and_a_new_connection_may_ask_anew() -> None:
    limit = SendLimit(messages=2, window_ns=3_600 * SECOND)
    driver = Driver(facts(ask_limit=limit, batch_size=1), [sub(t) for t in "abc"])
    driver.start()
    driver.connected()
    driver.do(driver.session.request("order", driver.now) or [])
    assert driver.sent() == ["sub 1 a", "sub 2 b", "order"]
    driver.disconnected("cut")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.sent()[3:] == ["sub 4 a", "sub 5 b"]
    driver.pass_time(3_601 * SECOND)
    assert driver.sent()[5] == "sub 6 c"
