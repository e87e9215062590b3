"""Findings on published lists of other governments, each with the verdict of a reader who wrote none of the rules.

    python -m tests.rules.real_verdicts [--show]

The lists stand beside this checkout (``../shared``); what is kept of them is the place of a finding, its fingerprint, the
verdict and the reader's reason, none of their text.  Kept are all warnings and errors, and infos until a rule has twenty
findings or all that there are: which ones a seed says.  Those twenty of a rule are the sample that the precision is of;
what a rule finds beyond them is read as well, but one list that shows one thing forty times shall not decide the figure.

The findings of now go into ``real_verdicts/<list>.tsv``: one that stood there keeps its verdict (right, doubtful, wrong,
as in :mod:`tests.rules.verdicts`) and its reason, a new one is ``unread``.  A verdict is of what is found, however
severe it is called.  What was judged and is found no more stays as ``gone``: it does not count in the precision, but says
whether a rule that was mended lost something right.  ``--show`` prints what is unread as a reader needs it, and the precision.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import dxlist
from dxlist.model.finding import SEVERITIES
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.selection import chosen_rules
from tests.lists import ROOT
from tests.rules.verdicts import UNREAD, VERDICTS
from tests.values.real_lists import WORKBOOK, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document

FOLDER = Path(__file__).parent / "real_verdicts"
SHARED = ROOT.parent / "shared"
OF_WORKBOOK = (47, 48, 49, 50, 184, 185, 190, 194, 202, 206, 208)
"""Columns of the workbook's first sheet that hold prose: what was done, why, for whom, what is to be better."""
PROSE = "4"
"""The cell of that column in the list that is made of it; what stands before it is judged where it is published."""


def _lists() -> list[Path]:
    """Return the lists, and names for those that are made of a column of prose of the workbook."""
    real = SHARED / "real"
    if not real.is_dir():
        return []
    files = sorted(path for path in real.glob("*") if path.suffix in {".tsv", ".csv"})
    sheet = [real / f"workbook_column_{column}" for column in OF_WORKBOOK]
    return [*files, *sheet]


REAL_LISTS = _lists()
"""Lists of governments that the rules were not written from."""
OTHER_YEAR = [path for path in [SHARED / "years" / "fukushima_r03.tsv"] if path.exists()]
"""A list of the government whose list of the next year is shipped: counted apart."""
SEED, MOST = "issue 13", 20
"""What chooses the findings of a rule, and how many of them at most are sampled."""
HEADER = ("verdict", "code", "severity", "read_as", "line", "cell", "start", "end", "related", "fingerprint", "reason")
GONE = "gone"
"""The severity of a finding that is made no more."""
SHOWN, OTHERS = 300, 6
"""Code points of a text, and other rows, that are printed for a reader."""


class Row(NamedTuple):
    """One finding in the file, as text."""

    verdict: str
    code: str
    severity: str
    read_as: str
    """The severity that it had when it was read first."""
    line: str
    cell: str
    start: str
    end: str
    related: str
    fingerprint: str
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """What is found, and where."""
        return (self.code, *self[4:9])

    @property
    def is_gone(self) -> bool:
        return self.severity == GONE

    @property
    def is_info(self) -> bool:
        return (self.read_as if self.is_gone else self.severity) == "info"

    @property
    def turn(self) -> tuple[bool, str]:
        """When the finding is chosen among those of its rule: infos last, the others as the seed says."""
        return self.is_info, hashlib.sha256(f"{SEED} {self.fingerprint}".encode()).hexdigest()

    @property
    def lines(self) -> set[str]:
        """The lines that it speaks of."""
        return {self.line, *self.related.split()}


Findings = dict[Path, list[Row]]


@cache
def checked(path: Path) -> tuple[Document, Sequence[Reported]]:
    """Return a list, and what all rules find in it alone."""
    document = dxlist.parse(path) if path.exists() else dxlist.parse(_made(path), stem=file_of(path).stem)
    return document, check_lists([(path.relative_to(SHARED).as_posix(), document)], chosen_rules()).findings


def _made(path: Path) -> bytes:
    """Return a list whose overviews are the cells of a column of prose."""
    rows = [cells for _, cells in rows_of(WORKBOOK)]
    columns = [rows[0].index(header) for header in ("施策名", "部課名", "事務事業名")]
    columns.append(int(path.name.rpartition("_")[2]))
    out = io.StringIO(newline="")
    body = ([row[column] for column in columns] for row in rows[1:])
    csv.writer(out).writerows([[*(rows[0][column] for column in columns[:-1]), "事業概要"], *body])
    return out.getvalue().encode()


def findings_of(path: Path) -> list[Row]:
    """Return the findings of now, unread, of all severities."""
    rows = [_row(one) for one in checked(path)[1]]
    return rows if path.exists() else [row for row in rows if row.cell in {"", PROSE}]


def _row(one: Reported) -> Row:
    line, cell, start, end = ("" if n is None else str(n) for n in one.found.place[:4])
    related = " ".join(str(related.line) for related in one.found.related)
    severity = one.severity
    return Row(UNREAD, one.rule.code, severity, severity, line, cell, start, end, related, one.fingerprint, "")


def sample(rows: Iterable[Row]) -> list[Row]:
    """Return the findings that the precision is of: of each rule the first ones by their turn."""
    by_rule = defaultdict[str, list[Row]](list)
    for row in sorted(rows, key=lambda row: row.turn):
        by_rule[row.code].append(row)
    return [row for code in sorted(by_rule) for row in by_rule[code][:MOST]]


