"""The live adapter: sessions, calls and books of one venue behind one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.adapter.adapter import Adapter

__all__ = ["Adapter"]


def __getattr__(name: str) -> Any:
    # The trading side stands on the parts of this package, and the adapter on the trading side.
    if name != "Adapter":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dragoman.adapter.adapter import Adapter

    return Adapter
