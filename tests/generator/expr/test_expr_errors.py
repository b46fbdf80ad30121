"""Every message of the language, with the place that it blames and the hint that it gives."""

import pytest
from dragoman_generator.expr import ExprErrors, ExprSyntaxError, parse
from dragoman_generator.expr.types import DEC, INT, Enum, Opt, Record, Type

from tests.generator.expr.expr_market import typed

# text, the marked place (^ stands before it), message, hint
SYNTAX = [
    ("^", "the expression is empty", ""),
    ("^  ", "the expression is empty", ""),
    ("count ^= 1", "'=' doesn't compare", "write =="),
    ("(count ^= 1)", "'=' doesn't compare", "write =="),
    ("count ^&& open", "'&&' is no operator of this language", "write 'and'"),
    ("count ^|| open", "'||' is no operator of this language", "write 'or'"),
    ("^!open", "'!' is no operator of this language", "write 'not'"),
    (
        "open ^? 1 : 2",
        "'?' is no operator of this language",
        "write 'if a then b else c', or '??' for a default",
    ),
    ("count ^** 2", "'**' is no operator of this language", "there is no power; use pow10(n)"),
    (
        "^{symbol}",
        "'{' is no operator of this language",
        "slots belong into templates; an expression uses names directly",
    ),
    ("1 ^# one", "'#' is no operator of this language", "an expression has no comments; use a YAML comment"),
    ("1^; 2", "';' is no operator of this language", "an expression is one value"),
    ("^`x`", "'`' is no operator of this language", "quote text with ' or \""),
    ("1 ^2", "unexpected '2' after the end of the expression", ""),
    ("count == 1 ^== open", "comparisons can't be chained", "join two comparisons with 'and'"),
    ("1 < count ^< 3", "comparisons can't be chained", "join two comparisons with 'and'"),
    ("count in [1] ^in names", "comparisons can't be chained", "join two comparisons with 'and'"),
    ("1 + ^", "expected a value, found the end of the expression", ""),
    ("1 + ^)", "expected a value, found ')'", ""),
    ("^then", "expected a value, found 'then'", ""),
    ("1 + ^if open then 1 else 2", "'if' inside a larger expression", "put the 'if' in parentheses"),
    ("1 + ^not open", "'not' can't stand here", "put it in parentheses"),
    ("if open ^else 2", "expected 'then', found 'else'", "an 'if' reads: if a then b else c"),
    ("if open then 1^", "expected 'else', found the end of the expression", "every 'if' needs an 'else'"),
    ("(count^", "expected ')', found the end of the expression", "the parenthesis is not closed"),
    ("lower(symbol^", "expected ')', found the end of the expression", "the call of lower() is not closed"),
    ("[1, 2^", "expected ']', found the end of the expression", "the list is not closed"),
    ("detail.^1", "a field's name must follow the '.'", ""),
    (
        "symbol.lower^()",
        "only functions of the language can be called",
        "write lower(value), not value.lower()",
    ),
    ("(symbol)^(1)", "only functions of the language can be called", ""),
    (
        "names[^count]",
        "an index must be a whole number, written out",
        "write list[0], list[-1] or list[field=TAG]",
    ),
    (
        "names[^]",
        "an index must be a whole number, written out",
        "write list[0], list[-1] or list[field=TAG]",
    ),
    ("names[^9999999]", "the index is above a million", ""),
    ("names[0^:1]", "unexpected character ':' U+003A COLON", "outside quotes only ASCII is allowed"),
    ("names[0^", "expected ']', found the end of the expression", "an index reads: list[0]"),
    ("filters[class=^(1)]", "a tag must be a word, quoted text or an integer", ""),
    ("filters[class=-^x]", "a number must follow the '-'", ""),
    ("filters[class=1 ^and 2]", "expected ']', found 'and'", "a selection reads: list[field=TAG]"),
    ("sparePrice ?? 0 ^+ 1", "'+' after '??' needs parentheses", "write (a ?? b) + c or a ?? (b + c)"),
    ("^'abc", "the quoted text is not closed", "add '"),
    ('^"abc\n"', "the quoted text runs past the end of its line", "write \\n for a line break"),
    (r"'a^\q'", "unknown escape '\\q'", "known: \\n \\r \\t \\0 \\\\ \\' \\\" \\uXXXX"),
    (r"'^\u12'", "\\u needs four hexadecimal digits of a character", ""),
    (r"'^\ud800'", "\\u needs four hexadecimal digits of a character", ""),
    ("'a^\u202eb'", "invisible character U+202E RIGHT-TO-LEFT OVERRIDE in quoted text", "write \\u202e"),
    ("^010", "the integer '010' begins with a zero", "write 10"),
    (
        "10^sec",
        "unknown unit 'sec' after the number 10",
        "durations are written as 5ns, 5us, 5ms, 5s, 5m, 5h or 5d",
    ),
    (
        "1^e5",
        "unknown unit 'e5' after the number 1",
        "durations are written as 5ns, 5us, 5ms, 5s, 5m, 5h or 5d",
    ),
    ("^1.5s", "the duration '1.5s' is no whole number", "use the next smaller unit"),
    ("^" + "9" * 41, "the number has more than 40 digits", ""),
    (
        "pr^іce",
        "unexpected character 'і' U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I",
        "outside quotes only ASCII is allowed",
    ),
    ("1 ^− 2", "unexpected character '−' U+2212 MINUS SIGN", "outside quotes only ASCII is allowed"),
    ("1^\u200b", "unexpected character U+200B ZERO WIDTH SPACE", "outside quotes only ASCII is allowed"),
    ("symbol.^__class__", "'__class__' is no name of a field", "names don't begin with two underscores"),
    ("^__import__('os')", "'__import__' is no name of a field", "names don't begin with two underscores"),
]