def file_of(path: Path) -> Path:
    return FOLDER / f"{path.stem}.tsv"  # of a list without findings there is none


def read_verdicts(path: Path) -> list[Row]:
    """Return what the file says."""
    if not file_of(path).exists():
        return []
    with file_of(path).open(encoding="utf-8", newline="") as stream:
        return [Row(*row) for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def all_verdicts(paths: Iterable[Path]) -> list[Row]:
    """Return what was read of all findings, of those that are gone too."""
    return [row for path in paths for row in read_verdicts(path)]


def present(rows: Iterable[Row]) -> list[Row]:
    """Return the findings that are made still."""
    return [row for row in rows if not row.is_gone]


def lost(rows: list[Row]) -> list[Row]:
    """Return what was right and shown, and is told no more by the rule, not at another of its lines either."""
    right = [row for row in rows if row.is_gone and row.verdict == "right" and not row.is_info]
    now = present(rows)
    return [row for row in right if not any(row.code == other.code and row.line in other.lines for other in now)]


def rewrite_verdicts(paths: list[Path]) -> None:
    """Write what is to be read of the findings of now; what was read of them stays, and of those before."""
    found: Findings = {path: findings_of(path) for path in paths}
    sampled = set(sample(row for rows in found.values() for row in rows))
    for path, rows in found.items():
        known = {row.key: row for row in read_verdicts(path)}
        kept = [row for row in rows if row in sampled or row.key in known or not row.is_info]
        now = {row.key for row in kept}
        gone = [row._replace(severity=GONE) for row in known.values() if row.key not in now and row.verdict != UNREAD]
        _write(file_of(path), sorted([*(_with_verdict(row, known) for row in kept), *gone], key=_in_order))


def _in_order(row: Row) -> tuple[int, str, str, str]:
    return int(row.line or 0), row.code, row.cell, row.start


def _with_verdict(row: Row, known: Mapping[tuple[str, ...], Row]) -> Row:
    read = known.get(row.key, row)
    return row._replace(verdict=read.verdict, reason=read.reason, read_as=read.read_as)


def _write(file: Path, rows: list[Row]) -> None:
    if not rows:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(exist_ok=True)
    lines = ("\t".join(row) + "\n" for row in (HEADER, *rows))
    file.write_text("".join(lines), encoding="utf-8", newline="\n")


def shown(path: Path) -> Iterator[str]:
    """Yield each unread finding of a list with its message, the marked words and the rows that it speaks of."""
    document, findings = checked(path)
    unread = {row.key for row in read_verdicts(path) if row.verdict == UNREAD}
    for one in findings:
        row = _row(one)
        if row.key in unread:
            place = f"{path.name}:{row.line}:{row.cell}:{row.start}-{row.end}"
            yield f"\n{place} {row.code} {row.severity} {one.found.message.ja}"
            yield f"    {_marked(one)}"
            others = [related.line for related in one.found.related[:OTHERS]]
            yield from _records(document, {one.found.place.line, *others})


def _marked(one: Reported) -> str:
    *_, start, end, text, _, _ = one.found.place
    start, end, text = start or 0, end or 0, text or ""
    return f"…{text[max(0, start - SHOWN // 2) : start]}⟦{text[start:end]}⟧{text[end : end + SHOWN // 2]}…".replace(
        "\n", "⏎"
    )


def _records(document: Document, lines: set[int | None]) -> Iterator[str]:
    for one in document:
        if one.line in lines:
            texts = {"level": " > ".join(filter(None, (level.title for level in one.levels)))}
            texts |= {"name": one.project_name or "", "overview": one.overview or "", "kpi": one.kpi_text or ""}
            texts["departments"] = " ".join(
                "/".join(filter(None, (unit.department, unit.bureau, unit.division))) for unit in one.departments
            )
            yield f"    {one.line}: " + " | ".join(f"{name}: {text[:SHOWN]}" for name, text in texts.items() if text)


def precision(rows: list[Row]) -> Iterator[str]:
    """Yield the table by rule, and the sums of what is shown by default and of the infos."""
    yield f"{'rule':8}{'severity':10}" + "".join(f"{word:>10}" for word in ("judged", *VERDICTS, UNREAD))
    counts = Counter((row.code, row.severity, row.verdict) for row in rows)
    for code, severity in sorted({(row.code, row.severity) for row in rows}):
        yield _counted(code, severity, [counts[code, severity, verdict] for verdict in (*VERDICTS, UNREAD)])
    for severities in (SEVERITIES[:-1], SEVERITIES[-1:]):
        sums = [
            sum(row.verdict == verdict for row in rows if row.severity in severities) for verdict in (*VERDICTS, UNREAD)
        ]
        yield _counted("all", "+".join(severities), sums)


def _counted(code: str, severity: str, counts: list[int]) -> str:
    return f"{code:8}{severity:14}{sum(counts[:-1]):6}" + "".join(f"{count:10}" for count in counts)


def main() -> None:
    for paths in (REAL_LISTS, OTHER_YEAR):
        rewrite_verdicts(paths)
        if "--show" in sys.argv[1:]:
            for path in paths:
                print("\n".join(shown(path)))
        print(f"\n{', '.join(path.name for path in paths)}")
        print("\n".join(precision(sample(present(all_verdicts(paths))))))


if __name__ == "__main__":
    main()
