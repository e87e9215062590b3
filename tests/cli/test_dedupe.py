"""``dxlist dedupe``: its text on terminals and pipes, its files, its exit codes, and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dxlist.projects.suggesting import SUGGESTION_REASONS
from tests.cli.runs import FIRST, HEADER, SMALL, call, finish, names, run, start, write
from tests.cli.terminal import EVIL, STYLE, lines_of, see, width_of
from tests.lists import SHIPPED, ids_of
from tests.projects.dedupe_lists import SUGGESTING, write_list
from tests.query.lists import NORMALISED

LIST = str(NORMALISED)
FIGURES = {
    "en": ("131 rows, 111 projects, 8 shared, 10 programmes", "conflicts: 2 contradictions"),
    "ja": ("131行、111事業、うち複数の行にあるもの8、上位事業10", "矛盾2"),
}


def text(*arguments: str, language: str = "en") -> str:
    done = call("dedupe", *(arguments or (LIST,)), language=language)
    assert done.code == 0
    assert re.sub("^Decide suggested pairs: .*\n|^候補の組を.*\n|^.* decisions applied[.]\n", "", done.err) == ""
    return done.out.decode()


def body(*arguments: str) -> Any:
    done = call("dedupe", *arguments, "--format", "json")
    assert done.code == 0
    return json.loads(done.out)


def part(printed: str, heading: str) -> list[str]:
    """The lines of a part of the text, without those that are blank."""
    after = printed.split(f"■ {heading}", 1)[1].split("\n■", 1)[0]
    return list(filter(None, after.splitlines()[1:]))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_text_begins_with_the_figures(language: str) -> None:
    first, second = text(LIST, language=language).splitlines()[:2]
    assert first == FIGURES[language][0]
    assert FIGURES[language][1] in second


def test_the_worst_conflicts_stand_first_and_show_what_differs() -> None:
    assert part(text(), "conflicts (")[:6] == [
        "contradiction | target values a factor of ten apart | 申請・届出オンライン化事業",
        "  fukushima_r04:14: ［共同導入した］電子申請システムの利用件数について、［11万］件を目標とする。",
        "  fukushima_r04:61: 電子申請システムの利用件数について、［11,000］件を目標とする。",
        "contradiction | target values one apart | デジタル変革（DX）推進事業（ICT推進市町村支援事業）",
        "  fukushima_r04:60: AI、RPA等の先端技術を活用する市町村数について、［41］団体（累計）を目標とする。",
        "  fukushima_r04:62, 64: AI、RPA等の先端技術を活用する市町村数について、［42］団体（累計）を目標とする。",
    ]


def test_a_shared_project_has_all_its_places_with_their_items() -> None:
    shown = part(text(), "shared projects (8)")
    assert sum(not line.startswith(" ") for line in shown) == 8
    at = shown.index("デジタル変革（DX）推進事業（オールふくしまDX推進基本設計構築事業） (8 rows)")
    lines = [line for line in shown[at + 1 : at + 14] if "fukushima_r04:" in line]
    assert [int(line.split(":")[1]) for line in lines[:8]] == [13, 53, 55, 68, 69, 70, 71, 163]
    assert lines[4] == (
        "  fukushima_r04:69: 2(2) 市町村間での業務プロセスの標準化、相互互換性のあるシステムの導入等 "
        "(printed once for several items)"
    )


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_row_that_a_project_was_found_in_needs_no_remark(language: str) -> None:
    assert "first" not in text(LIST, language=language)


def test_programmes_are_a_tree_with_each_target_once() -> None:
    shown = part(text(LIST, language="ja"), "上位事業（10）")
    at = shown.index("人事・給与・行政組織等管理事業（4事業、6行）")
    assert shown[at + 1 : at + 9] == [
        "  ├ 働き方改革推進事業（fukushima_r04:6、36、46）",
        "  └ 県庁のDX・業務改革推進事業",
        "    ├ 業務プロセスの見直しと連携したRPA等導入事業（fukushima_r04:28）",
        "    │ 目標 RPAの導入により削減される年間の業務時間: 11,400時間",
        "    ├ 議事録作成支援システム運用事業（fukushima_r04:29）",
        "    │ 目標 議事録作成支援システムの年間利用時間: 1,400時間",
        "    └ 部局提案型BPR推進事業（fukushima_r04:8）",
        "      目標 BPRを行う: 8課（室）",
    ]
    at = shown.index("福島県警察DX推進事業（5事業、5行）")
    assert shown[at + 1] == "  別の表記: 福島県警察デジタルトランスフォーメーション推進事業"


def test_the_tree_stands_on_a_terminal_too() -> None:
    lines = [line.rstrip() for line in lines_of(see("dedupe", LIST, NO_COLOR="1"))]
    at = lines.index("人事・給与・行政組織等管理事業 (4 projects, 6 rows)")
    assert lines[at + 1 : at + 5] == [
        "  ├    働き方改革推進事業 (fukushima_r04:6, 36, 46)",
        "  └    県庁のDX・業務改革推進事業",
        "    ├  業務プロセスの見直しと連携したRPA等導入事業 (fukushima_r04:28)",
        "    │  target RPAの導入により削減される年間の業務時間: 11,400時間",
    ]


def test_all_shows_the_projects_of_one_row_too() -> None:
    shown = part(text(LIST, "--all"), "projects (111)")
    assert sum(not line.startswith(" ") for line in shown) == 111


@pytest.mark.parametrize(("width", "language"), [(60, "ja"), (60, "en"), (80, "ja"), (120, "en")])
def test_the_text_fits_the_terminal_and_nothing_is_cut(width: int, language: str) -> None:
    printed = see("dedupe", LIST, width=width, DXLIST_LANG=language)
    lines = lines_of(printed)
    assert lines[0] == FIGURES[language][0]
    assert max(map(width_of, lines)) <= width
    assert "…" not in printed
    seen = re.sub(r"\s", "", STYLE.sub("", printed))
    assert "県民の利便性向上、業務の効率化を図るため、県と市町村による行政手続きのオンライン化を実施する。" in seen


def test_what_differs_is_coloured_on_a_terminal_and_bracketed_without_colour() -> None:
    coloured, plain = see("dedupe", LIST), see("dedupe", LIST, NO_COLOR="1")
    assert re.search(r"\x1b\[[0-9;]*m41\x1b\[0m", coloured)
    assert "［41］" not in coloured
    assert "［41］" in plain
    assert "\x1b" not in plain


def test_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    row = f"\t\t総務部 人事課\t{EVIL}\t研修を行う。\t研修を{{}}回とする。\n"
    path = write(tmp_path / "a.tsv", SMALL + row.format(5) + row.format(6))
    for printed in (see("dedupe", path, width=200, NO_COLOR="1"), text(path)):
        assert "[red]" in printed
        assert not re.search(r"[\x1b\x07\u202e]", printed)


def test_the_json_fits_its_schema_and_has_every_row_once() -> None:
    found = body(LIST)
    schema = json.loads(call("schema", "--what", "projects").out)
    jsonschema.Draft202012Validator(schema).validate(found)
    rows = [mention["line"] for project in found["projects"] for mention in project["mentions"]]
    assert (len(found["projects"]), len(rows), len(set(rows))) == (111, 131, 131)
    assert set(found) == {"projects", "programmes", "conflicts", "suggested"}


def test_json_lines_have_one_project_a_line() -> None:
    lines = call("dedupe", LIST, "--format", "jsonl").out.splitlines()
    validator = jsonschema.Draft202012Validator(json.loads(call("schema", "--what", "project").out))
    for line in lines:
        validator.validate(json.loads(line))
    assert [json.loads(line) for line in lines] == body(LIST)["projects"]


@pytest.mark.parametrize(
    ("table", "count"), [("projects", 111), ("mentions", 131), ("programmes", 10), ("suggested", 1)]
)
def test_csv_has_a_table_for_each_thing(table: str, count: int) -> None:
    rows = list(csv.DictReader(io.StringIO(text(LIST, "--format", "csv", "--table", table))))
    assert len(rows) == count
    japanese = text(LIST, "--format", "csv", "--table", table, "--header", "ja").splitlines()[0].split(",")
    assert len(set(japanese)) == len(japanese)
    assert not any(re.search("[a-z]", label) for label in japanese)


def test_csv_of_conflicts_has_a_row_for_each_reading() -> None:
    rows = list(csv.DictReader(io.StringIO(text(LIST, "--format", "csv", "--table", "conflicts"))))
    assert [(row["conflict_number"], row["line"], row["reason"]) for row in rows[:4]] == [
        ("1", "14", "factor_of_ten"),
        ("1", "61", "factor_of_ten"),
        ("2", "60", "off_by_one"),
        ("2", "62", "off_by_one"),
    ]


def test_csv_is_of_the_mentions_by_default_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL + "\t\t総務部 人事課\t=1+1研修事業\t研修を行う。\t研修を5回とする。\n")
    printed = call("dedupe", path, "--format", "csv", "--bom").out
    assert printed.startswith(b"\xef\xbb\xbfproject_id,name,")
    rows = list(csv.DictReader(io.StringIO(printed.decode("utf-8-sig"))))
    assert [(row["line"], row["name"], row["level"]) for row in rows] == [
        ("2", "電子申請推進事業", "first"),
        ("3", "統計データ公開事業", "first"),
        ("4", "'=1+1研修事業", "first"),
    ]


@pytest.mark.parametrize(
    ("name", "begins"), [("p.json", "{"), ("p.jsonl", '{"project_id"'), ("p.csv", "project_id,"), ("p.txt", "131 rows")]
)
def test_a_file_has_the_format_of_its_suffix(tmp_path: Path, name: str, begins: str) -> None:
    target = tmp_path / "new" / name
    done = call("dedupe", LIST, "--output", str(target))
    assert (done.code, done.out) == (0, b"")
    assert done.err == f"131 rows, 111 projects, 8 shared, 10 programmes -> {target}\n"
    assert target.read_text(encoding="utf-8").startswith(begins)
    assert names(target.parent) == [name]


def test_two_years_of_a_government_are_one_project_and_no_conflict(tmp_path: Path) -> None:
    lists = [write_list(tmp_path, f"reiji_r0{n}", SMALL.replace("100件", f"{n}00件"), year=2018 + n) for n in (4, 5)]
    found = body(*lists)
    years = [(project["fiscal_years"], len(project["mentions"])) for project in found["projects"]]
    assert years == [([2022, 2023], 2)] * 2
    assert [c for c in found["conflicts"] if c["column"] == "kpi_targets"] == []
    printed = text(*lists)
    assert printed.startswith(
        "4 rows, 2 projects, 0 shared within a year, 2 continuing from year to year, 0 programmes\n"
    )


def test_two_governments_share_no_project(tmp_path: Path) -> None:
    lists = [
        write_list(tmp_path, "fukushima", SMALL + FIRST.replace("1 行政の効率化", "")),
        write_list(tmp_path, "miyagi", SMALL, government="宮城県", code="040002"),
    ]
    assert len(body(*lists)["projects"]) == 4
    printed = text(*lists)
    assert printed.startswith("5 rows, 4 projects, 1 shared, 0 programmes\n")
    assert "  government: 福島県" in printed


def test_normalised_lists_folders_and_standard_input_are_read(tmp_path: Path) -> None:
    call("parse", str(SHIPPED), "--output", str(tmp_path / "out"))
    raw = text(str(SHIPPED))
    assert text(str(tmp_path / "out")) == raw
    assert text(str(SHIPPED.parent)) == raw
    done = run("dedupe", "-", stdin=SMALL.encode("cp932"))
    assert done.code == 0
    assert done.out.decode().startswith("2 rows, 2 projects, 0 shared, 0 programmes\n")


@pytest.mark.parametrize(
    ("fail_on", "shipped", "suggesting", "small"),
    [
        ("never", 0, 0, 0),
        ("contradiction", 1, 0, 0),
        ("difference", 1, 0, 0),
        ("spelling", 1, 0, 0),
        ("suggestion", 1, 1, 0),
    ],
)
def test_what_is_found_ends_with_1_where_that_is_asked_for(
    tmp_path: Path, fail_on: str, shipped: int, suggesting: int, small: int
) -> None:
    lists = {LIST: shipped, write(tmp_path / "s.tsv", SUGGESTING): suggesting, write(tmp_path / "a.tsv"): small}
    assert {path: call("dedupe", path, "--fail-on", fail_on).code for path in lists} == lists


def test_one_list_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    done = call("dedupe", LIST, write(tmp_path / "empty.tsv", ""), "--fail-on", "contradiction")
    assert done.code == 2
    assert "the file is empty" in done.err
    assert done.out.decode().startswith("131 rows")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.tsv",), "there is no such file"),
        (("{tmp}",), "no list"),
        ((LIST, "--format", "pdf"), '"pdf" is none of text, json, jsonl, csv'),
        ((LIST, "--output", "p.pdf"), 'the suffix ".pdf" names no format'),
        ((LIST, "--output", ""), "--output: it is empty. Give a name"),
        ((LIST, "--table", "projects"), "Use it with --format csv"),
        ((LIST, "--format", "csv", "--table", "rows"), '"rows" is none of projects, mentions'),
        ((LIST, "--fail-on", "anything"), "--fail-on"),
        ((LIST, "--decisions", "nowhere.toml"), "nowhere.toml: there is no such file"),
        ((LIST, "--review"), "there is no terminal to ask at"),
        ((LIST, "{tmp}/a.tsv", "--review"), "Name the file to write the decisions into with --decisions"),
        ((LIST, "--review", "--no-decisions"), "--review: it cannot go with --no-decisions"),
        ((LIST, "--decisions", "d.toml", "--no-decisions"), "--decisions: it cannot go with --no-decisions"),
        ((LIST, "--decisions", " "), "--decisions: it is empty"),
        ((LIST, "--review", "--decisions", "d.toml"), "there is no terminal to ask at"),
        ((LIST, "--review", "--decisions", "d.toml", "--format", "csv"), "Decide first"),
        (("-", "--review", "--decisions", "d.toml"), "standard input is for the answers"),
    ],
)
def test_a_careless_user_is_told_what_to_do(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = call("dedupe", *(argument.format(tmp=tmp_path) for argument in arguments))
    assert (done.code, done.out) == (2, b"")
    assert words in re.sub(r"\s*│?\n│?\s*", " ", done.err)
    assert "Traceback" not in done.err


def test_two_lists_of_one_id_are_an_error(tmp_path: Path) -> None:
    call("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path))
    other = (tmp_path / "a.json").rename(tmp_path / "b.json")
    done = call("dedupe", str(tmp_path / "a.tsv"), str(other))
    assert done.code == 2
    assert (
        f'{tmp_path}/a.tsv, {other}: both are called "a", and so would be their records. Name only one of them.'
        in done.err
    )


def test_what_was_read_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv")
    done = call("dedupe", path, "--output", path, "--format", "csv")
    assert done.code == 2
    assert "would replace the list itself" in done.err
    assert Path(path).read_text(encoding="utf-8") == SMALL


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    done = call("dedupe", LIST, "--output", str(tmp_path / "folder.csv"))
    assert done.code == 2
    assert "a folder has this name" in done.err
    assert names(tmp_path) == ["folder.csv"]


def test_a_closed_pipe_is_no_error() -> None:
    process = start("dedupe", LIST, "--format", "json")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert finish(process) == (0, "")


DECIDED = """\
[[same]]
rows = ["fukushima_r04-7227c1b5", "fukushima_r04-07e41f8e"]
reason = "担当課に確認した"

