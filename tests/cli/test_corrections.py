"""Corrections that carry their text, by the real command: they follow their row, or it is said that they cannot."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import dxlist
from tests.cli.runs import HEADER, call, write
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = (
    "1 行政の効率化\t1(1) 手続の電子化\t総務部 情報政策課\t電子申請推進事業\t電子申請を広める。\t申請を 100件とする。",
    "\t\t企画部 統計課\t統計公開事業\t統計を公開する。\t公開を50件とする。",
    "\t\t企画部 統計課\t地図公開事業\t地図を公開する。\t公開を50件とする。",
    "\t1(2) 窓口の改革\t市民部 市民課\t書かない窓口事業\t\t3窓口とする。",
    "\t\t市民部 保険課\t相談予約事業\t\t年4回とする。",
)
"""On the lines 2 to 6."""
BLANK = "\t\t\t\t\t"


def listed(*rows: str) -> str:
    return HEADER + "".join(f"{row}\n" for row in rows)


WHOLE = listed(*ROWS)
SHIFTED = "\n" + WHOLE
WITHOUT_3 = listed(*ROWS[:1], *ROWS[2:])
TURNED = listed(ROWS[0], ROWS[2], ROWS[1], *ROWS[3:])
IN_COMMAS = WHOLE.replace("\t", ",")


def correction(column: str = "kpi_text", value: str = "公開を60件とする。", **more: object) -> str:
    said = {"column": column, "value": value, "reason": "原本で確認", **more}
    pairs = "".join(f"{key} = {json.dumps(one, ensure_ascii=False)}\n" for key, one in said.items() if one is not None)
    return f"\n[[corrections]]\n{pairs}"


FIRST = correction(value="申請を200件とする。", line=2, was="申請を100件とする。")
SECOND = correction(line=3, was="公開を50件とする。", project_name="統計公開事業")
BLANK_CELL = correction("overview", "予約を受ける。", line=6, was="", project_name="相談予約事業")


def records(folder: Path = Path("out"), name: str = "a") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text("utf-8"))["initiatives"]
    return found


def corrected(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Project -> the values that a person gave it."""
    found = defaultdict[str, list[str]](list)
    for row in rows:
        found[row["project_name"]] += [one["value"] for one in row["repairs"] if one["kind"] == "corrected"]
    return {name: "; ".join(values) for name, values in found.items() if values}


class Case(NamedTuple):
    """A sidecar beside a list, and what comes of it."""

    text: str
    sidecar: str
    result: dict[str, str]
    """Project -> its corrected text."""
    says: str = ""
    """In what is said to the person; nothing: nothing is said."""
    unused: bool = False
    suffix: str = ".tsv"


