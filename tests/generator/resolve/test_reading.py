"""How an optional value in text is known to be there."""

from __future__ import annotations

import pytest
from dragoman.translate.reads import integer
from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.resolve.reading import Reading


@pytest.mark.parametrize(
    ("may_be_absent", "stored", "there"),
    [
        (True, None, False),
        (True, "", False),
        (True, 0, True),
        (False, 0, True),
        (True, "0", True),
        (False, "", False),
        (False, "0", True),
    ],
)
def test_an_integer_in_text_is_read_only_where_it_is_there(
    may_be_absent: bool, stored: str | int | None, there: bool
) -> None:
    kind = WireType("int_text", optional=True, may_be_absent=may_be_absent, empty_is_none=True)
    shape = Shape("Row", "record", (Field("n", "n", kind),))
    record = Reading({"Row": shape}, {}).record("Row")
    told = f"integer(stored) if {record.present['n'].replace('{}', 'stored')} else None"
    assert record.reads["n"].format("stored") == "integer(stored)"
    assert eval(told, {"stored": stored, "integer": integer}) == (0 if there else None)
