"""The tables of what the lists say: documents, initiatives, departments, targets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from dxlist.exports.csv_table import COLUMNS, LAST, unit_text
from dxlist.exports.tables.shape import Column, ForeignKey, Table, column_of, nullable
from dxlist.exports.tables.words import DOCUMENT_WORDS, INITIATIVE_WORDS, TARGET_WORDS
from dxlist.model.document import Counts, DocumentInfo
from dxlist.model.initiative import Department, Initiative
from dxlist.model.kpi import KpiTarget
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.exports.tables.gathering import Lists
    from dxlist.exports.tables.shape import Row
    from dxlist.model.document import Document

INITIATIVE_ID = column_of(Initiative, "initiative_id", *INITIATIVE_WORDS["initiative_id"])
OF_INITIATIVE = ForeignKey(("initiative_id",), "initiatives", ("initiative_id",))
OF_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))
OF_PROJECT = ForeignKey(("project_id",), "projects", ("project_id",))

SIX_DIGITS = r"[0-9]{6}"
_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_SHA256 = r"[0-9a-f]{64}"

MENTION_COUNT = Column(
    "mention_count",
    "integer",
    "行数",
    Bilingual(
        "事業が載っている行の数。2以上は再掲。",
        "Rows in which the project stands; two or more: it is printed again.",
    ),
)


def documents_table(content: Lists) -> Table:
    """Return the lists, one row each."""
    columns = tuple(_document_columns())
    rows = tuple(_document_row(document) for _, document in content.documents)
    return Table("documents", columns, rows, ("document_id",))


_DELIMITERS = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}
_INFO = (
    "document_id", "name", "local_government_code", "local_government_name", "fiscal_year", "publisher", "source",
    "source_url", "licence", "encoding", "byte_order_mark", "delimiter", "line_ends", "sha256",
)  # fmt: skip
_COUNTS = {
    "pages": "page_count",
    "parts": "part_count",
    "initiatives": "initiative_count",
    "leftovers": "leftover_count",
    "doubtful": "doubtful_count",
}
_PATTERNS = {"local_government_code": SIX_DIGITS, "sha256": _SHA256}


def _document_columns() -> Iterator[Column]:
    for key in _INFO:
        label, ja, en = DOCUMENT_WORDS[key]
        yield column_of(DocumentInfo, key, ja, en, label=label, pattern=_PATTERNS.get(key))
    for key, name in _COUNTS.items():
        label, ja, en = DOCUMENT_WORDS[name]
        yield column_of(Counts, key, ja, en, label=label, name=name)


def _document_row(document: Document) -> Row:
    info = document.document
    values = {key: getattr(info, key) for key in _INFO}
    values["delimiter"] = _DELIMITERS.get(info.delimiter or "", info.delimiter)
    return (*values.values(), *(getattr(document.counts, key) for key in _COUNTS))


def initiatives_table(content: Lists) -> Table:
    """Return the initiatives, one row each; further columns of the lists stand before the confidence."""
    fixed = tuple(_initiative_column(key) for key in COLUMNS)
    last = _initiative_column(LAST)
    further = _further(content)
    columns = (*fixed, *_further_columns(further, (*fixed, last)), last)
    rows = tuple(_initiative_row(initiative, content, further) for initiative in content.initiatives)
    return Table("initiatives", columns, rows, ("initiative_id",), (OF_DOCUMENT, OF_PROJECT))


def _initiative_column(key: str) -> Column:
    """Return the column of a key; in place of the rows that share a project, which mentions hold, their number."""
    if key == _SHARED:
        return replace(MENTION_COUNT, label="事業の行数")
    return column_of(Initiative, key, *INITIATIVE_WORDS[key], pattern=_PATTERNS.get(key))


_SHARED = "shared_with"


def _further(content: Lists) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for initiative in content.initiatives for name in initiative.extra))


def _further_columns(headers: Iterable[str], taken: Iterable[Column]) -> Iterator[Column]:
    """Yield the further columns of the lists, each with a name and a label that no column before it has."""
    columns = list(taken)
    names, labels = {column.name.casefold() for column in columns}, {column.label for column in columns}
    for header in headers:
        shown = "".join(c for c in " ".join(header.split()) if c.isprintable())
        name, label = _free_name(shown, names), _free_name(shown, labels)
        about = Bilingual(f"一覧の列「{shown}」。", f'The column "{shown}" of a list.')
        yield Column(name, "string", label, about, nullable=True)


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that is not taken, and take it; for a database A is a."""
    while not name or name.casefold() in taken:
        name = f"extra.{name}"
    taken.add(name.casefold())
    return name


def _initiative_row(initiative: Initiative, content: Lists, further: tuple[str, ...]) -> Row:
    project = content.project_of.get(initiative.initiative_id)
    # Of all lists of the export: what the record says, its own list alone tells.
    known: dict[str, object] = {
        "project_id": project.project_id if project else None,
        _SHARED: len(project.mentions) if project else 1,
    }
    values = (known[key] if key in known else _plain(getattr(initiative, key)) for key in COLUMNS)
    return (*values, *(initiative.extra.get(name) for name in further), initiative.confidence)


def _plain(value: object) -> object:
    """Return a value of a record as that of a table: of a department its printed name."""
    if isinstance(value, list):
        return tuple(unit_text(one) if isinstance(one, Department) else one for one in value)
    return value


def departments_table(content: Lists) -> Table:
    """Return the responsible units, one row a unit of an initiative."""
    position = Column(
        "position",
        "integer",
        "順",
        Bilingual("担当課のセルの中で何番目か。1から。", "Which unit of the cell it is, from 1."),
    )
    name = Column(
        "name",
        "string",
        "担当課",
        Bilingual("部局・局・課室を空白でつないだ名前。", "Department, bureau and division with blanks between them."),
    )
    levels = (
        column_of(Department, "department", "最初の組織（部・局・庁など）。"),
        column_of(Department, "bureau", "部局の下の局。"),
        column_of(Department, "division", "課または室。"),
    )
    rows = tuple(
        (initiative.initiative_id, at, unit_text(unit), unit.department, unit.bureau, unit.division)
        for initiative in content.initiatives
        for at, unit in enumerate(initiative.departments, 1)
    )
    columns = (INITIATIVE_ID, position, name, *levels)
    return Table("departments", columns, rows, ("initiative_id", "position"), (OF_INITIATIVE,))


_DECIMALS = ("value", "value_to", "baseline_value")


def targets_table(content: Lists) -> Table:
    """Return the targets, one row each; the unit stands beside the number."""
    number = Column(
        "target_number",
        "integer",
        "目標番号",
        Bilingual("その取組の何番目の目標か。1から。", "Which target of its initiative it is, from 1."),
    )
    columns = tuple(_target_column(key) for key in KpiTarget.model_fields)
    rows = tuple(
        (initiative.initiative_id, at, *(_target_value(target, key) for key in KpiTarget.model_fields))
        for initiative in content.initiatives
        for at, target in enumerate(initiative.kpi_targets, 1)
    )
    key = ("initiative_id", "target_number")
    return Table("targets", (INITIATIVE_ID, number, *columns), rows, key, (OF_INITIATIVE,))


def _target_column(key: str) -> Column:
    column = column_of(
        KpiTarget,
        key,
        *TARGET_WORDS[key],
        type_="number" if key in _DECIMALS else None,
        pattern=_DATE if key == "target_date" else None,
    )
    return nullable(column) if column.nullable else column


def _target_value(target: KpiTarget, key: str) -> object:
    value = getattr(target, key)
    return Decimal(value) if key in _DECIMALS and value is not None else value
