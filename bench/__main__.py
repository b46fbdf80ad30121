"""`make bench`: nanoseconds a message beside the floor and the peers, taken in turns in one run, and start-up times."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import zstandard
from dragoman.errors import DragomanError
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench import accounts, floor, nodes, ours, results, startup, wire
from bench.frames import ROOT, Case, cases
from bench.results import Measured
from bench.timing import ns_per_message

FOLDER = ROOT / ".bench" / "frames"
PEERS = ("nautilus", "ccxt")
# What the project wants to reach: at most so many times the floor, at least so many times faster than a peer.
MOST_OF_FLOOR = {"trade": 1.5, "aggTrade": 1.5, "bookTicker": 1.5, "depth": 1.5, "depth, every level": 1.3}
LEAST_OVER = {
    "nautilus": {"trade": 5.0, "aggTrade": 5.0, "depth": 20.0},
    "ccxt": {"trade": 25.0, "aggTrade": 25.0},
}


class Peer:
    """A peer's process: warm, idle while the others are measured."""

    def __init__(self, kind: str, interpreter: Path) -> None:
        command = [str(interpreter), "-m", "bench.peers", kind, str(FOLDER)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.offers: list[str] = self.answer()["ready"]

    def answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            if line.startswith("{"):
                said: dict[str, Any] = json.loads(line)
                return said
        raise RuntimeError(f"the peer's process ended with status {self.process.wait()}")

    def ns(self, case: str, seconds: float) -> float | None:
        if case not in self.offers:
            return None
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"case": case, "seconds": seconds}) + "\n")
        self.process.stdin.flush()
        return float(self.answer()["ns"])

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=10)


def hand_over(case: Case) -> None:
    """Lay a case's frames where the peers' processes read them."""
    text = [] if case.source == "dbn" else [frame.decode() for frame in case.frames]
    described = {"per_frame": case.per_frame, "frames": text}
    (FOLDER / f"{case.name}.json").write_text(json.dumps(described))
    if not text:
        (FOLDER / f"{case.name}.dbn.zst").write_bytes(zstandard.compress(case.frames[0]))


def rows(case: Case) -> dict[str, Any]:
    """Name of a table row -> what makes our feed for it."""
    found: dict[str, Any] = {case.name: ours.maker(case)}
    if case.name == "depth":
        found["depth, every level"] = ours.reading_maker(case)
    return found


def measure(case: Case, peers: dict[str, Peer], rounds: int, seconds: float) -> list[Measured]:
    """One round measures each side (floor, ours, nautilus, ccxt) once, so that what else the machine does weighs on all alike."""
    messages = len(case.frames) * case.per_frame
    taken = {row: Measured(row) for row in rows(case)}

    def take(row: str, side: str, make: Any, ts_init: int | None = None) -> None:
        reads = side == "ours" and "every level" in row
        ns = ns_per_message(make, case.frames, case.per_frame, seconds, ts_init, reads_levels=reads)
        taken[row].add(side, ns, messages)

    for _ in range(rounds):
        for row, make in rows(case).items():
            take(row, "floor", floor.MAKERS[row])
            take(row, "ours", make, ours.TS_INIT)
            for kind, peer in peers.items():
                if (ns := peer.ns(case.name, seconds)) is not None:
                    taken[row].add(kind, ns, messages)
    return list(taken.values())


def verdict(value: float, target: float | None, *, at_most: bool) -> str:
    text = f"{value:.2f}x" if value < 10 else f"{value:.0f}x"
    if target is None:
        return text
    good = value <= target if at_most else value >= target
    return f"[{'green' if good else 'red'}]{text}[/] [dim]({'<=' if at_most else '>='} {target:g})[/]"


