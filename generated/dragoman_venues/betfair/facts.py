"""What can be sent to the venue betfair: addresses, operations, channels, limits, errors. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.auth import ApiKey, SessionToken
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.net.framing import Lines
from dragoman.net.policy import at_path
from dragoman.requests.facts import (
    Channel,
    Environment,
    Interface,
    Operation,
    Param,
    Refusal,
    Rules,
    Slot,
    Stream,
)


def _failed(body: Any) -> bool:
    """Whether an answer with a good status tells an error."""
    return at_path(body, ("error",)) is not None


INTERFACE = Interface(
    venue="betfair",
    name="BETFAIR",
    products={"exchange": ("BettingInstrument",)},
    environments={
        "mainnet": Environment(
            {
                "betting": "https://api.betfair.com",
                "identity": "https://identitysso.betfair.com",
                "identity_cert": "https://identitysso-cert.betfair.com",
            },
            {
                "stream": {"": "tls://stream-api.betfair.com:443"},
                "races": {"": "tls://sports-data-stream-api.betfair.com:443"},
            },
        ),
    },
    credentials={
        "username": "BETFAIR_USERNAME",
        "password": "BETFAIR_PASSWORD",
        "app_key": "BETFAIR_APP_KEY",
        "certs_dir": "BETFAIR_CERTS_DIR",
        "session_token": "the token that certlogin gives",
    },
    auth={
        "session": SessionToken(
            login="certlogin",
            token="sessionToken",
            keep_alive="keepAlive",
            renew_ns=36_000_000_000_000,
            certificate=True,
            headers={
                "X-Application": lambda v: f"{v['app_key']}",
                "X-Authentication": lambda v: f"{v['session_token']}",
            },
        ),
        "application": ApiKey(headers={"X-Application": lambda v: f"{v['app_key']}"}),
    },
    buckets=(
        Bucket(name="general", limit=5, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="logins", limit=100, window_ns=60_000_000_000, kind="fixed", scope="account"),
    ),
    errors=ErrorTable(
        code=("error", "data", "APINGException", "errorCode"),
        message=("error", "message"),
        codes={
            "TOO_MANY_REQUESTS": ErrorRule("Too many requests", "rate_limit"),
            "INVALID_SESSION_INFORMATION": ErrorRule("The session has ended; log in again", "auth"),
            "NO_SESSION": ErrorRule("No session token was sent", "auth"),
            "NO_APP_KEY": ErrorRule("No application key was sent", "auth"),
            "INVALID_APP_KEY": ErrorRule("The application key is not known", "auth"),
            "NOT_AUTHORIZED": ErrorRule("The connection is not authenticated", "auth"),
            "ACCESS_DENIED": ErrorRule("The account may not do this", "auth"),
            "MAX_CONNECTION_LIMIT_EXCEEDED": ErrorRule(
                "The account has more connections than are allowed", "rejected"
            ),
            "SUBSCRIPTION_LIMIT_EXCEEDED": ErrorRule(
                "The subscription asks for more markets than are allowed", "rejected"
            ),
            "INVALID_CLOCK": ErrorRule(
                "The clock that a subscription was to go on from is wrong", "rejected"
            ),
            "INVALID_INPUT": ErrorRule("The message can't be read", "rejected"),
            "INVALID_REQUEST": ErrorRule("The message is no request", "rejected"),
            "TOO_MUCH_DATA": ErrorRule("The request asks for more than 200 points of data", "rejected"),
            "INVALID_INPUT_DATA": ErrorRule("A parameter is wrong", "rejected"),
            "REQUEST_SIZE_EXCEEDS_LIMIT": ErrorRule("The request is too long", "rejected"),
            "TIMEOUT": ErrorRule("The client was too slow to send or to read", "maintenance"),
            "CONNECTION_FAILED": ErrorRule("The connection was ended", "maintenance"),
            "SERVICE_BUSY": ErrorRule("The service is overloaded", "maintenance"),
            "TIMEOUT_ERROR": ErrorRule("The venue itself timed out", "unknown"),
            "UNEXPECTED_ERROR": ErrorRule("The venue has a fault", "unknown"),
        },
        reasons={
            "DSC-0008": ErrorRule("The body can't be read", "rejected"),
            "DSC-0009": ErrorRule("A parameter has a value that is not allowed", "rejected"),
            "DSC-0015": ErrorRule("The credentials are wrong", "auth"),
            "DSC-0018": ErrorRule("A parameter is missing", "rejected"),
            "DSC-0019": ErrorRule("The venue itself timed out", "unknown"),
            "DSC-0021": ErrorRule("The operation does not exist", "not_found"),
            "DSC-0023": ErrorRule("The service does not exist", "not_found"),
            "DSC-0024": ErrorRule("The body can't be read", "rejected"),
            "DSC-0034": ErrorRule("The application key is missing or not active", "auth"),
            "DSC-0035": ErrorRule("The credentials are not known", "auth"),
            "DSC-0036": ErrorRule("The credentials are wrong", "auth"),
            "DSC-0037": ErrorRule("The account is not subscribed to the application key", "auth"),
        },
        failed=_failed,
    ),
    operations={
        "listMarketCatalogue": Operation(
            name="listMarketCatalogue",
            title="Markets and their runners",
            paths={"": ("POST", "/exchange/betting/json-rpc/v1")},
            servers={"": "betting"},
            params=(
                Param(name="filter", wire="filter", told="filter", kind="any", required=True),
                Param(
                    name="marketProjection",
                    wire="marketProjection",
                    told="marketProjection",
                    kind="list",
                    default=[
                        "COMPETITION",
                        "EVENT",
                        "EVENT_TYPE",
                        "MARKET_START_TIME",
                        "MARKET_DESCRIPTION",
                        "RUNNER_DESCRIPTION",
                    ],
                ),
                Param(name="sort", wire="sort", told="sort"),
                Param(
                    name="maxResults",
                    wire="maxResults",
                    told="maxResults",
                    kind="int",
                    default=200,
                    least=1,
                    most=1000,
                ),
                Param(name="locale", wire="locale", told="locale"),
            ),
            auth="session",
            send="json_rpc",
            body={"method": "SportsAPING/v1.0/listMarketCatalogue", "params": Slot("params")},
            weights={"": (("general", 1),)},
            unwrap="result",
            gives=("BettingInstrument",),
            doc="https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue",
        ),
        "certlogin": Operation(
            name="certlogin",
            title="Log in with a client certificate",
            paths={"": ("POST", "/api/certlogin")},
            servers={"": "identity_cert"},
            params=(
                Param(name="username", wire="username", told="username", required=True),
                Param(name="password", wire="password", told="password", required=True),
            ),
            auth="application",
            send="form",
            weights={"": (("logins", 1),)},
            doc="https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Non-Interactive+%28bot%29+login",
        ),
        "keepAlive": Operation(
            name="keepAlive",
            title="Keep the session alive",
            paths={"": ("POST", "/api/keepAlive")},
            servers={"": "identity"},
            auth="session",
            send="form",
            weights={"": (("logins", 1),)},
            doc="https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Keep+Alive",
        ),
    },
    channels={
        "market_changes": Channel(
            name="market_changes",
            connection="stream",
            title="Books, trades, tickers and definitions of markets",
            products=("exchange",),
            params=(
                Param(
                    name="market_id",
                    wire="market_id",
                    told="market_id",
                    kind="list",
                    required=True,
                    fills="market_id",
                ),
            ),
            topic=lambda v: "markets",
            gives=(
                "BettingInstrument",
                "InstrumentStatus",
                "InstrumentClose",
                "BetfairStartingPrice",
                "OrderBookDeltas",
                "TradeTick",
                "BetfairTicker",
                "BetfairBspBookDelta",
                "BetfairSequenceCompleted",
            ),
            prefer=1,
            doc="https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="stream",
            transport="tls",
            products=("exchange",),
            framing=Lines(ending=b"\r\n", max_bytes=67_108_864),
            frame={
                "op": "marketSubscription",
                "id": Slot("id"),
                "marketFilter": {"marketIds": Slot("market_id")},
                "marketDataFilter": {
                    "fields": [
                        "EX_ALL_OFFERS",
                        "EX_TRADED",
                        "EX_TRADED_VOL",
                        "EX_LTP",
                        "EX_MARKET_DEF",
                        "SP_TRADED",
                        "SP_PROJECTED",
                    ]
                },
                "segmentationEnabled": True,
                "conflateMs": 0,
                "heartbeatMs": 5000,
                "initialClk": Slot("initialClk"),
                "clk": Slot("clk"),
            },
            batch=200,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            resume=True,
            whole=True,
            login="session",
            login_frame={
                "op": "authentication",
                "id": 0,
                "appKey": lambda v: f"{v['app_key']}",
                "session": lambda v: f"{v['session_token']}",
            },
            rules=Rules(
                first_ns=1_000_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=15_000_000_000,
                max_subscriptions=200,
                max_connections=10,
            ),
        ),
        "historic": Stream(
            name="historic",
            source="historic",
            transport="file",
            products=("exchange",),
            framing=Lines(ending=b"\n", max_bytes=67_108_864),
            channels_of="stream",
        ),
        "races": Stream(
            name="races",
            source="races",
            transport="tls",
            products=("exchange",),
            framing=Lines(ending=b"\r\n", max_bytes=67_108_864),
            frame={"op": "raceSubscription", "id": Slot("id")},
            ack_timeout_ns=10_000_000_000,
            login="session",
            login_frame={
                "op": "authentication",
                "id": 0,
                "appKey": lambda v: f"{v['app_key']}",
                "session": lambda v: f"{v['session_token']}",
            },
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=15_000_000_000),
            channels_of="stream",
        ),
    },
    catalogs={"exchange": ("listMarketCatalogue", {"filter": {}, "maxResults": 200})},
    clocks={},
    refusals=(
        Refusal("submit_order", (), "bets are not described yet", "market stream, market catalogue"),
        Refusal("modify_order", (), "bets are not described yet", "market stream, market catalogue"),
        Refusal("cancel_order", (), "bets are not described yet", "market stream, market catalogue"),
        Refusal("query_account", (), "accounts are not described yet", "market stream, market catalogue"),
    ),
)
