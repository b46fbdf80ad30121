"""The one way in which HTTP calls are made: budget, send, read the answer, decide, perhaps again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from random import Random

from dragoman.errors import HttpError, RateLimited
from dragoman.limits import NOTHING, RateBudget
from dragoman.log import Log
from dragoman.net.backend import NS_PER_SECOND, Clock, HttpBackend
from dragoman.net.clock import SystemClock
from dragoman.net.facts import ErrorRule, OperationFacts
from dragoman.net.policy import Again, Block, CallPolicy, Done, block_of
from dragoman.net.wire import Request
from dragoman.stats import Stats

log = Log("dragoman.http")


class HttpCaller:
    """Calls operations over a backend, within the venue's rate budget, with typed errors.

    `on_clock_error` measures the venue's clock anew after it refused the timestamp of an operation. `max_wait_ns` is how long a call may queue
    for its place in the budget before it is refused unsent, with RateLimited.
    """

    def __init__(
        self,
        backend: HttpBackend,
        *,
        clock: Clock | None = None,
        budget: RateBudget | None = None,
        stats: Stats | None = None,
        random: Random | None = None,
        account: str = "",
        max_wait_ns: int = 60 * NS_PER_SECOND,
        on_clock_error: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        self.backend = backend
        self.clock: Clock = clock or SystemClock()
        self.budget = budget or RateBudget(())
        self.stats = stats or Stats()
        self.on_clock_error = on_clock_error
        self._random = random or Random()
        self._account = account
        self._max_wait_ns = max_wait_ns

    async def call(
        self,
        request: Request | Callable[[], Request],
        facts: OperationFacts,
        *,
        weights: Mapping[str, int] | None = None,
        product: str = "",
        params: Mapping[str, object] = NOTHING,
    ) -> bytes:
        """The body of a successful response.

        `params` are those of the call, by which budgets may go. A signed request should be given as a callable, which makes it anew, with its time and nonce, for each attempt. Raises
        VenueError, AuthError, RateLimited, ServerError, BadResponse, TransportError, RequestTimeout or RequestCut; and
        OutcomeUnknown when a command may or may not have taken effect.
        """
        policy = CallPolicy(facts, self.clock.monotonic_ns(), self._random)
        spent = facts.weights if weights is None else weights
        while True:
            await self.turn(facts, spent, product, params)
            outgoing = request() if callable(request) else request
            self.stats.requests += 1
            try:
                response = await self.backend.send(outgoing, timeout_ns=facts.timeout_ns)
            except HttpError as error:
                verdict = policy.on_failure(error, self.clock.monotonic_ns())
            else:
                now_ns = self.clock.now_ns()
                self.stats.bytes_received += len(response.body)
                place = {"account": self._account, "endpoint": facts.name, "product": product}
                self.budget.observe(response.headers, now_ns, spent=spent, params=params, **place)
                verdict = policy.on_response(response, self.clock.monotonic_ns(), now_ns)
            if isinstance(verdict, Done):
                return verdict.body
            if verdict.block is not None:
                self._block(facts, verdict.block)
            if verdict.clock_off and self.on_clock_error is not None:
                await self.on_clock_error(facts.name)
            if not isinstance(verdict, Again):
                log.warning("call failed", request=outgoing, error=verdict.error)
                raise verdict.error
            self.stats.retries += 1
            log.info("call again", request=outgoing, wait_ns=verdict.wait_ns, error=verdict.error)
            await self.clock.sleep(verdict.wait_ns)

    async def heed(self, facts: OperationFacts, rule: ErrorRule, body: bytes) -> None:
        """Do what a refusal asks for that came as no error: wait where there were too many requests, measure a clock that is off."""
        if rule.kind in ("rate_limit", "banned"):
            self._block(facts, block_of(rule, facts.errors, None, body, self.clock.now_ns()))
        elif rule.kind == "clock" and self.on_clock_error is not None:
            await self.on_clock_error(facts.name)

    def _block(self, facts: OperationFacts, block: Block) -> None:
        scope, block_ns = block
        until_ns = self.clock.now_ns() + block_ns
        self.budget.block(until_ns, scope, account=self._account, endpoint=facts.name)
        log.warning("blocked", venue=facts.venue, operation=facts.name, scope=scope, for_ns=block_ns)

    async def turn(
        self,
        facts: OperationFacts,
        weights: Mapping[str, int],
        product: str = "",
        params: Mapping[str, object] = NOTHING,
    ) -> None:
        """Wait for a place in the budget, and take it; raises RateLimited where that would take too long."""
        place = {"account": self._account, "endpoint": facts.name}
        wait_ns = self.budget.reserve(
            weights,
            self.clock.now_ns(),
            at_most_ns=self._max_wait_ns,
            product=product,
            params=params,
            **place,
        )
        while wait_ns > 0:
            if wait_ns > self._max_wait_ns:
                seconds = wait_ns / NS_PER_SECOND
                raise RateLimited(
                    facts.venue, facts.name, "no room in the rate budget, not sent", retry_after=seconds
                )
            log.debug("waits for its turn", venue=facts.venue, operation=facts.name, wait_ns=wait_ns)
            await self.clock.sleep(wait_ns)
            # Another call may have been told to stop in the meantime.
            wait_ns = self.budget.blocked_until(**place) - self.clock.now_ns()
