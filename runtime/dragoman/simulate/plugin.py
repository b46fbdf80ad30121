"""Pytest fixtures to trade against a venue that is not there: `simulated_venue` serves one on loopback for the time of a test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest


class Simulation:
    """A venue on loopback: `urls` and `credentials` are what an adapter takes, `core` is the venue itself, `server` its sockets."""

    def __init__(self, core: Any, server: Any) -> None:
        self.core = core
        self.server = server
        self.urls: dict[str, Any] = server.urls
        self.credentials: dict[str, str] = dict(core.trading.keyring.keys[0].credentials)

    def adapter(self, **options: Any) -> Any:
        """The venue's adapter, pointed at the simulation; the test enters it."""
        from dragoman.venue import load

        module = load(self.core.interface.venue).module
        return module.Adapter(urls=self.urls, credentials=self.credentials, **options)

    async def step(self, count: int = 1) -> None:
        """Lets the market move and tells the subscribers; it stands still otherwise."""
        await self.server.publish(count)


OpenVenue = Callable[..., AbstractAsyncContextManager[Simulation]]


@pytest.fixture
def simulated_venue() -> OpenVenue:
    """`async with simulated_venue("acme", products=["spot"], seed=1) as venue:`; options are those of SimulatedVenue."""

    @asynccontextmanager
    async def opened(venue: str, *, seed: int = 1, **options: Any) -> AsyncIterator[Simulation]:
        from dragoman.net.clock import SystemClock
        from dragoman.simulate.server import LoopbackVenue
        from dragoman.simulate.venue import SimulatedVenue

        clock = SystemClock()
        core = SimulatedVenue(venue, seed=seed, now_ns=clock.now_ns(), **options)
        async with LoopbackVenue(core, tuple(core.markets), clock=clock) as server:
            yield Simulation(core, server)

    return opened
