"""Layouts of positional payloads as the values that the runtime reads by."""

from __future__ import annotations

import re

from dragoman_generator.ir.layouts import (
    BlockField,
    BlockLayout,
    ColumnsLayout,
    DataField,
    FixedLayout,
    GroupLayout,
    Layout,
    MessageLayout,
    TextField,
    TextLayout,
)
from dragoman_generator.ir.venue import Connection, Imports
from dragoman_generator.language.binary import Header
from dragoman_generator.resolve.names import literal

_MODULES = {
    "BinaryField": "dragoman.codecs",
    "Block": "dragoman.codecs",
    "BlockField": "dragoman.codecs",
    "Columns": "dragoman.translate.facts",
    "DataField": "dragoman.codecs",
    "Group": "dragoman.codecs",
    "Header": "dragoman.translate.facts",
    "Layout": "dragoman.codecs",
    "MessageLayout": "dragoman.codecs",
    "TextField": "dragoman.codecs",
    "TextLayout": "dragoman.codecs",
}


def layout_imports(text: str) -> Imports:
    """What layouts in the text are made with."""
    found = {name for name in _MODULES if re.search(rf"\b{name}\(", text)}
    return frozenset((_MODULES[name], name) for name in found)


def layout_text(layout: Layout) -> str:
    """A layout as Python source."""
    if isinstance(layout, TextLayout):
        return _text(layout)
    if isinstance(layout, FixedLayout):
        return _fixed(layout)
    if isinstance(layout, MessageLayout):
        numbers = f"{layout.tag}, {layout.schema}, {layout.version}"
        return f"MessageLayout({literal(layout.name)}, {numbers}, {_block(layout.block)})"
    return _columns(layout)


def connection_layout(connection: Connection) -> list[str]:
    """What a connection says of its records: separator, columns, where the type and the length stand."""
    spec = connection.spec
    found: list[str] = []
    if spec.codec in {"text_rows", "csv"}:
        usual = "\0" if spec.codec == "text_rows" else ","
        found.append(f"separator={literal(spec.separator or usual)}")
    if spec.columns:
        found.append(f"columns={literal(tuple(spec.columns))}")
    if spec.codec == "sbe" and spec.endian == "be":
        found.append('endian="big"')
    if connection.header_at is not None and isinstance(spec.header, Header):
        tag, length = connection.header_at
        endian = "little" if spec.endian == "le" else "big"
        found.append(f"header=Header({tag}, {length}, {spec.header.unit}, {literal(endian)})")
    return found


def _text(layout: TextLayout) -> str:
    fields = "".join(f"{_text_field(item)}, " for item in layout.fields)
    build = f", {layout.shape}" if layout.shape else ""
    return f"TextLayout({literal(layout.name)}, ({fields}){build})"


def _text_field(item: TextField) -> str:
    arguments = [literal(item.name), literal(item.kind)]
    if item.since:
        arguments.append(f"since={item.since}")
    if item.optional:
        arguments.append("optional=True")
    if item.one_of:
        arguments.append(f"one_of={literal(item.one_of)}")
    if item.group is not None:
        arguments.append(f"group={_text(item.group)}")
    return f"TextField({', '.join(arguments)})"


def _fixed(layout: FixedLayout) -> str:
    fields = []
    for item in layout.fields:
        size = f", {item.size}" if item.size else ""
        known = f", one_of={literal(item.one_of)}" if item.one_of else ""
        fields.append(f"BinaryField({literal(item.name)}, {literal(item.kind)}{size}{known}), ")
    return f"Layout({literal(layout.name)}, {layout.tag}, {layout.size}, ({''.join(fields)}), {layout.shape})"


def _block(block: BlockLayout) -> str:
    parts = (
        "".join(f"{_block_field(item)}, " for item in block.fields),
        "".join(f"{_group(group)}, " for group in block.groups),
        "".join(f"{_data_field(item)}, " for item in block.data),
    )
    return f"Block({block.size}, {', '.join(f'({part})' for part in parts)}, {block.shape})"


def _block_field(item: BlockField) -> str:
    said = {"size": item.size, "since": item.since, "nulls": item.nulls, "one_of": item.one_of}
    arguments = [literal(item.name), literal(item.kind)]
    arguments += [f"{name}={literal(value)}" for name, value in said.items() if value]
    if item.exponent is not None:
        arguments.append(f"exponent={literal(item.exponent)}")
    if item.truth:
        arguments.append("truth=True")
    return f"BlockField({', '.join(arguments)})"


def _group(group: GroupLayout) -> str:
    more = {"between": group.between, "since": group.since}
    arguments = [literal(group.name), _block(group.block), literal(group.length), literal(group.count)]
    arguments += [f"{name}={value}" for name, value in more.items() if value]
    return f"Group({', '.join(arguments)})"


def _data_field(item: DataField) -> str:
    arguments = [literal(item.name), literal(item.length)]
    arguments += [f"since={item.since}"] if item.since else []
    arguments += ["optional=True"] if item.optional else []
    arguments += [] if item.kept else ["kept=False"]
    return f"DataField({', '.join(arguments)})"


def _columns(layout: ColumnsLayout) -> str:
    empty = f", {literal(layout.empty_is_none)}" if layout.empty_is_none else ""
    return f"Columns({literal(layout.required)}{empty})"
