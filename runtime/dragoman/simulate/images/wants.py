"""Subscriptions by criteria: what a client's frame asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from dragoman.model import InstrumentId
from dragoman.requests.facts import Channel, Slot, Stream
from dragoman.simulate.images.facts import Understood
from dragoman.simulate.wire.keys import TurnedAway

_MS = 1_000_000
_USUAL_LEVELS = 3
_MOST_LEVELS = 10


@dataclass(slots=True)
class Wants:
    """One subscription: of which instruments, which fields, at which pace; `tokens` say where to go on from."""

    identity: Any
    instruments: tuple[InstrumentId, ...]
    fields: frozenset[str] | None
    """Wire keys; None for all."""
    levels: int = _USUAL_LEVELS
    heartbeat_ns: int = 0
    conflate_ns: int = 0
    segmented: bool = False
    tokens: Mapping[str, str] = field(default_factory=dict)
    selection: str = ""
    """What tells one choice of instruments and fields from another."""

    def has(self, wire: str) -> bool:
        """Whether a field is asked for."""
        return self.fields is None or wire in self.fields


class Subscribing:
    """Reads the frames of one connection; raises TurnedAway for one that asks for what can't be."""

    def __init__(
        self,
        stream: Stream,
        channel: Channel,
        understood: Understood,
        tokens: Mapping[str, str],
        keys: tuple[str, ...],
    ) -> None:
        self.stream = stream
        self.understood = understood
        self._tokens = tokens
        filled = {param.wire: param.fills for param in channel.params}
        self._slots = dict(slots_at(stream.frame))
        self._keys = {path: filled[name] for path, name in self._slots.items() if filled.get(name) in keys}

    def takes(self, message: Any) -> bool:
        """Whether a message is a subscription: it says the same texts at its outside as the adapter's own."""
        return is_like(self.stream.frame, message)

    def read(
        self, message: Mapping[str, Any], known: Mapping[InstrumentId, tuple[Any, Mapping[str, Any]]]
    ) -> Wants:
        """What a frame wants of known instruments: id -> (instrument, its key by name)."""
        understood = self.understood
        chosen = tuple(identity for identity, each in known.items() if self._fits(message, *each))
        fields: frozenset[str] | None = None
        if understood.fields is not None:
            words = at_path(message, understood.fields.at)
            if isinstance(words, list) and words:
                wrong = [word for word in words if word not in understood.fields.words]
                if wrong:
                    raise TurnedAway("rejected", f"the message can't be read: {wrong[0]!r} is no field")
                fields = frozenset(wire for word in words for wire in understood.fields.words[word])
        said = (sorted(map(str, chosen)), sorted(fields or ()))
        return Wants(
            identity=self._slot(message, "id", "id_text"),
            instruments=chosen,
            fields=fields,
            levels=min(_number(message, understood.levels, _USUAL_LEVELS), _MOST_LEVELS),
            heartbeat_ns=_number(message, understood.heartbeat_ms, 0) * _MS,
            conflate_ns=_number(message, understood.conflate_ms, 0) * _MS,
            segmented=bool(understood.segmented) and at_path(message, understood.segmented) is True,
            tokens={
                name: text
                for name in self._tokens
                if isinstance(text := self._slot(message, name), str) and text
            },
            selection=hashlib.sha256(repr(said).encode()).hexdigest()[:8],
        )

    def _fits(self, message: Any, instrument: Any, key: Mapping[str, Any]) -> bool:
        """Whether every criterion that is said names the instrument."""
        for path, name in self._keys.items():
            if not _names(at_path(message, path), key[name]):
                return False
        return fits(self.understood.criteria, message, instrument)

    def _slot(self, message: Any, *names: str) -> Any:
        for path, name in self._slots.items():
            if name in names:
                return at_path(message, path)
        return None


def fits(criteria: Mapping[str, str], message: Any, instrument: Any) -> bool:
    """Whether every list of values that a message has at the paths of criteria names the instrument."""
    return all(
        _names(at_path(message, path), getattr(instrument, name, None)) for path, name in criteria.items()
    )


def _names(values: Any, value: Any) -> bool:
    if values is None or values == []:
        return True  # nothing is asked for
    listed = values if isinstance(values, list) else [values]
    return str(value) in {str(each) for each in listed}


def is_like(tree: Any, message: Any) -> bool:
    """Whether a message has the texts that stand at the outside of a frame's tree."""
    if not isinstance(tree, Mapping) or not isinstance(message, Mapping):
        return False
    return all(message.get(key) == part for key, part in tree.items() if isinstance(part, str))


def slots_at(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(path, name) of every slot of a frame's tree."""
    for key, part in tree.items() if isinstance(tree, Mapping) else ():
        if isinstance(part, Slot):
            yield f"{before}{key}", part.name
        else:
            yield from slots_at(part, f"{before}{key}.")


def at_path(message: Any, path: str) -> Any:
    """What a message has at a path of wire keys, None where it has nothing."""
    for key in path.split("."):
        message = message.get(key) if isinstance(message, Mapping) else None
    return message


def _number(message: Any, path: str, usual: int) -> int:
    found = at_path(message, path) if path else None
    if found is None:
        return usual
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise TurnedAway(
            "rejected", f"the message can't be read: {path} is {msgspec.json.encode(found).decode()}"
        )
    return found