def table(measured: list[Measured]) -> Table:
    shown = Table(title="nanoseconds a message; a ratio to the floor should be small, one to a peer large")
    for heading in (
        "frame",
        "floor",
        "dragoman",
        "of floor",
        "nautilus 1.221",
        "faster by",
        "ccxt.pro 4.5",
        "faster by",
    ):
        shown.add_column(heading, justify="left" if heading == "frame" else "right")
    for row in measured:
        cells = [f"{row.ns('floor'):,.0f}", f"{row.ns('ours'):,.0f}"]
        cells.append(verdict(row.ratio("ours", "floor"), MOST_OF_FLOOR.get(row.name), at_most=True))
        for kind in PEERS:
            if kind in row.sides:
                wanted = LEAST_OVER[kind].get(row.name)
                cells += [f"{row.ns(kind):,.0f}", verdict(row.ratio(kind, "ours"), wanted, at_most=False)]
            else:
                cells += ["-", "-"]
        shown.add_row(row.name, *cells)
    return shown


def events_of(case: Case) -> int:
    """Events of one pass whose time nobody takes: a translator that lets frames fall would look fast."""
    feed = ours.new_feed(case)
    return sum(len(feed(frame, ours.TS_INIT)) for frame in case.frames)


def sound(wanted: list[Case], console: Console) -> list[Case]:
    """The cases that can be measured; the others are told and left out."""
    good = []
    for case in wanted:
        try:
            events = events_of(case)
        except DragomanError as error:
            console.print(f"{case.name}: {error}", style="red", markup=False)
            continue
        if not events:
            console.print(
                f"{case.name}: no event came out of {len(case.frames)} frames", style="red", markup=False
            )
            continue
        good.append(case)
    return good


def accounts_shown(console: Console, options: argparse.Namespace) -> list[Measured]:
    rows = list(accounts.measured(options.rounds, options.seconds))
    console.print(accounts.table(rows))
    return [row.measured for row in rows]


def settle(measured: list[Measured], console: Console, output: Path | None) -> None:
    """Say which rows to distrust, and keep all of them where that was asked for."""
    if restless := [each.name for each in measured if each.is_restless()]:
        console.print(f"Spread over a tenth from round to round, measure again: {', '.join(restless)}.")
    if output is not None:
        results.write(measured, output)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument(
        "cases", nargs="*", help="trade, aggTrade, bookTicker, depth, kline, mcm, 'dbn trades'"
    )
    parser.add_argument(
        "--accounts", action="store_true", help="only orders, commands and markets of more venues"
    )
    parser.add_argument(
        "--nodes",
        action="store_true",
        help="only nodes with this project's clients and with NautilusTrader's own",
    )
    parser.add_argument("--wire", action="store_true", help="only what simulated venues take")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.15, help="for one measurement")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench" / "venv" / "bin" / "python")
    parser.add_argument(
        "--output",
        "-o",
        type=Path,
        help="a file for `python -m pyperf compare_to BEFORE AFTER`, replaced if there",
    )
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    if options.accounts:
        settle(accounts_shown(console, options), console, options.output)
        return
    if options.nodes:
        nodes.show(console, options.peers)
        return
    if options.wire:
        wire.show(console)
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [case for case in cases() if not options.cases or case.name in options.cases]
    usable = sound(wanted, console)
    for case in usable:
        hand_over(case)
    peers = {kind: Peer(kind, options.peers) for kind in PEERS} if options.peers.exists() else {}
    measured: list[Measured] = []
    for case in track(usable, "measuring", console=console, transient=True):
        measured += measure(case, peers, options.rounds, options.seconds)
    for peer in peers.values():
        peer.close()
    console.print(table(measured))
    own = [case.name for case in wanted if not case.recorded]
    console.print(
        f"Frames of our own making, no recording found: {', '.join(own)}." if own else "All frames recorded."
    )
    if not peers:
        console.print(f"No peers: {options.peers} does not exist (make peers).")
    if not options.cases:
        measured += accounts_shown(console, options)
    settle(measured, console, options.output)
    if not options.cases:
        nodes.show(console, options.peers)
        wire.show(console)
    console.print(startup.table())
    sys.exit(len(usable) < len(wanted))


if __name__ == "__main__":
    main()
