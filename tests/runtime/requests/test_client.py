"""HTTP clients over the mock backend: typed answers, budgets, pages, clocks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import BadResponse, InvalidParameter, VenueError
from dragoman.net.mock import Answer, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

from tests.runtime.requests.interface_of_tests import KEYS, Bar, Client, Listing, Time, Trade


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def awaited() -> None:
        await test()

    asyncio.run(awaited())


def ok(body: str) -> Response:
    return Response(status=200, body=body.encode())


def client(*script: Answer) -> tuple[Client, MockHttp]:
    backend = MockHttp(script)
    return Client(KEYS, backend=backend, clock=VirtualClock(auto=True)), backend


def queries(backend: MockHttp) -> list[str]:
    return [request.query_text for request in backend.requests]


def bars(*times: int) -> Response:
    return ok("[" + ",".join(f'[{time},"1.{time}"]' for time in times) + "]")


def trades(*ids: int) -> Response:
    return ok("[" + ",".join(f'{{"e":"trade","id":{number},"price":"1"}}' for number in ids) + "]")


async def rows(http: Client, name: str, kind: Any, product: str = "", **params: Any) -> list[Any]:
    return [row async for row in http.pages(name, kind, product, params, None)]


def test_an_answer_is_of_its_type() -> None:
    async def test() -> None:
        http, backend = client(bars(5))
        found = await http.call(
            "get_bars", list[Bar], "spot", {"symbol": "A", "interval": "1m", "limit": None}
        )
        assert found == [Bar(5, Decimal("1.5"))]
        assert queries(backend) == ["symbol=A&interval=1m"]

    run(test)


def test_an_answer_of_another_shape_is_told_with_its_body() -> None:
    async def test() -> None:
        http, _ = client(ok('[["x"]]'))
        with pytest.raises(BadResponse) as caught:
            await http.call("get_bars", list[Bar], "spot", {"symbol": "A", "interval": "1m"})
        assert caught.value.body == '[["x"]]'

    run(test)


def test_a_wrong_parameter_costs_nothing() -> None:
    async def test() -> None:
        http, backend = client()
        with pytest.raises(InvalidParameter):
            await http.call("get_bars", list[Bar], "spot", {"symbol": "A", "interval": "7m"})
        assert not backend.requests
        assert http.budget.used("weight", http.clock.now_ns()) == 0

    run(test)


@pytest.mark.parametrize(("product", "limit", "cost"), [("spot", 500, 2), ("perp", 50, 1), ("perp", 100, 5)])
def test_a_call_is_charged_by_its_product_and_parameters(product: str, limit: int, cost: int) -> None:
    async def test() -> None:
        http, _ = client(bars())
        await http.call("get_bars", list[Bar], product, {"symbol": "A", "interval": "1m", "limit": limit})
        assert http.budget.used("weight", http.clock.now_ns()) == cost

    run(test)


def test_pages_by_time_go_on_behind_the_last_row_until_the_end() -> None:
    async def test() -> None:
        http, backend = client(bars(10, 20, 30), bars(31, 40, 55))
        found = await rows(
            http, "get_bars", list[Bar], "spot", symbol="A", interval="1m", start_ms=10, end_ms=50
        )
        assert [row.time_ms for row in found] == [10, 20, 30, 31, 40]
        assert queries(backend) == [
            "symbol=A&interval=1m&from=10&to=50&limit=3",
            "symbol=A&interval=1m&from=31&to=50&limit=3",
        ]

    run(test)


def test_a_range_longer_than_the_venue_takes_is_read_in_slices() -> None:
    async def test() -> None:
        http, backend = client(bars(10, 20, 30), bars(35), bars(), bars(130))
        told: list[int] = []
        params = {"start_ms": 10, "end_ms": 150}
        name = "get_bars_of_a_minute"
        pages = http.pages(name, list[Bar], "", params, lambda count, at: told.append(count))
        assert [row.time_ms async for row in pages] == [10, 20, 30, 35, 130]
        assert queries(backend) == [
            "from=10&to=69&limit=3",
            "from=31&to=69&limit=3",
            "from=70&to=129&limit=3",
            "from=130&to=150&limit=3",
        ]
        assert told == [3, 4, 4, 5]

    run(test)


def test_slices_go_up_to_now_and_nothing_is_sliced_without_a_start() -> None:
    async def test() -> None:
        http, backend = client(bars(), bars(), bars())
        now_ms = http.clock.now_ns() // 1_000_000
        assert await rows(http, "get_bars_of_a_minute", list[Bar], start_ms=now_ms - 70) == []
        assert queries(backend)[-1] == f"from={now_ms - 10}&to={now_ms}&limit=3"
        assert await rows(http, "get_bars_of_a_minute", list[Bar], end_ms=50) == []
        assert queries(backend)[2:] == ["to=50&limit=3"]

    run(test)


def test_a_short_page_is_the_last() -> None:
    async def test() -> None:
        http, backend = client(bars(10, 20))
        assert (
            len(await rows(http, "get_bars", list[Bar], "spot", symbol="A", interval="1m", start_ms=1)) == 2
        )
        assert len(backend.requests) == 1

    run(test)


def test_an_empty_answer_ends_the_pages() -> None:
    async def test() -> None:
        http, _ = client(bars())
        assert await rows(http, "get_bars", list[Bar], "spot", symbol="A", interval="1m") == []

    run(test)


def test_a_page_that_does_not_move_on_is_the_last() -> None:
    async def test() -> None:
        http, backend = client(bars(1, 2, 3), bars(1, 2, 3))
        await rows(http, "get_bars", list[Bar], "spot", symbol="A", interval="1m", start_ms=1)
        assert len(backend.requests) == 2

    run(test)


def test_a_venue_that_shows_one_moment_whatever_it_is_asked_for_is_left() -> None:
    async def test() -> None:
        http, backend = client(bars(1, 1, 1), bars(1, 1, 1), bars(1, 1, 1))
        await rows(http, "get_bars", list[Bar], "spot", symbol="A", interval="1m", start_ms=1)
        assert len(backend.requests) == 3

    run(test)


def test_pages_that_begin_with_the_last_go_back_to_the_start() -> None:
    async def test() -> None:
        http, backend = client(bars(50, 40, 30), bars(29, 20, 5))
        found = await rows(http, "get_bars_back", list[Bar], start_ms=10, end_ms=60)
        assert [row.time_ms for row in found] == [50, 40, 30, 29, 20]
        assert queries(backend)[1] == "from=10&to=29&limit=3"

    run(test)


def test_pages_by_id_go_on_behind_the_last_id() -> None:
    async def test() -> None:
        http, backend = client(trades(1, 2), trades(3))
        told: list[tuple[int, Any]] = []
        params = {"symbol": "A", "from_id": 1}
        pages = http.pages("get_trades", list[Trade], "", params, lambda count, at: told.append((count, at)))
        assert [row.id async for row in pages] == [1, 2, 3]
        assert queries(backend) == ["fromId=1&limit=2", "fromId=3&limit=2"]
        assert told == [(2, 2), (3, 3)]

    run(test)


def test_pages_by_cursor_go_on_until_there_is_none() -> None:
    async def test() -> None:
        first = ok('{"rows":[{"e":"trade","id":1,"price":"1"}],"cursor":"n"}')
        http, backend = client()
        second = ok('{"rows":[{"e":"trade","id":2,"price":"1"}],"cursor":null}')
        backend._script.extend(scripted_clock(0, 0, first, second)(http))
        assert [row.id for row in await rows(http, "list_trades", Listing)] == [1, 2]
        assert queries(backend)[2:] == ["", "after=n"]

    run(test)


LATE = Response(status=400, body=b'{"code":-1021,"msg":"late"}')
NO_ROWS = ok('{"rows":[]}')


def scripted_clock(*ahead_ns: int | Answer) -> Callable[[Client], list[Answer]]:
    """Answers of the time endpoint: so far ahead of the client's clock each."""

    def telling(http: Client, ahead: int) -> Answer:
        return lambda request: ok(f'{{"server_ms":{(http.clock.now_ns() + ahead) // 1_000_000}}}')

    return lambda http: [telling(http, each) if isinstance(each, int) else each for each in ahead_ns]


