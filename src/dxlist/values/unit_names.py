"""``office_names``: the text of a department cell -> the names of its units, each with what stands before it.

A blank, 、 or a mark between names parts them, and so does the end of a unit within a name (企画部|政策課).  A bracket
opens units of its own (総務部（人事課、財政課）) or holds a remark that stays with the name before it (給与担当).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words import offices as word
from dxlist.words.local_governments import governments_by_name
from dxlist.words.marks import is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Iterator

Joint = Literal["list", "step", "glued", "inside"]
"""What stands before a name: 、 or ・; a blank or ／; nothing; a bracket that opens."""


class OfficeName(NamedTuple):
    """The name of one unit in a text: ``text[start:end]``."""

    text: str
    joint: Joint
    start: int
    end: int


def is_spaced_out(text: str) -> bool:
    """Return whether blanks stand between all letters of a name, as a print fills a narrow cell: 総　務."""
    letters = text.split()
    return len(letters) > 1 and all(
        len(letter) == 1 and letter.isalpha() and not letter.isascii() for letter in letters
    )


_REMARK, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_BOUNDARY = regex(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}{_OPEN}{_CLOSE}]+")
PIECES = regex(rf"[\s{word.LISTING}{re.escape(word.BETWEEN)}]+")
_TOKEN = regex(r"[^\s、，,;；]+")
_HAS_LISTING = regex(rf"[{word.LISTING}]")


def office_names(text: str) -> list[OfficeName]:
    """Part a text into the names of its units, in order.

    >>> [(name.text, name.joint) for name in office_names("総務部（人事課、私学・法人課）企画部政策課")]
    [('総務部', 'step'), ('人事課', 'inside'), ('私学・法人課', 'list'), ('企画部', 'step'), ('政策課', 'glued')]
    """
    masked, found = _masked(text), list[tuple[int, int, Joint]]()
    for start, end, joint in _chunks(masked):
        chunk = masked[start:end]
        if found and not chunk.strip(_REMARK):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found += _parts(chunk, start, joint)
    names = (OfficeName(text[start:end], joint, start, end) for start, end, joint in found)
    return [name for name in names if any(map(str.isalnum, name.text))]


def _masked(text: str) -> str:
    """Return ``text`` with brackets of units made boundaries and remarks in brackets made one word, place for place.

    What stands beside a unit and names none becomes blank: （主）総務課, 総務課※1, こども課 #N/A.
    """
    text = word.NOT_NAMES.sub(lambda beside: " " * len(beside[0]), text)
    text = _TOKEN.sub(lambda token: " " * len(token[0]) if is_left_by_program(token[0]) else token[0], text)
    for _ in range(_DEEPEST):
        before, text = text, word.BRACKETS.sub(_mask, text)
        if before == text:
            break
    return text


_DEEPEST = 8
_LONGEST_NAME = 300
"""Letters of a name with the brackets behind it; a text without a boundary is parted behind them."""


def _mask(match: re.Match[str]) -> str:
    pieces = [piece for piece in PIECES.split(match[1]) if piece]
    is_remark = word.ROLES.match(match[1]) or word.FORMER.match(match[1])
    units = bool(pieces) and all(map(_is_unit, pieces)) and not is_remark
    only_sections = all(map(word.SECTION_END.search, pieces))
    before = match.string[max(0, match.start() - _LONGEST_NAME) : match.start()]
    if units and not (only_sections and match.start()) and not _are_places(pieces, before):
        return _OPEN + match[1] + _CLOSE
    return _REMARK * len(match[0])


def _are_places(pieces: list[str], before: str) -> bool:
    """Return whether a bracket names where a division works, no unit below it: 産業総務課（食肉センター）."""
    before = before.rstrip()
    behind_division = word.UNIT_END.search(before) and DEPTHS[word.rank_of_end(before)] > DEPTHS["office"]
    return bool(behind_division) and all(word.rank_of_end(piece.rstrip(_REMARK)) == "office" for piece in pieces)


def _is_unit(text: str) -> bool:
    bare = text.rstrip(_REMARK + _CLOSE)
    return word.ends_like_unit(bare) or word.ALL.match(bare) is not None or word.CORPORATION.match(bare) is not None


def _chunks(masked: str) -> Iterator[tuple[int, int, Joint]]:
    start, joint = 0, _joint("")
    for boundary in _BOUNDARY.finditer(masked):
        yield from _short_enough(start, boundary.start(), joint)
        start, joint = boundary.end(), _joint(boundary[0])
    yield from _short_enough(start, len(masked), joint)


def _short_enough(start: int, end: int, joint: Joint) -> Iterator[tuple[int, int, Joint]]:
    """Yield a stretch of names in pieces of at most the longest name."""
    while end - start > _LONGEST_NAME:
        yield start, start + _LONGEST_NAME, joint
        start, joint = start + _LONGEST_NAME, "glued"
    if start < end:
        yield start, end, joint


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
    start = _government_before(token)
    if start:
        yield start
    for match in word.CUT.finditer(token, start):
        rest = token[match.end() :]
        if match.end() - start > 1 and _is_rest(rest):
            yield match.end()
            start = match.end()


_GOVERNMENT = regex("[都道府県市区町村]")
_LONGEST_GOVERNMENT = 20
"""Letters of a prefecture and its longest municipality."""
_OF_ITS_NAME = frozenset("役立民長議")
"""Behind 市 and the like, what goes on with a word: 市役所, 市立, 市民部, 市長公室, 市議会."""


def _government_before(token: str) -> int:
    """Return where the name of a government ends before its own department: 福島県|農林水産部農業振興課; 0: none."""
    ends = (match.end() for match in _GOVERNMENT.finditer(token, 1, _LONGEST_GOVERNMENT))
    for end in sorted(ends, reverse=True):
        upper = word.CUT.search(token, end)
        is_above = upper and word.rank_of_end(token[end : upper.end()]) in {"department", "bureau"}
        if is_above and fold(token[:end]) in governments_by_name():
            return 0 if token[end] in _OF_ITS_NAME else end
    return 0


_PARTICLES = frozenset("のをにはがとへで・･" + _REMARK)


def _is_rest(rest: str) -> bool:
    return rest[:1] not in _PARTICLES and len(rest.rstrip(_REMARK)) > 1 and rest != "事務局" and _is_unit(rest)


# --- ranks

DEPTHS = {"all": 0, "body": 0, "department": 1, "bureau": 1, "office": 2, "room": 3, "division": 3, "section": 4}
"""How deep a unit of each rank stands, as far as its name says."""
_TAIL = regex(r"(?:\s{0,9}[（(［\[【〔][^（(［\[【〔）)］\]】〕]{0,200}[）)］\]】〕]){1,9}$")


def without_remark(name: str) -> str:
    """Return a name without the brackets behind it: 政策課（DX担当） -> 政策課."""
    return _TAIL.sub("", name) or name


def unit_parts(name: str) -> list[str]:
    """Return what a unit may be called by beside its whole name: without its remark, and each unit within it.

    >>> unit_parts("産業総務課（食肉センター）"), unit_parts("人事課給与係"), unit_parts("商工課")
    (['産業総務課', '食肉センター'], ['人事課', '給与係'], ['商工課'])
    """
    within = (
        part
        for bracket in word.BRACKETS.finditer(name)
        if not (word.ROLES.match(bracket[1]) or word.FORMER.match(bracket[1]))
        for part in PIECES.split(bracket[1])
        if word.ends_like_unit(part)
    )
    return [*(without_remark(one.text) for one in office_names(without_remark(name))), *within]


@lru_cache(maxsize=4096)
def rank_of(name: str) -> str:
    """Return body, department, bureau, office, room, division or section; all for 全庁 and ほか."""
    if word.ALL.match(name) or word.AND_OTHERS.match(name):
        return "all"
    return word.rank_of_end(without_remark(name))
