"""Takes secrets out of whatever is about to be written; what is not secret stays byte for byte."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

import msgspec

from dragoman.log import HIDDEN, SECRETS
from dragoman.net.wire import Opcode, Pairs
from dragoman.requests.facts import Interface, Slot
from dragoman.tape.lines import payload
from dragoman.tape.names import Names, names_of, slots

_SHORTEST = 6
_MOST_LEARNED = 64
_HINTS = (
    "key",
    "secret",
    "pass",
    "sig",
    "token",
    "session",
    "authori",
    "authent",
    "cookie",
    "mnemonic",
    "://",
)
"""A text without any of these, in lower case, has no secret under a well-known name, nor a log-in in an address."""
_JSON_PAIR = re.compile(
    r'(\\?"([\w.-]+)\\?"\s*:\s*)' r'("(?:[^"\\]|\\.)*"|\\"(?:[^"\\])*\\"|\[[^\[\]{}]*\]|[^\s,{}\[\]"\\]+)'
)
_QUERY_PAIR = re.compile(r"""(?<![\w.-])([\w.-]+)=([^&#|\s"'\\]+)""")
_USER_INFO = re.compile(r"""(://)[^/?#@\s"'\\]+(?=@)""")
_COMMON = "well-known names of secrets, registered values"


class Scrubber:
    """Redacts texts, addresses, headers and frames of one venue.

    keep: names of fields that look like secrets and are public data of this venue, such as the `token` of a listing.
    A text found under a secret name in an answer's JSON is remembered, so that it is hidden wherever it turns up later.
    """

    def __init__(
        self, names: Names | None = None, values: Iterable[str] = (), *, keep: Iterable[str] = ()
    ) -> None:
        self.names = names or Names()
        self._keep = frozenset(name.lower() for name in keep)
        for value in values:
            self.hide(value)
        self._hints = (*_HINTS, *sorted(self.names.secret - self._keep))
        self._known: dict[str, bool] = {}
        self._learned: dict[str, None] = {}

    @classmethod
    def of(
        cls, interface: Interface, credentials: Mapping[str, str], *, keep: Iterable[str] = ()
    ) -> Scrubber:
        """A scrubber that knows the declared names of a venue and the credentials in use."""
        return cls(names_of(interface), credentials.values(), keep=keep)

    @property
    def redactions(self) -> tuple[str, ...]:
        """What is taken out, in words for a tape's header."""
        return (_COMMON, *sorted(self.names.secret - self._keep))

    def hide(self, value: str) -> None:
        """Keep a value, and the forms that it takes in addresses and headers, out of everything."""
        if len(value) >= _SHORTEST:
            for form in _forms(value):
                SECRETS.hide(form)

    def is_secret(self, name: str) -> bool:
        found = self._known.get(name)
        if found is None:
            folded = name.lower()
            by_name = folded in self.names.secret or SECRETS.is_secret_name(name)
            found = self._known[name] = by_name and folded not in self._keep
        return found

    # -- texts ---------------------------------------------------------------------------------------------------------

    def text(self, text: str, *, learn: bool = True) -> str:
        """A text without its secrets, whatever it is: JSON stays JSON, an address stays an address."""
        text = SECRETS.redact_values(text)
        folded = text.lower()
        if not any(hint in folded for hint in self._hints):
            return text
        text = self._pairs(_JSON_PAIR.sub(self._in_json if learn else self._in_json_of_streams, text))
        # What has the form of a header is looked for in prose alone: JSON has colons everywhere.
        prose = folded.lstrip()[:1] not in ("{", "[") and not any(name in folded for name in self._keep)
        return SECRETS.redact(text) if prose else text

    def body(self, data: bytes, *, learn: bool = True) -> bytes:
        """A body or frame without its secrets; where it is no text, values are blanked out length for length."""
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return self._binary(data)
        scrubbed = self.text(text, learn=learn)
        return data if scrubbed == text else scrubbed.encode()

    def url(self, url: str) -> str:
        """An address whose secret parameters say `***`."""
        return self._pairs(SECRETS.redact_values(url))

    def headers(self, headers: Pairs | Mapping[str, str]) -> dict[str, str]:
        """Headers by name; the values of secret ones are `***`."""
        pairs = headers.items() if isinstance(headers, Mapping) else headers
        return {name: HIDDEN if self.is_secret(name) else self.text(value) for name, value in pairs}

    def frame(self, opcode: Opcode, data: bytes, form: Any = None) -> dict[str, Any]:
        """The content fields of a frame's line; `form` is the declared tree of a log-in frame, whose filled places are blanked."""
        # Only values are blanked in binary messages: their lengths count, and names in them are not what they seem.
        plain = opcode is Opcode.TEXT or data.lstrip()[:1] in (b"{", b"[")
        clean = self.body(data, learn=False) if plain else self._binary(data)
        if form is not None and opcode is Opcode.TEXT:
            try:
                message = msgspec.json.decode(clean)
            except (msgspec.DecodeError, UnicodeDecodeError):
                return payload(opcode, clean)
            blanked = self._by_form(form, message)
            if blanked != message:
                clean = msgspec.json.encode(blanked)
        return payload(opcode, clean)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _pairs(self, text: str) -> str:
        """Without the secrets of `name=value` pairs and of log-ins in addresses."""
        return _QUERY_PAIR.sub(self._in_query, _USER_INFO.sub(rf"\g<1>{HIDDEN}", text))

    def _in_json(self, found: re.Match[str]) -> str:
        return self._without(found, self._in_json, self._learn)

    def _in_json_of_streams(self, found: re.Match[str]) -> str:
        """Nothing is learned from streams: a field of each message would be a new secret."""
        return self._without(found, self._in_json_of_streams, None)

    def _without(
        self,
        found: re.Match[str],
        within: Callable[[re.Match[str]], str],
        learn: Callable[[str], None] | None,
    ) -> str:
        if found[3] in ("null", "true", "false"):
            return found[0]
        if not self.is_secret(found[2]):
            return found[1] + _JSON_PAIR.sub(within, found[3]) if '\\"' in found[3] else found[0]
        quote_mark = '\\"' if found[1].startswith("\\") else '"'  # JSON within JSON has its quotes escaped
        hidden = f"{quote_mark}{HIDDEN}{quote_mark}"
        if learn is not None:
            for value in _texts(found[3], quote_mark):
                learn(value)
        return f"{found[1]}[{hidden}]" if found[3].startswith("[") else f"{found[1]}{hidden}"

    def _learn(self, value: str) -> None:
        """Hide a value from now on; of many, the last ones."""
        if len(value) < _SHORTEST or value in self._learned:
            return
        self._learned[value] = None
        self.hide(value)
        if len(self._learned) > _MOST_LEARNED:
            oldest = next(iter(self._learned))
            del self._learned[oldest]
            for form in _forms(oldest):
                SECRETS.hide("", instead_of=form)

    def _in_query(self, found: re.Match[str]) -> str:
        return f"{found[1]}={HIDDEN}" if self.is_secret(found[1]) else found[0]

    def _by_form(self, form: Any, message: Any) -> Any:
        if isinstance(form, Mapping) and isinstance(message, Mapping):
            return {
                key: self._by_form(form[key], value) if key in form else value
                for key, value in message.items()
            }
        if isinstance(form, list | tuple) and isinstance(message, list):
            return [self._by_form(part, value) for part, value in zip(form, message, strict=False)]
        secret = callable(form) and not isinstance(form, Slot) and bool(slots(form))
        return HIDDEN if secret else message

    def _binary(self, data: bytes) -> bytes:
        shown = data.decode("latin-1")
        return SECRETS.redact_values(shown, keep_length=True).encode("latin-1")


def _forms(value: str) -> set[str]:
    """A value in plain and as addresses and headers carry it."""
    return {value, quote(value, safe=""), quote_plus(value), b64encode(value.encode()).decode()}


def _texts(value: str, quote_mark: str) -> set[str]:
    """The texts in a JSON value, as they stand there and as they are meant."""
    if value.startswith(quote_mark):
        inner = value.removeprefix(quote_mark).removesuffix(quote_mark)
        value = f'"{inner}"'
    try:
        meant = msgspec.json.decode(value)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {value.strip('"')} - {HIDDEN}
    texts = {each for each in (meant if isinstance(meant, list) else [meant]) if isinstance(each, str)}
    return (texts | {value.strip('"')} if isinstance(meant, str) else texts) - {HIDDEN, ""}
