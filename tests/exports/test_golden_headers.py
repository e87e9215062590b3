"""The header of every table, to the letter: a column that comes, goes or is renamed is seen here, and in the changelog."""

from __future__ import annotations

import pytest

from dxlist.exports.described.content import Content

HEADERS = {
    "documents": (
        "document_id name local_government_code local_government_name fiscal_year publisher source source_url licence encoding byte_order_mark delimiter line_ends sha256 page_count part_count initiative_count leftover_count doubtful_count",
        "一覧ID 名称 全国地方公共団体コード 地方公共団体名 年度 公表者 出所 公表元URL ライセンス 文字コード BOM 区切り文字 改行コード ハッシュ値 頁数 一覧数 取組数 残ったセルの数 疑わしい行の数",
    ),
    "initiatives": (
        "local_government_code initiative_id local_government_name document_id fiscal_year part part_title page line field_code field_name item_codes item_name plan_only departments project_name project_levels project_id mention_count shared_with overview kpi_text kpi_status target_metric target_value target_unit target_comparator target_cumulative target_fiscal_year target_date confidence",
        "全国地方公共団体コード ID 地方公共団体名 一覧ID 年度 一覧番号 一覧名 頁 行 分野番号 分野 項目番号 項目 計画のみ 担当課 事業名 事業の階層 事業ID 事業の行数 同じ事業の行 事業概要 指標・目標 指標の種類 指標 目標値 単位 比較 累計 目標年度 目標期日 確度",
    ),
    "departments": (
        "initiative_id position name department bureau division",
        "ID 順 担当課 部局 局 課室",
    ),
    "targets": (
        "initiative_id target_number metric value value_to unit comparator cumulative cumulative_since period baseline_value baseline_fiscal_year target_fiscal_year target_date deadline_kind grade raw start end",
        "ID 目標番号 指標 目標値 目標値（上限） 単位 比較 累計 累計開始年度 期間 基準値 基準年度 目標年度 目標期日 期限の種類 確からしさ 原文 開始位置 終了位置",
    ),
    "projects": (
        "project_id name programme local_government_code departments fiscal_years kpi_targets mention_count initiative_ids",
        "事業ID 事業名 上位事業 全国地方公共団体コード 担当課 年度 目標 行数 ID",
    ),
    "mentions": (
        "project_id name programme local_government_code fiscal_year document_id line initiative_id item_codes item_name departments level joined_to",
        "事業ID 事業名 上位事業 全国地方公共団体コード 年度 一覧ID 行 ID 項目番号 項目 担当課 同一とした根拠 同一とした相手のID",
    ),
    "programmes": (
        "programme_number name aliases project_count project_ids",
        "番号 上位事業 別の表記 事業数 事業ID",
    ),
    "conflicts": (
        "conflict_number project_id name column grade reason initiative_id line text",
        "食い違い番号 事業ID 事業名 列 程度 違い ID 行 記載",
    ),
    "suggested": (
        "project_id_1 project_id_2 initiative_id_1 initiative_id_2 name_1 name_2 similarity reason",
        "事業ID1 事業ID2 ID1 ID2 事業名1 事業名2 類似度 別とした理由",
    ),
    "findings": (
        "fingerprint document_id code rule severity message_ja message_en line cell start end initiative_id related_lines suggestion",
        "指摘ID 一覧ID 検査番号 検査名 重大度 内容 内容（英語） 行 セル 開始位置 終了位置 ID 関連する行 候補",
    ),
}  # fmt: skip


def test_there_are_these_tables() -> None:
    assert [table.name for table in Content([]).tables()] == list(HEADERS)


@pytest.mark.parametrize("name", HEADERS)
def test_each_table_has_these_columns(name: str) -> None:
    table = Content([]).table(name)
    assert (" ".join(table.header("en")), " ".join(table.header("ja"))) == HEADERS[name]
