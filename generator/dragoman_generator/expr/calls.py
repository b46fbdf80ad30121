"""Checks one call against the function table or the functions of the scope."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman_generator.expr.errors import ExprTypeError, did_you_mean
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.operators import coerce
from dragoman_generator.expr.scope import FunctionBinding, Scope
from dragoman_generator.expr.signatures import Function, Limits, Signature
from dragoman_generator.expr.typed import Apply, Const, Provided, Typed
from dragoman_generator.expr.types import NULL, UNKNOWN, Opt, Type, matches


def check_call(name: str, position: int, arguments: Sequence[Typed], scope: Scope) -> Typed:
    """The typed call. Raises ExprTypeError for an unknown name, a wrong place, or arguments that no signature takes."""
    provided = scope.functions.get(name)
    function = FUNCTIONS.get(name)
    if function is None and provided is None:
        known = [*FUNCTIONS, *FOLDS, *scope.functions]
        raise ExprTypeError(position, f"there is no function '{name}'", did_you_mean(name, known))
    if function is not None and function.flag and function.flag not in scope.flags:
        hint = "declare a state with a key, or use the value itself"
        raise ExprTypeError(position, f"{name}() needs a state {function.flag} with a key around it", hint)
    if function is not None and function.provided and provided is None:
        raise ExprTypeError(position, f"{name}() is not available in this place")
    if any(argument.type == UNKNOWN for argument in arguments):
        return Const(UNKNOWN, position, None)
    signature, fitted = _fit(name, position, arguments, _signatures(name, function, provided))
    if provided is not None:
        return Provided(signature.result, position, name, provided, fitted)
    assert function is not None
    for index, limits in function.literals:
        if index < len(fitted):
            _check_literal(name, index, fitted[index], limits)
    return Apply(signature.result, position, name, signature, fitted)


def _signatures(
    name: str, function: Function | None, provided: FunctionBinding | None
) -> tuple[Signature, ...]:
    if provided is not None and provided.parameters is not None and provided.result is not None:
        return (Signature(provided.parameters, provided.result),)
    if function is None:
        raise ValueError(f"the scope's function '{name}' states neither parameters nor result")
    return function.signatures


def _fit(
    name: str, position: int, arguments: Sequence[Typed], signatures: Sequence[Signature]
) -> tuple[Signature, tuple[Typed, ...]]:
    counts = sorted({len(signature.parameters) for signature in signatures})
    if len(arguments) not in counts:
        wanted = " or ".join(str(count) for count in counts)
        noun = "argument" if counts == [1] else "arguments"
        message = f"{name}() takes {wanted} {noun}, not {len(arguments)}"
        raise ExprTypeError(position, message, _usage(name, signatures))
    candidates = [signature for signature in signatures if len(signature.parameters) == len(arguments)]
    for signature in candidates:
        fitted = [
            _fitted(argument, kind) for argument, kind in zip(arguments, signature.parameters, strict=True)
        ]
        if all(argument is not None for argument in fitted):
            return signature, tuple(argument for argument in fitted if argument is not None)
    for index, argument in enumerate(arguments):
        kinds = [signature.parameters[index] for signature in candidates]
        if any(_fitted(argument, kind) is not None for kind in kinds):
            continue
        if isinstance(argument.type, Opt) or argument.type == NULL:
            message = f"argument {index + 1} of {name}() may be absent"
            raise ExprTypeError(
                argument.position, message, "give a default with ??, or test it with != null first"
            )
        expected = " or ".join(dict.fromkeys(str(kind) for kind in kinds))
        message = f"argument {index + 1} of {name}() must be {expected}, not {argument.type}"
        raise ExprTypeError(argument.position, message, _conversion(argument.type, kinds))
    given = ", ".join(str(argument.type) for argument in arguments)
    raise ExprTypeError(position, f"{name}() doesn't take ({given})", _usage(name, candidates))


def _fitted(argument: Typed, kind: Type) -> Typed | None:
    return argument if matches(argument.type, kind) else coerce(argument, kind)


def _usage(name: str, signatures: Sequence[Signature]) -> str:
    return " or ".join(f"{name}({', '.join(map(str, signature.parameters))})" for signature in signatures)


def _conversion(given: Type, wanted: Sequence[Type]) -> str:
    for function in ("dec", "text", "int", "utf8"):
        for signature in FUNCTIONS[function].signatures:
            if (
                signature.result in wanted
                and len(signature.parameters) == 1
                and matches(given, signature.parameters[0])
            ):
                return f"convert it with {function}()"
    return ""


def _check_literal(name: str, index: int, argument: Typed, limits: Limits) -> None:
    what = f"argument {index + 1} of {name}()"
    if not isinstance(argument, Const):
        raise ExprTypeError(
            argument.position, f"{what} must be written out", "a literal, not a computed value"
        )
    value = argument.value
    if limits.numbers is not None and (not isinstance(value, int) or value not in limits.numbers):
        bounds = f"{limits.numbers.start} to {limits.numbers.stop - 1}"
        raise ExprTypeError(argument.position, f"{what} must be {bounds}, not {value}")
    if limits.length is not None and (not isinstance(value, str) or len(value) not in limits.length):
        if limits.length.stop == 2:
            raise ExprTypeError(argument.position, f"{what} must be one character")
        raise ExprTypeError(
            argument.position, f"{what} must not be empty or longer than {limits.length.stop - 1}"
        )
