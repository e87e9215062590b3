"""Rows that a page end cut: their rest joins them where it is one, with both lines in the sources; nothing else does."""

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.report.trail import trail_of
from tests.test_laws import assert_conservation, assert_provenance, assert_sources_in_file, rows_of

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）"
FIRST = "1 防災\t1(1) 備え\t総務部 危機管理課\t防災倉庫整備事業\t防災倉庫を整え、食料を備える。\t倉庫を10か所とする。"
LAST = "2 福祉\t2(1) 見守り\t福祉部 高齢課\t見守り推進事業\t高齢者の家を訪ね、暮らしを支える。\t訪問を300世帯とする。"
NAME = "\t1(2) 訓練\t消防本部 予防課\t避難訓練事業"


def read(*lines: str) -> Document:
    data = ("\n".join(lines) + "\n").encode()
    document = dxlist.parse(data, stem="ours")
    cells, last = rows_of(data)
    assert_conservation(document, cells, last)
    assert_sources_in_file(document, cells)
    return document


CUT = {
    # overview and target above the page end, and below it
    "both go on": (("訓練を", "参加者について、"), ("行い、課題を整理する。", "500人とする。")),
    "one goes on": (("訓練を行い、課題を整理する。", "参加者について、"), ("", "500人とする。")),
    "the text alone": (("住民が集まる訓練の", "500人"), ("場を設け、課題を整理する。", "")),
    "within a word": (("訓練を行い、課題を整", "500人"), ("理し、次に生かす。", "")),
    "behind an open bracket": (("訓練（図上訓練・", "500人"), ("実動訓練）を行い、整理する。", "")),
    "before a number": (("訓練の回数を年", "参加者数を"), ("2回に増やす。", "500人に増やす。")),
    "behind a full stop within": (("訓練を行う。課題を", "500人"), ("整理する。", "")),
    "with blanks at its edges": (("訓練を ", "500人"), (" 行い、課題を整理する。", "")),
    "before a second sentence": (("訓練を行い、", "500人"), ("課題を整理する。次に生かす。", "")),
    "behind and": (("訓練の実施及び", "500人"), ("課題の整理", "")),
}


@pytest.mark.parametrize(
    "between", [("", HEADER), ("",), (HEADER,), ("- 1 -", "", HEADER)], ids=["header", "blank", "at once", "number"]
)
@pytest.mark.parametrize("name", CUT)
def test_the_rest_of_a_row_joins_it(name: str, between: tuple[str, ...]) -> None:
    above, below = CUT[name]
    rest = "\t\t\t\t" + "\t".join(below)
    document = read(HEADER, FIRST, "\t".join([NAME, *above]), *between, rest, LAST)
    assert [row.line for row in document] == [2, 3, 5 + len(between)]
    row = document.initiatives[1]
    assert row.overview == above[0].strip() + below[0].strip()
    assert row.kpi_text == above[1].strip() + below[1].strip()
    assert row.confidence >= 0.7
    column = "overview" if below[0] else "kpi_text"
    source = row.sources[column]
    assert source is not None
    assert [(part.line, part.cells) for part in source.more] == [(4 + len(between), [5 if below[0] else 6])]
    assert_provenance(row)


OTHERS = {
    "a second indicator": (("訓練を行う。", "参加者 500人"), ("", "回数 3回")),
    "a text that was finished": (("訓練を行う。", "500人とする。"), ("課題を整理する。", "")),
    "a point of its own": (("訓練を行い、", "500人"), ("・課題を整理する。", "")),
    "a numbered point": (("訓練を行い、", "500人"), ("② 課題を整理する。", "")),
    "a text where none was": (("", "参加者について、"), ("課題を整理する。", "500人とする。")),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_row_of_its_own_is_no_rest(name: str) -> None:
    above, below = OTHERS[name]
    document = read(HEADER, FIRST, "\t".join([NAME, *above]), "", HEADER, "\t\t\t\t" + "\t".join(below), LAST)
    assert [row.line for row in document] == [2, 3, 6, 7]


def test_a_row_with_a_project_of_its_own_is_no_rest() -> None:
    document = read(
        HEADER, FIRST, f"{NAME}\t訓練を\t500人", "", HEADER, "\t\t\t防災無線事業\t無線を整える。\t5局", LAST
    )
    assert [row.project_name for row in document][1:3] == ["避難訓練事業", "防災無線事業"]


def test_a_row_over_three_pages() -> None:
    document = read(
        HEADER, f"1 防災{NAME}\t訓練を\t500人", "", HEADER, "\t\t\t\t行い、\t", "", HEADER, "\t\t\t\t整理する。\t", LAST
    )
    first, last = document
    assert (first.line, first.overview) == (2, "訓練を行い、整理する。")
    assert last.project_name == "見守り推進事業"
    source = first.sources["overview"]
    assert source is not None
    assert [part.line for part in source.more] == [5, 8]


def test_both_lines_explain_the_row() -> None:
    document = read(HEADER, f"1 防災{NAME}\t訓練を\t500人", "", HEADER, "\t\t\t\t行い、整理する。\t", LAST)
    first, second = (trail_of(document, line) for line in (2, 5))
    assert [block.title.en for block in first] == [block.title.en for block in second]


def test_a_new_list_does_not_go_on_with_the_one_before() -> None:
    lines = (HEADER, f"1 防災{NAME}\t訓練を\t500人", "", "乙市の事業一覧", HEADER, "\t\t\t\t整理する。\t", LAST)
    document = read("甲市の事業一覧", *lines)
    assert [row.line for row in document] == [3, 7, 8]
