"""One spec file: every section may be left out but `spec`; the files of a folder are one venue."""

from typing import Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.auth import Auth
from dragoman_generator.language.commands import Command
from dragoman_generator.language.emit import Emit, Scale, Table
from dragoman_generator.language.family import Family
from dragoman_generator.language.payload import DataType, EnumSpec, FieldLike, Shape, TextCode
from dragoman_generator.language.simulated import SimulatedVenue
from dragoman_generator.language.venue import (
    Capabilities,
    Currency,
    Environment,
    Errors,
    LimitScope,
    Product,
    Venue,
)
from dragoman_generator.language.wire import Channel, Connection, Operation, ParamLike
from dragoman_generator.language.words import Address, Ident, Idents, Shared, Slug, Words

LANGUAGE_VERSION = 1


class SpecFile(Words, frozen=True, kw_only=True):
    """A file of a venue's folder; `venue.yaml` holds the identity, the rest is split by subject."""

    spec: Literal[1]
    """The version of the language."""
    venue: Venue | UnsetType = UNSET
    """Who the venue is."""
    docs: dict[Slug, Address] = field(default_factory=dict)
    """Name -> what addresses of the venue's documentation begin with: `doc: NAME:rest` is the base and the rest behind it."""
    environments: dict[Slug, Environment] = field(default_factory=dict)
    """Sets of addresses; `mainnet` is one of them."""
    products: dict[Slug, Product] = field(default_factory=dict)
    """What is traded, and how instruments are named."""
    auth: dict[Slug, Auth] = field(default_factory=dict)
    """How requests and log-ins are signed."""
    limits: dict[str, LimitScope] = field(default_factory=dict)
    """Budgets that calls draw on."""
    errors: Errors | UnsetType = UNSET
    """What the venue's errors mean."""
    enums: dict[Ident, EnumSpec] = field(default_factory=dict)
    """Wire values with a meaning."""
    currencies: dict[str, Currency] = field(default_factory=dict)
    """Currencies that are counted in units of their own."""
    units: dict[Ident, Scale] = field(default_factory=dict)
    """Units that values are counted in: what `scale: NAME` names, of what is read and of what a command sends."""
    fields: dict[str, FieldLike] = field(default_factory=dict)
    """Wire key -> type of fields that several payloads hold, `price, qty: dec` where several are alike: a key alone in a list of fields is the one here."""
    shapes: dict[Ident, Shape] = field(default_factory=dict)
    """Payload shapes that several places name."""
    codes: dict[Ident, TextCode] = field(default_factory=dict)
    """How texts that stand for others are read."""
    tables: dict[Ident, Table] = field(default_factory=dict)
    """Decision tables for what arrives."""
    params: dict[Idents, ParamLike | list[Shared | dict[Ident, ParamLike]]] = field(default_factory=dict)
    """Parameters that several operations and channels take, `price, stop_price: dec` where several are alike: a name in a list of `params` is the one of that name here, or the ones of the list that it names; `price as above` is one called `above_price`."""
    families: dict[Ident, Family] = field(default_factory=dict)
    """Words that many operations, or many channels, have in common."""
    emits: dict[Ident, Emit] = field(default_factory=dict)
    """Mappings that several operations and channels share: `emit: NAME`, or a name among the entries of `emit`.

    Each use is compiled where it stands, and sees the names that are there. A mapping with the name of a shape is what rows of
    that shape tell where an operation or a channel says no `emit` itself.
    """
    data_types: dict[Ident, DataType] = field(default_factory=dict)
    """Events that only this venue has."""
    connections: dict[Slug, Connection] = field(default_factory=dict)
    """What streams and files come through."""
    operations: dict[Ident, Operation] = field(default_factory=dict)
    """Calls of the HTTP interface, `GET /account as get_account: {...}`; those of a family stand under it, `family reading: {GET /account as get_account: ...}`."""
    channels: dict[Ident, Channel] = field(default_factory=dict)
    """What is subscribed to, `"{symbol}@trade as trade": {...}`; channels of a family stand under it, as operations do."""
    commands: dict[Ident, Command] = field(default_factory=dict)
    """Normalized commands and their decision tables."""
    capabilities: Capabilities | UnsetType = UNSET
    """What is refused, and quirks."""
    simulated: SimulatedVenue | UnsetType = UNSET
    """What only a simulated venue has to know."""
