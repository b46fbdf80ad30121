"""Endpoints that several products have alike: paths go on from those of their products, costs are of their usual budgets."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import UNSET, UnsetType

from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.venue import LimitScope
from dragoman_generator.language.wire import Operation, by_budget
from dragoman_generator.resolve.places import Places


def whole(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the whole path of every product, and every cost beside its budget; a cost of no one budget is told."""
    operations: dict[str, Operation] = {}
    spec = _budgeted(spec, places)
    for name, item in spec.operations.items():
        products = list(item.http) if isinstance(item.http, dict) else item.products or list(spec.products)
        operations[name] = msgspec.structs.replace(
            _reaching(spec, name, item, products, places), weight=_costs(spec, name, item, products, places)
        )
    return msgspec.structs.replace(spec, operations=operations)


def _budgeted(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the budgets that stand at their calls among its limits, and a cost of one in their place."""
    limits, operations, own = dict(spec.limits), dict(spec.operations), dict[str, LimitScope]()
    servers = list(dict.fromkeys(server for each in spec.environments.values() for server in each.http))
    for name, item in spec.operations.items():
        budgets = item.weight if isinstance(item.weight, dict) else {}
        said = {budget: each for budget, each in budgets.items() if isinstance(each, LimitScope)}
        for budget, each in said.items():
            at = places.written(("operations", name, "weight", budget))
            if own.setdefault(budget, each) is not each or budget in spec.limits:
                places.add(at, f"budget {budget!r} is said twice", "say it once, in 'limits'", key=True)
            elif budget not in limits:
                server = (
                    item.server if item.server is not UNSET else servers[0] if len(servers) == 1 else UNSET
                )
                limits[budget] = msgspec.structs.replace(
                    each,
                    server=server if each.server is UNSET else each.server,
                    doc=item.doc if each.doc is UNSET else each.doc,
                )
                places.moved["limits", budget] = at
        if said:
            costs = {budget: 1 if budget in said else each for budget, each in budgets.items()}
            operations[name] = msgspec.structs.replace(item, weight=costs)
    return msgspec.structs.replace(spec, limits=limits, operations=operations)


def server_of(spec: SpecFile, product: str) -> str | UnsetType:
    """The server of a product: what it says, else the one that is called as the product is."""
    item = spec.products.get(product)
    if item is None or item.server is not UNSET:
        return UNSET if item is None else item.server
    return product if any(product in each.http for each in spec.environments.values()) else UNSET


def _reaching(
    spec: SpecFile, name: str, item: Operation, products: Iterable[str], places: Places
) -> Operation:
    """An operation whose paths are whole: what begins with no `/` goes on from the path of the product."""
    if isinstance(item.http, dict):
        if (
            len(item.http) > 1
            and len(set(item.http.values())) == 1
            and " /" not in next(iter(item.http.values()))
        ):
            text = next(iter(item.http.values()))
            hint = f"write it once: 'http: {text}', 'products: [{', '.join(item.http)}]'"
            places.add(
                ("operations", name, "http"), f"{len(item.http)} products have one path", hint, key=True
            )
        http = {product: _joined(spec, product, text) for product, text in item.http.items()}
        return msgspec.structs.replace(item, http=http)
    paths = {product: _joined(spec, product, item.http) for product in products}
    if len(set(paths.values())) < 2:
        return msgspec.structs.replace(item, http=next(iter(paths.values()), item.http))
    for product in paths:
        places.moved["operations", name, "http", product] = ("operations", name, "http")
    return msgspec.structs.replace(item, http=paths, products=[])


def _joined(spec: SpecFile, product: str, text: str) -> str:
    method, _, path = text.partition(" ")
    base = spec.products[product].path if product in spec.products else ""
    return text if not path or path.startswith("/") else f"{method} {base}{path}"


def _costs(
    spec: SpecFile, name: str, item: Operation, products: Iterable[str], places: Places
) -> dict[str, int | str]:
    """Budget -> cost, of costs that are told by product, or once for all of them."""
    once = not isinstance(item.weight, dict)
    said = by_budget(item.weight) if isinstance(item.weight, dict) else {", ".join(products): item.weight}
    found: dict[str, int | str] = {}
    for key, cost in said.items():
        at = ("operations", name, "weight") if once else ("operations", name, "weight", key)
        for each in key.split(", "):
            budget = each if each in spec.limits or each not in spec.products else _usual(spec, each)
            if budget is None:
                told = f"product {each!r} has no budget, or several, of a usual cost"
                places.add(at, told, "name the budget", key=not once)
                continue
            found[budget] = cost
            places.moved["operations", name, "weight", budget] = at
    return found


def _usual(spec: SpecFile, product: str) -> str | None:
    """The one budget that calls for a product are charged to where they say nothing."""
    servers = (server_of(spec, product), UNSET)
    usual = [name for name, limit in spec.limits.items() if limit.usual and limit.server in servers]
    return usual[0] if len(usual) == 1 else None
