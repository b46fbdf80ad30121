"""Past data of a venue into a Parquet catalog, slice of time by slice of time.

What a catalog holds already is read from the names of its files, so a run that was ended in the middle goes on where it was.
A file appears whole or not at all: it is written beside the data and renamed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog

from dragoman.adapter.history import bar_length_ns
from dragoman.errors import CallError, DragomanError, NotSupported
from dragoman.model import Bar, BarType, TradeTick
from dragoman.model.actions import action_name
from dragoman.nautilus.catalog import clear, put
from dragoman.nautilus.config import DragomanInstrumentProviderConfig
from dragoman.nautilus.link import Link
from dragoman.nautilus.provider import provider_for
from dragoman.nautilus.streams import stamped
from dragoman.requests import choose

_SECOND = 1_000_000_000
_SETTLED_NS = 10 * _SECOND
"""What is younger may still be missing in a venue's history."""
_FEW, _MANY = 10_000, 50_000
_SHORTEST, _LONGEST = 60 * _SECOND, 30 * 86_400 * _SECOND
_WORK = ".backfill"


class Progress(NamedTuple):
    """How far a run is: nanoseconds of history done and in all, objects written by this run."""

    done_ns: int
    total_ns: int
    rows: int
    left_out: int


class CatalogBusy(CallError):
    """Another run writes the same data into the same catalog."""

    catalog: str

    def __init__(self, catalog: str, what: str) -> None:
        super().__init__(
            f"another backfill of {what} writes into {catalog}; wait for it, or end it", catalog=catalog
        )


