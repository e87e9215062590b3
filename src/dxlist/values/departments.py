"""``read_departments``: the text of a department cell -> its units, level by level.

``office_names`` parts the text into names, each with what joins it to the one before; then each name finds its level.
The first unit of a name is its department, whatever it ends on.  No letter is lost: a word that names no unit (ほか,
全庁, 未定) is a department of its own, a remark in brackets stays in the name before it, and a section stays with its
division in one level (人事課 給与係).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from dxlist.words import offices as word

if TYPE_CHECKING:
    from collections.abc import Iterator

Joint = Literal["list", "step", "glued", "inside"]
"""What stands before a name: 、 or ・; a blank or ／; nothing; a bracket that opens."""


@dataclass(frozen=True, slots=True)
class OfficeUnit:
    """One department, with bureau and division where the text names them."""

    department: str
    bureau: str | None = None
    division: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The name of one unit in a text: ``text[start:end]``."""

    text: str
    joint: Joint
    start: int
    end: int


@lru_cache(maxsize=4096)
def read_departments(text: str) -> tuple[OfficeUnit, ...]:
    """Read the units of a department cell.

    >>> [unit.division for unit in read_departments("教育庁 教育総務課 高校教育課")]
    ['教育総務課', '高校教育課']
    >>> read_departments("企画調整部デジタル変革課")
    (OfficeUnit(department='企画調整部', bureau=None, division='デジタル変革課'),)
    >>> [unit.department for unit in read_departments("企画部・総務部、会計課ほか")]
    ['企画部', '総務部', '会計課', 'ほか']
    """
    units, end = list[OfficeUnit](), 0
    for name in office_names(text):
        units = _placed(units, name, text[end : name.start])
        end = name.end
    return tuple(units)


_REMARK, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_BOUNDARY = re.compile(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}{_OPEN}{_CLOSE}]+")
_PIECES = re.compile(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}]+")
_HAS_LISTING = re.compile(rf"[{word.LISTING}]")


def office_names(text: str) -> list[Name]:
    """Part a text into the names of its units, in order.

    >>> [(name.text, name.joint) for name in office_names("総務部（人事課、私学・法人課）企画部政策課")]
    [('総務部', 'step'), ('人事課', 'inside'), ('私学・法人課', 'list'), ('企画部', 'step'), ('政策課', 'glued')]
    """
    masked, found = _masked(text), list[Name]()
    for start, end, joint in _chunks(masked):
        chunk = masked[start:end]
        if found and not chunk.strip(_REMARK):
            found[-1] = replace(found[-1], text=text[found[-1].start : end], end=end)
        else:
            found += (Name(text[a:b], j, a, b) for a, b, j in _parts(chunk, start, joint))
    return [name for name in found if any(map(str.isalnum, name.text))]


def _masked(text: str) -> str:
    """Return ``text`` with brackets of units made boundaries and remarks in brackets made one word, place for place."""
    for _ in range(_DEEPEST):
        before, text = text, word.BRACKETS.sub(_mask, text)
        if before == text:
            break
    return text


_DEEPEST = 8


def _mask(match: re.Match[str]) -> str:
    pieces = [piece for piece in _PIECES.split(match[1]) if piece]
    units = bool(pieces) and all(map(_is_unit, pieces)) and not word.ROLES.match(match[1])
    only_sections = all(map(word.SECTION_END.search, pieces))
    if units and not (only_sections and match.start()):
        return _OPEN + match[1] + _CLOSE
    return _REMARK * len(match[0])


def _is_unit(text: str) -> bool:
    bare = text.rstrip(_REMARK + _CLOSE)
    return word.ends_like_unit(bare) or word.ALL.match(bare) is not None


def _chunks(masked: str) -> Iterator[tuple[int, int, Joint]]:
    start, joint = 0, _joint("")
    for boundary in _BOUNDARY.finditer(masked):
        if boundary.start() > start:
            yield start, boundary.start(), joint
        start, joint = boundary.end(), _joint(boundary[0])
    if start < len(masked):
        yield start, len(masked), joint


