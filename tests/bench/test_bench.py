"""The bench measures what it says: frames of the right shape, a floor that reads them, a soak that notices growth."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyperf
import pytest

from bench import floor, soak, synthetic
from bench.frames import Call, Case, cases, own_dbn
from bench.results import Measured, write
from bench.timing import LEAST_MESSAGES, LEAST_PASSES, PASSES, longer, ns_per_message

OWN = {
    "trade": synthetic.trades("trade", 3),
    "aggTrade": synthetic.trades("aggTrade", 3),
    "bookTicker": synthetic.quotes(3),
    "depth": synthetic.depth(3),
    "depth, every level": synthetic.depth(3),
    "kline": synthetic.klines(3),
    "mcm": synthetic.market_changes(3),
    "dbn trades": [own_dbn()],
}


@pytest.mark.parametrize("name", OWN)
def test_the_floor_decodes_frames_of_our_own_making(name: str) -> None:
    feed = floor.MAKERS[name]()
    assert [feed(frame) for frame in OWN[name]]


def test_the_floor_reads_exact_decimals() -> None:
    decoded: Any = floor.MAKERS["depth, every level"]()(OWN["depth"][0])
    assert all(isinstance(part, Decimal) for level in decoded.data.b for part in level)


def test_every_case_has_a_floor_and_enough_messages() -> None:
    for case in cases():
        assert case.name in floor.MAKERS
        assert len(case.frames) * case.per_frame >= 500


def test_few_frames_are_played_again_until_there_are_enough() -> None:
    assert len(longer([b"a", b"b", b"c"])) >= LEAST_MESSAGES


def test_every_pass_begins_with_a_fresh_feed() -> None:
    made: list[list[bytes]] = []

    def make() -> Callable[[bytes], object]:
        made.append([])
        return made[-1].append

    assert ns_per_message(make, [b"a", b"b"], 1, seconds=0.0) > 0
    assert len(made) == PASSES, "all are made before the first is timed"
    assert made == [[b"a", b"b"]] * LEAST_PASSES + [[]] * (PASSES - LEAST_PASSES)


def test_a_ratio_is_taken_round_by_round() -> None:
    row = Measured("trade")
    for floor_ns, ours_ns in ((100, 150), (1_000, 1_300), (200, 280)):
        row.add("floor", floor_ns)
        row.add("ours", ours_ns)
    assert row.ratio("ours", "floor") == pytest.approx(1.4)
    assert row.ns("ours") == pytest.approx(280)
    assert row.is_restless()


def test_even_rounds_are_not_restless() -> None:
    row = Measured("trade")
    for ns in (100, 101, 102):
        row.add("ours", ns)
    assert not row.is_restless()


def test_what_was_measured_is_a_file_of_pyperf(tmp_path: Path) -> None:
    row, file = Measured("depth, every level"), tmp_path / "bench.json"
    for ns in (1_500, 1_700):
        row.add("ours", ns, messages=2_000)
    for _ in range(2):
        write([row], file)
    (kept,) = pyperf.BenchmarkSuite.load(str(file)).get_benchmarks()
    assert (kept.get_name(), kept.get_loops()) == ("depth, every level, ours", 2_000)
    assert kept.get_values() == pytest.approx((1.5e-6, 1.7e-6))


class Leaking:
    """A translator that keeps a megabyte of every message."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def translate(self, source: str, payload: bytes, **how: object) -> list[object]:
        self.kept.append(bytes(bytearray(2**20)))
        return []


def test_the_soak_ends_with_an_error_where_memory_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    class Venue:
        def translator(self, **how: object) -> Leaking:
            return Leaking()

    case = Case("trade", "any", "ws", None, [b"{}"], recorded=False, before=[Call("ws", b"{}")])
    monkeypatch.setattr("dragoman.load", lambda name: Venue(), raising=False)
    monkeypatch.setattr(soak, "cases", lambda: [case])
    monkeypatch.setattr(soak, "REPORT_EVERY", 10)
    with pytest.raises(SystemExit, match="memory grew"):
        soak.soak(100, most_growth_mb=5.0)


def test_a_short_soak_stays_within_its_bound() -> None:
    assert soak.soak(20_000, most_growth_mb=64.0) < 64.0
