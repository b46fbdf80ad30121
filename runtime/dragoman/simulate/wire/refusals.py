"""Refusals in the venue's own codes, found by what its table says that they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

import msgspec

from dragoman.net.facts import ErrorClass, ErrorTable
from dragoman.simulate.answers import Answer
from dragoman.simulate.exchange.reasons import Reason

_WORDS: Mapping[Reason, tuple[str, ...]] = {
    Reason.UNKNOWN_INSTRUMENT: ("unknown symbol", "symbol", "instrument", "contract"),
    Reason.CLOSED: ("closed", "not traded", "trading window", "halt", "suspend"),
    Reason.PRICE_STEP: ("digits", "tick", "price step", "filter", "price"),
    Reason.PRICE_RANGE: ("price", "filter", "limit price"),
    Reason.SIZE_STEP: ("digits", "lot", "filter", "quantity", "size"),
    Reason.SIZE_RANGE: ("quantity", "filter", "size", "too small", "too large"),
    Reason.MIN_NOTIONAL: ("notional", "value", "filter", "minimum", "too small"),
    Reason.DUPLICATE: ("duplicate", "taken", "already exists", "client order id", "used"),
    Reason.INSUFFICIENT: ("balance", "insufficient", "margin is too low", "too low", "not enough", "margin"),
    Reason.WOULD_TAKE: ("post-only", "post only", "would take", "match at once", "maker"),
    Reason.WOULD_TRIGGER: ("would trigger", "trigger"),
    Reason.REDUCE_ONLY: ("reduce-only", "reduce only", "reduce"),
    Reason.NOT_FOUND: ("no such order", "order does not exist", "order", "not found"),
    Reason.NOT_OPEN: ("no such order", "order does not exist", "order", "not found"),
    Reason.NOT_REPLACED: ("both halves", "no such order", "order does not exist", "order", "not found"),
    Reason.HALF_REPLACED: ("one half",),
    Reason.UNCHANGED: ("not changed", "no change", "not modified", "same", "already so"),
    Reason.EXPIRED: ("expire", "good till", "time in force"),
    Reason.POSITION: ("position side", "position mode", "position"),
    Reason.PARAMETER: ("mandatory", "required", "missing", "malformed", "parameter", "invalid"),
    Reason.SAME_MODE: ("margin mode", "margin type", "not changed", "already so"),
    Reason.MODE_HELD: ("margin mode", "margin type", "position"),
    Reason.NOT_SUPPORTED: ("combination", "not supported", "unsupported", "parameter", "invalid"),
}
_KINDS: Mapping[Reason, ErrorClass] = {
    Reason.UNKNOWN_INSTRUMENT: "not_found",
    Reason.NOT_FOUND: "not_found",
    Reason.NOT_OPEN: "not_found",
}
_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "auth": ("signature", "key"),
    "clock": ("timestamp", "window", "time"),
    "rate_limit": ("too many requests", "too many", "rate", "requests"),
    "not_found": ("no such", "unknown"),
    "rejected": ("mandatory", "parameter", "rejected"),
}
_WORD = re.compile(r"\w+")
_ALIKE = 4
"""Words in common from which a code's meaning is taken for what a sentence says."""
_STATUSES: Mapping[str, int] = {
    "auth": 401,
    "rate_limit": 429,
    "banned": 418,
    "maintenance": 503,
    "not_taken": 503,
    "server": 500,
    "unknown": 504,
}


