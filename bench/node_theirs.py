"""NautilusTrader's own clients for one venue of the comparison, pointed at the same addresses."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from nautilus_trader.config import InstrumentProviderConfig
from nautilus_trader.core import nautilus_pyo3

_KEYS: dict[str, Any] = {"api_key": "simulated", "api_secret": "simulated"}


class Clients(NamedTuple):
    """What a node needs to know of a venue; `execution` is None where it does not trade."""

    name: str
    data: Any
    execution: Any
    data_factory: Any
    execution_factory: Any


def _binance(hosts: dict[str, str], provider: Any, over: str) -> Clients:
    from nautilus_trader.adapters.binance.common.enums import BinanceAccountType
    from nautilus_trader.adapters.binance.config import BinanceDataClientConfig, BinanceExecClientConfig
    from nautilus_trader.adapters.binance.factories import (
        BinanceLiveDataClientFactory,
        BinanceLiveExecClientFactory,
    )

    said: dict[str, Any] = {
        **_KEYS,
        "account_type": BinanceAccountType.USDT_FUTURES,
        "base_url_http": hosts["https://fapi.binance.com"],
        "base_url_ws": hosts["wss://fstream.binance.com"],
        "instrument_provider": provider,
    }
    return Clients(
        "BINANCE",
        BinanceDataClientConfig(**said),
        BinanceExecClientConfig(**said),
        BinanceLiveDataClientFactory,
        BinanceLiveExecClientFactory,
    )


def _bybit(hosts: dict[str, str], provider: Any, over: str) -> Clients:
    factories: Any = import_module("nautilus_trader.adapters.bybit.factories")
    from nautilus_trader.adapters.bybit.common.enums import BybitProductType
    from nautilus_trader.adapters.bybit.config import BybitDataClientConfig, BybitExecClientConfig

    stream = hosts["wss://stream.bybit.com"]
    # The address of the public stream is no setting in this release.
    factories.get_ws_base_url_public = lambda **said: f"{stream}/v5/public/linear"
    said: dict[str, Any] = {
        **_KEYS,
        "product_types": [BybitProductType.LINEAR],
        "base_url_http": hosts["https://api.bybit.com"],
        "instrument_provider": provider,
    }
    return Clients(
        "BYBIT",
        BybitDataClientConfig(**said),
        BybitExecClientConfig(
            **said,
            base_url_ws_private=f"{stream}/v5/private",
            base_url_ws_trade=f"{stream}/v5/trade",
            use_ws_trade_api=over == "ws",
        ),
        factories.BybitLiveDataClientFactory,
        factories.BybitLiveExecClientFactory,
    )


def _okx(hosts: dict[str, str], provider: Any, over: str) -> Clients:
    from nautilus_trader.adapters.okx.config import OKXDataClientConfig, OKXExecClientConfig
    from nautilus_trader.adapters.okx.factories import OKXLiveDataClientFactory, OKXLiveExecClientFactory

    stream = next(local for host, local in hosts.items() if host.startswith("wss://ws.okx.com"))
    for name in ("OKX_API_KEY", "OKX_API_SECRET", "OKX_API_PASSPHRASE"):
        os.environ.setdefault(name, "simulated")  # where the data client of this release looks for them
    # The address of the second stream is no setting in this release.
    nautilus_pyo3.get_okx_ws_url_business = lambda is_demo: f"{stream}/ws/v5/business"
    said: dict[str, Any] = {
        **_KEYS,
        "api_passphrase": "simulated",
        "instrument_types": (nautilus_pyo3.OKXInstrumentType.SWAP,),
        "contract_types": (nautilus_pyo3.OKXContractType.LINEAR,),
        "base_url_http": hosts["https://www.okx.com"],
        "instrument_provider": provider,
    }
    return Clients(
        "OKX",
        OKXDataClientConfig(**said, base_url_ws=f"{stream}/ws/v5/public"),
        OKXExecClientConfig(
            **said,
            margin_mode=nautilus_pyo3.OKXMarginMode.CROSS,
            base_url_ws=f"{stream}/ws/v5/private",
        ),
        OKXLiveDataClientFactory,
        OKXLiveExecClientFactory,
    )


def _bitmex(hosts: dict[str, str], provider: Any, over: str) -> Clients:
    from nautilus_trader.adapters.bitmex.config import BitmexDataClientConfig, BitmexExecClientConfig
    from nautilus_trader.adapters.bitmex.factories import (
        BitmexLiveDataClientFactory,
        BitmexLiveExecClientFactory,
    )

    said: dict[str, Any] = {
        **_KEYS,
        "base_url_http": f"{hosts['https://www.bitmex.com']}/api/v1",
        "base_url_ws": f"{hosts['wss://ws.bitmex.com']}/realtime",
        "instrument_provider": provider,
    }
    return Clients(
        "BITMEX",
        BitmexDataClientConfig(**said),
        BitmexExecClientConfig(**said),
        BitmexLiveDataClientFactory,
        BitmexLiveExecClientFactory,
    )


_MADE: dict[str, Callable[[dict[str, str], Any, str], Clients]] = {
    "BINANCE": _binance,
    "BYBIT": _bybit,
    "OKX": _okx,
    "BITMEX": _bitmex,
}


def clients(venue: str, settings: dict[str, Any]) -> Clients:
    made = _MADE[venue](settings["hosts"], InstrumentProviderConfig(load_all=True), settings["over"])
    return made if settings["trades_orders"] else made._replace(execution=None)
