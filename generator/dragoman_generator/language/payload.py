"""Payload shapes: fields with their wire form, positional rows, enums, venue data types."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import (
    Doc,
    Expression,
    Ident,
    Idents,
    Scalar,
    Template,
    Why,
    WireType,
    Words,
)

Prefix = Literal["u8", "u16", "u32"]


class Dimensions(Words, frozen=True, kw_only=True):
    """What stands before the rows of a group: the length of their block and their number."""

    length: Prefix = "u16"
    """How the length of a row's block is written."""
    between: Annotated[int, Meta(ge=0, le=64)] = 0
    """Bytes of filling between the two."""
    count: Prefix = "u16"
    """How the number of the rows is written."""


class FieldSpec(Words, frozen=True, kw_only=True):
    """A field said at length; `p: dec as price` is the short form of `{type: dec, as: price}`."""

    type: WireType | UnsetType = UNSET
    """Its wire type."""
    as_: Ident | UnsetType = field(name="as", default=UNSET)
    """The name by which paths, expressions and generated code know the field."""
    const: Scalar | UnsetType = UNSET
    """The only value that the wire may hold here; it tells messages apart."""
    fields: dict[str, "str | FieldSpec"] | list[str | dict[str, "str | FieldSpec"]] | UnsetType = UNSET
    """An inline record, as `fields` of a shape."""
    usual: dict[str, Any] | UnsetType = UNSET
    """What the venue usually sends in the inline record, as `usual` of a shape."""
    empty: Literal["none"] | UnsetType = UNSET
    """The empty string stands for an absent value."""
    none_is: list[Scalar] | UnsetType = UNSET
    """Wire values that stand for an absent value (`NaN`, 2^63-1)."""
    since: int | UnsetType = UNSET
    """First version of the wire that carries the field (positional codecs)."""
    parse: Template | UnsetType = UNSET
    """How a text is made: `{base}-{expiry:date(DDMMMYY)}-{strike:dec}-{kind:flag(C/P)}`; types are `text`, `dec`, `int`,
    `date(...)`, `flag(a/b)` and closed enums."""
    parts: Ident | UnsetType = UNSET
    """What the record of the parts is called; `<name>_parts` where nothing is said."""
    bits: list[str] | UnsetType = UNSET
    """Names of the flags in an integer, lowest bit first."""
    size: int | UnsetType = UNSET
    """Bytes of text or filling in a fixed record, or of the block of a group's rows."""
    width: Literal["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "char"] | UnsetType = UNSET
    """What carries the value in a fixed record; u64 for times, i64 for scaled integers where left out."""
    exponent: int | Ident | UnsetType = UNSET
    """The power of ten of a decimal whose mantissa the wire holds, or the integer field of this block or one around it that is it."""
    length: Prefix | UnsetType = UNSET
    """How the length before a text or filling of any length is written (codec sbe)."""
    dimensions: Dimensions | UnsetType = UNSET
    """What stands before a group's rows, where the schema's does not (codec sbe)."""
    doc: str = ""
    """What it means, shown in the generated code."""


FieldLike = str | FieldSpec
Fields = dict[str, FieldLike] | list[str | dict[str, FieldLike]]
"""Wire key -> type; or a list, in which a key alone stands for the field of that key in `fields` at the root."""


def by_key(said: Fields | UnsetType) -> dict[str, FieldLike]:
    """Fields by their wire keys, once lists have been opened."""
    return said if isinstance(said, dict) else {}


RowItem = Annotated[
    dict[str, FieldLike], Meta(min_length=1, description="name: type of one position; `_` skips one.")
]


class Shape(Words, frozen=True, kw_only=True):
    """A named payload shape: `fields` for an object, `row` for a positional array."""

    like: Ident | UnsetType = UNSET
    """Another shape of fields, which come first; of a key that both say, its own type counts."""
    without: list[str] = field(default_factory=list)
    """Wire keys of that one that it lacks."""
    maybe: list[str] | Literal["all"] = field(default_factory=list)
    """Wire keys of that one that may be missing here, or `all` of them."""
    fields: Fields | UnsetType = UNSET
    """Wire key -> type, for an object; or a list, in which a key alone is one of `fields` at the root."""
    row: list[RowItem] | UnsetType = UNSET
    """The types of the positions, for an array."""
    usual: dict[str, Any] | UnsetType = UNSET
    """Wire key, or the name of a position -> what the venue usually sends there, in fields that no event tells or that are not read
    at all. A simulated venue sends it, for clients that insist on it: `$x` is what the record holds under the wire key `x`, else
    the parameter `x` of the call or a field of the report, `$x|y` is `y` where there is neither; `$now_ms`, `$now_ms_text` and
    `$now_iso` are the time, `$product` and `$PRODUCT` the product's name, `$topic` a channel's topic and `$topic_of` what stands
    after its colon."""
    extra: Literal["ignore", "capture", "forbid"] = "ignore"
    """Fields that are not named are ignored and counted, kept with their last value, or make the row an error."""
    doc: Doc | UnsetType = UNSET
    title: str = ""
    """What the shape is, shown in the generated code; its page may follow in angle brackets in place of `doc`."""


class EnumSpec(Words, frozen=True, kw_only=True):
    """A closed or open set of wire values, with what each means in the model."""

    values: list[str | int] | dict[str | int, str]
    """Wire values, or wire value -> member of the model enum named by `as`."""
    as_: Annotated[str, Meta(description="Model enum that the values map to.")] | UnsetType = field(
        name="as", default=UNSET
    )
    policy: (
        Annotated[
            Literal["open", "closed"],
            Meta(
                description="`open` keeps unknown text and counts it; `closed` isolates the row. Where it is left out, an enum is open that says what is `unknown`, and closed otherwise."
            ),
        ]
        | UnsetType
    ) = UNSET
    unknown: (
        Annotated[str, Meta(description="Model member that an unknown value of an open enum becomes.")]
        | UnsetType
    ) = UNSET
    title: str = ""
    """What the enum is, shown in the generated code; its page may follow in angle brackets in place of `doc`."""
    doc: Doc | UnsetType = UNSET

    @property
    def is_open(self) -> bool:
        """Whether the row of an unknown value goes on."""
        return self.unknown is not UNSET if self.policy is UNSET else self.policy == "open"


class TextCode(Words, frozen=True, kw_only=True):
    """How a text that stands for another one is read; `text(NAME)` is the type of such a field."""

    title: str
    """What the texts are, shown in the generated code; its page may follow in angle brackets in place of `doc`."""
    when: Expression | UnsetType = UNSET
    """Holds for texts that stand for others; all else is read as it is."""
    let: dict[Ident, Expression] = field(default_factory=dict)
    """Names for values that `text` is made of; each sees `value`, what the wire holds, and the names before it."""
    text: Expression
    """The text that is meant."""
    doc: Doc | UnsetType = UNSET
    why: Why = ""


class DataField(Words, frozen=True, kw_only=True):
    """One field of a venue-specific data type."""

    type: WireType
    """Its wire type, without a name of its own."""
    doc: str = ""
    """What it means, shown in the generated code."""


class DataType(Words, frozen=True, kw_only=True):
    """A venue-specific data type, generated next to the normalized ones."""

    title: str
    """What the type is, shown in the generated code; its page may follow in angle brackets in place of `doc`."""
    fields: dict[Idents, str | DataField]
    """Its own fields, `price, size: dec` where several are alike; `ts_event` and `ts_init` are always added."""
    about: Literal["instrument", "venue"] = "instrument"
    """`instrument` adds `instrument_id`."""
    doc: Doc | UnsetType = UNSET
