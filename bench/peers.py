"""The other side of the bench, run by the peers' own interpreter: `python -m bench.peers nautilus|ccxt FOLDER`.

A line of JSON in (`{"case": "trade", "seconds": 0.2}`), a line out (`{"ns": 1234.5}` or `{"absent": "why"}`), so that both
processes are warm and take turns. FOLDER holds a `<case>.json` each, written by the main script.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.timing import Feed, ns_per_message

Makers = dict[str, Callable[[], Feed]]


def load(kind: str, folder: Path, frames: dict[str, list[bytes]]) -> Makers:
    if kind == "nautilus":
        from bench.peer_nautilus import makers

        return makers(folder)
    from bench.peer_ccxt import makers as ccxt_makers

    return ccxt_makers(frames)


def main() -> None:
    kind, folder = sys.argv[1], Path(sys.argv[2])
    described: dict[str, Any] = {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}
    frames = {name: [frame.encode() for frame in one["frames"]] for name, one in described.items()}
    makers = load(kind, folder, frames)
    print(json.dumps({"ready": sorted(makers)}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        name = asked["case"]
        if name not in makers:
            answer: dict[str, object] = {"absent": f"{kind} has no such decoder"}
        else:
            per_frame = described[name]["per_frame"]
            answer = {"ns": ns_per_message(makers[name], frames[name] or [b""], per_frame, asked["seconds"])}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
