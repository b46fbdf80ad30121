"""The declared rate limits, from the venue's side: what is too much is refused, and every answer says what was used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.limits import RateBudget
from dragoman.requests.facts import Interface, Operation
from dragoman.translate.told import Told

_SECOND = 1_000_000_000
Headers = tuple[tuple[str, str], ...]


class TooMuch(Exception):
    """A request over a limit; `retry_ns` is when it would be let in."""

    def __init__(self, bucket: str, retry_ns: int, headers: Headers = ()) -> None:
        super().__init__(f"too many requests: {bucket}")
        self.retry_ns = retry_ns
        self.headers = headers or (_retry_after(retry_ns),)


class Throttle:
    """Counts what each owner and this address have asked for."""

    def __init__(self, interface: Interface, headers: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._headers = headers or {}
        """Bucket -> header of answers -> what it tells."""
        self.buckets = {bucket.name: bucket for bucket in interface.buckets}
        self._all = interface.buckets
        self._telling = self._headers.keys() | {
            each.name for each in self._all if each.used_header or each.remaining_header
        }
        """Limits that answers tell of."""
        self._fixed: dict[tuple[str, str], dict[str, int]] = {}
        """(operation, product) -> weights that are the same for every call."""
        self.restart()

    def restart(self) -> None:
        """Nothing was asked for yet."""
        self._budget = RateBudget(self._all)
        self._spent_until_ns = 0

    def spend(self, until_ns: int) -> None:
        """Let everything be too much until then, whatever was asked for."""
        self._spent_until_ns = until_ns

    def charge(
        self, operation: Operation, product: str, request: Mapping[str, Any], owner: str, now_ns: int
    ) -> Headers:
        """Spends the weights of a call and returns the headers that tell of it; raises TooMuch, and then nothing is spent."""
        if now_ns < self._spent_until_ns:
            raise TooMuch(operation.name, self._spent_until_ns - now_ns)
        key = (operation.name, product)
        weights = self._fixed.get(key)
        if weights is None:
            weights = self._weights(operation, product, request)
            said = operation.weights.get(product) or operation.weights.get("", ())
            if all(isinstance(weight, int) for _, weight in said):
                self._fixed[key] = weights
        place: dict[str, Any] = {"account": owner, "endpoint": operation.name, "product": product}
        place["params"] = request
        wait_ns = self._budget.reserve(weights, now_ns, at_most_ns=0, **place)
        if wait_ns > 0:
            told = tuple(self._said(weights, place, now_ns, wait_ns))
            usual = () if self._headers.keys() & weights else (_retry_after(wait_ns),)
            raise TooMuch(", ".join(weights), wait_ns, told + usual)
        return tuple(self._said(weights, place, now_ns, 0))

    def _said(
        self, weights: Iterable[str], place: Mapping[str, Any], now_ns: int, wait_ns: int
    ) -> Iterator[tuple[str, str]]:
        """What answers say of budgets."""
        for name in weights:
            if name not in self._telling:
                continue
            bucket, wanted = self.buckets[name], self._headers.get(name, {})
            used = self._budget.used(name, now_ns, **place)
            if bucket.used_header:
                yield bucket.used_header, str(used)
            if bucket.remaining_header:
                yield bucket.remaining_header, str(max(0, bucket.limit - used))
            if not wanted:
                continue
            begins = now_ns // bucket.window_ns * bucket.window_ns if bucket.kind == "fixed" else now_ns
            told = {
                "limit": bucket.limit,
                "used": used,
                "remaining": max(0, bucket.limit - used),
                "reset_ms": (begins + bucket.window_ns) // 1_000_000,
                "reset_s": (begins + bucket.window_ns) // _SECOND,
                "retry_s": -(-wait_ns // _SECOND),
            }
            for header, what in wanted.items():
                if what != "retry_s" or wait_ns:
                    yield header, str(told[what])

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


def _retry_after(retry_ns: int) -> tuple[str, str]:
    return "Retry-After", str(-(-retry_ns // _SECOND))
