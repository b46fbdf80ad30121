"""Symbol rules of the venue elm, both ways. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_OUTCOME_1 = re.compile("(?P<market>.+?)\\-(?P<runner>-?\\d+)\\-(?P<line>-?\\d+(?:\\.\\d+)?)\\.ELM")
_OUTCOME_2 = re.compile("(?P<market>.+?)\\-(?P<runner>-?\\d+)\\.ELM")


def outcome_id(key: tuple[str, int, Decimal]) -> InstrumentId:
    """The instrument id of a key of outcome."""
    market, runner, line = key
    if line != 0:
        return InstrumentId(f"{market}-{runner}-{line}.ELM")
    return InstrumentId(f"{market}-{runner}.ELM")


def outcome_key(instrument_id: str) -> tuple[str, int, Decimal] | None:
    """The key of outcome that an id was made from, or None."""
    found = _OUTCOME_1.fullmatch(instrument_id)
    if found is not None:
        key = (found["market"], int(found["runner"]), Decimal(found["line"]))
        if outcome_id(key) == instrument_id:
            return key
    found = _OUTCOME_2.fullmatch(instrument_id)
    if found is not None:
        key = (found["market"], int(found["runner"]), Decimal(0))
        if outcome_id(key) == instrument_id:
            return key
    return None


def outcome_raw(key: tuple[str, int, Decimal]) -> str:
    """The venue's own symbol of a key of outcome."""
    market, runner, _line = key
    return f"{market}-{runner}"


PRODUCTS: dict[str, Product] = {
    "outcome": Product(
        "outcome", ("market", "runner", "line"), ("BettingInstrument",), outcome_id, outcome_key, outcome_raw
    ),
}
