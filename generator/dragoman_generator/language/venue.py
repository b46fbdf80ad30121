"""Identity of a venue: environments, products with their symbology, limits, errors, capabilities."""

from decimal import Decimal
from typing import Annotated, Literal, get_args

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.payload import Fields
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
    """The operation that tells the time."""
    path: Annotated[Path, Meta(description="Where the answer holds the time; a `ts(...)` field.")]


class Hook(Words, frozen=True, kw_only=True):
    """A pure Python function of `specs/<venue>/hooks.py` that expressions call by its name: the last resort, counted in the report.

    Types are `bool`, `int`, `dec`, `text`, `bytes`, `time`, `duration`, enums of the model, `list<...>`, and `opt<...>` around one of them.
    """

    function: Slug
    """Its name in `hooks.py`, and in expressions."""
    takes: list[str] = field(default_factory=list)
    """The types of its arguments; the Python signature says the same."""
    gives: str
    """The type of its value."""
    why: Annotated[str, Meta(description="Why no word of the language says it.")]
    test: Annotated[str, Meta(description="The name of the case under `cases/` that calls it.")]


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
    """The venue's name as people write it."""
    doc: Doc
    summary: str = ""
    """A sentence or two at the head of the venue's page."""
    credentials: dict[Slug, str] = field(default_factory=dict)
    """Credential name -> environment variable that holds it."""
    account: str = ""
    """What the account is called in reports where the caller names none, unless the product says another."""
    clock: dict[str, Clock] | UnsetType = UNSET
    """Server name -> how its clock is read."""
    spelling: Literal["as_written", "camel"] = "as_written"
    """`camel` where wire keys are written so: where nothing is said, a field is called by its key in small letters (`bidPrice` is
    `bid_price`), and a parameter of a call goes on the wire as its name in camel case."""
    envelope: Fields | UnsetType = UNSET
    """What answers hold around the rows that their operations say, before what these add: `[code, msg, data: rows]`."""
    ids: Literal["number", "uuid"] = "number"
    """What the venue's own ids of orders and trades look like; a simulated venue makes them so."""
    hooks: list[Hook] = field(default_factory=list)
    """What no word of the language says, as functions of `hooks.py` beside the spec; the aim is none."""
    why: Why = ""


class Environment(Words, frozen=True, kw_only=True):
    """One set of addresses."""

    http: dict[Slug, str] = field(default_factory=dict)
    """Server name -> base URL."""
    connections: dict[Slug, str | dict[Slug, str]] = field(default_factory=dict)
    """Connection name -> address, or product -> address; one of which no environment tells any has that of the connection that it is `like`."""
    headers: dict[str, str] = field(default_factory=dict)
    """Header -> value that every call of this environment carries."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class IdRule(Words, frozen=True, kw_only=True):
    """One form of instrument id, used where `when` holds; the last rule needs no `when`."""

    id: Template
    """The instrument id without its venue part, made of the product's keys."""
    when: Expression | UnsetType = UNSET
    """Holds for instruments whose ids have this form."""
    why: Why = ""


class Currency(Words, frozen=True, kw_only=True):
    """A currency that the venue counts in units of its own."""

    unit: Annotated[str, Meta(description="How much of the currency one unit is, as decimal text: `1e-8`.")]
    code: str | UnsetType = UNSET
    """The currency's usual code, where the venue writes it in another way; `currency(x)` gives it."""
    why: Why = ""


class Rung(Words, frozen=True, kw_only=True):
    """A stretch of a price ladder with one step."""

    from_: Decimal = field(name="from")
    """Its first price."""
    to: Decimal
    """Its last price, where the next stretch begins."""
    by: Decimal
    """From one price to the next."""


