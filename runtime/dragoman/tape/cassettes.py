"""Cassettes of vcrpy: the HTTP part of a tape beside it, and `cassette()` for tests that need HTTP alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeAlias

from dragoman.errors import DependencyMissing
from dragoman.log import redact_logs
from dragoman.requests.facts import Interface
from dragoman.tape import interactions, storage
from dragoman.tape.errors import Nearest, TapeMiss, TapeUnusable
from dragoman.tape.scrub import Scrubber

try:
    import vcr
    import yaml
    from vcr.errors import CannotOverwriteExistingCassetteException
    from vcr.request import Request as Recorded
    from vcr.serialize import deserialize, serialize
except ModuleNotFoundError as error:
    raise DependencyMissing("vcrpy", "tape") from error

Mode: TypeAlias = Literal["none", "once", "rewrite"]
# They tell every address that is called, with its signature.
redact_logs("httpx", "vcr.request", "vcr.cassette", "vcr.matchers", "vcr.stubs", "vcr.stubs.httpx_stubs")
_HEAD = "version: 1\ninteractions:\n"
_WIDE = 1 << 30
# The loader that is built on C where there is one; both make plain values alone, never objects.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class PlainYaml:
    """Serializer for vcrpy: YAML of plain values, whose interactions stand last so that more can be appended."""

    @staticmethod
    def serialize(tree: Mapping[str, Any]) -> str:
        """The whole file."""
        return _HEAD + items(tree["interactions"]) if tree["interactions"] else _HEAD.rstrip("\n") + " []\n"

    @staticmethod
    def deserialize(text: str) -> Any:
        """What the file says; objects are refused."""
        found = yaml.load(text, Loader=_LOADER) or {}
        return {**found, "interactions": found.get("interactions") or []}


def items(interactions: Iterable[Mapping[str, Any]]) -> str:
    """Interactions as they are appended to a cassette."""
    return str(yaml.dump(list(interactions), Dumper=_DUMPER, width=_WIDE, allow_unicode=True))


class CassetteWriter:
    """Appends interactions to a cassette, each whole before its number is given away; makes the file with the first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0

    def append(self, request: Recorded, response: Mapping[str, Any]) -> int:
        """Write one interaction down; returns its number."""
        whole: str = serialize({"requests": [request], "responses": [response]}, PlainYaml)
        if not self.count:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        text = whole if not self.count else whole.removeprefix(_HEAD)
        storage.append(self.path, text.encode(), anew=not self.count)
        self.count += 1
        return self.count - 1


class CassetteReader:
    """A cassette in memory: requests and responses, by their numbers; one that is not there is empty.

    Where a compressed one is asked for, a plain one will do.
    """

    def __init__(self, path: Path) -> None:
        if storage.is_compressed(path) and not path.exists():
            path = path.with_suffix("")
        self.path = path
        self.requests: list[Recorded] = []
        self.responses: list[dict[str, Any]] = []
        self.torn = ""
        if not path.exists():
            return
        text = _text(path)
        try:
            self._load(text)
        except (yaml.YAMLError, ValueError, LookupError, TypeError) as error:
            # A crash can cut off the last interaction, and only that one.
            whole, mark, _ = text.rpartition("\n- request:")
            if not mark:
                raise TapeUnusable(path, f"it is no cassette: {error}") from None
            try:
                self._load(whole + "\n")
            except (yaml.YAMLError, ValueError, LookupError, TypeError) as again:
                raise TapeUnusable(path, f"it is no cassette: {again}") from None
            self.torn = "the last interaction is torn and was left out"

    def __len__(self) -> int:
        return len(self.requests)

    def _load(self, text: str) -> None:
        self.requests, self.responses, *_ = deserialize(text, PlainYaml)


def _text(path: Path) -> str:
    """The text of a cassette; a letter that a crash cut through at its end is left out."""
    data = storage.whole(path)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if error.start < len(data) - 3:
            raise TapeUnusable(path, f"it is no cassette: {error}") from None
        return data[: error.start].decode()


@contextmanager
def cassette(
    path: str | Path,
    venue: str | Interface,
    *,
    mode: Mode = "none",
    credentials: Mapping[str, str] | None = None,
    keep: Iterable[str] = (),
) -> Iterator[Any]:
    """HTTP recorded by vcrpy, or played from the cassette at `path`, while the block runs; gives vcrpy's cassette.

    mode: `none` plays alone, `once` records where there is no file, `rewrite` always records. Secrets are taken out of
    addresses, headers and bodies before anything is written; timestamps, signatures and nonces are not compared. What was not
    recorded raises TapeMiss at the end of the block at the latest. vcrpy works under the default transport of httpx: a client
    with a transport of its own is not recorded.
    """
    file = Path(path)
    interface = _interface(venue) if isinstance(venue, str) else venue
    scrubber = Scrubber.of(interface, credentials or {}, keep=keep)
    rules = interactions.matchers(scrubber.names.volatile)
    if mode == "rewrite":
        file.unlink(missing_ok=True)
    recorder = vcr.VCR(
        record_mode="none" if mode == "none" else "once",
        before_record_request=interactions.scrub_request(scrubber),
        before_record_response=interactions.scrub_response(scrubber),
        decode_compressed_response=True,
    )
    recorder.register_serializer("plain", PlainYaml)
    for rule in rules:
        recorder.register_matcher(f"steady_{rule.__name__}", rule)
    names = [f"steady_{rule.__name__}" for rule in rules]
    try:
        with recorder.use_cassette(str(file), serializer="plain", match_on=names) as found:
            yield found
    except CannotOverwriteExistingCassetteException as error:
        raise missed(file, error.failed_request, error.cassette.requests, scrubber) from None


def missed(file: Path, wanted: Recorded, known: list[Recorded], scrubber: Scrubber) -> TapeMiss:
    """The error for a request that was not recorded."""
    asked = interactions.scrub_request(scrubber)(wanted)
    near: list[Nearest] = interactions.nearest(asked, known, interactions.matchers(scrubber.names.volatile))
    return TapeMiss(file, f"{asked.method} {asked.uri}", near)


def _interface(venue: str) -> Interface:
    from dragoman.venue import load

    found: Interface = load(venue).module.Requests.interface
    return found
