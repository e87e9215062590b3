"""``read_departments``: the text of a department cell -> its units, level by level.

``office_names`` parts the text into names, each with what joins it to the one before; then each name finds its level.
The first unit of a name is its department, whatever it ends on.  No letter is lost: a word that names no unit (ほか,
全庁) is a department of its own, a remark in brackets stays in the name before it, and a section stays with its
division in one level (人事課 給与係).  A sign for nothing (－, 該当なし, 未定) names no unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.words import offices as word
from dxlist.words.marks import is_left_by_program, is_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

Joint = Literal["list", "step", "glued", "inside"]
"""What stands before a name: 、 or ・; a blank or ／; nothing; a bracket that opens."""


@dataclass(frozen=True, slots=True)
class OfficeUnit:
    """One department, with bureau and division where the text names them."""

    department: str | None
    """None: the cell prints the unit without that above it, which is another one than that of the unit before."""
    bureau: str | None = None
    division: str | None = None
    section: str | None = None
    """Only where the list has a column of its own for it."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of one unit in a text: ``text[start:end]``."""

    text: str
    joint: Joint
    start: int
    end: int


class _Around(NamedTuple):
    """What stands around a name."""

    gap: str
    """Between it and the name before."""
    behind: str
    joints: tuple[Joint, ...]
    """Of the two names before it and its own."""


@lru_cache(maxsize=4096)
def read_departments(text: str) -> tuple[OfficeUnit, ...]:
    """Read the units of a department cell; a sign for nothing is none.

    >>> [unit.division for unit in read_departments("教育庁 教育総務課 高校教育課")]
    ['教育総務課', '高校教育課']
    >>> read_departments("企画調整部デジタル変革課")
    (OfficeUnit(department='企画調整部', bureau=None, division='デジタル変革課', section=None),)
    >>> [unit.department for unit in read_departments("企画部・総務部、会計課ほか")]
    ['企画部', '総務部', '会計課', 'ほか']
    """
    if is_nothing(text):
        return ()
    if is_spaced_out(text):
        return read_departments("".join(text.split()))
    units, end, joints = list[OfficeUnit](), 0, list[Joint]()
    for name in office_names(text):
        if not is_nothing(name.text):
            joints.append(name.joint)
            units = _placed(units, name, _Around(text[end : name.start], text[name.end :], tuple(joints[-3:])))
            end = name.end
    return tuple(units)


def is_spaced_out(text: str) -> bool:
    """Return whether blanks stand between all letters of a name, as a print fills a narrow cell: 総　務."""
    letters = text.split()
    return len(letters) > 1 and all(
        len(letter) == 1 and letter.isalpha() and not letter.isascii() for letter in letters
    )


_REMARK, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_BOUNDARY = re.compile(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}{_OPEN}{_CLOSE}]+")
_PIECES = re.compile(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}]+")
_TOKEN = re.compile(r"[^\s、，,;；]+")
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
    """Return ``text`` with brackets of units made boundaries and remarks in brackets made one word, place for place.

    What a program left beside a unit becomes blank: こども課 #N/A.
    """
    text = _TOKEN.sub(lambda token: " " * len(token[0]) if is_left_by_program(token[0]) else token[0], text)
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
    if units and not (only_sections and match.start()) and not _are_places(pieces, match.string[: match.start()]):
        return _OPEN + match[1] + _CLOSE
    return _REMARK * len(match[0])


def _are_places(pieces: list[str], before: str) -> bool:
    """Return whether a bracket names where a division works, no unit below it: 産業総務課（食肉センター）."""
    before = before.rstrip()
    behind_division = word.UNIT_END.search(before) and _DEPTHS[word.rank_of_end(before)] > _DEPTHS["office"]
    return bool(behind_division) and all(word.rank_of_end(piece.rstrip(_REMARK)) == "office" for piece in pieces)


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
    start = len(chunk) - len(chunk.lstrip("・･"))
    joint = "list" if start else joint
    for mark in word.WITHIN.finditer(chunk, start):
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


def _placed(units: list[OfficeUnit], name: Name, around: _Around) -> list[OfficeUnit]:
    """Add a unit: below the one before where its rank is lower, beside it where it is the same."""
    if not units:
        return _alone(name.text)
    *before, last = units
    if again := _named_twice(last, name):
        return [*before, again]
    rank = rank_of(name.text)
    holds = last == OfficeUnit(last.department) and (last.department or "").endswith(("委員会", "議会"))
    if name.text == "事務局" and holds and not around.gap.strip():
        return [*before, OfficeUnit(f"{last.department}{name.text}")]
    if last.division is not None and _DEPTHS[rank] > _TOP_DEPTH:
        is_foreign = around.joints == _OWN_BUREAU and last.bureau is not None
        return [*units, OfficeUnit(None, None, name.text)] if is_foreign else _behind_division(units, name, around)
    below = _bureau_below(last, name) if _DEPTHS[rank] == _TOP_DEPTH else _division_below(last, name)
    if below is None:
        return [*units, *_alone(name.text)]
    is_complete = last.division is not None or last.bureau not in {None, below.bureau}
    return [*(units if is_complete else before), below]


