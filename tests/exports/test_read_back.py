"""Every export is read back by a program that is not ours, and gives the same records."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from dxlist.exports.cells import to_cell, unit_text
from dxlist.exports.described.content import Content
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import Style, formats_for
from dxlist.exports.formats.sqlite import VIEWS
from dxlist.exports.formats.xlsx import LONGEST, TooLongError
from dxlist.model.initiative import Initiative
from tests.cli.runs import PATIENCE
from tests.exports.contents import (
    CONTENTS,
    HOSTILE,
    exported,
    flat,
    flat_rows,
    hostile,
    planned,
    rows_of,
    shipped,
    with_texts,
)
from tests.lists import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from dxlist.model.table import Table

BOTH = pytest.mark.parametrize("name", CONTENTS)


def made(format_: str, content: Content, table: str | None = None, **style: Any) -> bytes:
    data = exported(content, format_, table, Style(**style))
    assert isinstance(data, bytes)
    return data


def package(content: Content) -> dict[str, bytes]:
    files = exported(content, "datapackage", None)
    assert isinstance(files, dict)
    return files


def unbroken(value: object) -> object:
    """Return a value as a cell on one line holds it."""
    return to_cell(value) if isinstance(value, str) else value


@pytest.mark.parametrize("format_", formats_for("rows", "tables"))
def test_the_same_lists_give_the_same_bytes(format_: str) -> None:
    assert exported(hostile(), format_, None) == exported(hostile(), format_, None)


def test_no_time_of_writing_stands_in_a_workbook() -> None:
    with ZipFile(io.BytesIO(made("xlsx", hostile()))) as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = book.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", properties)) == {"2000-01-01T00:00:00Z"}


@BOTH
def test_json_and_json_lines_hold_whole_records(name: str) -> None:
    content = CONTENTS[name]()
    lines = made("jsonl", content).decode().removesuffix("\n").split("\n")
    assert [Initiative.model_validate_json(line) for line in lines] == list(content.initiatives)
    assert json.loads(made("json", content)) == [json.loads(line) for line in lines]


@BOTH
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_other_tables_as_json_hold_their_rows(name: str, format_: str) -> None:
    table = CONTENTS[name]().table("targets")
    text = made(format_, CONTENTS[name](), table="targets").decode()
    rows = json.loads(text) if format_ == "json" else [json.loads(line) for line in text.split("\n")[:-1]]
    assert [list(row) for row in rows] == [table.header("en")] * len(rows_of(table))
    assert [tuple(row.values()) for row in rows] == flat_rows(table)


@BOTH
@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_csv_has_its_header_first_and_a_line_a_row(name: str, format_: str, delimiter: str, table: str) -> None:
    found = CONTENTS[name]().table(table)
    text = made(format_, CONTENTS[name](), table=table).decode()
    assert text.count("\n") == len(rows_of(found)) + 1
    assert not re.search("[\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert header == found.header("en")
    assert rows == [[to_cell(value) for value in row] for row in found.rows]


@BOTH
@pytest.mark.parametrize("table", ["initiatives", "targets", "findings"])
def test_duckdb_reads_the_csv(name: str, table: str, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415 - 0.1 s that the other tests need not wait

    (tmp_path / "a.csv").write_bytes(made("csv", CONTENTS[name](), table=table))
    found = CONTENTS[name]().table(table)
    read = duckdb.read_csv(str(tmp_path / "a.csv"), header=True, all_varchar=True)
    assert read.columns == found.header("en")
    assert read.fetchall() == [tuple(to_cell(value) or None for value in row) for row in found.rows]


@BOTH
@pytest.mark.parametrize("table", TABLE_NAMES)
def test_duckdb_reads_the_parquet(name: str, table: str, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415

    (tmp_path / "a.parquet").write_bytes(made("parquet", CONTENTS[name](), table=table))
    found = CONTENTS[name]().table(table)
    read = duckdb.read_parquet(str(tmp_path / "a.parquet"))
    assert read.columns == found.header("en")
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "list": "VARCHAR[]"}
    assert list(map(str, read.types)) == [types[column.type] for column in found.columns]
    assert read.fetchall() == [tuple(_as_parquet(value) for value in row) for row in found.rows]


def _as_parquet(value: object) -> object:
    return list(map(str, value)) if isinstance(value, tuple) else flat(value)


def documented(page: str, kind: str, word: str) -> str:
    """Return the block of a page of the documentation that holds a word."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return next(block[1] for block in re.finditer(rf"```{kind}\n(.*?)```", text, re.DOTALL) if word in block[1])


@pytest.mark.parametrize("page", ["export.md", "export.ja.md"])
@BOTH
def test_pandas_reads_the_csv_with_the_line_of_the_documentation(
    name: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "initiatives.csv").write_bytes(made("csv", CONTENTS[name]()))
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(documented(page, "python", "read_csv"), names)
    table, frame = CONTENTS[name]().table("initiatives"), names["initiatives"]
    assert list(frame.columns) == table.header("en")
    for column in table.columns:
        read = [None if value != value else value for value in frame[column.name].tolist()]  # noqa: PLR0124 - NaN
        at = table.index(column.name)
        assert at is not None
        assert read == [unbroken(flat(row[at])) or (0 if row[at] == 0 else None) for row in table.rows], column.name


