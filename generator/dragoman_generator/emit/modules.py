"""One generated module for each spec file: Structs, enums, emit functions, in the file's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.model import ENUM_TYPES

from dragoman_generator.emit.alike import FunctionText, once
from dragoman_generator.emit.before import named_before
from dragoman_generator.emit.body import body, gathered
from dragoman_generator.emit.branches import branched
from dragoman_generator.emit.busy import REPLACED, hastened
from dragoman_generator.emit.kept import kept_before
from dragoman_generator.emit.labels import labelled
from dragoman_generator.emit.once import named_once
from dragoman_generator.emit.parts import parts_lines
from dragoman_generator.emit.quick import asked_plainly, looked_up, quickened
from dragoman_generator.emit.structs import StructText, data_struct, enum_lines, payload_struct, shapes_of
from dragoman_generator.expr.types import List, Record, strip_opt
from dragoman_generator.ir.venue import Channel, EachOut, Operation, Venue
from dragoman_generator.language.state import Memory
from dragoman_generator.resolve.names import docstring, snake
from dragoman_generator.resolve.reading import Reading, enum_table, parts_reader

_MEMBER = re.compile(
    rf"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\b({'|'.join(sorted(ENUM_TYPES))})\.([A-Z][A-Z0-9_]*)\b"""
)
"""A literal, which stays as it is, or a member of an enum."""
_FORM = re.compile(r"\bLevelForm\(positive=(True|False), items=(\d+)\)")
_NUMBER = re.compile(r'\bDecimal\((?:"(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)"|(\d+))\)')


@dataclass(frozen=True)
class ModuleText:
    """What a module's template prints."""

    stem: str
    venue: str
    imports: tuple[str, ...]
    enums: tuple[str, ...]
    constants: tuple[str, ...]
    structs: tuple[StructText, ...]
    functions: tuple[FunctionText, ...]
    aliases: tuple[str, ...] = ()
    """Functions that are the same as another one."""

    @property
    def empty(self) -> bool:
        return not (self.enums or self.structs or self.functions)


def module(venue: Venue, stem: str, package: str, payloads: Mapping[str, StructText]) -> ModuleText:
    """The module of one spec file; `payloads` are the classes of shapes that are made already."""
    reading = Reading(venue.shapes, venue.enums)
    needed: set[tuple[str, str]] = set()
    enums: list[str] = []
    for name, owner in venue.enum_stems.items():
        if owner == stem:
            lines, imports = enum_lines(venue.enums[name])
            enums += lines
            needed |= imports
    structs = [payloads.get(s.name) or payload_struct(s, reading) for s in shapes_of(venue, stem)]
    structs += [data_struct(kind, reading) for kind in venue.data_types.values() if kind.stem == stem]
    readers, imports = parts_lines(shapes_of(venue, stem), venue.enums)
    enums += readers
    needed |= imports
    functions: list[FunctionText] = []
    for owner_ in _sources(venue, stem):
        head = owner_.head if isinstance(owner_, Channel) else ()
        lines, imports = body(owner_.out, head)
        if isinstance(owner_, Channel):
            imports |= owner_.head_imports
        if isinstance(owner_, Channel) and owner_.gather is not None:
            lines, more = gathered(owner_.name, owner_.gather, lines)
            imports |= more
        if isinstance(owner_, Channel) and isinstance(owner_.state, Memory):
            lines, kept = kept_before(owner_, lines, venue, reading)
            structs += [kept] if kept is not None else []
        printed, more = hastened(lines)
        needed |= imports | more
        payload = (owner_.text if isinstance(owner_, Channel) else None) or owner_.payload
        message = reading.annotation(payload) if payload else "object"
        doc = docstring(f"{_title(owner_)} to {', '.join(owner_.gives) or 'no event'}.")
        functions.append(FunctionText(f"emit_{owner_.name}", message, doc, printed))
    names: dict[str, str] = {}
    functions = [replace(f, lines=readable(hoisted(f.lines, names), names)) for f in functions]
    functions, aliases = once(functions, _rows(venue, stem))
    constants = constants_of(names)
    for struct in structs:
        needed |= struct.imports
    if functions:
        needed |= {("dragoman.translate.scope", "Scope"), ("dragoman.translate.facts", "Event")}
    text = "\n".join(
        [
            *constants,
            *enums,
            *(line.partition("  # ")[0] for s in structs for line in s.fields),
            *(line for f in functions for line in (f.message, *f.lines)),
        ]
    )
    needed = {pair for pair in needed if pair not in REPLACED or re.search(rf"\b{pair[1]}\b", text)}
    needed |= local_imports(venue, stem, package, text)
    needed |= reading.imports(text)
    if re.search(r"\bRaw\b", text):
        needed.add(("msgspec", "Raw"))
    return ModuleText(
        stem,
        venue.id,
        import_lines(needed),
        tuple(enums),
        constants,
        tuple(structs),
        tuple(functions),
        aliases,
    )


def _rows(venue: Venue, stem: str) -> dict[str, str]:
    """Emit function -> the shape of the rows that it goes over, where it does that and nothing else."""
    found: dict[str, str] = {}
    for owner in _sources(venue, stem):
        first = owner.out[0] if len(owner.out) == 1 else None
        if isinstance(first, EachOut) and isinstance(listed := first.source.type, List):
            row = strip_opt(listed.inner)
            shape = venue.shapes.get(row.name) if isinstance(row, Record) else None
            if shape is not None and shape.kind == "record" and not shape.is_vendors:
                found[f"emit_{owner.name}"] = shape.name
    return found


