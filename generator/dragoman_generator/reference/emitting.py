"""Words of `emit` beside the fields of the event, filters of templates."""

from __future__ import annotations

from dragoman_generator.emit.markdown import Section, code, text
from dragoman_generator.language.emit import Value
from dragoman_generator.reference.sections import beside

EMIT_WORDS = {
    "when": "an expression; nothing comes out where it is false",
    "ensure": "an expression that must hold; where it does not, the row is set aside as an error",
    "instrument": "a path to the symbol, `{key: [paths]}` through the product's keys, or `{symbol: path, venue: path}`; left out: the row's (else the payload's) only `sym` field, the topic's or the request's symbol",
    "product": "the product, where neither the socket nor the call says it",
    "interval": "Bar: the venue's interval, an enum whose values map to bar specifications such as `1-MINUTE`",
    "price_type": "Bar: a member of PriceType, LAST where left out",
    "remove": "OrderBookDeltas: which levels are deletions, `= size == 0`",
    "needs": "merge: fields that must be known",
    "fire": "merge: `any_present` or `any_changed` of the fields used",
    "if_equal": "merge: `skip` an event that says nothing new",
    "like": "a name of `emits` whose one event has these fields, be it of another type; those that the event says itself go before, and `null` leaves one out",
    "without": "beside `like`, or in a use with changes: the fields that are left out",
    "same": "fields that the payload holds as they are, each under the same name or as `field: path`; `all` of an event of `data_types` are those that it says in no other way",
    "usual": "payload field -> what the venue usually sends there, where the event keeps nothing of it; a simulated venue sends that",
}
"""Every reserved word of an event's mapping."""
EACH_WORDS = {
    "in": "the list: a path or an expression",
    "as": "the name of the row",
    "when": "an expression; the row gives nothing where it is false",
    "emit": "what each row gives",
}
FILTER_WORDS = {
    "lower": "lower case; turned back when the topic is read",
    "upper": "upper case",
    "dashes": "points become dashes",
    "last_N": "the last N characters, `last_5`",
}


def emitting() -> list[Section]:
    """`emit` as a reader of a spec meets it."""
    paragraphs = (
        "`emit` maps an event type to its fields, or is a list of such mappings. A bare string is a path, a string that starts with `= ` an expression, a mapping a [Value](#value).",
        "`each` in place of an event type is a fan-out over a list.",
    )
    return [
        Section("Emit", paragraphs, ("word", "meaning"), _rows(EMIT_WORDS)),
        *beside(Value),
        Section("Words of each", (), ("word", "meaning"), _rows(EACH_WORDS), level=3),
        Section(
            "Filters of templates",
            ("`{slot|filter}` in topics and other templates.",),
            ("filter", "meaning"),
            _rows(FILTER_WORDS),
            level=3,
        ),
    ]


def _rows(said: dict[str, str]) -> list[tuple[str, str]]:
    return [(code(word), text(meaning)) for word, meaning in said.items()]
