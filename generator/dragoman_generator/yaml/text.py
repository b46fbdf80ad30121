"""Bytes of a spec file to text, refusing every character that an editor would not show."""

from __future__ import annotations

import re

from dragoman_generator.diagnostics import Diagnostic, Mark

MAX_BYTES = 2_000_000
_MAX_REPORTED = 50

# Line and paragraph separators would count as lines for YAML but not for editors; bidirectional controls make
# a file read otherwise than it is. Both stay possible as escapes in double-quoted text.
_REFUSED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_NAMES = {
    "\ufeff": "a byte order mark",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}


def decode_text(raw: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """UTF-8 text of at most `MAX_BYTES`; None when it cannot be read on, then with at least one diagnostic."""
    start = Mark(file, 1, 1)
    if len(raw) > MAX_BYTES:
        return None, [Diagnostic(start, f"the file has more than {MAX_BYTES} bytes", "split it by subject")]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Diagnostic(start, "the file is UTF-16", "save it as UTF-8")]
    if raw.startswith(b"\xef\xbb\xbf"):
        return None, [
            Diagnostic(start, "the file starts with a byte order mark", "save it as UTF-8 without one")
        ]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # What precedes the bad byte is sound, so it can be counted in characters.
        mark = _mark_at(raw[: error.start].decode("utf-8"), file)
        return None, [
            Diagnostic(mark, f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file as UTF-8")
        ]
    refused = _refused_characters(text, file)
    return (None, refused) if refused else (text, [])


def _refused_characters(text: str, file: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if _REFUSED.search(text) is None:
        return found
    for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
        if (match := _REFUSED.search(line)) is not None:
            found.append(_refused_character(Mark(file, number, match.start() + 1), match.group()))
        if len(found) == _MAX_REPORTED:
            break
    return found


def _refused_character(mark: Mark, character: str) -> Diagnostic:
    code = f"U+{ord(character):04X}"
    name = _NAMES.get(character, f"the invisible character {code}")
    if character == "\t":
        return Diagnostic(mark, "a tab stands here", "indent with spaces; in double-quoted text write \\t")
    return Diagnostic(mark, f"{name} stands here", f'in double-quoted text write "\\u{ord(character):04x}"')


def _mark_at(before: str, file: str) -> Mark:
    lines = re.split("\r\n|\r|\n", before)
    return Mark(file, len(lines), len(lines[-1]) + 1)
