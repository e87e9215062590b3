"""Data Package 2.0: tables -> a folder: a CSV file a table, and ``datapackage.json``.

The schema of each table has types, keys, enumerations and Japanese titles; of the package the sources, the publishers
and the licences are those that the sidecars name.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import Style
from dxlist.exports.formats.csv import rows_to_bytes as rows_to_csv
from dxlist.exports.ours import MARK
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.table import ForeignKey, Table, TableColumn

DESCRIPTOR = "datapackage.json"
FILES = (DESCRIPTOR, *(f"{name}.csv" for name in TABLE_NAMES))
"""All that a package consists of."""

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "list": "string",
    "any": "any",
}
_Info = dict[str, Any]
"""A row of the table of documents, by its columns."""
_LICENCE_NAME = regex(r"[-a-zA-Z0-9._]+")
_CREATIVE_COMMONS = regex(r"(?i)(?:CC|クリエイティブ・?コモンズ).{0,200}?(?:BY|表示).{0,200}?([1-4]\.[0-9])")
_NO_PLAIN_BY = regex(r"(?i)\b(?:NC|SA|ND)\b|非営利|継承|改変禁止")


def tables_to_bytes(tables: Sequence[Table], style: Style) -> dict[str, bytes]:
    """Return the files of the package by their names; the names of its columns and its codes are always English."""
    plain = Style(raw_text=style.raw_text)
    files = {f"{table.name}.csv": b"".join(rows_to_csv(table, plain)) for table in tables}
    resources = [_resource(table, files[f"{table.name}.csv"]) for table in tables]
    descriptor = {**_package(tables, style), "resources": resources}
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def _package(tables: Sequence[Table], style: Style) -> dict[str, Any]:
    """Return what is said of the whole package; what no sidecar says is left out."""
    documents = next((table for table in tables if table.name == "documents"), None)
    lists: list[_Info] = (
        [dict(zip(documents.header("en"), row, strict=True)) for row in documents.rows] if documents else []
    )
    said = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": _name(lists),
        "created_by": MARK,
        "title": "、".join(dict.fromkeys(info["name"] or info["document_id"] for info in lists)),
        "description": "" if style.raw_text else _GUARDED,
        "sources": _without_repeats(map(_source, lists)),
        "contributors": _without_repeats(map(_publisher, lists)),
        "licenses": _without_repeats(map(_licence, lists)),
        "licence_texts": list(dict.fromkeys(info["licence"] for info in lists if info["licence"])),
    }
    return {key: value for key, value in said.items() if value}


_GUARDED = (
    "表計算ソフトが数式として実行する文字列の前には ' を1つ置いています。"
    "A text that a spreadsheet would run as a formula has one ' before it."
)


def _name(lists: Iterable[_Info]) -> str:
    """Return a name that fits a URL: of one list its own, of several what they are."""
    stems = [info["document_id"] for info in lists]
    slug = re.sub(r"[^a-z0-9._-]+", "-", stems[0].lower()).strip("-._") if len(stems) == 1 else ""
    return slug or "initiatives"


def _source(info: _Info) -> dict[str, str]:
    title = info["source"] or info["name"]
    return {key: str(value) for key, value in (("title", title), ("path", info["source_url"])) if value}


def _publisher(info: _Info) -> dict[str, Any]:
    return {"title": info["publisher"], "roles": ["publisher"]} if info["publisher"] else {}


def _licence(info: _Info) -> dict[str, str]:
    """Return a licence as the standard wants it, with a name of its list or an address; what is neither is left out."""
    text = info["licence"] or ""
    commons = _CREATIVE_COMMONS.search(text)
    if commons and not _NO_PLAIN_BY.search(text):
        version = commons[1]
        name, path = f"CC-BY-{version}", f"https://creativecommons.org/licenses/by/{version}/"
        return {"name": name, "path": path, "title": text}
    if text.startswith(("https://", "http://")):
        return {"path": text}
    return {"name": text} if _LICENCE_NAME.fullmatch(text) else {}


def _without_repeats(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({json.dumps(entry, sort_keys=True): entry for entry in entries if entry}.values())


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    name = TABLE_NAMES[table.name]
    return {
        "name": table.name,
        "type": "table",
        "title": name.label.ja,
        "description": name.about.ja,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [dict(_field(column, table)) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary_key),
            **_foreign_keys(table.foreign_keys),
        },
    }


def _field(column: TableColumn, table: Table) -> Iterator[tuple[str, Any]]:
    yield "name", column.name
    yield "type", _TYPES[column.type]
    yield "title", column.label
    yield "description", column.about.ja
    constraints: dict[str, Any] = {} if column.nullable or column.type == "list" else {"required": True}
    if table.primary_key == (column.name,):
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.pattern:
        constraints["pattern"] = f"^(?:{column.pattern})$"
    if constraints:
        yield "constraints", constraints


def _foreign_keys(keys: Iterable[ForeignKey]) -> dict[str, Any]:
    found = [
        {
            "fields": list(key.columns),
            "reference": {"resource": key.table, "fields": list(key.references)},
        }
        for key in keys
    ]
    return {"foreignKeys": found} if found else {}
