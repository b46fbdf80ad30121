"""Requests and frames: what callers say becomes what the venue expects, or an error that says what to change."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import (
    CredentialsMissing,
    InvalidParameter,
    NotSupported,
    ProductRequired,
    SpecMissing,
    UnknownAction,
    UnknownInstrument,
)
from dragoman.log import redact
from dragoman.net.wire import Frame, Request, encode_query
from dragoman.requests.choose import Want, fill
from dragoman.requests.facts import Environment, Param
from dragoman.requests.params import Checker, in_pairs

from tests.runtime.requests.interface_of_tests import NOW_NS, Requests, builder


def request(action: str, **params: Any) -> Request:
    built = builder().build(action, **params)
    assert isinstance(built, Request)
    return built


def sends(action: str, **params: Any) -> str:
    return request(action, **params).target


def frame(action: str, **params: Any) -> Any:
    built = builder().build(action, **params)
    assert isinstance(built, Frame)
    return json.loads(built.data)


# -- operations --------------------------------------------------------------------------------------------------------


def test_parameters_go_by_the_names_of_the_venue_or_of_its_specification() -> None:
    expected = "https://api.test/base/spot/bars?symbol=AAA&interval=1m&from=5&limit=2"
    for start in ("start_ms", "start", "from"):
        assert (
            sends("get_bars", product="spot", symbol="AAA", interval="1m", limit="2", **{start: 5})
            == expected
        )


def test_an_instrument_tells_the_product_and_the_symbol() -> None:
    assert (
        sends("get_bars", instrument_id="AAA-PERP.TESTS", interval="1h")
        == "https://perp.test/perp/bars?symbol=AAA&interval=1h"
    )


def test_a_parameter_in_the_path_is_percent_encoded() -> None:
    assert sends("get_trades", symbol="A/B C") == "https://api.test/base/trades/A%2FB%20C"


def test_a_json_body_keeps_decimals_exact_and_everything_in_its_place() -> None:
    built = request(
        "send",
        size=Decimal("1E-8"),
        exact="12345678901234567890.123456789",
        flag="true",
        names="a,b",
        tag="t",
        page=3,
        extra={"k": [1]},
    )
    assert built.body == (
        b'{"size":"0.00000001","exact":12345678901234567890.123456789,"flag":true,"names":["a","b"],"extra":{"k":[1]}}'
    )
    assert built.query == (("page", "3"),)
    assert (built.header("X-Tag"), built.header("Content-Type")) == ("t", "application/json")
    assert built.header("X-TIME") == str(NOW_NS // 1_000_000)


@pytest.mark.parametrize(
    ("join", "query"),
    [("comma", "names=a%2Cb"), ("repeat", "names=a&names=b"), ("json", "names=%5B%22a%22%2C%22b%22%5D")],
)
def test_a_list_stands_in_a_query_as_the_venue_wants_it(join: Any, query: str) -> None:
    param = Param(name="names", wire="names", told="names", kind="list", join=join)
    assert encode_query(tuple(in_pairs(param, ["a", "b"]))) == query


def test_items_that_commas_could_not_part_are_refused() -> None:
    param = Param(name="names", wire="names", told="names", kind="list")
    with pytest.raises(InvalidParameter, match="'names' holds an item with a comma"):
        Checker("tests", "send").pairs(param, ["a,b"])
    assert json.loads(request("send", size=1, names=["a,b"]).body)["names"] == ["a,b"]


def test_a_form_is_the_body() -> None:
    built = request("log_in", user="me & you")
    assert (built.target, built.body) == ("https://api.test/base/login", b"user=me%20%26%20you")
    assert built.header("Content-Type") == "application/x-www-form-urlencoded"


def test_a_remote_procedure_is_wrapped() -> None:
    known = builder()
    known.renew("session_token", "token-1")
    built = known.build("call", market="m")
    assert isinstance(built, Request)
    assert json.loads(built.body) == {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "v1/list",
        "params": {"market": "m"},
    }
    assert built.header("X-TOKEN") == "token-1"


def test_a_token_is_hidden_from_every_text() -> None:
    builder().renew("session_token", "token-that-nobody-sees")
    assert "token-that-nobody-sees" not in redact("it is token-that-nobody-sees")


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"symbl": "A"}, "'symbl' is unknown; did you mean 'symbol'?"),
        ({}, "'symbol' is missing"),
        ({"symbol": "A", "interval": "2m"}, "'interval' can't be '2m'.*allowed: 1m, 1h"),
        ({"symbol": "A", "interval": "1m", "limit": 1001}, "'limit' must be at most 1000, not 1001"),
        ({"symbol": "A", "interval": "1m", "limit": 0}, "'limit' must be at least 1, not 0"),
        ({"symbol": "A", "interval": "1m", "limit": "x"}, "'limit' must be a whole number, not 'x'"),
        ({"symbol": "A", "interval": "1m", "limit": 1.5}, "'limit' is a float"),
        ({"symbol": "A", "interval": "1m", "limit": True}, "'limit' must be a whole number"),
        (
            {"symbol": "A", "interval": "1m", "from": "now"},
            "'start_ms' must be a whole number of milliseconds",
        ),
        ({"symbol": "A", "interval": "1m", "from": 1, "start_ms": 2}, "'start_ms' is given twice"),
        ({"symbol": ["A"], "interval": "1m"}, "'symbol' must be text, not list"),
    ],
)
def test_a_wrong_parameter_says_what_to_change(params: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidParameter, match=says):
        builder().build("get_bars", product="spot", **params)


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"size": 1.5}, "'size' is a float; give it as text or Decimal: '1.5'"),
        ({"size": "NaN"}, "'size' must be a finite decimal"),
        ({"size": "x"}, "'size' must be a finite decimal"),
        ({"size": 1, "flag": "yes"}, "'flag' must be true or false"),
        ({"size": 1, "names": 5}, "'names' must be a list"),
        ({"size": 1, "only_perp": "x"}, "'only_perp' belongs to perp, not to spot"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_it_has_to_be(params: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidParameter, match=says):
        builder().build("send", product="spot", **params)


def test_an_operation_with_several_paths_needs_a_product() -> None:
    with pytest.raises(ProductRequired, match="spot"):
        builder().build("get_bars", symbol="A", interval="1m")
    with pytest.raises(NotSupported, match="supported: spot, perp"):
        builder().build("get_bars", product="margin", symbol="A", interval="1m")


def test_an_unknown_action_names_the_nearest() -> None:
    with pytest.raises(UnknownAction, match="did you mean 'get_bars'"):
        builder().build("get_bar")


def test_a_private_operation_without_keys_names_the_variable() -> None:
    with pytest.raises(CredentialsMissing, match="TESTS_"):
        Requests().build("list_trades")


def test_what_is_signed_carries_the_time_of_its_server() -> None:
    known = builder()
    known.offsets_ns["main"] = 5_000_000
    built = known.build("list_trades")
    assert isinstance(built, Request)
    assert built.header("X-TIME") == str(NOW_NS // 1_000_000 + 5)


def test_environments_are_declared_or_given() -> None:
    own = Environment({"main": "http://127.0.0.1:8000", "perp": "http://127.0.0.1:8001"}, {})
    built = builder(environment=own).build("get_time")
    assert isinstance(built, Request) and built.url == "http://127.0.0.1:8000/time"
    with pytest.raises(SpecMissing, match="there are mainnet"):
        builder(environment="testnet")


# -- normalized requests -----------------------------------------------------------------------------------------------


def test_times_are_cut_to_the_unit_of_the_venue_so_that_nothing_outside_is_asked_for() -> None:
    target = sends(
        "request_bars",
        bar_type="AAA.TESTS-1-MINUTE-LAST-EXTERNAL",
        start=1_000_001,
        end=3_999_999,
        limit=5000,
    )
    assert target == "https://api.test/base/spot/bars?symbol=AAA&interval=1m&from=2&to=3&limit=1000"


def test_bars_of_another_price_come_from_their_own_operation() -> None:
    assert sends("request_bars", bar_type="AAA-PERP.TESTS-1-HOUR-MARK-EXTERNAL").startswith(
        "https://perp.test/perp/mark?"
    )


def test_an_operation_that_needs_no_keys_is_preferred() -> None:
    assert sends("request_trades", instrument_id="AAA.TESTS").startswith("https://api.test/base/trades/AAA")


@pytest.mark.parametrize(
    ("action", "params", "says"),
    [
        ("request_quotes", {"instrument_id": "AAA.TESTS"}, "no history of quotes is kept.*subscribe_quotes"),
        ("request_trades", {"instrument_id": "AAA-PERP.TESTS"}, "for perp .not for perp"),
        ("request_bars", {"bar_type": "AAA.TESTS-5-MINUTE-LAST-EXTERNAL"}, "supported: 1-MINUTE, 1-HOUR"),
        ("request_bars", {"bar_type": "AAA.TESTS-1-MINUTE-MARK-EXTERNAL"}, "doesn't support request_bars"),
        ("request_option_greeks", {"instrument_id": "AAA.TESTS"}, "supported: request_bars, request_trades"),
        ("submit_order", {}, "doesn't support submit_order"),
        ("login", {"connection": "stream"}, "supported: gateway"),
    ],
)
def test_what_the_venue_cannot_do_is_refused_with_the_reason(
    action: str, params: dict[str, Any], says: str
) -> None:
    with pytest.raises(NotSupported, match=says):
        builder().build(action, **params)


def test_an_unknown_instrument_is_told() -> None:
    with pytest.raises(UnknownInstrument):
        builder().build("request_trades", instrument_id="AAA-SWAP.ELSEWHERE")


# -- frames ------------------------------------------------------------------------------------------------------------


def test_a_type_is_subscribed_to_through_the_preferred_channel() -> None:
    assert frame("subscribe", type="TradeTick", instrument_id="AAA-PERP.TESTS") == {
        "op": "SUB",
        "args": ["aaa@fast"],
        "id": 1,
    }
    assert frame("subscribe", type="TradeTick", instrument_id="AAA.TESTS")["args"] == ["aaa@trade"]
    assert frame("subscribe", type="Bar", bar_type="AAA.TESTS-1-HOUR-LAST-EXTERNAL")["args"] == [
        "aaa@kline_1h"
    ]


def test_a_channel_is_subscribed_to_by_its_name_and_given_up_again() -> None:
    assert frame("unsubscribe", channel="trade", product="spot", symbol="BBB", id=7) == {
        "op": "UNSUB",
        "args": ["bbb@trade"],
        "id": 7,
    }


@pytest.mark.parametrize(
    ("params", "kind", "says"),
    [
        ({"channel": "trades", "product": "spot"}, UnknownAction, "did you mean|there are"),
        ({"channel": "trade", "symbol": "A"}, ProductRequired, "perp, spot"),
        ({"channel": "kline", "product": "perp", "symbol": "A", "interval": "1m"}, NotSupported, "spot"),
        ({"channel": "kline", "symbol": "A"}, InvalidParameter, "'interval' is missing"),
        ({}, InvalidParameter, "or both"),
        ({"type": "OptionGreeks", "instrument_id": "AAA.TESTS"}, NotSupported, "subscribe_option_greeks"),
    ],
)
def test_a_subscription_that_means_nothing_is_refused(params: dict[str, Any], kind: Any, says: str) -> None:
    with pytest.raises(kind, match=says):
        builder().build("subscribe", **params)


def test_a_login_answers_the_challenge_of_its_connection() -> None:
    built = builder().build("login", challenge="abc", dataset="GLBX")
    assert isinstance(built, Frame)
    assert built.data == b"auth=ba78-the-key|dataset=GLBX|ts_out=0"


def test_a_bound_that_is_no_part_of_its_range_is_said_from_outside() -> None:
    named: dict[str, Any] = {"told": "t", "wire": "t", "kind": "time", "unit_ns": 1_000_000}
    params = [
        Param(name="after", fills="start", exclusive=True, **named),
        Param(name="until", fills="end", exclusive=True, **named),
        Param(name="begin", fills="start", **named),
        Param(name="end", fills="end", **named),
    ]
    found = fill(builder().interface, "request_bars", params, Want(start_ns=4_000_001, end_ns=9_999_999))
    assert found == {"after": 4, "until": 10, "begin": 5, "end": 9}
