"""Signatures whose algorithm the credential decides: a shared secret, or the private key of a pair."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.auth.draft import Values
from dragoman.auth.keyed import Hmac
from dragoman.auth.keypairs import Ed25519, Rsa

KeyKind = Literal["hmac", "ed25519", "rsa"]
_ALGORITHMS: Mapping[bytes, KeyKind] = {
    bytes.fromhex("06032b6570"): "ed25519",
    bytes.fromhex("06092a864886f70d010101"): "rsa",
}
"""Object identifiers as PKCS#8 writes them."""
_BODY = re.compile(r"-----BEGIN [A-Z ]+-----(.*)-----END", re.DOTALL)


def key_kind(secret: str) -> KeyKind:
    """What a credential holds: the private key of a pair (PEM, or base64 of PKCS#8), else a shared secret."""
    text = secret.strip()
    if text.startswith("-----BEGIN"):
        if "RSA PRIVATE" in text[:40]:
            return "rsa"
        found = _BODY.match(text)
        text = "" if found is None else "".join(found[1].split())
    elif not text.startswith("M"):  # the first letter of any DER sequence in base64
        return "hmac"
    try:
        head = base64.b64decode(text, validate=True)[:40]
    except (binascii.Error, ValueError):
        return "hmac"
    if head[:1] != b"\x30":
        return "hmac"
    return next((kind for mark, kind in _ALGORITHMS.items() if mark in head), "hmac")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByKey(Hmac):
    """HMAC for a shared secret, Ed25519 or RSA (both written in base64) for a private key, over the same `payload`."""

    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`."""
        kind = key_kind(values[self.secret])
        if kind == "hmac":
            return Hmac.sign(self, message, values)
        pair = Ed25519 if kind == "ed25519" else Rsa
        return pair(payload=self.payload, secret=self.secret).sign(message, values)
