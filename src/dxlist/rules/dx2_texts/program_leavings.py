"""DX217: what a program left in a cell in place of its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.columns import COLUMNS
from dxlist.model.finding import Found
from dxlist.rules.places import cell_texts, leftover_place, own_sources, raw_place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.widths import narrow
from dxlist.words.leavings import (
    CHANGED_TO_DATE,
    SERIAL_DAY,
    TRUTH_VALUE,
    Leaving,
    find_leavings,
    is_month_and_day,
    is_serial_day,
)
from dxlist.words.marks import is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Place
    from dxlist.rules.listed import Listed


@rule(
    "DX217",
    "left-by-a-program",
    "info",
    Bilingual("プログラムがセルに残したもの", "what a program left in the cell"),
    official=("L2-01", "L2-06"),
)
def left_by_a_program(listed: Listed) -> Iterator[Found]:
    """A cell holds what a program left there: an error value, a code that became a date, markup, the number of a glyph.

    What was meant is lost (#REF!, ########), or was changed on the way: a spreadsheet makes 1月1日 or Jan-01 of 1-1 and
    44651 of a date, an export writes &nbsp;, <br> or _x000D_, and text copied out of a PDF has (cid:12).  dxlist takes no
    number and no unit from it.  Enter the value again; columns of codes as text.

    日本語:
        セルに、プログラムが残したもの（エラー値、日付に変わった番号、HTMLの記号、PDFの字形番号など）があります。

        元の値は失われているか（#REF!、########）、途中で変わっています。表計算ソフトは「1-1」を「1月1日」や「Jan-01」に、日付を
        「44651」に変え、書き出しは「&nbsp;」「<br>」「_x000D_」を残し、PDFからの写しには「(cid:12)」が入ります。dxlist はそこから
        数値も単位も読みません。番号の列を文字列にして、元の値を入れ直してください。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|#REF!

    Bad:
        1 行政の効率化|1月1日|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|申請を&nbsp;電子化する。<br>窓口も続ける。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|1月1日に始め、R&Dを＃1の取組とする。|100件を目標とする。
    """
    for cell in _cells(listed):
        seen = set[Bilingual]()
        for left in _leavings(cell):
            if left.kind not in seen:
                seen.add(left.kind)
                yield _found(cell, left)


class _LeavingCell(NamedTuple):
    column: str
    """Logical column or role and header, "" for a cell that belongs to no column."""
    text: str
    place: Place


def _cells(listed: Listed) -> Iterator[_LeavingCell]:
    """Yield every cell of the rows once, and the cells that belong to no column."""
    rows = {row.line: row for row in listed.document}
    for row in listed.document:
        known = set[int]()
        for column, source in own_sources(row):
            for number, text in zip(source.cells, cell_texts(source), strict=False):
                if number not in known and (_MAY_HOLD.search(text) or is_left_by_program(text)):
                    known.add(number)
                    yield _LeavingCell(column, text, raw_place(row, column, text))
    for leftover in listed.document.leftovers:
        yield _LeavingCell("", leftover.text, leftover_place(leftover, rows.get(leftover.line)))


_MAY_HOLD = re.compile(r"[#＃&＆<＜_＿=＝:：+-]|[0-9０-９]|TRUE|FALSE|ＴＲＵＥ|ＦＡＬＳＥ")
"""Every cell is asked."""
_DATES = re.compile(
    r"(?:年月日|日付|[期時]日|期限|時期|年月|月日|日時|年度|[開終]始?日|(?:開始|終了|完了|更新|作成|公表|施行|予定|着手|最終)日?)"
    r"[)）]?$"
)
_CODES = re.compile(r"(?:番号|コード|No\.?|№|項番|ID)$")


def _leavings(cell: _LeavingCell) -> Iterator[Leaving]:
    plain = narrow(cell.text)
    own = cell.column in COLUMNS or cell.column.startswith("levels.")
    whole = Leaving(0, len(plain), CHANGED_TO_DATE)
    header = cell.column.partition(".")[2]
    if is_month_and_day(plain) and (own or _CODES.search(header)):
        yield whole
    elif is_serial_day(plain) and (own or _DATES.search(header)):
        yield whole._replace(kind=SERIAL_DAY)
    else:
        is_marked = cell.column.startswith("extra.")  # a column of check marks may hold TRUE
        yield from (left for left in find_leavings(plain) if not (is_marked and left.kind is TRUTH_VALUE))


def _found(cell: _LeavingCell, left: Leaving) -> Found:
    words = cell.text[left.start : left.end]
    start = (cell.place.start or 0) + left.start
    place = cell.place._replace(start=start, end=start + len(words))
    message = Bilingual(
        f"「{words}」は{left.kind.ja}です。元の値を確かめて入れ直してください。",
        f"「{words}」 is {left.kind.en}; enter the value that was meant.",
    )
    return Found(place, message)
