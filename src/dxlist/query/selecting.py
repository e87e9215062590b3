"""``select``: initiatives and filters -> the rows asked for, each with those of its targets that are."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.query.columns import Hit
from dxlist.query.keys import due_year, folded, is_shared, levels_of, path_of, word_pattern
from dxlist.query.names import NAME_FILTERS, find_names
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.query.condition import Condition
    from dxlist.query.filters import Filters
    from dxlist.query.names import Hits, Unknown


class UnknownNameError(DxlistError):
    """A name was asked for that no list knows: nothing can be said of it but which names are near."""

    def __init__(self, unknown: Unknown) -> None:
        word = unknown.filter.word
        problem = Bilingual(f"この{word.ja}はどの一覧にもありません。", f"no list knows this {word.en}.")
        super().__init__(f"{unknown.filter.option} {unknown.asked}", problem, _remedy(unknown))
        self.nearest = unknown.nearest


def _remedy(unknown: Unknown) -> Bilingual:
    if near := unknown.nearest:
        return Bilingual(f"{_quoted(near)}のことですか。", f"Did you mean {' or '.join(near)}?")
    if known := unknown.known:
        return Bilingual(f"あるのは{_quoted(known)}です。", f"Known: {', '.join(known)}.")
    return Bilingual("一覧にある名前は dxlist stats で見られます。", "dxlist stats shows what the lists hold.")


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"「{name}」" for name in names)


def select(initiatives: Sequence[Initiative], filters: Filters) -> list[Hit]:
    """Return the rows that are asked for, in the order in which they stand.

    Args:
        initiatives: the rows of all lists at hand: a name is known where one of them has it.
        filters: what is asked for.

    Raises:
        UnknownNameError: a name that no row has.
    """
    hits, unknown = _names(initiatives, filters)
    if unknown:
        raise UnknownNameError(unknown[0])
    tests = [*(hit.holds for hit in hits), *_row_tests(filters)]
    wanted = [initiative for initiative in initiatives if all(test(initiative) for test in tests)]
    return list(_with_targets(wanted, filters))


def _names(initiatives: Sequence[Initiative], filters: Filters) -> tuple[list[Hits], list[Unknown]]:
    hits, unknown = list["Hits"](), list["Unknown"]()
    for filter_ in NAME_FILTERS:
        if asked := tuple(filter_.asked(filters)):
            found, slips = find_names(initiatives, filter_, asked)
            hits.append(found)
            unknown += slips
    return hits, unknown


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
        key = folded(_BETWEEN.join(filter(None, _texts_of(initiative))))
        return any(all(pattern.search(key) for pattern in words) for words in asked)

    return holds


_BETWEEN = "\x00"
"""Between two columns; no word that is typed holds it, and folding leaves it."""


def _texts_of(initiative: Initiative) -> Iterator[str | None]:
    yield from (initiative.field_name, initiative.item_name)
    yield from (path_of(levels_of(department)) for department in initiative.departments)
    yield from (initiative.project_name, initiative.overview, initiative.kpi_text, *initiative.extra.values())


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

    def is_asked(target: KpiTarget) -> bool:
        if units and (target.unit is None or fold(target.unit) not in units):
            return False
        if filters.due and due_year(target) not in filters.due:
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
