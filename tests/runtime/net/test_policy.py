"""What each kind of HTTP outcome means for a query and for a command."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from dragoman.errors import (
    AuthError,
    BadResponse,
    HttpError,
    OutcomeUnknown,
    RateLimited,
    RequestCut,
    RequestTimeout,
    ServerError,
    TransportError,
    VenueError,
)
from dragoman.net.facts import ErrorRule, ErrorTable, OperationFacts, RetryFacts
from dragoman.net.policy import Again, CallPolicy, Done, Failed, Verdict, at_path, retry_after_ns
from dragoman.net.wire import Response

SECOND = 1_000_000_000
UNIX = 1_700_000_000 * SECOND

TABLE = ErrorTable(
    codes={
        "-1021": ErrorRule("timestamp outside the window", "clock"),
        "-1003": ErrorRule("too many requests", "rate_limit"),
        "-1007": ErrorRule("timed out inside, status unknown", "unknown"),
        "-2010": ErrorRule("new order rejected"),
        "-2013": ErrorRule("no such order", "not_found"),
        "-2014": ErrorRule("bad API key format", "auth"),
        "-9000": ErrorRule("order limit", "rate_limit", "account"),
        "-1008": ErrorRule("the queue is full", "not_taken"),
    },
    failed=lambda body: isinstance(body, dict) and body.get("success") is False,
    retry_at=("data", "until"),
)


def policy(kind: str = "query", **changes: Any) -> CallPolicy:
    declared: dict[str, Any] = {"venue": "test", "name": "op", "kind": kind, "errors": TABLE, **changes}
    return CallPolicy(OperationFacts(**declared), 0, Random(5))


def response(status: int, body: bytes = b"{}", **headers: str) -> Response:
    return Response(
        status=status, headers={name.replace("_", "-"): text for name, text in headers.items()}, body=body
    )


def verdict_on(status: int, body: bytes = b"{}", kind: str = "query", **headers: str) -> Verdict:
    return policy(kind).on_response(response(status, body, **headers), 0, UNIX)


def error_of(verdict: Verdict) -> HttpError:
    assert isinstance(verdict, Again | Failed)
    return verdict.error


def test_a_result_is_passed_on_unread() -> None:
    assert verdict_on(200, b'{"a": 1}') == Done(b'{"a": 1}')
    assert verdict_on(200, b"[]", "command") == Done(b"[]")
    assert verdict_on(204, b"") == Done(b"")


def test_a_code_that_sends_the_reader_to_the_rows_is_no_answer_to_a_question() -> None:
    # What tells errors lets it pass, since the rows of a batch say more; a question has no such rows.
    body = b'{"success": true, "code": -2010, "msg": "all operations failed", "data": []}'
    assert isinstance(error_of(verdict_on(200, body)), VenueError)
    assert verdict_on(200, body, "command") == Done(body)


def test_a_page_in_place_of_the_venues_words_is_told() -> None:
    page = b"<html><title>Forbidden</title></html>"
    told = policy("command", errors=ErrorTable(statuses={403: ErrorRule("no permission", "auth")}))
    error = error_of(told.on_response(response(403, page), 0, UNIX))
    assert isinstance(error, AuthError)
    assert error.meaning == "no permission: <html><title>Forbidden</title></html>"


def test_an_error_inside_of_a_success_is_an_error() -> None:
    error = error_of(
        verdict_on(200, b'{"success": false, "code": -2010, "msg": "insufficient balance"}', "command")
    )
    assert type(error) is VenueError
    assert (error.status, error.code, error.meaning) == (
        200,
        "-2010",
        "new order rejected: insufficient balance",
    )


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (400, -2010, VenueError),
        (400, -2013, VenueError),
        (401, -2014, AuthError),
        (400, -1021, AuthError),
        (400, -424242, VenueError),
        (401, 0, AuthError),
        (404, 0, VenueError),
    ],
)
@pytest.mark.parametrize("kind", ["query", "command"])
def test_what_the_venue_refuses_is_definite(
    kind: str, status: int, code: int, expected: type[HttpError]
) -> None:
    error = error_of(verdict_on(status, b'{"code": %d, "msg": "m"}' % code, kind))
    assert type(error) is expected


@pytest.mark.parametrize(
    "failure", ["timeout", "disconnect", "500", "503", "429", "418", "-1007", "html 200"]
)
def test_what_leaves_a_command_open_is_never_repeated_nor_called_rejected(failure: str) -> None:
    one = policy("command")
    if failure == "timeout":
        verdict = one.on_failure(RequestTimeout("test", "op", 1), 0)
    elif failure == "disconnect":
        verdict = one.on_failure(RequestCut("test", "op", "reset"), 0)
    elif failure == "-1007":
        verdict = one.on_response(response(400, b'{"code": -1007}'), 0, UNIX)
    elif failure == "html 200":
        verdict = one.on_response(response(200, b"<html>busy</html>"), 0, UNIX)
    else:
        verdict = one.on_response(response(int(failure)), 0, UNIX)
    assert isinstance(verdict, Failed)
    assert isinstance(verdict.error, OutcomeUnknown)


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_query_is_repeated(status: int) -> None:
    assert isinstance(verdict_on(status), Again)


def test_a_query_is_repeated_after_timeouts_cuts_and_failed_connections() -> None:
    one = policy()
    for error in (RequestTimeout("t", "o", 1), RequestCut("t", "o"), TransportError("t", "o", "refused")):
        assert isinstance(one.on_failure(error, 0), Again)


def test_a_command_that_was_never_sent_has_a_definite_outcome() -> None:
    verdict = policy("command").on_failure(TransportError("test", "op", "refused"), 0)
    assert isinstance(verdict, Failed) and type(verdict.error) is TransportError


def test_a_command_with_a_declared_key_is_repeated() -> None:
    one = policy("command", idempotent=True)
    assert isinstance(one.on_failure(RequestTimeout("test", "op", 1), 0), Again)


def test_a_refusal_of_the_repetition_does_not_undo_an_open_first_attempt() -> None:
    one = policy("command", idempotent=True)
    assert isinstance(one.on_failure(RequestTimeout("test", "op", 1), 0), Again)
    verdict = one.on_response(response(400, b'{"code": -2010, "msg": "duplicate order"}'), 0, UNIX)
    assert isinstance(verdict, Failed) and type(verdict.error) is OutcomeUnknown
    assert verdict.error.code == "-2010"


def test_what_the_specification_calls_definite_is() -> None:
    one = policy("command", unknown=frozenset({"timeout", "disconnect"}))
    assert type(error_of(one.on_response(response(429), 0, UNIX))) is RateLimited
    assert type(error_of(one.on_response(response(503), 0, UNIX))) is VenueError


@pytest.mark.parametrize("status", [503, 429, 400])
def test_what_the_venue_says_it_did_not_take_is_definite_whatever_the_status(status: int) -> None:
    said = response(status, b'{"code": -1008}', retry_after="2")
    verdict = policy("command").on_response(said, 0, UNIX)
    assert isinstance(verdict, Failed) and verdict.block is None
    assert isinstance(verdict.error, RateLimited) and verdict.error.retry_after == 2
    asked = policy().on_response(said, 0, UNIX)
    assert isinstance(asked, Again) and asked.wait_ns == 2 * SECOND


def test_delays_double_with_jitter_until_the_attempts_are_used_up() -> None:
    one = policy(retry=RetryFacts(attempts=4, first_delay_ns=SECOND, max_delay_ns=3 * SECOND))
    waits = []
    while isinstance(verdict := one.on_response(response(502), 0, UNIX), Again):
        waits.append(verdict.wait_ns)
    assert [
        ceiling // 2 <= wait <= ceiling
        for wait, ceiling in zip(waits, (SECOND, 2 * SECOND, 3 * SECOND), strict=True)
    ]
    assert len(waits) == 3 and type(error_of(verdict)) is ServerError


def test_the_time_budget_of_a_call_is_kept() -> None:
    one = policy(retry=RetryFacts(budget_ns=10 * SECOND))
    assert isinstance(one.on_response(response(503), 9 * SECOND, UNIX), Again)
    assert isinstance(one.on_response(response(503), 10 * SECOND, UNIX), Failed)


def test_retry_after_is_obeyed_in_seconds_and_as_a_date() -> None:
    verdict = verdict_on(429, retry_after="7")
    assert isinstance(verdict, Again) and verdict.wait_ns == 7 * SECOND
    assert verdict.block == ("address", 7 * SECOND)
    assert isinstance(verdict.error, RateLimited) and verdict.error.retry_after == 7
    dated = verdict_on(503, retry_after="Tue, 14 Nov 2023 22:13:25 GMT")
    assert isinstance(dated, Again) and dated.wait_ns == 5 * SECOND


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("nan", None),
        ("-3", None),
        ("1.5", 1_500_000_000),
        (" 2 ", 2 * SECOND),
        ("Tue, 14 Nov 2023 22:13:25 GMT", 5 * SECOND),
        ("Tue, 14 Nov 2023 22:13:10 GMT", 0),
        ("Tue, 99 Nov 2023 22:13:10 GMT", None),
    ],
)
def test_retry_after_header(header: str | None, wait: int | None) -> None:
    assert retry_after_ns(header, UNIX) == wait


def test_a_wait_beyond_the_budget_is_told_instead_of_waited() -> None:
    verdict = verdict_on(429, retry_after="3600")
    assert isinstance(verdict, Failed) and isinstance(verdict.error, RateLimited)
    assert verdict.error.retry_after == 3600 and verdict.block == ("address", 3600 * SECOND)


def test_a_ban_stops_everything_at_once() -> None:
    verdict = verdict_on(418, b'{"code": -1003, "msg": "banned"}', retry_after="120")
    assert isinstance(verdict, Again | Failed) and verdict.block == ("address", 120 * SECOND)
    plain = verdict_on(418)
    assert isinstance(plain, Failed) and isinstance(plain.error, RateLimited)
    assert plain.block is not None and plain.block[1] > 0


@pytest.mark.parametrize(
    ("body", "header", "seconds"),
    [
        (b'{"code": -1003, "data": {"until": 1700000007000}}', None, 7),
        (b'{"code": -1003, "data": {"until": 1700000007000}}', "3", 3),
        (b'{"code": -1003, "data": {"until": 1600000000000}}', None, 0),
        (b'{"code": -1003, "data": {"until": "soon"}}', None, 1),
        (b'{"code": -1003, "data": {"until": true}}', None, 1),
        (b'{"code": -1003, "data": []}', None, 1),
        (b"<html>slow down</html>", None, 1),
    ],
)
def test_a_body_says_when_more_may_be_sent(body: bytes, header: str | None, seconds: int) -> None:
    verdict = verdict_on(429, body, **({} if header is None else {"retry_after": header}))
    assert isinstance(verdict, Again | Failed) and verdict.block == ("address", seconds * SECOND)


def test_a_limit_holds_for_the_scope_that_its_code_names() -> None:
    verdict = verdict_on(429, b'{"code": -9000}', retry_after="1")
    assert isinstance(verdict, Again) and verdict.block == ("account", SECOND)
    assert isinstance(verdict.error, RateLimited) and verdict.error.scope == "account"


def test_a_refused_timestamp_is_tried_once_more_with_a_new_clock() -> None:
    one = policy()
    stale = response(400, b'{"code": -1021}')
    first, second = one.on_response(stale, 0, UNIX), one.on_response(stale, 0, UNIX)
    assert isinstance(first, Again) and first.clock_off
    assert isinstance(second, Failed) and second.clock_off and type(second.error) is AuthError


@pytest.mark.parametrize(
    ("status", "expected"),
    [(200, BadResponse), (302, BadResponse), (403, BadResponse), (502, ServerError), (429, RateLimited)],
)
def test_a_gateways_page_is_no_answer_of_the_venue(status: int, expected: type[HttpError]) -> None:
    page = b"\n<html><body>Bad gateway</body></html>"
    error = error_of(verdict_on(status, page, content_type="text/html"))
    assert type(error) is expected and "Bad gateway" in error.body


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, OutcomeUnknown),
        (302, OutcomeUnknown),
        (403, VenueError),
        (404, VenueError),
        (401, AuthError),
        (408, OutcomeUnknown),
        (499, OutcomeUnknown),
        (502, OutcomeUnknown),
    ],
)
def test_a_gateways_page_refuses_a_command_unless_time_ran_out(
    status: int, expected: type[HttpError]
) -> None:
    found = policy(kind="command", unknown=frozenset({"timeout", "disconnect", "http_5xx"}))
    verdict = found.on_response(response(status, b"<html>no</html>"), 0, UNIX)
    assert isinstance(error_of(verdict), expected)


@pytest.mark.parametrize("body", [b'{"code": -1', b"upstream error", b"\xff\xfe{}"])
def test_a_body_that_is_no_json_is_a_bad_response(body: bytes) -> None:
    assert type(error_of(verdict_on(200, body))) is BadResponse


def test_text_is_what_a_text_operation_expects() -> None:
    assert policy(expects="text").on_response(response(200, b"a,b\n1,2"), 0, UNIX) == Done(b"a,b\n1,2")


def test_paths_into_error_bodies() -> None:
    body = {"error": {"list": [{"code": 7}]}}
    assert at_path(body, ("error", "list", 0, "code")) == 7
    assert at_path(body, ("error", "list", 3, "code")) is None
    assert at_path([], ("code",)) is None
