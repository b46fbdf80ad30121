"""Tokens and listen keys: got when they are needed, renewed in time, replaced when they end, gone when all is closed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from dragoman.errors import AuthError, CredentialsMissing
from dragoman.log import SECRETS
from dragoman.model import MarkPriceUpdate, QuoteTick, StreamGap, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

from tests.golden.golden_case import load
from tests.runtime.adapter.scene import SECOND, Listener, ok, rest, run

MINUTE = 60 * SECOND
KEYS = {"api_key": "the-key", "api_secret": "the-secret", "user": "someone", "code": "1234"}
PAIR = "FIRUSD.GINKGO"


class Desk:
    """An adapter of the venue of golden case (g), whose calls are counted and may be made to fail."""

    def __init__(self, credentials: dict[str, str] | None = None) -> None:
        self.clock = VirtualClock()
        self.opened = 0
        self.refused: set[str] = set()
        self.down: set[str] = set()
        self.http = MockHttp(otherwise=self.answer)
        self.connector = MockConnector(self.clock, on_send=self.said)
        self.admitted: set[str] = set()
        self.errors: list[Exception] = []
        self.adapter = load("g_signing").adapter(
            http=self.http,
            connector=self.connector,
            clock=self.clock,
            credentials=KEYS if credentials is None else credentials,
            on_error=self.errors.append,
            seed=1,
        )

    def answer(self, request: Request) -> Response:
        if request.operation in self.down:
            return Response(status=503, body=b'{"code": 1}')
        if request.operation in self.refused:
            return Response(status=401, body=b'{"code": 2}')
        if request.operation in ("open_key", "log_in"):
            self.opened += 1
            token = f"token-{self.opened}"
            return ok({"data": {"listenKey": token}} if request.operation == "open_key" else {"token": token})
        if request.operation == "with_session":
            shown = dict(request.headers)["G-SESSION"]
            return ok({"ok": True}) if shown == f"token-{self.opened}" else Response(status=401, body=b"{}")
        return ok({"ok": True})

    def said(self, connection: MockConnection, sent: bytes) -> None:
        told = json.loads(sent)
        if told["op"] == "login":
            admitted = not self.admitted or told["token"] in self.admitted
            connection.feed(json.dumps({"login": "x", "ok": admitted}))

    def calls(self, operation: str) -> list[Request]:
        return [each for each in self.http.requests if each.operation == operation]

    def fill(self, identity: str) -> None:
        fill = {"kind": "fill", "s": "FIRUSD", "p": "1", "q": "2", "i": identity}
        self.connector.last.feed(json.dumps(fill))

    async def later(self, duration_ns: int) -> None:
        await rest()
        await self.clock.advance(duration_ns)
        await rest()


def play(scene: Callable[[Desk], Awaitable[None]], credentials: dict[str, str] | None = None) -> Desk:
    """Run a scene; nothing may be left of it when its adapter is closed."""
    desk: list[Desk] = []

    async def played() -> None:
        desk.append(Desk(credentials))
        before = asyncio.all_tasks()
        async with desk[0].adapter:
            await scene(desk[0])
        await rest()
        assert asyncio.all_tasks() == before

    run(played())
    return desk[0]


def kinds(events: list[Any]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_listen_key_is_got_for_the_address_and_kept_on_schedule() -> None:
    async def scene(desk: Desk) -> None:
        fills = Listener(desk, TradeTick, PAIR)
        await rest()
        assert [each.url for each in desk.connector.connections] == ["wss://user.ginkgo.example/ws/token-1"]
        assert SECRETS.redact("at /ws/token-1") == "at /ws/***"
        desk.fill("1")
        await desk.later(29 * MINUTE)
        assert not desk.calls("keep_key")
        await desk.later(2 * MINUTE)
        assert [each.query_text for each in desk.calls("keep_key")] == ["listenKey=token-1"]
        await desk.later(120 * MINUTE)
        assert len(desk.calls("keep_key")) == 5 and len(desk.calls("open_key")) == 1
        assert len(desk.connector.connections) == 1 and kinds(fills.events) == ["TradeTick"]
        await fills.stop()

    play(scene)


def test_what_comes_unasked_needs_no_new_connection_for_one_more_topic() -> None:
    async def scene(desk: Desk) -> None:
        fills, tops = Listener(desk, TradeTick, PAIR), Listener(desk, QuoteTick, PAIR)
        await rest()
        desk.fill("1")
        desk.connector.last.feed('{"kind": "top", "s": "FIRUSD", "b": "1", "a": "2"}')
        await rest()
        assert (kinds(fills.events), kinds(tops.events)) == (["TradeTick"], ["QuoteTick"])
        assert len(desk.connector.connections) == 1
        await fills.stop()
        await tops.stop()

    play(scene)


def test_a_renewal_that_fails_is_tried_again_before_the_token_ends() -> None:
    async def scene(desk: Desk) -> None:
        fills = Listener(desk, TradeTick, PAIR)
        await rest()
        desk.down.add("keep_key")
        await desk.later(32 * MINUTE)
        tried = len(desk.calls("keep_key"))
        assert tried > 4
        desk.down.clear()
        await desk.later(2 * MINUTE)
        assert len(desk.calls("keep_key")) == tried + 1
        await desk.later(26 * MINUTE)
        assert len(desk.calls("open_key")) == 1 and len(desk.connector.connections) == 1
        await fills.stop()

    play(scene)


def test_a_token_that_ends_takes_a_new_connection_with_a_fresh_one_and_the_hole_is_told() -> None:
    async def scene(desk: Desk) -> None:
        fills = Listener(desk, TradeTick, PAIR)
        await rest()
        desk.fill("1")
        await rest()
        desk.down.add("keep_key")
        await desk.later(61 * MINUTE)
        desk.fill("2")
        await rest()
        assert [each.url[-7:] for each in desk.connector.connections] == ["token-1", "token-2"]
        assert kinds(fills.events) == ["TradeTick", "StreamGap", "TradeTick"]
        assert "token has expired" in fills.events[1].reason
        await fills.stop()

    play(scene)


@pytest.mark.parametrize("by", ["the venue's word", "a refused renewal"])
def test_a_token_that_the_venue_declares_void_is_replaced(by: str) -> None:
    async def scene(desk: Desk) -> None:
        fills = Listener(desk, TradeTick, PAIR)
        await rest()
        desk.fill("1")
        if by == "the venue's word":
            desk.connector.last.feed('{"kind": "keyExpired", "key": "token-1"}')
            await desk.later(5 * SECOND)
        else:
            desk.refused.add("keep_key")
            await desk.later(31 * MINUTE)
        assert desk.connector.last.url.endswith("token-2")
        desk.fill("2")
        await rest()
        assert isinstance(fills.events[1], StreamGap) and len(fills.events) == 3
        await fills.stop()

    play(scene)


def test_a_call_logs_in_once_and_again_when_its_session_has_ended() -> None:
    async def scene(desk: Desk) -> None:
        call = desk.adapter.client.with_session
        await asyncio.gather(call(), call())
        assert len(desk.calls("log_in")) == 1
        assert json.loads(desk.calls("log_in")[0].body) == {"code": "1234"}
        await desk.later(2 * MINUTE)
        desk.opened += 1  # somebody else has logged in, which ends our session
        await call()
        assert len(desk.calls("log_in")) == 2
        desk.opened += 1
        with pytest.raises(AuthError):
            await call()  # a login that was just made would not help
        assert len(desk.calls("log_in")) == 2

    play(scene)


def test_a_token_without_keep_alive_is_renewed_by_a_new_login_that_disturbs_no_open_connection() -> None:
    async def scene(desk: Desk) -> None:
        marks = Listener(desk, MarkPriceUpdate, PAIR)
        await rest()
        assert json.loads(desk.connector.last.sent[0]) == {"op": "login", "token": "token-1"}
        await desk.later(481 * MINUTE)
        assert len(desk.calls("log_in")) == 2 and len(desk.connector.connections) == 1
        desk.connector.last.drop()
        await desk.later(5 * SECOND)
        assert json.loads(desk.connector.last.sent[0]) == {"op": "login", "token": "token-2"}
        await marks.stop()

    play(scene)


def test_a_log_in_that_is_refused_with_an_old_token_is_tried_with_a_fresh_one() -> None:
    async def scene(desk: Desk) -> None:
        marks = Listener(desk, MarkPriceUpdate, PAIR)
        await rest()
        desk.admitted = {"token-2"}
        desk.connector.last.drop()
        await desk.later(10 * SECOND)
        shown = [json.loads(each.sent[0])["token"] for each in desk.connector.connections]
        assert shown == ["token-1", "token-1", "token-2"] and marks.error is None
        await marks.stop()

    play(scene)


def test_whoever_is_never_let_in_is_told_so() -> None:
    async def refused(desk: Desk) -> None:
        desk.refused.add("open_key")
        fills = Listener(desk, TradeTick, PAIR)
        await desk.later(MINUTE)
        assert isinstance(fills.error, AuthError) and len(desk.calls("open_key")) == 1

    async def without_code(desk: Desk) -> None:
        marks = Listener(desk, MarkPriceUpdate, PAIR)
        await rest()
        assert isinstance(marks.error, CredentialsMissing) and "GINKGO_CODE" in str(marks.error)

    play(refused)
    play(without_code, {"api_key": "the-key", "api_secret": "the-secret", "user": "someone"})


def test_a_token_that_the_user_brings_is_used_and_kept_alive() -> None:
    async def scene(desk: Desk) -> None:
        fills = Listener(desk, TradeTick, PAIR)
        await desk.later(31 * MINUTE)
        assert desk.connector.last.url.endswith("/brought-along") and not desk.calls("open_key")
        assert len(desk.calls("keep_key")) == 1
        await fills.stop()

    play(scene, {**KEYS, "session_token": "brought-along"})


def test_who_was_refused_may_try_again_on_a_connection_of_its_own() -> None:
    async def scene(desk: Desk) -> None:
        desk.refused.add("open_key")
        first = Listener(desk, TradeTick, PAIR)
        await rest()
        assert isinstance(first.error, AuthError)
        desk.refused.clear()
        again = Listener(desk, TradeTick, PAIR)
        await rest()
        desk.fill("1")
        await rest()
        assert kinds(again.events) == ["TradeTick"] and again.error is None
        assert len(desk.adapter.connections) == 1
        await again.stop()

    play(scene)
