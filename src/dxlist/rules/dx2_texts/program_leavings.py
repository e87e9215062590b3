"""DX217: what a program left in a cell in place of its value."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.columns import COLUMNS
from dxlist.model.finding import Found, Place
from dxlist.model.stages import LONGEST_CELL
from dxlist.rules.dx2_texts.glued_readings import find_readings
from dxlist.rules.places import cell_texts, leftover_place, own_sources, raw_place, shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.garbled import garbled_spans
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words.leavings import (
    CHANGED_TO_DATE,
    GARBLED,
    LOST_LETTER,
    READING,
    SERIAL_DAY,
    TRUTH_VALUE,
    Leaving,
    date_of_serial,
    find_doubled,
    find_leavings,
    find_lost,
    is_day,
    is_serial_day,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dxlist.rules.listed import Listed


@rule(
    "DX217",
    "left-by-a-program",
    "warning",
    Bilingual("プログラムがセルに残したもの", "what a program left in the cell"),
    official=("L2-01", "L2-06"),
)
def left_by_a_program(listed: Listed) -> Iterator[Found]:
    """A cell holds what a program left there: an error value, a code that became a date, markup, a reading, garbled letters.

    What was meant is lost (#REF!, ########), or was changed on the way: a spreadsheet makes 1月1日 or Jan-01 of 1-1 and
    44651 of a date, an export writes &nbsp;, <br> or _x000D_, a text copied out of a PDF or a page has (cid:12), a reading
    behind its kanji (取組とりくみ) or every letter twice.  dxlist takes no number and no unit from it.  Enter the value
    again; columns of codes as text.  Said once for many cells of a column.

    日本語:
        セルに、プログラムが残したもの（エラー値、日付に変わった番号、HTMLの記号、ふりがな、文字化けなど）があります。

        元の値は失われているか（#REF!、########）、途中で変わっています。表計算ソフトは「1-1」を「1月1日」や「Jan-01」に、日付を
        「44651」に変え、書き出しは「&nbsp;」「<br>」「_x000D_」を残し、PDFやウェブページからの写しには「(cid:12)」や、漢字の後ろに
        付いたふりがな（取組とりくみ）、1字ずつ重なった文字が入ります。dxlist はそこから数値も単位も読みません。番号の列を文字列に
        して、元の値を入れ直してください。同じ列の多くのセルにあるときは、1件にまとめます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|#REF!

    Bad:
        1 行政の効率化|1月1日|総務部 情報政策課|電子申請推進事業|申請を&nbsp;電子化する。<br>窓口も続ける。|100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 取組とりくみの推進|総務部 情報政策課|デデジジタタルル化化推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|1月1日に始め、R&Dを＃1の取組とする。|100件を目標とする。
    """
    cells = [cell for cell in _cells(listed) if len(cell.text) <= LONGEST_CELL]
    numbers = _columns_of_numbers(cells)
    found = ((cell, left) for cell in cells for left in _once_each(_leavings(cell, numbers)))
    lost = ((cell, left) for cell, left in _lost(cells))
    for group in _grouped(chain(found, lost)):
        yield _found(listed, group)


class _LeavingCell(NamedTuple):
    column: str
    """Logical column or role and header, "" for a cell that belongs to no column."""
    text: str
    place: Place


_LeftIn = tuple[_LeavingCell, Leaving]
_MANY = 5
"""Cells of a column with the same kind up to which each is said by itself."""


def _grouped(found: Iterable[_LeftIn]) -> Iterator[list[_LeftIn]]:
    groups = dict[tuple[str, Bilingual], list[_LeftIn]]()
    for cell, left in found:
        groups.setdefault((cell.column, left.kind), []).append((cell, left))
    for group in groups.values():
        yield from [group] if len(group) > _MANY else ([one] for one in group)


def _once_each(found: Iterable[Leaving]) -> Iterator[Leaving]:
    """Yield the first leaving of each kind."""
    seen = dict[Bilingual, Leaving]()
    for left in found:
        seen.setdefault(left.kind, left)
    yield from seen.values()


def _cells(listed: Listed) -> Iterator[_LeavingCell]:
    """Yield the cells of the headers, every cell of the rows once, and the cells that belong to no column."""
    headers = (row.as_printed() for trail in listed.document.trail for row in trail.table.header_rows)
    for row in headers:
        for number, text in enumerate(row.cells, 1):
            yield _LeavingCell(_HEADER, text, Place(row.line, number, 0, len(text), text, about=text))
    rows = {row.line: row for row in listed.document}
    for initiative in listed.document:
        known = set[int]()
        for column, source in own_sources(initiative):
            for number, text in zip(source.cells, cell_texts(source), strict=False):
                if number not in known:
                    known.add(number)
                    yield _LeavingCell(column, text, raw_place(initiative, column, text))
    for leftover in listed.document.leftovers:
        yield _LeavingCell("", leftover.text, leftover_place(leftover, rows.get(leftover.line)))


_HEADER = "header"
_DATES = regex(
    r"(?:年月日|日付|[期時]日|期限|時期|年月|月日|日時|年度|[開終]始?日|(?:開始|終了|完了|更新|作成|公表|施行|予定|着手|最終)日?)"
    r"[)）]?$"
)
_CODES = regex(r"(?:番号|コード|No\.?|№|項番|ID)$")
_NAMES = frozenset({"field", "item", "departments", "project_name"})
_NUMBER = regex(r"[△▲-]?[0-9][0-9,]*(?:\.[0-9]+)?")


def _columns_of_numbers(cells: Iterable[_LeavingCell]) -> Collection[str]:
    """Return the columns in which numbers stand that are no days: there 44651 is one as well."""
    return {
        cell.column
        for cell in cells
        if _NUMBER.fullmatch(plain := narrow(cell.text).strip()) and not is_serial_day(plain)
    }


def _leavings(cell: _LeavingCell, numbers: Collection[str]) -> Iterator[Leaving]:
    plain = narrow(cell.text)
    whole = Leaving(0, len(plain), CHANGED_TO_DATE)
    header = cell.column.partition(".")[2]
    is_name = cell.column in _NAMES or cell.column.startswith("levels.")
    if is_day(plain) and (is_name or _CODES.search(header)):
        yield whole
    elif is_serial_day(plain) and (_DATES.search(header) or _is_alone(cell, numbers)):
        yield whole._replace(kind=SERIAL_DAY)
    elif cell.column != _HEADER or not is_serial_day(plain):
        is_marked = cell.column.startswith("extra.")  # a column of check marks may hold TRUE
        yield from (left for left in find_leavings(plain) if not (is_marked and left.kind is TRUTH_VALUE))
    if not cell.text.isascii():
        yield from find_doubled(plain)
        yield from (Leaving(*span, READING) for span in find_readings(cell.text))
        yield from (Leaving(*span, GARBLED) for span in garbled_spans(cell.text))


def _is_alone(cell: _LeavingCell, numbers: Collection[str]) -> bool:
    """Return whether a number stands in a column of texts."""
    return (cell.column in COLUMNS or cell.column.startswith("levels.")) and cell.column not in numbers


def _lost(cells: Iterable[_LeavingCell]) -> Iterator[_LeftIn]:
    """Yield the question marks in place of letters; one between two kanji may be meant, several in a list are not."""
    found = [(cell, left) for cell in cells for left in find_lost(cell.text)]
    counts = Counter(left.is_sure for _, left in found)
    for cell, left in found:
        if left.is_sure or counts[True] or counts[False] > 1:
            yield cell, Leaving(left.start, left.end, LOST_LETTER)


def _found(listed: Listed, group: list[_LeftIn]) -> Found:
    (cell, left), *further = group
    start = (cell.place.start or 0) + left.start
    place = cell.place._replace(start=start, end=start + left.end - left.start)
    message = _said(cell.text, left)
    if further:
        count = len(further)
        message += Bilingual(f"（同じ列のほか{count}か所にもあります）", f" (and {count} more in this column)")
    message += Bilingual("。元の値を確かめて入れ直してください。", "; enter what was meant.")
    lines = dict.fromkeys(other.place.line for other, _ in further if other.place.line != place.line)
    return Found(place, message, listed.related(*lines))


def _said(text: str, left: Leaving) -> Bilingual:
    words = text[left.start : left.end]
    quoted = shortened(words)
    if left.kind is LOST_LETTER:
        around = shortened(text[max(0, left.start - _BESIDE) : left.end + _BESIDE])
        return Bilingual(
            f"「{around}」の「{quoted}」は{left.kind.ja}です", f"「{quoted}」 of 「{around}」 is {left.kind.en}"
        )
    if left.kind is SERIAL_DAY:
        day = date_of_serial(words).isoformat()
        return Bilingual(
            f"「{quoted}」は{left.kind.ja}（{day}）と思われます", f"「{quoted}」 seems to be {left.kind.en}: {day}"
        )
    return Bilingual(f"「{quoted}」は{left.kind.ja}です", f"「{quoted}」 is {left.kind.en}")


_BESIDE = 4
