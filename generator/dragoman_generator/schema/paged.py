"""Titles with the page that they rest on: `title: Order book <spot:rest-api.md#order-book>` is a title and a `doc`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeAlias

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.yaml import Document, Marks
from dragoman_generator.yaml.marks import MarkTree

Schema: TypeAlias = dict[str, Any]

SECTIONS = ("products", "enums", "shapes", "codes", "data_types", "operations", "channels")
"""Sections whose entries have a title and a page."""
_NEEDING = ("Operation", "Channel")
"""Their kinds that need a page."""
_PAGED = re.compile(r"(?P<title>.*\S) <(?P<page>[^<>\s]+)>", re.DOTALL)


def paged(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document with every page in a `doc` of its own, and the pages that are said twice."""
    found: list[Diagnostic] = []
    data, root = document.data, document.marks.root
    for section in SECTIONS:
        entries = data.get(section) if isinstance(data, dict) else None
        tree = root.children.get(section)
        if not isinstance(data, dict) or not isinstance(entries, dict) or tree is None:
            continue
        opened, marked = dict(entries), dict(tree.children)
        for name, entry in entries.items():
            said = entry.get("title") if isinstance(entry, dict) else None
            parts = _PAGED.fullmatch(said) if isinstance(said, str) else None
            if parts is None:
                continue
            mark = tree.children[name]
            if "doc" in entry:
                place = Marks(document.marks.file, mark.children["doc"]).at(())
                found.append(Diagnostic(place, "the page stands in the title too", "say it once"))
                continue
            opened[name] = {**entry, "title": parts["title"], "doc": parts["page"]}
            at = MarkTree(mark.children["title"].value)
            marked[name] = replace(mark, children={**mark.children, "doc": at})
        data = {**data, section: opened}
        root = replace(root, children={**root.children, section: replace(tree, children=marked)})
    return Document(data, Marks(document.marks.file, root)), found


def allowed(schema: Schema) -> Schema:
    """The schema of a file in which a title may hold the page."""
    return {
        **schema,
        "$defs": {**schema["$defs"], **{name: _freed(schema["$defs"][name]) for name in _NEEDING}},
    }


def _freed(words: Schema) -> Schema:
    return {**words, "required": [word for word in words["required"] if word != "doc"]}
