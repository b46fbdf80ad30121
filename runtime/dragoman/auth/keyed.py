"""Signatures with a shared secret: a keyed digest of a template over the request."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.auth.draft import Draft, Text, Values, signed, until
from dragoman.errors import CredentialsInvalid

Encoding = Literal["hex", "base64"]


def encoded(raw: bytes, encoding: Encoding) -> str:
    """A signature as text."""
    return raw.hex() if encoding == "hex" else base64.b64encode(raw).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hmac:
    """HMAC over `payload`; `signature` places it in the query or form, else a header's template does.

    With `valid_for_ns` a signature ends, and its templates know when.
    """

    digest: Literal["sha256", "sha384", "sha512"]
    encoding: Encoding
    payload: Text
    secret: str = "api_secret"
    secret_encoding: Literal["text", "base64", "hex"] = "text"
    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)
    signature: Text | None = None
    sort: bool = False
    valid_for_ns: int | None = None

    def apply(self, draft: Draft, values: Values) -> Draft:
        """The draft, signed."""
        return signed(
            draft,
            self.moments(values),
            params=self.params,
            headers=self.headers,
            payload=self.payload,
            sign=self.sign,
            place=self.signature,
            sort=self.sort,
        )

    def moments(self, values: Values) -> Values:
        """The values, and when a signature that is made now ends."""
        return values if self.valid_for_ns is None else until(values, self.valid_for_ns)

    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`."""
        return encoded(hmac.digest(self._key(values), message, self.digest), self.encoding)

    def _key(self, values: Values) -> bytes:
        text = values[self.secret]
        try:
            if self.secret_encoding == "base64":
                return base64.b64decode(text, validate=True)
            return bytes.fromhex(text) if self.secret_encoding == "hex" else text.encode()
        except (binascii.Error, ValueError):
            why = f"it is not {self.secret_encoding} text"
            raise CredentialsInvalid(values.venue, self.secret, why) from None
