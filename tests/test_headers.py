"""Headers of other lists: spellings, orders, two rows, unknown words named by what stands below them."""

import pytest

import dxlist
from dxlist.model.stages import PhysicalRow
from dxlist.tables.headers import read_header
from tests.lists import SHIPPED

HEADERS = [
    # cells, column by column
    (["分野", "項目", "担当課", "事業名又は取組名", "事業概要又は取組内容", "指標（KPI）又は目標"], "field item departments project_name overview kpi_text"),
    (["事 業 名", "担 当 課", "概　要", "指　標"], "project_name departments overview kpi_text"),
    (["基本方針", "施策", "所管部署", "取組名称", "取組内容", "成果指標"], "field item departments project_name overview kpi_text"),
    (["柱", "施策名", "担当課", "事業名", "事業内容", "目標値"], "field item departments project_name overview kpi_text"),
    (["No.", "施策", "項目", "事業名", "部局・課名", "内容", "数値目標", "備考"], "extra.No. field item project_name departments overview kpi_text extra.備考"),
    (["番号", "目標", "取組の方向性", "取組", "取組内容", "指標・目標値", "所管"], "extra.番号 field item project_name overview kpi_text departments"),
    (["大項目", "具体的施策", "担当局", "担当課", "事務事業名", "事業の概要", "KPI（重要業績評価指標）", "予算額（千円）"],
     "field item departments.担当局 departments project_name overview kpi_text extra.予算額（千円）"),
    (["分野", "項目", "所管", "施策名", "施策の内容", "目標値"], "field item departments project_name overview kpi_text"),
    (["事前に備えるべき目標", "起きてはならない最悪の事態", "推進方針", "主な内容", "担当課", "重要業績指標"],
     "field item project_name overview departments kpi_text"),
    (["プロジェクト", "No.", "事業名", "事業内容", "実施主体", "数値目標"], "field extra.No. project_name overview departments kpi_text"),
    (["款", "課名", "取り組み", "取組内容及びスケジュール", "目標"], "field departments project_name overview kpi_text"),
    (["項目番号", "項目名", "分野", "担当部局", "取組事項", "具体的な取組内容", "令和6年度の目標"],
     "extra.項目番号 item field departments project_name overview kpi_text"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "columns"), HEADERS, ids=[" ".join(cells) for cells, _ in HEADERS])
def test_columns_of_a_header(cells: list[str], columns: str) -> None:
    header = read_header([PhysicalRow(1, 1, tuple(cells))])
    assert header is not None
    assert [cell.column for cell in header.cells] == columns.split()


TWO_ROWS = [
    [
        ["", "", "", "事業名又は取組名", "事業概要又は取組内容", "指標（KPI）又は目標"],
        ["分野", "項目", "担当課", "", "", ""],
    ],
    [["政策", "施策", "部局", "事業", "概要", "数値"], ["分野", "", "・課名", "(取組)名", "", "目標"]],
]


def test_a_title_is_no_line_of_the_header() -> None:
    title, header = (
        ("白金市総合教育大綱　具体的施策", "", "", "", ""),
        ("目標", "施策", "具体的な取組", "担当課", "指標"),
    )
    assert read_header([PhysicalRow(1, 1, title), PhysicalRow(2, 2, header)]) is None


def test_parts_of_a_further_column_are_the_second_line_of_a_header() -> None:
    above, below = ("課名", "事業名", "事業概要", "財源内訳", "", ""), ("", "", "", "国庫支出金", "町債", "一般財源")
    header = read_header([PhysicalRow(1, 1, above), PhysicalRow(2, 2, below)])
    assert header is not None
    assert header.rows == 2


@pytest.mark.parametrize("rows", TWO_ROWS)
def test_header_over_two_rows(rows: list[list[str]]) -> None:
    header = read_header([PhysicalRow(i, i, tuple(cells)) for i, cells in enumerate(rows, 1)])
    assert header is not None
    assert header.rows == 2
    assert [cell.column for cell in header.cells] == [
        "field",
        "item",
        "departments",
        "project_name",
        "overview",
        "kpi_text",
    ]


