"""Dragoman: trading-venue adapters made from specs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.model import from_dict, to_dict
    from dragoman.venue import Venue, load, venues

    __version__: str

__all__ = ["Venue", "__version__", "from_dict", "load", "to_dict", "venues"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for, so that importing the package costs nothing.
    if name in ("from_dict", "to_dict"):
        from dragoman.model import convert

        return getattr(convert, name)
    if name in ("Venue", "load", "venues"):
        from dragoman import venue

        return getattr(venue, name)
    if name == "__version__":
        from importlib.metadata import version

        return version("dragoman")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
