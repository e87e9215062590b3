"""Markdown: pipe tables are read, the text around them is kept, whatever way the page is written."""

import json
from pathlib import Path

import pytest

import dxlist
from dxlist.errors import NoTableError
from dxlist.model.document import Document
from dxlist.reading.markdown import lines_to_rows
from tests.cli.runs import call
from tests.lists import SHIPPED
from tests.reading.pipes import as_markdown
from tests.test_laws import assert_conservation, assert_provenance, assert_sources_in_file, rows_of

HEADER = "| 施策 | 担当課 | 事業名 | 事業概要 |"
DASHES = "|---|:--|:-:|--:|"
ROW = "| 窓口 | 市民課 | 書かない窓口事業 | 窓口を改める。 |"
MORE = "| 窓口 | 総務課 | 電子申請事業 | 電子申請を広げる。 |"
TABLE = [HEADER, DASHES, ROW, MORE]
MEETINGS = ["| 日付 | 会議 | 場所 |", "|---|---|---|", "| 4月1日 | 本部会議 | 本庁舎 |"]
NAMES = ["書かない窓口事業", "電子申請事業"]


def page(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def kinds(document: Document) -> dict[str, list[int]]:
    pages, info = document.document.pages, document.document
    return {
        "title": [line for page in pages for line in page.title_lines],
        "header": [line for page in pages for line in page.header_lines],
        "body": [line for page in pages for line in page.body_lines],
        "note": [line for page in pages for line in page.note_lines],
        "blank": info.blank_lines,
    }


PAGES: list[tuple[str, list[str], list[int], dict[str, list[int]]]] = [
    # name, lines, lines of the records, some of the kinds of lines
    ("case 21", TABLE, [3, 4], {"header": [1, 2], "body": [3, 4]}),
    ("blanks around", [f"  {line}  " for line in TABLE], [3, 4], {"header": [1, 2]}),
    ("bars at the ends left out", [line.strip("| ") for line in TABLE], [3, 4], {"header": [1, 2]}),
    ("heading", ["# DX関連事業一覧", "", *TABLE], [5, 6], {"title": [1], "blank": [2], "header": [3, 4]}),
    ("heading with its end", ["## DX関連事業一覧 ##", *TABLE], [4, 5], {"title": [1]}),
    ("caption in bold", ["**DX関連事業一覧**", "", *TABLE], [5, 6], {"title": [1]}),
    ("text before and behind", ["市の計画です。", "", *TABLE, "", "※ 予定です。"], [5, 6], {"note": [1, 8]}),
    ("text directly behind", [*TABLE, "※ 予定です。"], [3, 4], {"note": [5]}),
    ("a rule and a list", ["- 窓口", "- 申請", "", "---", "", *TABLE], [8, 9], {"note": [1, 2, 4]}),
    ("table of other things first", [*MEETINGS, "", *TABLE], [7, 8], {"note": [1, 2, 3], "header": [5, 6]}),
    ("table of other things behind", [*TABLE, "", *MEETINGS], [3, 4], {"note": [6, 7, 8], "header": [1, 2]}),
    (
        "headings of both",
        ["# 計画", "## 会議", *MEETINGS, "", "## 事業一覧", *TABLE],
        [10, 11],
        {"title": [1, 7], "note": [2, 3, 4, 5]},
    ),
    ("fenced code", ["```", *MEETINGS, "# 注", "```", *TABLE], [9, 10], {"note": [1, 2, 3, 4, 5, 6], "title": []}),
    ("fence of waves", ["~~~~md", *TABLE, "~~~", "~~~~~", "", *TABLE], [11, 12], {"header": [9, 10]}),
    ("one column", ["| 課 |", "|---|", "| 市民課 |", "", *TABLE], [7, 8], {"note": [1, 2, 3]}),
    ("two tables", [*TABLE, "", *TABLE], [3, 4, 8, 9], {"header": [1, 2, 6, 7]}),
    ("rows over a gap", [HEADER, DASHES, ROW, "", MORE], [3, 5], {"blank": [4]}),
    ("total", [*TABLE, "| 合計 | 2 |  |  |"], [3, 4], {"note": [5]}),
    ("row of dashes in the body", [*TABLE[:3], "| - | - | - | - |", MORE], [3, 4, 5], {"header": [1, 2]}),
]


@pytest.mark.parametrize(("name", "lines", "records", "expected"), PAGES, ids=[case[0] for case in PAGES])
def test_pages(name: str, lines: list[str], records: list[int], expected: dict[str, list[int]]) -> None:
    data = page(*lines)
    document = dxlist.parse(data)
    assert document.document.read_as == "markdown"
    assert [initiative.line for initiative in document] == records, name
    assert [i.project_name for i in document if i.project_name in NAMES][:2] == NAMES
    found = kinds(document)
    assert {kind: found[kind] for kind in expected} == expected
    cells, count = rows_of(data)
    assert_conservation(document, cells, count)
    assert_sources_in_file(document, cells)
    for initiative in document:
        assert_provenance(initiative)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "euc_jis_2004", "utf-16", "utf-16-le", "iso2022_jp"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_encodings_and_line_ends(codec: str, end: str) -> None:
    text = page("# DX関連事業一覧", "", *TABLE, *(MORE.replace("電子", f"第{n}電子") for n in range(9))).decode()
    document = dxlist.parse(text.replace("\n", end).encode(codec))
    assert document.document.read_as == "markdown"
    assert [initiative.project_name for initiative in document][:2] == NAMES
    assert document.document.line_ends == {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}[end]


CELLS = [
    # name, line, cells
    ("plain", "| a | b |", ("a", "b")),
    ("without bars at the ends", "a|b", ("a", "b")),
    ("blank cells", "| | b | |", ("", "b", "")),
    ("escaped bar", r"| a\|b | c |", ("a|b", "c")),
    ("full-width bars are text", "| a｜b | c |", ("a｜b", "c")),
    ("line ends", "| a<br>b<BR/>c<br />d | e |", ("a\nb\nc\nd", "e")),
    ("a backslash alone", r"| C:\a | b\ |", (r"C:\a", "b\\ |".removesuffix(" |"))),
    ("ideographic blank is the text's", "| \u3000a | b |", ("\u3000a", "b")),
    ("more cells than the header", "| a | b | c |", ("a", "b", "c")),
    ("tabs", "|\ta\t|\tb\t|", ("a", "b")),
]


@pytest.mark.parametrize(("name", "line", "cells"), CELLS, ids=[case[0] for case in CELLS])
def test_cells(name: str, line: str, cells: tuple[str, ...]) -> None:
    *_, last = lines_to_rows(["| x | y |\n", "|---|---|\n", f"{line}\n"])
    assert last.cells == cells, name


def test_a_line_end_of_the_author_stays_and_a_blank_is_no_line_end() -> None:
    overviews = [
        "窓口を改める。<br>申請を広げる。",
        "AI を 使い 窓口 を 改める。",
        "庁内の 研修 を 行い 職員 を 育てる。",
    ]
    rows = [f"| 窓口 | 市民課 | 第{n}事業 | {text} |" for n, text in enumerate(overviews)]
    found = [initiative.overview for initiative in dxlist.parse(page(HEADER, DASHES, *rows))]
    assert found == [text.replace("<br>", "\n") for text in overviews]


def test_the_shipped_list_as_markdown_holds_the_same_records() -> None:
    """All but the lines: `# title`, header and rows of each page are those of the text."""
    leave_out = {"initiative_id", "document_id", "local_government_code", "local_government_name", "line"}
    leave_out |= {"sources", "repairs", "project_id", "shared_with", "confidence"}
    texts, tables = dxlist.parse(SHIPPED), dxlist.parse(as_markdown(SHIPPED))
    assert [i.model_dump(exclude=leave_out) for i in tables] == [i.model_dump(exclude=leave_out) for i in texts]
    assert len(tables.leftovers) == len(texts.leftovers)


REFUSED = [
    # name, lines, what the message holds
    ("prose", ["# 計画", "", "市の計画です。"], "Give a list with headers"),
    ("another table", MEETINGS, "the header is not known. The cells of this row: 日付 | 会議 | 場所."),
    ("the list within a fence", ["```", *TABLE, "```"], "Give a list with headers"),
]


@pytest.mark.parametrize(("name", "lines", "says"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_page_without_a_list_is_refused(name: str, lines: list[str], says: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(page(*lines))
    with pytest.raises(NoTableError) as caught:
        dxlist.parse(path)
    assert says in str(caught.value), name
    assert caught.value.place.startswith(str(path))


def test_unknown_headers_are_settled_in_the_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(page("| 甲 | 乙 | 丙 |", "|---|---|---|", "| 防災 | 総務課 | 防災事業 |"))
    path.with_suffix(".toml").write_text('[columns]\n"甲"="field"\n"乙"="departments"\n"丙"="project_name"\n', "utf-8")
    (initiative,) = dxlist.parse(path)
    assert (initiative.field_name, initiative.project_name) == ("防災", "防災事業")


NOT_MARKDOWN = [
    (
        "a bar parts the cells",
        ["施策|担当課|事業名|事業概要", "窓口|市民課|書かない窓口事業|窓口を改める。", "-|-|-|-"],
    ),
    (
        "a table within a tab-separated cell",
        ["施策\t担当課\t事業名\t事業概要", "窓口\t市民課\t書かない窓口事業\t| a |"],
    ),
]


@pytest.mark.parametrize(("name", "lines"), NOT_MARKDOWN, ids=[case[0] for case in NOT_MARKDOWN])
def test_other_texts_with_bars_stay_texts(name: str, lines: list[str]) -> None:
    document = dxlist.parse(page(*lines))
    assert document.document.read_as == "text", name
    assert document.initiatives[0].project_name == "書かない窓口事業"


def test_a_folder_gives_its_pages_with_tables_and_passes_its_readme_by(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_bytes(page(*TABLE))
    (tmp_path / "README.md").write_bytes(page("# 一覧", "", "出所は市のページです。"))
    result = call("parse", str(tmp_path), "--format", "jsonl", "--output", "-", "--quiet")
    assert result.code == 0, result.err
    assert [json.loads(line)["project_name"] for line in result.out.splitlines()] == NAMES


def test_findings_stand_at_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(page("# 事業一覧", "", HEADER, DASHES, r"| 窓口 | 市民課 | a\|b<br>事業 | 窓口を改める。。 |"))
    result = call("validate", str(path), "--format", "sarif", "--show", "info")
    regions = [
        found["locations"][0]["physicalLocation"]["region"]
        for found in json.loads(result.out)["runs"][0]["results"]
        if "startColumn" in found["locations"][0]["physicalLocation"]["region"]
    ]
    lines = path.read_text("utf-8").splitlines()
    texts = {lines[r["startLine"] - 1][r["startColumn"] - 1 : r["endColumn"] - 1] for r in regions}
    assert texts, "a finding marks letters"
    assert all(text and not text.startswith(("|", " ")) for text in texts)


def test_explain_shows_a_row(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(page(*TABLE))
    result = call("explain", str(path), "4")
    assert result.code == 0, result.err
    assert "電子申請事業" in result.out.decode()


def test_standard_input() -> None:
    result = call("parse", "-", "--format", "jsonl", "--output", "-", "--quiet", stdin=page(*TABLE))
    assert [json.loads(line)["project_name"] for line in result.out.splitlines()] == NAMES


def test_single_dashes_are_a_rule_where_the_name_says_markdown(tmp_path: Path) -> None:
    """In another text they are a row that says nothing."""
    path = tmp_path / "page.md"
    path.write_bytes(page(HEADER, "|-|-|-|-|", ROW, MORE))
    assert [initiative.line for initiative in dxlist.parse(path)] == [3, 4]