@BOTH
def test_sqlite_holds_the_tables_with_their_keys(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(made("sqlite", CONTENTS[name]()))
    with sqlite3.connect(tmp_path / "a.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in CONTENTS[name]().tables():
            cursor = database.execute(f"SELECT * FROM {table.name}")
            assert [column for column, *_ in cursor.description] == table.header("en")
            assert [tuple(value or None for value in row) for row in cursor] == [
                tuple(value or None for value in row) for row in flat_rows(table)
            ]
            keys = {
                (row[2], row[3], row[4])
                for row in database.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
            }
            assert keys == {
                (key.table, *pair)
                for key in table.foreign_keys
                for pair in zip(key.columns, key.references, strict=True)
            }
    database.close()


def test_sqlite_keeps_its_own_rules() -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(made("sqlite", shipped()))
    database.execute("PRAGMA foreign_keys = ON")
    for change in (
        "UPDATE departments SET initiative_id = 'nowhere'",
        "UPDATE initiatives SET kpi_status = 'good'",
        "UPDATE targets SET cumulative = 2",
        "UPDATE initiatives SET line = NULL",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(change)
    database.close()


def test_views_join_without_losing_a_row() -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(made("sqlite", shipped()))
    counts = _rows_of_views(database)
    tables = {table.name: len(rows_of(table)) for table in shipped().tables()}
    assert list(counts.values()) == [tables["departments"], tables["targets"], 0, tables["mentions"]]
    (unit,) = database.execute("SELECT unit FROM initiatives_by_department WHERE line = 11 AND position = 2").fetchone()
    assert unit == unit_text(next(i for i in shipped().initiatives if i.line == 11).departments[1])
    database.close()


def test_the_view_of_values_joins_them_with_their_indicators() -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(made("sqlite", planned()))
    assert _rows_of_views(database)["indicator_values_with_indicators"] == len(
        rows_of(planned().table("indicator_values"))
    )
    assert database.execute(
        "SELECT name, number, role, fiscal_year, value FROM indicator_values_with_indicators WHERE role = 'target'"
    ).fetchall() == [("待機児童数", "ア", "target", 2028, 0)]
    database.close()


def _rows_of_views(database: sqlite3.Connection) -> dict[str, int]:
    return {view: database.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in VIEWS}


_ESCAPE = re.compile("_x(00[01][0-9A-F]|FFF[EF])_")


def sheets(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s

    book = load_workbook(io.BytesIO(data))
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert not sheet.merged_cells.ranges
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snb", (cell.coordinate, cell.value)
                assert cell.hyperlink is None
    return {sheet.title: [tuple(map(_unescaped, row)) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def _unescaped(value: object) -> object:
    """Return a text with its control characters, which a workbook writes as _x0007_ and openpyxl leaves so."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


@BOTH
def test_the_workbook_has_a_sheet_a_table(name: str) -> None:
    found = sheets(made("xlsx", CONTENTS[name]()))
    assert list(found) == ["initiatives", *(n for n in TABLE_NAMES if n != "initiatives"), "columns"]
    for table in CONTENTS[name]().tables():
        header, *rows = found[table.name]
        assert list(header) == table.header("en")
        assert rows == [tuple(value if value != "" else None for value in row) for row in flat_rows(table)]


def test_the_workbook_speaks_japanese() -> None:
    found = sheets(made("xlsx", shipped(), header="ja"))
    assert list(found) == [
        "取組", "一覧", "担当課", "目標", "階層", "指標", "指標の値", "その他の列", "事業", "掲載箇所", "上位事業", "食い違い", "候補の組", "検査結果", "列の説明",
    ]  # fmt: skip
    assert found["目標"][0][:6] == ("ID", "目標番号", "指標", "目標値", "目標値（上限）", "単位")
    explained = {(row[0], row[1]) for row in found["列の説明"]}
    assert {("取組", "全国地方公共団体コード"), ("目標", "目標値"), ("検査結果", "内容")} <= explained
    assert sum(len(table.columns) + 1 for table in shipped().tables()) + 1 == len(found["列の説明"])


def test_one_table_is_one_sheet_and_its_explanation() -> None:
    assert list(sheets(made("xlsx", shipped(), table="targets"))) == ["targets", "columns"]


def test_numbers_of_the_workbook_are_numbers_in_their_written_precision() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415

    sheet = load_workbook(io.BytesIO(made("xlsx", shipped(), table="targets")))["targets"]
    table = shipped().table("targets")
    at = table.index("value")
    assert at is not None
    formats = {}
    for row, cells in zip(table.rows, sheet.iter_rows(min_row=2), strict=True):
        assert isinstance(cells[at].value, int | float)
        formats[str(row[at])] = cells[at].number_format
    assert (formats["110000"], formats["61.0"]) == ("#,##0", "#,##0.0")


def test_columns_are_wide_enough_for_double_width_texts_and_long_ones_wrap() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415

    sheet = load_workbook(io.BytesIO(made("xlsx", shipped(), header="ja")))["担当課"]
    longest = max(len(str(sheet.cell(row, 3).value)) for row in range(2, sheet.max_row + 1))
    assert sheet.column_dimensions["C"].width >= min(50, 2 * longest - 4)
    assert all(dimension.width <= 51 for dimension in sheet.column_dimensions.values())
    assert sheet["C2"].alignment.wrap_text


def test_a_text_that_looks_like_a_formula_stays_one_after_it_was_edited() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415

    sheet = load_workbook(io.BytesIO(made("xlsx", hostile())))["initiatives"]
    cells = {cell.value: cell for row in sheet.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)}
    for text in ("=1+1", "@SUM(A1)", "-2+3"):
        assert cells[text].data_type == "s"
        assert cells[text].quotePrefix
    assert not cells["070009"].quotePrefix


@pytest.mark.parametrize(("letter", "count"), [("あ", LONGEST + 1), ("𠮷", LONGEST // 2 + 1), ("a", 40_000)])
def test_a_text_too_long_for_excel_is_named_and_not_cut(letter: str, count: int) -> None:
    text = letter * count
    content = Content([("lists/a.tsv", with_texts(("短い", text), stem="a"))])
    with pytest.raises(TooLongError) as caught:
        made("xlsx", content, table="initiatives")
    message = caught.value.message("en")
    assert message.startswith("lists/a.tsv:3: the text of item_name has ")
    assert "32767" in message
    assert made("csv", content).count(text.encode()) == 6


def test_the_longest_text_that_excel_holds_is_whole() -> None:
    text = "あ" * LONGEST
    found = sheets(made("xlsx", Content([("a.tsv", with_texts((text,), stem="a"))]), table="initiatives"))
    assert any(text in row for row in found["initiatives"])


@BOTH
def test_frictionless_validates_the_data_package(name: str, tmp_path: Path) -> None:
    files = package(CONTENTS[name]())
    for file, data in files.items():
        (tmp_path / file).write_bytes(data)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE, check=False)
    report = json.loads(done.stdout)
    assert (done.returncode, report["valid"], report["errors"]) == (0, True, [])
    assert [task["name"] for task in report["tasks"]] == list(TABLE_NAMES)


def test_the_data_package_says_what_the_sidecar_says() -> None:
    files = package(shipped())
    descriptor = json.loads(files["datapackage.json"])
    assert descriptor["title"] == "デジタル変革（DX）推進基本方針及びデジタル化推進計画 令和4年度関連事業・取組一覧"
    assert descriptor["sources"] == [{"title": "印刷された表から取り出されたタブ区切りテキスト（166行、UTF-8）"}]
    assert descriptor["contributors"] == [{"title": "福島県", "roles": ["publisher"]}]
    assert "licenses" not in descriptor  # it is not known
    fields = {field["name"]: field for field in descriptor["resources"][1]["schema"]["fields"]}
    assert fields["kpi_status"]["constraints"]["enum"][0] == "quantitative"
    assert fields["project_name"]["title"] == "事業名"


@pytest.mark.parametrize(
    ("licence", "wanted"),
    [
        (
            "CC BY 4.0",
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"},
        ),
        (
            "クリエイティブ・コモンズ・ライセンス 表示4.0国際",
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "クリエイティブ・コモンズ・ライセンス 表示4.0国際",
            },
        ),
        ("PDL1.0", {"name": "PDL1.0"}),
        ("https://example.jp/terms", {"path": "https://example.jp/terms"}),
        ("CC BY-NC 4.0", None),
        ("公共データ利用規約（第1.0版）", None),
    ],
)
def test_a_licence_has_a_name_or_an_address(licence: str, wanted: dict[str, str] | None) -> None:
    document = with_texts(("事業",))
    info = document.document.model_copy(update={"licence": licence})
    content = Content([("a.tsv", document.model_copy(update={"document": info}))])
    files = package(content)
    descriptor = json.loads(files["datapackage.json"])
    assert descriptor.get("licenses") == ([wanted] if wanted else None)
    assert descriptor["licence_texts"] == [licence]


@BOTH
def test_markdown_has_a_line_a_row_and_shows_texts_as_they_are(name: str) -> None:
    table: Table = CONTENTS[name]().table("initiatives")
    lines = made("markdown", CONTENTS[name](), header="ja").decode().split("\n")
    assert len(lines) == len(rows_of(table)) + 3
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines[:-1]} == {len(table.columns) + 1}
    assert "<b>" not in "".join(lines)
    assert HOSTILE[6] == "<b>太字</b>&amp;"
