"""The reference page of the language, made from its definition."""

from __future__ import annotations

from dragoman_generator.emit.markdown import page
from dragoman_generator.language import LANGUAGE_VERSION
from dragoman_generator.reference.emitting import emitting
from dragoman_generator.reference.expressions import expressions
from dragoman_generator.reference.model import model
from dragoman_generator.reference.sections import language, vocabulary
from dragoman_generator.reference.wire_types import wire_types

_INTRO = (
    f"Version {LANGUAGE_VERSION}. Every word that a spec may hold, made from the definition of the language by `dragoman generate`; "
    "[semantics.md](semantics.md) says how the words work together.",
    "A spec is a folder of YAML files, `specs/<venue>/*.yaml`; together they describe one venue. Unknown keys, duplicate keys, anchors and tags are "
    "errors. An editor with a YAML language server completes specs by `specs/schema/dragoman-spec.schema.json`.",
    "Contents: [words](#words-shared-by-all-sections), [sections](#sections-of-a-spec), [wire types](#wire-types), [emit](#emit), "
    "[expressions](#expressions), [functions](#functions), [events](#events-of-the-model), [enums](#enums-of-the-model).",
)


def reference() -> str:
    """The whole page, `docs/language.md`."""
    sections = [
        *vocabulary(),
        *language(),
        *wire_types(),
        *emitting(),
        *expressions(),
        *model(),
    ]
    return page("The spec language", _INTRO, sections)
