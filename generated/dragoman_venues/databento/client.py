"""The interface of the venue databento as it is: HTTP operations and streams. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.databento.enums import BarSchema, BarWord
from dragoman_venues.databento.historical import (
    DatasetRange,
    ListFieldsRow,
    ListPublishersRow,
    ListUnitPricesRow,
    Resolution,
)
from dragoman_venues.databento.requests import Requests
from dragoman_venues.databento.translator import TABLES

if TYPE_CHECKING:
    from databento_dbn import (
        BBOMsg,
        CBBOMsg,
        CMBP1Msg,
        ImbalanceMsg,
        InstrumentDefMsg,
        MBOMsg,
        MBP1Msg,
        MBP10Msg,
        OHLCVMsg,
        StatMsg,
        StatusMsg,
        TradeMsg,
    )


class HttpClient(BaseClient):
    """HTTP operations of Databento, one method each, named as the specification does."""

    builder = Requests

    async def list_publishers(self) -> list[ListPublishersRow]:
        """All publishers with their dataset and venue.

        `GET /v0/metadata.list_publishers`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-publishers
        """
        found: list[ListPublishersRow] = await self.call("list_publishers", list[ListPublishersRow], "", {})
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

    async def list_fields(self, *, schema: str, encoding: str | None = None) -> list[ListFieldsRow]:
        """Fields of a schema in an encoding.

        `GET /v0/metadata.list_fields`

        encoding: "dbn" where left out.
        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-fields
        """
        found: list[ListFieldsRow] = await self.call(
            "list_fields", list[ListFieldsRow], "", {"schema": schema, "encoding": encoding}
        )
        return found

    async def list_unit_prices(self, *, dataset: str) -> list[ListUnitPricesRow]:
        """Price of a gigabyte by feed mode and schema.

        `GET /v0/metadata.list_unit_prices`

        Costs: historical 1.
        Signed: basic.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://databento.com/docs/api-reference-historical/metadata/metadata-list-unit-prices
        """
        found: list[ListUnitPricesRow] = await self.call(
            "list_unit_prices", list[ListUnitPricesRow], "", {"dataset": dataset}
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
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
        schema: (
            Literal["mbp-1", "tbbo", "bbo-1s", "bbo-1m", "cmbp-1", "tcbbo", "cbbo-1s", "cbbo-1m"] | None
        ) = None,
    ) -> bytes:
        """Changes of the best bid and offer.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        schema: "mbp-1" where left out.
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
            },
        )
        return found

    async def get_depths(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
        schema: Literal["mbp-10"] | None = None,
    ) -> bytes:
        """The ten best levels.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        schema: "mbp-10" where left out.
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
            },
        )
        return found

    async def get_orders(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
        schema: Literal["mbo"] | None = None,
    ) -> bytes:
        """Changes of the book by order.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        schema: "mbo" where left out.
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
            },
        )
        return found

    async def get_statuses(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
        schema: Literal["status"] | None = None,
    ) -> bytes:
        """Trading phases.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        schema: "status" where left out.
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
            },
        )
        return found

    async def get_definitions(
        self,
        *,
        dataset: str,
        start: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        stype_out: str | None = None,
        encoding: str | None = None,
        compression: str | None = None,
        limit: int | None = None,
        end: str | None = None,
        schema: Literal["definition"] | None = None,
    ) -> bytes:
        """Instrument definitions.

        `POST /v0/timeseries.get_range`

        stype_in: "raw_symbol" where left out.
        stype_out: "instrument_id" where left out.
        encoding: "dbn" where left out.
        compression: "zstd" where left out.
        schema: "definition" where left out.
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
                "stype_in": stype_in,
                "stype_out": stype_out,
                "encoding": encoding,
                "compression": compression,
                "limit": limit,
                "end": end,
                "schema": schema,
            },
        )
        return found


