"""What goes wrong with tapes: a file that is none, something asked that was not recorded, a replay that cannot go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.errors import DragomanError, SetupError


class TapeUnusable(SetupError):
    """The file cannot be read as a tape, or cannot be written."""

    file: str
    why: str

    def __init__(self, file: object, why: str) -> None:
        super().__init__(f"{file}: {why}", file=str(file), why=why)


class Nearest(msgspec.Struct, frozen=True):
    """A recording that is like what was asked for, with the matchers that held and those that failed, each with its difference."""

    recorded: str
    matched: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        failed = "; ".join(
            f"{name} differs ({said})" if said else f"{name} differs" for name, said in self.failed
        )
        return f"{self.recorded}: {failed or 'the same, and played already'}"


class TapeMiss(DragomanError):
    """Something was asked for that is not on the tape; `nearest` are the recordings most like it, best first."""

    file: str
    asked: str
    nearest: tuple[Nearest, ...]

    def __init__(self, file: object, asked: str, nearest: Iterable[Nearest] = ()) -> None:
        near = tuple(nearest)
        said = " | ".join(str(each) for each in near) or "nothing like it"
        super().__init__(
            f"{file}: {asked} is not on the tape; nearest: {said}; record it anew, or ask for what was recorded",
            file=str(file),
            asked=asked,
            nearest=near,
        )


class TapeStalled(DragomanError):
    """The tape waits for something that the adapter does not do; `waiting` says for what."""

    file: str
    waiting: tuple[str, ...]

    def __init__(self, file: object, waiting: Sequence[str]) -> None:
        super().__init__(
            f"{file}: the tape goes on only after {' and '.join(waiting)}, as it was recorded; that does not happen",
            file=str(file),
            waiting=tuple(waiting),
        )


class SocketBlocked(DragomanError):
    """A test that runs on a tape tried to open a socket."""

    address: str

    def __init__(self, address: object) -> None:
        super().__init__(
            f"a connection to {address} was blocked: the test runs on a tape; record it with --tape-mode=rewrite",
            address=str(address),
        )
