"""The scope that a payload gives to expressions: its fields, the call's parameters, the topic's slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from msgspec import UNSET

from dragoman_generator.expr.scope import Binding, FunctionBinding
from dragoman_generator.expr.types import BOOL, TEXT, TIME, List, Opt, Record, Type, strip_opt
from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.language.wire import Channel as ChannelSpec
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.place import Place
from dragoman_generator.yaml.marks import Path


@dataclass(frozen=True)
class Scopes:
    """Makes the scopes of one venue's payloads."""

    expressions: Expressions

    def place(
        self,
        kind: WireType | None,
        shape: Shape | None,
        params: Mapping[str, Field],
        slot_names: tuple[str, ...],
        slot_of: str,
        path: Path,
        products: tuple[str, ...],
        channel: ChannelSpec | None,
        slots: Mapping[str, Field],
    ) -> Place:
        """The scope of a payload: its fields, `request`, `topic`, `product`, `ts_init`."""
        reading = self.expressions.reading
        names: dict[str, Binding] = {
            "product": Binding(TEXT, "scope.product"),
            "ts_init": Binding(TIME, "ts_init"),
            "synced": Binding(BOOL, "scope.synced"),
        }
        opens: tuple[str, ...] = ()
        if kind is not None and kind.kind in {"list", "many"} and kind.item is not None:
            code = "message" if kind.kind == "list" else "as_list(message)"
            names["rows"] = Binding(reading.expression_type(kind), code)
        elif kind is not None and shape is not None:
            names["message"] = Binding(reading.record(shape.name), "message")
            opens = ("message",)
        if params:
            names["request"] = Binding(self.told(params), "request")
        if slot_of == "topic" and slot_names:
            names["topic"] = Binding(self.topic(slot_names, slots), "topic")
        symbol = (
            "symbol"
            if "symbol" in slot_names
            else (slot_names[0] if slot_of == "request" and slot_names else "")
        )
        machine = (
            "" if channel is None or channel.state is UNSET else type(channel.state).__struct_config__.tag
        )
        flags = frozenset({"machine"}) if machine in {"memory", "image_delta"} else frozenset()
        direct = shape if kind is not None and kind.kind not in {"list", "many"} else None
        scope = self.expressions.scope(names, opens, flags)
        named = {"instrument": FunctionBinding(lambda arguments: f"scope.ids[{arguments[0].code}]")}
        scope = replace(scope, functions={**scope.functions, **named})
        return Place(scope, path, direct, "message", (), symbol, slot_of, "$", str(machine), products)

    def topic(self, names: tuple[str, ...], slots: Mapping[str, Field]) -> Record:
        """The slots of a channel's topic: text, but for those that an enum gives a meaning."""
        reading = self.expressions.reading
        enums = {name: item.type.required() for name, item in slots.items() if item.type.kind == "enum"}
        types = {name: reading.expression_type(enums[name]) if name in enums else TEXT for name in names}
        reads = {name: reading.read(enums[name]) if name in enums else "{}" for name in names}
        return Record(
            "topic",
            types,
            {name: name for name in names},
            reads={name: read.replace("{}", f'scope.topic["{name}"]') for name, read in reads.items()},
        )

    def told(self, params: Mapping[str, Field]) -> Record:
        """The call's parameters as a record whose every field may be absent."""
        reading = self.expressions.reading
        types: dict[str, Type] = {}
        reads: dict[str, str] = {}
        for name, item in params.items():
            kind = strip_opt(reading.expression_type(item.type.required()))
            if item.type.kind == "list":
                types[name], reads[name] = Opt(List(TEXT)), f'scope.told_list("{item.wire}")'
                continue
            if str(kind) not in {"dec", "int", "bool", "text"}:
                continue
            suffix = {"dec": "_dec", "int": "_int", "bool": "_bool", "text": ""}[str(kind)]
            types[name] = Opt(kind)
            told = f'scope.told{suffix}("{item.wire}")'
            if item.type.kind == "enum" and (inner := reading.read(item.type.required())) != "{}":
                told = f"scope.told_as({inner.partition('[')[0] if '[' in inner else inner.partition('.')[0]}, \"{item.wire}\")"
            reads[name] = told
        return Record("request", types, {n: n for n in types}, whole=reads)
