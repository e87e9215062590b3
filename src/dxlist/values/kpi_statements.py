"""``to_cell``: a KPI cell as narrow text with its brackets, names, dates and statements; ``find_dates``: its dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.text.calendar import fiscal_year_of
from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.text.widths import narrow
from dxlist.values.fiscal_years import find_years, read_fiscal_year
from dxlist.values.unclear_numbers import find_unclear, mark
from dxlist.words.dates import BACKGROUND, BY, IN, SAME_YEAR_AGAIN, SHORT_YEAR, START, TAIL
from dxlist.words.leavings import as_shown, find_leavings
from dxlist.words.numbers import NAMES
from dxlist.words.targets import BULLET

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.values.fiscal_years import Year
    from dxlist.values.unclear_numbers import UnclearNumber
    from dxlist.words.leavings import Leaving

_OPEN = frozenset("(「『【[〔《")
_CLOSE = dict(zip(")」』】]〕》", "(「『【[〔《", strict=True))
_BRACKET = regex(r"[()「」『』【】\[\]〔〕《》]")
_ENDS = frozenset("。\n;")
_MAY_PART = regex(r"[。\n;①-⑳⑴-⒇❶-❿■●○◆◇□▪►▶※★☆◎・➢✓\-(0-9ア-コ]")
"""Where a statement may end or a bullet may stand."""
_BULLETS_ANYWHERE = frozenset("■●◆◇▪►▶★☆◎" + "".join(map(chr, range(ord("①"), ord("⑳") + 1))))
_BULLET_BEFORE = frozenset(" 。\n;")
_ERA_BEFORE = regex(r"(?:令和|平成|[RH]) ?$")
_LONGEST_ERA = 3
_LONGEST_STATEMENT = 1000
"""Letters behind which a sentence without an end is parted; each of its numbers looks around in all of it."""
_PAUSES = "、 ,)"
_RANGE_AFTER = regex(r"[~～〜・,、とのはが及]")

Bearing = Literal["by", "in", "start", "background", "none"]
"""by: までに; in: …年度に, or a label; start: から; background: an actual, a purpose; none: no word of a target."""

_BEARINGS: tuple[tuple[re.Pattern[str], Bearing], ...] = (
    (BY, "by"), (START, "start"), (BACKGROUND, "background"), (IN, "in"),
)  # fmt: skip
_FISCAL = frozenset({"fiscal_year", "year"})


class When(NamedTuple):
    """A year or date, and its bearing on a target."""

    start: int
    end: int
    iso: str
    """The year of a fiscal year, else ISO 8601 as exact as it is written: 2022, 2023-01."""
    is_fiscal: bool
    bearing: Bearing

    @property
    def year(self) -> int:
        """Return the year that is written."""
        return int(self.iso[:4])

    @property
    def fiscal_year(self) -> int:
        """Return the fiscal year that holds the date; of a bare calendar year, the year of that number."""
        return fiscal_year_of(self.iso)


class KpiCell(NamedTuple):
    """A KPI cell, read as far as its words."""

    text: str
    narrow: str
    depth: tuple[int, ...]
    """How many brackets each letter stands in; a bracket counts as outside itself."""
    opened_at: tuple[int, ...]
    """Position of the innermost bracket around each letter, -1 outside all."""
    dates: tuple[When, ...]
    taken: bytearray
    """1 for each letter of a name, date, unclear number or what a program left there: a number there is no amount."""
    unclear: tuple[UnclearNumber, ...]
    """Numbers that say no one thing."""
    leavings: tuple[Leaving, ...]
    """What a program left there."""
    statements: tuple[Span, ...]
    """Stretches that each make one or more statements about the same things."""

    def is_taken(self, start: int, end: int) -> bool:
        """Return whether a name or a date touches the span."""
        return self.taken.find(1, start, end) >= 0

    def is_dated(self, start: int, end: int) -> bool:
        """Return whether a date touches the span."""
        last = bisect_left(self.dates, end, key=_START) - 1
        return last >= 0 and start < self.dates[last].end

    def dates_from(self, start: int, end: int) -> tuple[When, ...]:
        """Return the dates that begin in the span."""
        dates = self.dates
        return dates and dates[bisect_left(dates, start, key=_START) : bisect_left(dates, end, key=_START)]

    def dates_within(self, start: int, end: int) -> tuple[When, ...]:
        """Return the dates of which every letter stands in the span."""
        dates = self.dates_from(start, end)
        return dates[:-1] if dates and dates[-1].end > end else dates

    def unclear_before(self, place: int) -> int:
        """Return where the last unclear number before a place ends; 0: there is none."""
        last = bisect_right(self.unclear, place, key=_END) - 1
        return self.unclear[last].end if last >= 0 else 0

    def leaving_at(self, place: int) -> Leaving | None:
        """Return what a program left at a place."""
        last = bisect_left(self.leavings, place + 1, key=_START) - 1
        return self.leavings[last] if last >= 0 and place < self.leavings[last].end else None

    def depth_at(self, place: int) -> int:
        """Return the depth of a letter; behind the last one, 0."""
        return self.depth[place] if place < len(self.depth) else 0

    def at_depth(self, letter: re.Pattern[str], start: int, end: int, depth: int) -> Iterator[int]:
        """Yield where such a letter stands at that depth of brackets."""
        found = (match.start() for match in letter.finditer(self.narrow, start, end))
        return (at for at in found if self.depth[at] == depth)


_START: Callable[[When | Leaving], int] = attrgetter("start")
_END: Callable[[UnclearNumber], int] = attrgetter("end")


def to_cell(text: str) -> KpiCell:
    """Read the brackets, names, dates, unclear numbers and statements of a cell."""
    plain, leavings = legible(text)
    depth, opened_at = _brackets(plain)
    dates = find_dates(text, plain)
    taken = bytearray(len(plain))
    for name in NAMES.finditer(plain):
        mark(taken, *name.span())
    for date in dates:
        mark(taken, date.start, date.end)
    for left in leavings:
        mark(taken, left.start, left.end)
    unclear = tuple(sorted(find_unclear(plain, taken)))
    return KpiCell(text, plain, depth, opened_at, dates, taken, unclear, leavings, tuple(_statements(plain, depth)))


def legible(text: str) -> tuple[str, tuple[Leaving, ...]]:
    r"""Return a text narrow, position for position, with the commas of prose as 、, and what a program left in it.

    A comma between digits is one of thousands.  Markup is blank, but for the sign that an entity stands for.

    >>> legible("参加者は，1，200人<br>利用率&gt;=60%")[0]
    '参加者は、1,200人\n   利用率   >=60%'
    """
    is_one_line = "\n" not in text  # line ends part what stands on two lines
    plain = narrow(text) if is_one_line else "\n".join(map(narrow, text.split("\n")))
    if not _MARKS.isdisjoint(text):
        plain = _COMMA_OF_PROSE.sub("、", plain.translate(_HALF_MARKS))
        stops = [stop.span() for stop in _STOP_OF_PROSE.finditer(text)]
        plain = replaced(plain, ((a, b, "、" if plain[b : b + 1].isdigit() else "。") for a, b in stops))
    leavings = tuple(find_leavings(plain))
    return replaced(plain, ((left.start, left.end, as_shown(left, plain)) for left in leavings)), leavings


def replaced(text: str, parts: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with other words in some places, given in order."""
    pieces, at = list[str](), 0
    for start, end, words in parts:
        pieces += (text[at:start], words)
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


