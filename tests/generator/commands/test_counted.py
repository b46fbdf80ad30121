"""Units that quantities are counted in, flags and objects made of terms, batches as columns, signatures that end."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import Denied, InvalidOrder, UnknownInstrument
from dragoman.model import CryptoPerpetual, InstrumentId

from tests.generator.commands.mini import load

KEYS = {"api_key": "the-key", "api_secret": "the-secret"}
ORDER = {"order_side": "BUY", "price": "10", "order_type": "LIMIT", "client_order_id": "c-1"}


def swap(symbol: str, increment: str) -> CryptoPerpetual:
    return CryptoPerpetual(
        instrument_id=InstrumentId(f"{symbol}.COUNTED"),
        raw_symbol=symbol,
        price_precision=0,
        price_increment=Decimal(1),
        size_increment=Decimal(increment),
        base_currency="AA",
        quote_currency="BB",
        settlement_currency="BB",
    )


def requests(*instruments: Any) -> Any:
    return load("counted").requests(KEYS, instruments, lambda: 1_700_000_000_500_000_000, lambda: "n")


def body(built: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(built.body)
    return found


def submitted(built: Any, symbol: str, **more: Any) -> dict[str, Any]:
    return body(built.build("submit_order", instrument_id=f"{symbol}.COUNTED", **{**ORDER, **more}))


def test_a_quantity_is_sent_in_the_units_of_its_instrument() -> None:
    known = requests(swap("XXXBBB", "0.001"), swap("AAACCC", "0.5"))
    assert submitted(known, "XXXBBB", quantity="1.5")["size"] == "1500"
    assert submitted(known, "AAACCC", quantity="1.5")["size"] == "3"


def test_what_is_counted_in_ones_needs_no_catalog_and_all_else_does() -> None:
    assert submitted(requests(), "AAABBB", quantity="7")["size"] == "7"
    with pytest.raises(UnknownInstrument, match="XXXBBB"):
        submitted(requests(), "XXXBBB", quantity="7")
    with pytest.raises(InvalidOrder, match=r"multiple of 0\.001"):
        submitted(requests(swap("XXXBBB", "0.001")), "XXXBBB", quantity="1.0005")


def test_flags_are_joined_and_objects_leave_out_what_is_not_said() -> None:
    plain = submitted(requests(), "AAABBB", quantity="1")
    assert "inst" not in plain
    assert plain["filter"] == {"id": "c-1"}
    stop = {"order_type": "STOP_LIMIT", "trigger_price": "9", "trigger_type": "MARK_PRICE"}
    full = submitted(requests(), "AAABBB", quantity="1", reduce_only=True, post_only=True, **stop)
    assert full["inst"] == "Rest,Reduce,Mark"
    with pytest.raises(Denied, match="sizes are counted in lots"):
        submitted(requests(), "AAABBB", quantity="1", quote_quantity=True)


def test_a_batch_may_be_lists_of_its_entries_fields() -> None:
    ids: list[dict[str, str]] = [
        {"venue_order_id": "v,1"},
        {"client_order_id": "c-2"},
        {"client_order_id": "c-3"},
    ]
    orders = [{"instrument_id": "AAABBB.COUNTED", **each} for each in ids]
    built = requests().build("batch_cancel_orders", orders=orders)
    assert body(built) == {"ids": ["v,1"], "tags": ["c-2", "c-3"]}


def test_a_signature_ends_where_the_scheme_says() -> None:
    built = requests().build("drop", ids=["1"])
    assert dict(built.headers)["X-UNTIL"] == "1700000005"
    key, until, signature, until_ms = json.loads(requests().build("login").data)["args"]
    assert (key, until, until_ms) == ("the-key", 1_700_000_005, "1700000005500")
    scheme = requests().interface.auth["socket"]
    assert signature == scheme.sign(b"GET/ws1700000005", requests().values())


def row(symbol: str, size: str = "4") -> dict[str, Any]:
    return {"symbol": symbol, "size": size, "coin": "AAs", "free": "1500", "held": "500", "t": 1}


def test_values_are_read_in_units_and_conditions_hold_for_what_they_name() -> None:
    translator = load("counted").translator()
    payload = json.dumps({"rows": [row("AAABBB"), row("XXXBBB")]}).encode()
    assert translator.translate("place", payload) == []
    (trade,) = translator.translate("place", payload, request={"theMode": "on"})
    assert (trade.instrument_id, trade.size) == ("AAABBB.COUNTED", Decimal(4))
    assert translator.stats.as_dict()["bad_rows"] == 1
    translator.learn(swap("XXXBBB", "0.001"))
    sizes = [each.size for each in translator.translate("place", payload, request={"mode": "on"})]
    assert sizes == [Decimal(4), Decimal("0.004")]


def test_balances_may_be_said_one_by_one() -> None:
    message = {"kind": "balance", "row": row("AAABBB")}
    (state,) = load("counted").translator().translate("ws", json.dumps(message).encode())
    assert [(each.currency, each.total) for each in state.balances] == [
        ("AA", Decimal("2.000")),
        ("HELD", Decimal(500)),
    ]
    message["row"]["held"] = "0"  # type: ignore[index]
    (state,) = load("counted").translator().translate("ws", json.dumps(message).encode())
    assert state.assets == ("AA",)
