"""Where the parts of a tape are."""

from __future__ import annotations

from pathlib import Path


def cassette_path(tape: Path) -> Path:
    """Where the HTTP part of a tape is: `run.tape.jsonl` -> `run.tape.http.yaml`; beside a compressed tape it is compressed."""
    name = tape.name.removesuffix(".zst").removesuffix(".jsonl")
    return tape.with_name(f"{name}.http.yaml{'.zst' if tape.suffix == '.zst' else ''}")
