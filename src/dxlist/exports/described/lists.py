"""What the lists say, as tables: documents, initiatives, departments, targets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from dxlist.exports.cells import unit_text
from dxlist.exports.described.words import DOCUMENT_WORDS, INITIATIVE_WORDS, TARGET_WORDS, made_columns
from dxlist.model.document import Counts, DocumentInfo
from dxlist.model.initiative import Department, Initiative
from dxlist.model.kpi import KpiTarget
from dxlist.model.table import ForeignKey, Table, TableColumn, column_of, nullable
from dxlist.packing import made_of
from dxlist.query.keys import level_text
from dxlist.reading.forms import FORMS
from dxlist.text.bilingual import Bilingual
from dxlist.words import code_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.model.document import Document
    from dxlist.model.table import Cells, ColumnType

OF_INITIATIVE = ForeignKey(("initiative_id",), "initiatives", ("initiative_id",))
OF_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))
OF_PROJECT = ForeignKey(("project_id",), "projects", ("project_id",))

SIX_DIGITS = r"[0-9]{6}"
_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PATTERNS = {"local_government_code": SIX_DIGITS, "sha256": r"[0-9a-f]{64}", "target_date": _DATE}
_WORDS = {
    "kpi_status": code_words.KPI_STATUS_WORDS,
    "indicator_kind": code_words.INDICATOR_KIND_WORDS,
    "comparator": code_words.COMPARATOR_WORDS,
    "period": code_words.PERIOD_WORDS,
    "deadline_kind": code_words.DEADLINE_WORDS,
    "grade": code_words.TARGET_GRADE_WORDS,
    "delimiter": code_words.DELIMITER_WORDS,
    "line_ends": code_words.LINE_END_WORDS,
    "read_as": {form.name: form.about for form in FORMS},
}
(MENTION_COUNT,) = made_columns("mention_count")

_INFO = (
    "document_id", "name", "local_government_code", "local_government_name", "fiscal_year", "publisher", "source",
    "source_url", "licence", "read_as", "encoding", "byte_order_mark", "delimiter", "line_ends", "sha256",
)  # fmt: skip
_COUNTS = {
    "pages": "page_count",
    "parts": "part_count",
    "initiatives": "initiative_count",
    "leftovers": "leftover_count",
    "doubtful": "doubtful_count",
}
_DELIMITERS = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}


def documents_table(documents: Iterable[Document]) -> Table:
    """Return the lists, one row each."""
    return Table("documents", tuple(_document_columns()), tuple(map(_document_row, documents)), ("document_id",))


def _document_columns() -> Iterator[TableColumn]:
    for key in _INFO:
        label, ja, en = DOCUMENT_WORDS[key]
        yield column_of(DocumentInfo, key, ja, en, label=label, pattern=_PATTERNS.get(key), words=_WORDS.get(key))
    for key, name in _COUNTS.items():
        label, ja, en = DOCUMENT_WORDS[name]
        yield column_of(Counts, key, ja, en, label=label, name=name)


def _document_row(document: Document) -> Cells:
    info = document.document
    values = {key: getattr(info, key) for key in _INFO}
    values["delimiter"] = _DELIMITERS.get(info.delimiter or "", info.delimiter)
    return (*values.values(), *(getattr(document.counts, key) for key in _COUNTS))


_MENTIONS, _TARGET, _LAST = "mention_count", "target_", "confidence"
_LEVELS, _BETWEEN_LEVELS = "levels", " > "
_ORDER = (
    "local_government_code", "initiative_id", "local_government_name", "document_id", "fiscal_year", "part",
    "part_title", "page", "line", "field_code", "field_name", "item_codes", "item_name", _LEVELS, "plan_only",
    "departments", "project_name", "project_levels", "project_id", _MENTIONS, "shared_with", "overview", "kpi_text",
    "kpi_status",
)  # fmt: skip
_NESTED = ("kpi_targets", "indicators", "extra", "sources", "repairs", "confirmed")
"""What the table of rows has no column for: nested values, and what few rows hold."""
_BEFORE_FURTHER = (*_ORDER, *(key for key in Initiative.model_fields if key not in {*_ORDER, *_NESTED, _LAST}))
"""What stands before the further columns of a list: a key of the record that has no place in the order comes last."""
_FIRST_TARGET = ("metric", "value", "unit", "comparator", "cumulative", "target_fiscal_year", "target_date")
"""What the table says of the first target of a row, as ``target_metric`` …; the table of targets says all of each."""
_EXTRA = "extra."


def initiatives_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the initiatives, one row each; further columns of the lists stand before the confidence."""
    further = tuple(dict.fromkeys(name for initiative in initiatives for name in initiative.extra))
    fixed = (*map(_initiative_column, _BEFORE_FURTHER), *map(_first_target_column, _FIRST_TARGET))
    last = _initiative_column(_LAST)
    columns = (*fixed, *_further_columns(further, (*fixed, last)), last)
    rows = made_of(initiatives, lambda: (_initiative_row(initiative, further) for initiative in initiatives))
    return Table("initiatives", columns, rows, ("initiative_id",), (OF_DOCUMENT, OF_PROJECT), records=initiatives)