CASES = {
    # Until now one inserted line gave the correction to 統計公開事業, without a word.
    "an inserted line": Case(SHIFTED, FIRST, {"電子申請推進事業": "申請を200件とする。"}, "was used on line 3"),
    "as it was written": Case(WHOLE, FIRST, {"電子申請推進事業": "申請を200件とする。"}),
    "a line between": Case(
        listed(ROWS[0], BLANK, BLANK, *ROWS[1:]), SECOND, {"統計公開事業": "公開を60件とする。"}, "was used on line 5"
    ),
    "the row removed": Case(
        WITHOUT_3, SECOND, {}, 'stands on line 3, but in no row of the project "統計公開事業"', unused=True
    ),
    "the only row removed": Case(listed(*ROWS[1:]), FIRST, {}, "a.toml:2: the correction of KPI", unused=True),
    "rows turned round": Case(TURNED, SECOND, {"統計公開事業": "公開を60件とする。"}, "was used on line 4"),
    "in commas": Case(IN_COMMAS, FIRST, {"電子申請推進事業": "申請を200件とする。"}, suffix=".csv"),
    "wrapped within a cell": Case(
        IN_COMMAS.replace("申請を 100件とする。", '"申請を\n１００件とする。"'),
        FIRST,
        {"電子申請推進事業": "申請を200件とする。"},
        suffix=".csv",
    ),
    "written with its line end": Case(
        WHOLE,
        correction(value="申請を200件とする。", line=2, was="申請を\n１００件 とする。"),
        {"電子申請推進事業": "申請を200件とする。"},
    ),
    "the text in two rows": Case(
        WHOLE,
        correction(line=3, was="公開を50件とする。"),
        {"統計公開事業": "公開を60件とする。"},
        'Add:\nproject_name = "統計公開事業"',
    ),
    "the text in two rows, none of the line": Case(
        SHIFTED.replace("電子申請推進", "電子申請"),
        correction(line=2, was="公開を50件とする。"),
        {},
        "its text stands on lines 4, 5, and nothing tells which is meant",
        unused=True,
    ),
    "no line": Case(
        WHOLE, correction(was="3窓口とする。", value="5窓口とする。"), {"書かない窓口事業": "5窓口とする。"}
    ),
    "no line, in two rows": Case(WHOLE, correction(was="公開を50件とする。"), {}, "stands on lines 3, 4", unused=True),
    "no line, and the project": Case(
        SHIFTED,
        correction(was="公開を50件とする。", project_name="地図 公開事業"),
        {"地図公開事業": "公開を60件とする。"},
    ),
    "a blank cell": Case(WHOLE, BLANK_CELL, {"相談予約事業": "予約を受ける。"}),
    "a blank cell that moved": Case(SHIFTED, BLANK_CELL, {"相談予約事業": "予約を受ける。"}, "was used on line 7"),
    "a blank cell that was filled": Case(
        WHOLE.replace("相談予約事業\t", "相談予約事業\t別の概要。"),
        BLANK_CELL,
        {},
        "but in no row of the project",
        unused=True,
    ),
    "mended by the list": Case(
        WHOLE.replace("100件", "200件"), FIRST, {}, "is obsolete: the list itself has the value now (line 2)"
    ),
    "mended by the list, and moved": Case(
        SHIFTED.replace("100件", "200件"), FIRST, {}, "is obsolete: the list itself has the value now (line 3)"
    ),
    "mended in its width": Case(
        WHOLE.replace("100件", "１００件").replace("申請を ", "申請を"),
        correction(value="申請を１００件とする。", line=2, was="申請を100件とする。"),
        {},
        "is obsolete",
    ),
    "without was": Case(
        WHOLE,
        correction(value="申請を200件とする。", line=2),
        {"電子申請推進事業": "申請を200件とする。"},
        'Add:\nwas = "申請を 100件とする。"\nproject_name = "電子申請推進事業"\n',
    ),
    "without was, of a blank cell": Case(
        WHOLE,
        correction("overview", "予約を受ける。", line=6),
        {"相談予約事業": "予約を受ける。"},
        'was = ""\nproject_name = "相談予約事業"\n',
    ),
    "without was, and no row": Case(
        WHOLE, correction(line=9), {}, "a.toml:2: the correction of KPI or target, line 9", unused=True
    ),
    "two of one row": Case(
        SHIFTED,
        SECOND + correction("overview", "統計を出す。", line=3, was="統計を公開する。"),
        {"統計公開事業": "統計を出す。; 公開を60件とする。"},
        "a.toml:10: the correction of overview",
    ),
    "two of one cell": Case(
        WHOLE,
        FIRST + correction(value="申請を300件とする。", line=2, was="申請を100件とする。"),
        {"電子申請推進事業": "申請を200件とする。"},
        "a.toml:9: the correction of KPI or target",
        unused=True,
    ),
    "an item, in two cells of the print": Case(
        WHOLE.replace("1(2) 窓口の改革", "1(3) 窓口の改革"),
        correction("item", "1(2) 窓口の改革", line=5, was="１(3)　窓口の改革"),
        {"書かない窓口事業": "窓口の改革", "相談予約事業": "窓口の改革"},
    ),
}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def laid_out(case: Case) -> str:
    Path("a.toml").write_text(case.sidecar, encoding="utf-8")
    return write(Path(f"a{case.suffix}"), case.text)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_correction_is_given_to_its_own_row_or_it_is_said_that_it_cannot(case: Case) -> None:
    done = call("parse", laid_out(case), "--output", "out")
    assert corrected(records()) == case.result
    assert case.says in done.err
    assert done.err.count("a.toml:") == (0 if not case.says else done.err.count("the correction of"))
    assert bool(case.says) == ("the correction of" in done.err)
    assert done.code == 0
    for strict in ("--strict", "--check"):
        assert call("parse", laid_out(case), "--output", "out", strict).code == int(case.unused), strict


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_library_and_the_streamed_format_say_the_same(case: Case) -> None:
    path = laid_out(case)
    document = dxlist.parse(path)
    notes = [*document.document.unused_corrections, *document.document.noted_corrections]
    assert bool(notes) == bool(case.says)
    assert any(note.now is None and note.state != "obsolete" for note in notes) == case.unused
    told = [call("parse", path, "--format", name, "--output", "-", "--strict") for name in ("json", "jsonl")]
    assert told[0].err == told[1].err
    assert corrected([json.loads(line) for line in told[1].out.splitlines()]) == case.result


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text, "は、次"),
        (
            lambda text: "\n" + text,
            "は、3行目に移った文に使いました（電子申請推進事業）。次のように書き直せます:\nline = 3\n",
        ),
        (
            lambda text: text.replace("100件", "200件"),
            "はもう要りません。一覧そのものが訂正後の値になっています（2行目）。",
        ),
        (lambda text: text.replace("100件", "150件"), "は使っていません。もとの文が一覧にもうありません。"),
    ][1:],
)
def test_it_is_said_in_japanese(change: Callable[[str], str], said: str) -> None:
    done = call("parse", laid_out(Case(change(WHOLE), FIRST, {})), "--output", "out", language="ja")
    assert f"a.toml:2: 2行目の指標・目標「申請を100件とする。」の訂正（原本で確認）{said}" in done.err


