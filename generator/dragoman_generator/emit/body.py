"""Bodies of emit functions, line by line; every decision is taken here, templates only print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman_generator.expr.negation import negated
from dragoman_generator.ir.venue import Code, EachOut, EventOut, Gather, Imports, Out
from dragoman_generator.resolve.model import Target, positional, targets
from dragoman_generator.resolve.names import literal

INDENT = "    "
NAMED_COSTS = 3
"""An argument that is named takes about as long as so many that stand by position."""
DEFINE = "scope.ids.define("


def body(out: tuple[Out, ...], head: tuple[str, ...] = ()) -> tuple[list[str], Imports]:
    """The lines after `def name(scope, message, ts_init, out):` and what they import; `head` comes first."""
    needed: set[tuple[str, str]] = set()
    return [*(INDENT + line for line in head), *_block(out, 1, needed)], frozenset(needed)


def _block(out: tuple[Out, ...], depth: int, needed: set[tuple[str, str]]) -> Iterator[str]:
    pad = INDENT * depth
    for item in out:
        if isinstance(item, EachOut):
            yield from _each(item, depth, needed)
            continue
        call = construct(item, needed)
        about = item.instrument.text if item.instrument is not None else ""
        yield from (pad + line.replace("{instrument}", about) for line in item.before)
        inner = pad
        if item.when is not None:
            needed |= item.when.imports
            yield f"{pad}if {item.when.text}:"
            inner = pad + INDENT
        if item.ensure is not None:
            holds, said = item.ensure
            needed |= holds.imports
            yield f"{inner}if {negated(holds.text)}:"
            yield f"{inner}{INDENT}raise ValueError({literal(f'{said} does not hold')})"
        if item.put:
            for line in item.put:
                yield f"{inner}{line.replace('{event}', call)}"
        elif item.machine == "gather" and item.type_name == "OrderBookDelta":
            yield f"{inner}gather.add(key, {call}, is_image, out)"
        else:
            yield f"{inner}out.append({call})"


def gathered(name: str, gather: Gather, lines: list[str]) -> tuple[list[str], Imports]:
    """The body of a channel whose book changes are gathered: every record may be the last of its event."""
    hold = "False" if gather.hold is None else gather.hold.text
    needed = gather.key.imports | gather.last.imports | (gather.hold.imports if gather.hold else frozenset())
    return [
        f"{INDENT}gather: Gather = scope.machines[{literal(name)}]",
        f"{INDENT}key = {gather.key.text}",
        f"{INDENT}is_image = {hold}",
        *lines,
        f"{INDENT}gather.end(key, {gather.last.text}, out)",
    ], needed | {("dragoman.machines", "Gather")}


def _each(item: EachOut, depth: int, needed: set[tuple[str, str]]) -> Iterator[str]:
    pad = INDENT * depth
    needed |= item.source.imports | item.imports
    needed.add(("dragoman.translate.scope", "ROW_ERRORS"))
    for line in item.before:
        yield f"{pad}{line}"
    yield f"{pad}for {item.variable} in {item.source.text}:"
    yield f"{pad}{INDENT}try:"
    inner = depth + 2
    for line in item.head:
        yield f"{INDENT * inner}{line}"
    if item.when is not None:
        needed |= item.when.imports
        yield f"{INDENT * inner}if {negated(item.when.text)}:"
        yield f"{INDENT * (inner + 1)}continue"
    yield from _named_once(item, list(_block(item.body, inner, needed)), INDENT * inner)
    yield f"{pad}{INDENT}except ROW_ERRORS as error:"
    yield f"{pad}{INDENT * 2}scope.bad_row({literal(item.wire_path)}, {item.variable}, error)"
    for line in item.after:
        yield f"{pad}{line}"


def _named_once(item: EachOut, lines: list[str], pad: str) -> Iterator[str]:
    """The lines of a row, with its instrument's id looked up once where several events are about it.

    Where the row itself defines the instrument, it is the key that is made once.
    """
    codes = [code for code in _instruments(item.body) if f"{item.variable}." in code]
    defined = [code.removeprefix(DEFINE).removesuffix(")") for code in codes if code.startswith(DEFINE)]
    text = defined[0] if defined else max(codes, key=codes.count, default="")
    whole = re.compile(rf"{re.escape(text)}(?!\w)")  # `row.symbol` is no part of `row.symbol_type`
    if not text or sum(len(whole.findall(line)) for line in lines) < 2:
        yield from lines
        return
    name = f"{item.variable}_{'key' if defined else 'id'}"
    while any(re.search(rf"\b{name}\b", line) for line in lines):
        name += "_"
    yield f"{pad}{name} = {text}"
    for line in lines:
        yield whole.sub(name, line)


def _instruments(out: tuple[Out, ...]) -> list[str]:
    found: list[str] = []
    for item in out:
        if isinstance(item, EachOut):
            found += _instruments(item.body)
        elif item.instrument is not None:
            found.append(item.instrument.text)
    return found


def construct(item: EventOut, needed: set[tuple[str, str]]) -> str:
    """The constructor call: by position for types that take it, which costs a third of names; by name for the rest.

    The last fields of long events are mostly defaults. Those that are given there are named, and the others are left out.
    """
    given: dict[str, Code] = dict(item.named)
    for code in given.values():
        needed |= code.imports
    try:
        wanted = targets(item.type_name)
    except KeyError:
        wanted = ()
    else:
        needed.add(("dragoman.model", item.type_name))
    if not wanted or not positional(item.type_name):
        return f"{item.type_name}({', '.join(f'{name}={code.text}' for name, code in item.named)})"
    first = _first_named([target.name in given for target in wanted])
    arguments = [
        given[target.name].text if target.name in given else target.default for target in wanted[:first]
    ]
    arguments += [f"{each.name}={given[each.name].text}" for each in wanted[first:] if each.name in given]
    needed |= default_imports(target for target in wanted[:first] if target.name not in given)
    return f"{item.type_name}({', '.join(arguments)})"


def _first_named(given: list[bool]) -> int:
    """The first field of an event from which on those that are given are named, which leaves out the defaults between them."""
    costs = {first: first + NAMED_COSTS * sum(given[first:]) for first in range(len(given) + 1)}
    return min(costs, key=lambda first: (costs[first], first))


def default_imports(left_out: Iterable[Target]) -> Imports:
    """What the defaults of fields import that an event says nothing of."""
    found = set()
    for target in left_out:
        name, _, rest = target.default.partition("." if "." in target.default else "(")
        if name == "Decimal":
            found.add(("decimal", name))
        elif rest and name:
            found.add(("dragoman.model", name))
    return frozenset(found)
