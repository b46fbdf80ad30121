"""Spec values to code: paths and expressions checked in their scope, faults told at their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model import ENUM_TYPES

from dragoman_generator.expr.check import check
from dragoman_generator.expr.compile import compile_python, imports
from dragoman_generator.expr.errors import ExprErrors, ExprSyntaxError
from dragoman_generator.expr.narrow import Facts, implied
from dragoman_generator.expr.parser import parse
from dragoman_generator.expr.scope import Argument, Binding, FunctionBinding, Scope
from dragoman_generator.expr.types import BOOL, DEC, TEXT, Record, Scalar, Type
from dragoman_generator.ir.types import EnumType
from dragoman_generator.ir.venue import Code
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.reading import Reading, model_enum
from dragoman_generator.yaml.marks import Path

MONEY = Scalar("money")


def _money(arguments: Sequence[Argument]) -> str:
    return f"Money({arguments[0].code}, {arguments[1].code})"


def _currency(arguments: Sequence[Argument]) -> str:
    return f"scope.currency({arguments[0].code})"


def _unit(arguments: Sequence[Argument]) -> str:
    return f"scope.unit({arguments[0].code})"


FUNCTIONS = {
    "unit": FunctionBinding(_unit, (TEXT,), DEC),
    "currency": FunctionBinding(_currency, (TEXT,), TEXT),
    "money": FunctionBinding(_money, (DEC, TEXT), MONEY, frozenset({("dragoman.model", "Money")})),
}


@dataclass(frozen=True)
class Expressions:
    """Compiles the expressions of one venue; `enums` are the model's and those of the spec that map to them."""

    reading: Reading
    enums: Mapping[str, EnumType]
    places: Places
    hooks: Mapping[str, FunctionBinding] = field(default_factory=dict)
    """The venue's own functions."""

    def scope(
        self,
        names: Mapping[str, Binding],
        open_names: tuple[str, ...] = (),
        flags: frozenset[str] = frozenset(),
    ) -> Scope:
        """A scope over names, with every model enum and the emit functions."""
        return Scope(
            names=names,
            enums={name: model_enum(name) for name in ENUM_TYPES},
            functions={**FUNCTIONS, **self.hooks} if self.hooks else FUNCTIONS,
            flags=flags,
            open=open_names,
        )

    def value(self, text: str, scope: Scope, path: Path, expected: Type | None = None) -> Code | None:
        """A path or `= expression` as code; None with its faults told."""
        source = text.removeprefix("=").strip() if text.startswith("=") else text
        offset = len(text) - len(text.removeprefix("=").lstrip()) if text.startswith("=") else 0
        try:
            typed = check(parse(source), scope, expected)
        except ExprSyntaxError as error:
            self._tell(path, text, error.position + offset, error.message, error.hint)
            return None
        except ExprErrors as error:
            for item in error.errors:
                self._tell(path, text, item.position + offset, item.message, item.hint)
            return None
        found = compile_python(typed)
        needed = frozenset(imports(typed)) | self.reading.imports(found)
        return Code(found, typed.type, needed)

    def shown(self, text: str, scope: Scope) -> Facts:
        """The paths that a condition shows to be present; none where its faults, told before, leave nothing to read."""
        try:
            return implied(check(parse(text), scope, BOOL), True)
        except (ExprSyntaxError, ExprErrors):
            return frozenset()

    def _tell(self, path: Path, text: str, position: int, message: str, hint: str) -> None:
        where = f" at {position + 1} of {text[:60]!r}" if position and len(text) > 12 else ""
        self.places.add(path, message + where, hint or None)


def opened(scope: Scope, name: str, record: Record, code: str) -> Scope:
    """The scope inside a fan-out: the row's fields bare, and the row by its name."""
    return replace(scope, names={**scope.names, name: Binding(record, code)}, open=(name, *scope.open))
