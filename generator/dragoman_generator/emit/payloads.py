"""Structs of what calls answer with and send, made by datamodel-code-generator with our template."""

from __future__ import annotations

import ast
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman_generator.emit.payload_schema import payload_schema, payload_shapes
from dragoman_generator.emit.structs import StructText, imports_of, shape_doc, struct_options, written_options
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.names import literal

_TEMPLATES = Path(__file__).parents[1] / "templates" / "datamodel"


def payload_structs(venue: Venue, package: str) -> Mapping[str, StructText]:
    """Shape -> its class, of all shapes that only calls use; one run of the tool for the whole venue."""
    shapes = payload_shapes(venue)
    if not shapes:
        return {}
    source = _generated(payload_schema(venue, package), shapes)
    classes = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    lines = source.split("\n")
    return {name: _struct(shape, lines, classes[name]) for name, shape in shapes.items()}


def _generated(schema: Mapping[str, Any], shapes: Mapping[str, Shape]) -> str:
    """The module that the tool prints; it warns of its own plans, which are nothing to the reader of a spec."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from datamodel_code_generator import generate
        from datamodel_code_generator.enums import DataModelType, InputFileType
        from datamodel_code_generator.format import PythonVersion

        found = generate(
            schema,
            input_file_type=InputFileType.JsonSchema,
            output_model_type=DataModelType.MsgspecStruct,
            target_python_version=PythonVersion.PY_311,
            custom_template_dir=_TEMPLATES,
            extra_template_data=defaultdict(dict, _template_data(shapes)),
            aliases=dict(_names(shapes)),
            custom_class_name_generator=str,
            # Null is said by `nullable` alone, and what may be absent is None then and keeps its place.
            strict_nullable=True,
            strip_default_none=True,
            collapse_root_models=True,
            skip_root_model=True,
            keyword_only=True,
            keep_model_order=True,
            use_standard_collections=True,
            use_union_operator=True,
            disable_timestamp=True,
            allow_remote_refs=False,
            formatters=[],
        )
    assert isinstance(found, str)
    return found


def _template_data(shapes: Mapping[str, Shape]) -> dict[str, dict[str, Any]]:
    """What the template prints beside the fields, escaped here: the tool hands it on as it is."""
    return {
        name: {
            "base_class_kwargs": struct_options(shape),
            "doc": shape_doc(shape),
            "wires": {f.name: literal(f.wire) for f in shape.fields if f.wire != f.name},
        }
        for name, shape in shapes.items()
    }


def _names(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str]]:
    """Every field's place and name, also where it is called as on the wire: a told name is never changed."""
    for name, shape in shapes.items():
        for item in shape.fields:
            yield f"{name}.{item.wire}", item.name


def _struct(shape: Shape, lines: list[str], node: ast.ClassDef) -> StructText:
    printed = lines[node.lineno - 1 : node.end_lineno]
    fields = tuple(
        "\n".join(lines[each.lineno - 1 : each.end_lineno]).strip()
        for each in node.body
        if isinstance(each, ast.AnnAssign)
    )
    options, doc = written_options(shape), shape_doc(shape)
    return StructText(shape.name, options, doc, fields, imports_of(fields), source="\n".join(printed))
