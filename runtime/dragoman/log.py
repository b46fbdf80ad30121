"""Standard-library logging with `event key=value` lines from which every secret has been taken out."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from typing import Any

HIDDEN = "***"

# Names that end in one of these words carry a secret, whatever prefix a venue puts before them.
_SECRET_WORDS = (
    r"api[-_]?key|app[-_]?key|access[-_]?key|private[-_]?key|listen[-_]?key|secret(?:[-_]?key)?|pass(?:phrase|word|wd)"
    r"|signature|(?<![a-z])sign|(?<![a-z])sig|token|session(?:[-_]?id)?|authori[sz]ation|authentication|(?<![a-z])cookie|mnemonic"
)
_SPELLED = (
    "apikey api_key api-key appkey app_key app-key accesskey access_key access-key privatekey private_key private-key"
    " listenkey listen_key listen-key secretkey secret_key secret-key passphrase password passwd signature token"
    " sessionid session_id session-id authorisation authorization authentication cookie mnemonic"
)
"""The same, as they are written."""
_SECRET_NAME = re.compile(rf"(?i)(?:[\w.-]*?)(?:{_SECRET_WORDS})\Z")
_PAIR_IN_JSON = re.compile(
    rf'(?i)(\\?"[\w.-]*?(?:{_SECRET_WORDS})\\?"\s*:\s*)("(?:[^"\\]|\\.)*"|\\"(?:[^"\\])*\\"|[^\s,{{}}\[\]"\\]+)'
)
_PAIR_IN_QUERY = re.compile(rf"(?i)(?<![\w.-])([\w.-]*?(?:{_SECRET_WORDS})=)([^&\s|,;\"']+)")
_PAIR_IN_REPR = re.compile(rf"(?i)('[\w-]*?(?:{_SECRET_WORDS})': )'(?:[^'\\]|\\.)*'")
_PAIR_IN_HEADER = re.compile(
    rf"(?im)(^|[\s(\[{{])([\w-]*?(?:{_SECRET_WORDS}):[ \t]*)(?![\s\"'])([^\r\n\"']+)"
)
_SHORTEST_SECRET = 6
_NO_NAME = r"(?![\w-]*\\?[\"']?\s*[:=])"
"""Where no value follows that it names."""


def _hidden_in_json(found: re.Match[str]) -> str:
    quote = '\\"' if found[1].startswith("\\") else '"'  # JSON within JSON has its quotes escaped
    return f"{found[1]}{quote}{HIDDEN}{quote}"


class Secrets:
    """Values and names that may never be shown; one instance serves the whole process."""

    def __init__(self) -> None:
        self._values: set[str] = set()
        self._names: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def hide(self, value: str, *, instead_of: str | None = None) -> None:
        """Keep `value` out of every later text; a renewed token replaces `instead_of`, so that the set stays small."""
        if instead_of is not None:
            self._values.discard(instead_of)
        if len(value) >= _SHORTEST_SECRET:  # a shorter value would blank out half of ordinary text
            self._values.add(value)
            # The same value as JSON text shows it, with its quotes and newlines escaped.
            self._values.add(json.dumps(value)[1:-1])
        self._settle()

    def hide_name(self, name: str) -> None:
        """Treat the header, parameter or field `name` as secret, in addition to the well-known names."""
        self._names.add(name.lower())
        self._settle()

    def _settle(self) -> None:
        longest_first = sorted(self._values, key=lambda text: (-len(text), text))
        forms = [re.escape(each) + (_NO_NAME if self._is_in_name(each) else "") for each in longest_first]
        self._pattern = re.compile("|".join(forms)) if forms else None

    def _is_in_name(self, value: str) -> bool:
        """Whether it stands in the name of a secret: hidden there, it would take away what hides the value behind the name."""
        folded = value.lower()
        return any(folded in name for name in (_SPELLED, *self._names))

    def is_secret_name(self, name: str) -> bool:
        return name.lower() in self._names or _SECRET_NAME.match(name) is not None

    def redact(self, text: str) -> str:
        """`text` with registered values, and the values of secret names in URLs, JSON and headers, replaced by `***`."""
        if self._pattern is not None:
            text = self._pattern.sub(HIDDEN, text)
        text = _PAIR_IN_JSON.sub(_hidden_in_json, text)
        text = _PAIR_IN_QUERY.sub(rf"\g<1>{HIDDEN}", text)
        text = _PAIR_IN_REPR.sub(rf"\g<1>'{HIDDEN}'", text)
        text = _PAIR_IN_HEADER.sub(rf"\g<1>\g<2>{HIDDEN}", text)
        for name in self._names:
            pair = rf"(?i)({re.escape(name)}\\?[\"']?\s*[=:]\s*\\?[\"']?)[^&\s,\"}}]+"
            text = re.sub(pair, rf"\g<1>{HIDDEN}", text)
        return text

    def redact_values(self, text: str, *, keep_length: bool = False) -> str:
        """`text` with registered values alone replaced, by as many asterisks where the length counts."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: "*" * len(found[0]) if keep_length else HIDDEN, text)

    def redact_bytes(self, raw: bytes, *, most: int = 2000) -> str:
        """`raw` as printable text of at most `most` characters, redacted before it is cut."""
        text = self.redact(raw[: 4 * most].decode("utf-8", "backslashreplace"))
        return text if len(text) <= most and len(raw) <= 4 * most else f"{text[:most]}… ({len(raw)} bytes)"


SECRETS = Secrets()


def redact(text: str) -> str:
    return SECRETS.redact(text)


def _shown(value: object) -> str:
    if isinstance(value, bytes | bytearray | memoryview):
        text = SECRETS.redact_bytes(bytes(value), most=500)
    else:
        text = str(value)
    return text if text and not re.search(r"[\s=\"]", text) else json.dumps(text, ensure_ascii=False)


class Line:
    """One `event key=value` log line, put together and redacted only if a handler asks for its text."""

    __slots__ = ("event", "fields")

    def __init__(self, event: str, fields: Mapping[str, object]) -> None:
        self.event = event
        self.fields = fields

    def __str__(self) -> str:
        parts = [self.event]
        for name, value in self.fields.items():
            parts.append(f"{name}={HIDDEN if SECRETS.is_secret_name(name) else _shown(value)}")
        return SECRETS.redact(" ".join(parts))


class Log:
    """`log.info("connected", url=url, attempt=2)` on the standard logger of this name."""

    __slots__ = ("_logger",)

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def at(self, level: int, event: str, /, **fields: object) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, Line(event, fields), stacklevel=3)

    def debug(self, event: str, /, **fields: object) -> None:
        self.at(logging.DEBUG, event, **fields)

    def info(self, event: str, /, **fields: object) -> None:
        self.at(logging.INFO, event, **fields)

    def warning(self, event: str, /, **fields: object) -> None:
        self.at(logging.WARNING, event, **fields)

    def error(self, event: str, /, **fields: object) -> None:
        self.at(logging.ERROR, event, **fields)


class RedactingFilter(logging.Filter):
    """Redacts whatever other libraries log; put it on a handler to cover their records too."""

    def filter(self, record: logging.LogRecord) -> bool:
        message: Any = record.getMessage()
        record.msg, record.args = SECRETS.redact(message), ()
        return True


def redact_logs(*names: str) -> None:
    """Redact what the loggers of other libraries say, such as the addresses that they call."""
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(each, RedactingFilter) for each in logger.filters):
            logger.addFilter(RedactingFilter())
