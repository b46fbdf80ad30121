"""Long statements broken over lines where black breaks them, so that it finds nothing to change and reads a file once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman_generator.emit.brackets import (
    TOKEN,
    Bracket,
    Items,
    NotKnown,
    Token,
    choice,
    flat,
    has_loop,
    items_of,
    joined,
    loops_of,
    merged,
    plain,
    without_empty,
)

LINE_LENGTH = 110
_STEP = 4
_BOUND = re.compile(r":=|\b(?:for|yield|await|lambda)\b|\*")
"""What needs brackets, or may."""
_HELD = re.compile(r" *(?:[\w.]+ = |return |(?:if|elif|while) )\(")
"""A statement whose value may stand in brackets that it can do without."""
_ASSIGNS = re.compile(r"^return |(?<![=!<>:]) = ")
_TARGET = re.compile(r"[A-Za-z_][\w.]*: [^=]+ = ")
_BRANCH = re.compile(r"(?:if|elif|while) ")
_CALL = re.compile(r"(?:raise |await )?(?:[A-Za-z_]\w*\.)?[A-Za-z_]\w*")
_NAMED = re.compile(r"""(?:else |if )?(?:\w+=(?!=)|"[^"\\]*": )?(?:lambda [^:"']*: )?(?:[a-z_]\w* := )?""")
"""What stands before the value of an element."""
_ODD = re.compile(r":=|\byield\b|\*\*|(?<![\w\s])=\S|[\^&~]|<<|>>")
_CLASS = re.compile(r"class \w+")
_DEF = re.compile(r"(?:async )?def \w+")
_SPACE = dict.fromkeys(map(ord, " \n(),\\\"'"))
"""What a statement may get or lose."""
_BLOCK = re.compile(r"(?:async )?def |class |@")
_IMPORT = re.compile(r"( *)(from \S+ import )([^()\n]+)\n")


def parts(source: str) -> list[str]:
    """The source with its long statements over several lines, cut where two empty lines belong; what is not understood stays as it is."""
    if "\\\n" in source:
        return [source]
    found: list[list[str]] = [[]]
    in_block = is_decorated = is_said = False
    for text in _statements(source):
        if not text.strip():
            is_said = False
        elif text[0] not in " \n#":
            begins = _BLOCK.match(text) is not None
            if (
                found[-1]
                and not is_decorated
                and not is_said
                and (begins or (in_block and text[0] not in "\"'"))
            ):
                found.append([])
                in_block = False
            in_block = in_block or begins
            is_decorated, is_said = text[0] == "@", False
        elif text[0] == "#":
            is_said = True
        found[-1].append(text)
    return ["".join(each).strip("\n") + "\n" for each in found]


def _statements(source: str) -> Iterator[str]:
    tokens: list[Token] = []
    depth, start = 0, 0
    for match in TOKEN.finditer(source):
        kind = match.lastgroup or ""
        tokens.append((kind, match[0]))
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "end" and not depth:
            text = source[start : match.end()]
            start = match.end()
            if len(text) > LINE_LENGTH + 1 or text.count("\n") > 1 or _HELD.match(text):
                text = _folded(text, tokens)
            yield text
            tokens = []
    yield source[start:]


def _folded(text: str, tokens: list[Token]) -> str:
    if not text.isascii():
        return text
    if (found := _IMPORT.fullmatch(text)) is not None:
        names = "".join(f"{found[1]}    {name.strip()},\n" for name in found[3].split(","))
        return f"{found[1]}{found[2]}(\n{names}{found[1]})\n"
    try:
        folded = "".join(f"{line}\n" for line in _statement(items_of(tokens[:-1])))
    except NotKnown:
        return text
    return folded if folded.translate(_SPACE) == text.translate(_SPACE) else text


