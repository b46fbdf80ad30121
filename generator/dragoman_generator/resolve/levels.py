"""Lists that a field takes: book sides, and records of the model made of rows of the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import BOOL, DEC, TEXT, List, MapOf, Opt, Record, Type, strip_opt
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Code, Imports
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.expressions import opened
from dragoman_generator.resolve.fanouts import LEVEL
from dragoman_generator.resolve.model import record_fields
from dragoman_generator.resolve.scaling import factor_of, scale_of, times
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.place import Place
    from dragoman_generator.resolve.values import Values


def levels(values: Values, said: Any, place: Place, key: str) -> Code | None:
    """Book sides, and whatever else is handed on as it was decoded."""
    if isinstance(said, dict) and "rows_of" in said:
        return level_rows(values, said, place, key)
    code = values.value(said, place, key, None)
    if code is None:
        return None
    listed = strip_opt(code.type)
    if isinstance(listed, List) and isinstance(strip_opt(listed.inner), Record):
        record = strip_opt(listed.inner)
        assert isinstance(record, Record)
        shape = values.shapes.get(record.name)
        text = f"({code.text} or [])" if isinstance(code.type, Opt) else code.text
        if shape is not None and shape.is_level:
            _check(shape, values, (*place.path, key))
            return Code(text, listed, code.imports)
        if {"price", "size"} <= set(record.fields):
            parts = [
                record.reads.get(n, "{}").replace("{}", f"level.{record.attribute(n)}")
                for n in ("price", "size")
            ]
            rows = f"[({parts[0]}, {parts[1]}) for level in {text}]"
            return Code(rows, listed, code.imports | values.expressions.reading.imports(rows))
        values.tell(
            (*place.path, key),
            f"levels need 'price' and 'size', and {record} has {', '.join(record.fields)}",
        )
        return None
    return code


def _check(shape: Shape, values: Values, path: Path) -> None:
    """What prices may be is asked when levels are read, sizes are never negative."""
    price, size = shape.fields[0].type.bounds, shape.fields[1].type.bounds
    if price not in {"", ">0"} or size not in {"", ">=0"}:
        values.tell(
            path, f"levels of {shape.name!r} are checked for prices above 0 alone", "write dec(>0) or dec"
        )


def level_form(values: Values, given: Mapping[str, Code]) -> Code | None:
    """What is known of the levels of both sides, where that is more than nothing."""
    forms = {_form(values, given[side].type) for side in ("bids", "asks") if side in given}
    if len(forms) != 1 or (said := forms.pop()) in {"", "LevelForm(positive=False, items=2)"}:
        return None
    return Code(said, TEXT, frozenset({("dragoman.model.book", "LevelForm")}))


def _form(values: Values, kind: Type) -> str:
    listed = strip_opt(kind)
    inner = strip_opt(listed.inner) if isinstance(listed, List) else None
    shape = values.shapes.get(inner.name) if isinstance(inner, Record) else None
    if shape is None or not shape.is_level:
        return ""
    return f"LevelForm(positive={shape.fields[0].type.bounds == '>0'}, items={len(shape.fields)})"


def level_rows(values: Values, said: Tree, place: Place, key: str) -> Code | None:
    """`{rows_of: list, price: field, size: field, when: condition}` as levels, or `{rows_of, price, count}` as numbers."""
    path = (*place.path, key)
    code = values.expressions.value(str(said["rows_of"]), place.scope, (*path, "rows_of"))
    listed = strip_opt(code.type) if code is not None else None
    if code is None or not isinstance(listed, List) or not isinstance(listed.inner, Record):
        if code is not None:
            values.tell((*path, "rows_of"), f"levels are made of a list of records, and this is {code.type}")
        return None
    record = listed.inner
    wanted = [word for word in ("price", "size", "count") if word in said]
    if wanted not in (["price", "size"], ["price", "count"]):
        values.tell(path, "levels need 'price' and 'size', or 'price' and 'count'")
        return None
    scope = opened(place.scope, "level", record, "level")
    parts = [values.expressions.value(str(said[word]), scope, (*path, word)) for word in wanted]
    if parts[0] is None or parts[1] is None:
        return None
    price, other = parts[0], parts[1]
    there = (
        values.expressions.value(f"= {said['price']} != null", scope, path)
        if isinstance(price.type, Opt)
        else None
    )
    guard = None
    if "when" in said:
        guard = values.expressions.value(str(said["when"]), scope, (*path, "when"), BOOL)
    keep = "".join(f" if {test.text}" for test in (there, guard) if test is not None)
    if there is not None:
        bare = values.expressions.value(f"= {said['price']} ?? 0", scope, path)
        price = bare if bare is not None else price
    factors = ""
    if "scale" in said:
        factor = factor_of(said["scale"], place, (*path, "scale"), values)
        if factor is None:
            return None
        scale = scale_of(said["scale"], path, values)
        other = times(other, Code("factor", DEC, factor.imports), scale)
        factors = f"for factor in ({factor.text},) "
    row = f"({price.text}, {other.text})" if wanted[1] == "size" else other.text
    needed = (
        code.imports | price.imports | other.imports | (guard.imports if guard is not None else frozenset())
    )
    rows = f"({code.text} or ())" if isinstance(code.type, Opt) else code.text
    return Code(f"[{row} {factors}for level in {rows}{keep}]", List(LEVEL), needed)


def texts(values: Values, said: Tree, place: Place, key: str) -> Code | None:
    """`{rows_of: list, value: field, when: condition}` as a tuple of the texts that are there; `{value: field}` as one of that text."""
    path = (*place.path, key)
    if set(said) == {"value"}:
        one = values.expressions.value(str(said["value"]), place.scope, (*path, "value"))
        if one is None or strip_opt(one.type) != TEXT:
            if one is not None:
                values.tell((*path, "value"), f"each of {key!r} is a text, and this is {one.type}")
            return None
        text = (
            f"() if (told := {one.text}) is None else (told,)"
            if isinstance(one.type, Opt)
            else f"({one.text},)"
        )
        return Code(f"({text})" if isinstance(one.type, Opt) else text, List(TEXT), one.imports)
    source = values.expressions.value(str(said["rows_of"]), place.scope, (*path, "rows_of"))
    listed = strip_opt(source.type) if source is not None else None
    if source is None or not isinstance(listed, List) or not isinstance(listed.inner, Record):
        if source is not None:
            values.tell((*path, "rows_of"), f"texts are of records of a list, and this is {source.type}")
        return None
    inner = replace(place, scope=opened(place.scope, "each", listed.inner, "each"), path=path)
    made = values.expressions.value(str(said["value"]), inner.scope, (*path, "value"))
    if made is None:
        return None
    if strip_opt(made.type) != TEXT:
        values.tell((*path, "value"), f"each of {key!r} is a text, and this is {made.type}")
        return None
    guard = condition(values, said, inner)
    tests = [f"(told := {made.text}) is not None"] if isinstance(made.type, Opt) else []
    tests += [guard.text] if guard is not None else []
    keep = "".join(f" if {test}" for test in tests)
    rows = f"({source.text} or ())" if isinstance(source.type, Opt) else source.text
    needed = source.imports | made.imports | (guard.imports if guard is not None else frozenset())
    said_text = "told" if isinstance(made.type, Opt) else made.text
    return Code(f"tuple({said_text} for each in {rows}{keep})", List(TEXT), needed)


def named_rows(values: Values, said: Tree, place: Place, key: str) -> Code | None:
    """`{rows_of: list, name: value, ...}` among named values: a list of mappings, one a row."""
    path = (*place.path, key)
    source = values.expressions.value(str(said["rows_of"]), place.scope, (*path, "rows_of"))
    listed = strip_opt(source.type) if source is not None else None
    if source is None or not isinstance(listed, List) or not isinstance(listed.inner, Record):
        if source is not None:
            values.tell((*path, "rows_of"), f"rows are records of a list, and this is {source.type}")
        return None
    inner = replace(place, scope=opened(place.scope, "each", listed.inner, "each"), path=path)
    row = values.mapping({name: item for name, item in said.items() if name != "rows_of"}, inner, key)
    if row is None:
        return None
    text = f"({source.text} or ())" if isinstance(source.type, Opt) else source.text
    return Code(f"[{row.text} for each in {text}]", listed, source.imports | row.imports)


def records(values: Values, said: Any, place: Place, key: str, record: str) -> Code | None:
    """`{rows_of: list, when: condition, field: value, ...}`, or a list of `{when, field: value}`, as a tuple of records of the model."""
    path = (*place.path, key)
    wanted = record_fields(record)
    if isinstance(said, list):
        return listed_records(values, said, place, path, record)
    if not isinstance(said, dict) or "rows_of" not in said:
        values.tell(path, f"{key!r} is made of rows", f"write {{rows_of: list, {', '.join(wanted)}}}")
        return None
    source = values.expressions.value(str(said["rows_of"]), place.scope, (*path, "rows_of"))
    listed = strip_opt(source.type) if source is not None else None
    rows = listed.entry if isinstance(listed, MapOf) else listed.inner if isinstance(listed, List) else None
    if source is None or not isinstance(rows, Record):
        if source is not None:
            values.tell(
                (*path, "rows_of"), f"records are made of a list of records, and this is {source.type}"
            )
        return None
    text = f"{source.text}.items()" if isinstance(listed, MapOf) else source.text
    if isinstance(source.type, Opt):
        text = f"({source.text} or {{}}).items()" if isinstance(listed, MapOf) else f"({source.text} or ())"
    inner = replace(place, scope=opened(place.scope, "each", rows, "each"), path=path)
    made = one_record(values, said, inner, record, {"rows_of", "when"})
    if made is None:
        return None
    guard = condition(values, said, inner)
    keep = f" if {guard.text}" if guard is not None else ""
    more = guard.imports if guard is not None else frozenset()
    needed = source.imports | made.imports | more
    return Code(f"tuple({made.text} for each in {text}{keep})", made.type, needed)


def listed_records(values: Values, said: list[Any], place: Place, path: Path, record: str) -> Code | None:
    """Records that are said one by one, each where its `when` holds."""
    parts: list[str] = []
    needed: Imports = frozenset()
    for index, entry in enumerate(said):
        inner = replace(place, path=(*path, index))
        if not isinstance(entry, dict):
            values.tell(inner.path, f"{record} is a mapping of its fields")
            return None
        made = one_record(values, entry, inner, record, {"when"})
        if made is None:
            return None
        guard = condition(values, entry, inner)
        needed |= made.imports | (guard.imports if guard is not None else frozenset())
        parts.append(made.text if guard is None else f"*(({made.text},) if {guard.text} else ())")
    return Code(f"({''.join(f'{part}, ' for part in parts)})", List(Record(record, {})), needed)


def one_record(values: Values, said: Tree, place: Place, record: str, words: set[str]) -> Code | None:
    """The fields of one record; `words` may stand beside them."""
    wanted = record_fields(record)
    codes: dict[str, Code] = {}
    for name in said:
        if name not in {*wanted, *words}:
            values.tell(
                (*place.path, name),
                f"{record} has no field {name!r}",
                did_you_mean(str(name), wanted),
                key=True,
            )
    for name, target in wanted.items():
        if name in said:
            code = values.field(target, said[name], place, name)
            if code is None:
                return None
            codes[name] = code
        elif target.required:
            values.tell(place.path, f"{record} needs {name!r}")
            return None
    needed = frozenset({("dragoman.model", record)}).union(*(code.imports for code in codes.values()))
    made = f"{record}({', '.join(f'{name}={code.text}' for name, code in codes.items())})"
    return Code(made, List(Record(record, {})), needed)


def condition(values: Values, said: Tree, place: Place) -> Code | None:
    """The `when` beside the fields of a record."""
    if "when" not in said:
        return None
    return values.expressions.value(str(said["when"]), place.scope, (*place.path, "when"), BOOL)
