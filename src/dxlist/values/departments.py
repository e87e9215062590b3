"""``read_departments``: the text of a department cell -> its units, level by level.

``office_names`` parts the text into names, each with what joins it to the one before; then each name finds its level.
The first unit of a name is its department, whatever it ends on.  No letter is lost: a word that names no unit (ほか,
全庁) is a department of its own, a remark in brackets stays in the name before it, and a section stays with its
division in one level (人事課 給与係).  A sign for nothing (－, 該当なし, 未定) names no unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from dxlist.model.stages import LONGEST_CELL
from dxlist.text.regex import regex
from dxlist.values.unit_names import DEPTHS, PIECES, is_spaced_out, office_names, rank_of
from dxlist.words import offices as word
from dxlist.words.marks import is_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.values.unit_names import Joint, OfficeName


class Upper(NamedTuple):
    """What stands above a division."""

    department: str | None
    bureau: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeUnit:
    """One department, with bureau and division where the text names them."""

    department: str | None
    """None: the cell prints a division without what is above it, and does not say that it is what is above another."""
    bureau: str | None = None
    division: str | None = None
    section: str | None = None
    """Only where the list has a column of its own for it."""
    beside: Upper | None = field(default=None, compare=False, repr=False)
    """Of a division printed without what is above it: what is above the division before it in its cell.

    Where other rows of a list show the division, they decide (:mod:`dxlist.values.unit_homes`).
    """
    joint: Joint | None = field(default=None, compare=False, repr=False)
    """What stands before the division where what is above it is printed with it."""


class _Around(NamedTuple):
    """What stands around a name."""

    text: str
    head: OfficeName | None
    """The latest unit that holds others: 総務部."""
    end: int
    """Of the name before."""
    name: OfficeName
    balance: list[tuple[int, int]]
    """Of the brackets of the text."""

    @property
    def gap(self) -> str:
        """What parts it from the name before."""
        return self.text[self.end : self.name.start]

    def depth_at(self, place: int) -> int:
        """Return how many more brackets are opened than closed before a place."""
        return self.balance[bisect_left(self.balance, (place,)) - 1][1]


def _balance(text: str) -> list[tuple[int, int]]:
    """Return where each bracket stands and how many more are opened than closed behind it; the first is before all."""
    found, depth = [(-1, 0)], 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in word.CLOSING else -1
        found.append((bracket.start(), depth))
    return found


_BRACKET = regex(f"[{re.escape(''.join((*word.CLOSING, *word.CLOSING.values())))}]")


@lru_cache(maxsize=4096)
def read_departments(text: str) -> tuple[OfficeUnit, ...]:
    """Read the units of a department cell; a sign for nothing is none.

    A division behind that of another unit is put below the same one only where the cell says so.  A cell of more than
    ``LONGEST_CELL`` letters is not read and stays one text.

    >>> [unit.division for unit in read_departments("教育庁 教育総務課 高校教育課")]
    ['教育総務課', '高校教育課']
    >>> [unit.department for unit in read_departments("財務部 財政課、政策課")]
    ['財務部', None]
    >>> [unit.department for unit in read_departments("財務部（財政課、税務課）")]
    ['財務部', '財務部']
    >>> read_departments("企画調整部デジタル変革課")
    (OfficeUnit(department='企画調整部', bureau=None, division='デジタル変革課', section=None),)
    >>> [unit.department for unit in read_departments("企画部・総務部、会計課ほか")]
    ['企画部', '総務部', '会計課', 'ほか']
    """
    if is_nothing(text):
        return ()
    if len(text) > LONGEST_CELL:
        return (OfficeUnit(text),)
    if is_spaced_out(text):
        return read_departments("".join(text.split()))
    units, end, head = list[OfficeUnit](), 0, cast("OfficeName | None", None)
    balance = _balance(text)
    for name in office_names(text):
        if not is_nothing(name.text):
            head = name if DEPTHS[rank_of(name.text)] <= _TOP_DEPTH else head
            around = _Around(text, head, end, name, balance)
            units[-1:] = _placed(units[-1], name, around) if units else _alone(name.text)
            end = name.end
    return tuple(map(_below_beside, units) if prints_each_upper(units) else units)


_TOP_DEPTH = 1


def prints_each_upper(units: Sequence[OfficeUnit]) -> bool:
    """Return whether a cell prints what is above a division wherever that changes, always in one manner.

    総務部 人事課 財政課 企画部 政策課; but not 総務部 人事課 教育部総務課, where 教育部 tells one 総務課 from another.
    """
    printed = [unit for unit in units if unit.division and unit.joint]
    return len({unit.department for unit in printed}) > 1 and len({unit.joint for unit in printed}) == 1


def _below_beside(unit: OfficeUnit) -> OfficeUnit:
    return replace(unit, **unit.beside._asdict()) if unit.beside else unit


def _placed(last: OfficeUnit, name: OfficeName, around: _Around) -> list[OfficeUnit]:
    """Return the last unit with the next: below it where its rank is lower, beside it where it is the same."""
    if again := _named_twice(last, name):
        return [again]
    rank = rank_of(name.text)
    if whole := _of_a_body(last, name, around):
        return [whole]
    if last.division is not None and DEPTHS[rank] > _TOP_DEPTH:
        return _behind_division(last, name, around)
    below = _bureau_below(last, name) if DEPTHS[rank] == _TOP_DEPTH else _division_below(last, name, around)
    if below is None:
        return [last, *_alone(name.text)]
    is_complete = last.division is not None or last.bureau not in {None, below.bureau}
    return [last, below] if is_complete else [below]


def _of_a_body(last: OfficeUnit, name: OfficeName, around: _Around) -> OfficeUnit | None:
    """Return a body with its 事務局, or a ministry with its agency: 教育委員会 事務局, 経済産業省 中小企業庁."""
    if last != OfficeUnit(last.department):
        return None
    if name.text == "事務局" and (last.department or "").endswith(("委員会", "議会")) and not around.gap.strip():
        return OfficeUnit(f"{last.department}{name.text}")
    is_below = name.joint != "list" and (last.department, name.text) in word.AGENCIES
    return OfficeUnit(last.department, name.text) if is_below else None


def _named_twice(last: OfficeUnit, name: OfficeName) -> OfficeUnit | None:
    """Return the unit before where its lowest level is printed again: 教育部 教育部総務課, 消防 消防本部総務課."""
    lowest = last.division or last.bureau or last.department or ""
    if name.joint == "list" or len(lowest) < len("消防") or not name.text.startswith(lowest):
        return None
    if name.text == lowest:
        return last
    if last.division or DEPTHS[rank_of(name.text)] > _TOP_DEPTH:
        return None
    return replace(last, bureau=name.text) if last.bureau else replace(last, department=name.text)


def _head_of(unit: OfficeUnit) -> str:
    """Return the rank of the first unit; where it is not printed, one that may hold any other."""
    department = unit.beside.department if unit.beside else unit.department
    return rank_of(department) if department else "body"


def _alone(text: str) -> list[OfficeUnit]:
    """Return a name as a department; its sections in brackets are below it: 人事課（給与担当）."""
    match = re.fullmatch(r"(.+?)[（(]([^（(）)]+)[）)]", text)
    sections = PIECES.split(match[2]) if match else []
    if match and all(word.SECTION_END.search(piece) for piece in sections) and not word.ROLES.match(match[2]):
        return [OfficeUnit(match[1].rstrip(), None, section) for section in sections]
    return [OfficeUnit(text)]


def _bureau_below(last: OfficeUnit, name: OfficeName) -> OfficeUnit | None:
    """Return a 部 or 局 as the bureau of the unit before: 企画調整部 避難地域復興局, 警察本部 警務部."""
    rank, head, department = rank_of(name.text), _head_of(last), last.department or ""
    if last.bureau or last.division:
        beside = rank == "department" == rank_of(last.bureau or "") and department.endswith(("局", "本部"))
        return OfficeUnit(last.department, name.text) if beside else None
    if name.joint == "list" or head == rank or head not in _HOLDERS or word.ALL.match(department):
        return None
    return OfficeUnit(last.department, name.text)


_HOLDERS = ("body", "department", "bureau", "office")


def _division_below(last: OfficeUnit, name: OfficeName, around: _Around) -> OfficeUnit | None:
    """Return a division of the unit before; 課 behind a lone 課, or behind 、, is a department of its own."""
    head, rank = _head_of(last), rank_of(name.text)
    if (name.joint == "list" and not _is_lower_line(around)) or head == "all" or last.division is not None:
        return None
    if rank == "body" or (rank == "all" and DEPTHS[head] > _TOP_DEPTH):
        return None
    alone = DEPTHS[head] > _TOP_DEPTH and last.bureau is None
    if alone and not _is_lower(last.department or "", name.text):
        return None
    return replace(last, division=name.text, joint=name.joint)


def _is_lower(high: str, low: str) -> bool:
    """Return whether one division may stand below another: 係 below 課, 室 below 課, 会計課 below 会計管理室.

    A word that names no unit for itself may stand above the unit that holds it: 消防 消防総務課.
    """
    if not word.ends_like_unit(high) and high != low and high in low:
        return True
    if {high, low} & word.STANDS_ALONE and low[:2] != high[:2]:
        return rank_of(low) == "section"
    ranks = rank_of(high), rank_of(low)
    return DEPTHS[ranks[0]] < DEPTHS[ranks[1]] or set(ranks) == {"room", "division"}


def _behind_division(last: OfficeUnit, name: OfficeName, around: _Around) -> list[OfficeUnit]:
    """Add a unit behind a division: within it (人事課 給与係, 保健所 感染症対策課), beside it, or apart from it."""
    division, rank = last.division or "", rank_of(name.text)
    if len(division) > _LONGEST_DIVISION or _is_apart(last, name, rank):
        return [last, *_alone(name.text)]
    within = name.joint != "list" and DEPTHS[rank_of(division)] < DEPTHS[rank]
    if within and rank_of(division) == "office" and last.bureau is None:
        return [OfficeUnit(last.department, division, name.text)]
    room_and_division = {rank_of(division), rank} == {"room", "division"}
    if within or (name.joint in {"glued", "inside"} and room_and_division):
        return [replace(last, division=division + around.gap + name.text + _closing(around))]
    return [last, _next_division(last, name, around)]


_LONGEST_DIVISION = 200
"""Letters of a division with the sections in it."""


def _next_division(last: OfficeUnit, name: OfficeName, around: _Around) -> OfficeUnit:
    """Return a division behind that of another unit, below the same one as far as the cell says so."""
    if rank_of(name.text) == "section" or (last.department is None and last.beside is None):
        return replace(last, division=name.text)
    upper = last.beside or Upper(last.department, last.bureau)
    if _is_within_bracket(around) or _is_lower_line(around):
        return OfficeUnit(*upper, name.text)
    unit = OfficeUnit(None, None, name.text, beside=upper)
    is_tied = bool(_TIE.fullmatch(around.gap)) and last.department is not None
    return _below_beside(unit) if is_tied or _is_headed(around) else unit


_TIE = regex(r"[）)\]】］ \u3000]*(?:[・･]|及び|並びに|と)[ \u3000]*")
"""What joins two divisions more closely than 、 and a blank: 人事課・財政課."""
_HEADED = regex(r"\s*[】\]］〕:：]")
"""Behind a unit that is the head of those behind it: 【総務部】人事課、財政課."""
_LOWER_LINE = regex(r"\n(?:[^\S\n]++[・･]?|[・･●○■◆‐－-])[^\S\n]*$")
"""Before a name that stands further to the right than the line above, or behind a mark."""


def _is_within_bracket(around: _Around) -> bool:
    """Return whether a name stands in a bracket behind the unit that holds it: 総務部（人事課、財政課）."""
    return around.depth_at(around.name.start) > (around.depth_at(around.head.start) if around.head else 0)


def _is_lower_line(around: _Around) -> bool:
    """Return whether a name stands on a line that is set in or marked, below the one of the unit that holds it."""
    mark = _LOWER_LINE.search(around.gap)
    if not mark or not around.head:
        return False
    first = around.text[around.text.rfind("\n", 0, around.head.start) + 1 : around.head.start]
    return not first or (not first.isspace() and first != mark[0].strip())


def _is_headed(around: _Around) -> bool:
    return around.head is not None and _HEADED.match(around.text, around.head.end) is not None


def _is_apart(last: OfficeUnit, name: OfficeName, rank: str) -> bool:
    """Return whether a division belongs to another department than the one before it."""
    head, division = _head_of(last), last.division or ""
    if name.joint == "list" and name.text in word.STANDS_ALONE and head == "department":
        return True
    if rank_of(division) == "section" and not word.CUT.search(division) and rank in {"division", "room"}:
        return True
    return _TOP_DEPTH < DEPTHS[rank] <= DEPTHS[head]


def _closing(around: _Around) -> str:
    """Return the bracket that closes what the gap before a name opened."""
    if not any(letter in word.CLOSING for letter in around.gap):
        return ""
    closing = _CLOSES.search(around.text, around.name.end)
    return closing[0] if closing else ""


_CLOSES = regex(f"[{re.escape(''.join(word.CLOSING.values()))}]")
