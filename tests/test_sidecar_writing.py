"""What is added to a sidecar stands behind its kind, and what people wrote there stays byte for byte."""

import tomllib

import pytest

from dxlist.errors import SidecarError
from dxlist.sidecar_writing import TableEntry, with_entries

NEW: list[TableEntry] = [
    {"line": 3, "column": "item", "was": '8,5\u200b"00"\t件\x7f\n次', "value": "8,500件", "note": None},
    {"line": 4},
]
LOADED = [{key: value for key, value in entry.items() if value is not None} for entry in NEW]
TABLES = """\
[[corrections]]
line = 3
column = "item"
was = "8,5\\u200B\\"00\\"\\t件\\u007f\\n次"
value = "8,500件"

[[corrections]]
line = 4
"""


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", ""),
        ("title = '計画' # 仮", ""),
        ("title = '計画'\n# 終わり\n", ""),
        ("[ignore]\nDX1 = 'なし'\n", ""),
        ("[[corrections]]\nline = 1\n[ignore]\nDX1 = 'x'\n[[corrections]]\nline = 2\n", ""),
        ("\ufefftitle = '計画'\n", ""),
        ("[[corrections]] # 1件目\nline = 1\n# 確認済み\n\n", "[ignore]\nDX1 = 'x' # 理由\n"),
        ("[[corrections]]\nline = 1\n\n", "# 対象外のルール\n[ignore]\nDX1 = 'x'\n"),
        ("[[corrections]]\nline = 1\n", "# 対象外のルール\n[ignore]\nDX1 = 'x'\n"),
        ("[[corrections]]\nvalue = '''\n[これは文です]\n'''\n[ignore]\nDX1 = 'x'\n", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_are_added_behind_their_kind_and_nothing_else_changes(before: str, behind: str, end: str) -> None:
    text = (before + behind).replace("\n", end)
    added = with_entries(text, "corrections", NEW)
    new = TABLES.replace("\n", end if "\n" in before + behind else "\n")
    assert new in added
    gap = added.replace(new, "", 1)
    assert list(filter(None, gap.splitlines())) == list(filter(None, text.splitlines()))
    assert added.startswith(before.replace("\n", end).rstrip())
    assert added.endswith(behind.replace("\n", end) or new)
    assert tomllib.loads(added.removeprefix("\ufeff"))["corrections"][-2:] == LOADED
    assert ("\r\n" in added) == ("\r\n" in text)


@pytest.mark.parametrize(
    "before",
    [
        "corrections = []\n",
        "corrections = [{ line = 1 }] # 1件\ntitle = '計画'\n",
        "corrections = [\n  { line = 1 }, # 1件目\n  { line = 2 } # 2件目\n]\n",
    ],
)
def test_an_array_grows_where_tables_cannot_be_added(before: str) -> None:
    added = with_entries(before, "corrections", NEW)
    old = tomllib.loads(before)
    assert tomllib.loads(added) == {**old, "corrections": [*old["corrections"], *LOADED]}
    assert [word for word in before.split() if word.startswith("#") and word not in added] == []


@pytest.mark.parametrize(
    "before", ["corrections = { line = 1 }\n", "[corrections]\nline = 1\n", "corrections = 3\n", "title =\n"]
)
def test_what_cannot_be_added_to_is_refused(before: str) -> None:
    with pytest.raises(SidecarError, match=r"a\.toml"):
        with_entries(before, "corrections", NEW, "a.toml")


def test_nothing_to_add_changes_nothing() -> None:
    assert with_entries("title =", "corrections", []) == "title ="
