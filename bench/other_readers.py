"""Read the shipped list with pandas, polars, DuckDB, frictionless and csvkit, and count what they get right.

    python -m pip install -r bench/requirements.txt
    python bench/other_readers.py [--answer FILE] [--list FILE]

Each reader has the best options that a person finds (see readers.py). It always exits 0: a reader that is not
installed is said to be missing. The last line is dxlist's own number.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from answer import (
    Answer,
    as_cells,
    count_right,
    is_row_filled,
    is_row_mended,
    is_row_placed,
    is_text_placed,
    load_answers,
    read_answer,
)
from readers import ABOVE, READERS, SEVEN, SIX, Reader, Rows, count_duckdb_columns

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "data" / "raw" / "fukushima_r04.tsv"
ANSWER = ROOT / "data" / "normalized" / "fukushima_r04.json"
DIVISION = "デジタル変革課"
HEADER = ("reader", "texts", "columns", "filled", "mended", "division", "lost of 7", "lost of 6")
LEGEND = f"""\
texts      departments, project, overview and KPI in the right columns, blanks aside
columns    all six in the right columns, 分野 and 項目 blank where the list leaves them blank
filled     the same with 分野 and 項目 filled down (-: the reader offers none)
mended     filled, and every text equal to the character: printed line ends mended (by no reader but dxlist)
division   cells with {DIVISION} that a query on the third column finds
lost       non-blank cells gone without a word, with seven names given and with the six of the list
           (!: it refuses first, and loses them once its option against that is set)
"""


class Shipped(NamedTuple):
    """The list under test and its answer."""

    path: Path
    answers: list[Answer]

    def split_lines(self) -> dict[int, list[str]]:
        """Give the cells of each line below the first header that is not blank."""
        with self.path.open(encoding="utf-8", newline="") as stream:
            lines = enumerate(csv.reader(stream, delimiter="\t"), start=1)
            return {line: cells for line, cells in lines if line > ABOVE and any(cells)}


def number_rows(shipped: Shipped, rows: Rows) -> dict[int, list[str]]:
    """Give the rows of a reader their lines: it returns all rows, or the body without titles and headers."""
    for lines in (list(shipped.split_lines()), [answer.line for answer in shipped.answers]):
        if len(lines) == len(rows):
            return dict(zip(lines, rows, strict=True))
    raise ValueError(f"{len(rows)} rows fit neither all lines of the list nor its body")


def count_lost(shipped: Shipped, rows: Rows) -> int:
    """Count the non-blank cells of the list that are in no cell of the reader."""
    return (count_cells(shipped.split_lines().values()) - count_cells(rows)).total()


def count_cells(rows: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(cell for row in rows for cell in row if cell.strip())


def count_lost_of_six(shipped: Shipped, reader: Reader) -> str:
    """Count what is lost with six names, and mark a reader that refuses before it loses."""
    try:
        return str(count_lost(shipped, reader.read(shipped.path, SIX, False)))
    except Exception:  # noqa: BLE001 - every reader has an error of its own
        return f"{count_lost(shipped, reader.read(shipped.path, SIX, True))} !"


def find_division(rows: Iterable[Sequence[str]], columns: slice) -> int:
    return sum(DIVISION in cell for row in rows for cell in row[columns])


def score_reader(shipped: Shipped, reader: Reader) -> list[str]:
    """Make the line of a reader in the table."""
    rows = reader.read(shipped.path, SEVEN, False)
    placed = number_rows(shipped, rows)
    figures = [str(count_right(shipped.answers, placed, same)) for same in (is_text_placed, is_row_placed)]
    filled = number_rows(shipped, reader.fill(shipped.path)) if reader.fill else {}
    after = (is_row_filled, is_row_mended)
    figures += [str(count_right(shipped.answers, filled, same)) if filled else "-" for same in after]
    every = find_division(shipped.split_lines().values(), slice(None))
    figures += [f"{find_division(rows, slice(2, 3))} of {every}", str(count_lost(shipped, rows))]
    return [f"{reader.package} {version(reader.package)}", *figures, count_lost_of_six(shipped, reader)]


def report_reader(shipped: Shipped, reader: Reader) -> list[str]:
    """Score a reader, or say in its line that it is missing or what stopped it."""
    if find_spec(reader.package) is None:
        return [reader.package, "missing: python -m pip install -r bench/requirements.txt"]
    try:
        return score_reader(shipped, reader)
    except Exception as error:  # noqa: BLE001 - another version of a reader must not stop the others
        return [reader.package, describe(error)]


def describe(error: Exception) -> str:
    return f"stopped: {type(error).__name__}: {str(error).partition(chr(10))[0]}"


def print_line(cells: Sequence[str]) -> None:
    first, *others = cells
    print(f"{first:20}" + ("  ".join(f"{cell:>9}" for cell in others) if len(others) > 1 else f"   {others[0]}"))


def describe_duckdb(shipped: Shipped) -> str:
    """Say how many columns DuckDB finds by itself."""
    return f"{count_duckdb_columns(shipped.path)} column(s) found when told nothing but the file"


def score_dxlist(shipped: Shipped) -> str:
    """Score dxlist in the same measure; its rows are filled, so they are compared with nothing left blank."""
    document = import_module("dxlist").parse(shipped.path)
    records = [read_answer(initiative.model_dump(mode="json")) for initiative in document.initiatives]
    rows = {record.line: list(as_cells(record)) for record in records}
    answers = [answer._replace(merged=frozenset()) for answer in shipped.answers]
    right = [count_right(answers, rows, same) for same in (is_row_filled, is_row_mended)]
    every = len(answers)
    return f"{right[0]} of {every} rows in the right columns and filled, {right[1]} of {every} mended too"


def say(package: str, shipped: Shipped, measure: Callable[[Shipped], str]) -> None:
    """Print one measure of a package, or that it is missing, or what stopped it."""
    if find_spec(package) is None:
        print(f"{package}: missing")
        return
    try:
        print(f"{package}: {measure(shipped)}")
    except Exception as error:  # noqa: BLE001 - a report, not a test
        print(f"{package}: {describe(error)}")


def report(shipped: Shipped) -> None:
    print(f"Rows right, of {len(shipped.answers)}:\n")
    print_line(HEADER)
    for reader in READERS:
        print_line(report_reader(shipped, reader))
    print(f"\n{LEGEND}")
    say("duckdb", shipped, describe_duckdb)
    say("dxlist", shipped, score_dxlist)


def main() -> None:
    """Read the options, load the answer, print the table."""
    options = argparse.ArgumentParser(description="Count what other readers make of the shipped list.")
    options.add_argument("--list", type=Path, default=LIST)
    options.add_argument("--answer", type=Path, default=ANSWER, help="dxlist's JSON of the list, or JSON lines")
    given = options.parse_args()
    missing = [path for path in (given.list, given.answer) if not path.is_file()]
    if missing:
        print(f"Not there: {missing[0]}. Give the list with --list and its answer with --answer.")
    else:
        report(Shipped(given.list, load_answers(given.answer)))


if __name__ == "__main__":
    main()
