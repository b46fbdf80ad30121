"""Log lines are key=value, cost nothing when nobody listens, and never hold a secret."""

from __future__ import annotations

import json
import logging

import pytest
from dragoman.log import HIDDEN, Line, Log, RedactingFilter, Secrets


def test_a_line_is_an_event_and_its_fields(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "dragoman.test"):
        Log("dragoman.test").info("connected", venue="v", attempt=2, why="no route to host", empty="")
    assert caplog.messages == ['connected venue=v attempt=2 why="no route to host" empty=""']
    assert caplog.records[0].funcName == "test_a_line_is_an_event_and_its_fields"


def test_a_value_cannot_forge_a_second_line() -> None:
    assert "\n" not in str(Line("notice", {"text": "a\nINFO forged=1", "raw": b"b\r\nc"}))


def test_nothing_is_formatted_for_nobody() -> None:
    class Costly:
        def __str__(self) -> str:
            raise AssertionError("formatted")

    Log("dragoman.test.silent").debug("frame", body=Costly())


@pytest.mark.parametrize(
    "text",
    [
        "GET https://h/p?symbol=B&signature=TOPSECRET&x=1",
        "wss://h/ws?listenKey=TOPSECRET",
        "wss://h/ws?token=TOPSECRET&v=2",
        '{"apiKey": "TOPSECRET", "a": 1}',
        '{"params": {"sign":"TOPSECRET"}}',
        '{"session":"TOPSECRET"}',
        r'"{\"secret\": \"TOPSECRET\"}"',
        r'{"passphrase": "TOP\"SECRET TOPSECRET"}',
        '{"api_secret": 123TOPSECRET}',
        "X-SOME-APIKEY: TOPSECRET",
        "Authorization: Bearer TOPSECRET",
        "{'X-SOME-SIGN': 'TOPSECRET'}",
        "auth=1|api_key=TOPSECRET|x=2",
        "ok-access-passphrase: TOPSECRET",
    ],
)
def test_values_of_secret_names_are_hidden_wherever_they_stand(text: str) -> None:
    shown = Secrets().redact(text)
    assert "TOPSECRET" not in shown and HIDDEN in shown


@pytest.mark.parametrize("value", ["secret", "apiKey", "phrase", "password", "my-words", "words-"])
@pytest.mark.parametrize(
    "form",
    [
        '{"%s": "TOPSECRET"}',
        r'"{\"%s\": \"TOPSECRET\"}"',
        "%s=TOPSECRET",
        "%s: TOPSECRET",
        "{'%s': 'TOPSECRET'}",
    ],
)
def test_a_value_that_stands_in_the_name_of_a_secret_gives_no_other_one_away(value: str, form: str) -> None:
    secrets = Secrets()
    secrets.hide_name("my-words-too")
    secrets.hide(value)
    names = {"phrase": "passphrase", "my-words": "my-words-too", "words-": "my-words-too"}
    shown = secrets.redact(form % names.get(value, value))
    assert "TOPSECRET" not in shown and HIDDEN in shown
    assert value not in secrets.redact(f"'{value}' is shown, and {value}")


@pytest.mark.parametrize(
    "text",
    [
        '{"symbol":"BTCUSDT","price":"27451.00","side":"BUY"}',
        "GET https://h/api/v3/depth?symbol=BTCUSDT&limit=1000",
        "design=1 assign=2 tokens=3 sequence: 4",
        "connected venue=v stream=ws:public attempt=2",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert Secrets().redact(text) == text


def test_registered_values_are_hidden_also_as_json_shows_them() -> None:
    secrets = Secrets()
    secrets.hide('line one\n"line two"')
    assert "line two" not in secrets.redact(json.dumps({"k": 'line one\n"line two"'}))


def test_a_value_within_another_leaves_no_rest() -> None:
    secrets = Secrets()
    secrets.hide("secret")
    secrets.hide("secret-and-more")
    assert secrets.redact("x secret-and-more y") == f"x {HIDDEN} y"


def test_a_renewed_token_replaces_the_old_one() -> None:
    secrets = Secrets()
    secrets.hide("first-token")
    secrets.hide("second-token", instead_of="first-token")
    assert secrets.redact("first-token second-token") == f"first-token {HIDDEN}"


def test_a_declared_name_is_secret_too() -> None:
    secrets = Secrets()
    secrets.hide_name("X-Odd")
    assert secrets.is_secret_name("x-odd")
    assert "abc" not in secrets.redact("X-Odd: abc") + secrets.redact('{"x-odd":"abc"}')


def test_short_values_would_blank_out_ordinary_text_and_are_not_registered() -> None:
    secrets = Secrets()
    secrets.hide("a")
    assert secrets.redact("a banana") == "a banana"


def test_lines_of_other_libraries_are_redacted_by_the_filter() -> None:
    record = logging.LogRecord(
        "httpx", logging.INFO, "", 0, "GET %s", ("https://h?signature=TOPSECRET",), None
    )
    assert RedactingFilter().filter(record)
    assert "TOPSECRET" not in record.getMessage()


def test_a_secret_that_straddles_the_cut_does_not_peep_out() -> None:
    secrets = Secrets()
    secrets.hide("0123456789abcdef")
    raw = b"x" * 95 + b"0123456789abcdef" + b"y" * 100
    assert "01234" not in secrets.redact_bytes(raw, most=100)
