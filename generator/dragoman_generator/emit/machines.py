"""State machines of channels: guards as functions, facts as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from msgspec import UNSET

from dragoman_generator.emit.keyed import keyed_machine, merging
from dragoman_generator.emit.lays import laying
from dragoman_generator.ir.venue import Channel, Code, Guards, Imports, Operation, Venue
from dragoman_generator.language.state import BookSync, Checksum, Gather, ImageDelta, Merge, PollDiff
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal


@dataclass(frozen=True)
class MachineText:
    """The functions of one channel's machine, and the lines that make it."""

    channel: str
    lines: tuple[str, ...]
    maker: str
    imports: Imports


def machine_texts(venue: Venue) -> list[MachineText]:
    """The machines of every channel and operation that has one."""
    found = [machine_text(channel, venue) for channel in venue.channels.values()]
    found += [_poll_diff(operation) for operation in venue.operations.values()]
    return [text for text in found if text is not None]


def machine_text(channel: Channel, venue: Venue) -> MachineText | None:
    """The machine of a channel, None where it has none."""
    if isinstance(channel.state, BookSync) and channel.guards is not None:
        return _book_sync(channel, channel.state, channel.guards)
    if isinstance(channel.state, Merge):
        name, lines = laying(channel, channel.state, venue)
        made, imports = merging(channel, channel.state, venue.shapes, name)
        if any("ABSENT" in line for line in lines):
            imports |= {("dragoman.machines", "ABSENT")}
        text = _simple(channel.name, made, imports)
        return replace(text, lines=(*lines, *text.lines))
    if (keyed := keyed_machine(channel)) is not None:
        return _simple(channel.name, *keyed)
    if isinstance(channel.state, ImageDelta):
        return _image_delta(channel, channel.state)
    if isinstance(channel.state, Gather):
        made = f"Gather(stream={literal(channel.name)}, max_rows={channel.state.max:_})"
        return _simple(channel.name, made, frozenset({("dragoman.machines", "Gather")}))
    return None


def _image_delta(channel: Channel, state: ImageDelta) -> MachineText:
    ladders = [
        f"Ladder({literal(name)}, OrderSide.{ladder.side}, {literal(ladder.by)})"
        for name, ladder in state.ladders.items()
    ]
    totals = literal(tuple(state.cumulative))
    bounds = (
        "" if state.prices is UNSET else f", prices=({', '.join(map(_decimal, state.prices.split('..')))})"
    )
    made = (
        f"Images(({', '.join(ladders)},), {totals}, stream={literal(channel.name)}, "
        f"max_keys={state.max_keys:_}{bounds})"
    )
    imports = {
        ("dragoman.translate.images", "Images"), ("dragoman.translate.images", "Ladder"), ("dragoman.model", "OrderSide"),
    }  # fmt: skip
    if bounds:
        imports.add(("decimal", "Decimal"))
    return _simple(channel.name, made, frozenset(imports))


def _decimal(text: str) -> str:
    return literal(Decimal(text.strip()))


def _poll_diff(operation: Operation) -> MachineText | None:
    poll, state = operation.poll, operation.spec.state
    if poll is None or not isinstance(state, PollDiff):
        return None
    key = f"_{operation.name}_key"
    function = (
        "",
        f"def {key}({poll.variable}: {poll.row}) -> Hashable:",
        '    """What tells the rows apart."""',
        f"    return {poll.key.text}",
        "",
    )
    made = f"Polls(key={key}, max_rows={state.max:_})"
    imports = poll.key.imports | {("dragoman.translate.polls", "Polls"), ("collections.abc", "Hashable")}
    text = _simple(operation.name, made, imports)
    return replace(text, lines=(*function, *text.lines))


def _simple(name: str, made: str, imports: Imports) -> MachineText:
    """A machine that is the same for every product."""
    maker = f"_make_{name}"
    doc = '    """A fresh machine for one product."""'
    lines = ("", f"def {maker}(product: str) -> Any:", doc, f"    return {made}", "")
    return MachineText(name, lines, maker, imports | {("typing", "Any")})


