"""Parser events to a plain tree and its places; refuses what a spec has no use for.

Events are taken one by one, before any node is built: so anchors that nobody uses are seen too, and deep nesting
ends at its bound, not on the C stack of a recursive composer.
"""

from __future__ import annotations

from typing import Any, Protocol

from yaml import events

from dragoman_generator.diagnostics import Diagnostics, Mark, shown
from dragoman_generator.yaml.marks import MarkTree, Place
from dragoman_generator.yaml.scalars import Scalar, ScalarRefused, plain_scalar

MAX_DEPTH = 64


class EventSource(Protocol):
    """What both of PyYAML's parsers offer."""

    def get_event(self) -> Any: ...

    def check_event(self, *choices: Any) -> Any: ...


class CompositionStopped(Exception):
    """Reading on would be useless; the reason is among the diagnostics already."""


class Composer:
    """Builds the one document of a file out of its events."""

    def __init__(self, source: EventSource, file: str, found: Diagnostics) -> None:
        self._source = source
        self._file = file
        self._found = found
        self._depth = 0

    def document(self) -> tuple[object, MarkTree] | None:
        """The tree and its places, or None for a file without content."""
        self._source.get_event()
        if self._source.check_event(events.StreamEndEvent):
            return None
        start = self._source.get_event()
        if start.version or start.tags:
            self._refuse(start, "a YAML directive stands here", "remove it: specs are YAML 1.2")
        value, tree = self._value(self._source.get_event())
        self._source.get_event()
        if not self._source.check_event(events.StreamEndEvent):
            self._refuse(
                self._source.get_event(), "a second document starts here", "one file holds one document"
            )
            raise CompositionStopped
        return value, tree

    def _value(self, event: Any) -> tuple[object, MarkTree]:
        tree = MarkTree(_place(event))
        if isinstance(event, events.AliasEvent):
            self._refuse(
                event,
                f"alias {shown(f'*{event.anchor}')} stands here",
                "write the value out; quote it if it is text",
            )
            tree.doubtful = True
            return None, tree
        if event.anchor is not None:
            self._refuse(
                event, f"anchor {shown(f'&{event.anchor}')} stands here", "remove it: specs have no aliases"
            )
        if event.tag is not None:
            self._refuse(
                event,
                f"tag {shown(event.tag.replace('tag:yaml.org,2002:', '!!'))} stands here",
                "remove it: the language decides every type",
            )
            tree.doubtful = True
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event, tree), tree
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse(event, f"nested deeper than {MAX_DEPTH} levels")
            raise CompositionStopped
        filled = self._mapping(tree) if isinstance(event, events.MappingStartEvent) else self._list(tree)
        self._depth -= 1
        return filled, tree

    def _scalar(self, event: Any, tree: MarkTree) -> Scalar:
        text: str = event.value
        if not event.implicit[0]:
            return text
        try:
            return plain_scalar(text)
        except ScalarRefused as refused:
            self._refuse(event, str(refused), "quote it if it is text")
            tree.doubtful = True
            return None

    def _list(self, tree: MarkTree) -> list[object]:
        items: list[object] = []
        while not self._source.check_event(events.SequenceEndEvent):
            value, tree.children[len(items)] = self._value(self._source.get_event())
            items.append(value)
        self._source.get_event()
        return items

    def _mapping(self, tree: MarkTree) -> dict[str | int, object]:
        entries: dict[str | int, object] = {}
        while not self._source.check_event(events.MappingEndEvent):
            key_event = self._source.get_event()
            key = self._key(key_event, tree)
            value, child = self._value(self._source.get_event())
            if key is None:
                continue
            child.key = _place(key_event)
            if (first := tree.children.get(key)) is not None and first.key is not None:
                line, column = first.key
                told = shown(key) if isinstance(key, str) else str(key)
                self._refuse(key_event, f"key {told} stands here again, first at {line}:{column}")
                continue
            entries[key], tree.children[key] = value, child
        self._source.get_event()
        return entries

    def _key(self, event: Any, tree: MarkTree) -> str | int | None:
        """The key, or None where it was refused; what a merge key would bring in makes the mapping doubtful."""
        if isinstance(event, events.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            self._refuse(event, "merge key '<<' stands here", "write the entries out")
            tree.doubtful = True
            return None
        key, read = self._value(event)
        if isinstance(key, str) or (isinstance(key, int) and not isinstance(key, bool)):
            return key
        if not read.doubtful:
            if isinstance(event, events.ScalarEvent):
                self._refuse(event, f"key {event.value or 'without text'} is not text", "quote it")
            else:
                self._refuse(
                    event, "a list or mapping stands as a key", "quote text that starts with '[' or '{'"
                )
        tree.doubtful = True
        return None

    def _refuse(self, event: Any, message: str, hint: str | None = None) -> None:
        self._found.add(Mark(self._file, *_place(event)), message, hint)


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
