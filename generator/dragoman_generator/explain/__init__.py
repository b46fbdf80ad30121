"""One value's way: wire key, place in the spec, type, name, conversion, expression, event field, generated line."""

from dragoman_generator.explain.find import NothingToExplain, Way, ways
from dragoman_generator.explain.show import show

__all__ = ["NothingToExplain", "Way", "show", "ways"]
