"""The tables: their keys hold, their names and labels are unique, their values have the types of their columns."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dxlist.document import parse
from dxlist.exports.described.content import BrokenKeyError, Content
from dxlist.exports.described.names import TABLE_NAMES
from tests.cli.runs import FIRST, HEADER, SMALL
from tests.exports.contents import CONTENTS, planned, rows_of, shipped, with_texts
from tests.lists import SHIPPED

TYPES = {"string": str, "integer": int, "number": Decimal | float, "boolean": bool, "list": tuple}
BOTH = pytest.mark.parametrize("name", CONTENTS)


def values(content: Content, table: str, *columns: str) -> list[tuple[object, ...]]:
    found = content.table(table)
    return [tuple(found.value(row, column) for column in columns) for row in found.rows]


@BOTH
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_primary_keys_are_unique(name: str, table: str) -> None:
    content = CONTENTS[name]()
    keys = values(content, table, *content.table(table).primary_key)
    assert len(keys) == len(set(keys))


@BOTH
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_foreign_keys_lead_somewhere(name: str, table: str) -> None:
    content = CONTENTS[name]()
    for key in content.table(table).foreign_keys:
        there = {*values(content, key.table, *key.references)}
        assert {found for found in values(content, table, *key.columns) if None not in found} <= there


@BOTH
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_values_are_what_their_columns_say(name: str, table: str) -> None:
    found = CONTENTS[name]().table(table)
    for row in found.rows:
        for column, value in zip(found.columns, row, strict=True):
            if value is None:
                assert column.nullable, column.name
                continue
            assert isinstance(value, TYPES[column.type]), (column.name, value)
            assert not column.enum or value in column.enum
            assert not column.pattern or re.fullmatch(column.pattern, str(value))


@BOTH
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_names_and_labels_are_unique_and_explained(name: str, table: str) -> None:
    columns = CONTENTS[name]().table(table).columns
    for names in ([c.name.casefold() for c in columns], [c.label.casefold() for c in columns]):
        assert len(names) == len(set(names))
    assert all(c.about.ja.endswith("。") and c.about.en.endswith(".") for c in columns)


def test_physical_names_are_english_and_labels_japanese() -> None:
    for table in shipped().tables():
        for column in table.columns:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
            assert not column.label.isascii() or column.label in {"ID", "ID1", "ID2", "BOM"}


def test_the_shipped_list_in_figures() -> None:
    counts = {table.name: len(rows_of(table)) for table in shipped().tables()}
    assert {key: counts[key] for key in ("documents", "initiatives", "mentions", "projects")} == {
        "documents": 1,
        "initiatives": 131,
        "mentions": 131,
        "projects": 111,
    }
    assert counts["departments"] == sum(len(i.departments) for i in parse(SHIPPED))
    assert counts["targets"] == sum(len(i.kpi_targets) for i in parse(SHIPPED))


def test_a_row_names_its_project_and_in_how_many_rows_that_stands() -> None:
    found = {row[0]: row[1:] for row in values(shipped(), "initiatives", "line", "project_id", "mention_count")}
    lines = (131, 132, 133, 134)  # share the project of line 130
    assert {found[line] for line in lines} == {(found[130][0], 5)}
    assert found[5][1] == 1


def test_decimals_keep_their_written_precision() -> None:
    table = shipped().table("targets")
    assert {str(value) for (value,) in values(shipped(), "targets", "value")} >= {"700", "61.0", "110000"}
    assert table.value(rows_of(table)[0], "unit") == "名"


def test_further_columns_of_the_list_are_columns() -> None:
    text = HEADER.replace("\n", "\t予算額\tpage\n") + FIRST.replace("\n", "\t1,200\tP3\n")
    table = Content([("a.tsv", parse(text.encode(), stem="a"))]).table("initiatives")
    assert [column.name for column in table.columns][-3:] == ["予算額", "extra.page", "confidence"]
    assert rows_of(table)[0][-3:-1] == ("1,200", "P3")


PLAN = [row.initiative_id for row in planned().rows]


def test_levels_stand_in_a_table_and_in_one_column_of_the_initiatives() -> None:
    assert values(planned(), "levels", "initiative_id", "depth", "header", "code", "title") == [
        (PLAN[0], 1, "政策", "1", "子育て"),
        (PLAN[0], 2, "施策", None, "保育"),
        (PLAN[0], 3, "基本事業", None, "園庭"),
        (PLAN[1], 1, "政策", "1", "子育て"),
    ]
    assert values(planned(), "initiatives", "levels") == [("1 子育て > 保育 > 園庭",), ("1 子育て",)]


def test_an_indicator_has_a_row_and_each_of_its_values_too() -> None:
    assert values(planned(), "indicators", "indicator_number", "kind", "number", "name", "unit", "cumulative") == [
        (1, "outcome", "ア", "待機児童数", "人", False),
        (2, "activity", None, "園の見学会", None, True),
    ]
    columns = ("indicator_number", "value_number", "role", "fiscal_year", "value", "unit", "text", "header")
    assert values(planned(), "indicator_values", *columns) == [
        (1, 1, "baseline", 2023, Decimal(12), "人", "12", "現状値（R5）"),
        (1, 2, "target", 2028, Decimal(0), "人", "0", "目標値（R10）"),
        (1, 3, "actual", 2024, Decimal("9.5"), "人", "9.5", "R6実績"),
        (1, 4, "actual", 2025, None, None, "－", "R7実績"),
        (2, 1, "value", 2024, Decimal(3), "回", "3回", "R6"),
    ]


def test_the_year_of_a_header_stands_apart_so_that_years_join() -> None:
    assert values(planned(), "extras", "initiative_id", "extra_number", "header", "fiscal_year", "value", "column") == [
        (PLAN[0], 1, "当初予算", 2024, "1,200", "R6当初予算"),
        (PLAN[0], 2, "当初予算", 2025, "1,300", "R7当初予算"),
        (PLAN[0], 3, "備考", None, "継続", "備考"),
        (PLAN[0], 4, None, 2023, "○", "令和5年度"),
        (PLAN[1], 1, None, 2024, "→", "6年度"),
    ]


def test_a_section_stands_in_the_name_of_its_unit_and_alone() -> None:
    assert values(planned(), "departments", "name", "section")[0] == ("こども部 保育課 入園係", "入園係")
    assert values(planned(), "initiatives", "departments")[0] == (("こども部 保育課 入園係",),)


def test_a_finding_names_list_rule_and_both_languages() -> None:
    found = values(shipped(), "findings", "document_id", "code", "rule", "line", "message_ja", "message_en")
    first = next(row for row in found if row[1] == "DX101")
    assert first[:4] == ("fukushima_r04", "DX101", "header-over-several-lines", 20)
    assert str(first[4]).endswith("。")
    assert str(first[5]).endswith(".")


def test_two_lists_of_one_id_cannot_be_one_export() -> None:
    document = parse(SMALL.encode(), stem="a")
    with pytest.raises(BrokenKeyError) as caught:
        Content([("x/a.tsv", document), ("y/a.json", document)])
    assert caught.value.message("en").startswith('x/a.tsv, y/a.json: both have the ID "a".')


def test_rows_that_somebody_edited_are_named() -> None:
    document = parse(SMALL.encode(), stem="a")
    first, second = document.initiatives
    twice = document.model_copy(
        update={"initiatives": [first, second.model_copy(update={"initiative_id": first.initiative_id})]}
    )
    foreign = document.model_copy(update={"initiatives": [first.model_copy(update={"document_id": "b"})]})
    for changed, said in (
        (twice, f'a.json:2, a.json:3: both have the ID "{first.initiative_id}".'),
        (foreign, 'a.json:2: stands in the list "a" and says that it is of "b".'),
    ):
        with pytest.raises(BrokenKeyError) as caught:
            Content([("a.json", changed)])
        assert caught.value.message("en").startswith(said)


def test_several_lists_stand_in_one_set_of_tables() -> None:
    content = Content([(stem, with_texts(("防災事業", "農業事業"), stem=stem)) for stem in ("r04", "r05")])
    assert values(content, "documents", "document_id") == [("r04",), ("r05",)]
    assert len(values(content, "initiatives", "initiative_id")) == 4
    assert content.table("targets").place(rows_of(content.table("targets"))[-1]) == "r05:3"


def test_every_code_has_a_japanese_word() -> None:
    for table in shipped().tables():
        for column in table.columns:
            assert set(column.enum) <= column.words.keys(), (table.name, column.name)
            assert all(word.ja and word.en for word in column.words.values()), column.name


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_below_japanese_names_stand_no_codes(table: str) -> None:
    found = shipped().table(table)
    for row in found.shown_rows("ja"):
        for column, value in zip(found.columns, row, strict=True):
            assert not isinstance(value, bool)
            assert not column.words or value not in column.words, (column.name, value)
