"""``TABLES``: the CSV tables of projects, what a row of each is and its columns; ``table_rows`` fills them."""

from __future__ import annotations

from dataclasses import dataclass

from dxlist.text.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row of it is, its columns (English name, Japanese label)."""

    name: str
    about: Bilingual
    columns: tuple[tuple[str, str], ...]


_PROJECT = (
    ("project_id", "事業ID"),
    ("name", "事業名"),
    ("programme", "上位事業"),
    ("local_government_code", "全国地方公共団体コード"),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "projects",
            Bilingual("1行に1事業", "a project a row"),
            (
                *_PROJECT,
                ("departments", "担当課"),
                ("fiscal_years", "年度"),
                ("kpi_targets", "目標"),
                ("mention_count", "行数"),
                ("initiative_ids", "ID"),
            ),
        ),
        Table(
            "mentions",
            Bilingual("1行に元の1行", "a row of a list a row"),
            (
                *_PROJECT,
                ("fiscal_year", "年度"),
                ("document_id", "一覧ID"),
                ("line", "行"),
                ("initiative_id", "ID"),
                ("item_codes", "項目番号"),
                ("item_name", "項目"),
                ("departments", "担当課"),
                ("level", "同一とした根拠"),
                ("joined_to", "同一とした相手のID"),
            ),
        ),
        Table(
            "programmes",
            Bilingual("1行に1上位事業", "a programme a row"),
            (("name", "上位事業"), ("aliases", "別の表記"), ("project_count", "事業数"), ("project_ids", "事業ID")),
        ),
        Table(
            "conflicts",
            Bilingual("1行に食い違う1つの記載", "a reading of a conflict a row"),
            (
                ("conflict_number", "食い違い番号"),
                ("project_id", "事業ID"),
                ("name", "事業名"),
                ("column", "列"),
                ("grade", "程度"),
                ("reason", "違い"),
                ("initiative_id", "ID"),
                ("line", "行"),
                ("text", "記載"),
            ),
        ),
        Table(
            "suggested",
            Bilingual("1行に候補の1組", "a suggested pair a row"),
            (
                ("project_id_1", "事業ID1"),
                ("project_id_2", "事業ID2"),
                ("initiative_id_1", "ID1"),
                ("initiative_id_2", "ID2"),
                ("name_1", "事業名1"),
                ("name_2", "事業名2"),
                ("similarity", "類似度"),
                ("reason", "別とした理由"),
            ),
        ),
    )
}
"""By name."""

DEFAULT = "mentions"
