"""``is_written_by_dxlist``: a file that stands in the way -> whether dxlist wrote it and nobody has changed its kind.

A file of ours may be replaced without being asked for; any other file is somebody's work.  What tells is the content,
never the name: the header of one of our tables, the keys of our records, the name of the tool in a report, or the mark
that a workbook, a database, a Parquet file and a Data Package carry.  A workbook that was saved by another program and
a database that was written to are not ours any more.
"""

from __future__ import annotations

import csv
import hashlib
import json
import tomllib
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dxlist.model.table import Table

MARK = "dxlist"
"""What our binary files carry: a custom property, a key of the metadata."""
APPLICATION_ID = int.from_bytes(b"DXLi")
"""In the header of our databases."""

_HEAD = 1 << 18
"""Bytes that are looked at; no header and no first record is longer."""
_FOOT = 1 << 16
_BYTE_ORDER_MARK = "\ufeff"
_SHARE = 2 / 3
"""So many of the columns of a table must stand in a header; the rest may be of another version of dxlist."""
_WHOLE = regex(r'\{\s*"(?:schema_version"|projects"\s*:\s*\[)')
_BASELINE = regex(r'\{\s*"version"\s*:\s*\d+,\s*"findings"\s*:\s*\[')
_SORTED_BASELINE = regex(r'\{\s*"findings"\s*:\s*\[\s*(?:\]|\{\s*"(?:fingerprint|code|file|message)")')
"""As another program saves it."""
_DOCUMENT = regex(r'\{\s*"schema_version"')
_DECISIONS = regex(
    r"""(?m)^[ \t]*(?:\[\[\s*["']?(?:same|different)["']?\s*\]\]|["']?(?:same|different)["']?\s*=\s*\[)"""
)
_REPORT = regex(
    r'"runs"\s*:\s*\[\s*\{\s*"tool"\s*:\s*\{\s*"driver"\s*:\s*\{\s*"name"\s*:\s*"dxlist"'
    r'|<testsuites name="dxlist"|^::(?:error|warning|notice) .*\btitle=DX\d'
)
_TEXT = regex(
    r"(?m)^.+: DX\d+ (?:エラー|警告|情報|error|warning|info) |dxlist rules DX\d"
    r"|\A\d+行、\d+事業、|\A\d+ rows?, \d+ projects?, |\A.+\n─++(?:  ─++)*+\n|\A(?:Nothing|Nothing new) was found \(\d"
    r"|\A(?:何も|新しいものは)見つかりませんでした"
)
_RULE = regex(r"DX\d")


OutputKind = Literal["baseline", "decisions", "document"]
"""Files that are more than an answer: people work on two of them, and the third is a whole normalised list."""


def kind_of(path: Path) -> OutputKind | None:
    """Return what a file is by its content; None: any other file, or none that can be read."""
    try:
        with path.open("rb") as stream:
            text = _decoded(stream.read(_HEAD)).removeprefix(_BYTE_ORDER_MARK)
    except OSError:
        return None
    begin = text.lstrip()
    if _BASELINE.match(begin) or _SORTED_BASELINE.match(begin):
        return "baseline"
    if _DOCUMENT.match(begin):
        return "document"
    return "decisions" if _holds_decisions(text, is_toml=path.suffix.casefold() == ".toml") else None


def _holds_decisions(text: str, *, is_toml: bool) -> bool:
    """Return whether decisions stand in a text; where its name does not say that it is TOML, all of it must be."""
    if not _DECISIONS.search(text):
        return False
    try:
        return is_toml or bool(tomllib.loads(text.replace("\r\n", "\n")))
    except (ValueError, RecursionError):
        return False


def is_written_by_dxlist(path: Path) -> bool:
    """Return whether a file, or a folder, is one that dxlist wrote; an empty file holds nothing that could be lost.

    A file that is not there, or cannot be read, is none.
    """
    try:
        return _is_package(path) if path.is_dir() else _is_ours(path)
    except (OSError, ValueError, zipfile.BadZipFile, KeyError):
        return False


def _is_ours(path: Path) -> bool:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"PK"):
        return _is_workbook(path)
    if head.startswith(b"SQLite format 3\0"):
        return _is_database(head)
    if head.startswith(b"PAR1"):
        return _is_parquet(path)
    return is_text_of_dxlist(_decoded(head))