def _book_sync(channel: Channel, state: BookSync, guards: Guards) -> MachineText:
    shape = guards.subject
    needed: set[tuple[str, str]] = {
        ("dragoman.machines.book_sync", "BookSync"), ("dragoman.machines.book_facts", "SyncFacts"), ("typing", "Any"),
    }  # fmt: skip
    lines: list[str] = []
    for word, second in (
        ("drop", "snapshot_id: int"),
        ("first", "snapshot_id: int"),
        ("next", f"previous: {shape}"),
    ):
        said: Mapping[str, Code] = getattr(guards, word)
        for product, code in said.items():
            needed |= code.imports
            name = _guard(channel.name, word, product)
            lines += [
                "",
                f"def {name}(message: {shape}, {second}) -> bool:",
                f'    """{_DOCS[word]}"""',
                f"    return {code.text}",
                "",
            ]
    if guards.checksum is not None and state.checksum is not UNSET:
        needed |= guards.checksum.imports | {
            ("dragoman.books", "ChecksumScheme"), ("dragoman.machines.checksums", "Checked"),
        }  # fmt: skip
        lines += _checked(channel, shape, guards.checksum, state.checksum)
    facts = [
        f"stream={literal(channel.name)}",
        f"snapshot={literal('stream' if state.snapshot.call is UNSET else 'call')}",
        f"after={literal('subscribe' if state.snapshot.after == 'subscribed' else state.snapshot.after)}",
        f"buffer_max={state.buffer.max}",
        f"on_full={literal(state.buffer.on_full)}",
        f"backoff_first_ns={nanoseconds(state.on_gap.backoff.first):_}",
        f"backoff_max_ns={nanoseconds(state.on_gap.backoff.max):_}",
        f"budget={literal(None if state.on_gap.budget is UNSET else state.on_gap.budget)}",
        f"stale_after_ns={'None' if state.stale_after is UNSET else format(nanoseconds(state.stale_after), '_')}",
        f"max_keys={state.max_keys:_}",
    ]
    lines += [
        "",
        f"def _make_{channel.name}(product: str) -> Any:",
        '    """A fresh machine for one product."""',
    ]
    lines.append(f"    facts = SyncFacts({', '.join(facts)})")
    products = {product for word in ("drop", "first", "next") for product in getattr(guards, word)} - {""}
    for product in sorted(products):
        lines += [
            f"    if product == {literal(product)}:",
            f"        return BookSync(facts, {_arguments(channel, product)})",
        ]
    lines += [
        f"    return BookSync(facts, {_arguments(channel, sorted(products)[0] if products else '')})",
        "",
    ]
    return MachineText(channel.name, tuple(lines), f"_make_{channel.name}", frozenset(needed))


def _checked(channel: Channel, shape: str, value: Code, said: Checksum) -> list[str]:
    """The reading of a venue's checksum, and what it is made of."""
    none = f"None if value in {literal(tuple(said.absent))} else value" if said.absent else "value"
    scheme = (
        f"depth={said.depth}, separator={literal(said.separator)}, order={literal(said.order)}, "
        f"text={literal(said.text)}, signed={said.signed}"
    )
    name = f"_{channel.name}_sum"
    return [
        "",
        f"def {name}(message: {shape}) -> int | None:",
        '    """What the book comes to after the message."""',
        f"    value = {value.text}",
        f"    return {none}",
        "",
        f"{name.upper()} = Checked(ChecksumScheme({scheme}), {name})",
        "",
    ]


_DOCS = {
    "drop": "The snapshot holds the message already.",
    "first": "The message joins the snapshot.",
    "next": "Nothing lies between the two.",
}


def _guard(channel: str, word: str, product: str) -> str:
    return f"_{channel}_{word}_{product}" if product else f"_{channel}_{word}"


def _arguments(channel: Channel, product: str) -> str:
    parts = []
    for word in ("drop", "first", "next"):
        said = getattr(channel.guards, word)
        chosen = product if product in said else "" if "" in said else None
        if chosen is not None:
            parts.append(f"{word}={_guard(channel.name, word, chosen)}")
    if channel.guards is not None and channel.guards.checksum is not None:
        parts.append(f"checksum=_{channel.name.upper()}_SUM")
    return ", ".join(parts)
