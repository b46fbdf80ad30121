"""What a demonstration shows: a live table on a terminal, plain lines anywhere else, a summary at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.live import Live
from rich.table import Table

from dragoman.simulate.demo import KINDS, Progress, Show

_SECOND = 1_000_000_000
_NOTES = 8
_SHOWN = 2
"""Instruments whose best prices stand in a line."""


@contextmanager
def shown(console: Console) -> Iterator[Show]:
    """A function that shows the progress, as often as it is called."""
    if not console.is_terminal:
        yield Lines(console)
        return
    with Live(console=console, refresh_per_second=8) as live:
        yield lambda progress: live.update(table(progress))


class Lines:
    """One line a second, and every note once."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._notes = 0
        self._second = -1

    def __call__(self, progress: Progress) -> None:
        for text in progress.notes[self._notes :]:
            self._print(text)
        self._notes = len(progress.notes)
        second = progress.elapsed_ns // _SECOND
        if second == self._second or not progress.elapsed_ns:
            return
        self._second = second
        seen = sum(sum(each.counts.values()) for each in progress.watched.values())
        some = list(progress.watched)[:_SHOWN]
        tops = ", ".join(f"{each} {_top(progress, each)}" for each in some)
        self._print(f"{second:3d} s  {seen:6d} events  {len(progress.gaps)} gaps  {tops}")

    def _print(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)


def table(progress: Progress) -> Table:
    """The live table: one row an instrument."""
    seconds = progress.elapsed_ns // _SECOND
    title = f"{progress.venue} on loopback: {progress.source}, {seconds} of {progress.seconds} s"
    found = Table(title=title, caption="\n".join(progress.notes[-_NOTES:]), caption_justify="left")
    for name in ("instrument", "last trade", "bid", "ask", "levels"):
        found.add_column(name, justify="left" if name == "instrument" else "right", no_wrap=True)
    for kind in KINDS:
        found.add_column(kind.__name__, justify="right")
    found.add_column("gaps", justify="right")
    found.add_column("fills", justify="right")
    found.add_column("book")
    for each in progress.watched.values():
        book = progress.adapter.book(each.instrument_id)
        trade = each.last_trade
        bid, ask = book.best_bid(), book.best_ask()
        found.add_row(
            each.instrument_id,
            "" if trade is None else f"{trade.size:f} @ {trade.price:f}",
            _level(bid),
            _level(ask),
            str(len(book.bids()) + len(book.asks())),
            *(str(each.counts[kind.__name__]) for kind in KINDS),
            str(each.holes),
            next((str(t.fills) for t in progress.traded if t.instrument_id == each.instrument_id), ""),
            _state(progress, each.instrument_id),
        )
    return found


def summarize(console: Console, progress: Progress) -> None:
    """Counts, rates, gaps and errors, and what failed."""
    stats = progress.stats.as_dict()
    seconds = max(progress.elapsed_ns, 1) / _SECOND
    rows = [
        ("messages", f"{stats['messages']}, {stats['messages'] / seconds:.0f} a second"),
        ("events", f"{stats['events']}, {stats['events'] / seconds:.0f} a second"),
        ("instruments", str(progress.instruments)),
        ("connections cut, reconnects", f"{progress.cut}, {stats['reconnects']}"),
        ("gaps, resyncs of books", f"{len(progress.gaps)}, {stats['resyncs']}"),
        (
            "bad rows, bad messages, errors",
            f"{stats['bad_rows']}, {stats['bad_messages']}, {len(progress.errors)}",
        ),
        *((f"traded {each.instrument_id}", f"{each}; {each.fills} fills told") for each in progress.traded),
        ("books equal to the venue's", _equality(progress)),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        console.print(f"{name.ljust(width)}  {value}", markup=False, highlight=False, soft_wrap=True)
    for text in progress.failures():
        console.print(f"FAILED: {text}", markup=False, highlight=False, soft_wrap=True)


def _equality(progress: Progress) -> str:
    said = f"{sum(progress.equal.values())} of {len(progress.watched)}"
    if not progress.told_levels:
        return said
    levels = ", ".join(str(each) for each in sorted(set(progress.told_levels.values())))
    return f"{said}; {len(progress.told_levels)} of them are told, and compared, to the best {levels} levels a side"


def _state(progress: Progress, identity: str) -> str:
    if progress.equal:
        levels = progress.told_levels.get(identity)
        part = "" if levels is None else f" (best {levels})"
        return f"equal{part}" if progress.equal[identity] else f"differs{part}"
    each = progress.watched[identity]
    return "live" if each.synced else "waiting"


def _top(progress: Progress, identity: str) -> str:
    book = progress.adapter.book(identity)
    return f"{_level(book.best_bid())} / {_level(book.best_ask())}"


def _level(level: Any) -> str:
    return "-" if level is None else f"{level[0]:f}"
