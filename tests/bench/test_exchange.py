"""The simulated exchange is measured with orders that really trade."""

from bench.exchange import orders_per_second


def test_the_orders_of_the_bench_make_events_of_every_kind() -> None:
    speed, events = orders_per_second(500)
    assert speed > 0
    assert events > 2_000  # an acceptance, an account or a fill, and a change of the book each
