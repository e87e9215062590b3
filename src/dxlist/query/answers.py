"""Rows, projects or groups -> an answer: columns with their names, and values in the order that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dxlist.errors import UsageError
from dxlist.model.table import Table, TableColumn
from dxlist.query.columns import find_column, unknown_column
from dxlist.query.grouping import GROUPINGS, ProjectLine, group, project_lines
from dxlist.query.keys import near_texts, project_of
from dxlist.text.bilingual import Bilingual, plural
from dxlist.values.item_codes import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dxlist.model.table import ColumnType
    from dxlist.query.amounts import TargetSum
    from dxlist.query.columns import Hit, QueryColumn
    from dxlist.query.grouping import Group

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked for."""

    table: Table
    """Its columns and rows; every format of rows writes it."""
    titles: tuple[Bilingual, ...]
    """What stands over the columns for people."""
    said: Bilingual
    """How much there is, for people."""
    found: int
    """How many there were before the limit."""
    hits: Sequence[Hit] | None = None
    """The rows themselves, where rows were asked for and no columns of them."""
    groups: list[Group] | None = None


NARROW = ("line", "codes", "departments", "project_name", "amounts")
"""Columns for people on a terminal."""
SEVERAL = ("initiative_id", *NARROW[1:])
"""The same, of several lists."""
WIDE = (
    "initiative_id", "field", "item", "departments", "project_name", "overview", "kpi_text", "targets", "due",
    "kpi_status",
)  # fmt: skip


def answer_rows(
    hits: Sequence[Hit],
    *,
    columns: Sequence[str] | None = None,
    sort: Sequence[str] = (),
    limit: int | None = None,
    further: Sequence[str] = (),
    several: bool = False,
) -> Answer:
    """Return the rows, a line each.

    Args:
        hits: the rows asked for, as ``select`` gives them.
        columns: names of columns, those of the records or Japanese; None: a few for people.
        sort: columns to sort by, the most important first; ``-value``: the greatest first.
        limit: the most rows.
        further: headers of the further columns of the lists, which may be named too.
        several: whether there are several lists, so that a line number names no row.

    Raises:
        UsageError: there is no such column.

    >>> import dxlist
    >>> hits = dxlist.select(dxlist.parse("data/raw/fukushima_r04.tsv").initiatives, dxlist.Filters(units="団体"))
    >>> answer = answer_rows(hits, columns=["line", "amounts"], sort=["-value"], limit=2)
    >>> answer.said.en, answer.table.header("ja"), answer.table.rows[0]
    ('2 of 10 rows of 4 projects', ['行', '目標'], (62, ['42団体（累計）']))
    """
    names = (SEVERAL if several else NARROW) if columns is None else _names(columns) or [""]
    chosen = [_column("columns", name, further) for name in names]
    keys = [(_column("sort", order.name, further).shown, order.descending) for order in read_orders(sort)]
    shown = in_order(hits, keys)[:limit]
    rows = [tuple(column.shown(hit) for column in chosen) for hit in shown]
    own = tuple(TableColumn(column.name, _type_of(column), column.title) for column in chosen)
    whole = shown if columns is None else None
    records = None if whole is None else [hit.initiative for hit in whole]
    said, more = _count_of(hits), len(hits) - len(shown)
    return Answer(
        Table("answer", own, rows, records=records),
        tuple(Bilingual(column.title, column.name) for column in chosen),
        Bilingual(f"{said.ja}のうち{len(shown)}行", f"{len(shown)} of {said.en}") if more else said,
        len(hits),
        hits=whole,
    )


def _type_of(column: QueryColumn) -> ColumnType:
    if column.several or column.of_row is None:
        return "list"
    return _TYPES[column.kind]


_TYPES: dict[str, ColumnType] = {"text": "string", "number": "number", "boolean": "boolean"}


def _names(texts: Iterable[str]) -> list[str]:
    return [name.strip() for text in texts for name in text.split(",") if name.strip()]


def _column(argument: str, name: str, further: Iterable[str]) -> QueryColumn:
    column = find_column(name, further)
    if column is None:
        raise UsageError(f"{argument} {name}", *unknown_column(name, further))
    return column


def answer_projects(
    hits: Sequence[Hit], *, whole: bool = True, sort: Sequence[str] = (), limit: int | None = None
) -> Answer:
    """Return the projects of the rows, a line each.

    Args:
        hits: the rows asked for.
        whole: with the columns for programs, such as ``project_id``; else those for people.
        sort: columns to sort by, as of :func:`answer_rows`.
        limit: the most projects.

    Raises:
        UsageError: there is no such column.

    >>> import dxlist
    >>> hits = dxlist.select(dxlist.parse("data/raw/fukushima_r04.tsv").initiatives, dxlist.Filters(units="団体"))
    >>> answer_projects(hits, whole=False, sort=["-rows"], limit=1).table.rows[0][-1]
    3
    """
    lines = project_lines(hits)
    shown = _sorted(lines, sort, {name: name for name in ProjectLine._fields})[:limit]
    names = ProjectLine._fields if whole else _PROJECT_NARROW
    said = _count_of(hits)
    if len(shown) < len(lines):
        some = plural(len(shown), "件", "project")
        said = Bilingual(f"{said.ja}のうち事業{some.ja}", f"{some.en} shown of {said.en}")
    rows = [tuple(getattr(line, name) for name in names) for line in shown]
    titles = tuple(_PROJECT_WORDS[name][1] for name in names)
    own = tuple(TableColumn(name, *_described(name)) for name in names)
    return Answer(Table("answer", own, rows), titles, said, len(lines))


def _described(name: str) -> tuple[ColumnType, str]:
    type_, title = _PROJECT_WORDS[name]
    return type_, title.ja


