"""``LevelFills``: the levels of each row of a block: what it prints, what is printed above, and no more than that."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import Fill
from dxlist.tables.block_readings import Readings, is_flat, read_blocks
from dxlist.tables.level_codes import Agreement, NumberRun, is_within, number_of, numberings
from dxlist.tables.level_columns import is_same, new_levels, prints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import Piece
    from dxlist.tables.level_codes import LevelNumber
    from dxlist.tables.level_columns import BodyRow, LevelColumn, Pieces

PRINTED_ELSEWHERE = "level_printed_elsewhere"
CODE_DIFFERS = "level_code_differs"
NO_LOWER_LEVEL = "item_of_new_field"
ABOVE_THE_FIRST = "above_the_first_level"


@dataclass(slots=True)
class RowLevels:
    """The levels of one row."""

    pieces: Pieces
    fills: list[Fill]
    begins: int | None
    """The topmost level that begins anew with it; None: it only goes on."""
    doubts: list[str]

    def drop(self, level: LevelColumn) -> None:
        """Take a level from the row, and what was filled in."""
        for column in level.columns:
            self.pieces.pop(column, None)
        self.fills = [fill for fill in self.fills if fill.column not in level.columns]

    def doubt(self, code: str) -> None:
        """Keep a doubt, once."""
        if code not in self.doubts:
            self.doubts.append(code)


@dataclass(slots=True)
class LevelFills:
    """What the rows above say of the levels of those below, within one part of a list."""

    above: Pieces = field(default_factory=dict)
    numbering: NumberRun = field(default_factory=NumberRun)
    agreement: Agreement = field(default_factory=Agreement)
    begun: Counter[tuple[int, bool]] = field(default_factory=Counter)
    """(level, whether the one below it is printed beside it) -> rows that begin it."""
    elsewhere: set[str] = field(default_factory=set)
    """Levels whose texts do not stand in the first rows of their blocks."""
    unknown: set[str] = field(default_factory=set)
    """Levels that no row has printed since a code contradicted them."""
    without: bool = False
    """The level below a new one is missing, though the list prints it beside it elsewhere."""
    started: bool = False

    def fill(self, rows: Sequence[BodyRow], levels: Sequence[LevelColumn], *, ends: bool) -> list[RowLevels]:
        """Return the levels of the rows of a block, in order.

        Args:
            rows: the rows, all of one part.
            levels: the levels of their header, from the top.
            ends: the part ends with them.
        """
        if not rows:
            return []
        begins = not self.started
        readings = self._readings(rows, levels, ends=ends)
        flat = {level.column for level in levels if is_flat(rows, level)}
        self._learn(rows, levels)
        runs = numberings(rows, levels, self.numbering)
        self.numbering = runs[-1]
        found = list[RowLevels]()
        for at, (row, run) in enumerate(zip(rows, runs, strict=True)):
            one = self._row(row, levels, flat, _begin_elsewhere(readings, at))
            self._place(one, at, rows, readings)
            if not readings:
                self._believe_codes(one, row, levels, run, found)
                self._doubt_missing(one, levels)
            self.above = dict(one.pieces)
            found.append(one)
        if begins and levels and levels[0].column not in flat | readings.keys():
            _doubt_the_first(rows, levels[0], found)
        return found

    def _readings(self, rows: Sequence[BodyRow], levels: Sequence[LevelColumn], *, ends: bool) -> Readings:
        if not self.started:
            self.started = True
            readings = read_blocks(rows, levels, whole=ends)
            self.elsewhere = set(readings)
            return readings
        own = {level.column: [at if prints(row, level) else None for at, row in enumerate(rows)] for level in levels}
        return {column: own[column] for column in self.elsewhere if column in own}

    def _learn(self, rows: Sequence[BodyRow], levels: Sequence[LevelColumn]) -> None:
        self.agreement.learn(rows, levels)
        for row, begins in zip(rows, new_levels(rows, levels), strict=True):
            if begins is not None and begins + 1 < len(levels):
                self.begun[begins, prints(row, levels[begins + 1])] += 1

    def _row(
        self, row: BodyRow, levels: Sequence[LevelColumn], flat: set[str], elsewhere: Mapping[str, bool]
    ) -> RowLevels:
        """Fill what is printed above, down to the topmost level that begins anew.

        ``flat`` levels are as printed, so are those whose texts stand ``elsewhere`` in their blocks, of which it says
        whether one begins.
        """
        one = RowLevels({}, [], 0 if row.headed else None, [])
        for k, level in enumerate(levels):
            own = {column: row.own[column] for column in level.columns if column in row.own}
            anew = elsewhere.get(level.column, bool(own) and not is_same(self.above, own, level))
            if one.begins is None and anew:
                one.begins = k
            if own or one.begins is not None:
                self.unknown.discard(level.column)
            one.pieces |= own
            if one.begins is None and level.column not in {*flat, *elsewhere}:
                one.pieces |= dict(self._filled(level, own, one.fills))
            elif one.begins is None and not own and level.column in self.above and level.column not in elsewhere:
                one.begins = k
        return one

    def _filled(self, level: LevelColumn, own: Pieces, fills: list[Fill]) -> Iterator[tuple[str, Piece]]:
        for column in level.columns:
            if column not in own and (above := self.above.get(column)):
                fills.append(Fill(column, above.line))
                yield column, above

    def _place(self, one: RowLevels, at: int, rows: Sequence[BodyRow], readings: Readings) -> None:
        """Give a row the texts that stand in other rows of its blocks."""
        for column, reading in readings.items():
            source = reading[at]
            if source == at:
                continue
            one.doubt(PRINTED_ELSEWHERE)
            if source is not None and (piece := rows[source].own.get(column)):
                one.pieces[column] = piece
                one.fills.append(Fill(column, piece.line))

    def _believe_codes(
        self, one: RowLevels, row: BodyRow, levels: Sequence[LevelColumn], run: NumberRun, before: Sequence[RowLevels]
    ) -> None:
        """Believe the code of a row where what was filled above it contradicts it."""
        for k, (upper, below) in enumerate(zip(levels, _numbers_below(row, levels), strict=True)):
            if below and not prints(row, upper) and self._is_contradicted(one, upper, below.number):
                self._replace(one, k, upper, _printed(run, upper, below.number))
                _doubt_between(before, upper, below.level)
        if any(level.column in self.unknown for level in levels):
            one.doubt(CODE_DIFFERS)

    def _is_contradicted(self, one: RowLevels, upper: LevelColumn, number: LevelNumber) -> bool:
        filled = number_of(one.pieces, upper)
        if filled is None:
            return upper.column in self.unknown
        return is_within(filled, number) is False and self.agreement.holds(filled)

    def _replace(self, one: RowLevels, k: int, upper: LevelColumn, piece: Piece | None) -> None:
        """Give a row the upper level that bears the number of its code, or none where the list does not print it."""
        one.drop(upper)
        one.begins = k if one.begins is None else min(k, one.begins)
        if piece is None:
            self.unknown.add(upper.column)
            return
        self.unknown.discard(upper.column)
        one.pieces[upper.column] = piece
        one.fills.append(Fill(upper.column, piece.line))

    def _doubt_missing(self, one: RowLevels, levels: Sequence[LevelColumn]) -> None:
        """Doubt rows of a new level without the one below it, where most rows that begin one print it beside."""
        if one.begins is not None:
            below = levels[one.begins + 1 :]
            beside, alone = self.begun[one.begins, True], self.begun[one.begins, False]
            self.without = bool(below) and below[0].column not in one.pieces and beside >= max(alone, 1)
        if self.without:
            one.doubt(NO_LOWER_LEVEL)


class _NumberBelow(NamedTuple):
    level: LevelColumn
    number: LevelNumber


def _numbers_below(row: BodyRow, levels: Sequence[LevelColumn]) -> list[_NumberBelow | None]:
    """Return for each level the next one below it in which a row prints a number, with that number."""
    found, below = list[_NumberBelow | None](), None
    for level in reversed(levels):
        found.append(below)
        if number := number_of(row.own, level):
            below = _NumberBelow(level, number)
    return found[::-1]


def _begin_elsewhere(readings: Readings, at: int) -> dict[str, bool]:
    """Return for the levels whose texts stand elsewhere in their blocks whether a block begins with a row."""
    return {column: at == 0 or reading[at] != reading[at - 1] for column, reading in readings.items()}


def _doubt_the_first(rows: Sequence[BodyRow], level: LevelColumn, found: Sequence[RowLevels]) -> None:
    """Doubt the rows above the first text of a level that the list prints: they go on from somewhere else."""
    first = next((at for at, row in enumerate(rows) if prints(row, level)), 0)
    for one in found[:first] if not rows[0].headed else ():
        one.doubt(ABOVE_THE_FIRST)


def _printed(run: NumberRun, upper: LevelColumn, number: LevelNumber) -> Piece | None:
    """Return the text of an upper level that bears the first numbers of a code, if its run of numbers prints one."""
    lengths = range(1, len(number.steps))
    found = (run.printed.get((upper.column, number.steps[:length])) for length in lengths)
    return next(filter(None, found), None)


def _doubt_between(before: Sequence[RowLevels], upper: LevelColumn, lower: LevelColumn) -> None:
    """Doubt the rows without a code above a contradiction: the upper level may have ended at any of them."""
    for one in reversed(before):
        if number_of(one.pieces, lower) or upper.column not in {fill.column for fill in one.fills}:
            return
        one.drop(upper)
        one.doubt(CODE_DIFFERS)
