"""Lists of linked orders: the places where their call says what a call of each order's own would say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.commands import LegOut
from dragoman_generator.ir.outgoing import OperationOut
from dragoman_generator.language.commands import Command
from dragoman_generator.yaml.marks import Path

FORMS: Mapping[str, tuple[frozenset[str], ...]] = {
    "submit_oco": (frozenset({"upper", "lower"}), frozenset({"profit", "loss"})),
    "submit_oto": (frozenset({"entry", "exit"}), frozenset({"entry", "profit", "loss"})),
    "submit_bracket": (frozenset({"entry", "profit", "loss"}), frozenset({"entry", "upper", "lower"})),
}
"""Lists whose orders hang together -> the roles that these may have."""


def resolve_legs(
    name: str,
    commands: Mapping[str, Command],
    operations: Mapping[str, str],
    outgoing: Mapping[str, OperationOut],
    tell: Callable[[Path, str, str | None], None],
) -> dict[str, LegOut]:
    """The orders of a linked list; each of their fields has to go somewhere."""
    said, path = commands[name], ("commands", name)
    if not said.legs and name not in FORMS:
        return {}
    roles = {
        frozenset(role for role, leg in said.legs.items() if not leg.products or product in leg.products)
        for product in operations
    }
    if name not in FORMS or not roles <= set(FORMS[name]) or said.each is UNSET:
        told = " or ".join(", ".join(sorted(roles)) for roles in FORMS.get(name, ()))
        hint = f"'each' and the legs {told}" if told else "legs are those of " + ", ".join(FORMS)
        tell(path, f"{name!r} is no list of linked orders", hint)
        return {}
    single = commands.get(said.each)
    known = set() if single is None else {*single.fields, *single.also}
    rows = [] if single is None or single.choose is UNSET else single.choose.rows
    known |= {field for row in rows if isinstance(row.set, dict) for field in row.set}
    for role, leg in said.legs.items():
        place = (*path, "legs", role)
        for word in ("fields", "words", "drop"):
            for field in getattr(leg, word):
                if field not in known:
                    where = (*place, word) if word == "drop" else (*place, word, field)
                    tell(where, f"{said.each!r} has no field {field!r}", did_you_mean(field, known))
        if leg.under is not UNSET and leg.under not in said.legs.keys() - {role}:
            others = sorted(said.legs.keys() - {role})
            why = f"the list has no other order {leg.under!r}"
            tell((*place, "under"), why, did_you_mean(leg.under, others) or f"there are {', '.join(others)}")
        targets = [leg.into] if leg.into is not UNSET else list(leg.fields.values())
        of = [each for product, each in operations.items() if not leg.products or product in leg.products]
        for operation in dict.fromkeys(of):
            params = outgoing[operation].params if operation in outgoing else ()
            taken = {each for param in params for each in (param.wire, param.told)}
            for target in targets:
                if params and target not in taken:
                    tell(
                        place,
                        f"operation {operation!r} has no parameter {target!r}",
                        did_you_mean(target, taken),
                    )
    return {
        role: LegOut(
            dict(leg.fields),
            {field: dict(words) for field, words in leg.words.items()},
            tuple(leg.drop),
            "" if leg.into is UNSET else leg.into,
            leg.rests,
            tuple(leg.products),
            leg.waits,
            leg.attached,
            "" if leg.under is UNSET else leg.under,
        )
        for role, leg in said.legs.items()
    }
