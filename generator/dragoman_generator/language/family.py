"""What many operations, or many channels, have in common."""

from typing import Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.asking import Outcome
from dragoman_generator.language.emit import Emit
from dragoman_generator.language.payload import Fields
from dragoman_generator.language.wire import Page, Params, Weight
from dragoman_generator.language.words import Ident, Slug, WireType, Words


class Family(Words, frozen=True, kw_only=True):
    """What many operations, or many channels, have in common, said once; what one of them says itself goes before it."""

    family: Ident | UnsetType = UNSET
    """The family whose words it has where it says none itself."""
    server: Slug | UnsetType = UNSET
    """The server that has them, where products do not say."""
    auth: Slug | UnsetType = UNSET
    """The scheme that signs them."""
    private: bool | UnsetType = UNSET
    """They are about an account."""
    weight: Weight | UnsetType = UNSET
    """budget -> cost of one call, as `weight` of an operation."""
    params: Params | UnsetType = UNSET
    """Parameters that all of them have, before their own."""
    send: Literal["query", "json", "form", "json_rpc"] | UnsetType = UNSET
    """Where parameters go that do not say it themselves."""
    class_: Literal["query", "command"] | UnsetType = field(name="class", default=UNSET)
    """A command changes something, and is never repeated blindly."""
    outcome: Outcome | UnsetType = UNSET
    """How their answers are read."""
    response: Fields | str | UnsetType = UNSET
    """What the answers hold, before what each of them adds."""
    page: Page | UnsetType = UNSET
    """How long answers are read in parts."""
    connection: Slug | UnsetType = UNSET
    """The connection that carries the channels."""
    products: list[Slug] | UnsetType = UNSET
    """The products that have the channels, or that the operations answer for."""
    address: dict[Slug, str] | UnsetType = UNSET
    """What fills slots of the connection's address."""
    context: dict[Ident, WireType] | UnsetType = UNSET
    """What a caller may tell a translator beside parameters or messages, read as `request.x`, before what each of them adds."""
    payload: Fields | str | UnsetType = UNSET
    """What the messages hold, before what each of them adds."""
    emit: Emit | UnsetType = UNSET
    """What answers or messages mean."""
    gives: list[str] | UnsetType = UNSET
    """Normalized types that a user gets through them, `[]` for none."""
    prefer: int | UnsetType = UNSET
    """Higher wins where several give the same type."""
