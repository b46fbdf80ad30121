"""Small shared vocabulary: the base Struct and the kinds of text that a spec may hold."""

from typing import Annotated, Any

from msgspec import Meta, Struct


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A closed mapping of the language: unknown keys are errors."""


# The forms stand in the JSON Schema alone, where validation holds every text to them: msgspec 0.22 frees the pattern
# of a `Meta(pattern=...)` wrongly when such a text shares a union with a mapping or list, and the process crashes.
Ident = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": "^[A-Za-z][A-Za-z0-9_]{0,63}$"},
        description="A name: letters, digits and underscores.",
    ),
]
Idents = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": "^[A-Za-z][A-Za-z0-9_]{0,63}(, [A-Za-z][A-Za-z0-9_]{0,63})*$"},
        description="A name, or several parted by commas.",
    ),
]
Shared = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": "^[A-Za-z][A-Za-z0-9_]{0,63}( as [A-Za-z][A-Za-z0-9_]{0,31})?$"},
        description="A name, or `NAME as PREFIX`, by which `price as above` is `above_price`.",
    ),
]
Slug = Annotated[
    str, Meta(extra_json_schema={"pattern": "^[a-z][a-z0-9_]{0,47}$"}, description="A lower-case name.")
]
Doc = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": "^(https?://|[a-z][a-z0-9_]{0,47}:[^/ ])"},
        description="Address of the venue's documentation that this rests on; `NAME:rest` begins with the base NAME of `docs`.",
    ),
]
Address = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": "^https?://"},
        description="The beginning of addresses, up to where they differ.",
    ),
]
Why = Annotated[str, Meta(description="Why a choice that a reader could doubt was made.")]
Expression = Annotated[
    str, Meta(extra_json_schema={"pattern": "^= "}, description="An expression of the language, after `= `.")
]
Path = Annotated[str, Meta(description="A field path; a string that starts with `= ` is an expression.")]
Template = Annotated[
    str, Meta(description="Text with `{slots}`; a slot may carry filters, `{symbol|lower}`.")
]
Duration = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": r"^\d+(ns|us|ms|s|m|h|d)$"},
        description="A length of time, `10s`, `500ms`.",
    ),
]
DurationOrNever = Annotated[
    str,
    Meta(
        extra_json_schema={"pattern": r"^(\d+(ns|us|ms|s|m|h|d)|never)$"},
        description="A length of time, `10s`, `500ms`, or `never`.",
    ),
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
