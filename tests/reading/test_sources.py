"""How a source is read: its form, the passes over it, what is known of a cell, files of older versions, the log."""

import hashlib
import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest

import dxlist
from dxlist.document import ListReader
from dxlist.errors import UnreadableInputError
from dxlist.initiatives import Origin, fields_to_initiative, record_to_fields
from dxlist.model.document import Document
from dxlist.model.stages import CellFacts, Known, PageTable, PhysicalRow
from dxlist.normalised import read_document
from dxlist.reading.forms import FORMS
from dxlist.reading.sources import open_rows, position_in_file, source_of
from dxlist.row_ids import RowIds
from dxlist.tables.alignment import Aligner
from dxlist.tables.merged_cells import AlignedPage, MergedCells
from dxlist.tables.pages import rows_to_tables
from dxlist.tables.pieces import page_pieces
from tests.lists import NORMALIZED, SHIPPED

PASSES = [
    # name, bytes, how often the source is opened: its first bytes, its encoding, its rows
    ("utf-8", SHIPPED.read_bytes(), 3),
    ("with a mark", SHIPPED.read_bytes().decode().encode("utf-16"), 3),
    ("cp932", SHIPPED.read_bytes().decode().encode("cp932"), 6),
]


@pytest.mark.parametrize(("name", "data", "most"), PASSES, ids=[case[0] for case in PASSES])
def test_a_source_is_opened_few_times(name: str, data: bytes, most: int) -> None:
    source, opened = source_of(data), list[int]()

    def counted() -> IO[bytes]:
        opened.append(1)
        return source.open()

    reading = ListReader(replace(source, open=counted))
    info = reading.info([trail for trail, _ in reading.pages()])
    assert len(opened) <= most, name
    assert info.sha256 == hashlib.sha256(data).hexdigest()
    assert (info.read_as, info.delimiter, info.line_ends) == ("text", "\t", "LF")


def test_the_watch_is_told_of_every_byte_once() -> None:
    told = list[int]()
    data = SHIPPED.read_bytes()
    assert sum(1 for _ in open_rows(replace(source_of(data), watch=told.append)).rows)
    assert sum(told) == len(data)


def test_every_form_is_named_once_and_the_last_takes_what_is_left() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS)
    suffixes = [suffix for form in FORMS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert [form.signature is None for form in FORMS] == [False] * (len(FORMS) - 1) + [True]
    assert all(form.about.ja and form.about.en for form in FORMS)


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_every_form_tells_where_a_letter_stands(form: str) -> None:
    texts = {"text": "a\tb\n\tcd\n", "markdown": "| a | b |\n|---|---|\n|  | cd |\n"}
    source = open_rows(source_of(texts[form].encode()))
    assert source.form == form
    *_, row = source.rows
    line, column = position_in_file(form, row, source.delimiter or "", 2, 1)
    assert texts[form].splitlines()[line - 1][column - 1] == "d"


def test_an_address_that_a_form_knows_is_the_place_of_the_source() -> None:
    """As a workbook will know it: the stages need no text, no delimiter and no file."""
    texts = [("施策", "担当課", "事業名", "事業概要"), ("窓口", "市民課", "書かない窓口事業", "窓口を改める。")]
    facts = [Known(cells=tuple(CellFacts(f"Sheet1!{column}{n}") for column in "ABCD")) for n in (1, 2)]
    rows = [PhysicalRow(n, n, cells, known=known) for n, (cells, known) in enumerate(zip(texts, facts, strict=True), 1)]
    (table,) = (table for table in rows_to_tables(rows) if table.rows)
    (initiative,) = records_of(table)
    assert {c: s.place for c, s in initiative.sources.items() if s} == {
        "field": "Sheet1!A2", "departments": "Sheet1!B2", "project_name": "Sheet1!C2", "overview": "Sheet1!D2"
    }  # fmt: skip
    assert initiative.sources["overview"] == dxlist.Source(line=2, cells=[4], place="Sheet1!D2", raw="窓口を改める。")


def records_of(table: PageTable) -> list[dxlist.Initiative]:
    aligned = Aligner().align(table)
    ((_, records),) = MergedCells().pages([AlignedPage(table, aligned, page_pieces(aligned, {}))])
    origin, ids = Origin("sheet", None, None, None), RowIds("sheet")
    return [fields_to_initiative(record_to_fields(record, origin, ids)) for record in records if record]


def test_a_text_has_no_place_beside_its_line() -> None:
    assert all(source.place is None for i in dxlist.parse(SHIPPED) for source in i.sources.values() if source)


NEW_KEYS = {"levels", "indicators", "section", "indicator_kind", "header", "role"}
"""Keys of rows, departments, targets and columns that version 2.1 brought."""


def without_new_keys(value: Any) -> Any:
    """Return the rows or pages as JSON of before version 2.1."""
    if isinstance(value, list):
        return [without_new_keys(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_new_keys(one)
        for key, one in value.items()
        if key not in NEW_KEYS or (key == "header" and isinstance(one, list))
    }


def as_first_version() -> str:
    """Return the shipped file as version 1.0 wrote it."""
    document = without_new_keys(json.loads((NORMALIZED / "fukushima_r04.json").read_text("utf-8")))
    document["schema_version"] = "1.0"
    del document["document"]["read_as"]
    for initiative in document["initiatives"]:
        for source in filter(None, initiative["sources"].values()):
            del source["place"]
    return json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize("light", [False, True])
def test_a_file_of_the_first_version_is_read_as_one_of_this(light: bool, tmp_path: Path) -> None:
    path = tmp_path / "fukushima_r04.json"
    path.write_text(as_first_version(), "utf-8")
    old, new = (read_document(str(file), light=light) for file in (path, NORMALIZED / path.name))
    assert without_new_keys(old.model_dump()) == without_new_keys(new.model_dump())
    assert old.schema_version == "3.0"
    assert not any(row.levels or row.indicators for row in old)
    assert {cell.role for page in old.document.pages for cell in page.header} == {None}


def test_a_file_of_a_later_major_version_is_to_be_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(as_first_version().replace('"1.0"', '"4.0"', 1), "utf-8")
    with pytest.raises(UnreadableInputError) as caught:
        read_document(str(path))
    assert "version 4.0 of the schema is not known; 3.0 is" in caught.value.problem.en
    assert "dxlist parse" in caught.value.remedy.ja


def test_a_document_is_shown_in_one_line() -> None:
    document = dxlist.parse(SHIPPED)
    assert repr(document) == str(document)
    assert repr(document).startswith("<Document fukushima_r04: ")
    assert repr(document).endswith(", 131 rows, 0 doubtful>")
    assert "\n" not in repr(document)
    assert Document.model_validate_json(document.to_json()) == document


def test_the_log_tells_how_a_list_is_read(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="dxlist"):
        dxlist.parse(SHIPPED)
    said = " / ".join(record.getMessage() for record in caplog.records)
    for word in ("read as text", "utf-8", "delimiter '\\t'", "page 10"):
        assert word in said
