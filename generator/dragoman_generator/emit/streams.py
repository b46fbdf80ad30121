"""Connections as the sending side sees them: frames, acknowledgements, rules of life."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, UnsetType

from dragoman_generator.emit.facts_text import FactsText, tree
from dragoman_generator.emit.source import Source, call
from dragoman_generator.ir.outgoing import Outgoing
from dragoman_generator.language.asking import Asking
from dragoman_generator.language.binary import Framing
from dragoman_generator.language.state import End, Session
from dragoman_generator.language.wire import Connection
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal


def stream_source(
    spec: Connection, name: str, products: Iterable[str], outgoing: Outgoing, text: FactsText
) -> Source:
    """One connection; `products` are those of the venue, which it carries where it names none."""
    text.use("Stream")
    asked, login = spec.subscribe, spec.login
    known: dict[str, object] = {}
    if not isinstance(asked, UnsetType):
        known = {
            "frame": Source(tree(asked.frame, outgoing, text)) if asked.frame else None,
            "unsubscribe": (
                None if asked.unsubscribe is UNSET else Source(tree(asked.unsubscribe, outgoing, text))
            ),
            "begin": None if asked.begin is UNSET else Source(tree(asked.begin, outgoing, text)),
            "batch": None if asked.batch == 1 else asked.batch,
            "max_bytes": None if asked.max_bytes is UNSET else Source(f"{asked.max_bytes:_}"),
            "ack": "" if asked.ack == "none" else asked.ack,
            "ack_timeout_ns": Source(f"{nanoseconds(asked.ack_timeout):_}"),
            "resume": asked.resubscribe == "resume",
            "whole": asked.whole,
            "at_connect": (
                None if asked.at_connect is UNSET else Source(outgoing.texts[asked.at_connect].text)
            ),
        }
    if not isinstance(login, UnsetType):
        known["login"] = login.auth
        if not isinstance(login.frame, UnsetType):
            known["login_frame"] = Source(tree(login.frame, outgoing, text))
    return call(
        "Stream",
        name=name,
        source=spec.source,
        transport=spec.transport,
        products=tuple(spec.products or products),
        framing=_framing(spec.framing, text),
        control="" if spec.control == "json" else spec.control,
        separator=spec.separator,
        **known,
        requests=None if isinstance(spec.requests, UnsetType) else _asking(spec.requests, outgoing, text),
        rules=_rules(spec.session, any(reply.means == "pong" for reply in spec.replies.values()), text),
        channels_of="" if spec.channels_of is UNSET else spec.channels_of,
    )


def _asking(asking: Asking, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("Asking")
    answer = asking.answer
    return call(
        "Asking",
        frame=Source(tree(asking.frame, outgoing, text)),
        has=tuple(answer.has),
        id=answer.id,
        body=tuple(answer.body),
        rename=dict(answer.rename),
        status="" if isinstance(answer.status, UnsetType) else answer.status,
        timeout_ns=Source(f"{nanoseconds(asking.timeout):_}"),
        auth="" if isinstance(asking.auth, UnsetType) else asking.auth,
        address=asking.address,
    )


def _framing(framing: Framing | UnsetType, text: FactsText) -> Source | None:
    if isinstance(framing, UnsetType) or framing.kind == "message":
        return None
    limit = Source(f"{framing.max:_}")
    if framing.kind == "lines":
        text.use("Lines", module="dragoman.net.framing")
        ending = r'b"\n"' if framing.delimiter == "lf" else r'b"\r\n"'
        return call("Lines", ending=Source(ending), max_bytes=limit)
    text.use("LengthPrefixed", module="dragoman.net.framing")
    return call("LengthPrefixed", prefix=framing.width, max_bytes=limit)


def _rules(session: Session | UnsetType, told_apart: bool, text: FactsText) -> Source | None:
    if isinstance(session, UnsetType):
        return None
    text.use("Rules")
    beat = session.heartbeat
    known: dict[str, object] = {}
    if not isinstance(beat, UnsetType):
        known = {
            "beat": Source(literal(beat.send)),
            "beat_every_ns": Source(f"{nanoseconds(beat.every):_}"),
            "pong_within_ns": None if beat.answer is UNSET else Source(f"{nanoseconds(beat.within):_}"),
            "any_frame_answers": beat.answer is not UNSET and not told_apart,
        }
    return call(
        "Rules",
        first_ns=Source(f"{nanoseconds(session.reconnect.first):_}"),
        max_ns=Source(f"{nanoseconds(session.reconnect.max):_}"),
        stale_after_ns=_duration(session.stale_after),
        topics_stale_after_ns=_duration(session.topics_stale_after),
        max_age_ns=_duration(session.max_age),
        max_subscriptions=None if session.max_subscriptions is UNSET else session.max_subscriptions,
        max_connections=None if session.max_connections is UNSET else session.max_connections,
        sends_per_second=None if session.sends_per_second is UNSET else session.sends_per_second,
        **_bounds(session, text),
        max_frame=Source(f"{session.max_frame:_}") if session.max_frame != 67_108_864 else None,
        **known,
    )


def _bounds(session: Session, text: FactsText) -> dict[str, object]:
    """What the venue counts beside what the client holds itself to, and what it says of each."""
    found: dict[str, object] = {"idle_ns": _duration(session.idle)}
    if session.asks is not UNSET:
        found |= {"asks": session.asks.amount, "asks_per_ns": _duration(session.asks.per)}
    if session.openings is not UNSET:
        found |= {"opens": session.openings.amount, "opens_per_ns": _duration(session.openings.per)}
    if session.server_ping is not UNSET:
        ping = session.server_ping
        found |= {"ping_every_ns": _duration(ping.every), "ping_within_ns": _duration(ping.within)}
    if session.ends is not UNSET:
        said = {name: getattr(session.ends, name) for name in session.ends.__struct_fields__}
        ends = {name: _end(each, text) for name, each in said.items() if isinstance(each, End)}
        found["ends"] = ends or None
    return found


def _end(end: End, text: FactsText) -> Source:
    text.use("End")
    told = {
        name: None if (value := getattr(end, name)) is UNSET else value
        for name in ("status", "close", "code")
    }
    return call("End", **told, text=end.text or None)


def _duration(said: str | UnsetType) -> Source | None:
    return None if isinstance(said, UnsetType) else Source(f"{nanoseconds(said):_}")
