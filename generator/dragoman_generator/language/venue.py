"""Identity of a venue: environments, products with their symbology, limits, errors, capabilities."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import (
    Doc,
    Duration,
    Expression,
    Ident,
    Path,
    Scalar,
    Slug,
    Template,
    Why,
    Words,
)


class Clock(Words, frozen=True, kw_only=True):
    """How the venue's clock is read, so that signed requests carry its time."""

    operation: Ident
    path: Annotated[Path, Meta(description="Where the answer holds the time; a `ts(...)` field.")]


class Hook(Words, frozen=True, kw_only=True):
    """A typed Python function of `specs/<venue>/hooks.py`: the last resort, counted in the report."""

    function: Ident
    why: Why
    test: Annotated[str, Meta(description="The test that holds the hook.")]


class Venue(Words, frozen=True, kw_only=True):
    """Who the venue is."""

    id: Annotated[Slug, Meta(description="Package name: `dragoman_venues.<id>`.")]
    name: Annotated[
        str,
        Meta(
            extra_json_schema={"pattern": "^[A-Z][A-Z0-9_]*$"},
            description="The venue part of every instrument id.",
        ),
    ]
    title: str
    doc: Doc
    summary: str = ""
    credentials: dict[Slug, str] = field(default_factory=dict)
    """Credential name -> environment variable that holds it."""
    clock: dict[str, Clock] | UnsetType = UNSET
    """Server name -> how its clock is read."""
    hooks: list[Hook] = field(default_factory=list)
    why: Why = ""


class Environment(Words, frozen=True, kw_only=True):
    """One set of addresses."""

    http: dict[Slug, str] = field(default_factory=dict)
    """Server name -> base URL."""
    connections: dict[Slug, str | dict[Slug, str]] = field(default_factory=dict)
    """Connection name -> address, or product -> address."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class IdRule(Words, frozen=True, kw_only=True):
    """One form of instrument id, used where `when` holds; the last rule needs no `when`."""

    id: Template
    when: Expression | UnsetType = UNSET
    why: Why = ""


class Currency(Words, frozen=True, kw_only=True):
    """A currency that the venue counts in units of its own."""

    unit: Annotated[str, Meta(description="How much of the currency one unit is, as decimal text: `1e-8`.")]
    code: str | UnsetType = UNSET
    """The currency's usual code, where the venue writes it in another way; `currency(x)` gives it."""
    why: Why = ""


class Product(Words, frozen=True, kw_only=True):
    """One product of the venue and its two-way symbol rule."""

    title: str
    instruments: Annotated[
        list[str], Meta(min_length=1, description="Instrument types that this product yields.")
    ]
    instrument_id: str | list[IdRule]
    keys: dict[Slug, str] = field(default_factory=dict)
    """Names and wire types of what the wire identifies an instrument by; `{symbol: sym}` where nothing is said."""
    raw: Annotated[Template, Meta(description="The raw symbol made of the keys.")] = "{symbol}"
    belongs: Expression | UnsetType = UNSET
    """Tells from the raw symbol that it is of this product, where the id's form alone does not."""
    venue: (
        Annotated[Path, Meta(description="Where the venue part of the id comes from the wire.")] | UnsetType
    ) = UNSET
    server: Slug | UnsetType = UNSET
    catalog: Annotated[Ident, Meta(description="The operation that lists the instruments.")] | UnsetType = (
        UNSET
    )
    with_: dict[str, Scalar] = field(name="with", default_factory=dict)
    examples: Annotated[
        dict[str, str], Meta(min_length=1, description="raw symbol -> instrument id, checked both ways.")
    ]
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class LimitScope(Words, frozen=True, kw_only=True):
    """One budget of the venue."""

    amount: int
    per: Duration
    scope: Literal["address", "account", "endpoint", "connection"] = "address"
    server: Slug | UnsetType = UNSET
    window: Literal["fixed", "sliding"] = "fixed"
    used_header: (
        Annotated[str, Meta(description="Response header that holds what has been used.")] | UnsetType
    ) = UNSET
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class ErrorCode(Words, frozen=True, kw_only=True):
    """What one venue code means and what a caller can do."""

    meaning: str
    class_: Literal[
        "rate_limited",
        "banned",
        "auth",
        "permission",
        "clock",
        "invalid",
        "rejected",
        "not_found",
        "maintenance",
        "unknown",
        "duplicate",
        "insufficient",
    ] = field(name="class")


class Errors(Words, frozen=True, kw_only=True):
    """Where error bodies hold code and text, and what the codes mean."""

    code: Path
    message: Path
    when: Expression | UnsetType = UNSET
    """Tells an error inside a 200 answer."""
    banned_status: list[int] = field(default_factory=list)
    codes: dict[int | str, ErrorCode] = field(default_factory=dict)
    doc: Doc | UnsetType = UNSET


class Refusal(Words, frozen=True, kw_only=True):
    """Something that the venue cannot do, refused before anything is sent."""

    action: str
    products: list[Slug] = field(default_factory=list)
    reason: str
    supported: str = ""


class Capabilities(Words, frozen=True, kw_only=True):
    """What is offered beyond what operations and channels already show, and what is refused."""

    refused: list[Refusal] = field(default_factory=list)
    quirks: list[str] = field(default_factory=list)
