"""A file that dxlist wrote is known by its content; a file of anybody else is not, whatever it is called."""

from __future__ import annotations

import sqlite3
import zipfile
from typing import TYPE_CHECKING

import pytest

from dxlist.exports.ours import is_text_of_dxlist, is_written_by_dxlist, kind_of
from tests.cli.runs import SMALL, call
from tests.lists import ROOT, SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

RAW = str(SHIPPED)

WRITTEN = {
    "parse.json": ("parse", RAW, "--format", "json", "--output"),
    "parse.jsonl": ("parse", RAW, "--format", "jsonl", "--output"),
    "parse.csv": ("parse", RAW, "--format", "csv", "--output"),
    "parse-ja.csv": ("parse", RAW, "--format", "csv", "--header", "ja", "--bom", "--output"),
    "targets.csv": ("parse", RAW, "--format", "targets.csv", "--output"),
    "findings.txt": ("validate", RAW, "--output"),
    "clean.txt": ("validate", RAW, "--select", "DX114", "--output"),
    "findings.json": ("validate", RAW, "--format", "json", "--output"),
    "none.json": ("validate", RAW, "--select", "DX114", "--format", "json", "--output"),
    "findings.jsonl": ("validate", RAW, "--format", "jsonl", "--output"),
    "findings.sarif": ("validate", RAW, "--format", "sarif", "--output"),
    "findings.xml": ("validate", RAW, "--format", "junit", "--output"),
    "findings.log": ("validate", RAW, "--format", "github", "--output"),
    "quality.json": ("validate", RAW, "--format", "gitlab", "--output"),
    "baseline.json": ("validate", RAW, "--write-baseline"),
    "dedupe.txt": ("dedupe", RAW, "--output"),
    "dedupe.json": ("dedupe", RAW, "--output"),
    "dedupe.jsonl": ("dedupe", RAW, "--output"),
    "mentions.csv": ("dedupe", RAW, "--output"),
    "conflicts.csv": ("dedupe", RAW, "--table", "conflicts", "--header", "ja", "--output"),
    "query.txt": ("query", RAW, "--dept", "人事課", "--format", "table", "--output"),
    "query.json": ("query", RAW, "--dept", "人事課", "--output"),
    "query.csv": ("query", RAW, "--dept", "人事課", "--output"),
    "query.tsv": ("query", RAW, "--dept", "人事課", "--output"),
    "narrow.md": ("query", RAW, "--dept", "人事課", "--output"),
    "narrow-ja.md": ("query", RAW, "--dept", "人事課", "--header", "ja", "--output"),
    "columns.csv": ("query", RAW, "--dept", "人事課", "--columns", "事業名,line", "--output"),
    "columns-ja.tsv": ("query", RAW, "--dept", "人事課", "-c", "事業名,line", "--header", "ja", "--output"),
    "columns.json": ("query", RAW, "--dept", "人事課", "--columns", "line,amounts", "--output"),
    "columns.jsonl": ("query", RAW, "--dept", "人事課", "--columns", "line,amounts", "--output"),
    "sql.csv": ("sql", "SELECT line, project_name FROM initiatives", RAW, "--output"),
    "groups.csv": ("query", RAW, "--group-by", "dept", "--output"),
    "projects.csv": ("query", RAW, "--projects", "--output"),
    "a.xlsx": ("export", RAW, "--output"),
    "b.xlsx": ("export", RAW, "--table", "targets", "--header", "ja", "--output"),
    "a.sqlite": ("export", RAW, "--output"),
    "a.parquet": ("export", RAW, "--output"),
    "a.md": ("export", RAW, "--table", "findings", "--output"),
    "b.md": ("export", RAW, "--header", "ja", "--output"),
    "cp932.csv": ("export", RAW, "--table", "documents", "--header", "ja", "--output-encoding", "cp932", "--output"),
    "a.json": ("export", RAW, "--table", "departments", "--output"),
    "package": ("export", RAW, "--to", "datapackage", "--output"),
}
"""What each command writes, and how."""
IN_LANGUAGES = [(name, language) for name in WRITTEN for language in ("en", "ja") if language == "en" or ".txt" in name]
"""Only a text for people depends on the language of the messages."""


@pytest.mark.parametrize(("name", "language"), IN_LANGUAGES)
def test_what_a_command_wrote_is_ours(name: str, language: str, tmp_path: Path) -> None:
    target, command = tmp_path / name, WRITTEN[name]
    if command[0] == "parse":
        target.write_bytes(call(*command, "-", language=language).out)
    else:
        assert call(*command, str(target), language=language).code in {0, 1}
    assert target.exists()
    assert is_written_by_dxlist(target)


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "normalized").iterdir()), ids=lambda path: path.name)
def test_the_committed_files_are_ours(path: Path) -> None:
    assert is_written_by_dxlist(path)


