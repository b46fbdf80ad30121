"""translate and request as a person runs them: JSON out, sentences on stderr, secrets nowhere."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from dragoman.cli import main
from dragoman.cli.values import addresses, assignments, structured

TRADE = (
    b'{"e":"aggTrade","E":1700000000123,"a":42,"s":"BTCUSDT","p":"27451.00","q":"0.250","f":1,"l":2,'
    b'"T":1700000000120,"m":true}'
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """(exit code, stdout, stderr) of one command."""

    def ran(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(arguments)
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return ran


# -- translate ---------------------------------------------------------------------------------------------------------


def test_one_object_an_event_with_every_digit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "frame.json").write_bytes(TRADE)
    code, out, err = run(
        "translate", "binance", "ws", str(tmp_path / "frame.json"), "--product", "usdm", "--ts-init", "7"
    )
    assert (code, err) == (0, "")
    event = json.loads(out)
    assert (event["type"], event["price"], event["size"], event["ts_init"]) == (
        "TradeTick",
        "27451.00",
        "0.250",
        7,
    )
    assert event["instrument_id"] == "BTCUSDT-PERP.BINANCE"


def test_lines_are_messages_of_their_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "frames.jsonl").write_bytes(TRADE + b"\n\n" + TRADE.replace(b'"a":42', b'"a":43') + b"\n")
    code, out, _ = run(
        "translate", "binance", "ws", str(tmp_path / "frames.jsonl"), "--product", "spot", "--jsonl"
    )
    assert code == 0
    assert [json.loads(line)["trade_id"] for line in out.splitlines()] == ["42", "43"]


def test_a_bad_line_is_told_and_the_others_come_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "frames.jsonl").write_bytes(TRADE + b"\n" + TRADE[:30] + b"\n" + TRADE + b"\n")
    code, out, err = run(
        "translate", "binance", "ws", str(tmp_path / "frames.jsonl"), "--product", "spot", "--jsonl"
    )
    assert (code, len(out.splitlines())) == (1, 2)
    assert err.startswith("line 2: DecodeError: ")


def test_standard_input_and_parameters_of_the_call(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    body = b'[{"id":1,"price":"2.50","qty":"3","time":1700000000000,"isBuyerMaker":false}]'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
    _, out, _ = run(
        "translate", "binance", "get_trades", "-", "--product", "spot", "--request", "symbol=ETHBTC"
    )
    assert json.loads(out)["instrument_id"] == "ETHBTC.BINANCE"


def test_errors_are_typed_sentences_and_exit_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_bytes(TRADE[:40])
    code, out, err = run("translate", "binance", "ws", str(tmp_path / "cut.json"), "--product", "spot")
    assert (code, out) == (1, "")
    assert err.startswith("DecodeError: BINANCE ws")
    code, _, err = run("translate", "binance", "nope", str(tmp_path / "cut.json"))
    assert (code, err.partition(":")[0]) == (1, "UnknownSource")
    code, _, err = run("translate", "nobody", "ws", str(tmp_path / "cut.json"))
    assert (code, err.partition(":")[0]) == (1, "VenueNotFound")


def test_wrong_usage_exits_2(run: Run) -> None:
    assert run("translate", "binance", "ws", "/nowhere/at/all")[0] == 2
    assert run("translate", "binance", "ws", "-", "--request", "symbol")[0] == 2


def test_sources_are_listed(run: Run) -> None:
    _, out, _ = run("translate", "binance", "?")
    assert {"ws", "get_trades", "GET /api/v3/trades"} <= set(out.splitlines())


# -- request -----------------------------------------------------------------------------------------------------------


def test_a_dry_run_prints_what_would_go_out(run: Run) -> None:
    code, out, _ = run("request", "binance", "get_trades", "--set", "symbol=BTCUSDT", "--set", "limit=5", "--product", "spot", "--dry-run")  # fmt: skip
    assert (code, out) == (0, "GET https://api.binance.com/api/v3/trades?symbol=BTCUSDT&limit=5\n")


def test_another_environment_has_other_addresses(run: Run) -> None:
    _, out, _ = run(
        "request", "binance", "ping", "--product", "spot", "--environment", "testnet", "--dry-run"
    )
    assert out == "GET https://testnet.binance.vision/api/v3/ping\n"


def test_a_frame_is_printed_as_its_text(run: Run) -> None:
    _, out, _ = run("request", "binance", "subscribe", "--set", "type=TradeTick", "--set", "instrument_id=BTCUSDT.BINANCE", "--dry-run")  # fmt: skip
    assert json.loads(out)["params"] == ["btcusdt@trade"]


def test_secrets_are_redacted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINANCE_API_KEY", "key-that-nobody-may-see")
    _, out, _ = run("request", "binance", "get_futures_historical_trades", "--set", "symbol=BTCUSDT", "--product", "usdm", "--dry-run")  # fmt: skip
    assert "X-MBX-APIKEY: ***" in out
    assert "nobody-may-see" not in out


def test_missing_credentials_name_their_variables(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BINANCE_API_KEY", raising=False)
    code, _, err = run("request", "binance", "get_futures_historical_trades", "--set", "symbol=BTCUSDT", "--product", "usdm", "--dry-run")  # fmt: skip
    assert code == 1
    assert "BINANCE_API_KEY" in err


def test_what_is_no_query_is_only_shown(run: Run) -> None:
    code, _, err = run("request", "binance", "subscribe", "--set", "type=TradeTick", "--set", "instrument_id=BTCUSDT.BINANCE")  # fmt: skip
    assert (code, "--dry-run" in err) == (2, True)


# -- values ------------------------------------------------------------------------------------------------------------


def test_values_keep_their_digits() -> None:
    said = assignments(["price=27451.00", "ids=[1,2]", "text=a=b"])
    assert structured(said) == {"price": "27451.00", "ids": [1, 2], "text": "a=b"}


def test_addresses_by_name_by_product_or_for_all() -> None:
    servers, connections = ("spot", "usdm"), ("stream",)
    assert addresses(["http://h:1", "ws://h:2/ws?x=1"], servers, connections) == {
        "http": {"spot": "http://h:1", "usdm": "http://h:1"},
        "connections": {"stream": "ws://h:2/ws?x=1"},
    }
    assert addresses(["usdm=http://h:1", "stream:spot=ws://h:2"], servers, connections) == {
        "http": {"usdm": "http://h:1"},
        "connections": {"stream": {"spot": "ws://h:2"}},
    }
    for wrong in ("h:1", "nobody=http://h:1"):
        with pytest.raises(typer.BadParameter):
            addresses([wrong], servers, connections)


# -- what is not installed -----------------------------------------------------------------------------------------------

WITHOUT = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {module!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
from dragoman.cli import main
main({arguments!r})
"""


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("typer", ["--help"], "cli"),
        ("yaml", ["check"], "generator"),
        ("jsonschema", ["check"], "generator"),
        ("black", ["generate", "--check", "binance"], "generator"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(module: str, arguments: list[str], extra: str) -> None:
    program = WITHOUT.format(module=module, arguments=arguments)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"pip install 'dragoman[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_of_the_runtime_run_without_the_generator(tmp_path: Path) -> None:
    (tmp_path / "frame.json").write_bytes(TRADE)
    arguments = ["translate", "binance", "ws", str(tmp_path / "frame.json"), "--product", "spot"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(module="yaml", arguments=arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, json.loads(done.stdout)["trade_id"]) == (0, "42")
