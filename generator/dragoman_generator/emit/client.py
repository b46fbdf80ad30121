"""`client.py` of a venue: one typed method an operation, one typed subscription a channel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.modules import import_lines, import_order
from dragoman_generator.ir.outgoing import OperationOut, Outgoing, ParamOut
from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.wire import by_budget, by_name
from dragoman_generator.resolve.names import docstring, literal
from dragoman_generator.resolve.reading import Reading

_PLAIN = {
    "int": "int",
    "time": "int",
    "bool": "bool",
    "dec": "Decimal",
    "dec_num": "Decimal",
    "any": "object",
}
_UNITS = {1: "nanoseconds", 1_000: "microseconds", 1_000_000: "milliseconds", 1_000_000_000: "seconds"}


CLIENT_OWN = frozenset(
    {
        "answer",
        "answers",
        "budget",
        "builder",
        "call",
        "carry_out",
        "clock",
        "close",
        "command",
        "facts_of",
        "fresh_clocks",
        "heed",
        "interface",
        "kind_of",
        "pages",
        "prepare",
        "requests",
        "send",
        "stats",
        "sync_clock",
        "tokens",
        "turn",
        "weights",
    }
)
STREAMS_OWN = frozenset(
    {"builder", "open", "open_messages", "open_records", "requests", "stats", "symbol", "tables"}
)
"""What the clients' base classes hold, so that an operation or channel of that name is called with a `_` behind it."""


def method_name(name: str, own: frozenset[str]) -> str:
    """The name of an operation's or channel's method."""
    return f"{name}_" if name in own else name


@dataclass(frozen=True)
class MethodText:
    """One method: its declaration, docstring lines and body lines."""

    name: str
    arguments: tuple[str, ...]
    result: str
    doc: tuple[str, ...]
    lines: tuple[str, ...]
    declared: str = "async def"

    @property
    def parameters(self) -> str:
        return ", ".join(("self", "*", *self.arguments) if self.arguments else ("self",))

    @property
    def docstring(self) -> tuple[str, ...]:
        """The docstring with its quotes, line by line, as it stands in the method."""
        first, *more = self.doc
        lines = (f'"""{first}', *more, '"""') if more else (f'"""{first}"""',)
        return tuple(f"{INDENT * 2}{line}" if line else "" for line in lines)


@dataclass(frozen=True)
class ClassText:
    """One class of the client; `lines` are its own values."""

    name: str
    base: str
    doc: str
    lines: tuple[str, ...]
    methods: list[MethodText]


def client_context(venue: Venue, package: str) -> dict[str, Any]:
    """What the template prints."""
    assert venue.merged.venue is not UNSET
    writer = _Writer(venue, venue.outgoing or Outgoing(), Reading(venue.shapes, venue.enums))
    operations: list[MethodText] = []
    for operation in venue.operations.values():
        operations.append(writer.operation(operation))
        iterator = writer.iterator(operation)
        if iterator is not None:
            operations.append(iterator)
    channels = [writer.channel(each) for each in venue.channels.values() if writer.subscribed(each)]
    text = "\n".join(line for m in (*operations, *channels) for line in (*m.arguments, m.result, *m.lines))
    needed = writer.imports(text, package, bool(operations), bool(channels))
    records = sorted(
        {
            c.spec.record
            for c in venue.channels.values()
            if writer.subscribed(c) and isinstance(c.spec.record, str)
        },
        key=import_order,
    )
    if records:
        needed.add(("typing", "TYPE_CHECKING"))
    title = docstring(venue.merged.venue.title)
    calls = f"HTTP operations of {title}, one method each, named as the specification does."
    asked = f"Streams of {title}, one subscription a channel; each iteration is a connection of its own."
    classes = (
        ClassText("HttpClient", "BaseClient", calls, ("builder = Requests",), operations),
        ClassText("Streams", "BaseStreams", asked, ("builder = Requests", "tables = TABLES"), channels),
    )
    return {
        "venue": venue,
        "classes": [each for each in classes if each.methods],
        "imports": import_lines(needed),
        "records": ", ".join(records),
    }


