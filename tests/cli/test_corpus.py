"""A corpus of lists in folders: their ids, the files that they become, what is passed over, what is left over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dxlist
from tests.cli.runs import FIRST, HEADER, SMALL, call, names, run, write
from tests.lists import ids_of

if TYPE_CHECKING:
    from collections.abc import Callable

CSV = SMALL.replace("\t", ",")
OUT = Path("data/normalized")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def corpus() -> None:
    """Two governments with lists of one name, as a corpus is laid out; it was refused."""
    for government in ("070009_0", "040002_0"):
        for year in (2018, 2019):
            write(Path("corpus") / government / f"list_{year}.csv", CSV)


def documents(*paths: str) -> list[str]:
    """Return the ids that ``dxlist parse`` gives to lists, in order."""
    out = call("parse", *paths, "--format", "jsonl", "-o", "-").out.decode()
    return list(dict.fromkeys(json.loads(line)["document_id"] for line in out.splitlines()))


def files(folder: Path = OUT) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


# --- ids and folders


@pytest.mark.usefixtures("corpus")
def test_lists_of_one_name_in_folders_have_ids_of_their_own() -> None:
    done = call("parse", "corpus")
    assert (done.code, "4 of 4 lists were read" in done.err) == (0, True)
    assert [file for file in files() if file.endswith(".json")] == [
        "040002_0/list_2018.json", "040002_0/list_2019.json", "070009_0/list_2018.json", "070009_0/list_2019.json"
    ]  # fmt: skip
    assert call("parse", "corpus", "--check").code == 0
    for place in ("corpus", "data/normalized"):
        assert call("query", place, "--count").out == b"8\n"
    found = json.loads((OUT / "070009_0/list_2018.json").read_bytes())["initiatives"]
    assert [row["initiative_id"] for row in found] == list(ids_of(SMALL, "070009_0/list_2018").values())
    shown = call("show", found[1]["initiative_id"], "data/normalized", "--format", "json")
    assert json.loads(shown.out)["initiative"]["document_id"] == "070009_0/list_2018"
    assert call("show", "070009_0/list_2018:3", "corpus").out.decode().startswith(found[1]["initiative_id"])


@pytest.mark.usefixtures("corpus")
def test_each_format_holds_ids_of_folders(tmp_path: Path) -> None:
    """A slash stands in an id: no table, no SQL and no URI stumbles over it."""
    asked = "SELECT count(*) AS n FROM initiatives WHERE document_id = '070009_0/list_2018'"
    assert json.loads(call("sql", asked, "corpus", "--format", "json").out) == [{"n": 2}]
    for name in ("a.xlsx", "a.sqlite", "a.json"):
        assert call("export", "corpus", "-o", name).code == 0
    assert call("export", "corpus", "--to", "datapackage", "-o", "package").code == 0
    assert names(tmp_path / "package")
    sarif = json.loads(call("validate", "corpus", "--format", "sarif").out)
    uris = {artifact["location"]["uri"] for artifact in sarif["runs"][0]["artifacts"]}
    assert "corpus/070009_0/list_2018.csv" in uris


IDS = [
    # files, where dxlist.toml stands, what is named -> ids
    (["x/r04.tsv"], None, ["x/r04.tsv"], ["r04"]),
    (["x/r04.tsv"], None, ["x"], ["r04"]),
    (["x/r04.tsv"], None, ["."], ["x/r04"]),
    (["x/r04.tsv"], None, ["./x/../x"], ["r04"]),
    (["x/r04.tsv"], ".", ["x/r04.tsv"], ["x/r04"]),
    (["x/r04.tsv"], ".", ["x"], ["x/r04"]),
    (["x/r04.tsv"], "x", ["."], ["r04"]),
    (["x/y/r04.tsv", "x/r04.tsv"], "x", ["x/y", "x/r04.tsv"], ["y/r04", "r04"]),
    (["a/list.tsv", "b/list.tsv"], ".", ["a/list.tsv", "b/list.tsv"], ["a/list", "b/list"]),
    (["a.b/r04.v2.tsv", "a.b/r04.v3.tsv"], None, ["."], ["a.b/r04.v2", "a.b/r04.v3"]),
    (["福島県/令和4年度 #1?.tsv"], None, ["."], ["福島県/令和4年度 #1?"]),
    (["x/.hidden/r04.tsv", "x/r05.tsv", "x/~$r05.tsv", "x/__MACOSX/r05.tsv"], None, ["x"], ["r05"]),
]


@pytest.mark.parametrize(("given", "root", "named", "ids"), IDS)
def test_an_id_is_the_path_below_the_root(given: list[str], root: str | None, named: list[str], ids: list[str]) -> None:
    for file in given:
        write(Path(file))
    if root:
        write(Path(root) / "dxlist.toml", "")
    assert documents(*named) == ids
    if len(given) == len(ids) == 1 and root:
        assert dxlist.parse(given[0]).document.document_id == ids[0]


def test_the_library_gives_the_same_ids() -> None:
    for name in ("a/list.tsv", "b/list.tsv"):
        write(Path(name))
    found = dxlist.parse_many(".")
    assert [document.document.document_id for document in found] == ["a/list", "b/list"]


def test_linked_folders_are_searched_once() -> None:
    write(Path("lists/r04/list.tsv"))
    Path("lists/r04/round").symlink_to("..")
    Path("lists/r05").symlink_to("r04")
    assert documents("lists") == ["r04/list"]


def test_what_is_written_below_the_folder_is_not_read_again() -> None:
    write(Path("data/raw/a.tsv"))
    for _ in range(2):
        assert documents("data") == ["raw/a"]
        assert call("parse", "data").code == 0
    write(Path("lists/b.tsv"))
    for _ in range(2):
        done = call("parse", "lists", "-o", "lists")
        assert done.code == 0, done.err
        assert names(Path("lists")) == ["b.csv", "b.json", "b.targets.csv", "b.tsv"]
    done = call("parse", "lists", "-o", "lists/out", "--format", "csv")
    assert call("parse", "lists", "-o", "lists/out", "--format", "csv").err == done.err


def test_of_raw_and_normalised_files_the_normalised_ones_are_read_and_new_lists_are_named() -> None:
    write(Path("data/raw/a.tsv"))
    assert call("parse").code == 0
    write(Path("data/raw/b.tsv"))
    write(Path("data/raw/メモ.txt"), "メモ\n")
    done = call("query", "data", "--count")
    assert done.out == b"2\n"
    assert done.err == "passed over: data/raw/b.tsv (list that dxlist parse has not read yet)\n"


# --- what is passed over

BESIDE = {
    "一覧.pdf": ("PDF", "PDF"),
    "a.docx": ("Word文書", "Word document"),
    "x/b.XLSX": ("Excelブック", "Excel workbook"),
    "c.zip": ("圧縮ファイル", "archive"),
    "写真.jpg": ("画像", "image"),
    "x/メモ.txt": ("表がない", "no table in it"),
    "空.txt": ("空のファイル", "empty file"),
}
TEXTS = {"x/メモ.txt": "明日、統計課に電話する。\n連絡先\t総務部\n", "空.txt": ""}


@pytest.mark.parametrize("command", ["parse", "query", "stats", "validate", "dedupe", "export"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_files_that_are_passed_over_are_named_with_the_reason(command: str, language: str) -> None:
    """PDF and Word were passed over without a word, and a memo ended everything with 2."""
    write(Path("lists/a.tsv"))
    for name in (*BESIDE, "x.py", "README.md", "a.toml", "Makefile"):
        write(Path("lists") / name, TEXTS.get(name, "# "))
    done = call(command, "lists", *(["-o", "a.xlsx"] if command == "export" else []), language=language)
    assert done.code == 0, done.err
    said = next(line for line in done.err.splitlines() if line.startswith(("読まなかったもの: ", "passed over: ")))
    for name, (japanese, english) in BESIDE.items():
        assert f"lists/{name}" + (f"（{japanese}）" if language == "ja" else f" ({english})") in said
    assert not any(f"lists/{name}" in said for name in ("x.py", "README.md", "a.toml", "Makefile"))
    assert "passed over" not in call("query", "lists", "--quiet").err


@pytest.mark.parametrize("text", [HEADER, "人口\t世帯数\t面積\n1\t2\t3\n", ""])
def test_a_list_that_cannot_be_read_is_no_memo(text: str) -> None:
    write(Path("lists/a.tsv"))
    write(Path("lists/b.csv"), text)
    assert call("query", "lists", "--count").code == 2


def test_a_folder_of_memos_alone_is_an_error() -> None:
    write(Path("lists/a.txt"), "メモ\n")
    for command in ("parse", "query"):
        done = call(command, "lists")
        assert (done.code, "no list (.tsv" in done.err) == (2, True)


def test_a_folder_that_cannot_be_opened_is_2_and_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its path is longer than a system takes, which root cannot open either."""
    write(Path("lists/a.tsv"))
    with monkeypatch.context() as deep:
        deep.chdir("lists")
        for _ in range(17):
            Path("x" * 250).mkdir()
            deep.chdir("x" * 250)
    assert (call("query", "lists", "--count").code, call("query", "lists", "--count").out) == (2, b"2\n")


