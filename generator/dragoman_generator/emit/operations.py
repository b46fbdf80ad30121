"""Operations and channels of a venue's interface, with their parameters, costs and pages."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from dragoman_generator.emit.facts_text import FactsText, tree
from dragoman_generator.emit.source import Source, call, written
from dragoman_generator.ir.outgoing import Outgoing, PageOut, ParamOut
from dragoman_generator.ir.venue import Channel, Code, Operation
from dragoman_generator.language.asking import Socket
from dragoman_generator.language.state import PollDiff
from dragoman_generator.language.wire import by_name
from dragoman_generator.resolve.duration import nanoseconds
from dragoman_generator.resolve.names import literal


def operation_source(operation: Operation, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("Operation")
    spec, out = operation.spec, outgoing.operations[operation.name]
    weights: dict[str, tuple[object, ...]] = {}
    for product, costs in out.weights.items():
        found: list[object] = []
        for budget, cost in costs:
            if isinstance(cost, int):
                found.append((budget, cost))
            else:
                found.append((budget, Source(_weight(operation.name, budget, cost, text))))
        if found:
            weights[product] = tuple(found)
    unknown = () if spec.outcome is UNSET else tuple(sorted(spec.outcome.unknown))
    expects = "bytes" if spec.answer is not UNSET or operation.payload is None else ""
    return call(
        "Operation",
        name=operation.name,
        title=spec.title,
        paths=dict(operation.paths),
        servers=dict(out.servers),
        params=_params(out.params, text),
        auth="" if spec.auth is UNSET else spec.auth,
        send="" if spec.send == "query" else spec.send,
        body=None if spec.body is UNSET else Source(tree(spec.body, outgoing, text)),
        kind="" if spec.class_ == "query" else spec.class_,
        private=spec.private,
        expects=expects,
        weights=weights,
        unknown=Source(f"frozenset({written(set_(unknown))})") if unknown else None,
        unwrap="" if spec.unwrap is UNSET else spec.unwrap,
        page=None if out.page is None else _page(out.page, text),
        gives=operation.gives,
        prices=() if out.prices == ("LAST",) else out.prices,
        prefer=None if spec.prefer == 0 else spec.prefer,
        every_ns=(Source(f"{nanoseconds(spec.state.every):_}") if isinstance(spec.state, PollDiff) else None),
        answer="" if spec.answer is UNSET else spec.answer,
        socket=None if isinstance(spec.socket, UnsetType) else _socket(spec.socket, outgoing, text),
        open_only=spec.open_only,
        sweep={name: tuple(values) for name, values in spec.sweep.items()},
        doc=spec.doc,
    )


def _socket(socket: Socket, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("SocketCall")
    connection = socket.connection
    return call(
        "SocketCall",
        connections={"": connection} if isinstance(connection, str) else dict(connection),
        call=socket.call,
        frame=None if isinstance(socket.frame, UnsetType) else Source(tree(socket.frame, outgoing, text)),
        only=tuple(socket.only),
    )


def set_(values: tuple[str, ...]) -> Source:
    """A set literal."""
    return Source("{" + ", ".join(literal(value) for value in values) + "}")


def _weight(name: str, budget: str, cost: Code, text: FactsText) -> str:
    if cost.text in text.weights:
        return text.weights[cost.text]
    function = f"_{name}_weight"
    if function in text.weights.values():
        function = f"_{name}_{budget}"
    text.weights[cost.text] = function
    text.use("Told", module="dragoman.translate.told")
    text.needed |= cost.imports
    text.functions += [
        f"def {function}(scope: Told) -> int:",
        f'    """What a call of {name} costs, or of others that cost alike."""',
        f"    return {cost.text}",
        "",
    ]
    return function


def _params(params: tuple[ParamOut, ...], text: FactsText) -> tuple[Source, ...]:
    if params:
        text.use("Param")
    return tuple(
        call(
            "Param",
            name=param.name,
            wire=param.wire,
            told=param.told,
            kind="" if param.kind == "text" else param.kind,
            required=param.required,
            default=Source(written(param.default)) if param.default is not None else None,
            usual=Source(written(param.usual)) if param.usual is not None else None,
            allowed=param.allowed,
            least=None if param.least is None else Source(str(param.least)),
            most=None if param.most is None else Source(str(param.most)),
            place=param.place,
            join="" if param.join == "comma" else param.join,
            products=param.products,
            fills=param.fills,
            unit_ns=Source(f"{param.unit_ns:_}") if param.unit_ns else None,
            means=dict(param.means),
            exclusive=param.exclusive,
            instead_of=param.instead_of,
            only=dict(param.only),
        )
        for param in params
    )


def _page(page: PageOut, text: FactsText) -> Source:
    text.use("Page")
    text.needed |= page.next.imports | page.rows.imports | (page.time.imports if page.time else frozenset())
    return call(
        "Page",
        kind=page.kind,
        next=Source(f"lambda message: {page.next.text}"),
        rows=Source(f"lambda message: {page.rows.text}"),
        start=page.start,
        end=page.end,
        from_=page.from_,
        limit=page.limit,
        most=page.most or None,
        step=None if page.step == 1 else Source(str(page.step)),
        backward=page.backward,
        time=Source(f"lambda message: {page.time.text}") if page.time else None,
        span=Source(f"{page.span:_}") if page.span else None,
        begin=dict(page.begin) or None,
    )


def asked_for(channel: Channel) -> bool:
    """Whether the channel can be subscribed to: it has a topic, or stands alone on its connection."""
    return channel.spec.topic is not UNSET or bool(by_name(channel.spec.params))


def channel_source(channel: Channel, outgoing: Outgoing, text: FactsText) -> Source:
    text.use("Channel")
    spec, out = channel.spec, outgoing.channels[channel.name]
    stale = getattr(spec.state, "stale_after", UNSET) if spec.stale_after is UNSET else spec.stale_after
    return call(
        "Channel",
        name=channel.name,
        connection=spec.connection,
        title=spec.title or channel.name,
        products=channel.products,
        params=_params(out.params, text),
        topic=None if out.topic is None else Source(f"lambda v: {out.topic.text}"),
        address=spec.address,
        gives=channel.gives,
        prices=() if out.prices == ("LAST",) else out.prices,
        prefer=None if spec.prefer == 0 else spec.prefer,
        stale_after_ns=None if stale is UNSET else Source(f"{nanoseconds(stale):_}"),
        doc=spec.doc,
    )
