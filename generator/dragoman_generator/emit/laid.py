"""Busy records that are laid over the last one of their key, without a record of the specification's own for each of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.lays import absent, is_there, lay, shape_of, subject_shape, told
from dragoman_generator.emit.light import BUSY, Light, Variant, light
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, Code, EachOut, EventOut, Venue
from dragoman_generator.language.state import Merge
from dragoman_generator.resolve.model import targets
from dragoman_generator.resolve.names import literal, snake
from dragoman_generator.resolve.reading import Reading

MOST_COMPLETE = 6
"""Of more fields than these some are always left out."""
_PRESENT = re.compile(r"merged\.any_present\((\(.*?\))\)")
_MERGED = re.compile(r"\bmerged\b")
_ASKS = r"(?:\w+\.)+\w+ is not (?:None|ABSENT)"
_BROUGHT = re.compile(rf"    if (\({_ASKS}(?: or {_ASKS})+\)|{_ASKS}(?: or {_ASKS})*)(?: and (.+))?:$")
"""(what a message has to bring for an event, what else it asks)."""
_PUT = "put_new("
_MACHINE = frozenset({("dragoman.machines", "Merge")})


def laid(channel: Channel, venue: Venue) -> Light | None:
    """The light way of a channel whose records are merged; None where its events are rare, or ask for more than the merged record."""
    if not isinstance(channel.state, Merge):
        return None
    events = [
        event for item in channel.out for event in (item.body if isinstance(item, EachOut) else (item,))
    ]
    if not all(isinstance(event, EventOut) for event in events) or not any(
        isinstance(event, EventOut) and BUSY.get(event.type_name) in (0, 1) for event in events
    ):
        return None
    if channel.head:
        return _of_record(channel, channel.state, venue)
    first = channel.out[0]
    return _of_rows(channel, first, venue) if len(channel.out) == 1 and isinstance(first, EachOut) else None


# -- rows that bring all there is: none of them needs what is kept -----------------------------------------------------


def _of_rows(channel: Channel, each: EachOut, venue: Venue) -> Light | None:
    """Rows that bring every field are their own merged records; a message with another one takes the usual way."""
    key, subject, _ = told(each.head)
    shape = venue.shapes.get(shape_of(each))
    if not key or subject != each.variable or shape is None or shape.kind != "record":
        return None
    optional = [item for item in shape.fields if item.type != item.type.required()]
    if len(optional) > MOST_COMPLETE or any(
        item.parts is not None or item.type.empty_is_none or item.type.none_is for item in optional
    ):
        return None
    there = tuple(is_there(item, subject, venue) for item in optional)
    body = tuple(_of_whole(event, subject, there) for event in each.body if isinstance(event, EventOut))
    out = replace(each, head=(), before=(), body=body)
    if _MERGED.search(repr(body)):
        return None
    whole = replace(shape, fields=tuple(replace(item, type=item.type.required()) for item in shape.fields))
    found = light(
        replace(channel, out=(out,), state=None), replace(venue, shapes={**venue.shapes, shape.name: whole})
    )
    if found is None:
        return None
    first, *rest = found.lines
    pad, name = INDENT * 2, channel.name
    if not any(" if " in line for line in rest):
        # What is read of each row fails where it is none, and then the usual way is taken too.
        read = {name for each in found.variants if each.of == shape.name for name, _ in each.types}
        there = tuple(is_there(item, subject, venue) for item in optional if item.name not in read)
    lines = (
        first,
        *(
            [f"{pad}if not ({' and '.join(there)}):", f"{pad}{INDENT}return rest(payload, ts_init)"]
            if there
            else ()
        ),
        *rest,
        f"{pad}kept = {name}_held[{key}]",
        f"{pad}if type(kept) is not Latest:",
        f"{pad}{INDENT}kept = {name}.opened({key}, Latest)",
        f"{pad}kept.record = {subject}",
        f"{pad}kept.was_used = True",
    )
    names = {item.name for item in optional}
    return replace(
        found,
        channel=channel,
        imports=(found.imports - _MACHINE) | {("dragoman.machines.kept", "Latest")},
        variants=tuple(_with_none(each, names) if each.of == shape.name else each for each in found.variants),
        lines=lines,
        first=(
            f"{INDENT}{name} = scope.machines[{literal(name)}]",
            f"{INDENT}{name}_held = {name}.kept.held",
        ),
    )


def _with_none(variant: Variant, names: set[str]) -> Variant:
    """The variant with fields that may be absent."""
    types = ((name, f"{kind} | None" if name in names else kind) for name, kind in variant.types)
    return replace(variant, types=tuple(types))


def _of_whole(event: EventOut, subject: str, there: tuple[str, ...]) -> EventOut:
    """An event of a record that brings all there is, so that what is asked of it alone holds."""
    event = _renamed(event, "record", subject)
    if event.when is None:
        return event
    asked = [
        part for part in event.when.text.split(" and ") if part not in there and not _PRESENT.fullmatch(part)
    ]
    return replace(event, when=replace(event.when, text=" and ".join(asked)) if asked else None)


# -- one record, laid over what is kept -------------------------------------------------------------------------------


def _of_record(channel: Channel, state: Merge, venue: Venue) -> Light | None:
    """One record in a message, whose fields are put over those that are kept, one by one."""
    key, subject, full = told(channel.head)
    shape = subject_shape(channel, subject, venue)
    if (
        not key
        or shape is None
        or shape.kind != "record"
        or any(not _is_plain(item, venue) for item in shape.fields)
    ):
        return None
    name = channel.name
    events = [_of_kept(event, subject, shape) for event in channel.out if isinstance(event, EventOut)]
    if _MERGED.search(repr(events)):
        return None
    found = light(replace(channel, out=tuple(events), head=(), state=None), venue)
    if found is None or found.variants:
        return None
    groups: dict[str, str] = {}
    body = [line for each in found.lines for line in _put(each, groups)]
    laid = {
        item.name: tuple(lay(item, state, venue)) for item in shape.fields if f"{subject}.{item.name}" != key
    }
    body = list(_laid_where_asked(body, laid, subject))
    kind = f"{shape.name}Kept"
    row_key = key.replace(f"{subject}.", "row.")
    lines = [
        f"row = {subject}",
        f"key = {row_key}",
        f"record = {name}_held[key]",
        f"if type(record) is not {kind}:",
        f"    record = {name}.opened(key, {kind})",
        *((f"if {full}:", "    return rest(payload, ts_init)") if full else ()),
        "record.was_used = True",
        *(line for said in laid.values() for line in said),
        *(f"new_{group} = None" for group in groups),
    ]
    # What was put out is remembered once nothing can fail any more: else the usual way would take its event for an old one.
    after = [
        line
        for group in groups
        for line in (f"if new_{group} is not None:", f"    record.last_{group} = new_{group}")
    ]
    text = "\n".join([*(INDENT + line for line in lines), *body, *(INDENT + line for line in after)])
    text = re.sub(rf"\b{re.escape(subject)}\.", "row.", text)
    labels = "".join(f", last_{group}={literal(label)}" for group, label in groups.items())
    opens = [
        f"{name} = scope.machines[{literal(name)}]",
        f"{kind} = kept_as({shape.name}{labels})",
        f"{name}_held = {name}.kept.held",
    ]
    imports: set[tuple[str, str]] = {*found.imports, ("dragoman.machines.kept", "kept_as")}
    if "ABSENT" in text:
        imports.add(("dragoman.machines", "ABSENT"))
    return replace(
        found,
        channel=channel,
        lines=tuple(text.split("\n")),
        imports=frozenset(imports),
        first=tuple(INDENT + line for line in opens),
    )


def _of_kept(event: EventOut, subject: str, shape: Shape) -> EventOut:
    """An event of the kept record: what the message brought is asked first, and it alone decides for most messages."""
    if event.put:
        event = replace(
            event, put=(event.put[0].replace("merge.put_new(key, ", _PUT).replace(", out)", ")"),)
        )
    if event.when is None or len(found := _PRESENT.findall(event.when.text)) != 1:
        return event
    fields = [item for item in shape.fields if item.name in ast.literal_eval(found[0])]
    brought = " or ".join(f"{subject}.{item.name} is not {absent(item)}" for item in fields)
    whole = f"merged.any_present({found[0]})"
    others = [part for part in event.when.text.split(" and ") if part != whole]
    if " and ".join([*others, whole]) != event.when.text:
        return event
    first = f"({brought})" if len(fields) > 1 and others else brought
    return replace(event, when=replace(event.when, text=" and ".join([first, *others])))


def _laid_where_asked(body: list[str], laid: dict[str, tuple[str, ...]], subject: str) -> Iterator[str]:
    """The lines of the events, those that lay a field in the one event which it tells of: they leave `laid`.

    Most messages bring few fields, and what an event asks first is whether the message brought one of its own.
    """
    blocks: list[list[str]] = []
    for line in body:
        if not blocks or not line.startswith(INDENT * 2):
            blocks.append([])
        blocks[-1].append(line)
    texts = ["\n".join(block) for block in blocks]
    for block, text in zip(blocks, texts, strict=True):
        asked = _BROUGHT.match(block[0])
        names = re.findall(rf"{re.escape(subject)}\.(\w+) is not", asked[1]) if asked else []
        own = [
            name
            for name in names
            if name in laid
            and laid[name][0].startswith("if ")
            and sum(re.search(rf"\brecord\.{name}\b", each) is not None for each in texts) == 1
            and f"record.{name}" in text
        ]
        if asked is None or not own:
            yield from block
            continue
        yield f"{INDENT}if {asked[1].removeprefix('(').removesuffix(')')}:"
        yield from (INDENT * 2 + line for name in own for line in laid.pop(name))
        if asked[2]:
            yield f"{INDENT * 2}if {asked[2]}:"
            yield from (INDENT + line for line in block[1:])
        else:
            yield from block[1:]


def _put(line: str, groups: dict[str, str]) -> Iterator[str]:
    """The line, or those that put an event out where it says another thing than the last one of its kind."""
    bare = line.lstrip()
    if not bare.startswith(_PUT):
        yield line
        return
    pad = line[: len(line) - len(bare)]
    call = ast.parse(bare).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    label, made = call.value.args
    assert isinstance(made, ast.Call) and isinstance(made.func, ast.Name)
    kind = made.func.id
    group = snake(ast.literal_eval(label))
    groups[group] = ast.literal_eval(label)
    fields = [target.name for target in targets(kind)]
    given = dict(zip(fields, (ast.get_source_segment(bare, each) or "" for each in made.args), strict=False))
    said = [field for field in given if not field.startswith("ts_")]
    for field in said:
        yield f"{pad}{field} = {given[field]}"
    # Of prices and sizes one is most likely another, of the names before them none is.
    differ = " or ".join(f"last.{field} != {field}" for field in (*said[1:], *said[:1]))
    yield f"{pad}last = record.last_{group}"
    yield f"{pad}if last is None or {differ}:"
    values = ", ".join(field if field in said else value for field, value in given.items())
    yield f"{pad}{INDENT}new_{group} = {kind}({values})"
    yield f"{pad}{INDENT}out.append(new_{group})"


def _renamed(event: EventOut, old: str, new: str) -> EventOut:
    """The event with the fields of one record read of another."""

    def said(code: Code) -> Code:
        return replace(code, text=re.sub(rf"\b{old}\.", f"{new}.", code.text))

    return replace(
        event,
        named=tuple((name, said(code)) for name, code in event.named),
        positional=tuple(said(code) for code in event.positional),
        when=None if event.when is None else said(event.when),
        ensure=None if event.ensure is None else (said(event.ensure[0]), event.ensure[1]),
        instrument=None if event.instrument is None else said(event.instrument),
    )


def _is_plain(item: Field, venue: Venue) -> bool:
    """Whether a field is read as it is kept: a text, a whole number, yes or no."""
    kind = Reading(venue.shapes, venue.enums).annotation(item.type).removesuffix(" | None")
    return item.parts is None and not item.type.none_is and kind in {"str", "int", "bool"}
