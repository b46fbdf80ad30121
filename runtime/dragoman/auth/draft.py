"""A request on its way to being signed, and the values that signing templates are filled with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from dragoman.errors import CredentialsMissing
from dragoman.net.wire import Pairs, encode_query, percent_encoded

Text: TypeAlias = "Callable[[Mapping[str, str]], str]"
"""A compiled template: slots by name in, text out."""
Sign: TypeAlias = "Callable[[bytes, Values], str]"
"""(what is signed, values) -> the signature as text."""


class Moment(dict[str, str]):
    """A moment in every unit and a nonce, by the names of their slots; each is made when it is first asked for."""

    __slots__ = ("nonce", "now_ns")

    def __init__(self, now_ns: int, nonce: Callable[[], str]) -> None:
        super().__init__()
        self.now_ns = now_ns
        self.nonce = nonce

    def __missing__(self, name: str) -> str:
        made = self[name] = _MOMENT[name](self)
        return made


_MOMENT: Mapping[str, Callable[[Moment], str]] = {
    "timestamp_s": lambda moment: str(moment.now_ns // 1_000_000_000),
    "timestamp_ms": lambda moment: str(moment.now_ns // 1_000_000),
    "timestamp_us": lambda moment: str(moment.now_ns // 1_000),
    "timestamp_ns": lambda moment: str(moment.now_ns),
    "timestamp_iso": lambda moment: _iso(*divmod(moment.now_ns, 1_000_000_000)),
    "nonce": lambda moment: moment.nonce(),
}


def _iso(seconds: int, rest: int) -> str:
    return f"{_to_the_second(seconds)}.{rest // 1_000_000:03d}Z"


@lru_cache(maxsize=16)
def _to_the_second(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()[:19]


class Values(dict[str, str]):
    """Slots by name, those of a moment among them; a credential that is asked for and not there raises CredentialsMissing."""

    __slots__ = ("moment", "variables", "venue")

    def __init__(
        self,
        venue: str,
        variables: Mapping[str, str],
        found: Mapping[str, str],
        moment: Moment | None = None,
    ) -> None:
        super().__init__(found)
        self.venue = venue
        self.variables = variables
        self.moment = moment

    def __missing__(self, name: str) -> str:
        if self.moment is not None and name in _MOMENT:
            found = self[name] = self.moment[name]
            return found
        raise CredentialsMissing(self.venue, [self.variables.get(name, name)])

    def also(self, **more: str) -> Values:
        """These and more."""
        found = Values(self.venue, self.variables, self, self.moment)
        found.update(more)
        return found


def values_of(
    venue: str,
    variables: Mapping[str, str],
    credentials: Mapping[str, str],
    now_ns: int,
    nonce: Callable[[], str],
) -> Values:
    """Credentials, the moment in every unit (`timestamp_s`, `_ms`, `_us`, `_ns`, `_iso`) and a nonce; `variables` name what is missing."""
    return Values(venue, variables, credentials, Moment(now_ns, nonce))


def until(values: Values, valid_for_ns: int) -> Values:
    """The values and the end of a signature that is made now: `expires_s`, rounded down, and `expires_ms`."""
    assert values.moment is not None
    end_ns = values.moment.now_ns + valid_for_ns
    return values.also(expires_s=str(end_ns // 1_000_000_000), expires_ms=str(end_ns // 1_000_000))


class Draft(Struct, frozen=True):
    """What is known of a request before it is signed; `pairs` are its query, or its body where `form` says so."""

    method: str
    path: str
    """The whole path as it is signed, without the query."""
    pairs: Pairs = ()
    body: bytes = b""
    form: bool = False
    headers: Pairs = ()
    encoded: str | None = None
    """The query or form byte for byte, once a signature has been put into it."""
    placed: str = ""
    """What was put behind the pairs there."""

    @property
    def text(self) -> str:
        """The pairs as they are sent."""
        return encode_query(self.pairs) if self.encoded is None else self.encoded


def filled(texts: Mapping[str, Text], values: Values) -> Pairs:
    """Headers or parameters from their templates."""
    return tuple([(name, text(values)) for name, text in texts.items()])


def signed(
    draft: Draft,
    values: Values,
    *,
    params: Mapping[str, Text],
    headers: Mapping[str, Text],
    payload: Text,
    sign: Sign,
    place: Text | None,
    sort: bool = False,
) -> Draft:
    """The draft with its signing parameters, its signature in the place that the scheme names, and its headers."""
    pairs, own = draft.pairs, filled(params, values)
    if own:
        given = {name for name, _ in pairs}
        own = tuple([pair for pair in own if pair[0] not in given])
        pairs = (*pairs, *own)
    if sort:
        pairs = tuple(sorted(pairs))
    encoded, placed = draft.encoded, ""
    text = encode_query(pairs) if encoded is None else encoded
    query, body = ("", text) if draft.form else (text, draft.body.decode("utf-8", "surrogateescape"))
    known = values.also(
        **dict(own),
        method=draft.method,
        path=draft.path,
        query=query,
        body=body,
        target=f"{draft.path}?{query}" if query else draft.path,
    )
    signature = sign(payload(known).encode("utf-8", "surrogateescape"), values)
    if place is not None:
        # Base64 holds characters that mean something else in a query.
        known.update(query=text, signature=percent_encoded(signature))
        encoded = place(known).lstrip("&")
        placed = encoded.removeprefix(text).lstrip("&")
    known.update(query=query, signature=signature)
    told = (*draft.headers, *filled(headers, known))
    return Draft(draft.method, draft.path, pairs, draft.body, draft.form, told, encoded, placed)
