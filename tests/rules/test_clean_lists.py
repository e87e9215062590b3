"""Lists without faults: many governments, many ways of laying a list out, and nothing to find at warning or above."""

from __future__ import annotations

from pathlib import Path

import pytest

import dxlist
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.selection import chosen_rules


def _quoted(row: str) -> str:
    """Return a row of a small list as a program writes it."""
    return "\t".join(f'"{cell}"' for cell in row.replace("⏎", "\n").split("|")) + "\n"


FOLDER = Path(__file__).parent / "clean_lists"
CLEAN = {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.[ct]sv"))} | {
    "a prefecture, merged cells": """\
分野	項目	担当課	事業名	事業概要	指標（KPI）
1 行政の効率化	1(1) 手続のオンライン化	総務部 情報政策課	電子申請推進事業	県民の利便性を高めるため、電子申請システムを運用する。	電子申請の利用件数について、1,200件を目標とする。
	1(2) データの公開	企画部 統計課	統計データ公開事業	統計データを公開し、県民や企業が使えるようにする。	公開したデータの数について、50件を目標とする。
2 産業の振興	2(1) 中小企業の支援	商工部 産業振興課	デジタル化補助金	中小企業がソフトウェアを導入する費用の一部を補助する。	補助した企業の数について、30社を目標とする。
""".encode(),
    "a city, nothing merged, other headers": """\
No.	基本方針	施策	所管課	取組名	取組内容	目標値
1	基本方針1 便利なまち	1-1 窓口の改革	市民部市民課	書かない窓口の導入	来庁者が申請書を書かずに手続できる窓口を設ける。	書かない窓口の利用率 40%
2	基本方針1 便利なまち	1-2 キャッシュレス化	会計課	キャッシュレス決済の導入	証明書の手数料をキャッシュレスで支払えるようにする。	キャッシュレス決済の割合 25%
3	基本方針2 学べるまち	2-1 学習環境の整備	教育委員会学校教育課	学習用端末の更新	小中学校の学習用端末を更新する。	更新した端末の数 3,400台
""".encode(),
    "a town, comma-separated, blanks mean nothing": """\
分類,事業名,担当課,概要,指標
くらし,防災行政無線の更新,総務課,老朽化した設備を更新する。,更新した子局の数 18局
くらし,見守りサービスの実証,,高齢者の見守りに機器を活用する。,参加した世帯の数 20世帯
しごと,スマート農業の普及,農林課,水管理の自動化を支援する。,導入した農家の数 5戸
""".encode(),
}
SMALL = dict(part.split("\n", 1) for part in (FOLDER / "small.txt").read_text(encoding="utf-8")[2:].split("\n\n# "))
"""Small lists, each with an innocent look-alike in which something was found once: | between cells, ⏎ a line end in one."""
CLEAN |= {name: "".join(map(_quoted, rows.split("\n"))).encode() for name, rows in SMALL.items()}
KNOWN: dict[str, str] = {
    "indicators of two columns, numbers at their border": "DX127 reads the numbers of two cells as one",
}
"""Lists in which something is found today, and what."""
RIGHT = {"asatsuyu_kpi_r05.tsv": ["DX101"]}
"""What is right of a list that is clean but for its form: a header over two lines."""
CASES = [
    pytest.param(name, marks=pytest.mark.xfail(reason=KNOWN[name], raises=(AssertionError, dxlist.errors.NoTableError)))
    if name in KNOWN
    else name
    for name in CLEAN
]


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_found(name: str) -> None:
    document = dxlist.parse(CLEAN[name], stem=name.partition(".")[0])
    checked = check_lists([(name, document)], chosen_rules())
    found = [one for one in at_least(checked.findings, "warning") if one.rule.code not in RIGHT.get(name, ())]
    assert [(one.rule.code, one.found.place.line, one.found.message.en) for one in found] == []


def test_what_is_known_is_there() -> None:
    assert set(KNOWN) | set(RIGHT) <= set(CLEAN)
