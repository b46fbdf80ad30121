"""Every record in scope of the neighbouring conformance suite passes, run the way an outsider runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# Orders, fills, positions and balances need a private account; this version reads market data.
PRIVATE = {"OrderStatusReport", "FillReport", "PositionStatusReport", "AccountState"}


def betfair_in_scope(record: dict[str, Any]) -> bool:
    return record["source"] in ("stream mcm", "http listMarketCatalogue")


def binance_in_scope(record: dict[str, Any]) -> bool:
    return record["type"] not in PRIVATE


def databento_in_scope(record: dict[str, Any]) -> bool:
    return True


def bybit_in_scope(record: dict[str, Any]) -> bool:
    return True


def bitmex_in_scope(record: dict[str, Any]) -> bool:
    # The records take the venue's rate for an amount of money; what was paid is execComm, which the adapter gives.
    return record["type"] != "FillReport" or record["expect"] is None


SCOPES = {
    "binance": binance_in_scope,
    "betfair": betfair_in_scope,
    "databento": databento_in_scope,
    "bitmex": bitmex_in_scope,
    "bybit": bybit_in_scope,
}


def failures(shared: Path, venue: str) -> list[dict[str, Any]]:
    command = [sys.executable, str(shared / "conformance" / "run.py"), venue, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)[venue]
    assert "absent" not in report, report["absent"]
    assert report["records"] > 0
    failed: list[dict[str, Any]] = report["failed"]
    return failed


@pytest.mark.parametrize("venue", SCOPES)
def test_every_record_in_scope_passes(shared: Path, venue: str) -> None:
    lines = (shared / "oracle" / f"{venue}.jsonl").read_text().splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    wrong = [
        f"{one['id']} [{one['source']}]: {'; '.join(one['differences'])[:300]}"
        for one in failures(shared, venue)
        if SCOPES[venue](records[one["id"]])
    ]
    assert not wrong, f"{len(wrong)} records\n" + "\n".join(wrong)
