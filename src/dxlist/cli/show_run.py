"""``run_show``: an ID -> its initiative on standard output, and the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput
from dxlist.cli.table import show_blocks
from dxlist.projects.finding import find_projects
from dxlist.query.finding_one import UnknownInitiativeError, find_initiative
from dxlist.query.rows import rows_of
from dxlist.report.initiative import Shown, sections_of
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.voice import Voice
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Mention
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language


def run_show(asked: str, paths: Sequence[str], voice: Voice, encoding: str | None, *, as_json: bool) -> Exit:
    """Read the lists, find the row, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    documents, complete = read_documents(paths, voice, encoding=encoding)
    if not documents:
        return Exit.CANNOT
    initiatives = rows_of([document for _, document in documents])
    try:
        initiative = find_initiative(initiatives, asked)
    except UnknownInitiativeError as error:
        voice.error(Bilingual(error.message("ja"), error.message("en")))
        return Exit.FOUND if complete else Exit.CANNOT
    shown = Shown(initiative, _mentions(initiative, initiatives), _findings(initiative, documents))
    if as_json:
        StandardOutput().write(_as_json(shown, voice.language).encode())
    else:
        show_blocks(sections_of(shown), voice.language)
    return Exit.DONE if complete else Exit.CANNOT


def _mentions(initiative: Initiative, initiatives: Iterable[Initiative]) -> list[Mention]:
    """Return the other rows in which the project of this one stands."""
    projects = find_projects(initiatives).projects
    own = (p for p in projects if any(m.initiative_id == initiative.initiative_id for m in p.mentions))
    return [m for project in own for m in project.mentions if m.initiative_id != initiative.initiative_id]


def _findings(initiative: Initiative, documents: Sequence[tuple[str, Document]]) -> list[Reported]:
    """Return what the rules find in this row."""
    found = check_lists(documents, chosen_rules()).findings
    return [one for one in found if one.found.place.initiative_id == initiative.initiative_id]


def _as_json(shown: Shown, language: Language) -> str:
    record = {
        "initiative": shown.initiative.model_dump(mode="json"),
        "mentions": [mention.model_dump(mode="json") for mention in shown.mentions],
        "findings": [reported.finding(language).model_dump(mode="json") for reported in shown.findings],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
