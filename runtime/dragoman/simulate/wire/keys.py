"""Who sends a request: keys, signatures, timestamps and tokens, checked as the venue's own scheme makes them."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, unquote

from dragoman.auth import ApiKey, Ed25519, Hmac, Rsa, SessionToken, Values
from dragoman.net.facts import ErrorClass
from dragoman.requests.facts import Interface
from dragoman.simulate.wire.marks import pattern_of, slots_in, slots_of

SIMULATED = "simulated"
"""What every credential of the first key is where none are given."""
held_ns: ContextVar[int] = ContextVar("held_ns", default=0)
"""How long ago a gateway took what the venue acts on only now: keys and times are looked at by the gateway."""
_UNITS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}
_WINDOW = re.compile(r"recv.?window", re.IGNORECASE)
_USUAL_WINDOW_MS = 5_000
_AHEAD_MS = 1_000
_MOST_SAID = 4_096
_ANYTHING = "(.*)"


@dataclass(frozen=True, slots=True)
class Key:
    """One set of credentials by the specification's names, and whose they are."""

    owner: str
    credentials: Mapping[str, str]


class Call:
    """An HTTP request as it came; header names are in lower case, `query` is not decoded, `pairs` are its parameters."""

    __slots__ = ("body", "headers", "method", "pairs", "path", "query")

    def __init__(
        self,
        method: str,
        path: str,
        query: str = "",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        pairs: dict[str, str] | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers or {}
        self.body = body
        self.pairs = pairs_of(query) if pairs is None else pairs


def pairs_of(text: str) -> dict[str, str]:
    """Parameters of a query or form, of equal names the last."""
    if "%" in text or "+" in text:
        return dict(parse_qsl(text, keep_blank_values=True))
    parts = [part.partition("=") for part in text.split("&") if part]
    return {name: value for name, _, value in parts}


class TurnedAway(Exception):
    """Nobody whom the venue would let in."""

    def __init__(self, kind: ErrorClass, text: str, reason: str = "") -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text
        self.reason = reason
        """`key`, `signature`, `timestamp` or `token`, where it is one of these."""


def usual_key(interface: Interface) -> Key:
    """The key that a simulation has where none are given."""
    # A folder of certificates is nothing that loopback asks for, and has to be there.
    files = (
        {"certs_dir"}
        if any(getattr(each, "certificate", False) for each in interface.auth.values())
        else {""}
    )
    named = [
        name
        for name, variable in interface.credentials.items()
        if variable.isidentifier() and name not in files
    ]
    return Key(SIMULATED, dict.fromkeys(named, SIMULATED))


class Keyring:
    """The keys of a simulated venue, and the tokens that it gave out; tells owners, raises TurnedAway."""

    def __init__(self, interface: Interface, keys: Iterable[Key]) -> None:
        self.interface = interface
        self.keys = list(keys)
        self._tokens: dict[str, tuple[str, int]] = {}
        self._given = 0
        self._doors: dict[str, _Door] = {}
        self._windows: dict[tuple[str, ...], tuple[str, ...]] = {}
        """Names of headers and parameters -> those that may tell how old a request may be."""

    def restart(self) -> None:
        """No token that was given out is known any more."""
        self._tokens.clear()

    # -- calls ---------------------------------------------------------------------------------------------------------

    def owner(self, auth: str, call: Call, now_ns: int) -> str:
        """Whose call it is."""
        door = self._doors.get(auth)
        if door is None:
            door = self._doors[auth] = _Door(self.interface.auth[auth])
        scheme, headers, given = door.scheme, call.headers, call.pairs
        body = call.body.decode("utf-8", "surrogateescape")
        form = "form" in headers.get("content-type", "") or (bool(body) and body[:1] not in "{[")
        if form:
            given = {**given, **pairs_of(body)}
        slots = door.slots(headers, given)
        if isinstance(scheme, SessionToken):
            return self._holder(slots, now_ns)
        key = self._key(slots)
        if isinstance(scheme, ApiKey):
            return key.owner
        if not isinstance(scheme, Hmac | Ed25519 | Rsa):
            raise TurnedAway("auth", f"calls signed by {type(scheme).__name__} are not checked here")
        query = call.query
        if scheme.signature is not None:
            query, body, slots = _unsigned(scheme.signature, query, body, slots)
        said = {
            "method": call.method,
            "path": call.path,
            "query": query,
            "body": body,
            "target": f"{call.path}?{query}" if query else call.path,
            **given,
        }
        self._check(scheme, key, said, slots)
        self._check_time(slots, headers, given, now_ns)
        return key.owner

    # -- connections ---------------------------------------------------------------------------------------------------

    def logged_on(self, login: str, frame: Any, message: Any, now_ns: int) -> str | None:
        """Whose log-in a message is, None where it is none."""
        slots = slots_in(frame, message)
        if slots is None:
            return None
        scheme = self.interface.auth[login]
        if isinstance(scheme, SessionToken):
            return self._holder(slots, now_ns)
        key = self._key(slots)
        if isinstance(scheme, Hmac | Ed25519 | Rsa) and "signature" in slots:
            blank = dict.fromkeys(("method", "path", "query", "body", "target"), "")
            self._check(scheme, key, blank, slots)
        self._check_time(slots, {}, {}, now_ns)
        return key.owner

    # -- tokens --------------------------------------------------------------------------------------------------------

    def token(self, auth: str, owner: str, now_ns: int) -> str:
        """A new token, or the owner's present one for longer."""
        scheme = self.interface.auth[auth]
        lasts = scheme.lasts_ns if isinstance(scheme, SessionToken) else None
        until = now_ns + (lasts or 1 << 62)
        for token, (whose, _) in self._tokens.items():
            if whose == owner and token.startswith(auth.replace("_", "")):
                self._tokens[token] = (owner, until)
                return token
        self._given += 1
        token = f"{auth}{self._given:032d}".replace("_", "")
        self._tokens[token] = (owner, until)
        return token

    def holder(self, token: str, now_ns: int) -> str:
        """Whose token it is."""
        owner, until = self._tokens.get(token, ("", 0))
        if not owner or until < now_ns:
            raise TurnedAway("auth", "the session has ended: its token is unknown or void", "token")
        return owner

    def knows(self, owner: str, given: Mapping[str, Any]) -> bool:
        """Whether the credentials among some parameters are an owner's."""
        told = {name: value for name, value in given.items() if name in self.interface.credentials}
        return any(
            key.owner == owner and all(key.credentials.get(name) == value for name, value in told.items())
            for key in self.keys
        )

    # -- inside --------------------------------------------------------------------------------------------------------

    def _holder(self, slots: Mapping[str, str], now_ns: int) -> str:
        """Whose token it is; a key that is shown beside it has to be known."""
        if any(name in self.interface.credentials for name in slots if name != "session_token"):
            self._key({name: text for name, text in slots.items() if name != "session_token"})
        return self.holder(slots.get("session_token", ""), now_ns)

    def _key(self, slots: Mapping[str, str]) -> Key:
        """The key whose credentials were told."""
        told = {name: text for name, text in slots.items() if name in self.interface.credentials}
        for key in self.keys:
            if told and all(key.credentials.get(name) == text for name, text in told.items()):
                return key
        raise TurnedAway("auth", "the API key is not known", "key")

    def _check(
        self,
        scheme: Hmac | Ed25519 | Rsa,
        key: Key,
        said: Mapping[str, str],
        slots: Mapping[str, str],
    ) -> None:
        """The signature, made again over what was signed."""
        values = Values(
            self.interface.venue, self.interface.credentials, {**key.credentials, **said, **slots}
        )
        signed = scheme.sign(scheme.payload(values).encode("utf-8", "surrogateescape"), values)
        if not hmac.compare_digest(signed.encode(), slots.get("signature", "").encode()):
            raise TurnedAway("auth", "the signature is wrong", "signature")

    def _check_time(
        self, slots: Mapping[str, str], headers: Mapping[str, str], given: Mapping[str, str], now_ns: int
    ) -> None:
        """Timestamps within the window that the request names, and signatures that have not ended."""
        window_ns = self._window_ns(headers, given)
        now_ns -= held_ns.get()
        for name, text in slots.items():
            kind, unit = _timed(name)
            if not kind:
                continue
            told = _moment(text, unit)
            if told is None:
                raise TurnedAway("clock", f"{text[:40]!r} is no time")
            late = told < now_ns if kind == "expires" else now_ns - told > window_ns
            if late or (kind == "timestamp" and told - now_ns > _AHEAD_MS * 1_000_000):
                raise TurnedAway("clock", "the timestamp is outside of the window", "timestamp")

    def _window_ns(self, headers: Mapping[str, str], given: Mapping[str, str]) -> int:
        """How old a request may be by its own words."""
        said = (*headers, *given)
        names = self._windows.get(said)
        if names is None:
            if len(self._windows) >= _MOST_SAID:
                self._windows.clear()
            names = self._windows[said] = tuple([name for name in said if _WINDOW.search(name) is not None])
        for name in names:
            text = given[name] if name in given else headers[name]
            if text.isdigit():
                return int(text) * 1_000_000
        return _USUAL_WINDOW_MS * 1_000_000


class _Door:
    """What one scheme writes into the headers and parameters of calls, taken apart once."""

    def __init__(self, scheme: Any) -> None:
        self.scheme = scheme
        self._places: list[tuple[str, str, str, Any]] = []
        """("header" or "parameter", its name, the slot that is all that it says, its template)."""
        for what, templates in (("header", "headers"), ("parameter", "params")):
            for name, template in getattr(scheme, templates, {}).items():
                made = pattern_of(template)
                if made is not None and not made[1]:
                    continue  # what is the same in every call says nothing of who calls
                whole = made[1][0] if made is not None and made[0].pattern == _ANYTHING else ""
                self._places.append((what, name.lower() if what == "header" else name, whole, template))

    def slots(self, headers: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
        """What a call says in those places; raises TurnedAway where it leaves one out."""
        found: dict[str, str] = {}
        for what, name, whole, template in self._places:
            text = (headers if what == "header" else given).get(name)
            if text is None:
                raise TurnedAway("auth", f"{what} {name} is missing")
            if whole:
                found[whole] = text
            else:
                found |= slots_of(template, text) or {}
        return found


@lru_cache(maxsize=64)
def _timed(name: str) -> tuple[str, str]:
    """(timestamp or expires, its unit) of a slot that tells a time; two empty texts for another."""
    kind, _, unit = name.partition("_")
    return (kind, unit) if kind in ("timestamp", "expires") else ("", "")


def _unsigned(
    template: Any, query: str, body: str, slots: Mapping[str, str]
) -> tuple[str, str, dict[str, str]]:
    """Query and body as they were before the signature was put in, and the signature."""
    for in_query, text in ((True, query), (False, body)):
        found = slots_of(template, text)
        if found is not None and found.get("signature"):
            bare = found.get("query", "")
            whole = {**slots, "signature": unquote(found["signature"])}
            return (bare, body, whole) if in_query else (query, bare, whole)
    raise TurnedAway("auth", "the signature is missing", "signature")


def _moment(text: str, unit: str) -> int | None:
    """A told time in nanoseconds, None for a text that is none."""
    if unit == "iso":
        try:
            return int(datetime.fromisoformat(text).timestamp() * 1000) * 1_000_000
        except ValueError:
            return None
    return int(text) * _UNITS[unit] if text.isascii() and text.isdigit() and unit in _UNITS else None
