"""What is fuzzed: translators, sessions and framers, by the first bytes of what comes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.faults.framers import FRAMERS, check_framer
from tests.faults.mutations import LARGEST, check, check_session, material, report

HEAD = 4
"""Target, sample (two bytes, the lower first), and a number that the target uses."""
KINDS = 4


class Finding(Exception):
    """Bytes that are taken badly."""


def take(data: bytes) -> None:
    """Let one target have the bytes; raises Finding where it takes them badly."""
    if len(data) < HEAD:
        return
    kind, place, number = data[0] % KINDS, data[1] | data[2] << 8, data[3]
    payload = data[HEAD : HEAD + LARGEST]
    if kind == KINDS - 1:
        name = list(FRAMERS)[place % len(FRAMERS)]
        why = check_framer(name, payload, [1 + number % 70, 1 + number // 3 % 70])
        if why:
            raise Finding(f"{name}: {why}")
        return
    sample = material()[place % len(material())]._replace(payload=payload)
    why = check_session(sample.venue, payload) if kind == 2 else check(sample, [], kind == 1)
    if why:
        raise Finding(report(sample, [], why))


def seeds(most: int) -> Iterator[bytes]:
    """Good messages to begin with, spread over all there are, and some bytes for every framer."""
    samples = material()
    step = max(1, len(samples) // most)
    for place in range(0, min(len(samples), 1 << 16), step):
        yield bytes((place // step % 3, place & 255, place >> 8, 0)) + samples[place].payload
    for place in range(len(FRAMERS)):
        yield bytes((KINDS - 1, place, 0, 7)) + b"\x03abc\r\n\x00\x00\x00\x02ok\n"
