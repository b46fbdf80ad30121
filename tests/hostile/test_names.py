"""Names of a spec become files, classes, functions and variables: what can't be one is refused, what can does no harm."""

import ast
import json

import pytest

from tests.hostile.mill import KNOWN, compiled, sources
from tests.hostile.texts import NAMES

SPEC = """\
spec: 1
venue: {id: mill, name: MILL, title: Mill, doc: 'https://mill.example', credentials: {@credential: MILL_KEY}}
environments: {@environment: {http: {main: 'https://api.mill.example'}, connections: {@connection: 'wss://mill.example/ws'}}}
products:
  @product: {title: Spot, instruments: [CurrencyPair], keys: {@key: sym}, instrument_id: '{@key}', raw: '{@key}', examples: {AB: AB.MILL}, why: x}
auth: {@scheme: {kind: key, headers: {X: '{@credential}'}}}
limits: {@limit: {amount: 10, per: 1s}}
enums:
  @enum: {values: {a: b}, policy: closed}
shapes:
  @shape: {fields: {x: '@enum as @field', n: {fields: {y: int as @inner}}, m: {bits: [@bit]}}}
data_types:
  @data: {title: Data, fields: {@member: int}}
connections:
  @connection:
    source: ws
    transport: websocket
    codec: json
    route: {tag: e}
    replies: {@reply: {has: [r], fields: {r: int}, means: ignore}}
    subscribe: {frame: {op: $topics}, ack: none, resubscribe: all, why: Data is the only answer.}
    session: {stale_after: 30s, reconnect: {first: 1s, max: 30s}}
    parts: {@part: {has: [p], message: {e: t, p: $part}}}
operations:
  @operation:
    title: Call
    http: GET /x
    auth: @scheme
    weight: {@limit: 1}
    params: {@parameter: int}
    response: list<@shape>
    doc: https://mill.example
channels:
  @channel:
    connection: @connection
    topic: 'x.{@slot}'
    params: {@slot: text}
    tag: t
    payload: {rows: list<@shape>, s: sym as symbol}
    let: {@value: '= 1 + 1'}
    emit: {each: {in: rows, as: @row, emit: {@data: {instrument: message.symbol, @member: @value}}}}
    doc: https://mill.example
"""
USUAL = {
    "credential": "api_key", "environment": "mainnet", "connection": "stream", "product": "spot", "key": "symbol", "scheme": "plain", "limit": "calls",
    "enum": "Kind", "shape": "Row", "field": "kind", "inner": "inner", "bit": "first_bit", "data": "Ticker", "member": "number", "reply": "other",
    "part": "one", "operation": "listing", "parameter": "depth", "channel": "trade", "slot": "speed", "value": "two", "row": "row",
}  # fmt: skip


def spec(place: str = "", name: str = "") -> str:
    text = SPEC
    for other, usual in USUAL.items():
        said = name if other == place else usual
        text = text.replace(f"'{{@{other}}}'", json.dumps(f"{{{said}}}")).replace(
            f"'x.{{@{other}}}'", json.dumps(f"x.{{{said}}}")
        )
        quoted = json.dumps(said) if other == place else said
        text = text.replace(f"'@enum as @{other}'", json.dumps(f"@enum as {said}")).replace(
            f"int as @{other}", json.dumps(f"int as {said}")
        )
        if other == "enum":
            text = text.replace('"@enum as', f'"{json.dumps(said)[1:-1]} as')
        if other == "shape":
            text = text.replace("list<@shape>", json.dumps(f"list<{said}>"))
        text = text.replace(f"@{other}", quoted)
    return text


def test_the_spec_itself_is_sound() -> None:
    venue, diagnostics = compiled({"mill.yaml": spec()})
    assert venue is not None
    assert diagnostics == []


@pytest.mark.parametrize("place", USUAL)
def test_a_name_is_refused_or_does_no_harm(place: str) -> None:
    for name in NAMES:
        venue, diagnostics = compiled({"mill.yaml": spec(place, name)})
        if diagnostics or venue is None:
            assert all(str(one).isprintable() for one in diagnostics)
            continue
        for path, source in sources(venue).items():
            tree = ast.parse(source)
            for node in ast.walk(tree):
                assert (
                    not isinstance(node, ast.Import) or {a.name.split(".")[0] for a in node.names} <= KNOWN
                ), path
            compile(tree, str(path), "exec")
            assert_nothing_is_hidden(tree, str(path))


def assert_nothing_is_hidden(tree: ast.Module, path: str) -> None:
    """No class, function, argument or variable takes the name of a builtin that generated code uses, or of an import."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    made = [node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    assert len(made) == len(set(made)), f"{path}: {made} are defined twice"
    assert not set(made) & imported, path
    used = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    stored = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    assert not (stored & imported), f"{path}: {stored & imported} hide imports"
    assert not (stored & used & BUILTINS), f"{path}: {stored & used & BUILTINS} hide builtins"


BUILTINS = {
    "int",
    "str",
    "bool",
    "list",
    "dict",
    "tuple",
    "bytes",
    "len",
    "format",
    "abs",
    "min",
    "max",
    "sum",
    "any",
    "all",
    "round",
    "print",
}
