"""Rate budgets: what a venue allows an address, an account or an endpoint to send, spent before sending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from dragoman.net.meters import METERS, Meter

Scope = Literal["address", "account", "endpoint"]


NOTHING: Mapping[str, object] = {}
"""Parameters of a call that has none, or whose budgets do not go by them."""


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """One declared limit: at most `limit` units of weight in `window_ns`.

    `fixed` windows start at whole multiples of their length on the venue's clock; `sliding` ones look back from every
    moment; `tokens` refill evenly, `limit` of them in `window_ns`, and hold at most `limit`.
    """

    name: str
    limit: int
    window_ns: int
    kind: Literal["fixed", "sliding", "tokens"] = "sliding"
    scope: Scope = "address"
    by_product: bool = False
    """Each product has a count of its own."""
    each: str = ""
    """The parameter each value of which has a count of its own, such as an instrument; calls without it share one."""
    part: str = ""
    """A pattern for the beginning of such values, where those that begin alike share a count."""
    used_header: str | None = None
    remaining_header: str | None = None

    def __post_init__(self) -> None:
        if self.limit <= 0 or self.window_ns <= 0:
            raise ValueError(f"bucket {self.name}: limit and window must be positive")


class RateBudget:
    """All limits of one venue as seen from this address; knows no clock, every call is told the time (UNIX ns)."""

    def __init__(self, buckets: Iterable[Bucket]) -> None:
        self._buckets = {bucket.name: bucket for bucket in buckets}
        self._meters: dict[tuple[str, str, str], tuple[Bucket, Meter]] = {}
        self._blocked: dict[tuple[Scope, str], int] = {}

    def reserve(
        self,
        weights: Mapping[str, int],
        now_ns: int,
        *,
        at_most_ns: int | None = None,
        account: str = "",
        endpoint: str = "",
        product: str = "",
        params: Mapping[str, object] = NOTHING,
    ) -> int:
        """Spend `weights` at the first moment when all buckets and blocks allow it; returns the ns to wait until then.

        The place is taken: callers wait and then send, and later callers queue behind them; only when the wait exceeds
        `at_most_ns` is nothing spent. Raises KeyError for an undeclared bucket and ValueError for a weight that no window
        could ever hold. `params` are those of the call, for buckets that go by one.
        """
        spending = []
        for name, weight in weights.items():
            bucket, meter = self._meter(name, account, endpoint, product, params)
            if weight > bucket.limit:
                raise ValueError(
                    f"weight {weight} exceeds the whole limit {bucket.limit} of bucket {name};"
                    " ask for less in one request"
                )
            meter.settle(now_ns)
            spending.append((meter, weight))
        at_ns = later = max(now_ns, self.blocked_until(account=account, endpoint=endpoint))
        while True:
            for meter, weight in spending:
                first = meter.earliest(weight, at_ns)
                if first > later:
                    later = first
            if later == at_ns:
                break
            at_ns = later
        if at_most_ns is not None and at_ns - now_ns > at_most_ns:
            return at_ns - now_ns
        for meter, weight in spending:
            meter.take(weight, at_ns)
        return at_ns - now_ns

    def used(
        self,
        bucket: str,
        now_ns: int,
        *,
        account: str = "",
        endpoint: str = "",
        product: str = "",
        params: Mapping[str, object] = NOTHING,
    ) -> int:
        """Units of `bucket` spent in the window around `now_ns`, foreign use included where the venue told of it."""
        return self._meter(bucket, account, endpoint, product, params)[1].used(now_ns)

    def observe(
        self,
        headers: Mapping[str, str],
        now_ns: int,
        *,
        account: str = "",
        endpoint: str = "",
        product: str = "",
        params: Mapping[str, object] = NOTHING,
        spent: Iterable[str] | None = None,
    ) -> None:
        """Correct the count from response headers (lower-case names): other programs may share the address.

        `spent` names the buckets that the request was charged to, where several servers use one header for budgets of their own.
        """
        charged = self._buckets if spent is None else set(spent)
        for bucket in self._buckets.values():
            if bucket.name not in charged:
                continue
            used = _number(headers, bucket.used_header)
            remaining = _number(headers, bucket.remaining_header)
            if used is None and remaining is not None:
                used = max(bucket.limit - remaining, 0)
            if used is not None:
                place = {"account": account, "endpoint": endpoint, "product": product}
                self.observe_used(bucket.name, used, now_ns, **place, params=params)

    def observe_used(
        self,
        bucket: str,
        used: int,
        now_ns: int,
        *,
        account: str = "",
        endpoint: str = "",
        product: str = "",
        params: Mapping[str, object] = NOTHING,
    ) -> None:
        """Correct one bucket's count by what the venue says was used in its present window."""
        self._meter(bucket, account, endpoint, product, params)[1].observe(used, now_ns)

    def block(
        self, until_ns: int, scope: Scope = "address", *, account: str = "", endpoint: str = ""
    ) -> None:
        """Let nothing of `scope` out before `until_ns`, as a ban or a Retry-After demands."""
        key = (scope, _of_scope(scope, account, endpoint))
        self._blocked[key] = max(until_ns, self._blocked.get(key, 0))

    def blocked_until(self, *, account: str = "", endpoint: str = "") -> int:
        """The UNIX ns before which a request of this account to this endpoint may not go out; 0 when free."""
        if not self._blocked:
            return 0
        keys: tuple[tuple[Scope, str], ...] = (("address", ""), ("account", account), ("endpoint", endpoint))
        return max(self._blocked.get(key, 0) for key in keys)

    def _meter(
        self, name: str, account: str, endpoint: str, product: str, params: Mapping[str, object]
    ) -> tuple[Bucket, Meter]:
        bucket = self._buckets[name]
        part = product if bucket.by_product else ""
        if bucket.each:
            part = f"{part}/{_counted(bucket.part, str(params.get(bucket.each) or ''))}"
        key = (name, _of_scope(bucket.scope, account, endpoint), part)
        found = self._meters.get(key)
        if found is None:
            found = self._meters[key] = (bucket, METERS[bucket.kind](bucket.limit, bucket.window_ns))
        return found


def _counted(pattern: str, value: str) -> str:
    """As much of a value as counts; a beginning is not the same as a value that is no longer."""
    found = re.match(pattern, value) if pattern else None
    return value if found is None or found[0] == value else f"{found[0]}..."


def _of_scope(scope: Scope, account: str, endpoint: str) -> str:
    if scope == "address":
        return ""
    return account if scope == "account" else endpoint


def _number(headers: Mapping[str, str], name: str | None) -> int | None:
    text = headers.get(name.lower(), "").strip() if name else ""
    return int(text) if text.isascii() and text.isdigit() else None
