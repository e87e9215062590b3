"""The tables of what was found in the lists: projects, mentions, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.csv_table import unit_text
from dxlist.exports.tables.lists import MENTION_COUNT, OF_DOCUMENT, OF_INITIATIVE, OF_PROJECT, SIX_DIGITS
from dxlist.exports.tables.shape import Column, ForeignKey, Table, column_of
from dxlist.exports.tables.words import FINDING_WORDS, MENTION_WORDS, PROJECT_WORDS
from dxlist.model.finding import Finding
from dxlist.model.project import Mention, Project
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from pydantic import BaseModel

    from dxlist.exports.tables.gathering import Lists
    from dxlist.exports.tables.shape import Row
    from dxlist.model.finding import Related
    from dxlist.rules.checking import Reported


def _column(model: type[BaseModel], key: str, words: dict[str, tuple[str, str, str]]) -> Column:
    label, ja, en = words[key]
    pattern = SIX_DIGITS if key == "local_government_code" else None
    return column_of(model, key, ja, en, label=label, pattern=pattern)


def projects_table(content: Lists) -> Table:
    """Return the distinct projects, one row each."""
    columns = (*(_column(Project, key, PROJECT_WORDS) for key in PROJECT_WORDS), MENTION_COUNT)
    rows = tuple(_project_row(project) for project in content.projects.projects)
    return Table("projects", columns, rows, ("project_id",))


def _project_row(project: Project) -> Row:
    return (
        project.project_id,
        project.name,
        project.programme,
        project.local_government_code,
        tuple(map(unit_text, project.departments)),
        tuple(project.fiscal_years),
        len(project.mentions),
    )


def mentions_table(content: Lists) -> Table:
    """Return the rows in which projects stand, one row each."""
    columns = tuple(_column(Mention, key, MENTION_WORDS) for key in MENTION_WORDS)
    project_id = _column(Project, "project_id", PROJECT_WORDS)
    rows = tuple(
        (project.project_id, *(_plain(getattr(mention, key)) for key in MENTION_WORDS))
        for project in content.projects.projects
        for mention in project.mentions
    )
    joined = ForeignKey(("joined_to",), "initiatives", ("initiative_id",))
    keys = (OF_PROJECT, OF_INITIATIVE, OF_DOCUMENT, joined)
    return Table("mentions", (project_id, *columns), rows, ("project_id", "initiative_id"), keys)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


FINGERPRINT = Column(
    "fingerprint",
    "string",
    "指摘ID",
    Bilingual(
        "同じ指摘なら、行がずれても同じ。", "The same for the same finding when lines move; no two findings share it."
    ),
)
OWN_DOCUMENT = Column(
    "document_id", "string", "一覧ID", Bilingual("指摘された一覧。", "The list in which it was found.")
)
RULE = Column("rule", "string", "検査名", Bilingual("検査の名前。", "Name of the rule."))
MESSAGE_JA = Column("message_ja", "string", "内容", Bilingual("何が問題か。", "What was found, in Japanese."))
MESSAGE_EN = Column(
    "message_en", "string", "内容（英語）", Bilingual("何が問題か、英語で。", "What was found, in English.")
)
RELATED = Column(
    "related_lines",
    "list",
    "関連する行",
    Bilingual(
        "関係するほかの行の番号。別の一覧なら、その一覧IDを前に置く。",
        "Lines of other places that it speaks of; before them the list, where it is another one.",
    ),
)


def findings_table(content: Lists) -> Table:
    """Return what the rules found, one row a finding."""
    named = {key: _column(Finding, key, FINDING_WORDS) for key in FINDING_WORDS}
    columns = (
        FINGERPRINT, OWN_DOCUMENT, named["code"], RULE, named["severity"], MESSAGE_JA, MESSAGE_EN, named["line"],
        named["cell"], named["start"], named["end"], named["initiative_id"], RELATED, named["suggestion"],
    )  # fmt: skip
    rows = tuple(_finding_row(reported, content) for reported in content.findings)
    return Table("findings", columns, rows, ("fingerprint",), (OF_DOCUMENT, OF_INITIATIVE))


def _finding_row(reported: Reported, content: Lists) -> Row:
    found, place = reported.found, reported.found.place
    return (
        reported.fingerprint,
        content.document_ids[reported.file],
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
        tuple(_related(one, reported, content) for one in found.related),
        found.suggestion,
    )


def _related(one: Related, reported: Reported, content: Lists) -> str:
    """Return another place: its line, and before it the list where that is another one."""
    line = "" if one.line is None else str(one.line)
    return line if one.file == reported.file else f"{content.document_ids.get(one.file, one.file)}:{line}".rstrip(":")
