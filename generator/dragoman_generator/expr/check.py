"""Syntax tree and scope to checked tree; every type error of the expression is found in one pass."""

from __future__ import annotations

from dragoman_generator.expr import nodes
from dragoman_generator.expr.binary import ABSENT_HINT, check_binary, pair_hint
from dragoman_generator.expr.calls import check_call
from dragoman_generator.expr.errors import ExprErrors, ExprTypeError, did_you_mean
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.narrow import Facts, implied
from dragoman_generator.expr.operators import coerce, harmonize, opt_of
from dragoman_generator.expr.scope import Scope
from dragoman_generator.expr.typed import (
    Apply,
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
    Negative,
    Not,
    Present,
    Typed,
    Var,
    path_key,
)
from dragoman_generator.expr.types import (
    BOOL,
    DEC,
    DURATION,
    INT,
    NOTHING,
    NULL,
    TEXT,
    UNKNOWN,
    Enum,
    List,
    Opt,
    Record,
    Scalar,
    Type,
    strip_opt,
)

_LITERALS: dict[str, Type] = {
    "int": INT,
    "dec": DEC,
    "text": TEXT,
    "bool": BOOL,
    "null": NULL,
    "duration": DURATION,
}


def check(expr: nodes.Expr, scope: Scope, expected: Type | None = None) -> Typed:
    """The typed tree, of the expected type where one is given. Raises ExprErrors with everything that is wrong."""
    checker = _Checker(scope)
    typed = checker.visit(expr)
    if not checker.errors and expected is not None:
        fitted = coerce(typed, expected)
        if fitted is None:
            checker.mismatch(typed, f"{expected} is needed here", expected)
        else:
            typed = fitted
    elif not checker.errors and typed.type == NULL:
        checker.report(typed.position, "null alone has no type")
    if checker.errors:
        raise ExprErrors(checker.errors)
    return typed


