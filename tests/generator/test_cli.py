"""check, explain, new and report as a person runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dragoman_generator.compile import require_venue
from dragoman_generator.explain import ways
from dragoman_generator.project import Project
from dragoman_generator.starter import StarterRefused, starter

from tests.generator.program import Run, edit, generated, made_once, project, run

__all__ = ["generated", "made_once", "project", "run"]


# -- check -------------------------------------------------------------------------------------------------------------


def test_check_tells_every_fault_of_every_file_at_once(project: Project, run: Run) -> None:
    folder = project.specs / "acme"
    edit(folder / "venue.yaml", "    codec: json", "    codec: jsn")
    edit(folder / "market_data.yaml", "values: {buy", "valus: {buy")
    edit(
        folder / "market_data.yaml",
        "first: int as first_sequence",
        "first: integer as first_sequence",
    )
    done = run("check")
    assert done.code == 1
    assert [line.rpartition("acme/")[2] for line in done.out.splitlines()] == [
        "market_data.yaml:8:3: missing required key 'values' in enum 'Aggressor'",
        "market_data.yaml:9:5: unknown key 'valus' (did you mean 'values'?)",
        "venue.yaml:74:12: 'jsn' is not one of 'binary', 'csv', 'dbn', 'fix', 'json', 'json_lines', 'msgpack', 'protobuf', 'sbe' or 'text_rows' (did you mean 'json'?)",
    ]
    edit(folder / "venue.yaml", "    codec: jsn", "    codec: json")
    edit(folder / "market_data.yaml", "valus: {buy", "values: {buy")
    assert "unknown type 'integer' (did you mean 'int'?)" in run("check").out


def test_check_takes_folders_files_and_names(project: Project, run: Run) -> None:
    assert run("check", "acme").code == run("check", "specs/acme").code == 0
    edit(project.specs / "acme" / "venue.yaml", "    codec: json", "    codec: jsn")
    assert run("check", "specs/acme/venue.yaml").code == 1
    assert (
        run("check", "specs/acme/market_data.yaml").code == 0
    )  # told are the faults of the file that is named
    assert "there is no such file, folder or venue" in run("check", "specs/bolt").out


@pytest.mark.parametrize("command", ["check", "generate", "report"])
def test_where_there_is_no_spec_nothing_is_written(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(command)
    assert (done.code, "`dragoman new VENUE` begins one" in done.err) == (1, True)
    assert not list(tmp_path.iterdir())


# -- new ---------------------------------------------------------------------------------------------------------------


def test_the_starter_passes_check_generates_and_holds_its_own_cases(project: Project, run: Run) -> None:
    assert run("check", "acme").code == 0
    assert run("generate").code == 0
    program = """
import sys
from pathlib import Path
from tests.specs import cases
cases.SPECS = Path(sys.argv[1])
found = list(cases.cases())
for case in found:
    cases.run(case)
