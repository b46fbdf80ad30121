"""What became of a command: the venue took it, refused it, or nobody knows yet."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from dragoman.model.identifiers import ClientOrderId, VenueOrderId


class Accepted(Struct, frozen=True, gc=False, kw_only=True):
    """The venue took the command; `venue_order_id` is None where it doesn't answer with one."""

    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None
    ts_event: int | None = None


class Rejected(Struct, frozen=True, gc=False, kw_only=True):
    """The venue, or its rules checked here, said no; nothing changed. `code` is the venue's own."""

    reason: str
    code: str | None = None
    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None
    ts_event: int | None = None


class Unknown(Struct, frozen=True, gc=False, kw_only=True):
    """The command may or may not have taken effect (time-out, disconnect, 5xx, 429); a query has to find out. `code` is the venue's own."""

    why: str
    code: str | None = None
    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None


Outcome: TypeAlias = Accepted | Rejected | Unknown
