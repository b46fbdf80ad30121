"""HTTP calls answered from the simulated market: catalog, clock, books, trades, bars, quotes and rates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from dragoman.errors import DragomanError
from dragoman.model import INSTRUMENT_TYPES, BarType, Instrument, OrderBookDeltas, OrderBookDepth10
from dragoman.requests.facts import Interface, Operation, Param
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.bars import bars_of, length_ns
from dragoman.simulate.errors import NotInvertible, NotSimulated
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.facts import Made
from dragoman.simulate.given import objects, unmeant
from dragoman.simulate.images.wants import fits
from dragoman.simulate.line import FUNDING_NS
from dragoman.simulate.market import MS, Line, Market
from dragoman.simulate.payloads import fields_of
from dragoman.simulate.wire.keys import pairs_of
from dragoman.translate.functions import parse_iso

_USUAL = 500
_MOST_PATHS = 4_096
_FOREVER = 1 << 62


class Answer(Struct, frozen=True):
    """Status, body and further headers of an HTTP answer."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Routed(Struct, frozen=True):
    """Which operation a request is for, with the parameters of its path and of its query; `product` is "" where the path names none."""

    operation: Operation
    product: str
    in_path: Mapping[str, str]
    given: Mapping[str, str]


class Asked(Struct, frozen=True):
    """What a call's parameters mean."""

    now_ns: int
    limit: int = _USUAL
    start_ns: int | None = None
    end_ns: int | None = None
    first_id: int | None = None
    before_id: int | None = None
    specification: str = ""
    is_backward: bool = False
    """Whether pages go back in time, so that one without an end begins with the newest row."""


