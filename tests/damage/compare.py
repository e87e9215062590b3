"""One parsed list against its answer, row by row and cell by cell, as the project's scoring tool compares them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.damage.model import Answer, DamagedList

COLUMNS = (
    "part",
    "page",
    "field_code",
    "field_name",
    "item_codes",
    "item_name",
    "plan_only",
    "departments",
    "project_name",
    "overview",
    "kpi_text",
    "filled_from",
    "extra",
)
_EMPTY: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that was read wrongly; column "missing" where the whole row is not there."""

    seed: int
    line: int
    column: str
    want: object
    got: object


@dataclass(slots=True)
class ListScore:
    """What became of one list; confidences are None where no record was given."""

    seed: int
    kinds: frozenset[str]
    rows: int = 0
    slid: int = 0
    slid_right: int = 0
    right: list[float] = field(default_factory=list)
    wrong: list[float | None] = field(default_factory=list)
    extra_lines: list[int] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    error: str = ""


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _extra(value: Mapping[str, str | None]) -> dict[str, str]:
    """The columns beside the six that hold something, under their folded headers."""
    return {_fold(header): text for header, text in value.items() if text}


def _filled(row: Mapping[str, Any]) -> dict[str, int]:
    """Column -> line for the columns whose text stands on another line."""
    if row.get("sources") is None:
        return dict(row.get("filled_from") or {})
    names = {"departments": "dept"}
    return {names.get(c, c): s["line"] for c, s in row["sources"].items() if s and s["line"] != row["line"]}


def _cell(row: Mapping[str, Any], column: str) -> object:
    """The value to compare; a Roman numeral counts as its Latin letters, on either side."""
    if column == "filled_from":
        return _filled(row)
    value = row.get(column)
    if column == "field_code" and value and "Ⅰ" <= value[0] <= "Ⅻ":
        return _fold(value)
    if column == "departments" and value:
        return [{k: d.get(k) for k in ("department", "bureau", "division")} for d in value]
    return _extra(value) if column == "extra" and value else value


def differences(seed: int, want: Answer, got: Mapping[str, Any] | None) -> list[Difference]:
    """The cells of one row that differ; no value and an empty one are the same."""
    line = want["line"]
    if got is None:
        return [Difference(seed, line, "missing", want["project_name"], None)]
    pairs = ((column, _cell(want, column), _cell(got, column)) for column in COLUMNS)
    return [Difference(seed, line, c, w, g) for c, w, g in pairs if w != g and not (w in _EMPTY and g in _EMPTY)]


def score_rows(damaged: DamagedList, records: Iterable[Mapping[str, Any]]) -> ListScore:
    """Compare the records of one list with its answer; rows marked as undecidable count neither way."""
    got = {record["line"]: record for record in records}
    score = ListScore(damaged.seed, damaged.kinds)
    for want in damaged.answer:
        record = got.pop(want["line"], None)
        if want.get("undecidable"):
            continue
        wrong = differences(damaged.seed, want, record)
        slid = want["line"] in damaged.slid_lines
        score.rows += 1
        score.slid += slid
        score.slid_right += slid and not wrong
        score.differences += wrong
        confidence = None if record is None else float(record.get("confidence", 1.0))
        if wrong:
            score.wrong.append(confidence)
        else:
            score.right.append(1.0 if confidence is None else confidence)
    score.extra_lines = sorted(got)
    return score
