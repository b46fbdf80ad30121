"""Documents as the language's Structs know them: what may be written in another way is opened."""

from __future__ import annotations

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.schema.gathered import gathered
from dragoman_generator.schema.headed import headed
from dragoman_generator.schema.paged import paged
from dragoman_generator.yaml import Document


def plain(document: Document) -> tuple[Document, list[Diagnostic]]:
    """The document with members by themselves, calls and pages in words of their own, and what is said twice in it."""
    found: list[Diagnostic] = []
    for opened in (gathered, headed, paged):
        document, more = opened(document)
        found += more
    return document, found
