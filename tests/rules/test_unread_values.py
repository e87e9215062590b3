"""DX217 and DX310: what a program left in cells of any column, and numbers that are not read; at the very letters."""

import pytest

import dxlist
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標名\t単位\t目標値\t完了予定日\t備考"
ROW = "1 行政\t1(1) 手続\t総務部 人事課\t窓口予約事業\t窓口を開く。\t利用件数\t件\t100\t2026-03-31\tなし"
_LINE = 3
ITEM, OFFICE, OVERVIEW, NAME, UNIT, TARGET, DATE, NOTE = 1, 2, 4, 5, 6, 7, 8, 9

FOUND: list[tuple[int, str, list[tuple[str, str]]]] = [
    (TARGET, "#REF!", [("DX217", "#REF!")]),  # nothing was found
    (TARGET, "########", [("DX217", "########")]),
    (TARGET, "1.2E+04", [("DX217", "1.2E+04")]),
    (TARGET, "=B3*2", [("DX217", "=B3*2")]),
    (TARGET, "8 500", [("DX310", "8 500")]),
    (TARGET, "000", [("DX310", "000")]),
    (TARGET, "01人", [("DX310", "01")]),
    (TARGET, "44651", []),
    (TARGET, "≧8,500", []),
    (UNIT, "#N/A", [("DX217", "#N/A")]),
    (OFFICE, "#VALUE!", [("DX217", "#VALUE!")]),
    (ITEM, "1月1日", [("DX217", "1月1日")]),
    (ITEM, "Jan-01", [("DX217", "Jan-01")]),
    (ITEM, "2022/1/2 0:00", [("DX217", "2022/1/2 0:00")]),
    (ITEM, "44651", [("DX217", "44651")]),
    (OVERVIEW, "窓口を&nbsp;開く。<br>閉める。", [("DX217", "&nbsp;")]),
    (OVERVIEW, "窓口を_x000D_開く。", [("DX217", "_x000D_")]),
    (OVERVIEW, "(cid:12)(cid:345)口を開く。", [("DX217", "(cid:12)")]),
    (OVERVIEW, "R&Dの窓口を＃1に開く。", []),
    (NAME, "利用率-60%", [("DX310", "-60")]),
    (DATE, "44651", [("DX217", "44651")]),
    (DATE, "1月1日", []),
    (DATE, "2022/1/1 0:00:00", [("DX217", "2022/1/1 0:00:00")]),
    (NOTE, "#NAME?", [("DX217", "#NAME?")]),
    (NOTE, "TRUE", []),
    (NOTE, "NULL", [("DX217", "NULL")]),
    (NOTE, "N/A", []),
]


def found_in(cell: int, held: str) -> list[tuple[str, str]]:
    cells = ROW.split("\t")
    cells[cell] = held
    text = "\n".join((HEADER, ROW, "\t".join(cells), ""))
    document = dxlist.parse(text.encode(), stem="list")
    findings = check_lists([("list.tsv", document)], chosen_rules(["DX217", "DX310"])).findings
    places = [(one.rule.code, one.found.place) for one in findings if one.found.place.line == _LINE]
    assert {place.cell for _, place in places} <= {cell + 1}
    return [(code, (place.text or "")[place.start : place.end]) for code, place in places]


@pytest.mark.parametrize(("cell", "text", "findings"), FOUND)
def test_what_is_found(cell: int, text: str, findings: list[tuple[str, str]]) -> None:
    assert found_in(cell, text) == findings
