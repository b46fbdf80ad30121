"""Envelopes that name no topic, and sockets with and without them that are read as one."""

from __future__ import annotations

from typing import Any

import dragoman
import pytest
from dragoman.errors import DecodeError

ORDER = (
    '{"e":"executionReport","E":1760000006001,"s":"SOLUSDT","c":"mine-1","S":"BUY","o":"LIMIT","f":"GTC","q":"2.5","p":"143.2",'
    '"x":"NEW","X":"NEW","i":501,"l":"0","z":"0","L":"0","t":-1,"m":false}'
)


def reports(payload: str, product: str) -> list[Any]:
    return list(dragoman.load("binance").translator().translate("ws", payload.encode(), product=product))


@pytest.mark.parametrize("product", ["spot", "margin"])
@pytest.mark.parametrize(
    "frame",
    ["{}", '{{"subscriptionId":0,"event":{}}}', '{{ "event": {}, "subscriptionId": 0 }}'],
    ids=["bare", "in an envelope", "in an envelope with spaces"],
)
def test_a_message_is_the_same_with_and_without_its_envelope(frame: str, product: str) -> None:
    (report,) = reports(frame.format(ORDER), product)
    assert (report.venue_order_id, report.instrument_id) == ("501", "SOLUSDT.BINANCE")
    assert report.account_id == {"spot": "BINANCE-SPOT-001", "margin": "BINANCE-MARGIN-001"}[product]


def test_market_data_of_the_same_source_keeps_its_own_wrapper() -> None:
    trade = (
        '{"e":"trade","E":1760000004001,"s":"SOLUSDT","t":12,"p":"143.2","q":"1","T":1760000004000,"m":true}'
    )
    wrapped = f'{{"stream":"solusdt@trade","data":{trade}}}'
    assert [reports(each, "spot")[0].trade_id for each in (trade, wrapped)] == ["12", "12"]


def test_a_fault_inside_of_an_envelope_is_told() -> None:
    broken = ORDER.replace('"q":"2.5"', '"q":[]')
    with pytest.raises(DecodeError, match=r"\$\.q"):
        reports(f'{{"subscriptionId":0,"event":{broken}}}', "margin")


def test_the_account_that_the_caller_names_goes_before_the_products() -> None:
    reader = dragoman.load("binance").translator(account_id="BINANCE-MINE")
    (report,) = reader.translate("ws", ORDER.encode(), product="spot")
    assert report.account_id == "BINANCE-MINE"


def test_messages_of_a_topic_of_no_channel_are_read_alike_each_time() -> None:
    feed = dragoman.load("binance").translator().stream("ws", product="spot")
    key = f'{{"stream":"aListenKey","data":{ORDER}}}'
    opened = f'{{"subscriptionId":0,"event":{ORDER}}}'
    seen = [feed(each.encode()) for each in (key, key, ORDER, opened, key, opened, ORDER)]
    assert all(each == seen[0] and len(each) == 1 for each in seen)
    with pytest.raises(DecodeError, match=r"\$\.q"):
        feed(key.replace('"q":"2.5"', '"q":[]').encode())
    assert feed(key.encode()) == seen[0]