def _statement(items: Items) -> list[str]:
    if not items or not isinstance(first := items[0], str) or not first.strip():
        raise NotKnown
    text = first.lstrip()
    indent = len(first) - len(text)
    items = [text, *items[1:]]
    if _DEF.match(text):
        return _definition(items, indent)
    behind = ""
    if isinstance(last := items[-1], str) and last.endswith(":"):
        behind, items = ":", [*items[:-1], last[:-1]]
    prefix, value = _assigned(items)
    if not value:
        raise NotKnown
    if behind:
        if _CLASS.match(text):
            return _lines(value, indent, behind, prefix)
        if not _BRANCH.match(prefix):
            raise NotKnown
    elif not (prefix or _CALL.fullmatch("".join(map(flat, value[:-1])))):
        raise NotKnown
    parts = choice(value) or joined(value)
    if len(parts) > 2:
        return _in_brackets(value, indent, behind, prefix)
    if len(parts) == 2:
        return _of_two(parts, value, indent, behind, prefix)
    only = value[0]
    if len(value) == 1 and isinstance(only, Bracket) and _holds_one(only) and not _is_bound(only.elements[0]):
        return _statement([f"{' ' * indent}{prefix}", *only.elements[0], behind])
    return _lines(value, indent, behind, prefix)


def _assigned(items: Items) -> tuple[str, Items]:
    """What stands before a statement's value, and the value."""
    for number in reversed(range(len(items))):
        text = items[number]
        if isinstance(text, str) and (found := _ASSIGNS.search(plain(text))) is not None:
            before = "".join(map(flat, items[:number]))
            if number and not _TARGET.fullmatch(before + text[: found.end()]):
                raise NotKnown
            return before + text[: found.end()], without_empty([text[found.end() :], *items[number + 1 :]])
    text = items[0]
    assert isinstance(text, str)
    if (branch := _BRANCH.match(text)) is not None:
        return branch[0], without_empty([text[branch.end() :], *items[1:]])
    return "", items


def _in_brackets(value: Items, indent: int, behind: str, prefix: str) -> list[str]:
    """A value in brackets of its own, where it is too long without them."""
    pad = " " * indent
    line = f"{pad}{prefix}{''.join(map(flat, value))}{behind}"
    if len(line) <= LINE_LENGTH:
        return [line]
    return [f"{pad}{prefix}(", *_lines(value, indent + _STEP, "", is_bare=True), f"{pad}){behind}"]


def _of_two(parts: Sequence[Items], value: Items, indent: int, behind: str, prefix: str) -> list[str]:
    """Two parts joined by one sign: the brackets that one of them has are enough."""
    pad = " " * indent
    line = f"{pad}{prefix}{''.join(map(flat, value))}{behind}"
    if len(line) <= LINE_LENGTH:
        return [line]
    first, last = parts[0][0], value[-1]
    if len(parts[0]) == 1 and isinstance(first, Bracket) and _holds_one(first):
        tail = f"){''.join(map(flat, value[1:]))}{behind}"
        if not any(isinstance(each, Bracket) for each in value[1:]) and len(pad + tail) <= LINE_LENGTH:
            body = _lines(first.elements[0], indent + _STEP, "", is_bare=True)
            return [f"{pad}{prefix}(", *body, pad + tail]
        raise NotKnown
    if not isinstance(last, Bracket) or last.opens == "[" or not last.elements or isinstance(first, Bracket):
        raise NotKnown
    head = f"{pad}{prefix}{''.join(map(flat, value[:-1]))}{last.opens}"
    if len(head) > LINE_LENGTH or has_loop(last):
        raise NotKnown
    return [head, *_body(last, indent + _STEP), f"{pad}{last.closes}{behind}"]


def _holds_one(bracket: Bracket) -> bool:
    """Whether it only holds one value together."""
    return (
        bracket.opens == "(" and not bracket.is_call and len(bracket.elements) == 1 and not bracket.has_comma
    )


def _is_bound(items: Items) -> bool:
    """Whether a value can't do without the brackets around it."""
    return any(_BOUND.search(plain(each)) for each in items if isinstance(each, str))


