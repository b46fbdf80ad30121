"""`facts.py` of a venue: its interface as tables, for requests, clients and sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.commands import command_source
from dragoman_generator.emit.facts_text import FactsText
from dragoman_generator.emit.modules import import_lines
from dragoman_generator.emit.operations import asked_for, channel_source, operation_source
from dragoman_generator.emit.source import Source, call, table, written
from dragoman_generator.emit.streams import stream_source
from dragoman_generator.ir.outgoing import Outgoing
from dragoman_generator.ir.venue import Code, Venue
from dragoman_generator.language.venue import ErrorCode, Errors, LimitScope, by_code
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import Reading

_CLASSES = {
    "rate_limited": "rate_limit",
    "not_taken": "not_taken",
    "banned": "banned",
    "auth": "auth",
    "permission": "auth",
    "clock": "clock",
    "invalid": "rejected",
    "rejected": "rejected",
    "not_found": "not_found",
    "maintenance": "maintenance",
    "unknown": "unknown",
    "duplicate": "rejected",
    "insufficient": "rejected",
}
"""What the specification calls an error, and what the HTTP policy does about it."""


def facts_context(venue: Venue, package: str) -> dict[str, Any]:
    """What the template prints."""
    outgoing = venue.outgoing or Outgoing()
    text = FactsText()
    text.use("Interface", "Environment")
    spec = venue.merged
    assert spec.venue is not UNSET
    parts: dict[str, Any] = {
        "venue": venue,
        "environments": table(
            {
                name: call(
                    "Environment",
                    each.http,
                    {k: _by_product(v) for k, v in each.connections.items()},
                    headers=dict(each.headers),
                )
                for name, each in spec.environments.items()
            }
        ),
        "auth": table(
            {name: _scheme(scheme.kind, scheme.arguments, text) for name, scheme in outgoing.auth.items()}
        ),
        "buckets": [_bucket(name, limit, text) for name, limit in spec.limits.items()],
        "errors": _errors(spec.errors, outgoing.failed, text),
        "operations": table(
            {name: operation_source(each, outgoing, text) for name, each in venue.operations.items()}
        ),
        "channels": table(
            {
                name: channel_source(each, outgoing, text)
                for name, each in venue.channels.items()
                if asked_for(each)
            }
        ),
        "streams": table(
            {
                name: stream_source(each.spec, name, venue.products, outgoing, text)
                for name, each in venue.connections.items()
            }
        ),
        "catalogs": written(
            {name: (p.catalog, p.with_) for name, p in spec.products.items() if p.catalog is not UNSET}
        ),
        "clocks": table(_clocks(venue, outgoing, text, package)),
        "refusals": _refusals(venue, text),
        "commands": table(
            {name: command_source(each, venue, text, package) for name, each in outgoing.commands.items()}
        ),
        "credentials": written(_credentials(venue)),
        "products": written({name: product.instruments for name, product in venue.products.items()}),
        "name": literal(venue.name),
        "quoted": literal(venue.id),
    }
    parts["functions"] = text.functions
    parts["imports"] = import_lines(text.needed)
    return parts


def _by_product(said: str | Mapping[str, str]) -> dict[str, str]:
    return {"": said} if isinstance(said, str) else dict(said)


def _credentials(venue: Venue) -> dict[str, str]:
    spec = venue.merged
    assert spec.venue is not UNSET
    found = dict(spec.venue.credentials)
    for scheme in spec.auth.values():
        login = getattr(scheme, "login", None)
        if login is not None:
            found["session_token"] = f"the token that {login} gives"
    return found


def _scheme(kind: str, arguments: Iterable[tuple[str, Code]], text: FactsText) -> Source:
    text.use(kind, module="dragoman.auth")
    for _, code in arguments:
        text.needed |= code.imports
    return call(kind, **{name: Source(code.text) for name, code in arguments})


def _bucket(name: str, limit: LimitScope, text: FactsText) -> str:
    text.use("Bucket", module="dragoman.limits")
    # What is counted for a connection is counted there; for HTTP it is the address's.
    scope = limit.scope if limit.scope in {"account", "endpoint"} else ""
    return call(
        "Bucket",
        name=name,
        limit=limit.amount,
        window_ns=Source(f"{nanoseconds(limit.per):_}"),
        kind=limit.window,
        scope=scope,
        by_product=limit.by_product,
        each=None if limit.each is UNSET else limit.each,
        part=limit.part or None,
        used_header=None if limit.used_header is UNSET else limit.used_header,
        remaining_header=None if limit.remaining_header is UNSET else limit.remaining_header,
    ).text


def _errors(errors: Errors | Any, failed: Code | None, text: FactsText) -> str:
    text.use("ErrorTable", module="dragoman.net.facts")
    if errors is UNSET:
        return "ErrorTable()"
    if by_code(errors) or errors.banned_status or errors.statuses or errors.reasons:
        text.use("ErrorRule", module="dragoman.net.facts")
    if failed is not None:
        text.needed |= failed.imports | {("typing", "Any")}
        text.functions += [
            "def _failed(body: Any) -> bool:",
            '    """Whether an answer with a good status tells an error."""',
            f"    return {failed.text}",
            "",
        ]

    def rule(said: ErrorCode) -> Source:
        return call("ErrorRule", said.meaning, _CLASSES[said.class_])

    statuses = {status: call("ErrorRule", "banned", "banned") for status in errors.banned_status}
    statuses |= {status: rule(said) for status, said in errors.statuses.items()}
    return call(
        "ErrorTable",
        code=tuple(errors.code.split(".")),
        message=tuple(errors.message.split(".")),
        codes={str(code): rule(said) for code, said in by_code(errors).items()},
        statuses=statuses,
        reasons={words: rule(said) for words, said in errors.reasons.items()},
        post_only=tuple(str(each) for each in errors.post_only),
        fine=errors.fine,
        failed=Source("_failed") if failed is not None else None,
        retry_at=() if errors.retry_at is UNSET else tuple(errors.retry_at.split(".")),
    ).text


def _clocks(venue: Venue, outgoing: Outgoing, text: FactsText, package: str) -> dict[str, Source]:
    reading = Reading(venue.shapes, venue.enums)
    found = {}
    for server, clock in outgoing.clocks.items():
        operation = venue.operations[clock.operation]
        assert operation.payload is not None
        text.use("ClockFacts")
        text.needed |= clock.read.imports
        kind = reading.annotation(operation.payload)
        text.needed.add((f"{package}.{venue.shape_stems[operation.payload.ref]}", kind))
        found[server] = call(
            "ClockFacts", clock.operation, Source(f"lambda message: {clock.read.text}"), Source(kind)
        )
    return found


def _refusals(venue: Venue, text: FactsText) -> list[str]:
    said = venue.merged.capabilities
    if said is UNSET or not said.refused:
        return []
    text.use("Refusal")
    return [
        call("Refusal", each.action, tuple(each.products), each.reason, each.supported).text
        for each in said.refused
    ]