@dataclass(frozen=True)
class _Writer:
    venue: Venue
    outgoing: Outgoing
    reading: Reading

    def operation(self, operation: Operation) -> MethodText:
        """The method of one operation."""
        out = self.outgoing.operations[operation.name]
        product, argument = _product(self.products(operation))
        kind = self.kind(operation)
        given = _given(out.params)
        call = f"self.call({literal(operation.name)}, {kind}, {product}, {given})"
        result = "bytes" if kind == "None" else kind
        lines = (f"found: {result} = await {call}", "return found")
        return MethodText(
            method_name(operation.name, CLIENT_OWN),
            self.arguments(out.params, argument),
            result,
            self.doc(operation, out),
            lines,
        )

    def iterator(self, operation: Operation) -> MethodText | None:
        """The iterator over all pages, where the answer is read in parts."""
        out = self.outgoing.operations[operation.name]
        if out.page is None:
            return None
        product, argument = _product(self.products(operation))
        item = self.reading.annotation(out.page.item)
        pages = f"self.pages({literal(operation.name)}, {self.kind(operation)}, {product}, {_given(out.params)}, progress)"
        arguments = (*self.arguments(out.params, argument), "progress: Progress | None = None")
        doc = (
            f"Every row of `{operation.name}`, page by page; `progress` is told rows so far and where it stands.",
        )
        lines = (f"return {pages}",)
        return MethodText(
            method_name(f"iter_{operation.name}", CLIENT_OWN),
            arguments,
            f"AsyncGenerator[{item}, None]",
            doc,
            lines,
            declared="def",
        )

    def products(self, operation: Operation) -> tuple[str, ...]:
        """The products that a caller chooses from: those of the paths, all where a parameter says the product instead."""
        told = any(param.fills == "product" for param in self.outgoing.operations[operation.name].params)
        return (
            tuple(self.venue.products) if told and tuple(operation.paths) == ("",) else tuple(operation.paths)
        )

    def kind(self, operation: Operation) -> str:
        if operation.payload is None or operation.spec.answer is not UNSET:
            return "None"
        return self.reading.annotation(operation.payload)

    def subscribed(self, channel: Channel) -> bool:
        """Channels that can be asked for, of connections of JSON, of SBE, or of records that a vendor's package decodes."""
        connection = self.venue.connections[channel.spec.connection].spec
        asked = channel.spec.topic is not UNSET or bool(by_name(channel.spec.params))
        return (
            asked
            and channel.payload is not None
            and connection.codec in {"json", "json_lines", "sbe", "dbn"}
            and connection.transport != "file"
        )

    def slots(self, channel: Channel) -> tuple[str, ...]:
        """What the addresses of the channel's connection leave open, for a caller to say."""
        found: dict[str, None] = {}
        for environment in self.venue.merged.environments.values():
            said = environment.connections.get(channel.spec.connection, "")
            urls = (
                [said] if isinstance(said, str) else [said[each] for each in channel.products if each in said]
            )
            for url in urls:
                found |= dict.fromkeys(re.findall(r"\{(\w+)", url))
        filled = {"session_token", *channel.spec.address}
        return tuple(name for name in found if name not in filled)

    def channel(self, channel: Channel) -> MethodText:
        """The subscription of one channel."""
        assert channel.payload is not None
        out = self.outgoing.channels[channel.name]
        product, argument = _product(channel.products)
        kind = self.reading.annotation(channel.payload)
        slots = self.slots(channel)
        more = "".join(f", {name}={name}" for name in slots)
        record = channel.spec.record
        if isinstance(record, str):
            kind = record
            pages = f"self.open_records({literal(channel.name)}, {literal(record)}, {product}, {_given(out.params)}{more})"
        else:
            codec = self.venue.connections[channel.spec.connection].spec.codec
            opened = "open_messages" if codec == "sbe" else "open"
            pages = f"self.{opened}({literal(channel.name)}, {kind}, {product}, {_given(out.params)}{more})"
        title = docstring((channel.spec.title or channel.name).rstrip("."))
        doc = [f"{title}.", ""]
        doc += self.told(out.params)
        doc.append(f"Gives: {', '.join(channel.gives) or 'its payload alone'}. {docstring(channel.spec.doc)}")
        lines = (f"return {pages}",)
        return MethodText(
            method_name(channel.name, STREAMS_OWN),
            (*(f"{name}: str" for name in slots), *self.arguments(out.params, argument)),
            f"AsyncGenerator[{kind}, None]",
            tuple(doc),
            lines,
            declared="def",
        )

    # -- parts of a declaration ----------------------------------------------------------------------------------------

    def arguments(self, params: tuple[ParamOut, ...], product: str) -> tuple[str, ...]:
        params = _open(params)
        required = [f"{p.name}: {self.annotation(p)}" for p in params if _must(p)]
        optional = [f"{p.name}: {self.annotation(p)} | None = None" for p in params if not _must(p)]
        first, last = (
            ([product], []) if product and "=" not in product else ([], [product] if product else [])
        )
        return (*first, *required, *optional, *last)

    def annotation(self, param: ParamOut) -> str:
        """The Python type of a parameter."""
        if param.type.kind == "enum" and self.venue.enums[param.type.ref].policy == "closed":
            return param.type.ref
        if param.allowed:
            return f"Literal[{', '.join(literal(value) for value in param.allowed)}]"
        if param.kind == "list":
            return f"Sequence[{self.item(param.type)}]"
        if param.type.kind == "record":
            return param.type.ref
        return _PLAIN.get(param.kind, "str")

    def item(self, kind: WireType) -> str:
        inner = kind.item
        if inner is None or inner.kind in {"text", "sym", "enum", "char", "cstr"}:
            return "str"
        return "int" if inner.kind == "int" else "object"

    def doc(self, operation: Operation, out: OperationOut) -> tuple[str, ...]:
        """Title, endpoints, parameters, cost, errors, page of the venue."""
        spec = operation.spec
        found = [f"{docstring(spec.title.rstrip('.'))}.", ""]
        for product, (method, path) in operation.paths.items():
            found.append(f"{f'{product}: ' if product else ''}`{method} {docstring(path)}`")
        found += ["", *self.told(out.params)]
        costs = [
            f"{docstring(budget)} {cost if isinstance(cost, int) else '(by its parameters)'}"
            for budget, cost in by_budget(spec.weight).items()
        ]
        if costs:
            found.append(f"Costs: {'; '.join(costs)}.")
        if spec.auth is not UNSET:
            found.append(f"Signed: {spec.auth}.")
        found.append(
            "Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent."
        )
        found.append(docstring(spec.doc))
        return tuple(found)

    def told(self, params: tuple[ParamOut, ...]) -> list[str]:
        """A line for each parameter that has more to say than its name and type."""
        found = []
        for param in _open(params):
            facts = []
            if param.kind == "time":
                facts.append(f"UNIX {_UNITS[param.unit_ns]}")
            if param.least is not None or param.most is not None:
                low = "" if param.least is None else f"from {param.least} "
                facts.append(f"{low}to {param.most}" if param.most is not None else low.strip())
            if param.default is not None:
                facts.append(f"{literal(param.default)} where left out")
            if param.products:
                facts.append(f"{', '.join(param.products)} only")
            if param.doc:
                facts.append(docstring(param.doc))
            if facts:
                found.append(f"{param.name}: {'; '.join(facts)}.")
        return found

    # -- imports -------------------------------------------------------------------------------------------------------

    def imports(self, text: str, package: str, operations: bool, channels: bool) -> set[tuple[str, str]]:
        words = set(re.findall(r"[A-Za-z_]\w*", text))
        needed: set[tuple[str, str]] = {(f"{package}.requests", "Requests")}
        needed |= {("typing", name) for name in ("Literal",) if name in words}
        needed |= {("collections.abc", name) for name in ("AsyncGenerator", "Sequence") if name in words}
        needed |= {("decimal", "Decimal")} if "Decimal" in words else set()
        needed |= {("msgspec", "Raw")} if "Raw" in words else set()
        if operations:
            needed.add(("dragoman.requests.client", "BaseClient"))
            needed |= {("dragoman.requests.client", "Progress")} if "Progress" in words else set()
        if channels:
            needed |= {("dragoman.requests.streams", "BaseStreams"), (f"{package}.translator", "TABLES")}
        for names in (self.venue.shape_stems, self.venue.enum_stems):
            needed |= {(f"{package}.{stem}", name) for name, stem in names.items() if name in words}
        return needed


def _must(param: ParamOut) -> bool:
    return param.required and param.default is None and not param.products


def _product(products: tuple[str, ...]) -> tuple[str, str]:
    """(what is passed on, the argument that asks for it); no argument where there is nothing to choose."""
    if len(products) <= 1:
        return literal(products[0] if products else ""), ""
    return "product", f"product: Literal[{', '.join(literal(product) for product in products)}]"


def _given(params: tuple[ParamOut, ...]) -> str:
    return "{" + ", ".join(f"{literal(param.name)}: {param.name}" for param in _open(params)) + "}"


def _open(params: tuple[ParamOut, ...]) -> tuple[ParamOut, ...]:
    """The parameters that a caller says; the product of the call says the others."""
    return tuple(param for param in params if param.fills != "product")
