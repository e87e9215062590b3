"""The shipped list: right to the last cell, and the same as the committed golden files."""

import json
from pathlib import Path

import pytest

import dxlist
from dxlist.model.document import Document
from tests.lists import LISTS, NORMALIZED, ROOT, SHIPPED

GOLD = ROOT.parent / "shared" / "gold" / "seed_rows.jsonl"
TEXT_COLUMNS = (
    "field_code",
    "field_name",
    "item_name",
    "project_name",
    "overview",
    "kpi_text",
    "part",
    "page",
    "plan_only",
)


@pytest.fixture(scope="module")
def document() -> Document:
    return dxlist.parse(SHIPPED)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_golden_json(path: Path) -> None:
    golden = NORMALIZED / f"{path.stem}.json"
    assert golden.read_bytes() == dxlist.parse(path).to_json().encode("utf-8")


@pytest.mark.skipif(not GOLD.exists(), reason="the hand-read answer is not beside this checkout")
def test_every_row_is_right(document: Document) -> None:
    answers = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = {initiative.line: initiative for initiative in document}
    assert sorted(found) == [answer["line"] for answer in answers]
    for answer in answers:
        initiative = found[answer["line"]]
        assert {c: getattr(initiative, c) for c in TEXT_COLUMNS} == {c: answer[c] for c in TEXT_COLUMNS}
        assert initiative.item_codes == answer["item_codes"]
        assert [d.model_dump() for d in initiative.departments] == [
            {**one, "section": None} for one in answer["departments"]
        ]


def test_the_only_leftover_is_the_item_repeated_in_the_field_cell(document: Document) -> None:
    assert [(left.line, left.cell, left.reason) for left in document.leftovers] == [(15, 1, "repeats_item")]


CELLS = [
    # line, attribute, value: one row for each kind of damage that the list shows
    (15, "field_name", "行政サービスの向上に向けた取組"),
    (34, "plan_only", True),
    (37, "project_name", "在宅勤務用スマートフォンの試行導入"),
    (48, "project_name", "民間企業派遣研修"),
    (60, "field_name", "市町村支援・連携"),
    (61, "item_codes", ["1(5)"]),
    (62, "kpi_text", "AI、RPA等の先端技術を活用する市町村数について、42団体（累計）を目標とする。"),
    (63, "project_name", "デジタル変革（DX）推進事業（ICTアドバイザー市町村派遣事業）"),
    (70, "item_codes", ["2(3)"]),
    (71, "project_name", "デジタル変革（DX）推進事業（オールふくしまDX推進基本設計構築事業）"),
    (87, "item_codes", ["2(4)"]),
    (93, "item_codes", ["3(1)ア", "3(1)イ", "3(1)ウ", "3(1)エ"]),
    (102, "kpi_text", None),
    (103, "item_codes", ["3(2)ア"]),
    (109, "item_codes", ["3(2)ウ"]),
    (112, "item_codes", ["3(2)エ"]),
    (134, "project_name", "建設DX推進事業"),
    (162, "item_codes", []),
    (166, "overview", "令和4年度内に個人情報保護法の適用を受ける条例等の改正を行う。"),
]


@pytest.mark.parametrize(("line", "attribute", "value"), CELLS)
def test_damaged_cells(document: Document, line: int, attribute: str, value: object) -> None:
    row = next(initiative for initiative in document if initiative.line == line)
    assert getattr(row, attribute) == value


def test_a_blank_that_is_no_line_end_stays(document: Document) -> None:
    overview = next(i for i in document if i.line == 108).overview
    assert overview is not None
    assert overview.startswith("テクノアカデミー会津 観光プロデュース学科において")


def test_cut_row_says_what_was_cut(document: Document) -> None:
    row = next(initiative for initiative in document if initiative.line == 102)
    assert {repair.column for repair in row.repairs if repair.kind == "truncated"} == {"overview", "kpi_text"}
