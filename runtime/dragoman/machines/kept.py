"""Merged records in the forms that short ways keep them in, which cost less to change than a record of the specification's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct, convert, defstruct

from dragoman.machines.bounded import Marked


class Latest(Marked):
    """The last row of a key where every row brings all there is."""

    __slots__ = ("record",)

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record = record


@cache
def kept_as(kind: type[Struct], **groups: str) -> Any:
    """A class with the fields of a record, which are set one by one; made of a record, whose values it has at first.

    groups: further fields, for the last events that were put out of a group, -> the group.
    """
    names = kind.__struct_fields__

    def __init__(self: Any, record: Any) -> None:
        for name in names:
            setattr(self, name, getattr(record, name))
        for name in groups:
            setattr(self, name, None)
        self.was_used = True

    parts = {
        "__slots__": (*names, *groups),
        "__init__": __init__,
        "variant_of": kind,
        "groups_of_events": groups,
    }
    return type(f"{kind.__name__}Kept", (Marked,), parts)


@cache
def changing(kind: type[Struct]) -> Any:
    """A record with the fields of another one, by position, that others are laid over; it is made sooner, and is slower to change."""
    return defstruct(
        f"{kind.__name__}Changing",
        [(name, Any) for name in kind.__struct_fields__],
        namespace={"variant_of": getattr(kind, "variant_of", kind)},
        gc=False,
    )


def usual(record: Any) -> Any:
    """What a short way has kept as the record that it stands for; any other record as it is."""
    if type(record) is Latest:
        record = record.record
    kind = getattr(type(record), "variant_of", None)
    return record if kind is None else convert(record, kind, from_attributes=True, strict=False)


def groups_of(record: Any) -> dict[str, str]:
    """The fields of a kept record with the last events that were put out, and their groups."""
    found: dict[str, str] = getattr(type(record), "groups_of_events", {})
    return found
