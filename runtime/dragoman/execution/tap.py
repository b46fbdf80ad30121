"""What a private connection tells, on its way through the ledger to whoever listens to the account."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dragoman.adapter.consumers import Consumer
from dragoman.model import StreamGap

PRIVATE = frozenset(
    {
        "OrderStatusReport",
        "FillReport",
        "PositionStatusReport",
        "AccountState",
        "OrderAccepted",
        "OrderRejected",
        "OrderUpdated",
        "OrderModifyRejected",
        "OrderCanceled",
        "OrderCancelRejected",
        "OrderTriggered",
        "OrderExpired",
        "OrderFilled",
    }
)
"""Names of the types that tell of an account; channels that give one of them are private."""


class Listeners:
    """Everybody who listens to one account; what is told between one and the next waits for that, as far as there is room."""

    def __init__(self) -> None:
        self._consumers: list[Consumer] = []
        self._waiting: Consumer | None = None

    def add(self, consumer: Consumer) -> None:
        for event in self._waiting.left() if self._waiting is not None else ():
            consumer.put(event)
        self._waiting = Consumer("", (), 0, "drop_with_gap")
        self._consumers.append(consumer)

    def remove(self, consumer: Consumer) -> None:
        """Tell one no more; what it was told before it could be read waits as well, unless others were told."""
        self._consumers = [each for each in self._consumers if each is not consumer]
        if not self._consumers and not consumer.was_read and self._waiting is not None:
            for event in consumer.left():
                self._waiting.offer(event)

    def __bool__(self) -> bool:
        return bool(self._consumers)

    @property
    def full(self) -> Consumer | None:
        """One that has no room and wants to be waited for."""
        return next((each for each in self._consumers if each.is_full), None)

    def tell(self, events: Iterable[Any]) -> None:
        """Hand events on; what happened to an order is never left out for want of room while its reader waits."""
        told = self._consumers or ([] if self._waiting is None else [self._waiting])
        for event in events:
            for consumer in told:
                if not consumer.offer(event):
                    consumer.put(event)

    def end(self, error: Exception | None = None) -> None:
        for consumer in list(self._consumers):
            consumer.end(error)


class Tap(Consumer):
    """Takes what a connection tells of an account, types by their names; it waits while a listener has no room."""

    def __init__(
        self,
        venue: str,
        names: frozenset[str],
        listeners: Listeners,
        take: Callable[[Any], None],
        on_gap: Callable[[StreamGap], None],
        on_end: Callable[[Exception | None], None],
    ) -> None:
        super().__init__(venue, (), 1, "block")
        self._names = names
        self._listeners = listeners
        self._take = take
        self._on_gap = on_gap
        self._on_end = on_end

    def offer(self, event: Any) -> bool:
        if not isinstance(event, StreamGap) and type(event).__name__ not in self._names:
            return True
        if self._listeners.full is not None:
            return False
        if isinstance(event, StreamGap):
            self._on_gap(event)
        else:
            self._take(event)
        return True

    async def room(self) -> None:
        full = self._listeners.full
        if full is not None:
            await full.room()

    def end(self, error: Exception | None = None) -> None:
        self._on_end(error)
