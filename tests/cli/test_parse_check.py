"""``dxlist parse --check``: the first difference is named, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import SMALL, call, names, write
from tests.lists import ids_of

OUT = Path("data/normalized")
IDS = ids_of(SMALL, "a")


@pytest.fixture(autouse=True)
def _a_list_with_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("data/raw/a.tsv"))
    for name in ("json", "csv", "targets.csv", "jsonl"):
        assert call("parse", "--format", name).code == 0


def change(name: str, old: str, new: str) -> None:
    text = (OUT / name).read_text(encoding="utf-8")
    assert old in text
    (OUT / name).write_bytes(text.replace(old, new, 1).encode())


def test_files_that_are_what_the_list_gives_pass() -> None:
    done = call("parse", "--check")
    assert (done.code, done.err) == (0, "3 files checked: no difference.\n")


def test_a_missing_file_is_found_and_not_written() -> None:
    (OUT / "a.csv").unlink()
    done = call("parse", "--check")
    assert done.code == 1
    assert "data/normalized/a.csv: is missing" in done.err
    assert names(OUT) == ["a.json", "a.jsonl", "a.targets.csv"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_difference_in_json_is_named_by_line_initiative_and_key(language: str) -> None:
    line = (OUT / "a.json").read_text(encoding="utf-8").splitlines().index('          "division": "統計課",') + 1
    change("a.json", '"division": "統計課"', '"division": "調査課"')
    before = (OUT / "a.json").read_bytes()
    done = call("parse", "--check", language=language)
    assert done.code == 1
    assert f"data/normalized/a.json:{line}: {IDS[3]} departments[1].division" in done.err
    assert "調査課" in done.err
    assert "統計課" in done.err
    assert (OUT / "a.json").read_bytes() == before


def test_a_difference_in_csv_is_named_by_line_initiative_and_column() -> None:
    change("a.csv", "電子申請推進事業", "電子申請事業")
    done = call("parse", "--check", "--format", "csv")
    assert done.code == 1
    assert f"data/normalized/a.csv:2: {IDS[2]} project_name: has" in done.err


def test_a_difference_in_json_lines_is_named_too() -> None:
    change("a.jsonl", '"plan_only":false', '"plan_only":true')
    done = call("parse", "--check", "--format", "jsonl")
    assert done.code == 1
    assert f"data/normalized/a.jsonl:1: {IDS[2]} plan_only" in done.err


def test_an_initiative_too_many_is_named() -> None:
    body = json.loads((OUT / "a.json").read_bytes())
    body["initiatives"].append(body["initiatives"][1] | {"initiative_id": "a-00000000"})
    (OUT / "a.json").write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    done = call("parse", "--check", "--format", "json")
    assert done.code == 1
    assert "a-00000000" in done.err


def test_changed_line_ends_are_shown() -> None:
    (OUT / "a.csv").write_bytes((OUT / "a.csv").read_bytes().replace(b"\n", b"\r\n"))
    done = call("parse", "--check", "--format", "csv")
    assert done.code == 1
    assert "a.csv:1:" in done.err
    assert "confidence\\r" in done.err


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\x00", b"[]\n", b'"\n'])
@pytest.mark.parametrize("name", ["json", "csv", "jsonl"])
def test_a_damaged_file_is_a_difference_and_no_crash(damage: bytes, name: str) -> None:
    (OUT / f"a.{name}").write_bytes(damage)
    done = call("parse", "--check", "--format", name)
    assert done.code == 1
    assert f"a.{name}:1:" in done.err


def test_a_difference_without_a_place_has_one_colon() -> None:
    (OUT / "a.json").write_bytes(b"[]\n")
    for language, said in (("ja", "a.json:1: 「[]」とありますが"), ("en", 'a.json:1: has "[]", but')):
        done = call("parse", "--check", "--format", "json", language=language)
        assert said in done.err
        assert "::" not in done.err


def test_one_file_and_several_are_said_in_their_number() -> None:
    assert call("parse", "--check", "--format", "json").err == "1 file checked: no difference.\n"
    (OUT / "a.csv").unlink()
    assert call("parse", "--check").err.endswith("1 of 3 files is not what its list gives now.\n")
    (OUT / "a.json").unlink()
    assert call("parse", "--check").err.endswith("2 of 3 files are not what their lists give now.\n")
    done = call("parse", "--check", "--format", "json", language="ja")
    assert done.err.endswith("1個のファイルのうち1個が、元の一覧から今できるものと違います。\n")


def test_a_folder_in_the_place_of_a_file_is_said() -> None:
    (OUT / "a.csv").unlink()
    (OUT / "a.csv").mkdir()
    done = call("parse", "--check", "--format", "csv")
    assert done.code == 1
    assert "a.csv: cannot be read (Is a directory)" in done.err


def test_quiet_still_names_the_difference() -> None:
    change("a.csv", "電子申請推進事業", "電子申請事業")
    done = call("parse", "--check", "--quiet")
    assert (done.code, done.err.count("\n")) == (1, 1)


def test_an_unreadable_list_outweighs_a_difference() -> None:
    (OUT / "a.csv").unlink()
    write(Path("data/raw/b.tsv"), "")
    assert call("parse", "--check").code == 2


def test_check_cannot_go_with_standard_output() -> None:
    done = call("parse", "--check", "--output", "-")
    assert done.code == 2
    assert "--check" in done.err
