"""Hooks of a venue: each declaration held against its Python signature, and made a function of expressions."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from msgspec import UNSET, UnsetType

from dragoman_generator.diagnostics import Diagnostics, Mark, did_you_mean
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.scope import Argument, FunctionBinding
from dragoman_generator.expr.types import Type
from dragoman_generator.hooks import Beside, Functions, HookTypeError, annotation, functions_of, hook_type
from dragoman_generator.language.venue import Hook
from dragoman_generator.language.venue import Venue as VenueSpec
from dragoman_generator.resolve.expressions import FUNCTIONS as OF_MAPPINGS
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

MODULE = "hooks"


class Hooks:
    """The hooks of one venue; `bindings` is what expressions may call."""

    def __init__(
        self, said: VenueSpec | UnsetType, beside: Beside, places: Places, found: Diagnostics
    ) -> None:
        self._said = [] if said is UNSET else said.hooks
        self._package = "" if said is UNSET else f"dragoman_venues.{said.id}"
        self._beside, self._places, self._found = beside, places, found
        self._called: set[str] = set()
        self.bindings: Mapping[str, FunctionBinding] = {}
        self.source = ""
        """The text of `hooks.py`; empty where nothing is declared."""
        if self._said:
            self.bindings = self._bound()
        elif beside.source is not None:
            self._found.add(Mark(beside.file, 1, 1), "no hook of the spec names a function of this file")

    def tell_unused(self) -> None:
        """Tells hooks that no expression calls; asked once everything is resolved, and idle where faults hide calls."""
        if len(self._found):
            return
        for index, hook in enumerate(self._said):
            if hook.function in self.bindings and hook.function not in self._called:
                self._tell(index, "function", f"nothing calls the hook {hook.function!r}", "remove it")

    def _bound(self) -> dict[str, FunctionBinding]:
        functions = Functions(self._beside.file)
        if self._beside.source is None:
            self._places.add(("venue", "hooks"), "there is no hooks.py beside the spec", key=True)
        else:
            functions = functions_of(self._beside.file, self._beside.source, self._found)
            self.source = functions.text
        bound: dict[str, FunctionBinding] = {}
        for index, hook in enumerate(self._said):
            self._evidence(index, hook)
            if hook.function in bound or hook.function in (*FUNCTIONS, *FOLDS, *OF_MAPPINGS):
                self._tell(index, "function", f"{hook.function!r} is the name of another function")
                continue
            types = self._types(index, hook)
            if types is None:
                continue
            takes, gives = types
            bound[hook.function] = self._binding(hook.function, takes, gives)
            if functions.text:
                self._signature(index, hook.function, takes, gives, functions)
        for name, node in functions.by_name.items():
            if name not in {hook.function for hook in self._said}:
                self._found.add(
                    functions.mark(node),
                    f"the spec declares no hook {name!r}",
                    "declare it, or begin its name with _",
                )
        return bound

    def _evidence(self, index: int, hook: Hook) -> None:
        for word in ("why", "test"):
            if not getattr(hook, word).strip():
                self._tell(index, word, f"{word!r} of a hook is empty")
        if hook.test.strip() and hook.test not in self._beside.cases:
            hint = did_you_mean(hook.test, self._beside.cases)
            self._tell(index, "test", f"no case of the venue is called {hook.test[:80]!r}", hint)

    def _types(self, index: int, hook: Hook) -> tuple[tuple[Type, ...], Type] | None:
        read: list[Type] = []
        for path, text in [
            *((("takes", at), said) for at, said in enumerate(hook.takes)),
            (("gives",), hook.gives),
        ]:
            try:
                read.append(hook_type(text))
            except HookTypeError as error:
                self._places.add((*self._path(index), *path), str(error), error.hint)
        return (tuple(read[:-1]), read[-1]) if len(read) == len(hook.takes) + 1 else None

    def _signature(
        self, index: int, name: str, takes: tuple[Type, ...], gives: Type, functions: Functions
    ) -> None:
        node = functions.by_name.get(name)
        if node is None:
            hint = did_you_mean(name, functions.by_name)
            self._tell(index, "function", f"hooks.py defines no function {name!r}", hint)
            return
        wanted = f"({', '.join(map(annotation, takes))}) -> {annotation(gives)}"
        written = _written(node)
        if written != wanted:
            self._found.add(
                functions.mark(node), f"{name!r} is declared as {wanted}, and written as {written}"
            )

    def _binding(self, name: str, takes: tuple[Type, ...], gives: Type) -> FunctionBinding:
        def call(arguments: Sequence[Argument]) -> str:
            self._called.add(name)
            return f"{MODULE}.{name}({', '.join(argument.code for argument in arguments)})"

        return FunctionBinding(call, takes, gives, frozenset({(self._package, MODULE)}))

    def _tell(self, index: int, word: str, message: str, hint: str | None = None) -> None:
        self._places.add((*self._path(index), word), message, hint)

    def _path(self, index: int) -> Path:
        return ("venue", "hooks", index)


def _written(node: ast.FunctionDef) -> str:
    """The signature as the source says it, with everything that a hook's has not."""
    said = node.args
    parts = [
        ast.unparse(each.annotation) if each.annotation else each.arg
        for each in (*said.posonlyargs, *said.args)
    ]
    for nth, default in enumerate(reversed(said.defaults), 1):
        parts[-nth] += f" = {ast.unparse(default)}"
    parts += [f"*{said.vararg.arg}"] if said.vararg else []
    parts += [f"{each.arg}=" for each in said.kwonlyargs]
    parts += [f"**{said.kwarg.arg}"] if said.kwarg else []
    gives = ast.unparse(node.returns) if node.returns else "nothing said"
    decorated = "".join(f"@{ast.unparse(each)} " for each in node.decorator_list)
    return f"{decorated}({', '.join(parts)}) -> {gives}"
