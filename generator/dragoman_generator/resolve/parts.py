"""Texts with structure: `{base}-{expiry:date(DDMMMYY)}-{strike:dec}` as a pattern and its typed parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.types import Part, Parts
from dragoman_generator.language.payload import EnumSpec
from dragoman_generator.resolve.names import is_safe_identifier

_SLOT = re.compile(r"\{([A-Za-z_]\w*)(?::([A-Za-z_]\w*)(?:\(([^(){}]*)\))?)?\}", re.ASCII)
_DAY = {
    "YYYY": r"\d{4}",
    "YY": r"\d{2}",
    "MMM": "[A-Za-z]{3}",
    "MM": r"\d{2}",
    "DD": r"\d{2}",
    "D": r"\d{1,2}",
}
_TOKEN = re.compile("|".join(_DAY))
_KINDS = {"text": ".+?", "dec": r"[+-]?\d+(?:\.\d+)?", "int": r"[+-]?\d+"}


class PartsError(Exception):
    """A template of parts that can't be read; `hint` may name what was meant."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def parse_parts(name: str, record: str, template: str, enums: Mapping[str, EnumSpec]) -> Parts:
    """The parts of a template; `record` names the class that holds them."""
    parts: list[Part] = []
    found: list[str] = []
    at = 0
    for match in _SLOT.finditer(template):
        found.append(_between(template[at : match.start()], template))
        slot, kind, argument = match[1], match[2] or "text", match[3] or ""
        if not is_safe_identifier(slot) or slot in {part.name for part in parts}:
            raise PartsError(f"{slot!r} can't name a part of {template!r}, or names two")
        if not found[-1] and parts and parts[-1].kind == "text":
            raise PartsError(f"nothing in {template!r} ends {parts[-1].name!r} where {slot!r} begins")
        parts.append(Part(slot, kind, argument))
        found.append(f"(?P<{slot}>{_pattern(kind, argument, enums)})")
        at = match.end()
    found.append(_between(template[at:], template))
    if not parts:
        raise PartsError(f"{template!r} has no {{slots}} to read parts from")
    return Parts(name, record, template, "".join(found), tuple(parts))


def _between(text: str, template: str) -> str:
    if "{" in text or "}" in text:
        raise PartsError(f"{template!r} has a brace that belongs to no slot: write {{name}} or {{name:type}}")
    return re.escape(text)


def _pattern(kind: str, argument: str, enums: Mapping[str, EnumSpec]) -> str:
    if kind in _KINDS and not argument:
        return _KINDS[kind]
    if kind == "date":
        rest = _TOKEN.sub("", argument)
        tokens = set(_TOKEN.findall(argument))
        if not argument or re.search(r"[A-Za-z0-9]", rest) or not tokens & {"YYYY", "YY"}:
            raise PartsError(
                f"date({argument}) is no form of a date", "write it with YYYY or YY, MMM or MM, DD or D"
            )
        pieces = re.split(f"({_TOKEN.pattern})", argument)
        return "".join(_DAY.get(piece, re.escape(piece)) for piece in pieces)
    if kind == "flag":
        texts = argument.split("/")
        if len(set(texts)) != 2 or "" in texts:
            raise PartsError(f"a flag names two different texts, flag(C/P), not {argument!r}")
        return "|".join(re.escape(text) for text in texts)
    if kind in enums and not argument:
        found = enums[kind]
        if not found.is_open and all(isinstance(wire, str) for wire in found.values):
            return "|".join(re.escape(str(wire)) for wire in found.values)
        raise PartsError(f"{kind!r} is no closed enum of texts, so it can't be a part of one")
    raise PartsError(
        f"unknown type {kind!r} of a part", did_you_mean(kind, [*_KINDS, "date", "flag", *enums])
    )
