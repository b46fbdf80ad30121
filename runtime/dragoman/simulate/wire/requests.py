"""Requests as they came, taken apart: parameters of query, body and path by their names on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from dragoman.errors import DragomanError
from dragoman.model import InstrumentId
from dragoman.requests.facts import Operation, Param, Slot
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.links import matched
from dragoman.simulate.wire.keys import Call, pairs_of
from dragoman.translate.facts import Product

_JSON = msgspec.json.Decoder(float_hook=Decimal)


def given_of(operation: Operation, call: Call, in_path: Mapping[str, str]) -> dict[str, Any]:
    """Every parameter of a call that says something, which no empty text does; raises Refused for a body that is none."""
    said = _said(operation, call, in_path)
    for wire in _prepared(operation).json:
        text = said.get(wire)
        if isinstance(text, str) and text[:1] in ("[", "{"):
            try:
                said[wire] = _JSON.decode(text)
            except msgspec.DecodeError as error:
                raise Refused(Reason.NOT_SUPPORTED, f"{wire} is no JSON: {error}") from None
    return {name: value for name, value in said.items() if value is not None and value != ""}


def _said(operation: Operation, call: Call, in_path: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {**call.pairs, **in_path}
    if not call.body:
        return found
    text = call.body.decode("utf-8", "replace").strip()
    if not text:
        return found
    if text[0] not in "{[":
        return found | pairs_of(text)
    try:
        message = _JSON.decode(text)
    except msgspec.DecodeError as error:
        raise Refused(Reason.NOT_SUPPORTED, f"the body is no JSON: {error}") from None
    if operation.body is None:
        return found | message if isinstance(message, dict) else found
    if isinstance(operation.body, Slot):
        return found | {operation.body.name: message}
    said = matched(operation.body, message)
    if said is None:
        raise Refused(Reason.NOT_SUPPORTED, "the body is of another form")
    params = said.pop("params", {})
    return found | said | (params if isinstance(params, dict) else {})


def listed(text: str) -> list[Any]:
    """The entries of a list that stands as text: JSON, or entries with commas between them."""
    if text.startswith("["):
        try:
            found = msgspec.json.decode(text)
        except msgspec.DecodeError:
            return text.split(",")
        return found if isinstance(found, list) else [found]
    return text.split(",")


def request_of(operation: Operation, product: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters by the names that translators know; raises Refused for one that is missing or no value of its kind."""
    found: dict[str, Any] = {}
    for wire, told, plain, insists, param in _prepared(operation).of(product):
        if wire in given:
            found[told] = given[wire] if plain else _value(param, given[wire])
        elif insists:
            raise Refused(Reason.NOT_SUPPORTED, f"mandatory parameter {wire!r} was not sent")
    return found


class _Prepared:
    """The parameters of one operation, looked through once."""

    __slots__ = ("_by_product", "json", "operation")

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.json = [param.wire for param in operation.params if param.join == "json"]
        """Those that may stand as JSON in a text."""
        self._by_product: dict[str, list[tuple[str, str, bool, bool, Param]]] = {}

    def of(self, product: str) -> list[tuple[str, str, bool, bool, Param]]:
        """(on the wire, as translators know it, whether any value will do, whether it has to be sent, parameter) of a product."""
        found = self._by_product.get(product)
        if found is None:
            found = self._by_product[product] = [
                (
                    param.wire,
                    param.told,
                    param.kind not in ("int", "time") and not param.allowed,
                    param.required and param.default is None and param.fills != "product",
                    param,
                )
                for param in self.operation.params
                if not param.products or product in param.products
            ]
        return found


_PREPARED: dict[int, _Prepared] = {}


def _prepared(operation: Operation) -> _Prepared:
    found = _PREPARED.get(id(operation))
    if found is None or found.operation is not operation:
        found = _PREPARED[id(operation)] = _Prepared(operation)
    return found


def instrument_of(operation: Operation, product: Product, given: Mapping[str, Any]) -> InstrumentId | None:
    """The instrument that a call names, None where it names none; raises Refused for one that can't be."""
    parts = dict.fromkeys(product.keys)
    for param in operation.params:
        if param.wire not in given:
            continue
        if param.fills == "symbol":
            return _made(product, given[param.wire], param)
        if param.fills in parts:
            parts[param.fills] = given[param.wire]
    told = [value for value in parts.values() if value is not None]
    if parts and len(told) == len(parts):
        key = str(told[0]) if len(told) == 1 else tuple(str(each) for each in told)
        return _made(product, key, None)
    return None


def _made(product: Product, key: Any, param: Param | None) -> InstrumentId:
    try:
        return product.make_id(key)
    except (DragomanError, LookupError, ValueError, TypeError):
        name = "instrument" if param is None else param.wire
        raise Refused(Reason.UNKNOWN_INSTRUMENT, f"no such {name}: {key}") from None


def _value(param: Param, value: Any) -> Any:
    if param.kind in ("int", "time"):
        try:
            return int(value)
        except (ValueError, TypeError):
            raise Refused(Reason.NOT_SUPPORTED, f"{param.wire} is no number: {str(value)[:80]}") from None
    if param.allowed and value in param.allowed:
        return value
    if param.allowed and str(value) not in map(str, param.allowed):
        raise Refused(Reason.NOT_SUPPORTED, f"{param.wire} can't be {str(value)[:80]}")
    return value
