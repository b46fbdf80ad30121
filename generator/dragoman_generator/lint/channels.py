"""Channels: each can be reached, each that keeps a book says by which rules."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.ir.types import constants
from dragoman_generator.ir.venue import Channel, EachOut, EventOut, Out, Venue
from dragoman_generator.language.state import BookSync, Consecutive, Snapshot
from dragoman_generator.language.wire import Param, by_name
from dragoman_generator.lint.enums import fits
from dragoman_generator.lint.findings import Finding
from dragoman_generator.resolve.flat import flat
from dragoman_generator.resolve.templates import Slot, TemplateError, parse_template
from dragoman_generator.yaml.marks import Path

_MOST_SAMPLES = 64


def reachable(venue: Venue) -> Iterator[Finding]:
    """No message fits two channels of one source and product."""
    by_source: dict[str, list[Channel]] = {}
    routes = {}
    for channel in venue.channels.values():
        connection = venue.merged.connections.get(channel.spec.connection)
        if connection is not None:
            by_source.setdefault(connection.source, []).append(channel)
            routes[connection.source] = connection.route
    for source, channels in by_source.items():
        route = routes[source]
        by_topic = route.topic is not UNSET or (
            route.wrapper is not UNSET and route.wrapper.topic is not UNSET
        )
        for first, second in itertools.combinations(channels, 2):
            told = _clash(first, second, by_topic)
            shared = set(first.products) & set(second.products) or not (first.products or second.products)
            if told and shared:
                yield Finding(("channels", second.name), told, key=True)


def counted(venue: Venue) -> Iterator[Finding]:
    """Ids that follow one another belong to the one event of its kind that a message or row yields."""
    for name, channel in venue.channels.items():
        state = channel.state
        if not isinstance(state, Consecutive):
            continue
        found = [event for event in flat(channel.out) if event.type_name == state.event]
        if len(found) != 1:
            yield Finding(
                ("channels", name, "state"),
                f"channel {name!r} counts one {state.event} for each id, and emits {len(found) or 'none'}",
                "name the event that has the id in 'event'",
            )


def _clash(first: Channel, second: Channel, by_topic: bool) -> str:
    """What makes a message of the second one look like one of the first, "" where nothing does."""
    one, two = first.spec, second.spec
    for word in ("record", "has"):
        if getattr(one, word) is not UNSET and getattr(one, word) == getattr(two, word):
            return _same(word, first, second)
    if one.seq is not UNSET and two.seq is not UNSET and one.tag == two.tag:
        return _same("tag", first, second)
    if one.tag is not UNSET and two.tag is not UNSET and one.tag != two.tag:
        return ""
    if by_topic and one.topic is not UNSET and two.topic is not UNSET:
        sample = _taken(first, second)
        return (
            f"the topic {sample!r} of channel {second.name!r} reads as one of channel {first.name!r}"
            if sample
            else ""
        )
    if one.has is not UNSET and two.has is not UNSET:
        return ""
    consts = (dict(constants(first.shape)), dict(constants(second.shape)))
    if any(consts[1].get(key, value) != value for key, value in consts[0].items()):
        return ""
    same_tag = one.tag is not UNSET and one.tag == two.tag
    return _same("tag", first, second) if same_tag else ""


def _same(word: str, first: Channel, second: Channel) -> str:
    return f"channels {first.name!r} and {second.name!r} have the same {word!r}: nothing tells their messages apart"


def _taken(first: Channel, second: Channel) -> str:
    """A topic of the second channel that reads as one of the first, and whose topics read as of the second."""
    if first.topic is None or second.topic is None:
        return ""
    ours = {topic for topic in _samples(second) if re.fullmatch(first.topic.pattern, topic)}
    return min(ours, default="")


def _samples(channel: Channel) -> Iterator[str]:
    """Topics of the channel: every choice of the parameters that are enumerated."""
    assert channel.spec.topic is not UNSET
    try:
        parts = parse_template(channel.spec.topic)
    except TemplateError:
        return
    choices: list[list[str]] = []
    for part in parts:
        if not isinstance(part, Slot):
            choices.append([part])
            continue
        param = by_name(channel.spec.params).get(part.name)
        listed = isinstance(param, Param) and param.enum is not UNSET
        choices.append([str(value) for value in param.enum] if listed else ["q7"])  # type: ignore[union-attr]
    for chosen in itertools.islice(itertools.product(*choices), _MOST_SAMPLES):
        yield "".join(chosen)


def books(venue: Venue) -> Iterator[Finding]:
    """Changes of a book go through a machine with a reset rule; only whole images do without."""
    for channel in venue.channels.values():
        if channel.state is not None:
            continue
        for event in events(channel.out):
            said = dict(event.named).get("is_snapshot")
            if event.type_name == "OrderBookDeltas" and (said is None or said.text == "False"):
                yield Finding(
                    ("channels", channel.name, "emit"),
                    f"channel {channel.name!r} emits changes of a book, and no machine keeps them in step",
                    "add 'state' with a reset rule, or 'is_snapshot: true' for whole images",
                    key=True,
                )
                break


def snapshots(venue: Venue) -> Iterator[Finding]:
    """Channels that take one operation's answer as their snapshot ask for it alike."""
    seen: dict[str, tuple[str, Snapshot]] = {}
    for name, channel in venue.channels.items():
        state = channel.state
        if not isinstance(state, BookSync) or state.snapshot.call is UNSET:
            continue
        other, first = seen.setdefault(state.snapshot.call, (name, state.snapshot))
        if (first.id, first.with_) != (state.snapshot.id, state.snapshot.with_):
            yield Finding(
                ("channels", name, "state", "snapshot"),
                f"channel {other!r} takes the answer of {state.snapshot.call!r} as its snapshot too, with another 'id' or 'with'",
            )


