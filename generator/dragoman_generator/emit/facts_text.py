"""What the parts of `facts.py` share: their imports, the functions beside them, frames as trees."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman_generator.ir.outgoing import Outgoing
from dragoman_generator.resolve.names import literal

FACTS = "dragoman.requests.facts"


@dataclass
class FactsText:
    """What the template of `facts.py` prints; `needed` gathers imports while the parts are made."""

    needed: set[tuple[str, str]] = field(default_factory=set)
    functions: list[str] = field(default_factory=list)
    weights: dict[str, str] = field(default_factory=dict)
    """What calls cost, as code -> the function that says so; calls that cost alike share one."""

    def use(self, *names: str, module: str = FACTS) -> None:
        self.needed |= {(module, name) for name in names}


def tree(said: object, outgoing: Outgoing, text: FactsText) -> str:
    """A frame or body with Slots for `$name` and compiled templates for texts with slots."""
    if isinstance(said, str):
        if said.startswith("$"):
            text.use("Slot")
            return f"Slot({literal(said[1:])})"
        return outgoing.texts[said].text if said in outgoing.texts else literal(said)
    if isinstance(said, dict):
        return "{" + ", ".join(f"{literal(k)}: {tree(v, outgoing, text)}" for k, v in said.items()) + "}"
    if isinstance(said, list):
        return "[" + ", ".join(tree(item, outgoing, text) for item in said) + "]"
    return literal(said)
