"""Commands and their decision tables (case d)."""

from typing import Any, Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.asking import Outcome
from dragoman_generator.language.emit import Scale, TableRow
from dragoman_generator.language.words import Doc, Ident, Path, Scalar, Why, Words


class Choose(Words, frozen=True, kw_only=True):
    """One total table: every combination of the inputs is mapped or denied in writing, and none fits two rows."""

    rows: list[TableRow]
    """The rows of the table."""
    covers: list[dict[str, Any]] = field(default_factory=list)
    """Combinations that are denied without a row of their own."""
    reason: str = "not supported"
    """Told for what `covers` denies."""


class CommandField(Words, frozen=True, kw_only=True):
    """A wire field of the command."""

    path: str | UnsetType = UNSET
    """The term that is sent."""
    const: Scalar | UnsetType = UNSET
    """A value that is always sent."""
    scale: Path | Scale | UnsetType = UNSET
    """The unit that the wire counts the term in, as for values that are read: it is divided by it, exactly."""
    flags: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Text -> inputs for which it is said; those that are said are joined by commas, and without one the field is left out."""
    entries: dict[str, str] = field(default_factory=dict)
    """Key -> term of an object that is sent; terms without a value are left out of it."""
    when: dict[str, Any] = field(default_factory=dict)
    """Inputs for which the field is sent; it is left out for others."""


class Leg(Words, frozen=True, kw_only=True):
    """One order of a linked list: where the call of the list says what a call of its own would say."""

    fields: dict[str, Ident] = field(default_factory=dict)
    """Wire field of the single order -> parameter of the list, or key of `into`; the same names where nothing is said."""
    words: dict[str, dict[str, Scalar]] = field(default_factory=dict)
    """Wire field -> the single order's word -> the list's word."""
    drop: list[str] = field(default_factory=list)
    """Wire fields that the list does not say again, since another order of it does; with `words` they may be nothing else."""
    products: list[Ident] = field(default_factory=list)
    """The products whose lists have it; all where nothing is said."""
    into: Ident | UnsetType = UNSET
    """The parameter that takes a list with an object for each of such orders."""
    rests: bool = False
    """A limit order only rests here, so that it is sent as a post-only one."""
    waits: bool = False
    """A limit order only waits here until its price is reached, so that it is sent as one that is touched there."""
    attached: bool = False
    """It hangs on the entry and has no id of its own: it closes all of the entry, and is told by the entry's id (`parent_order_id`)."""
    under: Ident | UnsetType = UNSET
    """The role of the order with which it is one order of the venue's: what it leaves to that one (`drop`) is the same of both, commands go out
    under that one's id, and reports of it have no client's id and name that one's (`linked_order_ids`)."""


class Command(Words, frozen=True, kw_only=True):
    """A normalized command: inputs, table, wire fields, outcome.

    Every value that is sent is a parameter of the operation; `$price`, `$side.title`, `$expire_time.ms` are terms of the command;
    `$instrument.info.x` is what the catalog says of the instrument.
    """

    like: Ident | UnsetType = UNSET
    """Another command, whose words it has where it says none itself; of `legs` the roles of both."""
    operation: Ident | dict[str, Ident]
    """The operation that carries it, or product -> operation."""
    inputs: list[str] | dict[str, str] = field(default_factory=list)
    """What the table decides by, `[type, tif, post_only]`; `has_price` and the like tell whether a term is given. As a mapping, input -> enum of the model, `bool` or `Product`, which is then checked."""
    assume: dict[str, Scalar] = field(default_factory=dict)
    """input -> what it is where neither the command nor its original tells it: `{type: LIMIT}` of a cancellation by id."""
    choose: Choose | UnsetType = UNSET
    """The table that decides what depends on several inputs."""
    choose_as: Ident | UnsetType = UNSET
    """The command whose table decides here too, so that a choice is made in one place."""
    each: Ident | UnsetType = UNSET
    """The command that makes every entry of a batch."""
    into: str | dict[str, str] | UnsetType = UNSET
    """The parameter that takes the entries; or parameter -> field of the entries, whose values it takes as a list; of several the first that has all entries goes alone, else each entry goes with the first that has it."""
    max: int | UnsetType = UNSET
    """Most entries of a batch."""
    legs: dict[Literal["entry", "exit", "profit", "loss", "upper", "lower"], Leg] = field(
        default_factory=dict
    )
    """The orders of a list whose orders hang together, which the venue takes in one call: `submit_oco`, `submit_oto`, `submit_bracket`."""
    also: dict[str, dict[str, Any]] = field(default_factory=dict)
    """wire field -> `{by: [inputs], when: {...}, pattern: value | omit | deny | "deny: why" | {pattern: value}}`, the first that fits.

    Every combination that the table maps is said, `omit` where the field is left out; outside `when` it always is.
    """
    fields: dict[str, str | CommandField] = field(default_factory=dict)
    """Parameter -> term of the command."""
    outcome: Outcome | UnsetType = UNSET
    """How the answer is read; as the operation says it where nothing is said."""
    idempotency: str | UnsetType = UNSET
    """The wire field by which the venue recognizes a repetition, also of an order that has ended since; the command is repeated then."""
    doc: Doc | UnsetType = UNSET
    """Its page; that of the operation that carries it, of the first one where products have several, where nothing is said."""
    why: Why = ""


def by_input(said: Command) -> dict[str, str]:
    """Kinds by their inputs, once lists have been opened."""
    return said.inputs if isinstance(said.inputs, dict) else {}
