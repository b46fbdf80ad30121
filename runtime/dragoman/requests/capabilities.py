"""What a venue can do, product by product: each action with what serves it, or the reason why nothing does."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actions import COMMANDS, action_name, can_have
from dragoman.requests.facts import Interface

UNSAID = "the specification describes nothing that gives it"


@dataclass(frozen=True, slots=True)
class Capability:
    """One action for one product; `via` names operations or channels, best first, `reason` tells why there are none."""

    action: str
    product: str
    via: tuple[str, ...]
    reason: str = ""
    instead: str = ""

    @property
    def supported(self) -> bool:
        return bool(self.via)


def capabilities(interface: Interface) -> tuple[Capability, ...]:
    """The whole table: every type that the venue gives anywhere, every command, every written refusal."""
    found: dict[tuple[str, str], Capability] = {}
    for product in interface.products:
        for action, via in _served(interface, product).items():
            found[action, product] = Capability(action, product, via, "" if via else UNSAID)
        for each in interface.refusals:
            if not each.products or product in each.products:
                found[each.action, product] = Capability(
                    each.action, product, (), each.reason, each.supported
                )
    return tuple(found[key] for key in sorted(found))


def _served(interface: Interface, product: str) -> dict[str, tuple[str, ...]]:
    """action -> what serves it for one product; empty for what the venue has for other products alone."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    kinds = interface.products[product]
    for operation in interface.operations.values():
        for name in operation.gives:
            served = ranked.setdefault(action_name("request", name), [])
            if can_have(kinds, name) and (product in operation.paths or "" in operation.paths):
                served.append((-operation.prefer, operation.name))
    for channel in interface.channels.values():
        for name in channel.gives:
            served = ranked.setdefault(action_name("subscribe", name), [])
            if can_have(kinds, name) and product in channel.products:
                served.append((-channel.prefer, channel.name))
    for operation in interface.operations.values():
        for name in operation.gives if operation.every_ns else ():
            served = ranked.setdefault(action_name("subscribe", name), [])
            if not served and (product in operation.paths or "" in operation.paths):
                served.append((-operation.prefer, operation.name))
    for action in COMMANDS:
        served = ranked.setdefault(action, [])
        command = interface.commands.get(action)
        operations = {} if command is None else command.operations
        if product in operations or "" in operations:
            served.append((0, operations.get(product) or operations[""]))
    return {action: tuple(name for _, name in sorted(served)) for action, served in ranked.items()}
