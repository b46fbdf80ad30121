"""Requests with an id over a connection: the operation that a frame asks for, and its answer as the connection tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec

from dragoman.requests.facts import Asking, Operation, SocketCall
from dragoman.requests.params import plain
from dragoman.simulate.answers import Answer
from dragoman.simulate.links import Link, matched
from dragoman.simulate.wire.keys import Call, TurnedAway
from dragoman.simulate.wire.trading import Trading

_PLACES = frozenset({"id", "id_text", "call", "params"})
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
        for product in (link.product, ""):
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
        pairs = [(name, _text(value)) for name, value in given.items()]
        if getattr(self.trading.interface.auth[auth], "sort", False):
            pairs.sort()
        # The signature is made over what stands before it.
        pairs.sort(key=lambda pair: pair[0] == "signature")
        return self.trading.keyring.owner(auth, Call("", "", urlencode(pairs)), now_ns)


def _told(asking: Asking, answer: Answer, identity: Any, request: Mapping[str, Any]) -> bytes:
    """An answer of HTTP as the connection tells it."""
    body = msgspec.json.decode(answer.body)
    message: dict[str, Any] = {}
    if asking.body:
        message[asking.body[0 if answer.status < 400 else -1]] = body
    elif isinstance(body, dict):
        called: dict[str, str] = {http: name for name, http in asking.rename.items()}
        message = {str(called.get(name, name)): value for name, value in body.items()}
    if asking.status:
        message[asking.status] = answer.status
    message[asking.id] = identity
    for name in asking.has:
        message.setdefault(name, request.get(name, ""))
    return msgspec.json.encode(message)


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else plain(value)
