"""The pure request builder: an action and its parameters in, a signed request or a frame out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from secrets import token_hex
from typing import Any, ClassVar
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from dragoman.auth import Draft, Values, values_of
from dragoman.errors import Denied, NotSupported, ProductRequired, SpecMissing, UnknownAction
from dragoman.log import SECRETS
from dragoman.model import BarType
from dragoman.model.actions import COMMANDS, action_name, type_of
from dragoman.net.wire import Frame, Opcode, Request, percent_encoded
from dragoman.requests import choose, streaming
from dragoman.requests.choose import Want
from dragoman.requests.commands import command_request
from dragoman.requests.facts import Environment, Interface, Operation, Param
from dragoman.requests.frames import filled, login_frame
from dragoman.requests.params import Checker, in_json, plain
from dragoman.requests.refusals import tell
from dragoman.translate.facts import Product
from dragoman.translate.symbology import Symbology

_HIDDEN_FROM = 6
_CONTENT = {
    "json": "application/json",
    "json_rpc": "application/json",
    "form": "application/x-www-form-urlencoded",
}


class Requests:
    """Builds what is sent to one venue; never sends anything.

    credentials: by the names that the venue's specification gives them; clock: UNIX nanoseconds; nonce: a fresh text each time.
    `offsets_ns` holds, by server, what is added to the clock before signing.
    """

    interface: ClassVar[Interface]
    products: ClassVar[Mapping[str, Product]]

    def __init__(
        self,
        credentials: Mapping[str, str] | None = None,
        instruments: Iterable[Any] | None = None,
        clock: Callable[[], int] | None = None,
        nonce: Callable[[], str] | None = None,
        environment: str | Environment = "mainnet",
    ) -> None:
        self.venue = self.interface.venue
        self.credentials = dict(credentials or {})
        for value in self.credentials.values():
            if len(value) >= _HIDDEN_FROM:
                SECRETS.hide(value)
        self.clock = clock or time.time_ns
        self.nonce = nonce or (lambda: token_hex(16))
        self.environment = environment_of(self.interface, environment)
        self.offsets_ns: dict[str, int] = {}
        self.tokens: dict[tuple[str, str], str] = {}
        """(scheme, product or "") -> the token in use."""
        self.symbology = Symbology(self.interface.name, self.products)
        self.instruments: dict[str, Any] = {}
        for instrument in instruments or ():
            self.learn(instrument)

    def learn(self, instrument: Any) -> None:
        """Take one instrument into the catalog: its id decides its product, its increments what orders may say."""
        identity = instrument.instrument_id
        self.instruments[identity] = instrument
        for product, key in self.symbology.candidates(identity):
            if type(instrument).__name__ in self.products[product].instruments:
                self.symbology.learn(identity, product, key)

    def actions(self) -> list[str]:
        """Every action that `build` knows for this venue."""
        normalized = {action_name("request", t) for o in self.interface.operations.values() for t in o.gives}
        own = {*self.interface.operations, *self.interface.commands, *normalized}
        return sorted(own | ({"subscribe", "unsubscribe"} if self.interface.channels else set()))

    # -- the contract --------------------------------------------------------------------------------------------------

    def build(self, action: str, **params: Any) -> Request | Frame:
        """The request or frame of one action.

        action: an operation of the venue (parameters as the venue or its specification names them), a normalized command
        (`submit_order`), a normalized request (`request_trades`), `subscribe`, `unsubscribe` or `login`. Operations and requests
        also take `product=` and `instrument_id=`; a command of the same name as an operation comes first. Raises UnknownAction,
        InvalidParameter, NotSupported, Denied, ProductRequired, CredentialsMissing.
        """
        try:
            return self._built(action, params)
        except (NotSupported, Denied) as refusal:
            tell(refusal)
            raise

    def _built(self, action: str, params: dict[str, Any]) -> Request | Frame:
        if action in self.interface.commands:
            return command_request(self, action, params)
        if action in self.interface.operations:
            return self.operation(action, **params)
        if action in ("subscribe", "unsubscribe"):
            return streaming.subscription_frame(self, action, params)
        if action == "login":
            return self.login(**params)
        wanted = type_of(action)
        if wanted is not None and action.startswith("request_"):
            return self.request(wanted, **params)
        if action in COMMANDS or any(each.action == action for each in self.interface.refusals):
            raise choose.refused(self.interface, action, "", self.interface.commands)
        raise UnknownAction(self.venue, action, [*self.actions(), "login"])

    # -- operations ----------------------------------------------------------------------------------------------------

    def operation(self, name: str, *, product: str | None = None, **params: Any) -> Request:
        """The request of one of the venue's own operations."""
        operation = self.interface.operations[name]
        identity = params.pop("instrument_id", None)
        bar_type = params.pop("bar_type", None)
        if bar_type is not None:
            identity = identity or BarType(bar_type).instrument_id
        if identity is not None:
            product, want = self.wanted(identity, product, operation.paths)
            if bar_type is not None:
                want = replace(want, specification=specification(bar_type))
            params = {**choose.fill(self.interface, name, operation.params, want), **params}
        product = self.product_of(operation, product)
        return self.http(
            operation, product, Checker(self.venue, name).check(operation.params, params, product)
        )

    def request(self, type_name: str, *, product: str | None = None, **params: Any) -> Request:
        """The request for history of a normalized type: `instrument_id` or `bar_type`, `start` and `end` (ns), `limit`."""
        product, want = self.want(type_name, product, params)
        operation = choose.operation_for(self.interface, type_name, product, want)
        action = action_name("request", type_name)
        given = {**choose.fill(self.interface, action, operation.params, want), **params}
        return self.http(
            operation, product, Checker(self.venue, action).check(operation.params, given, product)
        )

    def want(self, type_name: str, product: str | None, params: dict[str, Any]) -> tuple[str, Want]:
        """What a normalized request says, taken out of `params`."""
        bar_type = params.pop("bar_type", None)
        identity = params.pop("instrument_id", None)
        if bar_type is not None:
            identity = BarType.parse(bar_type).instrument_id
        if identity is None:
            if product is None:
                products = tuple(self.products)
                if len(products) > 1:
                    raise ProductRequired(self.venue, action_name("request", type_name), products)
                product = products[0]
            want = Want()
        else:
            product, want = self.wanted(identity, product, ())
        moments = {name: params.pop(name, None) for name in ("start", "end", "limit")}
        numbers = {name: None if value is None else int(value) for name, value in moments.items()}
        want = replace(want, start_ns=numbers["start"], end_ns=numbers["end"], limit=numbers["limit"])
        if bar_type is not None:
            price = str(BarType(bar_type).price_type)
            want = replace(want, specification=specification(bar_type), price=price)
        return product, want

    def wanted(self, identity: str, product: str | None, among: Iterable[str]) -> tuple[str, Want]:
        """(product, keys and symbol) of an instrument id."""
        allowed = (product,) if product else tuple(filter(None, among))
        found, key = self.symbology.resolve(identity, allowed)
        names = self.products[found].keys
        parts = key if isinstance(key, tuple) else (key,)
        return found, Want(dict(zip(names, parts, strict=True)), self.products[found].raw(key), product=found)

    def product_of(self, operation: Operation, product: str | None) -> str:
        """The product whose path is meant; "" where the venue makes no difference."""
        if "" in operation.paths:
            return product or ""
        if product is None:
            if len(operation.paths) == 1:
                return next(iter(operation.paths))
            raise ProductRequired(self.venue, operation.name, operation.paths)
        if product not in operation.paths:
            raise NotSupported(self.venue, operation.name, product, operation.paths)
        return product

    def http(self, operation: Operation, product: str, checked: Iterable[tuple[Param, Any]]) -> Request:
        """The signed request of checked parameters."""
        method, path = operation.paths.get(product) or operation.paths[""]
        server = operation.servers.get(product) or operation.servers[""]
        base = self.environment.http.get(server)
        if base is None:
            raise SpecMissing(self.venue, f"address of server {server!r} in this environment")
        pairs: list[tuple[str, str]] = []
        body: dict[str, Any] = {}
        headers = list(self.environment.headers.items())
        checker, in_path = Checker(self.venue, operation.name), "{" in path
        usual = "body" if operation.send in ("json", "json_rpc") else "query"
        elsewhere = () if operation.socket is None else operation.socket.only
        for param, value in _begun(operation, checked):
            place, wire = param.place or usual, param.wire
            if wire in elsewhere or place == "nowhere":
                continue
            if elsewhere and param.kind in ("any", "list") and isinstance(value, list):
                value = [_without(entry, elsewhere) for entry in value]
            if in_path and f"{{{wire}}}" in path:
                path = path.replace(f"{{{wire}}}", percent_encoded(plain(value)))
            elif place == "body":
                body[wire] = in_json(param, value)
            elif place == "query":
                pairs += [(wire, value)] if type(value) is str else checker.pairs(param, value)
            elif place == "header":
                headers.append((wire, plain(value)))
        url = base.rstrip("/") + path
        form = operation.send == "form"
        content = self._content(operation, body)
        if content or form:
            headers.append(("Content-Type", _CONTENT.get(operation.send, "application/json")))
        draft = Draft(
            method=method,
            path=urlsplit(url).path,
            pairs=tuple(pairs),
            body=content,
            form=form,
            headers=tuple(headers),
        )
        if operation.auth:
            values = self.with_token(operation.auth, product, self.values(server))
            draft = self.interface.auth[operation.auth].apply(draft, values)
        return Request(
            method=method,
            url=url,
            headers=draft.headers,
            query=() if form else draft.pairs,
            body=draft.text.encode() if form else draft.body,
            operation=operation.name,
            server=server,
            product=product,
            path=path,
            venue=self.venue,
            encoded_query=None if form else draft.encoded,
        )

    def _content(self, operation: Operation, body: dict[str, Any]) -> bytes:
        if operation.send == "json_rpc":
            values = {"params": body, **body}
            return msgspec.json.encode({"jsonrpc": "2.0", "id": 1, **filled(operation.body, values, {})})
        if operation.body is not None:
            return msgspec.json.encode(filled(operation.body, {"params": body, **body}, {}))
        return msgspec.json.encode(body) if body else b""

    # -- signing -------------------------------------------------------------------------------------------------------

    def values(self, server: str = "") -> Values:
        """What signing templates may use, at this moment on the clock of `server`; a log-in goes by the first clock that is known."""
        offset_ns = self.offsets_ns.get(server, 0) if server else next(iter(self.offsets_ns.values()), 0)
        now_ns = self.clock() + offset_ns
        return values_of(self.venue, self.interface.credentials, self.credentials, now_ns, self.nonce)

    def with_token(self, scheme: str, product: str, values: Values) -> Values:
        """Values with the token of a scheme, where it has one."""
        token = self.token(scheme, product)
        return values if token is None else values.also(session_token=token)

    def token(self, scheme: str, product: str) -> str | None:
        """The token in use, got for the product or for all; None before anyone has logged in."""
        return self.tokens.get((scheme, product)) or self.tokens.get((scheme, ""))

    def keep_token(self, scheme: str, product: str, token: str) -> None:
        """Use a token from now on; the one before may be shown in no log either."""
        SECRETS.hide(token)
        self.tokens[scheme, product] = token

    def renew(self, credential: str, value: str) -> None:
        """Put a token that logging in gave, or gave anew, in the place of the one before."""
        SECRETS.hide(value, instead_of=self.credentials.get(credential))
        self.credentials[credential] = value

    def login(
        self, *, connection: str | None = None, challenge: str | None = None, id: int = 1, **more: Any
    ) -> Frame:
        """The first frame of an authenticated connection; `challenge` is what the venue sent, where it sends one."""
        known = {n: each.login for n, each in self.interface.streams.items() if each.login_frame is not None}
        if connection is None and len(set(known.values())) == 1:
            connection = next(iter(known))  # they share a scheme
        if connection is None or connection not in known:
            raise NotSupported(self.venue, "login", connection, known, "say which connection=")
        stream = self.interface.streams[connection]
        values = streaming.login_values(self, stream, challenge).also(**{k: str(v) for k, v in more.items()})
        text = login_frame(stream, values, id)
        assert text is not None
        return Frame(Opcode.TEXT, text.encode())


def _begun(operation: Operation, checked: Iterable[tuple[Param, Any]]) -> Iterable[tuple[Param, Any]]:
    """The parameters of a call, with what says that it begins at a time where it does."""
    page = operation.page
    if page is None or not page.begin:
        return checked
    found = list(checked)
    told = {param.name for param, _ in found}
    if page.end in told:
        more = page.begin.keys() - told
        found += [(each, page.begin[each.name]) for each in operation.params if each.name in more]
    return found


def _without(entry: Any, names: tuple[str, ...]) -> Any:
    """An entry of a batch without what goes another way."""
    if not isinstance(entry, dict):
        return entry
    return {name: value for name, value in entry.items() if name not in names}


def specification(bar_type: str) -> str:
    """`1-MINUTE` of a bar type."""
    return "-".join(bar_type.rsplit("-", 4)[1:3])


def environment_of(interface: Interface, environment: str | Environment) -> Environment:
    """A declared environment by name; raises SpecMissing for another."""
    if isinstance(environment, Environment):
        return environment
    found = interface.environments.get(environment)
    if found is None:
        known = ", ".join(interface.environments)
        raise SpecMissing(interface.venue, f"environment {environment!r} (there are {known})")
    return found
