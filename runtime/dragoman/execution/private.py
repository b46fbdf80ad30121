"""The private connections of an adapter: opened when somebody listens or asks, all private channels on them."""

from __future__ import annotations

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
from dragoman.requests.streaming import Line, address, address_of, subscription
from dragoman.session.facts import Subscription
from dragoman.session.runner import SessionRunner

if TYPE_CHECKING:
    from dragoman.adapter.adapter import Adapter

_KINDS = tuple(kind for name, kind in EVENT_TYPES.items() if name in PRIVATE)


class Private:
    """Opens what the specification declares private; a connection is opened once, and stays until the adapter is closed."""

    def __init__(self, adapter: Adapter, account: Account) -> None:
        self._adapter = adapter
        self._interface = adapter.interface
        self._account = account
        self._tapped: dict[Line, tuple[LineRunner, Tap]] = {}

    def runner(self, connection: str, product: str) -> SessionRunner:
        """The session of a connection that takes requests."""
        environment = self._adapter.requests.environment
        where = self._place_of(connection, product, ())
        line = address_of(self._interface, environment, connection, where, {}, action=connection)
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
        for line, topics in asked.items():
            runner = self._tap(line, topics)
            await runner.runner.subscribe(list({each.topic: each for each in topics}.values()))

    def _place(self, channel: Channel, product: str) -> tuple[Line, Subscription]:
        """(connection, subscription) of a channel; one for all products where they share the address."""
        environment = self._adapter.requests.environment
        where = self._place_of(channel.connection, product, channel.products)
        given = choose.fill(self._interface, channel.name, channel.params, Want())
        wanted = subscription(self._interface, channel, product, given)
        # An account may rightly be silent for hours.
        quiet = msgspec.structs.replace(wanted, quiet=True)
        return address(self._interface, environment, channel, where), quiet

    def _place_of(self, connection: str, product: str, products: Iterable[str]) -> str:
        """The product that a connection is opened for, "" where several share it."""
        known = self._adapter.requests.environment.connections.get(connection, {})
        among = tuple(products) or self._interface.streams[connection].products
        return product if product in known or len(among) == 1 else ""

    def _tap(self, line: Line, wanted: Iterable[Subscription]) -> LineRunner:
        runner = self._adapter.line_of(line)
        known = self._tapped.get(line)
        if known is None or known[0] is not runner:
            account = self._account
            tap = Tap(
                self._adapter.venue,
                _KINDS,
                account.listeners,
                account.take,
                account.on_gap,
                account.listeners.end,
            )
            known = self._tapped[line] = (runner, tap)
        for each in wanted:
            runner.topics[each.topic] = each
            runner.router.add(known[1], each.topic)
        for channel in self._interface.channels.values():
            if channel.connection == line.connection:
                runner.carry(channel.name)
        return runner
