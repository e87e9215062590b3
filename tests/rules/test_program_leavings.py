"""DX217: what programs leave in cells, in every column, and what people write that looks like it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

import dxlist
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.rules.checking import Reported

HEADER = ("分野", "項目", "担当課", "事業名", "事業概要", "指標（KPI）", "備考")
ROWS = (
    (
        "1 行政",
        "1(1) 手続の電子化",
        "総務部 総務課",
        "電子申請推進事業",
        "電子申請を進める。",
        "利用件数 100件",
        "継続",
    ),
    (
        "1 行政",
        "1(2) 窓口の改革",
        "総務部 市民課",
        "窓口改革推進事業",
        "書かない窓口を導入する。",
        "導入数 5か所",
        "継続",
    ),
    ("2 産業", "2(1) 観光", "商工部 観光課", "観光案内事業", "案内板を直す。", "案内板 8基", "新規"),
    ("2 産業", "2(2) 農業", "農林部 農政課", "農業支援事業", "農業を支える。", "支援数 9件", "継続"),
)


def found_in(rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER, delimiter: str = "\t") -> list[Reported]:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerows([header, *rows])
    document = dxlist.parse(stream.getvalue().encode(), stem="list")
    return list(check_lists([("list", document)], [all_rules()["DX217"]]).findings)


def with_cell(cell: int, text: str) -> list[Sequence[str]]:
    rows = [list(row) for row in ROWS]
    rows[1][cell - 1] = text
    return list(rows)


def marked(one: Reported) -> str:
    place = one.found.place
    return (place.text or "")[place.start : place.end]


LEFT = [
    # the cell, what is marked in it; of most nothing was said
    ("#REF!", "#REF!"),
    ("＃Ｎ／Ａ", "＃Ｎ／Ａ"),
    ("満足度#DIV/0!%", "#DIV/0!"),
    ("#SPILL!", "#SPILL!"),
    ("＃＃＃＃＃＃", "＃＃＃＃＃＃"),
    ("Err:502", "Err:502"),
    ("Jan-01", "Jan-01"),
    ("1-Jan-22", "1-Jan-22"),
    ("2022/1/1 0:00", "2022/1/1 0:00"),
    ("2021-12-31T15:00:00.000Z", "2021-12-31T15:00:00.000Z"),
    ("Sat Jan 01 2022 00:00:00 GMT+0900", "Sat Jan 01 2022"),
    ("1900/1/0", "1900/1/0"),
    ("0:00:00", "0:00:00"),
    ("１．２３Ｅ＋１１", "１．２３Ｅ＋１１"),
    ("NULL", "NULL"),
    ("[object Object]", "[object Object]"),
    ("undefined件", "undefined"),
    ("=VLOOKUP(A2,表!A:B,2)", "=VLOOKUP(A2,表!A:B,2)"),
    ("手続&nbsp;電子", "&nbsp;"),
    ("手続&#x3000;電子", "&#x3000;"),
    ("手続&amp;nbsp;電子", "&amp;nbsp;"),
    ("手続&hearts;電子", "&hearts;"),
    ("手続<BR>電子", "<BR>"),
    ('<span style="color:red">手続</span>', '<span style="color:red">'),
    ("<!-- 手続 -->", "<!-- 手続 -->"),
    ("手続_x000D_電子", "_x000D_"),
    (r"手続\n電子", r"\n"),
    (r"手続\r\n電子", r"\r\n"),
    ("手続(cid:12)電子", "(cid:12)"),
    ("{{事業名}}を進める", "{{事業名}}"),
    ("縺ｾ縺｡縺･縺上ｊ", "縺ｾ縺｡縺･縺上ｊ"),
    ("手続\ufffd電子", "\ufffd"),
    ("要介護1?5の人", "?"),
    ("手続〓電子", "〓"),
    ("取組とりくみの推進", "とりくみ"),
    ("取組みとりくみを進める", "とりくみ"),
    ("福島県磐梯ばんだい町", "ばんだい"),
    ("取とり組くみの推進", "取とり組くみ"),
    ("デデジジタタルル化化の推進", "デデジジタタルル化化"),
]


@pytest.mark.parametrize(("text", "words"), LEFT)
def test_what_a_program_left_is_found_in_every_column(text: str, words: str) -> None:
    for cell in (2, 3, 4, 6, 7):
        (one,) = found_in(with_cell(cell, text))
        assert (one.found.place.line, one.found.place.cell, marked(one)) == (3, cell, words)
        assert one.severity == "warning"


MEANT = [
    "R&D", "A&B", "AT&T;", "＜仮称＞", "＜Ａ＞コース", "<B>と<C>", "3<5", "＃1", "#2", "1月1日に開始する", "2025/4/1 0:00から受け付ける",
    "C:\\new\\table", "https://example.jp/?id=1&x=2", "何ができるか?", "支援とは？", "5E-3型", "None of them", "Nullarbor", "AABBCC",
    "三三五五", "いろいろ", "人々", "パパママ教室", "ささやか", "取組（とりくみ）", "学校あるいは家庭", "町のまちづくり", "県民みんな", "今日きょうと",
    "一人ひとりに", "使用しようとする", "都市として", "子供とともに", "実施により", "関係機関とし、", "ｱﾊﾟｰﾄの整備", "café", "±3℃", "44,651人", "〇〇課",
]  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert [marked(one) for cell in (2, 4, 6) for one in found_in(with_cell(cell, text))] == []


DAYS = [
    # column, text, whether it is said
    (2, "1月1日", True), (4, "3月2日", True), (2, "2001/1/1", True), (6, "4月1日", False), (5, "10月1日", False), (7, "4月1日", False),
    (6, "44651", True), (2, "44651", True), (7, "44651", False),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "text", "is_said"), DAYS)
def test_a_day_is_no_name(cell: int, text: str, is_said: bool) -> None:
    """A day may be meant as a target, and a number as a number where the column has numbers."""
    assert bool(found_in(with_cell(cell, text))) == is_said


def test_amounts_are_no_days() -> None:
    """Amounts of a budget between 40,000 and 50,000 were called days."""
    amounts = [f"{41000 + 1111 * n}" for n in range(8)]
    header = ("款", "項", "事業名", "予算額", "担当課")
    assert (
        found_in([("総務費", "管理費", f"第{n}の事業", amount, "総務課") for n, amount in enumerate(amounts)], header)
        == []
    )
    rows = [(f"第{n}の事業", "総務課", f"第{n}を行う。", f"{31000 + 2111 * n}") for n in range(8)]
    assert found_in(rows, ("事業名", "担当課", "事業概要", "目標")) == []


def test_a_serial_day_says_which() -> None:
    (one,) = found_in(with_cell(6, "44651"))
    assert "2022-03-31" in one.found.message.ja


@pytest.mark.parametrize("texts", [("第一?第四係", "第二?第三係"), ("1?5", "総務?人事")])
def test_a_question_mark_for_a_lost_letter(texts: tuple[str, str]) -> None:
    rows = [(*ROWS[0][:4], texts[0], *ROWS[0][5:]), (*ROWS[1][:4], texts[1], *ROWS[1][5:]), *ROWS[2:]]
    assert [marked(one) for one in found_in(rows)] == ["?", "?"]
    assert found_in([(*ROWS[0][:4], "課題?対策を探る", *ROWS[0][5:]), *ROWS[1:]]) == []


def test_many_of_a_column_are_said_once() -> None:
    rows = [
        ("1 行政", f"1({n}) 項目", "総務課", f"第{n}の事業", f"第{n}を<br>行う。", f"{n}0件", "") for n in range(1, 9)
    ]
    (one,) = found_in(rows)
    assert [related.line for related in one.found.related] == list(range(3, 10))
    assert "ほか7か所" in one.found.message.ja


def test_headers_are_cells() -> None:
    header = ("分野", "項目", "担当課", "事業名", "事業<br>概要", "指標（KPI）", "備考")
    assert [(one.found.place.line, marked(one)) for one in found_in(ROWS, header)] == [(1, "<br>")]


def test_commas_part_the_cells_alike() -> None:
    assert [marked(one) for one in found_in(with_cell(5, "手続&nbsp;電子"), delimiter=",")] == ["&nbsp;"]
