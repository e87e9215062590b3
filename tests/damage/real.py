"""Real lists of other governments against what their cells say, where somebody has them: `NAME` and `NAME.truth.jsonl`.

A line of the truth states part of a record, each cell under the meaning of its header: project_name, overview,
departments (as printed), section, levels, extra, indicators, no_indicator.
"""

import importlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.damage.compare import bare, fold
from tests.damage.reliability import Outcome

_UNITS = ("department", "bureau", "division", "section")
_NOT_PRINTED = ("sources", "repairs", "source", "cells")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_PRINTED:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str) and value:
        yield fold(value)


def _units(got: Mapping[str, Any]) -> str:
    units: list[str] = []
    for office in got["departments"]:
        units += [fold(office[u]) for u in _UNITS if office.get(u) and fold(office[u]) not in units]
    return "".join(units)


def _allowed_units(want: Mapping[str, Any]) -> set[str]:
    """The units of a printed office joined: a bureau that the division repeats may stand once or twice."""
    parts = list(dict.fromkeys(fold(part) for part in re.split(r"[\s／/]+", want["departments"]) if part))
    once = [p for at, p in enumerate(parts) if not any(q.startswith(p) for q in parts[at + 1 : at + 2])]
    short = [p.removeprefix(parts[at - 1]) if at else p for at, p in enumerate(parts)]
    ends = ("", fold(want.get("section")))
    return {"".join(names) + end for names in (parts, once, short) for end in ends}


def _wrong_levels(want: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    have = [bare((one["code"] or "") + (one["title"] or "")) for one in got["levels"]]
    return "levels" in want and have != [bare(text) for text in want["levels"]]


def _wrong_indicators(want: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    cells = [fold(cell) for cell in want.get("indicators", [])]
    kpi, typed = fold(got["kpi_text"]), list(_texts(got["indicators"]))
    if want.get("no_indicator") and (kpi or got["indicators"] or got["kpi_targets"]):
        return True
    everything = "\x1f".join((kpi, *typed))
    if any(cell not in everything and re.split("[:：]", cell)[0] not in everything for cell in cells):
        return True
    if kpi and not any(kpi in cell or cell in kpi for cell in cells):
        return True
    others = fold(
        "".join(filter(None, (got["project_name"], got["overview"], *map(str, want.get("extra", {}).values()))))
    )
    return any(len(text) > 8 and text in others and not any(text in cell for cell in cells) for text in typed)


def is_right(want: Mapping[str, Any], got: Mapping[str, Any] | None) -> bool:
    """Does a record say what the cells of its row say?"""
    if got is None or _wrong_levels(want, got) or _wrong_indicators(want, got):
        return False
    if any(key in want and fold(want[key]) != fold(got[key]) for key in ("project_name", "overview")):
        return False
    if "departments" in want and _units(got) not in _allowed_units(want):
        return False
    return all(fold(got["extra"].get(header)) == fold(text) for header, text in want.get("extra", {}).items())


def _measure_list(truth: Path) -> Iterator[Outcome]:
    path = truth.with_name(truth.name.removesuffix(".truth.jsonl"))
    try:
        document = importlib.import_module("dxlist").parse(path)
        got = {one.line: one.model_dump(mode="json") for one in document.initiatives}
    except Exception as error:  # noqa: BLE001 - a list that is refused is a list of wrong rows
        print(f"{path.name}: {error}")
        got = {}
    for line in truth.read_text("utf-8").splitlines():
        want = json.loads(line)
        record = got.pop(want["line"], None)
        yield Outcome("real", record and record["confidence"], is_right=is_right(want, record))
    yield from (Outcome("real", record["confidence"], is_right=False) for record in got.values())


def measure_real(folder: Path) -> list[Outcome]:
    """Return an outcome for each row of the real lists of a folder; one more, wrong, for a record where there is no row."""
    return [outcome for truth in sorted(folder.glob("*.truth.jsonl")) for outcome in _measure_list(truth)]
