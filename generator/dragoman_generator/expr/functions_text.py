"""The functions of text and bytes, as rows of the function table."""

from __future__ import annotations

from dragoman_generator.expr.signatures import Function, Limits, helper, plain
from dragoman_generator.expr.types import ANY_ENUM, ANY_LIST, BOOL, BYTES, DEC, INT, TEXT, List

TEXTS = List(TEXT)
NOT_EMPTY = Limits(length=range(1, 1_000))

TEXT_FUNCTIONS: tuple[Function, ...] = (
    Function(
        "text",
        "text",
        (
            plain("str({0})", TEXT, INT),
            plain('format({0}, "zf")', TEXT, DEC),
            plain('"true" if {0o} else "false"', TEXT, BOOL),
            plain("{0p}.name", TEXT, ANY_ENUM),
        ),
        "The value as text: decimals without exponent, enums by the member's name (by the wire's text where they are kept as text).",
        "text(0.010)",
        "'0.010'",
    ),
    Function(
        "lower", "text", (plain("{0p}.lower()", TEXT, TEXT),), "In lower case.", "lower('BtC')", "'btc'"
    ),
    Function(
        "upper", "text", (plain("{0p}.upper()", TEXT, TEXT),), "In upper case.", "upper('BtC')", "'BTC'"
    ),
    Function(
        "trim",
        "text",
        (plain("{0p}.strip()", TEXT, TEXT),),
        "Without white space at both ends.",
        "trim(' a b ')",
        "'a b'",
    ),
    Function(
        "len",
        "text",
        (plain("len({0})", INT, TEXT), plain("len({0})", INT, BYTES), plain("len({0})", INT, ANY_LIST)),
        "How many characters, bytes or elements.",
        "len('abc')",
        "3",
    ),
    Function(
        "starts_with",
        "text",
        (plain("{0p}.startswith({1})", BOOL, TEXT, TEXT),),
        "Whether the text begins so.",
        "starts_with('autoclose-7', 'autoclose-')",
        "true",
    ),
    Function(
        "ends_with",
        "text",
        (plain("{0p}.endswith({1})", BOOL, TEXT, TEXT),),
        "Whether the text ends so.",
        "ends_with('BTCUSDT', 'USDT')",
        "true",
    ),
    Function(
        "contains",
        "text",
        (plain("{1c} in {0c}", BOOL, TEXT, TEXT),),
        "Whether the second text occurs in the first.",
        "contains('a,b', ',')",
        "true",
    ),
    Function(
        "before",
        "text",
        (plain("{0p}.partition({1})[0]", TEXT, TEXT, TEXT),),
        "What stands before the first separator; the whole text if there is none.",
        "before('BTC-26JUN26-C', '-')",
        "'BTC'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "after",
        "text",
        (plain("{0p}.partition({1})[2]", TEXT, TEXT, TEXT),),
        "What stands after the first separator; empty text if there is none.",
        "after('BTC-26JUN26-C', '-')",
        "'26JUN26-C'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "before_last",
        "text",
        (plain("{0p}.rpartition({1})[0]", TEXT, TEXT, TEXT),),
        "What stands before the last separator; empty text if there is none.",
        "before_last('BTC-26JUN26-C', '-')",
        "'BTC-26JUN26'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "after_last",
        "text",
        (plain("{0p}.rpartition({1})[2]", TEXT, TEXT, TEXT),),
        "What stands after the last separator; the whole text if there is none.",
        "after_last('BTC-26JUN26-C', '-')",
        "'C'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "slice",
        "text",
        (plain("{0p}[{1}:{2}]", TEXT, TEXT, INT, INT), plain("{0p}[{1}:]", TEXT, TEXT, INT)),
        "The characters from the first offset up to, not including, the second (or to the end); negative ones count from the end.",
        "slice('BTCUSDT', 3, 7)",
        "'USDT'",
    ),
    Function(
        "replace",
        "text",
        (plain("{0p}.replace({1}, {2})", TEXT, TEXT, TEXT, TEXT),),
        "With every occurrence of the second text replaced by the third.",
        "replace('BTC_USDT', '_', '-')",
        "'BTC-USDT'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "split",
        "text",
        (plain("{0p}.split({1})", TEXTS, TEXT, TEXT),),
        "The parts between separators.",
        "split('a,b', ',')[1] ?? ''",
        "'b'",
        literals=((1, NOT_EMPTY),),
    ),
    Function(
        "join",
        "text",
        (plain("{1p}.join({0})", TEXT, TEXTS, TEXT),),
        "The parts in one text, with the separator between them.",
        "join(['a', 'b'], ',')",
        "'a,b'",
    ),
    Function(
        "pad_left",
        "text",
        (plain("{0p}.rjust({1}, {2})", TEXT, TEXT, INT, TEXT),),
        "Filled on the left with one character up to a width.",
        "pad_left('7', 3, '0')",
        "'007'",
        literals=((1, Limits(numbers=range(1_001))), (2, Limits(length=range(1, 2)))),
    ),
    Function(
        "utf8",
        "bytes",
        (plain("{0p}.encode()", BYTES, TEXT),),
        "The text's UTF-8 bytes.",
        "len(utf8('\\u00e9'))",
        "2",
    ),
    Function(
        "hex",
        "bytes",
        (plain("{0p}.hex()", TEXT, BYTES),),
        "Lower-case hexadecimal text.",
        "hex(utf8('az'))",
        "'617a'",
    ),
    Function(
        "unhex",
        "bytes",
        (helper("unhex", BYTES, TEXT),),
        "The bytes of hexadecimal text.",
        "len(unhex('617a'))",
        "2",
    ),
    Function(
        "base64",
        "bytes",
        (helper("base64", TEXT, BYTES),),
        "Base64 text, padded.",
        "base64(utf8('a'))",
        "'YQ=='",
    ),
    Function(
        "unbase64",
        "bytes",
        (helper("unbase64", BYTES, TEXT),),
        "The bytes of padded base64 text.",
        "hex(unbase64('YQ=='))",
        "'61'",
    ),
    *(
        Function(
            name,
            "bytes",
            (helper(name, BYTES, BYTES),),
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
            (helper(name, BYTES, BYTES, BYTES),),
            f"The {label} of a message (second) under a key (first).",
            f"slice(hex({name}(utf8('k'), utf8('m'))), 0, 8)",
            f"'{start}'",
        )
        for name, label, start in (
            ("hmac_sha256", "HMAC-SHA-256", "b60090e3"),
            ("hmac_sha512", "HMAC-SHA-512", "94ec9586"),
        )
    ),
    *(
        Function(
            name,
            "bytes",
            (helper(name, BYTES, INT, INT),),
            f"The integer in so many bytes (1 to 16), {label} first, negative ones as two's complement.",
            f"hex({name}(258, 3))",
            f"'{gives}'",
            literals=((1, Limits(numbers=range(17))),),
        )
        for name, label, gives in (
            ("big_endian", "the highest", "000102"),
            ("little_endian", "the lowest", "020100"),
        )
    ),
    Function(
        "fnv1a64",
        "bytes",
        (helper("fnv1a64", INT, TEXT), helper("fnv1a64", INT, BYTES)),
        "The 64-bit FNV-1a hash of bytes, or of a text's UTF-8 bytes: a stable number for text ids.",
        "fnv1a64('a')",
        "12638187200555641996",
    ),
)
