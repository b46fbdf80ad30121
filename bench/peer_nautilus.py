"""NautilusTrader's own Python adapters on bare bytes: its handlers and decoders, with a list instead of its message bus."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from betfair_parser.spec.streaming import stream_decode
from msgspec.json import Decoder
from nautilus_trader.adapters.betfair.parsing.core import BetfairParser
from nautilus_trader.adapters.binance.common.enums import BinanceAccountType
from nautilus_trader.adapters.binance.common.schemas.market import (
    BinanceAggregatedTradeMsg,
    BinanceCandlestickMsg,
    BinanceDataMsgWrapper,
    BinanceOrderBookMsg,
    BinanceQuoteMsg,
)
from nautilus_trader.adapters.binance.data import BinanceCommonDataClient as Common
from nautilus_trader.adapters.binance.futures.data import BinanceFuturesDataClient as Futures
from nautilus_trader.adapters.binance.futures.enums import BinanceFuturesEnumParser
from nautilus_trader.adapters.binance.futures.schemas.market import BinanceFuturesTradeMsg
from nautilus_trader.adapters.databento.loaders import DatabentoDataLoader
from nautilus_trader.common.component import LiveClock
from nautilus_trader.model.identifiers import Venue

from bench.timing import Feed


class Client:
    """The part of the peer's data client that its handlers touch; they are called unbound, with this in place of `self`."""

    def __init__(self) -> None:
        self.venue = Venue("BINANCE")
        self._binance_account_type = BinanceAccountType.USDT_FUTURES
        self._enum_parser = BinanceFuturesEnumParser()
        self._clock = LiveClock()
        self._log = self
        self._instrument_ids: dict[str, object] = {}
        self._book_buffer: dict[object, list[object]] = {}
        self._decoder_data_msg_wrapper = Decoder(BinanceDataMsgWrapper)
        self._decoder_order_book_msg = Decoder(BinanceOrderBookMsg)
        self._decoder_quote_msg = Decoder(BinanceQuoteMsg)
        self._decoder_candlestick_msg = Decoder(BinanceCandlestickMsg)
        self._decoder_agg_trade_msg = Decoder(BinanceAggregatedTradeMsg)
        self._decoder_futures_trade_msg = Decoder(BinanceFuturesTradeMsg)
        self._ws_handlers = {
            "@bookTicker": self.bound(Common._handle_book_ticker),
            "@ticker": self.bound(Common._handle_ticker),
            "@kline": self.bound(Common._handle_kline),
            "@trade": self.bound(Futures._handle_trade),
            "@aggTrade": self.bound(Common._handle_agg_trade),
            "@depth@": self.bound(Common._handle_book_diff_update),
            "@depth5": self.bound(Futures._handle_book_partial_update),
            "@depth10": self.bound(Futures._handle_book_partial_update),
            "@depth20": self.bound(Futures._handle_book_partial_update),
            "@markPrice": self.bound(Futures._handle_mark_price),
        }
        self._get_cached_instrument_id = self.bound(Common._get_cached_instrument_id)
        self.last: object = None

    def bound(self, method: Any) -> Callable[[Any], Any]:
        return lambda argument: method(self, argument)

    def feed(self, raw: bytes) -> object:
        handle: Any = Common._handle_ws_message  # unbound: this client only looks like one of its own
        handle(self, raw)
        return self.last

    def _handle_data(self, data: object) -> None:
        self.last = data

    def exception(self, message: str, error: BaseException) -> NoReturn:
        raise RuntimeError(message) from error

    error = exception


def stream() -> Feed:
    return Client().feed


def market_changes() -> Feed:
    parser = BetfairParser(currency="GBP")
    return lambda raw: parser.parse(stream_decode(raw))


def makers(folder: Path) -> dict[str, Callable[[], Feed]]:
    loader = DatabentoDataLoader()
    file = folder / "dbn trades.dbn.zst"  # the peer reads compressed files only

    def dbn_file() -> Feed:
        return lambda _: loader.from_dbn_file(file)

    names = ("trade", "aggTrade", "bookTicker", "depth", "kline")
    return {**dict.fromkeys(names, stream), "mcm": market_changes, "dbn trades": dbn_file}