def events(out: tuple[Out, ...]) -> Iterator[EventOut]:
    """Every event of an emit block, fan-outs opened."""
    for item in out:
        if isinstance(item, EachOut):
            yield from events(item.body)
        else:
            yield item


def parameters(venue: Venue) -> Iterator[Finding]:
    """A channel's parameter goes into its topic, its connection's frame or its address."""
    spec = venue.merged
    for name, channel in spec.channels.items():
        if isinstance(channel.tag, int) and not fits(channel.tag):
            yield Finding(
                ("channels", name, "tag"),
                f"{channel.tag} is beyond what a decoder tells apart",
                "64 bits, signed",
            )
        connection = spec.connections.get(channel.connection)
        if connection is None:
            continue
        carriers = [
            connection,
            *(c for c in spec.connections.values() if c.channels_of == channel.connection),
        ]
        frames = "".join(repr(carrier.subscribe) + repr(carrier.login) for carrier in carriers)
        addresses = repr([item.connections for item in spec.environments.values()])
        topic = "" if channel.topic is UNSET else channel.topic
        for parameter in by_name(channel.params):
            in_topic = re.search(rf"\{{\s*{parameter}\s*[|}}]", topic)
            if not in_topic and f"${parameter}" not in frames and f"{{{parameter}" not in addresses:
                yield Finding(
                    ("channels", name, "params", parameter),
                    f"nothing is sent of the parameter {parameter!r}",
                    key=True,
                )
        for slot in channel.address:
            if f"{{{slot}" not in addresses:
                yield Finding(
                    ("channels", name, "address", slot), f"no address has a slot {slot!r}", key=True
                )


def wire_keys(venue: Venue) -> Iterator[Finding]:
    """No two parameters of a call are sent under one key; those of different products never go together."""
    for section, entries in (("operations", venue.merged.operations), ("channels", venue.merged.channels)):
        for name, item in entries.items():
            seen: dict[tuple[str, str, str], str] = {}
            page = getattr(item, "page", UNSET)
            # Pages that begin at a time go on by an id, which may go under the same key.
            begun = page.end if page is not UNSET and page.begin is not UNSET else UNSET
            for parameter, param in by_name(item.params).items():
                if parameter == begun:
                    continue
                wire = param.wire if isinstance(param, Param) and param.wire is not UNSET else parameter
                place = str(param.place) if isinstance(param, Param) and param.place is not UNSET else ""
                path: Path = (section, name, "params", parameter)
                if not wire:
                    yield Finding((*path, "wire"), "a parameter is sent under a key, and this one is empty")
                only = param.products if isinstance(param, Param) else ()
                for product in only or venue.merged.products:
                    if (wire, place, product) in seen:
                        before = seen[wire, place, product]
                        yield Finding(path, f"{wire!r} is also sent for {before!r}", key=True)
                        break
                    seen[wire, place, product] = parameter
