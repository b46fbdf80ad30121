"""How payloads become events: field mappings, fan-outs, inbound decision tables."""

from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType, field

from dragoman_generator.language.words import Expression, Ident, Path, Scalar, Words


class Scale(Words, frozen=True, kw_only=True):
    """The unit that a value is counted in."""

    instrument: Path | UnsetType = UNSET
    """A decimal field of the event's instrument, or `info.x`."""
    currency: Path | UnsetType = UNSET
    """A currency whose unit stands in `currencies`."""
    divide: bool = False
    """The value is divided instead of multiplied; a quotient that is not exact is an error of the row."""
    one_when: Expression | UnsetType = UNSET
    """Holds for a `symbol` that is counted in ones, so that it is read and written without its instrument being known."""


class Value(Words, frozen=True, kw_only=True):
    """A value said at length; a bare string is a path, `= ...` an expression."""

    path: Path | UnsetType = UNSET
    """The field that holds the value."""
    const: Scalar | UnsetType = UNSET
    """A value that is always the same."""
    first_of: list[Path] | UnsetType = UNSET
    """The first of these that is present."""
    when: Expression | UnsetType = UNSET
    """Present only where this holds."""
    table: str | UnsetType = UNSET
    """A named table of `tables:` that decides the value."""
    by: dict[str, Path] | UnsetType = UNSET
    """The table's inputs."""
    rows_of: Path | UnsetType = UNSET
    """A list whose records are book levels: `price` and `size` name their fields; a level without price is left out."""
    price: Ident | UnsetType = UNSET
    """The field of a level's price."""
    size: Ident | UnsetType = UNSET
    """The field of a level's size."""
    count: Ident | UnsetType = UNSET
    """Only this field of each level: the number of orders."""
    value: Path | UnsetType = UNSET
    """Only this of each row, where it is there: a list of texts; without `rows_of` a list of this text alone."""
    scale: Path | Scale | UnsetType = UNSET
    """Field of the instrument that the value is multiplied by, a name of `units`, or a mapping that says more."""
    key: Path | list[Path] | UnsetType = UNSET
    """An instrument through the venue's keys."""
    symbol: Path | UnsetType = UNSET
    """An instrument by its symbol, with `venue` where the wire names that too."""
    venue: Path | UnsetType = UNSET
    """The venue of the symbol, where the wire names it."""
    product: str | UnsetType = UNSET
    """The product of the instrument, where neither the socket nor the operation says it."""


EmitEntry = Annotated[
    dict[str, Any],
    Meta(
        description="Fields of the event, each a path, `= expression`, or a Value; and the words `when`, `ensure`, `like`, `instrument`, `interval`, `price_type`, `needs`, `fire`, `if_equal`, `let`, `product`, `remove`, `same`, `usual`, `without`."
    ),
]
"""For the pseudo event `each`: `{in: path, as: name, when: expression, emit: [...]}`, a fan-out over a list; `each PATH as NAME when CONDITION: [...]` says the same in one key, `each PATH as NAME: [...]` without a condition."""

EmitRows = Annotated[list[Any] | str, Meta(description="The entries of `each PATH as NAME`.")]
Emit = Ident | dict[str, EmitEntry | EmitRows] | list[Ident | dict[str, EmitEntry | EmitRows]]
"""A name stands for the mapping of that name in `emits`."""


class TableRow(Words, frozen=True, kw_only=True):
    """One row: where `when` fits, `set` holds or `deny` tells why not."""

    when: dict[str, Any] = field(default_factory=dict)
    """input -> value, list of values, or pattern such as `STOP_*`; an input left out fits anything."""
    set: dict[str, Scalar] | Scalar | UnsetType = UNSET
    """The value of the row, or output -> value; of a command, `$tif` is the word of each value of that input which `when` lists."""
    deny: str | UnsetType = UNSET
    """Why these combinations are refused, told to the caller."""
    operation: Ident | UnsetType = UNSET
    """Of a command: the operation that carries what fits, in place of the command's own."""
    why: str = ""
    """Why the row is as it is."""


class Table(Words, frozen=True, kw_only=True):
    """A total decision table over enums and booleans; overlaps and holes are compile errors."""

    inputs: dict[str, str]
    """input -> enum name or `bool`."""
    gives: str
    """The enum or type that every row yields."""
    rows: list[TableRow] | dict[str, Scalar]
    """The rows of the table; of one input also value -> what of the input it stands for: `{GTC: [day, maker], IOC: now}`."""
    why: str = ""
    """Why the table is as it is."""


def table_rows(table: Table) -> list[TableRow]:
    """Its rows, once those of one input have been opened."""
    return table.rows if isinstance(table.rows, list) else []