class Answers:
    """Finds the operation of a request and builds the body that the venue would send."""

    def __init__(self, backwards: Backwards, interface: Interface, markets: Mapping[str, Market]) -> None:
        self.backwards = backwards
        self.interface = interface
        self.markets = markets
        self.queries: Mapping[str, Mapping[str, str]] = {}
        """operation -> path of a list among its parameters -> the field of instruments that it narrows down."""
        self.raises = False
        """Whether `answered` raises Refused, for somebody who knows the venue's words for it."""
        self._everywhere = False
        """Whether the call at hand is about the instruments of all products."""
        self._bases = {
            server: urlsplit(address).path.rstrip("/")
            for environment in reversed(list(interface.environments.values()))
            for server, address in environment.http.items()
        }
        """Server -> what stands before the paths of its operations."""
        self._naming = {
            name: [param.wire for param in operation.params if param.fills == "product"]
            for name, operation in interface.operations.items()
        }
        """Operation -> parameters that name its product."""
        self._matched: dict[tuple[str, str, str], Sequence[tuple[Operation, str, dict[str, str]]]] = {}
        self._routes = [
            (operation, product, method, _pattern(path), server)
            for operation in interface.operations.values()
            for product, (method, path) in operation.paths.items()
            if (server := operation.servers.get(product) or operation.servers.get("")) is not None
        ]

    def _matches(
        self, server: str, method: str, path: str
    ) -> Sequence[tuple[Operation, str, dict[str, str]]]:
        """(operation, product, parameters in the path) of everything that is asked for there."""
        key = (server, method, path)
        found = self._matched.get(key)
        if found is None:
            if len(self._matched) >= _MOST_PATHS:
                self._matched.clear()
            found = self._matched[key] = [
                (operation, product, match.groupdict())
                for operation, product, wanted, pattern, of_server in self._routes
                if wanted == method and of_server == server and (match := pattern.fullmatch(path))
            ]
        return found

    def route(self, server: str, method: str, target: str) -> Routed | None:
        """The operation that a request to one of the venue's servers is for."""
        url = urlsplit(target)
        return self.routed(server, method, url.path, pairs_of(url.query))

    def routed(self, server: str, method: str, path: str, pairs: Mapping[str, str]) -> Routed | None:
        """As `route`, of a request that is taken apart."""
        base = self._bases.get(server, "")
        path = path.removeprefix(base) if path.startswith(f"{base}/") else path
        first: Routed | None = None
        other: Routed | None = None
        matches = self._matches(server, method, path)
        if len(matches) == 1:
            operation, product, in_path = matches[0]
            given = {**pairs, **in_path}
            for name in self._naming[operation.name] if product else ():
                if given.get(name, product) != product:
                    return None
            return Routed(operation, product, in_path, given)
        for operation, product, in_path in matches:
            given = {**pairs, **in_path}
            if product and any(given.get(name, product) != product for name in self._naming[operation.name]):
                continue
            found = Routed(operation, product, in_path, given)
            if not product or self._is_of(operation, product, given):
                if not any(value.startswith("{") for value in given.values()):
                    return found
                # Of operations that differ by an object alone, the one that sends it.
                if any(
                    objects(p.default) and given.get(p.wire) and objects(given[p.wire]) == p.default
                    for p in operation.params
                ):
                    return found
                first = first or found
            other = other or found
        return first or other

    def respond(self, server: str, method: str, target: str, now_ns: int) -> Answer:
        """The answer of one of the venue's servers to `GET /path?query`; times are cut to the millisecond."""
        routed = self.route(server, method, target)
        if routed is None:
            return self.error(404, f"no operation at {method} {urlsplit(target).path}")
        return self.answered(routed.operation, routed.product, routed.given, now_ns - now_ns % MS)

    def error(self, status: int, text: str) -> Answer:
        """A body as the venue tells its errors, where the spec says how."""
        fault = self.backwards.tables.fault
        body: Any = {"error": text}
        if fault is not None:
            body = {}
            for path, value in ((fault.code, self._strange_code()), (fault.message, text)):
                at = body
                for name in path[:-1]:
                    at = at.setdefault(name, {})
                at[path[-1]] = value
        return Answer(status, msgspec.json.encode(body))

    def _strange_code(self) -> int:
        """A code of an error that the venue gives no meaning to, so that status and words alone tell what is wrong."""
        known = self.interface.errors.codes
        return next(code for code in count(-1, -1) if str(code) not in known)

    def build(self, operation: Operation, product: str, request: dict[str, Any], asked: Asked) -> bytes:
        """The body for parameters that are already read; raises Refused, NotSimulated, NotInvertible."""
        name = operation.name
        source = self.backwards.source_of(name)
        if source is None or operation.answer:
            why = self.backwards.inverse.closed.get(name, "it answers with a file")
            raise NotSimulated(self.backwards.venue, f"{name} can't be answered ({why})")
        told = Told(product, asked.now_ns, request=request)
        if any(clock.operation == name for clock in self.interface.clocks.values()):
            return self.backwards.clock(name, told)
        events: list[Any] = []
        known = [made for made in source.made if made.type in EVENTS or made.type in INSTRUMENT_TYPES]
        if source.made and source.made[0].type == "OrderBookDelta":
            known = [msgspec.structs.replace(source.made[0], type="OrderBookDeltas")]
        if source.made and not known:
            raise NotSimulated(self.backwards.venue, f"{name} gives {', '.join(m.type for m in source.made)}")
        for line in self._lines(operation, product, request) if known else ():
            for made in known:
                if made.type in INSTRUMENT_TYPES:
                    if type(line.instrument).__name__ == made.type:
                        moment = {"ts_event": asked.now_ns, "ts_init": asked.now_ns}
                        events.append(msgspec.structs.replace(line.instrument, **moment))
                else:
                    events += self._events(made, line, asked)
        if operation.page is not None and operation.page.backward:
            events.reverse()
        if events and all(isinstance(event, Instrument) for event in events):
            return self.backwards.listing(name, events, told)
        return self.backwards.answer(name, events, told)

    def answered(self, operation: Operation, product: str, given: Mapping[str, str], now_ns: int) -> Answer:
        """The answer to a public call with these parameters; one that names no product lists what all have."""
        alone = set(operation.paths) != {""} or any(param.fills == "product" for param in operation.params)
        self._everywhere = not product and not alone
        product = product or next(iter(self.markets))
        try:
            request = self._request(operation, product, given)
            return Answer(
                200, self.build(operation, product, request, self._asked(operation, request, now_ns))
            )
        except Refused as refused:
            if self.raises:
                raise
            return self.error(400, str(refused))
        except (NotSimulated, NotInvertible) as error:
            return self.error(501, str(error))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _is_of(self, operation: Operation, product: str, given: Mapping[str, str]) -> bool:
        """Whether a call may be about a product whose path is the same as others': it is simulated, and lists what is named."""
        if product not in self.markets:
            return False
        keys = self.backwards.tables.products[product]
        for param in operation.params:
            if param.fills == "symbol" and param.wire in given:
                try:
                    return keys.make_id(given[param.wire]) in self.markets[product].lines
                except (LookupError, ValueError, DragomanError):
                    return False
        return True

    def _request(self, operation: Operation, product: str, given: Mapping[str, str]) -> dict[str, Any]:
        """Parameters by the names that translators know; raises Refused for what is missing or no value."""
        request: dict[str, Any] = {}
        left = unmeant(operation, given)
        for param in operation.params:
            if param.products and product not in param.products:
                continue
            if param.wire in given and param.name not in left:
                request[param.told] = _read(param, given[param.wire])
            elif param.required and param.default is None:
                raise Refused(Reason.PARAMETER, f"mandatory parameter {param.wire!r} was not sent")
        return request

    def _asked(self, operation: Operation, request: Mapping[str, Any], now_ns: int) -> Asked:
        found: dict[str, Any] = {}
        for param in operation.params:
            value = request.get(param.told)
            if value is None:
                continue
            if param.fills in ("start", "end"):
                is_text = isinstance(value, str)
                bound = parse_iso(value) if is_text else value * (param.unit_ns or 1)
                aside = 1 if param.fills == "start" else -1
                found[f"{param.fills}_ns"] = bound + aside * param.exclusive
            elif param.fills == "limit":
                found["limit"] = min(value, param.most or value)
            elif param.fills == "interval" or param.means:
                found["specification"] = param.means.get(value, "")
            elif operation.page is not None and param.name == operation.page.from_:
                found["before_id" if operation.page.backward else "first_id"] = value
        return Asked(now_ns, **found, is_backward=operation.page is not None and operation.page.backward)

    def _lines(self, operation: Operation, product: str, request: Mapping[str, Any]) -> list[Line]:
        """The instruments that a call is about: the one that is named, or all."""
        if product not in self.markets:
            raise NotSimulated(self.backwards.venue, f"product {product!r} is not simulated")
        lines = dict(self.markets[product].lines)
        for market in self.markets.values() if self._everywhere else ():
            lines |= market.lines
        keys = self.backwards.tables.products[product]
        for param in operation.params:
            if (param.fills == "symbol" or param.fills in keys.keys) and param.told in request:
                try:
                    return [lines[keys.make_id(request[param.told])]]
                except (LookupError, ValueError, DragomanError):
                    why = f"no such {param.wire}: {request[param.told]}"
                    raise Refused(Reason.UNKNOWN_INSTRUMENT, why) from None
        criteria = self.queries.get(operation.name, {})
        return [line for line in lines.values() if fits(criteria, request, line.instrument)]

    def _events(self, made: Made, line: Line, asked: Asked) -> list[Any]:
        try:
            found = EVENTS[made.type](line, asked)
        except (KeyError, ValueError):
            raise Refused(Reason.PARAMETER, "the interval is none of the venue's") from None
        return [shaped(made, event) for event in found]


