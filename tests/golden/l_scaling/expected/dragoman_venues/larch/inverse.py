"""Events of the venue larch back to its payloads. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Fit, Fitted, Inverse, Made, Source

from dragoman_venues.larch.units import Balance, Book, GetInstrumentsResponse, Trades

INVERSE = Inverse(
    channels={
        "trades": Source(
            Trades,
            (
                Made(
                    "TradeTick",
                    {"price": "ticks", "size": "contracts", "trade_id": "id", "instrument": "symbol"},
                ),
                Made("MarkPriceUpdate", {"value": "old", "instrument": "symbol"}),
            ),
            rows="rows",
        ),
        "book": Source(
            Book,
            (
                Made(
                    "OrderBookDeltas",
                    {"bids": "bids", "asks": "asks", "instrument": "symbol"},
                    {"is_snapshot": True},
                ),
            ),
        ),
        "balance": Source(
            Balance, (Made("AccountState", {"balances": "wallets"}, {"account_type": "MARGIN"}),)
        ),
    },
    calls={
        "get_instruments": Source(
            GetInstrumentsResponse,
            (
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": "base",
                        "price_increment": "tick",
                        "size_increment": "lot",
                        "multiplier": "value",
                        "info.factor": "factor",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
    },
    forms={},
    replies={},
    sequences={},
    fits={
        "balance": Fit(
            Balance,
            (
                Fitted(
                    "AccountState",
                    "",
                    {
                        "balances": ("wallets[].",),
                        "balances.currency": ("wallets[].currency",),
                        "balances.total": ("wallets[].amount",),
                        "balances.locked": ("wallets[].locked",),
                        "balances.free": ("wallets[].amount", "wallets[].locked"),
                    },
                ),
            ),
            tries={"wallets[].amount": (0,), "wallets[].locked": (0,)},
        ),
    },
    examples={"swap": ("FIRUSD.LARCH",)},
    closed={},
)
