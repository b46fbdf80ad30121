"""The tables by which a venue's events are turned back into its payloads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.backwards import Inverter, NotInvertible, SourceFacts, nodes
from dragoman_generator.emit.fits import Fitting, answer_text, fit_text, reply_text
from dragoman_generator.emit.located import locate
from dragoman_generator.emit.modules import import_lines
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import UNITS, Field, Shape, WireType
from dragoman_generator.ir.venue import Channel, Connection, Operation, Reply, Venue
from dragoman_generator.language.state import BookSync
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import Reading, enum_table

_FACTS = "dragoman.simulate.facts"
_KNOWN = ("ack", "unsubscribed", "error", "pong")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class SourceText:
    """One entry of the tables."""

    quoted: str
    arguments: str


def inverse_context(venue: Venue, package: str) -> dict[str, Any]:
    """What the template of the backward tables prints."""
    inverter = Inverter(venue)
    reading = Reading(venue.shapes, venue.enums)
    closed: dict[str, str] = {}
    kinds: list[WireType] = []

    def sources(owners: Iterable[Channel | Operation]) -> Iterator[SourceText]:
        for owner in owners:
            if owner.payload is None:
                continue
            try:
                facts = inverter.source(owner)
            except NotInvertible as error:
                closed[owner.name] = str(error)
                continue
            kinds.append(owner.payload)
            yield SourceText(literal(owner.name), _source(reading.annotation(owner.payload), facts))

    fitting = Fitting(venue)
    fits: list[tuple[str, str]] = []
    owners: list[Channel | Operation] = [*venue.channels.values(), *venue.operations.values()]
    for owner in owners:
        fitted = fitting.source(owner)
        if fitted is not None and owner.payload is not None:
            kinds.append(owner.payload)
            fits.append((literal(owner.name), fit_text(reading.annotation(owner.payload), fitted)))

    tables = {
        "channels": list(sources(venue.channels.values())),
        "calls": list(sources(venue.operations.values())),
    }
    replies = {
        connection.name: _first_of_each(connection.replies) for connection in venue.connections.values()
    }
    kinds += [WireType("record", ref=reply.shape.name) for each in replies.values() for reply in each]
    outcomes = list(_outcomes(venue, reading, kinds))
    listed = {
        name: dict(product.simulated) for name, product in venue.merged.products.items() if product.simulated
    }
    greetings = [
        (
            literal(connection.name),
            [(literal(reply.means), reply_text(reply)) for reply in connection.replies],
        )
        for connection in venue.connections.values()
        if connection.replies and (connection.spec.login or _is_worded(connection))
    ]
    kinds += [
        WireType("record", ref=reply.shape.name)
        for connection in venue.connections.values()
        if connection.spec.login or _is_worded(connection)
        for reply in connection.replies
    ]
    said = venue.merged.venue
    context: dict[str, Any] = {
        "venue": venue,
        **tables,
        "fits": fits,
        "outcomes": outcomes,
        "greetings": greetings,
        "forms": [
            (shape.name, ", ".join(forms))
            for shape in reached(kinds, venue)
            if (forms := forms_of(shape, venue))
        ],
        "usual": [(shape.name, literal(dict(shape.usual))) for shape in reached(kinds, venue) if shape.usual],
        "replies": [
            (literal(name), [_reply(reply) for reply in each]) for name, each in replies.items() if each
        ],
        "sequences": [
            (literal(channel.name), literal(_guarded(channel, channel.state, venue)))
            for channel in venue.channels.values()
            if channel.name not in closed and isinstance(channel.state, BookSync)
        ],
        "examples": literal(
            {product.name: tuple(product.examples.values()) for product in venue.products.values()}
        ),
        "listed": literal(listed) if listed else "",
        "closed": literal(closed),
        "behind": _behind(venue),
        "ids": "" if said is UNSET or said.ids == "number" else literal(said.ids),
    }
    context["imports"] = _imports(venue, package, context)
    return context


def _behind(venue: Venue) -> str:
    """The arguments of a Behind; "" where nothing is said."""
    said = venue.merged.simulated
    if said is UNSET:
        return ""
    loans = said.borrowing
    told: dict[str, object] = {
        "replaces": {name: (each.parameter, each.gone) for name, each in said.replaces.items()},
        "isolated": said.isolated,
        "modes": {
            name: (mode.parameter, tuple(mode.isolated), tuple(mode.cross), mode.moves, tuple(mode.hedged))
            for name, mode in said.modes.items()
        },
        "settings": said.settings,
        "legs": said.legs,
        "ended": tuple(said.ended),
        "would_take": "" if said.would_take == "refuse" else said.would_take,
        "refused": said.refused,
        "failed": said.failed,
        "headers": said.headers,
        "unfilled": "" if said.unfilled == "canceled" else said.unfilled,
        "spawns": tuple(said.spawns),
        "orders": {name: word for name, word in said.orders.items() if name in venue.operations},
        "noted": {name: tuple(changes) for name, changes in said.noted.items()},
        "begins": tuple(said.begins),
        "asks": {name: tuple((each.ask, each.answer) for each in asks) for name, asks in said.asks.items()},
        "unlisted": "" if said.unlisted == "refused" else said.unlisted,
        "repeats": {name: nanoseconds(text) for name, text in said.repeats.items()},
    }
    if loans is not UNSET:
        told |= {"borrowing": tuple(loans.products), "by": loans.parameter}
        told |= {"borrows": tuple(loans.borrows), "repays": tuple(loans.repays)}
    return ", ".join(f"{name}={literal(value)}" for name, value in told.items() if value)


def _outcomes(venue: Venue, reading: Reading, kinds: list[WireType]) -> Iterator[tuple[str, str]]:
    """How each command's answer tells what became of it."""
    if venue.outgoing is None:
        return
    for command in venue.outgoing.commands.values():
        outcome = command.outcome
        if outcome.payload is None:
            continue
        kinds.append(outcome.payload)
        readings = {
            **outcome.ids,
            "accepted": outcome.accepted,
            "code": outcome.code,
            "reason": outcome.reason,
        }
        text = answer_text(reading.annotation(outcome.payload), readings, outcome.rows)
        yield literal(command.name), text


