"""What the Struct of a shape says of itself where its spec gives it no title: whose message, answer or part it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.names import camel


def described(shapes: Mapping[str, Shape], spec: SpecFile) -> dict[str, Shape]:
    """The shapes, each with a title."""
    told = _owned(spec)
    holders = _holders(shapes, spec)
    found = dict(shapes)
    for name, shape in shapes.items():
        if shape.title:
            continue
        title, doc = told.get(name, ("", ""))
        if not title and name in holders:
            title = f"Part of {', '.join(holders[name])}"
        if title:
            found[name] = replace(shape, title=title, doc=shape.doc or doc)
    return found


def _owned(spec: SpecFile) -> dict[str, tuple[str, str]]:
    """Name of a shape -> what it is of, and the page that tells of it."""
    found: dict[str, tuple[str, str]] = {}
    for name, channel in spec.channels.items():
        about = f": {channel.title.rstrip('.')}" if channel.title else ""
        found[camel(name)] = (f"A message of {name}{about}", channel.doc)
    for name, operation in spec.operations.items():
        about = f": {operation.title.rstrip('.')}" if operation.title else ""
        found[f"{camel(name)}Response"] = (f"The answer of {name}{about}", operation.doc)
    for owner, connection in spec.connections.items():
        for name in connection.replies:
            found[f"{camel(owner)}{camel(name)}"] = (f"A reply of {owner}: {name}", "")
    return found


def _holders(shapes: Mapping[str, Shape], spec: SpecFile) -> dict[str, list[str]]:
    """Name of a shape -> the shapes that have a field of it, and the calls that answer with it."""
    found: dict[str, list[str]] = {}
    for shape in shapes.values():
        for item in shape.fields:
            inner: WireType | None = item.type
            while inner is not None:
                if inner.ref in shapes and shape.name not in found.setdefault(inner.ref, []):
                    found[inner.ref].append(shape.name)
                inner = inner.item
    for name, operation in spec.operations.items():
        if isinstance(operation.response, str):
            for word in re.findall(r"\w+", operation.response):
                if word in shapes:
                    found.setdefault(word, []).append(f"the answer of {name}")
    return found
