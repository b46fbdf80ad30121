"""Rows said where they are read, envelopes, codes that mean the same and defaults of schemes, tags, servers and pages: as if it were written out."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.render import render

WRITTEN = """
spec: 1
venue: {id: mill, name: MILL, title: Mill, doc: "https://mill.example", credentials: {api_secret: MILL_SECRET}}
environments: {mainnet: {http: {spot: "https://mill.example"}, connections: {stream: "wss://mill.example/ws"}}}
products:
  spot: {title: Spot, instruments: [CurrencyPair], server: spot, examples: {AB: AB.MILL}, why: Listed by hand.}
auth: {signed: {kind: hmac, digest: sha256, encoding: hex, headers: {sign: "{signature}"}, payload: "{query}", doc: "https://mill.example/auth"}}
limits: {calls: {amount: 10, per: 1s, server: spot}}
errors: {code: code, message: text, codes: {invalid: {11: wrong, 12: wrong}, clock: {13: late}}}
enums: {Kind: {values: [open, shut], doc: "https://mill.example"}, Side: {as: AggressorSide, values: {b: BUYER, s: SELLER}, doc: "https://mill.example"}}
shapes:
  Trade: {title: A trade, fields: {i: int, p: dec as price, q: dec as size, s: Side as side}, doc: "https://mill.example/trades"}
  Quote: {title: A quote, fields: {e: {const: quote}, s: sym as symbol, b: dec as bid, a: dec as ask}, doc: "https://mill.example/quotes"}
  GetPricesRow: {title: "A row of get_prices: Prices", fields: {s: sym as symbol, p: dec as price}, doc: "https://mill.example/prices"}
  GetPriceRow: {title: "A row of get_price: A price", fields: {s: sym as symbol, p: dec as price}, doc: "https://mill.example/price"}
  KINDSLEFTRow: {title: "A row of KINDS_LEFT: Kinds", fields: {s: sym as symbol, kind: Kind}, doc: "https://mill.example/kinds"}
data_types:
  MillPrice: {title: A price, fields: {price: dec}, doc: "https://mill.example/prices"}
  MillKind: {title: A kind, fields: {kind: Kind}, doc: "https://mill.example/kinds"}
connections:
  stream:
    route: {tag: e}
    subscribe: {frame: {sub: $topics}, ack: none, resubscribe: all, why: The venue says nothing.}
    session: {ping: protocol, stale_after: 30s}
    replies:
      sorry: {has: [oops, id], fields: {oops: text, id: int, why: maybe<text>}, means: error, message: oops}
    doc: https://mill.example/stream
channels:
  trades:
    connection: stream
    title: Trades
    topic: "{symbol}@trades"
    tag: trades
    payload: {n: int as number, rows: list<Trade>, x: sym as symbol}
    emit: {each: {in: rows, as: row, emit: [TradeTick: {instrument: message.symbol, price: price, size: size, aggressor_side: side, trade_id: i}]}}
    doc: https://mill.example/trades
  KINDS_LEFT:
    connection: stream
    title: Kinds
    topic: KINDS_LEFT
    tag: KINDS_LEFT
    payload: {n: int as number, rows: list<KINDSLEFTRow>}
    emit: {each: {in: rows, as: row, emit: [MillKind: {kind: kind}]}}
    doc: https://mill.example/kinds
  quotes:
    connection: stream
    title: Quotes
    topic: "{symbol}@best"
    tag: quote
    prefer: 3
    gives: [QuoteTick]
    payload: Quote
    emit: {QuoteTick: {bid_price: bid, ask_price: ask, bid_size: {const: 1}, ask_size: {const: 1}}}
    doc: https://mill.example/quotes
operations:
  get_trades:
    title: Trades
    http: {spot: GET /trades}
    params: {symbol: {type: sym, required: true}}
    response: {code: int, data: {fields: {list: list<Trade> as rows, next: maybe<int>}}, more: bool}
    emit: {each: {in: data.rows, as: row, emit: [TradeTick: {instrument: request.symbol, price: price, size: size, aggressor_side: side, trade_id: i}]}}
    doc: https://mill.example/trades
  get_prices:
    title: Prices
    http: {spot: GET /prices}
    response: {code: int, data: {fields: {list: list<GetPricesRow> as rows, next: maybe<int>}}}
    emit: {each: {in: data.rows, as: row, emit: [MillPrice: {price: price}]}}
    doc: https://mill.example/prices
  get_price:
    title: A price
    http: {spot: GET /price}
    response: many<GetPriceRow>
    emit: {each: {in: rows, as: row, emit: [MillPrice: {price: price}]}}
    doc: https://mill.example/price
  cancel:
    title: Withdraw an order
    http: {spot: DELETE /order}
    auth: signed
    private: true
    weight: {calls: 1}
    class: command
    params: {symbol: {type: sym, required: true}, id: text}
    response: {n: int as number, last: {as: fill, fields: {p: dec as price}}}
    emit: {each: {in: fill, as: row, emit: [MillPrice: {instrument: request.symbol, price: price}]}}
    outcome: {unknown: [timeout, disconnect, http_5xx]}
    doc: https://mill.example/cancel
