"""Which cells of the real lists were read by hand: a seeded draw, so that nobody chose them.

Of each list a fixed number, of indicators also of each kind of text: the rare kinds would hardly be met else.  A text
that a list repeats is drawn once.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tests.values.real_lists import INDICATORS, WORKBOOK, header_of, rows_of

SEED = 12

INDICATOR_CELLS = {
    "onuma_shinagawa.tsv": {"marked": 12, "nothing": 2, "bracket": 6, "one": 10, "several": 18},
    "onuma_kosai.tsv": {"marked": 5, "nothing": 5, "bracket": 3, "one": 9},
    "onuma_ichinomiya.tsv": {"bracket": 14, "marked": 4},
    "ofunato_core_full.tsv": {"one": 3, "marked": 3, "words": 4},
    "ofunato_sorted_blanked.tsv": {"one": 1, "marked": 1, "words": 4},
    WORKBOOK: {"": 18},
}
DEPARTMENT_CELLS = {
    "onuma_ichinomiya.tsv": (("担当課",), 75),
    "onuma_shinagawa.tsv": (("担当課",), 17),
    "onuma_kosai.tsv": (("担当課",), 12),
    "nerima_tetsuzuki_sjis.csv": (("担当課", "担当係"), 4),
    "ofunato_core_full.tsv": (("部課名",), 2),
    "ofunato_sorted_blanked.tsv": (("部課名",), 2),
    "abiko_r3_budget_flat.csv": (("所属名",), 1),
    "rs2025_digital.csv": (("府省庁", "局・庁"), 4),
    "rs2025_kodomo.csv": (("府省庁", "局・庁"), 3),
}
"""List -> its columns of departments, and how many cells."""

_KINDS = {
    "nothing": r"データなし|なし|－$|^-$|未定|―",
    "marked": r"^(?=.*[0-9０-９]).*(?:以上|以下|以内|未満|超|約|程度|まで|増|減|▲|△|[〜～]|[0-9]-[0-9]|年度|令和|平成|[RH][0-9]|月末|目標|現状|→)",
    "words": r"^[^0-9０-９]*$",
    "bracket": r"[（(][^）)]{1,5}[）)][:：]",
    "one": r"^[^:：]*[:：]?[^:：]*$",
    "several": "",
}
"""Kinds of indicator cells; the first that matches."""
_SEVERAL_UNITS = re.compile(r"[・（）()／/、,，　 ]")


class Drawn(NamedTuple):
    """A cell of a list: its text, where it begins, and the header of its column (several units: of none)."""

    list: str
    line: int
    column: str
    text: str


def drawn_indicators() -> Iterator[Drawn]:
    """Yield the 120 indicator cells, list by list."""
    for name, numbers in INDICATOR_CELLS.items():
        cells = _workbook_cells() if name == WORKBOOK else _indicator_cells(name)
        for kind, number in numbers.items():
            seed = f"{SEED} workbook" if name == WORKBOOK else f"{SEED} {name} {kind}"
            yield from sorted(random.Random(seed).sample(cells[kind], number))


def drawn_departments() -> Iterator[Drawn]:
    """Yield the 120 department cells, list by list: of several levels or units, or with a mark that could part one."""
    for name, (columns, number) in DEPARTMENT_CELLS.items():
        header, found = header_of(name), dict[str, Drawn]()
        for line, row in rows_of(name)[1:]:
            texts = [row[header.index(column)].strip() for column in columns]
            seen = "　".join(filter(None, texts))
            if _SEVERAL_UNITS.search("".join(texts) if name.startswith("nerima") else seen):
                found.setdefault(seen, Drawn(name, line, "", texts[0]))
        yield from sorted(random.Random(f"{SEED} {name} departments").sample(list(found.values()), number))


def _indicator_cells(name: str) -> dict[str, list[Drawn]]:
    header, found, seen = header_of(name), defaultdict[str, list[Drawn]](list), set[str]()
    for line, row in rows_of(name)[1:]:
        for column, text in zip(header, row, strict=False):
            if "指標" in column and text.strip() and text not in seen:
                seen.add(text)
                kind = next(kind for kind, pattern in _KINDS.items() if re.search(pattern, text))
                found[kind].append(Drawn(name, line, column, text))
    return found


def _workbook_cells() -> dict[str, list[Drawn]]:
    header = header_of(WORKBOOK)
    at = {number: next(i for i, text in enumerate(header) if text.endswith(f"{number}：名称")) for number in INDICATORS}
    rows = rows_of(WORKBOOK)[1:]
    return {
        "": [Drawn(WORKBOOK, i, number, row[at[number]]) for i, row in rows for number in at if row[at[number]].strip()]
    }
