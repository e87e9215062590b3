"""What the kinds that are collected outside of the project must be read as, where their answer is written in words.

By folder and file; ``PLAIN`` are the five rows that most of these lists print in one form or another.  ``MENDED`` are
answers of theirs that contradict what levels mean since schema 2.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Answer = Mapping[str, Any]
Answers = Sequence[Answer]
HIGH, LOW = ">= 0.7", "< 0.7"


def unit(*parts: str) -> list[dict[str, str | None]]:
    """Return one department: 部局 and 課."""
    return [{"department": parts[0], "bureau": None, "division": parts[1]}]


PLAIN: Answers = (
    {
        "field_code": "1", "field_name": "行政の効率化", "item_codes": ["1(1)"], "item_name": "手続のオンライン化",
        "departments": unit("総務部", "情報政策課"), "project_name": "電子申請推進事業",
        "overview": "電子申請システムの対象手続を拡大し、住民の利便性を高める。",
    },
    {
        "field_code": "1", "field_name": "行政の効率化", "item_codes": ["1(1)"], "item_name": "手続のオンライン化",
        "departments": unit("市民部", "市民課"), "project_name": "窓口予約導入事業",
        "overview": "窓口の予約を受け付けるシステムを導入し、待ち時間を短縮する。",
    },
    {
        "field_code": "1", "field_name": "行政の効率化", "item_codes": ["1(2)"], "item_name": "内部事務の見直し",
        "departments": unit("総務部", "人事課"), "project_name": "勤怠管理電子化事業",
        "overview": "紙の出勤簿を廃止し、勤怠を電子で管理する。",
    },
    {
        "field_code": "2", "field_name": "地域の活性化", "item_codes": ["2(1)"], "item_name": "観光の振興",
        "departments": unit("商工部", "観光課"), "project_name": "観光案内多言語化事業",
        "overview": "観光案内板を多言語にし、外国人の旅行者を増やす。",
    },
    {
        "field_code": "2", "field_name": "地域の活性化", "item_codes": ["2(1)"], "item_name": "観光の振興",
        "departments": unit("農林部", "農政課"), "project_name": "スマート農業実証事業",
        "overview": "無人の農機の実証を行い、結果を農業者に公表する。",
    },
)  # fmt: skip

SENTENCES: Answers = (
    {
        "kpi_text": "電子申請の利用件数について、12,000件を目標とする。",
        "kpi_targets": [{"value": "12000", "unit": "件", "comparator": "eq"}],
    },
    {
        "kpi_text": "予約の利用率について、35%以上を目標とする。",
        "kpi_targets": [{"value": "35", "unit": "%", "comparator": "ge"}],
    },
    {
        "kpi_text": "年間の作業時間を1,400時間削減する。",
        "kpi_targets": [{"value": "1400", "unit": "時間", "comparator": "decrease"}],
    },
    {
        "kpi_text": "外国人宿泊者数について、8,500人を目標とする。",
        "kpi_targets": [{"value": "8500", "unit": "人", "comparator": "eq"}],
    },
    {
        "kpi_text": "実証に参加する農業者について、24名を目標とする。",
        "kpi_targets": [{"value": "24", "unit": "名", "comparator": "eq"}],
    },
)
"""The indicator of each, said in one cell."""

WITHOUT_COMMAS: Answers = tuple(
    {key: value.replace("12,000", "12000").replace("1,400", "1400").replace("8,500", "8500") if key == "kpi_text" else value}
    | {"kpi_targets": one["kpi_targets"]}
    for one in SENTENCES
    for key, value in one.items()
    if key == "kpi_text"
)  # fmt: skip

MEASURED = (
    ("電子申請の利用件数", "12000", "件", "8000"),
    ("予約の利用率", "35", "%", "10"),
    ("年間の作業時間", "1600", "時間", "3000"),
    ("外国人宿泊者数", "8500", "人", "5000"),
    ("参加農業者", "24", "名", "3"),
)
"""The indicator of each, said in columns: name, target, unit, the value to start from."""


def measured(**also: Any) -> Answers:
    """Return the indicators that columns tell, without the value to start from."""
    return [
        {"kpi_text": name, "kpi_status": "quantitative", "kpi_targets": [{"metric": name, "value": value, "unit": unit, **also}]}
        for name, value, unit, _ in MEASURED
    ]  # fmt: skip


def based(**also: Any) -> Answers:
    """Return the indicators that columns tell, with the value to start from."""
    return [
        {**one, "kpi_targets": [{**one["kpi_targets"][0], "baseline_value": base, **also}]}
        for one, (*_, base) in zip(measured(), MEASURED, strict=True)
    ]


def numbered(*kinds: str | None) -> Answers:
    """Return the targets of two text columns, 会議を5回開く。 and the number of each row."""
    of = [{"indicator_kind": kind} if kind else {} for kind in (*kinds, None, None)]
    return [
        {"kpi_targets": [{"value": "5", "unit": "回", **of[0]}, {"value": value, "unit": unit, **of[1]}]}
        for _, value, unit, _ in MEASURED
    ]


def same(**keys: Any) -> Answers:
    """Return five answers alike."""
    return [keys] * len(PLAIN)


def rows(first: int | Sequence[int], *parts: Answers) -> Answers:
    """Return the answers of the five rows, whose lines follow each other unless they are given, and that there is no other."""
    lines = range(first, first + len(PLAIN)) if isinstance(first, int) else first
    merged = [
        {"line": line} | {key: value for part in parts for key, value in part[at].items()}
        for at, line in enumerate(lines)
    ]
    return [*merged, {"records": len(merged)}]


def running(header: str) -> Answers:
    """Return that the running number stands under its header."""
    return [{"extra_has": {header: str(number)}} for number in range(1, 6)]


SURE = same(confidence=HIGH)

ANSWERS: Mapping[str, Mapping[str, Answers]] = {
    "r02-lines-above-the-header": {
        "below.tsv": rows(2, PLAIN, SENTENCES),
        "between.tsv": rows((2, 3, 4, 8, 9), PLAIN, SENTENCES),
        "contact.tsv": rows(4, PLAIN, SENTENCES),
        "legend.tsv": rows(3, PLAIN, SENTENCES),
        "maker.csv": rows(5, PLAIN, WITHOUT_COMMAS),
        "office-at-the-right.tsv": rows(3, PLAIN, SENTENCES),
        "sentence.csv": rows(3, PLAIN, WITHOUT_COMMAS),
        "title-and-sentence.tsv": rows(6, PLAIN, SENTENCES),
    },
    "r03-header-of-two-levels": {
        "budget-years.tsv": [
            *rows(3, PLAIN, SENTENCES, same(extra_has={"予算額（千円） R4": "1,000", "予算額（千円） R5": "2,000"})),
            {"leftovers": 0},
        ],
        "schedule.tsv": [
            *rows(3, PLAIN, SENTENCES, same(extra_has={f"スケジュール {year}": text for year, text in (("R4", "検討"), ("R5", "実施"), ("R6", "完了"))})),
            {"leftovers": 0},
        ],
        "targets-by-year.tsv": [
            *rows(3, PLAIN, same(cells_has={f"年次目標 {year}": text for year, text in (("R4", "10件"), ("R5", "20件"), ("R6", "30件"))})),
            {"leftovers": 0},
        ],
        "kpi-base-target.tsv": [*rows(3, PLAIN, based(target_fiscal_year=None)), {"leftovers": 0}],
        "kpi-unit-base-target.tsv": [
            *rows(3, PLAIN, based(target_fiscal_year=2026, baseline_fiscal_year=2022)), {"leftovers": 0}
        ],
    },
    "r04-kpi-in-several-columns": {
        "name-target.tsv": rows(2, PLAIN, measured()),
        "name-unit-base-target.tsv": rows(2, PLAIN, based()),
        "output-outcome.tsv": rows(2, PLAIN, numbered("activity", "outcome")),
        "numbered.tsv": rows(2, PLAIN, numbered()),
    },
    "r05-index-column-without-header": {
        name: rows(2, PLAIN, WITHOUT_COMMAS if name.endswith("csv") else SENTENCES)
        for name in ("float.tsv", "from0.csv", "from1.tsv", "letters.tsv")
    },
    "r06-column-of-numbers-before-the-field": {
        name: rows(2, PLAIN, SENTENCES, running(header), SURE)
        for name, header in (
            ("code.tsv", "コード"), ("jigyo.tsv", "事業番号"), ("kanri.tsv", "管理番号"),
            ("row.tsv", "行番号"), ("seiri.tsv", "整理番号"), ("serial.tsv", "通し番号"),
        )
    },
    "r07-invisible-characters": {
        f"{name}.tsv": [*rows(2, PLAIN, SENTENCES, SURE), {"leftovers": 0}]
        for name in ("cells-bom", "cells-ivs", "cells-shy", "cells-wj", "cells-zwsp", "header-zwsp")
    },
    "r08-number-broken-by-a-blank": {
        "cells.tsv": [
            *({"line": line, "kpi_targets": [{"value": "8500", "unit": "人"}]} for line in range(2, 6)),
            {"line": 7, "kpi_text": "利用率を60%とする。", "kpi_targets": [{"value": "60", "unit": "%"}]},
            {"line": 8, "kpi_targets": []}, {"line": 9, "kpi_targets": []},
        ],
    },
    "r12-merged-cell-printed-in-its-middle": {
        "middle.tsv": [{"any_of": [
            [{"line": line, "field_code": "1" if line < 5 else "2"} for line in range(2, 8)],
            [{"line": 2, "field_name": None, "confidence": LOW}, {"line": 5, "confidence": LOW}],
        ]}, {"records": 6}],
        "bottom.tsv": [{"any_of": [
            [{"line": line, "field_code": "1" if line < 5 else "2"} for line in range(2, 8)],
            [{"line": 2, "field_name": None, "confidence": LOW}, {"line": 5, "confidence": LOW}],
        ]}, {"records": 6}],
    },
    "r13-blank-beside-a-quote": {
        name: [*rows(2, PLAIN, SENTENCES, SURE), {"leftovers": 0}]
        for name in ("after.csv", "before.csv", "line-end.csv", "only-needed.csv", "semicolon.csv", "tab.tsv")
    },
    "r20-control-characters": {
        f"{name}.csv": [*rows(2, PLAIN, WITHOUT_COMMAS), {"records": 5}]
        for name in ("bell", "nul", "nul-cp932", "nul-tail")
    },
    "r25-row-cut-by-a-page-end": {
        "list.tsv": [
            {"line": 2, **PLAIN[0], **SENTENCES[0]}, {"line": 3, **PLAIN[1], **SENTENCES[1]},
            {"line": 7, **PLAIN[2], **SENTENCES[2]}, {"line": 8, **PLAIN[3], **SENTENCES[3]},
            {"records": 4},
        ],
    },
    "r28-signs-for-nothing": {
        "list.tsv": [
            *({
                "line": line, "departments": [], "project_name": f"{sign}区画整理事業", "field_code": "1",
                "field_name": "行政の効率化", "item_codes": ["1(1)"], "confidence": HIGH,
            } for line, sign in enumerate("甲乙丙丁戊己庚", start=2)),
            {"records": 7, "leftovers": 0},
        ],
    },
}  # fmt: skip

MENDED: Mapping[tuple[str, int, str], Answer] = {
    ("13_continuation_rows", 2, "item_name"): {"field_name": "教育環境の整備", "item_name": None},
}
"""(folder, line, key) -> what holds instead.  A list of one level has a field, and its item is null."""
