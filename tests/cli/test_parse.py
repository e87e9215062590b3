"""``dxlist parse``: which lists are read, what is written where, and how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dxlist.document import parse
from dxlist.exports.exporting import as_streamed
from dxlist.model.document import Document
from tests.cli.runs import FIRST, HEADER, SMALL, call, names, run, write
from tests.lists import SHIPPED, ids_of

LEFT_OVER = (
    SMALL
    + "1(1) 手続\t1(1) 手続\t総務部 人事課\t研修事業\t研修を行い、職員の力を高める。\t研修を5回とすることを目標とする。\n"
)
DAMAGED = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "cut inside a character": SMALL.encode()[:-2],
    "prose": "今日は晴れでした。\n明日も晴れるでしょう。\n".encode(),
    "a workbook": b"PK\x03\x04" + bytes(100),
    "an unknown header": "ほげ\tふが\tぴよ\tもげ\n1\t2\t3\t4\n".encode(),
}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_list_becomes_json_and_csv_under_its_stem() -> None:
    done = call("parse", write(Path("lists/a.tsv")))
    assert (done.code, done.out) == (0, b"")
    assert names(Path("data/normalized")) == ["a.csv", "a.json", "a.targets.csv"]
    document = Document.model_validate_json(Path("data/normalized/a.json").read_bytes())
    assert document.initiatives == parse("lists/a.tsv").initiatives


def test_without_paths_data_raw_is_read() -> None:
    write(Path("data/raw/b.tsv"))
    assert call("parse").code == 0
    assert names(Path("data/normalized")) == ["b.csv", "b.json", "b.targets.csv"]


@pytest.mark.parametrize(("language", "words"), [("en", "Name the lists"), ("ja", "一覧のファイルかフォルダー")])
def test_without_paths_and_without_data_raw_the_error_says_what_to_give(language: str, words: str) -> None:
    done = call("parse", language=language)
    assert done.code == 2
    assert "data/raw: " in done.err
    assert words in done.err


def test_a_folder_stands_for_its_lists_in_order() -> None:
    for name in ("b.txt", "a.TSV", "c.csv", ".hidden.tsv", "d.md", "below/e.tsv"):
        write(Path("lists") / name)
    done = call("parse", "lists", "--output", "-", "--format", "jsonl")
    stems = [json.loads(line)["document_id"] for line in done.out.splitlines()]
    assert stems == ["a", "a", "b", "b", "below/e", "below/e", "c", "c"]


def test_a_folder_without_lists_is_an_error() -> None:
    write(Path("lists/notes.md"))
    done = call("parse", "lists")
    assert done.code == 2
    assert "lists: no list (.tsv .txt .csv .md .markdown)" in done.err


@pytest.mark.parametrize("others", [[], ["a.tsv"]], ids=["alone", "beside a list"])
def test_a_workbook_in_a_folder_says_what_to_do(others: list[str]) -> None:
    for name in ("book.xlsx", *others):
        write(Path("lists") / name)
    done = call("parse", "lists")
    assert done.code == (0 if others else 2)
    assert 'save them in Excel as "CSV UTF-8"' in done.err


def test_standard_input_is_a_list_named_stdin() -> None:
    done = run("parse", "-", "--output", "-", "--format", "jsonl", stdin=SMALL.encode("cp932"))
    assert done.code == 0
    assert [json.loads(line)["initiative_id"] for line in done.out.splitlines()] == list(
        ids_of(SMALL, "stdin").values()
    )


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_a_format_writes_that_one_file(name: str) -> None:
    assert call("parse", write(Path("a.tsv")), "--format", name, "--output", "out").code == 0
    assert names(Path("out")) == [f"a.{name}"]


def test_an_unknown_format_names_those_that_are_known() -> None:
    done = call("parse", write(Path("a.tsv")), "--format", "xml")
    assert done.code == 2
    assert "json, jsonl, csv" in done.err


def test_standard_output_gets_json_unless_told_otherwise() -> None:
    done = call("parse", write(Path("a.tsv")), "--output", "-")
    assert done.out.decode() == parse("a.tsv").to_json()
    assert not Path("data").exists()


def test_json_lines_are_the_initiatives_of_the_document() -> None:
    done = call("parse", str(SHIPPED), "--output", "-", "--format", "jsonl")
    assert done.out.decode() == "".join(f"{as_streamed(i).model_dump_json()}\n" for i in parse(SHIPPED))


def test_several_csv_follow_each_other_with_one_byte_order_mark() -> None:
    lists = [write(Path("a.tsv")), write(Path("b.tsv"))]
    alone = [call("parse", path, "--output", "-", "--format", "csv").out for path in lists]
    assert call("parse", *lists, "--output", "-", "--format", "csv", "--bom").out == b"\xef\xbb\xbf" + b"".join(alone)


@pytest.mark.parametrize("output", ["-", "out"])
def test_side_by_side_gives_the_same_as_one_after_the_other(output: str) -> None:
    lists = [write(Path("b.tsv")), write(Path("a.tsv"), HEADER + FIRST), write(Path("broken.tsv"), "")]
    done, again = (run("parse", *lists, "--output", output, "--format", "jsonl", "--jobs", n) for n in ("1", "2"))
    assert done.code == again.code == 2
    assert done == again
    assert again.err.count("broken.tsv: the file is empty") == 1


def test_two_lists_of_one_stem_are_an_error_that_names_both() -> None:
    done = call("parse", write(Path("one/a.tsv")), write(Path("two/A.csv")))
    assert done.code == 2
    assert "one/a.tsv, two/A.csv" in done.err
    assert not Path("data").exists()


def test_a_list_named_twice_is_read_once() -> None:
    write(Path("lists/a.tsv"))
    done = call("parse", "lists", "./lists/a.tsv", "--output", "-", "--format", "jsonl")
    assert (done.code, done.out.count(b"\n")) == (0, 2)


def test_a_list_is_never_overwritten() -> None:
    path = write(Path("lists/a.csv"), SMALL.replace("\t", ","))
    done = call("parse", path, "--output", "lists")
    assert done.code == 2
    assert "lists/a.csv: writing would replace the list itself" in done.err
    assert names(Path("lists")) == ["a.csv"]
    assert Path(path).read_text(encoding="utf-8") == SMALL.replace("\t", ",")


def test_one_unreadable_list_of_ten_leaves_the_nine_others() -> None:
    for number in range(9):
        write(Path(f"lists/{number}.tsv"))
    write(Path("lists/broken.tsv"), "")
    done = call("parse", "lists")
    assert done.code == 2
    assert len(names(Path("data/normalized"))) == 27
    assert "9 of 10 lists were read." in done.err
    assert "not read: lists/broken.tsv" in done.err


@pytest.mark.parametrize("kind", DAMAGED)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_no_list_is_one_clear_error(kind: str, language: str) -> None:
    Path("a.tsv").write_bytes(DAMAGED[kind])
    done = call("parse", "a.tsv", language=language)
    assert done.code == 2
    assert done.err.startswith("エラー: a.tsv" if language == "ja" else "error: a.tsv")
    assert "Traceback" not in done.err
    assert not Path("data").exists()


def test_a_list_that_is_not_there_is_an_error() -> None:
    done = call("parse", "nowhere.tsv")
    assert (done.code, done.out) == (2, b"")
    assert "nowhere.tsv: there is no such file." in done.err


def test_a_file_name_that_is_no_text_is_an_error() -> None:
    name = os.fsdecode(b"\xff.tsv")
    Path(name).write_bytes(SMALL.encode())
    done = call("parse", name)
    assert done.code == 2
    assert "the name of the file is no readable text" in done.err


def test_an_encoding_can_be_given() -> None:
    path = write(Path("a.tsv"), encoding="cp932")
    assert call("parse", path, "--encoding", "cp932").code == 0
    done = call("parse", path, "--encoding", "utf-8")
    assert done.code == 2
    assert "is not utf-8" in done.err


def test_strict_names_leftovers_and_doubtful_rows_and_writes_all_the_same() -> None:
    done = call("parse", write(Path("a.tsv"), LEFT_OVER), "--strict", "--quiet")
    assert done.code == 1
    assert "a.tsv:4: " in done.err
    assert names(Path("data/normalized")) == ["a.csv", "a.json", "a.targets.csv"]


def test_strict_lets_a_clean_list_pass() -> None:
    assert call("parse", write(Path("a.tsv")), "--strict").code == 0


def test_strict_names_a_correction_whose_row_is_gone() -> None:
    write(Path("a.toml"), '[[corrections]]\nline = 99\ncolumn = "item"\nvalue = "x"\nreason = "計画書による"\n')
    done = call("parse", write(Path("a.tsv")), "--strict")
    assert done.code == 1
    assert (
        "a.toml:1: the correction of item, line 99 (計画書による) was not used: no row begins on its line" in done.err
    )


def test_the_streamed_format_finds_the_same_as_the_whole_one() -> None:
    path = write(Path("a.tsv"), LEFT_OVER)
    streamed, whole = (call("parse", path, "--strict", "--format", name) for name in ("jsonl", "json"))
    assert streamed.err.replace(".jsonl", ".json") == whole.err


def test_quiet_says_nothing_of_what_went_well() -> None:
    assert call("parse", write(Path("a.tsv")), "--quiet") == (0, b"", "")


def test_quiet_still_says_what_went_wrong() -> None:
    assert "the file is empty" in call("parse", write(Path("a.tsv"), ""), "--quiet").err


def test_the_summary_of_the_shipped_list_names_what_to_look_at() -> None:
    done = call("parse", str(SHIPPED), "--output", "out", language="ja")
    assert done.err.count("\n") == 1
    assert "131行、10ページ（表2つ）、utf-8" in done.err
    assert "どの列にも入らなかったセル 1（15行目）" in done.err


@pytest.mark.parametrize(
    ("count", "ja", "en"),
    [
        (5, "（4行目、5行目、6行目、7行目、8行目）", "(line 4, line 5, line 6, line 7, line 8)"),
        (7, "（4行目、5行目、6行目、7行目、8行目、ほか2）", "(line 4, line 5, line 6, line 7, line 8, 2 more)"),
    ],
)
def test_the_first_places_to_look_at_are_named_and_the_rest_is_counted(count: int, ja: str, en: str) -> None:
    path = write(Path("a.tsv"), SMALL + count * LEFT_OVER.removeprefix(SMALL))
    said = {language: call("parse", path, language=language).err for language in ("ja", "en")}
    assert f"どの列にも入らなかったセル {count}{ja}" in said["ja"]
    assert f"leftovers {count} {en}" in said["en"]


@pytest.mark.parametrize("debug", ["", "1"])
def test_what_nobody_foresaw_is_one_line_and_a_traceback_only_for_debugging(
    debug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("\x1b[31mcell")

    monkeypatch.setattr("dxlist.document.parse", fail)
    monkeypatch.setenv("DXLIST_DEBUG", debug)
    done = call("parse", write(Path("a.tsv")))
    assert done.code == 2
    assert "KeyError" in done.err
    assert "report" in done.err
    assert "\x1b" not in done.err
    assert ("Traceback" in done.err) == bool(debug)
    assert debug or done.err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-7", "idna"])
def test_an_encoding_that_cannot_be_is_said_with_its_place(tmp_path: Path, encoding: str) -> None:
    done = call("parse", write(tmp_path / "a.tsv"), "--encoding", encoding, "--output", str(tmp_path / "out"))
    assert done.code == 2
    assert f"a.tsv:1: byte 1 is not {encoding}; " in done.err
