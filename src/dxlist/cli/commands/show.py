"""``dxlist show``: one initiative whole, with its targets, its other mentions and what the rules find in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.cli import options as option  # noqa: TC001 - read when the command is set up
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.inputs import read_documents
from dxlist.cli.terminal import StandardOutput, show_blocks
from dxlist.projects.finding import find_projects
from dxlist.query.selecting import UnknownInitiativeError, find_initiative, rows_of
from dxlist.report.initiative import Shown, sections_of
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Mention
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

FORMATS = for_screen("json")


@dataclass(frozen=True, slots=True)
class ShowOptions:
    """The options of ``dxlist show``."""

    initiative_id: Annotated[
        str,
        typer.Argument(metavar="ID", show_default=False),
        Bilingual(
            "事業のID（fukushima_r04-0062）。一覧が1つなら行番号だけでもよい。",
            "ID of the row (fukushima_r04-0062); of a single list its line is enough.",
        ),
    ]
    paths: option.Paths = ()
    format: Annotated[str | None, FORMATS.option, FORMATS.help] = None
    encoding: option.InputEncoding = None
    quiet: option.Quiet = False


def show(options: ShowOptions, messages: Messages) -> Exit:
    """Read the lists, find the row, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    format_ = FORMATS.chosen(options.format)
    read = read_documents(options.paths, messages, encoding=options.encoding)
    if not read.named:
        return Exit.CANNOT
    initiatives = rows_of(read.documents)
    try:
        initiative = find_initiative(initiatives, options.initiative_id)
    except UnknownInitiativeError as error:
        messages.error(Bilingual(error.message("ja"), error.message("en")))
        return Exit.FOUND if read.complete else Exit.CANNOT
    shown = Shown(initiative, _mentions(initiative, initiatives), _findings(initiative, read.named))
    if format_ == "json":
        StandardOutput().write(_as_json(shown, messages.language).encode())
    else:
        show_blocks(sections_of(shown), messages.language)
    return Exit.DONE if read.complete else Exit.CANNOT


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
