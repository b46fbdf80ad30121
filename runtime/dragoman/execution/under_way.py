"""Submissions that are on their way by calls of their own: what is about their orders goes out after their answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from dragoman.execution.tracked import TrackedOrder


class UnderWay:
    """Calls do not overtake each other: a cancel that came before its order would find none, and the order would stay."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[str, asyncio.Event] = {}

    @contextmanager
    def going(self, named: Iterable[str]) -> Iterator[None]:
        """Orders whose submission is neither answered nor given up."""
        known, answer = tuple(named), asyncio.Event()
        self._answers.update(dict.fromkeys(known, answer))
        try:
            yield
        finally:
            answer.set()
            for identity in known:
                self._answers.pop(identity, None)

    async def answered(self, orders: Iterable[TrackedOrder | None]) -> None:
        """Wait for the submissions of orders."""
        for order in orders:
            answer = None if order is None else self._answers.get(order.client_order_id)
            if answer is not None:
                await answer.wait()
