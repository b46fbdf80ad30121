"""The reference evaluator: walks the checked tree and knows nothing of the compiler or the runtime's functions.

It says what an expression means. Arithmetic is done in fractions, so that no context and no helper of the runtime is trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from dragoman_generator.expr import reference
from dragoman_generator.expr.typed import (
    Apply,
    Arithmetic,
    At,
    Choice,
    Compare,
    Const,
    Default,
    Element,
    Field,
    Fold,
    IsAbsent,
    Listing,
    Logic,
    Member,
    Membership,
    Negative,
    Not,
    Present,
    Provided,
    Typed,
    Var,
)
from dragoman_generator.expr.types import DEC, Enum, List, Record, Type, strip_opt

Functions = Mapping[str, Callable[..., object]]


def evaluate(typed: Typed, values: Mapping[str, object], functions: Functions | None = None) -> object:
    """The value of an expression, given the scope's names and, where it uses any, the scope's functions.

    A record is an object with the attributes that its type names, times in the units that it states, or a mapping by field name, times
    in nanoseconds. An enum value is a member or its name, or the wire's text where the type has one; such results are texts. Whatever
    raises in compiled code raises here too, though not always the same class.
    """
    return _Evaluator(values, functions or {}).visit(typed)


class _Evaluator:
    def __init__(self, values: Mapping[str, object], functions: Functions) -> None:
        self._values = values
        self._functions = functions
        self._elements: dict[int, object] = {}

    def visit(self, node: Typed) -> object:
        if isinstance(node, Const):
            return node.value
        if isinstance(node, Member):
            return node.enum.wire[node.member] if node.enum.wire is not None else node.member
        if isinstance(node, Var):
            return _read(self._values[node.name], node.type)
        if isinstance(node, Element):
            return self._elements[node.depth]
        if isinstance(node, Field):
            return _field(self.visit(node.base), node)
        if isinstance(node, Present):
            value = self.visit(node.path)
            assert value is not None, "a condition said that the value is there"
            return value
        if isinstance(node, IsAbsent):
            return self.visit(node.operand) is None
        if isinstance(node, Not):
            return not self.visit(node.operand)
        if isinstance(node, Logic):
            left = self.visit(node.left)
            return self.visit(node.right) if left is (node.operator == "and") else left
        if isinstance(node, Choice):
            return self.visit(node.then if self.visit(node.condition) else node.otherwise)
        if isinstance(node, Default):
            value = self.visit(node.value)
            return self.visit(node.fallback) if value is None else value
        if isinstance(node, Listing):
            return [self.visit(item) for item in node.items]
        if isinstance(node, Compare):
            return reference.compare(node.operator, self.visit(node.left), self.visit(node.right))
        if isinstance(node, Membership):
            item, container = self.visit(node.item), self.visit(node.container)
            if isinstance(item, str) and isinstance(container, str):
                return container.find(item) >= 0
            return any(item == other for other in _items(container))
        if isinstance(node, Arithmetic):
            return reference.arithmetic(node.operator, self.visit(node.left), self.visit(node.right))
        if isinstance(node, Negative):
            return reference.arithmetic("-", Decimal(0) if node.type == DEC else 0, self.visit(node.operand))
        if isinstance(node, At):
            items = list(_items(self.visit(node.base)))
            there = -len(items) <= node.index < len(items)
            return items[node.index] if there else None
        if isinstance(node, Fold):
            return self._fold(node)
        if isinstance(node, Provided):
            return self._functions[node.name](*(self.visit(argument) for argument in node.arguments))
        assert isinstance(node, Apply), node
        return reference.call(node.name, [self.visit(argument) for argument in node.arguments])

    def _fold(self, node: Fold) -> object:
        result: object = {"any": False, "all": True, "first": None}.get(node.function, 0)
        if node.type == DEC and node.function == "sum":
            result = Decimal(0)
        for element in list(_items(self.visit(node.base))):
            self._elements[node.depth] = element
            value = self.visit(node.body)
            if node.function == "sum":
                result = reference.arithmetic("+", result, value)
            elif node.function == "first" and value:
                return element
            elif node.function == "any" and value:
                return True
            elif node.function == "all" and not value:
                return False
        return result


def _field(base: object, node: Field) -> object:
    if base is None:
        return None
    kind, attribute = node.record.fields[node.name], node.record.attribute(node.name)
    if isinstance(base, Mapping):
        return _read(base.get(node.name), kind)
    value = getattr(base, attribute) if isinstance(attribute, str) else _items(base)[attribute]
    unit = node.record.units.get(node.name, 1)
    return _read(value * unit if isinstance(value, int) and unit != 1 else value, kind)


def _read(value: object, kind: Type) -> object:
    inner = strip_opt(kind)
    if value is None or isinstance(inner, Record):
        return value
    if isinstance(inner, Enum) and inner.wire is None:
        return getattr(value, "name", value)
    if isinstance(inner, List):
        return [_read(item, inner.inner) for item in _items(value)]
    return value


def _items(value: object) -> list[object]:
    if not isinstance(value, Iterable):
        raise TypeError(f"{value!r} is no list")
    return list(value)
