"""What crosses the wire, as plain values: an HTTP request, its response, and a frame of a stream."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from urllib.parse import parse_qsl, quote, urlsplit

import msgspec

from dragoman.log import HIDDEN, SECRETS

_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")
"""What goes out as it is."""
_PLAIN_QUERY = re.compile(r"[A-Za-z0-9._~&=-]*")

Pairs = tuple[tuple[str, str], ...]


def encode_query(pairs: Pairs) -> str:
    """`a=1&b=2`, in the order given, percent-encoded with `%20` for a space: the bytes that are signed and sent."""
    text = "&".join([f"{name}={value}" for name, value in pairs])
    if _PLAIN_QUERY.fullmatch(text) and text.count("=") == len(pairs) == text.count("&") + 1:
        return text
    return "&".join([f"{percent_encoded(name)}={percent_encoded(value)}" for name, value in pairs])


def decode_query(text: str) -> Pairs:
    """The pairs of a query."""
    if not _PLAIN_QUERY.fullmatch(text):
        return tuple(parse_qsl(text, keep_blank_values=True))
    parts = [part.partition("=") for part in text.split("&") if part]
    return tuple([(name, value) for name, _, value in parts])


def percent_encoded(text: str) -> str:
    """A text as it stands in a query or a segment of a path."""
    return text if _PLAIN.fullmatch(text) else quote(text, safe="-_.~")


def _shown_pairs(pairs: Pairs) -> Pairs:
    return tuple(
        (name, HIDDEN if SECRETS.is_secret_name(name) else SECRETS.redact(value)) for name, value in pairs
    )


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One HTTP request, ready to be sent; its repr shows no secret.

    `url` is scheme, host and path, without the query; `query` is in wire order. `operation` is the venue's name for the
    call, `server` the declared server it goes to, `product` what it is for where the venue makes a difference, `path` what
    follows its base address, and `venue` labels errors.
    """

    method: str
    url: str
    headers: Pairs = ()
    query: Pairs = ()
    body: bytes = b""
    operation: str = ""
    server: str = ""
    product: str = ""
    path: str = ""
    venue: str = ""
    encoded_query: str | None = None  # for venues that sign a query which must then go out byte for byte

    @property
    def target(self) -> str:
        """The whole URL as it goes out, with secrets: for the backend alone."""
        query = self.query_text
        return f"{self.url}?{query}" if query else self.url

    @property
    def query_text(self) -> str:
        return encode_query(self.query) if self.encoded_query is None else self.encoded_query

    def header(self, name: str) -> str | None:
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def __repr__(self) -> str:
        parts = [f"{self.method} {SECRETS.redact(self.url)}"]
        if self.operation:
            parts.append(f"operation={self.operation!r}")
        if self.query:
            parts.append(f"query={dict(_shown_pairs(self.query))!r}")
        elif self.encoded_query:
            parts.append(f"query={SECRETS.redact(self.encoded_query)!r}")
        if self.headers:
            parts.append(f"headers={dict(_shown_pairs(self.headers))!r}")
        if self.body:
            parts.append(f"body={SECRETS.redact_bytes(self.body, most=500)!r}")
        return f"Request({', '.join(parts)})"


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: header names are lower case, the body is whole and within the size bound."""

    status: int
    headers: Mapping[str, str] = {}
    body: bytes = b""

    def __repr__(self) -> str:
        shown = {
            n: HIDDEN if SECRETS.is_secret_name(n) else SECRETS.redact(v) for n, v in self.headers.items()
        }
        return (
            f"Response({self.status}, headers={shown!r}, body={SECRETS.redact_bytes(self.body, most=200)!r})"
        )


class Opcode(IntEnum):
    """What a frame holds; framed TCP connections give TEXT for lines and BINARY for length-prefixed messages."""

    TEXT = 1
    BINARY = 2


class Frame(msgspec.Struct, frozen=True, gc=False):
    """One message of a stream: `data` as received (text is not decoded), `ts_ns` the local UNIX time of its arrival."""

    opcode: Opcode
    data: bytes
    ts_ns: int = 0

    def __repr__(self) -> str:
        return f"Frame({self.opcode.name}, {SECRETS.redact_bytes(self.data, most=200)!r}, ts_ns={self.ts_ns})"


def host_is_loopback(url: str) -> bool:
    """Whether `url` names this machine, which no proxy could reach on our behalf."""
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
