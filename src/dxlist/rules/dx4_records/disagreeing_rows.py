"""``disagreeing``: the two rows of a conflict that disagree worst, and ``severity_of``: how sure it is that one is wrong.

A project that stands below several items may be meant to say another thing below each of them: the indicator of the
measure, the share of another division.  What is said loudly is what no one means: one indicator with two numbers, one
sentence in two wordings.
"""

from __future__ import annotations

from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.conflicts.comparing import COMPARISONS, UNLIKE, are_of_different_parts
from dxlist.projects.conflicts.differences import LONGEST_COMPARED
from dxlist.projects.evidence import FAR, share_unit, similarity
from dxlist.projects.rows import grouped
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.contrasts import GENERIC
from dxlist.words.targets import GENERAL_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.project import Conflict, ConflictColumn
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.listed import Gathered, ListedRows


class Disagreeing(NamedTuple):
    """Two readings of a conflict, as positions, and their rows."""

    at: tuple[int, int]
    one: ProjectRow
    two: ProjectRow


def disagreeing(gathered: Gathered, conflict: Conflict) -> Disagreeing:
    """Return the first two readings that disagree as the conflict says; where none do alone, the first two texts."""
    rows = [gathered.rows[reading.initiative_id][1] for reading in conflict.readings]
    comparison = next(each for each in COMPARISONS if each.column == conflict.column)
    for one, two in _pairs(len(rows)):
        if comparison.across_parts or not are_of_different_parts(rows[one], rows[two]):
            found = comparison.compare(rows[one], rows[two])
            if found and found.reason == conflict.reason:
                return Disagreeing((one, two), rows[one], rows[two])
    first, *others = (reading.text for reading in conflict.readings)
    other = next((at for at, text in enumerate(others, 1) if text != first), 1)
    return Disagreeing((0, other), rows[0], rows[other])


_MOST = 20


