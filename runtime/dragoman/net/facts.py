"""What a specification declares about an operation and about a venue's errors, as the HTTP policy needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from dragoman.limits import Scope
from dragoman.net.backend import NS_PER_SECOND

ErrorClass = Literal[
    "rejected",  # understood and refused; the same request fails again
    "not_found",  # refused because there is no such thing
    "auth",  # key, signature or permission
    "clock",  # the timestamp is outside the venue's window
    "rate_limit",  # too many requests, for now
    "not_taken",  # the venue is too busy, and did nothing, whatever the status
    "banned",  # so many that nothing is answered for a while
    "maintenance",  # the venue is down on purpose
    "server",  # a fault on the venue's side
    "unknown",  # the venue itself cannot say what became of the request
]

Path = tuple[str | int, ...]
Unknown = Literal["timeout", "disconnect", "http_5xx", "http_429"]


class ErrorRule(msgspec.Struct, frozen=True):
    """What one code means, in words and for what follows; `scope` is what a rate limit holds for."""

    meaning: str
    kind: ErrorClass = "rejected"
    scope: Scope | None = None


class ErrorTable(msgspec.Struct, frozen=True, kw_only=True):
    """Where an error body keeps its code and text, and what each code means.

    `failed` tells an error that arrives with HTTP 200 from a result; `statuses` gives the meaning of HTTP statuses whose body
    names no known code, `reasons` that of words in a body's text, which go before its code; `default` classes the codes that the
    table does not list; `post_only` are codes, and words of reasons, of refusals because an order that only rests would have taken
    liquidity; `fine` is what an answer that refuses nothing says beside its payload; `retry_at` is where a body says before
    which moment, in UNIX milliseconds, nothing more may be sent.
    """

    code: Path = ("code",)
    message: Path = ("msg",)
    codes: Mapping[str, ErrorRule] = {}
    statuses: Mapping[int, ErrorRule] = {}
    reasons: Mapping[str, ErrorRule] = {}
    default: ErrorClass = "rejected"
    failed: Callable[[Any], bool] | None = None
    post_only: tuple[str, ...] = ()
    fine: Mapping[str, Any] = {}
    retry_at: Path = ()

    def rule(self, code: str, reason: str, status: int = 0) -> ErrorRule | None:
        """What a refusal means by the words of its reason, else by its code, else by the HTTP status; None where nothing says it."""
        words = next((words for words in self.reasons if words in reason), None)
        if words is not None:
            return self.reasons[words]
        return self.codes.get(code) or self.statuses.get(status)

    def is_post_only(self, code: str | None, reason: str) -> bool:
        """Whether a refusal is because an order that only rests would have taken liquidity."""
        return code in self.post_only or any(
            words in reason for words in self.post_only if not words.lstrip("-").isdigit()
        )


class RetryFacts(msgspec.Struct, frozen=True, kw_only=True):
    """How often and how long a query may be repeated; the budget spans all attempts and waits of one call."""

    attempts: int = 4
    first_delay_ns: int = NS_PER_SECOND // 4
    max_delay_ns: int = 8 * NS_PER_SECOND
    budget_ns: int = 30 * NS_PER_SECOND


class OperationFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One operation: a `query` only reads; a `command` changes something, so its outcome may be unknown.

    `idempotent` says that the request carries a key by which the venue recognizes a repetition. `unknown` lists the failures
    that leave a command's outcome open. `weights` is what one request costs of each rate bucket.
    """

    venue: str
    name: str
    kind: Literal["query", "command"] = "query"
    idempotent: bool = False
    private: bool = False
    weights: Mapping[str, int] = {}
    errors: ErrorTable = ErrorTable()
    expects: Literal["json", "text", "bytes"] = "json"
    timeout_ns: int = 10 * NS_PER_SECOND
    retry: RetryFacts = RetryFacts()
    unknown: frozenset[Unknown] = frozenset({"timeout", "disconnect", "http_5xx", "http_429"})

    @property
    def repeatable(self) -> bool:
        """Whether sending the request twice does no more than sending it once."""
        return self.kind == "query" or self.idempotent
