"""Which instrument an event is about, and the fields that its identity and the runtime fill."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import BOOL, INT, TEXT, TIME, List, Opt, strip_opt
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.model import is_instrument, targets
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.place import Place
from dragoman_generator.resolve.reading import model_enum
from dragoman_generator.resolve.values import Values

OF_ROW = "scope.ids_of("
"""What identities are made by where a row names its product."""
_INSTEAD = ", instead="
_BOOKS = frozenset({"OrderBookDeltas", "OrderBookDepth10"})


@dataclass
class Identities:
    """Resolves who an event is about."""

    values: Values

    def instrument(self, name: str, words: Tree, place: Place) -> Code | None:
        """The code of the instrument's id."""
        lookup = "scope.ids.define({})" if is_instrument(name) else "scope.ids[{}]"
        said = words.get("instrument")
        if isinstance(said, dict):
            return self.keyed(said, place, lookup)
        if isinstance(said, str):
            code = self.values.expressions.value(said, place.scope, (*place.path, "instrument"))
            return None if code is None else self.by_symbol(code, lookup, place)
        for shape, variable in ((place.shape, place.message), *place.outer):
            symbols = [f for f in shape.fields if f.type.kind == "sym"] if shape else []
            if len(symbols) == 1:
                return Code(lookup.format(f"{variable}.{symbols[0].name}"), TEXT)
            if len(symbols) > 1:
                self.values.tell(
                    place.path,
                    f"{name}: several fields could name the instrument",
                    "write 'instrument: " + symbols[0].name + "'",
                )
                return None
        if place.symbol_slot:
            return Code(f"scope.{place.slot_of}_id({literal(place.symbol_slot)})", TEXT)
        self.values.tell(
            place.path, f"{name}: nothing here says which instrument this is", "add 'instrument:'"
        )
        return None

    def by_symbol(self, code: Code, lookup: str, place: Place) -> Code | None:
        if strip_opt(code.type) != TEXT:
            self.values.tell(
                (*place.path, "instrument"), f"an instrument is named by text, and this is {code.type}"
            )
            return None
        if code.text.startswith("scope.told("):
            return Code(code.text.replace("scope.told(", "scope.request_id("), TEXT, code.imports)
        if isinstance(code.type, Opt):
            self.values.tell(
                (*place.path, "instrument"), "the symbol may be absent here", "give a default with ??"
            )
            return None
        return Code(lookup.format(code.text), TEXT, code.imports)

    def keyed(self, said: Tree, place: Place, lookup: str) -> Code | None:
        """`{key: [paths]}` or `{symbol: path, venue: path}`; with `product: path` the payload tells the product too."""
        product = None
        if "product" in said:
            where = (*place.path, "instrument", "product")
            product = self.values.expressions.value(str(said["product"]), place.scope, where)
            if product is None:
                return None
            if product.type != TEXT:
                self.values.tell(where, f"a product is named by text, and this is {product.type}")
                return None
            lookup = lookup.replace("scope.ids", OF_ROW + product.text + ")")
        if "key" in said:
            parts = said["key"] if isinstance(said["key"], list) else [said["key"]]
        else:
            parts = [said[word] for word in ("symbol", "venue") if word in said]
        codes = [
            self.values.expressions.value(str(part), place.scope, (*place.path, "instrument"))
            for part in parts
        ]
        if any(code is None for code in codes):
            return None
        found = [code for code in codes if code is not None]
        key = _key([code.text for code in found])
        if "instead" in said:
            words = [word for word in ("symbol", "venue") if word in said]
            restated = self.restated(said["instead"], dict(zip(words, found, strict=False)), place, lookup)
            key += "" if restated is None else restated.text
            found += [] if restated is None else [restated]
        if product is not None:
            found.append(product)
        needed = frozenset(item for code in found for item in code.imports)
        return Code(lookup.replace("{}", key), TEXT, needed)

    def restated(self, said: object, own: dict[str, Code], place: Place, lookup: str) -> Code | None:
        """The keys that a definition has for callers who ask for an option of the product."""
        where = (*place.path, "instrument", "instead")
        products = [self.values.products[p] for p in place.products or self.values.products]
        options = sorted({option for product in products for option in product.options})
        if "define" not in lookup or not isinstance(said, dict):
            self.values.tell(where, "only what defines an instrument has another id for who asks for one")
            return None
        parts, needed = [], frozenset[tuple[str, str]]()
        for option, changed in said.items():
            if option not in options or not isinstance(changed, dict):
                self.values.tell(
                    (*where, option), f"no product has the option {option!r}", did_you_mean(option, options)
                )
                continue
            texts = dict(own)
            for word, path in changed.items():
                code = self.values.expressions.value(str(path), place.scope, (*where, option, word))
                if code is None or word not in own:
                    self.values.tell((*where, option, word), f"the key has no part {word!r}")
                    continue
                text = f"({code.text} or {own[word].text})" if isinstance(code.type, Opt) else code.text
                texts[word] = Code(text, TEXT, code.imports)
                needed |= code.imports
            parts.append(f"{literal(option)}: {_key([code.text for code in texts.values()])}")
        return Code(f"{_INSTEAD}{{{', '.join(parts)}}}", TEXT, needed)

    def identity(
        self, name: str, given: dict[str, Code], instrument: Code | None, words: Tree, place: Place
    ) -> None:
        """Fields that reserved words and the runtime fill."""
        wanted = {target.name for target in targets(name)}
        if "bar_type" in wanted and "bar_type" not in given:
            interval = (
                self.values.value(words["interval"], place, "interval", None)
                if "interval" in words
                else Code("None", Opt(TEXT))
            )
            if instrument is not None and interval is not None:
                arguments = [instrument.text, interval.text]
                if "price_type" in words and (
                    price := self.values.value(
                        words["price_type"], place, "price_type", None, model_enum("PriceType")
                    )
                ):
                    arguments.append(literal(price.text.partition(".")[2]))
                given["bar_type"] = Code(
                    f"scope.bar_type({', '.join(arguments)})", TEXT, instrument.imports | interval.imports
                )
        if "instrument_id" in wanted and instrument is not None:
            given["instrument_id"] = instrument
        if "account_id" in wanted and "account_id" not in given:
            given["account_id"] = Code("scope.account_id", Opt(TEXT))
        if "ts_event" in wanted:
            given.setdefault("ts_event", Code("ts_init", TIME))
        if "ts_init" in wanted:
            given.setdefault("ts_init", Code("ts_init", TIME))
        if name in _BOOKS or name == "OrderBookDelta":
            given.setdefault("flags", Code("0", INT))
            given.setdefault("sequence", Code("0", INT))
        if name == "OrderBookDeltas":
            given.setdefault("is_snapshot", Code("False", BOOL))
        if name == "OrderBookDelta":
            given.setdefault("order_id", Code("0", INT))
        if name == "OrderBookDepth10":
            given.setdefault("bid_counts", Code("()", List(INT)))
            given.setdefault("ask_counts", Code("()", List(INT)))
        if is_instrument(name) and instrument is not None and "raw_symbol" not in given:
            key = _defined(instrument)
            given["raw_symbol"] = Code(f"scope.raw_symbol({key})", TEXT)
        products = [
            self.values.products[p]
            for p in place.products or self.values.products
            if p in self.values.products
        ]
        if (
            is_instrument(name)
            and instrument is not None
            and products
            and all(len(p.keys) > 1 for p in products)
        ):
            key = _defined(instrument)
            given["keys"] = Code(f"scope.keys({key})", TEXT)


def _key(parts: list[str]) -> str:
    """A key of one part, or of several."""
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def _defined(instrument: Code) -> str:
    """The key by which an instrument is defined."""
    inside = instrument.text.removeprefix("scope.ids.define(").removesuffix(")")
    return inside.partition(_INSTEAD)[0]