def _pairs(many: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions, those with the first before the others."""
    least = min(many, _MOST)
    return ((one, two) for one in range(least) for two in range(one + 1, least))


def conflicts_here(listed: ListedRows, column: ConflictColumn) -> Sequence[tuple[Conflict, Disagreeing]]:
    """Return the conflicts whose later reading stands in this list, so that each is said once over all lists."""
    return _conflicts_by_list(listed.gathered).get((listed, column), ())


@lru_cache(maxsize=1)
def _conflicts_by_list(
    gathered: Gathered,
) -> Mapping[tuple[ListedRows, ConflictColumn], Sequence[tuple[Conflict, Disagreeing]]]:
    """Return all conflicts, sorted out once for all lists and rules."""
    pairs = ((one, disagreeing(gathered, one)) for one in gathered.projects.conflicts if len(one.readings) > 1)
    return grouped(((gathered.rows[pair.two.initiative_id][0], one.column), (one, pair)) for one, pair in pairs)


@lru_cache(maxsize=1)
def projects_with_conflicts(gathered: Gathered, column: ConflictColumn) -> Collection[str]:
    """Return the ids of the projects whose rows disagree in a column."""
    return {conflict.project_id for conflict in gathered.projects.conflicts if conflict.column == column}


# --- how sure


_LOUD: dict[str, Severity] = {"contradiction": "warning", "difference": "warning", "spelling": "info"}


def severity_of(listed: ListedRows, conflict: Conflict, pair: Disagreeing) -> Severity:
    """Return how sure it is that one of two rows of a project is wrong.

    Rows of divisions that share nothing, and of parts that a further column tells apart, may each say their own.  So may
    rows with different indicators, unless the list prints the indicators of its projects again wherever it names them; and
    rows below two measures whose name says only of what kind they are (出前講座, 職員研修) may be two projects.
    """
    if conflict.reason == UNLIKE or may_say_their_own(pair.one, pair.two):
        return "info"
    if conflict.column in _OF_TARGETS and not (_mean_one_target(conflict, pair) or _repeats_targets(listed, pair)):
        return "info"
    if conflict.reason == "factor_of_ten" and _are_telling(pair):
        return "error"
    return _LOUD[conflict.grade]


def _may_be_two(one: ProjectRow, two: ProjectRow) -> bool:
    """Return whether two rows below two items have a general name, and nothing they say is the same: 職員研修."""
    if not GENERAL_NAME.fullmatch(fold(one.project_name or "")) or place_of(one) == place_of(two):
        return False
    if one.kpi_targets and _targets_of(one) == _targets_of(two):
        return False
    ours, theirs = fold(one.overview or ""), fold(two.overview or "")
    return not ours or not theirs or similarity(ours, theirs) < _ONE_TEXT


def _targets_of(row: ProjectRow) -> tuple[object, ...]:
    return fold(row.kpi_text or ""), *(target.value for target in row.kpi_targets)


_ONE_TEXT = 85.0


_OF_TARGETS = ("kpi_targets", "kpi_text")


def may_say_their_own(one: ProjectRow, two: ProjectRow) -> bool:
    """Return whether two rows are of divisions that share nothing, told apart by a further column, or of a general name."""
    return not share_office(one, two) or _tell_apart(one, two) or _may_be_two(one, two)


def share_office(one: ProjectRow, two: ProjectRow) -> bool:
    """Return whether two rows have a unit in common, or one of them names none.

    A division of one name is one unit, whatever is printed above it; one that every department has (総務課) is not.
    """
    ours, theirs = _offices(one), _offices(two)
    if not ours or not theirs or share_unit(ours, theirs):
        return True
    names = [{office.rpartition("/")[2] for office in offices} - GENERIC for offices in (ours, theirs)]
    return not names[0].isdisjoint(names[1])


def _offices(row: ProjectRow) -> set[str]:
    return {"/".join(fold(level) for level in unit.known_levels if level) for unit in row.departments}


_PART = regex(r"^(?:.*(?:地区|地域|対象|区分|施設|会場|校種|学年|種別|年度|圏域|回|期))(?:名|別)?$")
"""Headers of further columns that tell parts of a project from each other."""


def _tell_apart(one: ProjectRow, two: ProjectRow) -> bool:
    shared = (header for header in one.extra if header in two.extra and _PART.match(header))
    return any(fold(one.extra[header]) != fold(two.extra[header]) for header in shared)


def _mean_one_target(conflict: Conflict, pair: Disagreeing) -> bool:
    """Return whether two cells mean one set of targets; below two measures a project may have two indicators."""
    a, b = fold(pair.one.kpi_text or ""), fold(pair.two.kpi_text or "")
    if conflict.reason == "other_targets":
        return a in b or b in a or similarity(a, b) >= _NEAR
    if conflict.reason in {"missing", "wording"}:
        return bool(a and b) and (similarity(a, b) >= FAR or _longest_shared(a, b) >= _SHARED)
    return True


_NEAR = 80.0
_SHARED = 12
"""So many letters in a row that two texts share make them two wordings of one."""


def _repeats_targets(listed: ListedRows, pair: Disagreeing) -> bool:
    """Return whether a list prints the same target wherever it prints a project: most of those below two items do so."""
    if not pair.one.kpi_text or not pair.two.kpi_text:
        return False
    same, other = repeated_targets(listed.gathered)
    return same >= max(_LEAST, other)


_LEAST = 2


@lru_cache(maxsize=2)
def repeated_targets(gathered: Gathered) -> tuple[int, int]:
    """Return how many projects below two items have one text of target there, and how many have texts unlike each other."""
    same = other = 0
    for rows in gathered.rows_of.values():
        texts = {place_of(row): fold(row.kpi_text) for _, row in rows if row.kpi_text}
        if len(texts) > 1:
            first, *others = texts.values()
            same += all(text == first for text in others)
            other += all(similarity(text, first) < FAR for text in others)
    return same, other


def _longest_shared(one: str, two: str) -> int:
    one, two = one[:LONGEST_COMPARED], two[:LONGEST_COMPARED]
    return SequenceMatcher(None, one, two, autojunk=False).find_longest_match().size


def _are_telling(pair: Disagreeing) -> bool:
    """Return whether two targets of a pair are surely one that has lost or gained a zero."""
    values = [target.value for target in pair.one.kpi_targets]
    others = [target.value for target in pair.two.kpi_targets]
    return any(are_tenfold(one, other) for one in values for other in others)


def are_tenfold(one: str, other: str) -> bool:
    """Return whether two numbers are apart by zeros alone and have two digits in common: 11 and 110, not 1 and 10.

    >>> are_tenfold("110000", "11000"), are_tenfold("1", "10"), are_tenfold("12", "12")
    (True, False, False)
    """
    digits = significant_digits(one)
    return len(digits) > 1 and digits == significant_digits(other) and Decimal(one) != Decimal(other)


def place_of(row: ProjectRow) -> tuple[object, ...]:
    """Return what a row stands below, at all levels; where nothing is printed that tells, all rows are in one place."""
    levels = ((level.code, level.title) for level in row.levels)
    return row.part, row.field_code, row.field_name, *row.item_codes, row.item_name, *levels


def significant_digits(value: str) -> str:
    """Return the digits of a number without the zeros around them.

    >>> significant_digits("110000"), significant_digits("0.50")
    ('11', '5')
    """
    return value.replace(".", "").strip("-0")
