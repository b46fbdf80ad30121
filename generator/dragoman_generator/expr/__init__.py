"""The expression language: parsed with positions, checked against a scope, compiled to inlined Python."""

from dragoman_generator.expr.check import check
from dragoman_generator.expr.compile import compile_python, imports
from dragoman_generator.expr.errors import ExprError, ExprErrors, ExprSyntaxError, ExprTypeError
from dragoman_generator.expr.evaluate import evaluate
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.parser import parse
from dragoman_generator.expr.scope import Argument, Binding, FunctionBinding, Scope

__all__ = [
    "FOLDS",
    "FUNCTIONS",
    "Argument",
    "Binding",
    "ExprError",
    "ExprErrors",
    "ExprSyntaxError",
    "ExprTypeError",
    "FunctionBinding",
    "Scope",
    "check",
    "compile_python",
    "evaluate",
    "imports",
    "parse",
]
