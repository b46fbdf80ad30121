"""Nutmeg Exchange: generated from specs/nutmeg; edit that and run `make generate`."""

from importlib import import_module
from typing import Any

from dragoman_venues.nutmeg.translator import Translator

NAME = "nutmeg"
_LATER = {"Adapter": "adapter", "Requests": "requests", "HttpClient": "client", "client": "client"}

__all__ = ["NAME", "Translator"]


def __getattr__(name: str) -> Any:
    # Translating needs none of these, so they are loaded when first asked for.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_LATER[name]}")
    return module if name == _LATER[name] else getattr(module, name)
