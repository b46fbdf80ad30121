"""historical of the venue databento. Generated from specs/databento/historical.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field


class DatasetRange(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of get_dataset_range. https://databento.com/docs/api-reference-historical/metadata/metadata-get-dataset-range"""

    start: str
    end: str


class ResolvedInterval(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Resolution. https://databento.com/docs/api-reference-historical/symbology/symbology-resolve"""

    first_day: str = field(name="d0")
    end_day: str = field(name="d1")
    symbol: str = field(name="s")


class Resolution(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of resolve. https://databento.com/docs/api-reference-historical/symbology/symbology-resolve"""

    result: dict[str, list[ResolvedInterval]]
    symbols: list[str]
    stype_in: str
    stype_out: str
    partial: list[str]
    not_found: list[str]


class ListPublishersRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of list_publishers: All publishers with their dataset and venue. https://databento.com/docs/api-reference-historical/metadata/metadata-list-publishers"""

    publisher_id: int
    dataset: str
    venue: str
    description: str


class ListFieldsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of list_fields: Fields of a schema in an encoding. https://databento.com/docs/api-reference-historical/metadata/metadata-list-fields"""

    name: str
    type: str


class ListUnitPricesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of list_unit_prices: Price of a gigabyte by feed mode and schema. https://databento.com/docs/api-reference-historical/metadata/metadata-list-unit-prices"""

    mode: str
    unit_prices: dict[str, Decimal]


def emit_list_publishers(
    scope: Scope, message: list[ListPublishersRow], ts_init: int, out: list[Event]
) -> None:
    """All publishers with their dataset and venue to no event."""


def emit_list_datasets(scope: Scope, message: list[str], ts_init: int, out: list[Event]) -> None:
    """Datasets that are available to no event."""


def emit_list_fields(scope: Scope, message: list[ListFieldsRow], ts_init: int, out: list[Event]) -> None:
    """Fields of a schema in an encoding to no event."""


def emit_list_unit_prices(
    scope: Scope, message: list[ListUnitPricesRow], ts_init: int, out: list[Event]
) -> None:
    """Price of a gigabyte by feed mode and schema to no event."""


def emit_get_dataset_range(scope: Scope, message: DatasetRange, ts_init: int, out: list[Event]) -> None:
    """Time range of a dataset to no event."""


def emit_get_record_count(scope: Scope, message: int, ts_init: int, out: list[Event]) -> None:
    """Number of records that a request would give to no event."""


def emit_get_cost(scope: Scope, message: Decimal, ts_init: int, out: list[Event]) -> None:
    """Cost of a request in US dollars to no event."""


def emit_resolve(scope: Scope, message: Resolution, ts_init: int, out: list[Event]) -> None:
    """Symbols of one type resolved to another, by date to no event."""


emit_list_schemas = emit_list_datasets
emit_get_billable_size = emit_get_record_count
