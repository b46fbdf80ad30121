"""What every signature of a request has: a payload, a secret, and the places that it and its parameters go to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.auth.draft import Draft, Text, Values, signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(ABC):
    """A scheme over the text of `payload`; `signature` places it in the query or form, else a header's template does."""

    payload: Text
    secret: str = "api_secret"
    headers: Mapping[str, Text] = field(default_factory=dict)
    params: Mapping[str, Text] = field(default_factory=dict)
    signature: Text | None = None
    sort: bool = False

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
        """The values, and when a signature that is made now ends where the scheme has an end."""
        return values

    @abstractmethod
    def sign(self, message: bytes, values: Values) -> str:
        """The signature of `message`; raises CredentialsMissing, CredentialsInvalid."""
