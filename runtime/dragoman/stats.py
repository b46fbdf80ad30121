"""Counters that a user can read while a venue runs."""

from __future__ import annotations

from collections import Counter

# A venue that sends a new unknown name with every message must not fill the memory.
_MOST_NAMES = 1000
OTHER = "(other names)"
_NO_COUNTS = frozenset({"named", "captured"})


class Stats:
    """Plain integer attributes (`stats.messages += 1`), with the names behind the unusual ones in `named`.

    Counted on the wire: `frames`, `requests`, `bytes_received`, `retries`, `reconnects`, `dropped`; `repeats` are trades left out that came before. Counted in translation:
    `messages`, `bytes`, `events`, `controls`, `bad_rows`, `unknown_*`. Counted by state machines: `gaps`, `resyncs`.
    """

    __slots__ = (
        "bad_messages",
        "bad_rows",
        "bytes",
        "bytes_received",
        "captured",
        "controls",
        "dropped",
        "events",
        "frames",
        "gaps",
        "messages",
        "named",
        "reconnects",
        "repeats",
        "requests",
        "resyncs",
        "retries",
        "unknown_enums",
        "unknown_fields",
        "unknown_messages",
    )

    def __init__(self) -> None:
        self.named: dict[str, Counter[str]] = {}
        self.captured: dict[str, str] = {}
        """Field that no specification names -> its last value, the JSON text as it came without secrets, where shapes capture."""
        self.reset()

    def reset(self) -> None:
        """Everything back to zero."""
        self.frames = self.requests = self.bytes_received = 0
        self.retries = self.reconnects = self.dropped = self.repeats = 0
        self.messages = self.bytes = self.events = self.controls = 0
        self.bad_messages = self.bad_rows = self.unknown_fields = self.unknown_enums = (
            self.unknown_messages
        ) = 0
        self.gaps = self.resyncs = 0
        self.named.clear()
        self.captured.clear()

    def capture(self, name: str, value: str) -> None:
        """Keep the last value of an unknown field."""
        if name in self.captured or len(self.captured) < _MOST_NAMES:
            self.captured[name] = value

    def count(self, counter: str, name: str, n: int = 1) -> None:
        """Add `n` to the attribute `counter` and to `name` under it, as in `count("unknown_enums", "OrderType.PEGGED")`."""
        setattr(self, counter, getattr(self, counter) + n)
        names = self.named.setdefault(counter, Counter())
        if name not in names and len(names) >= _MOST_NAMES:
            name = OTHER
        names[name] += n

    def as_dict(self) -> dict[str, int | dict[str, int]]:
        """Every counter by its attribute's name, and `named` counts as `{"unknown_enums.by_name": {...}}`."""
        totals: dict[str, int | dict[str, int]] = {
            name: getattr(self, name) for name in self.__slots__ if name not in _NO_COUNTS
        }
        for counter, names in sorted(self.named.items()):
            totals[f"{counter}.by_name"] = dict(names)
        return totals

    def add(self, other: Stats) -> None:
        """Take in the counts of `other`, so that several sessions report as one venue."""
        for name in self.__slots__:
            if name not in _NO_COUNTS:
                setattr(self, name, getattr(self, name) + getattr(other, name))
        for counter, names in other.named.items():
            self.named.setdefault(counter, Counter()).update(names)
        for name, value in other.captured.items():
            self.capture(name, value)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={count}" for name, count in self.as_dict().items() if count)
        return f"Stats({shown})"
