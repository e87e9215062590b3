"""What ``--fix`` plans: right, whole, once, and nothing else of the list is touched."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dxlist
from dxlist.document import parse_source
from dxlist.fixes.attempts import read_list
from dxlist.fixes.passes import mend
from dxlist.fixes.raw_text import FixError
from dxlist.model.document import Document
from dxlist.reading.sources import source_of
from dxlist.rules.registry import all_rules
from dxlist.sidecar import Sidecar, read_sidecar
from tests.fixes.damaged import FORMS, HEADER, MENDED, ROWS, planned, right_rows
from tests.lists import ROOT, SHIPPED

OTHER_LISTS = ROOT / "tests" / "rules" / "other_lists"
SHARED = ROOT.parent.parent / "shared" / "real"
OF_PRINT = {"initiative_id", "document_id", "shared_with", "sources", "repairs", "confidence"}
COMMENTED = """\
title = "例" # 仮の題名

# 原本で確かめたもの
[[corrections]]
line = 3
column = "departments"
was = "総務部 税務課"
value = "総務部 納税課" # 4月から
reason = "機構改革"

# この一覧では見ないもの
[ignore]
DX304 = "目標は別の表にある"
"""


def records(document: Document) -> list[dict[str, Any]]:
    return [row.model_dump(exclude=OF_PRINT) for row in document]


@pytest.mark.parametrize("form", FORMS)
def test_a_corrected_copy_has_what_was_meant_and_every_other_byte(form: str) -> None:
    written = FORMS[form]
    plan = planned(written.bytes_of(ROWS), copy=True)
    assert plan.data == written.bytes_of(right_rows())
    assert len(plan.mends) == len(MENDED)
    assert plan.left == 0


@pytest.mark.parametrize("form", FORMS)
def test_the_list_beside_its_new_sidecar_is_the_corrected_copy(form: str, tmp_path: Path) -> None:
    written = FORMS[form]
    raw, right = tmp_path / f"a{written.suffix}", tmp_path / "right" / f"a{written.suffix}"
    right.parent.mkdir()
    raw.write_bytes(written.bytes_of(ROWS))
    right.write_bytes(written.bytes_of(right_rows()))
    plan = planned(raw)
    assert plan.sidecar == tmp_path / "a.toml"
    plan.sidecar.write_text(plan.text, encoding="utf-8")
    assert records(dxlist.parse(raw)) == records(dxlist.parse(right)) == records(plan.document)
    assert raw.read_bytes() == written.bytes_of(ROWS)
    assert planned(raw).mends == ()
    assert plan.corrections == len(MENDED)
    assert plan.mended == len({rule.code for one in plan.mends for rule in one.rules})


def test_each_correction_says_which_rule_found_it_in_the_language_of_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(FORMS["tsv"].bytes_of(ROWS))
    entries = tomllib.loads(planned(path).text)["corrections"]
    assert [(one["line"], one["column"], one["reason"]) for one in entries] == [
        (2, "overview", "DX203: 続かない助詞"),
        (2, "kpi_text", "DX127: 数や名称を壊す文字"),
        (3, "kpi_text", "DX202: 年月日の数字が丸数字"),
        (4, "overview", "DX201: 英字の語に、形の似た別の文字、DX211: よくある誤記"),
        (5, "project_name", "DX214: 半角片仮名"),
        (5, "overview", "DX207: 片仮名の似た字の取り違え"),
        (6, "project_name", "DX117: 全角と半角の括弧の混在"),
    ]
    assert entries[0] == {
        "line": 2,
        "column": "overview",
        "was": "電子申請システムをの更新を進める。",
        "value": "電子申請システムの更新を進める。",
        "reason": "DX203: 続かない助詞",
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sidecar_keeps_its_comments_and_its_order(end: str, tmp_path: Path) -> None:
    path, sidecar = tmp_path / "a.tsv", COMMENTED.replace("\n", end)
    path.write_bytes(FORMS["tsv"].bytes_of(ROWS))
    path.with_suffix(".toml").write_bytes(sidecar.encode())
    text = planned(path).text
    before, behind = sidecar.split(f"{end}# この一覧")
    assert text.startswith(before + end + "[[corrections]]")
    assert text.endswith(f"{end}{end}# この一覧{behind}")
    assert text.count("\n") == text.count(end)


def test_what_a_person_corrected_is_theirs_and_stands_in_a_corrected_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(FORMS["tsv"].bytes_of(ROWS))
    own = 'line = 4\ncolumn = "overview"\nwas = "A1を用いた案内（試行）をシュミレーションする。"\nvalue = "A1を用いてシュミレーションする。"\nreason = "原本"\n'
    path.with_suffix(".toml").write_text(f"[[corrections]]\n{own}", encoding="utf-8")
    assert (4, "overview") not in {(one.line, one.column) for one in planned(path).mends}
    copied = planned(path, copy=True).data.decode().split("\n")[3].split("\t")
    assert copied[4] == "AIを用いてシミュレーションする。", (
        "a copy has no correction beside it: the rules read what it says"
    )


def test_a_finding_that_a_person_left_as_it_is_is_not_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(FORMS["tsv"].bytes_of(ROWS))
    left = (
        '[[ignored]]\ncode = "DX203"\nline = 2\nwords = "をの"\nreason = "原文のとおり"\n\n[ignore]\nDX207 = "固有名"\n'
    )
    path.with_suffix(".toml").write_text(left, encoding="utf-8")
    codes = {code for one in planned(path).mends for code in one.codes}
    assert codes == {"DX117", "DX127", "DX201", "DX202", "DX211", "DX214"}


def test_a_copy_made_beside_the_new_sidecar_is_the_copy_made_without(tmp_path: Path) -> None:
    """Cells that are corrected keep the line ends of their print: a page is read by what all of its cells say."""
    path = tmp_path / SHIPPED.name
    path.write_bytes(SHIPPED.read_bytes())
    copy = planned(path, copy=True, unsafe=True)
    path.with_suffix(".toml").write_text(planned(path, unsafe=True).text, encoding="utf-8")
    beside = planned(path, copy=True)
    assert len(beside.mends) == len(copy.mends) > 60
    assert records(beside.document) == records(copy.document)
    assert beside.data == copy.data


REPEATED = "\t".join(HEADER) + "\n" + "".join(
    f"1 行政\t1({n}) 項目{n}\t総務部 人事課\t研修事業{n}\t研修を{n}回行う。\t22件（令和③）を上回る。\n" for n in (1, 2, 3)
)  # fmt: skip


def test_of_a_text_that_stands_in_many_rows_each_is_corrected_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(REPEATED, encoding="utf-8")
    plan = planned(path)
    path.with_suffix(".toml").write_text(plan.text, encoding="utf-8")
    document = dxlist.parse(path)
    assert [row.kpi_text for row in document] == ["22件（令和3）を上回る。"] * 3
    assert document.document.unused_corrections == document.document.noted_corrections == []


HEADER_MENDED = "\t".join(HEADER).replace("目標", "目\u200b標") + "\n" + "".join("\t".join(row) + "\n" for row in ROWS)


def test_cells_that_no_correction_can_speak_of_are_counted_and_stand_in_a_copy() -> None:
    plan, copy = planned(HEADER_MENDED.encode()), planned(HEADER_MENDED.encode(), copy=True)
    assert (plan.only_in_copy, plan.corrections) == (1, len(MENDED))
    assert copy.only_in_copy == 0
    assert copy.data.decode().splitlines()[0] == "\t".join(HEADER)


@pytest.mark.parametrize(
    ("row", "column", "meant"),
    [
        ("システムをの更新する。", 4, "システムを更新する。"),
        ("システムをの更新に伴い実施する。", 4, "システムの更新に伴い実施する。"),
        ("システムをのぞく。", 4, None),
        ("システムの新設をに関する検討を行う。", 4, "システムの新設に関する検討を行う。"),
        ("ＡＩ－０ＣＲを使うＯＣＲ、OCR", 4, "ＡＩ－ＯＣＲを使うＯＣＲ、OCR"),
        ("葛\U000e0100飾市の窓口", 3, None),
        ("窓\u200b口の改革", 3, "窓口の改革"),
        ("市⺠課の改革", 3, "市民課の改革"),
        ("価格を8、500円とする。", 5, None),
        ("（3,000-50)×2（税）（分）（県）（市）", 4, None),
        ("県(税)（分）（県）（市）（町）", 4, "県（税）（分）（県）（市）（町）"),
        ("県(税)（分）（県）（市）", 4, None),
        ("令和③年と①", 4, "令和3年と①"),
        ("県の推進推進を図る。", 4, None),
        ("行政手続きを行政手続、行政手続で", 4, None),
    ],
)
def test_only_what_can_have_been_meant_alone_is_mended(row: str, column: int, meant: str | None) -> None:
    cells = [
        "1 行政の効率化",
        "1(1) 手続の電子化",
        "総務部 情報政策課",
        "電子申請推進事業",
        "申請を電子化する。",
        "100件とする。",
    ]
    text = "\t".join(HEADER) + "\n" + "\t".join([*cells[:column], row, *cells[column + 1 :]]) + "\n"
    expected = text.replace(row, meant) if meant else text
    assert planned(text.encode(), copy=True).data.decode() == expected


def test_with_unsafe_fixes_the_suggestions_are_taken_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(REPEATED.replace("行う。", "行う。。"), encoding="utf-8")
    assert [one.column for one in planned(path).mends] == ["kpi_text"] * 3
    plan = planned(path, unsafe=True)
    assert [row.overview for row in plan.document] == [f"研修を{n}回行う。" for n in (1, 2, 3)]
    assert "（要確認）" in plan.text


def test_letters_that_the_encoding_lacks_are_not_written() -> None:
    plan = planned(FORMS["tsv, EUC"].bytes_of(ROWS), copy=True, select="DX202")
    assert (len(plan.mends), plan.left) == (1, 0)
    latin = REPEATED.replace("③", "3").replace("研修を", "ﾃｽﾄを").encode("iso2022_jp_ext")
    assert planned(latin, copy=True).data.decode("iso2022_jp_ext").count("テスト") == 3


@pytest.mark.parametrize("data", [REPEATED.encode() + REPEATED.encode("cp932")])
def test_a_list_that_cannot_be_changed_is_refused(data: bytes) -> None:
    with pytest.raises(FixError):
        planned(data)


def test_bytes_with_several_readings_stay_as_they_are() -> None:
    """The sign ≒ has two codes in cp932, and Python writes the other one."""
    data = REPEATED.replace("研修を", "研修≒を").encode("cp932").replace("≒".encode("cp932"), b"\x87\x90")
    assert data.decode("cp932").encode("cp932") != data
    assert planned(data, copy=True).data == data.replace("③".encode("cp932"), b"3")


LAWFUL = [
    SHIPPED,
    *sorted(OTHER_LISTS.rglob("*.[tc]sv"))[::6],
    *sorted(SHARED.glob("*kodomo.csv")),
    *sorted(SHARED.glob("fuji*.csv")),
]


@pytest.mark.parametrize("path", LAWFUL, ids=lambda path: path.stem)
def test_a_list_and_its_new_sidecar_say_what_the_corrected_copy_says(path: Path) -> None:
    plan = planned(path, unsafe=True)
    sidecar = Sidecar.model_validate(tomllib.loads(plan.text.removeprefix("\ufeff")))
    beside = parse_source(source_of(str(path)), None, sidecar)
    copy = mend(read_list(source_of(str(path)), None, read_sidecar(path)), all_rules().values(), unsafe=True).after
    assert plan.left == 0
    assert records(beside) == records(copy.document)
    assert [note.state for note in beside.document.unused_corrections] == []


def test_the_mended_findings_of_the_shipped_list_are_gone(tmp_path: Path) -> None:
    path = tmp_path / SHIPPED.name
    path.write_bytes(SHIPPED.read_bytes())
    before = {(one.code, one.line) for one in dxlist.validate(path) if one.fix and one.fix.certain}
    assert before == {("DX203", 42), ("DX202", 114), ("DX201", 124), ("DX207", 159), ("DX211", 162)}
    plan = planned(path)
    path.with_suffix(".toml").write_text(plan.text, encoding="utf-8")
    after = dxlist.validate(path)
    assert not before & {(one.code, one.line) for one in after}
    assert not any(one.fix and one.fix.certain for one in after)
