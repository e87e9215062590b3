"""One parsed list against its answer, row by row and key by key: only what the answer states is compared.

The printed form of old states every cell with the keys of the hand-read answer; the other forms state what their
headers make certain: levels, offices, texts, indicators, targets, further columns.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.damage.model import DamagedList

DOUBTFUL = 0.7
_EMPTY: tuple[object, ...] = (None, "", [], {})
_UNITS = ("department", "bureau", "division", "section")


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
    form: str = "printed"
    rows: int = 0
    slid: int = 0
    slid_right: int = 0
    right: list[float] = field(default_factory=list)
    wrong: list[float | None] = field(default_factory=list)
    extra_lines: list[int] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    error: str = ""


def fold(text: object) -> str:
    """Return a text without blanks and width."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).split())


def bare(text: object) -> str:
    """Return a text without the marks that stand between a code and a title."""
    return re.sub(r"[.．、:：()（）\-－・,]", "", fold(text))


def _same_text(want: object, got: object) -> bool:
    """Are two texts the same?  Where the cell holds a line break, blanks are free."""
    return want == got or (isinstance(want, str) and "\n" in want and fold(want) == fold(got))


def _extra(value: Mapping[str, str | None] | None) -> dict[str, str]:
    """The columns beside the six that hold something, under their folded headers."""
    return {fold(header): text for header, text in (value or {}).items() if text}


def _filled(row: Mapping[str, Any]) -> dict[str, int]:
    """Column -> line for the columns whose text stands on another line."""
    if row.get("sources") is None:
        return dict(row.get("filled_from") or {})
    names = {"departments": "dept"}
    return {names.get(c, c): s["line"] for c, s in row["sources"].items() if s and s["line"] != row["line"]}


def _code(value: str | None) -> str | None:
    """A Roman numeral counts as its Latin letters."""
    return fold(value) if value and "Ⅰ" <= value[0] <= "Ⅻ" else value


def _offices_of(got: Mapping[str, Any]) -> str:
    units: list[str] = []
    for office in got.get("departments") or []:
        units += [fold(office.get(u)) for u in _UNITS if office.get(u) and fold(office.get(u)) not in units]
    return "".join(units)


def _same_level(want: Mapping[str, str | None], got: Mapping[str, str | None]) -> bool:
    """Is it the level of this header?  Of a section line the header is free, and its word may stand in it or in the title."""
    text = bare((got.get("code") or "") + (got.get("title") or ""))
    if want["header"] is None:
        return bare(want["text"]) in (text, bare(got.get("header")) + text)
    return fold(want["header"]) == fold(got.get("header")) and bare(want["text"]) == text


def _same_levels(want: list[dict[str, str | None]], got: Mapping[str, Any]) -> bool:
    have = got.get("levels") or []
    return len(have) == len(want) and all(map(_same_level, want, have))


def _same_title(want: str | None, got: str | None) -> bool:
    """None is free; "" must be null."""
    return want is None or bare(want) == bare(got)


def _value_pairs(values: Iterable[Mapping[str, Any]]) -> list[tuple[int | None, Decimal]]:
    return [(one["fiscal_year"], Decimal(one["value"])) for one in values if one and one.get("value") is not None]


def _indicator(one: Mapping[str, Any]) -> tuple[object, ...]:
    baseline = [one["baseline"]] if one.get("baseline") else []
    parts = (_value_pairs(values) for values in (baseline, one.get("targets") or [], one.get("actuals") or []))
    return (one.get("kind"), fold(one.get("number")), fold(one.get("name")), fold(one.get("unit")), *parts)


def _kpi_targets(got: Mapping[str, Any]) -> list[tuple[int, Decimal]]:
    pairs = ((one.get("target_fiscal_year"), Decimal(one["value"])) for one in got.get("kpi_targets") or [])
    return sorted((year or 0, value) for year, value in pairs)


