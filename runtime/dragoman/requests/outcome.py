"""What became of a command: accepted, rejected or unknown; unknown is never turned into rejected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.errors import OutcomeUnknown, VenueError
from dragoman.model import Accepted, Outcome, Rejected, Unknown
from dragoman.net.facts import ErrorClass, ErrorRule, ErrorTable
from dragoman.net.policy import at_path, tells_error
from dragoman.requests.facts import Command, OutcomeFacts
from dragoman.translate.rows import decoder

_OF_AN_ORDER = ("submit_", "modify_order", "cancel_order")
"""Commands whose answer tells of the order; one that tells of nothing may be anybody's, such as a gateway's."""
_UNREADABLE = (msgspec.DecodeError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)


def outcome(
    command: Command, errors: ErrorTable, status: int, body: bytes, client_order_id: Any = None
) -> Outcome:
    """The outcome that an answer tells; an answer that can't be read leaves it open."""
    return outcomes(command, errors, status, body, [client_order_id])[0]


def outcomes(
    command: Command, errors: ErrorTable, status: int, body: bytes, client_order_ids: Sequence[Any]
) -> list[Outcome]:
    """The outcome of each entry that was sent, in their order; an answer without rows of its own is about all of them."""
    facts = command.outcome
    try:
        said = msgspec.json.decode(body) if body else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _all(client_order_ids, Unknown(why=f"HTTP {status}: the answer is not JSON"))
    failed = not 200 <= status < 300 or tells_error(errors, said)
    if facts.rows is not None:
        told = _of_rows(facts, errors, body, client_order_ids)
        if told is not None:
            return told
    if failed:
        return _all(client_order_ids, _refusal(command, errors, status, said))
    if facts.payload is None:
        if command.name.startswith(_OF_AN_ORDER) and not (said and isinstance(said, dict | list)):
            return _all(client_order_ids, Unknown(why=f"HTTP {status}: the answer tells of no order"))
        return _all(client_order_ids, Accepted())
    if facts.rows is not None:
        return _all(client_order_ids, Unknown(why=f"HTTP {status}: the answer does not tell of each entry"))
    try:
        found = _read(facts, errors, (decoder(facts.payload).decode(body),))
    except _UNREADABLE as error:
        found = Unknown(why=f"HTTP {status}: the answer can't be read: {error}")
    if command.legs and isinstance(found, Accepted):
        # One row about a whole list is about the order that sets off the others.
        rest = Accepted(ts_event=found.ts_event)
        return [found if each == found.client_order_id else _named(rest, each) for each in client_order_ids]
    return _all(client_order_ids, found)


def outcome_of_error(error: VenueError | OutcomeUnknown, client_order_id: Any = None) -> Outcome:
    """The outcome that a failed call means."""
    if isinstance(error, OutcomeUnknown):
        return Unknown(why=str(error), code=error.code, client_order_id=client_order_id)
    return Rejected(
        reason=error.meaning or error.why or str(error), code=error.code, client_order_id=client_order_id
    )


def refusals(errors: ErrorTable, status: int, found: Sequence[Outcome]) -> dict[ErrorClass, ErrorRule]:
    """What an answer or its entries are refused for, one rule of each class."""
    said = (
        (each.code, each.why if isinstance(each, Unknown) else each.reason)
        for each in found
        if not isinstance(each, Accepted)
    )
    rules = (errors.rule(code or "", why, status) for code, why in said)
    return {rule.kind: rule for rule in rules if rule is not None}


def _of_rows(
    facts: OutcomeFacts, errors: ErrorTable, body: bytes, client_order_ids: Sequence[Any]
) -> list[Outcome] | None:
    """What the rows say; None where the answer has no row for each entry, and its whole has to tell."""
    try:
        message = decoder(facts.payload).decode(body)
        rows = list(facts.rows(message)) if facts.rows is not None else []
    except _UNREADABLE:
        return None
    if len(rows) != len(client_order_ids):
        return None
    found: list[Outcome] = []
    for row in rows:
        try:
            found.append(_read(facts, errors, (message, row)))
        except _UNREADABLE as error:
            found.append(Unknown(why=f"a row of the answer can't be read: {error}"))
    named = {each.client_order_id: each for each in found if each.client_order_id is not None}
    if len(named) == len(found) and set(named) == set(client_order_ids):
        # Rows that say whose they are may come in any order.
        return [named[each] for each in client_order_ids]
    return [_named(each, sent) for each, sent in zip(found, client_order_ids, strict=True)]


def _read(facts: OutcomeFacts, errors: ErrorTable, told: tuple[Any, ...]) -> Outcome:
    """What a body, or a body and one of its rows, says."""
    taken = facts.accepted is None or facts.accepted(*told)
    ids = {name: read(*told) for name, read in facts.ids.items()} if taken or len(told) > 1 else {}
    named = {
        name: str(value) for name, value in ids.items() if name != "ts_event" and value not in (None, "")
    }
    if taken:
        return Accepted(**named, ts_event=ids.get("ts_event"))
    code = "" if facts.code is None else _text(facts.code(*told))
    reason = "" if facts.reason is None else _text(facts.reason(*told))
    return _named(_classed(facts, errors, 0, code, reason), named.get("client_order_id"))


def _refusal(command: Command, errors: ErrorTable, status: int, said: Any) -> Outcome:
    code, reason = _text(at_path(said, errors.code)), _text(at_path(said, errors.message))
    unknown = command.outcome.unknown
    rule = errors.rule(code, reason, status)
    taken = rule is None or rule.kind != "not_taken"
    if taken and ((status >= 500 and "http_5xx" in unknown) or (status == 429 and "http_429" in unknown)):
        return Unknown(why=f"HTTP {status} {reason}".strip(), code=code or None)
    return _classed(command.outcome, errors, status, code, reason)


def _classed(facts: OutcomeFacts, errors: ErrorTable, status: int, code: str, reason: str) -> Outcome:
    rule = errors.rule(code, reason, status) or ErrorRule("", errors.default)
    told = ": ".join(part for part in (rule.meaning, reason) if part)
    told = told or (f"HTTP {status}" if status else f"code {code}" if code else "the venue gives no reason")
    limited = rule.kind in ("rate_limit", "banned") and "http_429" in facts.unknown
    if rule.kind in ("unknown", "server") or limited:
        return Unknown(why=told, code=code or None)
    return Rejected(reason=told, code=code or None)


def _all(client_order_ids: Sequence[Any], found: Outcome) -> list[Outcome]:
    return [_named(found, each) for each in client_order_ids]


def _named(found: Outcome, client_order_id: Any) -> Outcome:
    """The outcome with the id that was sent, where it tells none itself."""
    if found.client_order_id is not None or client_order_id is None:
        return found
    return msgspec.structs.replace(found, client_order_id=client_order_id)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def misses_order(errors: ErrorTable, outcome: Outcome) -> bool:
    """Whether the venue refused since it has no such order any more."""
    if not isinstance(outcome, Rejected):
        return False
    rule = errors.rule(outcome.code or "", outcome.reason, 0)
    return rule is not None and rule.kind == "not_found"
