"""What a user gets from the package index is what lies in the three package roots."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = target.glob("*.whl")
    return zipfile.ZipFile(path)


def package_files(package: Path) -> set[str]:
    return {
        str(path.relative_to(package.parent))
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


def test_the_wheel_holds_every_file_of_the_three_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    ours = set().union(*(package_files(package) for package in PACKAGES))
    assert packed == ours


def test_the_wheel_holds_templates_and_type_markers(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert any(name.startswith("dragoman_generator/") and name.endswith((".j2", ".jinja2")) for name in names)
    for package in PACKAGES:
        assert f"{package.name}/py.typed" in names


def test_the_wheel_offers_the_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    texts = {Path(name).name: wheel.read(name).decode() for name in wheel.namelist() if ".dist-info/" in name}
    assert "dragoman = dragoman.cli" in texts["entry_points.txt"]
    assert "Apache License" in texts["LICENSE"]
    assert "Requires-Python: >=3.11" in texts["METADATA"]
