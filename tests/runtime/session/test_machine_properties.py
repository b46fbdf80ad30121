"""Whatever happens in whatever order, a session keeps its promises."""

from __future__ import annotations

from collections import Counter

from dragoman.session.facts import AckFacts, Heartbeat, SendLimit
from dragoman.session.machine import State
from dragoman.session.messages import Action, Close, Connect, Deliver, EmitGap, Finished, Left, Send
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runtime.session.venue_of_tests import SECOND, Driver, facts, sub

TOPICS = st.lists(st.sampled_from("abcdef"), max_size=3)
FRAMES = st.one_of(
    st.builds("ack {}".format, st.integers(1, 12)),
    st.builds("left {}".format, st.integers(1, 12)),
    st.builds(
        "{} {}".format, st.sampled_from(["acktopic", "lefttopic", "revoke"]), st.sampled_from("abcdef")
    ),
    st.builds("refuse {} no".format, st.integers(1, 12)),
    st.builds("busy {}".format, st.integers(1, 12)),
    st.builds("data {} 1".format, st.sampled_from("abcdef")),
    st.sampled_from(["data", "ping 1", "pong", "welcome", "nokey no", "goaway now", "notice", "\udcff"]),
).map(lambda text: text.encode("utf-8", "surrogateescape"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("frame"), FRAMES),
        st.tuples(st.just("time"), st.integers(0, 90 * SECOND)),
        st.tuples(st.just("subscribe"), TOPICS),
        st.tuples(st.just("unsubscribe"), TOPICS),
        st.tuples(st.just("connected"), st.none()),
        st.tuples(st.just("disconnected"), st.none()),
    ),
    max_size=40,
)
DECLARED = [
    facts(),
    facts(batch_size=2, send_limit=SendLimit(messages=1), ack=AckFacts(by="topic", timeout_ns=SECOND)),
    facts(batch_size=3, ack=AckFacts(by="topic", timeout_ns=SECOND, tells_left=True)),
    facts(subscribe=None, unsubscribe=None, ack=AckFacts(by="none")),
    facts(authenticate=lambda now: ["login"], stale_after_ns=20 * SECOND, max_age_ns=60 * SECOND),
    facts(
        ack=AckFacts(by="data"),
        max_subscriptions=2,
        heartbeat=Heartbeat(every_ns=7 * SECOND, payload=lambda now: "beat", pong_within_ns=3 * SECOND),
    ),
]


class Watched(Driver):
    """A driver that checks each action against what the connection allows at that moment."""

    line = "down"  # down, wanted, up or closing, as the shell sees it
    leaving: Counter[str]

    def give_up(self, topics: list[str]) -> None:
        known = {each for each in topics if self.session.subscription(each) is not None}
        self.leaving.update(known)
        self.do(self.session.unsubscribe(topics, self.now))

    def do(self, actions: list[Action]) -> None:
        for action in actions:
            assert not self.all_of(Finished), f"{action} after the end"
            match action:
                case Connect():
                    assert self.line == "down"
                    self.line = "wanted"
                case Send(payload=payload):
                    assert self.line == "up"
                    if str(payload).startswith("sub "):
                        again = [each for each in str(payload).split(" ")[2].split(",") if self.leaving[each]]
                        assert not again, "what is given up is asked for before that is done"
                case Left(topic=topic):
                    self.leaving[topic] -= 1
                    assert self.leaving[topic] >= 0
                case Close():
                    assert self.line in ("up", "wanted")
                    self.line = "closing"
                case EmitGap(gap=gap):
                    assert gap.from_ns <= gap.to_ns <= self.now
            self.actions.append(action)

    def connected(self) -> None:
        if self.line == "wanted":
            self.line = "up"
            super().connected()

    def disconnected(self, reason: str) -> None:
        if self.line != "down":
            self.line = "down"
            super().disconnected(reason)


@settings(max_examples=150, deadline=None)
@given(which=st.integers(0, len(DECLARED) - 1), steps=STEPS)
def test_no_order_of_events_breaks_a_session(which: int, steps: list[tuple[str, object]]) -> None:
    driver = Watched(DECLARED[which], [sub("a", stale_after_ns=30 * SECOND), sub("b", quiet=True)])
    driver.leaving = Counter()
    driver.start()
    for kind, value in steps:
        if kind == "frame" and driver.line in ("up", "closing"):
            assert isinstance(value, bytes)
            before, is_former = len(driver.all_of(Deliver)), driver.leaving[value[5:6].decode("latin-1")] > 0
            driver.frame(value)
            if value.startswith(b"data"):
                assert [each.frame.data for each in driver.all_of(Deliver)[before:]] == [value] * (
                    not is_former
                )
        elif kind == "time":
            assert isinstance(value, int)
            driver.pass_time(value)
        elif kind == "subscribe":
            assert isinstance(value, list)
            driver.do(driver.session.subscribe([sub(topic) for topic in value], driver.now))
        elif kind == "unsubscribe":
            assert isinstance(value, list)
            driver.give_up(value)
        elif kind == "connected":
            driver.connected()
        elif kind == "disconnected":
            driver.disconnected("cut")
    driver.do(driver.session.close(driver.now))
    if driver.session.state is not State.FINISHED:
        driver.disconnected("closed on this side")
    assert driver.session.state is State.FINISHED
    assert len(driver.all_of(Finished)) == 1
    assert not driver.leaving.total(), "what was given up is left, once for each time"
