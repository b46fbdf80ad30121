"""Requests with an id over a connection: the operation that a frame asks for, and its answer as the connection tells it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec

from dragoman.requests.facts import Asking, Operation, Slot, SocketCall
from dragoman.requests.params import plain
from dragoman.simulate.answers import Answer
from dragoman.simulate.links import Link, matched
from dragoman.simulate.wire.keys import Call, TurnedAway
from dragoman.simulate.wire.trading import Trading

_PLACES = frozenset({"id", "id_text", "call", "params"})
_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
"""What stands in a query as it is."""
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
Owner = Callable[[Link], "str | None"]
"""Who is logged on to a connection, None where nobody is."""


class SocketCalls:
    """Answers what is asked for over the connections of one venue."""

    def __init__(self, trading: Trading, owner: Owner) -> None:
        self.trading = trading
        self._owner = owner
        self._calls: dict[tuple[str, str], list[tuple[Operation, SocketCall]]] = {}
        for operation in trading.interface.operations.values():
            if operation.socket is not None:
                for product, connection in operation.socket.connections.items():
                    known = self._calls.setdefault((connection, product), [])
                    known.append((operation, operation.socket))
        self._places: dict[str, tuple[Any, ...] | None] = {
            name: None if stream.requests is None else _place_of("call", stream.requests.frame)
            for name, stream in trading.interface.streams.items()
        }
        """Connection -> where its requests say what is called."""
        self._called: dict[tuple[str, str], dict[Any, Operation]] = {
            key: {socket.call: operation for operation, socket in reversed(known)}
            for key, known in self._calls.items()
            if self._places.get(key[0]) and all(socket.frame is None for _, socket in known)
        }
        """Operations by what is called, where all are called by frames of one form."""

    def takes(self, link: Link, data: str | bytes) -> bool:
        """Whether a frame is a request."""
        return self._found(link, data) is not None

    def received(self, link: Link, data: str | bytes, now_ns: int) -> bytes | None:
        """The answer to a request; None for a frame that is none."""
        found = self._found(link, data)
        if found is None:
            return None
        asking, operation, said, message = found
        answer = self._answered(link, asking, operation, said, now_ns)
        return _told(asking, answer, said.get("id", said.get("id_text")), message)

    def _found(self, link: Link, data: str | bytes) -> tuple[Asking, Operation, dict[str, Any], Any] | None:
        """(requests of the connection, operation, slots, message) of a frame."""
        asking = self.trading.interface.streams[link.connection].requests
        if asking is None:
            return None
        try:
            message = msgspec.json.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        place = self._places[link.connection]
        for product in (link.product, ""):
            called = self._called.get((link.connection, product))
            if called is not None:
                found = called.get(_at(place, message))
                said = None if found is None else matched(asking.frame, message, loose=True)
                if found is not None and said is not None:
                    return asking, found, said, message
                continue
            for operation, socket in self._calls.get((link.connection, product), ()):
                said = matched(asking.frame if socket.frame is None else socket.frame, message, loose=True)
                if said is not None and said.get("call", socket.call) == socket.call:
                    return asking, operation, said, message
        return None

    def _answered(
        self, link: Link, asking: Asking, operation: Operation, said: Mapping[str, Any], now_ns: int
    ) -> Answer:
        inner = said.get("params")
        given = {name: value for name, value in said.items() if name not in _PLACES}
        given |= inner if isinstance(inner, dict) else {}
        try:
            owner = self._signed(asking.auth, given, now_ns) if asking.auth else self._owner(link)
            if owner is None:
                raise TurnedAway("auth", "nobody is logged on")
        except TurnedAway as error:
            return self.trading.refusals.of_kind(error.kind, error.text, reason=error.reason)
        return self.trading.asked(operation, link.product, owner, given, now_ns)

    def _signed(self, auth: str, given: Mapping[str, Any], now_ns: int) -> str:
        """Whose signature a request carries, made over its parameters as a query."""
        texts = {name: value if value.__class__ is str else _text(value) for name, value in given.items()}
        # The signature is made over what stands before it.
        last = texts.pop("signature", None)
        pairs = list(texts.items())
        if getattr(self.trading.interface.auth[auth], "sort", False):
            pairs.sort()
        if last is not None:
            pairs.append(("signature", last))
        if _PLAIN.fullmatch("".join([name + text for name, text in pairs])):
            query = "&".join([f"{name}={text}" for name, text in pairs])
        else:
            query = urlencode(pairs)
        return self.trading.keyring.owner(auth, Call("", "", query, pairs=dict(pairs)), now_ns)


def _told(asking: Asking, answer: Answer, identity: Any, request: Mapping[str, Any]) -> bytes:
    """An answer of HTTP as the connection tells it."""
    message: dict[str, Any] = {}
    if asking.body:
        message[asking.body[0 if answer.status < 400 else -1]] = msgspec.Raw(answer.body)
    elif answer.body[:1] == b"{":
        called: dict[str, str] = {http: name for name, http in asking.rename.items()}
        body = _FIELDS(answer.body)
        message = {called.get(name, name): value for name, value in body.items()}
    if asking.status:
        message[asking.status] = answer.status
    message[asking.id] = identity
    for name in asking.has:
        message.setdefault(name, request.get(name, ""))
    return msgspec.json.encode(message)


def _place_of(slot: str, frame: Any) -> tuple[Any, ...] | None:
    """The keys that lead to a slot of a frame."""
    for key, part in frame.items() if isinstance(frame, Mapping) else ():
        if isinstance(part, Slot):
            if part.name == slot:
                return (key,)
            continue
        inner = _place_of(slot, part)
        if inner is not None:
            return (key, *inner)
    return None


def _at(place: tuple[Any, ...] | None, message: Any) -> Any:
    """What a message says at a place, None where it says nothing that names anything."""
    for key in place or ():
        message = message.get(key) if isinstance(message, dict) else None
    return message if isinstance(message, str) else None


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else plain(value)
