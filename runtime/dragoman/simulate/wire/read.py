"""What a request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Read:
    """One request understood: the command's name and its terms, `instrument` among them; `form` is the list that it is of."""

    command: str
    terms: Mapping[str, Any]
    form: str = ""
