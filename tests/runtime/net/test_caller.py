"""HTTP calls over the mock backend and a clock that jumps."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import pytest
from dragoman.errors import OutcomeUnknown, RateLimited, RequestTimeout, ServerError, VenueError
from dragoman.limits import Bucket, RateBudget
from dragoman.net.caller import HttpCaller
from dragoman.net.facts import ErrorRule, ErrorTable, OperationFacts
from dragoman.net.mock import Answer, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

SECOND = 1_000_000_000
OK = Response(status=200, body=b'{"ok": true}')
PING = Request(method="GET", url="https://api.test/ping", operation="ping", venue="test")


def query(**changes: Any) -> OperationFacts:
    table = ErrorTable(codes={"-1021": ErrorRule("clock", "clock")})
    return OperationFacts(venue="test", name="ping", errors=table, **changes)


def caller(*script: Answer, **options: Any) -> tuple[HttpCaller, MockHttp, VirtualClock]:
    backend, clock = MockHttp(script), VirtualClock(auto=True)
    return HttpCaller(backend, clock=clock, random=Random(1), **options), backend, clock


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(_await(test))


async def _await(test: Callable[[], Awaitable[None]]) -> None:
    await test()


def test_the_body_of_the_first_success_is_the_result() -> None:
    async def test() -> None:
        http, backend, clock = caller(Response(status=503), RequestTimeout("test", "ping", 1), OK)
        assert await http.call(PING, query()) == b'{"ok": true}'
        assert len(backend.requests) == 3 and len(clock.slept_ns) == 2
        assert (http.stats.requests, http.stats.retries) == (3, 2)

    run(test)


def test_each_attempt_is_signed_anew() -> None:
    async def test() -> None:
        http, backend, clock = caller(Response(status=500), OK)

        def signed() -> Request:
            return Request(
                method="GET", url="https://api.test/x", query=(("timestamp", str(clock.now_ns())),)
            )

        await http.call(signed, query(private=True))
        first, second = backend.requests
        assert first.query != second.query

    run(test)


def test_a_command_is_sent_once_whatever_happens() -> None:
    async def test() -> None:
        for failure in (Response(status=503), Response(status=429), RequestTimeout("test", "order", 1)):
            http, backend, _ = caller(failure, OK)
            with pytest.raises(OutcomeUnknown):
                await http.call(PING, query(kind="command"))
            assert len(backend.requests) == 1

    run(test)


def test_a_ban_stops_other_calls_before_they_are_sent() -> None:
    async def test() -> None:
        http, backend, clock = caller(Response(status=418, headers={"retry-after": "300"}), OK)
        with pytest.raises(RateLimited, match="banned"):
            await http.call(PING, query())
        with pytest.raises(RateLimited, match="not sent") as caught:
            await http.call(PING, query())
        assert caught.value.retry_after == 300
        assert len(backend.requests) == 1
        await clock.sleep(300 * SECOND)
        assert await http.call(PING, query()) == OK.body

    run(test)


def test_weights_are_spent_and_corrected_from_the_headers() -> None:
    async def test() -> None:
        bucket = Bucket(name="w", limit=100, window_ns=60 * SECOND, kind="fixed", used_header="X-Used")
        told = Response(status=200, headers={"x-used": "98"}, body=b"{}")
        http, _, clock = caller(told, OK, budget=RateBudget([bucket]))
        await http.call(PING, query(weights={"w": 5}))
        before = clock.now_ns()
        await http.call(PING, query(), weights={"w": 5})
        assert clock.now_ns() // (60 * SECOND) == before // (60 * SECOND) + 1

    run(test)


def test_a_queue_longer_than_allowed_is_refused_unsent() -> None:
    async def test() -> None:
        bucket = Bucket(name="w", limit=1, window_ns=100 * SECOND)
        http, backend, _ = caller(OK, OK, budget=RateBudget([bucket]), max_wait_ns=10 * SECOND)
        await http.call(PING, query(weights={"w": 1}))
        with pytest.raises(RateLimited, match="no room in the rate budget"):
            await http.call(PING, query(weights={"w": 1}))
        assert len(backend.requests) == 1

    run(test)


def test_a_refused_timestamp_measures_the_clock_anew() -> None:
    async def test() -> None:
        measured = []

        async def measure(operation: str) -> None:
            measured.append(operation)

        stale = Response(status=400, body=b'{"code": -1021}')
        http, _, _ = caller(stale, OK, on_clock_error=measure)
        assert await http.call(PING, query()) == OK.body
        assert measured == ["ping"]

    run(test)


def test_a_refusal_carries_status_code_meaning_and_body() -> None:
    async def test() -> None:
        http, _, _ = caller(Response(status=400, body=b'{"code": 7, "msg": "no"}'))
        with pytest.raises(VenueError) as caught:
            await http.call(PING, query())
        error = caught.value
        assert (error.venue, error.operation, error.status, error.code, error.meaning) == (
            "test",
            "ping",
            400,
            "7",
            "no",
        )
        assert error.body == '{"code": 7, "msg": "no"}'

    run(test)


def test_neither_log_nor_error_shows_how_a_request_was_signed(caplog: pytest.LogCaptureFixture) -> None:
    async def test() -> None:
        request = Request(
            method="POST",
            url="https://api.test/order",
            headers=(("X-SOME-APIKEY", "KEYKEYKEY"),),
            query=(("signature", "SIGSIGSIG"),),
            body=b'{"secret": "BODYBODY"}',
            operation="order",
        )
        echo = Response(status=500, body=b'{"msg": "bad", "apiKey": "KEYKEYKEY", "sign": "SIGSIGSIG"}')
        http, _, _ = caller(echo, echo, echo, echo)
        with caplog.at_level("DEBUG"), pytest.raises(ServerError) as caught:
            await http.call(request, query())
        shown = caplog.text + str(caught.value) + repr(caught.value.facts)
        assert "call again" in shown and "X-SOME-APIKEY" in shown
        for secret in ("KEYKEYKEY", "SIGSIGSIG", "BODYBODY"):
            assert secret not in shown

    run(test)
