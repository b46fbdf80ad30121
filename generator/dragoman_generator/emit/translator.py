"""The module that routes: connections, channels, calls, machines as tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.layouts import connection_layout, layout_imports, layout_text
from dragoman_generator.emit.machines import MachineText, machine_texts
from dragoman_generator.emit.modules import import_lines
from dragoman_generator.ir.types import WireType, constants
from dragoman_generator.ir.venue import Channel, Connection, EachOut, Operation, Out, Reply, Venue
from dragoman_generator.language.state import BookSync
from dragoman_generator.language.wire import Param, Part, by_name
from dragoman_generator.resolve.flat import flat
from dragoman_generator.resolve.identities import OF_ROW
from dragoman_generator.resolve.names import docstring, literal
from dragoman_generator.resolve.reading import Reading


@dataclass(frozen=True)
class ReplyText:
    function: str
    shape: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ConnectionText:
    arguments: str
    channels: tuple[str, ...]
    replies: tuple[str, ...]


FEEDS = {
    "json": "", "json_lines": "", "json_file": "dragoman.translate.files:LineFile", "dbn": "dragoman.translate.dbn_feed:DbnFiles", "dbn_live": "dragoman.translate.dbn_feed:DbnLive", "csv": "dragoman.translate.csv_feed:CsvFeed",
    "binary": "dragoman.translate.binary_feed:BinaryFeed", "binary_file": "dragoman.translate.binary_feed:BinaryFile",
    "sbe": "dragoman.translate.sbe_feed:SbeFeed", "text_rows": "dragoman.translate.text_feed:TextFeed", "text_file": "dragoman.translate.text_feed:TextFile",
}  # fmt: skip
"""codec -> where the runtime makes its feeds; empty for the JSON feed that every translator has."""


def translator_context(venue: Venue, package: str, has_short: bool = False) -> dict[str, Any]:
    """What the translator's template prints; `has_short` where busy messages have a module of their own."""
    reading = Reading(venue.shapes, venue.enums)
    machines = machine_texts(venue)
    replies = [
        _reply_function(connection, reply)
        for connection in venue.connections.values()
        for reply in connection.replies
    ]
    connections = [_connection(connection, venue, reading) for connection in venue.connections.values()]
    calls = [
        _call(operation, reading, venue)
        for operation in venue.operations.values()
        if operation.payload is not None or operation.spec.answer is not UNSET
    ]
    codecs = {codec_of(connection) for connection in venue.connections.values()}
    feeds = {codec: FEEDS[codec] for codec in sorted(codecs) if FEEDS.get(codec)}
    snapshots = _snapshots(venue)
    context: dict[str, Any] = {
        "venue": venue,
        "name": literal(venue.name),
        "title": docstring(venue.merged.venue.title if venue.merged.venue is not UNSET else venue.name),
        "replies": replies,
        "machines": machines,
        "connections": connections,
        "calls": calls,
        "machine_table": "{" + ", ".join(f"{literal(m.channel)}: {m.maker}" for m in machines) + "}",
        "snapshot_table": "{" + ", ".join(snapshots) + "}",
        "feeds": "{"
        + ", ".join(f"{literal(codec)}: {place.partition(':')[2]}" for codec, place in feeds.items())
        + "}",
    }
    context["fault"] = _fault(venue)
    context["currencies"] = _currencies(venue)
    context["codes"] = "CODES" if venue.codes else ""
    context["captures"] = _captures(venue)
    context["package"] = package
    context["has_short"] = has_short
    context["imports"] = _imports(venue, package, context, machines, feeds)
    return context


def _fault(venue: Venue) -> str:
    """Where error answers hold code and text, "" where the spec says nothing of errors."""
    errors = venue.merged.errors
    if errors is UNSET:
        return ""
    failed = "" if errors.when is UNSET else ", _failed"
    return f"Fault({literal(tuple(errors.code.split('.')))}, {literal(tuple(errors.message.split('.')))}{failed})"


