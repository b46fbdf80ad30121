"""Signatures with a private key (Ed25519, RSA), on the optional package `cryptography`."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.auth.draft import Values
from dragoman.auth.keyed import Encoding, encoded
from dragoman.auth.signature import Signature
from dragoman.errors import CredentialsInvalid, DependencyMissing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ed25519(Signature):
    """Ed25519 over `payload`; the secret is a PKCS#8 key, as PEM or as base64 of DER."""

    encoding: Encoding = "base64"

    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`."""
        key = private_key(values, self.secret)
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if not isinstance(key, Ed25519PrivateKey):
            raise CredentialsInvalid(values.venue, self.secret, "it is a key of another kind than Ed25519")
        return encoded(key.sign(message), self.encoding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rsa(Signature):
    """RSA PKCS#1 v1.5 with SHA-256 over `payload`; the secret is a PKCS#8 key, as PEM or as base64 of DER."""

    encoding: Encoding = "base64"

    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`."""
        key = private_key(values, self.secret)
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.hashes import SHA256

        if not isinstance(key, RSAPrivateKey):
            raise CredentialsInvalid(values.venue, self.secret, "it is a key of another kind than RSA")
        return encoded(key.sign(message, PKCS1v15(), SHA256()), self.encoding)


def private_key(values: Values, name: str) -> PrivateKeyTypes:
    """The private key in a credential; raises CredentialsInvalid for anything else, DependencyMissing without the extra `keys`."""
    try:
        return _loaded(values[name].strip())
    except ImportError:
        raise DependencyMissing("cryptography", "keys") from None
    except (ValueError, TypeError, binascii.Error):
        why = "it is no unencrypted PKCS#8 private key, as PEM or as base64"
        raise CredentialsInvalid(values.venue, name, why) from None


@lru_cache(maxsize=64)
def _loaded(text: str) -> PrivateKeyTypes:
    from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key

    if text.startswith("-----BEGIN"):
        return load_pem_private_key(text.encode(), password=None)
    return load_der_private_key(base64.b64decode(text, validate=True), password=None)
