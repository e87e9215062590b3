"""``summary`` and ``parts_of``: projects -> what a person should read of them, in both languages."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.exports.cells import unit_text
from dxlist.projects.conflicts.comparing import CONFLICT_REASONS
from dxlist.projects.levels import LABELS
from dxlist.projects.suggesting import SUGGESTION_REASONS
from dxlist.report.blocks import BLANK, Block, Entry
from dxlist.report.dedupe_entries import Part, joined, same, target_text
from dxlist.report.dedupe_marks import mark_differences
from dxlist.report.dedupe_tree import programme_blocks
from dxlist.report.dedupe_words import (
    CONFLICT_COLUMNS,
    GRADE_STYLES,
    GRADE_WORDS,
    NAMELESS,
    NOTHING,
)
from dxlist.report.words import word
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Conflict, Mention, Project, Suggestion
    from dxlist.report.dedupe_entries import Found


def summary(found: Found) -> list[Bilingual]:
    """Return the figures: rows and projects, conflicts and suggested pairs."""
    projects = found.projects
    rows, count = sum(len(p.mentions) for p in projects.projects), len(projects.projects)
    shared, programmes = sum(len(p.mentions) > 1 for p in projects.projects), len(projects.programmes)
    grades, pairs = Counter[str](conflict.grade for conflict in projects.conflicts), len(projects.suggested)
    return [
        Bilingual(
            f"{rows}行、{count}事業、うち複数の行にあるもの{shared}、上位事業{programmes}",
            f"{_count(rows, 'row')}, {_count(count, 'project')}, {shared} shared, {_count(programmes, 'programme')}",
        ),
        Bilingual(
            f"食い違い: {'、'.join(f'{w.ja}{grades[g]}' for g, w in GRADE_WORDS.items())}。同じ事業の候補{pairs}組",
            f"conflicts: {', '.join(_count(grades[g], w.en) for g, w in GRADE_WORDS.items())}; "
            f"{_count(pairs, 'suggested pair')}",
        ),
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def parts_of(found: Found, *, everything: bool = False) -> list[Part]:
    """Return the parts in order, without those that have nothing to say.

    Args:
        found: the projects and their rows.
        everything: show the projects that stand in a single row too.
    """
    projects = found.projects
    shown = [project for project in projects.projects if everything or len(project.mentions) > 1]
    heading = _ALL if everything else _SHARED
    parts = (
        Part(heading, tuple(_project(project, found) for project in shown)),
        Part(_PROGRAMMES, tuple(programme_blocks(found))),
        Part(_CONFLICTS, tuple(_conflict(conflict, found) for conflict in projects.conflicts)),
        Part(_SUGGESTED, tuple(_suggestion(pair, found) for pair in projects.suggested)),
    )
    return [part for part in parts if part.blocks]


_SHARED = Bilingual("複数の行にある事業", "shared projects")
_ALL = Bilingual("事業", "projects")
_PROGRAMMES = Bilingual("上位事業", "programmes")
_CONFLICTS = Bilingual("食い違い", "conflicts")
_SUGGESTED = Bilingual("同じかもしれない事業（人の確認待ち）", "suggested: they may be one project")

_GOVERNMENT = Bilingual("自治体", "government")
_PROGRAMME = Bilingual("上位事業", "programme")
_DEPARTMENTS = Bilingual("担当課", "departments")
_TARGETS = Bilingual("目標", "targets")
_NO_LABEL = Bilingual("", "")


def _project(project: Project, found: Found) -> Block:
    count = len(project.mentions)
    name = word_of(project.name)
    rows = Bilingual(f"{name.ja}（{count}行）", f"{name.en} ({_count(count, 'row')})")
    return Block(rows, tuple(_about(project, found)))


def _about(project: Project, found: Found) -> Iterator[Entry]:
    if len({p.local_government_code for p in found.projects.projects}) > 1:
        yield Entry(_GOVERNMENT, government(project, found))
    if project.programme:
        yield Entry(_PROGRAMME, same(project.programme))
    if project.departments:
        yield Entry(_DEPARTMENTS, joined([unit_text(department) for department in project.departments]))
    for number, target in enumerate(project.kpi_targets):
        yield Entry(_NO_LABEL if number else _TARGETS, target_text(target))
    several = len(project.fiscal_years) > 1
    for mention in project.mentions:
        yield Entry(place(mention), _mention(mention, with_year=several))


def government(project: Project, found: Found) -> Bilingual:
    """Return the name of the government of a project, else its code."""
    row = found.rows[project.mentions[0].initiative_id]
    return same(row.local_government_name or project.local_government_code or "–")


def place(mention: Mention) -> Bilingual:
    """Return where a row stands."""
    return same(f"{mention.document_id}:{mention.line}")


def _mention(mention: Mention, *, with_year: bool) -> Bilingual:
    """Say under which item a row stands, and what joined it."""
    item = " ".join(filter(None, (" ".join(mention.item_codes), mention.item_name))) or "–"
    year = mention.fiscal_year if with_year else None
    level = word(LABELS, mention.level)
    notes = (
        [text for text in (f"{year}年度" if year else "", level.ja) if text],
        [text for text in (f"fiscal year {year}" if year else "", level.en) if text],
    )
    japanese, english = "、".join(notes[0]), ", ".join(notes[1])
    return Bilingual(f"{item}（{japanese}）" if japanese else item, f"{item} ({english})" if english else item)


_OF_ANY_COLUMN = ("wording", "spelling", "width")
"""Reasons that do not say themselves which column it is."""


def _conflict(conflict: Conflict, found: Found) -> Block:
    project = found.by_id[conflict.project_id]
    name, grade = word_of(project.name), GRADE_WORDS[conflict.grade]
    column, reason = CONFLICT_COLUMNS[conflict.column], word(CONFLICT_REASONS, conflict.reason)
    if conflict.reason in _OF_ANY_COLUMN:
        reason = Bilingual(f"{column.ja}の{reason.ja}", f"{column.en}: {reason.en}")
    title = Bilingual(f"{grade.ja}｜{reason.ja}｜{name.ja}", f"{grade.en} | {reason.en} | {name.en}")
    entries = tuple(_readings(conflict, found))
    return Block(title, entries, GRADE_STYLES[conflict.grade])


def _readings(conflict: Conflict, found: Found) -> Iterator[Entry]:
    """Yield each way of saying it once, with all the rows that say it so."""
    ways = dict[str, list["Initiative"]]()
    for reading in conflict.readings:
        ways.setdefault(reading.text, []).append(found.rows[reading.initiative_id])
    for text, rows in zip(mark_differences(list(ways)), ways.values(), strict=True):
        yield Entry(same("; ".join(_by_document(rows))), text if text.text else NOTHING)


def _by_document(rows: Iterable[Initiative]) -> Iterator[str]:
    for document, group in groupby(rows, key=lambda row: row.document_id):
        yield f"{document}:{', '.join(str(row.line) for row in group)}"


def _suggestion(pair: Suggestion, found: Found) -> Block:
    reason = word(SUGGESTION_REASONS, pair.reason)
    title = Bilingual(
        f"似ている度合い{pair.similarity:.0f}、{reason.ja}", f"similarity {pair.similarity:.0f}, {reason.en}"
    )
    names = mark_differences(pair.names)
    entries = list[Entry]()
    for row, name in zip(pair.initiative_ids, names, strict=True):
        initiative = found.rows[row]
        entries.append(Entry(same(f"{initiative.document_id}:{initiative.line}"), name if name.text else NAMELESS))
        units = joined([unit_text(department) for department in initiative.departments])
        entries.append(Entry(_NO_LABEL, units if initiative.departments else NOTHING, joint=BLANK))
    return Block(title, tuple(entries))


def word_of(name: str | None) -> Bilingual:
    """Return the name of a project, or what stands for it where there is none."""
    return same(name) if name else NAMELESS
