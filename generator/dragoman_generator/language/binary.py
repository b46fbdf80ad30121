"""How binary records and messages are built: their headers and the sizes of their groups."""

from typing import Annotated, Literal

from msgspec import Meta, field

from dragoman_generator.language.words import Words

Prefix = Literal["u8", "u16", "u32"]


class Dimensions(Words, frozen=True, kw_only=True):
    """What stands before the rows of a group: the length of their block and their number."""

    length: Prefix = "u16"
    """How the length of a row's block is written."""
    between: Annotated[int, Meta(ge=0, le=64)] = 0
    """Bytes of filling between the two."""
    count: Prefix = "u16"
    """How the number of the rows is written."""


class Schema(Words, frozen=True, kw_only=True):
    """The schema of a connection's messages (codec sbe); their header names it, beside the template."""

    id: Annotated[int, Meta(ge=0, le=65535)]
    """Its number; a message of another one is an error."""
    version: Annotated[int, Meta(ge=0, le=65535)]
    """The newest version that the specification describes."""
    dimensions: Dimensions = field(default_factory=Dimensions)
    """How groups say their size, where they do not say it themselves."""
