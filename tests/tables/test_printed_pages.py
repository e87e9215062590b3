"""Pages on which a few rows slid, between rows that stand in place."""

import dxlist

_HEADER = "分野\t項目\t\t担当課\t事業名\t事業概要\t目標"
_BELOW = "\t農業課\t直売所整備事業\t農産物の直売所を整備する。\t来場者数 200人"


def _read(*lines: str) -> dict[int, dxlist.Initiative]:
    return {one.line: one for one in dxlist.parse("\n".join((_HEADER, *lines)).encode())}


def test_a_code_that_slid_away_from_its_title_stays_the_code_of_the_item() -> None:
    rows = _read(
        f"1 産業の振興\t1-1\t地産地消{_BELOW}",
        f"\t1-2\t販路の開拓{_BELOW}",
        f"1-3\t\t担い手の育成{_BELOW}",
    )
    assert [(one.field_code, one.field_name, one.item_codes, one.item_name) for one in rows.values()] == [
        ("1", "産業の振興", ["1-1"], "地産地消"),
        ("1", "産業の振興", ["1-2"], "販路の開拓"),
        ("1", "産業の振興", ["1-3"], "担い手の育成"),
    ]


def test_a_unit_in_the_column_of_the_fields_is_the_unit_of_its_row() -> None:
    rows = _read(
        f"1 産業の振興\t1-1\t地産地消{_BELOW}",
        "農業課\t\t\t\t販路の開拓に向けた取組\t販路を開拓する。\t商談数 20件",
    )
    assert rows[3].field_name == "産業の振興"
    assert [unit.department for unit in rows[3].departments] == ["農業課"]


def test_an_item_over_its_field_leaves_the_field_blank() -> None:
    rows = _read(
        f"第1 産業の振興\t1(1)\t地産地消{_BELOW}",
        f"\t1(2)\t販路の開拓{_BELOW}",
        f"1(3) 担い手の育成\t1(3)\t担い手の育成{_BELOW}",
    )
    assert (rows[4].field_code, rows[4].item_codes) == ("第1", ["1(3)"])


def test_an_item_alone_below_a_header_printed_again_is_no_part_of_the_header() -> None:
    rows = _read(
        f"1 産業の振興\t(1)\t地産地消{_BELOW}",
        _HEADER,
        "\t(2)\t販路の開拓\t\t\t\t",
        f"\t(3)\t担い手の育成{_BELOW}",
    )
    assert (rows[4].item_codes, rows[4].project_name) == (["(2)"], "直売所整備事業")
    assert rows[5].item_codes == ["(3)"]


def test_the_end_of_one_word_below_a_header_belongs_to_it() -> None:
    first = f"1 産業の振興\t1-1\t地産地消{_BELOW}"
    rows = _read(first, "", "分野\t項目\t\t担当\t事業名\t事業概要又は\t目標", "\t\t\t部署\t\t取組内容\t", first)
    assert sorted(rows) == [2, 6]


def test_a_header_that_stands_askew_over_full_rows_is_no_clean_one() -> None:
    text = (
        "分野\t項目\t担当課\t事業名\t事業概要\t目標\t備考\t\n"
        "1 産業の振興\t1-1\t地産地消\t農業課\t直売所整備事業\t農産物の直売所を整備する。\t来場者数 200人\t再掲\n"
        "\t1-2\t販路の開拓\t農業課\t商談会開催事業\t販路を開拓するため商談会を開く。\t商談数 20件\t新規"
    )
    assert [(one.item_name, one.project_name, one.kpi_text) for one in dxlist.parse(text.encode())] == [
        ("地産地消", "直売所整備事業", "来場者数 200人"),
        ("販路の開拓", "商談会開催事業", "商談数 20件"),
    ]


def test_units_in_the_column_of_the_fields_are_units_where_others_stand_in_theirs() -> None:
    rows = _read(
        f"1 産業の振興\t1-1\t地産地消{_BELOW}",
        "農業課\t\t\t\t販路の開拓に向けた取組\t販路を開拓する。\t商談数 20件",
        f"\t1-2\t担い手の育成{_BELOW}",
        "観光課\t\t\t\t物産展の開催\t物産展を開く。\t来場者数 90人",
        f"\t1-3\t鳥獣被害の防止{_BELOW}",
    )
    assert {one.field_name for one in rows.values()} == {"産業の振興"}
    assert [unit.department for unit in rows[5].departments] == ["観光課"]


def test_a_code_that_the_items_of_earlier_pages_bear_is_no_field() -> None:
    header = "分野\t項目\t担当課\t事業名\t事業概要\t目標"
    below = "\t農業課\t直売所整備事業\t農産物の直売所を整備する。\t来場者数 200人"
    text = "\n".join(
        (
            header,
            f"1 産業の振興\t1-(1) 地産地消{below}",
            f"\t1-(2) 販路の開拓{below}",
            "",
            header,
            f"1-(3) 担い手の育成\t{below}",
            f"2 安全な暮らし\t2-(1) 防犯{below}",
        )
    )
    rows = {one.line: one for one in dxlist.parse(text.encode())}
    assert (rows[6].field_name, rows[6].item_codes, rows[6].item_name) == ("産業の振興", ["1-(3)"], "担い手の育成")


def test_the_plan_mark_in_the_column_of_the_fields_is_an_item() -> None:
    rows = _read(
        f"1 産業の振興\t1-1\t地産地消{_BELOW}",
        "計画 広域連携の推進\t\t\t観光課\t周遊観光事業\t周遊の道筋を整える。\t利用者数 40人",
    )
    assert (rows[3].field_name, rows[3].plan_only, rows[3].item_name) == ("産業の振興", True, "広域連携の推進")
