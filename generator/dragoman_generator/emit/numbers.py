"""JSON numbers that a short way finds remembered while it decodes, instead of keeping their bytes to look them up by."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman_generator.emit.light import Light, Variant

_LOOKED_UP = re.compile(r'\b([A-Z_]+)\[str\(((?:\w+\.)+(\w+)), "ascii"\)\]')
"""(what remembers its text, chain, its last field) of a number that was kept as bytes."""

_RAW = ("Raw", "Raw | None")


def with_numbers(found: Light) -> Light:
    """The light channel with numbers without bounds as the decimals that its decoder finds; only whole ones are looked up."""
    text = "\n".join(found.lines)
    read = _LOOKED_UP.findall(text)
    wanted = {name for _, _, name in read} - {name for memo, _, name in read if memo != "DECIMALS"}
    wanted -= {name for each in found.variants for name, kind in each.types if kind not in _RAW}
    if not wanted:
        return found

    def looked_up(match: re.Match[str]) -> str:
        _, chain, name = match.groups()
        return (
            f"({chain} if type({chain}) is Decimal else DECIMALS[str({chain})])"
            if name in wanted
            else match[0]
        )

    return replace(
        found,
        variants=tuple(_with_any(each, wanted) for each in found.variants),
        lines=tuple(_LOOKED_UP.sub(looked_up, text).split("\n")),
        imports=found.imports | {("decimal", "Decimal"), ("typing", "Any")},
    )


def decoder_of(found: Light) -> str:
    """The call that makes the decoder of its messages."""
    numbers = any(kind.startswith("Any") for each in found.variants for _, kind in each.types)
    return f"{'number_decoder' if numbers else 'decoder'}({found.kind})"


def _with_any(variant: Variant, wanted: set[str]) -> Variant:
    types = tuple((name, "Any" if kind in _RAW and name in wanted else kind) for name, kind in variant.types)
    return replace(variant, types=types)
