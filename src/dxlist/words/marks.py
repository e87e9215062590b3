"""Marks of the print: ditto marks, signs for nothing, remarks, totals, units, page numbers, the names of lists.

Source: everyday office Japanese, no source; of the signs for nothing the notes under statistical tables (総務省 統計表における
機械判読可能なデータの表記方法の統一ルール, 2020-12-18): － none, … not known, x withheld, * few.  The patterns read folded text
(blanks removed, NFKC).
"""

from __future__ import annotations

import re

from dxlist.text.folding import fold

_DITTO = frozenset({"〃", "々", "同上", '"', "”", "″", "仝", "(同上)", "''"})
"""The cell says the same as the one above."""


def is_ditto(cell: str) -> bool:
    """Return whether a cell holds nothing but a ditto mark.

    >>> [is_ditto(cell) for cell in ("〃", " 同　上 ", "同上の事業")]
    [True, True, False]
    """
    return len(cell) < _LONGEST_CELL and (cell.strip() in _DITTO or "".join(cell.split()) in _DITTO)


_LONGEST_CELL = 12
"""A ditto mark and blanks around it."""

NOTE = re.compile(
    r"(?:[※＊*]|\(?注\d*[).:：)]|注[)\d:：]|\(注|\[注|備考[:：)]|凡例|出典[:：]|資料[:：]"
    r"|\(?(?:令和|平成|[rh])?(?:\d+|元)年\d+月(?:\d+日|末)?(?:現在|時点|更新|作成|改定|公表)\)?$)"
)
TOTAL = re.compile(r"(?:合計|総計|小計|総合計|中計|計|全体計|再計|.{1,12}(?:合計|小計))(?:\(?[\d,.]*\s*\w{0,4}\)?)?$")
UNIT = re.compile(r"[\[(（]?単位[:：・]?\S{1,12}$")
PAGE_NUMBER = re.compile(
    r"(?:[-‐–—―~(\[]*\d{1,4}[-‐–—―~)\]]*|\d{1,4}/\d{1,4}|p\.?\d{1,4}|page\d{1,4}|\d{1,4}(?:ページ|頁)|第\d{1,4}(?:ページ|頁))$"
)
LIST_NAME = re.compile(
    r"(?:一覧表?|リスト|調書|事業集|取組集|総括表|計画表|工程表|進捗表|管理表)(?![ぁ-んァ-ヶー一-龠])|[【\[(〔]?(?:別表|別紙)\d+"
)
"""In a title: the words that name a list, not a section."""
TITLE = re.compile(r"一覧|リスト|計画|方針|年度|関連事業|別紙|別表|資料|ビジョン|戦略|プラン|について|調書")
TITLE_TAIL = re.compile(
    r"(?:\(?(?:続き|つづき|続|再掲)\)?|[\[(]?(?:no\.?)?\d{1,3}/\d{1,3}[\])]?|[\[(]?\d{1,3}(?:ページ|頁)[\])]?|-\d{1,3}-)+$"
)
"""Behind a title: a page count or 「続き」, no part of its name."""

_DASHES = r"\-‐‑‒–−―—─━ーｰ－_＿=＝~〜～/／・･.．。,，、…‥*＊※"
ONLY_DASHES = re.compile(rf"[\s{_DASHES}]*")
NONE_WORDS = (
    "なし", "無し", "無", "ナシ", "特になし", "特に無し", "該当なし", "該当無し", "該当せず", "設定なし", "記載なし", "対象外", "未定", "未設定", "未記入",
    "検討中", "調整中", "協議中", "不明", "不詳", "非公表", "非公開", "秘匿", "N/A", "n/a", "NA", "#N/A", "TBD",
)  # fmt: skip
"""A cell that holds one of them alone says that there is nothing, that it is not known, or that it is withheld."""
_NOTHING = re.compile(
    rf"[{_DASHES}()\[\]【】]*(?:(?:{'|'.join({*map(fold, NONE_WORDS)})}|[xχ×✕✖╳]{{1,3}})[{_DASHES}()\[\]【】]*)?"
)
_LONGEST_SIGN = 16


def is_nothing(cell: str) -> bool:
    """Return whether a cell is blank or holds a sign or a word for nothing, not known or withheld, and no more.

    >>> [is_nothing(cell) for cell in ("－", "…", "x", "該当なし", "（未定）", "無線課", "未定稿")]
    [True, True, True, True, True, False, False]
    """
    return len(cell) < _LONGEST_SIGN and _NOTHING.fullmatch(fold(cell)) is not None
