"""The findings of each list in data/raw and in other_lists, each with the verdict of a careful reader.

    python -m tests.rules.verdicts

writes the findings of now into ``verdicts/<list>.tsv``; one that stood there keeps its verdict and its reason, a new one is
``unread`` until a person has looked at the list.  Verdicts: right (a person who publishes the list would mend it, or be
glad to know), doubtful (it may be meant so), wrong (there is nothing, or nobody needs it).  Of the lists of other
governments, which are invented (see other_lists/README.md), only what is shown by default is kept: warnings and errors.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import dxlist
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.selection import chosen_rules
from tests.lists import LISTS, ROOT

FOLDER = Path(__file__).parent / "verdicts"
OTHER_LISTS = sorted(
    path for path in (Path(__file__).parent / "other_lists").rglob("*") if path.suffix in {".tsv", ".csv"}
)
"""Lists of governments that do not exist."""
ALL_LISTS = (*LISTS, *OTHER_LISTS)
VERDICTS = ("right", "doubtful", "wrong")
UNREAD = "unread"
HEADER = ("verdict", "code", "severity", "line", "cell", "start", "end", "words", "related", "reason")


class Row(NamedTuple):
    """One finding in the file, as text."""

    verdict: str
    code: str
    severity: str
    line: str
    cell: str
    start: str
    end: str
    words: str
    related: str
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """All but what the reader says."""
        return self[1:9]


def file_of(path: Path) -> Path:
    return FOLDER / f"{path.stem}.tsv"  # of a list without findings there is none


def findings_of(path: Path) -> list[Row]:
    """Return the findings of now, unread."""
    document = dxlist.parse(path)
    checked = check_lists([(path.relative_to(ROOT).as_posix(), document)], chosen_rules())
    return [_row(one) for one in checked.findings if path in LISTS or one.severity != "info"]


def _row(one: Reported) -> Row:
    place = one.found.place
    words = (place.text or "")[place.start : place.end].replace("\n", "⏎")
    related = " ".join(str(related.line) for related in one.found.related)
    line, cell, start, end = ("" if n is None else str(n) for n in place[:4])
    return Row(UNREAD, one.rule.code, one.severity, line, cell, start, end, words, related, "")


def read_verdicts(path: Path) -> list[Row]:
    """Return what the file says."""
    if not file_of(path).exists():
        return []
    with file_of(path).open(encoding="utf-8", newline="") as stream:
        return [Row(*row) for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def write_verdicts(path: Path) -> None:
    known = {row.key: row for row in read_verdicts(path)}
    rows = [known.get(row.key, row) for row in findings_of(path)]
    if not rows:
        file_of(path).unlink(missing_ok=True)
        return
    lines = ("\t".join(row) + "\n" for row in (HEADER, *rows))
    file_of(path).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for found in ALL_LISTS:
        write_verdicts(found)
