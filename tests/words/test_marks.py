"""Signs for nothing: what they are, and what is only like one."""

import pytest

from dxlist.words.marks import NONE_WORDS, is_nothing

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