class Product(Words, frozen=True, kw_only=True):
    """One product of the venue and its two-way symbol rule."""

    title: str
    """What the venue calls the product; its page may follow in angle brackets in place of `doc`."""
    instruments: Annotated[
        list[str], Meta(min_length=1, description="Instrument types that this product yields.")
    ]
    instrument_id: str | list[IdRule] = "{symbol}"
    """The id without its venue part: a template over the keys, or rules tried in order."""
    keys: dict[Slug, str] = field(default_factory=dict)
    """Names and wire types of what the wire identifies an instrument by; `{symbol: sym}` where nothing is said."""
    raw: Annotated[Template, Meta(description="The raw symbol made of the keys.")] = "{symbol}"
    belongs: Expression | UnsetType = UNSET
    """Tells from the raw symbol that it is of this product, where the id's form alone does not."""
    like: Slug | UnsetType = UNSET
    """The product whose instruments and ids it shares (margin like spot): an id means that one, unless a caller names this one."""
    account: str = ""
    """What its account is called in reports where the caller names none: `ACME-SPOT-001`; the venue's where left out."""
    venue: (
        Annotated[Path, Meta(description="Where the venue part of the id comes from the wire.")] | UnsetType
    ) = UNSET
    server: Slug | UnsetType = UNSET
    """The server that serves the product, where operations name none."""
    path: str = ""
    """What paths of its operations begin with that begin with no `/`: `/api/v1/` makes `GET order` a `GET /api/v1/order`."""
    catalog: Annotated[Ident, Meta(description="The operation that lists the instruments.")] | UnsetType = (
        UNSET
    )
    with_: dict[str, Scalar] = field(name="with", default_factory=dict)
    """Parameters that the catalog is called with."""
    ladder: list[Rung] = field(default_factory=list)
    """The prices that orders may have, where their steps grow with the price."""
    options: dict[Ident, str] = field(default_factory=dict)
    """What a caller may ask of its ids -> what that does; definitions say with `instead` which part of the key changes then."""
    examples: Annotated[
        dict[str, str], Meta(min_length=1, description="raw symbol -> instrument id, checked both ways.")
    ]
    simulated: dict[str, dict[str, Scalar]] = field(default_factory=dict)
    """Raw symbol of an example, `*` for the others -> fields of the instrument that a simulated venue lists, where its id does
    not tell them: `{XBTUSD: {is_inverse: true}}`."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class LimitScope(Words, frozen=True, kw_only=True):
    """One budget of the venue."""

    amount: int
    """How much may be spent in one window."""
    per: Duration
    """The length of the window."""
    scope: Literal["address", "account", "endpoint", "connection"] = "address"
    """Who shares the budget: everybody at one address, one account, one endpoint, or one connection."""
    by_product: bool = False
    """Each product has a budget of its own."""
    each: Ident | UnsetType = UNSET
    """The parameter of calls each value of which has a budget of its own, such as an instrument; calls without it share one."""
    part: str = ""
    """A pattern for the beginning of such a value, where all that begin alike share a budget: `[^-]+-[^-]+` of options is their family."""
    server: Slug | UnsetType = UNSET
    """The server that counts it; each server has its own count where nothing is said."""
    usual: Annotated[int, Meta(ge=0)] = 0
    """What a call to its server costs that names no budget of that server."""
    window: Literal["fixed", "sliding", "tokens"] = "fixed"
    """`fixed` begins anew at full multiples of the length, `sliding` looks back from each moment, `tokens` come back evenly one by one."""
    used_header: (
        Annotated[str, Meta(description="Response header that holds what has been used.")] | UnsetType
    ) = UNSET
    remaining_header: (
        Annotated[str, Meta(description="Response header that holds what is left.")] | UnsetType
    ) = UNSET
    doc: Doc | UnsetType = UNSET
    why: Why = ""


ErrorClass = Literal[
    "rate_limited",
    "not_taken",
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
]


class ErrorCode(Words, frozen=True, kw_only=True):
    """What one status or text of an error means and what a caller can do."""

    meaning: str
    """What went wrong, told to the caller."""
    class_: ErrorClass = field(name="class")
    """Decides the type of the error, and whether the call may be repeated."""


Told = dict[int | str, str]
"""Code -> what went wrong; `"51004, 51005"` in quotes where codes mean the same."""


class ErrorCodes(Words, frozen=True, kw_only=True):
    """The venue's codes -> what went wrong, told to the caller, by what a caller can do about it."""

    auth: Told = field(default_factory=dict)
    """Key, signature or log-in are not accepted."""
    permission: Told = field(default_factory=dict)
    """The account, the key or the region may not do this."""
    clock: Told = field(default_factory=dict)
    """The time of the request is not the venue's."""
    invalid: Told = field(default_factory=dict)
    """The request itself is wrong, and would be every time."""
    rejected: Told = field(default_factory=dict)
    """The venue understood the order and refuses it as things stand."""
    insufficient: Told = field(default_factory=dict)
    """Balance or margin is too low."""
    not_found: Told = field(default_factory=dict)
    """What is asked about is not there."""
    duplicate: Told = field(default_factory=dict)
    """It is done, taken or known already."""
    rate_limited: Told = field(default_factory=dict)
    """Too much in too short a time; it may be asked again later."""
    not_taken: Told = field(default_factory=dict)
    """The venue was too busy to take it and nothing was done, whatever the status says; it may be sent again."""
    banned: Told = field(default_factory=dict)
    """The address is shut out for a while."""
    maintenance: Told = field(default_factory=dict)
    """The venue or the market is closed or too busy; it may be asked again later."""
    unknown: Told = field(default_factory=dict)
    """Nobody knows whether it was done."""


