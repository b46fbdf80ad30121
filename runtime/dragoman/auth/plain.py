"""Schemes without a signature over the request: keys, passwords, tokens, answered challenges."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from dragoman.auth.draft import Draft, Text, Values, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A key in a header or parameter."""

    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)

    def apply(self, draft: Draft, values: Values) -> Draft:
        """The draft with the key."""
        return _with(draft, values, self.headers, self.params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic:
    """HTTP basic authentication (RFC 7617)."""

    user: Text
    password: Text
    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)

    def apply(self, draft: Draft, values: Values) -> Draft:
        """The draft with its Authorization header."""
        pair = f"{self.user(values)}:{self.password(values)}".encode()
        header = ("Authorization", f"Basic {base64.b64encode(pair).decode('ascii')}")
        return _with(replace(draft, headers=(*draft.headers, header)), values, self.headers, self.params)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionToken:
    """A token that logging in gave: `login` is the operation, `token` its place in the answer, `keep_alive` what renews it.

    `renew_ns` is how often it wants to be renewed, by a new login where `keep_alive` is None; `lasts_ns` after the last renewal it
    is void. `certificate` says that the login shows a client certificate.
    """

    login: str
    token: str
    keep_alive: str | None = None
    renew_ns: int | None = None
    lasts_ns: int | None = None
    certificate: bool = False
    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)

    def apply(self, draft: Draft, values: Values) -> Draft:
        """The draft with the token; CredentialsMissing before anyone has logged in."""
        return _with(draft, values, self.headers, self.params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cram:
    """A challenge of a connection answered with a digest of it and the key."""

    payload: Text
    response: Text
    digest: str = "sha256"
    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)

    def apply(self, draft: Draft, values: Values) -> Draft:
        """HTTP calls carry nothing of it but the declared headers."""
        return _with(draft, values, self.headers, self.params)

    def answer(self, challenge: str, values: Values) -> str:
        """What is sent back to `challenge`."""
        known = values.also(challenge=challenge)
        digest = hashlib.new(self.digest, self.payload(known).encode()).hexdigest()
        return self.response(known.also(digest=digest))


def _with(draft: Draft, values: Values, headers: Mapping[str, Text], params: Mapping[str, Text]) -> Draft:
    return replace(
        draft,
        headers=(*draft.headers, *filled(headers, values)),
        pairs=(*draft.pairs, *filled(params, values)),
    )