def _captures(venue: Venue) -> str:
    """The shapes whose unknown fields are kept, "" where there are none."""
    names = sorted(name for name, shape in venue.shapes.items() if shape.extra == "capture")
    return f"frozenset({{{', '.join(names)}}})" if names else ""


def _currencies(venue: Venue) -> str:
    """The units of the venue's currencies as a table, "" where it has none of its own."""
    rows = [
        f"{literal(name)}: ({literal(name if said.code is UNSET else said.code)}, {literal(Decimal(said.unit))})"
        for name, said in venue.merged.currencies.items()
    ]
    return "{" + ", ".join(rows) + "}" if rows else ""


def _snapshots(venue: Venue) -> list[str]:
    found: dict[str, str] = {}
    also: dict[str, list[str]] = {}
    for channel in venue.channels.values():
        if (
            isinstance(channel.state, BookSync)
            and channel.guards is not None
            and channel.guards.snapshot_id is not None
            and channel.state.snapshot.call is not UNSET
        ):
            operation = venue.operations[channel.state.snapshot.call]
            parameter = next((f.wire for f in operation.params.values() if f.type.kind == "sym"), "symbol")
            more = {k: v for k, v in channel.state.snapshot.with_.items() if v != "$key"}
            read = f"lambda message: {channel.guards.snapshot_id.text}"
            if operation.name in found:
                also[operation.name].append(channel.name)
                continue
            also[operation.name] = []
            found[operation.name] = (
                f"Snapshot({literal(channel.name)}, {read}, {literal(parameter)}, {literal(more)}"
            )
    return [
        f"{literal(name)}: {text}{f', also={literal(tuple(also[name]))}' if also[name] else ''})"
        for name, text in found.items()
    ]


def codec_of(connection: Connection) -> str:
    """The key of the connection's feed: whole files and endless streams of one codec are read in different ways."""
    spec = connection.spec
    if spec.transport == "file":
        return {"json_lines": "json_file", "binary": "binary_file", "text_rows": "text_file"}.get(
            spec.codec, spec.codec
        )
    return "dbn_live" if spec.codec == "dbn" else spec.codec


def part_text(part: Part) -> str:
    """A bare part's envelope, cut at its slots."""
    text = json.dumps(part.message, separators=(",", ":"))
    found = re.split(r'"\$([A-Za-z_]\w*)"', text)
    return f"Part({literal(tuple(part.has))}, {literal(tuple(found[::2]))}, {literal(tuple(found[1::2]))})"


def _connection(connection: Connection, venue: Venue, reading: Reading) -> ConnectionText:
    spec = connection.spec
    products = spec.products or tuple(venue.products)
    arguments = [
        f"name={literal(connection.name)}", f"source={literal(spec.source)}", f"codec={literal(codec_of(connection))}", f"products={literal(tuple(products))}",
    ]  # fmt: skip
    route = spec.route
    if route.tag is not UNSET:
        arguments.append(f"tag_key={literal(route.tag)}")
    if route.wrapper is not UNSET:
        if route.wrapper.topic is not UNSET:
            arguments.append(f"wrapper_topic={literal(route.wrapper.topic)}")
        arguments.append(f"wrapper_payload={literal(route.wrapper.payload)}")
        if route.wrapper.bare_at:
            arguments.append(f"bare_at={literal(route.wrapper.bare_at)}")
    if route.topic is not UNSET:
        arguments.append(f"topic_key={literal(route.topic)}")
    arguments.append(f"unknown={literal(spec.unknown)}")
    arguments += connection_layout(connection)
    parts = spec.parts
    if spec.channels_of is not UNSET:
        parts = {**venue.connections[spec.channels_of].spec.parts, **parts}
    if parts:
        arguments.append(f"parts=({''.join(f'{part_text(part)}, ' for part in parts.values())})")
    channels = [
        c
        for c in venue.channels.values()
        if c.spec.connection in (connection.name, spec.channels_of) and c.payload is not None
    ]
    return ConnectionText(
        ", ".join(arguments),
        tuple(_channel(channel, reading, _alike(channel, channels, venue)) for channel in channels),
        tuple(_reply(connection, reply) for reply in connection.replies),
    )


