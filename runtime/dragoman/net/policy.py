"""What an HTTP outcome means and what to do next; decides, and touches neither sockets nor clocks."""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime
from random import Random
from typing import Any

import msgspec

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
from dragoman.errors.base import excerpt
from dragoman.limits import Scope
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.facts import ErrorClass, ErrorRule, ErrorTable, OperationFacts, Path
from dragoman.net.wire import Response

_TIMED_OUT = (408, 499)
"""What gateways say when time ran out between them and the client, or the venue: nobody knows what was carried out."""
_DEFAULT_BLOCK_NS: dict[ErrorClass, int] = {"banned": 120 * NS_PER_SECOND, "rate_limit": NS_PER_SECOND}

_LONGEST_ERROR = 4_000
"""Answers that are longer are results; errors are told in a few words."""

_LONGEST_PAGE = 160
"""Characters of a page that are told, where it stands for the venue's own words."""

Block = tuple[Scope, int]
"""What may not be sent any more, and for how many ns."""


class Done(msgspec.Struct, frozen=True):
    """The call succeeded."""

    body: bytes


class Again(msgspec.Struct, frozen=True):
    """Send once more after `wait_ns`; `error` is raised instead if that cannot be."""

    wait_ns: int
    error: HttpError
    block: Block | None = None
    clock_off: bool = False


class Failed(msgspec.Struct, frozen=True):
    """The call is over; `block` is a scope and how long nothing of it may be sent."""

    error: HttpError
    block: Block | None = None
    clock_off: bool = False


Verdict = Done | Again | Failed


def retry_after_ns(header: str | None, now_ns: int) -> int | None:
    """The wait that a Retry-After header asks for, in seconds or as an HTTP date; None when it is absent or unreadable."""
    if header is None:
        return None
    text = header.strip()
    try:
        seconds = Decimal(text)
        return int(seconds * NS_PER_SECOND) if seconds.is_finite() and seconds >= 0 else None
    except InvalidOperation:
        pass
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    whole = when.replace(tzinfo=when.tzinfo or UTC)
    return max(int(whole.timestamp()) * NS_PER_SECOND - now_ns, 0)


