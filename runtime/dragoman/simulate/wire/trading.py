"""Private calls of a simulated venue: commands acted on, orders and accounts told, in the venue's own answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from importlib import import_module
from itertools import count
from typing import Any

import msgspec

from dragoman.auth import SessionToken
from dragoman.model import AccountType, FillReport, OrderStatus, OrderType
from dragoman.requests.facts import Command, Interface, Operation
from dragoman.simulate.answers import Answer
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.drafts import Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.happened import AccountChange, OrderChange
from dragoman.simulate.exchange.positions import is_margined
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.market import Market
from dragoman.simulate.wire import settings
from dragoman.simulate.wire.acks import Acks, Became, became
from dragoman.simulate.wire.fit import Fitter
from dragoman.simulate.wire.keys import Call, Key, Keyring, TurnedAway
from dragoman.simulate.wire.orders import Doer
from dragoman.simulate.wire.places import Places
from dragoman.simulate.wire.read import Read
from dragoman.simulate.wire.reading import reader_of
from dragoman.simulate.wire.refusals import Refusals
from dragoman.simulate.wire.reporting import Reporting
from dragoman.simulate.wire.requests import given_of, request_of
from dragoman.simulate.wire.throttle import Throttle, TooMuch

_MONEY = Decimal(1_000_000)
_GOODS = Decimal(1_000)
_USUAL = 500
Public = Callable[[Operation, str, Mapping[str, str], int], Answer]
"""(operation, product, parameters, now) -> the answer to a call that is about no account."""
_REPORTS = ("OrderStatusReport", "FillReport", "PositionStatusReport", "AccountState")


class Trading(Reporting):
    """The private side of one venue; `told` is what owners are to hear of."""

    def __init__(
        self,
        backwards: Backwards,
        interface: Interface,
        markets: Mapping[str, Market],
        keys: Iterable[Key],
        balances: Mapping[str, Decimal] | None = None,
        public: Public | None = None,
    ) -> None:
        self.backwards = backwards
        self.interface = interface
        self.public = public
        self.logins: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any], str]] = {}
        """Scheme -> what the answer of its log-in says beside a token, what without one, and where keeping it alive tells it."""
        self.markets = markets
        self.keyring = Keyring(interface, keys)
        self.reader = reader_of(interface, backwards.inverse.behind)
        self.throttle = Throttle(interface, backwards.inverse.behind.headers)
        self.refusals = Refusals(interface.errors, backwards.inverse.behind.refused)
        self.acks = Acks(interface.venue, interface.errors, backwards.writer)
        self.translator = type(backwards.translator)(
            instruments=[line.instrument for market in markets.values() for line in market.lines.values()],
            on_bad_row=_refuse,
        )
        self.fitter = Fitter(self.translator, backwards.writer, backwards.venue)
        self._unwraps = {call.name: call.unwrap for call in backwards.tables.calls}
        behind = backwards.inverse.behind
        self._doers = {product: Doer(market.exchange, behind, product) for product, market in markets.items()}
        self._balances = balances
        self._takes: dict[str, bool] = {}
        """Operation -> whether it is about an account."""
        self._telling: dict[tuple[str, str, OrderType, bool, OrderStatus], bool] = {}
        self._rows_by_id = {}
        """(operation, product, type) -> whether the operation's list tells conditional orders of the type."""
        self._accounts: dict[tuple[str, str], Account] = {}
        self._fills: dict[Account, deque[FillReport]] = {}
        shared = [op for op in interface.operations.values() if "AccountState" in op.gives and "" in op.paths]
        self.is_shared = bool(shared)
        """Whether one account holds all products."""
        self.places = Places(backwards.tables.products, markets, self.is_shared)
        self.restart()

    def restart(self) -> None:
        """Accounts as they begin, with no order, no fill and no token, and nothing counted against any limit."""
        self._accounts.clear()
        self._fills.clear()
        self.keyring.restart()
        self.throttle.restart()
        if self.is_shared:
            floors = [market.exchange.floor for market in self.markets.values()]
            numbers = count(max(next(floor.numbers) for floor in floors))
            for floor in floors:
                floor.numbers = numbers
        for key in self.keyring.keys:
            for product in self.markets:
                self.account(key.owner, product)

    # -- accounts ------------------------------------------------------------------------------------------------------

    def account(self, owner: str, product: str) -> Account:
        """An owner's account for a product; venues that tell of one account have one for all."""
        wallet = "" if self.is_shared else product
        found = self._accounts.get((owner, wallet))
        market = self.markets[product]
        if found is None:
            margined = any(is_margined(line.grid) for line in market.lines.values())
            kind = AccountType.MARGIN if margined or self.is_shared else AccountType.CASH
            name = (
                f"{self.interface.name}-{owner}" if not wallet else f"{self.interface.name}-{wallet}-{owner}"
            )
            found = self._accounts[owner, wallet] = Account(name, kind)
            self._fills[found] = deque(maxlen=market.exchange.rules.kept_fills)
        if found.account_id not in market.exchange.accounts:
            market.exchange.add(found)
            for line in market.lines.values():
                base = getattr(line.instrument, "base_currency", None)
                for currency in (line.grid.quote, base, line.grid.currency):
                    if currency:
                        self._give(found, currency, line.grid.quote)
        return found

    def _give(self, account: Account, currency: str, quote: str) -> None:
        """What an account begins with."""
        if currency in account.purses:
            return
        usual = _MONEY if currency == quote else _GOODS
        amount = usual if self._balances is None else self._balances.get(currency, Decimal(0))
        account.pay(currency, int(amount * 10**18))
        account.touched.clear()

    def heard(self, told: Iterable[OrderChange | AccountChange]) -> None:
        """Keeps fills for those who ask later."""
        for change in told:
            if isinstance(change, OrderChange) and change.fill is not None:
                fills = self._fills.get(change.account)
                if fills is None:
                    kept = next(iter(self.markets.values())).exchange.rules.kept_fills
                    fills = self._fills[change.account] = deque(maxlen=kept)
                fills.append(change.fill)

    def fills(self, owner: str, product: str) -> list[FillReport]:
        """Every fill of an owner's orders of a product."""
        lines = self.markets[product].lines
        return [fill for fill in self._fills[self.account(owner, product)] if fill.instrument_id in lines]

    # -- calls ---------------------------------------------------------------------------------------------------------

    def takes(self, operation: Operation) -> bool:
        """Whether a call is about an account rather than the public market."""
        found = self._takes.get(operation.name)
        if found is None:
            is_token = any(
                isinstance(scheme, SessionToken) and operation.name in (scheme.login, scheme.keep_alive)
                for scheme in self.interface.auth.values()
            )
            found = self._takes[operation.name] = (
                operation.private or is_token or bool(set(operation.gives) & set(_REPORTS))
            )
        return found

    def respond(
        self, operation: Operation, product: str, call: Call, in_path: Mapping[str, str], now_ns: int
    ) -> Answer:
        """The answer to a call, in the venue's envelope, refusals in its form."""
        answer = self._answer(operation, product, call, in_path, now_ns)
        if operation.send == "json_rpc":
            return self.refusals.enveloped(answer, self._unwraps.get(operation.name, "result"), call.body)
        return self.refusals.whole(answer, self._unwraps.get(operation.name, ""))

    def _answer(
        self, operation: Operation, product: str, call: Call, in_path: Mapping[str, str], now_ns: int
    ) -> Answer:
        try:
            owner = self.keyring.owner(operation.auth, call, now_ns) if operation.auth else ""
            given = given_of(operation, call, in_path)
        except TurnedAway as error:
            return self.refusals.of_kind(error.kind, error.text, reason=error.reason, product=product)
        except Refused as refused:
            return self.refusals.of_reason(refused.reason, refused.text, product)
        return self.asked(operation, product, owner, given, now_ns)

    def asked(
        self, operation: Operation, product: str, owner: str, given: Mapping[str, Any], now_ns: int
    ) -> Answer:
        """The answer to a call whose sender is known and whose parameters are taken apart."""
        try:
            if self.takes(operation) or not product:
                product = self.places.product(operation, product, given)
            request = request_of(operation, product, given) if self.takes(operation) else given
            headers = self.throttle.charge(operation, product, request, owner, now_ns)
        except TooMuch as error:
            return self.refusals.of_kind(
                "rate_limit", str(error), error.headers, reason="rate_limit", product=product
            )
        except Refused as refused:
            return self.refusals.of_reason(refused.reason, refused.text, product)
        if self.public is not None and not self.takes(operation):
            try:
                answer = self.public(operation, product, given, now_ns)
            except Refused as refused:
                found = self.refusals.of_reason(refused.reason, refused.text, product)
                return msgspec.structs.replace(found, headers=headers)
            told = self.refusals.succeeded(answer.body) if answer.status == 200 else answer.body
            return Answer(answer.status, told, (*answer.headers, *headers))
        try:
            body = self._done(operation, product, owner, given, request, now_ns)
        except Refused as refused:
            found = self.refusals.of_reason(refused.reason, refused.text, product)
            return msgspec.structs.replace(found, headers=headers)
        except NotInvertible as error:
            return Answer(501, self.refusals.body("-1", str(error)))
        return body if isinstance(body, Answer) else Answer(200, body, headers)

    def _done(
        self,
        operation: Operation,
        product: str,
        owner: str,
        given: Mapping[str, Any],
        request: Mapping[str, Any],
        now_ns: int,
    ) -> bytes | Answer:
        token = self._token(operation, product, owner, given, now_ns)
        if token is not None:
            return token
        account = self.account(owner, product or next(iter(self.markets)))
        commands = self.reader.commands(operation.name)
        if operation.kind == "command" and commands:
            return self._commanded(
                operation, commands, product or next(iter(self.markets)), account, given, now_ns
            )
        if operation.kind == "command":
            known = self.places.known(operation, product or next(iter(self.markets)), given)
            behind = self.backwards.inverse.behind
            settings.choose(behind, self.markets, operation, product, account, known, given, now_ns)
        fit = self.backwards.inverse.fits.get(operation.name)
        if fit is not None:
            events = [
                event
                for each in ([product] if product else self._homes())
                for event in self._reports(operation, each, account, given, now_ns)
            ]
            if all(made.type == "AccountState" for made in fit.made):
                events = events[:1]
            alone = any(command.name == "query_order" for command in commands)
            if not alone:
                events = self._listed(operation, product, events, given, request, now_ns)
            if operation.page is not None and operation.page.backward:
                events.reverse()
            return self._fitted(operation, product, events, request, now_ns, alone=alone)
        said = self.backwards.inverse.behind.settings.get(operation.name)
        events = []
        if said is not None:
            of = product or next(iter(self.markets))
            about = self.places.known(operation, of, given)["instrument_id"]
            kind = getattr(
                import_module(type(self.translator).__module__.rpartition(".")[0]), operation.gives[0]
            )
            events = settings.told(said, kind, self.markets[of], account, about, given, now_ns)
        body = self.backwards.answer(operation.name, events, Told(product, now_ns, request=request))
        return self.refusals.succeeded(body)

    # -- commands ------------------------------------------------------------------------------------------------------

    def _commanded(
        self,
        operation: Operation,
        commands: Sequence[Command],
        product: str,
        account: Account,
        given: Mapping[str, Any],
        now_ns: int,
    ) -> bytes | Answer:
        entries: list[Became] = []
        try:
            reads = self._read(operation, product, given)
        except Refused as refused:
            whole = Read(commands[0].name, {})
            is_told_alone = commands[0].each or self._tells_alone(whole)
            if is_told_alone or refused.reason is not Reason.UNKNOWN_INSTRUMENT:
                raise
            return self._told_of(commands[0].name, [self._refused(whole, refused, product)], now_ns)
        orders: list[Working] = []
        form, of = reads[0].form if reads else "", product
        gone: Working | None = None
        is_batch = any(command.each and not command.legs for command in commands)
        for read in reads:
            try:
                of, found = self._with_instrument(account, read, read.product or product)
                done = self._doers[of].do(account, found, given, now_ns, self._about(operation))
            except Refused as refused:
                if form:
                    self._doers[product].exchange.take_back(orders)
                if form or (not is_batch and self._tells_alone(read)):
                    raise
                entries.append(self._refused(read, refused, of))
                continue
            gone = done.pop() if found.replaces else None
            orders += done
            # Who can't name an order in a call is told no name in its answer.
            is_nameless = read.command == "submit_order" and not is_batch and not self.reader.names(operation)
            entries.append(Became(ts_event=now_ns) if is_nameless else became(read.terms, done, now_ns))
        name = form or next((c.name for c in commands if c.each and not c.legs), None) or reads[0].command
        if operation.name in self.backwards.inverse.fits and all(each.code is None for each in entries):
            events = [order.report(now_ns) for order in orders]
            with suppress(NotInvertible):  # where the answer tells less than a report
                body = self._fitted(operation, of, events, given, now_ns, alone=not (is_batch or form))
                return body if gone is None else self._with_gone(operation, of, body, gone, given, now_ns)
        if name not in self.backwards.inverse.outcomes:
            return self.refusals.succeeded(self.backwards.answer(operation.name, [], Told(product, now_ns)))
        if form and self.interface.commands[name].outcome.rows is None:
            entries = entries[:1]
        return self._told_of(name, entries, now_ns)

    def _told_of(self, name: str, entries: Sequence[Became], now_ns: int) -> bytes:
        """The answer to a command that tells what became of each entry."""
        answered = self.backwards.inverse.outcomes[name]
        body = self.acks.body(self.interface.commands[name], answered, entries, now_ns)
        failed = self.backwards.inverse.behind.failed
        if failed and all(each.code is not None for each in entries):
            body = msgspec.json.encode({**msgspec.json.decode(body), **failed})
        return body

    def _read(self, operation: Operation, product: str, given: Mapping[str, Any]) -> list[Read]:
        known = self.places.known(operation, product, given)
        rows = next((value for value in given.values() if isinstance(value, list)), [])
        if known.get("instrument_id") is None and rows and isinstance(rows[0], dict):
            known = self.places.known_by_value(product, rows[0]) or known
        if known.get("instrument") is None:
            # An order may be named by its id alone, while the command's fields are made for an instrument.
            some = next(iter(self.markets[product].lines.values())).instrument
            known = {**known, "instrument": some, "raw": some.raw_symbol}
        try:
            return self.reader.read(operation, product, given, known)
        except Refused as refused:
            # What says that an order is on margin may be one of its words, beside the same instrument.
            market = self.markets[product]
            for other in (name for name, each in self.markets.items() if each is market and name != product):
                with suppress(Refused):
                    reads = self.reader.read(operation, other, given, {**known, "product": other})
                    return [msgspec.structs.replace(each, product=other) for each in reads]
            raise refused

    def _refused(self, read: Read, refused: Refused, product: str) -> Became:
        return Became(
            client_order_id=read.terms.get("client_order_id"),
            code=self.refusals.code(refused.reason, product),
            reason=self.refusals.text(refused.reason, refused.text, product),
        )

    def _token(
        self, operation: Operation, product: str, owner: str, given: Mapping[str, Any], now_ns: int
    ) -> bytes | None:
        """The answer of a log-in, where the call is one."""
        for name, scheme in self.interface.auth.items():
            if not isinstance(scheme, SessionToken) or operation.name not in (
                scheme.login,
                scheme.keep_alive,
            ):
                continue
            of = product or next(iter(operation.paths))
            body = msgspec.json.decode(self.backwards.answer(operation.name, [], Told(of, now_ns)))
            accepted, refused, kept = self.logins.get(name, ({}, {}, scheme.token))
            if not self.keyring.knows(owner, given):
                if not refused:
                    raise Refused(Reason.NOT_SUPPORTED, "the user or the password is wrong")
                return msgspec.json.encode({**body, **refused})
            body |= accepted if operation.name == scheme.login else {}
            token = self.keyring.token(name, owner, now_ns)
            *way, last = (scheme.token if operation.name == scheme.login else kept).split(".")
            at = body
            for part in way:
                at = at.setdefault(part, {})
            at[last] = token
            return msgspec.json.encode(body)
        return None


def _refuse(error: Any) -> None:
    raise error
