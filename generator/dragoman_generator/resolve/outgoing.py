"""What goes out: budgets, pages, clocks and error tests compiled, servers and schemes found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, INT, TEXT, TIME, Opt, Record
from dragoman_generator.ir.commands import CommandOut
from dragoman_generator.ir.outgoing import (
    ChannelOut,
    ClockOut,
    OperationOut,
    Outgoing,
    ParamOut,
)
from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Channel, Code, Operation, Out
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.venue import ErrorClass, Errors, by_code
from dragoman_generator.language.wire import by_budget, by_name
from dragoman_generator.resolve.auth import AuthResolver
from dragoman_generator.resolve.commands import CommandResolver
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.flat import flat
from dragoman_generator.resolve.names import is_safe_identifier, literal
from dragoman_generator.resolve.pages import PageResolver
from dragoman_generator.resolve.params import ParamResolver
from dragoman_generator.resolve.tables import Tables
from dragoman_generator.resolve.templates import FILTERS, TemplateError, f_string, parse_template, slots
from dragoman_generator.resolve.wire import WireResolver
from dragoman_generator.yaml.marks import Path

_PRICE = re.compile(r'"([A-Z]+)"\)\Z')


@dataclass(frozen=True)
class OutgoingResolver:
    """Resolves the sending side of one venue, once its operations and channels are."""

    spec: SpecFile
    wire: WireResolver
    params: ParamResolver
    auth: AuthResolver
    expressions: Expressions

    def resolve(self, operations: Mapping[str, Operation], channels: Mapping[str, Channel]) -> Outgoing:
        """Everything that can be sent."""
        for name in self.spec.limits:
            if not is_safe_identifier(name):
                self.tell(
                    ("limits", name), f"{name!r} is no usable name of a limit", "use letters, digits and '_'"
                )
        schemes = {name: self.auth.scheme(name, said) for name, said in self.spec.auth.items()}
        found = {name: self.operation(operation) for name, operation in operations.items()}
        return Outgoing(
            auth={name: scheme for name, scheme in schemes.items() if scheme is not None},
            operations=found,
            channels={name: self.channel(channel) for name, channel in channels.items()},
            clocks=self.clocks(operations),
            commands=self.commands(operations, found),
            failed=self.failed(),
            texts=self.texts(),
        )

    def commands(
        self, operations: Mapping[str, Operation], outgoing: Mapping[str, OperationOut]
    ) -> dict[str, CommandOut]:
        """Commands with their tables, and the tables of the inbound side checked alike."""
        tables = Tables(self.params.enums, tuple(self.params.products), self.expressions.places)
        for name, table in self.spec.tables.items():
            tables.inbound(name, table)
        return CommandResolver(
            self.spec.commands,
            operations,
            outgoing,
            self.params.products,
            tables,
            self.expressions,
            self.wire.emission.values,
        ).resolve()

    # -- operations ----------------------------------------------------------------------------------------------------

    def operation(self, operation: Operation) -> OperationOut:
        path: Path = ("operations", operation.name)
        page = None if operation.spec.page is UNSET else operation.spec.page
        params = self.params.params(by_name(operation.spec.params), operation.params, (*path, "params"), page)
        servers = {product: self.server(operation, product, path) for product in operation.paths}
        return OperationOut(
            params=params,
            servers=servers,
            weights={product: self.weights(operation, servers[product], path) for product in operation.paths},
            page=(
                None
                if page is None
                else PageResolver(self.wire.shapes.shapes, self.expressions).page(
                    page, operation, params, (*path, "page")
                )
            ),
            prices=prices(operation.out),
        )

    def server(self, operation: Operation, product: str, path: Path) -> str:
        """The server of one path: the operation's, else the product's, else the only one."""
        known = sorted({server for each in self.spec.environments.values() for server in each.http})
        if operation.spec.server is not UNSET:
            if operation.spec.server not in known:
                self.tell(
                    (*path, "server"),
                    f"no environment has an address of server {operation.spec.server!r}",
                    did_you_mean(operation.spec.server, known),
                )
            return operation.spec.server
        item = self.spec.products.get(product)
        if item is not None and item.server is not UNSET:
            return item.server
        if len(known) != 1:
            self.tell(
                path,
                f"operation {operation.name!r} doesn't say its server",
                f"there are {', '.join(known) or 'none'}",
            )
            return ""
        return known[0]

    def weights(self, operation: Operation, server: str, path: Path) -> tuple[tuple[str, int | Code], ...]:
        """The budgets that a call to this server is charged to."""
        found: list[tuple[str, int | Code]] = []
        names = {"product": Binding(TEXT, "scope.product")}
        if operation.params:
            names["request"] = Binding(self.wire.scopes.told(operation.params), "request")
        scope = self.expressions.scope(names)
        for budget, cost in by_budget(operation.spec.weight).items():
            limit = self.spec.limits.get(budget)
            if limit is None or (limit.server is not UNSET and limit.server != server):
                continue
            if isinstance(cost, int):
                found.append((budget, cost))
            elif (code := self.expressions.value(cost, scope, (*path, "weight", budget), INT)) is not None:
                found.append((budget, code))
        return tuple(found)

    # -- channels, clocks, errors --------------------------------------------------------------------------------------

    def channel(self, channel: Channel) -> ChannelOut:
        path: Path = ("channels", channel.name, "params")
        fields = self.wire.params(channel.name, by_name(channel.spec.params), path)
        params = list(self.params.params(by_name(channel.spec.params), fields, path, None))
        topic = None
        if channel.spec.topic is not UNSET and channel.topic is not None:
            topic = Code(self.template(channel.spec.topic, (*path[:2], "topic")), TEXT)
            if "symbol" in channel.topic.slots and all(param.told != "symbol" for param in params):
                kind = WireType("sym")
                symbol = ParamOut("symbol", "symbol", "symbol", kind, "text", required=True, fills="symbol")
                params.insert(0, symbol)
        return ChannelOut(tuple(params), topic, prices(channel.out))

    def template(self, text: str, path: Path) -> str:
        try:
            return f_string(parse_template(text), lambda slot: f"v['{slot}']")
        except TemplateError as error:
            self.tell(path, str(error))
            return '""'

    def clocks(self, operations: Mapping[str, Operation]) -> dict[str, ClockOut]:
        venue = self.spec.venue
        found: dict[str, ClockOut] = {}
        if venue is UNSET or venue.clock is UNSET:
            return found
        for server, said in venue.clock.items():
            path: Path = ("venue", "clock", server)
            operation = operations.get(said.operation)
            if operation is None or operation.payload is None or operation.payload.kind != "record":
                self.tell(
                    (*path, "operation"), f"{said.operation!r} is no operation with a record as its answer"
                )
                continue
            record = self.expressions.reading.record(operation.payload.ref)
            scope = self.expressions.scope({"message": Binding(record, "message")}, ("message",))
            code = self.expressions.value(said.path, scope, (*path, "path"), Opt(TIME))
            if code is not None:
                found[server] = ClockOut(said.operation, code)
        return found

    def failed(self) -> Code | None:
        """The test for errors inside good statuses, over the keys on the way to code and message."""
        errors = self.spec.errors
        if errors is not UNSET:
            self.check_codes(errors)
        if errors is UNSET or errors.when is UNSET:
            return None
        for word in ("code", "message"):
            said = getattr(errors, word)
            if not all(is_safe_identifier(part) for part in said.split(".")):
                self.tell(
                    ("errors", word),
                    f"{said[:60]!r} is no path that 'when' could look at",
                    "names joined by dots",
                )
                return None
        codes = by_code(errors)
        integers = bool(codes) and all(isinstance(code, int) for code in codes)
        leaves = {errors.code: INT if integers else TEXT, errors.message: TEXT}
        record = _tree({tuple(path.split(".")): kind for path, kind in leaves.items()}, ())
        scope = self.expressions.scope({"body": Binding(record, "body")}, ("body",))
        code = self.expressions.value(errors.when, scope, ("errors", "when"), BOOL)
        if code is None:
            return None
        return Code(code.text, code.type, code.imports | {("dragoman.net.policy", "at_path")})

    def check_codes(self, errors: Errors) -> None:
        """A code is of one class."""
        seen: dict[str, str] = {}
        for kind in get_args(ErrorClass):
            for code in getattr(errors.codes, kind):
                if str(code) in seen:
                    self.expressions.places.add(
                        ("errors", "codes", kind, code),
                        f"code {code} is of the class {seen[str(code)]!r} already",
                        key=True,
                    )
                seen[str(code)] = kind

    def texts(self) -> dict[str, Code]:
        """Templates inside login frames, and of addresses that hold topics."""
        found: dict[str, Code] = {}
        open_slots = self.address_slots()
        for name, connection in self.spec.connections.items():
            path: Path = ("connections", name)
            if connection.login is not UNSET and connection.login.frame is not UNSET:
                for key, text in _templates(connection.login.frame):
                    known = {"response", "signature", *open_slots.get(name, ())}
                    known |= self.auth.expiry(connection.login.auth)
                    found[text] = self.auth.text(text, (*path, "login", "frame", *key), known)
            if connection.subscribe is not UNSET and connection.subscribe.at_connect is not UNSET:
                text = connection.subscribe.at_connect
                found[text] = self.auth.text(text, (*path, "subscribe", "at_connect"), {"topics"})
            if connection.requests is not UNSET:
                for key, text in _templates(connection.requests.frame):
                    found[text] = self.auth.text(text, (*path, "requests", "frame", *key), {"call"})
        for name, operation in self.spec.operations.items():
            if operation.socket is not UNSET and operation.socket.frame is not UNSET:
                for key, text in _templates(operation.socket.frame):
                    place: Path = ("operations", name, "socket", "frame", *key)
                    found[text] = self.auth.text(text, place, {"call"})
        return found

    def address_slots(self) -> dict[str, set[str]]:
        """What the addresses of each connection leave open; a template that can't be read is told."""
        found: dict[str, set[str]] = {}
        for name, environment in self.spec.environments.items():
            for connection, said in environment.connections.items():
                path: Path = ("environments", name, "connections", connection)
                for product, text in ({"": said} if isinstance(said, str) else said).items():
                    place = (*path, product) if product else path
                    try:
                        parts = slots(parse_template(text))
                    except TemplateError as error:
                        self.tell(place, str(error))
                        continue
                    for slot in parts:
                        if not set(slot.filters) <= set(FILTERS):
                            self.tell(place, f"addresses know the filters {', '.join(sorted(FILTERS))} alone")
                        found.setdefault(connection, set()).add(slot.name)
        return found

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.expressions.places.add(path, message, hint)


def prices(out: tuple[Out, ...]) -> tuple[str, ...]:
    """Price types of the bars that a source gives."""
    found: dict[str, None] = {}
    for event in flat(out):
        for name, code in event.named:
            if name == "bar_type":
                match = _PRICE.search(code.text)
                found[match[1] if match else "LAST"] = None
    return tuple(found) or ("LAST",)


def _templates(tree: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Texts with slots in a frame, with their places."""
    if isinstance(tree, str):
        return [(path, tree)] if "{" in tree else []
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [item for key, value in pairs for item in _templates(value, (*path, key))]


def _tree(leaves: Mapping[tuple[str, ...], object], above: tuple[str, ...]) -> Record:
    """A record of optional fields read from decoded JSON by path."""
    depth = len(above)
    names = dict.fromkeys(path[depth] for path in leaves if path[:depth] == above and len(path) > depth)
    fields, whole = {}, {}
    for name in names:
        path = (*above, name)
        kind = leaves.get(path)
        fields[name] = Opt(kind if kind is not None else _tree(leaves, path))  # type: ignore[arg-type]
        whole[name] = f"at_path(body, {literal(path)})"
    return Record(".".join(above) or "body", fields, {name: name for name in fields}, whole=whole)