def signed_ms(request: Request) -> int:
    return int(request.header("X-TIME") or 0)


def paths(backend: MockHttp) -> list[str]:
    return [request.path for request in backend.requests]


def test_a_clock_is_measured_before_something_is_signed_and_again_when_that_is_old() -> None:
    async def test() -> None:
        ahead_ns = 3_000_000_000
        http, backend = client()
        script = scripted_clock(ahead_ns, ahead_ns, NO_ROWS, NO_ROWS, ahead_ns, ahead_ns, NO_ROWS)
        backend._script.extend(script(http))
        before_ms = http.clock.now_ns() // 1_000_000
        await http.call("list_trades", Listing, "", {})
        await http.call("list_trades", Listing, "", {})
        assert paths(backend) == ["/time", "/time", "/mine", "/mine"]
        assert signed_ms(backend.requests[2]) - before_ms == 3000
        await http.clock.sleep(31 * 60 * 1_000_000_000)
        await http.call("list_trades", Listing, "", {})
        assert paths(backend)[4:] == ["/time", "/time", "/mine"]

    run(test)


def test_what_is_not_signed_asks_for_no_clock() -> None:
    async def test() -> None:
        http, backend = client(bars(5))
        await http.call("get_bars", list[Bar], "spot", {"symbol": "A", "interval": "1m"})
        assert "/time" not in paths(backend)

    run(test)


