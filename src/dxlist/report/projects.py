"""``summary`` and ``parts_of``: projects -> what a person should read of them, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from dxlist.exports.cells import unit_text
from dxlist.projects.canonical import target_key
from dxlist.projects.conflicts.comparing import CONFLICT_REASONS
from dxlist.projects.conflicts.differences import differing_spans
from dxlist.projects.levels import LABELS
from dxlist.projects.suggesting import SUGGESTION_REASONS
from dxlist.projects.years import by_year, continues, stands_twice
from dxlist.report.blocks import BLANK, CONTINUED, Block, Entry, Marked, in_brackets
from dxlist.report.programmes import programme_block, target_text
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.text.spans import Span
from dxlist.text.visible import visible
from dxlist.words.code_words import CONFLICT_COLUMN_WORDS, CONFLICT_GRADE_WORDS, word
from dxlist.words.column_names import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Conflict, Mention, Programme, Project, Suggestion
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.report.found_projects import FoundProjects, ProjectFigures


T = TypeVar("T")


class Part(NamedTuple):
    """A part of the text with its heading."""

    heading: Bilingual
    blocks: Sequence[Block]


def summary(found: FoundProjects) -> list[Bilingual]:
    """Return the figures: rows and projects, conflicts and suggested pairs."""
    projects, figures = found.projects, found.figures
    programmes = len(projects.programmes)
    grades, pairs = Counter[str](conflict.grade for conflict in projects.conflicts), len(projects.suggested)
    return [
        COMMA.join(
            [
                plural(figures.rows, "行", "row"),
                plural(figures.projects, "事業", "project"),
                *_several_rows(figures),
                _number("上位事業", programmes, "programme"),
            ]
        ),
        Bilingual("食い違い: ", "conflicts: ")
        + COMMA.join(_number(w.ja, grades[grade], w.en) for grade, w in CONFLICT_GRADE_WORDS.items())
        + Bilingual("。", "; ")
        + Bilingual("同じ事業の候補", "")
        + plural(pairs, "組", "suggested pair"),
    ]


def _several_rows(figures: ProjectFigures) -> Iterator[Bilingual]:
    """Yield how many projects stand in several rows of one year, and how many go on for years."""
    shared, going_on = figures.shared, figures.continuing
    if len(figures.years) <= 1:
        yield Bilingual(f"うち複数の行にあるもの{shared}", f"{shared} shared")
    else:
        yield Bilingual(f"うち同じ年度の複数の行にあるもの{shared}", f"{shared} shared within a year")
        yield Bilingual(f"年度をまたいで続くもの{going_on}", f"{going_on} continuing from year to year")
    if figures.undated and len(figures.documents) > 1:
        yield undated_rows(figures.undated)


def undated_rows(count: int) -> Bilingual:
    """Return how many rows are of lists whose year is not known."""
    return Bilingual(
        f"年度がわからない{count}行は1つの年度として数えた", f"{count} rows of unknown year counted as one year"
    )


def _number(ja: str, number: int, noun: str) -> Bilingual:
    """Return what is counted with its number: behind it in Japanese, before it in English."""
    return Bilingual(ja, "") + plural(number, "", noun)


def parts_of(found: FoundProjects, *, everything: bool = False) -> list[Part]:
    """Return the parts in order, without those that have nothing to say.

    Args:
        found: the projects and their rows.
        everything: show the projects that stand in a single row too.
    """
    projects = found.projects
    shown = [project for project in found.by_id.values() if everything or stands_twice(project.mentions)]
    heading = _ALL if everything else _SHARED
    parts = (
        Part(heading, Shown(shown, lambda project: _project(project, found))),
        Part(_PROGRAMMES, Shown(projects.programmes, lambda programme: _programme(programme, found))),
        Part(_CONFLICTS, Shown(projects.conflicts, lambda conflict: _conflict(conflict, found))),
        Part(_SUGGESTED, Shown(projects.suggested, lambda pair: _suggestion(pair, found))),
    )
    return [part for part in parts if part.blocks]


class Shown(Sequence[Block]):
    """Blocks that are made when they are shown."""

    def __init__(self, things: Sequence[T], make: Callable[[T], Block]) -> None:
        self._count = len(things)
        self._make: Callable[[int], Block] = lambda at: make(things[at])

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> list[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | list[Block]:
        if isinstance(at, slice):
            return [self._make(number) for number in range(self._count)[at]]
        return self._make(range(self._count)[at])


_SHARED = Bilingual("複数の行にある事業", "shared projects")
_ALL = Bilingual("事業", "projects")
_PROGRAMMES = Bilingual("上位事業", "programmes")
_CONFLICTS = Bilingual("食い違い", "conflicts")
_SUGGESTED = Bilingual("同じかもしれない事業（人の確認待ち）", "suggested: they may be one project")

_GOVERNMENT = Bilingual("自治体", "government")
_PROGRAMME = Bilingual("上位事業", "programme")
_DEPARTMENTS = Bilingual("担当課", "departments")
_TARGETS = Bilingual("目標", "targets")


def _programme(programme: Programme, found: FoundProjects) -> Block:
    return programme_block(programme, [found.by_id[project] for project in programme.project_ids], found.rows)


def _project(project: Project, found: FoundProjects) -> Block:
    return Block(word_of(project.name) + in_brackets(_rows_by_year(project)), tuple(_about(project, found)))


def _rows_by_year(project: Project) -> Bilingual:
    """Return how many rows print a project; of several years, in each."""
    if not continues(project):
        return plural(len(project.mentions), "行", "row")
    own = by_year(project.mentions).items()
    return COMMA.join(year_words(year) + ": " + plural(len(rows), "行", "row") for year, rows in own)


def year_words(year: int | None) -> Bilingual:
    """Return a fiscal year in words."""
    return Bilingual("年度不明", "unknown year") if year is None else Bilingual(f"{year}年度", f"fiscal year {year}")


def _about(project: Project, found: FoundProjects) -> Iterator[Entry]:
    if len(found.figures.governments) > 1:
        yield Entry(_GOVERNMENT, government(project, found))
    if project.programme:
        yield Entry(_PROGRAMME, both_languages(project.programme))
    if project.departments:
        yield Entry(_DEPARTMENTS, COMMA.join(map(unit_text, project.departments)))
    several = continues(project)
    for number, target in enumerate(project.kpi_targets):
        years = COMMA.join(map(year_words, _years_of(target, project, found))) if several else EMPTY
        text = target_text(target) + (in_brackets(years) if years else EMPTY)
        yield Entry(CONTINUED if number else _TARGETS, text)
    for mention in project.mentions:
        yield Entry(place(mention), _mention(mention, with_year=several))


def _years_of(target: KpiTarget, project: Project, found: FoundProjects) -> list[int | None]:
    """Return the years whose lists set a target."""
    key, rows = target_key(target), [found.rows[mention.initiative_id] for mention in project.mentions]
    return list(by_year(row for row in rows if any(target_key(own) == key for own in row.kpi_targets)))


def government(project: Project, found: FoundProjects) -> Bilingual:
    """Return the name of the government of a project, else its code."""
    row = found.rows[project.mentions[0].initiative_id]
    return both_languages(row.local_government_name or project.local_government_code or "–")


def place(mention: Mention) -> Bilingual:
    """Return where a row stands."""
    return both_languages(f"{mention.document_id}:{mention.line}")


def _mention(mention: Mention, *, with_year: bool) -> Bilingual:
    """Return under which item a row stands, and what joined it."""
    item = " ".join(filter(None, (" ".join(mention.item_codes), mention.item_name))) or "–"
    notes = [
        note for note in (year_words(mention.fiscal_year) if with_year else EMPTY, word(LABELS, mention.level)) if note
    ]
    return item + (in_brackets(COMMA.join(notes)) if notes else EMPTY)


_OF_ANY_COLUMN = ("wording", "spelling", "width")
"""Reasons that do not say themselves which column it is."""


def _conflict(conflict: Conflict, found: FoundProjects) -> Block:
    project = found.by_id[conflict.project_id]
    column, reason = CONFLICT_COLUMN_WORDS[conflict.column], word(CONFLICT_REASONS, conflict.reason)
    if conflict.reason in _OF_ANY_COLUMN:
        reason = column + Bilingual("の", ": ") + reason
    title = _BAR.join([CONFLICT_GRADE_WORDS[conflict.grade], reason, word_of(project.name)])
    return Block(title, tuple(_readings(conflict, found)), _GRADE_STYLES[conflict.grade])


_BAR = Bilingual("｜", " | ")
_GRADE_STYLES = {"contradiction": "bold red", "difference": "bold yellow", "spelling": "bold"}
_NAMELESS = Bilingual("（事業名なし）", "(no project name)")
_NOTHING = Bilingual("（記載なし）", "(nothing)")


def _readings(conflict: Conflict, found: FoundProjects) -> Iterator[Entry]:
    """Yield each way of saying it once, with all the rows that say it so."""
    ways = dict[str, list["ProjectRow"]]()
    for reading in conflict.readings:
        ways.setdefault(reading.text, []).append(found.rows[reading.initiative_id])
    for text, rows in zip(mark_differences(list(ways)), ways.values(), strict=True):
        yield Entry(both_languages("; ".join(_by_document(rows))), text if text.text else _NOTHING)


def _by_document(rows: Iterable[ProjectRow]) -> Iterator[str]:
    for document, group in groupby(rows, key=lambda row: row.document_id):
        yield f"{document}:{', '.join(str(row.line) for row in group)}"


def _suggestion(pair: Suggestion, found: FoundProjects) -> Block:
    entries = list[Entry]()
    for row, name in zip(map(found.rows.__getitem__, pair.initiative_ids), mark_differences(pair.names), strict=True):
        units = COMMA.join(map(unit_text, row.departments))
        entries += (
            Entry(both_languages(f"{row.document_id}:{row.line}"), name if name.text else _NAMELESS),
            Entry(CONTINUED, units or _NOTHING, joint=BLANK),
        )
    return Block(suggestion_title(pair), tuple(entries))


def suggestion_title(pair: Suggestion) -> Bilingual:
    """Return how alike the two projects of a pair are, and in what."""
    alike = Bilingual(f"似ている度合い{pair.similarity:.0f}", f"similarity {pair.similarity:.0f}")
    return COMMA.join([alike, word(SUGGESTION_REASONS, pair.reason)])


def word_of(name: str | None) -> Bilingual:
    """Return the name of a project, or what stands for it where there is none."""
    return both_languages(name) if name else _NAMELESS


_PLACE = Bilingual("場所", "rows")
_YEAR = Bilingual("年度", "fiscal year")
_NOT_SAID = "–"


class ComparedTexts(NamedTuple):
    """What both say of one thing."""

    label: Bilingual
    left: Marked
    right: Marked


def compared(pair: Suggestion, found: FoundProjects) -> Iterator[ComparedTexts]:
    """Yield what is known of the two rows of a pair, thing by thing."""
    one, two = (
        dict(_said(row, project, found)) for row, project in zip(pair.initiative_ids, pair.project_ids, strict=True)
    )
    known = [label for label, text in one.items() if {text, two[label]} != {_NOT_SAID}]
    for label in known:
        pair_of_texts = one[label], two[label]
        is_told = label is not _PLACE and _NOT_SAID not in pair_of_texts
        left, right = mark_differences(pair_of_texts) if is_told else map(shown, pair_of_texts)
        yield ComparedTexts(label, left, right)


def _said(row: str, project_id: str, found: FoundProjects) -> Iterator[tuple[Bilingual, str]]:
    initiative, project = found.rows[row], found.by_id[project_id]
    places = (f"{mention.document_id}:{mention.line}" for mention in project.mentions)
    yield _PLACE, ", ".join(places)
    for label, text in _texts(initiative):
        yield label, text or _NOT_SAID


def _texts(initiative: ProjectRow) -> Iterator[tuple[Bilingual, str | None]]:
    yield COLUMN_NAMES["project_name"], initiative.project_name
    yield COLUMN_NAMES["departments"], "、".join(map(unit_text, initiative.departments))
    yield COLUMN_NAMES["item"], " ".join(filter(None, (*initiative.item_codes, initiative.item_name)))
    yield _YEAR, str(initiative.fiscal_year or "")
    yield COLUMN_NAMES["overview"], initiative.overview
    yield COLUMN_NAMES["kpi_text"], initiative.kpi_text


def shown(text: str) -> Marked:
    """Return a text as it can be shown, nothing in it marked."""
    return Marked(visible(text))


def mark_differences(texts: Sequence[str]) -> list[Marked]:
    """Return the texts as they can be shown, each with the parts in which it differs from the first.

    >>> [marked.bracketed().text for marked in mark_differences(["11万件とする。", "11,000件とする。"])]
    ['［11万］件とする。', '［11,000］件とする。']
    """
    visible_texts = [visible(text) for text in texts]
    pairs = zip(visible_texts, differing_spans(visible_texts), strict=True)
    return [Marked(text, tuple(_without_islands(spans))) for text, spans in pairs]


def _without_islands(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, those put together that have no more letters between them than either of them has.

    >>> _without_islands([Span(0, 6), Span(8, 15), Span(17, 18)])
    [Span(start=0, end=15), Span(start=17, end=18)]
    """
    found = list[Span]()
    for start, end in spans:
        before = found[-1] if found else Span(0, 0)
        if before.end and start - before.end <= min(before.end - before.start, end - start):
            found[-1] = Span(before.start, end)
        else:
            found.append(Span(start, end))
    return found
