"""What a node calls to make the client that trades: `node.add_exec_client_factory("NAME", DragomanLiveExecClientFactory)`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from nautilus_trader.live.factories import LiveExecClientFactory

from dragoman.nautilus.link import link_for

if TYPE_CHECKING:
    from dragoman.nautilus.exec_config import DragomanExecClientConfig
    from dragoman.nautilus.execution_client import DragomanExecutionClient


class DragomanLiveExecClientFactory(LiveExecClientFactory):
    """Makes the execution client of a DragomanExecClientConfig; the client's id is the name it has in the node."""

    @staticmethod
    def create(  # type: ignore[override]
        loop: asyncio.AbstractEventLoop,
        name: str,
        config: DragomanExecClientConfig,
        msgbus: Any,
        cache: Any,
        clock: Any,
    ) -> DragomanExecutionClient:
        from dragoman.nautilus.execution_client import DragomanExecutionClient

        return DragomanExecutionClient(
            loop=loop,
            name=name,
            link=link_for(config, loop),
            config=config,
            msgbus=msgbus,
            cache=cache,
            clock=clock,
        )
