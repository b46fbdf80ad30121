"""Checked tree to one Python expression, as a person would write it.

An optional value compiles to something that is None when absent. Decimal arithmetic goes through the runtime's exact context, because
Python's own operators round to the thread's context without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from dragoman_generator.expr.code import (
    ADD,
    AND,
    ATOM,
    CHOICE,
    COMPARE,
    MULTIPLY,
    NOT,
    OR,
    POSTFIX,
    UNARY,
    Code,
    decimal,
    fill,
    integer,
    of_python,
    quote,
)
from dragoman_generator.expr.maybe import Maybe, long_enough, not_none, stated
from dragoman_generator.expr.scope import Argument, Import
from dragoman_generator.expr.signatures import RUNTIME
from dragoman_generator.expr.tidy import tidy
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
    children,
    path_key,
)
from dragoman_generator.expr.types import DEC, Enum, List, Opt

Constant = Callable[[Decimal], str]

_LEVEL = {"+": ADD, "-": ADD, "*": MULTIPLY, "//": MULTIPLY, "%": MULTIPLY}
_EXACT = {"+": "add", "-": "subtract", "*": "multiply", "//": "floor_div", "%": "floor_mod"}


def compile_python(typed: Typed, constant: Constant | None = None) -> str:
    """One Python expression, needing `imports(typed)`. `constant` may name a hoisted constant for a decimal literal."""
    tree = tidy(typed)
    return _Compiler(tree, constant).visit(tree).text


def imports(typed: Typed, constant: Constant | None = None) -> set[Import]:
    """The (module, name) pairs that the compiled text uses."""
    tree = tidy(typed)
    compiler = _Compiler(tree, constant)
    compiler.visit(tree)
    return compiler.imports


class _Compiler:
    def __init__(self, root: Typed, constant: Constant | None) -> None:
        self._constant = constant
        self._taken = {word for code in _codes(root) for word in re.findall(r"[A-Za-z_]\w*", code)}
        self._elements: dict[int, str] = {}
        self.imports: set[Import] = set()

    def visit(self, node: Typed) -> Code:
        if isinstance(node, Const):
            return self._const(node)
        if isinstance(node, Member):
            return self._member(node)
        if isinstance(node, Present):
            return self._present(node.path)
        if isinstance(node, Var):
            return of_python(node.code)
        if isinstance(node, Element):
            return Code(self._elements[node.depth], ATOM)
        if isinstance(node, Field | At):
            optional = isinstance(node.type, Opt)
            return self._field(node) if isinstance(node, Field) and not optional else self._maybe(node).code()
        if isinstance(node, Fold):
            return self._maybe(node).code() if node.function == "first" else self._fold(node)
        if isinstance(node, IsAbsent):
            return self._maybe(node.operand).absent()
        if isinstance(node, Not):
            return self._not(node)
        if isinstance(node, Logic):
            return self._logic(node)
        if isinstance(node, Compare):
            left, right = self._number(node.left), self._number(node.right)
            return Code(f"{left.at(ADD)} {node.operator} {right.at(ADD)}", COMPARE)
        if isinstance(node, Membership):
            return self._membership(node, "in")
        if isinstance(node, Arithmetic):
            return self._arithmetic(node)
        if isinstance(node, Negative):
            operand = self.visit(node.operand)
            return (
                self._exact("minus", operand) if node.type == DEC else Code(f"-{operand.at(POSTFIX)}", UNARY)
            )
        if isinstance(node, Default):
            return self._default(node)
        if isinstance(node, Choice):
            condition, then = self.visit(node.condition).at(OR), self.visit(node.then).at(OR)
            return Code(f"{then} if {condition} else {self.visit(node.otherwise).text}", CHOICE)
        if isinstance(node, Listing):
            return Code(f"[{', '.join(self.visit(item).text for item in node.items)}]", ATOM)
        return self._call(node)

    # literals

    def _const(self, node: Const) -> Code:
        value = node.value
        if value is None or isinstance(value, bool):
            return Code(str(value), ATOM)
        if isinstance(value, str):
            return Code(quote(value), ATOM)
        if isinstance(value, int):
            return integer(value)
        if self._constant is not None:
            return of_python(self._constant(value))
        self.imports.add(("decimal", "Decimal"))
        return decimal(value)

    def _number(self, node: Typed) -> Code:
        """A whole decimal literal as a plain int where Python compares or computes the two exactly alike."""
        if isinstance(node, Const) and isinstance(node.value, Decimal) and not node.value.as_tuple().exponent:
            return integer(int(node.value))
        return self.visit(node)

    def _member(self, node: Member) -> Code:
        if node.enum.wire is not None:
            return Code(quote(node.enum.wire[node.member]), ATOM)
        return Code(f"{node.enum.python}.{node.member}")

    # operators

    def _not(self, node: Not) -> Code:
        if isinstance(node.operand, IsAbsent):
            return self._maybe(node.operand.operand).present()
        if isinstance(node.operand, Membership):
            return self._membership(node.operand, "not in")
        if isinstance(node.operand, Apply) and node.operand.name == "contains":
            whole, part = (self.visit(argument) for argument in node.operand.arguments)
            return Code(f"{part.at(ADD)} not in {whole.at(ADD)}", COMPARE)
        return Code(f"not {self.visit(node.operand).at(NOT)}", NOT)

    def _logic(self, node: Logic) -> Code:
        level = AND if node.operator == "and" else OR
        left, right = self.visit(node.left), self.visit(node.right)
        # An `and` beside an `or` is bracketed, as linters ask for readers' sake.
        first = left.at(AND + 1 if level == OR and left.binds == AND else level)
        second = right.at(AND + 1 if level == OR and right.binds == AND else level + 1)
        return Code(f"{first} {node.operator} {second}", level)

    def _membership(self, node: Membership, operator: str) -> Code:
        if isinstance(node.container, Listing):
            items = [self._number(item).text for item in node.container.items]
            container = f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        else:
            container = self.visit(node.container).at(ADD)
        return Code(f"{self._number(node.item).at(ADD)} {operator} {container}", COMPARE)

    def _arithmetic(self, node: Arithmetic) -> Code:
        if node.type == DEC:
            return self._exact(_EXACT[node.operator], self._number(node.left), self._number(node.right))
        level = _LEVEL[node.operator]
        left, right = self.visit(node.left), self.visit(node.right)
        return Code(f"{left.at(level)} {node.operator} {right.at(level + 1)}", level)

    def _exact(self, name: str, *operands: Code) -> Code:
        self.imports.add((RUNTIME, name))
        return Code(f"{name}({', '.join(operand.text for operand in operands)})")

    def _default(self, node: Default) -> Code:
        if isinstance(node.fallback, Listing) and not node.fallback.items:
            return Code(f"{self.visit(node.value).at(OR)} or []", OR)
        value = self._maybe(node.value)
        fallback = self.visit(node.fallback)
        if not value.loop or fallback.is_path or isinstance(node.fallback, Const | Member):
            return value.otherwise(fallback)
        name = self._fresh("got")
        body = f"{name} if {name} is not None else {fallback.text}"
        return Code(f"next({body} for {name} in ({value.code().text},))")

    # paths and lists

    def _present(self, node: Typed) -> Code:
        """The value of an optional path that is known to be there; what is read by a call is asked for again."""
        if not isinstance(node, Field):
            return self.visit(node)
        if (whole := node.record.whole.get(node.name)) is not None:
            return self._exact("known", of_python(whole))
        return self._field(node)

    def _field(self, node: Field) -> Code:
        return _scaled(node, _attribute(node, self.visit(node.base)))

    def _maybe(self, node: Typed) -> Maybe:
        """An optional value as its present form and what must hold for it to be there."""
        if isinstance(node, Field):
            return self._maybe_field(node)
        if isinstance(node, At):
            return self._maybe_at(node)
        if isinstance(node, Fold):
            return self._maybe_first(node)
        code = self.visit(node)
        return Maybe(code, (not_none(code),), nullable=True) if code.is_path else self._named(code)

    def _named(self, code: Code) -> Maybe:
        """An optional value that must not be computed twice: a loop over it alone gives it a name."""
        name = self._fresh("got")
        loop = f"for {name} in ({code.text},) if {name} is not None"
        return Maybe(Code(name, ATOM), loop=loop, whole=code)

    def _maybe_field(self, node: Field) -> Maybe:
        if (whole := node.record.whole.get(node.name)) is not None:
            return self._named(of_python(whole))
        base = self._maybe(node.base) if node.lifted else Maybe(self.visit(node.base))
        raw = _attribute(node, base.value)
        if not isinstance(node.record.fields[node.name], Opt):
            return Maybe(_scaled(node, raw), base.conditions, base.loop)
        if not raw.is_path:
            named = self._named(Maybe(raw, base.conditions, base.loop).code())
            return named if _scaled(node, raw) == raw else Maybe(_scaled(node, named.value), loop=named.loop)
        scaled = _scaled(node, raw)
        if (there := node.record.present.get(node.name)) is not None:
            return Maybe(scaled, (*base.conditions, stated(there.replace("{}", raw.text))), base.loop)
        return Maybe(scaled, (*base.conditions, not_none(raw)), base.loop, nullable=scaled == raw)

    def _maybe_at(self, node: At) -> Maybe:
        base, index = self.visit(node.base), node.index
        if base.is_path:
            enough = long_enough(base, index + 1 if index >= 0 else -index)
            return _with_element(node, Maybe(Code(f"{base.text}[{index}]"), (enough,)))
        item = self._fresh("item")
        span = f"[{index}:{'' if index == -1 else index + 1}]"
        return _with_element(node, Maybe(Code(item, ATOM), loop=f"for {item} in {base.at(POSTFIX)}{span}"))

    def _maybe_first(self, node: Fold) -> Maybe:
        base = self.visit(node.base)
        item = self._enter(node.depth)
        condition = self.visit(node.body)
        self._leave(node.depth)
        loop = f"for {item} in {base.at(OR)}"
        if condition.text != "True":
            loop += f" if {condition.at(OR)}"
        return _with_element(node, Maybe(Code(item, ATOM), loop=loop))

    def _fold(self, node: Fold) -> Code:
        base = self.visit(node.base)
        item = self._enter(node.depth)
        body = self.visit(node.body)
        self._leave(node.depth)
        loop = f"{body.text} for {item} in {base.at(OR)}"
        return self._exact("total", Code(loop)) if node.type == DEC else Code(f"{node.function}({loop})")

    def _enter(self, depth: int) -> str:
        self._elements[depth] = self._fresh("item")
        return self._elements[depth]

    def _leave(self, depth: int) -> None:
        del self._elements[depth]

    def _fresh(self, stem: str) -> str:
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}_{number}"
        self._taken.add(name)
        return name

    # calls

    def _call(self, node: Typed) -> Code:
        if isinstance(node, Provided):
            arguments = [
                Argument(self.visit(part).text, part.type, path_key(part)) for part in node.arguments
            ]
            self.imports |= node.function.imports
            return of_python(node.function.compile(arguments))
        assert isinstance(node, Apply), node
        signature, first = node.signature, node.arguments[0]
        if node.name == "utf8" and isinstance(first, Const) and isinstance(first.value, str):
            return Code(quote(first.value.encode()), ATOM)
        codes = [self.visit(argument) for argument in node.arguments]
        if node.name == "text" and isinstance(first.type, Enum) and first.type.wire is not None:
            return codes[0]
        self.imports.update((RUNTIME, name) for name in signature.runtime)
        if signature.code.startswith("Decimal("):
            self.imports.add(("decimal", "Decimal"))
        return fill(signature.code, codes)


def _attribute(node: Field, base: Code) -> Code:
    attribute = node.record.attribute(node.name)
    return Code(f"{base.at(POSTFIX)}{f'.{attribute}' if isinstance(attribute, str) else f'[{attribute}]'}")


def _scaled(node: Field, code: Code) -> Code:
    read = node.record.reads.get(node.name)
    if read is not None:
        return of_python(read.replace("{}", code.text))
    unit = node.record.units.get(node.name, 1)
    return code if unit == 1 else Code(f"{code.at(MULTIPLY)} * {unit:_}", MULTIPLY)


def _with_element(node: At | Fold, found: Maybe) -> Maybe:
    """Adds the test that an element which is itself optional needs."""
    if isinstance(node.base.type, List) and isinstance(node.base.type.inner, Opt):
        return Maybe(found.value, (*found.conditions, not_none(found.value)), found.loop, nullable=True)
    return found


def _codes(node: Typed) -> list[str]:
    own = [node.code] if isinstance(node, Var) else []
    return own + [code for child in children(node) for code in _codes(child)]
