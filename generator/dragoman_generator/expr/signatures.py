"""What a row of the function table says.

In `code`, `{0}` stands for the first argument where commas or brackets delimit it, `{0p}` where `.name` or `[...]` follows it,
`{0m}` as an operand of `*` or `//`, `{0c}` as an operand of a comparison, `{0o}` as the condition of an `if`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman_generator.expr.types import Type

RUNTIME = "dragoman.translate.functions"


@dataclass(frozen=True)
class Signature:
    """One way to call a function. `runtime` names functions of the runtime module that `code` calls."""

    parameters: tuple[Type, ...]
    result: Type
    code: str = ""
    runtime: tuple[str, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What an argument that must be written out as a literal may be."""

    numbers: range | None = None
    length: range | None = None


@dataclass(frozen=True)
class Function:
    """`flag` names the scope's flag without which a call is refused; `provided` ones get their code from the scope."""

    name: str
    group: str
    signatures: tuple[Signature, ...]
    doc: str
    example: str
    gives: str
    flag: str = ""
    provided: bool = False
    literals: tuple[tuple[int, Limits], ...] = ()


def plain(code: str, result: Type, *parameters: Type) -> Signature:
    return Signature(parameters, result, code)


def helper(name: str, result: Type, *parameters: Type) -> Signature:
    arguments = ", ".join(f"{{{index}}}" for index in range(len(parameters)))
    return Signature(parameters, result, f"{name}({arguments})", (name,))