_OWN_BUREAU: tuple[Joint, ...] = ("step", "glued", "step")
"""Of bureau, division, division, where the first division is printed with its bureau and the second with none."""


def _named_twice(last: OfficeUnit, name: Name) -> OfficeUnit | None:
    """Return the unit before where its lowest level is printed again: 教育部 教育部総務課, 消防 消防本部総務課."""
    lowest = last.division or last.bureau or last.department or ""
    if name.joint == "list" or len(lowest) < len("消防") or not name.text.startswith(lowest):
        return None
    if name.text == lowest:
        return last
    if last.division or _DEPTHS[rank_of(name.text)] > _TOP_DEPTH:
        return None
    return replace(last, bureau=name.text) if last.bureau else replace(last, department=name.text)


def _head_of(unit: OfficeUnit) -> str:
    """Return the rank of the first unit; where it is not printed, one that may hold any other."""
    return rank_of(unit.department) if unit.department else "body"


def _alone(text: str) -> list[OfficeUnit]:
    """Return a name as a department; its sections in brackets are below it: 人事課（給与担当）."""
    match = re.fullmatch(r"(.+?)[（(]([^（(）)]+)[）)]", text)
    sections = _PIECES.split(match[2]) if match else []
    if match and all(word.SECTION_END.search(piece) for piece in sections) and not word.ROLES.match(match[2]):
        return [OfficeUnit(match[1].rstrip(), None, section) for section in sections]
    return [OfficeUnit(text)]


def _bureau_below(last: OfficeUnit, name: Name) -> OfficeUnit | None:
    """Return a 部 or 局 as the bureau of the unit before: 企画調整部 避難地域復興局, 警察本部 警務部."""
    rank, head, department = rank_of(name.text), _head_of(last), last.department or ""
    if last.bureau or last.division:
        beside = rank == "department" == rank_of(last.bureau or "") and department.endswith(("局", "本部"))
        return OfficeUnit(last.department, name.text) if beside else None
    if name.joint == "list" or head == rank or head not in _HOLDERS or word.ALL.match(department):
        return None
    return OfficeUnit(last.department, name.text)


_HOLDERS = ("body", "department", "bureau", "office")


def _division_below(last: OfficeUnit, name: Name) -> OfficeUnit | None:
    """Return a division of the unit before; 課 behind a lone 課, or behind 、, is a department of its own."""
    head, rank = _head_of(last), rank_of(name.text)
    if name.joint == "list" or head == "all" or last.division is not None:
        return None
    if rank == "body" or (rank == "all" and _DEPTHS[head] > _TOP_DEPTH):
        return None
    alone = _DEPTHS[head] > _TOP_DEPTH and last.bureau is None
    if alone and not _is_lower(last.department or "", name.text):
        return None
    return replace(last, division=name.text)


def _is_lower(high: str, low: str) -> bool:
    """Return whether one division may stand below another: 係 below 課, 室 below 課, 会計課 below 会計管理室."""
    if {high, low} & word.STANDS_ALONE and low[:2] != high[:2]:
        return rank_of(low) == "section"
    ranks = rank_of(high), rank_of(low)
    return _DEPTHS[ranks[0]] < _DEPTHS[ranks[1]] or set(ranks) == {"room", "division"}


def _behind_division(units: list[OfficeUnit], name: Name, around: _Around) -> list[OfficeUnit]:
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
        return [*before, replace(last, division=division + around.gap + name.text + _closing(around))]
    return [*units, replace(last, division=name.text)]


def _is_apart(last: OfficeUnit, name: Name, rank: str) -> bool:
    """Return whether a division belongs to another department than the one before it."""
    head, division = _head_of(last), last.division or ""
    if name.joint == "list" and name.text in word.STANDS_ALONE and head == "department":
        return True
    if rank_of(division) == "section" and not word.CUT.search(division) and rank in {"division", "room"}:
        return True
    return _TOP_DEPTH < _DEPTHS[rank] <= _DEPTHS[head]


def _closing(around: _Around) -> str:
    """Return the bracket that closes what the gap before a name opened."""
    is_open = any(letter in word.CLOSING for letter in around.gap)
    return next((letter for letter in around.behind if letter in word.CLOSING.values()), "") if is_open else ""
