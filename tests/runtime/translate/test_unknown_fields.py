"""What a venue sends beyond its specification is ignored, and its names can be read from the counters."""

from __future__ import annotations

from decimal import Decimal

import dragoman
import msgspec
import pytest
from dragoman.stats import Stats
from dragoman.translate.unknown_fields import UnknownFields, unknown_fields


class Row(msgspec.Struct, array_like=True):
    time_ms: int
    inner: Inner


class Inner(msgspec.Struct):
    price: Decimal = msgspec.field(name="p")


class Message(msgspec.Struct, tag_field="e", tag="row"):
    rows: list[Row]
    by_name: dict[str, Inner] = msgspec.field(name="m", default_factory=dict)
    one: Inner | None = None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"e":"row","rows":[]}', []),
        ('{"e":"row","rows":[],"new":{"deep":1},"one":null}', ["Message.new"]),
        ('{"e":"row","rows":[[1,{"p":"1","q":"2"},"more"]]}', ["Inner.q"]),
        ('{"e":"row","rows":[],"m":{"a":{"p":"1","z":0}},"one":{"p":"1","y":0}}', ["Inner.z", "Inner.y"]),
    ],
)
def test_names_are_told_by_the_record_that_holds_them(text: str, names: list[str]) -> None:
    assert list(unknown_fields(Message, msgspec.json.decode(text))) == names


def test_the_member_of_a_union_is_told_by_its_tag() -> None:
    class Other(msgspec.Struct, tag_field="e", tag="other"):
        a: int

    found = unknown_fields(Message | Other, {"e": "other", "a": 1, "rows": []})
    assert list(found) == ["Other.rows"]


def test_one_payload_in_a_thousand_is_looked_at() -> None:
    stats = Stats()
    looking = UnknownFields(stats)
    for _ in range(1001):
        looking.look(Inner, b'{"p":"1","q":"2"}')
    assert stats.named["unknown_fields"] == {"Inner.q": 2}


def test_a_translator_counts_and_goes_on() -> None:
    translator = dragoman.load("binance").translator()
    body = b'[{"id":1,"price":"2","qty":"3","quoteQty":"6","time":4,"isBuyerMaker":true,"isBestMatch":true,"fee":"0"}]'
    events = translator.translate("get_trades", body, product="spot", request={"symbol": "BTCUSDT"})
    assert len(events) == 1
    (name,) = translator.stats.named["unknown_fields"]
    assert name.endswith(".fee") and translator.stats.unknown_fields == 1


def test_a_number_beyond_any_decimal_in_a_field_that_nobody_reads_stops_no_message() -> None:
    stats = Stats()
    UnknownFields(stats).look(Message, b'{"e":"row","rows":[],"new":1e99999999999999999999}')
    assert stats.unknown_fields == 0
