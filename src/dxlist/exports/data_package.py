"""``data_package``: the tables of an export -> a Data Package 2.0: a CSV file a table, and ``datapackage.json``.

The schema of each table has types, keys, enumerations and Japanese titles; of the package the sources, the publishers
and the licences are those that the sidecars name.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from dxlist.exports.looks import Look
from dxlist.exports.ours import MARK
from dxlist.exports.tables.names import TABLE_NAMES
from dxlist.exports.text_files import csv_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.exports.tables.content import Content
    from dxlist.exports.tables.shape import Column, ForeignKey, Table
    from dxlist.model.document import DocumentInfo

DESCRIPTOR = "datapackage.json"
FILES = (DESCRIPTOR, *(f"{name}.csv" for name in TABLE_NAMES))
"""All that a package consists of."""

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "list": "string"}
_LICENCE_NAME = re.compile(r"[-a-zA-Z0-9._]+")
_CREATIVE_COMMONS = re.compile(r"(?i)(?:CC|クリエイティブ・?コモンズ).*?(?:BY|表示).*?([1-4]\.[0-9])")
_NO_PLAIN_BY = re.compile(r"(?i)\b(?:NC|SA|ND)\b|非営利|継承|改変禁止")


def data_package(content: Content, _: Look) -> dict[str, bytes]:
    """Return the files of the package by their names."""
    files = {f"{table.name}.csv": csv_file(content, Look(table=table.name)) for table in content.tables()}
    resources = [_resource(table, files[f"{table.name}.csv"]) for table in content.tables()]
    descriptor = {**_package(content), "resources": resources}
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def _package(content: Content) -> dict[str, Any]:
    """Return what is said of the whole package; what no sidecar says is left out."""
    lists = [document.document for _, document in content.documents]
    said = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": _name(lists),
        "created_by": MARK,
        "title": "、".join(dict.fromkeys(info.name or info.document_id for info in lists)),
        "sources": _without_repeats(map(_source, lists)),
        "contributors": _without_repeats(map(_publisher, lists)),
        "licenses": _without_repeats(map(_licence, lists)),
        "licence_texts": list(dict.fromkeys(info.licence for info in lists if info.licence)),
    }
    return {key: value for key, value in said.items() if value}


def _name(lists: Iterable[DocumentInfo]) -> str:
    """Return a name that fits a URL: of one list its own, of several what they are."""
    stems = [info.document_id for info in lists]
    slug = re.sub(r"[^a-z0-9._-]+", "-", stems[0].lower()).strip("-._") if len(stems) == 1 else ""
    return slug or "initiatives"


def _source(info: DocumentInfo) -> dict[str, str]:
    title = info.source or info.name
    return {key: value for key, value in (("title", title), ("path", info.source_url)) if value}


def _publisher(info: DocumentInfo) -> dict[str, Any]:
    return {"title": info.publisher, "roles": ["publisher"]} if info.publisher else {}


def _licence(info: DocumentInfo) -> dict[str, str]:
    """Return a licence as the standard wants it, with a name of its list or an address; what is neither is left out."""
    text = info.licence or ""
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


def _field(column: Column, table: Table) -> Iterator[tuple[str, Any]]:
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
