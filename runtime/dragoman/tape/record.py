"""Recording: backends that write down what passes through them, scrubbed before it is written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import ConnectionLost, FrameTooLarge, HttpError, StreamError
from dragoman.log import redact_logs
from dragoman.net.backend import Clock, Connection, Connector, HttpBackend
from dragoman.net.clock import SystemClock
from dragoman.net.wire import Frame, Opcode, Pairs, Request, Response
from dragoman.requests.facts import Interface
from dragoman.requests.streams import connector_of
from dragoman.tape.facts import addresses_of, dragoman_version, place_of, spec_of
from dragoman.tape.lines import FORMAT, Asked, Closed, Ended, Exchanged, Header, Opened, Received, Sent
from dragoman.tape.paths import cassette_path
from dragoman.tape.scrub import Scrubber
from dragoman.tape.storage import LineWriter
from dragoman.venue import load


class Recorder:
    """One tape that is being written: `http` and `connector` are the backends to give to an adapter or a client.

    Nothing is written before `begin`; `close` marks the recording as whole. A file that is there already is refused.
    """

    def __init__(
        self,
        path: str | Path,
        interface: Interface,
        *,
        clock: Clock | None = None,
        http: HttpBackend | None = None,
        connector: Connector | None = None,
        keep: Iterable[str] = (),
    ) -> None:
        self.path = Path(path)
        self.interface = interface
        self.clock: Clock = clock or SystemClock()
        self.frames = 0
        self.exchanges = 0
        self.scrubber = Scrubber.of(interface, {}, keep=keep)
        self.http = RecordingHttp(self, http)
        self.connector = RecordingConnector(self, connector)
        self._writer: LineWriter | None = None
        self._cassette: Any = None
        self._connections = 0

    def begin(self, adapter: Any, environment: str, asked: Iterable[Asked] = ()) -> None:
        """Write the header: what is recorded, of which venue, without the secrets that the adapter holds."""
        for value in adapter.requests.credentials.values():
            self.scrubber.hide(value)
        spec = spec_of(load(self.interface.venue).module)
        self._writer = LineWriter(self.path)
        self._writer.write(
            Header(
                format=FORMAT,
                venue=self.interface.venue,
                environment=environment,
                spec=spec.hash,
                language=spec.language,
                dragoman=dragoman_version(),
                start_ns=self.clock.now_ns(),
                redactions=self.scrubber.redactions,
                addresses=_scrubbed(addresses_of(adapter.requests.environment), self.scrubber),
                asked=tuple(asked),
            )
        )

    def close(self) -> None:
        """Mark the end and close the file; calling it again does nothing."""
        if self._writer is not None:
            self._writer.write(Ended(**self.moment()))
            self._writer.close()
            self._writer = None

    # -- for the backends ----------------------------------------------------------------------------------------------

    def moment(self) -> dict[str, Any]:
        """Now, on both clocks."""
        return {"wall_ns": self.clock.now_ns(), "mono_ns": self.clock.monotonic_ns()}

    def opened(self, stream: str, url: str, refused: str = "") -> int:
        """Note a connection; returns its number."""
        self._connections += 1
        text = self.scrubber.text
        line = Opened(
            id=self._connections,
            stream=stream,
            url=self.scrubber.url(url),
            refused=text(_reason(refused)) if refused else "",
            **self.moment(),
        )
        self._write(line)
        return self._connections

    def received(self, connection: int, frame: Frame) -> None:
        moment = {**self.moment(), "wall_ns": frame.ts_ns}
        self.frames += 1
        self._write(Received(id=connection, **moment, **self.scrubber.frame(frame.opcode, frame.data)))

    def sent(self, connection: int, stream: str, data: str | bytes) -> None:
        opcode = Opcode.TEXT if isinstance(data, str) else Opcode.BINARY
        raw = data.encode() if isinstance(data, str) else data
        form = self.interface.streams[place_of(stream)[0]].login_frame
        self._write(Sent(id=connection, **self.moment(), **self.scrubber.frame(opcode, raw, form)))

    def closed(self, connection: int, by: Any, code: int | None = None, why: str = "") -> None:
        said = self.scrubber.text(_reason(why)) if why else ""
        self._write(Closed(id=connection, by=by, code=code, why=said, **self.moment()))

    def exchanged(
        self, request: Request, began_ns: int, answer: Response | None, error: HttpError | None
    ) -> None:
        """Note an answer, or that there was none."""
        moment = self.moment()
        facts: dict[str, Any] = {"operation": request.operation, "product": request.product, **moment}
        self.exchanges += 1
        if answer is not None:
            index = self._append(request, answer)
            facts |= {"index": index, "status": answer.status}
        if error is not None:
            facts |= {"failed": type(error).__name__, "why": self.scrubber.text(error.why)}
            facts["index"] = self._append(request, Response(status=0))
        self._write(Exchanged(took_ns=moment["mono_ns"] - began_ns, **facts))

    def _append(self, request: Request, answer: Response) -> int:
        from dragoman.tape.cassettes import CassetteWriter
        from dragoman.tape.interactions import recorded_request, recorded_response

        if self._cassette is None:
            self._cassette = CassetteWriter(cassette_path(self.path))
        response = recorded_response(answer, self.scrubber)  # first: it may teach what else is secret
        index: int = self._cassette.append(recorded_request(request, self.scrubber), response)
        return index

    def _write(self, line: Any) -> None:
        if self._writer is not None:
            self._writer.write(line)


class RecordingHttp:
    """Passes requests on, to httpx where no backend is given, and writes down each exchange."""

    def __init__(self, recorder: Recorder, inner: HttpBackend | None) -> None:
        self._recorder = recorder
        self._inner = inner

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        if self._inner is None:
            from dragoman.net.http import HttpxBackend

            redact_logs("httpx", "httpcore")

            self._inner = HttpxBackend()
        recorder = self._recorder
        began_ns = recorder.clock.monotonic_ns()
        try:
            answer = await self._inner.send(request, timeout_ns=timeout_ns)
        except HttpError as error:
            recorder.exchanged(request, began_ns, None, error)
            raise
        recorder.exchanged(request, began_ns, answer, None)
        return answer

    async def close(self) -> None:
        if self._inner is not None:
            await self._inner.close()


class RecordingConnector:
    """Opens connections as the venue's spec says, or by `inner`, and writes down what they carry."""

    def __init__(self, recorder: Recorder, inner: Connector | None) -> None:
        self._recorder = recorder
        self._inner = inner
        self._declared: dict[str, Connector] = {}

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> Connection:
        try:
            inner = await self._connector(stream).connect(url, headers=headers, venue=venue, stream=stream)
        except StreamError as error:
            self._recorder.opened(stream, url, error.why)
            raise
        return RecordingConnection(self._recorder, inner, self._recorder.opened(stream, url), stream)

    def _connector(self, stream: str) -> Connector:
        if self._inner is not None:
            return self._inner
        name = place_of(stream)[0]
        if name not in self._declared:
            self._declared[name] = connector_of(self._recorder.interface.streams[name])
        return self._declared[name]


