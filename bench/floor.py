"""The floor under the speed of dxlist: csv.reader, one pydantic record of nine text fields a row, JSON lines out.

    python bench/floor.py LIST OUT.jsonl

Nothing is recognised, filled or repaired; it prints the number of its rows.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel


class Row(BaseModel):
    """Nine text fields, about what a record of an initiative holds."""

    first: str = ""
    second: str = ""
    third: str = ""
    fourth: str = ""
    fifth: str = ""
    sixth: str = ""
    seventh: str = ""
    eighth: str = ""
    ninth: str = ""


FIELDS = tuple(Row.model_fields)


def read_rows(source: Path) -> Iterator[Row]:
    """Yield a record for each line that is not blank."""
    with source.open(encoding="utf-8", newline="") as stream:
        for cells in csv.reader(stream, delimiter="\t"):
            if cells:
                yield Row(**dict(zip(FIELDS, cells, strict=False)))


def write_rows(source: Path, target: Path) -> int:
    """Write the records as JSON lines and return how many they are."""
    rows = 0
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        for rows, row in enumerate(read_rows(source), start=1):  # noqa: B007 - the last number is the count
            stream.write(row.model_dump_json() + "\n")
    return rows


if __name__ == "__main__":
    print(write_rows(Path(sys.argv[1]), Path(sys.argv[2])))
