"""One registry of formats: found by name and by suffix, each with a file that has what its entry says."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import dxlist.exports.formats
from dxlist.errors import UsageError
from dxlist.exports.format import (
    FORMATS,
    MissingExtraError,
    Style,
    check_stream,
    check_style,
    find_format,
    format_of,
    formats_for,
    names_of,
)
from dxlist.model.table import Table, TableColumn

TABLE = Table("answer", (TableColumn("名前", "any", "名前"), TableColumn("n", "any", "n")), [("一", 1), (None, 2.5)])


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_a_file_with_what_it_takes(name: str) -> None:
    found = FORMATS[name]
    module = import_module(f"dxlist.exports.formats.{found.module}")
    has = {takes for takes in ("rows", "tables", "whole", "findings") if hasattr(module, f"{takes}_to_bytes")}
    assert has == found.takes
    assert found.about.ja
    assert found.about.en


def test_every_file_of_the_folder_has_an_entry_or_helps_one() -> None:
    files = {path.stem for path in Path(*dxlist.exports.formats.__path__).glob("*.py")} - {"__init__"}
    assert files - {found.module for found in FORMATS.values()} <= {"regions"}


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for found in FORMATS.values() for suffix in found.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for found in FORMATS.values():
        assert all(format_of(f"一覧{suffix.upper()}") is found for suffix in found.suffixes)
    assert format_of("a.pdf") is None
    assert format_of("csv") is None


def test_a_format_is_found_by_name_before_its_suffix() -> None:
    rows = formats_for("rows")
    assert find_format("markdown", "a.csv", rows).name == "markdown"
    assert find_format(None, "a.csv", rows).name == "csv"
    for name, path, said in (
        ("sqlite", "a.csv", '--format: there is no format "sqlite". There are: json, jsonl, csv,'),
        (None, "a.sqlite", "a.sqlite: the name says no format. Give --format: json, jsonl, csv,"),
    ):
        with pytest.raises(UsageError) as caught:
            find_format(name, path, rows)
        assert caught.value.message("en").startswith(said)


def test_help_follows_from_the_entries() -> None:
    formats = formats_for("rows", "tables").values()
    assert names_of(formats) == "json|jsonl|csv|tsv|markdown|xlsx|parquet|sqlite|datapackage"


@pytest.mark.parametrize(
    ("name", "style", "said"),
    [
        ("json", Style("ja"), "--header ja: does not go with json. It goes with csv, tsv, markdown, xlsx."),
        ("xlsx", Style(byte_order_mark=True), "--bom: does not go with xlsx. It goes with csv, tsv, markdown."),
        ("sqlite", Style(encoding="cp932"), "--output-encoding: does not go with sqlite."),
        ("csv", Style("en", True, "cp932"), "--bom: cp932 has no byte-order mark."),
    ],
)
def test_an_option_that_makes_no_difference_is_refused(name: str, style: Style, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_style(FORMATS[name], style)
    assert caught.value.message("en").startswith(said)


@pytest.mark.parametrize("name", FORMATS)
def test_texts_are_never_refused_as_they_are(name: str) -> None:
    check_style(FORMATS[name], Style(raw_text=True))


def test_what_is_no_text_does_not_go_to_a_terminal() -> None:
    check_stream(FORMATS["csv"])
    with pytest.raises(UsageError, match=r"to standard output go json, jsonl, csv, tsv, markdown\."):
        check_stream(FORMATS["xlsx"])


@pytest.mark.parametrize("name", formats_for("rows"))
def test_any_table_goes_into_every_format_of_rows(name: str) -> None:
    assert b"".join(FORMATS[name].rows(TABLE))


def test_an_error_of_a_missing_extra_survives_a_worker() -> None:
    import pickle  # noqa: PLC0415

    error = pickle.loads(pickle.dumps(MissingExtraError("parquet", "DuckDB", "csv")))
    assert "pip install 'dxlist[parquet]'" in error.message("ja")