def _initiative_column(key: str) -> TableColumn:
    if key == _MENTIONS:
        return nullable(replace(MENTION_COUNT, label="事業の行数"))
    if key == _LEVELS:
        return nullable(column_of(Initiative, key, *INITIATIVE_WORDS[key], type_="string"))
    words = INITIATIVE_WORDS.get(key, ("",))
    return column_of(Initiative, key, *words, pattern=_PATTERNS.get(key), words=_WORDS.get(key))


def _first_target_column(key: str) -> TableColumn:
    return nullable(replace(_target_column(key), name=f"{_TARGET}{key.removeprefix(_TARGET)}"))


def _further_columns(headers: Iterable[str], taken: Iterable[TableColumn]) -> Iterator[TableColumn]:
    """Yield the further columns of the lists, each with a name and a label that no column before it has."""
    columns = list(taken)
    names, labels = {column.name.casefold() for column in columns}, {column.label for column in columns}
    for header in headers:
        shown = "".join(c for c in " ".join(header.split()) if c.isprintable())
        name, label = _free_name(shown, names), _free_name(shown, labels)
        about = Bilingual(f"一覧の列「{shown}」。", f'The column "{shown}" of a list.')
        yield TableColumn(name, "string", label, about, nullable=True)


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet, and enter it among those that are; a database does not tell A from a."""
    while not name or name.casefold() in taken:
        name = f"{_EXTRA}{name}"
    taken.add(name.casefold())
    return name


def _initiative_row(initiative: Initiative, further: Iterable[str]) -> Cells:
    targets, extra = initiative.kpi_targets, initiative.extra
    return (
        *[read(initiative) for read in _READERS],
        *([_target_value(targets[0], key) for key in _FIRST_TARGET] if targets else _NO_TARGET),
        *[extra.get(name) for name in further],
        initiative.confidence,
    )


_NO_TARGET = (None,) * len(_FIRST_TARGET)


def _mention_count(initiative: Initiative) -> int | None:
    """Return in how many rows the project stands; None where nobody knows yet which rows share it."""
    return None if initiative.shared_with is None else len(initiative.shared_with) + 1


def _levels(initiative: Initiative) -> str | None:
    """Return all levels of a row in one text, the topmost first."""
    return _BETWEEN_LEVELS.join(map(level_text, initiative.levels)) or None


def _departments(initiative: Initiative) -> tuple[str, ...]:
    return tuple(map(unit_text, initiative.departments))


def _shared_with(initiative: Initiative) -> tuple[str, ...] | None:
    return None if initiative.shared_with is None else tuple(initiative.shared_with)


_MADE: dict[str, Callable[[Initiative], object]] = {
    _MENTIONS: _mention_count,
    _LEVELS: _levels,
    "departments": _departments,
    "shared_with": _shared_with,
    "item_codes": lambda initiative: tuple(initiative.item_codes),
    "project_levels": lambda initiative: tuple(initiative.project_levels),
}
_READERS = tuple(_MADE.get(key) or attrgetter(key) for key in _BEFORE_FURTHER)
"""What gives the value of each column of :data:`_BEFORE_FURTHER`."""


INITIATIVE_ID = _initiative_column("initiative_id")


def departments_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the responsible units, one row a unit of an initiative."""
    levels = (
        column_of(Department, "department", "最初の組織（部・局・庁など）。"),
        column_of(Department, "bureau", "部局の下の局。"),
        column_of(Department, "division", "課または室。"),
        column_of(Department, "section", "係。一覧に係の列があるときだけ。"),
        column_of(Department, "elsewhere", "この欄に書かれていない上位の組織で、ほかの行にあるもの。"),
    )
    rows = made_of(
        initiatives,
        lambda: (
            (initiative.initiative_id, at, unit_text(unit), *(getattr(unit, level.name) for level in levels))
            for initiative in initiatives
            for at, unit in enumerate(initiative.departments, 1)
        ),
    )
    columns = (INITIATIVE_ID, *made_columns("position", "name"), *levels)
    return Table("departments", columns, rows, ("initiative_id", "position"), (OF_INITIATIVE,))


_TARGET_KEYS = tuple(KpiTarget.model_fields)
_DECIMALS = ("value", "value_to", "baseline_value")


def targets_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the targets, one row each; the unit stands beside the number."""
    columns = (INITIATIVE_ID, *made_columns("target_number"), *map(_target_column, _TARGET_KEYS))
    rows = made_of(
        initiatives,
        lambda: (
            (initiative.initiative_id, at, *[_target_value(target, key) for key in _TARGET_KEYS])
            for initiative in initiatives
            for at, target in enumerate(initiative.kpi_targets, 1)
        ),
    )
    return Table("targets", columns, rows, ("initiative_id", "target_number"), (OF_INITIATIVE,))


def _target_column(key: str) -> TableColumn:
    type_: ColumnType | None = "number" if key in _DECIMALS else None
    return column_of(
        KpiTarget, key, *TARGET_WORDS.get(key, ("",)), type_=type_, pattern=_PATTERNS.get(key), words=_WORDS.get(key)
    )


def _target_value(target: KpiTarget, key: str) -> object:
    value = getattr(target, key)
    return Decimal(value) if key in _DECIMALS and value is not None else value