def _joint(boundary: str) -> Joint:
    if _OPEN in boundary:
        return "inside"
    return "list" if _HAS_LISTING.search(boundary) else "step"


def _parts(chunk: str, offset: int, joint: Joint) -> Iterator[tuple[int, int, Joint]]:
    """Part a chunk at ・ and the like, behind the units in it, and before ほか."""
    start = 0
    for mark in word.WITHIN.finditer(chunk):
        if _parts_at(chunk[start : mark.start()], chunk[mark.end() :]):
            yield from _unglued(chunk[start : mark.start()], offset + start, joint)
            start, joint = mark.end(), "list" if mark["beside"] else "step"
    yield from _unglued(chunk[start:], offset + start, joint)


def _parts_at(before: str, after: str) -> bool:
    """Return whether a whole unit stands before a ・: 総務課・企画課, 公民館・図書館, but not 公園・緑地課."""
    if len(before) < len("総務") or not _is_unit(before) or not _is_unit(after):
        return False
    bare = before.rstrip(_REMARK)
    sure = any(cut.end() == len(bare) for cut in word.CUT.finditer(bare)) or word.SECTION_END.search(bare)
    return bool(sure) or bare[-1] == after.rstrip(_REMARK)[-1]


def _unglued(token: str, offset: int, joint: Joint) -> Iterator[tuple[int, int, Joint]]:
    """Part 企画調整部デジタル変革課 behind each unit; a name that is one unit stays whole."""
    others = word.AND_OTHERS.search(token)
    whole = others.start() if others and _is_unit(token[: others.start()]) else len(token)
    start = 0
    for end in _cuts(token[:whole]):
        yield offset + start, offset + end, joint
        start, joint = end, "glued"
    yield offset + start, offset + whole, joint
    if whole < len(token):
        yield offset + whole, offset + len(token), "list"


def _cuts(token: str) -> Iterator[int]:
    if word.ALL.match(token):
        return
    start = 0
    for match in word.CUT.finditer(token):
        rest = token[match.end() :]
        if match.end() - start > 1 and _is_rest(rest):
            yield match.end()
            start = match.end()


_PARTICLES = frozenset("のをにはがとへで・･" + _REMARK)


def _is_rest(rest: str) -> bool:
    return rest[:1] not in _PARTICLES and len(rest.rstrip(_REMARK)) > 1 and rest != "事務局" and _is_unit(rest)


_DEPTHS = {"all": 0, "body": 0, "department": 1, "bureau": 1, "office": 2, "room": 3, "division": 3, "section": 4}
_TOP_DEPTH = 1
_TAIL = re.compile(r"(?:\s*[（(［\[【〔][^（(［\[【〔）)］\]】〕]*[）)］\]】〕])+$")


@lru_cache(maxsize=4096)
def rank_of(name: str) -> str:
    """Return body, department, bureau, office, room, division or section; all for 全庁 and ほか."""
    if word.ALL.match(name) or word.AND_OTHERS.match(name):
        return "all"
    bare = _TAIL.sub("", name) or name
    return word.rank_of_end(bare)


def _placed(units: list[OfficeUnit], name: Name, gap: str) -> list[OfficeUnit]:
    """Add a unit: below the one before where its rank is lower, beside it where it is the same."""
    if not units:
        return _alone(name.text)
    *before, last = units
    holds = last == OfficeUnit(last.department) and last.department.endswith(("委員会", "議会"))
    if name.text == "事務局" and holds and not gap.strip():
        return [*before, OfficeUnit(last.department + name.text)]
    rank = rank_of(name.text)
    if last.division is not None and _DEPTHS[rank] > _TOP_DEPTH:
        return _behind_division(units, name, gap)
    below = _bureau_below(last, name) if _DEPTHS[rank] == _TOP_DEPTH else _division_below(last, name)
    if below is None:
        return [*units, *_alone(name.text)]
    is_complete = last.division is not None or last.bureau not in {None, below.bureau}
    return [*(units if is_complete else before), below]


