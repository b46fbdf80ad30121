"""Bytes to frames, rows and records, and nothing about what they mean; `dragoman.codecs.dbn` needs an extra package."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.codecs.binary import BinaryField, BinaryRecords, Layout
    from dragoman.codecs.csv import CsvRows, CsvTable, read_csv
    from dragoman.codecs.dbn import DbnFile, DbnStream, is_dbn, read_dbn
    from dragoman.codecs.errors import (
        FieldError,
        FramingError,
        HeaderError,
        MessageError,
        RecordError,
        Truncated,
    )
    from dragoman.codecs.framing import LengthFramer, LineFramer
    from dragoman.codecs.sbe import SbeMessages
    from dragoman.codecs.sbe_layout import Block, BlockField, DataField, Group, MessageLayout
    from dragoman.codecs.text_layout import TextField, TextLayout
    from dragoman.codecs.text_rows import TextRow, join_fields, split_fields

__all__ = [
    "BinaryField",
    "BinaryRecords",
    "Block",
    "BlockField",
    "CsvRows",
    "CsvTable",
    "DataField",
    "DbnFile",
    "DbnStream",
    "FieldError",
    "FramingError",
    "Group",
    "HeaderError",
    "Layout",
    "LengthFramer",
    "LineFramer",
    "MessageError",
    "MessageLayout",
    "RecordError",
    "SbeMessages",
    "TextField",
    "TextLayout",
    "TextRow",
    "Truncated",
    "is_dbn",
    "join_fields",
    "read_csv",
    "read_dbn",
    "split_fields",
]

_NAMES = {
    "binary": ("BinaryField", "BinaryRecords", "Layout"),
    "csv": ("CsvRows", "CsvTable", "read_csv"),
    "dbn": ("DbnFile", "DbnStream", "is_dbn", "read_dbn"),
    "errors": ("FieldError", "FramingError", "HeaderError", "MessageError", "RecordError", "Truncated"),
    "framing": ("LengthFramer", "LineFramer"),
    "sbe": ("SbeMessages",),
    "sbe_layout": ("Block", "BlockField", "DataField", "Group", "MessageLayout"),
    "text_layout": ("TextField", "TextLayout"),
    "text_rows": ("TextRow", "join_fields", "split_fields"),
}
_PLACES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    # A venue loads the codecs that it speaks.
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