def _alike(channel: Channel, channels: list[Channel], venue: Venue) -> tuple[tuple[str, str], ...]:
    """What tells the channel's messages from those of others with its tag, beside the keys that they have."""
    others = [
        c for c in channels if c is not channel and c.spec.tag is not UNSET and c.spec.tag == channel.spec.tag
    ]
    return constants(venue.shapes.get(channel.shape.name)) if others and channel.shape is not None else ()


def _channel(channel: Channel, reading: Reading, consts: tuple[tuple[str, str], ...]) -> str:
    assert channel.payload is not None
    spec = channel.spec
    arguments = [
        f"name={literal(channel.name)}",
        f"payload={reading.annotation(channel.payload)}",
        f"emit=emit_{channel.name}",
    ]
    if channel.text is not None:
        arguments.append(f"text={reading.annotation(channel.text)}")
    if spec.tag is not UNSET:
        arguments.append(f"tag={literal(spec.tag)}")
    if spec.record is not UNSET:
        arguments.append(f"record={literal(spec.record)}")
    if channel.topic is not None:
        arguments.append(f"topic=re.compile({literal(channel.topic.pattern)})")
        if channel.topic.upper:
            arguments.append(f"upper={literal(channel.topic.upper)}")
    if spec.has is not UNSET:
        arguments.append(f"has={literal(tuple(spec.has))}")
    if consts:
        arguments.append(f"consts={literal(consts)}")
    if spec.products:
        arguments.append(f"products={literal(tuple(spec.products))}")
    rows = isolated_rows(channel.out, channel.payload)
    if rows:
        arguments.append(f"rows={literal(rows)}")
    keys = {f"{item.wire_path}[]": item.keys for item in _fanned_out(channel.out) if item.keys}
    if keys:
        arguments.append(f"keys={literal(keys)}")
    if channel.gives:
        arguments.append(f"gives={literal(channel.gives)}")
    if channel.layout is not None:
        arguments.append(f"layout={layout_text(channel.layout)}")
    if of_any(channel.out):
        arguments.append("of_any=True")
    return ", ".join(arguments)


def of_any(out: tuple[Out, ...]) -> bool:
    """Whether events are of no product, or their rows name it; so that a socket of no product can carry them."""
    found = flat(out)
    named = all(event.instrument is None or OF_ROW in event.instrument.text for event in found)
    text = repr(out)
    # A product that only stands in for what a row leaves out is none that the message needs.
    return bool(found) and named and text.count("scope.product") == text.count("else scope.product")


def _call(operation: Operation, reading: Reading, venue: Venue) -> str:
    paths = {product: f"{method} {path}" for product, (method, path) in operation.paths.items()}
    if operation.payload is None:
        connection = venue.connections[str(operation.spec.answer)]
        return f"name={literal(operation.name)}, paths={literal(paths)}, answer={literal(connection.spec.source)}"
    arguments = [
        f"name={literal(operation.name)}", f"paths={literal(paths)}", f"payload={reading.annotation(operation.payload)}", f"emit=emit_{operation.name}",
    ]  # fmt: skip
    rows = isolated_rows(operation.out, operation.payload)
    if rows:
        arguments.append(f"rows={literal(rows)}")
    if operation.spec.unwrap is not UNSET:
        arguments.append(f"unwrap={literal(operation.spec.unwrap)}")
    called = _called(operation)
    if called:
        arguments.append(f"called={literal(called)}")
    return ", ".join(arguments)


def _called(operation: Operation) -> dict[str, tuple[str, ...]]:
    """Parameters that the venue calls otherwise -> their names in the spec; several products may share a key."""
    found: dict[str, tuple[str, ...]] = {}
    for name, param in by_name(operation.spec.params).items():
        if isinstance(param, Param) and param.wire is not UNSET and param.wire != name:
            found[param.wire] = (*found.get(param.wire, ()), name)
    return found