_MARKS = frozenset(",，．､｡﹣")
_HALF_MARKS = str.maketrans("､｡﹣", "、。-")
_COMMA_OF_PROSE = regex(r"(?<![0-9])(?<![0-9]\s),|,(?!\s?[0-9])")
_STOP_OF_PROSE = regex(
    r"(?:(?<=[ぁ-んー％%）」』)])|(?<=[一-龠々ァ-ヶ]{2})|(?<=[0-9０-９][件人名回社台]))．(?P<number>(?=[0-9０-９])(?<!。))?"
)
"""The ． of those who write ，．; behind a digit or a lone kana it is part of a number of a list."""


def _brackets(plain: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the depth and the innermost bracket of each letter; an unmatched bracket does not count."""
    if _OPEN.isdisjoint(plain):
        return (0,) * len(plain), (-1,) * len(plain)
    pairs = dict(_pairs(plain))
    closing = set(pairs.values())
    depth, opened_at, stack = list[int](), list[int](), list[int]()
    for i in (*sorted({*pairs, *closing}), len(plain)):
        until = i + (i in pairs)
        depth += [len(stack)] * (until - len(depth))
        opened_at += [stack[-1] if stack else -1] * (until - len(opened_at))
        if i in closing:
            stack.pop()
        elif i < len(plain):
            stack.append(i)
    return tuple(depth), tuple(opened_at)


def _pairs(plain: str) -> Iterator[tuple[int, int]]:
    stack, opened = list[int](), Counter[str]()
    for found in _BRACKET.finditer(plain):
        i, letter = found.start(), found[0]
        if letter in _OPEN:
            stack.append(i)
            opened[letter] += 1
        elif opened[_CLOSE[letter]]:
            while True:
                start = stack.pop()
                opened[plain[start]] -= 1
                if plain[start] == _CLOSE[letter]:
                    break
            yield start, i


def _statements(plain: str, depth: tuple[int, ...]) -> Iterator[Span]:
    """Part at 。, line ends and bullets outside brackets, and a sentence that does not end at a pause."""
    start = 0
    for end in (*_ends(plain, depth), len(plain)):
        while end - start > _LONGEST_STATEMENT:
            stop = start + _LONGEST_STATEMENT
            pause = max(plain.rfind(letter, stop - _LONGEST_STATEMENT // 2, stop) for letter in _PAUSES) + 1
            yield Span(start, pause or stop)
            start = pause or stop
        if start < end:
            yield Span(start, end)
        start = end


def _ends(plain: str, depth: tuple[int, ...]) -> Iterator[int]:
    """Yield where a statement ends."""
    for found in _MAY_PART.finditer(plain):
        i = found.start()
        if depth[i] == 0:
            if _is_bullet(plain, i):
                yield i
            if plain[i] in _ENDS:
                yield i + 1


def _is_bullet(plain: str, at: int) -> bool:
    """Return whether a bullet stands here: behind a blank or an end, or a circled number, but not 令和③, ①～③."""
    is_mark = plain[at] in _BULLETS_ANYWHERE
    before = is_mark or at == 0 or plain[at - 1] in _BULLET_BEFORE
    if not before or not (bullet := BULLET.match(plain, at)):
        return False
    if plain[at] == "-" and plain[at + 1 : at + 2].isdigit():
        return False  # less: 残業時間 －12時間
    if is_mark:
        return not _ERA_BEFORE.search(plain, max(0, at - _LONGEST_ERA), at) and not _RANGE_AFTER.match(
            plain, bullet.end()
        )
    return True


# --- dates


def find_dates(text: str, plain: str) -> tuple[When, ...]:
    """Find the years and dates of a text (``plain``: the same text narrow), in order and apart.

    >>> [(when.fiscal_year, when.iso, when.bearing) for when in find_dates(*["令和5年3月末まで、R4年度に"] * 2)]
    [(2022, '2023-03', 'by'), (2022, '2022', 'in')]
    """
    years = (_when(plain, year) for year in find_years(text))
    found = sorted((*years, *_short_years(plain)), key=lambda when: (when.start, -when.end))
    return tuple(_apart(found))


def _when(plain: str, year: Year) -> When:
    end = _tail(plain, year.end)
    return When(year.start, end, str(year.value), year.kind in _FISCAL, _bearing(plain, end))


def _short_years(plain: str) -> Iterator[When]:
    """Yield the years without 年 that stand before words of targets: R8に, R8累計."""
    for match in SHORT_YEAR.finditer(plain):
        year = read_fiscal_year(f"{match[match.lastgroup or 0]}年度")
        if year is not None:
            end = _tail(plain, match.end())
            yield When(match.start(), end, str(year), is_fiscal=True, bearing=_bearing(plain, end))


def _apart(dates: list[When]) -> Iterator[When]:
    end = 0
    for when in dates:
        if when.start >= end:
            end = when.end
            yield when


def _tail(plain: str, at: int) -> int:
    at = match.end() if (match := TAIL.match(plain, at)) else at
    again = SAME_YEAR_AGAIN.match(plain, at)
    return again.end() if again else at


def _bearing(plain: str, end: int) -> Bearing:
    return next((bearing for pattern, bearing in _BEARINGS if pattern.match(plain, end)), "none")