def _same_extra(want: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    have, wanted = _extra(got.get("extra")), _extra(want["extra"])
    free = [fold(text) for text in want.get("free_cells", ())]
    more = {header for header in have.keys() - wanted.keys() if fold(have[header]) not in free}
    return not more and all(_same_text(text, have.get(header)) for header, text in wanted.items())


def _departments(value: Iterable[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
    return [{unit: office.get(unit) for unit in _UNITS} for office in value or []]


def _same_departments(want: Iterable[Mapping[str, Any]], got: Iterable[Mapping[str, Any]] | None) -> bool:
    """Compare units; that of a division printed behind another one of its department may be left open."""
    wanted, found = _departments(want), _departments(got)
    for at in range(1, min(len(wanted), len(found))):
        is_behind = wanted[at]["department"] == wanted[at - 1]["department"]
        if is_behind and found[at]["department"] is None:
            wanted[at] = {**wanted[at], "department": None, "bureau": None}
    return wanted == found


Check = Callable[[Any, Mapping[str, Any]], bool]
CHECKS: dict[str, Check] = {
    "part": lambda want, got: want == got.get("part"),
    "page": lambda want, got: want == got.get("page"),
    "field_code": lambda want, got: _code(want) == _code(got.get("field_code")),
    "field_name": lambda want, got: want == got.get("field_name"),
    "item_codes": lambda want, got: want == got.get("item_codes"),
    "item_name": lambda want, got: want == got.get("item_name"),
    "plan_only": lambda want, got: want == got.get("plan_only"),
    "levels": _same_levels,
    "field_title": lambda want, got: _same_title(want, got.get("field_name")),
    "item_title": lambda want, got: _same_title(want, got.get("item_name")),
    "departments": lambda want, got: _same_departments(want, got.get("departments")),
    "offices": lambda want, got: fold(want) == _offices_of(got),
    "project_name": lambda want, got: _same_text(want, got.get("project_name")),
    "overview": lambda want, got: _same_text(want, got.get("overview")),
    "kpi_text": lambda want, got: _same_text(want, got.get("kpi_text")),
    "indicators": lambda want, got: [*map(_indicator, want)] == [*map(_indicator, got.get("indicators") or [])],
    "targets": lambda want, got: sorted((y or 0, v) for y, v in _value_pairs(want)) == _kpi_targets(got),
    "filled_from": lambda want, got: want == _filled(got),
}
COLUMNS: tuple[str, ...] = (*CHECKS, "extra")
_SHOWN = {"field_title": "field_name", "item_title": "item_name", "offices": "departments", "targets": "kpi_targets"}


def _differs(want: Mapping[str, Any], got: Mapping[str, Any], column: str) -> bool:
    if column not in want:
        return False
    if column == "extra":
        return not _same_extra(want, got)
    shown = got.get(_SHOWN.get(column, column))
    both_empty = want[column] in _EMPTY and shown in _EMPTY and column != "filled_from"
    return not both_empty and not CHECKS[column](want[column], got)


def differences(seed: int, want: Mapping[str, Any], got: Mapping[str, Any] | None) -> Iterator[Difference]:
    """Yield the cells of one row that differ; no value and an empty one are the same."""
    if got is None:
        yield Difference(seed, want["line"], "missing", want["project_name"], None)
        return
    for column in COLUMNS:
        if _differs(want, got, column):
            shown = _filled(got) if column == "filled_from" else got.get(_SHOWN.get(column, column))
            yield Difference(seed, want["line"], column, want[column], shown)


def score_rows(damaged: DamagedList, records: Iterable[Mapping[str, Any]]) -> ListScore:
    """Compare the records of one list; each is told by its line.

    A row whose answer the print does not tell counts only where it is wrong and nothing says so.
    """
    got = {record["line"]: record for record in records}
    score = ListScore(damaged.seed, damaged.kinds, damaged.form)
    for want in damaged.answer:
        record = got.pop(want["line"], None)
        wrong = list(differences(damaged.seed, want, record))
        confidence = None if record is None else float(record.get("confidence", 1.0))
        if want.get("undecidable") and not (wrong and confidence is not None and confidence >= DOUBTFUL):
            continue
        slid = want["line"] in damaged.slid_lines
        score.rows += 1
        score.slid += slid
        score.slid_right += slid and not wrong
        score.differences += wrong
        if wrong:
            score.wrong.append(confidence)
        else:
            score.right.append(1.0 if confidence is None else confidence)
    score.extra_lines = sorted(got)
    return score
