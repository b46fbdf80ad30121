"""Texts that want to be more than text."""

CODE = "__import__('pathlib').Path(__import__('os').environ['MILL_CANARY']).touch()"
"""What must never run: it leaves a file behind."""

TEXTS = {
    "quotes": "\"'`\"\"'''",
    "three quotes": 'x"""\n' + CODE + '\n"""',
    "three single quotes": "x'''\n" + CODE + "\n'''",
    "quote and code": '" + ' + CODE + ' + "',
    "single quote and code": "' + " + CODE + " + '",
    "backslash at the end": "ends with \\",
    "backslash and quote": 'ends with \\"',
    "three backslashes and quotes": '\\\\\\"""' + CODE + '"""',
    "newline and code": "x\n" + CODE + "\n",
    "carriage return and code": "x\r" + CODE + "\r",
    "form feed and code": "x\x0c" + CODE,
    "line separator and code": "x\u2028" + CODE,
    "next line and code": "x\x85" + CODE,
    "comment": "# " + CODE,
    "closing brackets": ")]}" + CODE + "#",
    "jinja expression": "{{ 7 * 7 }}{{ venue.__class__.__mro__ }}",
    "jinja statement": "{% for x in range(9) %}x{% endfor %}{% include '/etc/passwd' %}",
    "jinja comment": "{# gone #}",
    "jinja that never ends": "{{ {% {#",
    "braces of an f-string": "{" + CODE + "}",
    "braces with an attribute": "{0.__class__.__mro__}",
    "doubled braces": "{{" + CODE + "}}",
    "percent": "%s%(x)s%n",
    "dollar": "${x} $key $id $part",
    "escape by name": "\\N{BULLET} \\x41 \\u0041 \\101",
    "metacharacters": "(?P<symbol>.*)+$|^[a-z]*?(",
    "catastrophic pattern": "(a+)+(a+)+(a+)+$",
    "bidirectional": "user\u202e }// reversed \u2066\u2069",
    "confusables": "\u0455ymbol \u0430\u0435\u043e \uff50\uff52\uff49\uff4e\uff54",
    "invisible": "zero\u200bwidth\u2060joiner\ufeff",
    "nul": "nul\x00byte",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "markdown": "](javascript:alert(1)) [x](data:text/html,x) | `code` | ![](http://x)",
    "path": "../../../../etc/passwd",
    "dunder": "__class__",
    "keyword": "lambda",
    "tag of yaml": "!!python/object/apply:os.system [touch]",
    "anchor of yaml": "&a [*a]",
    "very long": "long " * 4000,
    "empty": "",
    "blank": " \t ",
    "looks like a member": "OrderSide.BUY and AggressorSide.SELLER",
}

NAMES = (
    "__init__", "__class__", "_private", "None", "True", "class", "lambda", "match", "print", "exec", "self", "scope", "message", "ts_init", "out",
    "Struct", "Decimal", "InstrumentId", "TradeTick", "Literal", "a b", "a-b", "a.b", "a;b", "a\nb", "a'b", 'a"b', "a{b}", "1a", "1", "", "x" * 65,
    "\u0455ymbol", "\uff50rint", "\ufb01eld", "ma\u00f1ana", "x\u200b", "..", "/", "a/b", "con", "json", "os", "import", "dragoman", "msgspec", "re",
)  # fmt: skip
"""Names that are none, or mean something already."""