async def backfill(
    link: Link,
    kind: type[Struct],
    subject: str,
    start_ns: int,
    end_ns: int,
    catalog: Path,
    *,
    slice_ns: int | None = None,
    told: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Fill a catalog with the history of a type in [start_ns, end_ns], without what it holds already.

    subject: an instrument id, a bar type for Bar. `ts_init` of what is written is its `ts_event`, so that a backtest plays it
    at its time. slice_ns: how much time one file holds, else as much as makes files of a good size. Raises NotSupported where
    the venue has no such history, InstrumentNotLoaded, CatalogBusy, and what the venue's calls raise.
    """
    catalog.mkdir(parents=True, exist_ok=True)
    async with _Opened(link, kind, subject) as source:
        end_ns = min(end_ns, link.adapter.clock.now_ns() - _SETTLED_NS)
        with _alone(catalog, kind, subject) as work:
            _keep_instrument(catalog, work, source.instrument)
            return await _fill(source, start_ns, end_ns, catalog, work, slice_ns, told)


class _Opened:
    """What one run reads from."""

    def __init__(self, link: Link, kind: type[Struct], subject: str) -> None:
        self.link = link
        self.kind = kind
        self.params: dict[str, Any] = {}
        self.name = subject
        self.bar_ns = 0
        if kind is Bar:
            bar_type = BarType.parse(subject)
            self.name = str(bar_type.instrument_id)
            self.params["bar_type"] = subject
            self.bar_ns = bar_length_ns(f"{bar_type.step}-{bar_type.aggregation.name}")
        self.instrument: Any = None
        self.identifier = ""
        self.left_out = 0

    async def __aenter__(self) -> _Opened:
        await self.link.open()
        try:
            self._check_history()
            from nautilus_trader.model.identifiers import InstrumentId

            provider = provider_for(self.link, DragomanInstrumentProviderConfig())
            identity = InstrumentId.from_str(self.name)
            self.instrument = await provider.fetch(identity)
            if self.instrument is None:
                raise provider.missing(identity)
        except BaseException:
            await self.link.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.link.close()

    def _check_history(self) -> None:
        """A call that takes no times gives what is newest, whatever slice is asked for."""
        requests, name = self.link.adapter.requests, self.kind.__name__
        product, want = requests.want(
            name, None, {"instrument_id": self.name, "start": 0, "end": 1, **self.params}
        )
        operation = choose.operation_for(self.link.interface, name, product, want)
        if not {"start", "end"} <= {each.fills for each in operation.params}:
            action = action_name("request", name)
            why = f"{operation.name} takes no range of time"
            raise NotSupported(self.link.name, f"{action} of the past", product, (), why)

    async def read(self, start_ns: int, end_ns: int) -> list[Any]:
        """Objects of [start_ns, end_ns], oldest first, each once."""
        found: dict[Any, Any] = {}
        asked = {"start": start_ns, "end": end_ns, **self.params}
        for number, event in enumerate(await self.link.adapter.request(self.kind, self.name, **asked)):
            key = _key(event, number)
            if key in found:
                continue
            try:
                found[key] = self.link.converter.to_nautilus(stamped(event, event.ts_event))
            except DragomanError:
                self.left_out += 1
        objects = [each for each in found.values() if each is not None]
        return sorted(objects, key=lambda each: each.ts_init)


def _key(event: Any, number: int) -> Any:
    """What tells an event from another: pages may overlap."""
    if isinstance(event, TradeTick):
        return (event.ts_event, event.trade_id) if event.trade_id else number
    return event


async def _fill(
    source: _Opened,
    start_ns: int,
    end_ns: int,
    catalog: Path,
    work: Path,
    slice_ns: int | None,
    told: Callable[[Progress], None],
) -> Progress:
    total = max(0, end_ns - start_ns + 1)
    missing = _missing(source, catalog, start_ns, end_ns)
    done = total - sum(last - first + 1 for first, last in missing)
    length = slice_ns or max(3_600 * _SECOND, 1_000 * source.bar_ns)
    progress = Progress(done, total, 0, 0)
    told(progress)
    for first, last in missing:
        begun = at = first
        while at <= last:
            to = min(at + length - 1, last)
            objects = await source.read(at, to)
            if objects:
                # Time without data belongs to the file after it, so that it isn't asked for again.
                put(catalog, work, objects, begun, to)
                begun = to + 1
            done += to - at + 1
            progress = Progress(done, total, progress.rows + len(objects), source.left_out)
            told(progress)
            at = to + 1
            if slice_ns is None:
                length = _next_length(length, len(objects))
    return progress


def _next_length(length: int, rows: int) -> int:
    if rows < _FEW:
        return min(2 * length, _LONGEST)
    return max(length // 2, _SHORTEST) if rows > _MANY else length


def _missing(source: _Opened, catalog: Path, start_ns: int, end_ns: int) -> list[tuple[int, int]]:
    """Closed intervals that no file of the catalog covers."""
    if end_ns < start_ns:
        return []
    kind, identifier = _filed(source)
    found: list[tuple[int, int]] = ParquetDataCatalog(str(catalog)).get_missing_intervals_for_request(
        start_ns, end_ns, kind, identifier
    )
    return found


def _filed(source: _Opened) -> tuple[Any, str]:
    """(class, identifier) that the catalog files the data under."""
    from nautilus_trader.model import data as theirs

    from dragoman.nautilus.convert.custom import custom_type
    from dragoman.nautilus.convert.market import bar_type

    identifier = source.instrument.id.value
    if source.kind is Bar:
        scale = source.link.converter.scale(source.name)
        return theirs.Bar, str(bar_type(scale, source.params["bar_type"]))
    known = getattr(theirs, source.kind.__name__, None)
    return (custom_type(source.kind) if known is None else known), identifier


def _keep_instrument(catalog: Path, work: Path, instrument: Any) -> None:
    if not ParquetDataCatalog(str(catalog)).instruments(instrument_ids=[instrument.id.value]):
        put(catalog, work, [instrument], instrument.ts_init, instrument.ts_init)


@contextmanager
def _alone(catalog: Path, kind: type, subject: str) -> Iterator[Path]:
    """A place to write, held by this run alone; the lock ends with the process, however it ends."""
    name = f"{kind.__name__}-{subject}".replace(os.sep, "-")
    home = catalog / _WORK
    home.mkdir(exist_ok=True)
    with (home / f"{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CatalogBusy(str(catalog), f"{kind.__name__} of {subject}") from None
        work = home / name
        clear(work)
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)
