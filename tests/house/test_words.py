"""Words that may not cross a wall: a venue's name in the general rooms, a float where numbers are exact, a unit left unsaid."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import GENERATED, GENERATOR, ROOT, RUNTIME, files, place, trees

VENUES = (
    "binance",
    "betfair",
    "databento",
    "bybit",
    "okx",
    "bitmex",
    "coinbase",
    "dydx",
    "hyperliquid",
    r"interactive[ _]?brokers",
    "polymarket",
    "tardis",
)
VENUE = re.compile(rf"(?<![a-z])(?:{'|'.join(VENUES)})(?![a-z])", re.IGNORECASE)
DECODER_PACKAGE = re.compile(r"databento[_-]dbn")
MILLISECONDS = re.compile(r"\bms\b|\bmilliseconds?\b|\bts\(ms\)", re.IGNORECASE)
LATER = re.compile(r"\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedError|type: ignore(?!\[)|# noqa(?!: )")
NS_PER_MS = 1_000_000


def test_no_venue_is_named_in_the_general_rooms() -> None:
    wrong = []
    for path in files(
        GENERATOR, RUNTIME, suffixes=(".py", ".j2", ".jinja2", ".json", ".yaml", ".yml", ".md", ".txt")
    ):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := VENUE.search(DECODER_PACKAGE.sub("", line)):
                wrong.append(f"{place(path, number)}: names {found[0]!r}")
        if VENUE.search(path.name):
            wrong.append(f"{place(path, 1)}: is named after a venue")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_left_for_later_and_no_check_is_silenced_wholesale() -> None:
    wrong = []
    for path in files(GENERATOR, RUNTIME, GENERATED, suffixes=(".py", ".j2", ".jinja2")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := LATER.search(line):
                wrong.append(f"{place(path, number)}: {found[0]}")
    assert not wrong, "\n".join(wrong)


def annotations(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign(annotation=annotation):
                yield annotation
            case ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.FunctionDef(returns=ast.expr() as annotation) | ast.AsyncFunctionDef(
                returns=ast.expr() as annotation
            ):
                yield annotation


def says_float(annotation: ast.expr) -> bool:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name) and node.id == "float":
            return True
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search(r"\bfloat\b", node.value)
        ):
            return True
    return False


def test_no_float_in_the_model_or_the_adapters() -> None:
    rooms = (RUNTIME / "dragoman" / "model", GENERATED, ROOT / "specs")
    wrong = [
        f"{place(path, one)}: float"
        for path, tree in trees(*rooms)
        for one in annotations(tree)
        if says_float(one)
    ]
    assert not wrong, "\n".join(wrong)


def struct_fields(path: Path, tree: ast.Module) -> Iterator[tuple[ast.AnnAssign, str]]:
    """(field, what is said about it: its own line's comment and the text under it) of every class in a module."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for field, after in zip(node.body, [*node.body[1:], None], strict=True):
            if not isinstance(field, ast.AnnAssign):
                continue
            _, _, said = lines[(field.end_lineno or field.lineno) - 1].partition("  # ")
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                said += " " + str(after.value.value)
            yield field, said


def test_a_field_that_holds_milliseconds_says_so_in_its_name() -> None:
    wrong = []
    for path, tree in trees(GENERATED, RUNTIME / "dragoman" / "model"):
        for field, said in struct_fields(path, tree):
            name = ast.unparse(field.target)
            if MILLISECONDS.search(said) and not name.endswith("_ms"):
                wrong.append(f"{place(path, field)}: {name} holds milliseconds")
    assert not wrong, "\n".join(wrong)


def test_what_is_scaled_from_milliseconds_to_nanoseconds_is_named_ms() -> None:
    wrong = []
    for path, tree in trees(GENERATED, RUNTIME / "dragoman" / "model"):
        for node in ast.walk(tree):
            if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)):
                continue
            if not (isinstance(node.right, ast.Constant) and node.right.value == NS_PER_MS):
                continue
            name = node.left.attr if isinstance(node.left, ast.Attribute) else getattr(node.left, "id", "_ms")
            if not name.endswith("_ms"):
                wrong.append(f"{place(path, node)}: {ast.unparse(node)}")
    assert not wrong, "\n".join(wrong)
