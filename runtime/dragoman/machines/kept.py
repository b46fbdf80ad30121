"""Merged records in the forms that short ways keep them in, which cost less to change than a record of the specification's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct, convert


@cache
def kept_as(kind: type[Struct]) -> Any:
    """A class with the fields of a record that are set one by one; made of a record, whose values it has at first."""
    names = kind.__struct_fields__

    def __init__(self: Any, record: Any) -> None:
        for name in names:
            setattr(self, name, getattr(record, name))

    return type(f"{kind.__name__}Kept", (), {"__slots__": names, "__init__": __init__, "variant_of": kind})


def usual(record: Any) -> Any:
    """What a short way has kept as the record that it stands for; any other record as it is."""
    kind = getattr(type(record), "variant_of", None)
    return record if kind is None else convert(record, kind, from_attributes=True, strict=False)
