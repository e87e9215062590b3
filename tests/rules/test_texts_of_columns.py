"""DX2xx over the columns of a list: what a column's name, the cell beside it or the row below tells of a text."""

import csv
import io

import pytest

import dxlist
from tests.rules.written_lists import found_in

HEADER = ["分野", "事業名", "担当課", "目的", "課題", "事業概要", "指標"]
FIRST = [
    "行政",
    "電子申請事業",
    "情報課",
    "窓口の利用を広げる。",
    "利用が少ない。",
    "電子申請システムを運用する。",
    "利用件数 100件",
]


def row(**texts: str) -> list[str]:
    return [texts.get(header, cell) for header, cell in zip(HEADER, FIRST, strict=True)]


CASES = [
    # 上記の目的 where the list has that column is nothing; 上記 behind sentences of the row is an info.
    ([row(事業概要="上記の目的を達成するため、窓口を増やす。")], []),
    ([row(事業概要="上記課題の解決に向けて、窓口を増やす。")], []),
    ([row(事業概要="上記目的のためのシステムの運用")], []),
    ([row(事業概要="上記「事業の目的」に掲げるとおり")], []),
    ([row(指標="左記の事業の利用件数 100件")], [("DX212", "info", 7, "左記")]),
    ([row(指標="上記システムの利用件数 100件")], [("DX212", "info", 7, "上記")]),
    ([row(指標="左記改修の件数 3件")], [("DX212", "warning", 7, "左記")]),
    # Further columns are read too, but not for what points.
    ([row(目的="上記のとおりとする。")], []),
    ([row(目的="窓口のの利用を広げる。")], [("DX204", "warning", 4, "のの")]),
    ([row(課題="システムヘの接続が遅い。")], [("DX207", "warning", 5, "ヘ")]),
    ([row(課題="窓口（本庁の待ち時間が長い。")], [("DX213", "warning", 5, "（")]),
    ([row(課題="1CTの活用が遅れている。")], [("DX201", "warning", 5, "1CT")]),
    ([row(目的="周知を図るともに、利用を広げる。")], [("DX211", "warning", 4, "ともに")]),
    ([row(目的="システムをの更新を進める。")], [("DX203", "warning", 4, "をの")]),
    ([row(目的="令和③年度までに広げる。")], [("DX202", "warning", 4, "令和③年度")]),
    # A bracket that a later cell of the row closes, or the same column of the row below.
    ([row(課題="次の課題（窓口の待ち時間、", 事業概要="電子申請）に取り組む。")], []),
    ([row(事業概要="申請（窓口での受付"), row(事業名="電子納付事業", 事業概要="電子納付）を進める。")], []),
    ([row(課題="電子申請）に取り組む。", 事業概要="次の課題（窓口の待ち時間")], [("DX213", "warning", 5, "）"), ("DX213", "warning", 6, "（")]),
    # A short text that ends in を is a call where the other texts of its column are no sentences.
    ([row(事業概要="もっと緑を"), *(row(事業名=f"広報事業{n}", 事業概要=f"笑顔あふれるまちへ{n}") for n in "ABC")], [("DX215", "info", 6, "を")]),
    ([row(事業概要="窓口のシステムを"), row(事業名="広報事業", 事業概要="広報紙を配る。")], [("DX215", "warning", 6, "を")]),
]  # fmt: skip


@pytest.mark.parametrize("delimiter", ["\t", ","], ids=["tsv", "csv"])
@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_what_columns_tell(rows: list[list[str]], expected: list[tuple[str, str, int, str]], delimiter: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows([HEADER, FIRST, *rows, FIRST])
    found = found_in(dxlist.parse(stream.getvalue().encode(), stem="written"), "DX2")
    places = [(one.rule.code, one.severity, one.found.place) for one in found if one.rule.code != "DX209"]
    assert [
        (code, severity, place.cell, (place.text or "")[place.start : place.end]) for code, severity, place in places
    ] == expected
