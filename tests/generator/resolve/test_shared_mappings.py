"""Mappings that several sources share: the same code as where they are written out, faults told where they stand."""

from __future__ import annotations

from pathlib import Path

from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.render import render

HEAD = """
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
shapes:
  Price: {fields: {s: sym as symbol, m: dec as mark, i: maybe<dec> as index, t: ts(ms) as time_ms}}
"""
WRITTEN = """
channels:
  prices:
    connection: stream
    title: Prices
    tag: prices
    payload: {rows: list<Price>}
    emit:
    - each:
        in: rows
        as: row
        emit:
        - MarkPriceUpdate: {value: mark, ts_event: time_ms}
        - IndexPriceUpdate: {needs: [index], value: index, ts_event: time_ms}
    doc: https://mill.example/prices
  price:
    connection: stream
    title: One price
    tag: price
    payload: Price
    emit:
    - MarkPriceUpdate: {value: mark, ts_event: time_ms}
    - IndexPriceUpdate: {needs: [index], value: index, ts_event: time_ms}
    doc: https://mill.example/prices
"""
SHARED = """
emits:
  Marks: {MarkPriceUpdate: {value: mark, ts_event: time_ms}}
  Prices:
  - Marks
  - IndexPriceUpdate: {needs: [index], value: index, ts_event: time_ms}
  Rows: {each: {in: rows, as: row, emit: Prices}}
channels:
  prices:
    connection: stream
    title: Prices
    tag: prices
    payload: {rows: list<Price>}
    emit: Rows
    doc: https://mill.example/prices
  price:
    connection: stream
    title: One price
    tag: price
    payload: Price
    emit: [Prices]
    doc: https://mill.example/prices
"""


def told(folder: Path, text: str) -> list[str]:
    (folder / "venue.yaml").write_text(text)
    return [str(each) for each in compile_venue(folder, folder)[1]]


def test_a_name_stands_for_what_is_written_under_it(tmp_path: Path) -> None:
    codes = []
    for text in (WRITTEN, SHARED):
        (tmp_path / "venue.yaml").write_text(HEAD + text)
        files = render(require_venue(tmp_path, tmp_path))
        codes.append(next(text for path, text in files.items() if path.name == "venue.py"))
    assert codes[0] and codes[0] == codes[1]


def test_a_fault_is_told_where_the_mapping_stands(tmp_path: Path) -> None:
    text = HEAD + SHARED.replace("value: mark,", "value: mrak,")
    line = text[: text.index("mrak")].count("\n") + 1
    found = told(tmp_path, text)
    assert found and all(each.startswith(f"venue.yaml:{line}:") for each in found), found


def test_unknown_circular_and_unused_names_are_told(tmp_path: Path) -> None:
    unknown = told(tmp_path, HEAD + SHARED.replace("[Prices]", "Pricess"))
    assert any("unknown mapping 'Pricess'" in each for each in unknown)
    marks = "Marks: {MarkPriceUpdate: {value: mark, ts_event: time_ms}}"
    circular = told(tmp_path, HEAD + SHARED.replace(marks, "Marks: Prices"))
    assert any("'Prices' holds itself" in each or "'Marks' holds itself" in each for each in circular)
    unused = told(
        tmp_path, HEAD + SHARED.replace("emit: Rows", "emit: {each: {in: rows, as: row, emit: Prices}}")
    )
    assert any("nothing uses 'Rows'" in each for each in unused)


def test_a_mapping_is_used_with_changes(tmp_path: Path) -> None:
    changed = SHARED.replace(
        "    emit: [Prices]\n", "    emit: [Marks: {value: '= mark * 2', ts_event: null}]\n"
    ).replace("  - Marks\n", "  - Marks: {ts_event: ts_init}\n")
    (tmp_path / "venue.yaml").write_text(HEAD + changed)
    (text,) = (
        text for path, text in render(require_venue(tmp_path, tmp_path)).items() if path.name == "venue.py"
    )
    assert "multiply(finite(message.mark), 2), ts_init, ts_init)" in " ".join(text.split())
    assert told(tmp_path, HEAD + SHARED.replace("[Prices]", "[Rows: {value: mark}]")) != []