def test_a_link_to_nothing_is_named() -> None:
    write(Path("lists/a.tsv"))
    Path("lists/b.tsv").symlink_to("nowhere.tsv")
    assert "lists/b.tsv (link to nothing)" in call("query", "lists").err


# --- one id twice


def two_of_one_id(suffix: str) -> list[str]:
    if suffix == ".tsv":
        return [write(Path("r04/list.tsv")), write(Path("r05/list.tsv"))]
    write(Path("data/raw/list.tsv"))
    assert call("parse").code == 0
    (OUT / "copy.json").write_bytes((OUT / "list.json").read_bytes())
    return [str(OUT / "copy.json"), str(OUT / "list.json")]


@pytest.mark.parametrize("suffix", [".tsv", ".json"])
@pytest.mark.parametrize(
    "command",
    [("query", "--count"), ("stats",), ("dedupe",), ("sql", "SELECT 1"), ("show", "2"), ("export", "-o", "a.csv")],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_two_documents_of_one_id_are_an_error_where_records_are_joined(
    command: tuple[str, ...], suffix: str, language: str
) -> None:
    """Two .json of one id were counted twice: 262 rows of 131, and exit 0."""
    one, two = two_of_one_id(suffix)
    done = call(*command, one, two, language=language)
    assert (done.code, done.out) == (2, b"")
    assert f"{one}, {two}: " in done.err
    assert ("「list」" if language == "ja" else '"list"') in done.err


@pytest.mark.parametrize("suffix", [".tsv", ".json"])
def test_validate_goes_on_where_two_lists_have_one_id(suffix: str) -> None:
    one, two = two_of_one_id(suffix)
    assert call("validate", one, two).code == 0
    wrong = FIRST.replace("総務部 情報政策課", "総務部 情報政策").replace("100件", "100")
    Path("r04").mkdir(exist_ok=True)
    write(Path("r04/list.tsv"), HEADER + wrong.replace("を", "をの"))
    write(Path("r05/list.tsv"), HEADER + wrong.replace("を", "をの"))
    found = json.loads(call("validate", "r04/list.tsv", "r05/list.tsv", "--select", "DX203", "--format", "json").out)
    assert {finding["file"] for finding in found} == {"r04/list.tsv", "r05/list.tsv"}
    prints = json.loads(call("validate", "r04/list.tsv", "r05/list.tsv", "--format", "gitlab").out)
    assert len({one["fingerprint"] for one in prints}) == len(prints)
    library = dxlist.validate("r04/list.tsv", "r05/list.tsv", select="DX203")
    assert {finding.file for finding in library} == {"r04/list.tsv", "r05/list.tsv"}


def test_parse_check_goes_on_where_two_lists_have_one_id() -> None:
    lists = two_of_one_id(".tsv")
    assert call("parse", *lists).code == 2
    done = call("parse", "--check", *lists)
    assert (done.code, "data/normalized/list.json: is missing" in done.err) == (1, True)


# --- files that no list gives


def with_orphans() -> list[str]:
    """Normalise two lists, take one away, and put beside what dxlist did not write as a normalised file."""
    for name in ("a.tsv", "old/b.tsv"):
        write(Path("data/raw") / name)
    assert call("parse").code == 0
    Path("data/raw/old/b.tsv").unlink()
    Path("data/raw/old").rmdir()
    kept = {"note.txt": "メモ", "old/b.html": "<html>", "x.json": '{"a": 1}', "own.csv": "分野,項目\n1,2\n"}
    for name, text in kept.items():
        write(OUT / name, text)
    assert call("query", "data/raw", "-o", str(OUT / "answer.csv")).code == 0
    return ["old/b.csv", "old/b.json", "old/b.targets.csv"]


def test_check_names_normalised_files_that_no_list_gives() -> None:
    """They were not seen: a list that was renamed or taken out stayed in every total."""
    orphans = with_orphans()
    done = call("parse", "--check")
    assert done.code == 1
    assert [line for line in done.err.splitlines() if "no list gives this file" in line] == [
        f"data/normalized/{name}: no list gives this file; the command with --prune removes it."
        for name in sorted(orphans, key=lambda name: (not name.endswith(".json"), name))
    ]
    assert "3 files checked: no difference, but 3 files that no list gives." in done.err
    assert set(orphans) <= set(files())
    japanese = call("parse", "--check", "--quiet", language="ja").err
    assert "data/normalized/old/b.json: これを作る一覧がありません。--prune" in japanese


def test_prune_removes_them_and_nothing_else() -> None:
    orphans, before = with_orphans(), files()
    done = call("parse", "--prune")
    assert done.code == 0
    assert files() == [name for name in before if name not in orphans]
    assert "data/normalized/old/b.json: removed, for no list gives it." in done.err
    Path(OUT / "old/b.html").unlink()
    assert call("parse", "--check").code == 0


def test_an_empty_folder_goes_with_its_files() -> None:
    for name in ("a.tsv", "x/y/b.tsv"):
        write(Path("lists") / name)
    assert call("parse", "lists").code == 0
    Path("lists/x/y/b.tsv").unlink()
    assert call("parse", "lists", "--prune").code == 0
    assert names(OUT) == ["a.csv", "a.json", "a.targets.csv"]


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl"])
def test_of_one_format_a_document_of_a_list_is_no_orphan(format_: str) -> None:
    write(Path("data/raw/a.tsv"))
    assert call("parse").code == call("parse", "--format", format_).code == 0
    assert call("parse", "--check", "--format", format_).code == 0


def test_a_run_over_some_lists_says_nothing_of_the_others() -> None:
    for name in ("data/raw/a.tsv", "data/raw/b.tsv", "other/c.tsv"):
        write(Path(name))
    assert call("parse").code == call("parse", "other").code == 0
    assert call("parse", "--check", "data/raw/a.tsv").code == 0
    done = call("parse", "--prune", "data/raw/a.tsv")
    assert (done.code, "--prune" in done.err) == (2, True)
    assert call("parse", "--prune", "other").code == 0
    assert (OUT / "a.json").exists(), "its list stands where it belongs"


def test_below_a_root_a_folder_says_nothing_of_the_folders_beside_it() -> None:
    write(Path("dxlist.toml"), "")
    for name in ("lists/r04/a.tsv", "lists/r05/a.tsv", "lists/r05/b.tsv"):
        write(Path(name))
    assert call("parse", "lists", "-o", "out").code == 0
    for name in ("lists/r04/a.tsv", "lists/r05/b.tsv"):
        Path(name).unlink()
    done = call("parse", "--check", "lists/r05", "-o", "out")
    assert done.code == 1
    assert "out/lists/r05/b.json: no list" in done.err
    assert "r04" not in done.err


def test_a_file_of_before_the_root_is_left_over() -> None:
    """Beside the file of the longer id it would be counted, too."""
    write(Path("data/raw/a.tsv"))
    assert call("parse").code == 0
    write(Path("dxlist.toml"), "")
    assert call("parse").code == 0
    assert "data/normalized/a.json: no list gives this file" in call("parse", "--check").err
    assert call("parse", "--prune").code == 0
    assert files() == ["data/raw/a.csv", "data/raw/a.json", "data/raw/a.targets.csv"]
    assert call("parse", "--check").code == 0


@pytest.mark.parametrize("others", [("--check",), ("-o", "-")])
def test_prune_writes_and_goes_with_nothing_that_does_not(others: tuple[str, ...]) -> None:
    write(Path("data/raw/a.tsv"))
    assert call("parse", "--prune", *others).code == 2


# --- one list that cannot be read

BROKEN = {"nothing": "", "no table": "<html></html>\n", "no header": "人口\t世帯数\t面積\n1\t2\t3\n"}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize(
    ("command", "made"),
    [
        (("query", "--count"), "2"),
        (("stats",), "2 rows"),
        (("dedupe",), "2 rows, 2 projects"),
        (("export", "-o", "-", "--format", "csv"), "統計データ公開事業"),
        (("sql", "SELECT count(*) FROM initiatives"), "2"),
        (("parse", "-o", "-", "--format", "jsonl"), "統計データ公開事業"),
        (("validate",), "0 warnings"),
    ],
)
def test_the_others_are_worked_on_and_the_end_is_2(command: tuple[str, ...], made: str, text: str) -> None:
    write(Path("lists/a.tsv"))
    write(Path("lists/b.tsv"), text)
    done = call(*command, "lists")
    assert done.code == 2
    assert made in done.out.decode()
    assert "lists/b.tsv" in done.err


def test_an_export_without_a_list_says_so() -> None:
    """It wrote nothing at all."""
    write(Path("lists/a.tsv"))
    write(Path("lists/b.tsv"), "")
    done = call("export", "lists", "-o", "a.xlsx")
    assert (done.code, Path("a.xlsx").exists()) == (2, True)
    assert "a.xlsx: a list could not be read, and is not in it." in done.err


REPORTS: dict[str, Callable[[str], bool]] = {
    "sarif": lambda out: (
        json.loads(out)["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"
    ),
    "junit": lambda out: 'errors="1"' in out and '<error type="unreadable-list"' in out,
    "github": lambda out: out.startswith("::error file=") and "title=unreadable-list" in out,
    "gitlab": lambda out: json.loads(out)[0]["severity"] == "blocker",
}


@pytest.mark.parametrize("format_", REPORTS)
@pytest.mark.parametrize("others", [(), ("a.tsv",)], ids=["alone", "beside another"])
def test_a_list_that_cannot_be_read_is_an_error_of_the_report(format_: str, others: tuple[str, ...]) -> None:
    """It was in none of the four; alone, the report was no document."""
    for name in others:
        write(Path(name))
    done = call("validate", *others, write(Path("b.tsv"), "<html></html>\n"), "--format", format_)
    out = done.out.decode()
    assert done.code == 2
    assert "b.tsv" in out
    assert REPORTS[format_](out)


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
def test_a_table_of_findings_of_no_list_at_all_says_so(format_: str) -> None:
    done = call("validate", write(Path("b.tsv"), ""), "--format", format_)
    assert done.code == 2
    assert b"unreadable-list" in done.out


def test_all_could_be_read_is_said_too() -> None:
    report = json.loads(call("validate", write(Path("a.tsv")), "--format", "sarif").out)
    assert report["runs"][0]["invocations"] == [{"executionSuccessful": True}]


# --- normalised files

WRONG = HEADER + FIRST.replace("を", "をの")


def normalised(root: str, out: str) -> str:
    write(Path(root) / "a.tsv", WRONG)
    assert call("parse", root, "-o", out).code == 0
    return f"{out}/a.json"


def test_a_finding_in_a_normalised_file_points_to_its_list() -> None:
    """It pointed to the line of the .json that has the number of the line of the list."""
    path = normalised("data/raw", "data/normalized")
    raw, made = (call("validate", one, "--select", "DX203", "--format", "github") for one in ("data/raw/a.tsv", path))
    assert b"file=data/raw/a.tsv,line=2" in raw.out
    assert made == raw
    assert json.loads(call("validate", path, "--format", "json").out)[0]["file"] == "data/raw/a.tsv"


@pytest.mark.parametrize("changed", [False, True])
def test_where_the_list_is_not_known_a_report_says_no_line(changed: bool) -> None:
    path = normalised("lists", "out")
    if changed:
        write(Path("raw/a.tsv"), WRONG + "\n")
    line = call("validate", path, "--select", "DX203", "--format", "github").out.decode()
    assert line.startswith("::warning file=out/a.json,title=DX203")
    result, *_ = json.loads(call("validate", path, "--select", "DX203", "--format", "sarif").out)["runs"][0]["results"]
    assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]
    found, *_ = json.loads(call("validate", path, "--select", "DX203", "--format", "json").out)
    assert (found["file"], found["line"]) == ("out/a.json", 2), "the line of the list, beside the id of the row"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n  "])
@pytest.mark.parametrize(
    ("command", "says"), [(("query", "--count"), "2\n"), (("stats",), "a\n2 rows"), (("validate",), "0 errors")]
)
def test_a_normalised_file_may_come_from_standard_input(command: tuple[str, ...], says: str, before: bytes) -> None:
    """ "No table was found", though the help says .json or -."""
    write(Path("lists/a.tsv"))
    data = before + call("parse", "lists/a.tsv", "-o", "-").out
    done = call(*command, "-", stdin=data)
    assert (done.code, done.out.decode().startswith(says) or says in done.out.decode()) == (0, True), done.err
    assert call(*command, "-", stdin=SMALL.encode("cp932")).code == 0


def test_the_pipe_is_a_real_one() -> None:
    data = call("parse", write(Path("a.tsv")), "-o", "-").out
    assert run("query", "-", "--count", stdin=data) == (0, b"2\n", "")


def test_a_baseline_outlives_the_root() -> None:
    """A dxlist.toml that is put above the lists gives them longer ids; what was known stays known."""
    write(Path("lists/a.tsv"), WRONG)
    assert call("validate", "lists", "--write-baseline", "known.json").code == 0
    write(Path("dxlist.toml"), 'baseline = "known.json"\n')
    assert dxlist.parse("lists/a.tsv").document.document_id == "lists/a"
    done = call("validate", "lists")
    assert (done.code, "not found any more" in done.err) == (0, False)
    write(Path("lists/b/a.tsv"), WRONG)
    assert call("validate", "lists").code == 1, "the same in another list is new"
