"""``dxlist query`` as it is typed: what stands on standard output, what is said, and the exit code."""

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from dxlist.report.wrapping import cells
from tests.cli.runs import SMALL, call, finish, run, start, write
from tests.cli.terminal import EVIL, lines_of, see, width_of
from tests.lists import SHIPPED, ids_of
from tests.query.lists import NORMALISED

LIST = str(NORMALISED)


def rows(text: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode()), delimiter=delimiter))


@pytest.mark.parametrize("source", [str(SHIPPED), LIST, str(NORMALISED.parent)], ids=["raw", "json", "folder"])
def test_a_division_is_found_in_raw_and_normalised_lists(source: str) -> None:
    done = call("query", source, "--dept", "デジタル変革課", "--count")
    assert (done.code, done.out) == (0, b"34\n")


def test_without_paths_data_raw_is_asked(tmp_path: Path) -> None:
    write(tmp_path / "data" / "raw" / "list.tsv")
    done = run("query", "--count", cwd=tmp_path)
    assert (done.code, done.out) == (0, b"2\n")


def test_standard_input_is_asked() -> None:
    done = run("query", "-", "--dept", "統計課", "-c", "project_name", "-f", "csv", stdin=SMALL.encode())
    assert done.out.decode() == "project_name\n統計データ公開事業\n"


def test_the_table_holds_every_letter_within_80_cells() -> None:
    done = call("query", LIST, "--dept", "デジタル変革課", language="ja")
    text = done.out.decode()
    assert max(map(cells, text.splitlines())) <= 80
    assert text.count("デジタル変革課") == 34
    assert "…" not in text
    assert done.err == "34行（事業21件）\n"


@pytest.mark.parametrize(("language", "first"), [("ja", " 行  項目番号"), ("en", "line  codes")])
def test_the_header_is_in_the_language(language: str, first: str) -> None:
    done = call("query", LIST, "--item", "3(6)", language=language)
    assert done.out.decode().lstrip().startswith(first.lstrip())


@pytest.mark.parametrize(("width", "language"), [(40, "ja"), (40, "en"), (80, "ja"), (120, "en")])
@pytest.mark.parametrize("more", [(), ("--group-by", "dept"), ("--projects",)], ids=["rows", "groups", "projects"])
def test_on_a_terminal_nothing_is_cut(width: int, language: str, more: tuple[str, ...]) -> None:
    text = see("query", LIST, "--field", "第4-1", *more, width=width, DXLIST_LANG=language)
    assert max(map(width_of, lines_of(text))) <= width
    assert "…" not in text


def test_bars_stand_beside_the_counts_on_a_terminal_only() -> None:
    assert "█" in see("query", LIST, "--group-by", "status")
    assert "█" not in run("query", LIST, "--group-by", "status").out.decode()


def test_the_header_stands_out_without_a_colour_of_its_own() -> None:
    text = see("query", LIST, "--item", "3(6)")
    assert "\x1b[1m" in text
    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-8]|9[0-7])m", text)
    assert "\x1b" not in see("query", LIST, "--item", "3(6)", NO_COLOR="1")


def test_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    source = write(tmp_path / "list.tsv", SMALL.replace("統計データ公開事業", EVIL))
    text = see("query", source)
    assert "\x1b]0;" not in text
    assert "\u202e" not in text
    assert "[red]" in text


@pytest.mark.parametrize(("language", "more"), [("ja", "ほか21"), ("en", "21 more")])
def test_of_the_targets_of_a_group_the_most_frequent_units_are_shown_and_the_rest_is_counted(
    language: str, more: str
) -> None:
    """The rows without a year have targets in 24 units."""
    lines = call("query", LIST, "--group-by", "due", language=language).out.decode().splitlines()
    at = next(number for number, line in enumerate(lines) if re.search(r" 122 +102 ", line))
    assert [next(u for u in ("件", "%", "人") if u in line) for line in lines[at : at + 3]] == ["件", "%", "人"]
    assert [line.strip() for line in lines[at + 3 :]] == [more]
    assert more not in call("query", LIST, "--group-by", "due", "--wide", language=language).out.decode()


