"""Rules of DBN files and streams, on bytes made by the vendor's own package and on recorded files where they are at hand."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import zstandard
from dragoman.codecs import DbnStream, FramingError, HeaderError, Truncated, is_dbn, read_dbn
from dragoman.errors import DependencyMissing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

dbn: Any = pytest.importorskip("databento_dbn")

DAY = 86_400 * 1_000_000_000
START = 19_723 * DAY  # 2024-01-01


def metadata(**more: Any) -> bytes:
    facts: dict[str, Any] = {
        "dataset": "XTST.FEED",
        "schema": dbn.Schema.TRADES,
        "start": START,
        "stype_in": dbn.SType.RAW_SYMBOL,
        "stype_out": dbn.SType.INSTRUMENT_ID,
        "symbols": ["ESH4", "ESM4"],
        "mappings": [
            mapped("ESH4", interval(1, 2, "11"), interval(2, 3, "12")),
            mapped("ESM4", interval(2, 3, "11"), interval(3, 4, "")),
        ],
    }
    return bytes(dbn.Metadata(**(facts | more)))


def mapped(symbol: str, *intervals: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(raw_symbol=symbol, intervals=list(intervals))


def interval(first: int, after: int, symbol: str) -> SimpleNamespace:
    return SimpleNamespace(start_date=date(2024, 1, first), end_date=date(2024, 1, after), symbol=symbol)


def trade(number: int = 0, instrument_id: int = 11, day: int = 0) -> bytes:
    moment = START + day * DAY + number
    return bytes(
        dbn.TradeMsg(
            publisher_id=1,
            instrument_id=instrument_id,
            ts_event=moment,
            price=1_000_000_000 + number,
            size=1,
            action=dbn.Action.TRADE,
            side=dbn.Side.BID,
            depth=0,
            ts_recv=moment,
            flags=0,
            ts_in_delta=0,
            sequence=number,
        )
    )


def mapping(instrument_id: int, requested: str, symbol: str) -> bytes:
    return bytes(
        dbn.SymbolMappingMsg(
            publisher_id=1,
            instrument_id=instrument_id,
            ts_event=START,
            stype_in=dbn.SType.RAW_SYMBOL,
            stype_in_symbol=requested,
            stype_out=dbn.SType.INSTRUMENT_ID,
            stype_out_symbol=symbol,
            start_ts=START,
            end_ts=START + DAY,
        )
    )


def packed(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


TRADES = [trade(number) for number in range(300)]
FILE = metadata() + b"".join(TRADES)
UNKNOWN_TYPE = TRADES[0][:1] + b"\xee" + TRADES[0][2:]
TOO_SHORT_FOR_ITS_TYPE = TRADES[0][:1] + b"\x15" + TRADES[0][2:]


def sequences(records: list[Any]) -> list[int]:
    return [record.sequence for record in records]


@pytest.mark.parametrize("data", [FILE, packed(FILE)], ids=["plain", "compressed"])
def test_a_whole_file_gives_its_metadata_and_records(data: bytes) -> None:
    file = read_dbn(data)
    assert file.metadata.dataset == "XTST.FEED"
    assert sequences(file.records) == list(range(300))
    assert file.errors == ()


@pytest.mark.parametrize("data", [FILE, packed(FILE)], ids=["plain", "compressed"])
@pytest.mark.parametrize("step", [1, 7, 48, 1000])
def test_records_come_out_whole_however_the_bytes_arrive(data: bytes, step: int) -> None:
    stream = DbnStream()
    records = [record for at in range(0, len(data), step) for record in stream.feed(data[at : at + step])]
    stream.close()
    assert sequences(records) == list(range(300))


def test_compressed_parts_that_were_put_together_are_one_stream() -> None:
    half = len(FILE) // 2
    assert len(read_dbn(packed(FILE[:half]) + packed(FILE[half:])).records) == 300


def test_an_id_means_the_symbol_of_its_own_day() -> None:
    file = read_dbn(metadata() + trade(day=0) + trade(day=1) + trade(day=1, instrument_id=12) + trade(day=2))
    assert [file.symbol(record) for record in file.records] == ["ESH4", "ESM4", "ESH4", None]


def test_a_day_ends_at_midnight_utc() -> None:
    symbols = read_dbn(metadata()).symbols
    assert [symbols.resolve(11, START + DAY - 1), symbols.resolve(11, START + DAY)] == ["ESH4", "ESM4"]


def test_metadata_that_maps_from_ids_is_read_the_other_way() -> None:
    raw = metadata(
        stype_in=dbn.SType.INSTRUMENT_ID,
        stype_out=dbn.SType.RAW_SYMBOL,
        mappings=[mapped("11", interval(1, 2, "ESH4"))],
    )
    assert read_dbn(raw).symbols.resolve(11, START) == "ESH4"


@pytest.mark.parametrize(("requested", "symbol"), [("ESH4", "42"), ("ES.c.0", "ESH4")])
def test_a_mapping_record_in_the_stream_names_an_id_from_then_on(requested: str, symbol: str) -> None:
    stream = DbnStream()
    stream.feed(metadata(mappings=[], stype_in=None, schema=None) + mapping(42, requested, symbol))
    assert stream.symbols.resolve(42, START + 900 * DAY) == "ESH4"


@pytest.mark.parametrize("bad", [UNKNOWN_TYPE, TOO_SHORT_FOR_ITS_TYPE], ids=["unknown type", "too short"])
@pytest.mark.parametrize("pack", [bytes, packed], ids=["plain", "compressed"])
def test_a_bad_record_is_set_aside_alone(bad: bytes, pack: Any) -> None:
    head = metadata() + b"".join(TRADES[:3])
    file = read_dbn(pack(head + bad + b"".join(TRADES[3:])))
    assert sequences(file.records) == list(range(300))
    [error] = file.errors
    assert error.facts["at"] == len(head)


def test_a_mapping_whose_symbol_is_no_text_is_set_aside_and_maps_nothing() -> None:
    stream = DbnStream()
    bad = mapping(7, "NAME", "7").replace(b"NAME", b"\xffAME")
    assert len(stream.feed(metadata() + bad + mapping(8, "OTHER", "8"))) == 2
    assert (stream.bad, len(stream.errors)) == (1, 1)
    assert (stream.symbols.resolve(7, 1), stream.symbols.resolve(8, 1)) == (None, "OTHER")


def test_after_a_bad_record_a_stream_goes_on_byte_by_byte() -> None:
    data = metadata() + TRADES[0] + UNKNOWN_TYPE + TRADES[1] + TRADES[2]
    stream = DbnStream()
    records = [record for at in range(len(data)) for record in stream.feed(data[at : at + 1])]
    stream.close()
    assert sequences(records) == [0, 1, 2]
    assert stream.bad == 1


def test_a_record_without_length_ends_the_stream_after_the_good_ones() -> None:
    stream = DbnStream()
    assert sequences(stream.feed(metadata() + TRADES[0] + bytes(48) + TRADES[1])) == [0]
    with pytest.raises(FramingError, match="a record of 0 bytes"):
        stream.feed(TRADES[2])


@pytest.mark.parametrize("cut", [1, 20, 47])
@pytest.mark.parametrize("pack", [bytes, packed], ids=["plain", "compressed"])
def test_a_file_that_was_cut_off_says_so_and_keeps_what_is_whole(pack: Any, cut: int) -> None:
    file = read_dbn(pack(FILE)[:-cut])
    assert [type(error) for error in file.errors] == [Truncated]
    assert sequences(file.records) == list(range(len(file.records)))


NO_DBN = {
    "empty": b"",
    "short": b"DB",
    "text": b"ts_event,price\n1,2\n",
    "gzip": b"\x1f\x8b\x08\x00" + bytes(20),
    "zeros": bytes(500),
    "other zstd": packed(b"some text, well compressed"),
    "newer version": b"DBN\x63" + FILE[4:],
    "version before the first": b"DBN\x00" + FILE[4:],
    "endless metadata": b"DBN\x03\xff\xff\xff\xff" + bytes(100),
    "damaged metadata": FILE[:60] + b"\xff" * 60 + FILE[120:],
}


@pytest.mark.parametrize("name", NO_DBN)
def test_what_is_no_dbn_is_refused_with_a_typed_error(name: str) -> None:
    with pytest.raises(HeaderError) as raised:
        read_dbn(NO_DBN[name])
    assert raised.value.codec == "dbn"


def test_damaged_compression_is_reported() -> None:
    data = bytearray(packed(FILE))
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    file = read_dbn(bytes(data))
    assert [type(error) for error in file.errors] == [FramingError]


def test_a_decompression_bomb_is_stopped_by_the_bound_of_the_metadata() -> None:
    with pytest.raises(HeaderError, match="claims"):
        read_dbn(packed(b"DBN\x03\xff\xff\xff\xff" + bytes(100_000_000)))


def test_the_first_bytes_tell_dbn() -> None:
    assert is_dbn(FILE) and is_dbn(packed(FILE))
    assert not is_dbn(b"{}")


@pytest.mark.parametrize("package", ["databento_dbn", "zstandard"])
def test_a_missing_package_is_named_with_the_extra_that_brings_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(DependencyMissing) as raised:
        read_dbn(packed(FILE))
    assert raised.value.package == package
    assert "dragoman[databento]" in str(raised.value)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(FILE) // 20), st.integers(0, 255)), min_size=1, max_size=4),
    st.integers(1, 800),
)
def test_damaged_bytes_give_records_or_typed_errors(damage: list[tuple[int, int]], step: int) -> None:
    data = bytearray(FILE[: len(FILE) // 20])
    for at, value in damage:
        data[at % len(data)] = value
    stream = DbnStream()
    try:
        for at in range(0, len(data), step):
            stream.feed(bytes(data[at : at + step]))
        stream.close()
    except (HeaderError, FramingError, Truncated):
        return


def test_recorded_files_of_every_layout_decode_without_a_fault(shared: Path) -> None:
    files = sorted((shared / "corpus" / "databento").rglob("*.dbn*"))
    assert files
    for path in files:
        data = path.read_bytes()
        file = read_dbn(data)
        assert file.records and not file.errors, path.name
        assert read_dbn(data[:-1]).errors, path.name
        mapped = {symbol for symbol in map(file.symbol, file.records) if symbol}
        assert bool(mapped) == bool(file.metadata.mappings), path.name
