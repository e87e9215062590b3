"""``Table``: typed columns with their names, keys, and rows of plain values; what every format of rows takes.

The tables of an export, the answer of a query or of SQL, the projects and the findings are all tables of this kind.
"""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from dxlist.text.bilingual import EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from dxlist.text.bilingual import Language

ColumnType = Literal["string", "integer", "number", "boolean", "list", "any"]
"""``list``: several values, which a format without lists joins with ``;``; ``any``: each value has its own type."""

Cells = tuple[object, ...]
"""The values of one row: str, int, float, Decimal, bool, None, and in a list column a tuple or list of them."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table."""

    name: str
    """Its English physical name, the key of a record in JSON."""
    type: ColumnType
    label: str
    """Its Japanese name."""
    about: Bilingual = EMPTY
    """What stands in it."""
    nullable: bool = False
    enum: tuple[str, ...] = ()
    """The values that it may hold; empty: any."""
    pattern: str | None = None
    """A regular expression for the whole of every text in it."""
    words: Mapping[str, Bilingual] = field(default_factory=dict)
    """What its codes are called; a code without a word stands as it is."""

    def title(self, header: Language) -> str:
        """Return its name in a header."""
        return self.label if header == "ja" else self.name

    def shown(self, value: object, header: Language) -> object:
        """Return a value as it stands below a header: below Japanese names the codes are Japanese words too."""
        if header != "ja" or value is None:
            return value
        if isinstance(value, bool):
            return _YES if value else _NO
        return self.words[value].ja if isinstance(value, str) and value in self.words else value


_YES, _NO = "はい", "いいえ"


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values stand in another table."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its keys, its rows."""

    name: str
    columns: tuple[TableColumn, ...]
    rows: Iterable[Cells]
    """Of a table that is made while it is written an iterator, which can be read once."""
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    records: Iterable[BaseModel] | None = None
    """The whole records behind the rows, which JSON and JSON Lines hold in their place; None: the rows are all."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where a list and an initiative stand, by ``document_id`` and ``initiative_id``: a path, a path and a line."""

    def index(self, column: str) -> int | None:
        """Return where a column stands; None: it is not there."""
        return next((at for at, own in enumerate(self.columns) if own.name == column), None)

    def value(self, row: Cells, column: str) -> object:
        """Return what a row holds in a column; None where the table has no such column."""
        at = self.index(column)
        return None if at is None else row[at]

    def header(self, header: Language) -> list[str]:
        """Return the names of the columns, English or Japanese."""
        return [column.title(header) for column in self.columns]

    def shown_rows(self, header: Language) -> Iterable[Cells]:
        """Return the rows as they stand below a header: below Japanese names the codes are Japanese words too."""
        if header != "ja":
            return self.rows
        return (
            tuple(column.shown(value, header) for column, value in zip(self.columns, row, strict=True))
            for row in self.rows
        )

    def place(self, row: Cells) -> str:
        """Return where a row comes from, for a message: the path of its list and the line, or else its key."""
        if stands := self.places.get(str(self.value(row, "initiative_id"))):
            return stands
        document, line = str(self.value(row, "document_id")), self.value(row, "line")
        if document in self.places:
            return f"{self.places[document]}:{line}" if line else self.places[document]
        keys = self.primary_key or tuple(column.name for column in self.columns[:1])
        return f"{self.name} {' '.join(str(self.value(row, key)) for key in keys)}"

    def held(self) -> Sequence[Cells]:
        """Return all rows at once; rows that come from an iterator are read by it, so it is called once."""
        return self.rows if isinstance(self.rows, Sequence) else tuple(self.rows)


def column_of(
    model: type[BaseModel],
    key: str,
    ja: str,
    en: str = "",
    *,
    label: str = "",
    name: str = "",
    type_: ColumnType | None = None,
    pattern: str | None = None,
    words: Mapping[str, Bilingual] | None = None,
) -> TableColumn:
    """Return the column for a key of a model, of which it has the type, the enumeration and the Japanese name.

    Args:
        model: the pydantic model.
        key: one of its fields.
        ja: what stands in it, in Japanese; empty: what its codes mean, or else its Japanese name.
        en: the same in English, where the model does not say it.
        label: the Japanese name, where the model has none.
        name: the physical name, where it is not that of the key.
        type_: where the model's type is not that of the table: a decimal kept as text.
        pattern: a regular expression for its texts.
        words: what its codes are called.
    """
    found = model.model_fields[key]
    type_of, may_be_null, enum = read_annotation(found.annotation)
    title, about = label or found.title, en or found.description
    if not title or not about:
        raise ValueError(f"{model.__name__}.{key} has no title or no description: give label= or en=")
    said = Bilingual(ja or (meanings_of(words) if words else f"{title}。"), _sentence(about))
    return TableColumn(name or key, type_ or type_of, title, said, may_be_null, enum, pattern, words or {})


def meanings_of(words: Mapping[str, Bilingual]) -> str:
    """Return what codes mean, in Japanese."""
    return "、".join(f"{code} {word.ja}" for code, word in words.items()) + "。"


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith(".") else f"{line}."


def read_annotation(annotation: Any) -> tuple[ColumnType, bool, tuple[str, ...]]:
    """Return type, whether it may be null, and enumeration of an annotation.

    >>> read_annotation(Literal["by", "in"] | None)
    ('string', True, ('by', 'in'))
    """
    if get_origin(annotation) in {Union, types.UnionType}:
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        read = [read_annotation(kind) for kind in kinds]
        return read[0][0], type(None) in get_args(annotation), tuple(code for _, _, codes in read for code in codes)
    if get_origin(annotation) is Literal:
        return "string", False, get_args(annotation)
    if get_origin(annotation) in {list, tuple}:
        return "list", False, ()
    return _TYPES[annotation], False, ()


_TYPES: dict[Any, ColumnType] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def nullable(column: TableColumn) -> TableColumn:
    """Return the column as one that may be empty."""
    return replace(column, nullable=True)
