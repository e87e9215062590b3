"""``select``: initiatives and filters -> the rows asked for, each with those of its targets that are.

``find_initiative``: an ID -> the row it names; ``rows_of`` and ``RowsOfLists``: documents -> all their initiatives,
each with its project.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from dxlist.errors import DxlistError
from dxlist.projects.by_government import KeptRows, find_memberships
from dxlist.query.columns import Hit
from dxlist.query.filters import NAME_FILTERS, find_names
from dxlist.query.keys import (
    MOST_NAMED,
    between_levels,
    due_year,
    folded,
    is_shared,
    near_labels,
    near_texts,
    other_spellings,
    project_of,
    units_of,
    word_pattern,
)
from dxlist.row_ids import place_of
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold, to_half_width
from dxlist.text.regex import regex
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.projects.by_government import Membership
    from dxlist.projects.decisions.files import Decision
    from dxlist.query.condition import Condition
    from dxlist.query.filters import Filters, Unknown


class UnknownNameError(DxlistError):
    """A name was asked for that no list knows: nothing can be said of it but which names are near."""

    def __init__(self, unknown: Unknown) -> None:
        word = unknown.filter.word
        problem = Bilingual(f"この{word.ja}はどの一覧にもありません。", f"no list knows this {word.en}.")
        super().__init__(f"{unknown.filter.field} {unknown.asked}", problem, _remedy(unknown))
        self.field = unknown.filter.field
        self.asked = unknown.asked
        self.nearest = unknown.nearest


def _remedy(unknown: Unknown) -> Bilingual:
    if near := unknown.nearest:
        return Bilingual(f"{_quoted(near)}のことですか。", f"Did you mean {' or '.join(near)}?")
    if known := unknown.known:
        return Bilingual(f"あるのは{_quoted(known)}です。", f"Known: {', '.join(known)}.")
    return Bilingual("一覧にある名前は dxlist stats で見られます。", "dxlist stats shows what the lists hold.")


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"「{name}」" for name in names)


def select(initiatives: Iterable[Initiative], filters: Filters) -> list[Hit]:
    """Return the rows that are asked for, in the order in which they stand.

    Args:
        initiatives: the rows of all lists at hand: a name is known where one of them has it.  They are gone through
            several times.
        filters: what is asked for.

    Raises:
        DxlistError: a name that no row has; the nearest ones are named.

    >>> import dxlist
    >>> initiatives = dxlist.parse("data/raw/fukushima_r04.tsv").initiatives
    >>> len(dxlist.select(initiatives, dxlist.Filters(departments="デジタル変革課", units=["%", "団体"])))
    13
    """
    tests = [*_name_tests(initiatives, filters), *_row_tests(filters)]
    wanted = (initiative for initiative in initiatives if all(test(initiative) for test in tests))
    return list(_with_targets(wanted, filters))


def _name_tests(initiatives: Iterable[Initiative], filters: Filters) -> Iterator[Callable[[Initiative], bool]]:
    for filter_ in NAME_FILTERS:
        if asked := tuple(filter_.asked(filters)):
            found, unknown = find_names(initiatives, filter_, asked)
            if unknown:
                raise UnknownNameError(unknown[0])
            yield found.holds


def _row_tests(filters: Filters) -> Iterator[Callable[[Initiative], bool]]:
    if filters.plan_only:
        yield lambda initiative: initiative.plan_only
    if filters.shared is not None:
        yield lambda initiative: is_shared(initiative) is filters.shared
    if filters.texts:
        yield _text_test(filters.texts)


def _text_test(texts: Iterable[str]) -> Callable[[Initiative], bool]:
    """Return the test whether a row holds all words of one of the texts."""
    asked = [[word_pattern(word) for word in text.split()] for text in texts]

    def holds(initiative: Initiative) -> bool:
        key = _text_key(initiative)
        return any(all(pattern.search(key) for pattern in words) for words in asked)

    return holds


_BETWEEN = "\x00"
"""Between two columns; no word that is typed holds it, and folding leaves it."""


class Unheld(NamedTuple):
    """A word of a text filter that no row holds, with what the rows hold in its place."""

    word: str
    near: tuple[str, ...]
    """Other spellings of it, else the names that are most like it."""

    @property
    def message(self) -> Bilingual:
        """Return what is said of it."""
        word = shortened(self.word)
        said = Bilingual(f"「{word}」はどの行にもありません。", f"no row holds {word}.")
        asked = Bilingual(f"{_quoted(self.near)}のことですか。", f" Did you mean {' or '.join(self.near)}?")
        return said + asked if self.near else said


def unheld_words(initiatives: Iterable[Initiative], filters: Filters) -> list[Unheld]:
    """Return the words of the texts asked for that no row of the lists holds.

    >>> import dxlist
    >>> initiatives = dxlist.parse("data/raw/fukushima_r04.tsv").initiatives
    >>> asked = dxlist.Filters(texts="取り組み デジタル改革課 研修")
    >>> [(one.word, one.near) for one in unheld_words(initiatives, asked)]
    [('取り組み', ('取組',)), ('デジタル改革課', ('デジタル変革課',))]
    """
    words = dict.fromkeys(word for text in filters.texts for word in text.split())
    if not words:
        return []
    unheld = {word: word_pattern(word) for word in words}
    for initiative in initiatives:
        key = _text_key(initiative)
        unheld = {word: pattern for word, pattern in unheld.items() if not pattern.search(key)}
    if not unheld:
        return []
    names = {name: [name] for initiative in initiatives for name in filter(None, _names_of(initiative))}
    return [Unheld(word, tuple(_spellings_in(initiatives, word) or near_labels(word, names))) for word in unheld]


def _spellings_in(initiatives: Iterable[Initiative], word: str) -> list[str]:
    return other_spellings(word, filter(None, chain.from_iterable(map(_texts_of, initiatives))))


def _text_key(initiative: Initiative) -> str:
    """Return all texts of a row as words are looked for in them."""
    return folded(_BETWEEN.join(filter(None, _texts_of(initiative))))


def _names_of(initiative: Initiative) -> Iterator[str | None]:
    yield from (initiative.field_name, initiative.item_name, initiative.project_name)
    yield from (level for unit in initiative.departments for level in unit.levels)


def _texts_of(initiative: Initiative) -> Iterator[str | None]:
    yield from (initiative.field_name, *(level.title for level in between_levels(initiative)), initiative.item_name)
    yield from units_of(initiative)
    yield from (initiative.project_name, initiative.overview, initiative.kpi_text, *initiative.extra.values())
    yield from (text for indicator in initiative.indicators for text in indicator.cells.values())


def _with_targets(wanted: Iterable[Initiative], filters: Filters) -> Iterator[Hit]:
    """Yield the rows that have a target asked for, with these targets; all rows and targets where none is."""
    is_asked = _target_test(filters) if filters.asks_targets else None
    for initiative in wanted:
        targets: Sequence[KpiTarget] = initiative.kpi_targets
        if is_asked:
            targets = [target for target in targets if is_asked(target)]
            if not targets:
                continue
        hit = Hit(initiative, targets)
        if filters.condition is None:
            yield hit
        else:
            yield from _fitting(hit, filters.condition)


def _target_test(filters: Filters) -> Callable[[KpiTarget], bool]:
    """Return the test whether a target has unit, value and year asked for; a range where it overlaps."""
    units = {fold(unit) for unit in filters.units}
    least, most = filters.least, filters.most
    due = cast("tuple[int, ...]", filters.due)

    def is_asked(target: KpiTarget) -> bool:
        if units and (target.unit is None or fold(target.unit) not in units):
            return False
        if due and due_year(target) not in due:
            return False
        if least is not None and Decimal(target.value_to or target.value) < least:
            return False
        return most is None or Decimal(target.value) <= most

    return is_asked


def _fitting(hit: Hit, condition: Condition) -> Iterator[Hit]:
    """Yield the hit with the targets that fit a condition; a row without targets is tried without one."""
    if not condition.asks_targets or not hit.targets:
        if condition.holds(hit.initiative, None):
            yield hit
    elif targets := [target for target in hit.targets if condition.holds(hit.initiative, target)]:
        yield Hit(hit.initiative, targets)


_PLACE = regex(r"(?:(?P<document>.+):)?(?P<line>[0-9]+)", re.DOTALL)
"""A line as ``dxlist dedupe`` names it, or its number alone."""


class UnknownInitiativeError(DxlistError):
    """No row of the lists has this ID."""

    def __init__(self, asked: str, nearest: Sequence[str]) -> None:
        problem = Bilingual("このIDの行はどの一覧にもありません。", "no row of the lists has this ID.")
        remedy = Bilingual("dxlist query でIDを見てください。", "dxlist query shows the IDs.")
        if nearest:
            remedy = Bilingual("近いもの: ", "Near it: ") + COMMA.join(nearest) + Bilingual("", ".")
        super().__init__(asked, problem, remedy)
        self.nearest = tuple(nearest)


def find_initiative(initiatives: Sequence[Initiative], asked: str) -> Initiative:
    """Return the row with this ID; of one list its line is enough, of a project its project_id gives the first row.

    A row may be named as the screen of ``dxlist dedupe`` names it, too: ``fukushima_r04:62``.  Of an id of before
    schema 3.0, which named a line, the row that stands there now is named as a near one.

    Raises:
        UnknownInitiativeError: there is none, or several lists have the line.
    """
    text = to_half_width(asked).strip()
    for row in initiatives:
        if text in {row.initiative_id, to_half_width(row.initiative_id), project_of(row)}:
            return row
    match = _PLACE.fullmatch(text)
    on_line = [row for row in initiatives if match and _is_at(row, match["document"], int(match["line"]))]
    if len(on_line) == 1:
        return on_line[0]
    raise UnknownInitiativeError(asked, [row.initiative_id for row in on_line] or _nearest(initiatives, text))


def _is_at(row: Initiative, document: str | None, line: int) -> bool:
    return row.line == line and document in {None, row.document_id}


def _nearest(initiatives: Sequence[Initiative], asked: str) -> list[str]:
    """Return the IDs of the lines nearest to the one asked for, in the list whose name is nearest."""
    place = (None, int(asked)) if asked.isdecimal() else place_of(asked)
    if place is None:
        return near_texts(asked, (row.initiative_id for row in initiatives))
    document, line = place
    documents = dict.fromkeys(row.document_id for row in initiatives)
    near = near_texts(document, documents) if document else list(documents)
    rows = [row for row in initiatives if row.document_id in near[:1]]
    rows.sort(key=lambda row: abs(row.line - line))
    if rows and rows[0].line == line:
        return [rows[0].initiative_id]
    return [row.initiative_id for row in sorted(rows[:MOST_NAMED], key=lambda row: row.line)]


def rows_of(documents: Sequence[Document], decisions: Sequence[Decision] = ()) -> list[Initiative]:
    """Return the initiatives of all documents, each with its project as all of these lists together tell it.

    What a file says of projects its own list alone tells; of one list that is all, where the file says it at all and
    nobody decided anything of its rows.
    """
    rows = [row for document in documents for row in document.initiatives]
    if len(documents) == 1 and not decisions and all(row.project_id for row in rows):
        return rows
    from dxlist.projects.identity import fill_projects  # noqa: PLC0415 - one normalised file tells its projects

    return fill_projects(rows, decisions)


class ListReadAgain(KeptRows, Protocol):
    """A list that was read, and whose document can be had again."""

    @property
    def document(self) -> Document:
        """The document."""


class RowsOfLists:
    """The initiatives of lists of which one at a time is read back; they can be gone through again and again.

    Each has its project, as of :func:`rows_of`.
    """

    def __init__(self, lists: Sequence[ListReadAgain], decisions: Sequence[Decision] = ()) -> None:
        self._lists = lists
        self._memberships: Sequence[Mapping[int, Membership]] = ()
        if len(lists) != 1 or decisions or not all(row.project_id for row in lists[0].document):
            self._memberships = find_memberships(lists, decisions)

    def __iter__(self) -> Iterator[Initiative]:
        if not self._memberships:
            return (row for kept in self._lists for row in kept.document)
        return chain.from_iterable(map(_with_projects, self._lists, self._memberships))


def _with_projects(kept: ListReadAgain, memberships: Mapping[int, Membership]) -> Iterator[Initiative]:
    for number, row in enumerate(kept.document):
        own = memberships[number]
        yield row.model_copy(update={"project_id": own.project_id, "shared_with": list(own.shared_with)})
