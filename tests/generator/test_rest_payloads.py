"""Structs of what calls answer with: made by another tool from a schema, and what they must be all the same."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import dragoman_venues
import msgspec
import pytest
from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.payload_schema import payload_schema, payload_shapes
from dragoman_generator.emit.payloads import payload_structs
from dragoman_generator.emit.render import render
from dragoman_generator.emit.structs import payload_struct
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.names import is_safe_identifier
from dragoman_generator.resolve.reading import Reading

from tests.generator.calls_of_every_kind import KINDS, MINI, SAMPLE

PACKAGE = "dragoman_venues.mini"
WRITER = msgspec.json.Encoder(decimal_format="number")


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Venue:
    root = tmp_path_factory.mktemp("mini")
    (root / "kinds.yaml").write_text(KINDS)
    (root / "venue.yaml").write_text(MINI)
    return require_venue(root, root)


@pytest.fixture(scope="module")
def made(mini: Venue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The generated module of the calls, imported."""
    root = tmp_path_factory.mktemp("tree")
    for path, text in render(mini).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    dragoman_venues.__path__.insert(0, str(root / "dragoman_venues"))
    importlib.invalidate_caches()
    yield importlib.import_module(f"{PACKAGE}.venue")
    dragoman_venues.__path__.remove(str(root / "dragoman_venues"))
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def test_records_of_calls_alone_are_made_from_the_schema(mini: Venue) -> None:
    names = {"Leg", "Fee", "Exact", "Everything", "EverythingInline", "ExactResponse"}
    assert set(payload_shapes(mini)) == names
    assert names <= set(payload_schema(mini, PACKAGE)["$defs"])


def test_the_schema_names_keys_as_they_are_on_the_wire(mini: Venue) -> None:
    fee = payload_schema(mini, PACKAGE)["$defs"]["Fee"]
    assert list(fee["properties"]) == ["zeta", "makerFee", "alpha", "odd-key.x"]
    assert fee["required"] == ["zeta", "makerFee", "odd-key.x"]
    assert fee["properties"]["alpha"] == {"type": "string", "nullable": True}


def test_every_kind_of_field_is_read_and_written_as_declared(made: ModuleType) -> None:
    wire = WRITER.encode(SAMPLE)
    found = msgspec.json.decode(wire, type=made.Everything)
    assert (found.b, found.quote_qty, found.last) == (Decimal("1.50"), Decimal("0.00000001"), Decimal("1.10"))
    assert (found.a, found.either, found.maybe_either) == (2**60, "7", None)
    assert (found.note, found.at_ms, found.day) == (None, 5, None)
    assert bytes(found.whatever) == b'{"deep":[1.10]}'
    assert (found.nothing, found.blank) == ("-", None)
    assert found.finite.is_nan()
    assert (found.bids, found.counted, found.triples) == ([("1", "2")], [("1", "2", 3)], None)
    assert type(found.candles[0]).__name__ == "Candle"
    assert found.legs == {"a": [found.leg, None]}
    assert (found.fees.zeta, found.fees.maker_fee, found.fees.alpha, found.fees.odd) == (1, 2, None, 1)
    assert (found.inline.x, found.inline.y) == (1, None)
    again = msgspec.json.decode(msgspec.json.encode(found), type=made.Everything)
    assert msgspec.structs.replace(again, finite=Decimal(0)) == msgspec.structs.replace(
        found, finite=Decimal(0)
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *[
            ("a", "1"),
            ("a", None),
            ("b", "1,5"),
            ("side", "hold"),
            ("yes", "true"),
            ("fixed", "x"),
            ("number", 4),
        ],
        *[("bids", [["1"]]), ("at", "5"), ("leg", None), ("names", [[1]]), ("note", 5), ("day", 5)],
    ],
)
def test_other_values_are_refused(made: ModuleType, key: str, value: object) -> None:
    wire = WRITER.encode({**SAMPLE, key: value})
    with pytest.raises(msgspec.ValidationError, match=key):
        msgspec.json.decode(wire, type=made.Everything)


def test_what_is_not_optional_must_be_there(made: ModuleType) -> None:
    fields = msgspec.structs.fields(made.Everything)
    assert {f.encode_name for f in fields if f.required} == set(SAMPLE) - {"last", "sides"}
    for key in ("quoteQty", "note", "fees"):
        less = {name: value for name, value in SAMPLE.items() if name != key}
        with pytest.raises(msgspec.ValidationError, match=key):
            msgspec.json.decode(WRITER.encode(less), type=made.Everything)


def test_classes_are_frozen_named_and_untracked_since_a_payload_is_a_tree(made: ModuleType) -> None:
    for shape in ("Fee", "Everything", "Exact", "EverythingInline", "ExactResponse"):
        config = getattr(made, shape).__struct_config__
        assert config.frozen
        assert not config.gc
        assert config.forbid_unknown_fields is (shape == "Exact")
    with pytest.raises(TypeError):
        made.Exact(1)


