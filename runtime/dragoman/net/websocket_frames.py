"""Messages of a WebSocket in as few steps as they need.

The `websockets` library reads every frame through several generators, which costs more than all that is done with a short message
afterwards. Here the frames of a chunk are found in one loop: whole uncompressed messages are taken as they stand, and everything
else (the handshake, control frames, fragments, what is compressed or wrong) goes to the library, one frame at a time.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from websockets.asyncio.client import ClientConnection
from websockets.frames import CloseCode, Opcode
from websockets.frames import Frame as WireFrame
from websockets.protocol import OPEN

from dragoman.net import wire

_WHOLE = {0x81: wire.Opcode.TEXT, 0x82: wire.Opcode.BINARY}
"""First byte of a message in one frame, without an extension's bits -> what it holds."""
_MOST_WAITING = 4_096
_FEW_WAITING = 1_024
_MOST_BYTES = 4 * 1024 * 1024
_MOST_FRAGMENTS = 65_536
_END_OF_HEADERS = b"\r\n\r\n"

Message = tuple[wire.Opcode, bytes]


class MessageSocket(ClientConnection):
    """Gives whole messages with what they hold, by `message` and `waiting`; `recv` is not to be called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._messages: deque[Message] = deque()
        self._arrived: asyncio.Future[None] | None = None
        self._parts: list[bytes] = []
        self._holds = wire.Opcode.TEXT
        self._rest = bytearray()
        self._needed = 0
        """How many bytes the frame has that `_rest` begins."""
        self._is_framed = False
        self._is_plain = True
        """Whether frames are still found here; from the first sign of an end on, the library reads them all."""
        self._is_over = False
        self._is_paused = False
        self._is_closing = False
        self._bytes = 0
        """Received since nothing was waiting."""

    # -- reading -------------------------------------------------------------------------------------------------------

    async def message(self) -> Message:
        """The next message; raises ConnectionClosed once there is no further one."""
        while not self._messages:
            if self._is_over:
                raise self.protocol.close_exc
            self._arrived = self.loop.create_future()
            try:
                await self._arrived
            finally:
                self._arrived = None
        self._go_on()
        return self._messages.popleft()

    def waiting(self, most: int) -> list[Message]:
        """The messages that are here already, at most so many."""
        take = self._messages.popleft
        found = [take() for _ in range(min(len(self._messages), most))]
        self._go_on()
        return found

    def _go_on(self) -> None:
        if len(self._messages) <= _FEW_WAITING:
            self._bytes = 0
            if self._is_paused:
                self._is_paused = False
                self.transport.resume_reading()

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """As the library's; what was held back is let in, since the other side's farewell comes behind it."""
        self._is_closing = True
        if self._is_paused and not self._is_over:
            self._is_paused = False
            self.transport.resume_reading()
        await super().close(code, reason)

    # -- what comes ----------------------------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        if not self._is_framed:
            data = self._handshaking(data)
        if data:
            if self._is_plain:
                self._take(data)
            else:
                super().data_received(data)
        self._bytes += len(data)
        if self._messages:
            self._tell()
            much = len(self._messages) > _MOST_WAITING or self._bytes > _MOST_BYTES
            if much and not (self._is_paused or self._is_closing or self._is_over):
                self._is_paused = True
                self.transport.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._is_over = True
        self._tell()

    def _tell(self) -> None:
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_result(None)

    def _handshaking(self, data: bytes) -> bytes:
        """Let the library have the answer to the handshake; what came behind it is given back."""
        rest = self._rest
        rest += data
        end = rest.find(_END_OF_HEADERS)
        if end < 0:
            if len(rest) > 1 << 16:
                self._is_framed, self._is_plain = True, False  # no such header; the library says so
                return self._all()
            return b""
        end += len(_END_OF_HEADERS)
        super().data_received(bytes(rest[:end]))
        del rest[:end]
        self._is_framed = True
        self._is_plain = self.protocol.state is OPEN
        return self._all()

    def _all(self) -> bytes:
        found = bytes(self._rest)
        self._rest.clear()
        return found

    def _take(self, data: bytes) -> None:
        if self._rest:
            self._rest += data
            if len(self._rest) < self._needed:
                return
            data = self._all()
        at, size = 0, len(data)
        most = self.protocol.max_message_size or size
        add = self._messages.append
        self._needed = 0
        while size - at >= 2:
            length = data[at + 1]
            start = at + 2
            if length >= 126:
                start += 2 if length == 126 else 8
                if start > size or length > 127:
                    if length <= 127:
                        break
                    self._leave(data[at:])  # a server does not mask
                    return
                length = int.from_bytes(data[at + 2 : start], "big")
            end = start + length
            if length > most:
                self._leave(data[at:])
                return
            if end > size:
                self._needed = end - at
                break
            holds = _WHOLE.get(data[at])
            if holds is not None and not self._parts:
                add((holds, data[start:end]))
            else:
                super().data_received(data[at:end])
                if self.protocol.state is not OPEN:
                    self._leave(data[end:])
                    return
            at = end
        self._rest += data[at:]

    def _leave(self, rest: bytes) -> None:
        """The library reads on, from the beginning of a frame."""
        self._is_plain = False
        if rest:
            super().data_received(rest)

    def process_event(self, event: Any) -> None:
        if not isinstance(event, WireFrame) or event.opcode not in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            super().process_event(event)
            return
        if event.opcode is not Opcode.CONT:
            self._holds = wire.Opcode(event.opcode)
        self._parts.append(bytes(event.data))
        if event.fin:
            self._messages.append((self._holds, b"".join(self._parts)))
            self._parts.clear()
        elif len(self._parts) > _MOST_FRAGMENTS:
            self._parts.clear()
            self.protocol.fail(CloseCode.MESSAGE_TOO_BIG, "too many fragments")
            self.send_data()
