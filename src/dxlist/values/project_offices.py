"""``part_off_departments``: a cell of 事業名【担当課】 -> the name of the project and the text of its departments.

Only a header says that a column holds both; without it a unit in brackets is part of a project's name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.values.project_names import LONGEST_NAME, outer_brackets
from dxlist.values.unit_names import office_names
from dxlist.words import offices as word
from dxlist.words.endings import STAGE
from dxlist.words.marks import is_nothing

if TYPE_CHECKING:
    from dxlist.values.project_names import Bracket


class PartedName(NamedTuple):
    """The name of a project and the text of its departments: ``text[start:end]``."""

    project: str
    departments: str
    start: int
    end: int
    remark: str = ""
    """What stands behind the departments and is part of neither: ※R2開始."""


def part_off_departments(text: str, header: str = "") -> PartedName | None:
    r"""Part a cell whose header says that it holds a project with its departments; None where no unit is named.

    The departments stand in brackets of any kind, behind the name or before it, or behind a line break, a slash or a
    blank.  Brackets that name no unit stay in the name of the project.

    Args:
        text: the cell.
        header: that of its column.  What stands in its own kind of bracket, if that is not a round one, is a unit on
            whatever it ends: 【農政】 below 事業名【担当課】.

    >>> part_off_departments("就農支援事業（拡充）【農政商工課】 ※R2開始")
    PartedName(project='就農支援事業（拡充）', departments='農政商工課', start=11, end=16, remark='※R2開始')
    >>> part_off_departments("公民館改修事業\n生涯学習課・建築課").departments
    '生涯学習課・建築課'
    >>> part_off_departments("デジタル変革（DX）推進事業") is None
    True
    """
    if len(text) > LONGEST_NAME:
        return None
    brackets = outer_brackets(text) or []
    parted = _at_brackets(text, brackets, _own_brackets(header)) if brackets else None
    return parted or _at_a_gap(text, brackets)


# --- brackets


def _own_brackets(header: str) -> str:
    """Return what opens the brackets of a header that no name of a project has for itself."""
    openings = {header[bracket.start] for bracket in outer_brackets(header) or []}
    return "".join(openings.difference("（(「『"))


def _at_brackets(text: str, brackets: list[Bracket], own: str) -> PartedName | None:
    """Part off the units in brackets: those that surely name some, of one kind of bracket, without a word between."""
    found = [bracket for bracket in brackets if not bracket.is_quote and _span(text, bracket, own)]
    found = [bracket for bracket in found if text[bracket.start] == text[found[-1].start]]
    if not found or any(text[a.end : b.start].strip() for a, b in pairwise(found)):
        return None
    before, (behind, remark) = text[: found[0].start].rstrip(), _remark_off(text[found[-1].end :])
    is_joined = not before or not behind or behind[0] in word.CLOSING
    project = f"{before}{'' if is_joined else ' '}{behind}"
    start, end = _span(text, found[0], own) or (0, 0)
    if len(found) > 1:
        start, end = found[0].start, found[-1].end
    return PartedName(project, text[start:end], start, end, remark) if project else None


_LABEL = regex(r"\s*(?:(?:主)?担当|主管|所管|所属)(?:部局|部署|課室|部|課|室|係)?(?:名)?[:：]\s*")
"""Before the units in a bracket: 【担当：総務課】."""
_REMARK = regex("[※＊*]")


def _span(text: str, bracket: Bracket, own: str) -> tuple[int, int] | None:
    """Return where the units in a bracket stand, or None where it names no unit for sure; ``own``: of the header."""
    start, end = bracket.start + 1, bracket.end - 1
    if label := _LABEL.match(text, start, end):
        start = label.end()
    is_own = text[bracket.start] in own and not STAGE.match(text[start:end]) and not is_nothing(text[start:end])
    return (start, end) if is_own or _names_units(text[start:end]) else None


def _remark_off(text: str) -> tuple[str, str]:
    remark = _REMARK.search(text)
    return (text[: remark.start()].strip(), text[remark.start() :].strip()) if remark else (text.strip(), "")


def _names_units(text: str) -> bool:
    """Return whether a text holds nothing but names of units: 総務部人事課・文書課 ほか; not 小学校, 5課, 拡充."""
    names = [name.text for name in office_names(text)]
    return bool(names) and _is_sure(names[0]) and all(_is_sure(name) or word.AND_OTHERS.match(name) for name in names)


def _is_sure(name: str) -> bool:
    bare = word.BRACKETS.sub("", name).rstrip()
    if len(bare) < len("会計") or word.COUNT.match(bare):
        return False
    is_cut = any(cut.end() == len(bare) for cut in word.CUT.finditer(bare))
    return is_cut or word.STRONG_UNIT_END.search(bare) is not None or bare.endswith(word.FACILITIES)


# --- line breaks, slashes, blanks

_GAP = regex(r"\s+(?:[／/｜|]\s*)?|[／/｜|]\s*")


def _at_a_gap(text: str, brackets: list[Bracket]) -> PartedName | None:
    """Part a cell at the first gap behind which nothing but units stand, or at the last one before which they do."""
    whole, remark = text.rstrip(), ""
    if found := _REMARK.search(whole):
        whole, remark = whole[: found.start()].rstrip(), whole[found.start() :]
    gaps = [gap.span() for gap in _GAP.finditer(whole) if whole[: gap.start()].strip()]
    gaps = [(start, end) for start, end in gaps if not any(one.start < start < one.end for one in brackets)]
    for start, end in gaps:
        if _names_units(whole[end:]):
            return PartedName(whole[:start].strip(), whole[end:], end, len(whole), remark)
    for start, end in reversed(gaps):
        if _names_units(whole[:start].lstrip()):
            head = len(whole) - len(whole.lstrip())
            return PartedName(whole[end:], whole[head:start], head, start, remark)
    return None
