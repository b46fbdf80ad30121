"""Configuration of the client that trades: one class for every venue that takes orders."""

from __future__ import annotations

from typing import Any, Literal

from nautilus_trader.common.config import InstrumentProviderConfig
from nautilus_trader.live.config import LiveExecClientConfig

from dragoman.nautilus.config import DragomanInstrumentProviderConfig, check_names, described
from dragoman.nautilus.errors import NodeConfigInvalid
from dragoman.nautilus.exec_errors import VenueTakesNoOrders
from dragoman.requests.facts import Interface
from dragoman.venue import load


class DragomanExecClientConfig(LiveExecClientConfig, kw_only=True, frozen=True):
    """Trading on one account of one venue.

    venue, environment, credentials, urls: as for DragomanDataClientConfig; where both say the same they share one adapter.
    products: what is traded, all that take orders where left out.
    account: the account's name, the second part of its id in the node.
    account_type: where the venue's reports don't tell it rightly.
    oms_type: `HEDGING` for an account that keeps a long and a short position of one instrument.
    orders_over: `ws` sends commands over a connection where the venue takes them so.
    cancel_all_at_venue: `cancel_all_orders` is the venue's own call, which takes back orders of others on the account too.
    stop_node_on_refusal: stop the node when the venue turns this client away for good at the start (keys, permissions).
    """

    venue: str
    environment: str = "mainnet"
    credentials: dict[str, str] | None = None
    urls: dict[str, Any] | None = None
    instrument_provider: InstrumentProviderConfig = DragomanInstrumentProviderConfig()
    products: tuple[str, ...] = ()
    account: str = "main"
    account_type: Literal["CASH", "MARGIN", "BETTING"] | None = None
    oms_type: Literal["NETTING", "HEDGING"] = "NETTING"
    orders_over: Literal["http", "ws"] = "http"
    cancel_all_at_venue: bool = False
    stop_node_on_refusal: bool = True

    def __post_init__(self) -> None:
        check_names(self.venue, self.environment)
        interface: Interface = load(self.venue.lower()).module.Requests.interface
        traded = tradable(interface)
        if not traded:
            raise VenueTakesNoOrders(self.venue)
        for product in self.products:
            if product not in traded:
                raise NodeConfigInvalid("products", product, traded)

    def __repr__(self) -> str:
        return described(self)


def tradable(interface: Interface) -> tuple[str, ...]:
    """Products whose orders the venue takes."""
    submit = interface.commands.get("submit_order")
    if submit is None:
        return ()
    return tuple(each for each in interface.products if {each, ""} & submit.operations.keys())
