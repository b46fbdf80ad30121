"""Instrument ids of products whose rules are alike: the catalog decides, and what it leaves open is asked for."""

from __future__ import annotations

import msgspec
import pytest
from dragoman.errors import AmbiguousInstrument, UnknownInstrument
from dragoman.model import InstrumentId
from dragoman.translate.facts import Key, Product
from dragoman.translate.symbology import Symbology

_ID = InstrumentId("PLUM.GROVE")


def _product(name: str) -> Product:
    def make(key: Key) -> InstrumentId:
        return InstrumentId(f"{key}.GROVE")

    def key_of(instrument_id: InstrumentId) -> Key | None:
        return instrument_id.removesuffix(".GROVE")

    return Product(name, ("symbol",), ("CurrencyPair",), make, key_of, str)


@pytest.fixture
def symbology() -> Symbology:
    return Symbology("grove", {name: _product(name) for name in ("spot", "dated")})


def test_a_catalog_decides_between_rules_that_are_alike(symbology: Symbology) -> None:
    with pytest.raises(UnknownInstrument, match="load instruments"):
        symbology.resolve(_ID)
    symbology.learn(_ID, "dated", "PLUM")
    symbology.learn(_ID, "dated", "PLUM-2")
    assert symbology.resolve(_ID) == ("dated", "PLUM-2")


def test_symbols_tell_products_where_every_one_of_them_is_told_apart(symbology: Symbology) -> None:
    assert not symbology.tells(["spot", "dated"])
    apart = {
        name: msgspec.structs.replace(product, apart=True) for name, product in symbology.products.items()
    }
    assert Symbology("grove", apart).tells(["spot", "dated"])
    assert not Symbology("grove", apart).tells([])


def test_an_id_of_two_listed_products_is_refused_until_the_product_is_named(symbology: Symbology) -> None:
    symbology.learn(_ID, "spot", "PLUM")
    symbology.learn(_ID, "dated", "PLUM")
    with pytest.raises(AmbiguousInstrument, match="of dated and of spot; say which product") as caught:
        symbology.resolve(_ID)
    assert caught.value.products == ("dated", "spot")
    assert symbology.resolve(_ID, ["spot"])[0] == "spot"
    assert symbology.resolve(_ID, ["dated"])[0] == "dated"
