"""Errors say what, where, why and what to do, on one line, and carry their facts."""

import pickle

import pytest
from dragoman import errors as e

RAW = b'{"apiKey": "k-0123456789", "signature": "deadbeefdeadbeef", "p": "x"}'
ERRORS: list[e.DragomanError] = [
    e.VenueNotFound("nowhere", ["one", "two"]),
    e.SpecMissing("one", "stream of trades"),
    e.DependencyMissing("cryptography", "keys"),
    e.CredentialsMissing("one", ["ONE_API_KEY"]),
    e.CredentialsInvalid("one", "api_secret", "it is no base64 text"),
    e.UnknownAction("one", "get_tradse", ["get_trades"]),
    e.InvalidParameter("one", "get_trades", "limit", "must be at most 1000, not 5000"),
    e.InvalidIdentifier("InstrumentId", "A", "it has no venue"),
    e.UnknownSource("one", "GET /nothing", ["GET /time"]),
    e.ProductRequired("one", "ws", ["spot", "linear"]),
    e.ProductRequired("one", "ws", ["spot", "linear"], "sport"),
    e.RequestRequired("one", "GET /trades", "symbol"),
    e.NotSupported("one", "submit_order MARKET", "spot", ["LIMIT"], "no market orders"),
    e.InvalidOrder("price", "is missing"),
    e.Denied("one", "submit_order", "post_only contradicts IOC"),
    e.Denied("one", "submit_order", "no such order", ["type: LIMIT", "product: swap"], "option"),
    e.DecodeError("one", "ws", "$.p", RAW, "Expected `decimal`, got `str`"),
    e.RowError("one", "ws", "$[3].p", RAW, "Expected `decimal`, got `str`"),
    e.UnknownInstrument("one", "BTCUSDT", "ws"),
    e.AmbiguousInstrument("one", "BTCUSDT.ONE", ["spot", "dated"]),
    e.UnknownCurrency("one", "XBT", "ws"),
    e.ModelDataError("CurrencyPair", "$.id", "missing"),
    e.BookLevelError("BUY", 3, ["x", "1"]),
    e.BookError("one", "A.B", "the buffer is full"),
    e.SequenceGap("one", "A.B", 5, 7),
    e.ChecksumMismatch("one", "A.B", -5, 7),
    e.VenueError("one", "get_time", status=400, code=-1121, meaning="Invalid symbol.", body=RAW),
    e.AuthError("one", "get_account", status=401, code="-2015"),
    e.RateLimited("one", "get_time", retry_after=2.0, scope="ip", status=429),
    e.BadResponse("one", "get_time", "no JSON", body="<html>\n</html>"),
    e.TransportError("one", "get_time", "connection refused"),
    e.ServerError("one", "submit_order", status=503),
    e.RequestTimeout("one", "submit_order", 10.0),
    e.RequestCut("one", "submit_order", "connection reset"),
    e.ConnectionLost("one", "ws:public", "going away", 1001),
    e.FrameTooLarge("one", "ws:public", 50_000_000, 16_000_000),
    e.SubscriptionRefused("one", "ws:public", "trade.X", 10001, "no such symbol"),
    e.SlowConsumer("one", "ws:public", 12),
]


def name(error: e.DragomanError) -> str:
    return type(error).__name__


def test_every_class_of_the_tree_is_shown_here() -> None:
    def leaves(kind: type[e.DragomanError]) -> set[str]:
        return {kind.__name__}.union(
            *(leaves(sub) for sub in kind.__subclasses__() if sub.__module__.startswith("dragoman.errors"))
        )

    groups = {
        "DragomanError",
        "SetupError",
        "CallError",
        "DataError",
        "HttpError",
        "OutcomeUnknown",
        "StreamError",
    }
    assert leaves(e.DragomanError) - groups == {name(error) for error in ERRORS}
    assert leaves(e.DragomanError) <= set(e.__all__)


@pytest.mark.parametrize("error", ERRORS, ids=name)
def test_a_message_is_one_line_and_its_facts_are_attributes(error: e.DragomanError) -> None:
    assert "\n" not in str(error)
    assert str(error)
    assert error.facts
    for key, value in error.facts.items():
        assert getattr(error, key) == value


@pytest.mark.parametrize("error", ERRORS, ids=name)
def test_an_error_survives_another_process(error: e.DragomanError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.facts == error.facts


@pytest.mark.parametrize("error", ERRORS, ids=name)
def test_no_secret_is_shown(error: e.DragomanError) -> None:
    shown = str(error) + repr(error.facts)
    assert "k-0123456789" not in shown
    assert "deadbeef" not in shown


def test_foreign_text_is_bounded_and_printable() -> None:
    assert len(e.excerpt(b"\xff\x00" * 1_000_000)) < 2 * e.RAW_LIMIT
    assert e.excerpt("a\n  b") == "a b"
    assert len(str(e.DecodeError("one", "ws", "$", "x" * 1_000_000, "bad"))) < 400
    assert len(str(e.UnknownInstrument("one", "x" * 1_000_000))) < 400


def test_what_to_do_is_a_class() -> None:
    assert issubclass(e.RequestTimeout, e.OutcomeUnknown)
    assert issubclass(e.ServerError, e.OutcomeUnknown)
    assert not issubclass(e.TransportError, e.OutcomeUnknown)
    assert not issubclass(e.RateLimited, e.VenueError)
    assert issubclass(e.RowError, e.DecodeError)


def test_a_caller_reads_facts_not_text() -> None:
    limited = e.RateLimited("one", "get_time", retry_after=2.0, scope="ip", status=429)
    assert (limited.retry_after, limited.scope, limited.status) == (2.0, "ip", 429)
    refused = e.VenueError("one", "get_time", status=400, code=-1121, meaning="Invalid\nsymbol.")
    assert (refused.code, refused.meaning) == ("-1121", "Invalid symbol.")
    assert (
        str(refused)
        == "one get_time: HTTP 400, code -1121, Invalid symbol.; change the request: asking again won't help"
    )
