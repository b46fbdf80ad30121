"""Commands as straight-line functions: what a table decides, what fields hold, how an answer is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product as combinations

from dragoman_generator.emit.facts_text import FactsText
from dragoman_generator.emit.source import Source, call, written
from dragoman_generator.ir.commands import CommandOut, LegOut, Row
from dragoman_generator.ir.venue import Code, Venue
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import Reading, enum_table
from dragoman_generator.resolve.terms import input_code

_MOST_POINTS = 64


def command_source(command: CommandOut, venue: Venue, text: FactsText, package: str) -> Source:
    """One command's entry, its functions written beside it."""
    text.use("Command", "OutcomeFacts")
    text.needed |= {("typing", "Any"), ("collections.abc", "Mapping"), ("collections.abc", "Callable")}
    owner = command.table_of or command.name
    if command.rows:
        text.functions += list(_choose(command, venue, text))
    if command.also:
        text.functions += list(_also(command, venue, text))
    if command.fields:
        text.functions += list(_fields(command, text))
    inputs = {name: Source(f"lambda t: {input_code(name)}") for name, _ in command.inputs}
    decides = bool(command.rows) or bool(command.table_of)
    tables = f"_{owner.upper()}"
    if command.rows or command.also:
        text.functions += [
            f"{tables}_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {written(inputs)}",
            f"{tables}_DOMAINS: dict[str, tuple[object, ...]] = {written(dict(command.domains))}",
            "",
        ]
    return call(
        "Command",
        name=command.name,
        operations=dict(command.operations),
        inputs=Source(f"{tables}_INPUTS") if decides or command.also else None,
        domains=Source(f"{tables}_DOMAINS") if decides else None,
        choose=Source(f"_{owner}_choose") if decides else None,
        chosen=any(row.operation for row in command.rows) or None,
        also=Source(f"_{command.name}_also") if command.also else None,
        fields=Source(f"_{command.name}_fields") if command.fields else None,
        outcome=_outcome(command, venue, text, package),
        reverse=tuple((dict(each.wire), dict(each.inputs)) for each in command.reverse),
        idempotency=command.idempotency,
        assume=dict(command.assume),
        each=command.each,
        into=command.into,
        most=command.most or None,
        doc=command.doc,
        legs={role: _leg(leg, text) for role, leg in command.legs.items()},
    )


def _leg(leg: LegOut, text: FactsText) -> Source:
    text.use("Leg")
    return call(
        "Leg",
        fields=dict(leg.fields),
        words={field: dict(words) for field, words in leg.words.items()},
        drop=leg.drop,
        into=leg.into,
        rests=leg.rests or None,
        products=leg.products or None,
        waits=leg.waits or None,
        attached=leg.attached or None,
        under=leg.under or None,
    )


def _choose(command: CommandOut, venue: Venue, text: FactsText) -> Iterator[str]:
    """The table: a look-up where its rows are few points of the same inputs, else a chain of conditions."""
    text.use("Denied", module="dragoman.errors")
    yield from _head(
        command, "choose", "The wire fields of a combination that the venue takes; raises Denied for others."
    )
    names = _point_inputs(command)
    if names:
        entries = [
            (point, _made(row) if not row.deny else row.deny)
            for row in command.rows
            for point in combinations(*(row.when[name] for name in names))
        ]
        yield f"    rows: dict[tuple[object, ...], dict[str, object] | str] = {written(dict(entries))}"
        yield f"    found = rows[{_key(names)}]"
        yield "    if isinstance(found, str):"
        yield f"        raise Denied({literal(venue.id)}, {literal(command.name)}, found)"
        yield "    return found"
    else:
        for row in command.rows:
            if row.deny:
                body = f"raise Denied({literal(venue.id)}, {literal(command.name)}, {literal(row.deny)})"
            else:
                body = f"return {written(_made(row))}"
            condition = _condition(row.when, dict(command.domains))
            if not condition:
                yield f"    {body}"
                break
            yield f"    if {condition}:"
            yield f"        {body}"
        else:
            yield f'    raise Denied({literal(venue.id)}, {literal(command.name)}, "no row of the table takes this")'
    yield ""


def _made(row: Row) -> dict[str, object]:
    """What a row sets; the operation that carries it stands under the empty name."""
    return {**({"": row.operation} if row.operation else {}), **row.set}


def _also(command: CommandOut, venue: Venue, text: FactsText) -> Iterator[str]:
    """Further fields, each a chain of conditions of its own."""
    yield from _head(
        command, "also", "Wire fields that further inputs decide; one that nothing fits is left out."
    )
    yield "    found: dict[str, object] = {}"
    for item in command.also:
        spoken = [row for row in item.rows if row.deny or row.set]  # rows don't overlap
        for row in _merged(spoken):
            condition = _condition(row.when, dict(command.domains)) or "True"
            yield f"    if {condition}:"
            if row.deny:
                text.use("Denied", module="dragoman.errors")
                yield f"        raise Denied({literal(venue.id)}, {literal(command.name)}, {literal(row.deny)})"
            else:
                yield f"        found[{literal(item.field)}] = {written(row.set[item.field])}"
    yield "    return found"
    yield ""


