"""Drafts of payloads: every field of an event put where it is read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.errors import DragomanError, RowError, UnknownInstrument
from dragoman.model import (
    Bar,
    InstrumentId,
    OrderBookDeltas,
    QuoteTick,
)
from dragoman.simulate.bars import length_ns
from dragoman.simulate.drafts import Draft, Job, path_of, row_type
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Inverse, Made
from dragoman.simulate.payloads import ABSENT, Leaf, Writer, undone, written
from dragoman.translate.facts import Event
from dragoman.translate.translator import Translator

_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)


class Drafting:
    """Puts events into drafts; raises NotInvertible where a field can't be said."""

    def __init__(self, translator_type: type[Translator], inverse: Inverse) -> None:
        self.tables = translator_type.tables
        self.writer = Writer(inverse.forms, inverse.usual)
        self.translator = translator_type(on_bad_row=refuse)
        self.venue = self.tables.venue
        self._closes: dict[tuple[str, str], int] = {}
        """(channel or operation, specification of bars) -> nanoseconds from the time that a message says to the close that it means."""

    def _draft(
        self,
        job: Job,
        events: Sequence[Event],
        timeless: bool,
        decided: Sequence[Any],
        *,
        strict: bool = True,
    ) -> Draft:
        """Everything that the events say, then what decides, then what the server adds.

        strict: raise NotInvertible for what can't be said, which is left out otherwise.
        """
        draft = Draft(job.source)
        said: set[str] = set()
        pairs = list(self._matched(job, events))
        for made, event in pairs:
            beyond = getattr(event, "info", {})
            said |= {path_of(read) for key, read in made.reads.items() if key.removeprefix("info.") in beyond}
            self._say(job, made, event, draft, timeless, strict)
        for made, event in pairs:
            if isinstance(event, Bar):
                self._open(made, event, draft)
        for path, value in zip(job.source.tries, decided, strict=True):
            empty = value in ("", 0) and value is not False
            if value is not None and path not in said and not (empty and self._is_usual(draft, path)):
                draft.put(path, value)
        for made, _ in pairs:
            for path, value in made.usual.items():
                if not draft.says(path):
                    draft.put(path, value)
        for path, value in (job.told.fixed or {}).items():
            in_row = not draft.has_rows or self._leaf(draft, path) is not None
            draft.put(path if in_row else f"message.{path}", value)
        return draft

    def _matched(self, job: Job, events: Sequence[Event]) -> Iterator[tuple[Made, Event]]:
        kinds = {made.type: made for made in reversed(job.source.made)}
        for event in events:
            made = kinds.get(type(event).__name__)
            if made is None:
                why = "no such event comes from there"
                raise NotInvertible(self.venue, job.name, type(event).__name__, why)
            # The same event by another convention, or of another field where this one is left out.
            yield from ((m, event) for m in job.source.made if m.type == made.type and m is not made)
            book = kinds.get("OrderBookDeltas")
            if isinstance(event, QuoteTick) and "bid_price" not in made.reads and book is not None:
                yield book, _one_level(event)
            yield made, event

    def _say(self, job: Job, made: Made, event: Event, draft: Draft, timeless: bool, strict: bool) -> None:
        """Puts every field of an event where it is read from; a `timeless` message leaves its own time to the receipt."""
        for target, read in made.reads.items():
            if timeless and target == "ts_event":
                continue
            path = path_of(read)
            leaf = self._leaf(draft, path)
            if leaf is None:
                if not strict:
                    continue
                raise NotInvertible(self.venue, job.name, target, f"the payload has no field {path!r}")
            try:
                value = self._value(event, target, job.told.product)
                if target == "ts_event" and isinstance(event, Bar):
                    value -= self._closes.get((job.name, specification(event)), 0)
                wire = written(undone(value, () if isinstance(read, str) else read.via), *leaf)
            except (*_FAULTS, DragomanError) as error:
                if not strict:
                    continue
                raise NotInvertible(
                    self.venue, job.name, target, f"{type(error).__name__}: {error}"
                ) from error
            before = ABSENT if wire is ABSENT else draft.put(path, wire)
            if before is not ABSENT and not strict:
                draft.put(path, _together(before, wire))
            elif before is not ABSENT:
                why = f"another field says something else of {path!r}"
                raise NotInvertible(self.venue, job.name, target, why)

    def _open(self, made: Made, event: Bar, draft: Draft) -> None:
        """The opening time beside a bar's closing time, which a plain bar doesn't say but every client reads."""
        before, dot, _ = path_of(made.reads.get("ts_event", "")).rpartition(".")
        path = f"{before}{dot}open_time_ms"
        leaf = self._leaf(draft, path)
        if leaf is not None and not draft.says(path):
            length = length_ns("-".join(event.bar_type.rsplit("-", 4)[1:3]))
            draft.put(path, written(event.ts_event - event.ts_event % length, *leaf))

    def _value(self, event: Event, target: str, product: str) -> Any:
        """A field of an event; `instrument` and `interval` stand for what identities are made of."""
        if target == "interval" and isinstance(event, Bar):
            return specification(event)
        if target.startswith("info."):
            return event.info.get(target.removeprefix("info."))
        if target.partition(".")[0] == "instrument":
            key = self._key(event.instrument_id, product)
            return key[int(target.partition(".")[2])] if "." in target else key
        return getattr(event, target)

    def _key(self, instrument_id: InstrumentId, product: str) -> Any:
        """The wire key; one message may tell of instruments of several products."""
        symbology = self.translator.symbology
        try:
            return symbology.resolve(instrument_id, (product,))[1]
        except UnknownInstrument:
            return symbology.resolve(instrument_id)[1]

    def _is_usual(self, draft: Draft, path: str) -> bool:
        """Whether the venue has something to say in a field where no event tells it."""
        source = draft.source
        plan, inside = draft.place(path)
        kind = source.payload if plan is draft.message else row_type(source.payload, source.rows)
        return self.writer.is_usual(kind, inside)

    def _leaf(self, draft: Draft, path: str) -> Leaf | None:
        source = draft.source
        plan, inside = draft.place(path)
        kind = source.payload if plan is draft.message else row_type(source.payload, source.rows)
        return self.writer.leaf(kind, inside)


def specification(bar: Bar) -> str:
    return "-".join(bar.bar_type.rsplit("-", 4)[1:3])


def _one_level(quote: QuoteTick) -> OrderBookDeltas:
    """A best bid and offer as the book of one level that some venues tell it by."""
    bids, asks = [(quote.bid_price, quote.bid_size)], [(quote.ask_price, quote.ask_size)]
    return OrderBookDeltas(quote.instrument_id, bids, asks, True, 0, 0, quote.ts_event, quote.ts_init)


def _together(one: Any, other: Any) -> Any:
    """What two parts of a text are together; of anything else the first."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one
    if one in other or other in one:
        return max(one, other, key=len)
    for first, second in ((one, other), (other, one)):
        if first[-1:] == second[:1]:
            return first + second[1:]
        if not second[:1].isalnum() or not first[-1:].isalnum():
            return first + second
    return one


def refuse(error: RowError) -> None:
    raise error
