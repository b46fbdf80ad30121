"""What a request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from dragoman.requests.params import plain


class Read(Struct, frozen=True):
    """One request understood: the command's name and its terms, `instrument` among them; `form` is the list that it is of.

    `alone` is said of an order for a position with margin of its own, `replaces` of a change that is another order, called `name`;
    `product` is the one that the order is of where another shares its instruments; `either` is said of one that waits for a price in words that do not tell on which side of the market that lies.
    """

    command: str
    terms: Mapping[str, Any]
    form: str = ""
    alone: bool = False
    either: bool = False
    product: str = ""
    replaces: bool = False
    name: str | None = None


def same(given: Any, wanted: Any) -> bool:
    """Whether a parameter has a value, as text or as JSON."""
    if given is None:
        return False
    return bool(given == wanted) or plain(given).lower() == plain(wanted).lower()