def readable(lines: Iterable[str], constants: dict[str, str]) -> tuple[str, ...]:
    """The lines of a function's body as a person in a hurry would have written them; `constants` gets what they need."""
    return labelled(looked_up(named_before(branched(quickened(asked_plainly(named_once(lines)), constants)))))


def hoisted(lines: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    """The lines with enum members and decimals as constants, which are put into `names`.

    Making them anew costs more than making a small event.
    """

    def number(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        name = (
            f"DECIMAL_{digits.replace('E-', 'E_-').replace('-', 'MINUS_').replace('.', '_').replace('+', '')}"
        )
        names[name] = f'Decimal("{digits}")'
        return name

    def constant(match: re.Match[str]) -> str:
        if match[1]:
            return match[0]
        name = f"{snake(match[2]).upper()}_{match[3]}"
        names[name] = match[0]
        return name

    def form(match: re.Match[str]) -> str:
        name = f"LEVELS_OF_{match[2]}{'_ABOVE_ZERO' if match[1] == 'True' else ''}"
        names[name] = match[0]
        return name

    return tuple(_FORM.sub(form, _NUMBER.sub(number, _MEMBER.sub(constant, line))) for line in lines)


def constants_of(names: Mapping[str, str]) -> tuple[str, ...]:
    """The constants of a module and its rules for symbols, line by line."""
    plain = [
        f"{name} = {member}" for name, member in sorted(names.items()) if not member.startswith("lambda ")
    ]
    rules = [
        f"\n\ndef {name}(symbol: str) -> bool:\n"
        f'    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""\n'
        f"    return {member.removeprefix('lambda symbol: ')}\n"
        for name, member in sorted(names.items())
        if member.startswith("lambda ")
    ]
    return (*plain, *rules)


def import_lines(needed: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Sorted import statements, one a module, in the groups that linters ask for; `(re, "")` is `import re`."""
    grouped: dict[str, set[str]] = {}
    lines: list[tuple[int, bool, str, str]] = []
    for place, name in set(needed):
        if not name:
            lines.append((_group(place), True, place, f"import {place}"))
        elif " as " in name:
            lines.append((_group(place), False, place, f"from {place} import {name}"))
        else:
            grouped.setdefault(place, set()).add(name)
    for place, names in grouped.items():
        listed = ", ".join(sorted(names, key=import_order))
        lines.append((_group(place), False, place, f"from {place} import {listed}"))
    found: list[str] = []
    group = None
    for number, _, _, line in sorted(
        lines, key=lambda each: (each[0], not each[1], each[2], " as " in each[3])
    ):
        if group is not None and number != group:
            found.append("")
        group = number
        found.append(line)
    return tuple(found)


def import_order(name: str) -> tuple[int, list[tuple[str, int]], str]:
    """Constants, classes, the rest; numbers inside of names by their value."""
    parts = [(text, int(digits or 0)) for text, digits in re.findall(r"(\D*)(\d*)", name.lower())]
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, parts, name)


def _group(place: str) -> int:
    """The standard library, what is installed, the venue's own modules."""
    root = place.partition(".")[0]
    return 1 if root in {"msgspec", "dragoman"} else 2 if root == "dragoman_venues" else 0


def _sources(venue: Venue, stem: str) -> list[Channel | Operation]:
    found: list[Channel | Operation] = [
        o for o in venue.operations.values() if o.stem == stem and o.payload is not None
    ]
    found += [c for c in venue.channels.values() if c.stem == stem and c.payload is not None]
    return found


def _title(source: Channel | Operation) -> str:
    return (source.spec.title or source.name).rstrip(".")


_TEXTS = re.compile(r'"""(?:.|\n)*?"""|(?<![fF])"(?:[^"\\\n]|\\.)*"')
"""What stands in quotes uses no name, whatever it looks like; a text with code in it does."""


def local_imports(venue: Venue, stem: str, package: str, text: str) -> set[tuple[str, str]]:
    """Names of other modules of the venue that the text uses; `stem` is the module that it stands in."""
    words = set(re.findall(r"[A-Za-z_]\w*", _TEXTS.sub("", text)))
    found: set[tuple[str, str]] = set()
    for name, owner in venue.shape_stems.items():
        if owner != stem and name in words:
            found.add((f"{package}.{owner}", name))
        parted = (item.parts for item in venue.shapes[name].fields if item.parts is not None)
        found |= {
            (f"{package}.{owner}", parts_reader(parts))
            for parts in parted
            if owner != stem and parts_reader(parts) in words
        }
    for name, owner in venue.enum_stems.items():
        # Only closed enums have an alias; words of a comment may look like the name of an open one.
        names = (name, enum_table(name)) if venue.enums[name].policy == "closed" else (enum_table(name),)
        for word in names:
            if owner != stem and word in words:
                found.add((f"{package}.{owner}", word))
    for name, kind in venue.data_types.items():
        if kind.stem != stem and name in words:
            found.add((f"{package}.{kind.stem}", name))
    return found
