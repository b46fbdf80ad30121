"""Products that share ids are told apart by what a call says of them, where somebody asks for one of them."""

from __future__ import annotations

from typing import Any

import dragoman
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import Key

NOW = 1_790_000_000_000_000_000


class Asked:
    """An HTTP backend that keeps which product each call has named, None where it named none."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.named: dict[str, list[str | None]] = {}

    async def send(self, request: Any, *, timeout_ns: int) -> Any:
        self.named.setdefault(request.operation, []).append(dict(request.query).get("instType"))
        return await self.inner.send(request, timeout_ns=timeout_ns)

    async def close(self) -> None:
        await self.inner.close()


def test_a_call_names_its_product_where_one_is_asked_for_whose_ids_another_has_too() -> None:
    loop = VirtualLoop()
    secrets = {"api_key": "k", "api_secret": "s", "passphrase": "p"}
    known = ["spot", "margin", "swap"]
    keys = [Key("o", secrets)]
    core = SimulatedVenue("okx", seed=1, now_ns=NOW, products=known, keys=keys, partial=True)
    clock = LoopClock(loop, NOW)
    memory = MemoryVenue(core, clock, known)
    http = Asked(memory.http)

    async def named(*products: str) -> list[str | None]:
        http.named.clear()
        venue = dragoman.load("okx").adapter(
            urls=memory.urls, http=http, connector=memory, clock=clock, credentials=secrets
        )
        try:
            mass = await venue.mass_status(products=products)
            assert not mass.failed and http.named["get_open_orders"] == http.named["get_fills"]
            return http.named["get_open_orders"]
        finally:
            await venue.close()

    async def played() -> None:
        assert await named("margin") == ["MARGIN"]
        assert await named("spot", "swap") == ["SPOT", "SWAP"]
        assert await named("swap") == await named() == [None]

    run_virtually(played(), loop)
