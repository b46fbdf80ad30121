"""What a memory keeps of a message: the fields that the next one of its key is compared with, which are few of many."""

from __future__ import annotations

import re

from dragoman_generator.emit.structs import StructText, imports_of
from dragoman_generator.ir.venue import Channel, Venue
from dragoman_generator.resolve.names import camel, docstring
from dragoman_generator.resolve.reading import Reading

_SWAP = re.compile(r"before = memory\.swap\((.+), (\w+)\)")
_MACHINE = re.compile(r"memory: Memory\[(\w+)\] =")
_USED = re.compile(r"(?<![.\w])before\b(?! is (?:not )?None\b)(?:\.(\w+)(?!\w*\())?")
"""How a message before is read: `before.price`, or as a whole."""


def kept_before(
    channel: Channel, lines: list[str], venue: Venue, reading: Reading
) -> tuple[list[str], StructText | None]:
    """The lines of a function with a record of its own for what is looked back at; as they are where that is most of the message."""
    swaps = [match for line in lines if (match := _SWAP.fullmatch(line.strip()))]
    machine = _MACHINE.search("\n".join(lines))
    shape = venue.shapes.get(machine[1]) if machine else None
    if len(swaps) != 1 or machine is None or shape is None:
        return lines, None
    (_, row), swap = swaps[0].groups(), swaps[0][0]
    used = _USED.findall("\n".join(line for line in lines if line.strip() != swap))
    read = [item for item in shape.fields if item.name in used]
    name = f"{camel(channel.name)}Before"
    taken = {*venue.shapes, *venue.enums, *venue.data_types}
    if {item.name for item in read} != set(used) or 2 * len(read) > len(shape.fields) or name in taken:
        return lines, None
    values = ", ".join(f"{row}.{item.name}" for item in read)
    told = swap.removesuffix(f"{row})") + f"{name}({values}))"
    fields = tuple(f"{item.name}: {reading.annotation(item.type)}" for item in read)
    doc = docstring(f"What is kept of {channel.name}, for the next message of the same key.")
    struct = StructText(name, "frozen=True, gc=False", doc, fields, imports_of(fields))
    kept = [line.replace(swap, told).replace(machine[0], f"memory: Memory[{name}] =") for line in lines]
    return kept, struct
