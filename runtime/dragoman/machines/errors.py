"""Errors of the machines: bounds that were reached."""

from __future__ import annotations

from dragoman.errors import CallError


class TooManyKeys(CallError):
    """A machine already follows as many keys as its declared bound; forget some, or raise the bound in the spec."""

    machine: str
    what: str
    bound: int

    def __init__(self, machine: str, what: str, bound: int) -> None:
        super().__init__(
            f"{machine} {what}: already at its bound of {bound}; forget some keys, or raise the bound in the spec",
            machine=machine,
            what=what,
            bound=bound,
        )
