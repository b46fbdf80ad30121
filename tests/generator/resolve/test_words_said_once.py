"""Families, likeness, shared fields and parameters, what events hold as it is, bases of addresses, what is left out: as if it were written out."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.render import render

HEAD_OF = """
spec: 1
venue: {id: mill, name: MILL, title: Mill, doc: "https://mill.example"{SPELLING}}
environments: {mainnet: {http: {main: "https://mill.example"}, connections: {stream: {STREAM}, own: "wss://mill.example/own"}}}
products:
  swap: {title: Swaps, instruments: [CryptoPerpetual], {PRODUCT}examples: {AB: AB.MILL}, why: Listed by hand.}
connections:
  stream:
    source: ws
    transport: websocket
    codec: json
    route: {tag: e}
    subscribe: {frame: {sub: $topics}, ack: none, resubscribe: all, why: The venue says nothing.}
    session: {ping: protocol, stale_after: 30s, topics_stale_after: 5m, max_age: 24h}
    replies:
      sorry: {has: [oops], fields: {oops: text}, means: error, message: oops}
      fine: {has: [good, id], fields: {good: bool, id: int}, means: status}
    doc: https://mill.example/stream
  own:
    source: ws:own
    transport: websocket
    codec: json
    doc: https://mill.example/own
{OWN}
shapes:
  Row: {fields: {ROW}{PAGE}}
enums:
  Side: {as: AggressorSide, values: {b: BUYER, s: SELLER}{CLOSED}{PAGE}}
  Kind: {as: AggressorSide, values: {b: BUYER}, unknown: NO_AGGRESSOR{OPEN}{PAGE}}
data_types:
  MillSack: {title: A sack, fields: {SACK}{OTHER}}
"""
OWN = """
    route: {tag: e}
    subscribe: {frame: {sub: $topics}, ack: none, resubscribe: all, why: The venue says nothing.}
    session: {ping: protocol, stale_after: 1m, max_age: 24h, reconnect: {first: 500ms, max: 30s}}
    replies:
      sorry: {has: [oops], fields: {oops: text, why: text}, means: error, message: why}
      fine: {has: [good, id], fields: {good: bool, id: int}, means: status}
      bye: {has: [bye], fields: {bye: bool}, means: status}
"""
LIKE = """
    like: stream
    session: {stale_after: 1m, topics_stale_after: never}
    replies:
      bye: {has: [bye], fields: {bye: bool}, means: status}
      sorry: {has: [oops], fields: {oops: text, why: text}, means: error, message: why}
"""
ROW = """{id: int, price: dec, size: dec, side: Side, kind: Kind, weight: dec, t: ts(ms) as time_ms,
    bestBid: {type: maybe<dec>, as: best_bid, empty: none}, firstTime: maybe<ts(ms)> as first_time_ms, inside: {fields: {id: int}}}"""
LISTED = "[id, price, size, side: Side, kind: Kind, weight: dec, t, bestBid: maybe<blank<dec>>, firstTime: maybe<ts(ms)>, inside: {fields: [id]}]"


LEFT_OUT = {
    "{PRODUCT}": 'instrument_id: "{symbol}", server: main, account: MILL-001, ',
    "{STREAM}": '{swap: "wss://mill.example/{tier}/swap"}',
    "{CLOSED}": ", policy: closed",
    "{OPEN}": ", policy: open",
    "{PAGE}": ", doc: 'https://mill.example/get-trades'",
    "{OTHER}": ", doc: 'https://mill.example/trades'",
}


def filled(text: str, sack: str, row: str, own: str, spelling: str) -> str:
    text = text.replace("{SACK}", sack).replace("{ROW}", row)
    if spelling:
        text = text.replace("    source: ws\n", "").replace("    transport: websocket\n    codec: json\n", "")
    for place, word in LEFT_OUT.items():
        left = '"wss://mill.example/{tier}/{product}"' if place == "{STREAM}" else ""
        text = text.replace(place, left if spelling else word)
    return text.replace("{OWN}\n", own[1:]).replace("{SPELLING}", spelling)


HEAD = filled(HEAD_OF, "{'price, weight': dec}", LISTED, LIKE, ", spelling: camel, account: MILL-001")
WRITTEN = """
channels:
  trades:
    connection: stream
    title: Trades
    topic: "{symbol}@trades"
    tag: trades
    products: [swap]
    address: {tier: open}
    payload: {n: int as number, s: sym as symbol, rows: list<Row>}
    emit:
      each:
        in: rows
        as: row
        when: "= id > 0"
        emit:
        - TradeTick: {price: price, size: size, aggressor_side: side, ts_event: time_ms, trade_id: "= text(id)"}
        - MillSack: {ts_event: time_ms, price: price, instrument: message.symbol, weight: "= weight * 2"}
    doc: https://mill.example/trades
