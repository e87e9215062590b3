"""DX213: brackets without a partner, and which of them only number something."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.model.initiative import Truncated
from dxlist.projects.rows import grouped
from dxlist.rules.dx2_texts.printed_texts import further_sentences
from dxlist.rules.places import own_source, own_texts, repairs_of
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText

_PAIRS = {"）": "（", ")": "（", "」": "「", "｣": "「", "』": "『", "】": "【", "］": "［", "]": "［", "〕": "〔"}
_OPENING = {"（": "（", "(": "（", "「": "「", "｢": "「", "『": "『", "【": "【", "［": "［", "[": "［", "〔": "〔"}
_BRACKET = regex(f"[{re.escape(''.join((*_PAIRS, *_OPENING)))}]")
_FACE = regex(r"[:;：；][-‐o]?[)）]|[（(](?=[\^´｀;＾T_ー]{1,2}[^)）]{0,3}$)")
"""A face in signs: :-)."""


@rule("DX213", "bracket-without-partner", "warning", Bilingual("対にならない括弧", "bracket without a partner"))
def bracket_without_partner(listed: Listed) -> Iterator[Found]:
    """A bracket is opened and not closed, or closed and not opened.

    Where a name or remark ends is lost, and text may be lost with it; a program that reads what stands in brackets reads
    the rest of the cell.  The two widths of a bracket count as one, and a bracket that numbers something (1) …, ア）…) as
    none.

    日本語:
        開いたまま閉じていない括弧、又は開いていない閉じ括弧があります。

        名称や補足がどこで終わるか分からず、文字が失われている恐れもあります。括弧の中を読むプログラムは、欄の残りをすべて
        読んでしまいます。全角と半角は区別しません。番号の後の括弧（1)…、ア）…、ii)…）と、同じ行の後の欄又は次の行の同じ欄で閉じる
        括弧は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（オンライン窓口構築事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（オンライン窓口構築事業)|1)電子申請を進める。 2)窓口を減らす。|100件を目標とする。
    """
    alone = [
        _Alone(text, at, _OPENING.get(text.text[at]), _PAIRS.get(text.text[at]))
        for text in (*own_texts(listed), *further_sentences(listed))
        if not any(repairs_of(text.initiative, Truncated, text.column))
        for at in _without_partner(text.text)
    ]
    for one in _not_closed_elsewhere(alone):
        message = f"「{one.text.text[one.at]}」" + Bilingual("に対になる括弧がありません。", " has no partner.")
        yield Found(one.text.place(one.at, one.at + 1), message)


class _Alone(NamedTuple):
    """A bracket that has no partner in its text."""

    text: PrintedText
    at: int
    opens: str | None
    closes: str | None


def _not_closed_elsewhere(alone: Sequence[_Alone]) -> Iterator[_Alone]:
    """Yield the brackets that have no partner in a later cell of their row either, nor below it in the next row."""
    by_row = [list(row) for _, row in groupby(alone, key=lambda one: one.text.initiative.initiative_id)]
    rest = [_unpaired_of_row(row) for row in by_row]
    for above, below in pairwise(rest):
        closing = grouped(((one.closes, one.text.column), one) for one in reversed(below) if one.closes)
        gone = set[int]()
        for opened in above:
            waiting = closing.get((opened.opens, opened.text.column)) if opened.opens else None
            if waiting and _goes_on(opened, waiting[-1]):
                gone |= {id(opened), id(waiting.pop())}
        above[:], below[:] = ([one for one in row if id(one) not in gone] for row in (above, below))
    for row in rest:
        yield from row


def _goes_on(opened: _Alone, closed: _Alone) -> bool:
    """Return whether a text ends within a bracket and the same column of the next row goes on with it."""
    lines = (opened.text.initiative.line, closed.text.initiative.line)
    in_order = None not in lines and 0 < (lines[1] or 0) - (lines[0] or 0) <= _NEAR
    return in_order and opened.text.column == closed.text.column and opened.text.text[-1:] != "。"


_NEAR = 4
"""Lines between two rows: a page may end between them."""


def _unpaired_of_row(row: Sequence[_Alone]) -> list[_Alone]:
    """Return the brackets of a row that no bracket of another cell of it belongs to."""
    found, opened = set[int](), defaultdict[str | None, dict[str, list[int]]](dict)
    for number in sorted(range(len(row)), key=lambda number: _cell(row[number])):
        one, column = row[number], row[number].text.column
        waiting = opened[one.closes] if one.closes else {}
        if before := next((other for other in reversed(waiting) if other != column), None):
            found.remove(waiting[before].pop())
            if not waiting[before]:
                del waiting[before]
            continue
        found.add(number)
        if one.opens:
            opened[one.opens].setdefault(column, []).append(number)
    return [row[number] for number in sorted(found)]


def _cell(one: _Alone) -> int:
    source = own_source(one.text.initiative, one.text.column)
    return source.cells[0] if source else 0


def _without_partner(text: str) -> list[int]:
    """Return the positions of brackets without a partner, with those that number something as brackets or as none."""
    faces = {at for face in _FACE.finditer(text) for at in range(*face.span())}
    unpaired = list(_unpaired(text, faces))
    if not unpaired:
        return []
    numbering = _numbering(text)
    as_brackets = [at for at in unpaired if at not in numbering]
    return min(as_brackets, list(_unpaired(text, faces | numbering)), key=len)


def _unpaired(text: str, none: set[int]) -> Iterator[int]:
    """Yield the positions of brackets without a partner; at those of ``none`` there is no bracket."""
    opened, kinds = list[tuple[int, str]](), Counter[str]()
    for match in _BRACKET.finditer(text):
        bracket, at = match[0], match.start()
        if at in none:
            continue
        if bracket in _OPENING:
            opened.append((at, _OPENING[bracket]))
            kinds[_OPENING[bracket]] += 1
        elif kinds[_PAIRS[bracket]]:
            while (last := opened.pop())[1] != _PAIRS[bracket]:
                kinds[last[1]] -= 1
                yield last[0]
            kinds[last[1]] -= 1
        else:
            yield at
    yield from (at for at, _ in opened)


_NUMBER = regex(
    r"(?:(?P<label>(?:[注※＊*例問答表図]|参考|備考|補足|ex|Ex|EX)(?:[0-9０-９]{1,2})?)"
    r"|(?P<number>(?<![A-Za-z0-9０-９.．,，])(?:[0-9０-９]{1,2}[-.－．])?[0-9０-９]{1,2}|[①-⑳]|[Ⅰ-ⅻ]|(?<![A-Za-z])(?:[ivx]{1,4}|[IVX]{1,4}|[A-Za-zａ-ｚＡ-Ｚ])"
    r"|[ァ-ヶ]|[ぁ-ん]|[α-ω]|[甲乙丙丁]|[一二三四五六七八九十]{1,2}))[)）〕]"
)
"""What a closing bracket may number."""
_BOUNDARY = regex(r"[\s。｡、､，,．.・:：;；/／（(「【）)」】〕\]→⇒◎○●■□◆◇▼▽▲△★☆＋+～~\-－—]")
"""A mark before what numbers something."""
_ORDERS = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ",
    "イロハニホヘトチリヌルヲワカヨタレソ",
    "あいうえおかきくけこさしすせそたちつてと",
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ",
    "αβγδεζη",
    "甲乙丙丁",
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
)
_WORDS_IN_ORDER = (
    tuple(str(number) for number in range(1, 31)),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
)


def _numbering(text: str) -> set[int]:
    """Return the positions of closing brackets that number something: behind a mark, or in the order of others."""
    found = list(_NUMBER.finditer(text))
    steps = [_readings(narrow(match["number"])) if match["number"] else set() for match in found]
    seen = set[tuple[int, int]]().union(*steps)
    positions = set[int]()
    for match, step in zip(found, steps, strict=True):
        in_order = any((order, at - 1) in seen or (at == 0 and (order, 1) in seen) for order, at in step)
        begins = match.start() == 0 or _BOUNDARY.match(text, match.start() - 1)
        lone = begins and not _KANA_WORD.search(match[0])
        if lone or in_order:
            positions.add(match.end() - 1)
    return positions


_KANA_WORD = regex("[ぁ-ん]")
"""A single hiragana behind a mark numbers things only where another one goes before or behind."""


def _readings(number: str) -> set[tuple[int, int]]:
    """Return each order in which a number may stand, and its place there."""
    orders: tuple[Sequence[str], ...] = (*_ORDERS, *_WORDS_IN_ORDER)
    return {(which, order.index(number)) for which, order in enumerate(orders) if number in order and number}
