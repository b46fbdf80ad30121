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
    products: tuple[str, ...] = ()
    """What is simulated for it; every product where nothing is said."""


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
        "ccxt and ccxt.pro",
        "bitmex",
        "ccxt-bitmex",  # the last versions that know the venue
        "ccxt_client",
        {"perpetual": "BTC/USD:BTC", "linear": "ETH/USDT:USDT"},
        {"apiKey": "simulated", "secret": "simulated"},
        {
            "spot": "counts sizes in units of a list of currencies, /wallet/assets, which no simulated venue has"
        },
        ("perpetual",),
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
    Peer(
        "NautilusTrader 1.221.0",
        "bybit",
        "nautilus",
        "nautilus_client",
        {"spot": "BTCUSDT-SPOT.BYBIT", "linear": "BTCUSDT-LINEAR.BYBIT", "inverse": "BTCUSD-INVERSE.BYBIT"},
        {"key": "simulated", "secret": "simulated"},
        {
            "orders over HTTP": "sends none: its builders refuse each call first (`is_leverage` must be initialized, "
            "`order_link_id` must be initialized)",
            "order reports": "asks for none, for the same reason (`base_coin` must be initialized)",
        },
    ),
    Peer(
        "NautilusTrader 1.221.0",
        "okx",
        "nautilus",
        "nautilus_client",
        {"spot": "BTC-USDT.OKX", "swap": "BTC-USDT-SWAP.OKX"},
        {"key": "simulated", "secret": "simulated", "passphrase": "simulated"},
    ),
    Peer(
        "NautilusTrader 1.221.0",
        "bitmex",
        "nautilus",
        "nautilus_client",
        {"spot": "XBT_USDT.BITMEX", "perpetual": "XBTUSD.BITMEX", "linear": "ETHUSDT.BITMEX"},
        {"key": "simulated", "secret": "simulated"},
        {"spreads": "refuses a whole listing for one of their kind, `FFMCSX`, so none is simulated for it"},
        ("spot", "perpetual"),
    ),
)