def shaped(made: Made, event: Any) -> Any:
    """An event as this source can tell it: with its constants, and without what may be left out and isn't told there."""
    consts = made.consts
    untold = {
        item.name: None
        for item in fields_of(event.__class__)
        if item.default is None and item.name not in made.reads and getattr(event, item.name) is not None
    }
    if untold and not isinstance(event, Instrument):
        event = msgspec.structs.replace(event, **untold)
    if isinstance(event, OrderBookDeltas | OrderBookDepth10) and "sequence" not in made.reads:
        event = msgspec.structs.replace(event, sequence=0)
    if "volume" in consts:
        event = msgspec.structs.replace(event, volume=Decimal(consts["volume"]))
    if "price_type" in consts and hasattr(event, "bar_type"):
        parts = event.bar_type.rsplit("-", 2)
        event = msgspec.structs.replace(
            event, bar_type=BarType(f"{parts[0]}-{consts['price_type']}-{parts[2]}")
        )
    return event


def _trades(line: Line, asked: Asked) -> list[Any]:
    start = 0 if asked.start_ns is None else asked.start_ns
    end = _FOREVER if asked.end_ns is None else asked.end_ns
    found = [trade for trade in line.trades if start <= trade.ts_event <= end]
    if asked.first_id is not None:
        found = [trade for trade in found if int(trade.trade_id) >= asked.first_id]
    if asked.before_id is not None:
        found = [trade for trade in found if int(trade.trade_id) < asked.before_id]
    forward = asked.first_id is not None or asked.start_ns is not None
    return _cut(found, asked, forward)


