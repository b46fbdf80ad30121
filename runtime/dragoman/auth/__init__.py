"""Signing of requests: general schemes that a specification parametrises; pure, told the time and the nonce."""

from __future__ import annotations

from dragoman.auth.by_key import ByKey
from dragoman.auth.draft import Draft, Text, Values, values_of
from dragoman.auth.keyed import Hmac
from dragoman.auth.keypairs import Ed25519, Rsa
from dragoman.auth.plain import ApiKey, Basic, Cram, SessionToken

Scheme = ApiKey | ByKey | Hmac | Ed25519 | Rsa | Basic | Cram | SessionToken

__all__ = [
    "ApiKey",
    "Basic",
    "ByKey",
    "Cram",
    "Draft",
    "Ed25519",
    "Hmac",
    "Rsa",
    "Scheme",
    "SessionToken",
    "Text",
    "Values",
    "values_of",
]
