"""Generation is a pure function of the specs, and what it owns is exactly what it gives."""

from __future__ import annotations

import difflib
import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import pytest
from dragoman_generator import running
from dragoman_generator.diagnostics import SpecErrors
from dragoman_generator.generate import differences, render_all, shared_tree, venue_tree
from dragoman_generator.project import Project
from dragoman_generator.starter import write_starter

from tests.generator.program import Run, edit, generated, made_once, project, run

__all__ = ["generated", "made_once", "project", "run"]

DIGEST = """
import hashlib, sys
from pathlib import Path
from dragoman_generator.generate import render_all
whole = hashlib.sha256()
for path, content in sorted(render_all(Path(sys.argv[1])).items()):
    whole.update(path.as_posix().encode() + content)
print(whole.hexdigest())
"""


def tree(project: Project) -> dict[PurePosixPath, bytes]:
    found = shared_tree(project)
    for name in project.venues():
        found |= venue_tree(project, name)
    return found


def digest_in(folder: Path, specs: Path, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "7" else "UTC"}
    done = subprocess.run(
        [sys.executable, "-c", DIGEST, str(specs)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_what_is_written_is_what_is_rendered(project: Project, run: Run) -> None:
    assert run("generate").code == 0
    assert tree(project) == render_all(project.specs)
    assert run("generate", "--check").code == 0


def test_a_second_run_compiles_nothing_and_writes_nothing(
    generated: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: (generated.root / path).stat().st_mtime_ns for path in tree(generated)}

    def never(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(running, "render_venue", never)
    monkeypatch.setattr(running, "render_shared", never)
    assert "unchanged" in run("generate").err
    assert {path: (generated.root / path).stat().st_mtime_ns for path in tree(generated)} == before


def test_a_run_with_nothing_to_do_loads_no_printer(generated: Project, run: Run) -> None:
    program = (
        "import sys; from dragoman.cli import main\n"
        "try: main(['generate'])\n"
        "except SystemExit: print([n for n in ('black', 'datamodel_code_generator', 'jinja2', 'jsonschema', 'yaml') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_bytes_from_another_folder_and_another_hash_seed(tmp_path: Path) -> None:
    places = [tmp_path / "one", tmp_path / "elsewhere" / "deep"]
    for place in places:
        write_starter("acme", place / "specs")
    found = {digest_in(tmp_path, places[0] / "specs", "1"), digest_in(places[1], places[1] / "specs", "7")}
    assert len(found) == 1


def test_no_file_tells_of_the_machine_or_the_tools(project: Project) -> None:
    for path, content in render_all(project.specs).items():
        text = content.decode()
        assert str(project.root) not in text, path
        if path.suffix == ".py":
            assert version("black") not in text, path


def test_check_finds_a_changed_byte_a_missing_and_a_stale_file(generated: Project, run: Run) -> None:
    package = generated.package / "acme"
    changed = package / "market_data.py"
    changed.write_bytes(changed.read_bytes().replace(b"from decimal", b"from  decimal"))
    line = changed.read_bytes().partition(b"from  decimal")[0].count(b"\n") + 1
    (package / "symbology.py").unlink()
    (package / "left_over.py").write_text("x = 1\n")
    before = tree(generated)
    done = run("generate", "--check")
    assert done.code == 1
    assert done.out.splitlines() == [
        "generated/dragoman_venues/acme/left_over.py: comes from no spec",
        f"generated/dragoman_venues/acme/market_data.py:{line}: is not what the specs give",
        "generated/dragoman_venues/acme/symbology.py: is not there",
        "run `dragoman generate` and commit what it writes",
    ]
    assert tree(generated) == before
    assert run("generate").code == 0
    assert tree(generated) == render_all(generated.specs)


def test_check_finds_what_a_removed_venue_left_behind(project: Project, run: Run) -> None:
    write_starter("bolt", project.specs)
    run("generate")
    for path in sorted((project.specs / "bolt").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (project.specs / "bolt").rmdir()
    (project.package / "bolt" / "__pycache__").mkdir()
    assert "generated/dragoman_venues/bolt/__init__.py: comes from no spec" in run("generate", "--check").out
    assert run("generate").code == 0
    assert not (project.package / "bolt").exists()
    assert not (project.pages / "bolt.md").exists()


def test_a_venue_with_faults_is_left_as_it_lies_and_the_others_are_made(generated: Project, run: Run) -> None:
    write_starter("bolt", generated.specs)
    before = venue_tree(generated, "acme")
    edit(generated.specs / "acme" / "market_data.yaml", "policy: closed", "policy: shut")
    done = run("generate")
    assert done.code == 1
    assert "specs/acme/market_data.yaml:11:13: 'shut' is not one of 'closed' or 'open'" in done.err
    assert venue_tree(generated, "acme") == before
    assert venue_tree(generated, "bolt")
    with pytest.raises(SpecErrors):
        render_all(generated.specs)


def test_one_named_venue_alone(project: Project, run: Run) -> None:
    write_starter("bolt", project.specs)
    assert run("generate", "bolt").code == 0
    assert not venue_tree(project, "acme")
    done = run("generate", "bolts")
    assert (done.code, "did you mean 'bolt'?" in done.err) == (1, True)


def test_a_folder_is_called_as_its_venue(project: Project, run: Run) -> None:
    edit(project.specs / "acme" / "venue.yaml", "  id: acme ", "  id: acne ")
    assert "the venue's id is 'acne', and its folder is called 'acme'" in run("generate").err


def test_one_changed_line_of_a_spec_is_one_changed_line_of_code(project: Project) -> None:
    before = render_all(project.specs)
    edit(project.specs / "acme" / "market_data.yaml", "last: int as last_sequence", "l: int as last_sequence")
    after = render_all(project.specs)
    changed = [difference.path.name for difference in differences(after, before)]
    assert changed == ["lock.json", "market_data.py"]
    path = PurePosixPath("generated/dragoman_venues/acme/market_data.py")
    lines = difflib.ndiff(before[path].decode().splitlines(), after[path].decode().splitlines())
    assert [line for line in lines if line[:1] in "+-"] == [
        '-     last_sequence: int = field(name="last")',
        '+     last_sequence: int = field(name="l")',
    ]


def test_the_lock_holds_the_digest_of_every_spec_file(project: Project) -> None:
    lock = render_all(project.specs)[PurePosixPath("generated/dragoman_venues/acme/lock.json")].decode()
    for name in ("venue.yaml", "market_data.yaml"):
        assert hashlib.sha256((project.specs / "acme" / name).read_bytes()).hexdigest() in lock
    assert f'"black": "{version("black")}"' in lock
