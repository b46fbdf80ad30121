"""The Markdown page of a venue: what it offers, by which way, and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.emit import markdown
from dragoman_generator.emit.capability import matrix
from dragoman_generator.emit.markdown import Section, code, codes, link, text
from dragoman_generator.emit.page_commands import commands
from dragoman_generator.emit.page_wire import channels, connections, data_types, operations
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.venue import by_code


def page(venue: Venue) -> str:
    """`docs/venues/<venue>.md`."""
    said = venue.merged.venue
    assert said is not UNSET
    told = "Made from its spec by `dragoman generate`; edit that."
    intro = [text(said.summary)] if said.summary else []
    intro.append(
        f"{told} Ids end in {code('.' + venue.name)}; {link('documentation of the venue', said.doc)}."
    )
    return markdown.page(text(said.title), intro, _sections(venue))


def _sections(venue: Venue) -> Iterator[Section]:
    yield _capabilities(venue)
    yield _refused(venue)
    yield _symbology(venue)
    yield _environments(venue)
    yield connections(venue)
    yield channels(venue)
    yield operations(venue)
    yield from commands(venue)
    yield from data_types(venue)
    yield _limits(venue)
    yield _credentials(venue)
    yield _errors(venue)
    yield _hooks(venue)
    yield _quirks(venue)


def _capabilities(venue: Venue) -> Section:
    products = tuple(venue.products)
    rows = []
    for type_name, by_product in matrix(venue).items():
        cells = [code(type_name)]
        for product in products:
            ways: dict[str, list[str]] = {}
            for way in by_product.get(product, ()):
                ways.setdefault(way.kind, []).append(way.name)
            cells.append("<br>".join(f"{kind}: {codes(names)}" for kind, names in ways.items()))
        rows.append(cells)
    intro = "Which channel gives a type live, which operation on request, which file from a recording; the preferred one comes first."
    return Section("Capabilities", (intro,), ("type", *map(code, products)), rows)


def _refused(venue: Venue) -> Section:
    said = venue.merged.capabilities
    refused = [] if said is UNSET else said.refused
    rows = [
        (code(item.action), codes(item.products) or "all", text(item.reason), text(item.supported))
        for item in refused
    ]
    intro = "Refused before anything is sent."
    return Section(
        "Not supported", (intro,) if rows else (), ("action", "products", "reason", "supported"), rows
    )


def _symbology(venue: Venue) -> Section:
    rows = []
    for name, product in venue.products.items():
        spec = venue.merged.products[name]
        said = spec.instrument_id
        shown = [said] if isinstance(said, str) else [rule.id for rule in said]
        examples = "<br>".join(f"{code(raw)} is {code(made)}" for raw, made in product.examples.items())
        rows.append(
            (
                f"{code(name)} {link(text(spec.title), spec.doc)}",
                codes(product.instruments),
                codes(f"{key}: {spec.keys.get(key, 'sym')}" for key, _ in product.keys),
                "<br>".join(code(f"{rule}.{venue.name}") for rule in shown),
                examples,
            )
        )
    return Section("Symbology", (), ("product", "instruments", "keys", "instrument id", "examples"), rows)


def _environments(venue: Venue) -> Section:
    rows = []
    for name, spec in venue.merged.environments.items():
        servers = "<br>".join(f"{code(server)} {code(url)}" for server, url in spec.http.items())
        streams = []
        for connection, said in spec.connections.items():
            if isinstance(said, str):
                streams.append(f"{code(connection)} {code(said)}")
            else:
                streams += [
                    f"{code(connection)}, {code(product)} {code(url)}" for product, url in said.items()
                ]
        if spec.headers:
            servers += "<br>with " + codes(f"{header}: {value}" for header, value in spec.headers.items())
        rows.append((link(code(name), spec.doc), servers, "<br>".join(streams)))
    return Section("Environments", (), ("environment", "servers", "connections"), rows)


def _limits(venue: Venue) -> Section:
    rows = []
    for name, spec in venue.merged.limits.items():
        header = " ".join(
            code(each) for each in (spec.used_header, spec.remaining_header) if each is not UNSET
        )
        server = "" if spec.server is UNSET else code(spec.server)
        amount = f"{spec.amount} in {code(spec.per)}"
        counted = f"{spec.scope} and product" if spec.by_product else spec.scope
        counted += "" if spec.each is UNSET else f" and {spec.each}"
        counted += f" as far as {spec.part}" if spec.part else ""
        rows.append((link(code(name), spec.doc), amount, text(counted), server, spec.window, header))
    head = ("limit", "budget", "counted for", "server", "window", "header")
    return Section("Limits", (), head, rows)


def _credentials(venue: Venue) -> Section:
    said = venue.merged.venue
    assert said is not UNSET
    rows = [(code(name), code(variable)) for name, variable in said.credentials.items()]
    return Section("Credentials", (), ("name", "environment variable"), rows)


def _errors(venue: Venue) -> Section:
    spec = venue.merged.errors
    if spec is UNSET:
        return Section("Errors")
    told = [(f"HTTP {status}", item) for status, item in spec.statuses.items()]
    told += [(text(f"“{words}”"), item) for words, item in spec.reasons.items()]
    told += [(code(number), item) for number, item in by_code(spec).items()]
    rows = [(what, text(item.class_), text(item.meaning)) for what, item in told]
    where = f"{link('Error bodies', spec.doc)} hold the code at {code(spec.code)} and the text at {code(spec.message)}."
    return Section("Errors", (where,), ("code", "class", "meaning"), rows)


def _hooks(venue: Venue) -> Section:
    said = venue.merged.venue
    assert said is not UNSET
    rows = [
        (code(f"{hook.function}({', '.join(hook.takes)})"), code(hook.gives), text(hook.why), text(hook.test))
        for hook in said.hooks
    ]
    intro = f"What no word of the language says is Python, in {code('hooks.py')} beside the spec."
    return Section("Hooks", (intro,) if rows else (), ("function", "gives", "why", "test"), rows)


def _quirks(venue: Venue) -> Section:
    said = venue.merged.capabilities
    items = [] if said is UNSET else [text(quirk) for quirk in said.quirks]
    merged = venue.merged
    for section in (
        "environments",
        "products",
        "auth",
        "limits",
        "connections",
        "channels",
        "operations",
        "tables",
        "commands",
    ):
        for name, spec in getattr(merged, section).items():
            if spec.why:
                source = getattr(spec, "doc", UNSET)
                shown = f" ({link('source', source)})" if source is not UNSET and source else ""
                items.append(f"{code(name)}: {text(spec.why)}{shown}")
    return Section("Quirks", items=items)
