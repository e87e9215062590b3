"""Words that a Japanese reader stumbles over are used nowhere: one word for one thing, and one that an official knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lists import ROOT

RETIRED = {
    r"(?<!前)頁": "ページ",
    r"問い合わせ[るてが]": "検索・集計する",
    r"検査の?番号|検査名|検査の(?:説明|一覧|名前)|(?:1つの|すべての|この|別の)検査": "ルール番号、ルール",
    r"残ったセル": "どの列にも入らなかったセル",
    r"修復": "補正",
    r"縦線": "縦棒",
    r"版を表示": "バージョンを表示",
    r"確からしさ": "確度、または目標の区分",
    r"(?:ページ|頁)(?:（|、)一覧\d": "表",
    r"一覧番号|一覧名|一覧数": "表番号、表の題名、表の数",
    r"組: ": "候補N組",
    r"(?<![一-龠])[一二三](?:つ)(?![一二三])|ひとつ|ふたつ": "1つ、2つ",
}
"""A word that is not used any more -> what is said in its place."""
WORDS = re.compile("|".join(f"(?:{word})" for word in RETIRED))
OF_LISTS = {"words/marks.py", "words/grammar.py", "words/spellings.py", "tables/columns.py"}
"""Tables that hold words as lists print them: 頁 heads a column of page numbers."""
PAGES = [ROOT / "README.ja.md", *sorted((ROOT / "docs").glob("*.ja.md")), ROOT / "docs" / "exit-codes.md"]


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_string_of_the_package_holds_a_retired_word() -> None:
    package = ROOT / "src" / "dxlist"
    modules = set(package.rglob("*.py")) - {package / name for name in OF_LISTS}
    found = {f"{path.name}: {hit[0]}" for path in modules for text in strings(path) for hit in WORDS.finditer(text)}
    assert found == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_japanese_page_holds_a_retired_word(page: Path) -> None:
    assert [hit[0] for hit in WORDS.finditer(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text", ["10頁", "検査の番号", "残ったセル 1", "値が一つ", "2ページ、一覧1", "同じかもしれない組: 1"]
)
def test_retired_words_are_found(text: str) -> None:
    assert WORDS.search(text)


@pytest.mark.parametrize("text", ["前頁", "検査する", "検査の結果", "1つ", "候補1組", "統一"])
def test_other_words_are_not(text: str) -> None:
    assert not WORDS.search(text)