def block_of(rule: ErrorRule, table: ErrorTable, header: str | None, body: bytes, unix_ns: int) -> Block:
    """How long nothing may be sent after a refusal for too many requests: as its Retry-After or its body says, else a while."""
    wait_ns = retry_after_ns(header, unix_ns)
    if wait_ns is None and table.retry_at and _looks_like_json(body):
        try:
            moment = at_path(msgspec.json.decode(body), table.retry_at)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            moment = None
        if isinstance(moment, int) and not isinstance(moment, bool):
            wait_ns = max(moment * (NS_PER_SECOND // 1_000) - unix_ns, 0)
    return rule.scope or "address", _DEFAULT_BLOCK_NS[rule.kind] if wait_ns is None else wait_ns


def at_path(body: Any, path: Path) -> Any:
    """The value at `path` of decoded JSON, or None where the path leads nowhere."""
    for step in path:
        if isinstance(body, dict):
            body = body.get(step)
        elif isinstance(body, list) and isinstance(step, int) and -len(body) <= step < len(body):
            body = body[step]
        else:
            return None
    return body


def tells_error(table: ErrorTable, said: Any) -> bool:
    """Whether an answer with a good status is an error: as the specification tells them, else by a code that stands where errors have theirs."""
    if table.failed is not None:
        return table.failed(said)
    code = at_path(said, table.code)
    # What stands in an object of its own stands nowhere else; a code beside a result may be that all went well.
    return code is not None and (len(table.code) > 1 or str(code) in table.codes)


class CallPolicy:
    """The decisions of one call, from its first attempt to its end; `started_ns` opens the time budget."""

    __slots__ = ("_attempt", "_clock_tried", "_deadline_ns", "_facts", "_left_open", "_random")

    def __init__(self, facts: OperationFacts, started_ns: int, random: Random) -> None:
        self._facts = facts
        self._deadline_ns = started_ns + facts.retry.budget_ns
        self._random = random
        self._attempt = 0
        self._clock_tried = False
        self._left_open = False

    def on_failure(self, error: HttpError, now_ns: int) -> Verdict:
        """What follows when no usable response came: a TransportError, RequestTimeout, RequestCut or BadResponse."""
        facts = self._facts
        if isinstance(error, TransportError):
            return self._again(error, now_ns)
        if isinstance(error, RequestTimeout | RequestCut):
            declared = "timeout" if isinstance(error, RequestTimeout) else "disconnect"
            if facts.kind == "query" or declared in facts.unknown:
                return self._again(error, now_ns)
            # The specification says in writing that this failure leaves nothing open.
            return self._over(VenueError(facts.venue, facts.name, error.why))
        if facts.kind == "command":
            return self._over(self._open(error.why, status=error.status, body=error.body))
        return self._over(error)

    def on_response(self, response: Response, now_ns: int, unix_ns: int) -> Verdict:
        """What follows from `response`: its result, a typed error, or another attempt.

        `now_ns` is on the clock of the time budget, `unix_ns` is for a Retry-After given as a date.
        """
        status, table = response.status, self._facts.errors
        succeeded = 200 <= status < 300
        if not _looks_like_json(response.body):
            if succeeded and self._facts.expects != "json":
                return Done(response.body)
            return self._on_unreadable(response, "the body is not JSON", now_ns, unix_ns)
        if 300 <= status < 400:
            return self._on_unreadable(response, "unexpected redirect", now_ns, unix_ns)
        if succeeded and table.failed is None and not self._may_be_error(response.body):
            return Done(response.body)
        try:
            body = msgspec.json.decode(response.body) if response.body else None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            if succeeded and self._facts.expects != "json":
                return Done(response.body)
            return self._on_unreadable(response, "the body is not JSON", now_ns, unix_ns)
        code, message = _text(at_path(body, table.code)), _text(at_path(body, table.message))
        # Codes that send the reader of a command's answer to its rows leave a question without an answer.
        is_refusal = self._facts.kind == "query" and code in table.codes
        if succeeded and not is_refusal and not tells_error(table, body):
            return Done(response.body)
        rule = table.rule(code, message, status) or ErrorRule("", self._class_of(status))
        return self._on_error(rule, response, code, message, now_ns, unix_ns)

    def _may_be_error(self, body: bytes) -> bool:
        """Whether it is worth a look; the outcome of a command is read with its rows, by who knows them."""
        return self._facts.kind == "query" and body[:1] == b"{" and len(body) <= _LONGEST_ERROR

    def _on_unreadable(self, response: Response, why: str, now_ns: int, unix_ns: int) -> Verdict:
        facts, status = self._facts, response.status
        rule = facts.errors.statuses.get(status)
        if rule is None and status >= 400:
            rule = ErrorRule("", self._class_of(status))
        # A page refuses a command, and is no answer to a question: least of all that there is no such order.
        if rule is not None and (facts.kind == "command" or rule.kind not in ("rejected", "not_found")):
            page = excerpt(response.body, _LONGEST_PAGE)
            return self._on_error(rule, response, "", page, now_ns, unix_ns)
        why = f"{why} ({response.headers.get('content-type', 'no content type')})"
        if facts.kind == "command":
            return self._over(self._open(why, status=status, body=response.body))
        error = BadResponse(facts.venue, facts.name, why, status=status, body=response.body)
        return self._again(error, now_ns) if 200 <= status < 300 else self._over(error)

    def _class_of(self, status: int) -> ErrorClass:
        if status >= 500 or status in _TIMED_OUT:
            return "server"
        known: dict[int, ErrorClass] = {401: "auth", 404: "not_found", 418: "banned", 429: "rate_limit"}
        return known.get(status, self._facts.errors.default)

    def _on_error(
        self, rule: ErrorRule, response: Response, code: str, message: str, now_ns: int, unix_ns: int
    ) -> Verdict:
        venue, name, kind = self._facts.venue, self._facts.name, rule.kind
        told: dict[str, Any] = {
            "status": response.status,
            "code": code or None,
            "meaning": ": ".join(dict.fromkeys(part for part in (rule.meaning, message) if part)) or None,
            "body": response.body,
        }
        if kind in ("rejected", "not_found"):
            return self._over(VenueError(venue, name, **told))
        if kind in ("auth", "clock"):
            refused = AuthError(venue, name, **told)
            return self._on_clock(refused) if kind == "clock" else self._over(refused)
        if kind in ("rate_limit", "banned"):
            return self._on_limit(rule, response, told, now_ns, unix_ns)
        wait_ns = retry_after_ns(response.headers.get("retry-after"), unix_ns)
        if kind == "not_taken":
            wait = None if wait_ns is None else wait_ns / NS_PER_SECOND
            busy = RateLimited(venue, name, "too busy to take it", retry_after=wait, **told)
            return self._again(busy, now_ns, wait_ns)
        if kind == "unknown":
            return self._again(self._open("the venue cannot say what became of it", **told), now_ns)
        if self._facts.kind == "command" and "http_5xx" not in self._facts.unknown:
            return self._over(VenueError(venue, name, **told))
        why = "the venue is in maintenance" if kind == "maintenance" else ""
        return self._again(ServerError(venue, name, why, **told), now_ns, wait_ns)

    def _on_limit(
        self, rule: ErrorRule, response: Response, told: dict[str, Any], now_ns: int, unix_ns: int
    ) -> Verdict:
        header = response.headers.get("retry-after")
        block = block_of(rule, self._facts.errors, header, response.body, unix_ns)
        why = "banned" if rule.kind == "banned" else "rate limited"
        seconds = block[1] / NS_PER_SECOND
        error: HttpError
        if self._facts.kind == "command" and "http_429" in self._facts.unknown:
            error = self._open(f"{why} after it was sent", retry_after=seconds, **told)
        else:
            error = RateLimited(
                self._facts.venue, self._facts.name, why, retry_after=seconds, scope=block[0], **told
            )
        if rule.kind == "banned":
            return self._over(error, block)
        return self._again(error, now_ns, block[1], block)

    def _on_clock(self, refused: AuthError) -> Verdict:
        if self._clock_tried or self._facts.kind == "command":
            return self._over(refused, clock_off=True)
        self._clock_tried = True
        return Again(0, refused, clock_off=True)

    def _again(
        self, error: HttpError, now_ns: int, wait_ns: int | None = None, block: Block | None = None
    ) -> Verdict:
        retry = self._facts.retry
        self._attempt += 1
        ceiling = min(retry.first_delay_ns << (self._attempt - 1), retry.max_delay_ns)
        wait_ns = max(wait_ns or 0, self._random.randrange(ceiling // 2, ceiling + 1))
        in_budget = self._attempt < retry.attempts and now_ns + wait_ns <= self._deadline_ns
        if not (self._facts.repeatable and in_budget):
            return self._over(error, block)
        self._left_open |= isinstance(error, OutcomeUnknown)
        return Again(wait_ns, error, block)

    def _over(self, error: HttpError, block: Block | None = None, *, clock_off: bool = False) -> Failed:
        if self._facts.kind == "command" and self._left_open and not isinstance(error, OutcomeUnknown):
            # An earlier attempt may have taken effect: what the venue says of the repetition does not undo it.
            told = {"status": error.status, "code": error.code, "meaning": error.meaning, "body": error.body}
            error = self._open("an earlier attempt was left open, and the last one failed", **told)
        return Failed(error, block, clock_off)

    def _open(self, why: str, **told: Any) -> OutcomeUnknown:
        return OutcomeUnknown(self._facts.venue, self._facts.name, why, **told)


def _looks_like_json(body: bytes) -> bool:
    # A gateway's page in front of the venue comes as HTML or plain text, whatever was asked for.
    start = body[:64].lstrip()[:1]
    return not start or start in b'{["-0123456789tfn'


def _text(value: object) -> str:
    return "" if value is None else str(value)