[[different]]
rows = ["fukushima_r04:14", "fukushima_r04:61"]
reason = "県の窓口と市町村の窓口"
"""


def test_a_pair_that_was_called_different_is_not_suggested_again(tmp_path: Path) -> None:
    file = write(tmp_path / "d.toml", 'different = [["fukushima_r04:113", "fukushima_r04:135"]]\n')
    pairs = [suggested["initiative_ids"] for suggested in body(LIST)["suggested"]]
    assert pairs == [["fukushima_r04-7227c1b5", "fukushima_r04-07e41f8e"]]
    assert body(LIST, "--decisions", file)["suggested"] == []


def test_decisions_overrule_the_rows(tmp_path: Path) -> None:
    file = write(tmp_path / "d.toml", DECIDED)
    found = body(LIST, "--decisions", file)
    lines = [[mention["line"] for mention in project["mentions"]] for project in found["projects"]]
    assert [113, 135] in lines
    assert [14] in lines
    assert [61] in lines
    (joined,) = (p for p in found["projects"] if len(p["mentions"]) == 2 and p["mentions"][0]["line"] == 113)
    assert sorted(mention["level"] for mention in joined["mentions"]) == ["decided", "first"]
    assert "(decided by a person)" in text(LIST, "--decisions", file, "--quiet")


def test_a_decision_on_a_row_that_is_gone_is_reported(tmp_path: Path) -> None:
    file = write(tmp_path / "d.toml", DECIDED.replace('"fukushima_r04:61"', '"fukushima_r04:72"'))
    done = call("dedupe", LIST, "--decisions", file)
    assert done.code == 0
    assert done.err == (
        f'{file}:5: row "fukushima_r04:72" is gone; what was decided of it is left aside. '
        'A row of that name is "fukushima_r04-89c9d7f4": write that if the row has moved.\n'
        f"{file}: 1 decision applied.\n"
    )
    quiet = call("dedupe", LIST, "--decisions", file, "--quiet")
    assert quiet.err == done.err.splitlines(keepends=True)[0], "what was decided is not in force"
    assert call("dedupe", LIST, "--decisions", file, "--fail-on", "contradiction").code == 1


def test_a_row_that_is_another_project_now_is_reported(tmp_path: Path) -> None:
    names_ = 'names = ["先端ICT関連産業集積推進事業", "先端ICT関連産業集積推進事業"]\nreason = "担当'
    file = write(tmp_path / "d.toml", DECIDED.replace('reason = "担当', names_))
    done = call("dedupe", LIST, "--decisions", file, language="ja")
    assert done.err.startswith(
        f"{file}:1: 行「fukushima_r04-7227c1b5」は「先端ICT関連産業集積推進事業」でしたが、"
        "今は「先端ICT関連産業集積推進事業（ICT人材育成事業、先端ICT技術開発・先進モデル創出事業）」です。"
    )


def test_decisions_on_other_lists_are_left_aside_with_a_word(tmp_path: Path) -> None:
    file = write(tmp_path / "d.toml", 'same = [["fukushima_r05-0001", "fukushima_r06-0001"]]\n')
    done = call("dedupe", LIST, "--decisions", file, "--fail-on", "contradiction")
    assert done.err == (
        f"{file}: decisions on rows of lists that were not read are left aside (fukushima_r05, fukushima_r06).\n"
    )
    assert call("dedupe", LIST, "--decisions", file, "--quiet").err == ""


def test_a_decision_that_cannot_come_about_is_reported(tmp_path: Path) -> None:
    lists = [
        write_list(tmp_path, "fukushima", SMALL),
        write_list(tmp_path, "miyagi", SMALL, government="宮城県", code="040002"),
    ]
    file = write(tmp_path / "d.toml", '\nsame = [["fukushima:2", "miyagi:2"]]\n')
    done = call("dedupe", *lists, "--decisions", file, "--quiet")
    assert done.code == 0
    assert done.err == (
        f'{file}:2: "{ids_of(SMALL, "fukushima")[2]}" and "{ids_of(SMALL, "miyagi")[2]}" cannot be one project: they are of two governments, '
        "or another decision keeps them apart.\n"
    )
    assert done.err in call("dedupe", *lists, "--decisions", file).err
    assert call("dedupe", *lists, "--decisions", file, "--fail-on", "contradiction").code == 1


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        ("[[same]]\n", "d.toml:1: this same: it must list ids of rows"),
        (
            'same = [["a-1", "a-2"], ["a-2", "a-3"]]\ndifferent = [["a-3", "a-1"]]\n',
            'd.toml:2: "a-3" and "a-1" are said to be different here, and the same by line 1.',
        ),
    ],
)
def test_decisions_that_cannot_be_are_an_error(tmp_path: Path, decisions: str, words: str) -> None:
    done = call("dedupe", LIST, "--decisions", write(tmp_path / "d.toml", decisions))
    assert (done.code, done.out) == (2, b"")
    assert words in done.err


def test_suggested_pairs_are_shown_with_what_kept_them_apart(tmp_path: Path) -> None:
    done = call("dedupe", write(tmp_path / "a.tsv", SUGGESTING))
    shown = part(done.out.decode(), "suggested")
    reason = SUGGESTION_REASONS["no_division"].en
    heads = [line for line in shown if not line.startswith(" ")]
    assert heads == [f"similarity 91, {reason}", f"similarity 88, {reason}"]
    assert "  a:3: 統計データ公［開］促進事業" in shown
    assert done.err == "Decide suggested pairs: --review\n"


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("ja", "候補の組を決めるには: --review\n"),
        ("en", "Decide suggested pairs: --review\n"),
    ],
)
def test_who_sees_suggested_pairs_is_told_how_to_decide_them_unless_quiet(
    language: str, hint: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.tsv", SUGGESTING)
    assert call("dedupe", path, language=language).err == hint
    for more in (["--quiet"], ["--format", "csv"], ["--decisions", write(tmp_path / "d.toml", "")]):
        assert call("dedupe", path, *more, language=language).err == ""
    assert call("dedupe", write(tmp_path / "b.tsv"), language=language).err == "", "there is no pair"


def test_an_empty_table_has_its_header(tmp_path: Path) -> None:
    assert text(write(tmp_path / "a.tsv", HEADER + FIRST), "--format", "csv", "--table", "conflicts").count("\n") == 1
