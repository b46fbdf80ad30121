"""What keeps a venue from being simulated."""

from __future__ import annotations

from dragoman.errors import SetupError


class NotInvertible(SetupError):
    """An event can't be turned into a payload that means it; `source` is the channel or operation, `field` what fails."""

    venue: str
    source: str
    field: str
    why: str

    def __init__(self, venue: str, source: str, field: str, why: str) -> None:
        place = f"{source}, {field}" if field else source
        super().__init__(
            f"{venue}: events can't be turned back into payloads of {place}: {why}; "
            "map the field in the spec by a plain path, or leave the source out of the simulation",
            venue=venue,
            source=source,
            field=field,
            why=why,
        )


class NotSimulated(SetupError):
    """The simulated venue knows what was asked for, but has nothing to answer it with."""

    venue: str
    what: str

    def __init__(self, venue: str, what: str) -> None:
        super().__init__(
            f"{venue}: {what}, and no event of the simulated market goes there", venue=venue, what=what
        )
