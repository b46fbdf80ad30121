"""Requests, responses and frames as values that never show a secret."""

from __future__ import annotations

from dragoman.log import SECRETS
from dragoman.net.wire import Frame, Opcode, Request, Response, decode_query, encode_query, host_is_loopback
from hypothesis import given
from hypothesis import strategies as st


def test_a_query_keeps_its_order_and_is_percent_encoded_for_signing() -> None:
    assert encode_query((("b", "1 2"), ("a", "x/y+z&ü"))) == "b=1%202&a=x%2Fy%2Bz%26%C3%BC"
    request = Request(method="GET", url="https://h/p", query=(("symbol", "BTCUSDT"),))
    assert request.target == "https://h/p?symbol=BTCUSDT"
    assert Request(method="GET", url="https://h/p").target == "https://h/p"


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4).map(tuple))
def test_a_query_is_read_as_it_was_written(pairs: tuple[tuple[str, str], ...]) -> None:
    assert decode_query(encode_query(pairs)) == pairs


def test_a_query_that_was_signed_as_text_goes_out_byte_for_byte() -> None:
    request = Request(
        method="GET", url="https://h/p", query=(("a", "1"),), encoded_query="a=1&signature=f%2b"
    )
    assert request.target == "https://h/p?a=1&signature=f%2b"


def test_headers_are_found_in_any_case() -> None:
    request = Request(method="GET", url="https://h", headers=(("X-Key", "1"),))
    assert request.header("x-key") == "1" and request.header("y") is None


def test_a_requests_repr_shows_what_is_sent_but_no_secret() -> None:
    SECRETS.hide("registered-secret-value")
    request = Request(
        method="POST",
        url="https://h/api/registered-secret-value",
        headers=(("X-SOME-APIKEY", "key-in-header"), ("Content-Type", "application/json")),
        query=(("symbol", "BTCUSDT"), ("signature", "sig-in-query")),
        body=b'{"passphrase": "pass-in-body", "qty": "1", "note": "registered-secret-value"}',
        operation="new_order",
    )
    for text in (repr(request), str(request), f"{request}"):
        for secret in ("registered-secret-value", "key-in-header", "sig-in-query", "pass-in-body"):
            assert secret not in text
        for shown in ("POST", "new_order", "BTCUSDT", "application/json", "qty"):
            assert shown in text
    signed = Request(method="GET", url="https://h", encoded_query="a=1&signature=sig-in-query")
    assert "sig-in-query" not in repr(signed) and "a=1" in repr(signed)


def test_responses_and_frames_show_no_secret_either() -> None:
    response = Response(
        status=200, headers={"set-cookie": "crumbs"}, body=b'{"listenKey": "lk-12345", "a": 1}'
    )
    assert "crumbs" not in repr(response) and "lk-12345" not in repr(response) and '"a": 1' in repr(response)
    frame = Frame(Opcode.TEXT, b'{"op":"authentication","session":"sess-9","appKey":"ak-7"}', 1)
    assert "sess-9" not in repr(frame) and "ak-7" not in repr(frame)


def test_long_bodies_are_cut_in_a_repr() -> None:
    assert len(repr(Frame(Opcode.BINARY, b"x" * 10_000_000, 0))) < 400


def test_a_frame_of_no_text_is_shown_all_the_same() -> None:
    assert "\\xff" in repr(Frame(Opcode.TEXT, b"\xff\xfe", 0))


def test_no_proxy_reaches_this_machine_for_us() -> None:
    assert host_is_loopback("ws://127.0.0.1:80/x") and host_is_loopback("http://localhost")
    assert host_is_loopback("http://[::1]:9/") and not host_is_loopback("https://api.test")
