"""Frames that were right once: material from the project's cases and from recorded traffic, edited at random, and what may come of it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

import dragoman
from dragoman.errors import DragomanError
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.session.facts import SessionFacts
from dragoman.session.machine import Session
from dragoman.translate.translator import Translator

from tests.conformance.recorded import messages
from tests.specs.cases import SPECS, cases, payloads

SHARED = SPECS.parent.parent / "shared"
VENUES = sorted(folder.name for folder in SPECS.iterdir() if (folder / "cases").is_dir())
LARGEST = 16 * 1024
LONGEST_NS = 5_000_000_000
MOST_TEXT = 4_000_000
"""Characters that the events of one frame may take."""

TOKENS = (
    *(
        b"",
        b"null",
        b"true",
        b"0",
        b"-1",
        b"1e400",
        b"1E-400",
        b"1e999999999",
        b"NaN",
        b"-Infinity",
        b"1.2.3",
    ),
    *(b"9" * 40, b"9" * 5000, b"0." + b"0" * 4000 + b"1", b"18446744073709551616", b"-9223372036854775809"),
    *(b'""', b'"x"', b'"1e999999999"', b'"NaN"', b'"-0"', b'"\\u0000"', b'"\\ud800"', b"[]", b"{}", b"[[]]"),
    *(b"[" * 3000, b'{"a":' * 3000, b"\xff\xfe", b"\x00", b'","', b"]", b"}", b":", b",", b'"', b"\\", b"\n"),
)
OPERATIONS = ("put", "replace", "cut", "repeat", "flip", "end", "value")


class Sample(NamedTuple):
    """One payload as a translator takes it."""

    venue: str
    source: str
    product: str | None
    request: dict[str, Any]
    context: str
    payload: bytes


class Edit(NamedTuple):
    """One change; places and lengths are taken modulo what there is."""

    operation: str
    at: int
    length: int
    token: bytes


def drawn(random: Random) -> tuple[Sample, list[Edit]]:
    """A sample and up to four edits."""
    edits = [
        Edit(
            random.choice(OPERATIONS), random.randrange(1 << 20), random.randrange(64), random.choice(TOKENS)
        )
        for _ in range(random.randint(1, 4))
    ]
    return random.choice(material()), edits


def edited(payload: bytes, edits: list[Edit]) -> bytes:
    """The payload after its edits; always at most a few times as long."""
    data = bytearray(payload[:LARGEST])
    for operation, place, length, token in edits:
        at = place % (len(data) + 1)
        match operation:
            case "put":
                data[at:at] = token
            case "replace":
                data[at : at + length] = token
            case "cut":
                del data[at : at + length]
            case "repeat":
                data[at:at] = data[at : at + 8 * length]
            case "flip" if data:
                data[at % len(data)] ^= 1 << length % 8
            case "end":
                del data[at:]
            case "value":
                _replace_value(data, at, token)
    return bytes(data)


def _replace_value(data: bytearray, at: int, token: bytes) -> None:
    """Put a token in the place of the next value after a colon, so that the rest of the message still reads."""
    colon = data.find(b":", at)
    if colon < 0:
        return
    begin = end = colon + 1
    if data[begin : begin + 1] == b'"':
        end = data.find(b'"', begin + 1) + 1 or len(data)
    else:
        while end < len(data) and data[end] not in b",}]":
            end += 1
    data[begin:end] = token


@cache
def material() -> list[Sample]:
    """Every payload of every case, and what lies beside the project of recorded traffic."""
    return [*_of_cases(), *_of_streams(), *_of_corpus()]


def _of_cases() -> Iterator[Sample]:
    for found in cases():
        case = found.case
        if case.kind in ("response", "stream", "reject") and (case.payload is not None or case.payloads):
            for payload in payloads(found):
                known = json.dumps(case.context, default=str)
                yield Sample(found.venue, case.source, case.product, case.request, known, payload)


def _of_streams() -> Iterator[Sample]:
    folder = SHARED / "streams" / "binance-futures"
    if folder.is_dir():
        for message in list(messages(folder))[:5000:10]:
            yield Sample(
                "binance", message.source, "usdm", dict(message.request or {}), "{}", message.payload
            )


def _of_corpus() -> Iterator[Sample]:
    """Whole files, each for every third source of its venue: most are none of that source, which is a fault too."""
    for venue in VENUES:
        folder = SHARED / "corpus" / venue
        sources = dragoman.load(venue).translator().sources()
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        for turn, path in enumerate(each for each in files if each.stat().st_size <= LARGEST):
            for source in sources[turn % 3 :: 3][:8]:
                yield Sample(venue, source, None, {}, "{}", path.read_bytes())


@cache
def translator(venue: str, context: str, synced: bool) -> Translator:
    """One translator for all frames of a context, so that what it keeps of bad ones adds up."""
    found: Translator = dragoman.load(venue).translator(
        **json.loads(context), synced=synced, on_bad_row=_no_row
    )
    return found


def _no_row(error: DragomanError) -> None:
    assert isinstance(error, DragomanError) and str(error)


def check(sample: Sample, edits: list[Edit], synced: bool) -> str:
    """Why an edited frame is taken badly, "" where it is not; a typed error is a good answer."""
    data = edited(sample.payload, edits)
    known = translator(sample.venue, sample.context, synced)
    began = time.process_time_ns()
    said = 0
    try:
        events = known.translate(
            sample.source, data, product=sample.product, request=sample.request, ts_init=1
        )
        said = sum(len(str(dragoman.to_dict(event))) for event in events)
    except DragomanError as error:
        said = len(str(error))
    except Exception as error:
        return f"{type(error).__name__}: {error!s:.300}"
    spent = time.process_time_ns() - began
    if spent > LONGEST_NS:
        return f"took {spent} ns"
    return f"{said} characters came of {len(data)} bytes" if said > MOST_TEXT else ""


def report(sample: Sample, edits: list[Edit], why: str) -> str:
    """What is needed to see it again."""
    shown = edited(sample.payload, edits)
    return f"{why}\n  {sample.venue} {sample.source} product={sample.product} request={sample.request}\n  {shown[:600]!r}"


@cache
def session(venue: str) -> list[tuple[str, Session]]:
    """An open session of every connection of a venue that takes frames, by the classifiers that are generated for it."""
    found = []
    tables = translator(venue, "{}", False).tables
    for connection in tables.connections:
        facts = SessionFacts(
            venue=venue, name=connection.name, url=lambda topics: "memory://", classify=Classifier(connection)
        )
        opened = Session(facts, seed=1)
        opened.start(1)
        opened.on_connected(1)
        found.append((connection.name, opened))
    return found


def check_session(venue: str, data: bytes) -> str:
    """Why a session takes a frame badly, "" where it does not."""
    for name, opened in session(venue):
        for opcode in Opcode:
            try:
                opened.on_frame(Frame(opcode, data, 1), 1)
            except Exception as error:
                return f"{name}: {type(error).__name__}: {error!s:.300}"
    return ""
