"""How bytes are cut into messages, and how binary records and messages are built."""

from typing import Annotated, Literal

from msgspec import Meta, field

from dragoman_generator.language.payload import Dimensions, FieldLike
from dragoman_generator.language.words import Words


class Framing(Words, frozen=True, kw_only=True):
    """How a byte stream is cut into messages."""

    kind: Literal["message", "lines", "length"]
    """Messages of the transport, lines, or lengths before each message."""
    delimiter: Literal["lf", "crlf"] = "lf"
    """What ends a line."""
    width: Literal["u16be", "u32be", "u16le", "u32le"] = "u32be"
    """How a length is written."""
    max: int = 67_108_864
    """Bytes of the longest message that is taken."""


class Header(Words, frozen=True, kw_only=True):
    """What every fixed record begins with: among it a byte that tells the record, and one that tells its length."""

    fields: dict[str, FieldLike]
    """The header's fields, in the order of the bytes."""
    tag: str = "rtype"
    """The field that holds the number of the record: the channels' `tag`."""
    length: str = "length"
    """The field that holds the length of the whole record."""
    unit: Annotated[int, Meta(ge=1, le=255)] = 1
    """Bytes that a length of one stands for."""


class Schema(Words, frozen=True, kw_only=True):
    """The schema of a connection's messages (codec sbe); their header names it, beside the template."""

    id: Annotated[int, Meta(ge=0, le=65535)]
    """Its number; a message of another one is an error."""
    version: Annotated[int, Meta(ge=0, le=65535)]
    """The newest version that the specification describes."""
    dimensions: Dimensions = field(default_factory=Dimensions)
    """How groups say their size, where they do not say it themselves."""
