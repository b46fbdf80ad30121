"""What can be sent to the venue binance: addresses, operations, channels, limits, errors. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.auth import ApiKey, ByKey, SessionToken
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.requests.facts import (
    Asking,
    Channel,
    ClockFacts,
    Environment,
    Interface,
    Operation,
    Page,
    Param,
    Refusal,
    Rules,
    Slot,
    Stream,
)
from dragoman.requests.told import Told
from dragoman.translate.reads import as_list

from dragoman_venues.binance.venue import GetServerTimeResponse


def _get_klines_usdm_weight(scope: Told) -> int:
    """What a call of get_klines costs of usdm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_klines_coinm_weight(scope: Told) -> int:
    """What a call of get_klines costs of coinm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_mark_price_klines_usdm_weight(scope: Told) -> int:
    """What a call of get_mark_price_klines costs of usdm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_mark_price_klines_coinm_weight(scope: Told) -> int:
    """What a call of get_mark_price_klines costs of coinm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_index_price_klines_usdm_weight(scope: Told) -> int:
    """What a call of get_index_price_klines costs of usdm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_coinm_index_price_klines_coinm_weight(scope: Told) -> int:
    """What a call of get_coinm_index_price_klines costs of coinm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_premium_index_klines_usdm_weight(scope: Told) -> int:
    """What a call of get_premium_index_klines costs of usdm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_premium_index_klines_coinm_weight(scope: Told) -> int:
    """What a call of get_premium_index_klines costs of coinm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_continuous_klines_usdm_weight(scope: Told) -> int:
    """What a call of get_continuous_klines costs of usdm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_continuous_klines_coinm_weight(scope: Told) -> int:
    """What a call of get_continuous_klines costs of coinm_weight."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_depth_spot_weight(scope: Told) -> int:
    """What a call of get_depth costs of spot_weight."""
    return (
        5
        if next((got for got in (scope.told_int("limit"),) if got is not None), 100) <= 100
        else (
            25
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 100) <= 500
            else (
                50
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 100) <= 1000
                else 250
            )
        )
    )


def _get_depth_usdm_weight(scope: Told) -> int:
    """What a call of get_depth costs of usdm_weight."""
    return (
        2
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) <= 50
        else (
            5
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) <= 100
            else (
                10
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 500
                else 20
            )
        )
    )


def _get_depth_coinm_weight(scope: Told) -> int:
    """What a call of get_depth costs of coinm_weight."""
    return (
        2
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) <= 50
        else (
            5
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) <= 100
            else (
                10
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 500
                else 20
            )
        )
    )


def _get_book_ticker_spot_weight(scope: Told) -> int:
    """What a call of get_book_ticker costs of spot_weight."""
    return 2 if scope.told("symbol") is not None else 4


def _get_book_ticker_usdm_weight(scope: Told) -> int:
    """What a call of get_book_ticker costs of usdm_weight."""
    return 2 if scope.told("symbol") is not None else 5


def _get_book_ticker_coinm_weight(scope: Told) -> int:
    """What a call of get_book_ticker costs of coinm_weight."""
    return 2 if scope.told("symbol") is not None else 5


def _get_premium_index_usdm_weight(scope: Told) -> int:
    """What a call of get_premium_index costs of usdm_weight."""
    return 1 if scope.told("symbol") is not None else 10


def _get_open_orders_spot_weight(scope: Told) -> int:
    """What a call of get_open_orders costs of spot_weight."""
    return 6 if scope.told("symbol") is not None else 80


def _get_my_trades_spot_weight(scope: Told) -> int:
    """What a call of get_my_trades costs of spot_weight."""
    return 5 if scope.told_int("order_id") is not None else 20


def _get_futures_open_orders_usdm_weight(scope: Told) -> int:
    """What a call of get_futures_open_orders costs of usdm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_futures_open_orders_coinm_weight(scope: Told) -> int:
    """What a call of get_futures_open_orders costs of coinm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_open_algo_orders_usdm_weight(scope: Told) -> int:
    """What a call of get_open_algo_orders costs of usdm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_open_algo_orders_coinm_weight(scope: Told) -> int:
    """What a call of get_open_algo_orders costs of coinm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_ticker_24hr_spot_weight(scope: Told) -> int:
    """What a call of get_ticker_24hr costs of spot_weight."""
    return 2 if scope.told("symbol") is not None else 80


def _get_futures_ticker_24hr_usdm_weight(scope: Told) -> int:
    """What a call of get_futures_ticker_24hr costs of usdm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_futures_ticker_24hr_coinm_weight(scope: Told) -> int:
    """What a call of get_futures_ticker_24hr costs of coinm_weight."""
    return 1 if scope.told("symbol") is not None else 40


def _get_ticker_price_spot_weight(scope: Told) -> int:
    """What a call of get_ticker_price costs of spot_weight."""
    return 2 if scope.told("symbol") is not None else 4


def _get_ticker_price_usdm_weight(scope: Told) -> int:
    """What a call of get_ticker_price costs of usdm_weight."""
    return 1 if scope.told("symbol") is not None else 2


def _get_ticker_price_coinm_weight(scope: Told) -> int:
    """What a call of get_ticker_price costs of coinm_weight."""
    return 1 if scope.told("symbol") is not None else 2