class Refusals:
    """Builds the venue's error bodies."""

    def __init__(self, errors: ErrorTable, refused: Mapping[str, Any] | None = None) -> None:
        self.errors = errors
        self._refused = refused or {}
        self._texts = _are_texts(errors)

    def of_reason(self, reason: Reason, text: str, product: str = "") -> Answer:
        """What the exchange refused."""
        kind = _KINDS.get(reason, "rejected")
        said = self._said(reason, product)
        if said is not None:
            return self._in_words(kind, said, text)
        found = self._answer(kind, _WORDS.get(reason, ()), text)
        if reason is Reason.WOULD_TAKE:
            body = self.body(self.code(reason), self.text(reason, text))
            found = msgspec.structs.replace(found, body=body)
        return found

    def nearest(self, kind: ErrorClass, text: str) -> str:
        """The code of the kind, else of any, whose meaning has the most words of a sentence."""
        codes = self.errors.codes
        return max(
            codes,
            key=lambda code: (codes[code].kind == kind, _shared(codes[code].meaning, text)),
            default="-1",
        )

    def _said(self, reason: str, product: str) -> Mapping[str, Any] | None:
        """The code, words and status that the venue has for a reason; None where nothing is said."""
        said = self._refused.get(reason)
        if isinstance(said, Mapping) and "by" in said:
            said = next((v for k, v in said.items() if k != "by" and fnmatchcase(product, str(k))), None)
        if said is None or isinstance(said, Mapping):
            return said
        code, _, words = str(said).partition(":")
        return {"code": code.strip(), "text": words.strip()}

    def words(self, reason: str) -> tuple[str, str] | None:
        """The code and the text that the venue has for a reason, each empty where it has none; None where nothing is said."""
        said = self._said(reason, "") if reason else None
        return None if said is None else (str(said.get("code", "")), str(said.get("text") or ""))

    def _in_words(self, kind: ErrorClass, said: Mapping[str, Any], text: str) -> Answer:
        """A refusal in the venue's own words."""
        found = self._told(kind, str(said["code"]), said.get("text") or text)
        return msgspec.structs.replace(found, status=said.get("status", found.status))

    def text(self, reason: Reason, text: str, product: str = "") -> str:
        """What is said beside the code, in the venue's words where these tell what it was."""
        said = self._said(reason, product)
        if said is not None and said.get("text"):
            return str(said["text"])
        if reason is not Reason.WOULD_TAKE or self.errors.is_post_only(self.code(reason), text):
            return text
        words = [each for each in self.errors.post_only if not each.lstrip("-").isdigit()]
        return f"{words[0]}: {text}" if words else text

    def of_kind(
        self,
        kind: ErrorClass,
        text: str,
        headers: tuple[tuple[str, str], ...] = (),
        *,
        reason: str = "",
        product: str = "",
    ) -> Answer:
        """What the venue turned away before its exchange saw it."""
        said = self._said(reason, product)
        if said is not None:
            return msgspec.structs.replace(self._in_words(kind, said, text), headers=headers)
        words = _WORDS[Reason.NOT_SUPPORTED] if kind == "rejected" else _OF_KIND.get(kind, ())
        found = self._answer(kind, (*(word for word in _OF_KIND.get(kind, ()) if word in text), *words), text)
        return msgspec.structs.replace(found, headers=headers)

    def code(self, reason: Reason, product: str = "") -> str:
        """The code of what the exchange refused."""
        said = self._said(reason, product)
        if said is not None:
            return str(said["code"])
        known = [each for each in self.errors.post_only if each in self.errors.codes]
        if reason is Reason.WOULD_TAKE and known:
            return known[0]
        return self._code(_KINDS.get(reason, "rejected"), _WORDS.get(reason, ()))

    def body(self, code: str, text: str) -> bytes:
        """An error's body."""
        body: Any = {}
        for path, value in (
            (self.errors.code, code if self._texts else _as_told(code)),
            (self.errors.message, text),
        ):
            at = body
            for part in path[:-1]:
                at = at.setdefault(part, {})
            at[path[-1]] = value
        return msgspec.json.encode(body)

    def envelope(self, key: str, tree: Any) -> bytes:
        """An answer in the envelope that errors come in, with a code that says that nothing failed."""
        failed = self.errors.failed
        for code in ("0", 0, "", None):
            body = msgspec.json.decode(self.body("0", ""))
            at = body
            for part in self.errors.code[:-1]:
                at = at[part]
            at[self.errors.code[-1]] = code
            if failed is None or not failed(body):
                break
        return msgspec.json.encode({**body, key: tree})

    def whole(self, answer: Answer, unwrap: str) -> Answer:
        """An answer that refuses nothing with all that the venue says around its payload, which may stand under a key of its own."""
        if answer.status != 200 or not self.errors.fine or answer.body[:1] not in (b"{", b"["):
            return answer
        if answer.body[:1] == b"{":
            held = msgspec.json.decode(answer.body, type=dict[str, msgspec.Raw])
        elif unwrap:
            held = {unwrap: msgspec.Raw(answer.body)}
        else:
            return answer
        return msgspec.structs.replace(answer, body=msgspec.json.encode({**self.errors.fine, **held}))

    def enveloped(self, answer: Answer, unwrap: str, request: bytes) -> Answer:
        """An answer in the envelope of JSON-RPC, with the id of its request."""
        held: dict[str, Any] = {unwrap: msgspec.Raw(answer.body)}
        if answer.body[:1] == b"{":
            body = msgspec.json.decode(answer.body)
            if self.errors.failed is None or self.errors.failed(body):
                held = body
        try:
            asked = msgspec.json.decode(request)
        except (msgspec.DecodeError, UnicodeDecodeError):
            asked = None
        identity = asked.get("id") if isinstance(asked, dict) else None
        told = msgspec.json.encode({"jsonrpc": "2.0", **held, "id": identity})
        return msgspec.structs.replace(answer, body=told)

    def succeeded(self, body: bytes) -> bytes:
        """An answer whose code says that nothing failed, as it is where it says so already."""
        failed = self.errors.failed
        if (
            failed is None
            or not self.errors.code
            or body[:1] != b"{"
            or not failed(msgspec.json.decode(body))
        ):
            return body
        for code in ("0", 0, "", None):
            mended = _put(body, self.errors.code, code)
            if not failed(msgspec.json.decode(mended)):
                return mended
        return body

    def _answer(self, kind: ErrorClass, words: tuple[str, ...], text: str) -> Answer:
        code = self.nearest(kind, text)
        if kind != "auth" or code == "-1" or _shared(self.errors.codes[code].meaning, text) < _ALIKE:
            code = self._code(kind, words)
        return self._told(kind, code, text)

    def _told(self, kind: ErrorClass, code: str, text: str) -> Answer:
        told = self.errors.failed is not None and kind in ("rejected", "not_found", "auth", "clock")
        status = 200 if told else _STATUSES.get(kind, 400)
        for known, rule in self.errors.statuses.items():
            if rule.kind == kind and not told:
                status = known
                break
        return Answer(status, self.body(code, text))

    def _code(self, kind: ErrorClass, words: tuple[str, ...]) -> str:
        """The code of the kind whose meaning has the first of the words; of any kind where none of its own has one."""
        codes = self.errors.codes
        for kinds in ((kind,), ("rejected", "not_found", "auth", "clock")):
            for word in words:
                pattern = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
                for code, rule in codes.items():
                    if rule.kind in kinds and pattern.search(rule.meaning):
                        return code
        return next((code for code, rule in codes.items() if rule.kind == kind), "-1")


def _are_texts(errors: ErrorTable) -> bool:
    """Whether codes stand as text: an answer without a fault says so by a text, and by no number."""
    if errors.failed is None or not errors.code:
        return False

    def fails(code: int | str) -> bool:
        body: Any = code
        for part in reversed(errors.code):
            body = {part: body}
        return errors.failed is not None and errors.failed(body)

    return fails(0) and not fails("0")


def _shared(meaning: str, text: str) -> int:
    """How many words two sentences have in common."""
    return len(set(_WORD.findall(meaning.lower())).intersection(_WORD.findall(text.lower())))


def _put(body: bytes, path: tuple[str | int, ...], value: Any) -> bytes:
    """JSON with another value at a path; every other value keeps its text."""
    whole = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    name, rest = str(path[0]), path[1:]
    inner = _put(bytes(whole.get(name, b"{}")), rest, value) if rest else msgspec.json.encode(value)
    whole[name] = msgspec.Raw(inner)
    return msgspec.json.encode(whole)


def _as_told(code: str) -> int | str:
    """Numbers as numbers, as long as the table's codes are."""
    return int(code) if re.fullmatch(r"-?\d{1,9}", code) else code