class RecordingConnection:
    """An open connection whose frames are written down in both directions."""

    def __init__(self, recorder: Recorder, inner: Connection, number: int, stream: str) -> None:
        self._recorder = recorder
        self._inner = inner
        self._number = number
        self._stream = stream
        self._ended = False

    async def send(self, data: str | bytes) -> None:
        # Written first: an answer must never stand before what it answers.
        if not self._ended:
            self._recorder.sent(self._number, self._stream, data)
        await self._inner.send(data)

    async def receive(self) -> Frame | None:
        try:
            frame = await self._inner.receive()
        except (ConnectionLost, FrameTooLarge) as error:
            self._end("loss", getattr(error, "code", None), error.why)
            raise
        if frame is None:
            self._end("venue", 1000)
        else:
            self._recorder.received(self._number, frame)
        return frame

    async def close(self, code: int = 1000) -> None:
        self._end("us", code)
        await self._inner.close(code)

    def _end(self, by: str, code: int | None, why: str = "") -> None:
        if not self._ended:
            self._ended = True
            self._recorder.closed(self._number, by, code, why)


def recorded_adapter(
    path: str | Path,
    venue: str,
    *,
    environment: str = "mainnet",
    asked: Iterable[Asked] = (),
    keep: Iterable[str] = (),
    **options: Any,
) -> Any:
    """A live adapter of `venue` whose traffic goes to the tape at `path` until its `recorder` is closed; `options` are the adapter's."""
    loaded = load(venue)
    recorder = Recorder(
        path,
        loaded.module.Requests.interface,
        clock=options.get("clock"),
        http=options.pop("http", None),
        connector=options.pop("connector", None),
        keep=keep,
    )
    adapter = loaded.adapter(environment, http=recorder.http, connector=recorder.connector, **options)
    adapter.recorder = recorder
    recorder.begin(adapter, environment, asked)
    return adapter


@asynccontextmanager
async def recording(path: str | Path, venue: str, **options: Any) -> AsyncIterator[Any]:
    """As `recorded_adapter`, closed at the end of the block.

    Then the tape is translated once, and what it means is kept in it, to compare later replays with.
    """
    from dragoman.tape.index import write_index

    adapter = recorded_adapter(path, venue, **options)
    try:
        async with adapter:
            yield adapter
    finally:
        adapter.recorder.close()
        await asyncio.to_thread(write_index, adapter.recorder.path)


def _reason(why: str) -> str:
    """Without the words that the error puts before it, and will again."""
    return why.removeprefix("connection lost: ")


def _scrubbed(tree: Any, scrubber: Scrubber) -> Any:
    if isinstance(tree, dict):
        return {name: _scrubbed(value, scrubber) for name, value in tree.items()}
    return scrubber.url(tree)