def _bars(line: Line, asked: Asked) -> list[Any]:
    length = length_ns(asked.specification)
    end = _FOREVER if asked.end_ns is None else asked.end_ns + 1
    start = asked.start_ns
    if start is None:
        start = (min(end, asked.now_ns) // length - asked.limit) * length
    found = bars_of(line.trades, asked.specification, "LAST", start, end, asked.now_ns)
    return _cut(found, asked, asked.start_ns is not None)


def _cut(found: Iterable[Any], asked: Asked, forward: bool) -> list[Any]:
    """The first or the last of a history, as told now."""
    rows = list(found)
    rows = rows[: asked.limit] if forward and not asked.is_backward else rows[-asked.limit :]
    return [msgspec.structs.replace(row, ts_init=asked.now_ns) for row in rows]


def _rate(kind: str) -> Callable[[Line, Asked], list[Any]]:
    return lambda line, asked: [each for each in line.rates(asked.now_ns) if type(each).__name__ == kind]


def _funding(line: Line, asked: Asked) -> list[Any]:
    """The rate of now, or where a time is asked for those that were paid then."""
    rates = _rate("FundingRateUpdate")(line, asked)
    if not rates or (asked.start_ns is None and asked.end_ns is None):
        return rates
    last = min(asked.now_ns, asked.now_ns if asked.end_ns is None else asked.end_ns) // FUNDING_NS
    first = last - asked.limit + 1 if asked.start_ns is None else -(-asked.start_ns // FUNDING_NS)
    paid = [
        msgspec.structs.replace(rates[0], ts_event=each * FUNDING_NS, next_funding_ns=(each + 1) * FUNDING_NS)
        for each in range(first, last + 1)
    ]
    return _cut(paid, asked, asked.start_ns is not None)


EVENTS: Mapping[str, Callable[[Line, Asked], list[Any]]] = {
    "TradeTick": _trades,
    "Bar": _bars,
    "QuoteTick": lambda line, asked: [line.quote(asked.now_ns)],
    "OrderBookDeltas": lambda line, asked: [line.image(asked.now_ns, asked.limit)],
    "OrderBookDepth10": lambda line, asked: [line.depth10(asked.now_ns, asked.limit)],
    "InstrumentStatus": lambda line, asked: [line.status(asked.now_ns)],
    "InstrumentClose": lambda line, asked: [],
    "OptionGreeks": lambda line, asked: line.greeks(asked.now_ns),
    "FundingRateUpdate": _funding,
    **{kind: _rate(kind) for kind in ("MarkPriceUpdate", "IndexPriceUpdate")},
}
"""Event type -> what the market has of it."""


def _pattern(path: str) -> re.Pattern[str]:
    """A path as an expression; its `{slots}` are groups."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path)))


def _read(param: Param, text: str) -> Any:
    if param.kind in ("int", "time"):
        try:
            return int(text)
        except ValueError:
            raise Refused(Reason.PARAMETER, f"{param.wire} is no number: {text[:80]}") from None
    if param.allowed and text not in {str(each) for each in param.allowed}:
        raise Refused(Reason.PARAMETER, f"{param.wire} can't be {text[:80]}")
    return text
