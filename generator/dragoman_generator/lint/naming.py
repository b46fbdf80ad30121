"""Names that become files, classes, functions and variables: none hides or overwrites another."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Iterator

from dragoman.model import ENUM_TYPES, EVENT_TYPES, INSTRUMENT_TYPES
from msgspec import UNSET

from dragoman_generator.ir.venue import Venue
from dragoman_generator.lint.findings import Finding
from dragoman_generator.resolve.names import RESERVED, SHADOWING, VARIABLES, camel, is_variable
from dragoman_generator.resolve.reading import enum_table
from dragoman_generator.yaml.marks import Path

GENERATED_STEMS = frozenset(
    {
        "adapter",
        "client",
        "facts",
        "hooks",
        "inverse",
        "simulated",
        "lock",
        "requests",
        "short",
        "streams",
        "symbology",
        "translator",
    }
)
"""Modules of a venue's package that come from no single spec file."""
_DEVICES = frozenset({"aux", "con", "nul", "prn"})
_STEM = re.compile(r"[a-z][a-z0-9_]{0,47}\Z")
_OF_RUNTIME = """
ABSENT ANY_LEVELS AccountBalance Answered AnyDecimal AsyncGenerator At BACKSLASH BLANK BaseClient BaseStreams Behind BinaryFeed
BinaryField BinaryFile Block BlockField Callable Checked ChecksumScheme Columns Consecutive CsvFeed DECIMALS DataField DbnFiles DbnLive
FAULTS Feed Fit Fitted Form Group Hashable Header HttpClient ISO_MOMENTS Inverse IsoText JsonFeed JsonLevels LastSecond Latest Layout LevelForm Light
LineFile Lookups MOMENTS Made MarginBalance Memory Merge MessageLayout MsText NOT_NEGATIVE NUMBERS NamedTuple Nested ODD POSITIVE Polls Progress
READ_LEVELS ROW_ERRORS Replies Replying SbeFeed Selected Sequence Settled Short Simulated Source Streams TYPE_CHECKING TextFeed
TextField TextLayout Tree UNSET Understood Ways
"""
"""What modules with classes of a spec import or define beside them; a test compares it with what they do."""
_CLASSES = frozenset(
    {
        *EVENT_TYPES,
        *INSTRUMENT_TYPES,
        *ENUM_TYPES,
        *SHADOWING,
        "BarType",
        "BaseTranslator",
        "Event",
        "Literal",
        "Money",
        "OpenEnum",
    }
    | {
        "Call",
        "Channel",
        "Connection",
        "Fault",
        "Gather",
        "Images",
        "Ladder",
        "Part",
        "Product",
        "Reply",
        "Scope",
        "Snapshot",
    }
    | set(_OF_RUNTIME.split())
    | {"BookSync", "Struct", "SyncFacts", "Tables", "Translator", "TypeAlias", "field"}
)


def _is_word(name: str) -> bool:
    return keyword.iskeyword(name) or hasattr(builtins, name)


def venue_id(venue: Venue) -> Iterator[Finding]:
    """The id is the name of a package and of folders, on every machine."""
    name = venue.id
    if (
        keyword.iskeyword(name)
        or keyword.issoftkeyword(name)
        or name in sys.stdlib_module_names
        or name in _DEVICES
    ):
        yield Finding(("venue", "id"), f"{name!r} can't name a package: it means something else already")


def titles(venue: Venue) -> Iterator[Finding]:
    """What a reader or a caller knows a thing by is not empty."""
    spec = venue.merged
    said: list[tuple[Path, str]] = [] if spec.venue is UNSET else [(("venue", "title"), spec.venue.title)]
    said += [(("products", name, "title"), product.title) for name, product in spec.products.items()]
    said += [(("operations", name, "title"), operation.title) for name, operation in spec.operations.items()]
    said += [(("data_types", name, "title"), kind.title) for name, kind in spec.data_types.items()]
    said += [(("connections", name, "source"), stream.source) for name, stream in spec.connections.items()]
    for path, text in said:
        if not text.strip():
            yield Finding(path, f"{path[-1]!r} of {path[-2]!r} is empty")


def stems(venue: Venue) -> Iterator[Finding]:
    """A spec file's name becomes that of a module."""
    for stem in venue.stems:
        if not _STEM.match(stem):
            yield Finding(
                (),
                f"a file called {stem[:60]!r} gives no module",
                "lower-case letters, digits and underscores",
                stem=stem,
            )
        elif (
            stem in GENERATED_STEMS
            or keyword.iskeyword(stem)
            or keyword.issoftkeyword(stem)
            or stem in _DEVICES
        ):
            yield Finding(
                (), f"a file can't be called {stem!r}: the name is taken in generated code", stem=stem
            )


