"""Files of specs: names that lead out of the tree, texts that grow, values that would be objects."""

import time
from pathlib import PurePosixPath

import pytest
from dragoman_generator.emit.render import render

from tests.hostile.mill import compiled, spec

VENUE = "spec: 1\nvenue: {{id: {id}, name: MILL, title: Mill, doc: 'https://mill.example'}}\n"


@pytest.mark.parametrize(
    "said",
    ["..", ".", "/", "/etc", "../mill", "mill/../..", "a/b", "a\\b", "", "con", "nul", "json", "os", "class", "match", "Mill", "m ill", "mill.", "__mill__",
     "m\u0456ll", "\uff4dill", "mill\n", "m" * 49, "1mill", "-mill", "$HOME", "~", "mill;rm", "mill\u0000"],
)  # fmt: skip
def test_an_id_that_is_no_safe_folder_is_refused(said: str) -> None:
    import json

    _, diagnostics = compiled({"venue.yaml": VENUE.format(id=json.dumps(said))})
    assert any(one.mark.line == 2 for one in diagnostics)


@pytest.mark.parametrize(
    "stem",
    ["__init__", "client", "translator", "requests", "symbology", "facts", "lock", "class", "import", "a b", "a-b", "A", "1a", "ma\u00f1ana", "a;b", 'a"b',
     "a'b", "{{x}}", "{%x%}", "a\nb", "x" * 60, "..", "con", "match", "_", "adapter", "short"],
)  # fmt: skip
def test_a_file_that_names_no_module_is_refused(stem: str) -> None:
    mill = VENUE.format(id="mill")
    texts = {"venue.yaml": mill, f"{stem}.yaml": "spec: 1\nenums: {Kind: {values: [a], policy: closed}}\n"}
    _, diagnostics = compiled(texts)
    assert any("file" in one.message for one in diagnostics), [str(one) for one in diagnostics]
    assert all(str(one).isprintable() or "\n" in stem for one in diagnostics)


def test_generated_files_stay_in_the_folder_of_the_venue() -> None:
    venue, diagnostics = compiled({"mill.yaml": spec({})})
    assert venue is not None
    assert not diagnostics
    for path in render(venue):
        assert ".." not in path.parts
        assert not path.is_absolute()
        assert path.is_relative_to(PurePosixPath("dragoman_venues/mill")), path


def test_a_bomb_of_anchors_costs_nothing() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    assert refused_within("spec: 1\n" + "\n".join(lines) + "\n", seconds=2)


@pytest.mark.parametrize(
    "text",
    [
        "spec: 1\nvenue: !!python/object/apply:os.system [touch /tmp/mill]\n",
        "spec: 1\nvenue: !!python/name:os.system\n",
        "spec: 1\nvenue: !<tag:yaml.org,2002:python/object/new:type> {}\n",
        "%TAG ! tag:yaml.org,2002:python/\n---\nspec: 1\nvenue: !object/apply:os.system [x]\n",
        "spec: 1\nproducts: {<<: {a: 1}}\n",
        "spec: 1\n" + "a: " + "[" * 5000 + "]" * 5000,
        "spec: 1\n" + "".join("  " * n + f"k{n}:\n" for n in range(400)),
        "spec: 1\nlimits: {calls: {amount: " + "9" * 100_000 + ", per: 1s}}\n",
        "spec: 1\nlimits: {calls: {amount: 1e999999999, per: 1s}}\n",
        "spec: 1\nvenue: {title: " + "x" * 3_000_000 + "}\n",
        "spec: 1\n" + "? " * 2000 + "x\n",
        "spec: 1\nshapes:\n" + "".join(f"  S{n}: {{fields: {{a: S{n + 1}}}}}\n" for n in range(2000)),
        "spec: 1\nshapes: {A: {fields: {a: A}}, B: {row: [{b: list<B>}]}}\n",
    ],
    ids=[
        "apply",
        "name",
        "tag",
        "handle",
        "merge",
        "lists",
        "mappings",
        "number",
        "exponent",
        "long",
        "keys",
        "chain",
        "loop",
    ],
)
def test_a_text_that_would_grow_or_be_an_object_is_refused(text: str) -> None:
    assert refused_within(text, seconds=5)


def refused_within(text: str, seconds: int) -> bool:
    started = time.monotonic()
    _, diagnostics = compiled({"mill.yaml": text})
    assert time.monotonic() - started < seconds
    assert all(len(str(one)) < 1000 for one in diagnostics)
    return bool(diagnostics)


def test_patterns_of_topics_are_plain_text_to_the_translator() -> None:
    """Metacharacters of a topic stand for themselves, and no topic can make matching slow."""
    import re

    hostile = "(a+)+$^|[x]?.{symbol}"
    venue, diagnostics = compiled({"mill.yaml": spec({"<topic {symbol}@trade>": hostile})})
    assert venue is not None
    assert not diagnostics
    topic = venue.channels["trade"].topic
    assert topic is not None
    found = re.compile(topic.pattern).fullmatch("(a+)+$^|[x]?.btc")
    assert found is not None
    assert found["symbol"] == "btc"
    started = time.monotonic()
    assert re.compile(topic.pattern).fullmatch("a" * 5000 + "!") is None
    assert time.monotonic() - started < 1
