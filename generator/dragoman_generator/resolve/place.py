"""Where an emit block stands: its scope, what decides identities, and what a state machine adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman_generator.expr.scope import Scope
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Code
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.machines.site import FanOut, Site


@dataclass(frozen=True)
class Place:
    """Where an emit block stands: its scope and what decides identities."""

    scope: Scope
    path: Path
    shape: Shape | None
    """The innermost record whose `sym` field names the instrument where nothing is said."""
    message: str
    """Name of the variable of `shape`."""
    outer: tuple[tuple[Shape, str], ...] = ()
    symbol_slot: str = ""
    """`topic` slot or request parameter that names the instrument otherwise."""
    slot_of: str = ""
    """`topic` or `request`."""
    wire_path: str = "$"
    machine: str = ""
    products: tuple[str, ...] = ()
    site: Site | None = None
    """Where the state machine takes part."""
    guards: Mapping[str, Code] = field(default_factory=dict)
    """event type -> what must hold beside its own `when`."""
    puts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event type -> lines that take `{event}` instead of putting it out."""
    firsts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event type -> lines before it, in which `{instrument}` is what it is about."""
    identity: Code | None = None
    """The instrument of the event at hand."""
    defaults: Mapping[str, Code] = field(default_factory=dict)
    """Fields of the events of `puts` that the machine knows where the spec says nothing."""

    def joined(self, added: FanOut) -> Place:
        """The place with what a machine adds to it."""
        scope = replace(
            self.scope,
            names={**self.scope.names, **added.names},
            functions={**self.scope.functions, **added.functions},
            open=(*added.opens, *self.scope.open),
        )
        return replace(
            self,
            scope=scope,
            guards={**self.guards, **added.guards},
            puts={**self.puts, **added.puts},
            firsts={**self.firsts, **added.firsts},
            defaults={**self.defaults, **added.defaults},
        )
