"""A small venue whose calls answer with every kind of field there is, and one such answer."""

from decimal import Decimal
from typing import Any

KINDS = """\
spec: 1
enums:
  Side: {values: [buy, sell], policy: closed}
  Phase: {values: {open: running, halt: stopped}, policy: open}
  Code: {values: {1: one, 2: two}, policy: open}
shapes:
  Level: {row: [{price: dec}, {size: dec}]}
  Counted: {row: [{price: dec}, {size: dec}, {orders: int}]}
  Triple: {row: [{price: dec}, {size: dec}, {fee: dec}]}
  Candle: {row: [{start: ts(ms) as start_ms}, {open: dec}]}
  Leg: {fields: {symbol: sym, ratio: int}, title: One leg}
"""
MINI = """\
spec: 1
venue: {id: mini, name: MINI, title: Mini, summary: A venue of calls, doc: https://mini.example/docs}
environments: {mainnet: {http: {main: https://mini.example}, connections: {stream: wss://mini.example/ws}}}
products:
  spot:
    title: Spot
    why: Nothing is listed
    instruments: [CurrencyPair]
    instrument_id: "{symbol}"
    raw: "{symbol}"
    examples: {AB: AB.MINI}
limits: {calls: {amount: 10, per: 1s}}
shapes:
  Fee:
    title: 'Fee of ""one\\ symbol'
    doc: https://mini.example/docs#{{ 7 * 7 }}
    fields: {zeta: dec, makerFee: dec as maker_fee, alpha: maybe<text>, 'odd-key.x': int as odd}
  Exact: {fields: {a: int}, extra: forbid}
  Everything:
    fields:
      b: dec
      quoteQty: dec as quote_qty
      last: maybe<dec_num>
      a: int
      either: int_text
      maybeEither: maybe<int_text> as maybe_either
      yes: bool
      flagged: flag(Y/N)
      note: opt<text>
      at: ts(ms) as at_ms
      day: maybe<ts(iso)>
      stamp: ts_text(ms)
      scaled: fx(1e-8)
      whatever: any
      maybeWhatever: maybe<any> as maybe_whatever
      fixed: {const: "it's"}
      number: {const: 3}
      nothing: {type: dec, none_is: ["-"]}
      blank: {type: maybe<dec>, empty: none}
      finite: {type: dec, none_is: [NaN]}
      side: Side
      sides: maybe<list<Side>>
      phase: Phase
      code: maybe<Code>
      bids: list<Level>
      counted: list<Counted>
      triples: maybe<list<Triple>>
      best: Level
      candles: list<Candle>
      leg: Leg
      legs: map<list<opt<Leg>>>
      fee: maybe<Fee>
      fees: many<Fee>
      names: list<list<opt<text>>>
      prices: maybe<map<dec>>
      inline: {fields: {x: int, y: maybe<text>}}
  Streamed: {fields: {s: sym as symbol, p: dec as price, q: dec as size, i: int as id, kind: Side, leg: maybe<Shared>}}
  Shared: {fields: {a: int, longName: maybe<text> as long_name}}
connections:
  stream:
    source: stream
    transport: websocket
    codec: json
    route: {tag: e}
    subscribe: {frame: {op: sub, id: $id, args: $topics}, ack: none, resubscribe: all, why: Data is the only answer.}
    session: {stale_after: 30s, reconnect: {first: 1s, max: 30s}}
operations:
  everything:
    title: All there is
    http: GET /everything
    weight: {calls: 1}
    response: list<Everything>
    doc: https://mini.example/docs
  exact: {title: Exactly that, http: GET /exact, weight: {calls: 1}, response: {exact: Exact, shared: Shared}, doc: https://mini.example/docs}
channels:
  trade:
    connection: stream
    title: Trades
    topic: "{symbol}@trade"
    tag: trade
    payload: Streamed
    emit: {TradeTick: {price: price, size: size, trade_id: id, aggressor_side: {const: BUYER}}}
    doc: https://mini.example/docs
"""
SAMPLE: dict[str, Any] = {
    "b": "1.50",
    "quoteQty": "0.00000001",
    "last": Decimal("1.10"),
    "a": 2**60,
    "either": "7",
    "yes": True,
    "flagged": "Y",
    "note": None,
    "at": 5,
    "stamp": "5",
    "scaled": 12,
    "whatever": {"deep": [Decimal("1.10")]},
    "fixed": "it's",
    "number": 3,
    "nothing": "-",
    "finite": "NaN",
    "side": "buy",
    "sides": ["sell"],
    "phase": "new",
    "bids": [["1", "2"]],
    "counted": [["1", "2", 3]],
    "best": ["1", "2"],
    "candles": [[1, "2"]],
    "leg": {"symbol": "X", "ratio": 1},
    "legs": {"a": [{"symbol": "X", "ratio": 1}, None]},
    "fees": {"zeta": "1", "makerFee": "2", "odd-key.x": 1},
    "names": [["a", None]],
    "inline": {"x": 1},
}