def classes(venue: Venue) -> Iterator[Finding]:
    """No two things of a spec are generated as one class, and none as a class of the model or the runtime."""
    spec = venue.merged
    said: list[tuple[Path, str]] = [(("shapes", name), name) for name in spec.shapes]
    said += [(("enums", name), name) for name, enum in spec.enums.items() if not enum.is_open]
    said += [(("data_types", name), name) for name in spec.data_types]
    said += [
        (("operations", name), f"{camel(name)}Response")
        for name, item in spec.operations.items()
        if isinstance(item.response, dict)
    ]
    said += [
        (("channels", name), camel(name))
        for name, channel in spec.channels.items()
        if isinstance(channel.payload, dict) or channel.seq is not UNSET
    ]
    said += [
        (("connections", name, "replies", reply), f"{camel(name)}{camel(reply)}")
        for name, connection in spec.connections.items()
        for reply in connection.replies
    ]
    seen: dict[str, Path] = {}
    for path, name in said:
        if name in _CLASSES or _is_word(name):
            yield Finding(path, f"{name!r} means something else in generated code", key=True)
        elif name in seen:
            section, entry = seen[name][0], seen[name][-1]
            yield Finding(
                path, f"class {name!r} would be generated twice, also for {entry!r} of {section!r}", key=True
            )
        seen.setdefault(name, path)
    owners = sorted(seen, key=len, reverse=True)
    for name in venue.shapes:  # records that stand inside of others are named after where they stand
        if name not in seen and name in _CLASSES:
            around = next((seen[owner] for owner in owners if name.startswith(owner)), ())
            yield Finding(
                around,
                f"a record inside is called {name!r} in generated code, which means something else there",
                "give the record a shape of its own",
                key=True,
            )


def functions(venue: Venue) -> Iterator[Finding]:
    """Operations and channels become functions and methods."""
    spec = venue.merged
    for name in spec.operations:
        if name in spec.channels:
            yield Finding(("channels", name), f"an operation is called {name!r} too", key=True)
    for section, entries in (("operations", spec.operations), ("channels", spec.channels)):
        for name in entries:
            if keyword.iskeyword(name) or name in {"self", "close", "open", "call"}:
                yield Finding((section, name), f"{name!r} can't name a function of generated code", key=True)
    tables: dict[str, str] = {}
    for name in spec.enums:
        table = enum_table(name)
        if table in tables:
            yield Finding(
                ("enums", name),
                f"its table would be called {table!r}, as that of {tables[table]!r}",
                key=True,
            )
        tables.setdefault(table, name)


def data_types(venue: Venue) -> Iterator[Finding]:
    """A data type is told apart from others by `type`, and the runtime adds the times and the instrument."""
    added = {
        "type": "it names the kind of the event",
        "ts_event": "it is added to every event",
        "ts_init": "it is added to every event",
    }
    for name, item in venue.merged.data_types.items():
        own = {
            **added,
            **(
                {"instrument_id": "it is added to what is about an instrument"}
                if item.about == "instrument"
                else {}
            ),
        }
        for field in item.fields:
            if field in own:
                yield Finding(
                    ("data_types", name, "fields", field),
                    f"a data type has no field {field!r} of its own: {own[field]}",
                    key=True,
                )


def product_keys(venue: Venue) -> Iterator[Finding]:
    """Keys of a product are variables of its symbol rules."""
    taken = RESERVED | SHADOWING | VARIABLES | {"found", "instrument_id", "re"}
    for name, product in venue.merged.products.items():
        for key, text in product.keys.items():
            if key in taken or _is_word(key):
                yield Finding(
                    ("products", name, "keys", key),
                    f"{key!r} can't name a key: it means something else in generated code",
                    key=True,
                )
            if text.lstrip().startswith(("maybe", "opt", "list", "map", "many")):
                yield Finding(("products", name, "keys", key), "a key is always there, and single")


def named_values(venue: Venue) -> Iterator[Finding]:
    """Names of `let` are of values, not of functions of the language."""
    for name, channel in venue.merged.channels.items():
        for word in channel.let:
            if not is_variable(word):
                yield Finding(("channels", name, "let", word), f"{word!r} can't name a value", key=True)


def module_cycles(venue: Venue) -> Iterator[Finding]:
    """Files use each other's shapes and enums in one direction, since modules import each other in one."""
    uses: dict[str, dict[str, str]] = {}
    for name, shape in venue.shapes.items():
        here = venue.shape_stems.get(name, "")
        for field in shape.fields:
            kind = field.type
            while kind is not None:
                there = venue.shape_stems.get(kind.ref) or venue.enum_stems.get(kind.ref)
                if there is not None and there != here:
                    uses.setdefault(here, {}).setdefault(there, kind.ref)
                kind = kind.item  # type: ignore[assignment]
    for here, others in sorted(uses.items()):
        for there, ref in sorted(others.items()):
            if here < there and here in uses.get(there, {}):
                back = uses[there][here]
                section = "shapes" if back in venue.merged.shapes else "enums"
                yield Finding(
                    (section, back),
                    f"{here}.yaml uses {ref!r} of {there}.yaml, which uses {back!r} of {here}.yaml",
                    "move one of them to the other's file",
                    key=True,
                )
