"""Commands on the wire: requests on connections, and how answers are read."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import Duration, Expression, Ident, Path, Slug, Words


class Answer(Words, frozen=True, kw_only=True):
    """How the answer to a request on a connection is known, and where it holds what the HTTP interface would have answered."""

    has: Annotated[
        list[str], Meta(min_length=1, description="Wire keys that are all there in it, and only in it.")
    ]
    id: str
    """The wire key that holds the id of the request."""
    body: list[str] = field(default_factory=list)
    """Wire keys of which the first that holds something is the answer of the operation; the whole message where left out."""
    rename: dict[str, str] = field(default_factory=dict)
    """Key of the message -> key by which the HTTP interface answers."""
    status: str | UnsetType = UNSET
    """The wire key that holds an HTTP status; 200 where left out."""


class Asking(Words, frozen=True, kw_only=True):
    """Requests with an id on a connection, and their answers."""

    frame: dict[str, Any]
    """What is sent: `$id` (`$id_text`), `$call` and `$params` of the operation, single parameters; templates as in `login`."""
    answer: Answer
    """How answers are known."""
    timeout: Duration = "10s"
    """After this time without an answer nobody knows whether the request took effect."""
    auth: Slug | UnsetType = UNSET
    """The scheme that signs the parameters of every request; what it adds are parameters too."""
    address: dict[Slug, str] = field(default_factory=dict)
    """What fills slots of the connection's address, as it does for a channel."""


class Entries(Words, frozen=True, kw_only=True):
    """The rows of an answer that tell what became of each entry, in the order in which they were sent."""

    in_: Path = field(name="in")
    """The list that holds them."""
    beside: dict[Ident, Path] = field(default_factory=dict)
    """Name -> list whose row in the same place belongs to the entry too."""


class Outcome(Words, frozen=True, kw_only=True):
    """How a command's answer is read: accepted, rejected or unknown."""

    entries: Entries | UnsetType = UNSET
    """Where the answer has a row for each entry: what follows reads the row, bare and as `entry`, beside `message`."""

    accepted: Expression | UnsetType = UNSET
    """Holds for the answer of a command that was taken."""
    rejected: dict[Literal["code", "reason"], Path] = field(default_factory=dict)
    """Where a refusal holds its code and its reason."""
    ids: dict[Literal["venue_order_id", "client_order_id", "ts_event"], Path] = field(default_factory=dict)
    """What the answer tells of the order."""
    unknown: list[Literal["timeout", "disconnect", "http_5xx", "http_429"]] = field(default_factory=list)
    """Failures after which nobody knows whether the command was taken."""


class Socket(Words, frozen=True, kw_only=True):
    """The same operation as a request on a connection, whose answer is read as that of the HTTP interface."""

    connection: Slug | dict[Slug, Slug]
    """The connection that takes it, or product -> connection."""
    call: str
    """What stands for `$call` in the connection's frame."""
    frame: dict[str, Any] | UnsetType = UNSET
    """A frame of its own, where the connection's does not fit."""
    only: list[str] = field(default_factory=list)
    """Wire names of parameters that go over the connection alone."""
