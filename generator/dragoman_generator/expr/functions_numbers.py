"""The functions of numbers and times, as rows of the function table."""

from __future__ import annotations

from dragoman_generator.expr.signatures import Function, Limits, Signature, helper, plain
from dragoman_generator.expr.types import BOOL, DEC, DURATION, INT, TEXT, TIME, Opt

_S, _MS, _US = 1_000_000_000, 1_000_000, 1_000
_ORDERED = (INT, DEC, TIME, DURATION)

NUMBER_FUNCTIONS: tuple[Function, ...] = (
    Function(
        "dec",
        "numbers",
        (plain("Decimal({0})", DEC, INT), helper("parse_dec", DEC, TEXT)),
        "The exact decimal; text that is no finite number is an error.",
        "dec('27451.00')",
        "27451.00",
    ),
    Function(
        "int",
        "numbers",
        (helper("parse_int", INT, TEXT), helper("whole", INT, DEC)),
        "The integer; text that is no integer, or a decimal with a fraction, is an error.",
        "int('-7')",
        "-7",
    ),
    Function(
        "abs",
        "numbers",
        (
            plain("abs({0})", INT, INT),
            helper("absolute", DEC, DEC),
            plain("abs({0})", DURATION, DURATION),
        ),
        "Without its sign.",
        "abs(-2.5)",
        "2.5",
    ),
    Function(
        "negate",
        "numbers",
        (plain("-{0p}", INT, INT), helper("minus", DEC, DEC), plain("-{0p}", DURATION, DURATION)),
        "With the other sign; the same as a leading `-`.",
        "negate(2)",
        "-2",
    ),
    Function(
        "min",
        "numbers",
        tuple(plain("min({0}, {1})", kind, kind, kind) for kind in _ORDERED),
        "The smaller of two.",
        "min(2, 3)",
        "2",
    ),
    Function(
        "max",
        "numbers",
        tuple(plain("max({0}, {1})", kind, kind, kind) for kind in _ORDERED),
        "The larger of two.",
        "max(0, -1.5)",
        "0",
    ),
    Function(
        "div",
        "numbers",
        (helper("div", DEC, DEC, DEC, INT),),
        "The quotient with that many digits after the point, ties to the even digit. There is no `/`: a quotient needs its digits.",
        "div(1.0, 3, 4)",
        "0.3333",
    ),
    Function(
        "round_to",
        "numbers",
        (helper("round_to", DEC, DEC, DEC),),
        "The nearest multiple of a positive increment, ties to the even multiple.",
        "round_to(27451.26, 0.5)",
        "27451.5",
    ),
    Function(
        "floor_to",
        "numbers",
        (helper("floor_to", DEC, DEC, DEC),),
        "The greatest multiple of a positive increment that is not above the value.",
        "floor_to(-0.26, 0.25)",
        "-0.50",
    ),
    Function(
        "ceil_to",
        "numbers",
        (helper("ceil_to", DEC, DEC, DEC),),
        "The least multiple of a positive increment that is not below the value.",
        "ceil_to(0.26, 0.25)",
        "0.50",
    ),
    Function(
        "decimals",
        "numbers",
        (helper("decimals", INT, DEC), helper("decimals", INT, TEXT)),
        "Digits after the point once trailing zeros are gone: the precision that a tick size means.",
        "decimals('0.00010000')",
        "4",
    ),
    Function(
        "from_base",
        "numbers",
        (helper("from_base", Opt(INT), TEXT, TEXT),),
        "The integer that a text is in the number system with these digits; absent where a character is none of them.",
        "from_base('ff', '0123456789abcdef')",
        "255",
    ),
    Function(
        "to_base",
        "numbers",
        (helper("to_base", TEXT, INT, TEXT),),
        "An integer that is not below zero in the number system with these digits.",
        "to_base(255, '0123456789abcdef')",
        "'ff'",
    ),
    Function(
        "bit",
        "numbers",
        (plain("{0m} // 2 ** {1} % 2 == 1", BOOL, INT, INT),),
        "Whether a bit (0 to 63, the lowest first) of a number is set.",
        "bit(130, 7)",
        "true",
        literals=((1, Limits(numbers=range(64))),),
    ),
    Function(
        "pow10",
        "numbers",
        (helper("pow10", DEC, INT),),
        "Ten to that power (-100 to 100).",
        "pow10(-2)",
        "0.01",
    ),
    Function(
        "scale",
        "numbers",
        (helper("scale", DEC, INT, INT),),
        "A fixed-point integer with that many digits after the point.",
        "scale(12345, 2)",
        "123.45",
    ),
    Function(
        "normalize",
        "numbers",
        (helper("normalize", DEC, DEC),),
        "Without trailing zeros after the point, and without exponent.",
        "text(normalize(10.500))",
        "'10.5'",
    ),
    Function(
        "from_s",
        "times",
        (plain(f"{{0m}} * {_S:_}", TIME, INT), Signature((DEC,), TIME, f"to_ns({{0}}, {_S:_})", ("to_ns",))),
        "The time of so many UNIX seconds; a decimal is cut below a nanosecond.",
        "to_ms(from_s(1.5))",
        "1500",
    ),
    Function(
        "from_ms",
        "times",
        (
            plain(f"{{0m}} * {_MS:_}", TIME, INT),
            Signature((DEC,), TIME, f"to_ns({{0}}, {_MS:_})", ("to_ns",)),
        ),
        "The time of so many UNIX milliseconds; a decimal is cut below a nanosecond.",
        "to_ns(from_ms(2))",
        "2000000",
    ),
    Function(
        "from_us",
        "times",
        (plain(f"{{0m}} * {_US:_}", TIME, INT),),
        "The time of so many UNIX microseconds.",
        "to_ns(from_us(2))",
        "2000",
    ),
    Function(
        "from_ns",
        "times",
        (plain("{0}", TIME, INT),),
        "The time of so many UNIX nanoseconds.",
        "to_us(from_ns(2999))",
        "2",
    ),
    *(
        Function(
            f"to_{unit}",
            "times",
            tuple(
                plain(f"{{0m}} // {size:_}" if size > 1 else "{0}", INT, kind) for kind in (TIME, DURATION)
            ),
            (
                f"The {word} of a time (since 1970) or a duration, rounded down."
                if size > 1
                else f"The {word} of a time or a duration."
            ),
            f"to_{unit}(90s)",
            str(90 * _S // size),
        )
        for unit, size, word in (
            ("s", _S, "seconds"),
            ("ms", _MS, "milliseconds"),
            ("us", _US, "microseconds"),
            ("ns", 1, "nanoseconds"),
        )
    ),
    Function(
        "seconds",
        "times",
        (plain(f"{{0m}} * {_S:_}", DURATION, INT),),
        "A duration of so many seconds.",
        "to_ms(seconds(2))",
        "2000",
    ),
    Function(
        "milliseconds",
        "times",
        (plain(f"{{0m}} * {_MS:_}", DURATION, INT),),
        "A duration of so many milliseconds.",
        "to_us(milliseconds(2))",
        "2000",
    ),
    Function(
        "iso",
        "times",
        (helper("iso", TEXT, TIME), helper("iso", TEXT, TIME, INT)),
        "ISO 8601 in UTC with that many digits of a second (0 to 9; 3 when not given), cut, not rounded.",
        "iso(from_ms(1607418537715))",
        "'2020-12-08T09:08:57.715Z'",
        literals=((1, Limits(numbers=range(10))),),
    ),
    Function(
        "parse_iso",
        "times",
        (helper("parse_iso", TIME, TEXT),),
        "The time of an ISO 8601 text, exact to the nanosecond; without an offset it is UTC.",
        "to_ms(parse_iso('2020-12-08T09:08:57.715Z'))",
        "1607418537715",
    ),
    Function(
        "date_ns",
        "times",
        (helper("date_ns", TIME, TEXT),),
        "Midnight UTC of a YYYY-MM-DD date.",
        "to_s(date_ns('1970-01-02'))",
        "86400",
    ),
    Function(
        "on_clock",
        "times",
        (helper("on_clock", TIME, TIME, INT, INT, TEXT),),
        "The moment of the time's UTC date at which a clock in a zone shows that hour and minute.",
        "iso(on_clock(date_ns('2024-01-19'), 16, 0, 'America/New_York'), 0)",
        "'2024-01-19T21:00:00Z'",
        literals=(
            (1, Limits(numbers=range(24))),
            (2, Limits(numbers=range(60))),
            (3, Limits(length=range(1, 64))),
        ),
    ),
)
