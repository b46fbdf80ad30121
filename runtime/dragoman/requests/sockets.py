"""Operations as requests with an id on a connection: the frame that goes out, and what HTTP would have answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from dragoman.auth import Draft
from dragoman.net.wire import decode_query
from dragoman.requests.facts import Asking, Interface, Operation, Param
from dragoman.requests.frames import filled, written
from dragoman.requests.params import in_json, in_pairs

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests

_MOST_DIGITS = 16
"""Longest number among the parameters that a scheme adds: a moment. Keys and signatures are longer texts."""


def connection_for(interface: Interface, operation: Operation, product: str) -> str | None:
    """The connection that takes an operation of a product as a request; None where it goes over HTTP alone."""
    socket = operation.socket
    return None if socket is None else socket.connections.get(product) or socket.connections.get("")


def submitting(interface: Interface, products: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(connection, product) of every connection that takes orders of these products."""
    command = interface.commands.get("submit_order")
    if command is None:
        return
    for product in products:
        name = command.operations.get(product) or command.operations.get("")
        operation = interface.operations.get(name or "")
        connection = None if operation is None else connection_for(interface, operation, product)
        if connection is not None:
            yield connection, product


def socket_frame(
    requests: Requests,
    connection: str,
    operation: Operation,
    product: str,
    checked: Sequence[tuple[Param, Any]],
    request_id: int,
) -> str:
    """What is sent for an operation of checked parameters, signed where the connection's requests are."""
    stream = requests.interface.streams[connection]
    asking, socket = stream.requests, operation.socket
    assert asking is not None and socket is not None
    values = requests.values(operation.servers.get(product) or operation.servers.get("", ""))
    params: dict[str, Any] = {param.wire: in_json(param, value) for param, value in checked}
    if asking.auth:
        draft = Draft(
            method="",
            path="",
            pairs=tuple([pair for param, value in checked for pair in in_pairs(param, value)]),
        )
        signed = requests.interface.auth[asking.auth].apply(draft, values)
        added = [*signed.pairs, *decode_query(signed.placed)]
        params |= {name: _number(text) for name, text in added if name not in params}
    places = {
        **params,
        "params": params,
        "call": socket.call,
        "id": request_id,
        "id_text": str(request_id),
    }
    tree = asking.frame if socket.frame is None else socket.frame
    return written(stream, filled(tree, places, values.also(call=socket.call)))


class Answers:
    """Reads the answers to requests of one connection."""

    __slots__ = ("_asking", "_decode")

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._decode = msgspec.json.Decoder(dict[str, Raw]).decode

    def id_of(self, head: Mapping[str, Raw]) -> int | None:
        """The id of the request that a message of these keys answers; None where it answers none of ours."""
        if not all(key in head for key in self._asking.has) or self._asking.id not in head:
            return None
        said = msgspec.json.decode(head[self._asking.id])
        if isinstance(said, str):
            return int(said) if said.isdecimal() else None
        return said if isinstance(said, int) else None

    def read(self, data: bytes) -> tuple[int, bytes]:
        """(HTTP status, body) that a message stands for."""
        asking = self._asking
        head = self._decode(data)
        status = msgspec.json.decode(head[asking.status]) if asking.status in head else 200
        for key in asking.body:
            if key in head and bytes(head[key]).strip() != b"null":
                return status, bytes(head[key])
        if asking.body:
            return status, b""
        if not asking.rename:
            return status, data
        renamed = {asking.rename.get(key, key): value for key, value in head.items()}
        return status, msgspec.json.encode(renamed)


def _number(text: str) -> Any:
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else text
