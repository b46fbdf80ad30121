"""PyYAML's parser: in C where the installation has it, else in Python with the same events, about ten times slower."""

from __future__ import annotations

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from dragoman_generator.yaml.compose import EventSource

try:
    from yaml._yaml import CParser
except ImportError:
    HAS_C_PARSER = False
else:
    HAS_C_PARSER = True


class PythonParser(Reader, Scanner, Parser):
    """The parser of a PyYAML built without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def event_source(text: str) -> EventSource:
    """The events of `text`, parsed as they are asked for."""
    return CParser(text) if HAS_C_PARSER else PythonParser(text)
