"""``answer_table``, ``sql_table``: what was asked for -> a table; a column of a known name is described as ever."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dxlist.exports.described.lists import departments_table, initiatives_table, targets_table
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.model.table import Table, TableColumn
from dxlist.words.code_words import KPI_STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.query.answers import Answer
    from dxlist.query.columns import Hit


def hits_table(hits: Iterable[Hit]) -> Table:
    """Return the table of the initiatives that were asked for; its first target is the first that was asked for."""
    asked = [hit.initiative.model_copy(update={"kpi_targets": list(hit.targets)}) for hit in hits]
    return replace(initiatives_table(asked), records=None)


def answer_table(answer: Answer, rows: Iterable[Sequence[object]] | None = None) -> Table:
    """Return an answer of ``dxlist.query.answers`` as a table.

    Args:
        answer: rows, projects or groups.
        rows: in place of those of the answer: of groups those in words, where a format has no records within a row.
    """
    columns = tuple(
        replace(
            _of_lists().get(column.name) or column,
            label=column.label,
            type="any",
        )
        for column in answer.table.columns
    )
    held = answer.table.held() if rows is None else [tuple(row) for row in rows]
    return replace(answer.table, columns=columns, rows=held)


def sql_table(names: Iterable[str], rows: Iterable[Sequence[object]], question: str) -> Table:
    """Return an answer of SQL as a table; its rows are looked for while they are taken.

    Args:
        names: of its columns.
        rows: its rows.
        question: the SQL; a column is called as in the tables that it names.
    """
    asked = tuple(name for name in TABLE_NAMES if re.search(rf"(?i)\b{name}\b", question)) or tuple(TABLE_NAMES)
    known = _of_tables(asked)
    columns = tuple(replace(known.get(name) or TableColumn(name, "any", name), type="any") for name in names)
    return Table("answer", columns, (tuple(row) for row in rows))


@cache
def _of_lists() -> dict[str, TableColumn]:
    """Return the columns of the tables of lists that are called the same wherever they stand, by name."""
    status = TableColumn("status", "any", "指標の種類", words=KPI_STATUS_WORDS)
    return {status.name: status, **_unambiguous([initiatives_table([]), targets_table([]), departments_table([])])}


@cache
def _of_tables(asked: tuple[str, ...]) -> dict[str, TableColumn]:
    """Return the columns that are called the same in all of these tables."""
    from dxlist.exports.described.content import Content  # noqa: PLC0415 - it loads the rules and the projects

    content = Content([])
    return _unambiguous(map(content.table, asked))


def _unambiguous(tables: Iterable[Table]) -> dict[str, TableColumn]:
    found, other = dict[str, TableColumn](), set[str]()
    for column in (column for table in tables for column in table.columns):
        known = found.setdefault(column.name, column)
        if (known.label, known.words) != (column.label, column.words):
            other.add(column.name)
    return {name: column for name, column in found.items() if name not in other}
