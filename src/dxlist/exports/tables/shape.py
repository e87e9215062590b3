"""What a table is: typed columns with their labels, keys, and rows of plain values."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from pydantic import BaseModel

    from dxlist.text.bilingual import Language

ColumnType = Literal["string", "integer", "number", "boolean", "list"]
"""``list``: several texts or numbers; what has no lists writes them behind each other with ``;``."""

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    """Its English physical name."""
    type: ColumnType
    label: str
    """Its Japanese name."""
    about: Bilingual
    """What stands in it."""
    nullable: bool = False
    enum: tuple[str, ...] = ()
    """The values that it may hold; empty: any."""
    pattern: str | None = None
    """A regular expression for the whole of every text in it."""

    def title(self, header: Language) -> str:
        """Return its name in a header."""
        return self.label if header == "ja" else self.name


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
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    rows: tuple[Row, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    def index(self, column: str) -> int | None:
        """Return where a column stands; None: it is not there."""
        return next((at for at, own in enumerate(self.columns) if own.name == column), None)

    def value(self, row: Row, column: str) -> object:
        """Return what a row holds in a column; None where the table has no such column."""
        at = self.index(column)
        return None if at is None else row[at]

    def header(self, header: Language) -> list[str]:
        """Return the names of the columns, English or Japanese."""
        return [column.title(header) for column in self.columns]


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
) -> Column:
    """Return the column for a key of a model, of which it has the type, the enumeration and the Japanese name.

    Args:
        model: the pydantic model.
        key: one of its fields.
        ja: what stands in it, in Japanese.
        en: the same in English, where the model does not say it.
        label: the Japanese name, where the model has none.
        name: the physical name, where it is not that of the key.
        type_: where the model's type is not that of the table: a decimal kept as text.
        pattern: a regular expression for its texts.
    """
    field = model.model_fields[key]
    found, nullable, enum = read_annotation(field.annotation)
    title, about = label or field.title, en or field.description
    if not title or not about:
        raise ValueError(f"{model.__name__}.{key} has no title or no description: give label= or en=")
    return Column(name or key, type_ or found, title, Bilingual(ja, _sentence(about)), nullable, enum, pattern)


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
        return (*read_annotation(kinds[0])[:1], True, read_annotation(kinds[0])[2])
    if get_origin(annotation) is Literal:
        return "string", False, get_args(annotation)
    if get_origin(annotation) is list:
        return "list", False, ()
    return _TYPES[annotation], False, ()


_TYPES: dict[Any, ColumnType] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def nullable(column: Column) -> Column:
    """Return the column as one that may be empty."""
    return replace(column, nullable=True)
