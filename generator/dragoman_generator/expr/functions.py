"""The function table of the language: signatures, documentation and compiled form, as data.

In `code`, `{0}` stands for the first argument where commas or brackets delimit it, `{0p}` where `.name` or `[...]` follows it,
`{0m}` as an operand of `*` or `//`, `{0c}` as an operand of a comparison, `{0o}` as the condition of an `if`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman_generator.expr.types import (
    ANY,
    ANY_ENUM,
    ANY_LIST,
    ANY_OPT,
    BOOL,
    BYTES,
    DEC,
    DURATION,
    INT,
    TEXT,
    TIME,
    List,
    Opt,
    Type,
)

RUNTIME = "dragoman.translate.functions"
TEXTS = List(TEXT)


@dataclass(frozen=True)
class Signature:
    """One way to call a function. `runtime` names functions of the runtime module that `code` calls."""

    parameters: tuple[Type, ...]
    result: Type
    code: str = ""
    runtime: tuple[str, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What an argument that must be written out as a literal may be."""

    numbers: range | None = None
    length: range | None = None


@dataclass(frozen=True)
class Function:
    """`flag` names the scope's flag without which a call is refused; `provided` ones get their code from the scope."""

    name: str
    group: str
    signatures: tuple[Signature, ...]
    doc: str
    example: str
    gives: str
    flag: str = ""
    provided: bool = False
    literals: tuple[tuple[int, Limits], ...] = ()


def _plain(code: str, result: Type, *parameters: Type) -> Signature:
    return Signature(parameters, result, code)


def _helper(name: str, result: Type, *parameters: Type) -> Signature:
    arguments = ", ".join(f"{{{index}}}" for index in range(len(parameters)))
    return Signature(parameters, result, f"{name}({arguments})", (name,))


_S, _MS, _US = 1_000_000_000, 1_000_000, 1_000
_NOT_EMPTY = Limits(length=range(1, 1_000))
_ORDERED = (INT, DEC, TIME, DURATION)