limits: {calls: {amount: 10, per: 1s, server: main}, orders: {amount: 2, per: 1s, server: main}}
operations:
  get_trades:
    title: Trades
    http: {swap: GET /trades}
    weight: {calls: 1}
    params:
      symbol: {type: sym, required: true}
      first_day: {type: text, wire: firstDay}
      after: {type: int, doc: trades behind this one}
      limit: {type: int, max: 100}
    context: {lot: dec, years: int}
    response: {n: int as number, rows: list<Row>}
    emit:
      each:
        in: rows
        as: row
        emit:
        - TradeTick: {price: price, size: size, aggressor_side: side, ts_event: time_ms, trade_id: "= text(id)"}
    page: {kind: id, from: after, next: id, step: 1, limit: limit, max: 100, rows: rows}
    doc: https://mill.example/get-trades
  get_old_trades:
    title: Older trades
    http: {swap: GET /old-trades}
    weight: {orders: 2}
    params:
      symbol: {type: sym, required: true}
      first_day: {type: text, wire: firstDay}
      after: {type: int, doc: trades behind this one}
      limit: {type: int, max: 100}
      era: text
    context: {lot: dec, years: int}
    response: {n: int as number, rows: list<Row>}
    emit:
      each:
        in: rows
        as: row
        emit:
        - TradeTick: {price: price, size: size, aggressor_side: side, ts_event: time_ms, trade_id: "= text(id)"}
    page: {kind: id, from: after, next: id, step: 1, limit: limit, max: 100, rows: rows}
    doc: https://mill.example/get-old-trades
"""
SHORT = """
docs: {mill: "https://mill.example/"}
limits: {calls: {amount: 10, per: 1s, server: main, usual: 1}, orders: {amount: 2, per: 1s, server: main}}
fields:
  id: int
  price, size: dec
  n: int as number
  t: ts(ms) as time_ms
  rows: list<Row>
params:
  symbol: {type: sym, required: true}
  day, era: text
  limit: {type: int, max: 100}
  part: [after: {type: int, doc: trades behind this one}, limit]
emits:
  Row: {TradeTick: {same: [price, size, aggressor_side: side, ts_event: time_ms], trade_id: "= text(id)"}}
  Sack: {MillSack: {like: Row, without: [size, trade_id, aggressor_side], instrument: message.symbol, price: price, weight: weight}}
families:
  live: {connection: stream, products: [swap], payload: [n]}
  open: {family: live, address: {tier: open}}
  numbered: {response: [n], context: {lot: dec}}
  listing: {family: numbered, page: {kind: id, from: after, next: id, step: 1, limit: limit, max: 100, rows: rows}}
channels:
  family open:
    trades:
      title: Trades
      topic: "{symbol}@trades"
      payload: [s: sym as symbol, rows]
      emit:
      - each rows as row when id > 0: [Row, Sack: {weight: "= weight * 2"}]
      doc: mill:trades
operations:
  family listing:
    get_trades:
      title: Trades
      http: {swap: GET /trades}
      context: {years: int}
      params: [symbol, day as first, part]
      response: [rows]
      doc: mill:get-trades
  get_old_trades:
    title: Older trades
    like: get_trades
    http: {swap: GET /old-trades}
    weight: {orders: 2}
    params: [era]
    emit: {each rows as row: Row}
    doc: mill:get-old-trades
"""


def rendered(folder: Path, text: str) -> dict[str, str]:
    (folder / "venue.yaml").write_text(text)
    return {path.name: code for path, code in render(require_venue(folder, folder)).items()}


def test_what_is_said_once_gives_the_code_of_what_is_written_out(tmp_path: Path) -> None:
    written = rendered(tmp_path, filled(HEAD_OF, "{price: dec, weight: dec}", ROW, OWN, "") + WRITTEN)
    short = rendered(tmp_path, HEAD + SHORT)
    assert written and written == short


def test_null_leaves_out_what_is_named_alike(tmp_path: Path) -> None:
    text = HEAD + SHORT.replace(
        "      response: [rows]\n",
        "      response: [rows]\n      emit: {each rows as row: [Row: {size: null}]}\n",
    )
    (tmp_path / "venue.yaml").write_text(text)
    found = [str(each) for each in compile_venue(tmp_path, tmp_path)[1]]
    assert len(found) == 1 and "TradeTick needs 'size'" in found[0]


def test_a_fault_in_a_shared_word_is_told_where_it_stands(tmp_path: Path) -> None:
    for right, wrong in (
        ("limit: {type: int, max: 100}", "limit: {type: int, max: 100, min: 200}"),
        ("n: int as", "n: imt as"),
        ("payload: [s:", "payload: [zz, s:"),
        ("> 0: [Row", "> 0: [Rowe"),
        ("same: [price,", "same: [prise,"),
        ("each rows as row: Row}", "each rose as row: Row}"),
    ):
        text = (HEAD + SHORT).replace(right, wrong, 1)
        (tmp_path / "venue.yaml").write_text(text)
        found = [str(each) for each in compile_venue(tmp_path, tmp_path)[1]]
        line = (HEAD + SHORT).split(right)[0].count("\n") + 1
        assert found and all(each.startswith(f"venue.yaml:{line}:") for each in found), found