INTERFACE = Interface(
    venue="binance",
    name="BINANCE",
    products={
        "spot": ("CurrencyPair",),
        "margin": ("CurrencyPair",),
        "usdm": ("CryptoPerpetual", "CryptoFuture"),
        "coinm": ("CryptoPerpetual", "CryptoFuture"),
    },
    environments={
        "mainnet": Environment(
            {
                "spot": "https://api.binance.com",
                "margin": "https://api.binance.com",
                "usdm": "https://fapi.binance.com",
                "coinm": "https://dapi.binance.com",
            },
            {
                "stream": {
                    "spot": "wss://stream.binance.com:9443/stream",
                    "usdm": "wss://fstream.binance.com/{tier}/stream",
                    "coinm": "wss://dstream.binance.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://fstream.binance.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://dstream.binance.com/ws/{session_token}",
                },
                "user_spot": {"": "wss://ws-api.binance.com:443/ws-api/v3"},
                "user_margin": {"": "wss://ws-api.binance.com:443/ws-api/v3"},
                "orders": {
                    "spot": "wss://ws-api.binance.com:443/ws-api/v3",
                    "usdm": "wss://ws-fapi.binance.com/ws-fapi/v1",
                    "coinm": "wss://ws-dapi.binance.com/ws-dapi/v1",
                },
            },
        ),
        "testnet": Environment(
            {
                "spot": "https://testnet.binance.vision",
                "usdm": "https://demo-fapi.binance.com",
                "coinm": "https://testnet.binancefuture.com",
            },
            {
                "stream": {
                    "spot": "wss://stream.testnet.binance.vision/stream",
                    "usdm": "wss://fstream.binancefuture.com/{tier}/stream",
                    "coinm": "wss://dstream.binancefuture.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://fstream.binancefuture.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://dstream.binancefuture.com/ws/{session_token}",
                },
                "user_spot": {"": "wss://ws-api.testnet.binance.vision/ws-api/v3"},
                "orders": {
                    "spot": "wss://ws-api.testnet.binance.vision/ws-api/v3",
                    "usdm": "wss://testnet.binancefuture.com/ws-fapi/v1",
                    "coinm": "wss://testnet.binancefuture.com/ws-dapi/v1",
                },
            },
        ),
        "demo": Environment(
            {
                "spot": "https://demo-api.binance.com",
                "usdm": "https://demo-fapi.binance.com",
                "coinm": "https://demo-dapi.binance.com",
            },
            {
                "stream": {
                    "spot": "wss://demo-stream.binance.com/stream",
                    "usdm": "wss://demo-fstream.binance.com/{tier}/stream",
                    "coinm": "wss://demo-dstream.binance.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://demo-fstream.binance.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://demo-dstream.binance.com/ws/{session_token}",
                },
                "user_spot": {"": "wss://demo-ws-api.binance.com/ws-api/v3"},
                "orders": {"spot": "wss://demo-ws-api.binance.com/ws-api/v3"},
            },
        ),
    },
    credentials={
        "api_key": "BINANCE_API_KEY",
        "api_secret": "BINANCE_API_SECRET",
        "session_token": "the token that create_listen_token gives",
    },
    auth={
        "key": ApiKey(headers={"X-MBX-APIKEY": lambda v: f"{v['api_key']}"}),
        "signed": ByKey(
            payload=lambda v: f"{v['query']}{v['body']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=False,
            signature=lambda v: f"{v['query']}&signature={v['signature']}",
            headers={"X-MBX-APIKEY": lambda v: f"{v['api_key']}"},
            params={"recvWindow": lambda v: "5000", "timestamp": lambda v: f"{v['timestamp_ms']}"},
        ),
        "listen_key": SessionToken(
            login="create_listen_key",
            token="listen_key",
            keep_alive="keep_listen_key",
            renew_ns=1_800_000_000_000,
            lasts_ns=3_600_000_000_000,
        ),
        "listen_token": SessionToken(
            login="create_listen_token",
            token="token",
            renew_ns=43_200_000_000_000,
            lasts_ns=86_400_000_000_000,
        ),
        "logon": ByKey(
            payload=lambda v: f"apiKey={v['api_key']}&timestamp={v['timestamp_ms']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=False,
        ),
        "in_frame": ByKey(
            payload=lambda v: f"{v['query']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=True,
            signature=lambda v: f"{v['query']}&signature={v['signature']}",
            params={"apiKey": lambda v: f"{v['api_key']}", "timestamp": lambda v: f"{v['timestamp_ms']}"},
        ),
    },
    buckets=(
        Bucket(
            name="spot_weight",
            limit=6000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
        Bucket(
            name="account_weight",
            limit=12000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-SAPI-USED-IP-WEIGHT-1M",
        ),
        Bucket(
            name="spot_orders",
            limit=100,
            window_ns=10_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-10S",
        ),
        Bucket(
            name="spot_orders_day",
            limit=100000,
            window_ns=86_400_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1D",
        ),
        Bucket(
            name="margin_weight",
            limit=12000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-SAPI-USED-IP-WEIGHT-1M",
        ),
        Bucket(
            name="usdm_orders",
            limit=300,
            window_ns=10_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-10S",
        ),
        Bucket(
            name="usdm_orders_minute",
            limit=1200,
            window_ns=60_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1M",
        ),
        Bucket(
            name="coinm_orders_minute",
            limit=1200,
            window_ns=60_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1M",
        ),
        Bucket(
            name="usdm_weight",
            limit=2400,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
        Bucket(name="usdm_funding", limit=500, window_ns=300_000_000_000, kind="fixed"),
        Bucket(name="usdm_statistics", limit=1000, window_ns=300_000_000_000, kind="fixed"),
        Bucket(
            name="coinm_weight",
            limit=2400,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
    ),
    errors=ErrorTable(
        code=("code",),
        message=("msg",),
        codes={
            "-1000": ErrorRule("an unknown error while the request was processed", "unknown"),
            "-1001": ErrorRule("internal error of the venue", "unknown"),
            "-1002": ErrorRule("not authorized for this request", "auth"),
            "-1003": ErrorRule("too many requests", "rate_limit"),
            "-1004": ErrorRule("the server is busy", "maintenance"),
            "-1006": ErrorRule("unexpected answer from the message bus", "unknown"),
            "-1007": ErrorRule("the matching engine did not answer in time", "unknown"),
            "-1008": ErrorRule("the server is overloaded", "rate_limit"),
            "-1010": ErrorRule("an error message came back from the engine", "unknown"),
            "-1013": ErrorRule("the order breaks a filter of the symbol", "rejected"),
            "-1014": ErrorRule("unsupported combination of order parameters", "rejected"),
            "-1015": ErrorRule("too many new orders", "rate_limit"),
            "-1016": ErrorRule("the service is no longer available", "maintenance"),
            "-1020": ErrorRule("this operation is not supported", "rejected"),
            "-1021": ErrorRule("the timestamp is outside of recvWindow", "clock"),
            "-1022": ErrorRule("the signature is wrong", "auth"),
            "-1023": ErrorRule("the start time is after the end time", "rejected"),
            "-1034": ErrorRule("too many connections", "rate_limit"),
            "-1099": ErrorRule("not found or not authorized", "auth"),
            "-1100": ErrorRule("illegal characters in a parameter", "rejected"),
            "-1101": ErrorRule("too many parameters", "rejected"),
            "-1102": ErrorRule("a mandatory parameter is missing, empty or malformed", "rejected"),
            "-1103": ErrorRule("an unknown parameter was sent", "rejected"),
            "-1104": ErrorRule("not all parameters were read", "rejected"),
            "-1105": ErrorRule("a parameter is empty", "rejected"),
            "-1106": ErrorRule("a parameter was sent that is not required", "rejected"),
            "-1108": ErrorRule("a parameter overflows", "rejected"),
            "-1111": ErrorRule("a number has more digits than the symbol allows", "rejected"),
            "-1112": ErrorRule("the book of the symbol is empty", "not_found"),
            "-1114": ErrorRule("time in force is not required", "rejected"),
            "-1115": ErrorRule("unknown time in force", "rejected"),
            "-1116": ErrorRule("unknown order type", "rejected"),
            "-1117": ErrorRule("unknown side", "rejected"),
            "-1118": ErrorRule("the new client order id is empty", "rejected"),
            "-1119": ErrorRule("the original client order id is empty", "rejected"),
            "-1120": ErrorRule("unknown interval", "rejected"),
            "-1121": ErrorRule("unknown symbol", "not_found"),
            "-1122": ErrorRule("unknown symbol status", "rejected"),
            "-1125": ErrorRule("this listen key does not exist", "not_found"),
            "-1127": ErrorRule("the time range is too long", "rejected"),
            "-1128": ErrorRule("optional parameters that can't stand together", "rejected"),
            "-1130": ErrorRule("a parameter has a value that is not allowed", "rejected"),
            "-1131": ErrorRule("recvWindow must be below 60000", "rejected"),
            "-1135": ErrorRule("a parameter is no valid JSON", "rejected"),
            "-1136": ErrorRule("unknown tick type", "rejected"),
            "-1139": ErrorRule("unknown ticker type", "rejected"),
            "-1145": ErrorRule("unknown cancel restriction", "rejected"),
            "-1151": ErrorRule("a symbol is listed twice", "rejected"),
            "-1220": ErrorRule("the symbol's status is not the one asked for", "not_found"),
            "-2010": ErrorRule("the new order was rejected", "rejected"),
            "-2011": ErrorRule("the cancel was rejected", "rejected"),
            "-2013": ErrorRule("no such order", "not_found"),
            "-2014": ErrorRule("the API key is malformed", "auth"),
            "-2015": ErrorRule("the API key, the address or the permissions are not accepted", "auth"),
            "-2016": ErrorRule("no trading window for the symbol", "not_found"),
            "-2017": ErrorRule("the API keys of this account are locked", "auth"),
            "-2018": ErrorRule("the balance is too low", "rejected"),
            "-2019": ErrorRule("the margin is too low", "rejected"),
            "-2020": ErrorRule("the order can't be filled", "rejected"),
            "-2021": ErrorRule("the order would trigger at once", "rejected"),
            "-2022": ErrorRule("a reduce-only order was rejected", "rejected"),
            "-2023": ErrorRule("the account is being liquidated", "rejected"),
            "-2024": ErrorRule("the position is too small", "rejected"),
            "-2025": ErrorRule("too many open orders", "rejected"),
            "-2026": ErrorRule("this order type doesn't support reduce-only", "rejected"),
            "-2043": ErrorRule("the symbol has no reference price", "not_found"),
            "-4031": ErrorRule("a parameter is wrong", "rejected"),
            "-4046": ErrorRule("the margin type is already so", "rejected"),
            "-4059": ErrorRule("the position side is already so", "rejected"),
            "-4108": ErrorRule("the symbol is being delivered or settled", "maintenance"),
            "-4141": ErrorRule("the symbol is closed", "not_found"),
            "-4144": ErrorRule("unknown pair", "not_found"),
            "-4161": ErrorRule("the account is locked", "auth"),
            "-4531": ErrorRule("the account's position mode is out of step", "rejected"),
            "-5022": ErrorRule("a post-only order would take", "rejected"),
        },
        statuses={418: ErrorRule("banned", "banned")},
    ),
    operations={
        "ping": Operation(
            name="ping",
            title="Test connectivity",
            paths={
                "spot": ("GET", "/api/v3/ping"),
                "usdm": ("GET", "/fapi/v1/ping"),
                "coinm": ("GET", "/dapi/v1/ping"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            weights={
                "spot": (("spot_weight", 1),),
                "usdm": (("usdm_weight", 1),),
                "coinm": (("coinm_weight", 1),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#test-connectivity",
        ),
        "get_server_time": Operation(
            name="get_server_time",
            title="Server time",
            paths={
                "spot": ("GET", "/api/v3/time"),
                "margin": ("GET", "/api/v3/time"),
                "usdm": ("GET", "/fapi/v1/time"),
                "coinm": ("GET", "/dapi/v1/time"),
            },
            servers={"spot": "spot", "margin": "margin", "usdm": "usdm", "coinm": "coinm"},
            weights={
                "spot": (("spot_weight", 1),),
                "usdm": (("usdm_weight", 1),),
                "coinm": (("coinm_weight", 1),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#check-server-time",
        ),
        "get_account": Operation(
            name="get_account",
            title="Balances of the spot account",
            paths={"spot": ("GET", "/api/v3/account")},
            servers={"spot": "spot"},
            params=(
                Param(
                    name="omit_zero_balances", wire="omitZeroBalances", told="omit_zero_balances", kind="bool"
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),)},
            gives=("AccountState",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data",
        ),
        "get_margin_account": Operation(
            name="get_margin_account",
            title="Balances and debts of the cross-margin account",
            paths={"margin": ("GET", "/sapi/v1/margin/account")},
            servers={"margin": "margin"},
            auth="signed",
            private=True,
            weights={"margin": (("margin_weight", 10),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/docs/margin_trading/account/Query-Cross-Margin-Account-Details",
        ),
        "get_futures_account": Operation(
            name="get_futures_account",
            title="Balances and margins of a futures account",
            paths={"usdm": ("GET", "/fapi/v2/account"), "coinm": ("GET", "/dapi/v1/account")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 5),)},
            gives=("AccountState",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Account-Information-V2",
        ),
        "get_futures_balance": Operation(
            name="get_futures_balance",
            title="Balances of a futures account",
            paths={"usdm": ("GET", "/fapi/v2/balance"), "coinm": ("GET", "/dapi/v1/balance")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 1),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Futures-Account-Balance-V2",
        ),
        "get_positions": Operation(
            name="get_positions",
            title="Futures positions",
            paths={"usdm": ("GET", "/fapi/v2/positionRisk"), "coinm": ("GET", "/dapi/v1/positionRisk")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="margin_asset", wire="marginAsset", told="margin_asset", products=("coinm",)),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 1),)},
            gives=("PositionStatusReport",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V2",
        ),
        "get_open_positions": Operation(
            name="get_open_positions",
            title="Futures positions that are open or have orders",
            paths={"usdm": ("GET", "/fapi/v3/positionRisk")},
            servers={"usdm": "usdm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            gives=("PositionStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3",
        ),
        "get_commission_rate": Operation(
            name="get_commission_rate",
            title="Maker and taker fee of this account for a contract",
            paths={"usdm": ("GET", "/fapi/v1/commissionRate"), "coinm": ("GET", "/dapi/v1/commissionRate")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 20),), "coinm": (("coinm_weight", 20),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/User-Commission-Rate",
        ),
        "get_symbol_config": Operation(
            name="get_symbol_config",
            title="Leverage and margin mode, by contract",
            paths={"usdm": ("GET", "/fapi/v1/symbolConfig")},
            servers={"usdm": "usdm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Symbol-Config",
        ),
        "get_leverage_brackets": Operation(
            name="get_leverage_brackets",
            title="Bounds of leverage by notional",
            paths={"usdm": ("GET", "/fapi/v1/leverageBracket"), "coinm": ("GET", "/dapi/v2/leverageBracket")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Notional-and-Leverage-Brackets",
        ),
        "get_position_mode": Operation(
            name="get_position_mode",
            title="Whether the account is in hedge mode",
            paths={
                "usdm": ("GET", "/fapi/v1/positionSide/dual"),
                "coinm": ("GET", "/dapi/v1/positionSide/dual"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 30),), "coinm": (("coinm_weight", 30),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Get-Current-Position-Mode",
        ),
        "set_position_mode": Operation(
            name="set_position_mode",
            title="Change to hedge or one-way mode",
            paths={
                "usdm": ("POST", "/fapi/v1/positionSide/dual"),
                "coinm": ("POST", "/dapi/v1/positionSide/dual"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="hedge_mode", wire="dualSidePosition", told="hedge_mode", kind="bool", required=True
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Position-Mode",
        ),
        "set_leverage": Operation(
            name="set_leverage",
            title="Change the leverage of a contract",
            paths={"usdm": ("POST", "/fapi/v1/leverage"), "coinm": ("POST", "/dapi/v1/leverage")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="leverage",
                    wire="leverage",
                    told="leverage",
                    kind="int",
                    required=True,
                    least=1,
                    most=150,
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage",
        ),
        "set_margin_mode": Operation(
            name="set_margin_mode",
            title="Change the margin mode of a contract",
            paths={"usdm": ("POST", "/fapi/v1/marginType"), "coinm": ("POST", "/dapi/v1/marginType")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="margin_mode",
                    wire="marginType",
                    told="margin_mode",
                    required=True,
                    allowed=("CROSSED", "ISOLATED"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Margin-Type",
        ),
        "change_position_margin": Operation(
            name="change_position_margin",
            title="Add or take margin of an isolated position",
            paths={"usdm": ("POST", "/fapi/v1/positionMargin"), "coinm": ("POST", "/dapi/v1/positionMargin")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(name="amount", wire="amount", told="amount", kind="dec", required=True),
                Param(name="kind", wire="type", told="kind", kind="int", required=True, allowed=(1, 2)),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Modify-Isolated-Position-Margin",
        ),
        "get_income": Operation(
            name="get_income",
            title="Profits, fees, funding and transfers of a futures account",
            paths={"usdm": ("GET", "/fapi/v1/income"), "coinm": ("GET", "/dapi/v1/income")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="income_type", wire="incomeType", told="income_type"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 30),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.time_ms,
            ),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Get-Income-History",
        ),
        "borrow_or_repay": Operation(
            name="borrow_or_repay",
            title="Borrow an asset on margin, or pay it back",
            paths={"margin": ("POST", "/sapi/v1/margin/borrow-repay")},
            servers={"margin": "margin"},
            params=(
                Param(name="asset", wire="asset", told="asset", required=True),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    default="FALSE",
                    allowed=("TRUE", "FALSE"),
                ),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="amount", wire="amount", told="amount", kind="dec", required=True),
                Param(name="kind", wire="type", told="kind", required=True, allowed=("BORROW", "REPAY")),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"margin": (("margin_weight", 1500),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/margin_trading/borrow-and-repay/Margin-Account-Borrow-Repay",
        ),
        "get_klines": Operation(
            name="get_klines",
            title="Bars",
            paths={
                "spot": ("GET", "/api/v3/klines"),
                "usdm": ("GET", "/fapi/v1/klines"),
                "coinm": ("GET", "/dapi/v1/klines"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="time_zone", wire="timeZone", told="time_zone", products=("spot",)),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 2),),
                "usdm": (("usdm_weight", _get_klines_usdm_weight),),
                "coinm": (("coinm_weight", _get_klines_coinm_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar", "BinanceBar"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data",
        ),
        "get_ui_klines": Operation(
            name="get_ui_klines",
            title="Bars for charts, adjusted by the venue for presentation",
            paths={"spot": ("GET", "/api/v3/uiKlines")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="time_zone", wire="timeZone", told="time_zone"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 2),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#uiklines",
        ),
        "get_mark_price_klines": Operation(
            name="get_mark_price_klines",
            title="Bars of the mark price",
            paths={"usdm": ("GET", "/fapi/v1/markPriceKlines"), "coinm": ("GET", "/dapi/v1/markPriceKlines")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_mark_price_klines_usdm_weight),),
                "coinm": (("coinm_weight", _get_mark_price_klines_coinm_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("MARK",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Mark-Price-Kline-Candlestick-Data",
        ),
        "get_index_price_klines": Operation(
            name="get_index_price_klines",
            title="Bars of the index price of a USD-M pair",
            paths={"usdm": ("GET", "/fapi/v1/indexPriceKlines")},
            servers={"usdm": "usdm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={"usdm": (("usdm_weight", _get_index_price_klines_usdm_weight),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Index-Price-Kline-Candlestick-Data",
        ),
        "get_coinm_index_price_klines": Operation(
            name="get_coinm_index_price_klines",
            title="Bars of the index price of a COIN-M pair",
            paths={"coinm": ("GET", "/dapi/v1/indexPriceKlines")},
            servers={"coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={"coinm": (("coinm_weight", _get_coinm_index_price_klines_coinm_weight),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Index-Price-Kline-Candlestick-Data",
        ),
        "get_premium_index_klines": Operation(
            name="get_premium_index_klines",
            title="Bars of the premium index",
            paths={
                "usdm": ("GET", "/fapi/v1/premiumIndexKlines"),
                "coinm": ("GET", "/dapi/v1/premiumIndexKlines"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_premium_index_klines_usdm_weight),),
                "coinm": (("coinm_weight", _get_premium_index_klines_coinm_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("BinanceFuturesPremiumIndexBar",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Premium-Index-Kline-Data",
        ),
        "get_continuous_klines": Operation(
            name="get_continuous_klines",
            title="Bars of the current, next or perpetual contract of a pair",
            paths={
                "usdm": ("GET", "/fapi/v1/continuousKlines"),
                "coinm": ("GET", "/dapi/v1/continuousKlines"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    required=True,
                    allowed=("PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"),
                ),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_continuous_klines_usdm_weight),),
                "coinm": (("coinm_weight", _get_continuous_klines_coinm_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("BinanceContinuousBar",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Continuous-Contract-Kline-Candlestick-Data",
        ),
        "get_depth": Operation(
            name="get_depth",
            title="Order book",
            paths={
                "spot": ("GET", "/api/v3/depth"),
                "usdm": ("GET", "/fapi/v1/depth"),
                "coinm": ("GET", "/dapi/v1/depth"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=5000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", _get_depth_spot_weight),),
                "usdm": (("usdm_weight", _get_depth_usdm_weight),),
                "coinm": (("coinm_weight", _get_depth_coinm_weight),),
            },
            gives=("OrderBookDeltas",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-book",
        ),
        "get_book_ticker": Operation(
            name="get_book_ticker",
            title="Best bid and offer",
            paths={
                "spot": ("GET", "/api/v3/ticker/bookTicker"),
                "usdm": ("GET", "/fapi/v1/ticker/bookTicker"),
                "coinm": ("GET", "/dapi/v1/ticker/bookTicker"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols", products=("spot",)),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "spot": (("spot_weight", _get_book_ticker_spot_weight),),
                "usdm": (("usdm_weight", _get_book_ticker_usdm_weight),),
                "coinm": (("coinm_weight", _get_book_ticker_coinm_weight),),
            },
            gives=("QuoteTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-order-book-ticker",
        ),
        "get_premium_index": Operation(
            name="get_premium_index",
            title="Mark price, index price and funding",
            paths={"usdm": ("GET", "/fapi/v1/premiumIndex"), "coinm": ("GET", "/dapi/v1/premiumIndex")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "usdm": (("usdm_weight", _get_premium_index_usdm_weight),),
                "coinm": (("coinm_weight", 10),),
            },
            gives=("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Mark-Price",
        ),
        "get_funding_rate": Operation(
            name="get_funding_rate",
            title="Funding that was paid",
            paths={"usdm": ("GET", "/fapi/v1/fundingRate"), "coinm": ("GET", "/dapi/v1/fundingRate")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"usdm": (("usdm_funding", 1),), "coinm": (("coinm_weight", 1),)},
            page=Page(
                kind="time",
                next=lambda message: message.funding_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.funding_time_ms,
            ),
            gives=("FundingRateUpdate",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Get-Funding-Rate-History",
        ),
        "get_funding_info": Operation(
            name="get_funding_info",
            title="Funding intervals and bounds that differ from the usual",
            paths={"usdm": ("GET", "/fapi/v1/fundingInfo"), "coinm": ("GET", "/dapi/v1/fundingInfo")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            weights={"usdm": (("usdm_funding", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("BinanceFuturesFundingInfo",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Get-Funding-Rate-Info",
        ),
        "get_open_interest": Operation(
            name="get_open_interest",
            title="Open interest now",
            paths={"usdm": ("GET", "/fapi/v1/openInterest"), "coinm": ("GET", "/dapi/v1/openInterest")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("BinanceFuturesOpenInterest",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Open-Interest",
        ),
        "get_open_interest_hist": Operation(
            name="get_open_interest_hist",
            title="Open interest by period",
            paths={
                "usdm": ("GET", "/futures/data/openInterestHist"),
                "coinm": ("GET", "/futures/data/openInterestHist"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500, fills="limit"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            page=Page(
                kind="time",
                next=lambda message: message.timestamp_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=500,
                time=lambda message: message.timestamp_ms,
            ),
            gives=("BinanceFuturesOpenInterestStatistics",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Open-Interest-Statistics",
        ),
        "get_top_long_short_account_ratio": Operation(
            name="get_top_long_short_account_ratio",
            title="Long and short accounts of top traders",
            paths={
                "usdm": ("GET", "/futures/data/topLongShortAccountRatio"),
                "coinm": ("GET", "/futures/data/topLongShortAccountRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Top-Long-Short-Account-Ratio",
        ),
        "get_top_long_short_position_ratio": Operation(
            name="get_top_long_short_position_ratio",
            title="Long and short positions of top traders",
            paths={
                "usdm": ("GET", "/futures/data/topLongShortPositionRatio"),
                "coinm": ("GET", "/futures/data/topLongShortPositionRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Top-Trader-Long-Short-Ratio",
        ),
        "get_global_long_short_account_ratio": Operation(
            name="get_global_long_short_account_ratio",
            title="Long and short accounts of all traders",
            paths={
                "usdm": ("GET", "/futures/data/globalLongShortAccountRatio"),
                "coinm": ("GET", "/futures/data/globalLongShortAccountRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Long-Short-Ratio",
        ),
        "get_basis": Operation(
            name="get_basis",
            title="Difference between the futures and the index price",
            paths={"usdm": ("GET", "/futures/data/basis"), "coinm": ("GET", "/futures/data/basis")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    required=True,
                    allowed=("CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Basis",
        ),
        "get_spot_exchange_info": Operation(
            name="get_spot_exchange_info",
            title="Spot symbols and their trading rules",
            paths={"spot": ("GET", "/api/v3/exchangeInfo")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="permissions", wire="permissions", told="permissions"),
                Param(
                    name="show_permission_sets",
                    wire="showPermissionSets",
                    told="show_permission_sets",
                    kind="bool",
                ),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                ),
            ),
            weights={"spot": (("spot_weight", 20),)},
            gives=("CurrencyPair",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information",
        ),
        "get_usdm_exchange_info": Operation(
            name="get_usdm_exchange_info",
            title="USD-M contracts and their trading rules",
            paths={"usdm": ("GET", "/fapi/v1/exchangeInfo")},
            servers={"usdm": "usdm"},
            weights={"usdm": (("usdm_weight", 1),)},
            gives=("CryptoPerpetual", "CryptoFuture"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Exchange-Information",
        ),
        "get_coinm_exchange_info": Operation(
            name="get_coinm_exchange_info",
            title="COIN-M contracts and their trading rules",
            paths={"coinm": ("GET", "/dapi/v1/exchangeInfo")},
            servers={"coinm": "coinm"},
            weights={"coinm": (("coinm_weight", 1),)},
            gives=("CryptoPerpetual", "CryptoFuture"),
            doc="https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Exchange-Information",
        ),
        "get_trade_fee": Operation(
            name="get_trade_fee",
            title="Maker and taker fees of this account, by spot symbol",
            paths={"spot": ("GET", "/sapi/v1/asset/tradeFee")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"spot": (("account_weight", 1),)},
            doc="https://developers.binance.com/docs/wallet/asset/trade-fee",
        ),
        "place_order": Operation(
            name="place_order",
            title="A new spot or margin order",
            paths={"spot": ("POST", "/api/v3/order"), "margin": ("POST", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="type",
                    wire="type",
                    told="type",
                    required=True,
                    allowed=(
                        "LIMIT",
                        "LIMIT_MAKER",
                        "MARKET",
                        "STOP_LOSS",
                        "STOP_LOSS_LIMIT",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="quote_order_qty", wire="quoteOrderQty", told="quote_order_qty", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(name="stop_price", wire="stopPrice", told="stop_price", kind="dec"),
                Param(
                    name="trailing_delta",
                    wire="trailingDelta",
                    told="trailing_delta",
                    kind="int",
                    products=("spot",),
                ),
                Param(name="iceberg_qty", wire="icebergQty", told="iceberg_qty", kind="dec"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="strategy_id", wire="strategyId", told="strategy_id", kind="int", products=("spot",)
                ),
                Param(
                    name="strategy_type",
                    wire="strategyType",
                    told="strategy_type",
                    kind="int",
                    least=1000000,
                    products=("spot",),
                ),
                Param(
                    name="peg_price_type",
                    wire="pegPriceType",
                    told="peg_price_type",
                    allowed=("PRIMARY_PEG", "MARKET_PEG"),
                    products=("spot",),
                ),
                Param(
                    name="peg_offset_value",
                    wire="pegOffsetValue",
                    told="peg_offset_value",
                    kind="int",
                    most=100,
                    products=("spot",),
                ),
                Param(
                    name="peg_offset_type",
                    wire="pegOffsetType",
                    told="peg_offset_type",
                    allowed=("PRICE_LEVEL",),
                    products=("spot",),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(
                    name="side_effect_type",
                    wire="sideEffectType",
                    told="side_effect_type",
                    allowed=("NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"),
                    products=("margin",),
                ),
                Param(
                    name="auto_repay_at_cancel",
                    wire="autoRepayAtCancel",
                    told="auto_repay_at_cancel",
                    kind="bool",
                    products=("margin",),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "spot": (("spot_weight", 1), ("spot_orders", 1), ("spot_orders_day", 1)),
                "margin": (("margin_weight", 6),),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade",
        ),
        "get_order": Operation(
            name="get_order",
            title="One spot or margin order",
            paths={"spot": ("GET", "/api/v3/order"), "margin": ("GET", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 4),), "margin": (("margin_weight", 10),)},
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-user_data",
        ),
        "cancel_order_by_id": Operation(
            name="cancel_order_by_id",
            title="Cancel a spot or margin order",
            paths={"spot": ("DELETE", "/api/v3/order"), "margin": ("DELETE", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="cancel_restrictions",
                    wire="cancelRestrictions",
                    told="cancel_restrictions",
                    allowed=("ONLY_NEW", "ONLY_PARTIALLY_FILLED"),
                    products=("spot",),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1),), "margin": (("margin_weight", 10),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-trade",
        ),
        "get_open_orders": Operation(
            name="get_open_orders",
            title="Spot or margin orders that stand",
            paths={"spot": ("GET", "/api/v3/openOrders"), "margin": ("GET", "/sapi/v1/margin/openOrders")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={
                "spot": (("spot_weight", _get_open_orders_spot_weight),),
                "margin": (("margin_weight", 10),),
            },
            gives=("OrderStatusReport", "FillReport"),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-open-orders-user_data",
        ),
        "get_all_orders": Operation(
            name="get_all_orders",
            title="Spot or margin orders of the past, by symbol",
            paths={"spot": ("GET", "/api/v3/allOrders"), "margin": ("GET", "/sapi/v1/margin/allOrders")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),), "margin": (("margin_weight", 200),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=500,
                time=lambda message: message.time_ms,
            ),
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#all-orders-user_data",
        ),
        "get_my_trades": Operation(
            name="get_my_trades",
            title="Spot or margin fills of this account, by symbol",
            paths={"spot": ("GET", "/api/v3/myTrades"), "margin": ("GET", "/sapi/v1/margin/myTrades")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={
                "spot": (("spot_weight", _get_my_trades_spot_weight),),
                "margin": (("margin_weight", 10),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.time_ms,
            ),
            gives=("FillReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-trade-list-user_data",
        ),
        "place_futures_order": Operation(
            name="place_futures_order",
            title="A new limit or market order of futures",
            paths={"usdm": ("POST", "/fapi/v1/order"), "coinm": ("POST", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(name="type", wire="type", told="type", required=True, allowed=("LIMIT", "MARKET")),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK", "GTX", "GTD", "RPI"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="reduce_only", wire="reduceOnly", told="reduce_only", kind="bool"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    allowed=(
                        "NONE",
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                ),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"),
                ),
                Param(
                    name="good_till_date_ms",
                    wire="goodTillDate",
                    told="good_till_date",
                    kind="time",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="RESULT",
                    allowed=("ACK", "RESULT"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/New-Order",
        ),
        "modify_futures_order": Operation(
            name="modify_futures_order",
            title="Change price and quantity of a futures limit order",
            paths={"usdm": ("PUT", "/fapi/v1/order"), "coinm": ("PUT", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    allowed=(
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Modify-Order",
        ),
        "get_futures_order": Operation(
            name="get_futures_order",
            title="One futures order",
            paths={"usdm": ("GET", "/fapi/v1/order"), "coinm": ("GET", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Query-Order",
        ),
        "cancel_futures_order": Operation(
            name="cancel_futures_order",
            title="Cancel a futures order",
            paths={"usdm": ("DELETE", "/fapi/v1/order"), "coinm": ("DELETE", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Cancel-Order",
        ),
        "get_futures_open_orders": Operation(
            name="get_futures_open_orders",
            title="Futures orders that stand",
            paths={"usdm": ("GET", "/fapi/v1/openOrders"), "coinm": ("GET", "/dapi/v1/openOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            auth="signed",
            private=True,
            weights={
                "usdm": (("usdm_weight", _get_futures_open_orders_usdm_weight),),
                "coinm": (("coinm_weight", _get_futures_open_orders_coinm_weight),),
            },
            gives=("OrderStatusReport",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Current-All-Open-Orders",
        ),
        "get_futures_all_orders": Operation(
            name="get_futures_all_orders",
            title="Futures orders of the past, by contract",
            paths={"usdm": ("GET", "/fapi/v1/allOrders"), "coinm": ("GET", "/dapi/v1/allOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.update_time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=100,
                time=lambda message: message.update_time_ms,
            ),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/All-Orders",
        ),
        "get_user_trades": Operation(
            name="get_user_trades",
            title="Futures fills of this account, by contract",
            paths={"usdm": ("GET", "/fapi/v1/userTrades"), "coinm": ("GET", "/dapi/v1/userTrades")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.time_ms,
            ),
            gives=("FillReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Account-Trade-List",
        ),
        "place_algo_order": Operation(
            name="place_algo_order",
            title="A new conditional order of futures",
            paths={"usdm": ("POST", "/fapi/v1/algoOrder"), "coinm": ("POST", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="algo_type",
                    wire="algoType",
                    told="algo_type",
                    default="CONDITIONAL",
                    allowed=("CONDITIONAL",),
                ),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(
                    name="type",
                    wire="type",
                    told="type",
                    required=True,
                    allowed=(
                        "STOP",
                        "STOP_MARKET",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_MARKET",
                        "TRAILING_STOP_MARKET",
                    ),
                ),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK", "GTX", "GTD"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(name="trigger_price", wire="triggerPrice", told="trigger_price", kind="dec"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    allowed=("MARK_PRICE", "CONTRACT_PRICE"),
                ),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    allowed=(
                        "NONE",
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                ),
                Param(name="close_position", wire="closePosition", told="close_position", kind="bool"),
                Param(name="price_protect", wire="priceProtect", told="price_protect", kind="bool"),
                Param(name="reduce_only", wire="reduceOnly", told="reduce_only", kind="bool"),
                Param(name="activate_price", wire="activatePrice", told="activate_price", kind="dec"),
                Param(name="callback_rate", wire="callbackRate", told="callback_rate", kind="dec"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"),
                ),
                Param(
                    name="good_till_date_ms",
                    wire="goodTillDate",
                    told="good_till_date",
                    kind="time",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="RESULT",
                    allowed=("ACK", "RESULT"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/New-Algo-Order",
        ),
        "get_algo_order": Operation(
            name="get_algo_order",
            title="One conditional order of futures",
            paths={"usdm": ("GET", "/fapi/v1/algoOrder"), "coinm": ("GET", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Query-Algo-Order",
        ),
        "cancel_algo_order": Operation(
            name="cancel_algo_order",
            title="Cancel a conditional order of futures",
            paths={"usdm": ("DELETE", "/fapi/v1/algoOrder"), "coinm": ("DELETE", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Cancel-Algo-Order",
        ),
        "get_open_algo_orders": Operation(
            name="get_open_algo_orders",
            title="Conditional orders of futures that wait",
            paths={"usdm": ("GET", "/fapi/v1/openAlgoOrders"), "coinm": ("GET", "/dapi/v1/openAlgoOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="algo_type", wire="algoType", told="algo_type", allowed=("CONDITIONAL",)),
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
            ),
            auth="signed",
            private=True,
            weights={
                "usdm": (("usdm_weight", _get_open_algo_orders_usdm_weight),),
                "coinm": (("coinm_weight", _get_open_algo_orders_coinm_weight),),
            },
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Current-All-Algo-Open-Orders",
        ),
        "get_all_algo_orders": Operation(
            name="get_all_algo_orders",
            title="Conditional orders of the past, by contract",
            paths={"usdm": ("GET", "/fapi/v1/allAlgoOrders"), "coinm": ("GET", "/dapi/v1/allAlgoOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="page", wire="page", told="page", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 5),)},
            page=Page(
                kind="time",
                next=lambda message: message.create_time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.create_time_ms,
            ),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Query-All-Algo-Orders",
        ),
        "cancel_all_algo_orders": Operation(
            name="cancel_all_algo_orders",
            title="Cancel the conditional orders of a contract",
            paths={
                "usdm": ("DELETE", "/fapi/v1/algoOpenOrders"),
                "coinm": ("DELETE", "/dapi/v1/algoOpenOrders"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Cancel-All-Algo-Open-Orders",
        ),
        "cancel_all_futures_orders": Operation(
            name="cancel_all_futures_orders",
            title="Cancel the plain orders of a contract",
            paths={
                "usdm": ("DELETE", "/fapi/v1/allOpenOrders"),
                "coinm": ("DELETE", "/dapi/v1/allOpenOrders"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Cancel-All-Open-Orders",
        ),
        "cancel_all_spot_orders": Operation(
            name="cancel_all_spot_orders",
            title="Cancel the orders of a spot symbol, order lists too",
            paths={
                "spot": ("DELETE", "/api/v3/openOrders"),
                "margin": ("DELETE", "/sapi/v1/margin/openOrders"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1),), "margin": (("margin_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-all-open-orders-on-a-symbol-trade",
        ),
        "create_listen_key": Operation(
            name="create_listen_key",
            title="A key for the stream of a futures account",
            paths={"usdm": ("POST", "/fapi/v1/listenKey"), "coinm": ("POST", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Start-User-Data-Stream",
        ),
        "keep_listen_key": Operation(
            name="keep_listen_key",
            title="Keep the key of a stream alive for another hour",
            paths={"usdm": ("PUT", "/fapi/v1/listenKey"), "coinm": ("PUT", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Keepalive-User-Data-Stream",
        ),
        "close_listen_key": Operation(
            name="close_listen_key",
            title="Void the key of a stream",
            paths={"usdm": ("DELETE", "/fapi/v1/listenKey"), "coinm": ("DELETE", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Close-User-Data-Stream",
        ),
        "create_listen_token": Operation(
            name="create_listen_token",
            title="A token for the stream of a margin account",
            paths={"margin": ("POST", "/sapi/v1/userListenToken")},
            servers={"margin": "margin"},
            auth="signed",
            private=True,
            weights={"margin": (("margin_weight", 1),)},
            doc="https://developers.binance.com/docs/margin_trading/trade-data-stream",
        ),
        "get_ticker_24hr": Operation(
            name="get_ticker_24hr",
            title="Spot statistics of the last 24 hours",
            paths={"spot": ("GET", "/api/v3/ticker/24hr")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
            ),
            weights={"spot": (("spot_weight", _get_ticker_24hr_spot_weight),)},
            gives=("BinanceTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics",
        ),
        "get_futures_ticker_24hr": Operation(
            name="get_futures_ticker_24hr",
            title="Futures statistics of the last 24 hours",
            paths={"usdm": ("GET", "/fapi/v1/ticker/24hr"), "coinm": ("GET", "/dapi/v1/ticker/24hr")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "usdm": (("usdm_weight", _get_futures_ticker_24hr_usdm_weight),),
                "coinm": (("coinm_weight", _get_futures_ticker_24hr_coinm_weight),),
            },
            gives=("BinanceFuturesTicker",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/24hr-Ticker-Price-Change-Statistics",
        ),
        "get_ticker_price": Operation(
            name="get_ticker_price",
            title="Last price",
            paths={
                "spot": ("GET", "/api/v3/ticker/price"),
                "usdm": ("GET", "/fapi/v1/ticker/price"),
                "coinm": ("GET", "/dapi/v1/ticker/price"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols", products=("spot",)),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "spot": (("spot_weight", _get_ticker_price_spot_weight),),
                "usdm": (("usdm_weight", _get_ticker_price_usdm_weight),),
                "coinm": (("coinm_weight", _get_ticker_price_coinm_weight),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-price-ticker",
        ),
        "get_avg_price": Operation(
            name="get_avg_price",
            title="Average price of the last minutes",
            paths={"spot": ("GET", "/api/v3/avgPrice")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"spot": (("spot_weight", 2),)},
            gives=("BinanceAveragePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-average-price",
        ),
        "get_window_ticker": Operation(
            name="get_window_ticker",
            title="Spot statistics of a window",
            paths={"spot": ("GET", "/api/v3/ticker")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="window_size", wire="windowSize", told="window_size"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
            ),
            weights={"spot": (("spot_weight", 4),)},
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics",
        ),
        "get_trading_day_ticker": Operation(
            name="get_trading_day_ticker",
            title="Spot statistics of the trading day",
            paths={"spot": ("GET", "/api/v3/ticker/tradingDay")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="time_zone", wire="timeZone", told="time_zone"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
            ),
            weights={"spot": (("spot_weight", 4),)},
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#trading-day-ticker",
        ),
        "get_reference_price": Operation(
            name="get_reference_price",
            title="Reference price",
            paths={"spot": ("GET", "/api/v3/referencePrice")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"spot": (("spot_weight", 2),)},
            gives=("BinanceReferencePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-reference-price",
        ),
        "get_trades": Operation(
            name="get_trades",
            title="Recent trades",
            paths={
                "spot": ("GET", "/api/v3/trades"),
                "usdm": ("GET", "/fapi/v1/trades"),
                "coinm": ("GET", "/dapi/v1/trades"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 25),),
                "usdm": (("usdm_weight", 5),),
                "coinm": (("coinm_weight", 5),),
            },
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#recent-trades-list",
        ),
        "get_historical_trades": Operation(
            name="get_historical_trades",
            title="Older spot trades",
            paths={"spot": ("GET", "/api/v3/historicalTrades")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 25),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=1000,
            ),
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#old-trade-lookup",
        ),
        "get_futures_historical_trades": Operation(
            name="get_futures_historical_trades",
            title="Older futures trades",
            paths={
                "usdm": ("GET", "/fapi/v1/historicalTrades"),
                "coinm": ("GET", "/dapi/v1/historicalTrades"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500, fills="limit"),
            ),
            auth="key",
            weights={"usdm": (("usdm_weight", 200),), "coinm": (("coinm_weight", 200),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=500,
            ),
            gives=("TradeTick",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Old-Trades-Lookup",
        ),
        "get_agg_trades": Operation(
            name="get_agg_trades",
            title="Aggregate trades",
            paths={
                "spot": ("GET", "/api/v3/aggTrades"),
                "usdm": ("GET", "/fapi/v1/aggTrades"),
                "coinm": ("GET", "/dapi/v1/aggTrades"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 4),),
                "usdm": (("usdm_weight", 20),),
                "coinm": (("coinm_weight", 20),),
            },
            page=Page(
                kind="id",
                next=lambda message: message.aggregate_id,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                from_="from_id",
                limit="limit",
                most=1000,
                time=lambda message: message.trade_time_ms,
            ),
            gives=("TradeTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#compressedaggregate-trades-list",
        ),
        "get_historical_block_trades": Operation(
            name="get_historical_block_trades",
            title="Trades that were agreed outside of the book",
            paths={"spot": ("GET", "/api/v3/historicalBlockTrades")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int", required=True),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 25),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=1000,
            ),
            gives=("BinanceBlockTrade",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#historical-block-trades",
        ),
    },
    channels={
        "server_shutdown": Channel(
            name="server_shutdown",
            connection="stream",
            title="The server is about to close the connection",
            products=("spot",),
            topic=lambda v: "!serverShutdown",
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#server-shutdown",
        ),
        "kline": Channel(
            name="kline",
            connection="stream",
            title="Bars",
            products=("spot", "usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@kline_{v['interval']}",
            address={"tier": "market"},
            gives=("Bar", "BinanceBar"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#klinecandlestick-streams-for-utc",
        ),
        "continuous_kline": Channel(
            name="continuous_kline",
            connection="stream",
            title="Bars of the current, next or perpetual contract of a pair",
            products=("usdm", "coinm"),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contract_type",
                    told="contract_type",
                    required=True,
                    allowed=("PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"),
                ),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"{v['pair'].lower()}_{v['contract_type'].lower()}@continuousKline_{v['interval']}",
            address={"tier": "market"},
            gives=("BinanceContinuousBar",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Continuous-Contract-Kline-Candlestick-Streams",
        ),
        "mark_price_kline": Channel(
            name="mark_price_kline",
            connection="stream",
            title="Bars of the mark price",
            products=("coinm",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@markPriceKline_{v['interval']}",
            gives=("Bar",),
            prices=("MARK",),
            doc="https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Mark-Price-Kline-Candlestick-Streams",
        ),
        "index_price_kline": Channel(
            name="index_price_kline",
            connection="stream",
            title="Bars of the index price of a pair",
            products=("coinm",),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"{v['pair'].lower()}@indexPriceKline_{v['interval']}",
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Index-Kline-Candlestick-Streams",
        ),
        "depth": Channel(
            name="depth",
            connection="stream",
            title="Changes of the order book",
            products=("spot", "usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@0ms", "@100ms", "@250ms", "@500ms", "@1000ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['speed']}",
            address={"tier": "public"},
            gives=("OrderBookDeltas",),
            prefer=1,
            stale_after_ns=60_000_000_000,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#how-to-manage-a-local-order-book-correctly",
        ),
        "partial_depth": Channel(
            name="partial_depth",
            connection="stream",
            title="The best 5, 10 or 20 spot levels",
            products=("spot",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="levels", wire="levels", told="levels", kind="int", default=10, allowed=(5, 10, 20)
                ),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@100ms", "@1000ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['levels']}{v['speed']}",
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#partial-book-depth-streams",
        ),
        "futures_partial_depth": Channel(
            name="futures_partial_depth",
            connection="stream",
            title="The best 5, 10 or 20 futures levels",
            products=("usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="levels", wire="levels", told="levels", kind="int", default=10, allowed=(5, 10, 20)
                ),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@100ms", "@250ms", "@500ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['levels']}{v['speed']}",
            address={"tier": "public"},
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Partial-Book-Depth-Streams",
        ),
        "book_ticker": Channel(
            name="book_ticker",
            connection="stream",
            title="Best bid and offer",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@bookTicker",
            address={"tier": "public"},
            gives=("QuoteTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-book-ticker-streams",
        ),
        "all_book_tickers": Channel(
            name="all_book_tickers",
            connection="stream",
            title="Best bid and offer of every contract",
            products=("usdm", "coinm"),
            topic=lambda v: "!bookTicker",
            address={"tier": "public"},
            gives=("QuoteTick",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Book-Tickers-Stream",
        ),
        "mark_price": Channel(
            name="mark_price",
            connection="stream",
            title="Mark price, index price and funding",
            products=("usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@markPrice{v['speed']}",
            address={"tier": "market"},
            gives=(
                "MarkPriceUpdate",
                "IndexPriceUpdate",
                "FundingRateUpdate",
                "BinanceFuturesMarkPriceUpdate",
            ),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream",
        ),
        "all_mark_prices": Channel(
            name="all_mark_prices",
            connection="stream",
            title="Mark price, index price and funding of every contract",
            products=("usdm", "coinm"),
            params=(Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),),
            topic=lambda v: f"!markPrice@arr{v['speed']}",
            address={"tier": "market"},
            gives=(
                "MarkPriceUpdate",
                "IndexPriceUpdate",
                "FundingRateUpdate",
                "BinanceFuturesMarkPriceUpdate",
            ),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream-for-All-market",
        ),
        "index_price": Channel(
            name="index_price",
            connection="stream",
            title="Index price of a pair",
            products=("coinm",),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),
            ),
            topic=lambda v: f"{v['pair'].lower()}@indexPrice{v['speed']}",
            gives=("IndexPriceUpdate",),
            doc="https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Index-Price-Stream",
        ),
        "force_order": Channel(
            name="force_order",
            connection="stream",
            title="Liquidations",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@forceOrder",
            address={"tier": "market"},
            gives=("BinanceFuturesLiquidation",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Liquidation-Order-Streams",
        ),
        "all_force_orders": Channel(
            name="all_force_orders",
            connection="stream",
            title="Liquidations of every contract",
            products=("usdm", "coinm"),
            topic=lambda v: "!forceOrder@arr",
            address={"tier": "market"},
            gives=("BinanceFuturesLiquidation",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Market-Liquidation-Order-Streams",
        ),
        "contract_info": Channel(
            name="contract_info",
            connection="stream",
            title="Listings, settlements and leverage brackets of contracts",
            products=("usdm", "coinm"),
            topic=lambda v: "!contractInfo",
            address={"tier": "market"},
            gives=("InstrumentStatus", "BinanceFuturesContractInfo"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Contract-Info-Stream",
        ),
        "order_update": Channel(
            name="order_update",
            connection="user_futures",
            title="Futures orders and their fills",
            products=("usdm", "coinm"),
            topic=lambda v: "ORDER_TRADE_UPDATE",
            gives=("OrderStatusReport", "FillReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Order-Update",
        ),
        "algo_update": Channel(
            name="algo_update",
            connection="user_futures",
            title="Conditional futures orders",
            products=("usdm", "coinm"),
            topic=lambda v: "ALGO_UPDATE",
            gives=("OrderAccepted", "OrderTriggered", "OrderStatusReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Algo-Order-Update",
        ),
        "trade_lite": Channel(
            name="trade_lite",
            connection="user_futures",
            title="Futures fills, earlier and without fees",
            products=("usdm",),
            topic=lambda v: "TRADE_LITE",
            gives=("FillReport",),
            prefer=-1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Trade-Lite",
        ),
        "account_update": Channel(
            name="account_update",
            connection="user_futures",
            title="Balances and positions of futures that changed",
            products=("usdm", "coinm"),
            topic=lambda v: "ACCOUNT_UPDATE",
            gives=("AccountState", "PositionStatusReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update",
        ),
        "margin_call": Channel(
            name="margin_call",
            connection="user_futures",
            title="The margin of positions is too low",
            products=("usdm", "coinm"),
            topic=lambda v: "MARGIN_CALL",
            gives=("BinanceFuturesMarginCall",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call",
        ),
        "account_config": Channel(
            name="account_config",
            connection="user_futures",
            title="Leverage of a contract was changed",
            products=("usdm", "coinm"),
            topic=lambda v: "ACCOUNT_CONFIG_UPDATE",
            gives=("BinanceFuturesAccountConfig",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update",
        ),
        "trigger_rejected": Channel(
            name="trigger_rejected",
            connection="user_futures",
            title="A conditional order was triggered and then refused",
            products=("usdm", "coinm"),
            topic=lambda v: "CONDITIONAL_ORDER_TRIGGER_REJECT",
            gives=("BinanceFuturesTriggerRejected",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Conditional-Order-Trigger-Reject",
        ),
        "execution_report": Channel(
            name="execution_report",
            connection="user_spot",
            title="Spot and margin orders and their fills",
            products=("spot", "margin"),
            topic=lambda v: "executionReport",
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update",
        ),
        "account_position": Channel(
            name="account_position",
            connection="user_spot",
            title="Balances of spot and margin that may have changed",
            products=("spot", "margin"),
            topic=lambda v: "outboundAccountPosition",
            gives=("AccountState",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update",
        ),
        "balance_update": Channel(
            name="balance_update",
            connection="user_spot",
            title="Deposits, withdrawals and transfers",
            products=("spot", "margin"),
            topic=lambda v: "balanceUpdate",
            gives=("BinanceBalanceUpdate",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update",
        ),
        "list_status": Channel(
            name="list_status",
            connection="user_spot",
            title="Lists of orders",
            products=("spot", "margin"),
            topic=lambda v: "listStatus",
            gives=("BinanceOrderList",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#list-status",
        ),
        "ticker": Channel(
            name="ticker",
            connection="stream",
            title="Spot statistics of the last 24 hours",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@ticker",
            gives=("BinanceTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-ticker-streams",
        ),
        "futures_ticker": Channel(
            name="futures_ticker",
            connection="stream",
            title="Futures statistics of the last 24 hours",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@ticker",
            address={"tier": "market"},
            gives=("BinanceFuturesTicker",),
            prefer=1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Individual-Symbol-Ticker-Streams",
        ),
        "all_tickers": Channel(
            name="all_tickers",
            connection="stream",
            title="Statistics of the last 24 hours of every contract that changed",
            products=("usdm", "coinm"),
            topic=lambda v: "!ticker@arr",
            address={"tier": "market"},
            gives=("BinanceFuturesTicker",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Market-Tickers-Streams",
        ),
        "mini_ticker": Channel(
            name="mini_ticker",
            connection="stream",
            title="Short statistics of the last 24 hours",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@miniTicker",
            address={"tier": "market"},
            gives=("BinanceMiniTicker",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-mini-ticker-stream",
        ),
        "all_mini_tickers": Channel(
            name="all_mini_tickers",
            connection="stream",
            title="Short statistics of the last 24 hours of every symbol that changed",
            products=("spot", "usdm", "coinm"),
            topic=lambda v: "!miniTicker@arr",
            address={"tier": "market"},
            gives=("BinanceMiniTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-mini-tickers-stream",
        ),
        "avg_price": Channel(
            name="avg_price",
            connection="stream",
            title="Average price of the last minutes",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@avgPrice",
            gives=("BinanceAveragePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#average-price",
        ),
        "window_ticker": Channel(
            name="window_ticker",
            connection="stream",
            title="Spot statistics of a window",
            products=("spot",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="window", wire="window", told="window", required=True, allowed=("1h", "4h", "1d")),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@ticker_{v['window']}",
            gives=("BinanceWindowTicker",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-rolling-window-statistics-streams",
        ),
        "all_window_tickers": Channel(
            name="all_window_tickers",
            connection="stream",
            title="Spot statistics of a window of every symbol that changed",
            products=("spot",),
            params=(
                Param(name="window", wire="window", told="window", required=True, allowed=("1h", "4h", "1d")),
            ),
            topic=lambda v: f"!ticker_{v['window']}@arr",
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-rolling-window-statistics-streams",
        ),
        "reference_price": Channel(
            name="reference_price",
            connection="stream",
            title="Reference price",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@referencePrice",
            gives=("BinanceReferencePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#reference-price-streams",
        ),
        "trade": Channel(
            name="trade",
            connection="stream",
            title="Spot trades",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@trade",
            gives=("TradeTick",),
            prefer=2,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams",
        ),
        "futures_trade": Channel(
            name="futures_trade",
            connection="stream",
            title="Futures trades, not aggregated",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@trade",
            address={"tier": "public"},
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams",
        ),
        "agg_trade": Channel(
            name="agg_trade",
            connection="stream",
            title="Aggregate trades",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@aggTrade",
            address={"tier": "market"},
            gives=("TradeTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#aggregate-trade-streams",
        ),
        "block_trade": Channel(
            name="block_trade",
            connection="stream",
            title="Trades that were agreed outside of the book",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@blockTrade",
            gives=("BinanceBlockTrade",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "usdm", "coinm"),
            frame={"method": "SUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            unsubscribe={"method": "UNSUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            batch=100,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
                max_subscriptions=200,
                sends_per_second=5,
            ),
        ),
        "user_futures": Stream(
            name="user_futures",
            source="ws",
            transport="websocket",
            products=("usdm", "coinm"),
            login="listen_key",
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "user_spot": Stream(
            name="user_spot",
            source="ws",
            transport="websocket",
            products=("spot",),
            ack_timeout_ns=10_000_000_000,
            login="logon",
            login_frame={
                "id": Slot("id"),
                "method": "userDataStream.subscribe.signature",
                "params": {
                    "apiKey": lambda v: f"{v['api_key']}",
                    "timestamp": Slot("timestamp_ms"),
                    "signature": lambda v: f"{v['signature']}",
                },
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=300_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "user_margin": Stream(
            name="user_margin",
            source="ws",
            transport="websocket",
            products=("margin",),
            ack_timeout_ns=10_000_000_000,
            login="listen_token",
            login_frame={
                "id": Slot("id"),
                "method": "userDataStream.subscribe.listenToken",
                "params": {"listenToken": lambda v: f"{v['session_token']}"},
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=300_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
            channels_of="user_spot",
        ),
        "orders": Stream(
            name="orders",
            source="ws:orders",
            transport="websocket",
            products=("spot", "usdm", "coinm"),
            requests=Asking(
                frame={"id": Slot("id"), "method": Slot("call"), "params": Slot("params")},
                has=("id", "status"),
                id="id",
                body=("result", "error"),
                status="status",
                timeout_ns=10_000_000_000,
                auth="in_frame",
            ),
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
    },
    catalogs={
        "spot": ("get_spot_exchange_info", {}),
        "margin": ("get_spot_exchange_info", {}),
        "usdm": ("get_usdm_exchange_info", {}),
        "coinm": ("get_coinm_exchange_info", {}),
    },
    clocks={
        "spot": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "margin": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "usdm": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "coinm": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
    },
    refusals=(
        Refusal("request_funding_rates", ("spot",), "Spot has no funding.", "usdm and coinm"),
        Refusal("request_mark_prices", ("spot",), "Spot has no mark price.", "usdm and coinm"),
        Refusal("request_index_prices", ("spot",), "Spot has no index price.", "usdm and coinm"),
    ),
)
