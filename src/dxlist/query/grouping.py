"""``group``: rows -> groups with counts of rows and of distinct projects, and what the targets add up to.

``project_lines``: rows -> one line for each project that stands in them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.kpi import amount_words
from dxlist.query.amounts import TargetSum, amounts_of
from dxlist.query.columns import Hit
from dxlist.query.keys import codes_of, due_year, joined, project_of, units_of
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.values.item_codes import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


GroupKey = tuple[str | int | None, ...]
"""What tells a group from others; the last is its name."""


class Group(NamedTuple):
    """Rows that have something in common."""

    name: str | int | None
    """None: the rows that have none of it."""
    rows: int
    projects: int
    amounts: list[TargetSum]
    """Of the targets asked for."""


class Grouping(NamedTuple):
    """One way of grouping."""

    word: Bilingual
    keys: Callable[[Hit], Iterable[tuple[GroupKey, Hit]]]
    """The groups that a row is in, with those of its targets that belong there; without any it is in the group None."""
    in_order: bool = False
    """Whether groups have an order of their own; else the largest stands first."""


def group(hits: Iterable[Hit], grouping: Grouping) -> list[Group]:
    """Return the groups of the rows.

    Names that differ in width, case or blanks alone are one group, called as its first row calls it.  A row with two
    departments is in two groups, so the counts of groups may come to more than there are rows.
    """
    members, first = defaultdict[GroupKey, list["Hit"]](list), dict[GroupKey, GroupKey]()
    for hit in hits:
        for key, member in list(grouping.keys(hit)) or [((None,), hit)]:
            folded = tuple(fold(part) if isinstance(part, str) else part for part in key)
            first.setdefault(folded, key)
            members[folded].append(member)
    groups = [(first[key], _group(first[key], found)) for key, found in members.items()]
    if grouping.in_order:
        groups.sort(key=lambda pair: _order(pair[0]))
    else:
        groups.sort(key=lambda pair: (pair[0][-1] is None, -pair[1].rows))
    return [found for _, found in groups]


def _group(key: GroupKey, members: Sequence[Hit]) -> Group:
    rows = {hit.initiative.initiative_id for hit in members}
    projects = {project_of(hit.initiative) for hit in members}
    return Group(key[-1], len(rows), len(projects), amounts_of(members))


def _order(key: GroupKey) -> tuple[object, ...]:
    if key[-1] is None:
        return (1,)
    return (0, *((0, part) if isinstance(part, int) else (1, sort_key(str(part or ""))) for part in key))


def _by_unit_of_office(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    return (((name,), hit) for name in dict.fromkeys(units_of(hit.initiative)))


def _by_department(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    names = dict.fromkeys(department.department for department in hit.initiative.departments)
    return (((name,), hit) for name in names if name)


def _by_field(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    row = hit.initiative
    if row.field_code or row.field_name:
        yield (row.document_id, row.part, row.field_code, joined((row.field_code, row.field_name))), hit


def _by_item(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    """Yield the items of a row; a code is unique only within its list and field, so these are part of the key."""
    row = hit.initiative
    codes = codes_of(row)
    for code in codes or ([""] if row.item_name else []):
        title = row.item_name if len(codes) < _SEVERAL else None
        yield (row.document_id, row.part, row.field_code, code, joined((code, title))), hit


_SEVERAL = 2


def _by_programme(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    levels = hit.initiative.project_levels
    if len(levels) >= _SEVERAL:
        yield (levels[0],), hit


def _by_unit(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    units = {fold(target.unit or ""): target.unit for target in reversed(hit.targets)}
    for key, unit in reversed(units.items()):
        yield (unit,), Hit(hit.initiative, [target for target in hit.targets if fold(target.unit or "") == key])


def _by_due(hit: Hit) -> Iterator[tuple[GroupKey, Hit]]:
    for year in dict.fromkeys(map(due_year, hit.targets)):
        yield (year,), Hit(hit.initiative, [target for target in hit.targets if due_year(target) == year])


GROUPINGS: dict[str, Grouping] = {
    "dept": Grouping(Bilingual("担当課", "responsible unit"), _by_unit_of_office),
    "department": Grouping(Bilingual("部局", "department"), _by_department),
    "field": Grouping(Bilingual("分野", "field"), _by_field, in_order=True),
    "item": Grouping(Bilingual("項目", "item"), _by_item, in_order=True),
    "programme": Grouping(Bilingual("上位の事業", "programme"), _by_programme),
    "unit": Grouping(Bilingual("単位", "unit of the target"), _by_unit),
    "status": Grouping(Bilingual("指標の種類", "kind of KPI"), lambda hit: [((hit.initiative.kpi_status,), hit)]),
    "due": Grouping(Bilingual("目標年度", "due in"), _by_due, in_order=True),
}
"""By the name that ``--group-by`` takes."""


class ProjectLine(NamedTuple):
    """One project, as the rows asked for tell of it."""

    project_id: str
    project_name: str | None
    """As the first of these rows prints it."""
    codes: list[str]
    departments: list[str]
    amounts: list[str]
    """Its targets in the words of the list, each once."""
    rows: int
    initiative_ids: list[str]


def project_lines(hits: Iterable[Hit]) -> list[ProjectLine]:
    """Return the projects in order of their first row."""
    members = dict[str, list["Hit"]]()
    for hit in hits:
        members.setdefault(project_of(hit.initiative), []).append(hit)
    return [_line(project_id, found) for project_id, found in members.items()]


def _line(project_id: str, hits: Sequence[Hit]) -> ProjectLine:
    rows = [hit.initiative for hit in hits]
    amounts = {(t.metric, t.value, t.unit): amount_words(t) for hit in hits for t in hit.targets}
    return ProjectLine(
        project_id=project_id,
        project_name=rows[0].project_name,
        codes=list(dict.fromkeys(code for row in rows for code in codes_of(row))),
        departments=list(dict.fromkeys(unit for row in rows for unit in units_of(row))),
        amounts=list(amounts.values()),
        rows=len(rows),
        initiative_ids=[row.initiative_id for row in rows],
    )