ABSENT = "give a default with ??, or test it with != null first"
TYPES = [
    ("^prise", "unknown name 'prise'", "did you mean 'price'?"),
    ("^BUYER == side", "unknown name 'BUYER'", "did you mean 'Side.BUYER'?"),
    ("^Side", "'Side' is an enum, not a value", "write Side.BUYER"),
    ("^lower == symbol", "'lower' is a function, not a value", "write lower(...)"),
    (
        "^previous.price",
        "unknown name 'previous'",
        "previous.x exists only inside a state machine with a key",
    ),
    ("side == Side.^BYER", "Side has no member 'BYER'", "did you mean 'BUYER'?"),
    ("side ^== 'BUYER'", "'==' can't compare Side with text", "write Side.BUYER"),
    ("side ^== 'seller'", "'==' can't compare Side with text", "did you mean 'SELLER'?"),
    ("side ^< Side.BUYER", "'<' doesn't compare Side", "enums have no order; use == or in"),
    ("side ^== Kind.LIMIT", "'==' can't compare Side with Kind", ""),
    ("detail.^nota", "Detail has no field 'nota'", "did you mean 'note'?"),
    (
        "filters.^tickSize",
        "list<Filter> has no fields",
        "take an element first: list[0], list[field=TAG], first(list, condition)",
    ),
    ("price.^digits", "dec has no fields", ""),
    ("^price[0]", "an index needs a list, not dec", ""),
    ("^price[a=1]", "a selection needs a list, not dec", ""),
    ("numbers^[a=1]", "a selection needs a list of records, not of int", ""),
    ("filters[^kind=1]", "Filter has no field 'kind'", "known: class, filterType, seen, tickSize"),
    ("filters[class=^LOT]", "the tag 'LOT' can't equal a field of type int", ""),
    ("filters[tickSize=^1]", "the tag '1' can't equal a field of type dec", ""),
    ("count ^+ price", "'+' doesn't take int and dec", "convert the int with dec()"),
    ("open ^+ 1", "'+' doesn't take bool and int", ""),
    ("price ^* '2'", "'*' doesn't take dec and text", "convert the text with dec()"),
    (
        "event ^+ 5",
        "'+' doesn't take time and int",
        "convert with from_ms(), to_ms() and their like, or write a duration such as 5s",
    ),
    ("event ^+ event", "'+' doesn't take time and time", ""),
    (
        "price ^/ 2",
        "'/' would round without saying how",
        "say how many digits to keep: div(a, b, digits), or use // for whole numbers",
    ),
    ("count // ^0", "division by zero", ""),
    ("price % ^0.00", "division by zero", ""),
    ("price + ^sparePrice", "'+' uses a value that may be absent", ABSENT),
    ("price > ^sparePrice", "'>' compares a value that may be absent", ABSENT),
    ("^spareSymbol in names", "'in' uses a value that may be absent", ABSENT),
    ("-^sparePrice", "'-' needs a number, and this may be absent", ABSENT),
    ("-^symbol", "'-' needs a number, not text", ""),
    ("^price == null", "this is never absent, so it can't be compared with null", "drop the test"),
    (
        "sparePrice != null and ^sparePrice != null",
        "this is never absent, so it can't be compared with null",
        "drop the test",
    ),
    ("null == ^null", "null is never absent, so it can't be compared with null", "drop the test"),
    ("sparePrice ^> null", "'>' can't compare with null", "use == null or != null"),
    ("^null", "null alone has no type", ""),
    ("^price ?? 0", "the left side of '??' is never absent", "drop the default"),
    ("sparePrice ?? ^symbol", "the default for dec is text", "convert the text with dec()"),
    ("sparePrice ?? ^count", "the default for dec is int", "convert the int with dec()"),
    (
        "^count and open",
        "the left side of 'and' must be bool, not int",
        "there is no truthiness; compare it with something",
    ),
    (
        "open or ^symbol",
        "the right side of 'or' must be bool, not text",
        "there is no truthiness; compare it with something",
    ),
    (
        "not ^count",
        "the operand of 'not' must be bool, not int",
        "there is no truthiness; compare it with something",
    ),
    ("not ^null", "the operand of 'not' must be bool, and this may be absent", ABSENT),
    (
        "if ^names then 1 else 2",
        "the condition of 'if' must be bool, not list<text>",
        "there is no truthiness; compare it with something",
    ),
    ("if open then 1 else ^'x'", "'then' gives int but 'else' gives text", "convert the text with int()"),
    ("count ^in names", "'in' can't look for int in list<text>", "convert the text with int()"),
    ("side ^in ['BUYER']", "'in' can't look for Side in list<text>", "write Side.BUYER"),
    ("count in ^[]", "nothing is in an empty list", ""),
    ("count ^in symbol", "'in' can't look for int in text", ""),
    ("count in [1, ^'2']", "the list holds int and text", "all elements have one type"),
    ("count in [^null]", "a list can't hold a value that may be absent", ABSENT),
    ("names ^== names", "'==' doesn't compare list<text>", ""),
    ("^lowr(symbol)", "there is no function 'lowr'", "did you mean 'lower'?"),
    ("^exec('1')", "there is no function 'exec'", ""),
    ("^lower()", "lower() takes 1 argument, not 0", "lower(text)"),
    ("^slice(symbol)", "slice() takes 2 or 3 arguments, not 1", "slice(text, int, int) or slice(text, int)"),
    ("lower(^count)", "argument 1 of lower() must be text, not int", "convert it with text()"),
    ("sha256(^symbol)", "argument 1 of sha256() must be bytes, not text", "convert it with utf8()"),
    ("lower(^spareSymbol)", "argument 1 of lower() may be absent", ABSENT),
    (
        "min(^symbol, 1)",
        "argument 1 of min() must be int or dec or time or duration, not text",
        "convert it with dec()",
    ),
    (
        "^min(count, event)",
        "min() doesn't take (int, time)",
        "min(int, int) or min(dec, dec) or min(time, time) or min(duration, duration)",
    ),
    ("split(symbol, ^'')", "argument 2 of split() must not be empty or longer than 999", ""),
    (
        "split(symbol, ^symbol)",
        "argument 2 of split() must be written out",
        "a literal, not a computed value",
    ),
    ("pad_left(symbol, ^5000, '0')", "argument 2 of pad_left() must be 0 to 1000, not 5000", ""),
    ("pad_left(symbol, 5, ^'00')", "argument 3 of pad_left() must be one character", ""),
    (
        "^any(bids)",
        "any() takes a list and a condition, not 1 arguments",
        "write any(list, condition); 'it' is the element",
    ),
    ("any(^price, true)", "any() needs a list, not dec", ""),
    (
        "any(bids, ^size)",
        "the condition of any() must be bool, not dec",
        "there is no truthiness; compare it with something",
    ),
    ("sum(names, ^it)", "sum() needs int, dec or duration, not text", ""),
    ("sum(holes, ^it)", "sum() needs int, dec or duration, and this may be absent", ABSENT),
    (
        "any(bids, any(bids, ^px > 1))",
        "'px' means more than one thing here",
        "write it.px for the innermost element's, or rename one with 'as'",
    ),
    (
        "any(bids, ^it)",
        "the condition of any() must be bool, not Level",
        "there is no truthiness; compare it with something",
    ),
    ("any(bids, ^sise > 0)", "unknown name 'sise'", "did you mean 'size'?"),
    ("^it.px", "unknown name 'it'", ""),
]


