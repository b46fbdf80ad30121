"""Every protocol case of every venue."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.specs.cases import Found, cases, run

ALL = list(cases())


@pytest.mark.parametrize("found", ALL, ids=str)
def test_case(found: Found) -> None:
    run(found)


def test_names_tell_cases_apart() -> None:
    twice = [name for name, count in Counter(map(str, ALL)).items() if count > 1]
    assert not twice, twice
