"""The clients of this project for one venue of the comparison."""

from typing import Any, NamedTuple

from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanExecClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    DragomanLiveExecClientFactory,
)


class Clients(NamedTuple):
    """What a node needs to know of a venue; `execution` is None where it does not trade."""

    name: str
    data: Any
    execution: Any
    data_factory: Any
    execution_factory: Any


def clients(venue: str, settings: dict[str, Any]) -> Clients:
    said: dict[str, Any] = {
        "venue": venue,
        "urls": settings["urls"],
        "credentials": settings["credentials"],
        "instrument_provider": DragomanInstrumentProviderConfig(
            load_all=True, products=frozenset({settings["product"]})
        ),
    }
    return Clients(
        venue,
        DragomanDataClientConfig(**said),
        (
            DragomanExecClientConfig(**said, products=(settings["product"],), orders_over=settings["over"])
            if settings["trades_orders"]
            else None
        ),
        DragomanLiveDataClientFactory,
        DragomanLiveExecClientFactory,
    )
