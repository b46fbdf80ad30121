"""A tape that was recorded: its lines, its HTTP exchanges, and the events that they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from dragoman.tape import storage
from dragoman.tape.errors import TapeUnusable
from dragoman.tape.facts import SpecFacts, spec_of
from dragoman.tape.lines import FORMAT, Digests, Ended, Entry, Events, Header, Line
from dragoman.tape.paths import cassette_path
from dragoman.tape.reading import Reading
from dragoman.venue import Venue, load

Progress = Callable[[int], None]
"""Told how many bytes of the file were read."""


class Tape:
    """One run of one venue: `header`, the lines as they happened, and the cassette with the HTTP answers beside the file.

    `problems` tells what was torn or damaged and left out; it grows while the file is read.
    """

    def __init__(self, path: Path, header: Header) -> None:
        self.path = path
        self.header = header
        self.problems: list[str] = []

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The tape at `path`; raises TapeUnusable for a file that is none, or of a later format."""
        file = Path(path)
        first = next((line for _, line in storage.read(file, torn=lambda said: None)), None)
        if not isinstance(first, Header):
            raise TapeUnusable(file, "it does not begin with the header of a tape")
        if first.format > FORMAT:
            raise TapeUnusable(
                file, f"its format is {first.format}, this version reads up to {FORMAT}; install a newer one"
            )
        return cls(file, first)

    # -- what is on it -------------------------------------------------------------------------------------------------

    def lines(self, progress: Progress | None = None) -> Iterator[tuple[int, Line]]:
        """(line number, line) of everything, header and index included."""
        return storage.read(self.path, torn=self.note, progress=progress)

    def entries(self, progress: Progress | None = None) -> Iterator[tuple[int, Entry]]:
        """(line number, line) of what happened, in the order in which it was recorded."""
        for number, line in self.lines(progress):
            if not isinstance(line, Header | Ended | Digests | Events):
                yield number, line

    @cached_property
    def cassette(self) -> Any:
        """The recorded requests and responses, by number; empty where there are none."""
        from dragoman.tape.cassettes import CassetteReader

        found = CassetteReader(cassette_path(self.path))
        if found.torn:
            self.note(f"{found.path.name}: {found.torn}")
        return found

    @cached_property
    def venue(self) -> Venue:
        """The installed venue that the tape is of."""
        return load(self.header.venue)

    @cached_property
    def spec(self) -> SpecFacts:
        """Of the venue as it is installed now; `header.spec` is what it was."""
        return spec_of(self.venue.module)

    @property
    def slots(self) -> Mapping[str, str]:
        """What subscriptions said of the addresses' open places."""
        from dragoman.requests.streaming import slots_of

        interface = self.venue.module.Requests.interface
        environment = interface.environments.get(self.header.environment)
        names = frozenset() if environment is None else slots_of(interface, environment)
        said = {name: str(value) for asked in self.header.asked for name, value in asked.params.items()}
        return {name: value for name, value in said.items() if name in names}

    # -- playing it ----------------------------------------------------------------------------------------------------

    def events(self, *, progress: Progress | None = None, **options: Any) -> Iterator[Any]:
        """Every event that the tape means, with the books in sync: the same ones each time. `options` are the translator's."""
        for _, events in self.steps(progress=progress, **options):
            yield from events

    def steps(
        self, *, progress: Progress | None = None, **options: Any
    ) -> Iterator[tuple[tuple[int, Entry], list[Any]]]:
        """((line number, line), its events) in recorded order."""
        reading = Reading(self, **options)
        for number, entry in self.entries(progress):
            yield (number, entry), reading.take(entry)

    def adapter(self, **options: Any) -> Any:
        """The venue's adapter, unchanged, on this tape: no socket, a clock that goes as the tape goes; `options` are the adapter's.

        `speed` is how fast it is played, 0 for as fast as it can be. `adapter.player` tells what was not played.
        """
        from dragoman.tape.player import Player

        player = Player(self, speed=options.pop("speed", 0), patience_s=options.pop("patience_s", 5))
        return player.adapter(**options)

    def note(self, said: str) -> None:
        """Add to the problems, once."""
        if said not in self.problems:
            self.problems.append(said)
