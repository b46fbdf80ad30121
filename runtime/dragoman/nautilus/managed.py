"""Books that a node keeps by itself."""

from __future__ import annotations

from typing import Any


class ManagedBooks:
    """What a node's own book of an instrument takes: changes, the ten best levels, or both, which leaves it with ten."""

    def __init__(self, log: Any) -> None:
        self._log = log
        self._fed: dict[Any, set[str]] = {}

    def feed(self, command: Any, what: str) -> None:
        """Note a subscription, and warn where the book of its instrument is fed twice."""
        if not command.managed:
            return
        fed = self._fed.setdefault(command.instrument_id, set())
        fed.add(what)
        if len(fed) > 1:
            self._log.warning(
                f"the node's book of {command.instrument_id} takes depths as well as changes, and each depth leaves it with ten levels; "
                "subscribe_order_book_depth(..., managed=False) lets it keep all"
            )

    def leave(self, instrument_id: Any, what: str) -> None:
        """Its book takes that no longer."""
        self._fed.get(instrument_id, set()).discard(what)
