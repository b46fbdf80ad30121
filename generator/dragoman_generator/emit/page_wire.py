"""Sections of a venue's page about what moves bytes: connections, channels, endpoints, data types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import UNSET

from dragoman_generator.emit.markdown import Section, code, codes, link, text
from dragoman_generator.ir.types import Field, WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.wire import Connection, Param, ParamLike, by_budget, by_name


def connections(venue: Venue) -> Section:
    rows = []
    for name, connection in venue.connections.items():
        spec = connection.spec
        rows.append(
            (
                link(code(name), spec.doc),
                code(spec.source),
                f"{spec.transport}, {spec.codec}",
                codes(spec.products) or "all",
                _session(spec),
            )
        )
    head = ("connection", "source", "transport and codec", "products", "session")
    return Section("Connections", (), head, rows)


def _session(spec: Connection) -> str:
    if spec.session is UNSET:
        return ""
    session = spec.session
    told = []
    if session.ping is not UNSET:
        told.append(f"ping: {session.ping}")
    if session.heartbeat is not UNSET:
        told.append(f"heartbeat every {code(session.heartbeat.every)}")
    if session.stale_after is not UNSET:
        told.append(f"stale after {code(session.stale_after)}")
    if session.topics_stale_after is not UNSET:
        told.append(f"topics stale after {code(session.topics_stale_after)}")
    if session.max_age is not UNSET:
        told.append(f"renewed before {code(session.max_age)}")
    if session.max_subscriptions is not UNSET:
        told.append(f"{session.max_subscriptions} subscriptions")
    if session.max_connections is not UNSET:
        told.append(f"{session.max_connections} connections")
    if session.sends_per_second is not UNSET:
        told.append(f"{session.sends_per_second} frames a second")
    if session.asks is not UNSET:
        told.append(f"{session.asks.amount} subscriptions and log-ins in {code(session.asks.per)}")
    if session.openings is not UNSET:
        told.append(f"{session.openings.amount} openings in {code(session.openings.per)}")
    if session.server_ping is not UNSET:
        told.append(f"pinged every {code(session.server_ping.every)}")
    if session.idle is not UNSET:
        told.append(f"cut when silent for {code(session.idle)}")
    if spec.subscribe is not UNSET:
        told.append(f"acknowledged by {spec.subscribe.ack}, after a reconnect {spec.subscribe.resubscribe}")
    return ", ".join(told)


def channels(venue: Venue) -> Section:
    rows = []
    for name, channel in venue.channels.items():
        title = f"<br>{text(channel.spec.title)}" if channel.spec.title else ""
        rows.append(
            (
                link(code(name), channel.spec.doc) + title,
                code(channel.spec.connection),
                _known_by(channel),
                _parameters(by_name(channel.spec.params)),
                codes(channel.products) or "all",
                _machine(channel),
                codes(channel.gives),
            )
        )
    head = ("channel", "connection", "known by", "parameters", "products", "state machine", "gives")
    return Section("Channels", (), head, rows)


def _known_by(channel: Channel) -> str:
    spec = channel.spec
    told = [
        f"{word} {code(said)}"
        for word, said in (("topic", spec.topic), ("tag", spec.tag), ("record", spec.record))
        if said is not UNSET
    ]
    if spec.has is not UNSET:
        told.append(f"keys {codes(spec.has)}")
    return ", ".join(told)


def _machine(channel: Channel) -> str:
    return "" if channel.state is None else code(channel.state.__struct_config__.tag)


def operations(venue: Venue) -> Section:
    rows = []
    for name, operation in venue.operations.items():
        rows.append(
            (
                f"{link(code(name), operation.spec.doc)}<br>{text(operation.spec.title)}",
                _paths(operation),
                _parameters(by_name(operation.spec.params)),
                "<br>".join(
                    f"{code(limit)} {code(cost)}" for limit, cost in by_budget(operation.spec.weight).items()
                ),
                "" if operation.spec.auth is UNSET else code(operation.spec.auth),
                codes(operation.gives),
            )
        )
    head = ("operation", "endpoint", "parameters", "weight", "auth", "gives")
    return Section("Endpoints", (), head, rows)


def _paths(operation: Operation) -> str:
    return "<br>".join(
        f"{code(product)} {code(f'{method} {path}')}".strip()
        for product, (method, path) in operation.paths.items()
    )


def _parameters(said: Mapping[str, ParamLike]) -> str:
    """Names of the parameters, those that must be given in bold."""
    return ", ".join(
        f"**{code(name)}**" if isinstance(item, Param) and item.required else code(name)
        for name, item in said.items()
    )


def data_types(venue: Venue) -> Iterator[Section]:
    """The venue's own types, each with its fields."""
    if venue.data_types:
        yield Section(
            "Data types",
            ("Types of this venue beside those of the model; all have `ts_event` and `ts_init`.",),
        )
    for name, kind in venue.data_types.items():
        rows = [(code("instrument_id"), code("sym"), "")] if kind.about == "instrument" else []
        rows += [(code(item.name), code(_wire_type(item)), text(item.doc)) for item in kind.fields]
        yield Section(name, (link(text(kind.title), kind.doc),), ("field", "type", "meaning"), rows, level=3)


def _wire_type(item: Field) -> str:
    return _spelled(item.type)


def _spelled(kind: WireType) -> str:
    """The type as a spec spells it."""
    word = kind.ref or kind.kind
    if kind.kind == "levels":
        word = f"list<{kind.ref}>"
    elif kind.item is not None:
        word = f"{kind.kind}<{_spelled(kind.item)}>"
    elif kind.bounds:
        word = f"{kind.kind}({kind.bounds})"
    elif kind.arg:
        word = f"{kind.kind}({kind.arg})"
    return f"{'maybe' if kind.may_be_absent else 'opt'}<{word}>" if kind.optional else word
