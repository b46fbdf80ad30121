"""What an expression may refer to: values, enums, functions, and facts about the place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman_generator.expr.types import Enum, Type

Import = tuple[str, str]


@dataclass(frozen=True)
class Binding:
    """A value's type and the Python expression that yields it, times already in nanoseconds."""

    type: Type
    code: str


@dataclass(frozen=True)
class Argument:
    """One compiled argument; `path` is its dotted name when it is one (`delta(vol)` has `("vol",)`)."""

    code: str
    type: Type
    path: tuple[str, ...] | None


@dataclass(frozen=True)
class FunctionBinding:
    """A function that a scope brings. `compile` turns compiled arguments into a Python expression.

    Where `parameters` is None the signatures of the function table are used, else `parameters` and `result` replace them.
    """

    compile: Callable[[Sequence[Argument]], str]
    parameters: tuple[Type, ...] | None = None
    result: Type | None = None
    imports: frozenset[Import] = frozenset()


@dataclass(frozen=True)
class Scope:
    """`flags` states facts such as `machine` (the place is inside a state machine that has a key)."""

    names: Mapping[str, Binding] = field(default_factory=dict)
    enums: Mapping[str, Enum] = field(default_factory=dict)
    functions: Mapping[str, FunctionBinding] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    open: tuple[str, ...] = ()
    """Names bound to records whose fields are visible bare, innermost first."""
    facts: frozenset[tuple[str, ...]] = frozenset()
    """Optional paths that something around the place has shown to be present."""
