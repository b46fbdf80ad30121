"""Which names of a venue carry secrets, and which change from call to call, read from its declared interface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from dragoman.requests.facts import Interface, Slot

VOLATILE = frozenset(
    {"timestamp", "signature", "nonce", "recvwindow", "recv_window", "sign", "sig", "expires"}
)
"""Names that are volatile with every venue, in lower case."""
_DERIVED = frozenset({"signature", "response", "digest"})


class Names(msgspec.Struct, frozen=True):
    """Lower-case names of headers, parameters and fields. Volatile ones are left out when requests are compared."""

    secret: frozenset[str] = frozenset()
    volatile: frozenset[str] = VOLATILE


class _Asked(dict[str, str]):
    """Slots that a template asks for; the signature is given as a mark that can be found again."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def __missing__(self, name: str) -> str:
        self.names.add(name)
        return "@signature@" if name == "signature" else ""


def names_of(interface: Interface) -> Names:
    """The names that the authentication schemes and log-in frames of a venue declare."""
    secret: set[str] = set()
    volatile: set[str] = set()
    hidden = frozenset(interface.credentials) | _DERIVED
    for scheme in interface.auth.values():
        params: Mapping[str, Any] = getattr(scheme, "params", {})
        headers: Mapping[str, Any] = getattr(scheme, "headers", {})
        volatile |= params.keys()
        for name, text in (*params.items(), *headers.items()):
            asked = slots(text)
            if asked & hidden:
                secret.add(name)
            if any(each.startswith(("timestamp", "nonce")) for each in asked) or asked & _DERIVED:
                volatile.add(name)
        place = getattr(scheme, "signature", None)
        if place is not None:
            signed = {name for name, value in parse_qsl(place(_Asked())) if value == "@signature@"}
            secret |= signed
            volatile |= signed
    for stream in interface.streams.values():
        for name, text in _leaves(stream.login_frame):
            asked = slots(text)
            if asked & hidden:
                secret.add(name)
            if asked & _DERIVED or any(each.startswith(("timestamp", "nonce")) for each in asked):
                volatile.add(name)
    return Names(
        frozenset(name.lower() for name in secret if name),
        VOLATILE | {name.lower() for name in volatile if name},
    )


def slots(text: Any) -> frozenset[str]:
    """The slots that a compiled template, or a place of a frame, is filled from."""
    if isinstance(text, Slot):
        return frozenset({text.name})
    if not callable(text):
        return frozenset()
    asked = _Asked()
    text(asked)
    return frozenset(asked.names)


def _leaves(tree: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """(key, what stands there) of a frame's tree."""
    if isinstance(tree, Mapping):
        for key, part in tree.items():
            yield from _leaves(part, key)
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from _leaves(part, name)
    else:
        yield name, tree
