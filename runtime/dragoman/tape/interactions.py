"""Requests and answers as a cassette of vcrpy holds them: made without secrets, compared without what changes each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from dragoman.errors import DependencyMissing
from dragoman.net.wire import Request, Response
from dragoman.tape.errors import Nearest
from dragoman.tape.scrub import Scrubber

try:
    from vcr.matchers import get_matchers_results
    from vcr.request import Request as Recorded
except ModuleNotFoundError as error:
    raise DependencyMissing("vcrpy", "tape") from error

_GONE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers that no longer hold for a body that was decoded and may have been scrubbed."""
_MOST_NEAREST = 3


def recorded_request(request: Request, scrubber: Scrubber) -> Recorded:
    """A request of ours as the cassette keeps it."""
    body = scrubber.body(request.body) if request.body else None
    return Recorded(
        request.method, scrubber.url(request.target), body, scrubber.headers(dict(request.headers))
    )


def recorded_response(response: Response, scrubber: Scrubber) -> dict[str, Any]:
    """An answer as the cassette keeps it, its body decoded."""
    body = scrubber.body(response.body)
    kept = {name: value for name, value in response.headers.items() if name.lower() not in _GONE}
    headers = {name: [value] for name, value in scrubber.headers(kept).items()}
    return {
        "status": {"code": response.status, "message": ""},
        "headers": {**headers, "content-length": [str(len(body))]},
        "body": {"string": body},
    }


def response_of(recorded: Mapping[str, Any]) -> Response:
    """The answer that a cassette keeps, as a backend gives it."""
    headers = {name.lower(): values[0] for name, values in recorded["headers"].items() if values}
    body = recorded["body"]["string"]
    return Response(
        status=recorded["status"]["code"],
        headers=headers,
        body=body if isinstance(body, bytes) else body.encode(),
    )


def scrub_request(scrubber: Scrubber) -> Callable[[Recorded], Recorded]:
    """For vcrpy's `before_record_request`."""

    def scrubbed(request: Recorded) -> Recorded:
        body = request.body
        return Recorded(
            request.method,
            scrubber.url(request.uri),
            scrubber.body(body) if isinstance(body, bytes) and body else body,
            scrubber.headers(dict(request.headers.items())),
        )

    return scrubbed


def scrub_response(scrubber: Scrubber) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """For vcrpy's `before_record_response`; the body has been decoded by then."""

    def scrubbed(response: dict[str, Any]) -> dict[str, Any]:
        body = scrubber.body(response["body"]["string"])
        headers = {
            name: [next(iter(scrubber.headers({name: value}).values())) for value in values]
            for name, values in response["headers"].items()
            if name.lower() not in _GONE
        }
        headers["content-length"] = [str(len(body))]
        return {**response, "headers": headers, "body": {**response["body"], "string": body}}

    return scrubbed


# -- comparing ---------------------------------------------------------------------------------------------------------


def matchers(volatile: frozenset[str]) -> list[Callable[[Recorded, Recorded], None]]:
    """What has to be equal, one after the other; parameters and fields of a volatile name are left out."""

    def method(wanted: Recorded, known: Recorded) -> None:
        _same(wanted.method, known.method)

    def host(wanted: Recorded, known: Recorded) -> None:
        _same(urlsplit(wanted.uri).netloc, urlsplit(known.uri).netloc)

    def path(wanted: Recorded, known: Recorded) -> None:
        _same(wanted.path, known.path)

    def query(wanted: Recorded, known: Recorded) -> None:
        here, there = steady_pairs(wanted.query, volatile), steady_pairs(known.query, volatile)
        if here != there:
            raise AssertionError(difference(dict(here), dict(there)))

    def body(wanted: Recorded, known: Recorded) -> None:
        _same(steady_body(wanted.body, volatile), steady_body(known.body, volatile))

    return [method, host, path, query, body]


def _same(here: Any, there: Any) -> None:
    """What vcrpy takes for a match: nothing is raised."""
    if here != there:
        raise AssertionError(difference(here, there))


def find(
    wanted: Recorded,
    known: Sequence[Recorded],
    played: Iterable[int],
    rules: Sequence[Callable[[Recorded, Recorded], None]],
) -> int | None:
    """The first recording that was not played yet and is the same, None where there is none."""
    gone = set(played)
    for index, each in enumerate(known):
        if index not in gone and not get_matchers_results(wanted, each, rules)[1]:
            return index
    return None


def nearest(
    wanted: Recorded, known: Sequence[Recorded], rules: Sequence[Callable[[Recorded, Recorded], None]]
) -> list[Nearest]:
    """The recordings with which most matchers agree."""
    found = []
    for each in known:
        matched, failed = get_matchers_results(wanted, each, rules)
        told = tuple((name, str(said or "")) for name, said in failed)
        found.append(Nearest(f"{each.method} {each.uri}", tuple(matched), told))
    found.sort(key=lambda each: len(each.failed))
    return found[:_MOST_NEAREST]


def steady_pairs(pairs: Iterable[tuple[str, str]], volatile: frozenset[str]) -> list[tuple[str, str]]:
    """Parameters in the order of their names, without volatile ones."""
    return sorted((name, value) for name, value in pairs if name.lower() not in volatile)


def steady_body(body: Any, volatile: frozenset[str]) -> Any:
    """A body as JSON or form fields without volatile ones, else as it is."""
    if not body:
        return None
    raw = body if isinstance(body, bytes) else str(body).encode()
    try:
        return steady(msgspec.json.decode(raw), volatile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        text = raw.decode("utf-8", "backslashreplace")
    pairs = parse_qsl(text)
    return dict(steady_pairs(pairs, volatile)) if pairs else text


def steady(tree: Any, volatile: frozenset[str]) -> Any:
    """Decoded JSON without volatile fields."""
    if isinstance(tree, dict):
        return {key: steady(value, volatile) for key, value in tree.items() if key.lower() not in volatile}
    return [steady(value, volatile) for value in tree] if isinstance(tree, list) else tree


def difference(here: Any, there: Any) -> str:
    """What differs between two decoded values, as `name: here, recorded there`."""
    if not isinstance(here, dict) or not isinstance(there, dict):
        return f"{here!r}, recorded {there!r}"
    parts = []
    for name in sorted({*here, *there}):
        if here.get(name) != there.get(name):
            parts.append(f"{name}: {_said(here, name)}, recorded {_said(there, name)}")
    return "; ".join(parts)


def _said(tree: Mapping[str, Any], name: str) -> str:
    return repr(tree[name]) if name in tree else "nothing"
