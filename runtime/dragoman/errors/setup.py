"""Errors to mend before starting: install, configure, log in differently."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors.base import DragomanError, listed


class SetupError(DragomanError):
    """Something that has to be in place before the first call is not."""


class VenueNotFound(SetupError):
    """No generated package of that name is installed."""

    venue: str
    known: tuple[str, ...]

    def __init__(self, venue: str, known: Iterable[str] = ()) -> None:
        names = tuple(sorted(known))
        super().__init__(
            f"no venue {venue[:80]!r} is installed; known: {listed(names)}; write its spec and run `dragoman generate`",
            venue=venue,
            known=names,
        )


class SpecMissing(SetupError):
    """The venue is known, but a part of its description that this call needs is absent."""

    venue: str
    what: str

    def __init__(self, venue: str, what: str) -> None:
        super().__init__(
            f"{venue}: its spec describes no {what}; add it to the spec and run `dragoman generate`",
            venue=venue,
            what=what,
        )


class DependencyMissing(SetupError):
    """An optional package is needed; `extra` is what to install."""

    package: str
    extra: str

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"the package {package!r} is not installed; run `pip install 'dragoman[{extra}]'`",
            package=package,
            extra=extra,
        )


class CredentialsMissing(SetupError):
    """A private call was made without keys; `variables` are the environment variables that would supply them."""

    venue: str
    variables: tuple[str, ...]

    def __init__(self, venue: str, variables: Iterable[str] = ()) -> None:
        names = tuple(variables)
        super().__init__(
            f"{venue}: this call needs credentials; pass credentials={{...}} or set {listed(names)}",
            venue=venue,
            variables=names,
        )


class CredentialsInvalid(SetupError):
    """A credential is there, but can't be used as what the venue's signing needs."""

    venue: str
    credential: str
    why: str

    def __init__(self, venue: str, credential: str, why: str) -> None:
        super().__init__(
            f"{venue}: the credential {credential!r} can't be used: {why}",
            venue=venue,
            credential=credential,
            why=why,
        )
