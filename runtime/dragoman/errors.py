"""Every error that Dragoman raises, arranged by what the caller can do about it.

- `SetupError`: install, configure or log in differently, then start again.
- `CallError`: the call itself is wrong; nothing was sent, change it.
- `DataError`: what came from outside is bad; skip it, keep the raw text, tell the venue.
- `HttpError`: a request failed; the subclass says whether to wait, to ask again, or to find out what happened.
- `StreamError`: a connection or what it carried failed; the session recovers by itself, state may be stale meanwhile.

Facts are attributes (`error.retry_after`), or all of them at once (`error.facts`); nobody has to parse the message.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

RAW_LIMIT = 400
"""Most characters of foreign text that an error carries."""


def excerpt(raw: object, limit: int = RAW_LIMIT) -> str:
    """Foreign bytes or text with secrets blanked out, cut to `limit` characters, on one line."""
    from dragoman.log import SECRETS  # errors load everywhere; the logging machinery only when one happens

    if isinstance(raw, str):
        raw = raw[: 4 * limit].encode("utf-8", "backslashreplace")
    elif not isinstance(raw, bytes | bytearray | memoryview):
        raw = repr(raw).encode("utf-8", "backslashreplace")
    return " ".join(SECRETS.redact_bytes(bytes(raw), most=limit).split())


def _listed(names: Iterable[str], most: int = 12) -> str:
    known = sorted(names)
    more = f", ... ({len(known) - most} more)" if len(known) > most else ""
    return ", ".join(known[:most]) + more if known else "none"


def _revive(kind: type[DragomanError], message: str, facts: dict[str, Any]) -> DragomanError:
    error = kind.__new__(kind, message)
    Exception.__init__(error, message)
    vars(error).update(facts)
    return error


class DragomanError(Exception):
    """The root; `str(error)` is one line: what, where, why, what to do."""

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message)
        vars(self).update(facts)

    @property
    def facts(self) -> dict[str, Any]:
        """Every machine-readable attribute by name."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions pickle by calling their class with `args`, which are not our keyword arguments.
        return _revive, (type(self), str(self), dict(vars(self)))


# -- set-up ------------------------------------------------------------------------------------------------------------


class SetupError(DragomanError):
    """Something that has to be in place before the first call is not."""


class VenueNotFound(SetupError):
    """No generated package of that name is installed."""

    venue: str
    known: tuple[str, ...]

    def __init__(self, venue: str, known: Iterable[str] = ()) -> None:
        names = tuple(sorted(known))
        super().__init__(
            f"no venue {venue[:80]!r} is installed; known: {_listed(names)}; write its spec and run `dragoman generate`",
            venue=venue,
            known=names,
        )


class SpecMissing(SetupError):
    """The venue is known, but a part of its description that this call needs is absent."""

    venue: str
    what: str

    def __init__(self, venue: str, what: str) -> None:
        super().__init__(
            f"{venue}: its spec describes no {what}; add it to the spec and run `dragoman generate`",
            venue=venue,
            what=what,
        )


class DependencyMissing(SetupError):
    """An optional package is needed; `extra` is what to install."""

    package: str
    extra: str

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"the package {package!r} is not installed; run `pip install 'dragoman[{extra}]'`",
            package=package,
            extra=extra,
        )


class CredentialsMissing(SetupError):
    """A private call was made without keys; `variables` are the environment variables that would supply them."""

    venue: str
    variables: tuple[str, ...]

    def __init__(self, venue: str, variables: Iterable[str] = ()) -> None:
        names = tuple(variables)
        super().__init__(
            f"{venue}: this call needs credentials; pass credentials={{...}} or set {_listed(names)}",
            venue=venue,
            variables=names,
        )


# -- the call ----------------------------------------------------------------------------------------------------------


class CallError(DragomanError):
    """The call can't mean anything; nothing was sent."""


class InvalidIdentifier(CallError, ValueError):
    """A text breaks the grammar of its kind of identifier."""

    kind: str
    text: str
    why: str

    def __init__(self, kind: str, text: str, why: str) -> None:
        super().__init__(f"{text[:120]!r} is no {kind}: {why}", kind=kind, text=text, why=why)


class UnknownSource(CallError):
    """The translator has no such operation, connection or data set."""

    venue: str
    source: str
    known: tuple[str, ...]

    def __init__(self, venue: str, source: str, known: Iterable[str] = ()) -> None:
        names = tuple(sorted(known))
        super().__init__(
            f"{venue}: no source {source[:120]!r}; sources() lists them: {_listed(names)}",
            venue=venue,
            source=source,
            known=names,
        )


class ProductRequired(CallError):
    """The bytes alone don't say which product they are about; pass `product=`."""

    venue: str
    source: str
    products: tuple[str, ...]

    def __init__(self, venue: str, source: str, products: Iterable[str]) -> None:
        names = tuple(products)
        super().__init__(
            f"{venue} {source}: the payload doesn't say its product; pass product= one of {_listed(names)}",
            venue=venue,
            source=source,
            products=names,
        )


