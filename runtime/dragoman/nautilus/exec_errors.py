"""Why a client can't trade, and what to do."""

from __future__ import annotations

from dragoman.errors import SetupError


class VenueTakesNoOrders(SetupError):
    """The venue's specification describes no commands: there is market data alone."""

    venue: str

    def __init__(self, venue: str) -> None:
        super().__init__(
            f"{venue}: its specification describes no orders; leave it out of `exec_clients` and take its market data",
            venue=venue,
        )


class AccountInUse(SetupError):
    """Another client of this process trades on the same account; each would take the other's orders for strangers'."""

    venue: str
    client: str
    other: str

    def __init__(self, venue: str, client: str, other: str) -> None:
        super().__init__(
            f"{venue}: {client} has the credentials of {other}, which trades already; stop {other} first, let strategies share "
            "one client, or give each client a (sub-)account of its own",
            venue=venue,
            client=client,
            other=other,
        )
