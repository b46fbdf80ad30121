"""What the lines of a tape say, version 1 of the format; docs/tapes.md describes it for other programs."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from dragoman.net.wire import Frame, Opcode

FORMAT = 1


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One subscription that was recorded: a type of the model, instruments, parameters of the channel."""

    type: str
    instruments: tuple[str, ...] = ()
    params: Mapping[str, Any] = {}


class Header(msgspec.Struct, frozen=True, kw_only=True, tag="tape", tag_field="kind"):
    """The first line. `spec` is a hash over the venue's specs; `addresses` are those that were used, as an adapter's `urls`.

    `redactions` names what was taken out of everything that follows; `imported` says that another program recorded it.
    """

    format: int
    venue: str
    environment: str
    spec: str
    language: int
    dragoman: str
    start_ns: int
    redactions: tuple[str, ...] = ()
    addresses: Mapping[str, Any] = {}
    asked: tuple[Asked, ...] = ()
    imported: bool = False


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag="open", tag_field="kind", omit_defaults=True):
    """A connection was opened, or could not be: `refused` says why. `stream` is `connection` or `connection:product`."""

    id: int
    stream: str
    url: str
    wall_ns: int
    mono_ns: int
    refused: str = ""


class _Carried(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: int
    wall_ns: int
    mono_ns: int
    opcode: int
    text: str | None = None
    base64: str | None = None

    @property
    def data(self) -> bytes:
        """The frame as it was on the wire, secrets aside."""
        return b64decode(self.base64) if self.base64 is not None else (self.text or "").encode()

    @property
    def frame(self) -> Frame:
        return Frame(Opcode(self.opcode), self.data, self.wall_ns)


class Received(_Carried, frozen=True, kw_only=True, tag="in", tag_field="kind"):
    """A frame that came in on connection `id`."""


class Sent(_Carried, frozen=True, kw_only=True, tag="out", tag_field="kind"):
    """A frame that went out on connection `id`."""


class Closed(msgspec.Struct, frozen=True, kw_only=True, tag="close", tag_field="kind", omit_defaults=True):
    """Connection `id` ended, by the venue in good order, by a loss, or by this side; `code` is the close code if there was one."""

    id: int
    wall_ns: int
    mono_ns: int
    by: Literal["venue", "loss", "us"]
    code: int | None = None
    why: str = ""


class Exchanged(msgspec.Struct, frozen=True, kw_only=True, tag="http", tag_field="kind", omit_defaults=True):
    """An answer came at `wall_ns`: interaction `index` of the cassette; without an answer `failed` is the error's class."""

    wall_ns: int
    mono_ns: int
    took_ns: int
    index: int | None = None
    operation: str = ""
    product: str = ""
    status: int = 0
    failed: str = ""
    why: str = ""


class Ended(msgspec.Struct, frozen=True, kw_only=True, tag="end", tag_field="kind"):
    """The recording was ended on purpose; a tape without it was cut off."""

    wall_ns: int
    mono_ns: int


class Digests(msgspec.Struct, frozen=True, kw_only=True, tag="digests", tag_field="kind"):
    """For each line from number `first` that brings events: `line:type:digest,type:digest`, types by their place in Events."""

    of: tuple[str, ...]


class Events(msgspec.Struct, frozen=True, kw_only=True, tag="events", tag_field="kind"):
    """What the tape meant when it was recorded: the hash over all events, how many of each type, a hash a field of each type."""

    spec: str
    dragoman: str
    sha256: str
    count: int
    types: Mapping[str, int]
    fields: Mapping[str, Mapping[str, str]]


Line: TypeAlias = Header | Opened | Received | Sent | Closed | Exchanged | Ended | Digests | Events
Entry: TypeAlias = Opened | Received | Sent | Closed | Exchanged
"""A line that says what happened at a moment."""

DECODER: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)
ENCODER = msgspec.json.Encoder()


def payload(opcode: Opcode, data: bytes) -> dict[str, Any]:
    """The opcode and content fields of a frame's line: text where the bytes are UTF-8 text, base64 otherwise."""
    if opcode is Opcode.TEXT:
        try:
            return {"opcode": int(opcode), "text": data.decode()}
        except UnicodeDecodeError:
            pass
    return {"opcode": int(opcode), "base64": b64encode(data).decode("ascii")}
