"""Spec files to plain Python trees in which every key and value knows its place."""

from dragoman_generator.yaml.loader import Document, load_bytes, load_file
from dragoman_generator.yaml.marks import Marks, Path
from dragoman_generator.yaml.scalars import Scalar

__all__ = ["Document", "Marks", "Path", "Scalar", "load_bytes", "load_file"]
