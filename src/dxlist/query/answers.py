"""Rows, projects or groups -> an answer: columns with their names, and values in the order that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dxlist.errors import UsageError
from dxlist.exports.csv_table import COLUMNS, FIRST_TARGET, LAST
from dxlist.query.columns import find_column, unknown_column
from dxlist.query.grouping import GROUPINGS, ProjectLine, group, project_lines
from dxlist.query.keys import near_texts, project_of
from dxlist.text.bilingual import Bilingual
from dxlist.values.item_codes import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dxlist.cli.query_asked import View
    from dxlist.model.initiative import Initiative
    from dxlist.query.amounts import TargetSum
    from dxlist.query.columns import Hit, QueryColumn
    from dxlist.query.grouping import Group

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column: its name for programs, and for people."""

    name: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be written."""

    headings: tuple[Heading, ...]
    rows: Sequence[Sequence[object]]
    said: Bilingual
    """How much there is, for people."""
    found: int
    """How many there were before ``--limit``."""
    records: list[Initiative] | None = None
    """The whole records, where rows were asked for and no columns of them."""
    groups: list[Group] | None = None


NARROW = ("line", "codes", "departments", "project_name", "amounts")
"""Columns for people on a terminal."""
SEVERAL = ("initiative_id", *NARROW[1:])
"""The same, of several lists."""
WIDE = (
    "initiative_id", "field", "item", "departments", "project_name", "overview", "kpi_text", "targets", "due",
    "kpi_status",
)  # fmt: skip
FULL = (*COLUMNS, *FIRST_TARGET, LAST)
"""Columns for programs, those of the CSV that parse writes; of several targets the values stand side by side."""


def answer_rows(hits: Sequence[Hit], view: View, further: Sequence[str], *, several: bool) -> Answer:
    """Return the rows, a line each.

    Args:
        hits: the rows asked for.
        view: columns, order, limit, format.
        further: headers of the further columns of the lists.
        several: whether there are several lists, so that a line number names no row.
    """
    columns = _columns(view, further, several=several)
    keys = [(_column("--sort", order.name, further).shown, order.descending) for order in read_orders(view.sort)]
    shown = in_order(hits, keys)[: view.limit]
    rows = [tuple(column.shown(hit) for column in columns) for hit in shown]
    return Answer(
        tuple(Heading(column.name, Bilingual(column.title, column.name)) for column in columns),
        rows,
        _said(len(hits), len({project_of(hit.initiative) for hit in hits}), len(shown)),
        len(hits),
        records=[hit.initiative for hit in shown] if view.shows_records else None,
    )


def _columns(view: View, further: Sequence[str], *, several: bool) -> list[QueryColumn]:
    if view.columns:
        names = [name.strip() for text in view.columns for name in text.split(",") if name.strip()]
        if not names:
            raise _no_column("--columns", "", further)
        return [_column("--columns", name, further) for name in names]
    if view.format_name in {"csv", "tsv"}:
        return [_column("", name, further) for name in (*FULL, *(f"extra.{header}" for header in further))]
    names_ = WIDE if view.wide else SEVERAL if several else NARROW
    return [_column("", name, further) for name in names_]


def _column(option: str, name: str, further: Iterable[str]) -> QueryColumn:
    column = find_column(name, further)
    if column is None:
        raise _no_column(option, name, further)
    return column


def _no_column(option: str, name: str, further: Iterable[str]) -> UsageError:
    return UsageError(f"{option} {name}", *unknown_column(name, further))


def answer_projects(hits: Sequence[Hit], view: View) -> Answer:
    """Return the projects of the rows, a line each."""
    lines = project_lines(hits)
    shown = _sorted(lines, view, ProjectLine._fields, getattr)[: view.limit]
    names = [
        name for name in ProjectLine._fields if view.format_name != "table" or view.wide or name in _PROJECT_NARROW
    ]
    return Answer(
        tuple(Heading(name, _PROJECT_WORDS[name]) for name in names),
        [tuple(getattr(line, name) for name in names) for line in shown],
        _said(len(hits), len(lines), None, projects_shown=len(shown)),
        len(lines),
    )


_PROJECT_NARROW = ("project_name", "codes", "departments", "amounts", "rows")
_PROJECT_WORDS = {
    "project_id": Bilingual("事業ID", "project_id"),
    "project_name": Bilingual("事業名", "project_name"),
    "codes": Bilingual("項目番号", "codes"),
    "departments": Bilingual("担当課", "departments"),
    "amounts": Bilingual("目標", "amounts"),
    "rows": Bilingual("行数", "rows"),
    "initiative_ids": Bilingual("ID", "initiative_ids"),
}


def answer_groups(hits: Sequence[Hit], view: View) -> Answer:
    """Return groups with their counts and what their targets come to."""
    name = view.group_by or ""
    groups = group(hits, GROUPINGS[name])
    shown = _sorted(groups, view, (name, "rows", "projects"), lambda g, key: getattr(g, "name" if key == name else key))
    shown = shown[: view.limit]
    headings = (
        Heading(name, GROUPINGS[name].word),
        Heading("rows", Bilingual("行", "rows")),
        Heading("projects", Bilingual("事業", "projects")),
        Heading("targets", Bilingual("目標（最小～最大、または計）", "targets (least～greatest, or in all)")),
    )
    rows = [(g.name, g.rows, g.projects, [amount_record(amount) for amount in g.amounts]) for g in shown]
    projects = len({project_of(hit.initiative) for hit in hits})
    return Answer(headings, list(rows), _said(len(hits), projects, None), len(groups), groups=shown)


def amount_record(amount: TargetSum) -> dict[str, Any]:
    """Return what targets come to, for programs."""
    return {name: _plain(value) for name, value in amount._asdict().items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _sorted(things: Sequence[T], view: View, names: Sequence[str], value_of: Callable[[T, str], object]) -> list[T]:
    """Return things in the order that was asked for, by their own columns."""
    orders = read_orders(view.sort)
    for order in orders:
        if order.name not in names:
            near = near_texts(order.name, names)
            problem = Bilingual("この並べ方はできません。", "the answer cannot be sorted by that.")
            choice = " ".join(near or names)
            raise UsageError(f"--sort {order.name}", problem, Bilingual(f"使える名前: {choice}", f"Names: {choice}"))
    keys = [(_getter(value_of, order.name), order.descending) for order in orders]
    return in_order(things, keys)


def _getter(value_of: Callable[[T, str], object], name: str) -> Callable[[T], object]:
    return lambda thing: value_of(thing, name)


def _said(rows: int, projects: int, shown: int | None, *, projects_shown: int | None = None) -> Bilingual:
    ja, en = f"{rows}行（事業{projects}件）", f"{_count(rows, 'row')} of {_count(projects, 'project')}"
    if shown is not None and shown < rows:
        return Bilingual(f"{ja}のうち{shown}行", f"{shown} of {ja and en}")
    if projects_shown is not None and projects_shown < projects:
        return Bilingual(f"{ja}のうち事業{projects_shown}件", f"{projects_shown} projects shown of {en}")
    return Bilingual(ja, en)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


class Order(NamedTuple):
    """One thing to sort by."""

    name: str
    descending: bool = False


def read_orders(texts: Iterable[str]) -> list[Order]:
    """Return what to sort by, the most important first; a ``-`` before a name turns its order round.

    >>> read_orders(["-value,line"])
    [Order(name='value', descending=True), Order(name='line', descending=False)]
    """
    names = (name.strip() for text in texts for name in text.split(","))
    return [Order(name.removeprefix("-"), name.startswith("-")) for name in names if name.strip("-")]


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
