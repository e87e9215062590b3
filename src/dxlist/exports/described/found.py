"""What was found in the lists, as tables: projects, mentions, programmes, conflicts, suggested pairs, findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, get_args

from dxlist.exports.cells import unit_text
from dxlist.exports.described.lists import OF_DOCUMENT, OF_INITIATIVE, OF_PROJECT, SIX_DIGITS
from dxlist.exports.described.words import FOUND_WORDS, made_columns
from dxlist.model.finding import SEVERITIES, Finding
from dxlist.model.project import Conflict, Mention, Programme, Project, Reading, Suggestion
from dxlist.model.table import ForeignKey, Table, TableColumn, column_of
from dxlist.packing import made_of
from dxlist.projects.conflicts.comparing import CONFLICT_REASONS
from dxlist.projects.levels import LABELS
from dxlist.projects.suggesting import SUGGESTION_REASONS
from dxlist.rules.checking import UNREADABLE
from dxlist.rules.registry import Fixing
from dxlist.text.bilingual import Bilingual
from dxlist.words import code_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from dxlist.model.finding import Related
    from dxlist.model.table import Cells, ColumnType
    from dxlist.rules.checking import Checked, Reported, UnreadList
    from dxlist.text.bilingual import Language

_CODES: dict[tuple[type[BaseModel], str], Mapping[str, Bilingual]] = {
    (Mention, "level"): {**LABELS, "first": Bilingual("最初の行", "the first row")},
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


def projects_table(projects: Iterable[Project]) -> Table:
    """Return the distinct projects, one row each."""
    own = _columns(Project, *_OF_PROJECT, "departments", "fiscal_years", "kpi_targets")
    rows = made_of(
        projects,
        lambda: (
            (
                *_of_project(project),
                _units(project),
                tuple(project.fiscal_years),
                tuple(target.raw for target in project.kpi_targets),
                len(project.mentions),
                tuple(mention.initiative_id for mention in project.mentions),
            )
            for project in projects
        ),
    )
    return Table(
        "projects", (*own, *made_columns("mention_count", "initiative_ids")), rows, ("project_id",), records=projects
    )


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
    rows = made_of(
        projects,
        lambda: (
            (
                *_of_project(project),
                *(_plain(getattr(mention, key)) for key in _OF_ROW),
                _units(project),
                *(getattr(mention, key) for key in _OF_LINK),
            )
            for project in projects
            for mention in project.mentions
        ),
    )
    keys = (OF_PROJECT, OF_INITIATIVE, OF_DOCUMENT, ForeignKey(("joined_to",), "initiatives", ("initiative_id",)))
    return Table("mentions", columns, rows, ("project_id", "initiative_id"), keys)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def programmes_table(programmes: Iterable[Programme]) -> Table:
    """Return the programmes that hold several projects, one row each."""
    number, count = made_columns("programme_number", "project_count")
    name, aliases, ids = _columns(Programme, "name", "aliases", "project_ids")
    rows = tuple(
        (at, one.name, tuple(one.aliases), len(one.project_ids), tuple(one.project_ids))
        for at, one in enumerate(programmes, 1)
    )
    columns = (number, name, aliases, count, ids)
    return Table("programmes", columns, rows, ("programme_number",))


def conflicts_table(conflicts: Sequence[Conflict], projects: Iterable[Project]) -> Table:
    """Return what the rows of a project say where they disagree, one row a reading."""
    asked = {one.project_id for one in conflicts}
    names = {project.project_id: project.name for project in projects if project.project_id in asked}
    columns = (
        *made_columns("conflict_number"),
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


def suggested_table(suggested: Iterable[Suggestion]) -> Table:
    """Return the pairs of projects that may be one, one row each."""
    pairs = made_columns(
        "project_id_1", "project_id_2", "initiative_id_1", "initiative_id_2", "name_1", "name_2"
    )  # fmt: skip
    rows = tuple((*one.project_ids, *one.initiative_ids, *one.names, one.similarity, one.reason) for one in suggested)
    keys = tuple(ForeignKey((f"project_id_{number}",), "projects", ("project_id",)) for number in (1, 2))
    columns = (*pairs, *_columns(Suggestion, "similarity", "reason"))
    return Table("suggested", columns, rows, ("project_id_1", "project_id_2"), keys)


def findings_table(
    findings: Sequence[Reported],
    document_ids: Mapping[str, str],
    language: Language | None = None,
    unread: Sequence[UnreadList] = (),
) -> Table:
    """Return what the rules found, one row a finding, behind the lists that could not be read.

    Args:
        findings: in order.
        document_ids: of each list, by its path.
        language: of the whole records that JSON holds; None: JSON holds the rows, which speak both.
        unread: the lists in which nothing could be looked for.
    """
    columns = (
        *made_columns("fingerprint", "document_id"),
        *finding_columns("code"),
        *made_columns("rule"),
        *finding_columns("severity"),
        *made_columns("message_ja", "message_en"),
        *finding_columns("line", "cell", "start", "end", "initiative_id"),
        *made_columns("related_lines"),
        *finding_columns("suggestion"),
        replace(*made_columns("fix"), enum=get_args(Fixing), nullable=True, words=_FIXES),
    )
    rows = made_of(
        findings,
        lambda: chain(map(_unread_row, unread), (_finding_row(reported, document_ids) for reported in findings)),
    )
    records = made_of(findings, lambda: _in_language(language, unread, findings)) if language else None
    return Table("findings", columns, rows, ("fingerprint",), (OF_DOCUMENT, OF_INITIATIVE), records=records)


def _in_language(language: Language, unread: Sequence[UnreadList], findings: Sequence[Reported]) -> Iterator[Finding]:
    yield from (one.finding(language) for one in unread)
    yield from (one.finding(language) for one in findings)


def finding_columns(*keys: str) -> tuple[TableColumn, ...]:
    """Return the columns for keys of a finding."""
    return _columns(Finding, *keys)


_FIXES = {"certain": Bilingual("確実", "certain"), "unsafe": Bilingual("要確認", "unsafe")}


def _unread_row(one: UnreadList) -> Cells:
    said = (UNREADABLE, UNREADABLE, "error", one.why.ja, one.why.en)
    return (one.fingerprint, None, *said, None, None, None, None, None, (), None, None)


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
        None if reported.fix is None else "certain" if reported.fix.certain else "unsafe",
    )


def _related(places: Iterable[Related], reported: Reported, document_ids: Mapping[str, str]) -> Iterator[str]:
    """Yield other places: the line, and before it the list where that is another one."""
    for one in places:
        line = "" if one.line is None else str(one.line)
        own = one.file == reported.file
        yield line if own else f"{document_ids.get(one.file, one.file)}:{line}".rstrip(":")


def statistics_table(checked: Checked, document_ids: Mapping[str, str]) -> Table:
    """Return one row for each list, rule and severity with something found, the worst of a list first.

    Args:
        checked: the run; a list that could not be read has one row as well.
        document_ids: of each list that could be read, by its path.
    """
    columns = (
        *made_columns("file", "document_id"),
        *finding_columns("code"),
        *made_columns("rule"),
        *finding_columns("severity"),
        *made_columns("finding_count", "title_ja", "title_en"),
    )
    rows = (*_unread_counts(checked), *_counts(checked, document_ids))
    return Table("statistics", columns, rows, ("file", "code", "severity"), (OF_DOCUMENT,))


def _unread_counts(checked: Checked) -> Iterator[Cells]:
    for one in checked.unread:
        yield (one.file, None, UNREADABLE, UNREADABLE, "error", 1, one.why.ja, one.why.en)


def _counts(checked: Checked, document_ids: Mapping[str, str]) -> Iterator[Cells]:
    rules = {one.rule.code: one.rule for one in checked.findings}
    places = {file: at for at, (file, _) in enumerate(checked.lists)}
    counts = Counter((places[one.file], SEVERITIES.index(one.severity), one.rule.code) for one in checked.findings)
    for (at, rank, code), count in sorted(counts.items()):
        file, rule = checked.lists[at][0], rules[code]
        title = rule.title
        yield (file, document_ids[file], code, rule.name, SEVERITIES[rank], count, title.ja, title.en)
