"""Which channels have a case, where the topic stands deep in the message."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import compile_files
from dragoman_generator.report.coverage import covered_channels

SPEC = """
spec: 1
venue: {id: mill, name: MILL, title: Mill, doc: "https://mill.example"}
environments: {mainnet: {connections: {stream: "wss://mill.example/ws"}}}
products:
  spot: {title: Spot, instruments: [CurrencyPair], instrument_id: "{symbol}", examples: {AB: AB.MILL}, why: Listed by hand.}
connections:
  stream:
    source: ws
    transport: websocket
    codec: json
    route: {topic: arg.channel}
    subscribe: {frame: {op: subscribe, args: [{channel: $topic}]}, ack: none, resubscribe: all, why: Data is the only answer.}
    session: {ping: protocol, stale_after: 30s, reconnect: {first: 1s, max: 30s}}
    doc: https://mill.example/stream
shapes:
  Price: {fields: {arg: {fields: {channel: text}}, s: sym as symbol, p: dec as price, t: ts(ms) as time_ms}}
channels:
  marks: {connection: stream, title: Marks, topic: marks, payload: Price, emit: {MarkPriceUpdate: {value: price, ts_event: time_ms}}, doc: "https://mill.example/marks"}
  indices: {connection: stream, title: Indices, topic: indices, payload: Price, emit: {IndexPriceUpdate: {value: price, ts_event: time_ms}}, doc: "https://mill.example/indices"}
"""


def test_a_topic_may_stand_deep_in_the_message(tmp_path: Path) -> None:
    file = tmp_path / "venue.yaml"
    file.write_text(SPEC, encoding="utf-8")
    venue, found = compile_files([file])
    assert venue is not None, "\n".join(map(str, found))
    case = {"kind": "stream", "source": "ws", "payload": '{"arg":{"channel":"marks"},"s":"AB","p":"1","t":1}'}
    assert covered_channels(venue, [case], tmp_path) == {"marks"}