class _Checker:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._facts: Facts = scope.facts
        self._elements: list[Type] = []
        self.errors: list[ExprTypeError] = []

    def report(self, position: int, message: str, hint: str = "") -> Typed:
        """Notes an error and gives a node that raises no further ones."""
        self.errors.append(ExprTypeError(position, message, hint))
        return Const(UNKNOWN, position, None)

    def mismatch(self, typed: Typed, needed: str, wanted: Type) -> Typed:
        """Notes that a value has another type than its place needs."""
        if typed.type == UNKNOWN:
            return typed
        if typed.type == NULL or (isinstance(typed.type, Opt) and not isinstance(wanted, Opt)):
            return self.report(typed.position, f"{needed}, and this may be absent", ABSENT_HINT)
        hint = "there is no truthiness; compare it with something" if wanted == BOOL else ""
        return self.report(typed.position, f"{needed}, not {typed.type}", hint)

    def visit(self, node: nodes.Expr) -> Typed:
        if isinstance(node, nodes.Literal):
            return Const(_LITERALS[node.kind], node.position, node.value)
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Access):
            return self._access(node)
        if isinstance(node, nodes.Binary):
            return self._binary(node)
        if isinstance(node, nodes.Unary):
            return self._unary(node)
        if isinstance(node, nodes.Call):
            return self._call(node)
        if isinstance(node, nodes.Conditional):
            return self._conditional(node)
        if isinstance(node, nodes.Index):
            return self._index(node)
        if isinstance(node, nodes.Select):
            return self._select(node)
        if isinstance(node, nodes.ListLiteral):
            return self._listing(node)
        raise AssertionError(node)

    def _under(self, facts: Facts, node: nodes.Expr) -> Typed:
        before = self._facts
        self._facts = before | facts
        try:
            return self.visit(node)
        finally:
            self._facts = before

    def _boolean(self, typed: Typed, what: str) -> Typed:
        if typed.type in (BOOL, UNKNOWN):
            return typed
        return self.mismatch(typed, f"{what} must be bool", BOOL)

    # names and paths

    def _name(self, node: nodes.Name) -> Typed:
        name, position = node.name, node.position
        found: list[Typed] = []
        if (binding := self._scope.names.get(name)) is not None:
            found.append(Var(binding.type, position, name, binding.code))
        if name == "it" and self._elements:
            found.append(Element(self._elements[-1], position, len(self._elements)))
        for depth, element in enumerate(self._elements, 1):
            if isinstance(element, Record) and name in element.fields:
                base = Element(element, position, depth)
                found.append(Field(element.fields[name], position, base, name, element, lifted=False))
        if len(found) > 1:
            hint = f"write it.{name} for the innermost element's, or rename one with 'as'"
            return self.report(position, f"'{name}' means more than one thing here", hint)
        if not found:
            found.extend(self._opened(name, position))
        return self._narrowed(found[0]) if found else self._unknown_name(node)

    def _opened(self, name: str, position: int) -> list[Typed]:
        """The field of the innermost open record that has one of this name."""
        for opened in self._scope.open:
            binding = self._scope.names[opened]
            if isinstance(binding.type, Record) and name in binding.type.fields:
                base = Var(binding.type, position, opened, binding.code)
                return [Field(binding.type.fields[name], position, base, name, binding.type, lifted=False)]
        return []

    def _unknown_name(self, node: nodes.Name) -> Typed:
        name = node.name
        if name in self._scope.enums:
            enum = self._scope.enums[name]
            hint = f"write {name}.{enum.members[0]}" if enum.members else ""
            return self.report(node.position, f"'{name}' is an enum, not a value", hint)
        if name in FUNCTIONS or name in FOLDS or name in self._scope.functions:
            return self.report(node.position, f"'{name}' is a function, not a value", f"write {name}(...)")
        if name == "previous" and "machine" not in self._scope.flags:
            hint = "previous.x exists only inside a state machine with a key"
            return self.report(node.position, "unknown name 'previous'", hint)
        owners = [enum.name for enum in self._scope.enums.values() if name in enum.members]
        visible = {*self._scope.names}
        for opened in self._scope.open:
            record = self._scope.names[opened].type
            visible |= set(record.fields) if isinstance(record, Record) else set()
        for element in self._elements:
            visible |= {"it", *(element.fields if isinstance(element, Record) else ())}
        hint = f"did you mean '{owners[0]}.{name}'?" if owners else did_you_mean(name, visible)
        return self.report(node.position, f"unknown name '{name}'", hint)

    def _narrowed(self, path: Typed) -> Typed:
        if isinstance(path.type, Opt) and path_key(path) in self._facts:
            return Present(path.type.inner, path.position, path)
        return path

    def _access(self, node: nodes.Access) -> Typed:
        if isinstance(node.base, nodes.Name) and self._is_enum(node.base.name):
            return self._member(self._scope.enums[node.base.name], node.name, node.position)
        base = self.visit(node.base)
        record = strip_opt(base.type)
        if base.type == UNKNOWN:
            return base
        if not isinstance(record, Record):
            hint = "take an element first: list[0], list[field=TAG], first(list, condition)"
            return self.report(
                node.position, f"{record} has no fields", hint if isinstance(record, List) else ""
            )
        if node.name not in record.fields:
            hint = did_you_mean(node.name, record.fields)
            return self.report(node.position, f"{record} has no field '{node.name}'", hint)
        type_, lifted = record.fields[node.name], isinstance(base.type, Opt)
        return self._narrowed(
            Field(opt_of(type_) if lifted else type_, node.position, base, node.name, record, lifted)
        )

    def _is_enum(self, name: str) -> bool:
        return name in self._scope.enums and name not in self._scope.names

    def _member(self, enum: Enum, name: str, position: int) -> Typed:
        if name not in enum.members:
            return self.report(position, f"{enum} has no member '{name}'", did_you_mean(name, enum.members))
        return Member(enum, position, enum, name)

    # lists

    def _list_of(self, typed: Typed, what: str) -> tuple[Typed, Type] | None:
        """The list and the type of its elements; an absent list counts as an empty one."""
        if isinstance(typed.type, Opt) and isinstance(typed.type.inner, List):
            empty = Listing(typed.type.inner, typed.position, ())
            typed = Default(typed.type.inner, typed.position, typed, empty)
        if isinstance(typed.type, List):
            return typed, typed.type.inner
        if typed.type != UNKNOWN:
            self.report(typed.position, f"{what} needs a list, not {typed.type}")
        return None

    def _index(self, node: nodes.Index) -> Typed:
        found = self._list_of(self.visit(node.base), "an index")
        if found is None:
            return Const(UNKNOWN, node.position, None)
        return At(opt_of(found[1]), node.position, found[0], node.index)

    def _select(self, node: nodes.Select) -> Typed:
        found = self._list_of(self.visit(node.base), "a selection")
        if found is None:
            return Const(UNKNOWN, node.position, None)
        listing, record = found
        if not isinstance(record, Record):
            return self.report(node.position, f"a selection needs a list of records, not of {record}")
        if node.field not in record.fields:
            hint = did_you_mean(node.field, record.fields)
            return self.report(node.position + 1, f"{record} has no field '{node.field}'", hint)
        depth = len(self._elements) + 1
        kind = record.fields[node.field]
        path = Field(
            kind, node.position, Element(record, node.position, depth), node.field, record, lifted=False
        )
        tag = self._tag(node.tag, strip_opt(kind))
        body: Typed
        if isinstance(kind, Opt):
            there = Not(BOOL, node.position, IsAbsent(BOOL, node.position, path))
            same = Compare(BOOL, node.position, "==", Present(kind.inner, node.position, path), tag)
            body = Logic(BOOL, node.position, "and", there, same)
        else:
            body = Compare(BOOL, node.position, "==", path, tag)
        return Fold(opt_of(record), node.position, "first", listing, body, depth)

    def _tag(self, tag: nodes.Literal | nodes.Name, kind: Type) -> Typed:
        word = tag.name if isinstance(tag, nodes.Name) else tag.value
        if isinstance(kind, Enum) and isinstance(word, str):
            return self._member(kind, word, tag.position)
        if kind == TEXT and isinstance(word, str):
            return Const(TEXT, tag.position, word)
        if kind == INT and isinstance(word, int):
            return Const(INT, tag.position, word)
        return self.report(tag.position, f"the tag '{word}' can't equal a field of type {kind}")

    def _listing(self, node: nodes.ListLiteral) -> Typed:
        items = [self.visit(item) for item in node.items]
        kind: Type = NOTHING
        for index, item in enumerate(items):
            if item.type == UNKNOWN:
                return item
            if item.type == NULL or isinstance(item.type, Opt):
                return self.report(item.position, "a list can't hold a value that may be absent", ABSENT_HINT)
            if index == 0:
                kind = item.type
                continue
            joined = harmonize(items[index - 1], item)
            if joined is None:
                message = f"the list holds {items[0].type} and {item.type}"
                return self.report(item.position, message, "all elements have one type")
            kind = joined[2]
        if kind == DEC:
            items = [coerce(item, DEC) or item for item in items]
        return Listing(List(kind), node.position, tuple(items))

    # operators

    def _unary(self, node: nodes.Unary) -> Typed:
        operand = self.visit(node.operand)
        if node.operator == "not":
            return Not(BOOL, node.position, self._boolean(operand, "the operand of 'not'"))
        if operand.type == UNKNOWN:
            return operand
        if operand.type not in (INT, DEC, DURATION):
            return self.mismatch(operand, "'-' needs a number", DEC)
        if isinstance(operand, Const) and operand.value is not None and not isinstance(operand.value, str):
            return Const(operand.type, node.position, -operand.value)
        return Negative(operand.type, node.position, operand)

    def _binary(self, node: nodes.Binary) -> Typed:
        operator = node.operator
        left = self.visit(node.left)
        if operator in ("and", "or"):
            left = self._boolean(left, f"the left side of '{operator}'")
            right = self._under(implied(left, operator == "and"), node.right)
            right = self._boolean(right, f"the right side of '{operator}'")
            return Logic(BOOL, node.position, operator, left, right)
        right = self.visit(node.right)
        if UNKNOWN in (left.type, right.type):
            boolean = operator in ("==", "!=", "<", "<=", ">", ">=", "in", "not in")
            return Const(BOOL if boolean else UNKNOWN, node.position, None)
        try:
            return check_binary(operator, node.position, left, right)
        except ExprTypeError as error:
            self.errors.append(error)
            return Const(UNKNOWN, node.position, None)

    def _conditional(self, node: nodes.Conditional) -> Typed:
        condition = self._boolean(self.visit(node.condition), "the condition of 'if'")
        then = self._under(implied(condition, True), node.then)
        otherwise = self._under(implied(condition, False), node.otherwise)
        if UNKNOWN in (then.type, otherwise.type):
            return Const(UNKNOWN, node.position, None)
        joined = harmonize(then, otherwise)
        if joined is None:
            message = f"'then' gives {then.type} but 'else' gives {otherwise.type}"
            return self.report(otherwise.position, message, pair_hint(then, otherwise))
        return Choice(joined[2], node.position, condition, joined[0], joined[1])

    # calls

    def _call(self, node: nodes.Call) -> Typed:
        if node.name in FOLDS:
            return self._fold(node)
        arguments = [self.visit(argument) for argument in node.arguments]
        try:
            call = check_call(node.name, node.position, arguments, self._scope)
        except ExprTypeError as error:
            self.errors.append(error)
            return Const(UNKNOWN, node.position, None)
        if isinstance(call, Apply) and call.name == "is_present":
            return Not(BOOL, node.position, IsAbsent(BOOL, node.position, call.arguments[0]))
        return call

    def _fold(self, node: nodes.Call) -> Typed:
        name = node.name
        second = "a value" if name == "sum" else "a condition"
        if len(node.arguments) != 2:
            message = f"{name}() takes a list and {second}, not {len(node.arguments)} arguments"
            return self.report(
                node.position, message, f"write {name}(list, {second.split()[1]}); 'it' is the element"
            )
        found = self._list_of(self.visit(node.arguments[0]), f"{name}()")
        if found is None:
            return Const(UNKNOWN, node.position, None)
        listing, element = found
        self._elements.append(element)
        depth = len(self._elements)
        body = self.visit(node.arguments[1])
        self._elements.pop()
        if body.type == UNKNOWN:
            return body
        if name != "sum":
            body = self._boolean(body, f"the condition of {name}()")
            return Fold(
                BOOL if name != "first" else opt_of(element), node.position, name, listing, body, depth
            )
        if not isinstance(body.type, Scalar) or body.type not in (INT, DEC, DURATION):
            return self.mismatch(body, "sum() needs int, dec or duration", DEC)
        return Fold(body.type, node.position, name, listing, body, depth)