print(len(found))
"""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(project.root / "generated"), str(Path(__file__).parents[2])]),
    }
    done = subprocess.run(
        [sys.executable, "-c", program, str(project.specs)], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 6


def test_the_starter_explains_itself() -> None:
    for path, text in starter("acme").items():
        comments = [line for line in text.splitlines() if "#" in line]
        assert comments, path


@pytest.mark.parametrize("name", ["Acme", "1st", "import", "../out", "a b", "schema", "", "x" * 49])
def test_a_name_that_could_be_no_package_is_refused(name: str) -> None:
    with pytest.raises(StarterRefused):
        starter(name)


def test_new_never_overwrites(project: Project, run: Run) -> None:
    before = (project.specs / "acme" / "venue.yaml").read_bytes()
    done = run("new", "acme")
    assert (done.code, "is there already" in done.err) == (1, True)
    assert (project.specs / "acme" / "venue.yaml").read_bytes() == before
    assert run("new", "bolt", "--dir", "other/specs").code == 0
    assert (project.root / "other" / "specs" / "bolt" / "cases" / "market_data.yaml").is_file()


# -- explain -----------------------------------------------------------------------------------------------------------


def test_explain_shows_the_whole_way_of_one_value(generated: Project, run: Run) -> None:
    done = run("explain", "acme", "trades.time_ms")
    assert done.code == 0
    assert done.out == (
        "trades.time_ms\n"
        "  wire        $.time\n"
        f"  spec        specs/acme/venue.yaml:{line(generated, 'time: ts(ms)  ', of='venue')}:9\n"
        "              time: ts(ms)\n"
        "  type        time, held as int\n"
        "  read        time_ms * 1_000_000\n"
        f"  struct      {place(generated, 'class Trades(', 'time_ms: int')}\n"
        '              time_ms: int = field(name="time")\n'
        "\n"
        "  event       TradeTick.ts_event\n"
        "  expression  time_ms\n"
        f"  spec        specs/acme/market_data.yaml:{line(generated, 'trade_id: id, ts_event: time_ms', last=True)}:85\n"
        f"  code        {place(generated, 'def emit_trades(', 'message.time_ms')}\n"
        "              message.time_ms * 1_000_000\n"
    )


def test_explain_of_an_event_lists_every_source(generated: Project, run: Run) -> None:
    told = run("explain", "acme", "TradeTick.price").out
    assert "get_trades.price" in told
    assert "trades.price" in told
    assert "$[].price" in told


@pytest.mark.parametrize(
    ("venue", "field"),
    [("binance", "TradeTick.price"), ("binance", "FillReport.trade_id"), ("bitmex", "Bar.low")],
)
def test_explain_finds_code_that_several_sources_share(venue: str, field: str) -> None:
    committed = Project(Path(__file__).parents[2])
    found = ways(require_venue(committed.folder(venue), committed.root), committed, field)
    uses = [use for way in found for use in way.uses]
    assert len({use.code[0] for use in uses}) < len(uses), "none is shared"
    assert [use.event_field for use in uses if not use.code[0]] == []


def test_explain_names_what_it_knows(project: Project, run: Run) -> None:
    assert "did you mean 'trades'?" in run("explain", "acme", "trade.price").err
    assert "did you mean 'price'?" in run("explain", "acme", "trades.prize").err
    assert run("explain", "bolt", "x.y").code == 1


def test_explain_before_generation_says_so(project: Project, run: Run) -> None:
    assert "not generated yet" in run("explain", "acme", "trades.price").out


def line(project: Project, text: str, last: bool = False, of: str = "market_data") -> int:
    lines = (project.specs / "acme" / f"{of}.yaml").read_text().splitlines()
    found = [number for number, said in enumerate(lines, 1) if text in said]
    return found[-1 if last else 0]


def place(project: Project, after: str, text: str) -> str:
    lines = (project.package / "acme" / "market_data.py").read_text().splitlines()
    start = next(number for number, said in enumerate(lines) if said.startswith(after))
    found = next(number for number, said in enumerate(lines[start:], start + 1) if text in said)
    return f"generated/dragoman_venues/acme/market_data.py:{found}"


# -- report ------------------------------------------------------------------------------------------------------------


def test_report_counts_what_there_is(generated: Project, run: Run) -> None:
    (found,) = json.loads(run("report", "--json").out)
    assert {kind: each["missing"] for kind, each in found["coverage"].items() if kind != "enum values"} == {
        "operations": [],
        "channels": [],
        "table rows": [],
    }
    assert (found["operations"], found["channels"], found["hooks"], found["cases"]) == (4, 2, 0, 9)
    assert found["capabilities"]["TradeTick"] == {"spot": ["live", "request"]}
    assert found["spec_lines"] == sum(
        len(path.read_text().splitlines()) for path in generated.spec_files("acme")
    )
    shown = run("report").out
    assert "acme" in shown
    assert "TradeTick" in shown


def test_a_row_of_the_report_is_one_line_of_a_pipe(
    generated: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "16")
    (row,) = (line for line in run("report").out.splitlines() if line.split()[:1] == ["TradeTick"])
    assert row.split() == ["TradeTick", "spot", "LR"]


def test_report_names_what_has_no_case(project: Project, run: Run) -> None:
    (project.specs / "acme" / "cases" / "market_data.yaml").unlink()
    (found,) = json.loads(run("report", "--json").out)
    assert found["coverage"]["channels"] == {"of": 2, "missing": ["book", "trades"]}
    assert found["coverage"]["operations"]["missing"] == [
        "get_balances",
        "get_book",
        "get_symbols",
        "get_trades",
    ]
    assert run("report", "--missing").out.splitlines()[:2] == [
        "acme operations: get_balances",
        "acme operations: get_book",
    ]