_TABLE = (
    # text
    Function(
        "text",
        "text",
        (
            _plain("str({0})", TEXT, INT),
            _plain('format({0}, "zf")', TEXT, DEC),
            _plain('"true" if {0o} else "false"', TEXT, BOOL),
            _plain("{0p}.name", TEXT, ANY_ENUM),
        ),
        "The value as text: decimals without exponent, enums by the member's name (by the wire's text where they are kept as text).",
        "text(0.010)",
        "'0.010'",
    ),
    Function(
        "lower", "text", (_plain("{0p}.lower()", TEXT, TEXT),), "In lower case.", "lower('BtC')", "'btc'"
    ),
    Function(
        "upper", "text", (_plain("{0p}.upper()", TEXT, TEXT),), "In upper case.", "upper('BtC')", "'BTC'"
    ),
    Function(
        "trim",
        "text",
        (_plain("{0p}.strip()", TEXT, TEXT),),
        "Without white space at both ends.",
        "trim(' a b ')",
        "'a b'",
    ),
    Function(
        "len",
        "text",
        (_plain("len({0})", INT, TEXT), _plain("len({0})", INT, BYTES), _plain("len({0})", INT, ANY_LIST)),
        "How many characters, bytes or elements.",
        "len('abc')",
        "3",
    ),
    Function(
        "starts_with",
        "text",
        (_plain("{0p}.startswith({1})", BOOL, TEXT, TEXT),),
        "Whether the text begins so.",
        "starts_with('autoclose-7', 'autoclose-')",
        "true",
    ),
    Function(
        "ends_with",
        "text",
        (_plain("{0p}.endswith({1})", BOOL, TEXT, TEXT),),
        "Whether the text ends so.",
        "ends_with('BTCUSDT', 'USDT')",
        "true",
    ),
    Function(
        "contains",
        "text",
        (_plain("{1c} in {0c}", BOOL, TEXT, TEXT),),
        "Whether the second text occurs in the first.",
        "contains('a,b', ',')",
        "true",
    ),
    Function(
        "before",
        "text",
        (_plain("{0p}.partition({1})[0]", TEXT, TEXT, TEXT),),
        "What stands before the first separator; the whole text if there is none.",
        "before('BTC-26JUN26-C', '-')",
        "'BTC'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "after",
        "text",
        (_plain("{0p}.partition({1})[2]", TEXT, TEXT, TEXT),),
        "What stands after the first separator; empty text if there is none.",
        "after('BTC-26JUN26-C', '-')",
        "'26JUN26-C'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "before_last",
        "text",
        (_plain("{0p}.rpartition({1})[0]", TEXT, TEXT, TEXT),),
        "What stands before the last separator; empty text if there is none.",
        "before_last('BTC-26JUN26-C', '-')",
        "'BTC-26JUN26'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "after_last",
        "text",
        (_plain("{0p}.rpartition({1})[2]", TEXT, TEXT, TEXT),),
        "What stands after the last separator; the whole text if there is none.",
        "after_last('BTC-26JUN26-C', '-')",
        "'C'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "slice",
        "text",
        (_plain("{0p}[{1}:{2}]", TEXT, TEXT, INT, INT), _plain("{0p}[{1}:]", TEXT, TEXT, INT)),
        "The characters from the first offset up to, not including, the second (or to the end); negative ones count from the end.",
        "slice('BTCUSDT', 3, 7)",
        "'USDT'",
    ),
    Function(
        "replace",
        "text",
        (_plain("{0p}.replace({1}, {2})", TEXT, TEXT, TEXT, TEXT),),
        "With every occurrence of the second text replaced by the third.",
        "replace('BTC_USDT', '_', '-')",
        "'BTC-USDT'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "split",
        "text",
        (_plain("{0p}.split({1})", TEXTS, TEXT, TEXT),),
        "The parts between separators.",
        "split('a,b', ',')[1] ?? ''",
        "'b'",
        literals=((1, _NOT_EMPTY),),
    ),
    Function(
        "join",
        "text",
        (_plain("{1p}.join({0})", TEXT, TEXTS, TEXT),),
        "The parts in one text, with the separator between them.",
        "join(['a', 'b'], ',')",
        "'a,b'",
    ),
    Function(
        "pad_left",
        "text",
        (_plain("{0p}.rjust({1}, {2})", TEXT, TEXT, INT, TEXT),),
        "Filled on the left with one character up to a width.",
        "pad_left('7', 3, '0')",
        "'007'",
        literals=((1, Limits(numbers=range(1_001))), (2, Limits(length=range(1, 2)))),
    ),
    # numbers
    Function(
        "dec",
        "numbers",
        (_plain("Decimal({0})", DEC, INT), _helper("parse_dec", DEC, TEXT)),
        "The exact decimal; text that is no finite number is an error.",
        "dec('27451.00')",
        "27451.00",
    ),
    Function(
        "int",
        "numbers",
        (_helper("parse_int", INT, TEXT), _helper("whole", INT, DEC)),
        "The integer; text that is no integer, or a decimal with a fraction, is an error.",
        "int('-7')",
        "-7",
    ),
    Function(
        "abs",
        "numbers",
        (
            _plain("abs({0})", INT, INT),
            _helper("absolute", DEC, DEC),
            _plain("abs({0})", DURATION, DURATION),
        ),
        "Without its sign.",
        "abs(-2.5)",
        "2.5",
    ),
    Function(
        "negate",
        "numbers",
        (_plain("-{0p}", INT, INT), _helper("minus", DEC, DEC), _plain("-{0p}", DURATION, DURATION)),
        "With the other sign; the same as a leading `-`.",
        "negate(2)",
        "-2",
    ),
    Function(
        "min",
        "numbers",
        tuple(_plain("min({0}, {1})", kind, kind, kind) for kind in _ORDERED),
        "The smaller of two.",
        "min(2, 3)",
        "2",
    ),
    Function(
        "max",
        "numbers",
        tuple(_plain("max({0}, {1})", kind, kind, kind) for kind in _ORDERED),
        "The larger of two.",
        "max(0, -1.5)",
        "0",
    ),
    Function(
        "div",
        "numbers",
        (_helper("div", DEC, DEC, DEC, INT),),
        "The quotient with that many digits after the point, ties to the even digit. There is no `/`: a quotient needs its digits.",
        "div(1.0, 3, 4)",
        "0.3333",
    ),
    Function(
        "round_to",
        "numbers",
        (_helper("round_to", DEC, DEC, DEC),),
        "The nearest multiple of a positive increment, ties to the even multiple.",
        "round_to(27451.26, 0.5)",
        "27451.5",
    ),
    Function(
        "floor_to",
        "numbers",
        (_helper("floor_to", DEC, DEC, DEC),),
        "The greatest multiple of a positive increment that is not above the value.",
        "floor_to(-0.26, 0.25)",
        "-0.50",
    ),
    Function(
        "ceil_to",
        "numbers",
        (_helper("ceil_to", DEC, DEC, DEC),),
        "The least multiple of a positive increment that is not below the value.",
        "ceil_to(0.26, 0.25)",
        "0.50",
    ),
    Function(
        "decimals",
        "numbers",
        (_helper("decimals", INT, DEC), _helper("decimals", INT, TEXT)),
        "Digits after the point once trailing zeros are gone: the precision that a tick size means.",
        "decimals('0.00010000')",
        "4",
    ),
    Function(
        "pow10",
        "numbers",
        (_helper("pow10", DEC, INT),),
        "Ten to that power (-100 to 100).",
        "pow10(-2)",
        "0.01",
    ),
    Function(
        "scale",
        "numbers",
        (_helper("scale", DEC, INT, INT),),
        "A fixed-point integer with that many digits after the point.",
        "scale(12345, 2)",
        "123.45",
    ),
    Function(
        "normalize",
        "numbers",
        (_helper("normalize", DEC, DEC),),
        "Without trailing zeros after the point, and without exponent.",
        "text(normalize(10.500))",
        "'10.5'",
    ),
    # times
    Function(
        "from_s",
        "times",
        (_plain(f"{{0m}} * {_S:_}", TIME, INT), Signature((DEC,), TIME, f"to_ns({{0}}, {_S:_})", ("to_ns",))),
        "The time of so many UNIX seconds; a decimal is cut below a nanosecond.",
        "to_ms(from_s(1.5))",
        "1500",
    ),
    Function(
        "from_ms",
        "times",
        (
            _plain(f"{{0m}} * {_MS:_}", TIME, INT),
            Signature((DEC,), TIME, f"to_ns({{0}}, {_MS:_})", ("to_ns",)),
        ),
        "The time of so many UNIX milliseconds; a decimal is cut below a nanosecond.",
        "to_ns(from_ms(2))",
        "2000000",
    ),
    Function(
        "from_us",
        "times",
        (_plain(f"{{0m}} * {_US:_}", TIME, INT),),
        "The time of so many UNIX microseconds.",
        "to_ns(from_us(2))",
        "2000",
    ),
    Function(
        "from_ns",
        "times",
        (_plain("{0}", TIME, INT),),
        "The time of so many UNIX nanoseconds.",
        "to_us(from_ns(2999))",
        "2",
    ),
    *(
        Function(
            f"to_{unit}",
            "times",
            tuple(
                _plain(f"{{0m}} // {size:_}" if size > 1 else "{0}", INT, kind) for kind in (TIME, DURATION)
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
        (_plain(f"{{0m}} * {_S:_}", DURATION, INT),),
        "A duration of so many seconds.",
        "to_ms(seconds(2))",
        "2000",
    ),
    Function(
        "milliseconds",
        "times",
        (_plain(f"{{0m}} * {_MS:_}", DURATION, INT),),
        "A duration of so many milliseconds.",
        "to_us(milliseconds(2))",
        "2000",
    ),
    Function(
        "iso",
        "times",
        (_helper("iso", TEXT, TIME), _helper("iso", TEXT, TIME, INT)),
        "ISO 8601 in UTC with that many digits of a second (0 to 9; 3 when not given), cut, not rounded.",
        "iso(from_ms(1607418537715))",
        "'2020-12-08T09:08:57.715Z'",
        literals=((1, Limits(numbers=range(10))),),
    ),
    Function(
        "parse_iso",
        "times",
        (_helper("parse_iso", TIME, TEXT),),
        "The time of an ISO 8601 text, exact to the nanosecond; without an offset it is UTC.",
        "to_ms(parse_iso('2020-12-08T09:08:57.715Z'))",
        "1607418537715",
    ),
    Function(
        "date_ns",
        "times",
        (_helper("date_ns", TIME, TEXT),),
        "Midnight UTC of a YYYY-MM-DD date.",
        "to_s(date_ns('1970-01-02'))",
        "86400",
    ),
    # bytes and digests
    Function(
        "utf8",
        "bytes",
        (_plain("{0p}.encode()", BYTES, TEXT),),
        "The text's UTF-8 bytes.",
        "len(utf8('\\u00e9'))",
        "2",
    ),
    Function(
        "hex",
        "bytes",
        (_plain("{0p}.hex()", TEXT, BYTES),),
        "Lower-case hexadecimal text.",
        "hex(utf8('az'))",
        "'617a'",
    ),
    Function(
        "unhex",
        "bytes",
        (_helper("unhex", BYTES, TEXT),),
        "The bytes of hexadecimal text.",
        "len(unhex('617a'))",
        "2",
    ),
    Function(
        "base64",
        "bytes",
        (_helper("base64", TEXT, BYTES),),
        "Base64 text, padded.",
        "base64(utf8('a'))",
        "'YQ=='",
    ),
    Function(
        "unbase64",
        "bytes",
        (_helper("unbase64", BYTES, TEXT),),
        "The bytes of padded base64 text.",
        "hex(unbase64('YQ=='))",
        "'61'",
    ),
    *(
        Function(
            name,
            "bytes",
            (_helper(name, BYTES, BYTES),),
            f"The {label} digest.",
            f"slice(hex({name}(utf8('a'))), 0, 8)",
            f"'{start}'",
        )
        for name, label, start in (
            ("md5", "MD5", "0cc175b9"),
            ("sha256", "SHA-256", "ca978112"),
            ("sha512", "SHA-512", "1f40fc92"),
        )
    ),
    *(
        Function(
            name,
            "bytes",
            (_helper(name, BYTES, BYTES, BYTES),),
            f"The {label} of a message (second) under a key (first).",
            f"slice(hex({name}(utf8('k'), utf8('m'))), 0, 8)",
            f"'{start}'",
        )
        for name, label, start in (
            ("hmac_sha256", "HMAC-SHA-256", "b60090e3"),
            ("hmac_sha512", "HMAC-SHA-512", "94ec9586"),
        )
    ),
    Function(
        "fnv1a64",
        "bytes",
        (_helper("fnv1a64", INT, TEXT),),
        "The 64-bit FNV-1a hash of the text's UTF-8 bytes: a stable number for text ids.",
        "fnv1a64('a')",
        "12638187200555641996",
    ),
    # presence and state
    Function(
        "is_present",
        "state",
        (Signature((ANY_OPT,), BOOL),),
        "Whether an optional value is there; the same as `x != null`.",
        "is_present(split('a', ',')[0])",
        "true",
    ),
    Function(
        "instrument",
        "state",
        (Signature((TEXT,), TEXT),),
        "The id of the instrument that a venue's symbol means.",
        "instrument(symbol)",
        "",
        provided=True,
    ),
    Function(
        "delta",
        "state",
        (Signature((INT,), Opt(INT)), Signature((DEC,), Opt(DEC)), Signature((DURATION,), Opt(DURATION))),
        "The difference to the last message of the same key; absent on the first.",
        "delta(vol) ?? 0",
        "",
        flag="machine",
        provided=True,
    ),
    Function(
        "changed",
        "state",
        (Signature((ANY,), BOOL),),
        "Whether the value differs from that of the last message of the same key; true on the first.",
        "changed(status)",
        "",
        flag="machine",
        provided=True,
    ),
)

FUNCTIONS: dict[str, Function] = {function.name: function for function in _TABLE}
FOLDS: dict[str, str] = {
    "any": "Whether the condition holds for one element: any(bids, size == 0).",
    "all": "Whether the condition holds for every element; true for an empty list.",
    "first": "The first element for which the condition holds; absent when there is none.",
    "sum": "The sum of a number over the elements: sum(fills, price * quantity); 0 for an empty list.",
}
