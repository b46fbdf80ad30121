"""The interface of the venue databento as it is: HTTP operations and streams. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient

from dragoman_venues.databento.enums import BarSchema
from dragoman_venues.databento.historical import (
    DatasetRange,
    PublisherInfo,
    Resolution,
    SchemaField,
    UnitPrices,
)
from dragoman_venues.databento.requests import Requests


class HttpClient(BaseClient):
    """HTTP operations of Databento, one method each, named as the specification does."""

    builder = Requests

    async def list_publishers(self) -> list[PublisherInfo]:
        """All publishers with their dataset and venue.

        `GET /v0/metadata.list_publishers`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-publishers
        """
        found: list[PublisherInfo] = await self.call("list_publishers", list[PublisherInfo], "", {})
        return found

    async def list_datasets(self, *, start_date: str | None = None, end_date: str | None = None) -> list[str]:
        """Datasets that are available.

        `GET /v0/metadata.list_datasets`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-datasets
        """
        found: list[str] = await self.call(
            "list_datasets", list[str], "", {"start_date": start_date, "end_date": end_date}
        )
        return found

    async def list_schemas(self, *, dataset: str) -> list[str]:
        """Schemas of a dataset.

        `GET /v0/metadata.list_schemas`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-schemas
        """
        found: list[str] = await self.call("list_schemas", list[str], "", {"dataset": dataset})
        return found

    async def list_fields(self, *, schema: str, encoding: str | None = None) -> list[SchemaField]:
        """Fields of a schema in an encoding.

        `GET /v0/metadata.list_fields`

        encoding: "dbn" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-fields
        """
        found: list[SchemaField] = await self.call(
            "list_fields", list[SchemaField], "", {"schema": schema, "encoding": encoding}
        )
        return found

    async def list_unit_prices(self, *, dataset: str) -> list[UnitPrices]:
        """Price of a gigabyte by feed mode and schema.

        `GET /v0/metadata.list_unit_prices`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-unit-prices
        """
        found: list[UnitPrices] = await self.call(
            "list_unit_prices", list[UnitPrices], "", {"dataset": dataset}
        )
        return found

    async def get_dataset_range(self, *, dataset: str) -> DatasetRange:
        """Time range of a dataset.

        `GET /v0/metadata.get_dataset_range`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-get-dataset-range
        """
        found: DatasetRange = await self.call("get_dataset_range", DatasetRange, "", {"dataset": dataset})
        return found

    async def get_record_count(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: str | None = None,
        end: str | None = None,
        stype_in: str | None = None,
        limit: int | None = None,
    ) -> int:
        """Number of records that a request would give.

        `POST /v0/metadata.get_record_count`

        schema: "trades" where left out.
        stype_in: "raw_symbol" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-get-record-count
        """
        found: int = await self.call(
            "get_record_count",
            int,
            "",
            {
                "dataset": dataset,
                "symbols": symbols,
                "schema": schema,
                "start": start,
                "end": end,
                "stype_in": stype_in,
                "limit": limit,
            },
        )
        return found

    async def get_billable_size(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: str | None = None,
        end: str | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        limit: int | None = None,
    ) -> int:
        """Bytes that a request would be billed for.

        `POST /v0/metadata.get_billable_size`

        schema: "trades" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-get-billable-size
        """
        found: int = await self.call(
            "get_billable_size",
            int,
            "",
            {
                "dataset": dataset,
                "symbols": symbols,
                "schema": schema,
                "start": start,
                "end": end,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "limit": limit,
            },
        )
        return found

    async def get_cost(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: str | None = None,
        end: str | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        limit: int | None = None,
    ) -> Decimal:
        """Cost of a request in US dollars.

        `POST /v0/metadata.get_cost`

        schema: "trades" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-get-cost
        """
        found: Decimal = await self.call(
            "get_cost",
            Decimal,
            "",
            {
                "dataset": dataset,
                "symbols": symbols,
                "schema": schema,
                "start": start,
                "end": end,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "limit": limit,
            },
        )
        return found

    async def resolve(
        self,
        *,
        dataset: str,
        symbols: Sequence[str],
        start_date: str,
        stype_in: str | None = None,
        stype_out: str | None = None,
        end_date: str | None = None,
    ) -> Resolution:
        """Symbols of one type resolved to another, by date.

        `POST /v0/symbology.resolve`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        Costs: symbology 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/symbology/symbology-resolve
        """
        found: Resolution = await self.call(
            "resolve",
            Resolution,
            "",
            {
                "dataset": dataset,
                "symbols": symbols,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "start_date": start_date,
                "end_date": end_date,
            },
        )
        return found

    async def get_range(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: str | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Records of any schema in a time range, as DBN.

        `POST /v0/timeseries.get_range`

        schema: "trades" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_range",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_trades(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: Literal["trades"] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Trades.

        `POST /v0/timeseries.get_range`

        schema: "trades" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_trades",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_quotes(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: (
            Literal["mbp-1", "tbbo", "bbo-1s", "bbo-1m", "cmbp-1", "tcbbo", "cbbo-1s", "cbbo-1m"] | None
        ) = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Changes of the best bid and offer.

        `POST /v0/timeseries.get_range`

        schema: "mbp-1" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_quotes",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_depths(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: Literal["mbp-10"] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """The ten best levels.

        `POST /v0/timeseries.get_range`

        schema: "mbp-10" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_depths",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_orders(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: Literal["mbo"] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Changes of the book by order.

        `POST /v0/timeseries.get_range`

        schema: "mbo" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_orders",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_bars(
        self,
        *,
        dataset: str,
        start: str,
        schema: BarSchema,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Bars.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_bars",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_statuses(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: Literal["status"] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Trading phases.

        `POST /v0/timeseries.get_range`

        schema: "status" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_statuses",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found

    async def get_definitions(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        schema: Literal["definition"] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
    ) -> bytes:
        """Instrument definitions.

        `POST /v0/timeseries.get_range`

        schema: "definition" where left out.
        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/timeseries/timeseries-get-range
        """
        found: bytes = await self.call(
            "get_definitions",
            None,
            "",
            {
                "dataset": dataset,
                "start": start,
                "symbols": symbols,
                "schema": schema,
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
            },
        )
        return found
