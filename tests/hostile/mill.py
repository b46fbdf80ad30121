"""A small venue with a hole wherever a spec may hold free text, and what is made of it."""

from __future__ import annotations

import ast
import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from unittest import mock

from dragoman_generator.compile import compile_files
from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.emit.render import render
from dragoman_generator.ir.venue import Venue

PLAIN = "plain"
SPEC = """\
spec: 1
venue:
  id: mill
  name: MILL
  title: <venue title>
  summary: <venue summary>
  why: <venue why>
  doc: <doc https://mill.example/docs>
  credentials: {api_key: <variable>, api_secret: MILL_SECRET}
environments:
  mainnet:
    http: {main: <server https://api.mill.example>}
    connections: {stream: <address wss://mill.example/ws>}
products:
  spot:
    title: <product title>
    instruments: [CurrencyPair]
    instrument_id: <id {symbol}>
    raw: <raw {symbol}>
    examples: {AB: AB.MILL}
    why: <product why>
auth:
  signed:
    kind: hmac
    digest: sha256
    encoding: hex
    headers: {X-KEY: "{api_key}", X-SIGN: "{signature}", <header key>: <header>}
    params: {<signing key>: <signing>}
    payload: <payload {timestamp_ms}>
limits:
  calls: {amount: 10, per: 1s, used_header: <used header>}
errors:
  code: <error path>
  message: message
  codes: {invalid: {<error key>: <meaning>}}
enums:
  Kind: {values: [a, <enum value>], policy: closed, title: <enum title>}
  Meant: {values: {b: <enum meaning>, <enum key>: c}, policy: open}
shapes:
  Row:
    title: <shape title>
    fields:
      a: {type: int, doc: <field doc>}
      kind: Kind
      meant: Meant
      <wire key>: int as odd
      flagged: <flag flag(Y/N)>
      none: {type: text, none_is: [<none is>], empty: none}
      fixed: {const: <constant>}
tables:
  aggressor:
    inputs: {kind: Kind}
    gives: AggressorSide
    rows: [{when: {kind: [a, <enum value>]}, set: BUYER, why: <row why>}]
data_types:
  Ticker:
    title: <data title>
    fields: {odd: {type: int, doc: <data doc>}, note: text}
connections:
  stream:
    source: <source>
    transport: websocket
    codec: json
    route: {tag: <route key>, wrapper: {topic: <wrapper topic>, payload: <wrapper payload>}}
    replies:
      ok: {has: [<reply key>, id], fields: {<reply key>: any as told, id: int}, means: ack, id: id}
      bad: {has: [error], fields: {error: text}, means: error, message: error}
    subscribe:
      frame: {op: <frame>, id: $id, args: $topics, <frame key>: 1}
      ack: id
      resubscribe: all
    session: {stale_after: 30s, reconnect: {first: 1s, max: 30s}, heartbeat: {every: 10s, send: <heartbeat>}, why: <session why>}
    parts: {one: {has: [<part key>], message: {wrap: $part, <part key>: <part>}}}
operations:
  listing:
    title: <operation title>
    http: <path GET /x>
    auth: signed
    private: true
    weight: {calls: 1}
    params:
      kind: {type: text, enum: [<choice>], default: <choice>, wire: <wire>, doc: <param doc>}
    response: {<answer key>: list<Row> as rows}
    unwrap: <unwrap>
    emit: {each: {in: rows, as: row, emit: {Ticker: {instrument: "= <literal>", odd: odd, note: {const: <const>}}}}}
    doc: https://mill.example/docs
channels:
  trade:
    connection: stream
    title: <channel title>
    topic: <topic {symbol}@trade>
    tag: <tag>
    payload: {<payload key>: sym as symbol, p: dec as price, q: dec as size, i: int as id, kind: Kind}
    emit: {TradeTick: {price: price, size: size, trade_id: id, aggressor_side: {table: aggressor, by: {kind: kind}}}}
    doc: https://mill.example/docs
capabilities:
  refused: [{action: submit_order, reason: <reason>, supported: <supported>}]
  quirks: [<quirk>]
"""
_HOLE = re.compile(
    r"<(?P<name>[a-z]+(?: [a-z]+)?)(?: (?P<usual>[^<>]*(?:\{symbol\}|\{timestamp_ms\}|://|\(Y/N\)|GET)[^<>]*))?>"
)
HOLES = tuple(dict.fromkeys(match[0] for match in _HOLE.finditer(SPEC)))


def spec(filled: Mapping[str, str]) -> str:
    """The spec with some holes filled; the others hold what they usually do."""

    def fill(match: re.Match[str]) -> str:
        if match[0] in filled:
            said = filled[match[0]]
        else:
            said = match["usual"] or match["name"].replace(" ", "_")
        if match["name"] == "literal":
            return "'" + said.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"') + "'"
        return json.dumps(said)

    return _HOLE.sub(fill, SPEC)


def compiled(texts: Mapping[str, str]) -> tuple[Venue | None, list[Diagnostic]]:
    """The venue of spec files given as texts by file name; `hooks.py` and `cases/...` lie beside them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in texts.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if path.suffix == ".yaml" and not name.startswith("cases/"):
                paths.append(path)
        return compile_files(paths, Path(folder))


def sources(venue: Venue) -> dict[PurePosixPath, str]:
    """The Python files of the venue, parsed but not formatted."""
    with mock.patch("dragoman_generator.emit.formatting.format_source", parsed):
        return {path: text for path, text in render(venue).items() if path.suffix == ".py"}


def parsed(source: str) -> str:
    ast.parse(source)
    return source


class _Blank(ast.NodeTransformer):
    """Every text is the same, and every number, since some are the lengths of texts; what is left is what would run. A path is a tuple of texts, as many as it has dots."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return node if node.value is None or isinstance(node.value, bool) else ast.Constant("")

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        texts = all(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in node.elts)
        return ast.Constant("") if texts else self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert (node.module or "").split(".")[0] in KNOWN, ast.unparse(node)

    def visit_Import(self, node: ast.Import) -> None:
        assert {alias.name.split(".")[0] for alias in node.names} <= KNOWN, ast.unparse(node)


KNOWN = {
    "collections",
    "contextlib",
    "dragoman",
    "dragoman_venues",
    "decimal",
    "msgspec",
    "re",
    "typing",
    "__future__",
    "functools",
    "importlib",
}


def skeleton(source: str) -> str:
    """The code without its texts; imports are only of what generated code imports."""
    return ast.dump(_Blank().visit(ast.parse(source)))
