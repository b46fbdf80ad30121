"""`python -m tests.fuzz` looks for frames that are taken badly by what they make the code do; `python -m tests.fuzz FILE` takes one again."""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

LONGEST = 8192
MOST_SEEDS = 4000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="a finding to take again")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--corpus", type=Path, help="where what was found interesting is kept; else nowhere")
    parser.add_argument("--findings", type=Path, default=Path(".fuzz/findings"))
    options = parser.parse_args()
    fuzzer = import_module("atheris")
    with fuzzer.instrument_imports(include=["dragoman", "dragoman_venues"]):
        targets = import_module("tests.fuzz.targets")
    if options.file is not None:
        targets.take(options.file.read_bytes())
        sys.exit(0)
    options.findings.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        kept, seeds = options.corpus or Path(temporary) / "kept", Path(temporary) / "seeds"
        for folder in (kept, seeds):
            folder.mkdir(parents=True, exist_ok=True)
        for place, seed in enumerate(targets.seeds(MOST_SEEDS)):
            (seeds / f"{place:05}").write_bytes(seed[:LONGEST])
        limits = [f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=2048", f"-runs={options.runs}"]
        limits += [f"-max_total_time={options.seconds}", f"-artifact_prefix={options.findings}/"]
        fuzzer.Setup(
            [sys.argv[0], *limits, "-seed=1", "-print_final_stats=1", str(kept), str(seeds)], targets.take
        )
        fuzzer.Fuzz()


if __name__ == "__main__":
    main()
