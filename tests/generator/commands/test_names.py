"""Names of a spec that the generated clients use themselves stay usable, and none of them becomes code."""

from __future__ import annotations

import inspect
from pathlib import Path

from dragoman.net.mock import MockHttp
from dragoman.requests.streams import BaseStreams
from dragoman_generator.emit.client import CLIENT_OWN, STREAMS_OWN

from tests.generator.commands.mini import faults, load, load_file

_SPEC = """\
spec: 1
venue: {id: names_case, name: NAMES, title: 'Names "of" all kinds', doc: "https://names.example"}
environments: {mainnet: {http: {main: https://api.names.example}}}
products:
  spot: {title: Spot, instruments: [CurrencyPair], instrument_id: "{symbol}", examples: {AAABBB: AAABBB.NAMES}, why: told by the test}
limits: {calls: {amount: 10, per: 1s}}
shapes:
  Row: {fields: {id: int}}
operations:
  send:
    title: 'Send ''x'' \\"\\"\\" \\ {% raw %}'
    http: GET /send/{symbol}
    weight: {calls: 1}
    params: {symbol: {type: sym, required: true}, product: text, from_: text}
    response: list<Row>
    doc: https://names.example/send
"""


def test_the_generator_knows_what_the_base_classes_hold() -> None:
    streams = type("Streams", (BaseStreams,), {"builder": load("orders").module.Requests, "tables": None})
    http = load("orders").module.HttpClient(backend=MockHttp())
    for made, own in ((http, CLIENT_OWN), (streams(), STREAMS_OWN)):
        operations = {name for name in made.requests.interface.operations if made is http}
        assert {name for name in dir(made) if not name.startswith("_")} - operations == own


def test_names_that_the_client_uses_itself_get_a_stroke_behind_them(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(_SPEC, encoding="utf-8")
    venue = load_file(file)
    method = venue.module.HttpClient.send_
    assert list(inspect.signature(method).parameters) == [
        "self",
        "symbol",
        "product_",
        "from_",
    ]
    built = venue.requests().build("send", symbol="A", product_="x", from_="y")
    assert built.target == "https://api.names.example/send/A?product=x&from_=y"


def test_the_name_of_a_limit_is_a_name(tmp_path: Path) -> None:
    hostile = _SPEC.replace("calls:", '"calls(): import os #":')
    found = [each.partition(": ")[2] for each in faults(tmp_path, hostile)]
    assert "'calls(): import os #' is no usable name of a limit (use letters, digits and '_')" in found
