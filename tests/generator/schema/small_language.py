"""A language of a few Structs with every construct that the real one is made of."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Name = Annotated[str, Meta(pattern="^[a-z]+$", description="A lower-case name.")]


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A closed mapping."""


class BookSync(Words, frozen=True, kw_only=True, tag_field="machine", tag="book_sync"):
    """A book."""

    key: str
    max: Annotated[int, Meta(ge=1, le=9)] = 1


class Merge(Words, frozen=True, kw_only=True, tag_field="machine", tag="merge"):
    """A record."""

    key: str
    empty: Literal["keep", "clear"] = "keep"


class Field(Words, frozen=True, kw_only=True):
    """A field said at length."""

    type: str
    as_: str | UnsetType = field(name="as", default=UNSET)
    """The name in Python."""


class Operation(Words, frozen=True, kw_only=True):
    """One endpoint."""

    doc: Annotated[str, Meta(description="Where it is documented.", examples=["https://example.com"])]
    private: bool = False
    tick: Decimal | UnsetType = UNSET
    fields: dict[str, str | Field] = field(default_factory=dict)
    rows: list[Field] = field(default_factory=list)
    emit: list[str] | dict[str, Any] = field(default_factory=list)
    codes: dict[int | str, str] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    state: BookSync | Merge | str | None = None
    pair: tuple[int, str] = (0, "")
    level: Literal["low", "high", 3] | bool = "low"

    def __post_init__(self) -> None:
        if self.private and self.doc == "none":
            raise ValueError("A private operation needs documentation")


class Root(Words, frozen=True, kw_only=True):
    """One file."""

    spec: Literal[1]
    operations: dict[Name, Operation] = field(default_factory=dict)
    machines: list[BookSync | Merge] = field(default_factory=list)
    nested: "Root | UnsetType" = UNSET