class RequestRequired(CallError):
    """The body doesn't repeat a parameter that its meaning depends on; pass `request=`."""

    venue: str
    source: str
    parameter: str

    def __init__(self, venue: str, source: str, parameter: str) -> None:
        super().__init__(
            f"{venue} {source}: the payload doesn't say its {parameter}; pass request={{{parameter!r}: ...}}",
            venue=venue,
            source=source,
            parameter=parameter,
        )


class NotSupported(CallError):
    """The venue has no such action for that product; `supported` lists what it has instead."""

    venue: str
    action: str
    product: str | None
    supported: tuple[str, ...]

    def __init__(
        self,
        venue: str,
        action: str,
        product: str | None = None,
        supported: Iterable[str] = (),
        why: str = "",
    ) -> None:
        names = tuple(supported)
        where = f" for {product}" if product else ""
        reason = f" ({why})" if why else ""
        super().__init__(
            f"{venue} doesn't support {action}{where}{reason}; supported: {_listed(names)}",
            venue=venue,
            action=action,
            product=product,
            supported=names,
            why=why,
        )


class InvalidOrder(CallError):
    """An order contradicts itself or its instrument; `field` is what to change."""

    field: str
    why: str

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"invalid order: {field} {why}", field=field, why=why)


class Denied(CallError):
    """The venue's decision table refuses this combination, for the reason that it states."""

    venue: str
    action: str
    reason: str

    def __init__(self, venue: str, action: str, reason: str) -> None:
        super().__init__(
            f"{venue} {action}: denied before sending: {reason}", venue=venue, action=action, reason=reason
        )


# -- data from outside -------------------------------------------------------------------------------------------------


class DataError(DragomanError):
    """Bytes from outside don't mean what they should."""


class DecodeError(DataError):
    """A payload, or the part of it at `path`, doesn't have the declared shape; `raw` is redacted and bounded."""

    venue: str
    source: str
    path: str
    raw: str
    why: str

    def __init__(self, venue: str, source: str, path: str, raw: object, why: str) -> None:
        text = excerpt(raw)
        super().__init__(
            f"{venue} {source}: can't decode {path or '$'}: {why}; raw: {text[:160]}",
            venue=venue,
            source=source,
            path=path or "$",
            raw=text,
            why=why,
        )


class RowError(DecodeError):
    """One row of a message was bad and set aside; the other rows came out."""


class UnknownInstrument(DataError):
    """Neither the rule of the product nor the catalog knows this symbol or key; load instruments and try again."""

    venue: str
    key: str

    def __init__(self, venue: str, key: object, source: str = "") -> None:
        text = key if isinstance(key, str) else repr(key)
        super().__init__(
            f"{venue}{f' {source}' if source else ''}: no instrument {text[:120]!r} is known; "
            "load instruments, or pass instruments=[...]",
            venue=venue,
            key=text,
            source=source,
        )


class ModelDataError(DataError, ValueError):
    """A dict isn't what the named model type needs."""

    type_name: str
    path: str
    why: str

    def __init__(self, type_name: str, path: str, why: str) -> None:
        super().__init__(f"{type_name}: bad data at {path}: {why}", type_name=type_name, path=path, why=why)


class BookLevelError(DataError, ValueError):
    """A book level isn't (price, size) in exact decimal text."""

    side: str
    index: int
    level: str

    def __init__(self, side: str, index: int, level: object) -> None:
        text = excerpt(level, 120)
        super().__init__(
            f"book level {side}[{index}] isn't (price, size) in decimal text: {text}",
            side=side,
            index=index,
            level=text,
        )


class BookError(DataError):
    """A book can't be trusted any more; it has to be built again from a snapshot."""

    venue: str
    instrument_id: str
    why: str

    def __init__(self, venue: str, instrument_id: str, why: str, **facts: Any) -> None:
        super().__init__(
            f"{venue} {instrument_id}: the book is unusable: {why}; it needs a new snapshot",
            venue=venue,
            instrument_id=instrument_id,
            why=why,
            **facts,
        )


class SequenceGap(BookError):
    """Updates are missing between what the book has and what came."""

    expected: int | str
    got: int | str

    def __init__(self, venue: str, instrument_id: str, expected: int | str, got: int | str) -> None:
        super().__init__(
            venue, instrument_id, f"expected sequence {expected}, got {got}", expected=expected, got=got
        )


class ChecksumMismatch(BookError):
    """The venue's checksum and the local book's differ."""

    expected: int | str
    got: int | str

    def __init__(self, venue: str, instrument_id: str, expected: int | str, got: int | str) -> None:
        super().__init__(
            venue,
            instrument_id,
            f"the venue's checksum is {expected}, the book's {got}",
            expected=expected,
            got=got,
        )


# -- requests ----------------------------------------------------------------------------------------------------------