def _alone(text: str) -> list[OfficeUnit]:
    """Return a name as a department; its sections in brackets are below it: 人事課（給与担当）."""
    match = re.fullmatch(r"(.+?)[（(]([^（(）)]+)[）)]", text)
    sections = _PIECES.split(match[2]) if match else []
    if match and all(word.SECTION_END.search(piece) for piece in sections) and not word.ROLES.match(match[2]):
        return [OfficeUnit(match[1].rstrip(), None, section) for section in sections]
    return [OfficeUnit(text)]


def _bureau_below(last: OfficeUnit, name: Name) -> OfficeUnit | None:
    """Return a 部 or 局 as the bureau of the unit before: 企画調整部 避難地域復興局, 警察本部 警務部."""
    rank, head = rank_of(name.text), rank_of(last.department)
    if last.bureau or last.division:
        beside = rank == "department" == rank_of(last.bureau or "") and last.department.endswith(("局", "本部"))
        return OfficeUnit(last.department, name.text) if beside else None
    if name.joint == "list" or head == rank or head not in _HOLDERS or word.ALL.match(last.department):
        return None
    return OfficeUnit(last.department, name.text)


_HOLDERS = ("body", "department", "bureau", "office")


def _division_below(last: OfficeUnit, name: Name) -> OfficeUnit | None:
    """Return a division of the unit before; 課 behind a lone 課, or behind 、, is a department of its own."""
    head, rank = rank_of(last.department), rank_of(name.text)
    if name.joint == "list" or head == "all" or last.division is not None:
        return None
    if rank == "body" or (rank == "all" and _DEPTHS[head] > _TOP_DEPTH):
        return None
    alone = _DEPTHS[head] > _TOP_DEPTH and last.bureau is None
    if alone and not _is_lower(last.department, name.text):
        return None
    return replace(last, division=name.text)


def _is_lower(high: str, low: str) -> bool:
    """Return whether one division may stand below another: 係 below 課, 室 below 課, 会計課 below 会計管理室."""
    if {high, low} & word.STANDS_ALONE and low[:2] != high[:2]:
        return rank_of(low) == "section"
    ranks = rank_of(high), rank_of(low)
    return _DEPTHS[ranks[0]] < _DEPTHS[ranks[1]] or set(ranks) == {"room", "division"}


def _behind_division(units: list[OfficeUnit], name: Name, gap: str) -> list[OfficeUnit]:
    """Add a unit behind a division: within it (人事課 給与係, 保健所 感染症対策課), beside it, or apart from it."""
    *before, last = units
    division, rank = last.division or "", rank_of(name.text)
    if _is_apart(last, name, rank):
        return [*units, *_alone(name.text)]
    within = name.joint != "list" and _DEPTHS[rank_of(division)] < _DEPTHS[rank]
    if within and rank_of(division) == "office" and last.bureau is None:
        return [*before, OfficeUnit(last.department, division, name.text)]
    room_and_division = {rank_of(division), rank} == {"room", "division"}
    if within or (name.joint in {"glued", "inside"} and room_and_division):
        return [*before, replace(last, division=division + gap + name.text + _closing(gap))]
    return [*units, replace(last, division=name.text)]


def _is_apart(last: OfficeUnit, name: Name, rank: str) -> bool:
    """Return whether a division belongs to another department than the one before it."""
    head, division = rank_of(last.department), last.division or ""
    if name.joint == "list" and name.text in word.STANDS_ALONE and head == "department":
        return True
    if rank_of(division) == "section" and not word.CUT.search(division) and rank in {"division", "room"}:
        return True
    return _TOP_DEPTH < _DEPTHS[rank] <= _DEPTHS[head]


def _closing(gap: str) -> str:
    """Return the bracket that closes what the gap before a name opened."""
    return next((word.CLOSING[letter] for letter in reversed(gap) if letter in word.CLOSING), "")
