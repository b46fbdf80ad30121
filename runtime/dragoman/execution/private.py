"""The private connections of an adapter: opened when somebody listens or asks, all private channels on them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from dragoman.adapter.line import LineRunner
from dragoman.execution.account import Account
from dragoman.execution.tap import PRIVATE, Tap
from dragoman.model import EVENT_TYPES
from dragoman.requests import choose
from dragoman.requests.choose import Want
from dragoman.requests.facts import Channel
from dragoman.requests.refusals import refusals_logged
from dragoman.requests.streaming import Line, address_of, subscription
from dragoman.session.facts import Subscription
from dragoman.session.machine import State
from dragoman.session.runner import SessionRunner

if TYPE_CHECKING:
    from dragoman.adapter.adapter import Adapter


class Private:
    """Opens what the specification declares private; a connection is opened once, and stays until the adapter is closed."""

    def __init__(self, adapter: Adapter, account: Account) -> None:
        self._adapter = adapter
        self._interface = adapter.interface
        self._account = account
        self._tapped: dict[Line, tuple[LineRunner, Tap]] = {}

    @property
    def is_live(self) -> bool:
        """Whether every connection is up and every channel confirmed."""
        return all(line.runner.session.state is State.LIVE for line, _ in self._tapped.values())

    def renew(self, reason: str) -> None:
        """Take new connections in the place of those that are up, with new log-ins and new subscriptions."""
        for line, _ in self._tapped.values():
            line.runner.reconnect(reason)

    def runner(self, connection: str, product: str) -> SessionRunner:
        """The session of a connection that takes requests."""
        environment = self._adapter.requests.environment
        stream = self._interface.streams[connection]
        where = self._place_of(connection, product, stream.products)
        asking = {} if stream.requests is None else stream.requests.address
        line = address_of(self._interface, environment, connection, where, asking, action=connection)
        return self._adapter.line_of(line).runner

    async def open(self, products: Iterable[str]) -> None:
        """Subscribe to every private channel of these products; raises NotSupported where there is none."""
        asked: dict[Line, list[Subscription]] = {}
        for channel in self._interface.channels.values():
            if channel.prefer < 0 or not PRIVATE.intersection(channel.gives):
                continue
            for product in products:
                if product in channel.products:
                    self._account.products[product] = None
                    line, wanted = self._place(channel, product)
                    asked.setdefault(line, []).append(wanted)
        if not asked:
            with refusals_logged():
                raise choose.refused(self._interface, "subscribe_account", "", ())
        subscribing = []
        for line, topics in asked.items():
            distinct = list({each.topic: each for each in topics}.values())
            subscribing.append(self._tap(line, distinct).runner.subscribe(distinct))
        for outcome in await asyncio.gather(*subscribing, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    def _place(self, channel: Channel, product: str) -> tuple[Line, Subscription]:
        """(connection, subscription) of a channel; one for all products where they share the address."""
        connection = self._carrier(channel, product)
        where = self._place_of(connection, product, channel.products)
        given = choose.fill(self._interface, channel.name, channel.params, Want())
        wanted = subscription(self._interface, channel, product, given)
        # An account may rightly be silent for hours.
        quiet = msgspec.structs.replace(wanted, quiet=True)
        environment = self._adapter.requests.environment
        return (
            address_of(self._interface, environment, connection, where, channel.address, action=channel.name),
            quiet,
        )

    def _carrier(self, channel: Channel, product: str) -> str:
        """The connection that carries a channel for a product: its own, or one that lends its channels."""
        for name in (channel.connection, *self._interface.streams):
            stream = self._interface.streams[name]
            if channel.connection in (name, stream.channels_of) and product in stream.products:
                return name
        return channel.connection

    def _place_of(self, connection: str, product: str, products: Iterable[str]) -> str:
        """The product that a connection is opened for, "" where several share it."""
        known = self._adapter.requests.environment.connections.get(connection, {})
        shared = [each for each in products if each in self._interface.streams[connection].products]
        return product if product in known or len(shared) == 1 else ""

    def _tap(self, line: Line, wanted: Iterable[Subscription]) -> LineRunner:
        runner = self._adapter.line_of(line)
        known = self._tapped.get(line)
        if known is None or known[0] is not runner:
            account = self._account
            tap = Tap(
                self._adapter.venue,
                self._names(line.connection),
                account.listeners,
                account.take,
                account.on_gap,
                account.listeners.end,
            )
            known = self._tapped[line] = (runner, tap)
        for each in wanted:
            runner.topics[each.topic] = each
            runner.router.tap(known[1], each.topic, each.channel)
        for channel in self._channels_of(line.connection):
            runner.carry(channel.name)
        return runner

    def _channels_of(self, connection: str) -> list[Channel]:
        names = (connection, self._interface.streams[connection].channels_of)
        return [each for each in self._interface.channels.values() if each.connection in names]

    def _names(self, connection: str) -> frozenset[str]:
        """Types that tell of the account: the model's, and the venue's own on the same connection."""
        given = {name for channel in self._channels_of(connection) for name in channel.gives}
        return PRIVATE | {name for name in given if name not in EVENT_TYPES}
