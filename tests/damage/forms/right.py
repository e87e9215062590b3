"""What a careful reader writes down for a row of these forms: only what the list says for certain."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.damage.forms.table import Col, Draft, Line

EXTRA_KINDS = ("money", "schedule", "evaluation", "number", "code", "note", "text", "further")


def number_of(text: str) -> str | None:
    """Return the number that a cell holds and nothing else but a unit, without commas.

    >>> number_of("12,300件"), number_of("－"), number_of("")
    ('12300', None, None)
    """
    digits = unicodedata.normalize("NFKC", text).replace(",", "")
    kept = digits.rstrip("%人件名社校台回点団体世帯経営施設業務手続箇所時間分戸枚冊組者gkm単位")
    try:
        return str(Decimal(kept)) if kept else None
    except InvalidOperation:
        return None


def _levels(draft: Draft, line: Line) -> Iterator[dict[str, str | None]]:
    for text in line.sections:
        yield {"header": None, "text": text, "title": None}
    for column in sorted(draft.of_kind("level"), key=lambda one: one.role.depth):
        text = line.values.get(column.key, "")
        if column.role.part or not text:
            continue
        code = line.values.get(column.key.replace("level", "code"), "")
        yield {"header": column.header, "text": code + text, "title": line.titles.get(column.key)}


def _departments(draft: Draft, line: Line) -> list[dict[str, str | None]] | None:
    """The unit of each column, where the list has several and all of them are filled."""
    columns = list(draft.of_kind("department"))
    if len(columns) < 2 or not all(line.values.get(column.key) for column in columns):
        return None
    by_part: dict[str, str] = {column.role.part or "department": line.values[column.key] for column in columns}
    return [{part: by_part.get(part) for part in ("department", "bureau", "division", "section")}]


def _offices(draft: Draft, line: Line) -> str:
    keys = [column.key for column in draft.of_kind("department")] or ["office"]
    return "　".join(filter(None, (line.values.get(key, "") for key in keys)))


def _values(line: Line, columns: list[Col], part: str) -> list[dict[str, Any]]:
    values = []
    for column in columns:
        text = line.values.get(column.key, "")
        number = number_of(text) if column.role.part == part else None
        if number is not None:
            values.append({"fiscal_year": column.role.fiscal_year, "value": number, "text": text})
    return values


def _indicators(draft: Draft, line: Line) -> Iterator[dict[str, Any]]:
    """Yield each indicator whose parts stand in columns of their own."""
    columns = list(draft.of_kind("indicator"))
    for group in dict.fromkeys(column.group for column in columns):
        own = [column for column in columns if column.group == group]
        texts = {column.role.part: line.values.get(column.key, "") for column in own}
        if not any(line.values.get(column.key) for column in own):
            continue
        yield {
            "kind": own[0].role.indicator,
            "number": own[0].role.number,
            "name": texts.get("name") or texts.get("") or None,
            "unit": texts.get("unit") or None,
            "baseline": next(iter(_values(line, own, "baseline")), None),
            "targets": _values(line, own, "target"),
            "actuals": _values(line, own, "actual"),
        }


def answer(draft: Draft, line: Line) -> dict[str, Any]:
    """Return the keys of one row; a key that is not there is free."""
    indicators = list(draft.of_kind("indicator"))
    names = [line.values.get(one.key, "") for one in indicators if one.role.part in ("", "name")]
    levels = list(_levels(draft, line))
    has_values = any(one.role.part not in ("", "name") for one in indicators)
    found: dict[str, Any] = {
        "line": line.line,
        "levels": levels,
        "field_title": levels[0]["title"] if levels else "",
        "item_title": levels[-1]["title"] if len(levels) > 1 else "",
        "offices": _offices(draft, line),
        "project_name": line.values.get("project") or None,
        "overview": line.values.get("overview") or None,
        "kpi_text": "\n".join(filter(None, names)) or None,
        "extra": {
            column.header: line.values[column.key]
            for column in draft.columns
            if _is_extra(column) and line.values.get(column.key) and column.header
        },
        "free_cells": [line.values[c.key] for c in draft.columns if _is_free(c) and line.values.get(c.key)],
    }
    if line.undecidable:
        found["undecidable"] = True
    departments = _departments(draft, line)
    if departments:
        found["departments"] = departments
    if len({one.group for one in indicators}) > 1 or has_values:
        found["indicators"] = list(_indicators(draft, line))
    if has_values:
        found["targets"] = [value for one in found["indicators"] for value in one["targets"]]
    if not indicators:
        found["indicators"] = []
        found["targets"] = []
    return {
        key: value
        for key, value in found.items()
        if key not in line.free and not (key == "offices" and "departments" in line.free)
    }


def _is_extra(column: Col) -> bool:
    role = column.role
    return role.kind in EXTRA_KINDS or (role.kind == "project" and role.part == "code")


def _is_free(column: Col) -> bool:
    """Its cells may stand in extra, under a name that is nobody's business: no header, or the code of a level."""
    return not column.header or (column.role.kind == "level" and column.role.part == "code")
