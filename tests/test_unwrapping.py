"""Line ends of the print and blanks of the author, told apart by the evidence of their page."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxlist.tables.cleaning import without
from dxlist.tables.printed_lines import NEVER, LineJoint, lay_out
from dxlist.tables.word_breaks import is_between_indicators
from dxlist.tables.wrapping import line_ends, page_wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_LINE_BEGINS_WITH = "、。，）」％ー"
PROSE = [
    "公民館の予約を受け付ける仕組みを改め、窓口に来なくても手続が終わるようにする。",
    "観光・交通・防災の担当者が同じ地図を使い、道路の状況をその場で共有できるようにする。",
    "農業者・漁業者のうち希望する方に、気象の予報と市場の価格を毎朝届ける取組を続ける。",
    "小学校の図書室にある本を一つの目録にまとめ、どの学校からでも取り寄せられるようにする。",
    "古い水道管の場所と材質を調べ、取り替える順番を決めて五か年の計画にまとめる。",
    "子育て中の方が夜でも相談できるよう、保健師・栄養士が交代で電話と文字の相談に応じる。",
    "空き家の持ち主に使い道の希望を聞き、移り住みたい方との間を市の職員が取り持つ。",
]
"""No blank in them is the author's."""


def printed(text: str, width: int, joint: str) -> str:
    """Break a text as a printer does: no closing mark at the head of a line, and any letter otherwise."""
    lines, start = list[str](), 0
    while len(text) - start > width:
        end = start + width
        while text[end] in NO_LINE_BEGINS_WITH:
            end -= 1
        lines.append(text[start:end])
        start = end
    return joint.join([*lines, text[start:]])


def mended(cells: Sequence[str], column: str = "overview") -> list[str]:
    """Return the cells of a page of one column without their line ends."""
    page = page_wrapping({column: cells})
    return [without(cell, line_ends(cell, column, page)[0]) for cell in cells]


@pytest.mark.parametrize("joint", [" ", "\u3000", "\n"])
@pytest.mark.parametrize("width", range(9, 27))
def test_a_wrapped_page_comes_back_to_the_letter(width: int, joint: str) -> None:
    assert mended([printed(text, width, joint) for text in PROSE]) == PROSE


WANTED = [
    ("two indicators", "参加者数：120人 満足度：85％ 講座数：6回"),
    ("a unit in brackets", "ごみの量（ｇ）：702 再生利用率（％）：14.8 残りの年数（年）：9"),
    ("a blank behind the colon", "乗客（千人）： 3,310 停留所（か所）： 48"),
    ("a value that says nothing", "相談件数：0 訪問件数：0 電話件数：12"),
    ("a label that begins with a figure", "検診率（％）：61.5 65歳以上の参加者（人）：340"),
    ("a label of two words", "水質　基準を満たす地点：18か所 調査の回数：4回"),
    ("a half-width colon", "登録者:310人 投稿:45件"),
    ("a year before the value", "利用者 R5 3,200人 R6 3,500人"),
    ("sentences of their own", "窓口を改める。 また、夜間も開く。"),
    ("bullets", "・受付の見直し ・案内の多言語化 ・待ち時間の表示"),
    ("numbers", "①申請を受け付ける。 ②審査を行う。 ③結果を知らせる。"),
]


@pytest.mark.parametrize(("name", "text"), WANTED, ids=[row[0] for row in WANTED])
@pytest.mark.parametrize("width", [14, 17, 21, 25])
def test_a_wanted_blank_stays_on_a_wrapped_page(name: str, text: str, width: int) -> None:
    """Where its line has room; a line end right at it is the one case that no page can tell."""
    cells = [*(printed(prose, width, " ") for prose in PROSE), text]
    assert mended(cells)[-1] == text, name


@pytest.mark.parametrize(("name", "text"), WANTED, ids=[row[0] for row in WANTED])
@pytest.mark.parametrize("others", range(1, 12, 2))
def test_nothing_is_eaten_where_no_cell_is_wrapped(name: str, text: str, others: int) -> None:
    """As an export of a data base: each text on one line, as long as it is, blanks where the author has them."""
    long = [f"{first}{second}" for first, second in pairwise(PROSE)]
    cells = [text, *(texts for _, texts in WANTED[:others]), *long]
    assert mended(cells, "indicators.指標") == cells, name


LINES_OF_AUTHORS = [
    "住民票の写し交付申請書\n印鑑登録証明書交付申請書\n委任状",
    "ア　窓口の案内\nイ　申請の受付\nウ　手数料の徴収",
    "参加者の数\n満足した方の割合",
    "0200\n2900",
    "01\n09\n12",
    "広報紙の発行 年12回\n点字版の発行 年4回",
    "高齢者福祉計画策定委員会の開催\n介護保険運営協議会の開催",
    "道路の補修\n橋の点検\n街路樹の剪定",
]


def test_line_breaks_that_an_author_typed_into_a_workbook_stay() -> None:
    assert mended(LINES_OF_AUTHORS) == LINES_OF_AUTHORS


