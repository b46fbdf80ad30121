"""A whole venue resolved: sections in the order in which they refer to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from msgspec import UNSET

from dragoman_generator.diagnostics import Diagnostics
from dragoman_generator.hooks import Beside
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import DataType, Venue
from dragoman_generator.language.payload import DataType as DataTypeSpec
from dragoman_generator.language.payload import FieldSpec
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.addresses import addressed
from dragoman_generator.resolve.alike import spelled
from dragoman_generator.resolve.auth import AuthResolver
from dragoman_generator.resolve.codes import resolve_codes
from dragoman_generator.resolve.connections import ConnectionResolver
from dragoman_generator.resolve.describe import described
from dragoman_generator.resolve.emission import Emission
from dragoman_generator.resolve.endpoints import whole
from dragoman_generator.resolve.enums import resolve_enum
from dragoman_generator.resolve.event_words import written_out
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.families import joined
from dragoman_generator.resolve.hooks import Hooks
from dragoman_generator.resolve.likeness import liked
from dragoman_generator.resolve.machines.merges import check_partial
from dragoman_generator.resolve.merge import merge
from dragoman_generator.resolve.named_fields import listed
from dragoman_generator.resolve.named_params import named, on_the_wire
from dragoman_generator.resolve.outgoing import OutgoingResolver
from dragoman_generator.resolve.own_rows import enveloped, owned, rowed
from dragoman_generator.resolve.params import ParamResolver
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.reading import Reading
from dragoman_generator.resolve.row_words import spread_rows
from dragoman_generator.resolve.rows_told import rows_told
from dragoman_generator.resolve.scaling import check_currencies
from dragoman_generator.resolve.served import spread
from dragoman_generator.resolve.shape_likeness import shaped
from dragoman_generator.resolve.shapes import ShapeResolver
from dragoman_generator.resolve.shared import expanded
from dragoman_generator.resolve.spoken import spoken
from dragoman_generator.resolve.symbology import check_examples, resolve_product, told_apart
from dragoman_generator.resolve.untold import told
from dragoman_generator.resolve.wire import WireResolver
from dragoman_generator.yaml.loader import Document


def resolve(
    files: Mapping[str, SpecFile],
    documents: Mapping[str, Document],
    sources: Mapping[str, bytes],
    found: Diagnostics,
    beside: Beside,
) -> Venue | None:
    """The venue of one folder; None where it has no identity. What is wrong is in `found`."""
    merged, places = merge(files, documents, found)
    spec = named(shaped(listed(addressed(owned(merged, places), places), places), places), places)
    spec = on_the_wire(
        told(
            spread_rows(enveloped(whole(liked(joined(spec, places), places), places), places), places), places
        )
    )
    spec = spread(
        written_out(
            spelled(expanded(rows_told(spoken(rowed(spec, places), places), places), places), places), places
        ),
        places,
    )
    if spec.venue is UNSET:
        found.add(documents[places.first].marks.at(()), "no file of this folder has a 'venue' section")
        return None
    enums = {name: resolve_enum(name, item, places) for name, item in spec.enums.items()}
    shapes = ShapeResolver(spec.shapes, spec.enums, places, spec.codes, camel=spec.venue.spelling == "camel")
    for name, shape in spec.shapes.items():
        shapes.named(name, shape, ("shapes", name))
    hooks = Hooks(spec.venue, beside, places, found)
    expressions = Expressions(Reading(shapes.shapes, enums), enums, places, hooks.bindings)
    products = {
        name: product
        for name, item in spec.products.items()
        if (product := resolve_product(name, item, spec.venue.name, expressions)) is not None
    }
    check_examples(spec.products, products, spec.venue.name, expressions)
    if len(products) > 1:
        apart = told_apart(spec.products)
        products = {name: replace(each, apart=name in apart) for name, each in products.items()}
    data_types = {name: _data_type(name, item, shapes, places) for name, item in spec.data_types.items()}
    has_currencies = check_currencies(spec.currencies, places)
    emission = Emission(
        expressions,
        products,
        data_types,
        shapes.shapes,
        spec.tables,
        has_currencies=has_currencies,
        units=spec.units,
    )
    wire = WireResolver(spec, shapes, emission, products, enums)
    operations = {
        name: op for name, item in spec.operations.items() if (op := wire.operation(name, item)) is not None
    }
    lines = ConnectionResolver(spec, shapes, expressions)
    connections = {name: lines.connection(name, item) for name, item in spec.connections.items()}
    channels = {
        name: channel
        for name, item in spec.channels.items()
        if (channel := wire.channel(name, item, spec.connections)) is not None
    }
    params = ParamResolver(enums, products, places, frozenset({*shapes.shapes, *enums, "Decimal", "Raw"}))
    outgoing = OutgoingResolver(spec, wire, params, AuthResolver(spec, places), expressions).resolve(
        operations, channels
    )
    payloads = [channel.payload for channel in channels.values()]
    payloads += [operation.payload for operation in operations.values()]
    check_partial(emission.partial, shapes.shapes, payloads, places)
    for name in data_types:
        if name not in emission.used:
            places.add(("data_types", name), f"nothing emits {name!r}", key=True)
    codes = resolve_codes(spec.codes, expressions)
    hooks.tell_unused()
    return Venue(
        id=spec.venue.id,
        name=spec.venue.name,
        merged=spec,
        stems=tuple(sorted(files)),
        enums=enums,
        shapes=described(_tagged(shapes.shapes, spec), spec),
        shape_stems=_stems(shapes.shapes, spec, places),
        enum_stems={name: places.stem("enums", name) for name in enums},
        products=products,
        data_types=data_types,
        connections=connections,
        channels=channels,
        operations=operations,
        sources=sources,
        codes=codes,
        hooks=hooks.source,
        outgoing=outgoing,
        places=places,
    )


def _data_type(name: str, spec: DataTypeSpec, shapes: ShapeResolver, places: Places) -> DataType:
    fields: list[Field] = []
    for key, said in spec.fields.items():
        text, doc = (said, "") if isinstance(said, str) else (said.type, said.doc)
        item = shapes.field(name, key, FieldSpec(type=text, doc=doc), ("data_types", name, "fields", key))
        if item is not None:
            fields.append(item)
    doc = "" if spec.doc is UNSET else spec.doc
    return DataType(name, places.stem("data_types", name), spec.title, doc, spec.about, tuple(fields))


def _tagged(shapes: Mapping[str, Shape], spec: SpecFile) -> dict[str, Shape]:
    """Shapes whose constant is their connection's routing key become tagged Structs."""
    from dataclasses import replace

    keys = {c.route.tag for c in spec.connections.values() if c.route.tag is not UNSET}
    found = dict(shapes)
    for name, shape in shapes.items():
        for item in shape.fields:
            if (
                item.has_const
                and item.wire in keys
                and isinstance(item.const, str | int)
                and shape.kind == "record"
            ):
                rest = tuple(f for f in shape.fields if f is not item)
                found[name] = replace(shape, fields=rest, tag_key=item.wire, tag_value=item.const)
    return found


def _stems(shapes: Mapping[str, Shape], spec: SpecFile, places: Places) -> dict[str, str]:
    """The file that each shape's Struct is generated into: where it is declared, or where its owner is."""
    from dragoman_generator.resolve.names import camel

    owners: list[tuple[str, str]] = [(name, places.stem("shapes", name)) for name in spec.shapes]
    owners += [(camel(name), places.stem("channels", name)) for name in spec.channels]
    owners += [(f"{camel(name)}Response", places.stem("operations", name)) for name in spec.operations]
    owners += [(camel(name), places.stem("connections", name)) for name in spec.connections]
    owners.sort(key=lambda pair: -len(pair[0]))
    return {
        shape: next((stem for prefix, stem in owners if shape.startswith(prefix)), places.first)
        for shape in shapes
    }
