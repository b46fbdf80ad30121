"""Traffic that another program recorded, as a tape: a folder of JSON lines, one frame or answer each.

Each line of its `*.jsonl` files is `{"ts_ns": int, "dir": "in" | "out" | "connect" | "http", "raw": text, "url": text,
"header": {...}}`; files whose names differ in `.partN` alone are one connection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.net.wire import Opcode, Request, Response
from dragoman.requests.facts import Interface
from dragoman.tape.cassettes import CassetteWriter
from dragoman.tape.errors import TapeUnusable
from dragoman.tape.facts import addresses_of, dragoman_version, operation_at, spec_of
from dragoman.tape.index import Summary, write_index
from dragoman.tape.interactions import recorded_request, recorded_response
from dragoman.tape.lines import FORMAT, Closed, Ended, Exchanged, Header, Line, Opened, Received, Sent
from dragoman.tape.paths import cassette_path
from dragoman.tape.scrub import Scrubber
from dragoman.tape.storage import LineWriter

_PART = re.compile(r"\.part\d+\Z")


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    ts_ns: int
    dir: str
    raw: str = ""
    url: str = ""
    header: Any = None


def import_folder(
    folder: str | Path,
    path: str | Path,
    *,
    venue: str,
    product: str = "",
    connection: str = "",
    environment: str = "mainnet",
) -> Summary:
    """Make a tape of a folder of recorded traffic; returns what it means.

    connection: which of the venue's connections the streams are, where several carry the product. Raises TapeUnusable.
    """
    from dragoman.venue import load

    source, target = Path(folder), Path(path)
    loaded = load(venue)
    interface: Interface = loaded.module.Requests.interface
    name = connection or _connection(source, interface, product)
    scrubber = Scrubber.of(interface, {})
    rows = sorted(_rows(source), key=lambda found: found[1].ts_ns)
    if not rows:
        raise TapeUnusable(source, "it holds no recorded line: *.jsonl files are needed")
    start_ns = rows[0][1].ts_ns
    spec = spec_of(loaded.module)
    known = interface.environments.get(environment)
    header = Header(
        format=FORMAT,
        venue=interface.venue,
        environment=environment,
        spec=spec.hash,
        language=spec.language,
        dragoman=dragoman_version(),
        start_ns=start_ns,
        redactions=scrubber.redactions,
        addresses={} if known is None else addresses_of(known),
        imported=True,
    )
    with LineWriter(target) as writer:
        writer.write(header)
        cassette = CassetteWriter(cassette_path(target))
        stream = f"{name}:{product}" if product else name
        for line in _lines(rows, interface, product, stream, scrubber, cassette, start_ns):
            writer.write(line)
        writer.write(Ended(wall_ns=rows[-1][1].ts_ns, mono_ns=rows[-1][1].ts_ns - start_ns))
    return write_index(target)


def _lines(
    rows: list[tuple[str, _Row]],
    interface: Interface,
    product: str,
    stream: str,
    scrubber: Scrubber,
    cassette: CassetteWriter,
    start_ns: int,
) -> Iterator[Line]:
    numbers: dict[str, int] = {}
    opened = 0
    for file, row in rows:
        moment: dict[str, Any] = {"wall_ns": row.ts_ns, "mono_ns": row.ts_ns - start_ns}
        if row.dir == "http":
            yield _exchange(row, interface, product, scrubber, cassette, moment)
            continue
        if row.dir == "connect" and file in numbers:
            yield Closed(id=numbers.pop(file), by="loss", **moment)
        if file not in numbers:
            opened += 1
            numbers[file] = opened
            yield Opened(id=opened, stream=stream, url=scrubber.url(row.url), **moment)
        if row.dir in ("in", "out"):
            content = scrubber.frame(Opcode.TEXT, row.raw.encode())
            kind = Received if row.dir == "in" else Sent
            yield kind(id=numbers[file], **moment, **content)


def _exchange(
    row: _Row,
    interface: Interface,
    product: str,
    scrubber: Scrubber,
    cassette: CassetteWriter,
    moment: dict[str, Any],
) -> Exchanged:
    found = operation_at(interface, "GET", row.url, product or None)
    base, _, query = row.url.partition("?")
    headers = {str(k).lower(): str(v) for k, v in row.header.items()} if isinstance(row.header, dict) else {}
    request = Request(method="GET", url=base, encoded_query=query or None)
    answer = Response(status=200, headers=headers, body=row.raw.encode())
    index = cassette.append(recorded_request(request, scrubber), recorded_response(answer, scrubber))
    operation, place = ("", product) if found is None else (found[0].name, found[1])
    return Exchanged(index=index, operation=operation, product=place, status=200, took_ns=0, **moment)


def _connection(folder: Path, interface: Interface, product: str) -> str:
    """The only connection that carries the product live: the public one, where there are private ones beside it."""
    fits = [
        name
        for name, stream in interface.streams.items()
        if stream.rules is not None and (not product or not stream.products or product in stream.products)
    ]
    carrying = {channel.connection for channel in interface.channels.values()}
    public = [name for name in fits if name in carrying and not interface.streams[name].login]
    fits = public or fits
    if len(fits) != 1:
        said = ", ".join(fits or interface.streams)
        raise TapeUnusable(folder, f"say which connection it was: {said}")
    return fits[0]


def _rows(folder: Path) -> Iterator[tuple[str, _Row]]:
    """(connection's file, row); the parts of a connection count as one file."""
    decode = msgspec.json.Decoder(_Row).decode
    for file in sorted(folder.glob("*.jsonl")):
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield _PART.sub("", file.stem), decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    raise TapeUnusable(folder, f"{file.name}:{number}: {error}") from None
