"""A spec with one command, to be filled with tables."""

from __future__ import annotations

from textwrap import dedent, indent

_SPEC = """\
spec: 1
venue: {id: one_table, name: TABLE, title: Table, doc: "https://table.example", credentials: {api_key: K, api_secret: S}}
environments: {mainnet: {http: {main: https://api.table.example}}}
products:
  spot: {title: Spot, instruments: [CurrencyPair], instrument_id: "{symbol}-SPOT", examples: {AAABBB: AAABBB-SPOT.TABLE}, why: told by the test}
  perp: {title: Perp, instruments: [CryptoPerpetual], instrument_id: "{symbol}-PERP", examples: {AAABBB: AAABBB-PERP.TABLE}, why: told by the test}
auth: {key: {kind: key, headers: {X-KEY: "{api_key}", X-SECRET: "{api_secret}"}}}
limits: {orders: {amount: 10, per: 1s}}
operations:
  place:
    title: Place an order
    http: POST /orders
    auth: key
    private: true
    class: command
    outcome: {unknown: [timeout, disconnect, http_5xx, http_429]}
    weight: {orders: 1}
    send: json
    params: {symbol: {type: sym, required: true}, kind: text, life: text, trigger: text, id: text}
    response: {status: text, code: maybe<int>}
    doc: https://table.example/orders
commands:
  submit_order:
    operation: place
    outcome: {accepted: "= status == 'ok'", rejected: {code: code}, unknown: [timeout, disconnect, http_5xx, http_429]}
    doc: https://table.example/orders
"""


def spec(command: str) -> str:
    """The spec with these words in its command; they begin at FIRST_LINE."""
    return _SPEC + indent(dedent(command), "    ")


FIRST_LINE = 1 + _SPEC.count("\n")
