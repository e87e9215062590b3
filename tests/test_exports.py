"""CSV: the columns in order, one row an initiative, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from dxlist.document import parse
from dxlist.exports.csv_table import (
    COLUMNS,
    FIRST_TARGET,
    header_row,
    initiatives_to_csv,
    join_values,
    split_values,
    to_cell,
    without_guard,
)
from dxlist.exports.formats import FORMATS, Style
from dxlist.exports.json_lines import as_streamed
from dxlist.exports.target_table import targets_to_csv
from dxlist.model.initiative import Department, Initiative
from tests.cli.runs import FIRST, HEADER, call, write
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

WITH_FURTHER_COLUMNS = (
    HEADER.replace("\n", "\t予算額\t備考\tpage\n")
    + FIRST.replace("\n", "\t1,200\t新規\tP3\n")
    + FIRST.replace("\n", "\t300\t継続\tP4\n")
)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def initiatives() -> list[Initiative]:
    return parse(SHIPPED).initiatives


def test_the_first_columns_are_those_of_the_open_data_standard(initiatives: list[Initiative]) -> None:
    header = initiatives_to_csv(initiatives).split("\n", 1)[0]
    assert header == (
        "local_government_code,initiative_id,local_government_name,document_id,fiscal_year,part,part_title,page,line,"
        "field_code,field_name,item_codes,item_name,plan_only,departments,project_name,project_levels,"
        "project_id,shared_with,overview,kpi_text,kpi_status,target_metric,target_value,target_unit,target_comparator,target_cumulative,"
        "target_fiscal_year,target_date,confidence"
    )


def test_the_japanese_header_has_the_labels_of_the_standard(initiatives: list[Initiative]) -> None:
    header = initiatives_to_csv(initiatives, "ja").split("\n", 1)[0].split(",")
    assert header[:3] == ["全国地方公共団体コード", "ID", "地方公共団体名"]
    assert header[15:23] == [
        "事業名",
        "事業の階層",
        "事業ID",
        "同じ事業の行",
        "事業概要",
        "指標・目標",
        "指標の種類",
        "指標",
    ]
    assert header[-1] == "確度"
    assert len(header) == len(set(header)) == len(COLUMNS) + len(FIRST_TARGET) + 1


def test_each_initiative_is_a_row_with_its_texts(initiatives: list[Initiative]) -> None:
    rows = table(initiatives_to_csv(initiatives))
    assert len(rows) == 131
    for row, initiative in zip(rows, initiatives, strict=True):
        assert row["initiative_id"] == initiative.initiative_id
        assert row["project_name"] == (initiative.project_name or "")
        assert row["plan_only"] == ("true" if initiative.plan_only else "false")
        assert split_values(row["item_codes"]) == initiative.item_codes
        assert len(split_values(row["departments"])) == len(initiative.departments)


def test_several_values_stand_behind_each_other(initiatives: list[Initiative]) -> None:
    rows = {row["line"]: row for row in table(initiatives_to_csv(initiatives))}
    assert rows["93"]["item_codes"].count(";") == 3
    assert rows["11"]["departments"].count(";") == 1
    assert rows["5"]["departments"] == "総務部 職員研修課"


@pytest.mark.parametrize(
    "values", [[], ["a"], ["a", "b"], ["a;b", "c"], ["\\", ";"], ["a\\;b", "\\\\"], ["総務部;", ";課"]]
)
def test_joined_values_can_be_parted_again(values: list[str]) -> None:
    assert split_values(join_values(values)) == values


def test_a_department_with_all_levels_is_one_text() -> None:
    one = parse(SHIPPED).initiatives[0]
    units = [Department(department="生活環境部", bureau="環境保全局", division="水課"), Department(department="A;B")]
    row = table(initiatives_to_csv([one.model_copy(update={"departments": units})]))[0]
    assert row["departments"] == "生活環境部 環境保全局 水課;A\\;B"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85", "\v"])
def test_a_line_break_becomes_one_blank(line_break: str) -> None:
    assert to_cell(f"一行目{line_break}二行目") == "一行目 二行目"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=HYPERLINK(1)",
        "+1+cmd|' /C calc'!A0",
        "-SUM(A1)",
        "@SUM(1)",
        "\t=1",
        " =1+1",
        "\n=1",
        "＝1+1",
        "＋A1",
        "-2+3",
        "'=1",
    ],
)
def test_no_text_becomes_a_formula_and_the_guard_comes_off_again(text: str) -> None:
    cell = to_cell(text)
    assert cell.startswith("'")
    assert without_guard(cell) == text.replace("\n", " ")


@pytest.mark.parametrize(
    "text", ["－", "-", "-5%", "+10", "－１０．５％", "- 12", "'引用'", "10-20", "・=1", "１＋１", "--", ""]
)
def test_plain_numbers_dashes_and_texts_are_as_they_are(text: str) -> None:
    assert to_cell(text) == text
    assert without_guard(text) == text


def test_a_header_of_the_list_is_no_formula_either() -> None:
    assert header_row(["=1+1"])[-2] == "'=1+1"


def test_further_columns_stand_before_the_confidence(tmp_path: Path) -> None:
    document = parse(write(tmp_path / "a.tsv", WITH_FURTHER_COLUMNS))
    assert set(document.initiatives[0].extra) == {"予算額", "備考", "page"}
    rows = table(initiatives_to_csv(document.initiatives))
    assert list(rows[0])[-4:] == ["予算額", "備考", "extra.page", "confidence"]
    assert (rows[0]["予算額"], rows[1]["備考"], rows[1]["extra.page"], rows[0]["page"]) == ("1,200", "継続", "P4", "1")


def test_names_of_further_columns_never_collide() -> None:
    names = header_row(["line", "extra.line", "a\nb", "a b", ""])
    assert names[-6:] == ["extra.line", "extra.extra.line", "a b", "extra.a b", "extra.", "confidence"]
    assert len(set(names)) == len(names)
    assert "extra.確度" in header_row(["確度"], "ja")


def test_lines_end_with_lf_and_only_what_must_be_is_quoted(tmp_path: Path) -> None:
    data = FORMATS["csv"].to_bytes(parse(write(tmp_path / "a.tsv", WITH_FURTHER_COLUMNS)), Style())
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert data.count(b'"') == 2  # 1,200


@pytest.mark.parametrize("mark", [True, False])
def test_a_byte_order_mark_only_where_it_is_wanted(mark: bool) -> None:
    data = FORMATS["csv"].to_bytes(parse(SHIPPED), Style("ja", mark))
    assert data.startswith(b"\xef\xbb\xbf") == mark
    assert data.decode("utf-8-sig").startswith("全国地方公共団体コード,")


def test_header_and_mark_are_options_of_parse(tmp_path: Path) -> None:
    arguments = ("parse", write(tmp_path / "a.tsv"), "--output", "-", "--format", "csv", "--header", "ja", "--bom")
    assert call(*arguments).out.startswith("\ufeff全国地方公共団体コード,ID,".encode())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_list_gives_the_same_bytes(name: str) -> None:
    first, second = (FORMATS[name].to_bytes(parse(SHIPPED), Style()) for _ in range(2))
    assert first == second


def test_json_lines_read_back_give_equal_records(initiatives: list[Initiative]) -> None:
    lines = FORMATS["jsonl"].to_bytes(parse(SHIPPED), Style()).decode().splitlines()
    assert [Initiative.model_validate_json(line) for line in lines] == list(map(as_streamed, initiatives))


def test_the_table_of_targets_has_a_row_a_target(initiatives: list[Initiative]) -> None:
    rows = table(targets_to_csv(initiatives))
    assert len(rows) == sum(len(initiative.kpi_targets) for initiative in initiatives)
    wanted = {
        "metric": "スマートシティに取り組む市町村",
        "value": "2",
        "unit": "団体",
        "cumulative": "true",
        "target_number": "2",
    }
    row = next(r for r in rows if (r["initiative_id"], r["target_number"]) == ("fukushima_r04-0053", "2"))
    assert {key: row[key] for key in wanted} == wanted


def test_the_japanese_header_of_the_targets_is_unambiguous(initiatives: list[Initiative]) -> None:
    header = targets_to_csv(initiatives, "ja").split("\n", 1)[0].split(",")
    assert header[:4] == ["ID", "目標番号", "指標", "目標値"]
    assert len(header) == len(set(header))