@pytest.mark.parametrize("seed", range(10))
def test_blanks_beside_line_breaks_of_the_print_are_the_authors(seed: int) -> None:
    """A printer leaves one kind of line end; where that is the line break, a blank is a blank."""
    chosen = random.Random(seed)
    texts = [text.replace("、", "、 ", 1) if chosen.random() < 0.5 else text for text in PROSE]
    width = chosen.randint(12, 22)
    cells = [printed(text, width, "\n") for text in texts]
    assert mended(cells) == [re.sub(" ?\n ?", "", cell) for cell in cells]


MARKS = [
    ("a middle dot at the head of a full line", ["商店街で使える電子の地域通貨と観光", "・交通・防災の情報をまとめて届ける仕組みを作"], "観光・交通"),
    ("an enumerator in a sentence", ["次の三つ、すなわち①手続の整理、", "②様式の統一、③書式の公開を順に進めていくこと"], "、②様式"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "whole"), MARKS, ids=[row[0] for row in MARKS])
@pytest.mark.parametrize("joint", [" ", "\u3000", "\n"])
def test_a_mark_of_the_sentence_at_the_head_of_a_line_is_glued(
    name: str, lines: list[str], whole: str, joint: str
) -> None:
    width = max(map(len, lines)) - 4 if "dot" in name else len(lines[0])
    cells = [joint.join([lines[0], printed(lines[1], width, joint)]), *(printed(text, width, joint) for text in PROSE)]
    assert whole in mended(cells)[0]


@pytest.mark.parametrize("joint", [" ", "\u3000", "\n"])
def test_a_bullet_at_the_head_of_a_line_stays_where_the_line_before_it_is_full(joint: str) -> None:
    cell = joint.join(
        ["・窓口の受付を夜九時まで延ばすこと", "・案内板を四つの言葉に改めること", "・駐車場の空きを示すこと"]
    )
    cells = [cell, *(printed(text, 17, joint) for text in PROSE)]
    assert mended(cells)[0] == cell


def test_a_wanted_blank_does_not_begin_a_line() -> None:
    """Lines 53, 130 and 150 of fukushima_r04: the line goes on behind the blank, and ends where it is full."""
    cells = [printed(text, 20, " ") for text in PROSE]
    cell = "①受付を電子にする。 ②審査の進み具合をいつ でも確かめられるようにする。"
    assert mended([cell, *cells])[0] == "①受付を電子にする。 ②審査の進み具合をいつでも確かめられるようにする。"


@pytest.mark.parametrize(
    ("text", "at", "between"),
    [
        ("参加者：505 人 満足度：95.5", 7, False),
        ("参加者：505 人 満足度：95.5", 9, True),
        ("満足度：96. 8 参加者：12", 7, False),
        ("満足度：96. 8 参加者：12", 9, True),
        ("受給者：5 65歳以上の方：7", 5, True),
        ("相談：2 0 訪問：9", 4, False),
        ("利用件数：4498千円 計画数：3", 11, True),
        ("目標：年度 末まで：3", 5, False),
    ],
)
def test_a_value_and_the_next_label_are_told_from_a_value_and_its_unit(text: str, at: int, *, between: bool) -> None:
    assert is_between_indicators(text, at, at + 1) is between


def brute_force(widths: list[float], joints: list[LineJoint], ends: list[float], column: float) -> float:
    """The best of all ways to lay out a cell, one by one."""
    best = NEVER
    for way in range(3 ** len(joints)):
        score, line, fits = 0.0, widths[0], True
        for at, joint in enumerate(joints):
            kind = way // 3**at % 3
            score += (joint.new_line, joint.inline, ends[at] - abs(column - line))[kind]
            line = widths[at + 1] if kind != 1 else line + 0.5 + widths[at + 1]
            fits = fits and (kind != 1 or line <= column + 1.0)
        best = max(best, score) if fits else best
    return best


def test_a_cell_of_thousands_of_blanks_is_laid_out_in_one_pass() -> None:
    looked_at = list[int]()

    def line_end(at: int, _: float) -> float:
        looked_at.append(at)
        return 0.0

    for count in (500, 1000):
        lay_out([1.0] * (count + 1), [LineJoint(-1.0)] * count, line_end, 10_000.0)
    assert len(looked_at) <= 1500 * 41
    fixed = lay_out([1.0] * 101, [LineJoint(NEVER, 0.0, fixed=True)] * 100, line_end, 5.0)
    assert (fixed.score, set(fixed.with_end)) == (0.0, {NEVER})


@given(st.data())
def test_the_best_layout_is_the_best_of_all(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 5))
    score = st.integers(-6, 4).map(float)
    widths = data.draw(st.lists(st.integers(1, 9).map(float), min_size=count + 1, max_size=count + 1))
    joints = [LineJoint(data.draw(score), data.draw(score)) for _ in range(count)]
    ends = data.draw(st.lists(score, min_size=count, max_size=count))
    column = max(widths)
    found = lay_out(widths, joints, lambda at, line: ends[at] - abs(column - line), column)
    assert found.score == brute_force(widths, joints, ends, column)
    assert all(max(pair) == found.score for pair in zip(found.with_end, found.without, strict=True))
