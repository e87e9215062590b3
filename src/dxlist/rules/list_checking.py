"""``check_list``: one list -> what the rules find that need no other list, and the rows that the others need of it.

What comes out holds no row of the document, so that a run over many lists keeps one document at a time, and it can be
sent from another process.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.light_rows import light_rows
from dxlist.rules.listed import Listed
from dxlist.rules.mending import fix_of
from dxlist.rules.places import about
from dxlist.rules.settled_cells import as_printed, of_printed, with_settled_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document, DocumentInfo
    from dxlist.model.finding import Fix, Found, Place
    from dxlist.projects.light_rows import LightRow
    from dxlist.rules.registry import Rule
    from dxlist.rules.settled_cells import PrintedCells


class RuleFound(NamedTuple):
    """What a rule found, at its place in the list, and how the list is to be changed so that it is gone."""

    code: str
    found: Found
    fix: Fix | None
    about: str = ""
    """What its row is of."""


class CheckedList(NamedTuple):
    """One list, as far as it could be checked alone."""

    file: str
    """The path by which it was given."""
    info: DocumentInfo
    found: tuple[RuleFound, ...]
    """Of the rules that need no other list, rule by rule."""
    rows: tuple[LightRow, ...]
    """For the rules that do; none where there is no such rule to apply."""
    printed: PrintedCells
    """What the cells print that a sidecar corrects."""


def check_list(file: str, document: Document, rules: Iterable[Rule]) -> CheckedList:
    """Apply to a list the rules that need no other, and keep what the others need.

    Args:
        file: the path by which the list was given.
        document: the list.
        rules: the rules to apply; what the sidecar of the list switches off does not apply.
    """
    settled, rules = with_settled_cells(document), tuple(rules)
    listed = Listed(file, settled)
    abouts = {row.initiative_id: about(row) for row in document}
    found = (
        placed(rule, one, settled.printed, abouts)
        for rule in applied(rules, document.document)
        if not rule.across
        for one in rule.check(listed)
    )
    rows = light_rows(settled.document, placed=True) if any(rule.across for rule in rules) else ()
    return CheckedList(file, document.document, tuple(found), tuple(rows), settled.printed)


def applied(rules: Iterable[Rule], info: DocumentInfo) -> Iterator[Rule]:
    """Yield the rules that the sidecar of a list does not switch off."""
    off = tuple(ignored.code for ignored in info.ignored_rules)
    return (rule for rule in rules if not rule.code.startswith(off))


def placed(rule: Rule, found: Found, printed: PrintedCells, abouts: Mapping[str, str]) -> RuleFound:
    """Return a finding with the place of it in the list, and with its fix where all of that is in printed cells."""
    row = abouts.get(found.place.initiative_id or "", "")
    return RuleFound(rule.code, as_printed(found, printed), of_printed(fix_of(rule, found), printed), row)


def with_ids_of_their_own(lists: Sequence[CheckedList]) -> Iterator[CheckedList]:
    """Yield the lists; of those that share an id each gets its path as one, so that no two rows are taken for one."""
    counts = Counter(one.info.document_id for one in lists)
    for one in lists:
        alone = counts[one.info.document_id] == 1
        yield one if alone else _renamed(one, PurePath(one.file).with_suffix("").as_posix())


def _renamed(checked: CheckedList, name: str) -> CheckedList:
    own = checked.info.document_id
    rows = (
        row._replace(document_id=name, initiative_id=name + row.initiative_id.removeprefix(own)) for row in checked.rows
    )
    found = (
        one._replace(found=replace(one.found, place=_place_in(one.found.place, own, name))) for one in checked.found
    )
    info = checked.info.model_copy(update={"document_id": name})
    return checked._replace(info=info, found=tuple(found), rows=tuple(rows))


def _place_in(place: Place, own: str, name: str) -> Place:
    row = place.initiative_id
    return place if row is None else place._replace(initiative_id=name + row.removeprefix(own))
