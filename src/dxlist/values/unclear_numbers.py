"""``find_unclear``: numbers of a KPI cell that say no one thing: broken by a blank, begun with 0, behind a dash.

8 500人 may be 8,500 or two numbers, 000人 has lost its first digits, and of 利用率-60% nobody knows whether the dash is
a minus or parts the label from its value.  None of them is read; a rule names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.text.regex import regex
from dxlist.values.kpi_units import unit_end
from dxlist.words.targets import GENERIC_LABEL, SURE_MINUS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_GAP = r"(?:[^\S\n\r]|[\u200b-\u200f\u2060-\u2064\ufeff\u00ad])"
_BROKEN = regex(
    rf"(?<![0-9A-Za-z.,])[0-9][0-9,]{{0,30}}(?:(?:{_GAP}{{1,9}}[,.]?{_GAP}{{0,9}}|[,.]{_GAP}{{1,9}}|[,.]\n|、(?=[0-9]{{3}}(?![0-9,]))|[’']{_GAP}{{0,9}})"
    r"(?=[0-9])[0-9,]{1,30}){1,30}|(?<![0-9A-Za-z.,])[0-9]+,[0-9][0-9,]*"
)
_GROUPED = regex("[0-9]{1,3}(?:[,’'][0-9]{3})+|[0-9]+")
_ODD = regex(rf"[,.、’'](?:{_GAP}|\n)|{_GAP}[,.]|、")
_GAPS = regex(rf"{_GAP}+")
_LIKE_A_YEAR = regex(rf"(?:19|20)[0-9]{{2}}{_GAP}")
_LONGEST_LABEL = 40
_LABEL_BEFORE = regex(rf"(?:{GENERIC_LABEL}|施策|取組|項目|資料|別表|番号|第) ?$")
_LIST_NUMBER = regex(r"[0-9]{1,2}\. ")
_FIRST_OF_LIST = regex(r"(?:^|[\s。;])1\. ")
_STATEMENT_BEFORE = regex(r"(?:^|[\n。;]) {0,9}$")
_LONG_HEAD = regex("[0-9]{4}")
"""More digits than stand before the first comma of thousands."""
_ZERO_LED = regex(
    r"(?<![0-9A-Za-z.,’'/_-])(?<![0-9]:)0(?:[0-9]|[,’'][0-9])[0-9,’']*(?![0-9A-Za-z:/_-]|\.[0-9]|[年月日時])"
)
_STANDS = regex(r"[をにとはがで以。、)\s]|$")
_DASH = regex(r"(?<=[^\W0-9A-Za-z_]|[)」』】])[-―—─](?=[0-9])")
_AMOUNT_BEFORE = regex(r"[0-9][^\s0-9、。:()]{0,6}$")
_NUMERAL = regex(r"[0-9][0-9,.]*[万億千百]? ?")

_TORN = regex(
    r"(?<=[高額費数量金計])(?P<head>[百千十万億]): ?(?P<number>[0-9][0-9,.]*)"
    r"|(?<=[数率量額度])(?P<kana>[ァ-ヶ]): ?(?P<before>[0-9][0-9,.]*)(?=[ーァィゥェォッャュョ一-龠ァ-ヶ])"
)
_SIGN_LAST = regex(r"[0-9][^\s0-9、。:<>]{0,4} ?(?:[≦≤⩽]|<=|=<)(?=[\s。、)]|$)")

Unclearness = Literal["broken", "zero", "dash", "torn", "sign"]
"""broken: in two; zero: begun with 0; dash: behind one that may be a minus; torn: a letter of its unit is before the
colon; sign: before ≦ with nothing behind it.
"""


class UnclearNumber(NamedTuple):
    """A stretch with digits that is read as no number."""

    start: int
    end: int
    why: Unclearness


def find_unclear(plain: str, taken: bytearray) -> Iterator[UnclearNumber]:
    """Yield the unclear numbers of a narrow text outside names and dates, each once.

    ``taken`` has a 1 for each letter of these; the letters of the numbers become 1 as well.

    >>> texts = ("8 500人", "01人", "利用率-60%", "R5 320件")
    >>> [plain[one.start : one.end] for plain in texts for one in find_unclear(plain, bytearray(len(plain)))]
    ['8 500', '01', '-60']
    """
    letters = set(plain)
    for why, first, find in _KINDS:
        if first.isdisjoint(letters):
            continue
        for start, end in find(plain):
            if taken.find(1, start, end) < 0:
                mark(taken, start, end)
                yield UnclearNumber(start, end, why)


def mark(taken: bytearray, start: int, end: int) -> None:
    """Let the letters of a span be taken."""
    taken[start:end] = b"\1" * (end - start)


def _broken(plain: str) -> Iterator[tuple[int, int]]:
    begins_list = None
    for match in _BROKEN.finditer(plain):
        if begins_list is None:
            begins_list = _FIRST_OF_LIST.search(plain) is not None
        if _is_broken(plain, match, in_list=begins_list):
            yield match.span()


def _zero_led(plain: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _ZERO_LED.finditer(plain) if _counts(plain, match.end()))


def _torn(plain: str) -> Iterator[tuple[int, int]]:
    return ((match.start(), _with_unit(plain, match.end())) for match in _TORN.finditer(plain))


def _before_sign(plain: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _SIGN_LAST.finditer(plain))


def _behind_dash(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers with a unit behind a dash that is no sure minus, and not of a range: 3件-5件."""
    sure: set[int] | None = None
    for match in _DASH.finditer(plain):
        numeral = _NUMERAL.match(plain, match.end())
        end = numeral.end() if numeral else match.end()
        before = max(0, match.start() - _LONGEST_LABEL)
        if _AMOUNT_BEFORE.search(plain, before, match.start()) or not unit_end(plain, end):
            continue
        sure = sure if sure is not None else {minus.start() for minus in SURE_MINUS.finditer(plain)}
        if match.start() not in sure:
            yield match.start(), match.end() + len(plain[match.end() : end].rstrip())


_KINDS: tuple[tuple[Unclearness, frozenset[str], Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("broken", frozenset("0123456789"), _broken),
    ("zero", frozenset("0"), _zero_led),
    ("torn", frozenset(":"), _torn),
    ("sign", frozenset("≦≤⩽<="), _before_sign),
    ("dash", frozenset("-―—─"), _behind_dash),
)
"""Each with letters of which it holds one."""


def _with_unit(plain: str, end: int) -> int:
    """Return where the unit ends behind a number."""
    numeral = _NUMERAL.match(plain, end - 1)
    at = numeral.end() if numeral else end
    return unit_end(plain, at) or at


def _is_broken(plain: str, match: re.Match[str], *, in_list: bool) -> bool:
    """Return whether the pieces may be one number: not two whole ones, a year or a list's number and an amount."""
    found, before = match[0], (max(0, match.start() - _LONGEST_LABEL), match.start())
    if _GROUPED.fullmatch(found) or _LIKE_A_YEAR.match(found) or _LABEL_BEFORE.search(plain, *before):
        return False
    if in_list and _LIST_NUMBER.match(found) and _STATEMENT_BEFORE.search(plain, *before):
        return False
    if "、" in found and _LONG_HEAD.match(found):
        return False
    return (
        _ODD.search(found) is not None or _GAPS.search(found) is None or bool(_GROUPED.fullmatch(_GAPS.sub("", found)))
    )


def _counts(plain: str, end: int) -> bool:
    """Return whether what stands behind a numeral makes it an amount: a unit, a particle, nothing."""
    return unit_end(plain, end) is not None or _STANDS.match(plain, end) is not None
