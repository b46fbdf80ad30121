"""Members that stand under their family: `family reading: {get_account: ...}` among operations or channels is `get_account: {family: reading, ...}`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeAlias

from dragoman_generator.diagnostics import Diagnostic, did_you_mean
from dragoman_generator.yaml import Document, Marks
from dragoman_generator.yaml.marks import MarkTree

Schema: TypeAlias = dict[str, Any]

SECTIONS = ("operations", "channels")
"""Sections whose entries are of families."""
_NAME = "[A-Za-z][A-Za-z0-9_]{0,63}"
_GROUP = re.compile(f"family ({_NAME})", re.ASCII)


def gathered(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document with every member by itself, and the members that are said twice or name a family of their own."""
    found: list[Diagnostic] = []
    data, root = document.data, document.marks.root
    for section in SECTIONS:
        entries = data.get(section) if isinstance(data, dict) else None
        tree = root.children.get(section)
        if (
            isinstance(data, dict)
            and tree is not None
            and isinstance(entries, dict)
            and any(map(_group, entries))
        ):
            members, marked = _opened(entries, tree, document.marks.file, section, found)
            data = {**data, section: members}
            root = replace(root, children={**root.children, section: marked})
    return Document(data, Marks(document.marks.file, root)), found


def allowed(schema: Schema) -> Schema:
    """The schema of a file in which members may stand under their families."""
    sections = {name: _grouping(words) for name, words in schema["properties"].items() if name in SECTIONS}
    return {**schema, "properties": {**schema["properties"], **sections}}


def _grouping(section: Schema) -> Schema:
    members = {key: section[key] for key in ("type", "propertyNames", "additionalProperties")}
    group = {**members, "description": "Members of the family."}
    alone = section["propertyNames"]["pattern"].removeprefix("^").removesuffix("$")
    names = {**section["propertyNames"], "pattern": f"^({_GROUP.pattern}|{alone})$"}
    return {**section, "propertyNames": names, "patternProperties": {f"^{_GROUP.pattern}$": group}}


def _group(key: object) -> str | None:
    """The family whose members stand under a key."""
    said = _GROUP.fullmatch(key) if isinstance(key, str) else None
    return said[1] if said else None


def _opened(
    entries: dict[Any, Any], tree: MarkTree, file: str, section: str, found: list[Diagnostic]
) -> tuple[dict[Any, Any], MarkTree]:
    members: dict[Any, Any] = {}
    children: dict[str | int, MarkTree] = {}

    def add(key: Any, member: Any, mark: MarkTree) -> None:
        if key in members:
            place = Marks(file, MarkTree(mark.key or mark.value)).at(())
            found.append(Diagnostic(place, f"{key!r} is said twice in {section!r}"))
        members[key], children[key] = member, mark

    for key, entry in entries.items():
        family, mark = _group(key), tree.children[key]
        if family is None or not isinstance(entry, dict):
            add(key, entry, mark)
            continue
        for name, member in entry.items():
            inner = mark.children[name]
            if isinstance(member, dict) and "family" in member:
                place = Marks(file, inner.children["family"]).at(())
                hint = did_you_mean(str(member["family"]), [family])
                found.append(
                    Diagnostic(
                        place, f"{name!r} stands under 'family {family}'", hint or "say its family once"
                    )
                )
            elif isinstance(member, dict):
                member = {"family": family, **member}
                word = MarkTree(mark.key or mark.value, mark.key)
                inner = replace(inner, children={"family": word, **inner.children})
            add(name, member, inner)
    return members, replace(tree, children=children)
