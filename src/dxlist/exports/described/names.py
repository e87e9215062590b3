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

OF_LIST = ("departments", "targets")
"""Those of one list beside that of its initiatives."""
OF_PROJECTS = ("projects", "mentions", "programmes", "conflicts", "suggested")
"""Those that ``dxlist dedupe`` writes."""

MAIN = "initiatives"
"""The table that is written where no other is asked for."""