def place(marked: str) -> tuple[str, int]:
    return marked.replace("^", "", 1), marked.index("^")


@pytest.mark.parametrize(("marked", "message", "hint"), SYNTAX)
def test_syntax_errors_name_the_place_and_the_remedy(marked: str, message: str, hint: str) -> None:
    text, position = place(marked)
    with pytest.raises(ExprSyntaxError) as caught:
        parse(text)
    error = caught.value
    assert (error.message, error.hint) == (message, hint)
    if text.strip():
        assert error.position == position


@pytest.mark.parametrize(("marked", "message", "hint"), TYPES)
def test_type_errors_name_the_place_and_the_remedy(marked: str, message: str, hint: str) -> None:
    text, position = place(marked)
    with pytest.raises(ExprErrors) as caught:
        typed(text)
    (error,) = caught.value.errors
    assert (error.message, error.hint, error.position) == (message, hint, position)
    assert str(error) == (f"{message} ({hint})" if hint else message)


def test_all_errors_of_one_expression_come_at_once_in_order() -> None:
    with pytest.raises(ExprErrors) as caught:
        typed("prise > 1 and lower(count) == 'x' and Side.BYER == side and not symbol")
    assert [error.position for error in caught.value.errors] == [0, 20, 43, 64]


def test_one_unknown_name_raises_no_second_error() -> None:
    with pytest.raises(ExprErrors) as caught:
        typed("lower(nothing.at[0].all ?? 1) + 1 > (if x then 1 else 2)")
    assert [error.message for error in caught.value.errors] == ["unknown name 'nothing'", "unknown name 'x'"]


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ("symbol", DEC, "dec is needed here, not text"),
        ("count", DEC, "dec is needed here, not int"),
        ("sparePrice", DEC, "dec is needed here, and this may be absent"),
        ("null", INT, "int is needed here, and this may be absent"),
        ("symbol", Opt(INT), "opt<int> is needed here, not text"),
    ],
)
def test_a_place_may_demand_a_type(text: str, expected: Type, message: str) -> None:
    with pytest.raises(ExprErrors, match=message):
        typed(text, expected)


@pytest.mark.parametrize("field", ["class", "__init__", "a b", "é", "1x", ""])
def test_a_field_that_python_can_not_spell_needs_an_attribute(field: str) -> None:
    with pytest.raises(ValueError, match="needs a Python attribute"):
        Record("R", {field: INT})
    assert Record("R", {field: INT}, {field: "plain"}).attribute(field) == "plain"
    assert str(Enum("E", ())) == "E"
