"""The texts that stand under a Struct's attributes in its source."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap

import msgspec


def attribute_docs(type_: type[msgspec.Struct]) -> dict[str, str]:
    """Wire key -> the text under the attribute, inherited ones included."""
    wire_names = {field.name: field.encode_name for field in msgspec.structs.fields(type_)}
    docs: dict[str, str] = {}
    for ancestor in reversed(type_.__mro__):
        if issubclass(ancestor, msgspec.Struct) and ancestor is not msgspec.Struct:
            docs.update(_own_docs(ancestor))
    return {wire_names[name]: text for name, text in docs.items() if name in wire_names}


def _own_docs(type_: type) -> dict[str, str]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(type_))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    docs: dict[str, str] = {}
    for attribute, text in itertools.pairwise(body):
        if not (isinstance(attribute, ast.AnnAssign) and isinstance(attribute.target, ast.Name)):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            docs[attribute.target.id] = inspect.cleandoc(str(text.value.value))
    return docs
