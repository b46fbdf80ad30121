"""How a session logs in, is refused, and logs in again."""

from __future__ import annotations

from dragoman.session.machine import State
from dragoman.session.messages import Close, Connect, Finished, GiveUpToken

from tests.runtime.session.venue_of_tests import SECOND, START, Driver, facts, sub

HOUR = 3600 * SECOND


def test_log_in_comes_before_subscriptions() -> None:
    driver = Driver(facts(authenticate=lambda now: [f"login {now}"]), [sub("a")])
    driver.start()
    driver.connected()
    assert driver.sent() == [f"login {START}"]
    assert driver.state() is State.AUTHENTICATING
    driver.frame("welcome")
    assert driver.sent()[1:] == ["sub 1 a"]


def test_a_challenge_is_answered() -> None:
    driver = Driver(facts(answer=lambda text, now: [f"answer {text}"]), [sub("a")])
    driver.start()
    driver.connected()
    assert driver.sent() == []
    driver.frame("challenge abc")
    driver.frame("welcome")
    assert driver.sent() == ["answer abc", "sub 1 a"]


def test_a_refused_log_in_ends_the_session_for_good() -> None:
    driver = Driver(facts(authenticate=lambda now: ["login"]), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame("nokey unknown key")
    driver.disconnected("closed on this side")
    assert driver.all_of(Finished) == [Finished("log-in refused: 401 unknown key")]
    assert driver.state() is State.FINISHED


def test_an_error_that_names_nothing_refuses_the_log_in_that_waits() -> None:
    driver = Driver(facts(authenticate=lambda now: ["login"]), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame("no such key")
    driver.disconnected("closed on this side")
    assert driver.all_of(Finished) == [Finished("log-in refused: 402 such key")]


def test_a_log_in_that_lapses_later_is_done_again() -> None:
    driver = Driver(facts(authenticate=lambda now: ["login"]), [])
    driver.start()
    driver.connected()
    driver.frame("welcome")
    driver.frame("nokey expired")
    driver.disconnected("closed on this side")
    driver.pass_time(SECOND)
    driver.connected()
    assert driver.sent() == ["login", "login"]


def test_an_unanswered_log_in_is_tried_on_a_new_connection() -> None:
    driver = Driver(facts(authenticate=lambda now: ["login"], auth_timeout_ns=5 * SECOND), [])
    driver.start()
    driver.connected()
    driver.pass_time(5 * SECOND)
    assert driver.all_of(Close)[0].reason == "no answer to the log-in"


def test_a_token_that_has_expired_is_given_up_and_the_line_comes_back() -> None:
    driver = Driver(facts(by_token=True), [sub("a")])
    driver.live()
    driver.pass_time(HOUR)
    driver.frame("expired gone")
    assert driver.all_of(GiveUpToken) == [GiveUpToken()]
    assert driver.all_of(Close)[-1].reason == "the venue says that the log-in has expired gone"
    driver.disconnected("closed on this side")
    assert len(driver.all_of(Connect)) == 2


def test_a_log_in_without_a_token_that_has_expired_is_made_again_on_a_new_connection() -> None:
    driver = Driver(facts(authenticate=lambda now: ["login"]), [sub("a")])
    driver.start()
    driver.connected()
    driver.frame("welcome")
    driver.pass_time(HOUR)
    driver.frame("expired gone")
    assert not driver.all_of(GiveUpToken)
    driver.disconnected("closed on this side")
    driver.connected()
    assert driver.sent().count("login") == 2


def test_a_log_in_by_token_is_refused_once_for_the_token_and_then_for_good() -> None:
    driver = Driver(facts(by_token=True, authenticate=lambda now: ["login"]), [])
    driver.start()
    for _ in range(2):
        driver.connected()
        driver.frame("nokey lapsed")
        driver.disconnected("closed on this side")
        driver.pass_time(10 * SECOND)
    assert len(driver.all_of(GiveUpToken)) == 1
    assert driver.all_of(Finished) == [Finished("log-in refused: 401 lapsed")]
