"""Signatures with a shared secret: a keyed digest of a template over the request."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.auth.draft import Values, until
from dragoman.auth.signature import Signature
from dragoman.errors import CredentialsInvalid

_INNER = bytes(each ^ 0x36 for each in range(256))
_OUTER = bytes(each ^ 0x5C for each in range(256))
Encoding = Literal["hex", "base64"]


def encoded(raw: bytes, encoding: Encoding) -> str:
    """A signature as text."""
    return raw.hex() if encoding == "hex" else base64.b64encode(raw).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hmac(Signature):
    """HMAC over `payload`; `signature` places it in the query or form, else a header's template does.

    With `valid_for_ns` a signature ends, and its templates know when.
    """

    digest: Literal["sha256", "sha384", "sha512"]
    encoding: Encoding
    secret_encoding: Literal["text", "base64", "hex"] = "text"
    valid_for_ns: int | None = None

    def moments(self, values: Values) -> Values:
        """The values, and when a signature that is made now ends."""
        return values if self.valid_for_ns is None else until(values, self.valid_for_ns)

    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`."""
        try:
            inner, outer = _begun(values[self.secret], self.secret_encoding, self.digest)
        except (binascii.Error, ValueError):
            why = f"it is not {self.secret_encoding} text"
            raise CredentialsInvalid(values.venue, self.secret, why) from None
        within, around = inner.copy(), outer.copy()
        within.update(message)
        around.update(within.digest())
        return encoded(around.digest(), self.encoding)


@lru_cache(maxsize=64)
def _begun(secret: str, encoding: str, digest: str) -> tuple[hashlib._Hash, hashlib._Hash]:
    """The digests within and around, with the key that HMAC (RFC 2104) begins them with, which is hashed once for all messages."""
    if encoding == "base64":
        key = base64.b64decode(secret, validate=True)
    else:
        key = bytes.fromhex(secret) if encoding == "hex" else secret.encode()
    size = hashlib.new(digest).block_size
    block = (hashlib.new(digest, key).digest() if len(key) > size else key).ljust(size, b"\0")
    return hashlib.new(digest, block.translate(_INNER)), hashlib.new(digest, block.translate(_OUTER))
