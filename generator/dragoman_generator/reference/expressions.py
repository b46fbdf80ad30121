"""Grammar, operators and functions of the expression language."""

from __future__ import annotations

import itertools

from dragoman_generator.emit.markdown import Section, code, text
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.lexer import DURATION_UNITS, KEYWORDS, MAX_LENGTH
from dragoman_generator.expr.operators import arithmetic, comparable
from dragoman_generator.expr.parser import MAX_DEPTH
from dragoman_generator.expr.signatures import Function
from dragoman_generator.expr.types import BOOL, BYTES, DEC, DURATION, INT, TEXT, TIME

GRAMMAR = """\
expression  = "if" expression "then" expression "else" expression | or
or          = and { "or" and }
and         = not { "and" not }
not         = "not" not | comparison
comparison  = default [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in" ) default ]
default     = sum { "??" sum }                       the value on the right where the left one is absent
sum         = product { ( "+" | "-" ) product }
product     = unary { ( "*" | "//" | "%" ) unary }   no "/": say div(a, b, digits)
unary       = "-" unary | postfix
postfix     = primary { "." name | "[" integer "]" | "[" name "=" tag "]" }
primary     = literal | name | name "(" [ expression { "," expression } ] ")" | "(" expression ")" | "[" [ expression { "," expression } ] "]"
literal     = integer | decimal | 'text' | "text" | duration | "true" | "false" | "null"
duration    = integer ( "ns" | "us" | "ms" | "s" | "m" | "h" | "d" )"""

_SCALARS = (BOOL, INT, DEC, TEXT, BYTES, TIME, DURATION)
_ARITHMETIC = ("+", "-", "*", "//", "%")


def expressions() -> list[Section]:
    bounds = (
        f"An expression stands after `= `, is at most {MAX_LENGTH:,} characters long and {MAX_DEPTH} levels deep. Its types are "
        + ", ".join(code(kind) for kind in _SCALARS)
        + ", the model's enums, `list<T>`, `opt<T>` and records. There is no float and no conversion by itself, but that of an "
        "integer literal to a decimal; a value that may be absent must meet `??` or a test against `null` before it is used.",
        "Reserved words: "
        + ", ".join(code(word) for word in sorted(KEYWORDS))
        + ". Durations end in "
        + ", ".join(code(unit) for unit in DURATION_UNITS)
        + ".",
    )
    return [
        Section("Expressions", bounds, block=GRAMMAR),
        Section("Arithmetic", (), ("operation", "gives"), _operations(), level=3),
        Section("Comparisons", (), ("operators", "types"), _comparisons(), level=3),
        Section(
            "Functions",
            ("Each takes exactly the types that its signatures name.",),
            ("function", "meaning", "example"),
            [_function(function) for function in FUNCTIONS.values()],
        ),
        Section(
            "Folds over lists",
            ("The second argument is read with the fields of each element.",),
            ("fold", "meaning"),
            [(code(name), text(told)) for name, told in FOLDS.items()],
            level=3,
        ),
    ]


def _operations() -> list[tuple[str, str]]:
    found = []
    for operator, left, right in itertools.product(_ARITHMETIC, _SCALARS, _SCALARS):
        result = arithmetic(operator, left, right)
        if result is not None:
            found.append((code(f"{left} {operator} {right}"), code(result)))
    return found


def _comparisons() -> list[tuple[str, str]]:
    equal = [str(kind) for kind in _SCALARS if comparable("==", kind)]
    ordered = [str(kind) for kind in _SCALARS if comparable("<", kind)]
    return [
        ("`==` `!=`", ", ".join([*map(code, equal), "enums"])),
        ("`<` `<=` `>` `>=`", ", ".join(map(code, ordered))),
        ("`in` `not in`", "a value and a list of its type"),
    ]


def _function(function: Function) -> tuple[str, str, str]:
    signatures = ", ".join(
        code(f"{function.name}({', '.join(map(str, signature.parameters))}) -> {signature.result}")
        for signature in function.signatures
    )
    needs = " Only inside a state machine." if function.flag == "machine" else ""
    gives = f" is {code(function.gives)}" if function.gives else ""
    return signatures, text(function.doc) + needs, code(function.example) + gives
