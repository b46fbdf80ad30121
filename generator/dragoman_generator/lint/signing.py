"""Auth schemes: what their templates are filled with is declared, and private calls are signed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.auth import ApiKey, Auth, SessionToken
from dragoman_generator.language.wire import by_name
from dragoman_generator.lint.findings import Finding
from dragoman_generator.lint.references import unknown
from dragoman_generator.lint.sessions import nanoseconds
from dragoman_generator.resolve.templates import SLOT
from dragoman_generator.yaml.marks import Path


def slot_names(text: str) -> list[str]:
    """The names in a template's slots, filters cut off."""
    return [found.partition("|")[0].strip() for found in SLOT.findall(text)]


def secrets(venue: Venue) -> Iterator[Finding]:
    """What signs is a declared credential; tokens come from operations that the venue has."""
    said = venue.merged.venue
    declared = set(said.credentials) if said is not UNSET else set()
    for name, scheme in venue.merged.auth.items():
        path: Path = ("auth", name)
        secret = getattr(scheme, "secret", None)
        if isinstance(secret, str) and secret not in declared:
            yield Finding(
                (*path, "secret"),
                f"unknown credential {secret!r}",
                did_you_mean(secret, declared) or "add it to 'credentials'",
            )
        if isinstance(scheme, SessionToken):
            operations = venue.merged.operations
            yield from unknown("operation", scheme.login, operations, (*path, "login"))
            if scheme.keep_alive is not UNSET:
                yield from unknown("operation", scheme.keep_alive, operations, (*path, "keep_alive"))
            if scheme.keep_alive is not UNSET and scheme.every is UNSET:
                yield Finding(path, "a token is kept alive, and nothing says how often", "add 'every'")
            every, lasts = scheme.every, scheme.lasts
            if every is not UNSET and lasts is not UNSET and nanoseconds(every) >= nanoseconds(lasts):
                told = f"renewed every {every}, a token that lasts {lasts} has ended before"
                yield Finding((*path, "every"), told)
            login = operations.get(scheme.login)
            if login is not None and login.auth == name:
                told = f"{scheme.login!r} gives the token of {name!r}, and can't be signed with it"
                yield Finding((*path, "login"), told)


def tokens_in_addresses(venue: Venue) -> Iterator[Finding]:
    """A connection shows its token in its address or in its first frame, and says which token it is."""
    spec = venue.merged
    in_address: set[str] = set()
    for name, environment in spec.environments.items():
        for connection, said in environment.connections.items():
            texts_of = [said] if isinstance(said, str) else list(said.values())
            if not any("session_token" in slot_names(text) for text in texts_of):
                continue
            in_address.add(connection)
            known = spec.connections.get(connection)
            scheme = None if known is None or known.login is UNSET else spec.auth.get(known.login.auth)
            if known is not None and not isinstance(scheme, SessionToken):
                yield Finding(
                    ("environments", name, "connections", connection),
                    f"the address holds a token, and connection {connection!r} does not say which",
                    "add 'login: {auth: ...}' with a scheme of kind session_token",
                )
    for name, item in spec.connections.items():
        if item.login is not UNSET and item.login.frame is UNSET and name not in in_address:
            scheme = spec.auth.get(item.login.auth)
            if isinstance(scheme, ApiKey) and scheme.headers:
                continue  # they go with the opening
            yield Finding(
                ("connections", name, "login"),
                f"connection {name!r} logs in with nothing: neither a frame nor a token in its address",
                "add 'frame', or '{session_token}' to its address",
            )


def _templates(scheme: Auth) -> Iterator[tuple[Path, str]]:
    for word in ("headers", "params"):
        for key, text in getattr(scheme, word).items():
            yield (word, key), text
    for word in ("payload", "signature", "user", "password", "response"):
        text = getattr(scheme, word, UNSET)
        if isinstance(text, str):
            yield (word,), text


def texts(frame: object) -> Iterator[str]:
    """Every text in a frame."""
    if isinstance(frame, str):
        yield frame
    inner = frame.values() if isinstance(frame, dict) else frame if isinstance(frame, list) else ()
    for each in inner:
        yield from texts(each)


def unused_credentials(venue: Venue) -> Iterator[Finding]:
    """Every declared credential is used by a scheme or by the first frames of a connection."""
    said = venue.merged.venue
    if said is UNSET or not said.credentials:
        return
    used: set[str] = set()
    for scheme in venue.merged.auth.values():
        used |= {slot for _, text in _templates(scheme) for slot in slot_names(text)}
        used.add(str(getattr(scheme, "secret", "")))
        if isinstance(scheme, SessionToken):
            # The login call sends what the venue asks for, user and password among it, as parameters of its own.
            login = venue.merged.operations.get(scheme.login)
            used |= (
                set(said.credentials) if scheme.certificate or login is None else set(by_name(login.params))
            )
    for connection in venue.merged.connections.values():
        if connection.login is not UNSET:
            used |= {slot for text in texts(connection.login.frame) for slot in slot_names(text)}
        if connection.requests is not UNSET:
            used |= {slot for text in texts(connection.requests.frame) for slot in slot_names(text)}
    for name in said.credentials:
        if name not in used:
            yield Finding(("venue", "credentials", name), f"nothing uses the credential {name!r}", key=True)


def private_calls(venue: Venue) -> Iterator[Finding]:
    """A private operation is signed, and a signed one with effects says how its outcome is read."""
    for name, operation in venue.merged.operations.items():
        path: Path = ("operations", name)
        if operation.private and operation.auth is UNSET:
            yield Finding(path, f"private operation {name!r} names no auth scheme", "add 'auth'", key=True)
        if operation.class_ == "command" and not operation.private:
            yield Finding(
                path,
                f"command {name!r} is not private, and commands act for an account",
                "add 'private: true'",
                key=True,
            )
        if operation.outcome is UNSET:
            continue
        if not operation.private:
            yield Finding(
                (*path, "outcome"), f"{name!r} is public, and its answer is its outcome", "drop 'outcome'"
            )
        for class_ in ("timeout", "disconnect", "http_5xx"):
            if class_ not in operation.outcome.unknown:
                yield Finding(
                    (*path, "outcome"),
                    f"{name!r} does not say that its outcome is unknown after {class_!r}",
                    f"add {class_!r} to 'unknown'",
                )
