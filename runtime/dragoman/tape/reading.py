"""The pure way through a tape: recorded bytes straight to the translator, in recorded order, without a loop or a clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dragoman.errors import DragomanError
from dragoman.machines import BookSync
from dragoman.model import INSTRUMENT_TYPES, OrderBookDeltas, StreamGap
from dragoman.requests.classify import Classifier
from dragoman.session.messages import Data
from dragoman.tape.facts import classifier_of, connection_of, meaning, place_of, told_of
from dragoman.tape.lines import Closed, Entry, Exchanged, Opened, Received
from dragoman.translate.images import Images

if TYPE_CHECKING:
    from dragoman.tape.tape import Tape


class _Stream:
    """One connection that is open on the tape."""

    def __init__(
        self,
        opened: Opened,
        address: tuple[str, str],
        feed: Any,
        classify: Classifier,
        machines: dict[str, Any],
        resume: bool,
    ) -> None:
        self.name = opened.stream
        self.line = address
        self.instruments: set[Any] = set()
        """Whose books came over it."""
        self.feed = feed
        self.classify = classify
        self.machines = machines
        self.resume = resume


class Reading:
    """One pass over a tape; `take` its entries in order for the events of each.

    on_error: gets every typed error that costs one message; without it they are counted in `errors` alone.
    """

    def __init__(
        self, tape: Tape, *, on_error: Callable[[DragomanError], None] | None = None, **options: Any
    ) -> None:
        self.errors = 0
        self._tape = tape
        self._on_error = on_error
        module = tape.venue.module
        self._interface = module.Requests.interface
        options.setdefault("synced", True)
        self.translator = module.Translator(on_bad_row=self._fault, **options)
        self._streams: dict[int, _Stream] = {}
        self._last_ns: dict[tuple[str, str], int] = {}
        self._broken: dict[tuple[str, str], str] = {}
        self._answers = {call.name for call in self.translator.tables.calls}

    def take(self, entry: Entry) -> list[Any]:
        """The events of one line."""
        try:
            match entry:
                case Received():
                    events = self._frame(entry)
                case Exchanged():
                    events = self._answer(entry)
                case Opened() if not entry.refused:
                    self._streams[entry.id] = self._open(entry)
                    events = []
                case Closed():
                    events = self._close(entry)
                case _:
                    events = []
        except DragomanError as error:
            self._fault(error)
            return []
        for stream in self._streams.values():
            for machine in stream.machines.values():
                if isinstance(machine, BookSync):
                    machine.effects.clear()  # the answers to what it asks for are on the tape
        return events

    def _frame(self, entry: Received) -> list[Any]:
        stream = self._streams.get(entry.id)
        if stream is None:
            return []
        frame = entry.frame
        if not isinstance(meaning(stream.classify, frame), Data):
            return []
        out: list[Any] = []
        reason = self._broken.pop(stream.line, None)
        if reason is not None:
            before = self._last_ns.get(stream.line, entry.wall_ns)
            out.append(StreamGap(stream=stream.name, reason=reason, from_ns=before, to_ns=entry.wall_ns))
        self._last_ns[stream.line] = entry.wall_ns
        events: list[Any] = stream.feed(frame.data, entry.wall_ns)
        stream.instruments.update(
            event.instrument_id for event in events if isinstance(event, OrderBookDeltas)
        )
        return out + events

    def _answer(self, entry: Exchanged) -> list[Any]:
        if entry.index is None or entry.failed or entry.operation not in self._answers:
            return []
        if not 200 <= entry.status < 300:
            return []
        if entry.index >= len(self._tape.cassette):
            self._tape.note(
                f"{self._tape.cassette.path.name} lacks answers that the tape has: they were left out"
            )
            return []
        request = self._tape.cassette.requests[entry.index]
        body = self._tape.cassette.responses[entry.index]["body"]["string"]
        operation = self._interface.operations[entry.operation]
        events: list[Any] = self.translator.translate(
            entry.operation,
            body,
            product=entry.product or None,
            request=told_of(operation, request.uri, request.body),
            ts_init=entry.wall_ns,
        )
        for event in events:
            if type(event).__name__ in INSTRUMENT_TYPES:
                self.translator.learn(event)
        return events

    def _open(self, entry: Opened) -> _Stream:
        connection, product = place_of(entry.stream)
        tables = connection_of(self.translator.tables, connection)
        stream = self._interface.streams[connection]
        feed = self.translator.stream(tables.source, product=product or None, request=self._tape.slots)
        machines = self.translator.scope(product).machines if product else {}
        line = (entry.stream, urlsplit(entry.url).path)
        return _Stream(entry, line, feed, classifier_of(tables, stream), machines, stream.resume)

    def _close(self, entry: Closed) -> list[Any]:
        """What followed a connection is void; the hole itself is told once something comes again."""
        stream = self._streams.pop(entry.id, None)
        out: list[Any] = []
        if stream is None:
            return out
        self._broken[stream.line] = entry.why or f"closed by {entry.by}"
        reset = getattr(stream.feed, "reset", None)
        if reset is not None:
            reset()
        for machine in stream.machines.values():
            if isinstance(machine, BookSync):
                machine.on_disconnect(entry.wall_ns, out, instruments=stream.instruments)
            elif any(other.name == stream.name for other in self._streams.values()):
                continue  # another connection feeds it too; each image that comes mends what broke
            elif isinstance(machine, Images):
                machine.on_disconnect(resume=stream.resume)
            elif hasattr(machine, "on_disconnect"):
                machine.on_disconnect()
        return out if entry.by != "us" else []

    def _fault(self, error: DragomanError) -> None:
        self.errors += 1
        if self._on_error is not None:
            self._on_error(error)
