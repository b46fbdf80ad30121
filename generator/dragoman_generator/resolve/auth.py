"""Auth schemes: templates compiled, slots known, kinds that the runtime can sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import TEXT
from dragoman_generator.ir.outgoing import AuthScheme
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.auth import (
    ApiKey,
    Auth,
    Basic,
    ByKey,
    Cram,
    Ed25519,
    Hmac,
    Rsa,
    SessionToken,
)
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.templates import TemplateError, f_string, parse_template, slots
from dragoman_generator.yaml.marks import Path

MOMENT = frozenset({"timestamp_s", "timestamp_ms", "timestamp_us", "timestamp_ns", "timestamp_iso", "nonce"})
EXPIRY = frozenset({"expires_s", "expires_ms"})
"""The end of a signature of a scheme with `valid_for`."""
REQUEST = frozenset({"method", "path", "query", "body", "target"})
_BUILT = (ApiKey, Hmac, Ed25519, Rsa, ByKey, Basic, Cram, SessionToken)


@dataclass(frozen=True)
class AuthResolver:
    """Resolves the auth schemes of one venue, and other templates that signing values fill."""

    spec: SpecFile
    places: Places

    def scheme(self, name: str, said: Auth) -> AuthScheme | None:
        """One scheme; None, with the fault told, for a kind that can't be signed yet."""
        path: Path = ("auth", name)
        if not isinstance(said, _BUILT):
            kind = said.__struct_config__.tag
            self.places.add(
                (*path, "kind"),
                f"signing of kind {kind!r} is not built yet: the language has its place, runtime/dragoman/auth/ has no scheme for it",
            )
            return None
        own = frozenset(said.params)
        arguments: dict[str, Code] = {}
        if isinstance(said, Hmac) and said.valid_for is not UNSET:
            own |= EXPIRY
            arguments["valid_for_ns"] = Code(f"{nanoseconds(said.valid_for):_}", TEXT)
        if isinstance(said, Hmac | Ed25519 | Rsa | ByKey):
            payload = self.text(said.payload, (*path, "payload"), own | REQUEST)
            arguments["payload"] = payload
            for word in ("digest", "encoding", "secret", "secret_encoding", "sort"):
                if hasattr(said, word):
                    arguments[word] = Code(literal(getattr(said, word)), TEXT)
            if said.signature is not UNSET:
                known = own | REQUEST | {"signature"}
                arguments["signature"] = self.text(said.signature, (*path, "signature"), known)
            if said.secret not in self.credentials():
                self.unknown(said.secret, self.credentials(), (*path, "secret"), "credential")
            placed = (*said.headers.values(), *self.frames(name))
            if said.signature is UNSET and not any("{signature" in text for text in placed):
                self.places.add(
                    path,
                    f"the signature of {name!r} goes nowhere",
                    "add 'signature:', a header, or a log-in frame that holds it",
                )
        elif isinstance(said, Basic):
            arguments["user"] = self.text(said.user, (*path, "user"), own)
            arguments["password"] = self.text(said.password, (*path, "password"), own)
        elif isinstance(said, Cram):
            arguments["payload"] = self.text(said.payload, (*path, "payload"), {"challenge"})
            arguments["response"] = self.text(said.response, (*path, "response"), {"challenge", "digest"})
            arguments["digest"] = Code(literal(said.digest), TEXT)
        elif isinstance(said, SessionToken):
            arguments |= self.token(said, path)
        extra = {"signature"} if isinstance(said, Hmac | Ed25519 | Rsa | ByKey) else set()
        for word, known in (("headers", own | REQUEST | extra), ("params", own & EXPIRY)):
            texts = {
                key: self.text(text, (*path, word, key), known) for key, text in getattr(said, word).items()
            }
            if texts:
                inside = ", ".join(f"{literal(key)}: {code.text}" for key, code in texts.items())
                arguments[word] = Code(f"{{{inside}}}", TEXT)
        return AuthScheme(type(said).__name__, tuple(arguments.items()))

    def token(self, said: SessionToken, path: Path) -> dict[str, Code]:
        found = {"login": Code(literal(said.login), TEXT), "token": Code(literal(said.token), TEXT)}
        for word in ("login", "keep_alive"):
            name = getattr(said, word)
            if name is not UNSET and name not in self.spec.operations:
                self.unknown(name, self.spec.operations, (*path, word), "operation")
        if said.keep_alive is not UNSET:
            found["keep_alive"] = Code(literal(said.keep_alive), TEXT)
        if said.every is not UNSET:
            found["renew_ns"] = Code(f"{nanoseconds(said.every):_}", TEXT)
        if said.lasts is not UNSET:
            found["lasts_ns"] = Code(f"{nanoseconds(said.lasts):_}", TEXT)
        if said.certificate:
            found["certificate"] = Code("True", TEXT)
        return found

    def frames(self, name: str) -> Iterator[str]:
        """The log-in frames that a scheme fills, as text."""
        for connection in self.spec.connections.values():
            if connection.login is not UNSET and connection.login.auth == name:
                yield str(connection.login.frame)

    def expiry(self, name: str) -> frozenset[str]:
        """What the scheme of that name tells of its signatures' end."""
        said = self.spec.auth.get(name)
        return EXPIRY if isinstance(said, Hmac) and said.valid_for is not UNSET else frozenset()

    def credentials(self) -> set[str]:
        """Names of the venue's credentials, and of the token that a login gives."""
        declared = set(self.spec.venue.credentials) if self.spec.venue is not UNSET else set()
        tokens = (
            {"session_token"} if any(isinstance(a, SessionToken) for a in self.spec.auth.values()) else set()
        )
        return declared | tokens

    def text(self, said: str, path: Path, known: Iterable[str]) -> Code:
        """A template as `lambda v: f"..."` over signing values; an unknown slot is told."""
        try:
            parts = parse_template(said)
        except TemplateError as error:
            self.places.add(path, str(error))
            return Code('lambda v: ""', TEXT)
        allowed = {*known, *MOMENT, *self.credentials()}
        for slot in slots(parts):
            if slot.name not in allowed:
                self.unknown(slot.name, allowed, path, "slot")
        return Code("lambda v: " + f_string(parts, lambda slot: f"v['{slot}']"), TEXT)

    def unknown(self, name: str, known: Iterable[str], path: Path, what: str) -> None:
        self.places.add(path, f"unknown {what} {name!r}", did_you_mean(name, known))
