"""The parameters of a call as expressions of a specification read them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from dragoman.model.decimals import DECIMALS

T = TypeVar("T")


class Told:
    """Parameters by the names that the specification gives them; what wasn't given is None, and floats are refused."""

    __slots__ = ("product", "request")

    def __init__(self, request: Mapping[str, Any], product: str) -> None:
        self.request = request
        self.product = product

    def told(self, name: str) -> str | None:
        """A parameter of the call as text, or None."""
        value = self.request.get(name)
        return None if value is None else str(value)

    def told_as(self, means: Mapping[str, T], name: str) -> T | None:
        """A parameter of the call through an enum's meanings."""
        value = self.told(name)
        return None if value is None else means[value]

    def told_list(self, name: str) -> list[Any] | None:
        """The entries of a parameter that is a list."""
        value = self.request.get(name)
        return list(value) if isinstance(value, (list, tuple)) else None

    def told_int(self, name: str) -> int | None:
        """A parameter of the call as an integer; raises TypeError for a float, ValueError for a text that is none."""
        value = self._exact(name)
        return None if value is None else int(value)

    def told_bool(self, name: str) -> bool | None:
        """A parameter of the call as yes or no; of texts only `true` is yes."""
        value = self.request.get(name)
        if isinstance(value, str):
            return value.lower() == "true"
        return None if value is None else bool(value)

    def told_dec(self, name: str) -> Decimal | None:
        """A parameter of the call as an exact decimal; raises TypeError for a float, ValueError for what is no finite number."""
        value = self._exact(name)
        if value is None:
            return None
        try:
            number = DECIMALS[value] if isinstance(value, str) else Decimal(value)
        except ArithmeticError:
            raise ValueError(f"{name} is no decimal: {value!r}") from None
        if not number.is_finite():
            raise ValueError(f"{name} is no finite decimal: {value!r}")
        return number

    def _exact(self, name: str) -> Any:
        value = self.request.get(name)
        if isinstance(value, float):
            raise TypeError(f"{name} must be given as text, int or Decimal, not as a float")
        return value
