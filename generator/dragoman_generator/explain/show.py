"""Ways as text: one at length, several as a line for each step that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman_generator.explain.find import Use, Way

_MOST_AT_LENGTH = 2


def show(found: Sequence[Way]) -> str:
    """At length where they are few, else the short form of each."""
    form = _at_length if len(found) <= _MOST_AT_LENGTH else _short
    return "\n\n".join("\n".join(form(way)) for way in found)


def _at_length(way: Way) -> Iterator[str]:
    if way.name:
        yield f"{way.source}.{way.name}"
        yield from _lines(
            ("wire", way.wire),
            ("spec", way.spec),
            ("", way.declared),
            ("type", f"{way.type}, held as {way.annotation}"),
            ("read", way.read or "as it is held"),
            ("struct", way.struct[0]),
            ("", way.struct[1]),
        )
        if not way.uses:
            yield from _lines(("event", "no event is made of it"))
    else:
        yield f"{way.source}: from {way.origin}"
    for use in way.uses:
        yield ""
        yield from _lines(
            ("event", use.event_field),
            ("expression", use.expression),
            ("spec", use.spec),
            ("code", use.code[0] or "not generated yet"),
            ("", use.code[1]),
        )


def _short(way: Way) -> Iterator[str]:
    if way.name:
        yield f"{way.source}.{way.name}  {way.wire}  {way.spec}  {way.declared}"
    else:
        yield f"{way.source}: from {way.origin}"
    for use in way.uses:
        yield from _short_use(use)


def _short_use(use: Use) -> Iterator[str]:
    yield f"  {use.event_field} = {use.expression}  {use.spec}"
    yield f"  {use.code[1]}  {use.code[0] or 'not generated yet'}"


def _lines(*pairs: tuple[str, str]) -> Iterator[str]:
    for label, told in pairs:
        if told:
            yield f"  {label:<11} {told}"
