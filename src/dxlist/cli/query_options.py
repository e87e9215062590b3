"""The options of ``dxlist query``, each with its help in both languages."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.text.bilingual import Bilingual

FORMATS = "table|json|jsonl|csv|tsv|markdown"

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", show_default=False),
    Bilingual(
        "一覧のファイル、dxlist parse が書いた .json、そのフォルダー、または -（標準入力）。省くと data/raw。",
        "Lists, .json files that dxlist parse wrote, folders of them, or - for standard input; without any, data/raw.",
    ),
]
Dept = Annotated[
    list[str] | None,
    typer.Option("--dept", "-d", metavar="NAME", show_default=False),
    Bilingual(
        "担当の部局・局・課室の名前（全体が一致）。企画調整部/デジタル変革課 のように絞れます。",
        "Whole name of a responsible unit of any level; 総務部/人事課 narrows.",
    ),
]
Field = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME", show_default=False),
    Bilingual("分野の番号、または名前の一部。", "Code of a policy field, or part of its name."),
]
Item = Annotated[
    list[str] | None,
    typer.Option("--item", "-i", metavar="CODE", show_default=False),
    Bilingual(
        "項目の番号（3(1) は 3(1)ア も含み、3(10) は含まない）、または題名の一部。",
        "Code of an item with all below it (3(1) takes its children, not 3(10)), or part of its title.",
    ),
]
Project = Annotated[
    list[str] | None,
    typer.Option("--project", metavar="NAME", show_default=False),
    Bilingual("事業名の一部、または事業のID。", "Part of a project's name, or its project_id."),
]
Programme = Annotated[
    list[str] | None,
    typer.Option("--programme", metavar="NAME", show_default=False),
    Bilingual("上位の事業の名前の一部。", "Part of the name of a programme, the level above a project."),
]
Text = Annotated[
    list[str] | None,
    typer.Option("--text", "-t", metavar="WORDS", show_default=False),
    Bilingual(
        "本文の言葉。空白で区切った語をすべて含む行（全角半角・大小・かなカナは区別しない）。",
        "Words that a row holds, all of them, in any text column; width, case, kana make no difference.",
    ),
]
KpiUnit = Annotated[
    list[str] | None,
    typer.Option("--kpi-unit", metavar="UNIT", show_default=False),
    Bilingual("目標の単位（件、% など）。", "Unit of a target (件, % ...)."),
]
KpiMin = Annotated[
    str | None,
    typer.Option("--kpi-min", metavar="NUMBER", show_default=False),
    Bilingual("目標値がこれ以上。", "A target of at least that."),
]
KpiMax = Annotated[
    str | None,
    typer.Option("--kpi-max", metavar="NUMBER", show_default=False),
    Bilingual("目標値がこれ以下。", "A target of at most that."),
]
KpiStatus = Annotated[
    list[str] | None,
    typer.Option("--kpi-status", metavar="STATUS", show_default=False),
    Bilingual(
        "指標の種類: quantitative milestone qualitative none_declared shared missing。",
        "Kind of KPI cell: quantitative, milestone, qualitative, none_declared, shared, missing.",
    ),
]
Due = Annotated[
    list[str] | None,
    typer.Option("--due", metavar="YEAR", show_default=False),
    Bilingual("目標の年度（2025、令和7年度、R7）。", "Fiscal year of a target (2025, 令和7年度, R7)."),
]
Year = Annotated[
    list[str] | None,
    typer.Option("--year", metavar="YEAR", show_default=False),
    Bilingual("一覧の年度。", "Fiscal year of the list."),
]
Part = Annotated[
    list[int] | None,
    typer.Option("--part", metavar="N", min=1, show_default=False),
    Bilingual("ファイルの中の何番目の一覧か。", "Which list of the file, from 1."),
]
Shared = Annotated[
    bool | None,
    typer.Option("--shared/--not-shared", show_default=False),
    Bilingual("事業が複数の行にあるものだけ、またはないものだけ。", "Only projects in several rows, or only in one."),
]
PlanOnly = Annotated[
    bool,
    typer.Option("--plan-only"),
    Bilingual("番号の代わりに「計画」とある行だけ。", "Only rows marked 計画 in place of a code."),
]
Where = Annotated[
    str | None,
    typer.Option("--where", "-w", metavar="CONDITION", show_default=False),
    Bilingual(
        "そのほかの条件。例: \"unit = '件' and value >= 1000\"（docs/query.ja.md）。",
        "Any other condition, such as \"unit = '件' and value >= 1000\" (docs/query.md).",
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar=FORMATS, show_default=False),
    Bilingual(
        "形式。省くと出力ファイルの拡張子、それもなければ table。json と jsonl はレコード全体。",
        "Without it, what the name of the output ends on, else table; json and jsonl hold whole records.",
    ),
]
Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", show_default=False),
    Bilingual("書き出すファイル。省くか - なら標準出力。", "File to write; without it, or with -, standard output."),
]
Overwrite = Annotated[
    bool,
    typer.Option("--overwrite"),
    Bilingual("すでにあるファイルを置き換えます。", "Replace a file that is there."),
]
ExcelSafe = Annotated[
    bool,
    typer.Option("--excel-safe"),
    Bilingual(
        "csv と tsv で、数式とみなされる文字列の前に ' を付けます。",
        "In csv and tsv, put a ' before a text that a spreadsheet would run as a formula.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", "-c", metavar="NAMES", show_default=False),
    Bilingual(
        "列の名前をコンマで。レコードの英語名でも日本語名でも。",
        "Columns, with commas, by their names in the records or in Japanese.",
    ),
]
Wide = Annotated[
    bool,
    typer.Option("--wide"),
    Bilingual("折り返さず、すべての本文の列を示します（less -S で）。", "All texts, nothing wrapped (for less -S)."),
]
Sort = Annotated[
    list[str] | None,
    typer.Option("--sort", metavar="NAMES", show_default=False),
    Bilingual("並べる列をコンマで。-value は大きい順。", "Columns to sort by, with commas; -value: greatest first."),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=0, metavar="N", show_default=False),
    Bilingual("はじめのN件だけ。", "Only the first N."),
]
Count = Annotated[
    bool,
    typer.Option("--count"),
    Bilingual("件数だけを示します。", "Print how many there are, and nothing else."),
]
GroupBy = Annotated[
    str | None,
    typer.Option("--group-by", "-g", metavar="WHAT", show_default=False),
    Bilingual(
        "dept department field item programme unit status due のどれかごとに、行と事業の数、目標の合計。",
        "Count rows and projects, and add up targets: dept, department, field, item, programme, unit, status, due.",
    ),
]
Projects = Annotated[
    bool,
    typer.Option("--projects"),
    Bilingual("同じ事業の行をまとめ、1事業を1行で示します。", "One line a project."),
]
