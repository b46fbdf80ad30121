"""Every function's own example holds, in compiled code and in the reference evaluator."""

import pytest
from dragoman_generator.expr import FOLDS, FUNCTIONS, ExprErrors, Scope
from dragoman_generator.expr.signatures import RUNTIME, Function

from tests.generator.expr.expr_market import SCOPE, both, typed

TABLE = list(FUNCTIONS.values())


@pytest.mark.parametrize("function", [f for f in TABLE if not f.provided], ids=lambda f: f.name)
def test_example_of_the_table_gives_what_it_says(function: Function) -> None:
    assert both(function.example) == both(function.gives)


@pytest.mark.parametrize("function", TABLE, ids=lambda f: f.name)
def test_every_function_is_documented_and_uses_its_own_name(function: Function) -> None:
    assert function.doc.endswith(".") and f"{function.name}(" in function.example
    assert FUNCTIONS[function.name] is function and function.name not in FOLDS


def test_every_helper_that_the_table_names_exists_in_the_runtime() -> None:
    import dragoman.translate.functions as runtime

    assert runtime.__name__ == RUNTIME
    for function in TABLE:
        for signature in function.signatures:
            assert all(callable(getattr(runtime, name)) for name in signature.runtime)


@pytest.mark.parametrize("name", [f.name for f in TABLE if f.flag == "machine"])
def test_functions_of_state_need_a_machine_around_them(name: str) -> None:
    with pytest.raises(ExprErrors, match=rf"{name}\(\) needs a state machine with a key around it"):
        typed(f"{name}(price)")
    inside = Scope(SCOPE.names, SCOPE.enums, SCOPE.functions, frozenset({"machine"}))
    with pytest.raises(ExprErrors, match=rf"{name}\(\) is not available in this place"):
        typed(f"{name}(price)", scope=inside)