def _source(payload: str, facts: SourceFacts) -> str:
    arguments = [payload]
    if facts.made:
        made = ", ".join(
            f"Made({literal(made.type)}, {{{', '.join(_read(n, r) for n, r in made.reads.items())}}}"
            + (f", {{{_consts(made.consts)}}}" if made.consts else "")
            + (f", usual={{{_consts(made.usual)}}})" if made.usual else ")")
            for made in facts.made
        )
        arguments.append(f"({made},)")
    if facts.rows:
        arguments.append(f"rows={literal(facts.rows)}")
    if facts.tries:
        tries = ", ".join(f"{literal(path)}: {literal(values)}" for path, values in facts.tries.items())
        arguments.append(f"tries={{{tries}}}")
    return ", ".join(arguments)


def _read(name: str, read: tuple[str, tuple[str, ...]]) -> str:
    path, via = read
    value = f"At({literal(path)}, {literal(via)})" if via else literal(path)
    return f"{literal(name)}: {value}"


def _consts(consts: Mapping[str, Any]) -> str:
    return ", ".join(f"{literal(name)}: {literal(value)}" for name, value in consts.items())


# -- forms -----------------------------------------------------------------------------------------------------------


def reached(kinds: Iterable[WireType], venue: Venue) -> list[Shape]:
    """Every shape that the payloads hold, in the order of their names."""
    names: set[str] = set()

    def visit(kind: WireType | None) -> None:
        while kind is not None:
            if kind.ref in venue.shapes and kind.ref not in names:
                names.add(kind.ref)
                for item in venue.shapes[kind.ref].fields:
                    visit(item.type)
            kind = kind.item

    for kind in kinds:
        visit(kind)
    return [venue.shapes[name] for name in sorted(names) if not venue.shapes[name].is_level]


def forms_of(shape: Shape, venue: Venue) -> list[str]:
    """How the fields of a shape are written where their types alone don't say it."""
    return [
        f"{literal(item.name)}: {form}"
        for item in shape.fields
        if not item.has_const and (form := _form(item, venue))
    ]


