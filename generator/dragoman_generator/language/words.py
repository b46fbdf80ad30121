"""Small shared vocabulary: the base Struct and the kinds of text that a spec may hold."""

from typing import Annotated, Any

from msgspec import Meta, Struct


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A closed mapping of the language: unknown keys are errors."""


Ident = Annotated[
    str, Meta(pattern="^[A-Za-z][A-Za-z0-9_]{0,63}$", description="A name: letters, digits and underscores.")
]
Slug = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,47}$", description="A lower-case name.")]
Doc = Annotated[
    str, Meta(pattern="^https?://", description="Address of the venue's documentation that this rests on.")
]
Why = Annotated[str, Meta(description="Why a choice that a reader could doubt was made.")]
Expression = Annotated[str, Meta(pattern=r"^= ", description="An expression of the language, after `= `.")]
Path = Annotated[str, Meta(description="A field path; a string that starts with `= ` is an expression.")]
Template = Annotated[
    str, Meta(description="Text with `{slots}`; a slot may carry filters, `{symbol|lower}`.")
]
Duration = Annotated[
    str, Meta(pattern=r"^\d+(ns|us|ms|s|m|h|d)$", description="A length of time, `10s`, `500ms`.")
]
WireType = Annotated[
    str,
    Meta(
        description="A wire type with its form and an optional name: `dec as price`, `ts(ms) as event_time_ms`, `maybe<int>`.",
        examples=["dec as price", "ts(ms) as event_time_ms", "list<Level> as bids", "opt<sym>"],
    ),
]
Scalar = Any
Tree = dict[str, Any]
