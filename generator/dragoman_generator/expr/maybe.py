"""The compiled form of an optional value: its present value, and what must hold for it to be there."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman_generator.expr.code import ADD, AND, CHOICE, COMPARE, NOT, OR, Code


@dataclass(frozen=True)
class Condition:
    """A test in both of its spellings; `holds` may give a truthy value where only its truth is asked for."""

    holds: str
    fails: str
    boolean: str


def not_none(code: Code) -> Condition:
    test = f"{code.at(ADD)} is not None"
    return Condition(test, f"{code.at(ADD)} is None", test)


def stated(test: str) -> Condition:
    """A test that somebody else wrote."""
    return Condition(test, f"not ({test})", f"bool({test})")


def long_enough(path: Code, needed: int) -> Condition:
    """That a list has so many elements."""
    test = f"len({path.text}) >= {needed}"
    if needed == 1:
        return Condition(path.text, f"not {path.text}", f"len({path.text}) > 0")
    return Condition(test, f"len({path.text}) < {needed}", test)


@dataclass(frozen=True)
class Maybe:
    """`value` may be read when every condition holds, in the first round of `loop` where there is one.

    With `nullable` the value is itself None when the last condition fails. `whole` is the optional value as it stands, where the loop
    only gives it a name.
    """

    value: Code
    conditions: tuple[Condition, ...] = ()
    loop: str = ""
    nullable: bool = False
    whole: Code | None = None

    def code(self) -> Code:
        """The value, or None."""
        if self.whole is not None:
            return self.whole
        conditions = self.conditions[:-1] if self.nullable else self.conditions
        return self._looped(self._guarded(conditions, "None"), "None")

    def otherwise(self, fallback: Code) -> Code:
        """The value, or a fallback; with a loop the fallback must be safe to compute in any case."""
        return self._looped(self._guarded(self.conditions, fallback.text), fallback.text)

    def present(self) -> Code:
        """Whether the value is there."""
        if self.loop:
            return Code(f"{self.code().at(ADD)} is not None", COMPARE)
        return _joined([condition.boolean for condition in self.conditions], "and", AND)

    def absent(self) -> Code:
        """Whether the value is not there."""
        if self.loop:
            return Code(f"{self.code().at(ADD)} is None", COMPARE)
        return _joined([condition.fails for condition in self.conditions], "or", OR)

    def _guarded(self, conditions: tuple[Condition, ...], fallback: str) -> Code:
        if not conditions:
            return self.value
        tests = " and ".join(condition.holds for condition in conditions)
        return Code(f"{self.value.at(OR)} if {tests} else {fallback}", CHOICE)

    def _looped(self, code: Code, fallback: str) -> Code:
        return Code(f"next(({code.text} {self.loop}), {fallback})") if self.loop else code


def _joined(tests: list[str], word: str, level: int) -> Code:
    if len(tests) == 1:
        return Code(tests[0], NOT if tests[0].startswith("not ") else COMPARE)
    return Code(f" {word} ".join(tests), level)