class HttpError(DragomanError):
    """A request failed. `status`, `code`, `meaning` and `body` are what the venue said, None or empty where it said nothing."""

    venue: str
    operation: str
    why: str
    status: int | None
    code: str | None
    meaning: str | None
    body: str
    advice = ""

    def __init__(
        self,
        venue: str,
        operation: str,
        why: str = "",
        *,
        status: int | None = None,
        code: str | int | None = None,
        meaning: str | None = None,
        body: object = "",
        **facts: Any,
    ) -> None:
        text = excerpt(body) if body else ""
        told = [
            part
            for part in (why, f"HTTP {status}" if status else "", f"code {code}" if code is not None else "")
            if part
        ]
        if meaning:
            told.append(meaning)
        if text and not meaning:
            told.append(text[:160])
        sentence = f"{venue} {operation}: {', '.join(told) or 'failed'}"
        super().__init__(
            f"{sentence}; {self.advice}" if self.advice else sentence,
            venue=venue,
            operation=operation,
            why=why,
            status=status,
            code=None if code is None else str(code),
            meaning=meaning,
            body=text,
            **facts,
        )


class VenueError(HttpError):
    """The venue understood the request and said no; the same request will fail again."""

    advice = "change the request: asking again won't help"


class AuthError(VenueError):
    """The venue doesn't accept the key, the signature, the clock or the permissions."""

    advice = "check the key, its permissions and the machine's clock"


class RateLimited(HttpError):
    """Too many requests; `retry_after` seconds (None: not told) hold for everything in `scope`."""

    retry_after: float | None
    scope: str

    def __init__(
        self,
        venue: str,
        operation: str,
        why: str = "rate limited",
        *,
        retry_after: float | None = None,
        scope: str = "",
        **told: Any,
    ) -> None:
        wait = "" if retry_after is None else f", wait {retry_after:g} s"
        held = f" ({scope})" if scope else ""
        super().__init__(venue, operation, f"{why}{held}{wait}", retry_after=retry_after, scope=scope, **told)


class BadResponse(HttpError):
    """An answer came, but it isn't what the operation is declared to return."""

    advice = "the venue's API may have changed: compare `body` with the spec"


class TransportError(HttpError):
    """The request never reached the venue (name, route, TLS, refused); asking again is safe."""

    advice = "nothing was sent: check the address and the network, then try again"


class OutcomeUnknown(HttpError):
    """The request may have taken effect; find out by a query before sending it again."""

    advice = "it may have taken effect: query before trying again"


class ServerError(OutcomeUnknown):
    """The venue answered with a fault of its own (5xx)."""


class RequestTimeout(OutcomeUnknown):
    """No answer came within `timeout` seconds."""

    timeout: float

    def __init__(self, venue: str, operation: str, timeout: float, **told: Any) -> None:
        super().__init__(venue, operation, f"no answer within {timeout:g} s", timeout=timeout, **told)


class RequestCut(OutcomeUnknown):
    """The connection broke after the request was sent and before an answer came."""


# -- streams -----------------------------------------------------------------------------------------------------------


class StreamError(DragomanError):
    """A stream failed; `stream` names the connection."""

    venue: str
    stream: str
    why: str

    def __init__(self, venue: str, stream: str, why: str, **facts: Any) -> None:
        super().__init__(f"{venue} {stream}: {why}", venue=venue, stream=stream, why=why, **facts)


class ConnectionLost(StreamError):
    """The connection is gone; `code` is the close code where the protocol has one."""

    code: int | None

    def __init__(self, venue: str, stream: str, why: str, code: int | None = None) -> None:
        super().__init__(venue, stream, f"connection lost: {why}", code=code)


class FrameTooLarge(StreamError):
    """A frame exceeds the bound that keeps memory finite; raise the bound only if the venue documents larger frames."""

    size: int
    limit: int

    def __init__(self, venue: str, stream: str, size: int, limit: int) -> None:
        super().__init__(
            venue, stream, f"a frame of {size} bytes exceeds the limit of {limit}", size=size, limit=limit
        )


class SubscriptionRefused(StreamError):
    """The venue refused a subscription or log-in on the stream, with its own code and words."""

    topic: str
    code: str | None
    meaning: str | None

    def __init__(
        self, venue: str, stream: str, topic: str, code: str | int | None = None, meaning: str | None = None
    ) -> None:
        said = " ".join(str(part) for part in (code, meaning) if part is not None) or "no reason given"
        super().__init__(
            venue,
            stream,
            f"subscription to {topic} refused: {said}",
            topic=topic,
            code=None if code is None else str(code),
            meaning=meaning,
        )


class SlowConsumer(StreamError):
    """The reader fell behind by more than the queue holds; `dropped` events are lost and reported as a gap."""

    dropped: int

    def __init__(self, venue: str, stream: str, dropped: int) -> None:
        super().__init__(
            venue, stream, f"the consumer is too slow: {dropped} events dropped", dropped=dropped
        )
