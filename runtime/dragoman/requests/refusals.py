"""What a venue can't do is refused before anything is sent, and the log tells of it where the caller may not look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import Denied, NotSupported
from dragoman.log import Log

log = Log("dragoman.refused")


@contextmanager
def refusals_logged() -> Iterator[None]:
    """Warn of a NotSupported or Denied on its way to the caller."""
    try:
        yield
    except (NotSupported, Denied) as error:
        tell(error)
        raise


def tell(refusal: NotSupported | Denied) -> None:
    """The warning itself."""
    log.warning("refused", venue=refusal.venue, action=refusal.action, error=refusal)
