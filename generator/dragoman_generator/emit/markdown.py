"""Pages as sections, and the one way in which text of a spec gets into Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from dragoman_generator.emit.printing import printed
from dragoman_generator.resolve.names import visible

_CODE = re.compile(r"`([^`]+)`")
_SPECIAL = re.compile(r"[\\`*\[\]<~$#!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_LEADING = re.compile(r"[-+](?=\s|$)|>|-{3}|(\d+)(?=[.)](?:\s|$))")


@dataclass(frozen=True)
class Section:
    """A heading, what stands under it, and at most one table and one list. All texts are Markdown already."""

    title: str
    paragraphs: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    items: Sequence[str] = ()
    block: str = ""
    """Lines that are shown as they are."""
    level: int = 2


def text(said: str) -> str:
    """Foreign text on one line, with no meaning to Markdown or HTML but code between single backticks."""
    parts: list[str] = []
    at = 0
    plain = visible(" ".join(said.split()))
    for found in _CODE.finditer(plain):
        parts += [_escaped(plain[at : found.start()]), code(found[1])]
        at = found.end()
    parts.append(_escaped(plain[at:]))
    whole = "".join(parts)
    start = _LEADING.match(whole)
    if start is None:
        return whole
    return f"{start[1]}\\{whole[start.end():]}" if start[1] else f"\\{whole}"


def code(said: object) -> str:
    """Foreign text as code on one line."""
    plain = visible(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", str(said)))
    if not plain.strip():
        return ""
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    edge = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{edge}{plain}{edge}{fence}"


def codes(said: Iterable[object]) -> str:
    return ", ".join(code(item) for item in said)


def link(title: str, address: object) -> str:
    """`title` (Markdown) as a link where there is an address of the web."""
    if not isinstance(address, str) or not re.match(r"https?://", address):
        return title
    return f"[{title}]({quote(address, safe=':/?#@!$&*+,;=%~-._')})"


def anchor(title: str) -> str:
    """The fragment by which a heading of plain words is reached."""
    return "#" + re.sub(r"[^a-z0-9_ -]", "", title.lower()).replace(" ", "-")


def page(title: str, intro: Sequence[str], sections: Iterable[Section]) -> str:
    """A whole page with a final newline."""
    shown = [_tabulated(section) for section in sections if _holds(section)]
    return printed("page.md.j2", title=title, intro=intro, sections=shown)


def _holds(section: Section) -> bool:
    return bool(section.paragraphs or section.rows or section.items or section.block)


def _tabulated(section: Section) -> Section:
    """A bar inside a cell would end it, even within code."""
    rows = [[cell.replace("|", "\\|") for cell in row] for row in section.rows]
    return replace(section, rows=rows)


def _escaped(plain: str) -> str:
    return _SPECIAL.sub(
        lambda found: "&lt;" if found[0] == "<" else "\\" + found[0], _ENTITY.sub("&amp;", plain)
    )
