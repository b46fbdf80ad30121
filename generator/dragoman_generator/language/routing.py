"""How messages find their channels: envelopes, keys and topics."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from dragoman_generator.language.words import Path, Words


class Wrapper(Words, frozen=True, kw_only=True):
    """An envelope around the payload: `{stream, data}`."""

    topic: Path | UnsetType = UNSET
    """The key of the envelope that holds the topic."""
    payload: Path
    """The key of the envelope that holds the message."""
    bare_at: str = ""
    """A segment of the address's path at which the same messages come without the envelope."""


class Route(Words, frozen=True, kw_only=True):
    """How a message finds its channel: a key of the payload, or a topic."""

    tag: Annotated[str, Meta(description="Wire key whose value the channels' `tag` names.")] | UnsetType = (
        UNSET
    )
    wrapper: Wrapper | UnsetType = UNSET
    """The envelope of every message."""
    topic: Path | UnsetType = UNSET
    """Wire key that holds the channel's topic (outside a wrapper)."""
    rtype: Literal["record"] | UnsetType = UNSET
    """Binary records are told apart by their type byte, text rows by their first field."""
