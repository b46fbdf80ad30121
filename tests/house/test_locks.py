"""What is pinned satisfies what is declared, and a lock says nothing of where packages come from."""

import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from tests.house.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements-dev.lock", "bench/peers-requirements.lock")


def pins(lock: str) -> dict[str, Requirement]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line.strip()]
    return {one.name.lower().replace("_", "-"): one for one in found}


def unsatisfied(wanted: list[str], lock: str) -> list[str]:
    pinned = pins(lock)
    wrong = []
    for text in wanted:
        requirement = Requirement(text)
        pin = pinned.get(requirement.name.lower().replace("_", "-"))
        if pin is None or not requirement.specifier.contains(next(iter(pin.specifier)).version):
            wrong.append(f"{text}: {lock} has {pin}; run `make lock`")
    return wrong


def test_the_development_lock_holds_all_that_is_declared() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    for extra in ("cli", "generator", "databento", "keys"):
        wanted += extras[extra]
    assert not (wrong := unsatisfied(wanted, "requirements-dev.lock")), "\n".join(wrong)


def test_the_peers_lock_holds_the_peers() -> None:
    wanted = PROJECT["project"]["optional-dependencies"]["peers"]
    assert not (wrong := unsatisfied(wanted, "bench/peers-requirements.lock")), "\n".join(wrong)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_exactly_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--" not in text
    assert all([one.operator for one in pin.specifier] == ["=="] for pin in pins(lock).values())


def test_the_environment_is_the_one_that_is_pinned() -> None:
    """Checks with another black or mypy than the pinned one would say something else elsewhere."""
    pinned = pins("requirements-dev.lock")
    for tool in ("black", "ruff", "mypy", "pytest", "datamodel-code-generator", "jinja2"):
        assert pinned[tool].specifier.contains(
            version(tool)
        ), f"{tool} {version(tool)}: `make clean`, then again"
