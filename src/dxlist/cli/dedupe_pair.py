"""``pair_table``: a suggested pair -> its two rows side by side, the parts that differ marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.table import marked_text
from dxlist.exports.csv_table import unit_text
from dxlist.report.projects import mark_differences, shown
from dxlist.text.bilingual import Bilingual
from dxlist.words.column_names import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.table import Table

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Suggestion
    from dxlist.report.blocks import Marked
    from dxlist.report.projects import Found
    from dxlist.text.bilingual import Language

_GAP = 2
_LABELS = 14
_NARROWEST = 12
_PLACE = Bilingual("場所", "rows")
_YEAR = Bilingual("年度", "fiscal year")
_PARENT = Bilingual("上位事業", "programme")
_NOTHING = "–"


class Compared(NamedTuple):
    """What both say of one thing."""

    label: Bilingual
    left: Marked
    right: Marked


def compared(pair: Suggestion, found: Found) -> Iterator[Compared]:
    """Yield what is known of the two rows of a pair, thing by thing."""
    one, two = (
        dict(_said(row, project, found)) for row, project in zip(pair.initiative_ids, pair.project_ids, strict=True)
    )
    known = [label for label, text in one.items() if {text, two[label]} != {_NOTHING}]
    for label in known:
        pair_of_texts = one[label], two[label]
        is_told = label is not _PLACE and _NOTHING not in pair_of_texts
        left, right = mark_differences(pair_of_texts) if is_told else map(shown, pair_of_texts)
        yield Compared(label, left, right)


def _said(row: str, project_id: str, found: Found) -> Iterator[tuple[Bilingual, str]]:
    initiative, project = found.rows[row], found.by_id[project_id]
    places = (f"{mention.document_id}:{mention.line}" for mention in project.mentions)
    yield _PLACE, ", ".join(places)
    for label, text in _texts(initiative):
        yield label, text or _NOTHING


def _texts(initiative: Initiative) -> Iterator[tuple[Bilingual, str | None]]:
    yield COLUMN_NAMES["project_name"], initiative.project_name
    yield COLUMN_NAMES["departments"], "、".join(map(unit_text, initiative.departments))
    yield COLUMN_NAMES["item"], " ".join(filter(None, (*initiative.item_codes, initiative.item_name)))
    yield _YEAR, str(initiative.fiscal_year or "")
    yield COLUMN_NAMES["overview"], initiative.overview
    yield COLUMN_NAMES["kpi_text"], initiative.kpi_text


def pair_table(pair: Suggestion, found: Found, screen: Console, language: Language) -> Table:
    """Return the two rows as a rich table no wider than the screen; nothing in it is cut."""
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    each = max(_NARROWEST, (screen.width - _LABELS - _GAP) // 2 - _GAP)
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for width in (_LABELS + _GAP, each + _GAP, each):
        table.add_column(width=width, overflow="fold")
    coloured = screen.color_system is not None
    for label, left, right in compared(pair, found):
        cells = [marked_text(marked, each, coloured=coloured) for marked in (left, right)]
        table.add_row(Text(label.text(language), style="bold"), *cells)
        table.add_row()
    return table
