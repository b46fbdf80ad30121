"""`@pytest.mark.tape`: a user's test runs on a tape, without sockets, and fails where it does not go as recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.tape.live import record, three_trades

pytest_plugins = ["pytester"]

HEAD = """
import asyncio
import pytest
from dragoman.model import TradeTick

BTC = "BTCUSDT-PERP.BINANCE"


def trades(adapter, *ids):
    async def run():
        async with adapter as venue:
            return [event.trade_id async for event in venue.subscribe(TradeTick, *(ids or [BTC]))]

    return asyncio.run(run())

"""


def suite(pytester: pytest.Pytester, text: str, *arguments: str, taped: bool = True) -> pytest.RunResult:
    """Runs a suite of one module beside the tape `run.tape.jsonl`."""
    if taped:
        record(pytester.path / "run.tape.jsonl", three_trades)
    pytester.makepyfile(test_it=HEAD + text)
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments)


def test_a_test_gets_an_adapter_on_its_tape(pytester: pytest.Pytester) -> None:
    suite(
        pytester,
        """
@pytest.mark.tape("run.tape.jsonl")
def test_trades(tape_adapter, tape):
    assert trades(tape_adapter) == ["1", "2", "3"] == [event.trade_id for event in tape.events()]
""",
    ).assert_outcomes(passed=1)


def test_sockets_are_blocked_and_free_again_afterwards(pytester: pytest.Pytester) -> None:
    result = suite(
        pytester,
        """
import socket
import httpx

@pytest.mark.tape("run.tape.jsonl")
def test_connects():
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))

@pytest.mark.tape("run.tape.jsonl")
def test_calls():
    async def run():
        async with httpx.AsyncClient() as client:
            await client.get("http://example.invalid/")
    asyncio.run(run())

@pytest.mark.tape("run.tape.jsonl")
def test_over_streams():
    asyncio.run(asyncio.open_connection("127.0.0.1", 9))

def test_after():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as one:
        one.connect(server.getsockname())
""",
    )
    result.assert_outcomes(failed=3, passed=1)
    result.stdout.fnmatch_lines(["*SocketBlocked: a connection to 127.0.0.1:9 was blocked*"])
    result.stdout.fnmatch_lines(["*SocketBlocked: a connection to *example.invalid* was blocked*"])


def test_frames_that_were_not_played_fail_the_test(pytester: pytest.Pytester) -> None:
    result = suite(
        pytester,
        """
async def enter(adapter):
    async with adapter as venue, venue.subscription(TradeTick, BTC):
        pass

@pytest.mark.tape("run.tape.jsonl")
def test_leaves_early(tape_adapter):
    asyncio.run(enter(tape_adapter))

@pytest.mark.tape("run.tape.jsonl", whole=False)
def test_may_leave_early(tape_adapter):
    asyncio.run(enter(tape_adapter))
""",
    )
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(
        [
            "*was not played as it was recorded*",
            "not played: stream:usdm: 3 frames were not played, the first in line 5:*",
        ]
    )


def test_what_was_not_recorded_fails_the_test_with_the_difference(pytester: pytest.Pytester) -> None:
    result = suite(
        pytester,
        """
@pytest.mark.tape("run.tape.jsonl")
def test_other(tape_adapter):
    with pytest.raises(Exception):
        trades(tape_adapter, "ETHUSDT-PERP.BINANCE")

@pytest.mark.tape("run.tape.jsonl", whole=False)
def test_call(tape_adapter):
    async def run():
        async with tape_adapter as venue:
            await venue.call("get_depth", "usdm", symbol="BTCUSDT")
    asyncio.run(run())
""",
    )
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        ["*params: ?'ethusdt@aggTrade'?, recorded ?'btcusdt@aggTrade'?*"], consecutive=False
    )
    result.stdout.fnmatch_lines(["*TapeMiss*/fapi/v1/depth?symbol=BTCUSDT* is not on the tape*"])


def test_a_missing_tape_is_an_error_that_names_it(pytester: pytest.Pytester) -> None:
    result = suite(
        pytester,
        """
@pytest.mark.tape("run.tape.jsonl")
def test_trades(tape_adapter):
    trades(tape_adapter)
""",
        taped=False,
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*run.tape.jsonl: No such file*"])


RECORDING = """
import sys
sys.path.insert(0, {root!r})
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from tests.runtime.tape.live import acknowledge

def feed(connection, sent):
    acknowledge(connection, sent)
    if b'"SUBSCRIBE"' in sent:
        for identity in {ids}:
            connection.feed('{{"stream":"btcusdt@aggTrade","data":{{"e":"aggTrade","E":1,"s":"BTCUSDT","a":%d,"p":"1","q":"1",'
                            '"f":1,"l":1,"T":1,"m":false}}}}' % identity)

@pytest.fixture
def tape_options(request):
    if request.config.getoption("--tape-mode") == "none":
        return {{}}
    clock = VirtualClock()
    return {{"connector": MockConnector(clock, on_send=feed), "clock": clock, "credentials": {{}}, "urls": None}}

@pytest.mark.tape("new/run.tape.jsonl", venue="binance")
def test_trades(tape_adapter):
    async def run():
        found = []
        async with tape_adapter as venue:
            async for event in venue.subscribe(TradeTick, BTC):
                found.append(event.trade_id)
                if len(found) == 2:
                    return found
    assert asyncio.run(run()) == {expected}
"""


def recording(ids: list[int], expected: list[str]) -> str:
    root = str(Path(__file__).resolve().parents[3])
    return RECORDING.format(root=root, ids=ids, expected=expected)


def test_once_records_what_is_missing_and_plays_it_from_then_on(pytester: pytest.Pytester) -> None:
    tape = pytester.path / "new" / "run.tape.jsonl"
    suite(pytester, recording([1, 2], ["1", "2"]), "--tape-mode=once", taped=False).assert_outcomes(passed=1)
    written = tape.read_bytes()
    assert rb"\"a\":2" in written and b'"kind":"events"' in written
    suite(pytester, recording([1, 2], ["1", "2"]), taped=False).assert_outcomes(passed=1)
    assert tape.read_bytes() == written


def test_rewrite_puts_a_new_tape_in_place_only_of_a_test_that_passed(pytester: pytest.Pytester) -> None:
    tape = pytester.path / "new" / "run.tape.jsonl"
    suite(pytester, recording([1, 2], ["1", "2"]), "--tape-mode=once", taped=False).assert_outcomes(passed=1)
    before = tape.read_bytes()
    suite(pytester, recording([3, 4], ["1", "2"]), "--tape-mode=rewrite", taped=False).assert_outcomes(
        failed=1
    )
    assert tape.read_bytes() == before
    suite(pytester, recording([3, 4], ["3", "4"]), "--tape-mode=rewrite", taped=False).assert_outcomes(
        passed=1
    )
    assert rb"\"a\":4" in tape.read_bytes() and sorted(p.name for p in tape.parent.iterdir()) == [tape.name]


def test_recording_needs_to_know_the_venue(pytester: pytest.Pytester) -> None:
    result = suite(
        pytester,
        """
@pytest.mark.tape
def test_trades(tape_adapter):
    pass
""",
        "--tape-mode=once",
        taped=False,
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*recording needs @pytest.mark.tape(..., venue=NAME)*"])
