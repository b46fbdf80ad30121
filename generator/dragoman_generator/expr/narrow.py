"""Which optional paths a condition shows to be present."""

from __future__ import annotations

from dragoman_generator.expr.typed import IsAbsent, Logic, Not, PathKey, Typed, path_key

Facts = frozenset[PathKey]
NO_FACTS: Facts = frozenset()


def implied(condition: Typed, truth: bool) -> Facts:
    """The paths that are present whenever the condition has this truth value."""
    if isinstance(condition, IsAbsent) and not truth:
        key = path_key(condition.operand)
        return NO_FACTS if key is None else frozenset(key[: end + 1] for end in range(len(key)))
    if isinstance(condition, Not):
        return implied(condition.operand, not truth)
    if isinstance(condition, Logic):
        left, right = implied(condition.left, truth), implied(condition.right, truth)
        return left | right if (condition.operator == "and") == truth else left & right
    return NO_FACTS