def _definition(items: Items, indent: int) -> list[str]:
    """A function's head: its arguments on a line of their own, or each."""
    name, arguments, *result = items
    if not isinstance(arguments, Bracket) or not arguments.elements or arguments.comments:
        raise NotKnown
    pad, inner = " " * indent, " " * (indent + _STEP)
    tail = f"{pad}){''.join(map(flat, result))}"
    line = f"{inner}{arguments.flat[1:-1]}"
    if not tail.endswith(":") or len(tail) > LINE_LENGTH or arguments.stays_open:
        raise NotKnown
    if len(line) <= LINE_LENGTH or len(arguments.elements) == 1:
        return [f"{pad}{flat(name)}(", line, tail]
    lines = [line for each in arguments.elements for line in _argument(each, indent + _STEP)]
    return [f"{pad}{flat(name)}(", *lines, tail]


def _argument(items: Items, indent: int) -> list[str]:
    """One argument of a function's head; a long type with several parts gets brackets."""
    pad = " " * indent
    line = f"{pad}{''.join(map(flat, items))},"
    if len(line) <= LINE_LENGTH:
        return [line]
    first, last = items[0], items[-1]
    if not isinstance(first, str):
        raise NotKnown
    if not isinstance(last, str):
        return _lines(items, indent, ",")
    name, colon, rest = first.partition(": ")
    kind, equals, default = (rest if last is first else last).partition(" = ")
    said = without_empty([rest, *items[1:-1], kind] if last is not first else [kind])
    if not colon or len(joined(said)) < 2:
        raise NotKnown
    return [f"{pad}{name}: (", *_lines(said, indent + _STEP, "", is_bare=True), f"{pad}){equals}{default},"]


def _lines(items: Items, indent: int, behind: str, before: str = "", *, is_bare: bool = False) -> list[str]:
    """What stands on a line behind `before`, on as many as it needs; `is_bare` is what stands alone in round brackets."""
    pad = " " * indent
    line = f"{pad}{before}{''.join(map(flat, items))}{behind}"
    brackets = [each for each in items if isinstance(each, Bracket)]
    if len(line) <= LINE_LENGTH and not any(each.stays_open for each in brackets):
        return [line]
    prefix, value = before, items
    if not before and isinstance(first := items[0], str) and (named := _NAMED.match(first)) is not None:
        prefix, value = named[0], without_empty([first[named.end() :], *items[1:]])
    if not value or any(_ODD.search(plain(each)) for each in value if isinstance(each, str)):
        return [line]
    loops = loops_of(value)
    if not loops and (parts := choice(value)):
        if is_bare and not prefix:
            return _each(parts, indent, behind)
        return [f"{pad}{prefix}(", *_lines(value, indent + _STEP, "", is_bare=True), f"{pad}){behind}"]
    if len(parts := loops or joined(value)) > 1:
        return _each([[prefix, *parts[0]], *parts[1:]] if prefix else parts, indent, behind)
    last = value[-1]
    if not isinstance(last, Bracket) or not last.elements or any(each.stays_open for each in brackets[:-1]):
        return [line]
    head = f"{pad}{prefix}{''.join(map(flat, value[:-1]))}{last.opens}"
    dots = sum(plain(each).count(".") for each in value[:-1] if isinstance(each, str))
    if dots > 1 or len(head) > LINE_LENGTH or (len(last.elements) > 1 and has_loop(last)):
        return [line]
    return [head, *_body(last, indent + _STEP), f"{pad}{last.closes}{behind}"]


def _each(parts: Sequence[Items], indent: int, behind: str) -> list[str]:
    """The parts of a value, one below the other."""
    *others, last = [merged(each) for each in parts]
    return [line for each in others for line in _lines(each, indent, "")] + _lines(last, indent, behind)


def _body(bracket: Bracket, indent: int) -> list[str]:
    several = len(bracket.elements) > 1
    line = f"{' ' * indent}{bracket.flat[1:-1]}"
    if not (bracket.stays_open or (several and not bracket.is_call)) and len(line) <= LINE_LENGTH:
        return [line]
    if several or bracket.has_last_comma:
        return [
            text
            for number, each in enumerate(bracket.elements)
            for text in _lines(each, indent, f",{bracket.comments.get(number, '')}")
        ]
    is_bare = bracket.opens == "(" and not bracket.has_comma
    return _lines(bracket.elements[0], indent, "," if bracket.has_comma else "", is_bare=is_bare)