def test_what_to_paste_makes_the_correction_follow_its_row() -> None:
    path = laid_out(Case(WHOLE, correction(line=3, value="公開を60件とする。"), {}))
    pasted = call("parse", path, "--output", "out").err.partition("Add:\n")[2]
    Path("a.toml").write_text(correction(line=3, value="公開を60件とする。") + pasted, encoding="utf-8")
    assert "the correction of" not in call("parse", path, "--output", "out").err
    write(Path("a.tsv"), SHIFTED)
    assert "was used on line 4" in call("parse", path, "--output", "out").err
    assert corrected(records()) == {"統計公開事業": "公開を60件とする。"}


def test_what_nobody_sees_can_be_pasted_from_a_terminal() -> None:
    path = laid_out(Case(WHOLE.replace("申請を 100件", "申請を\u200e100件"), correction(line=2, value="200件"), {}))
    pasted = call("parse", path, "--output", "out").err.partition("Add:\n")[2]
    assert 'was = "申請を\\u200e100件とする。"' in pasted
    Path("a.toml").write_text(correction(line=2, value="200件") + pasted, encoding="utf-8")
    assert "the correction of" not in call("parse", path, "--output", "out").err


def test_quiet_tells_of_what_was_not_used_alone() -> None:
    assert "the correction" not in call("parse", laid_out(CASES["an inserted line"]), "--output", "out", "--quiet").err
    assert (
        "its text is gone" in call("parse", laid_out(CASES["the only row removed"]), "--output", "out", "--quiet").err
    )


def test_many_corrections_without_a_text_are_not_all_explained() -> None:
    path = laid_out(Case(WHOLE, "".join(correction(name, line=2) for name in ("kpi_text", "item", "field")) * 3, {}))
    Path("a.toml").write_text(
        "".join(correction(name, line=line) for name in ("kpi_text", "item") for line in range(2, 6)), encoding="utf-8"
    )
    done = call("parse", path, "--output", "out")
    assert done.err.count("Add:") == 5
    assert "a.tsv: 3 more corrections." in done.err


@pytest.mark.parametrize("command", ["query", "stats", "validate", "dedupe"])
def test_every_command_that_asks_names_a_correction_that_was_not_used(command: str) -> None:
    path = laid_out(CASES["the only row removed"])
    call("parse", path, "--output", "out")
    assert "a.toml:2: the correction of KPI or target" in call(command, path).err
    assert "a.json: the correction of KPI or target" in call(command, "out").err
    assert "the correction" not in call(command, laid_out(CASES["mended by the list"])).err


def test_explain_and_show_give_the_text_that_was_corrected() -> None:
    path = laid_out(CASES["an inserted line"])
    said = '"申請を100件とする。" to "申請を200件とする。" (原本で確認)'
    assert said in call("explain", path, "3").out.decode()
    assert said in call("show", "3", path).out.decode()
    assert (
        "「申請を100件とする。」を「申請を200件とする。」に（原本で確認）"
        in call("show", "3", path, language="ja").out.decode()
    )


