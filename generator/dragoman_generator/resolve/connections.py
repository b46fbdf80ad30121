"""Connections and the control messages on them."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, Type
from dragoman_generator.ir.venue import Code, Connection, Reply
from dragoman_generator.language.payload import by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Connection as ConnectionSpec
from dragoman_generator.language.wire import Reply as ReplySpec
from dragoman_generator.resolve.codecs import check_codec
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.messages import MessageLayouts
from dragoman_generator.resolve.names import camel
from dragoman_generator.resolve.shapes import ShapeResolver
from dragoman_generator.yaml.marks import Path


@dataclass
class ConnectionResolver:
    """Resolves the connections of one venue, once its shapes are known."""

    spec: SpecFile
    shapes: ShapeResolver
    expressions: Expressions

    def connection(self, name: str, spec: ConnectionSpec) -> Connection:
        path: Path = ("connections", name)
        for index, product in enumerate(spec.products):
            if product not in self.spec.products:
                hint = did_you_mean(product, self.spec.products)
                self.tell((*path, "products", index), f"unknown product {product!r}", hint)
        if spec.login is not UNSET and spec.login.auth not in self.spec.auth:
            self.tell(
                (*path, "login", "auth"),
                f"unknown auth scheme {spec.login.auth!r}",
                did_you_mean(spec.login.auth, self.spec.auth),
            )
        if spec.transport != "file" and spec.session is UNSET:
            self.tell(
                path, f"connection {name!r} has no 'session': heartbeat, silence and reconnect must be said"
            )
        replies = [
            self.reply(name, key, reply, spec, (*path, "replies", key)) for key, reply in spec.replies.items()
        ]
        if (
            spec.subscribe is not UNSET
            and spec.subscribe.ack == "id"
            and not any(r.means == "ack" for r in spec.replies.values())
        ):
            self.tell((*path, "subscribe"), "subscriptions are acknowledged by id, and no reply means 'ack'")
        return Connection(
            name,
            self.expressions.places.stem("connections", name),
            spec,
            tuple(r for r in replies if r is not None),
            check_codec(name, spec, self.expressions.places),
        )

    def reply(
        self, owner: str, name: str, spec: ReplySpec, connection: ConnectionSpec, path: Path
    ) -> Reply | None:
        where = (*path, "fields")
        shape = self.shapes.record(f"{camel(owner)}{camel(name)}", by_key(spec.fields), where, spec.usual)
        by_template, layout = spec.tag is not UNSET and connection.codec == "sbe", None
        if bool(spec.has) == by_template or (spec.tag is not UNSET and not by_template):
            self.tell(
                path,
                f"nothing tells the reply {name!r}, or two things do",
                "write 'has', or for a message of codec sbe 'tag' and 'size'",
            )
        if by_template:
            layouts = MessageLayouts(
                self.shapes, self.expressions.reading.enums, self.expressions.places, self.spec.shapes
            )
            shape, layout = layouts.message(name, spec, connection, shape, by_key(spec.fields), path, where)
        record = self.expressions.reading.record(shape.name)
        scope = self.expressions.scope({"message": Binding(record, "message")}, ("message",))

        def read(word: str, expected: Type | None = None) -> Code | None:
            said = getattr(spec, word)
            return None if said is UNSET else self.expressions.value(said, scope, (*path, word), expected)

        unless = None
        if spec.when is not UNSET:
            unless = self.expressions.value(
                f"= not ({spec.when.removeprefix('=').strip()})", scope, (*path, "when"), BOOL
            )
        return Reply(
            name,
            tuple(spec.has),
            shape,
            spec.means,
            unless,
            read("id"),
            read("code"),
            read("message"),
            layout,
        )

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.expressions.places.add(path, message, hint)
