"""The parameters of a call as expressions of a specification read them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")


class Told:
    """Parameters by the names that the specification gives them; what wasn't given is None."""

    __slots__ = ("product", "request")

    def __init__(self, request: Mapping[str, Any], product: str) -> None:
        self.request = request
        self.product = product

    def told(self, name: str) -> str | None:
        value = self.request.get(name)
        return None if value is None else str(value)

    def told_as(self, means: Mapping[str, T], name: str) -> T | None:
        """A parameter through an enum's meanings."""
        value = self.told(name)
        return None if value is None else means[value]

    def told_int(self, name: str) -> int | None:
        value = self.request.get(name)
        return None if value is None else int(value)

    def told_bool(self, name: str) -> bool | None:
        value = self.request.get(name)
        return value.lower() == "true" if isinstance(value, str) else None if value is None else bool(value)

    def told_dec(self, name: str) -> Decimal | None:
        value = self.request.get(name)
        return None if value is None else Decimal(value)
