"""``[[confirmed]]`` and ``[[ignored]]`` of a sidecar: what a person looked at is known to every command, and follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import dxlist
from dxlist.errors import SidecarError
from tests.cli.runs import HEADER, call, write

if TYPE_CHECKING:
    from pathlib import Path

    from dxlist.model.document import Document

NAMELESS = "\t1(2) 窓口の改革\t市民部 市民課\t\t窓口を減らす。\t3窓口とする。"
ROWS = (
    "1 行政の効率化\t1(1) 手続の電子化\t総務部 情報政策課\t電子申請推進事業\t電子申請を広める。\t申請を100件とする。",
    NAMELESS,
    "\t\t市民部 保険課\t相談予約事業\t予約をを受ける。\t年4回とする。\t\t別表のとおり",
)
"""On the lines 2 to 4: the second has no project, the third a doubled particle, and a cell too many."""
WHOLE = HEADER + "".join(f"{row}\n" for row in ROWS)
ROW = NAMELESS.strip()


def entry(table: str, **said: object) -> str:
    pairs = {"reason": "担当課に確かめた", **said}
    return f"\n[[{table}]]\n" + "".join(
        f"{key} = {json.dumps(one, ensure_ascii=False)}\n" for key, one in pairs.items()
    )


def read(folder: Path, text: str, sidecar: str) -> Document:
    write(folder / "a.toml", sidecar)
    return dxlist.parse(write(folder / "a.tsv", text))


def confirmed(document: Document) -> dict[int, str]:
    return {row.line: row.confirmed for row in document if row.confirmed}


CONFIRMED: dict[str, tuple[str, str, dict[int, str], list[str]]] = {
    "as it was written": (WHOLE, entry("confirmed", line=3, was=ROW), {3: "担当課に確かめた"}, []),
    "no line": (WHOLE, entry("confirmed", was=ROW), {3: "担当課に確かめた"}, []),
    "a line before it": ("\n" + WHOLE, entry("confirmed", line=3, was=ROW), {4: "担当課に確かめた"}, ["moved"]),
    "in commas": (WHOLE.replace("\t", ","), entry("confirmed", line=3, was=ROW), {3: "担当課に確かめた"}, []),
    "in other widths": (
        WHOLE.replace("3窓口", "３窓口"),
        entry("confirmed", line=3, was=ROW),
        {3: "担当課に確かめた"},
        [],
    ),
    "the line alone": (WHOLE, entry("confirmed", line=3), {3: "担当課に確かめた"}, ["unchecked"]),
    "another text now": (WHOLE.replace("3窓口", "4窓口"), entry("confirmed", line=3, was=ROW), {}, ["gone"]),
    "a cell moved in": (
        WHOLE.replace("市民課\t\t窓口", "市民課\t窓口改革事業\t窓口"),
        entry("confirmed", line=3, was=ROW),
        {},
        ["gone"],
    ),
    "twice": (
        WHOLE,
        2 * entry("confirmed", line=3, was=ROW),
        {3: "担当課に確かめた"},
        ["twice"],
    ),
    "another row of the text": (
        WHOLE + NAMELESS + "\n",
        entry("confirmed", line=5, was=ROW, project_name="相談予約事業"),
        {5: "担当課に確かめた"},
        [],
    ),
    "two rows of the text, and the line is gone": (
        "\n" + WHOLE + NAMELESS + "\n",
        entry("confirmed", line=3, was=ROW),
        {},
        ["ambiguous"],
    ),
}


@pytest.mark.parametrize(
    ("text", "sidecar", "rows", "states"), [pytest.param(*case, id=name) for name, case in CONFIRMED.items()]
)
def test_a_confirmed_row_is_sure_and_follows_its_text(
    tmp_path: Path, text: str, sidecar: str, rows: dict[int, str], states: list[str]
) -> None:
    document = read(tmp_path, text, sidecar) if "," not in text else commas(tmp_path, text, sidecar)
    notes = [*document.document.unused_corrections, *document.document.noted_corrections]
    assert (confirmed(document), [note.state for note in notes]) == (rows, states)
    doubtful = [row.line for row in document if row.confidence < 0.7]
    assert not set(doubtful) & set(rows)
    assert document.counts.doubtful == len(doubtful)
    assert all(row.confidence == 1 for row in document if row.confirmed)


def commas(folder: Path, text: str, sidecar: str) -> Document:
    write(folder / "a.toml", sidecar)
    return dxlist.parse(write(folder / "a.csv", text))


def test_without_it_the_row_is_doubtful_and_the_cell_left_over(tmp_path: Path) -> None:
    document = read(tmp_path, WHOLE, "")
    assert [row.line for row in document if row.confidence < 0.7] == [3]
    assert [(one.line, one.cell, one.text) for one in document.leftovers] == [(4, 8, "別表のとおり")]
    assert document.counts.leftovers == 1


CELL = entry("confirmed", line=4, cell=8, was="別表のとおり")
CELLS: dict[str, tuple[str, str, list[int], list[str]]] = {
    "as it was written": (WHOLE, CELL, [4], []),
    "a line before it": ("\n" + WHOLE, CELL, [5], ["moved"]),
    "another cell of the line": (WHOLE.replace("\t\t別表", "\t\t\t別表"), CELL, [4], []),
    "gone": (WHOLE.replace("別表", "附表"), CELL, [], ["gone"]),
    "place alone": (WHOLE, entry("confirmed", line=4, cell=8), [4], ["unchecked"]),
    "another place alone": (WHOLE, entry("confirmed", line=4, cell=7), [], ["no_row"]),
    "in two rows": ("\n" + WHOLE + ROWS[2] + "\n", CELL.replace("4", "3"), [], ["ambiguous"]),
}


@pytest.mark.parametrize(
    ("text", "sidecar", "lines", "states"), [pytest.param(*case, id=name) for name, case in CELLS.items()]
)
def test_a_confirmed_cell_is_no_loss(
    tmp_path: Path, text: str, sidecar: str, lines: list[int], states: list[str]
) -> None:
    document = read(tmp_path, text, sidecar)
    notes = [*document.document.unused_corrections, *document.document.noted_corrections]
    assert [one.line for one in document.leftovers if one.confirmed] == lines
    assert [note.state for note in notes] == states
    assert document.counts.leftovers == len(document.leftovers) - len(lines)


def test_every_command_knows_what_is_settled(tmp_path: Path) -> None:
    particle = entry("ignored", code="DX204", line=4, words="をを", project_name="相談予約事業")
    sidecar = entry("confirmed", line=3, was=ROW) + CELL + particle
    write(tmp_path / "a.toml", sidecar)
    path = write(tmp_path / "a.tsv", WHOLE)
    done = call("parse", path, "--strict", "--output", str(tmp_path / "out"))
    assert (done.code, "doubtful" in done.err) == (0, False), done.err
    found = json.loads(call("validate", path, "--format", "json").out)
    assert {one["code"] for one in found} & {"DX108", "DX109", "DX204"} == set()
    assert "1 finding left out" in call("validate", path).err
    normalised = json.loads(call("validate", str(tmp_path / "out" / "a.json"), "--format", "json").out)
    assert [one["code"] for one in normalised] == [one["code"] for one in found]
    assert "担当課に確かめた" in call("explain", path, "3").out.decode()


IGNORED: dict[str, tuple[str, dict[str, Any], int, str]] = {
    "as it was written": (WHOLE, {"line": 4, "words": "をを"}, 0, ""),
    "a line before it": ("\n" + WHOLE, {"line": 4, "words": "をを"}, 0, ""),
    "no line": (WHOLE, {"words": "をを"}, 0, ""),
    "another word there now": (
        WHOLE.replace("をを", "のの"),
        {"line": 4, "words": "をを"},
        1,
        "is not needed any more",
    ),
    "another project": (WHOLE, {"line": 4, "words": "をを", "project_name": "別の事業"}, 1, "is not needed any more"),
    "two of them, the line says which": (WHOLE + ROWS[2] + "\n", {"line": 5, "words": "をを"}, 1, ""),
    "two of them, the nearer of the project": (
        "\n" + WHOLE + "\n\n\n" + ROWS[2] + "\n",
        {"line": 4, "words": "をを", "project_name": "相談予約事業"},
        1,
        "",
    ),
    "two of them, and nothing tells": (
        "\n" + WHOLE + ROWS[2] + "\n",
        {"line": 4, "words": "をを"},
        2,
        "it fits lines 5, 6",
    ),
    "code alone": (WHOLE, {}, 1, "is not needed any more"),
}


@pytest.mark.parametrize(
    ("text", "said", "left", "message"), [pytest.param(*case, id=name) for name, case in IGNORED.items()]
)
def test_an_ignored_finding_follows_its_words(
    tmp_path: Path, text: str, said: dict[str, Any], left: int, message: str
) -> None:
    write(tmp_path / "a.toml", entry("ignored", code="DX204", **said))
    path = write(tmp_path / "a.tsv", text)
    done = call("validate", path, "--select", "DX204", "--format", "json")
    assert len(json.loads(done.out)) == left
    assert message in done.err
    assert ("a.toml:2: " in done.err) == bool(message)
    assert "not needed" not in call("validate", path, "--select", "DX3").err


def test_sarif_says_that_it_is_suppressed_and_a_baseline_keeps_it(tmp_path: Path) -> None:
    path, baseline = write(tmp_path / "a.tsv", WHOLE), str(tmp_path / "known.json")
    call("validate", path, "--select", "DX204", "--write-baseline", baseline)
    write(tmp_path / "a.toml", entry("ignored", code="DX204", line=4, words="をを"))
    log = json.loads(call("validate", path, "--select", "DX204", "--format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "担当課に確かめた"}]
    assert "not found any more" not in call("validate", path, "--baseline", baseline).err


@pytest.mark.parametrize(
    "sidecar",
    ['[[confirmed]]\nreason = "x"', '[[confirmed]]\nline = 3\nreason = ""', '[[ignored]]\ncode = "DX2"\nreason = "x"'],
)
def test_refused(tmp_path: Path, sidecar: str) -> None:
    with pytest.raises(SidecarError):
        read(tmp_path, WHOLE, sidecar)
