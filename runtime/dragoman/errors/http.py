"""Errors of requests: the class says whether to wait, to ask again, or to find out what happened."""

from __future__ import annotations

from typing import Any

from dragoman.errors.base import DragomanError, excerpt

BODY_LIMIT = 2000
"""Most characters of a venue's answer that an error carries."""


class HttpError(DragomanError):
    """A request failed. `status`, `code`, `meaning` and `body` are what the venue said, None or empty where it said nothing."""

    venue: str
    operation: str
    why: str
    status: int | None
    code: str | None
    meaning: str | None
    body: str
    advice = ""

    def __init__(
        self,
        venue: str,
        operation: str,
        why: str = "",
        *,
        status: int | None = None,
        code: str | int | None = None,
        meaning: str | None = None,
        body: object = "",
        **facts: Any,
    ) -> None:
        text = excerpt(body, BODY_LIMIT) if body else ""
        said = excerpt(meaning) if meaning else None
        told = (
            why,
            f"HTTP {status}" if status else "",
            f"code {code}" if code is not None else "",
            said or text[:160],
        )
        sentence = f"{venue} {operation}: {', '.join(part for part in told if part) or 'failed'}"
        super().__init__(
            f"{sentence}; {self.advice}" if self.advice else sentence,
            venue=venue,
            operation=operation,
            why=why,
            status=status,
            code=None if code is None else str(code),
            meaning=said,
            body=text,
            **facts,
        )


class VenueError(HttpError):
    """The venue understood the request and said no; the same request will fail again."""

    advice = "change the request: asking again won't help"


class AuthError(VenueError):
    """The venue doesn't accept the key, the signature, the clock or the permissions."""

    advice = "check the key, its permissions and the machine's clock"


class RateLimited(HttpError):
    """Too many requests; `retry_after` seconds (None: not told) hold for everything in `scope`."""

    retry_after: float | None
    scope: str

    def __init__(
        self,
        venue: str,
        operation: str,
        why: str = "rate limited",
        *,
        retry_after: float | None = None,
        scope: str = "",
        **told: Any,
    ) -> None:
        wait = "" if retry_after is None else f", wait {retry_after:g} s"
        held = f" ({scope})" if scope else ""
        super().__init__(venue, operation, f"{why}{held}{wait}", retry_after=retry_after, scope=scope, **told)


class BadResponse(HttpError):
    """An answer came, but it isn't what the operation is declared to return."""

    advice = "the venue's API may have changed: compare `body` with the spec"


class TransportError(HttpError):
    """The request never reached the venue (name, route, TLS, refused); asking again is safe."""

    advice = "nothing was sent: check the address and the network, then try again"


class OutcomeUnknown(HttpError):
    """The request may have taken effect; find out by a query before sending it again."""

    advice = "it may have taken effect: query before trying again"


class ServerError(OutcomeUnknown):
    """The venue answered with a fault of its own (5xx)."""


class RequestTimeout(OutcomeUnknown):
    """No answer came within `timeout` seconds."""

    timeout: float

    def __init__(self, venue: str, operation: str, timeout: float, **told: Any) -> None:
        super().__init__(venue, operation, f"no answer within {timeout:g} s", timeout=timeout, **told)


class RequestCut(OutcomeUnknown):
    """The connection broke after the request was sent and before an answer came."""
