"""Sides of books in light ways: handed on as JSON, or read at once, by one call that both sides of a message go through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman_generator.expr.types import TEXT
from dragoman_generator.ir.venue import Code, EachOut, EventOut, Imports, Out

SIDES = ("bids", "asks")
_FORM = "level_form"
_CHAIN = r"((?:\w+\.)+\w+)"
_SCALED = re.compile(
    r"\[\(finite\(level\[0\]\), multiply\(not_negative\(level\[1\]\), factor\)\) "
    rf"for factor in \(scope\.factor\((.+)\),\) for level in {_CHAIN}\]"
)
"""A side whose sizes an instrument's factor scales."""
_ABOVE_ZERO = re.compile(rf"all\(finite\((\w+)\[0\]\) > 0 for \1 in {_CHAIN}\)")
_CALL = re.compile(
    rf"bids, asks, {_FORM} = (?:scope\.sides|scaled_sides)\(.*, {_CHAIN}, {_CHAIN}(?:, scope\.scales\(.*)?\)"
)
_BOTH = re.compile(rf"( *)bids, asks, {_FORM} = scope\.sides\((.*), {_CHAIN}, {_CHAIN}\)")
_READ = """
if {channel}_is_read:
    if 1 in payload.partition(b"[")[2].translate(ODD):
        return rest(payload, ts_init)
    bids, asks, level_form = {bids}, {asks}, READ_LEVELS
    at = -1
    for price, size in bids:
        at += 1
        try:
            bids[at] = prices[price], size
        except KeyError:
            bids[at] = POSITIVE[price], size
    at = -1
    for price, size in asks:
        at += 1
        try:
            asks[at] = prices[price], size
        except KeyError:
            asks[at] = POSITIVE[price], size
else:
    bids, asks, level_form = JsonLevels({bids}), JsonLevels({asks}), {form}
"""
READS: Imports = frozenset(
    {
        ("dragoman.model.book", "JsonLevels"),
        ("dragoman.model.book", "READ_LEVELS"),
        ("dragoman.translate.levels", "ODD"),
    }
)
"""What the lines of a feed import that reads levels itself."""


def sided(out: tuple[Out, ...]) -> tuple[Out, ...]:
    """The events with their sides got by one call before them, events of one message by the same."""
    made: list[Out] = []
    seen: set[str] = set()
    for item in out:
        if isinstance(item, EachOut):
            body = tuple(each for each in sided(item.body) if isinstance(each, EventOut | EachOut))
            made.append(replace(item, body=body))
            continue
        found = _handed(item) or _scaled(item)
        if found is None:
            made.append(item)
            continue
        event, call = found
        made.append(event if call in seen else replace(event, before=(*event.before, call)))
        seen.add(call)
    return tuple(made)


def side_chains(text: str) -> list[str]:
    """The sides that the lines of a message get that way."""
    return [chain for bids, asks in _CALL.findall(text) for chain in (bids, asks)]


def reads_levels(text: str) -> bool:
    """Whether a side is scaled, so that it can't be handed on as JSON."""
    return " = scaled_sides(" in text


def of_feed(line: str, channel: str) -> Iterator[str]:
    """The line inside a feed, which looks at the bytes of its frames and reads levels itself: a call would cost as much as a level."""
    both = _BOTH.fullmatch(line)
    if both is None:
        yield line
        return
    pad, form, bids, asks = both.groups()
    read = _READ.strip("\n").format(channel=channel, form=form, bids=bids, asks=asks)
    yield from (pad + each for each in read.split("\n"))


def _handed(event: EventOut) -> tuple[EventOut, str] | None:
    """An event whose sides are handed on as they came, and the call that gets them."""
    given = dict(event.named)
    if not all(name in given and re.fullmatch(_CHAIN, given[name].text) for name in SIDES):
        return None
    form = given.get(_FORM)
    said = "ANY_LEVELS" if form is None else form.text
    needed: Imports = frozenset({("dragoman.model.book", "ANY_LEVELS")}) if form is None else form.imports
    call = f"bids, asks, {_FORM} = scope.sides({said}, {given['bids'].text}, {given['asks'].text})"
    return _with_names(event, needed), call


def _scaled(event: EventOut) -> tuple[EventOut, str] | None:
    """As `_handed`, of sides whose sizes are scaled; that prices are above zero is asked of the sides then."""
    given = dict(event.named)
    sides = [_SCALED.fullmatch(given[name].text) if name in given else None for name in SIDES]
    bids, asks = sides
    if bids is None or asks is None or bids[1] != asks[1] or _FORM in given:
        return None
    ensure = event.ensure
    unless = ""
    if ensure is not None:
        asked = _ABOVE_ZERO.findall(ensure[0].text)
        left = _ABOVE_ZERO.sub("()", ensure[0].text)
        if [chain for _, chain in asked] != [bids[2], asks[2]] or not left.endswith("(() and ())"):
            return None
        unless = left.removesuffix("(() and ())").removesuffix(" or ")
    instrument, _, factor = bids[1].partition(", ")
    form = "LevelForm(positive=True, items=2)"
    plain = "LevelForm(positive=False, items=2)"
    said = plain if ensure is None else f"{plain} if {unless} else {form}" if unless else form
    sizes = f"scope.scales({factor})[{instrument}]"
    call = f"bids, asks, {_FORM} = scaled_sides({said}, {bids[2]}, {asks[2]}, {sizes})"
    needed = {("dragoman.model.book", "LevelForm"), ("dragoman.translate.levels", "scaled_sides")}
    return _with_names(replace(event, ensure=None), frozenset(needed)), call


def _with_names(event: EventOut, needed: Imports) -> EventOut:
    """The event of sides that are named."""
    given = dict(event.named)
    given |= {name: Code(name, given[name].type) for name in SIDES}
    given[_FORM] = Code(_FORM, TEXT, needed)
    return replace(event, named=tuple(given.items()))
