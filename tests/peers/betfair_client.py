"""betfairlightweight against a simulated venue: log-in, catalogue, and the market stream with its own caches, through a cut too."""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import betfairlightweight
from betfairlightweight.exceptions import LoginError, SocketError
from betfairlightweight.filters import market_filter, streaming_market_data_filter, streaming_market_filter
from betfairlightweight.streaming.betfairstream import BetfairStream

from tests.peers.steps import Steps, need

STREAM = "tls://stream-api.betfair.com:443"
FIELDS = ["EX_ALL_OFFERS", "EX_TRADED", "EX_TRADED_VOL", "EX_LTP", "EX_MARKET_DEF"]
SECONDS = 20


def client(steps: Steps, **other: str) -> Any:
    """A client whose addresses lead to loopback; on loopback nobody looks at its certificate."""
    known = {**steps.credentials, **other}
    made = betfairlightweight.APIClient(
        known["username"], known["password"], app_key=known["app_key"], cert_files=os.environ["SSL_CERT_FILE"]
    )
    made.identity_uri = steps.local("https://identitysso.betfair.com") + "/api/"
    made.identity_cert_uri = steps.local("https://identitysso-cert.betfair.com") + "/api/"
    made.api_uri = steps.local("https://api.betfair.com") + "/exchange/"
    return made


class Watched:
    """A stream that is read by a thread; `listener` holds the client's own books."""

    def __init__(self, known: Any, listener: Any = None) -> None:
        self.listener = listener or betfairlightweight.StreamListener(max_latency=None)
        self.stream = known.streaming.create_stream(listener=self.listener, timeout=SECONDS)
        self.ended: list[BaseException] = []

    def begin(self, markets: list[str], **tokens: Any) -> None:
        self.stream.subscribe_to_markets(
            streaming_market_filter(market_ids=markets),
            streaming_market_data_filter(fields=FIELDS),
            heartbeat_ms=500,
            **tokens,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            self.stream.start()
        except SocketError as error:
            self.ended.append(error)

    def until(self, holds: Callable[[list[Any]], object], what: str) -> list[Any]:
        """The client's books once something holds of them."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            books: list[Any] = self.listener.snap()
            if books and holds(books):
                return books
            time.sleep(0.05)
        need(False, f"{what} in {SECONDS} s: {self.ended}, {self.listener.snap()}")
        return []


def sound(books: list[Any]) -> bool:
    """Whether every runner in play is backed below what it is laid at, and was traded."""
    runners = [runner for book in books for runner in book.runners if runner.status == "ACTIVE"]
    return bool(runners) and all(
        runner.ex.available_to_back
        and runner.ex.available_to_lay
        and runner.ex.available_to_back[0].price < runner.ex.available_to_lay[0].price
        and runner.ex.traded_volume
        for runner in runners
    )


def watched(steps: Steps, known: Any) -> None:
    markets = list(steps.symbols.values())
    first = Watched(known)

    def image() -> str:
        first.begin(markets)
        books = first.until(lambda found: len(found) == len(markets) and sound(found), "no books")
        return f"{len(books)} markets, {sum(len(book.runners) for book in books)} runners"

    def changes() -> str:
        began = {book.market_id: book.publish_time for book in first.listener.snap()}
        books = first.until(
            lambda found: all(b.publish_time > began[b.market_id] for b in found) and sound(found),
            "no changes",
        )
        return f"{books[0].streaming_update is not None}, status {books[0].status}, in play {books[0].inplay}"

    def resumed() -> str:
        first.stream.stop()
        time.sleep(1)
        listener = first.listener
        began = {book.market_id: book.publish_time for book in listener.snap()}
        again = Watched(known, listener)
        again.begin(markets, initial_clk=listener.initial_clk, clk=listener.clk)
        again.until(
            lambda found: all(b.publish_time > began[b.market_id] for b in found) and sound(found), "nothing"
        )
        again.stream.stop()
        return f"clk {listener.clk}"

    steps.do("stream image", image)
    steps.do("stream changes", changes)
    steps.do("stream goes on after a cut", resumed)


def refused(steps: Steps) -> str:
    try:
        client(steps, password="wrong").login()
    except LoginError as error:
        return str(error)
    raise AssertionError("a wrong password was let in")


def main() -> None:
    logging.disable(logging.CRITICAL)
    steps = Steps()
    url = urlsplit(steps.secure(STREAM))
    BetfairStream.HOSTS[None] = url.hostname or ""
    setattr(BetfairStream, "_BetfairStream__port", url.port)  # noqa: B010 - a name that Python mangles
    known = client(steps)
    steps.do("log-in", lambda: known.login().login_status)
    steps.do("a wrong password", lambda: refused(steps))
    steps.do("keep alive", lambda: known.keep_alive().status)

    def catalogue() -> str:
        found = known.betting.list_market_catalogue(
            filter=market_filter(market_ids=list(steps.symbols.values())),
            market_projection=[
                "EVENT",
                "EVENT_TYPE",
                "MARKET_START_TIME",
                "MARKET_DESCRIPTION",
                "RUNNER_DESCRIPTION",
            ],
            max_results=100,
        )
        need(len(found) == len(steps.symbols), f"{len(found)} markets")
        return ", ".join(f"{each.market_name}: {len(each.runners)} runners" for each in found)

    steps.do("catalogue", catalogue)
    watched(steps, known)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
