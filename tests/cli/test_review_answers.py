"""The questions of ``dxlist review`` and what their answers write: each one alone, without a terminal."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

import dxlist
from dxlist.cli.review.changes import ChangedError, Changes, FileChange
from dxlist.cli.review.findings import mended_text
from dxlist.errors import DxlistError
from dxlist.model.finding import Edit
from dxlist.model.stages import Cut, Piece
from dxlist.sidecar_writing import sidecar_text, with_entries
from dxlist.text.bilingual import EMPTY
from tests.cli.review_lists import EVERYTHING, NAMELESS, Script, begin, titles
from tests.cli.runs import write
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dxlist.cli.review.screen import Walk

ALL = [
    "3:0 doubtful row",
    "4:5 finding",
    "4:5 finding",
    "4:8 cell of no column",
    "5:0 pair of projects",
]


def written(folder: Path, name: str = "a.toml") -> dict[str, Any]:
    path = folder / name
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def press(walk: Walk, *keys: str) -> None:
    for key in keys:
        assert walk.question
        walk.press(walk.question, key)


def test_one_of_everything_in_the_order_of_the_lines(tmp_path: Path) -> None:
    assert titles(begin(tmp_path, Script()).questions) == ALL
    assert titles(begin(tmp_path, Script(), ["findings"]).questions) == ALL[1:3]


CASES: dict[str, tuple[int, str, list[str | None], dict[str, list[dict[str, Any]]]]] = {
    "a row is right": (
        0,
        "a",
        ["原本のとおり"],
        {"confirmed": [{"line": 3, "was": NAMELESS.strip().replace("\t\t", "\t"), "reason": "原本のとおり"}]},
    ),
    "a row has a project": (
        0,
        "e",
        ["4", "窓口改革事業", "担当課"],
        {
            "corrections": [
                {"line": 3, "column": "project_name", "was": "", "value": "窓口改革事業", "reason": "担当課"},
            ]
        },
    ),
    "a row has another item, filled from above or not": (
        0,
        "e",
        ["２", "1(3) 窓口の改革", "原本"],
        {
            "corrections": [
                {
                    "line": 3,
                    "column": "item",
                    "was": "1(2) 窓口の改革",
                    "value": "1(3) 窓口の改革",
                    "reason": "原本",
                },
            ]
        },
    ),
    "what a rule can mend": (
        1,
        "a",
        [],
        {
            "corrections": [
                {
                    "line": 4,
                    "column": "overview",
                    "was": "予約をを受け、窓口にに伝える。",
                    "project_name": "相談予約事業",
                    "value": "予約を受け、窓口にに伝える。",
                    "reason": "DX204: the same word twice",
                }
            ]
        },
    ),
    "what a rule found, in other words": (
        1,
        "e",
        ["予約を受ける。", "課に確認"],
        {
            "corrections": [
                {
                    "line": 4,
                    "column": "overview",
                    "was": "予約をを受け、窓口にに伝える。",
                    "project_name": "相談予約事業",
                    "value": "予約を受ける。",
                    "reason": "課に確認",
                }
            ]
        },
    ),
    "what a rule found stays": (
        1,
        "i",
        ["公表文のとおり"],
        {
            "ignored": [
                {
                    "code": "DX204",
                    "line": 4,
                    "words": "をを",
                    "project_name": "相談予約事業",
                    "reason": "公表文のとおり",
                }
            ]
        },
    ),
    "a cell belongs to nothing": (
        3,
        "a",
        ["欄外"],
        {"confirmed": [{"line": 4, "cell": 8, "was": "別表のとおり", "reason": "欄外"}]},
    ),
    "a cell belongs to a column": (
        3,
        "e",
        ["6", "年4回とする（別表のとおり）。", "原本"],
        {
            "corrections": [
                {
                    "line": 4,
                    "column": "kpi_text",
                    "was": "年4回とする。",
                    "project_name": "相談予約事業",
                    "value": "年4回とする（別表のとおり）。",
                    "reason": "原本",
                }
            ],
            "confirmed": [{"line": 4, "cell": 8, "was": "別表のとおり", "reason": "原本"}],
        },
    ),
    "a cell belongs to another row": (
        3,
        "e",
        ["３：６", "3窓口とする。別表のとおり", "原本"],
        {
            "corrections": [
                {
                    "line": 3,
                    "column": "kpi_text",
                    "was": "3窓口とする。",
                    "value": "3窓口とする。別表のとおり",
                    "reason": "原本",
                }
            ],
            "confirmed": [{"line": 4, "cell": 8, "was": "別表のとおり", "reason": "原本"}],
        },
    ),
}


@pytest.mark.parametrize(
    ("at", "key", "said", "tables"), [pytest.param(*case, id=name) for name, case in CASES.items()]
)
def test_an_answer_is_written_known_and_taken_back(
    tmp_path: Path, at: int, key: str, said: list[str | None], tables: dict[str, list[dict[str, Any]]]
) -> None:
    raw, script = EVERYTHING.encode(), Script(*said)
    walk = begin(tmp_path, script)
    walk.at = at
    press(walk, key)
    assert written(tmp_path) == tables
    assert script.heard[-1].startswith(f"→ {tmp_path / 'a.toml'}: [[")
    document = dxlist.parse(tmp_path / "a.tsv")
    assert (document.document.unused_corrections, document.document.noted_corrections) == ([], [])
    assert (tmp_path / "a.tsv").read_bytes() == raw
    again = begin(tmp_path, Script())
    still = ALL if key == "e" and at == 0 and said[0] != "4" else [*ALL[:at], *ALL[at + 1 :]]
    if said[:1] == ["予約を受ける。"]:
        still = [ALL[0], *ALL[3:]]
    assert titles(again.questions) == still
    press(walk, "u")
    assert not (tmp_path / "a.toml").exists()
    assert titles(walk.questions) == ALL
    assert walk.at == at


@pytest.mark.parametrize(("key", "verdict"), [("s", "same"), ("d", "different")])
def test_a_pair_is_decided_and_taken_back(tmp_path: Path, key: str, verdict: str) -> None:
    walk = begin(tmp_path, Script("統計課に確認"))
    walk.at = 4
    press(walk, key)
    (decision,) = written(tmp_path, "decisions.toml")[verdict]
    assert decision["names"] == ["統計データ公開促進事業", "統計データ公閞促進事業"]
    assert decision["reason"] == "統計課に確認"
    assert walk.outcome()[:2] == (1, 4)
    assert titles(begin(tmp_path, Script()).questions) == ALL[:4]
    walk.at = 4
    press(walk, "u")
    assert not (tmp_path / "decisions.toml").exists()
    assert walk.outcome()[:2] == (0, 5)


def test_two_findings_of_one_cell_are_one_correction(tmp_path: Path) -> None:
    """Without the text as it is now the second one would have no place to mend."""
    walk = begin(tmp_path, Script(), ["findings"])
    press(walk, "a", "a")
    (correction,) = written(tmp_path)["corrections"]
    assert correction["value"] == "予約を受け、窓口に伝える。"
    assert correction["reason"] == "DX204: the same word twice"
    assert walk.question is None
    assert walk.outcome()[:2] == (2, 0)
    walk.at = 1
    press(walk, "u")
    assert written(tmp_path)["corrections"][0]["value"] == "予約を受け、窓口にに伝える。"


BRACKETS = "".join(
    f"\t\t市民部 市民課\t{name}事業（{name}課）\t{name}を進める(その{number})。\t{number}件とする。\n"
    for number, name in enumerate(("防災", "福祉", "教育", "観光", "農林", "水産"), 1)
)


def test_a_finding_of_many_cells_is_mended_in_all_of_them(tmp_path: Path) -> None:
    walk = begin(tmp_path, Script(), ["findings"], EVERYTHING + BRACKETS, "DX117")
    assert walk.question
    press(walk, "a")
    corrections = written(tmp_path)["corrections"]
    assert len({(one["line"], one["column"]) for one in corrections}) == len(corrections) > 1
    assert walk.outcome()[:2] == (1, 0)
    assert dxlist.parse(tmp_path / "a.tsv").document.unused_corrections == []
    walk.at = 0
    press(walk, "u")
    assert written(tmp_path) == {}


def test_the_row_of_a_finding_that_is_of_no_cell_can_be_corrected(tmp_path: Path) -> None:
    script = Script("2", "2(1) 行政手続のオンライン化", "基本方針")
    walk = begin(tmp_path, script, ["findings"], SHIPPED.read_text("utf-8"), "DX115")
    assert titles(walk.questions) == ["11:0 finding"]
    press(walk, "e")
    assert script.begun == ["計画 業務の現状分析"]
    assert [(one["line"], one["column"], one["was"]) for one in written(tmp_path)["corrections"]] == [(11, "item", "")]
    rows = {row.line: row.item_codes for row in dxlist.parse(tmp_path / "a.tsv")}
    assert [rows[line] for line in (10, 11, 12, 14)] == [[], ["2(1)"], ["2(1)"], ["2(1)"]]
    assert walk.outcome()[:2] == (1, 0)


@pytest.mark.parametrize(
    ("key", "answers", "value"), [("a", [], "課と行う。"), ("e", ["課で行う。", "原本"], "課で行う。")]
)
def test_a_finding_in_a_further_column_is_corrected_there(
    tmp_path: Path, key: str, answers: list[str | None], value: str
) -> None:
    """Until now no correction could speak of it: it was not offered to mend it, and ``e`` asked for one of six."""
    head, first, *_ = EVERYTHING.splitlines()
    text = f"{head}\t備考\n{first}\t課とと行う。\n"
    walk = begin(tmp_path, Script(*answers), ["findings"], text, "DX204")
    press(walk, key)
    (entry,) = written(tmp_path)["corrections"]
    assert (entry["line"], entry["column"], entry["was"], entry["value"]) == (2, "extra.備考", "課とと行う。", value)
    assert [row.extra["備考"] for row in dxlist.parse(tmp_path / "a.tsv")] == [value]


def test_what_is_thought_better_of_writes_nothing(tmp_path: Path) -> None:
    script = Script(None, "9", "4", None, "0:4", None, None, None)
    walk = begin(tmp_path, script)
    press(walk, "a", "e", "e")
    walk.at = 3
    press(walk, "e", "a")
    walk.at = 4
    press(walk, "s")
    walk.at = 1
    press(walk, "i", "", "b")
    assert written(tmp_path) == written(tmp_path, "decisions.toml") == {}
    assert script.heard == ["There is no column of that number.", "There is no such row or column."]
    assert walk.at == 1


def test_back_and_what_is_answered_already(tmp_path: Path) -> None:
    script = Script("原本", "欄外")
    walk = begin(tmp_path, script)
    press(walk, "u", "b", "a", "b", "a")
    assert [walk.at, *script.heard[::2]] == [
        0,
        "There is no answer to take back.",
        f"→ {tmp_path / 'a.toml'}: [[confirmed]] line 3 (原本)",
    ]
    assert script.heard[1::2] == ["This is the first question.", "It is answered; u takes that back."]
    walk.at = 3
    press(walk, "a")
    walk.at = 0
    press(walk, "u")
    assert [one.get("cell") for one in written(tmp_path)["confirmed"]] == [8], "only the answer of this question"


def test_what_people_wrote_stays_and_a_file_that_they_edit_meanwhile_is_not_undone(tmp_path: Path) -> None:
    before = '# 福島県\ntitle = "計画"  # 仮\n\n[[corrections]]\nline = 2\ncolumn = "item"\nwas = "1(1) 手続の電子化"\nvalue = "1(1) 手続"\nreason = "x"\n'
    write(tmp_path / "a.toml", before)
    script = Script("原本", "欄外")
    walk = begin(tmp_path, script)
    press(walk, "a")
    assert (tmp_path / "a.toml").read_text("utf-8").startswith(before)
    press(walk, "u")
    assert (tmp_path / "a.toml").read_text("utf-8") == before
    walk.at = 3
    press(walk, "a")
    edited = (tmp_path / "a.toml").read_text("utf-8") + "# 手で書いた\n"
    write(tmp_path / "a.toml", edited)
    press(walk, "u")
    assert "was edited since" in script.heard[-1]
    assert (tmp_path / "a.toml").read_text("utf-8") == edited


def test_a_correction_that_stands_is_renewed_and_not_doubled(tmp_path: Path) -> None:
    write(
        tmp_path / "a.toml",
        '[[corrections]]\nline = 3 # 原本\ncolumn = "overview"\nwas = "窓口を減らす。"\nvalue = "窓口を減らす"\nreason = "x"\n',
    )
    walk = begin(tmp_path, Script("5", "窓口を半分に減らす。", "課"))
    press(walk, "e")
    text = (tmp_path / "a.toml").read_text("utf-8")
    assert text.count("[[corrections]]") == 1
    assert "line = 3 # 原本" in text
    assert 'value = "窓口を半分に減らす。"' in text


def entry(reason: str) -> Callable[[str], str]:
    return lambda text: with_entries(text, "confirmed", [{"line": 3, "reason": reason}])


def only_behind(other: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        if other not in text:
            raise DxlistError("x", EMPTY, EMPTY)
        return text + "# behind\n"

    return edit


def test_an_answer_that_a_later_one_builds_on_is_not_taken_back(tmp_path: Path) -> None:
    path, changes = tmp_path / "a.toml", Changes()
    first, second = (FileChange(path, sidecar_text, edit, EMPTY, EMPTY) for edit in (entry("甲"), only_behind("甲")))
    changes.make(first)
    changes.make(second)
    with pytest.raises(ChangedError, match="builds on"):
        changes.undo(first)
    changes.undo(second)
    changes.undo(first)
    assert not path.exists()
    assert not changes


@pytest.mark.parametrize(
    ("piece", "edits", "text"),
    [
        (Piece(2, (5,), " 予約を\nを受ける", "予約をを受ける", 9, (Cut(4, "\n"),), (Cut(0, " "),)), [(5, 5, 6, "")], "予約を受ける"),
        (Piece(2, (2, 3), "1(1)\t窓 口", "1(1)\t窓口", 9, (Cut(6, " "),)), [(3, 0, 1, "受付")], "1(1)\t受付口"),
        (Piece(2, (2,), "41団体", "41団体", 9), [(2, 2, 2, "の"), (2, 4, 4, "。")], "41の団体。"),
    ],
)  # fmt: skip
def test_edits_of_cells_become_the_text_of_the_column(
    piece: Piece, edits: list[tuple[int, int, int, str]], text: str
) -> None:
    made = [Edit(line=2, cell=cell, start=start, end=end, text=words) for cell, start, end, words in edits]
    assert mended_text(piece, made) == text
