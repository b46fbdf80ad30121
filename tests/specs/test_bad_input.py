"""What four venues answer when something is wrong, and what a caller is told of it: nothing is lost, and nothing is made worse."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import dragoman
import msgspec
import pytest
from dragoman.errors import (
    AuthError,
    BadResponse,
    DragomanError,
    HttpError,
    InvalidOrder,
    RateLimited,
    VenueError,
)
from dragoman.model import (
    Accepted,
    CancelOrder,
    CryptoPerpetual,
    InstrumentId,
    LimitOrder,
    OrderSide,
    Outcome,
    Rejected,
    StopMarketOrder,
    Unknown,
)
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

from tests.specs.cases import cases, payloads

KEYS = {"api_key": "the-key", "api_secret": "c2VjcmV0", "passphrase": "words"}
PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
SYMBOLS = {
    "binance": "SOLUSDT-PERP.BINANCE",
    "bybit": "SOLUSDT-LINEAR.BYBIT",
    "okx": "SOL-USDT-SWAP.OKX",
    "bitmex": "XBTUSD.BITMEX",
}


class Said(NamedTuple):
    """An answer of a venue to one kind of call."""

    status: int
    body: str


def adapter(venue: str, said: Said, asked: list[str] | None = None) -> Any:
    """An adapter of a venue that answers everything alike; `asked` gets the paths of its calls."""
    clock = VirtualClock(auto=True)

    def answer(request: Request) -> Response:
        if asked is not None:
            asked.append(request.path)
        if request.path.endswith("/time"):
            body = '{"serverTime":1760000000000,"time":1760000000000,"code":"0","msg":"","data":[{"ts":"1760000000000"}]}'
            return Response(status=200, body=body.encode())
        return Response(status=said.status, body=said.body.encode())

    known = dragoman.load(venue).module.Requests.interface.credentials
    keys = {name: KEYS[name] for name in known if name in KEYS}
    return dragoman.load(venue).adapter(
        credentials=keys, http=MockHttp(otherwise=answer), connector=MockConnector(clock), clock=clock, seed=1
    )


def order(venue: str, tag: str = "mine1", **more: Any) -> LimitOrder:
    terms = {"quantity": Decimal(2), "price": Decimal(140), **more}
    return LimitOrder(
        instrument_id=InstrumentId(SYMBOLS[venue]), order_side=OrderSide.BUY, client_order_id=tag, **terms
    )


def played(act: Callable[[Any], Awaitable[Any]], venue: str, said: Said) -> Any:
    async def main() -> Any:
        desk = adapter(venue, said)
        try:
            return await act(desk)
        except DragomanError as error:
            return error
        finally:
            await desk.close()

    return asyncio.run(main())


def submitted(venue: str, said: Said) -> Outcome | DragomanError:
    found: Outcome | DragomanError = played(lambda desk: desk.submit_order(order(venue)), venue, said)
    return found


REFUSED = [
    ("binance", 400, '{"code":-2019,"msg":"Margin is insufficient."}', "-2019", "the margin is too low"),
    ("bybit", 200, '{"retCode":110007,"retMsg":"ab not enough for new order","result":{},"time":1}', "110007", "available balance"),
    ("okx", 200, '{"code":"1","msg":"","data":[{"ordId":"","clOrdId":"mine1","sCode":"51008","sMsg":"Insufficient margin"}]}', "51008", "the balance is too low"),
    ("bitmex", 400, '{"error":{"message":"Account has insufficient Available Balance, 21 XBt required","name":"ValidationError"}}', "ValidationError", "the balance is too low"),
    # wrong modes of the account
    ("binance", 400, '{"code":-4061,"msg":"Order\'s position side does not match user\'s setting."}', "-4061", "position side"),
    ("bybit", 200, '{"retCode":10001,"retMsg":"position idx not match position mode","result":{},"time":1}', "10001", "position mode"),
    ("okx", 200, '{"code":"1","msg":"","data":[{"sCode":"51010","sMsg":"Request unsupported under current account mode"}]}', "51010", "mode"),
    ("bitmex", 403, '{"error":{"message":"Account is suspended","name":"HTTPError"}}', "HTTPError", "may place no orders"),
    # numbers beyond the venue's digits
    ("binance", 400, '{"code":-1111,"msg":"Precision is over the maximum defined for this asset."}', "-1111", "more digits"),
    ("bybit", 200, '{"retCode":170134,"retMsg":"Order price decimal too long.","result":{},"time":1}', "170134", "too many digits"),
    ("okx", 200, '{"code":"1","msg":"","data":[{"sCode":"51121","sMsg":"Order quantity must be a multiple of the lot size."}]}', "51121", "multiple of the lot"),
    ("bitmex", 400, '{"error":{"message":"Invalid price tickSize","name":"ValidationError"}}', "ValidationError", "multiple of the tick"),
    # keys without the permission
    ("binance", 401, '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}', "-2015", "permissions"),
    ("bybit", 200, '{"retCode":10005,"retMsg":"Permission denied, please check your API key permissions.","result":{},"time":1}', "10005", "permission"),
    ("okx", 401, '{"code":"50120","msg":"This API key doesn\'t have permission to use this function","data":[]}', "50120", "permission"),
    ("bitmex", 403, '{"error":{"message":"Access Denied","name":"HTTPError"}}', "HTTPError", "permission"),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "status", "body", "code", "words"), REFUSED)
def test_a_refusal_is_told_with_the_venues_code_and_what_it_means(
    venue: str, status: int, body: str, code: str, words: str
) -> None:
    found = submitted(venue, Said(status, body))
    assert isinstance(found, Rejected), found
    assert found.code == code and words in found.reason
    assert found.client_order_id == "mine1"


BUSY = [
    ("binance", 503, '{"code":-1008,"msg":"Server is currently overloaded with other requests."}', RateLimited),
    ("binance", 503, '{"code":-1000,"msg":"Unknown error, please check your request or try again later."}', Unknown),
    ("binance", 429, '{"code":-1003,"msg":"Too many requests."}', Unknown),
    ("bybit", 200, '{"retCode":10006,"retMsg":"Too many visits!","result":{},"time":1}', Unknown),
    ("okx", 429, '{"code":"50011","msg":"Too Many Requests","data":[]}', RateLimited),
    ("bitmex", 429, '{"error":{"message":"Rate limit exceeded, retry in 1 seconds.","name":"RateLimitError"}}', RateLimited),
    ("bitmex", 503, '{"error":{"message":"The system is currently overloaded.","name":"HTTPError"}}', RateLimited),
    ("bitmex", 503, '{"error":{"message":"Service unavailable","name":"HTTPError"}}', Unknown),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "status", "body", "kind"), BUSY)
def test_a_busy_venue_leaves_an_order_open_unless_it_says_that_it_did_not_take_it(
    venue: str, status: int, body: str, kind: type
) -> None:
    assert type(submitted(venue, Said(status, body))) is kind


@pytest.mark.parametrize("venue", SYMBOLS)
@pytest.mark.parametrize("status", [200, 502])
def test_a_gateways_page_leaves_an_order_open_and_is_no_answer_to_a_question(venue: str, status: int) -> None:
    found = submitted(venue, Said(status, PAGE))
    assert isinstance(found, Unknown), found
    asked = played(lambda desk: desk.query_account(), venue, Said(status, PAGE))
    assert isinstance(asked, HttpError) and asked.status == status, asked
    assert isinstance(asked, BadResponse) == (status == 200)
    assert "502 Bad Gateway" in asked.body


EXPIRED = [
    ("binance", 401, '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}'),
    ("bybit", 200, '{"retCode":33004,"retMsg":"Your api key has expired.","result":{},"time":1}'),
    ("okx", 401, '{"code":"50119","msg":"API key doesn\'t exist","data":[]}'),
    ("bitmex", 401, '{"error":{"message":"Invalid API Key.","name":"HTTPError"}}'),
]


@pytest.mark.parametrize(("venue", "status", "body"), EXPIRED)
def test_a_key_that_ended_is_an_error_of_the_key(venue: str, status: int, body: str) -> None:
    asked = played(lambda desk: desk.query_account(), venue, Said(status, body))
    assert isinstance(asked, AuthError), asked


INSIDE = [
    ("binance", '{"code":-2019,"msg":"Margin is insufficient."}', "-2019"),
    ("bybit", '{"retCode":110007,"retMsg":"ab not enough for new order","result":{},"time":1}', "110007"),
    ("okx", '{"code":"51008","msg":"Insufficient margin","data":[]}', "51008"),
    ("bitmex", '{"error":{"message":"Account has insufficient Available Balance","name":"ValidationError"}}', "ValidationError"),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "body", "code"), INSIDE)
def test_an_error_inside_a_good_status_is_an_error(venue: str, body: str, code: str) -> None:
    found = submitted(venue, Said(200, body))
    assert isinstance(found, Rejected) and found.code == code, found
    asked = played(lambda desk: desk.query_account(), venue, Said(200, body))
    assert isinstance(asked, VenueError) and asked.code == code, asked


@pytest.mark.parametrize("venue", SYMBOLS)
@pytest.mark.parametrize("body", ["", "null", "[]", "{}", '{"data":', '"OK"'])
def test_an_answer_that_names_no_order_leaves_it_open(venue: str, body: str) -> None:
    found = submitted(venue, Said(200, body))
    assert isinstance(found, Unknown) and found.client_order_id == "mine1", found


@pytest.mark.parametrize("venue", SYMBOLS)
@pytest.mark.parametrize("body", ["", "null", "[]", "{}", '{"data":'])
def test_an_answer_that_names_no_order_does_not_say_that_one_was_taken_back(venue: str, body: str) -> None:
    async def cancel(desk: Any) -> Any:
        return await desk.cancel_order(instrument_id=SYMBOLS[venue], client_order_id="mine1")

    assert isinstance(played(cancel, venue, Said(200, body)), Unknown)


@pytest.mark.parametrize("venue", SYMBOLS)
@pytest.mark.parametrize("status", [403, 404])
def test_a_page_that_shuts_the_door_means_that_no_order_is_there(venue: str, status: int) -> None:
    found = submitted(venue, Said(status, PAGE))
    if venue in ("binance", "bybit") and status == 403:
        assert isinstance(found, Unknown), "that is how these shut out an address"
    else:
        assert isinstance(found, Rejected), found


UNKNOWN = [
    ("binance", 400, '{"code":-2011,"msg":"Unknown order sent."}', "-2011"),
    ("bybit", 200, '{"retCode":110001,"retMsg":"order not exists or too late to cancel","result":{},"time":1}', "110001"),
    ("okx", 200, '{"code":"1","msg":"","data":[{"sCode":"51400","sMsg":"Cancellation failed as the order does not exist."}]}', "51400"),
    ("bitmex", 404, '{"error":{"message":"Not Found","name":"HTTPError"}}', "HTTPError"),
]  # fmt: skip


MISSING = [
    ("binance", 400, '{"code":-2013,"msg":"Order does not exist."}'),
    ("bybit", 200, '{"retCode":0,"retMsg":"OK","result":{"list":[],"nextPageCursor":"","category":"linear"},"retExtInfo":{},"time":1}'),
    ("bybit", 200, '{"retCode":110001,"retMsg":"order not exists or too late to cancel","result":{},"time":1}'),
    ("okx", 200, '{"code":"51603","msg":"Order does not exist","data":[]}'),
    ("okx", 200, '{"code":"0","msg":"","data":[]}'),
    ("bitmex", 200, "[]"),
    ("bitmex", 404, '{"error":{"message":"Not Found","name":"HTTPError"}}'),
]  # fmt: skip


def test_a_failure_without_a_word_of_its_own_is_no_list_without_orders() -> None:
    failed = Said(200, '{"code":"1","msg":"All operations failed","data":[]}')

    async def ask(desk: Any) -> Any:
        return await desk.query_order(instrument_id=SYMBOLS["okx"], client_order_id="mine1")

    async def listed(desk: Any) -> Any:
        return await desk.order_status_reports(SYMBOLS["okx"], open_only=True)

    for what in (ask, listed):
        found = played(what, "okx", failed)
        assert isinstance(found, VenueError) and found.code == "1", found


@pytest.mark.parametrize(("venue", "status", "body"), MISSING)
def test_an_order_that_the_venue_does_not_know_is_none(venue: str, status: int, body: str) -> None:
    async def ask(desk: Any) -> Any:
        return await desk.query_order(instrument_id=SYMBOLS[venue], client_order_id="mine1")

    assert played(ask, venue, Said(status, body)) is None


@pytest.mark.parametrize(
    ("venue", "body", "paths"),
    [
        ("binance", '{"code":-2013,"msg":"Order does not exist."}', ["/fapi/v1/algoOrder", "/fapi/v1/order"]),
        ("okx", '{"code":"51603","msg":"","data":[]}', ["/api/v5/trade/order-algo", "/api/v5/trade/order"]),
    ],
)
def test_an_order_that_waited_for_a_price_is_asked_for_as_such_and_as_what_it_becomes(
    venue: str, body: str, paths: list[str]
) -> None:
    asked: list[str] = []
    desk = adapter(venue, Said(200 if venue == "okx" else 400, body), asked)

    async def main() -> None:
        async with desk:
            said: dict[str, Any] = {"instrument_id": InstrumentId(SYMBOLS[venue]), "client_order_id": "mine1"}
            terms: dict[str, Any] = {"order_side": OrderSide.BUY, "quantity": Decimal(2)}
            await desk.submit_order(StopMarketOrder(trigger_price=Decimal(150), **terms, **said))
            assert await desk.query_order(**said) is None

    asyncio.run(main())
    assert asked[-2:] == paths, asked


@pytest.mark.parametrize(("venue", "status", "body", "code"), UNKNOWN)
def test_an_order_that_the_venue_does_not_know_can_not_be_taken_back(
    venue: str, status: int, body: str, code: str
) -> None:
    async def cancel(desk: Any) -> Any:
        return await desk.cancel_order(instrument_id=SYMBOLS[venue], venue_order_id="77")

    found = played(cancel, venue, Said(status, body))
    assert isinstance(found, Rejected) and found.code == code, found


MIXED = [
    ("binance", '[{"symbol":"SOLUSDT","orderId":7,"clientOrderId":"mine1"},{"code":-2019,"msg":"Margin is insufficient."}]', "-2019"),
    ("bybit", '{"retCode":0,"retMsg":"OK","result":{"list":[{"orderId":"7","orderLinkId":"mine1"},{"orderId":"","orderLinkId":"mine2"}]},"retExtInfo":{"list":[{"code":0,"msg":"OK"},{"code":110007,"msg":"ab not enough"}]},"time":1}', "110007"),
    ("okx", '{"code":"2","msg":"","data":[{"ordId":"7","clOrdId":"mine1","sCode":"0","sMsg":""},{"ordId":"","clOrdId":"mine2","sCode":"51008","sMsg":"Insufficient"}]}', "51008"),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "body", "code"), MIXED)
def test_a_batch_that_is_taken_in_part_tells_of_each_order(venue: str, body: str, code: str) -> None:
    orders = [order(venue), order(venue, "mine2")]
    taken, refused = played(lambda desk: desk.submit_order_list(orders), venue, Said(200, body))
    assert isinstance(taken, Accepted) and taken.venue_order_id == "7"
    assert isinstance(refused, Rejected) and refused.code == code and refused.client_order_id == "mine2"


def test_of_several_orders_that_are_taken_back_each_has_its_answer() -> None:
    body = """[
        {"orderID":"o-1","symbol":"XBTUSD","account":1,"ordStatus":"Canceled","timestamp":"2026-02-03T04:05:06.007Z"},
        {"orderID":"o-2","symbol":"XBTUSD","account":1,"error":"Unable to cancel order due to existing state: Filled","timestamp":"2026-02-03T04:05:06.007Z"}]"""

    async def cancel(desk: Any) -> Any:
        wishes = [
            CancelOrder(instrument_id=InstrumentId(SYMBOLS["bitmex"]), venue_order_id=each)
            for each in ("o-1", "o-2")
        ]
        return await desk.batch_cancel_orders(wishes)

    taken, refused = played(cancel, "bitmex", Said(200, body))
    assert isinstance(taken, Accepted)
    assert isinstance(refused, Rejected) and "existing state: Filled" in refused.reason


LIMITED = [
    ("binance", 429, '{"code":-1003,"msg":"Too many requests."}'),
    ("bybit", 200, '{"retCode":10006,"retMsg":"Too many visits!","result":{},"time":1}'),
    ("okx", 429, '{"code":"50011","msg":"Too Many Requests","data":[]}'),
    (
        "bitmex",
        429,
        '{"error":{"message":"Rate limit exceeded, retry in 1 seconds.","name":"RateLimitError"}}',
    ),
]


@pytest.mark.parametrize(("venue", "status", "body"), LIMITED)
def test_too_many_requests_say_how_long_to_wait(venue: str, status: int, body: str) -> None:
    asked = played(lambda desk: desk.query_account(), venue, Said(status, body))
    assert isinstance(asked, RateLimited) and asked.retry_after is not None, asked


@pytest.mark.parametrize("venue", SYMBOLS)
def test_more_digits_than_the_instrument_has_are_refused_here_with_the_nearest_values(venue: str) -> None:
    instrument = next(_perpetuals(venue))
    tick = instrument.price_increment

    async def submit(desk: Any) -> Any:
        desk.requests.learn(instrument)
        terms = {"quantity": instrument.size_increment * 1000, "price": tick * 1000 + tick / 4}
        wish = msgspec.structs.replace(order(venue, **terms), instrument_id=instrument.instrument_id)
        return await desk.submit_order(wish)

    refused = played(submit, venue, Said(200, "{}"))
    assert isinstance(refused, InvalidOrder), refused
    for near in (tick * 1000, tick * 1001):
        assert f"{near.normalize():f}" in str(refused)


def _perpetuals(venue: str) -> Iterator[Any]:
    """Perpetual contracts of the venue's cases."""
    for found in cases():
        case = found.case
        if found.venue == venue and found.file.stem == "instruments" and case.kind == "response":
            for payload in payloads(found):
                for event in (
                    dragoman.load(venue)
                    .translator()
                    .translate(case.source, payload, product=case.product, request=case.request, ts_init=1)
                ):
                    if isinstance(event, CryptoPerpetual):
                        yield event
