"""Texts that stand for others: read by a code, faults told at it."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.render import render

SPEC = """
spec: 1
venue: {id: mill, name: MILL, title: Mill, doc: "https://mill.example"}
environments: {mainnet: {http: {main: "https://mill.example"}, connections: {stream: "wss://mill.example/ws"}}}
products:
  swap: {title: Swaps, instruments: [CryptoPerpetual], instrument_id: "{symbol}", server: main, examples: {AB: AB.MILL}, why: Listed by hand.}
connections:
  stream:
    source: ws
    transport: websocket
    codec: json
    route: {tag: e}
    session: {ping: protocol, stale_after: 30s, reconnect: {first: 1s, max: 30s}}
    doc: https://mill.example/stream
codes:
  Id: {title: A packed id, when: "= starts_with(value, 'x-')", let: {number: "= from_base(slice(value, 2), '01') ?? -1"}, text: "= if number < 0 then value else text(number)"}
channels:
  trade:
    connection: stream
    title: Trades
    tag: trade
    payload: {s: sym as symbol, p: dec as price, q: dec as size, i: text(Id) as trade_id}
    emit: {TradeTick: {price: price, size: size, aggressor_side: "= AggressorSide.BUYER", trade_id: trade_id}}
    doc: https://mill.example/trades
"""


def told(folder: Path, text: str) -> list[str]:
    (folder / "venue.yaml").write_text(text)
    return [str(each) for each in compile_venue(folder, folder)[1]]


def test_a_code_becomes_a_function_that_reads_the_field(tmp_path: Path) -> None:
    (tmp_path / "venue.yaml").write_text(SPEC)
    files = {path.name: text for path, text in render(require_venue(tmp_path, tmp_path)).items()}
    assert 'scope.codes["Id"](message.trade_id)' in files["venue.py"]
    made: dict[str, object] = {}
    exec(files["codes.py"], made)
    read = made["CODES"]["Id"]  # type: ignore[index]
    assert [read(text) for text in ("x-101", "x-102", "x-", "abc")] == ["5", "x-102", "x-", "abc"]


def test_what_is_wrong_with_a_code_is_told_where_it_stands(tmp_path: Path) -> None:
    assert any("unknown code 'Idd'" in each for each in told(tmp_path, SPEC.replace("text(Id)", "text(Idd)")))
    wrong = told(tmp_path, SPEC.replace("then value else text(number)", "then value else number"))
    line = SPEC[: SPEC.index("  Id:")].count("\n") + 1
    assert wrong and wrong[0].startswith(f"venue.yaml:{line}:"), wrong
    taken = told(tmp_path, SPEC.replace("let: {number:", "let: {value: \"= ''\", number:"))
    assert any("'value' is the name of something else here" in each for each in taken)
