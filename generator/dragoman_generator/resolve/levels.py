"""Lists that a field takes: book sides, and records of the model made of rows of the wire."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import BOOL, DEC, List, MapOf, Opt, Record, strip_opt
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.emit import Scale
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.expressions import opened
from dragoman_generator.resolve.fanouts import LEVEL
from dragoman_generator.resolve.model import record_fields
from dragoman_generator.resolve.scaling import factor_of, times

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
        scale = msgspec.convert(said["scale"], str | Scale)
        other = times(other, Code("factor", DEC, factor.imports), scale)
        factors = f"for factor in ({factor.text},) "
    row = f"({price.text}, {other.text})" if wanted[1] == "size" else other.text
    needed = (
        code.imports | price.imports | other.imports | (guard.imports if guard is not None else frozenset())
    )
    rows = f"({code.text} or ())" if isinstance(code.type, Opt) else code.text
    return Code(f"[{row} {factors}for level in {rows}{keep}]", List(LEVEL), needed)


def records(values: Values, said: Any, place: Place, key: str, record: str) -> Code | None:
    """`{rows_of: list, when: condition, field: value, ...}` as a tuple of records of the model."""
    path = (*place.path, key)
    wanted = record_fields(record)
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
    codes: dict[str, Code] = {}
    for name in said:
        if name not in {*wanted, "rows_of", "when"}:
            values.tell(
                (*path, name), f"{record} has no field {name!r}", did_you_mean(str(name), wanted), key=True
            )
    for name, target in wanted.items():
        if name in said:
            code = values.field(target, said[name], inner, name)
            if code is None:
                return None
            codes[name] = code
        elif target.required:
            values.tell(path, f"{record} needs {name!r}")
            return None
    guard = (
        values.expressions.value(str(said["when"]), inner.scope, (*path, "when"), BOOL)
        if "when" in said
        else None
    )
    needed = source.imports.union(*(code.imports for code in codes.values()), {("dragoman.model", record)})
    made = f"{record}({', '.join(f'{name}={code.text}' for name, code in codes.items())})"
    keep = f" if {guard.text}" if guard is not None else ""
    more = guard.imports if guard is not None else frozenset()
    return Code(f"tuple({made} for each in {text}{keep})", List(Record(record, {})), needed | more)