def _merged(rows: list[Row]) -> Iterator[Row]:
    """Neighbours that say the same and differ in one input alone, as one row."""
    last: Row | None = None
    for row in rows:
        if (
            last is not None
            and (last.set, last.deny) == (row.set, row.deny)
            and last.when.keys() == row.when.keys()
        ):
            other = [name for name, values in row.when.items() if last.when[name] != values]
            if len(other) == 1:
                both = (*last.when[other[0]], *row.when[other[0]])
                last = Row({**last.when, other[0]: both}, row.set, row.deny)
                continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _head(command: CommandOut, what: str, doc: str) -> Iterator[str]:
    arguments = ", ".join(
        f"{name}: {'bool' if command.domains[name] == (False, True) else 'str'}" for name, _ in command.inputs
    )
    star = "*, " if arguments else ""
    yield f"def _{command.name}_{what}({star}{arguments}) -> dict[str, object]:"
    yield f'    """{doc}"""'


def _fields(command: CommandOut, text: FactsText) -> Iterator[str]:
    yield f"def _{command.name}_fields(t: Mapping[str, Any]) -> dict[str, object]:"
    yield f'    """What {command.name} says beside what its table decides."""'
    domains = dict(command.domains)
    always = [field for field in command.fields if not field.when and not field.flags]
    inside = ", ".join(f"{literal(field.name)}: {field.value.text}" for field in always)
    yield f"    found: dict[str, object] = {{{inside}}}"
    for field in command.fields:
        text.needed |= field.value.imports
        if field.flags:
            yield "    flags = ("
            for flag, when in field.flags:
                holds = _condition({**field.when, **when}, domains, terms=True) or "True"
                yield f"        ({literal(flag)}, {holds}),"
            yield "    )"
            yield f'    found[{literal(field.name)}] = ",".join(flag for flag, holds in flags if holds) or None'
        elif field.when:
            yield f"    if {_condition(field.when, domains, terms=True)}:"
            yield f"        found[{literal(field.name)}] = {field.value.text}"
    yield "    return found"
    yield ""


def _condition(
    when: Mapping[str, tuple[object, ...]], domains: Mapping[str, tuple[object, ...]], terms: bool = False
) -> str:
    """A choice as Python; inputs that may have any value say nothing."""
    parts = []
    for name, values in when.items():
        if len(values) == len(domains.get(name, ())):
            continue
        code = input_code(name) if terms else name
        if values and isinstance(values[0], bool):
            parts.append(_truth(code, values[0]))
        elif len(values) == 1:
            parts.append(f"{code} == {written(values[0])}")
        else:
            parts.append(f"{code} in {written(values)}")
    return " and ".join(parts)


def _truth(code: str, wanted: bool) -> str:
    if code.endswith(" is not None"):
        return code if wanted else code.replace(" is not None", " is None")
    return code if wanted else f"not {code}"


def _point_inputs(command: CommandOut) -> tuple[str, ...]:
    """The inputs of a table whose every row names the same ones, where it is small enough to look up."""
    named = {tuple(sorted(row.when)) for row in command.rows}
    if len(named) != 1 or not command.rows[0].when:
        return ()
    names = tuple(name for name, _ in command.inputs if name in command.rows[0].when)
    size = sum(_points(row) for row in command.rows)
    whole = 1
    for name in names:
        whole *= len(command.domains[name])
    return names if size == whole and size <= _MOST_POINTS else ()


def _points(row: Row) -> int:
    size = 1
    for values in row.when.values():
        size *= len(values)
    return size


def _key(names: tuple[str, ...]) -> str:
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"


def _outcome(command: CommandOut, venue: Venue, text: FactsText, package: str) -> Source:
    """How answers are read, as small functions of the decoded body."""
    out = command.outcome
    reading = Reading(venue.shapes, venue.enums)

    def made(code: Code | None) -> Source | None:
        if code is None:
            return None
        text.needed |= code.imports
        words = set(re.findall(r"[A-Z][A-Z0-9_]*_MEANS", code.text))
        text.needed |= {
            (f"{package}.{stem}", enum_table(name))
            for name, stem in venue.enum_stems.items()
            if enum_table(name) in words
        }
        return Source(f"lambda {taken}: {code.text}")

    taken = "message" if out.rows is None else "message, entry"
    kind = None
    if out.payload is not None:
        kind = reading.annotation(out.payload)
        named = out.payload.item if out.payload.kind in ("list", "many") else out.payload
        if named is not None and named.ref:
            text.needed.add((f"{package}.{venue.shape_stems[named.ref]}", named.ref))
        if kind == "Raw":
            text.needed.add(("msgspec", "Raw"))
    return call(
        "OutcomeFacts",
        payload=Source(kind) if kind else None,
        rows=None if out.rows is None else Source(f"lambda message: {out.rows.text}"),
        accepted=made(out.accepted),
        code=made(out.code),
        reason=made(out.reason),
        ids={name: made(code) for name, code in out.ids.items()},
        unknown=(
            Source("frozenset({" + ", ".join(literal(each) for each in out.unknown) + "})")
            if out.unknown
            else None
        ),
    )
