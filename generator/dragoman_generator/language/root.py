"""One spec file: every section may be left out but `spec`; the files of a folder are one venue."""

from typing import Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.auth import Auth
from dragoman_generator.language.commands import Command
from dragoman_generator.language.emit import Table
from dragoman_generator.language.payload import DataType, EnumSpec, Shape
from dragoman_generator.language.venue import (
    Capabilities,
    Currency,
    Environment,
    Errors,
    LimitScope,
    Product,
    Venue,
)
from dragoman_generator.language.wire import Channel, Connection, Operation
from dragoman_generator.language.words import Ident, Slug, Words

LANGUAGE_VERSION = 1


class SpecFile(Words, frozen=True, kw_only=True):
    """A file of a venue's folder; `venue.yaml` holds the identity, the rest is split by subject."""

    spec: Literal[1]
    venue: Venue | UnsetType = UNSET
    environments: dict[Slug, Environment] = field(default_factory=dict)
    products: dict[Slug, Product] = field(default_factory=dict)
    auth: dict[Slug, Auth] = field(default_factory=dict)
    limits: dict[str, LimitScope] = field(default_factory=dict)
    errors: Errors | UnsetType = UNSET
    enums: dict[Ident, EnumSpec] = field(default_factory=dict)
    currencies: dict[str, Currency] = field(default_factory=dict)
    shapes: dict[Ident, Shape] = field(default_factory=dict)
    tables: dict[Ident, Table] = field(default_factory=dict)
    data_types: dict[Ident, DataType] = field(default_factory=dict)
    connections: dict[Slug, Connection] = field(default_factory=dict)
    operations: dict[Ident, Operation] = field(default_factory=dict)
    channels: dict[Ident, Channel] = field(default_factory=dict)
    commands: dict[Ident, Command] = field(default_factory=dict)
    capabilities: Capabilities | UnsetType = UNSET
