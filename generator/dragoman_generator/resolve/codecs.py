"""What a connection says about its codec, and where a binary one's records tell what they are."""

from __future__ import annotations

from msgspec import UNSET

from dragoman_generator.ir.layouts import POSITIONAL_CODECS, UNBUILT_CODECS
from dragoman_generator.ir.types import INTEGER_KINDS
from dragoman_generator.language.wire import Connection
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path


def check_codec(name: str, connection: Connection, places: Places) -> tuple[int, int] | None:
    """What a connection says about its codec fits it; gives the offsets of a binary one's type and length bytes."""
    path: Path = ("connections", name)
    codec, separator = connection.codec, connection.separator
    if codec in UNBUILT_CODECS:
        places.add((*path, "codec"), f"codec {codec!r} has its place in the language and is not built yet")
    if codec in POSITIONAL_CODECS - {"sbe"} and connection.replies:
        places.add((*path, "replies"), f"replies are known by their keys, and codec {codec!r} has none")
    if codec in {"text_rows", "csv"} and len(separator) > 1:
        places.add((*path, "separator"), f"a separator is one character, not {separator!r}")
    if codec in {"text_rows", "csv"} and not separator.isascii():
        places.add((*path, "separator"), f"a separator is an ASCII character, not {separator!r}")
    if codec == "csv" and connection.transport != "file":
        places.add((*path, "transport"), "rows of codec 'csv' come from files", "write 'transport: file'")
    for word, owner in (("header", "binary"), ("columns", "csv"), ("schema", "sbe")):
        if getattr(connection, word) not in (UNSET, []) and codec != owner:
            places.add((*path, word), f"codec {codec!r} has no use for {word!r}", f"it is for codec {owner}")
    if codec == "sbe" and connection.schema is UNSET:
        places.add(path, f"connection {name!r} has no 'schema': its messages' headers name one")
    if codec == "sbe" and connection.transport == "file":
        places.add(
            (*path, "transport"), "messages of codec 'sbe' do not say where they end, and a file holds many"
        )
    return check_header(name, connection, places) if codec == "binary" else None


def check_header(name: str, connection: Connection, places: Places) -> tuple[int, int] | None:
    """Offsets of the type byte and the length byte of a binary connection's records."""
    path: Path = ("connections", name)
    if connection.header is UNSET:
        places.add(path, f"connection {name!r} has no 'header': nothing tells its records and their length")
        return None
    offsets: dict[str, int] = {}
    at = 0
    for wire, item in connection.header.fields.items():
        text = item if isinstance(item, str) else "" if item.type is UNSET else item.type
        size = 0 if isinstance(item, str) or item.size is UNSET else item.size
        width = "" if isinstance(item, str) or item.width is UNSET else item.width
        kind = width or text.partition(" as ")[0].strip()
        offsets[wire] = at
        at += size or (
            int(kind[1:]) // 8 if kind in INTEGER_KINDS else 8 if kind.startswith(("ts", "fx")) else 1
        )
    found = []
    for word in ("tag", "length"):
        wire = getattr(connection.header, word)
        said = connection.header.fields.get(wire)
        text = "" if said is None else said if isinstance(said, str) else str(said.type)
        if said is None or text.partition(" as ")[0].strip() != "u8":
            places.add((*path, "header", word), f"{wire!r} is no field of type u8 of the header")
        else:
            found.append(offsets[wire])
    return (found[0], found[1]) if len(found) == 2 else None
