"""Operations: parameters that agree with each other, pages that can be walked, paths that are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Operation, Venue
from dragoman_generator.language.wire import Page, Param, by_budget, by_name
from dragoman_generator.lint.findings import Finding
from dragoman_generator.lint.signing import slot_names
from dragoman_generator.yaml.marks import Path


def params(venue: Venue) -> Iterator[Finding]:
    """Bounds, choices and defaults of a parameter agree; what is required has no default."""
    for section, entries in (("operations", venue.merged.operations), ("channels", venue.merged.channels)):
        for name, item in entries.items():
            for parameter, param in by_name(item.params).items():
                path: Path = (section, name, "params", parameter)
                text = param.type if isinstance(param, Param) else param
                if text.lstrip().startswith("maybe<"):
                    yield Finding(
                        path, "a parameter that may be left out is one that is not 'required'", "drop 'maybe'"
                    )
                if isinstance(param, Param):
                    yield from _param(param, path)


def _param(param: Param, path: Path) -> Iterator[Finding]:
    if param.required and param.default is not UNSET:
        yield Finding((*path, "default"), "a parameter that is required has no use for a default")
    if param.enum is not UNSET:
        if not param.enum:
            yield Finding((*path, "enum"), "'enum' lists nothing")
        elif param.default is not UNSET and param.default not in param.enum:
            told = ", ".join(repr(value) for value in param.enum)
            yield Finding((*path, "default"), f"{param.default!r} is none of {told}")
    least, most = param.min, param.max
    if least is not UNSET and most is not UNSET and least > most:
        yield Finding(path, f"'min' ({least}) is more than 'max' ({most})")
    value = param.default
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if (least is not UNSET and value < least) or (most is not UNSET and value > most):
        yield Finding((*path, "default"), f"the default {value} is not within the parameter's bounds")


def paths(venue: Venue) -> Iterator[Finding]:
    """Slots of a path are parameters, and parameters of the path have a slot."""
    for name, operation in venue.merged.operations.items():
        said = {"": operation.http} if isinstance(operation.http, str) else operation.http
        slots: set[str] = set()
        for product, text in said.items():
            path: Path = ("operations", name, "http", product) if product else ("operations", name, "http")
            for slot in slot_names(text):
                slots.add(slot)
                if slot not in by_name(operation.params):
                    yield Finding(
                        path,
                        f"slot {slot!r} is no parameter of {name!r}",
                        did_you_mean(slot, by_name(operation.params)),
                    )
        for parameter, param in by_name(operation.params).items():
            if isinstance(param, Param) and param.place == "path" and parameter not in slots:
                yield Finding(
                    ("operations", name, "params", parameter), f"no path has a slot {parameter!r}", key=True
                )


def pages(venue: Venue) -> Iterator[Finding]:
    """A page rule names parameters of its operation and a place in its answer, and its steps lead somewhere."""
    for operation in venue.operations.values():
        page = operation.spec.page
        if page is UNSET:
            continue
        path: Path = ("operations", operation.name, "page")
        given = {
            word: getattr(page, "from_" if word == "from" else word)
            for word in ("start", "end", "from", "limit")
        }
        for word, parameter in given.items():
            if parameter is not UNSET and parameter not in by_name(operation.spec.params):
                yield Finding(
                    (*path, word),
                    f"unknown parameter {parameter!r}",
                    did_you_mean(parameter, by_name(operation.spec.params)),
                )
        yield from _steps(page, operation, path)
        yield from _next(page, operation, path)


def _steps(page: Page, operation: Operation, path: Path) -> Iterator[Finding]:
    if page.max is not UNSET and page.limit is UNSET:
        yield Finding((*path, "max"), "'max' is the most that 'limit' may be, and no 'limit' is named")
    param = by_name(operation.spec.params).get(page.limit) if page.limit is not UNSET else None
    if isinstance(param, Param) and param.max is not UNSET and page.max is not UNSET and page.max > param.max:
        yield Finding(
            (*path, "max"), f"a page of {page.max} rows is more than the parameter's 'max', {param.max}"
        )


def _next(page: Page, operation: Operation, path: Path) -> Iterator[Finding]:
    shape = operation.shape
    if shape is None or page.next.startswith("="):
        return
    names = _names(shape)
    head = page.next.partition(".")[0]
    if head not in names and page.kind == "cursor":
        yield Finding((*path, "next"), f"the answer has no field {head!r}", did_you_mean(head, names))
    elif head not in names and operation.payload is not None and operation.payload.kind in {"list", "many"}:
        yield Finding((*path, "next"), f"the rows have no field {head!r}", did_you_mean(head, names))


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _names(shape: Shape) -> set[str]:
    return {field.name for field in shape.fields}


def limits(venue: Venue) -> Iterator[Finding]:
    """Budgets are of something, and costs are positive."""
    for name, limit in venue.merged.limits.items():
        if limit.amount < 1:
            yield Finding(("limits", name, "amount"), f"a budget of {limit.amount} would let nothing through")
        if limit.part and (limit.each is UNSET or not _is_pattern(limit.part)):
            yield Finding(
                ("limits", name, "part"), "'part' is a pattern for values of the parameter that 'each' names"
            )
    for name, operation in venue.merged.operations.items():
        for budget, cost in by_budget(operation.weight).items():
            if isinstance(cost, int) and cost < 0:
                yield Finding(("operations", name, "weight", budget), f"a call can't cost {cost}")
            limit = venue.merged.limits.get(budget)  # type: ignore[assignment]
            if isinstance(cost, int) and limit is not None and cost > limit.amount:
                yield Finding(
                    ("operations", name, "weight", budget),
                    f"a call of {cost} is more than the whole budget, {limit.amount}",
                )
            if limit is None or limit.each is UNSET or limit.each in by_name(operation.params):
                continue
            named = sorted(by_name(operation.params))
            yield Finding(
                ("operations", name, "weight", budget),
                f"budget {budget!r} goes by {limit.each!r}, which is no parameter of this call",
                did_you_mean(limit.each, named),
            )
