"""Lines of the spec and of the generated code, by what stands there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from dragoman_generator.project import PACKAGE, Project
from dragoman_generator.resolve.model import targets
from dragoman_generator.resolve.places import Places
from dragoman_generator.schema import plain
from dragoman_generator.yaml.loader import Document, load_file
from dragoman_generator.yaml.marks import Path


class SpecPlaces:
    """Places in the spec files of one venue; what an entry has of another section is where that one says it."""

    def __init__(self, project: Project, venue: str, places: Places | None) -> None:
        self._places = places
        self._documents: list[Document] = []
        for path in project.spec_files(venue):
            document, _ = load_file(path, path.relative_to(project.root).as_posix())
            if document is not None:
                self._documents.append(plain(document)[0])

    def at(self, path: Path) -> str:
        """`file:line:column` of a path that starts with a section and an entry of it."""
        path = self._places.written(path) if self._places is not None else path
        for document in self._documents:
            if isinstance(document.data, dict) and path[1] in document.data.get(path[0], {}):
                return str(document.marks.at(path))
        return ""

    def said(self, path: Path) -> object:
        """The value that stands there, None where nothing does."""
        path = self._places.written(path) if self._places is not None else path
        for document in self._documents:
            value: object = document.data
            for step in path:
                if isinstance(value, dict):
                    value = value.get(step)
                elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                    value = value[step]
                else:
                    value = None
            if value is not None:
                return value
        return None


class CodePlaces:
    """Places in one generated module as it lies there."""

    def __init__(self, project: Project, venue: str, stem: str) -> None:
        self._path = project.package / venue / f"{stem}.py"
        self.name = f"generated/{PACKAGE}/{venue}/{stem}.py"

    @cached_property
    def _text(self) -> str:
        return self._path.read_text(encoding="utf-8") if self._path.is_file() else ""

    @cached_property
    def _tree(self) -> ast.Module:
        return ast.parse(self._text)

    def attribute(self, struct: str, name: str) -> tuple[str, str]:
        """(`file:line`, the line) of a field of a Struct; empty where it is not generated."""
        for node in self._tree.body:
            if isinstance(node, ast.ClassDef) and node.name == struct:
                for item in node.body:
                    if isinstance(item, ast.AnnAssign) and ast.unparse(item.target) == name:
                        return self._line(item)
        return "", ""

    def argument(self, function: str, event: str, nth: int, field: str) -> tuple[str, str]:
        """(`file:line`, the code) of what a function gives to a field of the nth event of that type."""
        calls = [call for call in self._calls(function) if ast.unparse(call.func) == event]
        if nth >= len(calls):
            return "", ""
        call = calls[nth]
        for keyword in call.keywords:
            if keyword.arg == field:
                return self._code(keyword.value)
        try:
            names = [target.name for target in targets(event)]
        except KeyError:
            return "", ""
        if field in names and names.index(field) < len(call.args):
            return self._code(call.args[names.index(field)])
        return "", ""

    def _calls(self, function: str, within: tuple[str, ...] = ()) -> Iterator[ast.Call]:
        """What a function calls, in the order of its lines; what it calls of the module is gone into where it is called."""
        name = self._aliases.get(function, function)
        found = self._functions.get(name)
        if found is None or name in within:
            return
        calls = [inner for inner in ast.walk(found) if isinstance(inner, ast.Call)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            yield call
            yield from self._calls(ast.unparse(call.func), (*within, name))

    @cached_property
    def _functions(self) -> dict[str, ast.FunctionDef]:
        return {node.name: node for node in self._tree.body if isinstance(node, ast.FunctionDef)}

    @cached_property
    def _aliases(self) -> dict[str, str]:
        """Functions that are others under a second name: `second = first`."""
        return {
            target.id: node.value.id
            for node in self._tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
            for target in node.targets
            if isinstance(target, ast.Name)
        }

    def _line(self, node: ast.stmt) -> tuple[str, str]:
        return self._place(node), self._text.splitlines()[node.lineno - 1].strip()

    def _code(self, node: ast.expr) -> tuple[str, str]:
        written = ast.get_source_segment(self._text, node) or ""
        return self._place(node), " ".join(written.split())

    def _place(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.name}:{node.lineno}"
