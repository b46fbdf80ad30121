"""Control messages of connections that are logged on to, built so that a client's own classification reads what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec.inspect import BoolType, ListType, StrType, StructType, UnionType, type_info

from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.facts import Interface
from dragoman.session.messages import Ack, AuthOk, AuthRefused, Expired, Pong, Refused, Unsubscribed
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.facts import Answered
from dragoman.simulate.links import texts_of
from dragoman.simulate.payloads import ABSENT, fields_of
from dragoman.simulate.wire.leaves import Leaves
from dragoman.simulate.wire.pens import forms_of, usual_values

_READ_AS: dict[str, type[Any]] = {
    "authenticated": AuthOk,
    "denied": AuthRefused,
    "ack": Ack,
    "unsubscribed": Unsubscribed,
    "error": Refused,
    "pong": Pong,
    "expired": Expired,
}


class Greetings:
    """What the venue says to clients of private connections beside data."""

    def __init__(self, backwards: Backwards, interface: Interface) -> None:
        self.backwards = backwards
        self._served: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._classifiers = {
            connection.name: Classifier(
                connection,
                tagged=stream.ack == "topic",
                bare=stream.rules is not None
                and bool(stream.rules.beat)
                and str(stream.rules.beat).isalpha(),
            )
            for connection in backwards.tables.connections
            if (stream := interface.streams.get(connection.name)) is not None
        }

    def reply(self, connection: str, means: str, now_ns: int = 0, **values: Any) -> bytes | None:
        """A control message; `id`, `code` and `message` go where the venue tells them, `said` are further fields.

        None where it has no such message.
        """
        for index, (said, answered) in enumerate(self.backwards.inverse.greetings.get(connection, ())):
            if said == means:
                for around in (None, *self._fields_of_others(connection, answered, now_ns)):
                    found = self._built(connection, means, index, answered, dict(values), now_ns, around)
                    if found is not None:
                        return found
        return None

    def _built(
        self,
        connection: str,
        means: str,
        index: int,
        answered: Answered,
        values: dict[str, Any],
        now_ns: int,
        around: Any = None,
    ) -> bytes | None:
        """A message that is read as what is meant; `around` are fields of another one that it may have to have too."""
        parts, echo = values.pop("parts", ()), values.pop("echo", {})
        told: dict[str, Any] = dict(values.pop("said", {}))
        leaves = Leaves(self.backwards.writer, answered.payload)
        for name, value in values.items():
            if name == "id" and parts:
                continue  # told by the argument that is repeated
            for path in answered.reads.get(name, ()):
                leaf = leaves.leaf(path)
                if leaf is not None and isinstance(leaf[0], ListType) and isinstance(value, str):
                    value = [value]
                if leaf is not None and value is not None and path not in told:
                    wire = next((each for _, each in forms_of(value, leaf)), ABSENT)
                    if wire is ABSENT and isinstance(value, str | int):
                        wire = next((each for _, each in forms_of(str(value), leaf)), ABSENT)
                    if wire is not ABSENT:
                        told[path] = wire
                        break
        free = [path for path in answered.reads.get("when", ()) if path not in told]
        # What other messages are told apart by has its say too.
        free += [path for path in _flags(leaves) if path not in free and path not in told]
        told_apart = [path for path in self._deciding(connection) if path not in told]
        free += [path for path in told_apart if path not in free and leaves.leaf(path) is not None]
        repeated = _repeated(answered.payload, texts_of(echo))
        asked = set(texts_of(echo).values())
        key: tuple[Any, ...] = (connection, means, index, *sorted(repeated.items()))
        offers = []
        for path in free:
            leaf = leaves.leaf(path)
            fitting = [
                v
                for v in self._literals(connection)
                if leaf is not None and next(forms_of(v, leaf), None) is not None
            ]
            usual = [] if leaf is None else usual_values(leaf, fitting)
            # Of several words that would do the one that was asked with is the answer to it.
            usual.sort(key=lambda value: not (isinstance(value, str) and value in asked))
            key = (*key, *[value for value in usual if isinstance(value, str) and value in asked])
            offers.append([repeated[path], *usual] if path in repeated else usual)
        for path in answered.reads.get("id", ()) if parts else ():
            if path not in free:
                free.append(path)
                offers.append([repeated[path]] if path in repeated else [ABSENT, *parts])
        key = (*key, *parts, *free)
        served = [self._served[key]] if key in self._served else []
        for chosen in (*served, *combinations(*offers)):
            said = {**dict(zip(free, chosen, strict=True)), **told}
            tree = leaves.tree([("", [said])], now_ns, texts_of(echo))
            body = msgspec.json.encode(tree if around is None else _merged(around, tree))
            read = self._read(connection, body)
            if parts and getattr(read, "topics", ()) != (values.get("id"),):
                continue
            if isinstance(read, _READ_AS.get(means, object)):
                self._served[key] = chosen
                return body
        return None

    def _deciding(self, connection: str) -> list[str]:
        """Fields by which any of a connection's messages is told from the others."""
        known = self.backwards.inverse.greetings.get(connection, ())
        return list(dict.fromkeys(path for _, each in known for path in each.reads.get("when", ())))

    def _literals(self, connection: str) -> list[Any]:
        """What fields of a connection's messages are compared with."""
        known = self.backwards.inverse.greetings.get(connection, ())
        return list(dict.fromkeys(value for _, each in known for value in each.tries))

    def _fields_of_others(self, connection: str, answered: Answered, now_ns: int) -> Iterator[Any]:
        """What other messages of the connection look like with nothing said."""
        for _, other in self.backwards.inverse.greetings.get(connection, ()):
            if other is not answered:
                yield Leaves(self.backwards.writer, other.payload).tree([("", [{}])], now_ns)

    def _read(self, connection: str, body: bytes) -> Any:
        try:
            return self._classifiers[connection](Frame(Opcode.TEXT, body))
        except (msgspec.DecodeError, ValueError, LookupError, TypeError):
            return None


def _merged(one: Any, other: Any) -> Any:
    """Two trees as one, the other's values where both say something."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    return {**one, **{name: _merged(one.get(name), value) for name, value in other.items()}}


def _flags(leaves: Leaves) -> list[str]:
    """Fields of a message that are true or false."""
    found = []
    for each in fields_of(leaves.payload):
        kind = type_info(each.type)
        kinds = kind.types if isinstance(kind, UnionType) else (kind,)
        if any(isinstance(one, BoolType) for one in kinds):
            found.append(each.name)
    return found


def _repeated(payload: Any, echo: Mapping[str, str], at: str = "") -> dict[str, str]:
    """Texts of a request that stand in the reply under the same key, by their paths."""
    found: dict[str, str] = {}
    for each in fields_of(payload):
        kind = type_info(each.type)
        for one in kind.types if isinstance(kind, UnionType) else (kind,):
            if isinstance(one, StructType):
                found |= _repeated(one.cls, echo, f"{at}{each.name}.")
            elif isinstance(one, StrType) and each.encode_name in echo:
                found[f"{at}{each.name}"] = echo[each.encode_name]
    return found
