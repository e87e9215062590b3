"""What the codes of levels say of each other: item 2(1) belongs to field 2, where the list numbers so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.tables.shapes import code_kind
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words.numbers import small_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dxlist.model.stages import Piece
    from dxlist.tables.level_columns import BodyRow, LevelColumn

_NUMBER = regex(r"[0-9]+|[〇一二三四五六七八九十]+|[①-⑳]|[Ⅰ-Ⅻ]")
_SIGN = regex("[dR①]")
"""A number in the pattern of a code."""
_CLEARLY_MORE = 5

NumberSteps = tuple[int, ...]
"""The numbers of a code from the left: 3(1)ア has (3, 1)."""


class LevelNumber(NamedTuple):
    """The code at the head of a level: how it is written, and its steps."""

    family: str
    steps: NumberSteps


@lru_cache(maxsize=4096)
def read_number(text: str) -> LevelNumber | None:
    """Return the first code at the head of a level; None where there is none that counts.

    >>> read_number("2(1) 観光の振興"), read_number("第4-1 支援").steps, read_number("計画 国民保護")
    (LevelNumber(family='d(d)', steps=(2, 1)), (4, 1), None)
    """
    bare = text.strip()
    _, family, length = code_kind(bare) if bare else ("", "", 0)
    head = narrow(bare)[:length]
    steps = tuple(_value(match[0]) for match in _NUMBER.finditer(head))
    first = len(_SIGN.findall(family))  # a cell may hold several codes
    return LevelNumber(family, steps[:first]) if steps and first <= len(steps) else None


def _value(number: str) -> int:
    if "Ⅰ" <= number <= "Ⅻ":
        return ord(number) - ord("Ⅰ") + 1
    return small_number(number) or 0


def number_of(pieces: Mapping[str, Piece], level: LevelColumn) -> LevelNumber | None:
    """Return the code of a level: that in its own column, or that at the head of its title."""
    column = level.code if level.code and level.code in pieces else level.column
    return read_number(pieces[column].text) if column in pieces else None


def is_within(upper: LevelNumber, lower: LevelNumber) -> bool | None:
    """Return whether the code of a lower level begins as that of the upper; None where it does not tell."""
    depth = len(upper.steps)
    return lower.steps[:depth] == upper.steps if len(lower.steps) > depth else None


@dataclass(slots=True)
class Agreement:
    """How often the codes of rows that print both levels agree, for each way of writing the upper one."""

    agree: Counter[str] = field(default_factory=Counter)
    differ: Counter[str] = field(default_factory=Counter)

    def learn(self, rows: Iterable[BodyRow], levels: Sequence[LevelColumn]) -> None:
        """Count the rows; the first code below an upper level that has none beside it speaks for the rule as well."""
        latest = dict[int, LevelNumber]()
        for row in rows:
            for k, level in enumerate(levels):
                if (number := number_of(row.own, level)) is None:
                    continue
                for upper in [above for above in latest if above < k]:
                    self._count(latest.pop(upper), number, beside=levels[upper].column in row.own)
                latest[k] = number

    def _count(self, upper: LevelNumber, lower: LevelNumber, *, beside: bool) -> None:
        within = is_within(upper, lower)
        if within:
            self.agree[upper.family] += 1
        elif within is False and beside:
            self.differ[upper.family] += 1

    def holds(self, upper: LevelNumber) -> bool:
        """Return whether codes of lower levels begin as those of upper ones written so."""
        agree, differ = self.agree[upper.family], self.differ[upper.family]
        return agree > 0 and agree >= _CLEARLY_MORE * differ


@dataclass(slots=True)
class NumberRun:
    """One run of numbers: where they go back, as with another list below, a new one begins."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """(level, code) -> its text, folded."""
    latest: dict[str, NumberSteps] = field(default_factory=dict)
    printed: dict[tuple[str, NumberSteps], Piece] = field(default_factory=dict)
    """(level, steps) -> the text that bears them."""

    def goes_back(self, row: BodyRow, levels: Iterable[LevelColumn]) -> bool:
        """Return whether a row has a number before the latest that is not printed again.

        Numbers of one step below the top begin again in each block, and say nothing.
        """
        for k, level in enumerate(levels):
            number = number_of(row.own, level)
            if number and (k == 0 or len(number.steps) > 1) and number.steps < self.latest.get(level.column, ()):
                return self.texts.get((level.column, _key(number))) != _text(row, level)
        return False

    def take(self, row: BodyRow, levels: Iterable[LevelColumn]) -> None:
        """Keep the codes that a row prints."""
        for level in levels:
            number = number_of(row.own, level)
            if number is None or level.column not in row.own:
                continue
            self.texts[level.column, _key(number)] = _text(row, level)
            self.latest[level.column] = max(number.steps, self.latest.get(level.column, ()))
            self.printed.setdefault((level.column, number.steps), row.own[level.column])


def _text(row: BodyRow, level: LevelColumn) -> str:
    return fold("".join(row.own[column].text for column in level.columns if column in row.own))


def _key(number: LevelNumber) -> str:
    return f"{number.family} {number.steps}"


def numberings(rows: Iterable[BodyRow], levels: Sequence[LevelColumn], latest: NumberRun) -> list[NumberRun]:
    """Return for each row the run of numbers that it belongs to; the first one goes on from the rows above."""
    runs = list[NumberRun]()
    for row in rows:
        if latest.goes_back(row, levels):
            latest = NumberRun()
        latest.take(row, levels)
        runs.append(latest)
    return runs
