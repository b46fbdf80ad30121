"""`facts.py` of a venue: its interface as tables, for requests, clients and sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.commands import command_source
from dragoman_generator.emit.modules import import_lines
from dragoman_generator.emit.source import Source, call, table, written
from dragoman_generator.emit.streams import stream_source
from dragoman_generator.ir.outgoing import Outgoing, PageOut, ParamOut
from dragoman_generator.ir.venue import Channel, Code, Operation, Venue
from dragoman_generator.language.venue import Errors, LimitScope
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import Reading

FACTS = "dragoman.requests.facts"
_CLASSES = {
    "rate_limited": "rate_limit",
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


@dataclass
class FactsText:
    """What the template of `facts.py` prints; `needed` gathers imports while the parts are made."""

    needed: set[tuple[str, str]] = field(default_factory=set)
    functions: list[str] = field(default_factory=list)

    def use(self, *names: str, module: str = FACTS) -> None:
        self.needed |= {(module, name) for name in names}


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
                name: call("Environment", each.http, {k: _by_product(v) for k, v in each.connections.items()})
                for name, each in spec.environments.items()
            }
        ),
        "auth": table(
            {name: _scheme(scheme.kind, scheme.arguments, text) for name, scheme in outgoing.auth.items()}
        ),
        "buckets": [_bucket(name, limit, text) for name, limit in spec.limits.items()],
        "errors": _errors(spec.errors, outgoing.failed, text),
        "operations": table(
            {name: _operation(each, outgoing, text) for name, each in venue.operations.items()}
        ),
        "channels": table(
            {name: _channel(each, outgoing, text) for name, each in venue.channels.items() if _asked(each)}
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
    header = None if limit.used_header is UNSET else limit.used_header
    return call(
        "Bucket",
        name=name,
        limit=limit.amount,
        window_ns=Source(f"{nanoseconds(limit.per):_}"),
        kind="fixed" if limit.window == "fixed" else "sliding",
        scope=scope,
        used_header=header,
    ).text


def _errors(errors: Errors | Any, failed: Code | None, text: FactsText) -> str:
    text.use("ErrorTable", module="dragoman.net.facts")
    if errors is UNSET:
        return "ErrorTable()"
    if errors.codes or errors.banned_status:
        text.use("ErrorRule", module="dragoman.net.facts")
    if failed is not None:
        text.needed |= failed.imports | {("typing", "Any")}
        text.functions += [
            "def _failed(body: Any) -> bool:",
            '    """Whether an answer with a good status tells an error."""',
            f"    return {failed.text}",
            "",
        ]
    codes = {
        str(code): call("ErrorRule", rule.meaning, _CLASSES[rule.class_])
        for code, rule in errors.codes.items()
    }
    statuses = {status: call("ErrorRule", "banned", "banned") for status in errors.banned_status}
    return call(
        "ErrorTable",
        code=tuple(errors.code.split(".")),
        message=tuple(errors.message.split(".")),
        codes=codes,
        statuses=statuses,
        failed=Source("_failed") if failed is not None else None,
    ).text


def _operation(operation: Operation, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("Operation")
    spec, out = operation.spec, outgoing.operations[operation.name]
    weights: dict[str, tuple[object, ...]] = {}
    for product, costs in out.weights.items():
        found: list[object] = []
        for budget, cost in costs:
            if isinstance(cost, int):
                found.append((budget, cost))
            else:
                found.append((budget, Source(_weight(operation.name, budget, cost, text))))
        if found:
            weights[product] = tuple(found)
    unknown = () if spec.outcome is UNSET else tuple(sorted(spec.outcome.unknown))
    expects = "bytes" if spec.answer is not UNSET or operation.payload is None else ""
    return call(
        "Operation",
        name=operation.name,
        title=spec.title,
        paths=dict(operation.paths),
        servers=dict(out.servers),
        params=_params(out.params, text),
        auth="" if spec.auth is UNSET else spec.auth,
        send="" if spec.send == "query" else spec.send,
        body=None if spec.body is UNSET else Source(tree(spec.body, outgoing, text)),
        kind="" if spec.class_ == "query" else spec.class_,
        private=spec.private,
        idempotency="" if spec.idempotency is UNSET else spec.idempotency,
        expects=expects,
        weights=weights,
        unknown=Source(f"frozenset({written(set_(unknown))})") if unknown else None,
        unwrap="" if spec.unwrap is UNSET else spec.unwrap,
        page=None if out.page is None else _page(out.page, text),
        gives=operation.gives,
        prices=() if out.prices == ("LAST",) else out.prices,
        prefer=None if spec.prefer == 0 else spec.prefer,
        answer="" if spec.answer is UNSET else spec.answer,
        doc=spec.doc,
    )


def set_(values: tuple[str, ...]) -> Source:
    """A set literal."""
    return Source("{" + ", ".join(literal(value) for value in values) + "}")


def _weight(name: str, budget: str, cost: Code, text: FactsText) -> str:
    function = f"_{name}_{budget}"
    text.use("Told", module="dragoman.requests.told")
    text.needed |= cost.imports
    text.functions += [
        f"def {function}(scope: Told) -> int:",
        f'    """What a call of {name} costs of {budget}."""',
        f"    return {cost.text}",
        "",
    ]
    return function


def _params(params: tuple[ParamOut, ...], text: FactsText) -> tuple[Source, ...]:
    if params:
        text.use("Param")
    return tuple(
        call(
            "Param",
            name=param.name,
            wire=param.wire,
            told=param.told,
            kind="" if param.kind == "text" else param.kind,
            required=param.required,
            default=Source(written(param.default)) if param.default is not None else None,
            allowed=param.allowed,
            least=None if param.least is None else Source(str(param.least)),
            most=None if param.most is None else Source(str(param.most)),
            place=param.place,
            join="" if param.join == "comma" else param.join,
            products=param.products,
            fills=param.fills,
            unit_ns=Source(f"{param.unit_ns:_}") if param.unit_ns else None,
            means=dict(param.means),
        )
        for param in params
    )


def _page(page: PageOut, text: FactsText) -> Source:
    text.use("Page")
    text.needed |= page.next.imports | page.rows.imports | (page.time.imports if page.time else frozenset())
    return call(
        "Page",
        kind=page.kind,
        next=Source(f"lambda message: {page.next.text}"),
        rows=Source(f"lambda message: {page.rows.text}"),
        start=page.start,
        end=page.end,
        from_=page.from_,
        limit=page.limit,
        most=page.most or None,
        step=None if page.step == 1 else Source(str(page.step)),
        backward=page.backward,
        time=Source(f"lambda message: {page.time.text}") if page.time else None,
    )


def _asked(channel: Channel) -> bool:
    """Whether the channel can be subscribed to: it has a topic, or stands alone on its connection."""
    return channel.spec.topic is not UNSET or bool(channel.spec.params)


def _channel(channel: Channel, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("Channel")
    spec, out = channel.spec, outgoing.channels[channel.name]
    stale = getattr(spec.state, "stale_after", UNSET)
    return call(
        "Channel",
        name=channel.name,
        connection=spec.connection,
        title=spec.title or channel.name,
        products=channel.products,
        params=_params(out.params, text),
        topic=None if out.topic is None else Source(f"lambda v: {out.topic.text}"),
        address=spec.address,
        gives=channel.gives,
        prices=() if out.prices == ("LAST",) else out.prices,
        prefer=None if spec.prefer == 0 else spec.prefer,
        stale_after_ns=None if stale is UNSET else Source(f"{nanoseconds(stale):_}"),
        doc=spec.doc,
    )


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


def tree(said: object, outgoing: Outgoing, text: FactsText) -> str:
    """A frame or body with Slots for `$name` and compiled templates for texts with slots."""
    if isinstance(said, str):
        if said.startswith("$"):
            text.use("Slot")
            return f"Slot({literal(said[1:])})"
        return outgoing.texts[said].text if said in outgoing.texts else literal(said)
    if isinstance(said, dict):
        return "{" + ", ".join(f"{literal(k)}: {tree(v, outgoing, text)}" for k, v in said.items()) + "}"
    if isinstance(said, list):
        return "[" + ", ".join(tree(item, outgoing, text) for item in said) + "]"
    return literal(said)
