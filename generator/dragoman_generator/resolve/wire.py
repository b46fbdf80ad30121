"""Connections, channels and operations: payloads, topics, events, guards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from msgspec import UNSET, UnsetType

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding, Scope
from dragoman_generator.expr.types import BOOL, TEXT, Type
from dragoman_generator.ir.layouts import POSITIONAL_CODECS
from dragoman_generator.ir.types import EnumType, Field, Shape, WireType
from dragoman_generator.ir.venue import (
    Channel,
    Code,
    Gather,
    Imports,
    Operation,
    Out,
    Product,
    Topic,
)
from dragoman_generator.language.payload import FieldSpec, by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.state import BookSync, Merge
from dragoman_generator.language.state import Gather as GatherSpec
from dragoman_generator.language.wire import Channel as ChannelSpec
from dragoman_generator.language.wire import Connection as ConnectionSpec
from dragoman_generator.language.wire import Operation as OperationSpec
from dragoman_generator.language.wire import Param, ParamLike, by_budget, by_name
from dragoman_generator.resolve.emission import Emission
from dragoman_generator.resolve.flat import flat, given
from dragoman_generator.resolve.machines.books import BookSite
from dragoman_generator.resolve.machines.choice import plain_site
from dragoman_generator.resolve.machines.polls import PollSite
from dragoman_generator.resolve.machines.site import FanOut, Site, unvisited
from dragoman_generator.resolve.names import RESERVED, camel, is_safe_identifier
from dragoman_generator.resolve.place import Place
from dragoman_generator.resolve.positional import LayoutResolver
from dragoman_generator.resolve.scopes import Scopes
from dragoman_generator.resolve.shapes import ShapeResolver
from dragoman_generator.resolve.templates import TemplateError, f_string, parse_template, pattern, slots
from dragoman_generator.resolve.texts import is_busy, with_texts
from dragoman_generator.yaml.marks import Path

_METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")


LOCALS = frozenset(
    {*RESERVED, "change", "child", "error", "gather", "gone", "images", "is_image", "key", "level"}
)
"""Names that emit functions use for themselves."""


@dataclass
class WireResolver:
    """Resolves what moves bytes, once shapes, enums and products are known."""

    spec: SpecFile
    shapes: ShapeResolver
    emission: Emission
    products: Mapping[str, Product]
    enums: Mapping[str, EnumType]

    def __post_init__(self) -> None:
        self.scopes = Scopes(self.emission.expressions)

    # -- channels ----------------------------------------------------------------------------------------------------

    def channel(
        self, name: str, spec: ChannelSpec, connections: Mapping[str, ConnectionSpec]
    ) -> Channel | None:
        path: Path = ("channels", name)
        if not spec.connection:
            self.tell(path, f"channel {name!r} has no 'connection', nor has its family")
            return None
        connection = connections.get(spec.connection)
        if connection is None:
            self.tell(
                (*path, "connection"),
                f"unknown connection {spec.connection!r}",
                did_you_mean(spec.connection, connections),
            )
            return None
        for index, product in enumerate(spec.products):
            self.known_product(product, (*path, "products", index))
        products = tuple(spec.products or connection.products or self.spec.products)
        params = self.params(name, by_name(spec.params), (*path, "params"))
        topic = self.topic(spec, params, (*path, "topic"))
        payload, shape = self.channel_payload(name, spec, connection, path)
        shape, layout = self.layouts().layout(name, spec, connection, shape)
        if layout is not None and shape is not None:
            payload = WireType("record", ref=shape.name)
        # What a token's own address is opened for comes unasked: its topics are names for who asks the adapter.
        unasked = connection.login is not UNSET and connection.login.frame is UNSET
        if (
            spec.topic is not UNSET
            and connection.subscribe is UNSET
            and connection.transport != "file"
            and not unasked
        ):
            self.tell(
                path,
                f"channel {name!r} is subscribed to, and connection {spec.connection!r} has no 'subscribe'",
            )
        if (
            spec.tag is UNSET
            and spec.topic is UNSET
            and spec.has is UNSET
            and spec.record is UNSET
            and spec.seq is UNSET
            and connection.codec not in POSITIONAL_CODECS
        ):
            self.tell(path, f"nothing tells the messages of channel {name!r}", "add 'tag', 'topic' or 'has'")
        told = self.params(name, {k: Param(type=v) for k, v in spec.context.items()}, (*path, "context"))
        slots = topic.slots if topic else ()
        text = None
        if payload is not None and layout is None and is_busy(spec, connection):
            text = with_texts(payload, self.shapes.shapes)
        read, seen = (payload, shape) if text in (None, payload) else (text, self.shape_of(text))
        place = self.scopes.place(read, seen, told, slots, "topic", (*path, "emit"), products, spec, params)
        place, lets, let_imports = self.extended(name, spec, connection, place, path)
        gather = self.gather(spec, place, path)
        added = None
        if payload is not None:
            place = replace(place, site=self.site(name, spec.state, (*path, "state"), products))
            place, added = self.rooted(place, spec, path)
        out = self.emission.block(spec.emit, place) if payload is not None else ()
        self.stateful(spec, out, path)
        state = None if spec.state is UNSET else spec.state
        return Channel(
            name,
            self.places_stem("channels", name),
            spec,
            payload,
            shape,
            topic,
            out,
            self.gives(spec.gives, out),
            products,
            state,
            place.site.guards if isinstance(place.site, BookSite) else None,
            gather,
            layout,
            lets if added is None else (*lets, *added.head),
            let_imports if added is None else let_imports | added.imports,
            None if text == payload else text,
        )

    def extended(
        self, name: str, spec: ChannelSpec, connection: ConnectionSpec, place: Place, path: Path
    ) -> tuple[Place, tuple[str, ...], Imports]:
        """The scope with what the codec resolves and what `let` names, and the lines that make the named values."""
        names = dict(place.scope.names)
        lines: list[str] = []
        needed: Imports = frozenset()
        if connection.codec == "dbn":
            names["symbol"] = Binding(TEXT, "scope.symbol(message)")
        for word, text in spec.let.items():
            scope = replace(place.scope, names=names)
            found = self.code(text, scope, (*path, "let", word))
            taken = word in names or word in LOCALS or not is_safe_identifier(word)
            if taken or (place.shape is not None and place.shape.field(word) is not None):
                self.tell((*path, "let", word), f"{word!r} is the name of something else here")
            elif found is not None:
                names[word] = Binding(found.type, word)
                lines.append(f"{word} = {found.text}")
                needed |= found.imports
        return replace(place, scope=replace(place.scope, names=names)), tuple(lines), needed

    def gather(self, spec: ChannelSpec, place: Place, path: Path) -> Gather | None:
        """The guards of a `gather`."""
        state = spec.state
        if not isinstance(state, GatherSpec):
            return None
        key = self.code(state.key, place.scope, (*path, "state", "key"))
        last = self.code(state.last, place.scope, (*path, "state", "last"), BOOL)
        hold = None
        if state.hold is not UNSET:
            hold = self.code(state.hold, place.scope, (*path, "state", "hold"), BOOL)
        return Gather(key, last, hold) if key is not None and last is not None else None

    def channel_payload(
        self, name: str, spec: ChannelSpec, connection: ConnectionSpec, path: Path
    ) -> tuple[WireType | None, Shape | None]:
        tag_key = "" if connection.route.tag is UNSET else connection.route.tag
        if spec.seq is not UNSET:
            shape = self.shapes.row(camel(name), spec.seq, (*path, "seq"))
            return WireType("record", ref=shape.name), shape
        if spec.payload is UNSET:
            self.tell(path, f"channel {name!r} has no 'payload'")
            return None, None
        if isinstance(spec.payload, str):
            kind = self.shapes.reference(spec.payload, (*path, "payload"))
            if kind is not None and connection.codec == "dbn":
                self.shapes.make_vendors(kind)
            return kind, self.shape_of(kind)
        fields = by_key(spec.payload)
        if tag_key and "." not in tag_key and spec.tag is not UNSET and tag_key not in fields:
            fields = {tag_key: FieldSpec(const=spec.tag), **fields}
        shape = self.shapes.record(camel(name), fields, (*path, "payload"), spec.usual)
        kind = WireType("record", ref=shape.name)
        if connection.codec == "dbn":
            self.shapes.make_vendors(kind)
        return kind, self.shapes.shapes[shape.name]

    def topic(self, spec: ChannelSpec, params: Mapping[str, Field], path: Path) -> Topic | None:
        if spec.topic is UNSET:
            return None
        try:
            parts = parse_template(spec.topic)
        except TemplateError as error:
            self.tell(path, str(error))
            return None
        groups: dict[str, str] = {}
        for slot in slots(parts):
            if slot.name not in params and slot.name != "symbol":
                self.tell(
                    path,
                    f"slot {slot.name!r} is no parameter of the channel",
                    did_you_mean(slot.name, params),
                )
            said = by_name(spec.params).get(slot.name)
            if isinstance(said, Param) and said.enum is not UNSET:
                import re

                groups[slot.name] = "|".join(re.escape(str(value)) for value in said.enum)
        upper = tuple(slot.name for slot in slots(parts) if "lower" in slot.filters)
        build = f_string(parts, lambda slot: f'params["{slot}"]')
        return Topic(
            build, pattern(parts, groups), tuple(dict.fromkeys(slot.name for slot in slots(parts))), upper
        )

    def site(self, name: str, state: object, path: Path, products: tuple[str, ...]) -> Site | None:
        """Where the machine of a channel or operation takes part in its events."""
        if not isinstance(state, BookSync):
            return plain_site(name, state, path)

        def answer(call: str) -> Shape | None:
            return self.response(call, self.spec.operations[call], ("operations", call))[1]

        answers = {call: partial(answer, call) for call in self.spec.operations}
        return BookSite(name, state, path, products, self.spec.products, self.spec.limits, answers)

    def rooted(self, place: Place, spec: ChannelSpec, path: Path) -> tuple[Place, FanOut | None]:
        """The place with what a machine of whole messages adds to it."""
        said = len(self.emission.expressions.places.found)
        added = place.site.root(place, self.emission) if place.site else None
        if added is not None:
            return place.joined(added), added
        rows = unvisited(spec.state, spec.emit)
        if rows and len(self.emission.expressions.places.found) == said:
            self.tell(
                (*path, "state"),
                f"the machine takes the rows of {rows!r}, and no fan-out of 'emit' goes over them",
                f"write 'each: {{in: {rows}, ...}}'",
            )
        return place, None

    def stateful(self, spec: ChannelSpec, out: tuple[Out, ...], path: Path) -> None:
        """Words of `merge` stand only in channels with that machine."""
        if not isinstance(spec.state, Merge) and any(o.words for o in flat(out)):
            self.tell((*path, "emit"), "'fire' and 'if_equal' stand only in a channel with 'machine: merge'")

    # -- operations --------------------------------------------------------------------------------------------------

    def operation(self, name: str, spec: OperationSpec) -> Operation | None:
        path: Path = ("operations", name)
        paths = self.paths(spec, path)
        params = self.params(name, by_name(spec.params), (*path, "params"))
        context = self.params(name, {k: Param(type=v) for k, v in spec.context.items()}, (*path, "context"))
        for budget in by_budget(spec.weight):
            if budget not in self.spec.limits:
                self.tell(
                    (*path, "weight", budget),
                    f"unknown limit {budget!r}",
                    did_you_mean(budget, self.spec.limits),
                )
        if spec.auth is not UNSET and spec.auth not in self.spec.auth:
            self.tell(
                (*path, "auth"), f"unknown auth scheme {spec.auth!r}", did_you_mean(spec.auth, self.spec.auth)
            )
        if spec.private and not spec.weight:
            self.tell(path, f"private operation {name!r} names no limit", "add 'weight: {LIMIT: 1}'")
        if spec.class_ == "command" and spec.outcome is UNSET:
            self.tell(path, f"command {name!r} has no 'outcome'")
        kind, shape = self.response(name, spec, path)
        slot = next((f.name for f in params.values() if f.type.kind == "sym"), "")
        place = self.scopes.place(
            kind,
            shape,
            {**params, **context},
            (slot,) if slot else (),
            "request",
            (*path, "emit"),
            tuple(paths),
            None,
            {},
        )
        site = self.site(name, spec.state, (*path, "state"), tuple(paths))
        out = self.emission.block(spec.emit, replace(place, site=site)) if kind is not None else ()
        self.polled(site, spec, path)
        return Operation(
            name,
            self.places_stem("operations", name),
            spec,
            paths,
            params,
            kind,
            shape,
            out,
            self.gives(spec.gives, out),
            site.poll if isinstance(site, PollSite) else None,
        )

    def polled(self, site: Site | None, spec: OperationSpec, path: Path) -> None:
        """Of the machines only `poll_diff` is about answers."""
        if site is not None and not isinstance(site, PollSite):
            self.tell((*path, "state"), "an operation's state is 'machine: poll_diff'")
        if isinstance(site, PollSite) and site.poll is None and spec.emit:
            self.tell((*path, "state"), "'poll_diff' is about the rows of an 'each', and there is none")

    def paths(self, spec: OperationSpec, path: Path) -> dict[str, tuple[str, str]]:
        said = {"": spec.http} if isinstance(spec.http, str) else spec.http
        found: dict[str, tuple[str, str]] = {}
        for product, text in said.items():
            where = (*path, "http", product) if product else (*path, "http")
            if product:
                self.known_product(product, where)
            method, _, target = text.partition(" ")
            if method not in _METHODS or not target.startswith("/") or " " in target:
                self.tell(where, f"{text!r} is no endpoint", "write it as 'GET /path'")
                continue
            found[product] = (method, target)
        return found

    def response(self, name: str, spec: OperationSpec, path: Path) -> tuple[WireType | None, Shape | None]:
        if spec.response is UNSET:
            return None, None
        if isinstance(spec.response, str):
            kind = self.shapes.reference(spec.response, (*path, "response"))
            return kind, self.shape_of(kind)
        title = f"{camel(name)}Response"
        shape = self.shapes.shapes.get(title) or self.shapes.record(
            title, by_key(spec.response), (*path, "response"), spec.usual
        )
        return WireType("record", ref=shape.name), shape

    def params(self, owner: str, said: Mapping[str, ParamLike], path: Path) -> dict[str, Field]:
        found: dict[str, Field] = {}
        for name, param in said.items():
            kind = param if isinstance(param, str) else param.type
            item = self.shapes.field(camel(owner), name, FieldSpec(type=kind), (*path, name))
            if item is not None:
                found[name] = Field(
                    item.wire, name, item.type, doc="" if isinstance(param, str) else param.doc
                )
        return found

    def layouts(self) -> LayoutResolver:
        return LayoutResolver(self.shapes, self.enums, self.emission.expressions.places, self.spec.shapes)

    # -- shared ------------------------------------------------------------------------------------------------------

    def code(self, text: str, scope: Scope, path: Path, expected: Type | None = None) -> Code | None:
        return self.emission.expressions.value(text, scope, path, expected)

    def shape_of(self, kind: WireType | None) -> Shape | None:
        if kind is None:
            return None
        inner = kind.item if kind.kind in {"list", "many"} and kind.item is not None else kind
        return self.shapes.shapes.get(inner.ref) if inner.kind in {"record", "level"} else None

    def gives(self, said: list[str] | UnsetType, out: tuple[Out, ...]) -> tuple[str, ...]:
        return tuple(said) if said is not UNSET else tuple(dict.fromkeys(given(item) for item in flat(out)))

    def known_product(self, product: str, path: Path) -> None:
        if product not in self.spec.products:
            self.tell(path, f"unknown product {product!r}", did_you_mean(product, self.spec.products))

    def places_stem(self, section: str, name: str) -> str:
        return self.emission.expressions.places.stem(section, name)

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.emission.expressions.places.add(path, message, hint)
