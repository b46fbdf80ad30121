"""Files of a Parquet catalog that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
from nautilus_trader.model.data import FundingRateUpdate, IndexPriceUpdate, InstrumentStatus
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.model.objects import Price
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog
from nautilus_trader.serialization.arrow import serializer


def put(catalog: Path, work: Path, objects: list[Any], first_ns: int, last_ns: int) -> None:
    """Write objects as files that cover [first_ns, last_ns], one a type and instrument.

    They are written to `work`, a folder of the caller's own on the same file system, and renamed into the catalog.
    """
    know_all()
    clear(work)
    staging = ParquetDataCatalog(str(work))
    # What came at one time stays in its order.
    ordered = sorted(objects, key=lambda each: each.ts_init)
    staging.write_data(ordered, start=first_ns, end=last_ns, skip_disjoint_check=True)
    for file in work.rglob("*.parquet"):
        place = catalog / file.relative_to(work)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file, place)


def clear(work: Path) -> None:
    """An empty folder, whatever an earlier run left there."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)


def know_all() -> None:
    """Teach the catalog the types of the library's own that this release can't file, or can't read; a newer one is left alone."""
    known = serializer._ARROW_ENCODERS.keys() | set(serializer.RUST_SERIALIZERS)
    for kind, columns in _UNFILED.items():
        if kind not in known:
            schema = pa.schema({**columns, "ts_event": pa.uint64(), "ts_init": pa.uint64()})
            serializer.register_arrow(kind, schema, _encoder(kind, schema), _decoder(kind))
    if IndexPriceUpdate not in serializer._ARROW_DECODERS:
        # Filed by the library, which has no reader for it: sixteen or eight bytes, as wide as the build's integers.
        serializer._ARROW_DECODERS[IndexPriceUpdate] = _index_prices


def _encoder(kind: Any, schema: Any) -> Callable[[Any], Any]:
    def encode(found: Any) -> Any:
        said = kind.to_dict(found)
        row = {name: said.get(name) for name in schema.names}
        row.update({name: str(value) for name, value in row.items() if isinstance(value, Decimal)})
        return pa.RecordBatch.from_pylist([row], schema=schema)

    return encode


def _decoder(kind: Any) -> Callable[[Any], list[Any]]:
    def decode(table: Any) -> list[Any]:
        rows = table.to_pylist()
        for row in rows:
            if "rate" in row:
                row["rate"] = Decimal(row["rate"])
        return [kind.from_dict({**row, "type": kind.__name__}) for row in rows]

    return decode


def _index_prices(table: Any) -> list[Any]:
    said = table.schema.metadata
    identity = InstrumentId.from_str(said[b"instrument_id"].decode())
    digits = int(said[b"price_precision"])

    def price(value: bytes) -> Any:
        return Price.from_raw(int.from_bytes(value, "little", signed=True), digits)

    return [
        IndexPriceUpdate(identity, price(row["value"]), row["ts_event"], row["ts_init"])
        for row in table.to_pylist()
    ]


_UNFILED: dict[Any, dict[str, Any]] = {
    FundingRateUpdate: {
        "instrument_id": pa.string(),
        "rate": pa.string(),
        "next_funding_ns": pa.uint64(),
    },
    InstrumentStatus: {
        "instrument_id": pa.string(),
        "action": pa.string(),
        "reason": pa.string(),
        "trading_event": pa.string(),
        "is_trading": pa.bool_(),
        "is_quoting": pa.bool_(),
        "is_short_sell_restricted": pa.bool_(),
    },
}
