"""``Filters``: what is asked for; ``NAME_FILTERS``: the filters that ask by name, and which names a list knows.

Several values of one filter are alternatives, several filters hold together.  A name that no list knows is most often a
typo: it is an error that holds the nearest names, never an empty answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, get_args

from dxlist.model.kpi import KpiStatus
from dxlist.query.keys import PLAN, codes_of, covers, joined, levels_of, near_labels, project_of, unit_key, unit_keys
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.values.item_codes import read_item, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from dxlist.model.initiative import Initiative
    from dxlist.query.condition import Condition


@dataclass(frozen=True, slots=True)
class Filters:
    """What the rows asked for have in common; without any, every row is asked for.

    Names are compared after folding: width, case and blanks make no difference.
    """

    departments: tuple[str, ...] = ()
    """Whole names of units of any level, or paths through them: 企画調整部/デジタル変革課."""
    fields: tuple[str, ...] = ()
    """Codes, or parts of names."""
    items: tuple[str, ...] = ()
    """Codes, each with its children, or parts of titles."""
    projects: tuple[str, ...] = ()
    """Parts of names, or project_ids."""
    programmes: tuple[str, ...] = ()
    """Parts of names of the levels above a project."""
    texts: tuple[str, ...] = ()
    """Words parted by blanks: a row holds all of them, in any text column."""
    units: tuple[str, ...] = ()
    """Units of targets, whole."""
    least: Decimal | None = None
    """A target is at least that."""
    most: Decimal | None = None
    """A target is at most that."""
    due: tuple[int, ...] = ()
    """Fiscal years of targets."""
    statuses: tuple[str, ...] = ()
    """Kinds of KPI cells."""
    years: tuple[int, ...] = ()
    """Fiscal years of lists."""
    parts: tuple[int, ...] = ()
    """Which lists of a file, from 1."""
    shared: bool | None = None
    """Whether the project stands in several rows; None: either."""
    plan_only: bool = False
    """Only rows that are marked 計画 in place of a code."""
    condition: Condition | None = None
    """What ``--where`` says."""

    @property
    def asks_targets(self) -> bool:
        """Return whether a row needs a target of its own to be asked for."""
        return bool(self.units or self.due) or self.least is not None or self.most is not None


RowName = tuple[str | None, ...]
"""A name as its row says it: the three levels of a unit, code and title of an item, a word alone."""


@dataclass(frozen=True, slots=True)
class NameFilter:
    """A filter that asks by name."""

    option: str
    """Of the command line."""
    word: Bilingual
    """What it is a name of."""
    asked: Callable[[Filters], Iterable[str]]
    names: Callable[[Initiative], Iterable[RowName]]
    is_called: Callable[[str, RowName], bool]
    """Whether a name is one that is asked for."""
    shown: Callable[[RowName], str]
    known: tuple[str, ...] = ()
    """Names that are known whether a row has them or not."""


class Hits(NamedTuple):
    """A filter with the names of the lists that it asks for."""

    filter: NameFilter
    names: frozenset[RowName]

    def holds(self, initiative: Initiative) -> bool:
        """Return whether a row has one of the names."""
        return not self.names.isdisjoint(self.filter.names(initiative))


class Unknown(NamedTuple):
    """A name that no list knows, with the nearest ones that they do."""

    filter: NameFilter
    asked: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]
    """All names that the lists know, where they are few."""


def find_names(
    initiatives: Iterable[Initiative], filter_: NameFilter, asked: Iterable[str]
) -> tuple[Hits, list[Unknown]]:
    """Return the names that are asked for, and what was asked for and is none.

    Args:
        initiatives: the rows of all lists.
        filter_: one filter.
        asked: its values; each must be the name of some row.
    """
    known = dict.fromkeys(name for initiative in initiatives for name in filter_.names(initiative))
    hits, unknown = set[RowName](), list[Unknown]()
    for text in asked:
        found = {name for name in known if filter_.is_called(text, name)}
        hits |= found
        if not found and fold(text) not in map(fold, filter_.known):
            unknown.append(_unknown(text, known, filter_))
    return Hits(filter_, frozenset(hits)), unknown


_FEW = 12
"""So many names are shown whole, where none is near."""


def _unknown(asked: str, known: Iterable[RowName], filter_: NameFilter) -> Unknown:
    labels: dict[str, list[str]] = {text: [text] for text in filter_.known}
    for name in known:
        shown = filter_.shown(name)
        labels.setdefault(shown, []).extend([shown, *filter(None, name)])
    few = sorted(labels, key=sort_key) if len(labels) <= _FEW else ()
    return Unknown(filter_, asked, tuple(near_labels(asked, labels)), tuple(few))


def _field_of(initiative: Initiative) -> list[RowName]:
    code, name = initiative.field_code, initiative.field_name
    return [(code, name)] if code or name else []


def _items_of(initiative: Initiative) -> list[RowName]:
    """Return code and title of the items of a row; a title without a code too."""
    title = initiative.item_name
    return [(code, title) for code in codes_of(initiative)] or ([(None, title)] if title else [])


def _is_whole(asked: str, name: RowName) -> bool:
    return any(fold(asked) == fold(text) for text in name if text)


def _is_part(asked: str, name: RowName) -> bool:
    return any(fold(asked) in fold(text) for text in name if text)


def _is_unit(asked: str, name: RowName) -> bool:
    return unit_key(asked) in unit_keys(name)


def _is_field(asked: str, name: RowName) -> bool:
    code, title = name
    return fold(asked) == fold(code or "") or _is_part(asked, (title,)) or fold(asked) == fold(joined(name))


def _is_item(asked: str, name: RowName) -> bool:
    """Return whether a name is the item that was asked for by code, by title, or by both: 3(1) オープンデータの充実.

    A code stands for its children too.
    """
    code, title = name
    read = read_item(asked)
    codes = [PLAN] if read.plan_only else read.codes
    rest = asked[read.length :]
    by_code = not codes or (code is not None and any(covers(one, code) for one in codes))
    return by_code and (not rest.strip() or _is_part(rest, (title,)))


def _is_project(asked: str, name: RowName) -> bool:
    project_id, title = name
    return asked == project_id or _is_part(asked, (title,))


def _last(name: RowName) -> str:
    return next(filter(None, reversed(name)), "")


NAME_FILTERS: tuple[NameFilter, ...] = (
    NameFilter(
        "--dept", Bilingual("担当課", "department"), lambda f: f.departments,
        lambda row: map(levels_of, row.departments), _is_unit, joined,
    ),
    NameFilter("--field", Bilingual("分野", "field"), lambda f: f.fields, _field_of, _is_field, joined),
    NameFilter("--item", Bilingual("項目", "item"), lambda f: f.items, _items_of, _is_item, joined),
    NameFilter(
        "--project", Bilingual("事業", "project"), lambda f: f.projects,
        lambda row: [(project_of(row), row.project_name)], _is_project, _last,
    ),
    NameFilter(
        "--programme", Bilingual("上位の事業", "programme"), lambda f: f.programmes,
        lambda row: ((level,) for level in row.project_levels[:-1]), _is_part, _last,
    ),
    NameFilter(
        "--kpi-unit", Bilingual("目標の単位", "unit"), lambda f: f.units,
        lambda row: ((target.unit,) for target in row.kpi_targets if target.unit), _is_whole, _last,
    ),
    NameFilter(
        "--kpi-status", Bilingual("指標の種類", "status"), lambda f: f.statuses,
        lambda row: [(row.kpi_status,)], _is_whole, _last, get_args(KpiStatus),
    ),
    NameFilter(
        "--year", Bilingual("年度", "fiscal year"), lambda f: map(str, f.years),
        lambda row: [(str(row.fiscal_year),)] if row.fiscal_year is not None else [], _is_whole, _last,
    ),
    NameFilter(
        "--part", Bilingual("表番号", "part"), lambda f: map(str, f.parts),
        lambda row: [(str(row.part),)], _is_whole, _last,
    ),
)  # fmt: skip
"""One entry for each filter that asks by name."""
