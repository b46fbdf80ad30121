"""What only a simulation of the venue elm has to know. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form
from dragoman.simulate.images.facts import Simulated, Tree, Understood

from dragoman_venues.elm.books import Books, Runner

SIMULATED = Simulated(
    trees={
        "books": Tree(
            payload=Books,
            connection="stream",
            parents="markets",
            children="runners",
            image=("full", (True, False)),
            ladders=(
                ("bid_rows", "BUY", "price"),
                ("ask_rows", "SELL", "price"),
                ("best_rows", "BUY", "level"),
            ),
            totals=("sold_rows",),
            numbers=True,
            tokens={"first": "first_token", "last": "last_token"},
            time="at_ms",
            keys={
                "instrument.0": "markets[].market",
                "instrument.1": "markets[].runners[].runner",
                "instrument.2": "markets[].runners[].line",
            },
        )
    },
    understood={"stream": Understood()},
    forms={
        Books: {"at_ms": Form("time", 1_000_000)},
        Runner: {"line": Form("number")},
    },
)
