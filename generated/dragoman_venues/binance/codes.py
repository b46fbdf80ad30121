"""Texts of binance that stand for others. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.translate.functions import from_base, iso, to_base


def client_id(value: str) -> str:
    """A client order id, unpacked where NautilusTrader packed it behind its broker prefix."""
    if not (value.startswith(("x-TD67BGP9-", "x-aHRE4BCj-"))):
        return value
    form = value[11:12]
    body = value[12:]
    number = next(
        (
            got
            for got in (from_base(body, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),)
            if got is not None
        ),
        -1,
    )
    moment = iso((1_577_836_800 + number // 1_099_511_627_776 % 4_294_967_296) * 1_000_000_000, 0)
    day = moment.partition("T")[0].replace("-", "")
    clock = moment.partition("T")[2].partition("Z")[0].replace(":", "")
    trader = str(number // 1_073_741_824 % 1024).rjust(3, "0")
    strategy = str(number // 1_048_576 % 1024).rjust(3, "0")
    count = str(number % 1_048_576)
    uuid = to_base(max(number, 0), "0123456789abcdef").rjust(32, "0")
    return (
        body
        if form == "R" and len(body) > 0
        else (
            value
            if number < 0
            else (
                "-".join(["O", day, clock, trader, strategy, count])
                if form == "T" and len(body) == 13
                else (
                    "".join(["O", day, clock, trader, strategy, count])
                    if form == "t" and len(body) == 13
                    else (
                        "-".join([uuid[0:8], uuid[8:12], uuid[12:16], uuid[16:20], uuid[20:]])
                        if form == "U" and len(body) == 22
                        else uuid if form == "u" and len(body) == 22 else value
                    )
                )
            )
        )
    )


CODES: Mapping[str, Callable[[str], str]] = {"ClientId": client_id}