NO_HEADERS = [
    ["1 防災", "1(1) 備え", "総務部 危機管理課", "防災事業", "資料を整える。", "10件"],
    ["⼩計", "3事業"],
    ["", "", "事業の概要を説明する。", "", "", ""],
    ["令和4年度関連事業・取組一覧"],
]


@pytest.mark.parametrize("cells", NO_HEADERS, ids=[cells[0] or "prose" for cells in NO_HEADERS])
def test_rows_that_are_no_header(cells: list[str]) -> None:
    assert read_header([PhysicalRow(1, 1, tuple(cells))]) is None


def test_unknown_headers_are_named_by_their_cells_and_said_to_be() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    changed = (
        text.replace("担当課", "汗をかく人")
        .replace("指標（KPI）又は目標", "めざす数")
        .replace("指標(KPI)又は目標", "めざす数")
    )
    document, usual = dxlist.parse(changed.encode()), dxlist.parse(text.encode())
    assert [i.departments for i in document] == [i.departments for i in usual]
    found = [a.kpi_text or a.extra.get("めざす数") for a in document]
    assert (
        sum(a == b.kpi_text for a, b in zip(found, usual, strict=True)) >= 126
    )  # lines 69-71: a header that stands askew
    guessed = {cell.text for page in document.document.pages for cell in page.header if cell.guessed}
    assert guessed == {"汗をかく人", "めざす数"}


@pytest.mark.xfail(
    reason="a page whose cells are sentences tells no indicator, and the next one may: one list, two columns"
)
def test_an_unknown_header_is_one_column_on_all_pages() -> None:
    text = (
        SHIPPED.read_text(encoding="utf-8")
        .replace("指標（KPI）又は目標", "めざす数")
        .replace("指標(KPI)又は目標", "めざす数")
    )
    pages = dxlist.parse(text.encode()).document.pages
    assert len({cell.column for page in pages for cell in page.header if cell.text == "めざす数"}) == 1


KANA = pytest.mark.xfail(reason="a code of kana and digits is not known for one in a row that has slid")


@pytest.mark.parametrize(
    "codes",
    [("A-1", "A-2", "B-10"), ("101", "102", "2001"), pytest.param(("ア－１", "ア－２", "イ－１０"), marks=KANA)],
)
def test_codes_right_before_the_projects_are_no_codes_of_items(codes: tuple[str, ...]) -> None:
    """The last row has slid to the left margin, and its first cell is a code of the project and no other thing."""
    first, second, slid = codes
    text = (
        "分野\t項目\t担当課\t事業コード\t事業名\t事業概要\t指標（KPI）\n"
        f"1 行政\t1(1) 手続\t総務部 情報政策課\t{first}\t電子申請推進事業\t電子申請を進める。\t100件とする。\n"
        f"\t\t企画部 統計課\t{second}\t統計データ公開事業\t統計データを公開する。\t50件とする。\n"
        f"{slid}\t統計データ公表事業\t統計データを公表する。\t\t\t\t50件とする。\n"
    )
    rows = list(dxlist.parse(text.encode()))
    assert [row.extra for row in rows] == [{"事業コード": code} for code in codes]
    assert [row.item_codes for row in rows] == [["1(1)"]] * 3
    assert [row.project_name for row in rows] == ["電子申請推進事業", "統計データ公開事業", "統計データ公表事業"]


def test_codes_may_be_the_last_column() -> None:
    text = "担当課\t事業名\t事業概要\t指標（KPI）\t整理コード\n総務課\t研修事業\t研修を行う。\t5回とする。\tA-1\n"
    (row,) = dxlist.parse(text.encode())
    assert row.extra == {"整理コード": "A-1"}
