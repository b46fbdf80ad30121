"""What is called or subscribed to, in front of its name: `GET order as get_order: {...}` is `get_order: {http: GET order, ...}`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeAlias

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.yaml import Document, Marks
from dragoman_generator.yaml.marks import MarkTree

Schema: TypeAlias = dict[str, Any]

_NAME = "[A-Za-z][A-Za-z0-9_]{0,63}"
_SLUG = "[a-z][a-z0-9_]{0,47}"
HEADS = {
    "operations": f"({_SLUG}(, {_SLUG})* )?(GET|POST|PUT|PATCH|DELETE) [^ ]+",
    "channels": ".*[^ ]",
}
"""Section -> what may stand in front of the name of an entry."""
_KEYS = {
    section: re.compile(f"(?P<head>{head}) as (?P<name>{_NAME})", re.ASCII) for section, head in HEADS.items()
}
_FREED = {"Operation": "http"}
"""Kinds whose head says a word that they need."""


def headed(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document with every head in the words that it stands for, and what is said twice."""
    found: list[Diagnostic] = []
    data, root = document.data, document.marks.root
    for section in HEADS:
        entries = data.get(section) if isinstance(data, dict) else None
        tree = root.children.get(section)
        if not isinstance(data, dict) or not isinstance(entries, dict) or tree is None:
            continue
        opened: dict[Any, Any] = {}
        marked: dict[str | int, MarkTree] = {}
        for key, entry in entries.items():
            mark = tree.children[key]
            name, words = _parted(section, key)
            if section == "operations" and not words and isinstance(key, str) and " as " in key:
                place = Marks(document.marks.file, MarkTree(mark.key or mark.value)).at(())
                hint = "'GET /path as name', with products in front where it is not of all of them"
                found.append(
                    Diagnostic(
                        place, f"what stands in front of a name is a call, and {key!r} begins with none", hint
                    )
                )
                name, words = key.rpartition(" as ")[2], {"http": "GET /"}
            if name in opened:
                place = Marks(document.marks.file, MarkTree(mark.key or mark.value)).at(())
                found.append(Diagnostic(place, f"{name!r} is said twice in {section!r}"))
            if words and isinstance(entry, dict):
                for twice in (word for word in words if word in entry):
                    place = Marks(document.marks.file, mark.children[twice]).at((), key=True)
                    told = f"{twice!r} of {name!r} stands in front of its name too"
                    found.append(Diagnostic(place, told, "say it once"))
                word = MarkTree(mark.key or mark.value, mark.key)
                mark = replace(mark, children={**mark.children, **dict.fromkeys(words, word)})
                entry = {**words, **entry}
            opened[name], marked[name] = entry, mark
        data = {**data, section: opened}
        root = replace(root, children={**root.children, section: replace(tree, children=marked)})
    return Document(data, Marks(document.marks.file, root)), found


def allowed(schema: Schema) -> Schema:
    """The schema of a file in which an entry's name may stand behind what is called or subscribed to."""
    sections = {name: _heading(schema["properties"][name], head) for name, head in HEADS.items()}
    freed = {name: _without(schema["$defs"][name], word) for name, word in _FREED.items()}
    return {
        **schema,
        "properties": {**schema["properties"], **sections},
        "$defs": {**schema["$defs"], **freed},
    }


def _heading(section: Schema, head: str) -> Schema:
    return {**section, "propertyNames": {**section["propertyNames"], "pattern": f"^({head} as )?{_NAME}$"}}


def _without(words: Schema, needed: str) -> Schema:
    return {**words, "required": [word for word in words["required"] if word != needed]}


def _parted(section: str, key: Any) -> tuple[Any, dict[str, Any]]:
    """The name of an entry, and the words that stand in front of it."""
    said = _KEYS[section].fullmatch(key) if isinstance(key, str) else None
    if said is None:
        return key, {}
    head, name = said["head"], said["name"]
    if section == "channels":
        return name, {"topic": head}
    products, call = _called(head)
    if len(products) > 1:
        return name, {"http": call, "products": products}
    return name, {"http": {products[0]: call} if products else call}


def _called(head: str) -> tuple[list[str], str]:
    """The products of a call, where they are said, and its method with the path."""
    *products, method, path = head.split(" ")
    return [each.removesuffix(",") for each in products], f"{method} {path}"
