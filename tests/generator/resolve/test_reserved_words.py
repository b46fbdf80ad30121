"""Words of `emit` that some events also have a field of."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import require_venue
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
channels:
  funding:
    connection: stream
    title: Funding
    tag: funding
    payload: {s: sym as symbol, r: dec as rate, h: int as hours}
    emit: {FundingRateUpdate: {rate: rate, interval: "= hours * 60"}}
    doc: https://mill.example/funding
"""


def test_interval_is_a_field_where_the_event_has_one(tmp_path: Path) -> None:
    (tmp_path / "venue.yaml").write_text(SPEC)
    files = render(require_venue(tmp_path, tmp_path))
    assert any("message.hours * 60" in text for text in files.values())
