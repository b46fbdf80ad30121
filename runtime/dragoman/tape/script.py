"""What one recorded connection said, step by step, and what it waits for before it goes on."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from dragoman.log import HIDDEN
from dragoman.net.wire import Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.facts import Stream
from dragoman.session.messages import Data
from dragoman.simulate.links import matched
from dragoman.tape.facts import meaning
from dragoman.tape.interactions import difference, steady
from dragoman.tape.lines import Closed, Opened, Received, Sent
from dragoman.tape.scrub import Scrubber

Step: TypeAlias = Received | Sent | Closed
_EXCERPT = 160


class Script:
    """The steps of one connection; `at` is the next one, `said` holds the sent ones that the adapter has sent too."""

    def __init__(
        self, opened: Opened, number: int, stream: Stream, classify: Classifier, scrubber: Scrubber
    ) -> None:
        self.opened = opened
        self.number = number
        self.stream = stream
        self.steps: list[tuple[int, Step]] = []
        self.at = 0
        self.said: set[int] = set()
        self._last = -1
        self._classify = classify
        self._scrubber = scrubber

    def head(self) -> tuple[int, Step] | None:
        """The next step that frames wait for or that is a frame; None at the end."""
        while self.at < len(self.steps):
            step = self.steps[self.at][1]
            if not isinstance(step, Sent) or (self.at not in self.said and self._gates(step)):
                return self.steps[self.at]
            self.at += 1
        return None

    @property
    def unplayed(self) -> list[tuple[int, Received]]:
        """(line number, frame) of the data that has not come to the adapter; answers and heartbeats don't count."""
        return [
            (number, step)
            for number, step in self.steps[self.at :]
            if isinstance(step, Received) and isinstance(meaning(self._classify, step.frame), Data)
        ]

    @property
    def is_over(self) -> bool:
        """Whether nothing comes any more: at most the adapter itself would still do something."""
        return self.at > self._last

    def add(self, number: int, step: Step) -> None:
        """Take in one line of the recording."""
        if isinstance(step, Received) or (isinstance(step, Closed) and step.by != "us"):
            self._last = len(self.steps)
        self.steps.append((number, step))

    def take(self, data: bytes) -> str | None:
        """Note a frame that the adapter sent: None where it was recorded or makes no difference, else what is different."""
        wanted = self._steady(data)
        known = [
            (at, step)
            for at, (_, step) in enumerate(self.steps)
            if isinstance(step, Sent) and at not in self.said
        ]
        for at, step in known:
            if self._steady(step.data) == wanted:
                self.said.add(at)
                return None
        if self._is_beat(data) or self._is_farewell(data):
            return None
        expected = next((step for _, step in known if self._gates(step)), None)
        if expected is None:
            return "nothing more was sent on this connection"
        return difference(wanted, self._steady(expected.data))

    def shown(self, data: bytes) -> str:
        """A frame as text without secrets, for messages."""
        text = self._scrubber.body(data).decode("utf-8", "backslashreplace")
        return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"

    # -- inside --------------------------------------------------------------------------------------------------------

    def _gates(self, step: Sent) -> bool:
        """Whether what follows is an answer to it: heartbeats and farewells keep nothing waiting."""
        return not self._is_beat(step.data) and not self._is_farewell(step.data)

    def _is_beat(self, data: bytes) -> bool:
        rules = self.stream.rules
        return rules is not None and rules.beat is not None and data == rules.beat.encode()

    def _is_farewell(self, data: bytes) -> bool:
        if self.stream.unsubscribe is None:
            return False
        try:
            return matched(self.stream.unsubscribe, msgspec.json.decode(data)) is not None
        except (msgspec.DecodeError, UnicodeDecodeError):
            return False

    def _steady(self, data: bytes) -> Any:
        """A frame without what changes each time and without secrets."""
        content = self._scrubber.frame(Opcode.TEXT, data, self.stream.login_frame)
        text = content.get("text", content.get("base64", ""))
        try:
            return _unhidden(steady(msgspec.json.decode(text), self._scrubber.names.volatile))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return text


def _unhidden(tree: Any) -> Any:
    """Fields whose value was taken out are left out as well: some recorders hide more of them than others."""
    if isinstance(tree, dict):
        return {key: _unhidden(value) for key, value in tree.items() if value != HIDDEN}
    return [_unhidden(value) for value in tree] if isinstance(tree, list) else tree
