"""statistics of the venue databento. Generated from specs/databento/statistics.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.model import InstrumentId
from dragoman.translate.facts import Event
from dragoman.translate.reads import fixed
from dragoman.translate.scope import Scope
from msgspec import Struct

from dragoman_venues.databento.enums import (
    PUBLISHER_MEANS,
    SIDE_MEANS,
    STATISTIC_MEANS,
    STATISTIC_UPDATE_MEANS,
)


class DatabentoStatistics(Struct, frozen=True, kw_only=True):
    """A statistic of the exchange, such as a settlement price or the open interest. https://databento.com/docs/schemas-and-data-formats/statistics"""

    instrument_id: InstrumentId
    stat_type: str  # Kind of statistic
    update_action: str  # ADDED or DELETED
    price: Decimal | None
    quantity: Decimal | None
    channel_id: int
    stat_flags: int
    sequence: int
    ts_ref: int  # Reference time in nanoseconds, 2^64-1 where there is none
    ts_in_delta: int  # Nanoseconds between the publisher's sending and the capture
    ts_recv: int  # Capture time in nanoseconds
    ts_event: int
    ts_init: int


class DatabentoImbalance(Struct, frozen=True, kw_only=True):
    """An auction imbalance. https://databento.com/docs/schemas-and-data-formats/imbalance"""

    instrument_id: InstrumentId
    ref_price: Decimal | None
    cont_book_clr_price: Decimal | None
    auct_interest_clr_price: Decimal | None
    paired_qty: Decimal | None
    total_imbalance_qty: Decimal | None
    side: str  # Side of the imbalance
    significant_imbalance: str
    ts_recv: int  # Capture time in nanoseconds
    ts_event: int
    ts_init: int


def emit_statistics(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Statistics to DatabentoStatistics."""
    out.append(
        DatabentoStatistics(
            instrument_id=scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
            stat_type=STATISTIC_MEANS[message.stat_type],
            update_action=STATISTIC_UPDATE_MEANS[message.update_action],
            price=fixed(message.price, 9) if message.price not in (9223372036854775807,) else None,
            quantity=(
                None if not (message.quantity not in (9223372036854775807,)) else Decimal(message.quantity)
            ),
            channel_id=message.channel_id,
            stat_flags=message.stat_flags,
            sequence=message.sequence,
            ts_ref=message.ts_ref,
            ts_in_delta=message.ts_in_delta,
            ts_recv=message.ts_recv,
            ts_event=message.ts_event,
            ts_init=ts_init,
        )
    )


def emit_imbalance(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Auction imbalances to DatabentoImbalance."""
    out.append(
        DatabentoImbalance(
            instrument_id=scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
            ref_price=(
                fixed(message.ref_price, 9) if message.ref_price not in (9223372036854775807,) else None
            ),
            cont_book_clr_price=(
                fixed(message.cont_book_clr_price, 9)
                if message.cont_book_clr_price not in (9223372036854775807,)
                else None
            ),
            auct_interest_clr_price=(
                fixed(message.auct_interest_clr_price, 9)
                if message.auct_interest_clr_price not in (9223372036854775807,)
                else None
            ),
            paired_qty=None if not (message.paired_qty not in (4294967295,)) else Decimal(message.paired_qty),
            total_imbalance_qty=(
                None
                if not (message.total_imbalance_qty not in (4294967295,))
                else Decimal(message.total_imbalance_qty)
            ),
            side=SIDE_MEANS[message.side].name,
            significant_imbalance=message.significant_imbalance,
            ts_recv=message.ts_recv,
            ts_event=message.ts_event,
            ts_init=ts_init,
        )
    )