commands:
  cancel_order: {operation: {spot: cancel}, fields: {symbol: $instrument.raw, id: $venue_order_id}, doc: "https://mill.example/cancel"}
"""
CHANGES = (
    (
        'doc: "https://mill.example", cred',
        'doc: "https://mill.example", envelope: {code: int, data: {fields: {list: rows, next: maybe<int>}}}, cred',
    ),
    ("server: spot, ", ""),
    ("digest: sha256, encoding: hex, ", ""),
    ("11: wrong, 12: wrong", '"11, 12": wrong'),
    (WRITTEN[WRITTEN.index("  GetPricesRow:") : WRITTEN.index("data_types:")], ""),
    ("    route: {tag: e}\n", "    route: {tag: e}\n    envelope: {n: int as number, rows: rows}\n"),
    (
        "    tag: trades\n    payload: {n: int as number, rows: list<Trade>, x: sym as symbol}\n",
        "    payload: {x: sym as symbol}\n    rows: Trade\n",
    ),
    (
        "    tag: KINDS_LEFT\n    payload: {n: int as number, rows: list<KINDSLEFTRow>}\n",
        "    rows: {s: sym as symbol, kind: Kind}\n",
    ),
    ("    tag: quote\n    prefer: 3\n    gives: [QuoteTick]\n", "    family: best\n"),
    ("connections:\n  stream:", "families: {best: {prefer: 3, gives: [QuoteTick]}}\nconnections:\n  stream:"),
    ("has: [oops, id], ", ""),
    (
        "    response: {code: int, data: {fields: {list: list<Trade> as rows, next: maybe<int>}}, more: bool}\n",
        "    rows: Trade\n    response: {more: bool}\n",
    ),
    (
        "    response: {code: int, data: {fields: {list: list<GetPricesRow> as rows, next: maybe<int>}}}\n",
        "    rows: {s: sym as symbol, p: dec as price}\n",
    ),
    ("    response: many<GetPriceRow>\n", "    row: {s: sym as symbol, p: dec as price}\n"),
    ("    emit: {each: {in: rows, as: row, emit: [TradeTick", "    each_row: [TradeTick"),
    ("    emit: {each: {in: data.rows, as: row, emit: [TradeTick", "    each_row: [TradeTick"),
    (
        "    emit: {each: {in: rows, as: row, emit: [MillKind: {kind: kind}]}}\n",
        "    each_row: {MillKind: {kind: kind}}\n",
    ),
    (
        "    emit: {each: {in: data.rows, as: row, emit: [MillPrice: {price: price}]}}\n",
        "    each_row: {MillPrice: {price: price}}\n",
    ),
    (
        "    emit: {each: {in: rows, as: row, emit: [MillPrice: {price: price}]}}\n",
        "    each_row: [MillPrice: {price: price}]\n",
    ),
    ("    emit: {each: {in: fill, as: row, emit: [MillPrice", "    each_row: [MillPrice"),
    (", trade_id: i}]}}\n", ", trade_id: i}]\n"),
    ("symbol, price: price}]}}\n    outcome", "symbol, price: price}]\n    outcome"),
    (', doc: "https://mill.example/cancel"}', "}"),
)


def shortened() -> str:
    text = WRITTEN
    for long, short in CHANGES:
        assert long in text, long
        text = text.replace(long, short)
    return text


def rendered(folder: Path, text: str) -> dict[str, str]:
    (folder / "venue.yaml").write_text(text)
    return {
        path.name: code
        for path, code in render(require_venue(folder, folder)).items()
        if path.name != "lock.json"
    }


def test_rows_where_they_are_read_give_the_code_of_named_shapes(tmp_path: Path) -> None:
    written, short = rendered(tmp_path, WRITTEN), rendered(tmp_path, shortened())
    assert written and written == short


def test_a_fault_in_them_is_told_where_it_stands(tmp_path: Path) -> None:
    for right, wrong in (
        ("rows: {s: sym as symbol, p: dec", "rows: {s: sym as symbol, p: decc"),
        ("data: {fields: {list: rows, next: maybe<int>}}", "data: {fields: {list: rows, next: maybe<imt>}}"),
        ("each_row: {MillKind: {kind: kind}}", "each_row: {MillKind: {kind: kinnd}}"),
        ('"11, 12": wrong', '"11, 12, 11": wrong'),
    ):
        text = shortened().replace(right, wrong, 1)
        (tmp_path / "venue.yaml").write_text(text)
        found = [str(each) for each in compile_venue(tmp_path, tmp_path)[1]]
        line = shortened().split(right)[0].count("\n") + 1
        assert any(each.startswith(f"venue.yaml:{line}:") for each in found), found
