"""Tokens to a syntax tree, by precedence climbing; the depth of the tree is bounded."""

from __future__ import annotations

from dragoman_generator.expr.errors import ExprSyntaxError
from dragoman_generator.expr.lexer import Token, tokenize
from dragoman_generator.expr.nodes import (
    Access,
    Binary,
    Call,
    Conditional,
    Expr,
    Index,
    ListLiteral,
    Literal,
    Name,
    Select,
    Unary,
)

# Python's own parser stops at 200 nested brackets, and one level here may compile to three of them.
MAX_DEPTH = 60

_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "in", "not in"})
_BINARY = {"or": 1, "and": 2, **dict.fromkeys(_COMPARISONS, 4), "??": 5, "+": 6, "-": 6}
_BINARY.update(dict.fromkeys(("*", "/", "//", "%"), 7))
_NOT = 3
_ARITHMETIC = frozenset({"+", "-", "*", "/", "//", "%"})


def parse(text: str) -> Expr:
    """The tree of one expression (without the spec's leading `= `). Raises ExprSyntaxError with an offset into the text."""
    parser = _Parser(tokenize(text))
    if parser.token.kind == "end":
        raise ExprSyntaxError(0, "the expression is empty")
    tree = parser.expression()
    parser.expect_end()
    return tree


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._bracketed: set[int] = set()  # ids of nodes that stood in brackets; the tree keeps them alive
        self._depths: dict[int, tuple[Expr, int]] = {}

    @property
    def token(self) -> Token:
        return self._tokens[self._at]

    def expression(self) -> Expr:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._too_deep(self.token.position)
        tree = self._conditional() if self._is("if") else self._binary(1)
        self._depth -= 1
        return tree

    def expect_end(self) -> None:
        token = self.token
        if token.kind == "end":
            return
        if token.text == "=":
            raise ExprSyntaxError(token.position, "'=' doesn't compare", "write ==")
        raise ExprSyntaxError(token.position, f"unexpected '{token.text}' after the end of the expression")

    def _conditional(self) -> Expr:
        start = self._take().position
        condition = self.expression()
        self._expect("then", "an 'if' reads: if a then b else c")
        then = self.expression()
        self._expect("else", "every 'if' needs an 'else'")
        return self._grown(Conditional(start, condition, then, self.expression()), condition, then)

    def _binary(self, floor: int) -> Expr:
        if self._is("not"):
            if floor > _NOT:
                raise ExprSyntaxError(self.token.position, "'not' can't stand here", "put it in parentheses")
            start = self._take().position
            self._deeper(start)
            operand = self._binary(_NOT)
            self._depth -= 1
            left: Expr = self._grown(Unary(start, "not", operand), operand)
        else:
            left = self._unary()
        while (operator := self._operator()) is not None and _BINARY[operator] >= floor:
            position = self._take().position
            if operator == "not in":
                self._take()
            level = _BINARY[operator]
            self._deeper(position)
            right = self._binary(level if operator == "??" else level + 1)
            self._depth -= 1
            if operator == "??":
                self._refuse_loose(right)
            left = self._grown(Binary(position, operator, left, right), left, right)
            if operator in _COMPARISONS and self._operator() in _COMPARISONS:
                hint = "join two comparisons with 'and'"
                raise ExprSyntaxError(self.token.position, "comparisons can't be chained", hint)
        return left

    def _refuse_loose(self, right: Expr) -> None:
        """`a ?? b + c` is read both ways by people, so it must be bracketed."""
        if isinstance(right, Binary) and right.operator in _ARITHMETIC and id(right) not in self._bracketed:
            hint = "write (a ?? b) + c or a ?? (b + c)"
            raise ExprSyntaxError(right.position, f"'{right.operator}' after '??' needs parentheses", hint)

    def _operator(self) -> str | None:
        token = self.token
        if token.text == "not" and token.kind == "keyword":
            follower = self._tokens[self._at + 1]
            return "not in" if follower.text == "in" and follower.kind == "keyword" else None
        return token.text if token.kind in ("operator", "keyword") and token.text in _BINARY else None

    def _unary(self) -> Expr:
        if not self._is("-"):
            return self._postfix(self._primary())
        start = self._take().position
        self._deeper(start)
        operand = self._unary()
        self._depth -= 1
        return self._grown(Unary(start, "-", operand), operand)

    def _postfix(self, tree: Expr) -> Expr:
        while True:
            if self._is("."):
                self._take()
                token = self.token
                if token.kind not in ("name", "keyword"):
                    raise ExprSyntaxError(token.position, "a field's name must follow the '.'")
                self._take()
                tree = self._grown(Access(token.position, tree, token.text), tree)
            elif self._is("["):
                tree = self._subscript(tree)
            elif self._is("("):
                called = tree.name if isinstance(tree, Access) else "f"
                hint = f"write {called}(value), not value.{called}()" if isinstance(tree, Access) else ""
                raise ExprSyntaxError(
                    self.token.position, "only functions of the language can be called", hint
                )
            else:
                return tree

    def _subscript(self, base: Expr) -> Expr:
        start = self._take().position
        if self.token.kind == "name" and self._tokens[self._at + 1].text == "=":
            field = self._take().text
            self._take()
            tag = self._tag()
            self._expect("]", "a selection reads: list[field=TAG]")
            return self._grown(Select(start, base, field, tag), base)
        sign = -1 if self._is("-") and self._take() else 1
        if self.token.kind != "int" or not isinstance(self.token.value, int):
            hint = "write list[0], list[-1] or list[field=TAG]"
            raise ExprSyntaxError(self.token.position, "an index must be a whole number, written out", hint)
        index = sign * self.token.value
        if abs(index) > 1_000_000:
            raise ExprSyntaxError(self.token.position, "the index is above a million")
        self._take()
        self._expect("]", "an index reads: list[0]")
        return self._grown(Index(start, base, index), base)

    def _tag(self) -> Literal | Name:
        token = self.token
        negative = self._is("-")
        if negative:
            self._take()
            if self.token.kind != "int":
                raise ExprSyntaxError(self.token.position, "a number must follow the '-'")
        value = self.token
        if value.kind == "name":
            self._take()
            return Name(value.position, value.text)
        if value.kind in ("text", "int"):
            self._take()
            plain = -value.value if negative and isinstance(value.value, int) else value.value
            return Literal(token.position, value.kind, plain)
        raise ExprSyntaxError(value.position, "a tag must be a word, quoted text or an integer")

    def _primary(self) -> Expr:
        token = self.token
        if token.kind in ("int", "dec", "text", "duration"):
            self._take()
            return Literal(token.position, token.kind, token.value)
        if token.kind == "keyword" and token.text in ("true", "false", "null"):
            self._take()
            if token.text == "null":
                return Literal(token.position, "null", None)
            return Literal(token.position, "bool", token.text == "true")
        if token.kind == "name":
            self._take()
            if self._is("("):
                return self._call(token)
            return Name(token.position, token.text)
        if self._is("("):
            self._take()
            inner = self.expression()
            self._expect(")", "the parenthesis is not closed")
            self._bracketed.add(id(inner))
            return inner
        if self._is("["):
            self._take()
            items = self._items("]", "the list is not closed")
            return self._grown(ListLiteral(token.position, items), *items)
        if self._is("if"):
            raise ExprSyntaxError(
                token.position, "'if' inside a larger expression", "put the 'if' in parentheses"
            )
        shown = f"'{token.text}'" if token.kind != "end" else "the end of the expression"
        raise ExprSyntaxError(token.position, f"expected a value, found {shown}")

    def _call(self, name: Token) -> Expr:
        self._take()
        arguments = self._items(")", f"the call of {name.text}() is not closed")
        return self._grown(Call(name.position, name.text, arguments), *arguments)

    def _items(self, close: str, hint: str) -> tuple[Expr, ...]:
        items: list[Expr] = []
        while not self._is(close):
            items.append(self.expression())
            if not self._is(","):
                break
            self._take()
        self._expect(close, hint)
        return tuple(items)

    def _is(self, text: str) -> bool:
        return self.token.kind in ("operator", "keyword") and self.token.text == text

    def _take(self) -> Token:
        token = self.token
        self._at += 1
        return token

    def _expect(self, text: str, hint: str) -> None:
        if not self._is(text):
            if self._is("="):
                raise ExprSyntaxError(self.token.position, "'=' doesn't compare", "write ==")
            found = f"'{self.token.text}'" if self.token.kind != "end" else "the end of the expression"
            raise ExprSyntaxError(self.token.position, f"expected '{text}', found {found}", hint)
        self._take()

    def _deeper(self, position: int) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._too_deep(position)

    def _grown(self, tree: Expr, *children: Expr) -> Expr:
        """Notes the depth of a new node, so that a long chain of operators is bounded like nested brackets."""
        depth = 1 + max(
            (self._depths[id(child)][1] if id(child) in self._depths else 1 for child in children), default=0
        )
        if depth > MAX_DEPTH:
            raise self._too_deep(tree.position)
        self._depths[id(tree)] = (tree, depth)
        return tree

    @staticmethod
    def _too_deep(position: int) -> ExprSyntaxError:
        return ExprSyntaxError(
            position, f"the expression is nested deeper than {MAX_DEPTH} levels", "split it"
        )
