"""The tables by name, with what they are called and what one row is; light, for help texts and choices."""

from __future__ import annotations

from typing import NamedTuple

from dxlist.text.bilingual import Bilingual


class TableName(NamedTuple):
    """What a table is called, and what one row of it is."""

    label: Bilingual
    about: Bilingual


TABLE_NAMES: dict[str, TableName] = {
    "documents": TableName(
        Bilingual("一覧", "lists"),
        Bilingual("1行が1つの一覧（ファイル）。", "A row is one list."),
    ),
    "initiatives": TableName(
        Bilingual("取組", "initiatives"),
        Bilingual("1行が一覧の1行。", "A row is one row of a list."),
    ),
    "departments": TableName(
        Bilingual("担当課", "departments"), Bilingual(
            "1行が1つの取組の1つの担当。担当が2つの取組には2行ある。",
            "A row is one responsible unit of one initiative; two units are two rows.",
        ),
    ),
    "targets": TableName(
        Bilingual("目標", "targets"),
        Bilingual("1行が1つの数値目標。", "A row is one number that an initiative sets itself."),
    ),
    "levels": TableName(
        Bilingual("階層", "levels"), Bilingual(
            "1行が1つの取組の1つの階層（政策、施策、款、項など）。上から順。",
            "A row is one level of the plan (政策, 施策, 款, 項 ...) of one initiative, from the top.",
        ),
    ),
    "indicators": TableName(
        Bilingual("指標", "indicators"), Bilingual(
            "1行が1つの指標。名称・単位・値が別々の列にある一覧だけにある。",
            "A row is one indicator, of lists that have columns of their own for its name, unit or values.",
        ),
    ),
    "indicator_values": TableName(
        Bilingual("指標の値", "indicator values"), Bilingual(
            "1行が指標の1つの値。基準値、目標値、実績値を年度ごとに縦に並べる。",
            "A row is one value of an indicator: its baseline, or a target or an actual value of a year.",
        ),
    ),
    "extras": TableName(
        Bilingual("その他の列", "further columns"), Bilingual(
            "1行が「その他の列」の1つのセル。見出しの年度は別の列に分かれ、年度をまたいで集計できる。",
            "A row is one cell of a further column; the year of its header stands apart, so that years can be joined.",
        ),
    ),
    "projects": TableName(
        Bilingual("事業", "projects"), Bilingual(
            "1行が1つの事業。何行に再掲されていても1行。",
            "A row is one project, however many rows of the lists name it.",
        ),
    ),
    "mentions": TableName(
        Bilingual("掲載箇所", "mentions"),
        Bilingual("1行が、事業が載っている一覧の1行。", "A row is one row of a list in which a project stands."),
    ),
    "programmes": TableName(
        Bilingual("上位事業", "programmes"), Bilingual(
            "1行が、2つ以上の事業を束ねる1つの上位事業。",
            "A row is one programme that holds two projects or more.",
        ),
    ),
    "conflicts": TableName(
        Bilingual("食い違い", "conflicts"), Bilingual(
            "1行が、食い違いの中の1つの記載。",
            "A row is what one row of a list says where the rows of a project disagree.",
        ),
    ),
    "suggested": TableName(
        Bilingual("候補の組", "suggested pairs"), Bilingual(
            "1行が、同じかもしれない2つの事業。",
            "A row is two projects that may be one, for a person to decide.",
        ),
    ),
    "findings": TableName(
        Bilingual("検査結果", "findings"),
        Bilingual("1行が dxlist validate の1つの指摘。", "A row is one thing that dxlist validate found."),
    ),
}  # fmt: skip
"""In the order in which they are written."""

OF_LIST = ("departments", "targets", "levels", "indicators", "indicator_values", "extras")
"""Those of one list beside that of its initiatives."""
OF_PROJECTS = ("projects", "mentions", "programmes", "conflicts", "suggested")
"""Those that ``dxlist dedupe`` writes."""

MAIN = "initiatives"
"""The table that is written where no other is asked for."""
