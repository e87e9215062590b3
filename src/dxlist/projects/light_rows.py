"""``light_rows``: the rows of a list -> what of them is compared and shown, so that the list itself need not stay."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it at run time, where rows are kept in the cache
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from dxlist.model.columns import COLUMNS
from dxlist.model.initiative import Department, Level, Repair, Source
from dxlist.model.kpi import KpiTarget

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


class ProjectRow(Protocol):
    """A row of a list as far as its project is looked for and shown: an ``Initiative``, or a light row of one.

    The attributes are those of :class:`dxlist.model.initiative.Initiative`.
    """

    @property
    def initiative_id(self) -> str:
        """Its id."""

    @property
    def document_id(self) -> str:
        """The list."""

    @property
    def local_government_code(self) -> str | None:
        """The code of the government."""

    @property
    def local_government_name(self) -> str | None:
        """The name of the government."""

    @property
    def fiscal_year(self) -> int | None:
        """The year of the list."""

    @property
    def part(self) -> int:
        """Which list of the file."""

    @property
    def line(self) -> int:
        """The first physical line of the row."""

    @property
    def field_code(self) -> str | None:
        """The number of the policy field."""

    @property
    def field_name(self) -> str | None:
        """The policy field."""

    @property
    def item_codes(self) -> Sequence[str]:
        """The codes of the item."""

    @property
    def item_name(self) -> str | None:
        """The title of the item."""

    @property
    def levels(self) -> Sequence[Level]:
        """Every level of the plan above the row."""

    @property
    def departments(self) -> Sequence[Department]:
        """The responsible units."""

    @property
    def project_name(self) -> str | None:
        """The name of the project."""

    @property
    def project_levels(self) -> Sequence[str]:
        """The levels of the name."""

    @property
    def project_id(self) -> str | None:
        """The project as the list alone tells it."""

    @property
    def overview(self) -> str | None:
        """What is done."""

    @property
    def kpi_text(self) -> str | None:
        """The indicator or target as printed."""

    @property
    def kpi_targets(self) -> Sequence[KpiTarget]:
        """The targets that the cell sets."""

    @property
    def extra(self) -> Mapping[str, str]:
        """The further columns."""

    @property
    def sources(self) -> Mapping[str, Source | None]:
        """Where the texts stand."""

    @property
    def repairs(self) -> Sequence[Repair]:
        """What was mended."""


Plain = str | int | bool | None
PlainRecords = tuple[tuple[Plain, ...], ...]
"""For each record the values of its fields, in their order."""


class LightRow(NamedTuple):
    """What of an initiative is compared and shown with its project, and where its texts stand; see ``ProjectRow``."""

    initiative_id: str
    document_id: str
    local_government_code: str | None
    local_government_name: str | None
    fiscal_year: int | None
    part: int
    line: int
    field_code: str | None
    field_name: str | None
    item_codes: tuple[str, ...]
    item_name: str | None
    level_values: PlainRecords
    """Those of ``levels``; records are made of values when they are asked for: a record takes ten times as much."""
    unit_values: PlainRecords
    """Those of ``departments``."""
    project_name: str | None
    project_levels: tuple[str, ...]
    project_id: str | None
    overview: str | None
    kpi_text: str | None
    target_values: PlainRecords
    """Those of ``kpi_targets``."""
    extra: Mapping[str, str]
    sources: Mapping[str, Source | None]
    """Those of ``placed`` columns, see :func:`light_rows`."""
    repairs: tuple[Repair, ...]
    """Those of the name of the project, and of the columns that are placed."""

    @property
    def levels(self) -> Sequence[Level]:
        """Every level of the plan above the row."""
        return _levels(self.level_values)

    @property
    def departments(self) -> Sequence[Department]:
        """The responsible units."""
        return _departments(self.unit_values)

    @property
    def kpi_targets(self) -> Sequence[KpiTarget]:
        """The targets that the cell sets."""
        return _targets(self.target_values)


@lru_cache(maxsize=1024)
def _levels(values: PlainRecords) -> Sequence[Level]:
    return tuple(_record(Level, own) for own in values)


@lru_cache(maxsize=1024)
def _departments(values: PlainRecords) -> Sequence[Department]:
    return tuple(_record(Department, own) for own in values)


@lru_cache(maxsize=256)
def _targets(values: PlainRecords) -> Sequence[KpiTarget]:
    return tuple(_record(KpiTarget, own) for own in values)


_Model = TypeVar("_Model", bound=BaseModel)


def _record(model: type[_Model], values: tuple[Plain, ...]) -> _Model:
    return record_of(model, **dict(zip(model.model_fields, values, strict=True)))


def record_of(model: type[_Model], **values: Any) -> _Model:
    """Return a record of all its fields, whose values are known to be right.

    It takes half the memory of one that is checked: the set of its fields is one for all records of the kind.
    """
    return model.model_construct(_fields(model), **values)


@cache
def _fields(model: type[BaseModel]) -> set[str]:
    """Return the names of the fields, one set for all records of a kind."""
    return set(model.model_fields)


def _values(records: Iterable[BaseModel]) -> PlainRecords:
    return tuple(tuple(record.__dict__[name] for name in type(record).model_fields) for record in records)


@lru_cache(maxsize=4096)
def _shared(values: PlainRecords) -> PlainRecords:
    """Return equal values as one object: the rows of a list repeat their levels and divisions."""
    return values


_NAME = frozenset({"project_name"})
_NOTHING: Mapping[str, str] = {}


def light_rows(rows: Iterable[ProjectRow], *, placed: bool = False) -> Iterator[LightRow]:
    """Yield what of the rows of a list :func:`dxlist.find_projects` and the reports of projects need, in order.

    Rows of one list after the other can be gathered so, and each list let go.

    Args:
        rows: a document, or some of its rows.
        placed: keep where all texts stand that a finding may mark; without it only what is filled from another line.
    """
    return (_light(row, placed=placed) for row in rows)


def _light(row: ProjectRow, *, placed: bool) -> LightRow:
    return LightRow(
        initiative_id=row.initiative_id,
        document_id=row.document_id,
        local_government_code=row.local_government_code,
        local_government_name=row.local_government_name,
        fiscal_year=row.fiscal_year,
        part=row.part,
        line=row.line,
        field_code=row.field_code,
        field_name=row.field_name,
        item_codes=tuple(row.item_codes),
        item_name=row.item_name,
        level_values=_shared(_values(row.levels)),
        unit_values=_shared(_values(row.departments)),
        project_name=row.project_name,
        project_levels=tuple(row.project_levels),
        project_id=row.project_id,
        overview=row.overview,
        kpi_text=row.kpi_text,
        target_values=_values(row.kpi_targets),
        extra=row.extra or _NOTHING,
        sources=dict(_sources(row, placed=placed)),
        repairs=tuple(_repairs(row, COLUMNS if placed else _NAME)),
    )


def _sources(row: ProjectRow, *, placed: bool) -> Iterator[tuple[str, Source]]:
    for column, source in row.sources.items():
        if source is not None and (placed or source.line != row.line):
            yield column, source


def _repairs(row: ProjectRow, columns: Collection[str]) -> Iterator[Repair]:
    return (repair for repair in row.repairs if repair.column in columns)
