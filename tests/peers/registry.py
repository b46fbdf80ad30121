"""The peers: which client speaks to which venue, by which names it knows the instruments, and what can't be pointed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Peer:
    """One client against one venue; `symbols` are product -> instrument as the client calls it.

    `lock` pins its environment, of its own; `unpointable` says what of it has its addresses fixed in its code.
    """

    name: str
    venue: str
    lock: str
    script: str
    symbols: Mapping[str, str]
    credentials: Mapping[str, str] = field(default_factory=dict)
    unpointable: Mapping[str, str] = field(default_factory=dict)


PEERS = (
    Peer(
        "ccxt and ccxt.pro",
        "binance",
        "ccxt",
        "ccxt_client",
        {"spot": "BTC/USDT", "usdm": "BTC/USDT:USDT", "coinm": "BTC/USD:BTC"},
        {"apiKey": "simulated", "secret": "simulated"},
    ),
    Peer(
        "binance-connector",
        "binance",
        "binance-connector",
        "binance_connector",
        {"spot": "BTCUSDT", "usdm": "BTCUSDT", "coinm": "BTCUSD_PERP"},
        {"key": "simulated", "secret": "simulated"},
    ),
    Peer(
        "ccxt and ccxt.pro",
        "bybit",
        "ccxt",
        "ccxt_client",
        {"spot": "BTC/USDT", "linear": "BTC/USDT:USDT", "inverse": "BTC/USD:BTC"},
        {"apiKey": "simulated", "secret": "simulated"},
    ),
    Peer(
        "pybit",
        "bybit",
        "pybit",
        "pybit_client",
        {"spot": "BTCUSDT", "linear": "BTCUSDT", "inverse": "BTCUSD"},
        {"key": "simulated", "secret": "simulated"},
    ),
    Peer(
        "ccxt and ccxt.pro",
        "okx",
        "ccxt",
        "ccxt_client",
        {"spot": "BTC/USDT", "swap": "BTC/USDT:USDT"},
        {"apiKey": "simulated", "secret": "simulated", "password": "simulated"},
    ),
    Peer(
        "python-okx",
        "okx",
        "python-okx",
        "okx_client",
        {"spot": "BTC-USDT", "swap": "BTC-USDT-SWAP"},
        {"key": "simulated", "secret": "simulated", "passphrase": "simulated"},
    ),
    Peer(
        "betfairlightweight",
        "betfair",
        "betfairlightweight",
        "betfair_client",
        {"win": "1.250000001", "handicap": "1.180737206"},
        {"username": "simulated", "password": "simulated", "app_key": "simulated"},
        {"orders": "bets can't be placed on the simulated venue"},
    ),
)