def test_a_blank_line_parts_rows_that_take_several_lines_and_no_others() -> None:
    wrapped = call("query", LIST, "--item", "3(6)").out.decode().split("\n\n")
    assert [re.findall(r"^ *(\d+) ", part, re.MULTILINE) for part in wrapped] == [["29"], ["30"]]
    short = call("query", LIST, "--item", "3(6)", "--columns", "line,item_codes").out.decode()
    assert len(short.splitlines()) == 4
    assert "\n\n" not in short


def test_wide_wraps_nothing() -> None:
    lines = call("query", LIST, "--dept", "デジタル変革課", "--wide").out.decode().splitlines()
    assert len(lines) == 36
    assert max(map(cells, lines)) > 300


def test_json_and_json_lines_hold_whole_records() -> None:
    whole = {r["initiative_id"]: r for r in json.loads(NORMALISED.read_text(encoding="utf-8"))["initiatives"]}
    for source in (LIST, str(NORMALISED)):
        found = json.loads(call("query", source, "--item", "3(6)", "-f", "json").out)
        assert [r["line"] for r in found] == [29, 30]
        assert all(r == whole[r["initiative_id"]] for r in found)
        lines = call("query", source, "--item", "3(6)", "-f", "jsonl").out.decode().splitlines()
        assert [json.loads(line) for line in lines] == found


def test_json_of_columns_holds_these_alone() -> None:
    done = call("query", LIST, "--item", "3(6)", "-f", "json", "--columns", "line,value,unit")
    assert json.loads(done.out) == [
        {"line": 29, "value": [1400], "unit": ["時間"]},
        {"line": 30, "value": [58], "unit": ["%"]},
    ]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_tables_for_programs_have_the_names_of_the_records(name: str, delimiter: str) -> None:
    found = rows(call("query", LIST, "--dept", "高校教育課", "-f", name, language="ja").out, delimiter)
    assert [r["line"] for r in found] == ["97", "98", "99"]
    assert found[1]["departments"] == "教育庁 教育総務課;教育庁 高校教育課;教育庁 特別支援教育課"
    assert found[0]["local_government_code"] == "070009"


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_formula_stays_a_text_unless_it_is_wanted_raw(tmp_path: Path, name: str) -> None:
    source = write(tmp_path / "list.tsv", SMALL.replace("統計データ公開事業", "=SUM(A1)統計データ公開事業"))
    safe, raw = (
        call("query", source, "--dept", "統計課", "-c", "project_name", "-f", name, *more).out.decode()
        for more in ((), ("--raw-text",))
    )
    assert raw.splitlines()[1] == "=SUM(A1)統計データ公開事業"
    assert safe.splitlines()[1] == "'=SUM(A1)統計データ公開事業"


def test_markdown_is_a_table() -> None:
    text = call("query", LIST, "--item", "3(6)", "-f", "markdown").out.decode()
    assert text.splitlines()[1] == "|---|---|---|---|---|"
    assert text.count("\n") == 4


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (("--sort", "-line", "--limit", "2"), ["166", "165"]),
        (("--sort", "-value", "--kpi-unit", "件", "-n", "2"), ["92", "14"]),
        (("--sort", "項目番号,-line", "--item", "1(1)", "--part", "1"), ["51", "7", "6", "5"]),
        (("--limit", "0"), []),
    ],
)
def test_sort_and_limit(more: tuple[str, ...], expected: list[str]) -> None:
    assert [r["line"] for r in rows(call("query", LIST, "-f", "csv", *more).out)] == expected


