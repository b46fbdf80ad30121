"""Rate budgets, without a clock: every call is told the time."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from dragoman.limits import Bucket, RateBudget
from dragoman.net.meters import METERS

SECOND = 1_000_000_000
MINUTE = 60 * SECOND
T0 = 1_700_000_040 * SECOND  # the start of a minute


def bucket(name: str, limit: int, window_ns: int, **changes: Any) -> Bucket:
    return Bucket(name=name, limit=limit, window_ns=window_ns, **changes)


def budget(kind: str, limit: int = 10, window_ns: int = MINUTE, **changes: Any) -> RateBudget:
    return RateBudget([bucket("w", limit, window_ns, kind=kind, **changes)])


def test_a_fixed_window_opens_again_at_its_boundary() -> None:
    limits = budget("fixed")
    assert limits.reserve({"w": 10}, T0 + 50 * SECOND) == 0
    assert limits.reserve({"w": 1}, T0 + 50 * SECOND) == 10 * SECOND
    assert limits.used("w", T0 + 60 * SECOND) == 1


def test_a_sliding_window_frees_what_was_spent_a_window_ago() -> None:
    limits = budget("sliding")
    limits.reserve({"w": 6}, T0)
    limits.reserve({"w": 4}, T0 + 20 * SECOND)
    assert limits.reserve({"w": 6}, T0 + 30 * SECOND) == 30 * SECOND
    assert limits.reserve({"w": 1}, T0 + 30 * SECOND) == 50 * SECOND  # behind the six that wait


def test_tokens_refill_evenly() -> None:
    limits = budget("tokens", limit=10, window_ns=10 * SECOND)
    assert limits.reserve({"w": 10}, T0) == 0
    assert limits.reserve({"w": 1}, T0) == SECOND
    assert limits.reserve({"w": 2}, T0) == 3 * SECOND
    assert limits.reserve({"w": 10}, T0 + 100 * SECOND) == 0


def test_waiting_requests_queue_one_behind_the_other() -> None:
    limits = budget("fixed", limit=1, window_ns=SECOND)
    assert [limits.reserve({"w": 1}, T0) for _ in range(4)] == [0, SECOND, 2 * SECOND, 3 * SECOND]


def test_a_request_waits_for_the_slowest_of_its_buckets() -> None:
    limits = RateBudget(
        [
            Bucket(name="second", limit=1, window_ns=SECOND),
            Bucket(name="minute", limit=2, window_ns=MINUTE),
        ]
    )
    waits = [limits.reserve({"second": 1, "minute": 1}, T0) for _ in range(3)]
    assert waits == [0, SECOND, MINUTE]


@pytest.mark.parametrize("kind", METERS)
def test_a_request_far_in_the_queue_does_not_hold_up_what_fits_before_it(kind: str) -> None:
    limits = RateBudget(
        [
            Bucket(name="orders", limit=1, window_ns=MINUTE, kind="fixed"),
            bucket("weight", 10, MINUTE, kind=kind),
        ]
    )
    assert limits.reserve({"orders": 1, "weight": 1}, T0) == 0
    assert limits.reserve({"orders": 1, "weight": 1}, T0) == MINUTE
    assert limits.reserve({"weight": 5}, T0) == 0


@pytest.mark.parametrize("kind", METERS)
def test_no_stretch_of_time_ever_holds_more_than_the_limit(kind: str) -> None:
    random = Random(11)
    limit, window_ns = 20, 10 * SECOND
    limits = RateBudget(
        [
            bucket("w", limit, window_ns, kind=kind),
            Bucket(name="other", limit=3, window_ns=4 * SECOND, kind="sliding"),
        ]
    )
    now, sent = T0, []
    for _ in range(400):
        now += random.randrange(2 * SECOND)
        weights = {"w": random.randrange(1, 9)} | ({"other": 1} if random.random() < 0.4 else {})
        sent.append((now + limits.reserve(weights, now), weights["w"]))
    sent.sort()
    for end, _ in sent:
        if kind == "fixed":
            used = sum(weight for at, weight in sent if at // window_ns == end // window_ns)
            assert used <= limit
        elif kind == "sliding":
            assert sum(weight for at, weight in sent if end - window_ns < at <= end) <= limit
    if kind == "tokens":
        level, since = limit * window_ns, sent[0][0]
        for at, weight in sent:
            level = min(level + (at - since) * limit, limit * window_ns) - weight * window_ns
            since = at
            assert level >= 0


def test_used_weight_told_by_the_venue_counts_foreign_requests() -> None:
    for kind in METERS:
        limits = budget(kind, used_header="X-Used-1m")
        limits.reserve({"w": 2}, T0)
        limits.observe({"x-used-1m": "9"}, T0)
        assert limits.used("w", T0) == 9, kind
        assert limits.reserve({"w": 2}, T0) > 0, kind


def test_a_venue_that_does_not_count_requests_under_way_yet_frees_nothing() -> None:
    for kind in METERS:
        limits = budget(kind, used_header="X-Used")
        limits.reserve({"w": 8}, T0)
        limits.observe({"x-used": "3"}, T0)
        assert limits.used("w", T0) == 8, kind


def test_remaining_weight_is_read_too_and_nonsense_is_ignored() -> None:
    limits = budget("fixed", remaining_header="X-Left")
    limits.observe({"x-left": "4"}, T0)
    assert limits.used("w", T0) == 6
    limits.observe({"x-left": "many"}, T0)
    limits.observe({}, T0)
    assert limits.used("w", T0) == 6
    limits.observe_used("w", 7, T0)
    assert limits.used("w", T0) == 7


def test_a_budget_of_each_value_of_a_parameter() -> None:
    limits = RateBudget([Bucket(name="orders", limit=1, window_ns=MINUTE, each="symbol")])
    for symbol in ("AB", "CD", None):
        assert limits.reserve({"orders": 1}, T0, params={"symbol": symbol}) == 0
    assert limits.reserve({"orders": 1}, T0, params={"symbol": "AB"}) > 0
    assert limits.reserve({"orders": 1}, T0) > 0  # calls that name none share one
    assert limits.used("orders", T0, params={"symbol": "CD"}) == 1


def test_values_that_begin_alike_share_a_budget_where_only_their_beginning_counts() -> None:
    options = "[^-]+-[^-]+(?=-[0-9]+-[0-9]+-[CP]$)"
    limits = RateBudget([Bucket(name="orders", limit=1, window_ns=MINUTE, each="symbol", part=options)])
    for symbol in ("AB-CD-1-5-C", "AB-CD_E-1-5-C", "AB-CD", "AB-CD-1"):
        assert limits.reserve({"orders": 1}, T0, params={"symbol": symbol}) == 0
    for symbol in ("AB-CD-2-7-P", "AB-CD-1"):
        assert limits.reserve({"orders": 1}, T0, params={"symbol": symbol}) > 0


def test_scopes_are_counted_apart() -> None:
    limits = RateBudget(
        [
            Bucket(name="account", limit=1, window_ns=MINUTE, scope="account"),
            Bucket(name="endpoint", limit=1, window_ns=MINUTE, scope="endpoint"),
        ]
    )
    assert limits.reserve({"account": 1}, T0, account="a", endpoint="x") == 0
    assert limits.reserve({"account": 1}, T0, account="b", endpoint="x") == 0
    assert limits.reserve({"account": 1}, T0, account="a", endpoint="y") == MINUTE
    assert limits.reserve({"endpoint": 1}, T0, account="a", endpoint="x") == 0
    assert limits.reserve({"endpoint": 1}, T0, account="b", endpoint="x") == MINUTE


def test_a_block_holds_for_its_scope_and_never_shrinks() -> None:
    limits = budget("fixed")
    limits.block(T0 + 5 * SECOND, "endpoint", endpoint="depth")
    assert limits.blocked_until(endpoint="depth") == T0 + 5 * SECOND
    assert limits.blocked_until(endpoint="trades") == 0
    limits.block(T0 + 9 * SECOND)
    limits.block(T0 + 1 * SECOND)
    assert limits.blocked_until(endpoint="trades") == T0 + 9 * SECOND
    assert limits.reserve({"w": 1}, T0, endpoint="trades") == 9 * SECOND


def test_a_wait_that_is_too_long_spends_nothing() -> None:
    limits = budget("fixed", limit=1)
    limits.reserve({"w": 1}, T0)
    assert limits.reserve({"w": 1}, T0, at_most_ns=SECOND) == MINUTE
    assert limits.reserve({"w": 1}, T0) == MINUTE


def test_what_can_never_fit_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="weight 11 exceeds the whole limit 10 of bucket w"):
        budget("fixed").reserve({"w": 11}, T0)
    with pytest.raises(ValueError, match="must be positive"):
        Bucket(name="w", limit=0, window_ns=1)
