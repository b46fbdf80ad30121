"""What a trader got into: fills that meet a cancel, a change, a break or a death, told twice, late, or by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.model import ContingencyType, FillReport, Order, OrderFilled, OrderStatus, StreamGap
from dragoman.simulate.exchange.working import Working

from tests.faults.overheard import named_in
from tests.faults.world import SECOND, START_NS

CANCEL_RACE = "a fill while a cancel was under way"
CHANGE_RACE = "a fill while a change was under way"
PARTLY = "an order taken back that was filled in part"
UNCONNECTED = "a fill while nobody was connected"
TWICE = "a fill told twice by the stream"
LATE = "a fill told late"
FOUND = "a fill that no stream told"
KILLED = "a death between a submission and its answer"
TRIGGERED = "a price that was reached while nobody was connected"
MIXED = "a batch of mixed outcomes"
PAIR = "an order of a pair that ended the other"
SET_OFF = "an entry that set off its exits"
STILLBORN = "exits whose entry ended unfilled"
SITUATIONS = (
    *(CANCEL_RACE, CHANGE_RACE, PARTLY, UNCONNECTED, TWICE, LATE, FOUND, KILLED),
    *(TRIGGERED, MIXED, PAIR, SET_OFF, STILLBORN),
)
_LATE_NS = 2 * SECOND
_STEP_NS = SECOND // 5


@dataclass(slots=True)
class Diary:
    """What happened in a run, as it happens; all times are elapsed nanoseconds."""

    frames: list[tuple[int, bytes]] = field(default_factory=list)
    commands: list[tuple[str, str, int, int]] = field(default_factory=list)
    """(what, order, sent, answered)"""
    unconnected: list[int] = field(default_factory=list)
    """Steps of the market at which no private connection was up."""
    began_ns: int | None = None
    """When somebody began to listen."""
    killed: bool = False
    """Whether a death came between a submission and its answer."""
    mixed: bool = False
    """Whether the orders of a command had outcomes of several kinds."""

    def met(
        self, fills: list[tuple[str, FillReport]], sent: Mapping[str, Order], orders: Mapping[str, Working]
    ) -> Iterator[str]:
        """The situations of a run in which the venue made these fills of what was sent; `orders` are its own by our ids."""
        if self.killed:
            yield KILLED
        if self.mixed:
            yield MIXED
        yield from _of_lists(sent, orders)
        for each in orders.values():
            if not each.is_open and 0 < each.filled < each.quantity:
                yield PARTLY
            if each.triggered_ns is not None and self._is_unconnected(each.triggered_ns - START_NS):
                yield TRIGGERED
        for name, fill in fills:
            moment = fill.ts_event - START_NS
            for what, order, began, answered in self.commands:
                if order == name and began <= moment <= answered and what != "submit":
                    yield CANCEL_RACE if what == "cancel" else CHANGE_RACE
            if self._is_unconnected(moment):
                yield UNCONNECTED
            told = named_in(self.frames, fill.trade_id)
            if not told:
                yield FOUND
            elif told[0][0] - moment > _LATE_NS:
                yield LATE
            if len({frame for _, frame in told}) < len(told):
                yield TWICE

    def _is_unconnected(self, moment_ns: int) -> bool:
        return any(0 <= moment_ns - step <= _STEP_NS for step in self.unconnected)

    def untold(self, told: list[Any], skew_ns: int, is_slow: bool) -> Iterator[str]:
        """Fills that came of asking alone, since no stream told them, and that lie in no hole; a slow reader may be told of one later."""
        gaps = [each for each in told if isinstance(each, StreamGap)]
        for event in told:
            if not isinstance(event, OrderFilled) or not event.reconciliation:
                continue
            moment = event.ts_event + skew_ns
            if self.began_ns is None or event.ts_event - START_NS < self.began_ns:
                continue
            if named_in(self.frames, event.trade_id) or event.trade_id.startswith("inferred-"):
                continue
            # A hole is of the time at which frames come, and they may come long after what they tell.
            after = [gap for gap in gaps if gap.to_ns >= moment]
            if not any(is_slow or gap.from_ns <= event.ts_init for gap in after):
                yield f"{event.trade_id} of {event.client_order_id} was told by no stream, and no hole is there"


def _of_lists(sent: Mapping[str, Order], orders: Mapping[str, Working]) -> Iterator[str]:
    for name, order in sent.items():
        linked = [orders[each] for each in order.linked_order_ids if each in orders]
        if name not in orders or not linked:
            continue
        if order.contingency_type is ContingencyType.OCO:
            if orders[name].filled and not linked[0].is_open:
                yield PAIR
        elif orders[name].status is OrderStatus.FILLED:
            yield SET_OFF
        elif not orders[name].is_open and not orders[name].filled:
            yield STILLBORN