@pytest.mark.parametrize(
    ("more", "ja", "en"),
    [
        ((), "131行（事業111件）", "131 rows of 111 projects"),
        (("--limit", "2"), "131行（事業111件）のうち2行", "2 of 131 rows of 111 projects"),
        (("--projects",), "131行（事業111件）", "131 rows of 111 projects"),
        (
            ("--projects", "--limit", "2"),
            "131行（事業111件）のうち事業2件",
            "2 projects shown of 131 rows of 111 projects",
        ),
        (
            ("--group-by", "status", "--limit", "2"),
            "グループ6のうち2。全体では131行（事業111件）",
            "2 of 6 groups (of 131 rows of 111 projects in all)",
        ),
        (("--where", "line = 62"), "1行（事業1件）", "1 row of 1 project"),
        (("--dept", "行政経営課", "--kpi-unit", "PV"), "0行（事業0件）", "0 rows of 0 projects"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_how_much_there_is_and_how_much_of_it_is_shown_is_said(more: tuple[str, ...], ja: str, en: str) -> None:
    assert [call("query", LIST, *more, language=name).err for name in ("ja", "en")] == [f"{ja}\n", f"{en}\n"]


def test_item_codes_are_sorted_as_a_document_has_them() -> None:
    found = rows(call("query", LIST, "--field", "第4-1", "--sort", "item_codes", "-f", "csv").out)
    codes = list(dict.fromkeys(r["item_codes"] for r in found))
    assert codes[:10] == [f"1({n})" for n in range(1, 11)]


def test_groups_for_programs_hold_sums() -> None:
    found = json.loads(call("query", LIST, "--group-by", "due", "-f", "json").out)
    assert [(g["due"], g["rows"], g["projects"]) for g in found] == [(2022, 3, 3), (2025, 6, 6), (None, 122, 102)]
    (total,) = (t for t in found[1]["targets"] if t["total"])
    assert total == {
        "unit": "件", "metric": "研究成果(普及に移しうる成果数)", "targets": 3, "projects": 3, "total": 19,
        "at_least": False, "least": 4, "greatest": 10,
    }  # fmt: skip


def test_groups_can_be_sorted_and_counted() -> None:
    done = call("query", LIST, "--group-by", "status", "--sort", "rows", "-f", "csv", "--limit", "2")
    assert [r["rows"] for r in rows(done.out)] == ["1", "1"]
    assert call("query", LIST, "--group-by", "status", "--count").out == b"6\n"


def test_a_project_is_one_line() -> None:
    found = json.loads(call("query", LIST, "--dept", "技術管理課", "--projects", "-f", "json").out)
    assert [(p["rows"], len(p["initiative_ids"]), p["amounts"]) for p in found] == [(5, 5, ["165.6時間"])]
    assert call("query", LIST, "--projects", "--count").out == b"111\n"


def test_an_unknown_name_gives_the_nearest_and_1() -> None:
    done = run("query", LIST, "--dept", "デジタル変革", DXLIST_LANG="ja")
    assert (done.code, done.out) == (1, b"")
    assert "「企画調整部 デジタル変革課」のことですか。" in done.err
    english = run("query", LIST, "--dept", "デジタル変革")
    assert "Did you mean 企画調整部 デジタル変革課?" in english.err


@pytest.mark.parametrize(
    ("name", "printed"), [("table", ""), ("json", "[]\n"), ("jsonl", ""), ("csv", "line\n"), ("tsv", "line\n")]
)
def test_known_names_without_a_row_give_an_empty_answer_and_0(name: str, printed: str) -> None:
    columns = () if name in {"table", "json"} else ("-c", "line")
    done = call("query", LIST, "--dept", "行政経営課", "--kpi-unit", "PV", "-f", name, *columns)
    assert (done.code, done.out.decode()) == (0, printed)


USAGE = [
    (("--kpi-min", "many"), "--kpi-min many: this is not a number"),
    (("--kpi-max", "nan"), "this is not a number"),
    (("--due", "someday"), "--due someday: this is not a fiscal year"),
    (("--dept", " "), "--dept: it is empty"),
    (("--text", ""), "--text: it is empty"),
    (("--format", "xml"), '--format: "xml" is none of table, json'),
    (("--group-by", "town"), '"town" is none of dept, department, field'),
    (("--group-by", "dept", "--projects"), "it cannot go with --projects"),
    (("--group-by", "dept", "--columns", "line"), "it cannot go with --columns"),
    (("--group-by", "dept", "--sort", "line"), "--sort line: the answer cannot be sorted by that"),
    (("--columns", "lien"), 'there is no column "lien". Did you mean line'),
    (("--sort", "lien"), "Did you mean line"),
    (("--where", "lien = 1"), 'character 1 (lien): there is no column "lien"'),
    (("--output", ""), "--output: it is empty"),
    (("--output", "/"), "/: "),
    (("--output", "list.pdf"), 'list.pdf: the suffix ".pdf" names no format. Give one of table, json'),
    (("--limit", "-1"), "--limit"),
    (("--part", "0"), "--part"),
]


@pytest.mark.parametrize(("more", "said"), USAGE, ids=lambda value: str(value)[:40])
def test_wrong_usage_is_2(more: tuple[str, ...], said: str) -> None:
    done = call("query", LIST, *more)
    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("year", ["2025", "２０２５", "令和7年度", "R7"])
def test_a_year_may_be_typed_in_any_calendar(year: str) -> None:
    assert call("query", LIST, "--due", year, "--count").out == b"6\n"


@pytest.mark.parametrize("number", ["100000", "100,000", "１０００００"])
def test_a_number_may_be_typed_in_any_width(number: str) -> None:
    assert call("query", LIST, "--kpi-unit", "件", "--kpi-min", number, "--count").out == b"2\n"


@pytest.mark.parametrize(
    ("command", "begins", "also"),
    [
        (("query", "--count"), "2\n", ""),
        (("query", "--dept", "土木部"), "", "no list knows this department"),
        (("show", "good:3"), f"{ids_of(SMALL, 'good')[3]} 統計データ公開事業\n", ""),
        (("show", "good-0009"), "", "no row of the lists has this ID"),
        (("stats",), "good\n2 rows of 2 projects ", ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_unreadable_list_is_2_and_the_others_are_asked(
    command: tuple[str, ...], begins: str, also: str, tmp_path: Path
) -> None:
    """What a list that was not read may hold makes an answer of the others no whole one, nor a name unknown."""
    done = call(*command, write(tmp_path / "good.tsv"), write(tmp_path / "bad.json", "{"))
    assert done.code == 2
    assert done.out.decode().startswith(begins)
    assert bool(done.out) is bool(begins)
    assert "bad.json: " in done.err
    assert also in done.err


def test_several_lists_show_ids_in_place_of_lines(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.tsv"), write(tmp_path / "other.tsv")
    text = call("query", one, other).out.decode()
    assert ids_of(SMALL, "one")[2] in text
    assert ids_of(SMALL, "other")[3] in text


def test_a_file_is_written_in_the_format_of_its_name(tmp_path: Path) -> None:
    target = tmp_path / "found.csv"
    assert call("query", LIST, "--item", "3(6)", "-o", str(target)).code == 0
    assert [r["line"] for r in rows(target.read_bytes())] == ["29", "30"]
    assert call("query", LIST, "--item", "2(3)", "-o", str(target)).code == 0
    assert rows(target.read_bytes())[0]["line"] == "23"


@pytest.mark.parametrize("named", ["file", "folder"])
def test_a_list_is_never_overwritten(tmp_path: Path, named: str) -> None:
    source = write(tmp_path / "list.csv", SMALL.replace("\t", ","))
    before = Path(source).read_bytes()
    done = call("query", source if named == "file" else str(tmp_path), "-o", source, "--overwrite")
    assert done.code == 2
    assert Path(source).read_bytes() == before


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert call("query", LIST, "--count", "-o", os.devnull).code == 0


def test_a_closed_pipe_is_no_error() -> None:
    process = start("query", LIST, "--wide")
    assert process.stdout is not None
    process.stdout.close()
    assert finish(process) == (0, "")


@pytest.mark.parametrize("command", [("query", "--dept", "総務部"), ("show", "1"), ("sql", "SELECT 1")])
def test_where_no_list_can_be_read_nothing_is_answered(command: tuple[str, ...], tmp_path: Path) -> None:
    done = call(*command, write(tmp_path / "empty.tsv", ""))
    assert (done.code, done.out) == (2, b"")
    assert done.err.count("\n") == 1
    assert "the file is empty" in done.err


def test_a_target_in_a_column_of_its_own_is_shown_with_its_unit(tmp_path: Path) -> None:
    text = (
        "事業名,担当課,成果指標,単位,目標値（R7）\n健診事業,健康課,受診率,％,98.0\n相談事業,福祉課,相談件数,件,120件\n"
    )
    out = call("query", write(tmp_path / "a.csv", text), "--columns", "amounts,targets", "-f", "csv").out.decode()
    assert out.splitlines()[1:] == ["98.0%,受診率: 98.0%", "120件,相談件数: 120件"]
