"""What a list must be read as, written as JSON, and in what a document differs from it.

An answer is an array of objects.  Most say what the record of one line is; every key is free to be left out:

``line``             1-based first physical line of the record.
any key of a record  its value.  Of ``departments``, ``kpi_targets`` and ``indicators`` an object says what it says and no
                     more, but there are as many as are written, in their order.
``levels``           all its levels from the top, each its title or, where it is open what of it is the code, code and title;
                     ``levels_has`` some of them, in order; ``level_codes`` the codes.
``extra_has``        header -> text, in ``extra`` or the level of that header.
``cells_has``        the same, or among the cells of an indicator: what is certain is that the cell kept its header.
``indicator_cells``  header -> the printed cell, which is found in ``kpi_text`` or ``indicators``; null: there is none.
``units``            the printed names of the units in order, whichever part of a department each one is.
``filled``           columns that take their text from a line above, and say so.
``confidence``       ">= 0.7" or "< 0.7".
``note``             for people.

Others speak of the list: ``none_on`` (lines without a record), ``records`` (their number), ``leftovers`` (their number),
``any_of`` (answers of which one must hold).
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.model.document import Document

Answer = Mapping[str, Any]
Record = Mapping[str, Any]

OPERATORS: dict[str, Callable[[float, float], bool]] = {">=": operator.ge, "<": operator.lt}
LETTERS = re.compile(r"[^\w]")
"""What a code may be written with or without: dots, brackets, dashes."""
UNITS = ("department", "bureau", "division", "section")


def fold(text: object) -> str:
    """Return a text without blanks and widths: what a header or a cell says, however it is set."""
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


def differences(document: Document, answers: Sequence[Answer]) -> list[str]:
    """Return one sentence for each key of the answers that the document contradicts."""
    records = {one.line: one.model_dump(mode="json") for one in document.initiatives}
    return [sentence for answer in answers for sentence in _of_answer(document, records, answer)]


def _of_answer(document: Document, records: Mapping[int, Record], answer: Answer) -> Iterator[str]:
    if "line" not in answer:
        yield from _of_list(document, records, answer)
    elif answer["line"] not in records:
        yield f"line {answer['line']}: there is no record (records on lines {sorted(records)})"
    else:
        record = records[answer["line"]]
        for key, wanted in answer.items():
            found = KEYS.get(key, _plain(key))(record, wanted)
            if found is not None:
                yield f"line {answer['line']}: {key} is {found!r}, not {wanted!r}"


def _of_list(document: Document, records: Mapping[int, Record], answer: Answer) -> Iterator[str]:
    for line in answer.get("none_on", ()):
        if line in records:
            yield f"line {line}: there is a record ({_shown(records[line])})"
    if len(records) != answer.get("records", len(records)):
        yield f"records: {len(records)} on lines {sorted(records)}, not {answer['records']}"
    leftovers = [(one.line, one.cell, one.text) for one in document.leftovers]
    if len(leftovers) != answer.get("leftovers", len(leftovers)):
        yield f"leftovers: {leftovers}, not {answer['leftovers']}"
    tried = [differences(document, one) for one in answer.get("any_of", ())]
    if tried and all(tried):
        yield "none of the answers holds: " + " | ".join("; ".join(one) for one in tried)


def _shown(record: Record) -> dict[str, Any]:
    keys = ("field_name", "item_name", "departments", "project_name", "overview", "kpi_text")
    return {key: record[key] for key in keys if record[key]}


def _plain(key: str) -> Callable[[Record, Any], Any]:
    def differs(record: Record, wanted: Any) -> Any:
        found = record[key]
        return None if _holds(found, wanted) else _compared(found, wanted)

    return differs


def _compared(found: Any, wanted: Any) -> Any:
    """Return what stands there, of objects what the answer speaks of; a word for null, as None is for what is right."""
    if isinstance(found, list) and isinstance(wanted, list) and found and isinstance(found[0], dict):
        keys = {key for one in wanted for key in one} or {key for one in found for key in one if one[key]}
        return [{key: one[key] for key in one if key in keys} for one in found]
    return "null" if found is None else found


def _holds(found: Any, wanted: Any) -> bool:
    """Return whether a value is as wanted; of a list of objects each one holds at least what is written."""
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
        return len(found) == len(wanted) and all(map(_object_holds, found, wanted))
    return bool(found == wanted)


def _object_holds(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict) and found is not None:
        return all(_object_holds(found[key], value) for key, value in wanted.items())
    return _holds(found, wanted)


def _line(_record: Record, _wanted: int) -> None:
    """The line is where the record was looked for."""


def _note(_record: Record, _wanted: str) -> None:
    """A note is for people."""


def _confidence(record: Record, wanted: str) -> float | None:
    sign, number = wanted.split()
    return None if OPERATORS[sign](record["confidence"], float(number)) else record["confidence"]


def _levels(record: Record, wanted: list[str]) -> list[str] | None:
    levels = record["levels"]
    return None if len(levels) == len(wanted) and all(map(_is_level, levels, wanted)) else _printed(levels)


def _is_level(level: Mapping[str, str | None], wanted: str) -> bool:
    code, title = fold(level["code"] or ""), fold(level["title"] or "")
    if level["title"] == wanted or LETTERS.sub("", code + title) == LETTERS.sub("", fold(wanted)):
        return True
    # 「基本目標1 しごと」 is the level 基本目標 with the code 1, or all of it is code and title.
    *head, tail = wanted.split(maxsplit=1)
    return bool(head) and title == fold(tail) and code in fold(head[0])


def _printed(levels: Sequence[Mapping[str, str | None]]) -> list[str]:
    return [" ".join(part for part in (level["code"], level["title"]) if part) for level in levels]


def _level_codes(record: Record, wanted: list[str]) -> list[str] | None:
    codes = [level["code"] for level in record["levels"]]
    return None if codes == wanted else codes


def _levels_has(record: Record, wanted: list[str]) -> list[str] | None:
    rest = iter(record["levels"])
    return None if all(any(_is_level(level, one) for level in rest) for one in wanted) else _printed(record["levels"])


def _extra_has(record: Record, wanted: Mapping[str, str]) -> dict[str, str] | None:
    levels = {level["header"]: f"{level['code'] or ''}{level['title'] or ''}" for level in record["levels"]}
    return _cells_under(levels | record["extra"], wanted)


def _cells_has(record: Record, wanted: Mapping[str, str]) -> dict[str, str] | None:
    levels = {level["header"]: f"{level['code'] or ''}{level['title'] or ''}" for level in record["levels"]}
    indicators: dict[str, str] = {}
    for one in record["indicators"]:
        indicators |= one["cells"]
    return _cells_under(levels | indicators | record["extra"], wanted)


def _cells_under(found: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str] | None:
    folded = {fold(header): fold(text) for header, text in found.items()}
    right = all(folded.get(fold(header)) == fold(text) for header, text in wanted.items())
    return None if right else dict(found)


def _indicator_cells(record: Record, wanted: Mapping[str, str | None]) -> dict[str, Any] | None:
    cells = {fold(header): fold(text) for one in record["indicators"] for header, text in one["cells"].items()}
    named = "\n".join(one["name"] or "" for one in record["indicators"])
    everything = fold("\n".join([record["kpi_text"] or "", named])) + "\n" + "\n".join(cells.values())
    right = all(
        not cells.get(fold(header)) if text is None else fold(text) in everything for header, text in wanted.items()
    )
    empty = any(wanted.values()) or not record["kpi_text"]
    return None if right and empty else {"kpi_text": record["kpi_text"], "indicators": record["indicators"]}


def _units(record: Record, wanted: list[str]) -> list[str] | None:
    found = [unit[part] for unit in record["departments"] for part in UNITS if unit[part]]
    return None if found == wanted else found


def _filled(record: Record, wanted: list[str]) -> list[str] | None:
    found = [repair["column"] for repair in record["repairs"] if repair["kind"] == "filled"]
    return None if set(wanted) <= set(found) else found


KEYS: dict[str, Callable[[Record, Any], Any]] = {
    "line": _line, "note": _note, "confidence": _confidence, "levels": _levels, "level_codes": _level_codes,
    "levels_has": _levels_has, "extra_has": _extra_has, "cells_has": _cells_has, "indicator_cells": _indicator_cells,
    "units": _units, "filled": _filled,
}  # fmt: skip
