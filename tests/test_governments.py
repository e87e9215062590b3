"""The local government of a list: its sidecar, else its titles and the name of its file, if they say one and the same."""

from pathlib import Path

import pytest

import dxlist
from tests.cli.runs import call
from tests.reading.joined import FIRST

CASES: list[tuple[str, list[str], str, tuple[str | None, str, str, int | None, list[str]] | None]] = [
    # name of the file, titles above the list, sidecar; code, name, by, line, supplied
    ("list", ["会津若松市DX推進計画"], "", ("072028", "会津若松市", "title", 1, ["code"])),  # was: null
    ("list", ["令和5年度", "福島県デジタル推進計画"], "", ("070009", "福島県", "title", 2, ["code"])),
    ("070009_list", [], "", ("070009", "福島県", "file_name", None, ["name"])),
    ("会津若松市_DX計画", [], "", ("072028", "会津若松市", "file_name", None, ["code"])),
    ("342084_list", ["府中市DX推進計画"], "", ("342084", "府中市", "title", 1, ["code"])),
    ("072028_list", ["会津若松市DX推進計画"], "", ("072028", "会津若松市", "title", 1, ["code"])),
    # they do not agree, or say nothing
    ("list", [], "", None),
    ("list", ["府中市DX推進計画"], "", None),
    ("list", ["福島県内市町村のDX推進計画"], "", None),
    ("070009_list", ["会津若松市DX推進計画"], "", None),
    ("list", ["会津若松市DX推進計画", "喜多方市DX推進計画"], "", None),
    # the sidecar wins
    ("list", ["会津若松市DX推進計画"], 'local_government_name = "青嶺県"', (None, "青嶺県", "sidecar", None, [])),
    ("072028_list", [], 'local_government_code = "070009"', ("070009", "福島県", "sidecar", None, ["name"])),
    ("list", [], 'local_government_name = "会津若松市"', ("072028", "会津若松市", "sidecar", None, ["code"])),
    ("list", [], 'local_government_name = "府中市"', (None, "府中市", "sidecar", None, [])),
    ("list", [], 'local_government_name = "広島県府中市"', ("342084", "広島県府中市", "sidecar", None, ["code"])),
]


def write_list(folder: Path, stem: str, titles: list[str], sidecar: str, rows: str = FIRST) -> Path:
    path = folder / f"{stem}.tsv"
    path.write_text("".join(f"{title}\n" for title in titles) + rows, encoding="utf-8")
    if sidecar:
        path.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]} {case[2]}")
def test_what_says_it(
    case: tuple[str, list[str], str, tuple[str | None, str, str, int | None, list[str]] | None], tmp_path: Path
) -> None:
    stem, titles, sidecar, expected = case
    path = write_list(tmp_path, stem, titles, sidecar)
    document = dxlist.parse(path)
    info, source = document.document, document.document.local_government_from
    if expected is None:
        assert (info.local_government_code, info.local_government_name, source) == (None, None, None)
    else:
        assert source is not None
        found = (info.local_government_code, info.local_government_name, source.by, source.line, source.supplied)
        assert found == expected
    names = {(row.local_government_code, row.local_government_name) for row in (*document, *dxlist.stream(path))}
    assert names == {(info.local_government_code, info.local_government_name)}


CONTRADICTIONS = [
    ('local_government_code = "072028"\nlocal_government_name = "福島県"', True),
    ('local_government_code = "072028"\nlocal_government_name = "福島県会津若松市"', False),
    ('local_government_code = "070009"\nlocal_government_name = "福島県"', False),
    ('local_government_code = "078883"\nlocal_government_name = "会津広域組合"', False),  # not in the table
    ('local_government_code = "078883"\nlocal_government_name = "会津若松市"', True),
]


@pytest.mark.parametrize(("sidecar", "contradicts"), CONTRADICTIONS)
def test_a_sidecar_that_the_table_contradicts_is_believed_and_named(
    sidecar: str, contradicts: bool, tmp_path: Path
) -> None:
    path = write_list(tmp_path, "list", [], sidecar)
    source = dxlist.parse(path).document.local_government_from
    assert source is not None
    assert source.contradicts == contradicts
    done = call("parse", str(path), "--output", str(tmp_path))
    assert done.code == 0
    assert ("those of two in the official table" in done.err) == contradicts
    assert ("those of two in the official table" in call("validate", str(path)).err) == contradicts


def test_a_later_part_of_another_government_leaves_it_open(tmp_path: Path) -> None:
    text = f"会津若松市DX推進計画\n{FIRST}\n喜多方市DX推進計画\n{FIRST}"
    path = write_list(tmp_path, "list", [], "", text)
    document = dxlist.parse(path)
    assert len(document) == 10
    assert {row.local_government_code for row in document} == {None}


def test_parse_and_explain_say_it(tmp_path: Path) -> None:
    path = write_list(tmp_path, "list", ["会津若松市DX推進計画"], "")
    said = call("parse", str(path), "--output", str(tmp_path)).err
    assert "local government: 会津若松市 072028 (from the title in line 1)" in said
    said = call("parse", str(path), "--output", str(tmp_path), language="ja").err
    assert "地方公共団体 会津若松市 072028（1行目の表題から）" in said
    assert "local government: 会津若松市 072028" in call("explain", str(path), "1").out.decode()


def test_lists_of_one_government_are_compared_whichever_way_it_is_known(tmp_path: Path) -> None:
    paths = [
        write_list(tmp_path, "with_sidecar", [], 'local_government_code = "072028"'),
        write_list(tmp_path, "with_title", ["会津若松市DX推進計画"], ""),
        write_list(tmp_path, "of_another", ["喜多方市DX推進計画"], ""),
        write_list(tmp_path, "of_nobody", [], ""),
    ]
    projects = dxlist.find_projects([row for path in paths for row in dxlist.parse(path)])
    lists = sorted({tuple(sorted({mention.document_id for mention in one.mentions})) for one in projects.projects})
    assert lists == [("of_another",), ("of_nobody",), ("with_sidecar", "with_title")]