def test_fields_stand_as_in_the_spec_and_text_is_text(mini: Venue, made: ModuleType) -> None:
    assert made.Fee.__struct_fields__ == ("zeta", "maker_fee", "alpha", "odd")
    assert made.Fee.__struct_encode_fields__ == ("zeta", "makerFee", "alpha", "odd-key.x")
    assert made.Fee.__doc__ == 'Fee of ""one\\ symbol. https://mini.example/docs#{{ 7 * 7 }}'
    assert list(made.Everything.__struct_fields__) == [f.name for f in mini.shapes["Everything"].fields]


def test_the_classes_are_those_that_our_template_prints(mini: Venue) -> None:
    reading = Reading(mini.shapes, mini.enums)
    for name, other in payload_structs(mini, PACKAGE).items():
        own = payload_struct(mini.shapes[name], reading)
        text = "\n    ".join([f"class {name}(Struct, {own.options}):", f'"""{own.doc}"""', *own.fields])
        assert ast.dump(ast.parse(other.source)) == ast.dump(ast.parse(text))
        assert other.imports == own.imports


def test_names_of_fields_stay_whatever_else_they_mean_to_the_tool(tmp_path: Path) -> None:
    words = [
        "copy",
        "json",
        "schema",
        "type",
        "id",
        "date",
        "title",
        "default",
        "required",
        "enum",
        "const",
        "items",
    ]
    words += [
        "properties",
        "description",
        "format",
        "model_config",
        "register",
        "field_1",
        "a1",
        "x__y",
        "match",
    ]
    assert all(map(is_safe_identifier, words))
    keys = ["$ref", "$id", "$defs", "a/b", "#", "~1", "{{x}}", "{% y %}", "'", "class", "€", "\\u202e", "Ａ"]
    fields = [f"{word}: int" for word in words]
    fields += [f'"{key}": int as key_{number}' for number, key in enumerate(keys)]
    exact = f"Exact: {{fields: {{{', '.join(fields)}}}}}"
    (tmp_path / "kinds.yaml").write_text(KINDS)
    (tmp_path / "venue.yaml").write_text(MINI.replace("Exact: {fields: {a: int}, extra: forbid}", exact))
    venue = require_venue(tmp_path, tmp_path)
    tree = ast.parse(payload_structs(venue, PACKAGE)["Exact"].source)
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)]
    assert [ast.unparse(line.target) for line in lines] == [*words, *(f"key_{n}" for n in range(len(keys)))]
    called = [
        ast.literal_eval(line.value.keywords[0].value) for line in lines if isinstance(line.value, ast.Call)
    ]
    assert called == [key.replace("\\u202e", "\u202e") for key in keys]


def test_names_of_classes_stay_or_are_refused(tmp_path: Path) -> None:
    names = "UnsetType Model model Meta Annotated Enum Optional Union List Dict convert row Item Row1 Row_1 Field Date Root"
    (tmp_path / "kinds.yaml").write_text(KINDS)

    def with_shapes(said: list[str]) -> Path:
        shapes = "".join(f"  {name}: {{fields: {{k: maybe<{name}>, j: maybe<dec>}}}}\n" for name in said)
        uses = "".join(f"use_{number}: {name}, " for number, name in enumerate(said))
        text = MINI.replace("shapes:\n", f"shapes:\n{shapes}", 1)
        (tmp_path / "venue.yaml").write_text(text.replace("{exact: Exact,", f"{{{uses}exact: Exact,"))
        return tmp_path

    made = payload_structs(require_venue(with_shapes(names.split()), tmp_path), PACKAGE)
    for name in names.split():
        assert f"k: {name} | None = None" in made[name].source
    _, faults = compile_venue(with_shapes(["TypeAlias", "UNSET", "field"]), tmp_path)
    assert [fault.message.split(" means ")[0] for fault in faults if " means " in fault.message] == [
        "'TypeAlias'",
        "'UNSET'",
        "'field'",
    ]


def test_the_tool_says_nothing(mini: Venue) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        payload_structs(mini, PACKAGE)
    assert not told


def test_the_text_is_the_same_wherever_and_whenever_it_is_made(mini: Venue, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    for stem, source in mini.sources.items():
        (tmp_path / "specs" / f"{stem}.yaml").write_bytes(source)
    # A project's settings for the tool are none of ours.
    (tmp_path / "pyproject.toml").write_text("[tool.datamodel-codegen]\nsnake-case-field = true\n")
    program = (
        "from pathlib import Path; from dragoman_generator.compile import require_venue;"
        "from dragoman_generator.emit.payloads import payload_structs;"
        "venue = require_venue(Path('specs'), Path('.'));"
        f"print(*(s.source for s in payload_structs(venue, {PACKAGE!r}).values()), sep='\\n')"
    )
    wanted = "\n".join(struct.source for struct in payload_structs(mini, PACKAGE).values())
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
        )
        assert done.stdout.decode().rstrip("\n") == wanted.rstrip("\n")
        assert not done.stderr
