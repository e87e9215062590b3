"""What was found in the lists, as tables: projects, mentions, programmes, conflicts, suggested pairs, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.cells import unit_text
from dxlist.exports.described.lists import MENTION_COUNT, OF_DOCUMENT, OF_INITIATIVE, OF_PROJECT, SIX_DIGITS
from dxlist.exports.described.words import FOUND_WORDS
from dxlist.model.finding import Finding
from dxlist.model.project import Conflict, Mention, Programme, Project, Reading, Suggestion
from dxlist.model.table import ForeignKey, Table, TableColumn, column_of
from dxlist.projects.conflicts.comparing import CONFLICT_REASONS
from dxlist.projects.levels import LABELS
from dxlist.projects.suggesting import SUGGESTION_REASONS
from dxlist.text.bilingual import Bilingual
from dxlist.words import code_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from dxlist.model.finding import Related
    from dxlist.model.table import Cells, ColumnType
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

_CODES: dict[tuple[type[BaseModel], str], Mapping[str, Bilingual]] = {
    (Mention, "level"): LABELS,
    (Conflict, "grade"): code_words.CONFLICT_GRADE_WORDS,
    (Conflict, "column"): code_words.CONFLICT_COLUMN_WORDS,
    (Conflict, "reason"): CONFLICT_REASONS,
    (Suggestion, "reason"): SUGGESTION_REASONS,
    (Finding, "severity"): code_words.SEVERITY_WORDS,
}


def _columns(model: type[BaseModel], *keys: str) -> tuple[TableColumn, ...]:
    """Return the columns for keys of a model, with the words of this room."""
    return tuple(_column(model, key) for key in keys)


def _column(model: type[BaseModel], key: str) -> TableColumn:
    label, ja, en = FOUND_WORDS[model.__name__, key]
    pattern = SIX_DIGITS if key == "local_government_code" else None
    type_: ColumnType | None = "list" if key == "kpi_targets" else None
    return column_of(model, key, ja, en, label=label, type_=type_, pattern=pattern, words=_CODES.get((model, key)))


_OF_PROJECT = ("project_id", "name", "programme", "local_government_code")
_INITIATIVE_IDS = TableColumn(
    "initiative_ids", "list", "ID", Bilingual("載っている行のID。", "The rows in which the project stands.")
)


def projects_table(projects: Iterable[Project]) -> Table:
    """Return the distinct projects, one row each."""
    held = tuple(projects)
    own = _columns(Project, *_OF_PROJECT, "departments", "fiscal_years", "kpi_targets")
    rows = tuple(
        (
            *_of_project(project),
            _units(project),
            tuple(project.fiscal_years),
            tuple(target.raw for target in project.kpi_targets),
            len(project.mentions),
            tuple(mention.initiative_id for mention in project.mentions),
        )
        for project in held
    )
    return Table("projects", (*own, MENTION_COUNT, _INITIATIVE_IDS), rows, ("project_id",), records=held)


def _of_project(project: Project) -> Cells:
    return tuple(getattr(project, key) for key in _OF_PROJECT)


def _units(project: Project) -> tuple[str, ...]:
    return tuple(map(unit_text, project.departments))


_OF_ROW = ("fiscal_year", "document_id", "line", "initiative_id", "item_codes", "item_name")
_OF_LINK = ("level", "joined_to")


def mentions_table(projects: Iterable[Project]) -> Table:
    """Return the rows in which projects stand, one row each, with what the project is called and who has it."""
    columns = (
        *_columns(Project, *_OF_PROJECT),
        *_columns(Mention, *_OF_ROW),
        *_columns(Project, "departments"),
        *_columns(Mention, *_OF_LINK),
    )
    rows = tuple(
        (
            *_of_project(project),
            *(_plain(getattr(mention, key)) for key in _OF_ROW),
            _units(project),
            *(getattr(mention, key) for key in _OF_LINK),
        )
        for project in projects
        for mention in project.mentions
    )
    keys = (OF_PROJECT, OF_INITIATIVE, OF_DOCUMENT, ForeignKey(("joined_to",), "initiatives", ("initiative_id",)))
    return Table("mentions", columns, rows, ("project_id", "initiative_id"), keys)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


_PROGRAMME_NUMBER = TableColumn(
    "programme_number", "integer", "番号", Bilingual("何番目の上位事業か。1から。", "Which programme it is, from 1.")
)
_PROJECT_COUNT = TableColumn(
    "project_count", "integer", "事業数", Bilingual("束ねる事業の数。", "Projects that it holds.")
)


def programmes_table(programmes: Iterable[Programme]) -> Table:
    """Return the programmes that hold several projects, one row each."""
    name, aliases, ids = _columns(Programme, "name", "aliases", "project_ids")
    rows = tuple(
        (number, one.name, tuple(one.aliases), len(one.project_ids), tuple(one.project_ids))
        for number, one in enumerate(programmes, 1)
    )
    columns = (_PROGRAMME_NUMBER, name, aliases, _PROJECT_COUNT, ids)
    return Table("programmes", columns, rows, ("programme_number",))


_CONFLICT_NUMBER = TableColumn(
    "conflict_number",
    "integer",
    "食い違い番号",
    Bilingual("同じ番号の行が1つの食い違い。", "Rows of one number are one conflict."),
)


def conflicts_table(conflicts: Iterable[Conflict], projects: Iterable[Project]) -> Table:
    """Return what the rows of a project say where they disagree, one row a reading."""
    names = {project.project_id: project.name for project in projects}
    columns = (
        _CONFLICT_NUMBER,
        *_columns(Conflict, "project_id"),
        *_columns(Project, "name"),
        *_columns(Conflict, "column", "grade", "reason"),
        *_columns(Reading, "initiative_id", "line", "text"),
    )
    rows = tuple(
        (number, one.project_id, names.get(one.project_id), one.column, one.grade, one.reason, *_said(reading))
        for number, one in enumerate(conflicts, 1)
        for reading in one.readings
    )
    return Table("conflicts", columns, rows, ("conflict_number", "initiative_id"), (OF_PROJECT, OF_INITIATIVE))


def _said(reading: Reading) -> Cells:
    return reading.initiative_id, reading.line, reading.text


_PAIRED = ("project_id", "initiative_id", "name")
_PAIR_LABELS = {"project_id": "事業ID", "initiative_id": "ID", "name": "事業名"}


def suggested_table(suggested: Iterable[Suggestion]) -> Table:
    """Return the pairs of projects that may be one, one row each."""
    pairs = [
        TableColumn(f"{key}_{number}", "string", f"{_PAIR_LABELS[key]}{number}", _PAIR_WORDS[key])
        for key in _PAIRED
        for number in (1, 2)
    ]
    rows = tuple((*one.project_ids, *one.initiative_ids, *one.names, one.similarity, one.reason) for one in suggested)
    keys = tuple(ForeignKey((f"project_id_{number}",), "projects", ("project_id",)) for number in (1, 2))
    columns = (*pairs, *_columns(Suggestion, "similarity", "reason"))
    return Table("suggested", columns, rows, ("project_id_1", "project_id_2"), keys)


_PAIR_WORDS = {
    "project_id": Bilingual("組の事業。", "A project of the pair."),
    "initiative_id": Bilingual("その事業が最初に載っている行。", "The row in which it stands first."),
    "name": Bilingual("その事業の名称。", "Its name."),
}

FINGERPRINT = TableColumn(
    "fingerprint",
    "string",
    "指摘ID",
    Bilingual(
        "同じ指摘なら、行がずれても同じ。", "The same for the same finding when lines move; no two findings share it."
    ),
)
_OWN_DOCUMENT = TableColumn(
    "document_id", "string", "一覧ID", Bilingual("指摘された一覧。", "The list in which it was found.")
)
_RULE = TableColumn("rule", "string", "ルール名", Bilingual("ルールの名前。", "Name of the rule."))
_MESSAGE_JA = TableColumn("message_ja", "string", "内容", Bilingual("何が問題か。", "What was found, in Japanese."))
_MESSAGE_EN = TableColumn(
    "message_en", "string", "内容（英語）", Bilingual("何が問題か、英語で。", "What was found, in English.")
)
_RELATED = TableColumn(
    "related_lines",
    "list",
    "関連する行",
    Bilingual(
        "関係するほかの行の番号。別の一覧なら、その一覧IDを前に置く。",
        "Lines of other places that it speaks of; before them the list, where it is another one.",
    ),
)


def findings_table(
    findings: Sequence[Reported], document_ids: Mapping[str, str], language: Language | None = None
) -> Table:
    """Return what the rules found, one row a finding.

    Args:
        findings: in order.
        document_ids: of each list, by its path.
        language: of the whole records that JSON holds; None: JSON holds the rows, which speak both.
    """
    code, severity = _columns(Finding, "code", "severity")
    place = _columns(Finding, "line", "cell", "start", "end", "initiative_id")
    (suggestion,) = _columns(Finding, "suggestion")
    columns = (
        FINGERPRINT, _OWN_DOCUMENT, code, _RULE, severity, _MESSAGE_JA, _MESSAGE_EN, *place, _RELATED, suggestion,
    )  # fmt: skip
    rows = tuple(_finding_row(reported, document_ids) for reported in findings)
    records = [reported.finding(language) for reported in findings] if language else None
    return Table("findings", columns, rows, ("fingerprint",), (OF_DOCUMENT, OF_INITIATIVE), records=records)


def _finding_row(reported: Reported, document_ids: Mapping[str, str]) -> Cells:
    found, place = reported.found, reported.found.place
    return (
        reported.fingerprint,
        document_ids[reported.file],
        reported.rule.code,
        reported.rule.name,
        reported.severity,
        found.message.ja,
        found.message.en,
        place.line,
        place.cell,
        place.start,
        place.end,
        place.initiative_id,
        tuple(_related(found.related, reported, document_ids)),
        found.suggestion,
    )


def _related(places: Iterable[Related], reported: Reported, document_ids: Mapping[str, str]) -> Iterator[str]:
    """Yield other places: the line, and before it the list where that is another one."""
    for one in places:
        line = "" if one.line is None else str(one.line)
        own = one.file == reported.file
        yield line if own else f"{document_ids.get(one.file, one.file)}:{line}".rstrip(":")