def isolated_rows(out: tuple[Out, ...], payload: WireType) -> tuple[str, ...]:
    """Wire paths of what is fanned out, rows in rows after those around them."""
    found = [item.wire_path for item in _fanned_out(out)]
    if payload.kind not in {"list", "many"}:
        found = [path for path in found if path != "$"]
    return tuple(dict.fromkeys(found))


def _fanned_out(out: tuple[Out, ...]) -> Iterator[EachOut]:
    for item in out:
        if isinstance(item, EachOut):
            yield item
            yield from _fanned_out(item.body)


def _reply_function(connection: Connection, reply: Reply) -> ReplyText:
    lines = []
    if reply.unless is not None:
        lines += [f"if {reply.unless.text}:", "    return None"]
    parts = [
        reply.id.text if reply.id else "None",
        f"str({reply.code.text})" if reply.code else '""',
        f"str({reply.message.text})" if reply.message else '""',
    ]
    lines.append(f"return {parts[0]}, {parts[1]}, {parts[2]}")
    return ReplyText(f"_read_{connection.name}_{reply.name}", reply.shape.name, reply.name, tuple(lines))


def _reply(connection: Connection, reply: Reply) -> str:
    layout = "" if reply.layout is None else f", layout={layout_text(reply.layout)}"
    return (
        f"name={literal(reply.name)}, has={literal(reply.has)}, payload={reply.shape.name}, "
        f"means={literal(reply.means)}, read=_read_{connection.name}_{reply.name}{layout}"
    )


def _imports(
    venue: Venue, package: str, context: dict[str, Any], machines: list[MachineText], feeds: dict[str, str]
) -> tuple[str, ...]:
    needed: set[tuple[str, str]] = {
        (f"{package}.symbology", "PRODUCTS"),
        ("dragoman.translate.facts", "Tables"),
    }
    if context["codes"]:
        needed.add((f"{package}.codes", "CODES"))
    for machine in machines:
        needed |= machine.imports
    for place in feeds.values():
        module, _, name = place.partition(":")
        needed.add((module, name))
    text = repr(
        [
            context["connections"],
            context["calls"],
            context["replies"],
            context["machines"],
            context["snapshot_table"],
            context["currencies"],
            context["captures"],
        ]
    )
    needed |= layout_imports(text)
    if "Part(" in text:
        needed.add(("dragoman.translate.facts", "Part"))
    for name in ("Connection", "Channel", "Reply", "Call", "Snapshot", "Fault"):
        if (
            (name == "Connection" and context["connections"])
            or (name == "Channel" and any(c.channels for c in context["connections"]))
            or (name == "Reply" and context["replies"])
            or (name == "Call" and context["calls"])
            or (name == "Snapshot" and context["snapshot_table"] != "{}")
            or (name == "Fault" and context["fault"])
        ):
            needed.add(("dragoman.translate.facts", name))
    words = set(re.findall(r"[A-Za-z_]\w*", text))
    for name, stem in venue.shape_stems.items():
        if name in words:
            needed.add((f"{package}.{stem}", name))
    sources: list[Channel | Operation] = [*venue.channels.values(), *venue.operations.values()]
    for source in sources:
        if source.payload is not None:
            needed.add((f"{package}.{source.stem}", f"emit_{source.name}"))
    reading = Reading(venue.shapes, venue.enums)
    if "Raw" in words:
        needed.add(("msgspec", "Raw"))
    needed |= {pair for pair in reading.imports(text) if pair[0] != "dragoman.model" or pair[1] in words}
    needed.add(("dragoman.translate.translator", "Translator as BaseTranslator"))
    if context["has_short"]:
        needed.add(("dragoman.translate.facts", "Ways"))
    if "re.compile" in text:
        needed.add(("re", ""))
    return import_lines(needed)
