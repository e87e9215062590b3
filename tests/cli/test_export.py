"""``dxlist export``: what is asked for is written whole, or a message says why not and what stood there is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dxlist.errors import WriteError
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import formats_for
from dxlist.exports.writing import whole_folder
from tests.cli.runs import SMALL, call, names, write
from tests.exports.contents import HOSTILE, with_texts
from tests.lists import SHIPPED

EXPORTED = formats_for("rows", "tables")
FILES = [(name, f"a{suffix}") for name, found in EXPORTED.items() for suffix in found.suffixes]


@pytest.fixture
def listed(tmp_path: Path) -> str:
    return write(tmp_path / "lists" / "small.tsv")


def hostile_file(tmp_path: Path, texts: tuple[str, ...] = HOSTILE) -> str:
    path = tmp_path / "hostile.json"
    path.write_text(with_texts(texts, stem="hostile").to_json(), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("name", "file"), FILES)
def test_the_name_of_the_file_says_the_format(name: str, file: str, listed: str, tmp_path: Path) -> None:
    done = call("export", listed, "-o", str(tmp_path / "out" / file))
    assert (done.code, done.out) == (0, b"")
    assert done.err == f"{tmp_path}/out/{file}: 1 list with 2 rows, written as {name}.\n"
    assert names(tmp_path / "out") == [file]


@pytest.mark.parametrize("option", ["--to", "--format", "-f"])
@pytest.mark.parametrize("goal", ["--output", "--out", "-o"])
def test_the_options_have_the_names_that_people_try(option: str, goal: str, listed: str, tmp_path: Path) -> None:
    assert call("export", option, "csv", goal, str(tmp_path / "x"), listed, "-q").err == ""
    assert (tmp_path / "x").read_text(encoding="utf-8").startswith("local_government_code,initiative_id,")


def test_a_data_package_is_a_folder(listed: str, tmp_path: Path) -> None:
    done = call("export", listed, "--to", "datapackage", "-o", str(tmp_path / "p"))
    assert done.code == 0
    assert names(tmp_path / "p") == sorted(["datapackage.json", *(f"{name}.csv" for name in TABLE_NAMES)])
    assert names(tmp_path) == ["lists", "p"]


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_one_table(table: str, listed: str) -> None:
    header, *_ = call("export", listed, "--to", "csv", "--table", table, "-o", "-").out.decode().splitlines()
    japanese, *_ = (
        call("export", listed, "--to", "csv", "--table", table, "-o", "-", "--header", "ja").out.decode().split()
    )
    assert header.isascii()
    assert not japanese.isascii()
    assert header.count(",") == japanese.count(",")


def test_normalised_files_and_raw_lists_give_the_same(tmp_path: Path) -> None:
    raw = call("export", str(SHIPPED), "--to", "csv", "-o", "-")
    call("parse", str(SHIPPED), "--output", str(tmp_path), "--format", "json")
    normalised = call("export", str(tmp_path / "fukushima_r04.json"), "--to", "csv", "-o", "-")
    assert raw.out == normalised.out
    assert raw.out.count(b"\n") == 132


def test_a_byte_order_mark_for_excel(listed: str) -> None:
    done = call("export", listed, "--to", "csv", "-o", "-", "--bom", "--header", "ja")
    assert done.out.startswith("\ufeff全国地方公共団体コード,ID,".encode())


def test_cp932_is_written_where_it_has_all_letters(tmp_path: Path) -> None:
    path = hostile_file(tmp_path, ("髙﨑①㈱～", "Ⅲ"))
    text = call("export", path, "--to", "tsv", "-o", "-", "--output-encoding", "cp932").out.decode("cp932")
    assert text == call("export", path, "--to", "tsv", "-o", "-").out.decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("𠮷野家", '"𠮷" (U+20BB7 CJK UNIFIED IDEOGRAPH-20BB7)'),
        ("1〜4", '"〜" (U+301C WAVE DASH)'),
        ("か\u3099", '"\u3099" (U+3099 COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK)'),
    ],
)
def test_a_letter_that_cp932_lacks_is_named_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    path = hostile_file(tmp_path, ("よい", text))
    done = call("export", path, "--to", "csv", "-o", str(tmp_path / "a.csv"), "--output-encoding", "cp932")
    assert done.code == 2
    assert done.err.startswith(f"error: {path}:3: the character {said} in item_codes is not in cp932. 6 more (")
    assert not (tmp_path / "a.csv").exists()
    japanese = call("export", path, "--to", "csv", "-o", "-", "--output-encoding", "cp932", language="ja").err
    assert japanese.startswith(
        f"エラー: {path}:3: 「項目番号」（item_codes）の「{text[-1] if text[0] == 'か' else said[1]}」"
    )


def test_a_live_formula_is_guarded_unless_the_text_is_wanted_raw(tmp_path: Path) -> None:
    path = hostile_file(tmp_path, ("よい", "=1+1"))
    safe = call("export", path, "--to", "csv", "-o", "-")
    assert ",'=1+1," in safe.out.decode()
    assert ",=1+1," not in safe.out.decode()
    assert safe.err == ""
    raw = call("export", path, "--to", "csv", "-o", "-", "--raw-text")
    assert ",=1+1," in raw.out.decode()


def test_a_text_too_long_for_a_workbook(tmp_path: Path) -> None:
    path = hostile_file(tmp_path, ("よい", "長" * 40_000))
    done = call("export", path, "-o", str(tmp_path / "a.xlsx"), "--table", "initiatives", language="ja")
    assert done.code == 2
    assert done.err.startswith(
        f"エラー: {path}:3: 「項目」（item_name）が40000文字あり、Excelのセルの上限32767文字を超えます。"
    )
    assert names(tmp_path) == ["hostile.json"]


@pytest.mark.parametrize("name", EXPORTED)
def test_what_dxlist_wrote_is_replaced_and_nothing_else(name: str, listed: str, tmp_path: Path) -> None:
    goal = str(tmp_path / "out")
    arguments = ("export", listed, "--format", name, "-o", goal)
    assert call(*arguments).code == 0
    before = content(Path(goal))
    write(Path(listed), SMALL.replace("統計課", "農業課"))
    assert call(*arguments).code == 0
    assert content(Path(goal)) != before
    assert names(tmp_path) == ["lists", "out"]


def content(path: Path) -> object:
    return {file.name: file.read_bytes() for file in path.iterdir()} if path.is_dir() else path.read_bytes()


def test_a_folder_with_other_things_is_never_replaced(listed: str, tmp_path: Path) -> None:
    write(tmp_path / "mine" / "notes.txt", "大事なメモ")
    done = call("export", listed, "--to", "datapackage", "-o", str(tmp_path / "mine"), "--overwrite")
    assert done.code == 2
    assert 'holds "notes.txt", which no export wrote' in done.err
    assert names(tmp_path / "mine") == ["notes.txt"]


def test_a_file_in_the_place_of_the_folder(listed: str, tmp_path: Path) -> None:
    write(tmp_path / "p", "x")
    done = call("export", listed, "--to", "datapackage", "-o", str(tmp_path / "p"), "--overwrite")
    assert done.code == 2
    assert "there is a file, and no folder." in done.err


def test_a_list_is_never_overwritten(listed: str) -> None:
    before = Path(listed).read_bytes()
    done = call("export", listed, "--to", "csv", "-o", listed, "--overwrite")
    assert done.code == 2
    assert "writing would replace the list itself." in done.err
    assert Path(listed).read_bytes() == before


@pytest.mark.parametrize("name", ["csv", "xlsx", "sqlite", "datapackage"])
def test_a_place_that_cannot_be_written(name: str, listed: str, tmp_path: Path) -> None:
    write(tmp_path / "file", "x")
    done = call("export", listed, "--to", name, "-o", str(tmp_path / "file" / "below"))
    assert done.code == 2
    assert "the folder to write into is a file" in done.err
    assert names(tmp_path) == ["file", "lists"]


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    whole_folder(tmp_path / "p", {"a": b"old"})
    with pytest.raises(WriteError):
        whole_folder(tmp_path / "p", {"a": b"new", "below/b": b"no such folder"})
    assert content(tmp_path / "p") == {"a": b"old"}
    whole_folder(tmp_path / "p", {"b": b"new"})
    assert content(tmp_path / "p") == {"b": b"new"}
    assert names(tmp_path) == ["p"]


def test_where_a_list_cannot_be_read_the_others_are_written(listed: str, tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.tsv", "\0\1\2")
    done = call("export", listed, bad, "-o", str(tmp_path / "a.csv"))
    assert done.code == 2
    assert f"error: {tmp_path}/a.csv: a list could not be read, and is not in it." in done.err
    assert (tmp_path / "a.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "a.txt"], 'the suffix ".txt" names no format. Give one of json, jsonl, csv,'),
        (["--to", "excel", "-o", "a"], '"excel" is none of json, jsonl, csv,'),
        (["--to", "csv"], "--output: there is no file to write. Name one"),
        (["-o", "a.csv", "--table", "rows"], '"rows" is none of documents, initiatives,'),
        (["--to", "xlsx", "-o", "-"], "xlsx cannot go to standard output."),
        (["--to", "sqlite", "-o", "-"], "to standard output go json, jsonl, csv, tsv, markdown."),
        (["-o", "a.sqlite", "--table", "targets"], "--table: does not go with sqlite. It goes with json, jsonl, csv,"),
        (["-o", "a.sqlite", "--header", "ja"], "--header ja: does not go with sqlite. It goes with csv, tsv,"),
        (["-o", "a.xlsx", "--bom"], "--bom: does not go with xlsx. It goes with csv, tsv, markdown."),
        (
            ["-o", "a.json", "--output-encoding", "cp932"],
            "--output-encoding: does not go with json. It goes with csv, tsv, markdown.",
        ),
        (["-o", "a.csv", "--bom", "--output-encoding", "cp932"], "--bom: cp932 has no byte-order mark."),
    ],
)
def test_what_does_not_go_together_is_said_before_anything_is_read(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    done = call("export", str(tmp_path / "no such list.tsv"), *arguments)
    assert done.code == 2
    assert said in " ".join(done.err.split())


def test_help_names_every_format_and_table() -> None:
    for language in ("ja", "en"):
        text = call("export", "--help", language=language).out.decode()
        assert all(name in text for name in (*EXPORTED, *TABLE_NAMES))


def test_json_goes_to_standard_output(listed: str) -> None:
    assert len(json.loads(call("export", listed, "--to", "json", "-o", "-").out)) == 2


def test_several_lists_become_one_file(listed: str, tmp_path: Path) -> None:
    other = write(tmp_path / "lists" / "other.tsv")
    done = call("export", str(Path(other).parent), "--to", "jsonl", "-o", "-")
    assert [json.loads(line)["document_id"] for line in done.out.splitlines()] == ["other", "other", "small", "small"]
    assert listed.endswith("small.tsv")
