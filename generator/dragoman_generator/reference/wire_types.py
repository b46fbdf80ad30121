"""The table of wire types: what stands on the wire, what an expression sees, what generated code holds."""

from __future__ import annotations

from dragoman_generator.emit.markdown import Section, code, text
from dragoman_generator.ir.types import INTEGER_KINDS, WireType
from dragoman_generator.resolve.reading import Reading

DESCRIBED = {
    "dec": (
        "",
        "decimal text; a number is taken too, exactly; `dec(>0)`, `dec(>=0)` and `dec(1.01..1000)` say what it may be",
    ),
    "dec_num": ("", "JSON number, kept exact; bounds as in `dec`"),
    "int": ("", "JSON number without a fraction"),
    "int_text": ("", "integer in text"),
    "bool": ("", "`true` or `false`"),
    "flag": ("Y/N", "one of two texts, the first is true"),
    "text": ("", "text"),
    "sym": ("", "text that identifies an instrument"),
    "ts": (
        "ms",
        "integer, UNIX time in `s`, `ms`, `us` or `ns`; the name of a field in milliseconds ends in `_ms`",
    ),
    "ts_text": ("ms", "the same in text"),
    "fx": ("1e-9", "integer, scaled by the power of ten"),
    "char": ("", "one character of a fixed record"),
    "cstr": ("", "padded text of a fixed record; `size` says its bytes"),
    "pad": ("", "bytes of a fixed record that mean nothing; `size` says how many"),
    "any": ("", "anything, kept as raw bytes"),
}
"""word -> (an argument that shows its form, what it is)."""
WRAPPERS = {
    "maybe": "the field may be absent",
    "opt": "the value may be `null`",
    "blank": "the text may be empty, which stands for none",
    "list": "array; of book levels it is decoded in one pass and converted when read",
    "map": "object with free keys",
    "many": "one value, or an array of them",
}
_TIMES = {
    "iso": "RFC 3339 text",
    "date": "`YYYY-MM-DD`, midnight UTC",
}


def wire_types() -> list[Section]:
    rows = [_row(word, argument, told) for word, (argument, told) in DESCRIBED.items()]
    rows += [_row("ts", argument, told) for argument, told in _TIMES.items()]
    integers = ", ".join(
        code(kind) for kind in sorted(INTEGER_KINDS, key=lambda kind: (kind[0] != "u", int(kind[1:])))
    )
    rows.append((integers, "integers of fixed records", "`int`", "`int`"))
    wrappers = [(code(f"{word}<T>"), text(told)) for word, told in WRAPPERS.items()]
    wrappers += [
        ("the name of a shape", "a record, or a row of an array, of the spec's `shapes`"),
        ("the name of an enum", "one of its values; in an expression a member of its `as`, if it has one"),
    ]
    intro = "`type as name` gives a field its name for paths, expressions and generated code; the wire key is spelled once."
    return [
        Section("Wire types", (intro,), ("type", "on the wire", "in expressions", "in generated code"), rows),
        Section("Wire types made of others", (), ("type", "meaning"), wrappers, level=3),
    ]


def _row(word: str, argument: str, told: str) -> tuple[str, str, str, str]:
    kind = WireType(word, arg=argument)
    reading = Reading({}, {})
    shown = f"{word}({argument})" if argument else word
    seen, stored = str(reading.expression_type(kind)), reading.annotation(kind)
    read = reading.read(kind)
    converted = "" if read == "{}" else f", read as {code(read.replace('{}', 'x'))}"
    return code(shown), text(told), code(seen), code(stored) + converted
