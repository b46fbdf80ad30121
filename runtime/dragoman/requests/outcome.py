"""What became of a command: accepted, rejected or unknown; unknown is never turned into rejected."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.errors import OutcomeUnknown, VenueError
from dragoman.model import Accepted, Outcome, Rejected, Unknown
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.net.policy import at_path
from dragoman.requests.facts import Command
from dragoman.translate.rows import decoder


def outcome(
    command: Command, errors: ErrorTable, status: int, body: bytes, client_order_id: Any = None
) -> Outcome:
    """The outcome that an answer tells; an answer that can't be read leaves it open."""
    facts = command.outcome
    try:
        said = msgspec.json.decode(body) if body else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Unknown(why=f"HTTP {status}: the answer is not JSON", client_order_id=client_order_id)
    good = 200 <= status < 300
    if not good or (errors.failed is not None and errors.failed(said)):
        return _refusal(command, errors, status, said, client_order_id)
    if facts.payload is None:
        return Accepted(client_order_id=client_order_id)
    try:
        message = decoder(facts.payload).decode(body)
        if facts.accepted is not None and not facts.accepted(message):
            code = "" if facts.code is None else _text(facts.code(message))
            reason = "" if facts.reason is None else _text(facts.reason(message))
            return _classed(errors, status, code, reason, client_order_id)
        ids = {name: read(message) for name, read in facts.ids.items()}
    except (
        msgspec.DecodeError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
    ) as error:
        return Unknown(
            why=f"HTTP {status}: the answer can't be read: {error}", client_order_id=client_order_id
        )
    named = {name: _text(value) for name, value in ids.items() if name != "ts_event" and value is not None}
    named.setdefault("client_order_id", client_order_id)
    return Accepted(**named, ts_event=ids.get("ts_event"))


def outcome_of_error(error: VenueError | OutcomeUnknown, client_order_id: Any = None) -> Outcome:
    """The outcome that a failed call means."""
    if isinstance(error, OutcomeUnknown):
        return Unknown(why=str(error), client_order_id=client_order_id)
    return Rejected(
        reason=error.meaning or error.why or str(error), code=error.code, client_order_id=client_order_id
    )


def _refusal(command: Command, errors: ErrorTable, status: int, said: Any, client_order_id: Any) -> Outcome:
    code, reason = _text(at_path(said, errors.code)), _text(at_path(said, errors.message))
    unknown = command.outcome.unknown
    if (status >= 500 and "http_5xx" in unknown) or (status == 429 and "http_429" in unknown):
        return Unknown(why=f"HTTP {status} {reason}".strip(), client_order_id=client_order_id)
    return _classed(errors, status, code, reason, client_order_id)


def _classed(errors: ErrorTable, status: int, code: str, reason: str, client_order_id: Any) -> Outcome:
    rule = errors.codes.get(code) or errors.statuses.get(status) or ErrorRule("", errors.default)
    told = ": ".join(part for part in (rule.meaning, reason) if part) or f"HTTP {status}"
    if rule.kind in ("unknown", "server"):
        return Unknown(why=told, client_order_id=client_order_id)
    return Rejected(reason=told, code=code or None, client_order_id=client_order_id)


def _text(value: object) -> str:
    return "" if value is None else str(value)