def is_text_of_dxlist(text: str) -> bool:
    r"""Return whether the beginning of a text is that of a text file that dxlist writes.

    >>> is_text_of_dxlist("分野,項目,担当課,事業名,事業概要,指標・目標\\n")
    False
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if text.strip() in {"", "[]"}:
        return True
    if text.lstrip().startswith(("{", "[")):
        return _is_json(text.lstrip())
    first = text.split("\n", 1)[0]
    return any(map(_is_header, _headers(first))) or bool(_REPORT.search(text) or _TEXT.search(text))


def _decoded(head: bytes) -> str:
    """Return the text of a beginning, the last character of which may be cut; we write UTF-8 or cp932."""
    for encoding in ("utf-8", "cp932"):
        try:
            return head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start > len(head) - 4 and len(head) == _HEAD:
                return head[: error.start].decode(encoding)
    return head.decode(errors="replace")


def _is_json(text: str) -> bool:
    if _WHOLE.match(text) or _BASELINE.match(text) or _REPORT.search(text):
        return True
    record = _first_record(text)
    is_finding = {"fingerprint", "check_name"} <= record.keys() and _RULE.match(str(record["check_name"])) is not None
    return is_finding or _is_header(list(record))


def _first_record(text: str) -> dict[str, Any]:
    """Return the first object of an array or of lines; an empty one where it does not end within the text."""
    try:
        found, _ = json.JSONDecoder().raw_decode(text[text.index("{") :])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _headers(line: str) -> Iterable[list[str]]:
    """Yield the cells of a line as CSV, as TSV and as Markdown."""
    for delimiter in ",\t":
        yield next(csv.reader([line.rstrip("\r")], delimiter=delimiter), [])
    yield [cell.strip().replace("\\", "") for cell in line.strip().strip("|").split("|")]


def _is_header(cells: list[str]) -> bool:
    """Return whether names are those of one of our tables or records: the key, and most of the columns."""
    given = set(cells)
    return (
        tuple(cells[1:]) in _OF_GROUPS
        or _is_of_question(cells)
        or any(
            key <= given and len(columns & given) >= _SHARE * len(columns)
            for known in (_of_lists, _of_all)  # the second loads much, and is seldom asked
            for key, columns in known()
        )
    )


_OURS_ALONE = {
    *("initiative_id", "line", "field_code", "item_codes", "plan_only", "project_levels", "shared_with", "part_title"),
    *("kpi_text", "kpi_status", "value_to", "cumulative_since", "baseline_fiscal_year", "target_fiscal_year"),
    *("deadline_kind", "行", "一覧ID", "表の題名", "計画のみ", "事業の階層", "同じ事業の行", "指標の種類"),
    *("目標値（上限）", "累計開始年度", "期限の種類", "目標の区分"),
}
"""Names that hardly stand in a table of anybody else; a list that people made has 事業名, 担当課, 指標・目標 too."""


def _is_of_question(cells: list[str]) -> bool:
    """Return whether names are columns that somebody asked for: two or more, all known, and one that is ours alone."""
    return (
        len(cells) == len(set(cells)) > 1
        and not _OURS_ALONE.isdisjoint(cells)
        and all(cell in _of_questions() or cell.startswith(("extra.", "levels.")) for cell in cells)
    )


@cache
def _of_questions() -> frozenset[str]:
    from dxlist.query.columns import COLUMNS  # noqa: PLC0415 - only where a file stands in the way

    return frozenset(name for column in COLUMNS.values() for name in (column.name, column.title))


_OF_GROUPS = {("rows", "projects", "targets")}
_Signatures = list[tuple[frozenset[str], frozenset[str]]]
"""The names that must be there, and all names."""


@cache
def _of_lists() -> _Signatures:
    from dxlist.exports.described import lists  # noqa: PLC0415 - only where a file stands in the way
    from dxlist.model.initiative import Initiative  # noqa: PLC0415

    tables = (lists.initiatives_table([]), lists.targets_table([]), lists.departments_table([]))
    return [_known(("initiative_id",), Initiative.model_fields), *_of_tables(tables)]


@cache
def _of_all() -> _Signatures:
    from dxlist.exports.described.content import Content  # noqa: PLC0415
    from dxlist.model.finding import Finding  # noqa: PLC0415
    from dxlist.model.project import Project  # noqa: PLC0415
    from dxlist.query.grouping import ProjectLine  # noqa: PLC0415

    return [
        _known(("project_id", "mentions"), Project.model_fields),
        _known(("code", "file", "message"), Finding.model_fields),
        _known(("project_id", "rows"), ProjectLine._fields),
        *_of_tables(Content([]).tables()),
    ]


def _of_tables(tables: Iterable[Table]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield key and columns of tables, English and Japanese."""
    for table in tables:
        keys = [column for column in table.columns if column.name in table.primary_key]
        yield _known([column.name for column in keys], table.header("en"))
        yield _known([column.label for column in keys], table.header("ja"))


def _known(key: Iterable[str], columns: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(key), frozenset(columns)


def _is_workbook(path: Path) -> bool:
    """Return whether a workbook has our property, and the time that every workbook of ours has: nobody saved it."""
    with zipfile.ZipFile(path) as book:
        if "docProps/custom.xml" not in book.namelist():
            return False
        return f'name="{MARK}"'.encode() in book.read("docProps/custom.xml") and (
            b"2000-01-01T00:00:00Z</dcterms:modified>" in book.read("docProps/core.xml")
        )


def _is_database(head: bytes) -> bool:
    """Return whether a database has our id, and was never written to since: its counter of changes stands at 0."""
    return head[68:72] == APPLICATION_ID.to_bytes(4) and head[24:28] == bytes(4)


def _is_parquet(path: Path) -> bool:
    """Return whether our key stands in the metadata at the end of the file."""
    with path.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, 2) - _FOOT))
        return f"\x06{MARK}\x18".encode() in stream.read()


def _is_package(folder: Path) -> bool:
    """Return whether a folder is a Data Package of ours and nothing else: every file as it was written."""
    package = json.loads((folder / "datapackage.json").read_bytes())
    if package.get("created_by") != MARK:
        return False
    hashes = {resource["path"]: resource["hash"] for resource in package["resources"]}
    files = {file.name for file in folder.iterdir()} - {"datapackage.json", "README.md"}
    return files <= hashes.keys() and all(
        hashes[name] == f"sha256:{hashlib.sha256((folder / name).read_bytes()).hexdigest()}" for name in files
    )
