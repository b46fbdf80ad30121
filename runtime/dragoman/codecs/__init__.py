"""Bytes to frames, rows and records, and nothing about what they mean; `dragoman.codecs.dbn` needs an extra package."""

from __future__ import annotations

from dragoman.codecs.binary import BinaryField, BinaryRecords, Layout
from dragoman.codecs.csv import CsvRows, CsvTable, read_csv
from dragoman.codecs.dbn import DbnFile, DbnStream, is_dbn, read_dbn
from dragoman.codecs.errors import FieldError, FramingError, HeaderError, RecordError, Truncated
from dragoman.codecs.framing import LengthFramer, LineFramer
from dragoman.codecs.text_layout import TextField, TextLayout
from dragoman.codecs.text_rows import TextRow, join_fields, split_fields

__all__ = [
    "BinaryField",
    "BinaryRecords",
    "CsvRows",
    "CsvTable",
    "DbnFile",
    "DbnStream",
    "FieldError",
    "FramingError",
    "HeaderError",
    "Layout",
    "LengthFramer",
    "LineFramer",
    "RecordError",
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
