"""``Filters``: what is asked for; ``NAME_FILTERS``: the filters that ask by name, and which names a list knows.

Several values of one filter are alternatives, several filters hold together.  A name that no list knows is most often a
typo: it is an error that holds the nearest names, never an empty answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from dxlist.errors import UsageError
from dxlist.model.kpi import KpiStatus
from dxlist.query.keys import (
    PLAN,
    between_levels,
    codes_of,
    covers,
    joined,
    near_labels,
    project_of,
    unit_key,
    unit_keys,
)
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.values.item_codes import read_item, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from dxlist.model.initiative import Initiative
    from dxlist.query.condition import Condition


@dataclass(frozen=True, slots=True)
class Filters:
    """What the rows asked for have in common; without any, every row is asked for.

    Names are compared after folding: width, case and blanks make no difference.  Where several values may be given, one
    alone may stand without a tuple.

    Raises:
        DxlistError: a value that is not of the kind that its filter takes.

    >>> from dxlist import Filters
    >>> Filters(departments="デジタル変革課", due=(2022, 2023)).departments
    ('デジタル変革課',)
    """

    departments: str | Iterable[str] = ()
    """Whole names of units of any level, or paths through them: 企画調整部/デジタル変革課."""
    fields: str | Iterable[str] = ()
    """Codes, or parts of names, of the field or of a level between field and item."""
    items: str | Iterable[str] = ()
    """Codes, each with its children, or parts of titles, of the item or of a level between field and item."""
    projects: str | Iterable[str] = ()
    """Parts of names, or project_ids."""
    programmes: str | Iterable[str] = ()
    """Parts of names of the levels above a project."""
    texts: str | Iterable[str] = ()
    """Words parted by blanks: a row holds all of them, in any text column."""
    units: str | Iterable[str] = ()
    """Units of targets, whole."""
    least: Decimal | None = None
    """A target is at least that."""
    most: Decimal | None = None
    """A target is at most that."""
    due: int | Iterable[int] = ()
    """Fiscal years of targets."""
    statuses: str | Iterable[str] = ()
    """Kinds of KPI cells."""
    years: int | Iterable[int] = ()
    """Fiscal years of lists."""
    parts: int | Iterable[int] = ()
    """Which lists of a file, from 1."""
    shared: bool | None = None
    """Whether the project stands in several rows; None: either."""
    plan_only: bool = False
    """Only rows that are marked 計画 in place of a code."""
    condition: Condition | None = None
    """What ``--where`` says."""

    def __post_init__(self) -> None:
        """Put what was given into tuples: a text alone is one name, not its letters."""
        for names, kind in ((_NAMES, str), (_NUMBERS, int)):
            for name in names:
                object.__setattr__(self, name, _several(name, getattr(self, name), kind))

    @property
    def asks_targets(self) -> bool:
        """Return whether a row needs a target of its own to be asked for."""
        return bool(self.units or self.due) or self.least is not None or self.most is not None


_NAMES = ("departments", "fields", "items", "projects", "programmes", "texts", "units", "statuses")
_NUMBERS = ("due", "years", "parts")


def _several(name: str, given: object, kind: type) -> tuple[object, ...]:
    """Return the values of a filter, of which one alone may stand for itself.

    Raises:
        UsageError: one of them is of another kind.
    """
    values = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    wrong = [value for value in values if not isinstance(value, kind)]
    if not wrong:
        return values
    problem = Bilingual("この値は指定できません。", "it does not take this value.")
    remedy = Bilingual("文字列を指定してください。", "Give a text, or several.")
    if kind is int:
        remedy = Bilingual("整数を指定してください。", "Give a whole number, or several.")
    raise UsageError(f"{name} {wrong[0]!r}", problem, remedy)


RowName = tuple[str | None, ...]
"""A name as its row says it: the four levels of a unit, code and title of an item, a word alone."""


@dataclass(frozen=True, slots=True)
class NameFilter:
    """A filter that asks by name."""

    field: str
    """Of :class:`Filters`."""
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


def _fields_of(initiative: Initiative) -> list[RowName]:
    """Return code and name of the field of a row, and of the levels between it and the item."""
    code, name = initiative.field_code, initiative.field_name
    return [*([(code, name)] if code or name else []), *_between(initiative)]


def _between(initiative: Initiative) -> Iterator[RowName]:
    return ((level.code, level.title) for level in between_levels(initiative))


def _items_of(initiative: Initiative) -> list[RowName]:
    """Return code and title of the items of a row, a title without a code too, and of the levels above the item."""
    title = initiative.item_name
    items: list[RowName] = [(code, title) for code in codes_of(initiative)]
    return [*(items or ([(None, title)] if title else [])), *_between(initiative)]


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


def _texts(numbers: int | Iterable[int]) -> Iterable[str]:
    return map(str, cast("tuple[int, ...]", numbers))


NAME_FILTERS: tuple[NameFilter, ...] = (
    NameFilter(
        "departments", Bilingual("担当課", "department"), lambda f: f.departments,
        lambda row: (unit.known_levels for unit in row.departments), _is_unit, joined,
    ),
    NameFilter("fields", Bilingual("分野", "field"), lambda f: f.fields, _fields_of, _is_field, joined),
    NameFilter("items", Bilingual("項目", "item"), lambda f: f.items, _items_of, _is_item, joined),
    NameFilter(
        "projects", Bilingual("事業", "project"), lambda f: f.projects,
        lambda row: [(project_of(row), row.project_name)], _is_project, _last,
    ),
    NameFilter(
        "programmes", Bilingual("上位の事業", "programme"), lambda f: f.programmes,
        lambda row: ((level,) for level in row.project_levels[:-1]), _is_part, _last,
    ),
    NameFilter(
        "units", Bilingual("目標の単位", "unit"), lambda f: f.units,
        lambda row: ((target.unit,) for target in row.kpi_targets if target.unit), _is_whole, _last,
    ),
    NameFilter(
        "statuses", Bilingual("指標の種類", "status"), lambda f: f.statuses,
        lambda row: [(row.kpi_status,)], _is_whole, _last, get_args(KpiStatus),
    ),
    NameFilter(
        "years", Bilingual("年度", "fiscal year"), lambda f: _texts(f.years),
        lambda row: [(str(row.fiscal_year),)] if row.fiscal_year is not None else [], _is_whole, _last,
    ),
    NameFilter(
        "parts", Bilingual("表番号", "part"), lambda f: _texts(f.parts),
        lambda row: [(str(row.part),)], _is_whole, _last,
    ),
)  # fmt: skip
"""One entry for each filter that asks by name."""
