"""Merged records in the forms that they are kept in, which cost less to change than a record of the specification's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import convert, defstruct
from msgspec.structs import astuple

from dragoman.machines.bounded import Marked, MarkedRecord


class Latest(Marked):
    """The last row of a key where every row brings all there is."""

    __slots__ = ("record",)

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record = record


@cache
def kept_as(kind: Any, **groups: str) -> Any:
    """A record with the fields of another one, which are set one by one.

    groups: further fields, for the last events that were put out of a group, -> the group.
    """
    return defstruct(
        f"{kind.__name__}Kept",
        [(name, Any, None) for name in (*kind.__struct_fields__, *groups)],
        bases=(MarkedRecord,),
        namespace={"variant_of": getattr(kind, "variant_of", kind), "groups_of_events": groups},
        gc=False,
    )


def opened_as(kind: Any, record: Any) -> Any:
    """What is known of a key as one of `kind`, by `kept_as` or `Latest`, that other records are laid over."""
    return kind(record) if kind is Latest else kind(True, *astuple(record))


def usual(record: Any) -> Any:
    """What is kept in another form as the record that it stands for; any other record as it is."""
    if type(record) is Latest:
        record = record.record
    kind = getattr(type(record), "variant_of", None)
    return record if kind is None else convert(record, kind, from_attributes=True, strict=False)


def groups_of(record: Any) -> dict[str, str]:
    """The fields of a kept record with the last events that were put out, and their groups."""
    found: dict[str, str] = getattr(type(record), "groups_of_events", {})
    return found