def _form(item: Field, venue: Venue) -> str:
    kind = item.type
    if kind.is_time:
        if kind.arg in {"iso", "date"}:
            return f"Form({literal(kind.arg)})"
        return f"Form({literal('time_text' if kind.kind == 'ts_text' else 'time')}, {UNITS[kind.arg]:_})"
    if kind.kind == "flag":
        return f'Form("flag", {literal(tuple(kind.arg.split("/")))})'
    if kind.kind == "fx":
        return f'Form("scaled", {kind.arg.removeprefix("1e-")})'
    if kind.kind == "dec_num":
        return 'Form("number")'
    if kind.kind == "enum":
        enum = venue.enums[kind.ref]
        if enum.is_mapped:
            table = enum_table(enum.name)
            return f'Form("means", {table if enum.policy == "closed" else f"{table}.means"})'
        return f'Form("one_of", {literal(tuple(wire for wire, _ in enum.values))})'
    return ""


# -- what else the tables hold ---------------------------------------------------------------------------------------


def _first_of_each(replies: Iterable[Reply]) -> list[Reply]:
    """The control messages that a server sends: of several with one meaning the one that is listed first."""
    found: dict[str, Reply] = {}
    for reply in replies:
        if reply.means in _KNOWN:
            found.setdefault(reply.means, reply)
    return list(found.values())


def _reply(reply: Reply) -> str:
    """The control message with the paths of what it tells, taken from the compiled reading of each."""
    parts = {"id": reply.id, "code": reply.code, "message": reply.message}
    told = [
        f"{name}={literal(code.text.removeprefix('message.'))}"
        for name, code in parts.items()
        if code is not None and re.fullmatch(r"message(\.\w+)+", code.text)
    ]
    return f"{literal(reply.means)}: Replying({', '.join([reply.shape.name, *told])})"


def _is_worded(connection: Connection) -> bool:
    """Whether it takes more than a field's place to say what a control message means: a condition, or an id of several fields."""
    ids = [reply.id.text for reply in connection.replies if reply.id is not None]
    plain = all(re.fullmatch(r"message(\.\w+)+", text) for text in ids)
    return not plain or any(reply.unless is not None for reply in connection.replies)


def _guarded(channel: Channel, state: BookSync, venue: Venue) -> tuple[str, ...]:
    """Paths of the integers that the guards of a book compare, in the guards' order."""
    frames = [("message", channel.shape)] if channel.shape is not None else []
    if state.each is not UNSET and (rows := locate(parse(state.each), frames, venue.shapes)) is not None:
        item = rows[1].item
        frames = [("row", venue.shapes[item.ref]), *frames] if item is not None else frames
    texts: list[str] = []
    for said in (state.drop, state.first, state.next):
        if said is not UNSET:
            texts += [said] if isinstance(said, str) else said.values()
    found: dict[str, None] = {}
    for text in texts:
        for node in nodes(parse(text.removeprefix("=").strip())):
            place = locate(node, frames, venue.shapes)
            if place is not None and place[1].kind == "int":
                found[place[0]] = None
    return tuple(sorted(found))


def _imports(venue: Venue, package: str, context: dict[str, Any]) -> tuple[str, ...]:
    printed = [
        *(text.arguments for table in ("channels", "calls") for text in context[table]),
        *(f"{name} {forms}" for name, forms in context["forms"]),
        *(name for name, _ in context["usual"]),
        *(text for _, texts in context["replies"] for text in texts),
        *(text for _, text in (*context["fits"], *context["outcomes"])),
        *(text for _, texts in context["greetings"] for _, text in texts),
    ]
    words = set(re.findall(r"[A-Za-z_]\w*", _QUOTED.sub("", " ".join(printed))))
    needed = {(_FACTS, name) for name in ("At", "Form", "Made", "Replying") if name in words}
    needed.add((_FACTS, "Inverse"))
    if context["behind"]:
        needed.add((_FACTS, "Behind"))
    if context["fits"]:
        needed |= {(_FACTS, "Fit"), (_FACTS, "Fitted")}
    if context["outcomes"] or context["greetings"]:
        needed.add((_FACTS, "Answered"))
    if context["channels"] or context["calls"]:
        needed.add((_FACTS, "Source"))
    needed |= {(f"{package}.{stem}", name) for name, stem in venue.shape_stems.items() if name in words}
    needed |= {
        (f"{package}.{stem}", enum_table(name))
        for name, stem in venue.enum_stems.items()
        if enum_table(name) in words
    }
    if "Raw" in words:
        needed.add(("msgspec", "Raw"))
    needed |= Reading(venue.shapes, venue.enums).imports(" ".join(words & {"Any", "Decimal"}))
    return import_lines(needed)
