"""The declared rate limits, from the venue's side: what is too much is refused, and every answer says what was used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.limits import RateBudget
from dragoman.requests.facts import Interface, Operation
from dragoman.translate.told import Told

_SECOND = 1_000_000_000


class TooMuch(Exception):
    """A request over a limit; `retry_ns` is when it would be let in."""

    def __init__(self, bucket: str, retry_ns: int) -> None:
        super().__init__(f"too many requests: {bucket}")
        self.retry_ns = retry_ns

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        return (("Retry-After", str(-(-self.retry_ns // _SECOND))),)


class Throttle:
    """Counts what each owner and this address have asked for."""

    def __init__(self, interface: Interface) -> None:
        self.buckets = {bucket.name: bucket for bucket in interface.buckets}
        self._all = interface.buckets
        self._telling = {
            name: each for name, each in self.buckets.items() if each.used_header or each.remaining_header
        }
        """Limits that answers tell of."""
        self._fixed: dict[tuple[str, str], dict[str, int]] = {}
        """(operation, product) -> weights that are the same for every call."""
        self._budget = RateBudget(self._all)

    def restart(self) -> None:
        """Nothing was asked for yet."""
        self._budget = RateBudget(self._all)

    def charge(
        self, operation: Operation, product: str, request: Mapping[str, Any], owner: str, now_ns: int
    ) -> tuple[tuple[str, str], ...]:
        """Spends the weights of a call and returns the headers that tell of it; raises TooMuch, and then nothing is spent."""
        key = (operation.name, product)
        weights = self._fixed.get(key)
        if weights is None:
            weights = self._weights(operation, product, request)
            said = operation.weights.get(product) or operation.weights.get("", ())
            if all(isinstance(weight, int) for _, weight in said):
                self._fixed[key] = weights
        place = {"account": owner, "endpoint": operation.name, "product": product}
        wait_ns = self._budget.reserve(weights, now_ns, at_most_ns=0, **place)
        if wait_ns > 0:
            raise TooMuch(", ".join(weights), wait_ns)
        headers = []
        for name in weights:
            bucket = self._telling.get(name)
            if bucket is None:
                continue
            used = self._budget.used(name, now_ns, **place)
            if bucket.used_header:
                headers.append((bucket.used_header, str(used)))
            if bucket.remaining_header:
                headers.append((bucket.remaining_header, str(max(0, bucket.limit - used))))
        return tuple(headers)

    def _weights(self, operation: Operation, product: str, request: Mapping[str, Any]) -> dict[str, int]:
        """What a call costs of each limit; raises TooMuch for more than a limit ever allows."""
        weights = {}
        for name, weight in operation.weights.get(product) or operation.weights.get("", ()):
            amount = weight if isinstance(weight, int) else weight(Told(request, product))
            if amount > self.buckets[name].limit:
                raise TooMuch(name, self.buckets[name].window_ns)
            if amount > 0:
                weights[name] = amount
        return weights
