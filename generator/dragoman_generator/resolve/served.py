"""Operations whose one path answers for several products."""

from __future__ import annotations

import msgspec

from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path


def spread(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with a path for each of an operation's `products`; what says either of them twice is told."""
    operations = dict(spec.operations)
    for name, operation in operations.items():
        path: Path = ("operations", name)
        http = operation.http
        if isinstance(http, dict):
            if operation.products:
                told = "'http' has paths of products, and 'products' names products too"
                places.add((*path, "products"), told, "leave 'products' out, or write one path", key=True)
            elif len(http) > 1 and len(set(http.values())) == 1:
                told = f"{len(http)} products have one path"
                hint = f"write it once: 'http: {next(iter(http.values()))}', 'products: [{', '.join(http)}]'"
                places.add((*path, "http"), told, hint, key=True)
            continue
        if operation.products:
            for index, product in enumerate(operation.products):
                places.moved[*path, "http", product] = (*path, "products", index)
            operations[name] = msgspec.structs.replace(
                operation, http=dict.fromkeys(operation.products, http), products=[]
            )
    return msgspec.structs.replace(spec, operations=operations)
