"""Signatures with a shared secret: a keyed digest of a template over the request."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
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
        return encoded(hmac.digest(self._key(values), message, self.digest), self.encoding)

    def signer(self, values: Values) -> Callable[[bytes], str]:
        """What signs one message after the other: the key is hashed once, as HMAC (RFC 2104) begins with it."""
        key, encoding = self._key(values), self.encoding
        size = hashlib.new(self.digest).block_size
        block = (hashlib.new(self.digest, key).digest() if len(key) > size else key).ljust(size, b"\0")
        inner = hashlib.new(self.digest, block.translate(_INNER))
        outer = hashlib.new(self.digest, block.translate(_OUTER))

        def sign(message: bytes) -> str:
            within, around = inner.copy(), outer.copy()
            within.update(message)
            around.update(within.digest())
            return encoded(around.digest(), encoding)

        return sign

    def _key(self, values: Values) -> bytes:
        text = values[self.secret]
        try:
            if self.secret_encoding == "base64":
                return base64.b64decode(text, validate=True)
            return bytes.fromhex(text) if self.secret_encoding == "hex" else text.encode()
        except (binascii.Error, ValueError):
            why = f"it is not {self.secret_encoding} text"
            raise CredentialsInvalid(values.venue, self.secret, why) from None