class Streams(BaseStreams):
    """Streams of Databento, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def definition(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[InstrumentDefMsg, None]:
        """Instrument definitions.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: CurrencyPair, Equity, FuturesContract, FuturesSpread, OptionContract, OptionSpread. https://databento.com/docs/schemas-and-data-formats/instrument-definitions
        """
        return self.open_records(
            "definition",
            "InstrumentDefMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def trades(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[TradeMsg, None]:
        """Every trade.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: TradeTick. https://databento.com/docs/schemas-and-data-formats/trades
        """
        return self.open_records(
            "trades",
            "TradeMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def mbp_1(
        self,
        *,
        dataset: str,
        schema: Literal["mbp-1", "tbbo"] | None = None,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[MBP1Msg, None]:
        """Best bid and offer at every change, and every trade with the quote before it (tbbo).

        schema: "mbp-1" where left out.
        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: QuoteTick, TradeTick. https://databento.com/docs/schemas-and-data-formats/mbp-1
        """
        return self.open_records(
            "mbp_1",
            "MBP1Msg",
            "dataset",
            {"schema": schema, "symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def bbo(
        self,
        *,
        dataset: str,
        interval: Literal["1s", "1m"] | None = None,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[BBOMsg, None]:
        """Best bid and offer sampled in time.

        interval: "1s" where left out.
        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: QuoteTick. https://databento.com/docs/schemas-and-data-formats/bbo
        """
        return self.open_records(
            "bbo",
            "BBOMsg",
            "dataset",
            {"interval": interval, "symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def cbbo(
        self,
        *,
        dataset: str,
        interval: Literal["1s", "1m"] | None = None,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[CBBOMsg, None]:
        """Consolidated best bid and offer sampled in time.

        interval: "1s" where left out.
        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: QuoteTick. https://databento.com/docs/schemas-and-data-formats/cbbo
        """
        return self.open_records(
            "cbbo",
            "CBBOMsg",
            "dataset",
            {"interval": interval, "symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def cmbp_1(
        self,
        *,
        dataset: str,
        schema: Literal["cmbp-1", "tcbbo"] | None = None,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[CMBP1Msg, None]:
        """Consolidated best bid and offer at every change, or at every trade (tcbbo).

        schema: "cmbp-1" where left out.
        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: QuoteTick, TradeTick. https://databento.com/docs/schemas-and-data-formats/cmbp-1
        """
        return self.open_records(
            "cmbp_1",
            "CMBP1Msg",
            "dataset",
            {"schema": schema, "symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def mbp_10(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[MBP10Msg, None]:
        """The ten best levels at every change.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: OrderBookDepth10. https://databento.com/docs/schemas-and-data-formats/mbp-10
        """
        return self.open_records(
            "mbp_10",
            "MBP10Msg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def mbo(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
        snapshot: int | None = None,
    ) -> AsyncGenerator[MBOMsg, None]:
        """Every change of every order.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        snapshot: 0 where left out; 1 asks for the book as it stands first.
        Gives: OrderBookDeltas, TradeTick. https://databento.com/docs/schemas-and-data-formats/mbo
        """
        return self.open_records(
            "mbo",
            "MBOMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start, "snapshot": snapshot},
            dataset=dataset,
        )

    def ohlcv(
        self,
        *,
        dataset: str,
        interval: BarWord,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[OHLCVMsg, None]:
        """Bars.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: Bar. https://databento.com/docs/schemas-and-data-formats/ohlcv
        """
        return self.open_records(
            "ohlcv",
            "OHLCVMsg",
            "dataset",
            {"interval": interval, "symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def status(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[StatusMsg, None]:
        """Trading phases.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: InstrumentStatus. https://databento.com/docs/schemas-and-data-formats/status
        """
        return self.open_records(
            "status",
            "StatusMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def statistics(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[StatMsg, None]:
        """Statistics.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: DatabentoStatistics. https://databento.com/docs/schemas-and-data-formats/statistics
        """
        return self.open_records(
            "statistics",
            "StatMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )

    def imbalance(
        self,
        *,
        dataset: str,
        symbols: Sequence[str] | None = None,
        stype_in: str | None = None,
        start: str | None = None,
    ) -> AsyncGenerator[ImbalanceMsg, None]:
        """Auction imbalances.

        stype_in: "raw_symbol" where left out.
        start: replays the last day from this time on.
        Gives: DatabentoImbalance. https://databento.com/docs/schemas-and-data-formats/imbalance
        """
        return self.open_records(
            "imbalance",
            "ImbalanceMsg",
            "dataset",
            {"symbols": symbols, "stype_in": stype_in, "start": start},
            dataset=dataset,
        )