_PROJECT_NARROW = ("project_name", "codes", "departments", "amounts", "rows")
_PROJECT_WORDS: dict[str, tuple[ColumnType, Bilingual]] = {
    "project_id": ("string", Bilingual("事業ID", "project_id")),
    "project_name": ("string", Bilingual("事業名", "project_name")),
    "codes": ("list", Bilingual("項目番号", "codes")),
    "departments": ("list", Bilingual("担当課", "departments")),
    "amounts": ("list", Bilingual("目標", "amounts")),
    "rows": ("integer", Bilingual("行数", "rows")),
    "initiative_ids": ("list", Bilingual("ID", "initiative_ids")),
}


def answer_groups(hits: Sequence[Hit], by: str, *, sort: Sequence[str] = (), limit: int | None = None) -> Answer:
    """Return groups of the rows with their counts and what their targets come to.

    Args:
        hits: the rows asked for.
        by: one of ``GROUPINGS``.
        sort: what to sort by: the name of the grouping, ``rows``, ``projects``; ``-rows``: the greatest first.
        limit: the most groups.

    Raises:
        UsageError: there is no such grouping or column.

    >>> import dxlist
    >>> hits = dxlist.select(dxlist.parse("data/raw/fukushima_r04.tsv").initiatives, dxlist.Filters())
    >>> [row[:3] for row in answer_groups(hits, "due").table.rows]
    [(2022, 3, 3), (2025, 6, 6), (None, 122, 102)]
    """
    if by not in GROUPINGS:
        problem = Bilingual("この指定はありません。", "there is no such choice.")
        raise UsageError(f"by {by}", problem, _NAMES + ", ".join(GROUPINGS))
    groups = group(hits, GROUPINGS[by])
    shown = _sorted(groups, sort, {by: "name", "rows": "rows", "projects": "projects"})[:limit]
    headings: dict[str, tuple[ColumnType, Bilingual]] = {by: ("any", GROUPINGS[by].word), **_GROUP_WORDS}
    own = tuple(TableColumn(name, type_, title.ja) for name, (type_, title) in headings.items())
    titles = tuple(title for _, title in headings.values())
    rows = [(g.name, g.rows, g.projects, [amount_record(amount) for amount in g.amounts]) for g in shown]
    said = _count_of(hits)
    if len(shown) < len(groups):
        ja = f"グループ{len(groups)}のうち{len(shown)}。全体では{said.ja}"
        said = Bilingual(ja, f"{len(shown)} of {plural(len(groups), '', 'group').en} (of {said.en} in all)")
    return Answer(Table("answer", own, rows), titles, said, len(groups), groups=shown)


_GROUP_WORDS: dict[str, tuple[ColumnType, Bilingual]] = {
    "rows": ("integer", Bilingual("行", "rows")),
    "projects": ("integer", Bilingual("事業", "projects")),
    "targets": ("list", Bilingual("目標（最小～最大、または計）", "targets (least～greatest, or in all)")),
}


def amount_record(amount: TargetSum) -> dict[str, Any]:
    """Return what targets come to, for programs."""
    return {name: _plain(value) for name, value in amount._asdict().items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _sorted(things: Sequence[T], sort: Sequence[str], columns: Mapping[str, str]) -> list[T]:
    """Return things in the order that was asked for, by their own columns, whose names stand for their attributes."""
    orders = read_orders(sort)
    for name, _ in orders:
        if name not in columns:
            problem = Bilingual("この並べ方はできません。", "the answer cannot be sorted by that.")
            raise UsageError(f"sort {name}", problem, _NAMES + " ".join(near_texts(name, columns) or columns))
    return in_order(things, [(attrgetter(columns[name]), descending) for name, descending in orders])


_NAMES = Bilingual("使える名前: ", "Names: ")


def _count_of(hits: Sequence[Hit]) -> Bilingual:
    """Return how many rows and projects there are."""
    rows, projects = len(hits), len({project_of(hit.initiative) for hit in hits})
    of = Bilingual("（事業", " of ")
    return plural(rows, "行", "row") + of + plural(projects, "件", "project") + Bilingual("）", "")


class SortOrder(NamedTuple):
    """One thing to sort by."""

    name: str
    descending: bool = False


def read_orders(texts: Iterable[str]) -> list[SortOrder]:
    """Return what to sort by, the most important first; a ``-`` before a name turns its order round.

    >>> read_orders(["-value,line"])
    [SortOrder(name='value', descending=True), SortOrder(name='line', descending=False)]
    """
    return [SortOrder(name.removeprefix("-"), name.startswith("-")) for name in _names(texts) if name.strip("-")]


def in_order(things: Sequence[T], keys: Iterable[tuple[Callable[[T], object], bool]]) -> list[T]:
    """Return the things sorted.

    Args:
        things: in the order that holds where all else is equal.
        keys: the value to sort by, and whether the greatest stands first; the most important pair first.
    """
    found = list(things)
    for value_of, descending in reversed(list(keys)):
        values = [(_sort_value(value_of(thing)), thing) for thing in found]
        there = [pair for pair in values if pair[0] is not None]
        there.sort(key=lambda pair: pair[0] or (), reverse=descending)
        found = [thing for _, thing in there] + [thing for key, thing in values if key is None]
    return found


def _sort_value(value: object) -> tuple[object, ...] | None:
    """Return what a value is sorted by: a number, the steps of a code, a text; None where nothing is there."""
    if isinstance(value, list | tuple):
        keys = tuple(key for one in value if (key := _sort_value(one)) is not None)
        return keys or None
    if value is None:
        return None
    if isinstance(value, int | float | Decimal):
        return 0, value
    return 1, sort_key(str(value))
