"""Replaying backends: the same seams as the real ones, answered from a tape."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from dragoman.errors import ConnectionLost, HttpError, RequestCut, RequestTimeout, TransportError
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.wire import Frame, Opcode, Pairs, Request, Response
from dragoman.tape.errors import Nearest, TapeMiss
from dragoman.tape.facts import address_of
from dragoman.tape.interactions import (
    difference,
    find,
    matchers,
    nearest,
    recorded_request,
    response_of,
)
from dragoman.tape.lines import Closed, Exchanged, Received
from dragoman.tape.script import Script

if TYPE_CHECKING:
    from dragoman.tape.player import Player


class TapeHttp:
    """Answers each request once, at its recorded moment; raises TapeMiss for one that was not recorded."""

    def __init__(self, player: Player, exchanges: list[tuple[int, Exchanged]], loose: frozenset[str]) -> None:
        self._player = player
        self._cassette = player.tape.cassette
        self._exchanges = {line.index: (number, line) for number, line in exchanges if line.index is not None}
        self._rules = matchers(player.scrubber.names.volatile | loose)
        self.played: set[int] = set()

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        wanted = recorded_request(request, self._player.scrubber)
        unknown = set(range(len(self._cassette))) - self._exchanges.keys()
        index = find(wanted, self._cassette.requests, self.played | unknown, self._rules)
        if index is None:
            near = nearest(wanted, self._cassette.requests, self._rules)
            raise self._player.problem(TapeMiss(self._cassette.path, f"{wanted.method} {wanted.uri}", near))
        self.played.add(index)
        number, exchange = self._exchanges[index]
        await self._player.moment(exchange.wall_ns, number)
        if exchange.failed:
            raise _failure(request, exchange)
        return response_of(self._cassette.responses[index])

    async def close(self) -> None:
        await self._player.stop()


class TapeConnector:
    """Opens the connections of a tape, each once, at its recorded moment."""

    def __init__(self, player: Player) -> None:
        self._player = player

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> TapeConnection:
        player = self._player
        script = self._script(player.scrubber.url(url), stream)
        player.opening(script)
        await player.moment(script.opened.wall_ns, script.number)
        if script.opened.refused:
            raise ConnectionLost(venue, stream, script.opened.refused)
        connection = TapeConnection(player, script, venue, stream)
        player.opened(connection)
        return connection

    def _script(self, url: str, stream: str) -> Script:
        player = self._player
        left = [each for each in player.waiting if each.opened.stream == stream]
        volatile = player.scrubber.names.volatile
        for each in left:
            if player.imported or address_of(url, volatile) == address_of(each.opened.url, volatile):
                return each
        near = [
            Nearest(
                f"{each.opened.stream} at {each.opened.url}",
                ("stream",),
                (("address", difference(address_of(url, volatile), address_of(each.opened.url, volatile))),),
            )
            for each in left
        ]
        error = TapeMiss(player.tape.path, f"a connection {stream} to {url}", near)
        # A session whose frame was a miss comes back by itself; that is no second problem.
        raise error if stream in player.failed else player.problem(error)


class TapeConnection:
    """One recorded connection: frames come when the adapter is ready for them and has sent what came before them."""

    def __init__(self, player: Player, script: Script, venue: str, stream: str) -> None:
        self.script = script
        self.stream = stream
        self.greeted = script.stream.at_connect is not None
        """Whether a tape that another program recorded may begin: the adapter has subscribed to something."""
        self.replies: deque[bytes] = deque()
        self._player = player
        self._venue = venue
        self._reader: asyncio.Future[Frame | None] | None = None
        self._closed = False

    @property
    def is_reading(self) -> bool:
        """Whether the adapter waits for a frame."""
        return self._reader is not None and not self._reader.done()

    async def send(self, data: str | bytes) -> None:
        if self._closed:
            raise ConnectionLost(self._venue, self.stream, "it was closed on this side")
        raw = data.encode() if isinstance(data, str) else data
        player = self._player
        if player.imported:
            self.greeted = True
            self.replies.extend(player.answers(self, raw))
        else:
            different = self.script.take(raw)
            if different is not None:
                player.failed.add(self.stream)
                shown = self.script.shown(raw)
                recorded = Nearest(f"what was sent on {self.stream}", (), (("frame", different),))
                raise player.problem(
                    TapeMiss(player.tape.path, f"the frame {shown} on {self.stream}", [recorded])
                )
        player.poke()

    async def receive(self) -> Frame | None:
        if self._closed:
            return None
        self._reader = asyncio.get_running_loop().create_future()
        self._player.poke()
        return await self._reader

    async def close(self, code: int = 1000) -> None:
        if not self._closed:
            self._closed = True
            self._player.gone(self)
            if self.is_reading and self._reader is not None:
                self._reader.set_result(None)

    # -- for the player ------------------------------------------------------------------------------------------------

    def reply(self) -> None:
        """Hand on an answer that was not recorded but is known from the spec."""
        assert self._reader is not None
        self._reader.set_result(Frame(Opcode.TEXT, self.replies.popleft(), self._player.clock.now_ns()))

    def play(self) -> None:
        """Hand on the next step."""
        _, step = self.script.steps[self.script.at]
        self.script.at += 1
        assert self._reader is not None
        if isinstance(step, Received):
            self._reader.set_result(step.frame)
        elif isinstance(step, Closed):
            self._closed = True
            self._player.gone(self)
            if step.by == "loss":
                self._reader.set_exception(ConnectionLost(self._venue, self.stream, step.why, step.code))
            else:
                self._reader.set_result(None)

    def fail(self, error: Exception) -> None:
        """Let the adapter know that nothing can come any more."""
        if self.is_reading and self._reader is not None:
            self._closed = True
            self._player.gone(self)
            self._reader.set_exception(error)


def _failure(request: Request, exchange: Exchanged) -> HttpError:
    """The error that there was instead of an answer."""
    if exchange.failed == "RequestTimeout":
        return RequestTimeout(request.venue, request.operation, exchange.took_ns / NS_PER_SECOND)
    kind = TransportError if exchange.failed == "TransportError" else RequestCut
    return kind(request.venue, request.operation, exchange.why)
