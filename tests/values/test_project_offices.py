"""事業名【担当課】: the project and the departments of one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxlist.values.departments import read_departments
from dxlist.values.project_offices import part_off_departments

PARTED = [
    ("雇用奨励金事業【まちづくり推進課】", "雇用奨励金事業", "まちづくり推進課", ""),
    ("就農支援事業（拡充）【農政商工課】 ※R2開始", "就農支援事業（拡充）", "農政商工課", "※R2開始"),
    ("就農支援事業【農政商工課】（拡充）", "就農支援事業（拡充）", "農政商工課", ""),
    ("就農支援事業【農政商工課】 拡充", "就農支援事業 拡充", "農政商工課", ""),
    ("移住相談事業（企画課）", "移住相談事業", "企画課", ""),
    ("移住相談事業(企画課)", "移住相談事業", "企画課", ""),
    ("移住相談事業［企画課］", "移住相談事業", "企画課", ""),
    ("移住相談事業〔企画課〕", "移住相談事業", "企画課", ""),
    ("移住相談事業＜企画課＞", "移住相談事業", "企画課", ""),
    ("移住相談事業\n【企画課】", "移住相談事業", "企画課", ""),
    ("移住相談事業　（企画課）", "移住相談事業", "企画課", ""),
    ("【企画課】移住相談事業", "移住相談事業", "企画課", ""),
    ("移住相談事業【企画部　企画課】", "移住相談事業", "企画部　企画課", ""),
    ("移住相談事業【企画課・商工課】", "移住相談事業", "企画課・商工課", ""),
    ("移住相談事業【企画課、商工課ほか】", "移住相談事業", "企画課、商工課ほか", ""),
    ("移住相談事業【企画課】【商工課】", "移住相談事業", "【企画課】【商工課】", ""),
    ("移住相談事業【担当：企画課】", "移住相談事業", "企画課", ""),
    ("移住相談事業（担当課：企画部企画課）", "移住相談事業", "企画部企画課", ""),
    ("移住相談（仮称）事業【企画課（移住担当）】", "移住相談（仮称）事業", "企画課（移住担当）", ""),
    ("プレイパーク（中央公民館）事業【生涯学習課】", "プレイパーク（中央公民館）事業", "生涯学習課", ""),
    ("改修事業（中央公民館）【生涯学習課】", "改修事業（中央公民館）", "生涯学習課", ""),
    ("改修事業【生涯学習課】（小学校）", "改修事業（小学校）", "生涯学習課", ""),
    ("読書推進事業（市立図書館）", "読書推進事業", "市立図書館", ""),
    ("相談事業（子ども家庭支援センター）", "相談事業", "子ども家庭支援センター", ""),
    ("移住相談事業\n企画課", "移住相談事業", "企画課", ""),
    ("移住相談事業／企画課", "移住相談事業", "企画課", ""),
    ("移住相談事業／企画部／企画課", "移住相談事業", "企画部／企画課", ""),
    ("移住相談事業　企画課", "移住相談事業", "企画課", ""),
    ("移住相談事業（拡充）\n企画課・商工課", "移住相談事業（拡充）", "企画課・商工課", ""),
    ("企画課／移住相談事業", "移住相談事業", "企画課", ""),
]
WHOLE = [
    "移住相談事業", "デジタル変革（DX）推進事業", "移住相談事業（拡充）", "耐震化事業（小学校）", "耐震化事業（5校）", "研修事業（3課）",
    "排水事業（第一地区）", "備蓄事業（避難所）", "移住相談事業「企画課の日」", "移住相談事業【企画", "企画課", "【企画課】", "", "A事業【総務課】\nB事業【企画課】",
    "庁内連絡会（課長会議）", "移住 相談事業",
]  # fmt: skip


@pytest.mark.parametrize(("text", "project", "departments", "remark"), PARTED)
def test_a_cell_is_parted(text: str, project: str, departments: str, remark: str) -> None:
    parted = part_off_departments(text)
    assert parted is not None
    assert (parted.project, parted.departments, parted.remark) == (project, departments, remark)
    assert read_departments(parted.departments)


@pytest.mark.parametrize("text", WHOLE)
def test_a_cell_that_names_no_unit_stays_whole(text: str) -> None:
    assert part_off_departments(text) is None


@pytest.mark.parametrize(
    ("text", "header", "departments"),
    [
        ("就農支援事業【農政】", "事業名【担当課】", "農政"),
        ("就農支援事業（拡充）〔農政・商工〕", "事業名\n〔担当課〕", "農政・商工"),
        ("就農支援事業【農政】【新規】", "事業名【担当課】", "農政"),
        ("就農支援事業【新規】", "事業名【担当課】", None),
        ("就農支援事業【－】", "事業名【担当課】", None),
        ("就農支援事業【農政】", "事業名（担当課）", None),
        ("就農支援事業（青年）", "事業名（担当課）", None),
        ("就農支援事業【農政】", "", None),
    ],
)
def test_the_brackets_of_the_header_hold_units_of_any_name(text: str, header: str, departments: str | None) -> None:
    parted = part_off_departments(text, header)
    assert (parted and parted.departments) == departments


PIECES = [
    "移住相談事業",
    "企画課",
    "総務部人事課",
    "（",
    "）",
    "【",
    "】",
    "、",
    "\n",
    "　",
    "／",
    "拡充",
    "※R2開始",
    "小学校",
    "ほか",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_letter_is_lost(text: str) -> None:
    parted = part_off_departments(text)
    if parted:
        assert text[parted.start : parted.end] == parted.departments
        kept = parted.project + parted.departments + parted.remark
        assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))
