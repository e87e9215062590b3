"""``run_query``: what ``dxlist query`` was asked for -> the answer, written, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.query_asked import TABLE, Asked, View, check_view, read_filters
from dxlist.cli.query_output import write_answer
from dxlist.errors import UsageError
from dxlist.exports.csv_table import COLUMNS, FIRST_TARGET, LAST
from dxlist.query.answers import WIDE, answer_groups, answer_projects, answer_rows
from dxlist.query.columns import further_columns
from dxlist.query.selecting import UnknownNameError, rows_of, select
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.voice import Voice
    from dxlist.query.answers import Answer
    from dxlist.query.columns import Hit

__all__ = ["Asked", "View", "run_query"]


def run_query(paths: Sequence[str], asked: Asked, view: View, voice: Voice, encoding: str | None) -> Exit:
    """Read the lists, find what is asked for, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read, the question makes no sense, or the answer cannot be written.
    """
    check_view(view, paths)
    documents, complete = read_documents(paths, voice, encoding=encoding, light=not view.shows_records)
    if not documents:
        return Exit.CANNOT
    initiatives = rows_of([document for _, document in documents])
    further = further_columns(initiatives)
    filters = read_filters(asked, further)
    try:
        hits = select(initiatives, filters)
    except UnknownNameError as error:
        voice.error(Bilingual(error.message("ja"), error.message("en")))
        return Exit.FOUND if complete else Exit.CANNOT
    answer = _answer(hits, view, further, several=len(documents) > 1)
    write_answer(answer, view, voice)
    return Exit.DONE if complete else Exit.CANNOT


def _answer(hits: Sequence[Hit], view: View, further: tuple[str, ...], *, several: bool) -> Answer:
    """Return the answer; what makes no sense in it is said by the name of its option.

    Raises:
        UsageError: there is no such column.
    """
    order: _Order = {"sort": view.sort, "limit": view.limit}
    try:
        if view.group_by:
            return answer_groups(hits, view.group_by, **order)
        if view.projects:
            return answer_projects(hits, whole=view.wide or view.format_name != TABLE, **order)
        columns = _columns(view, further)
        return answer_rows(hits, columns=columns, further=further, several=several, **order)
    except UsageError as error:
        raise UsageError(f"--{error.place}", error.problem, error.remedy) from error


class _Order(TypedDict):
    sort: tuple[str, ...]
    limit: int | None


_FULL = (*COLUMNS, *FIRST_TARGET, LAST)
"""Columns for programs, those of the CSV that parse writes; of several targets the values stand side by side."""


def _columns(view: View, further: Sequence[str]) -> Sequence[str] | None:
    """Return the columns to show; None: whole records, or the few that people need."""
    if view.columns:
        return view.columns
    if view.format_name in {"csv", "tsv"}:
        return (*_FULL, *(f"extra.{header}" for header in further))
    return WIDE if view.wide and view.format_name not in {"json", "jsonl"} else None
