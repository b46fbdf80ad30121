"""Session tokens and listen keys: got by logging in, renewed before they end, given up when they have."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any, Literal
from urllib.parse import quote

import msgspec

from dragoman.auth import SessionToken
from dragoman.errors import (
    AuthError,
    CredentialsInvalid,
    CredentialsMissing,
    HttpError,
    ProductRequired,
    VenueError,
)
from dragoman.log import Log
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.requests.builder import Requests
from dragoman.requests.facts import Operation, Stream
from dragoman.session.backoff import Delays
from dragoman.session.facts import Backoff

log = Log("dragoman.tokens")

Call = Callable[[Operation, str, dict[str, Any]], Awaitable[bytes]]
"""(operation, product, parameters) -> what an envelope may hold, taken out of it."""
Change = Literal["replaced", "void"]
OnChange = Callable[[str, str, Change], None]
"""(scheme, product or "", what happened) to a token that connections may have been opened with."""
_AGAIN = Backoff(first_ns=5 * NS_PER_SECOND, max_ns=60 * NS_PER_SECOND)
_LOGIN_AGAIN_NS = 60 * NS_PER_SECOND
_SLOT = "{session_token}"


class SessionTokens:
    """The tokens of one client, by scheme and, where a login belongs to one product, by product; `close` ends their renewal."""

    def __init__(
        self, requests: Requests, clock: Clock, call: Call, random: Random, on_change: OnChange | None = None
    ) -> None:
        self.on_change = on_change
        self._requests = requests
        self._clock = clock
        self._call = call
        self._random = random
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}
        self._got_ns: dict[tuple[str, str], int] = {}
        self._keepers: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._void: set[tuple[str, str]] = set()

    def scheme(self, name: str) -> SessionToken | None:
        """The declared scheme of that name, if it is one of tokens."""
        found = self._requests.interface.auth.get(name)
        return found if isinstance(found, SessionToken) else None

    async def fresh(self, scheme: str, product: str = "") -> str:
        """The token, after a login where there is none; callers that come meanwhile wait for the same login.

        Raises AuthError where the venue lets nobody in, CredentialsMissing, ProductRequired, and what a call raises.
        """
        key = self.key(scheme, product)
        async with self._turns.setdefault(key, asyncio.Lock()):
            token = self._requests.tokens.get(key)
            if token is None and key not in self._void:
                token = self._requests.credentials.get("session_token")  # somebody else has logged in
            if token is None:
                token = await self._log_in(key)
            if key not in self._keepers:
                self._keepers[key] = asyncio.get_running_loop().create_task(self._keep(key))
            return token

    async def again(self, scheme: str, product: str, refused: str) -> bool:
        """Log in anew because a call was refused with the token `refused`; False where that was done a short while ago."""
        key = self.key(scheme, product)
        async with self._turns.setdefault(key, asyncio.Lock()):
            if self._requests.tokens.get(key, refused) != refused:
                return True
            got_ns = self._got_ns.get(key)
            if got_ns is not None and self._clock.monotonic_ns() - got_ns < _LOGIN_AGAIN_NS:
                return False
            await self._log_in(key)
            return True

    def void(self, scheme: str, product: str = "", *, token: str | None = None) -> None:
        """Give a token up, or only `token` if it still is the one in use: the next who needs one logs in."""
        key = self.key(scheme, product)
        if token is not None and self._requests.tokens.get(key, token) != token:
            return
        keeper = self._keepers.pop(key, None)
        if keeper is not None and keeper is not _current():
            keeper.cancel()
        self._requests.tokens.pop(key, None)
        self._void.add(key)
        log.warning("token is void", venue=self._requests.venue, scheme=scheme, product=key[1])
        self._tell(key, "void")

    async def address(self, stream: Stream, product: str, url: str) -> str:
        """An address with its token in place, and the token of the connection's log-in ready; `url` where neither is of tokens."""
        if self.scheme(stream.login) is None:
            return url
        token = await self.fresh(stream.login, product)
        return url.replace(_SLOT, quote(token, safe="-_.~"))

    async def close(self) -> None:
        """End every renewal and wait until its task is gone."""
        keepers = list(self._keepers.values())
        self._keepers.clear()
        for keeper in keepers:
            keeper.cancel()
        await asyncio.gather(*keepers, return_exceptions=True)

    def key(self, scheme: str, product: str) -> tuple[str, str]:
        """Where the token of a product is kept: one login may serve all products."""
        found = self.scheme(scheme)
        paths = {} if found is None else self._requests.interface.operations[found.login].paths
        if "" in paths:
            return scheme, ""
        if product in paths:
            return scheme, product
        if len(paths) == 1:
            return scheme, next(iter(paths))
        raise ProductRequired(self._requests.venue, scheme, paths, product or None)

    # -- inside --------------------------------------------------------------------------------------------------------

    async def _keep(self, key: tuple[str, str]) -> None:
        """Renew a token on schedule, until it is void; a fault of our own makes it void loudly instead of letting it lapse."""
        try:
            await self._renewing(key)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            log.error("token can't be renewed", venue=self._requests.venue, scheme=key[0], error=repr(error))
            self.void(*key)

    async def _renewing(self, key: tuple[str, str]) -> None:
        scheme = self._known(key)
        delays = Delays(_AGAIN, self._random)
        good_ns = self._clock.monotonic_ns()
        wait_ns = scheme.renew_ns
        while True:
            left_ns = (
                None if scheme.lasts_ns is None else good_ns + scheme.lasts_ns - self._clock.monotonic_ns()
            )
            due = [each for each in (wait_ns, left_ns) if each is not None]
            if not due:
                return  # it holds for as long as the venue says nothing else
            await self._clock.sleep(max(min(due), 0))
            if left_ns is not None and left_ns <= min(due):
                self.void(*key)
                return
            try:
                await self._renew(key, scheme)
            except VenueError as error:
                log.warning("renewal refused", venue=self._requests.venue, scheme=key[0], error=error)
                if scheme.keep_alive is not None:
                    self.void(*key)
                    return
                wait_ns = delays.next_ns()
            except HttpError as error:
                wait_ns = delays.next_ns()
                log.warning(
                    "renewal failed",
                    venue=self._requests.venue,
                    scheme=key[0],
                    again_in_ns=wait_ns,
                    error=error,
                )
            else:
                good_ns, wait_ns = self._clock.monotonic_ns(), scheme.renew_ns
                delays.restart()

    async def _renew(self, key: tuple[str, str], scheme: SessionToken) -> None:
        if scheme.keep_alive is None:
            await self._log_in(key)
            return
        operation = self._requests.interface.operations[scheme.keep_alive]
        found = _token_in(await self._called(operation, key), scheme.token)
        if found is not None:
            self._keep_token(key, found)
        log.info("token renewed", venue=self._requests.venue, scheme=key[0], product=key[1])

    async def _log_in(self, key: tuple[str, str]) -> str:
        scheme = self._known(key)
        operation = self._requests.interface.operations[scheme.login]
        body = await self._called(operation, key)
        token = _token_in(body, scheme.token)
        if token is None:
            raise AuthError(
                self._requests.venue, scheme.login, f"the answer holds no {scheme.token}", body=body
            )
        self._got_ns[key] = self._clock.monotonic_ns()
        self._keep_token(key, token)
        log.info("logged in", venue=self._requests.venue, scheme=key[0], product=key[1])
        return token

    async def _called(self, operation: Operation, key: tuple[str, str]) -> bytes:
        product = key[1] if key[1] in operation.paths else next(iter(operation.paths))
        return await self._call(operation, product, self._parameters(operation, key))

    def _parameters(self, operation: Operation, key: tuple[str, str]) -> dict[str, Any]:
        """The token, and credentials by the names of the venue's specification."""
        found: dict[str, Any] = {}
        known = self._requests.interface.credentials
        for param in operation.params:
            if param.fills == "session_token":
                found[param.name] = self._requests.token(*key)
            elif param.told in self._requests.credentials:
                found[param.name] = self._requests.credentials[param.told]
            elif param.told in known and param.required:
                raise CredentialsMissing(self._requests.venue, [known[param.told]])
        return found

    def _keep_token(self, key: tuple[str, str], token: str) -> None:
        before = self._requests.tokens.get(key)
        self._void.discard(key)
        if token == before:
            return
        self._requests.keep_token(*key, token)
        if before is not None:
            self._tell(key, "replaced")

    def _tell(self, key: tuple[str, str], change: Change) -> None:
        if self.on_change is not None:
            self.on_change(*key, change)

    def _known(self, key: tuple[str, str]) -> SessionToken:
        scheme = self.scheme(key[0])
        assert scheme is not None
        return scheme


def client_certificate(requests: Requests) -> tuple[str, str] | None:
    """The files of the certificate and of its key that a login shows, from the folder that the credential `certs_dir` names.

    None where no login shows one or no folder is named; raises CredentialsInvalid for a folder without one of each.
    """
    schemes = requests.interface.auth.values()
    if not any(isinstance(each, SessionToken) and each.certificate for each in schemes):
        return None
    folder = requests.credentials.get("certs_dir")
    if folder is None:
        return None
    files = sorted(Path(folder).expanduser().glob("*"))
    certificates = [str(each) for each in files if each.suffix in (".crt", ".pem")]
    keys = [str(each) for each in files if each.suffix == ".key"]
    if len(certificates) != 1 or len(keys) != 1:
        why = "it names a folder that holds one certificate (*.crt or *.pem) and its key (*.key)"
        raise CredentialsInvalid(requests.venue, "certs_dir", why)
    return certificates[0], keys[0]


def _token_in(body: bytes, path: str) -> str | None:
    """The token that an answer holds at a path of keys."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) and found else None


def _current() -> asyncio.Task[Any] | None:
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None