class Errors(Words, frozen=True, kw_only=True):
    """Where error bodies hold code and text, and what the codes mean."""

    code: Path
    """Where the body holds the venue's code."""
    message: Path
    """Where the body holds its text."""
    when: Expression | UnsetType = UNSET
    """Tells an error inside a 200 answer."""
    fine: dict[str, Scalar] = field(default_factory=dict)
    """What an answer that refuses nothing says beside its payload: `{retCode: 0, retMsg: OK}`; a simulated venue says it too."""
    banned_status: list[int] = field(default_factory=list)
    """HTTP statuses by which the venue shuts an address out for a while."""
    codes: ErrorCodes = field(default_factory=ErrorCodes)
    """The venue's codes and what they mean, by class: `{clock: {-1021: the timestamp is outside of the window}}`. Codes that mean the same share an entry, `"-1021, -1022"`."""
    statuses: dict[int, ErrorCode] = field(default_factory=dict)
    """HTTP status -> what it means where the body names no code that says it."""
    reasons: dict[str, ErrorCode] = field(default_factory=dict)
    """Words of a message -> what they mean, for venues whose codes say less than their texts; the first that stand in it count."""
    post_only: list[int | str] = field(default_factory=list)
    """Codes, and words of reasons, of refusals because an order that only rests would have taken liquidity."""
    retry_at: Path | UnsetType = UNSET
    """Where the body of a refusal for too many requests holds the UNIX milliseconds from which on others may be sent; `Retry-After` goes before it."""
    doc: Doc | UnsetType = UNSET


def by_code(said: Errors) -> dict[int | str, ErrorCode]:
    """Code -> what it means: numbers by their size, then the others as they are written."""
    found = {
        code: ErrorCode(meaning=meaning, class_=kind)
        for kind in get_args(ErrorClass)
        for code, meaning in getattr(said.codes, kind).items()
    }
    return dict(sorted(found.items(), key=lambda pair: _size(pair[0])))


def _size(code: int | str) -> tuple[bool, int]:
    is_number = isinstance(code, int) or code.isdecimal()
    return not is_number, abs(int(code)) if is_number else 0


class Refusal(Words, frozen=True, kw_only=True):
    """Something that the venue cannot do, refused before anything is sent."""

    action: str
    """The normalized action: `request_trades`, `subscribe_bars`, `submit_order`."""
    products: list[Slug] = field(default_factory=list)
    """The products that lack it; all of them where nothing is said."""
    reason: str
    """Told to the caller."""
    supported: str = ""
    """What can be had instead, told to the caller."""


class Capabilities(Words, frozen=True, kw_only=True):
    """What is offered beyond what operations and channels already show, and what is refused."""

    refused: list[Refusal] = field(default_factory=list)
    """What the venue cannot do, each with its reason."""
    quirks: list[str] = field(default_factory=list)
    """Surprises that a user should know, shown on the venue's page."""
