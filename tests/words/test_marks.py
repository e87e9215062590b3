"""Signs for nothing: what they are, and what is only like one."""

import pytest

from dxlist.words.marks import NONE_WORDS, is_left_by_program, is_nothing

SIGNS = [
    "", "　", "－", "―", "ー", "-", "−", "–", "──", "…", "・・・", "‥", "*", "＊＊", "※", "x", "X", "ｘ", "×", "／", "該当 なし", "該当なし。",
    "（なし）", "【未定】", "[N/A]", "ｎ／ａ", "－（未定）－",
]  # fmt: skip
TEXTS = [
    "会計課",
    "無線課",
    "未定稿",
    "対象外国人課",
    "x課",
    "A",
    "〃",
    "同上",
    "○",
    "0",
    "全庁",
    "なし園",
    "X-Tech推進室",
    "検討中の施策",
]


@pytest.mark.parametrize("cell", [*SIGNS, *NONE_WORDS])
def test_a_sign_for_nothing(cell: str) -> None:
    assert is_nothing(cell)
    assert is_nothing(f" {cell}\n")


@pytest.mark.parametrize("cell", TEXTS)
def test_a_text_is_none(cell: str) -> None:
    assert not is_nothing(cell)


LEFT = [
    "nan", "NaN", "NAN", "ｎａｎ", "-nan", "NaT", "NULL", "null", "ＮＵＬＬ", "(null)", "[NULL]", "<NA>", "None", "NA", "N/A", "#N/A", "＃Ｎ／Ａ", "#NA", "#REF!",
    "＃ＲＥＦ！", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#エラー", "#Error", "#Deleted", "Err:502", "エラー:502", r"\N", "¥N", "￥Ｎ",
    "####", "#" * 30, "1.#IND", "-1.#QNAN", "undefined", "[object Object]",
]  # fmt: skip
"""What stands in a cell -> a program left it there."""
WRITTEN = [
    "", "－", "なし", "未定", "該当なし", "NANA", "ナン", "NULL課", "Nonet", "N", "#1", "##", "REF", "#dxlist", "None of them", "NA事業", "ヌル", "欠損",
]  # fmt: skip


@pytest.mark.parametrize("cell", LEFT)
def test_what_a_program_left(cell: str) -> None:
    assert is_left_by_program(cell)
    assert is_nothing(f" {cell}\n")


@pytest.mark.parametrize("cell", WRITTEN)
def test_what_a_person_wrote(cell: str) -> None:
    assert not is_left_by_program(cell)