def test_calls_made_at_once_wait_for_one_measurement() -> None:
    async def test() -> None:
        http, backend = client()
        backend._script.extend(scripted_clock(0, 0, NO_ROWS, NO_ROWS)(http))
        await asyncio.gather(*(http.call("list_trades", Listing, "", {}) for _ in range(2)))
        assert paths(backend) == ["/time", "/time", "/mine", "/mine"]

    run(test)


@pytest.mark.parametrize(
    ("refusals", "asked"),
    [((Response(status=404, body=b'{"code":1,"msg":"no"}'),), 1), ((LATE, LATE), 2)],
    ids=["unknown", "a timestamp that it does not have is refused"],
)
def test_a_clock_that_cannot_be_asked_stops_no_call(
    refusals: tuple[Response, ...], asked: int, caplog: pytest.LogCaptureFixture
) -> None:
    async def test() -> None:
        http, backend = client(*refusals, NO_ROWS, NO_ROWS)
        await http.call("list_trades", Listing, "", {})
        await http.call("list_trades", Listing, "", {})
        assert paths(backend) == ["/time"] * asked + ["/mine", "/mine"]

    run(test)
    assert "cannot measure the clock server=main" in caplog.text


def test_a_refused_timestamp_has_the_clock_measured_and_the_request_signed_anew() -> None:
    async def test() -> None:
        ahead_ns = 3_000_000_000
        http, backend = client()
        backend._script.extend(scripted_clock(0, 0, LATE, ahead_ns, ahead_ns, NO_ROWS)(http))
        before_ms = http.clock.now_ns() // 1_000_000
        await http.call("list_trades", Listing, "", {})
        first, again = (request for request in backend.requests if request.path != "/time")
        assert paths(backend) == ["/time", "/time", "/mine", "/time", "/time", "/mine"]
        assert signed_ms(first) == before_ms
        assert signed_ms(again) - before_ms == pytest.approx(3000, abs=2)
        assert again.header("X-SIGN") != first.header("X-SIGN")

    run(test)


def test_what_the_venue_refuses_is_a_typed_error() -> None:
    async def test() -> None:
        http, _ = client(Response(status=400, body=b'{"code":-7,"msg":"no such symbol"}'))
        with pytest.raises(VenueError, match="no such symbol") as caught:
            await http.call("get_time", Time, "", {})
        assert (caught.value.code, caught.value.status) == ("-7", 400)

    run(test)


def test_closing_a_client_closes_its_connections() -> None:
    async def test() -> None:
        backend = MockHttp()
        async with Client(backend=backend):
            pass
        assert backend.closed

    run(test)
