"""What a node calls to make its clients: `node.add_data_client_factory("NAME", DragomanLiveDataClientFactory)`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from nautilus_trader.live.factories import LiveDataClientFactory

from dragoman.nautilus.link import link_for

if TYPE_CHECKING:
    from dragoman.nautilus.config import DragomanDataClientConfig
    from dragoman.nautilus.data import DragomanDataClient


class DragomanLiveDataClientFactory(LiveDataClientFactory):
    """Makes the market data client of a DragomanDataClientConfig; the client's id is the name it has in the node."""

    @staticmethod
    def create(  # type: ignore[override]
        loop: asyncio.AbstractEventLoop,
        name: str,
        config: DragomanDataClientConfig,
        msgbus: Any,
        cache: Any,
        clock: Any,
    ) -> DragomanDataClient:
        from dragoman.nautilus.data import DragomanDataClient

        return DragomanDataClient(
            loop=loop,
            name=name,
            link=link_for(config, loop),
            config=config,
            msgbus=msgbus,
            cache=cache,
            clock=clock,
        )
