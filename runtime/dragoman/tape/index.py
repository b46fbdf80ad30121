"""What a tape means, in hashes: kept in the tape when it is recorded, compared when it is played with another spec."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.model import to_dict
from dragoman.tape.facts import dragoman_version
from dragoman.tape.lines import Digests, Events, Line

if TYPE_CHECKING:
    from dragoman.tape.tape import Tape

_SHORT = 12
_LINES_EACH = 1000
_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(event: Any) -> bytes:
    """An event as JSON that is the same on every machine: sorted keys, decimals as text, no spaces."""
    return _ENCODER.encode(to_dict(event))


class Summary:
    """Sums events up as they come: `sha256` is over their canonical lines, each with a newline."""

    def __init__(self) -> None:
        self.count = 0
        self.types: dict[str, int] = {}
        self._whole = hashlib.sha256()
        self._fields: dict[str, dict[str, Any]] = {}
        self._lines: list[str] = []

    def add(self, number: int, events: Iterable[Any]) -> list[bytes]:
        """Take the events of one line of the tape; returns them as canonical JSON."""
        texts = []
        marks = []
        for event in events:
            told = to_dict(event)
            text = _ENCODER.encode(told)
            self._whole.update(text + b"\n")
            name = told["type"]
            self.count += 1
            self.types[name] = self.types.get(name, 0) + 1
            fields = self._fields.setdefault(name, {})
            for key, value in told.items():
                if key not in fields:
                    fields[key] = hashlib.sha256()
                fields[key].update(_ENCODER.encode(value) + b"\n")
            marks.append(f"{list(self.types).index(name)}:{hashlib.sha256(text).hexdigest()[:_SHORT]}")
            texts.append(text)
        if marks:
            self._lines.append(f"{number}={','.join(marks)}")
        return texts

    @property
    def sha256(self) -> str:
        return self._whole.hexdigest()

    @property
    def fields(self) -> dict[str, dict[str, str]]:
        """type -> field -> a hash over all its values."""
        return {
            name: {key: found.hexdigest()[:_SHORT] for key, found in each.items()}
            for name, each in self._fields.items()
        }

    @property
    def digests(self) -> dict[int, str]:
        """Line of the tape -> what it brought, `type:digest` joined by commas, types by their place in `types`."""
        return dict(_parsed(self._lines))

    def lines(self, spec: str) -> Iterator[Line]:
        """As the last lines of a tape."""
        for at in range(0, len(self._lines), _LINES_EACH):
            yield Digests(of=tuple(self._lines[at : at + _LINES_EACH]))
        yield Events(
            spec=spec,
            dragoman=dragoman_version(),
            sha256=self.sha256,
            count=self.count,
            types=self.types,
            fields=self.fields,
        )


class Stored(msgspec.Struct, frozen=True):
    """The index that a tape holds."""

    events: Events
    digests: Mapping[int, str]


class Changed(msgspec.Struct, frozen=True):
    """One line of the tape that means something else than it did: how many events of each type then and now."""

    number: int
    before: Mapping[str, int]
    after: Mapping[str, int]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """How a replay differs from what was stored: counts then and now, fields whose values differ, lines that differ."""

    counts: Mapping[str, tuple[int, int]]
    fields: Mapping[str, tuple[str, ...]]
    lines: tuple[Changed, ...]


def summarize(tape: Tape, progress: Callable[[int], None] | None = None) -> Summary:
    """The summary of a whole replay."""
    summary = Summary()
    for (number, _), events in tape.steps(progress=progress):
        summary.add(number, events)
    return summary


def write_index(path: Path) -> Summary:
    """Translate the tape and keep what it means in it, in the place of what was kept before."""
    from dragoman.tape.storage import LineWriter, rewrite
    from dragoman.tape.tape import Tape

    tape = Tape.open(path)
    summary = summarize(tape)
    has_index = any(isinstance(line, Digests | Events) for _, line in tape.lines())
    if has_index or tape.problems:
        kept = (line for _, line in tape.lines() if not isinstance(line, Digests | Events))
        rewrite(path, (line for part in (kept, summary.lines(tape.spec.hash)) for line in part))
        return summary
    with LineWriter(path, append=True) as writer:
        for line in summary.lines(tape.spec.hash):
            writer.write(line)
    return summary


def stored(tape: Tape) -> Stored | None:
    """The index of a tape, None where the recording was cut off before there was one."""
    texts: list[str] = []
    events: Events | None = None
    for _, line in tape.lines():
        if isinstance(line, Digests):
            texts += line.of
        elif isinstance(line, Events):
            events = line
    return None if events is None else Stored(events, dict(_parsed(texts)))


def compare(then: Stored, now: Summary) -> Change | None:
    """What is different now, None where nothing is."""
    before = then.events
    if before.sha256 == now.sha256:
        return None
    names = sorted({*before.types, *now.types})
    counts = {
        name: (before.types.get(name, 0), now.types.get(name, 0))
        for name in names
        if before.types.get(name, 0) != now.types.get(name, 0)
    }
    fields = {}
    for name in names:
        here, there = now.fields.get(name, {}), before.fields.get(name, {})
        found = tuple(sorted(key for key in {*here, *there} if here.get(key) != there.get(key)))
        if found and here and there:
            fields[name] = found
    digests = now.digests
    lines = []
    for number in sorted({*then.digests, *digests}):
        old = _named(then.digests.get(number, ""), list(before.types))
        new = _named(digests.get(number, ""), list(now.types))
        if old != new:
            lines.append(Changed(number, _counted(old), _counted(new)))
    return Change(counts=counts, fields=fields, lines=tuple(lines))


def _parsed(texts: Iterable[str]) -> Iterator[tuple[int, str]]:
    for text in texts:
        number, _, marks = text.partition("=")
        yield int(number), marks


def _named(marks: str, types: list[str]) -> list[tuple[str, str]]:
    pairs = (mark.split(":") for mark in marks.split(",") if mark)
    return [(types[int(place)], digest) for place, digest in pairs]


def _counted(events: list[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, _ in events:
        found[name] = found.get(name, 0) + 1
    return found