@pytest.mark.parametrize("column", ["field", "item", "departments", "project_name", "overview", "kpi_text"])
def test_a_text_for_a_blank_cell_is_read_and_checked_in_every_column(column: str) -> None:
    """A corrected blank of the item ended ``validate`` and ``show`` with an IndexError."""
    text = listed(*ROWS, "\t\t\t\t案内する。\t")
    path = laid_out(Case(text, correction(column, "3(1) 案内事業", line=7, was=""), {}))
    for arguments in (
        ("parse", path, "--output", "out"),
        ("explain", path, "7"),
        ("validate", path),
        ("show", "7", path),
    ):
        assert "unforeseen" not in call(*arguments).err


def test_a_correction_of_a_cell_that_the_row_above_fills_names_the_blank_or_the_text() -> None:
    whole = correction("item", "1(3) 地図", line=4, was="1(1) 手続の電子化", project_name="地図公開事業")
    for sidecar in (whole, correction("item", "1(3) 地図", line=4, was="", project_name="地図公開事業")):
        call("parse", laid_out(Case(SHIFTED, sidecar, {})), "--output", "out")
        assert corrected(records()) == {"地図公開事業": "地図"}


def test_a_long_list_is_read_to_its_end_and_its_page_cut_row_is_found(tmp_path: Path) -> None:
    lines = SHIPPED.read_text("utf-8").splitlines(keepends=True)
    moved = tmp_path / "moved.tsv"
    moved.write_text("".join(["\n", *lines]), encoding="utf-8")
    whole = dxlist.parse(SHIPPED)
    for row in (whole.initiatives[3], whole.initiatives[-1]):
        source = row.sources["overview"]
        assert source
        sidecar = correction("overview", "直した。", line=row.line, was=source.raw, project_name=row.project_name)
        moved.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
        found = dxlist.parse(moved)
        assert [note.now for note in found.document.noted_corrections] == [row.line + 1]
        assert [one.line for one in found if one.overview == "直した。"] == [row.line + 1]


IN_COLUMNS = (
    "政策,施策,基本事業,部,課,事業名,事業概要,指標名,目標値\n"
    "1 行政,1-1 窓口,1-1-1 申請,総務部,人事課,電子申請,申請の電子化,件数,10件\n"
    ",,,総務部,財政課,電子決裁,決裁の電子化,件数,20件\n"
    ",,1-1-2 決裁,総務部,財政課,文書管理,文書を電子化,割合,30％\n"
)
"""A list whose levels, units and indicators stand in columns of their own."""


@pytest.mark.parametrize(
    ("column", "was", "value", "result"),
    [
        ("departments", "総務部 財政課", "総務部 経理課", "総務部 経理課"),
        ("departments", "財政課", "総務部 経理課", "総務部 経理課"),
        ("item", "", "1-1-2 決裁", "決裁"),
        ("overview", "決裁の電子化", "決裁を電子化する。", "決裁を電子化する。"),
    ],
)
def test_a_correction_finds_its_text_in_columns_of_their_own(column: str, was: str, value: str, result: str) -> None:
    sidecar = correction(column, value, line=2, was=was, project_name="電子決裁")
    path = laid_out(Case(IN_COLUMNS, sidecar, {}, suffix=".csv"))
    assert "was used on line 3" in call("parse", path, "--output", "out").err
    assert corrected([row for row in records() if row["line"] == 3]) == {"電子決裁": result}


REFUSED = {
    "neither line nor text": ('column = "item"\nvalue = "x"\nreason = "y"', "needs line, or was"),
    "no text": ('line = 2\nwas = 3\ncolumn = "item"\nvalue = "x"\nreason = "y"', "corrections.0.was"),
    "a typo": ('line = 2\nwhas = "x"\ncolumn = "item"\nvalue = "x"\nreason = "y"', "corrections.0.whas"),
}


@pytest.mark.parametrize(("entry", "says"), REFUSED.values(), ids=REFUSED)
def test_a_correction_that_names_no_row_is_refused(entry: str, says: str) -> None:
    done = call("parse", laid_out(Case(WHOLE, f"[[corrections]]\n{entry}\n", {})), "--output", "out")
    assert done.code == 2
    assert says in done.err