OLDER = (
    (
        "local_government_code,initiative_id,local_government_name,document_id,fiscal_year,part,part_title,page,line,field_code,"
        "field_name,item_codes,item_name,plan_only,departments,project_name,project_levels,project_id,shared_with,overview,"
        "kpi_text,kpi_status,target_metric,target_value,target_unit,target_comparator,target_cumulative,target_fiscal_year,"
        "target_date,予算額,confidence\n"
    ),
    (
        "local_government_code,initiative_id,local_government_name,document_id,fiscal_year,part,part_title,page,line,field_code,"
        "field_name,item_codes,item_name,plan_only,departments,project_name,project_levels,project_id,mention_count,overview,"
        "kpi_text,kpi_status,confidence\n"
    ),
    (
        "initiative_id,target_number,metric,value,value_to,unit,comparator,cumulative,cumulative_since,period,baseline_value,"
        "baseline_fiscal_year,target_fiscal_year,target_date,deadline_kind,grade,raw,start,end\n"
    ),
    '{\n  "schema_version": "1.0",\n  "document": {\n',
)
"""How files of version 1.0 begin."""


@pytest.mark.parametrize("text", OLDER)
def test_files_of_an_older_version_are_ours_too(text: str) -> None:
    assert is_text_of_dxlist(text)


OTHERS = {
    "list.tsv": SMALL,
    "list.csv": "分野,項目,担当課,事業名,事業概要,指標・目標\n1,1(1),総務課,研修,研修を行う。,700名\n",
    "numbered.csv": "ID,分野,項目,担当課,事業名,事業概要,指標・目標,備考\n1,1,1(1),総務課,研修,研修を行う。,700名,\n",
    "notes.txt": "DX203 について、課に聞く。\n",
    "memo.md": "# 会議のメモ\n\n| ID | 担当課 |\n|---|---|\n| 1 | 総務課 |\n",
    "other.json": '{\n  "name": "schema_version"\n}\n',
    "array.json": '[{"line": 1, "name": "研修"}]\n',
    "names.json": '[{"project_id": 1, "project_name": "研修"}]\n',
    "package.json": '{"version": 1, "rules": []}',
    "number.json": "[1, 2]",
    "broken.json": "{",
    "other.sarif": '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "ruff"}}}]}',
    "other.xml": '<?xml version="1.0"?>\n<testsuites name="pytest"></testsuites>\n',
    "decisions.toml": '[[same]]\nrows = ["a-0002", "a-0003"]\n',
    "list.toml": "name = '一覧'\n",
    "project.csv": "project_id,project_name,department\n1,研修,総務部\n",
    "more.csv": "line,project_name,note\n1,研修,要確認\n",
    "one.csv": "line\n1\n",
    "twice.csv": "line,line\n1,1\n",
    "date.csv": "name,date\n研修,1\n",
    "figures.csv": "fiscal_year,unit,value\n2022,件,1\n",
    "short.csv": "ID,項目番号,担当課,事業名,目標\n1,1(1),総務課,研修,700名\n",
    "goals.csv": "年度,部局,事業名,目標値,単位,期間\n2022,総務部,研修,700,名,1年\n",
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_what_others_wrote_is_not_ours(name: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(OTHERS[name], encoding=encoding)
    assert not is_written_by_dxlist(tmp_path / name)


KINDS = {
    "a.json": ('{"schema_version": "2.0", "document": {', "document"),
    "b.json": ('{"version": 1, "findings": [{', "baseline"),
    "c.json": ('{"findings": []}', "baseline"),
    "d.json": ('{"findings": [1]}', None),
    "a.toml": ('[[ "same" ]]\n', "decisions"),
    "b.toml": ('name = "[[same]]"\n', None),
    "a.txt": ("different = []\n", "decisions"),
    "memo.md": ("This is decided:\n\n[[same]]\nrows = []\n", None),
    "empty": ("", None),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_what_is_more_than_an_answer_has_a_kind(name: str, encoding: str, tmp_path: Path) -> None:
    text, kind = KINDS[name]
    (tmp_path / name).write_text(text, encoding=encoding)
    assert kind_of(tmp_path / name) == kind
    assert kind_of(tmp_path / "nothing") is None


def test_what_is_not_there_or_of_others_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as book:
        book.writestr("docProps/core.xml", "<a/>")
    (tmp_path / "a.parquet").write_bytes(b"PAR1PAR1")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n\xff\xfe")
    with sqlite3.connect(tmp_path / "a.sqlite") as database:
        database.execute("CREATE TABLE initiatives (a)")
    database.close()
    for name in ("nothing", "folder", "a.xlsx", "b.xlsx", "a.parquet", "a.pdf", "a.sqlite"):
        assert not is_written_by_dxlist(tmp_path / name), name


def test_an_empty_file_holds_nothing_that_could_be_lost(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf")
    assert is_written_by_dxlist(tmp_path / "a.csv")


def test_what_somebody_worked_on_is_not_ours_any_more(tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s

    for name in ("a.xlsx", "a.sqlite"):
        call("export", RAW, "--output", str(tmp_path / name))
    load_workbook(tmp_path / "a.xlsx").save(tmp_path / "a.xlsx")
    with sqlite3.connect(tmp_path / "a.sqlite") as database:
        database.execute("DELETE FROM findings")
    database.close()
    call("export", RAW, "--to", "datapackage", "--output", str(tmp_path / "package"))
    with (tmp_path / "package" / "targets.csv").open("a", encoding="utf-8") as stream:
        stream.write("a\n")
    call("export", RAW, "--to", "datapackage", "--output", str(tmp_path / "more"))
    (tmp_path / "more" / "notes.txt").write_text("a", encoding="utf-8")
    for name in ("a.xlsx", "a.sqlite", "package", "more"):
        assert (tmp_path / name).exists()
        assert not is_written_by_dxlist(tmp_path / name), name
