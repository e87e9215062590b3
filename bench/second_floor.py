"""The second floor under the speed of dxlist: csv.reader over the same list, and the same bytes out.

    python bench/second_floor.py --prepare RECORDS.jsonl PREPARED     # of what `dxlist parse -f jsonl` wrote
    python bench/second_floor.py LIST PREPARED OUT.jsonl

Each row of the list is read by csv.reader; then a record that was prepared beside goes through dxlist's model and out,
validated and with every key: `Initiative.model_validate(record).model_dump_json()`.  Of dxlist's reading nothing is
used.  It prints how many records it wrote, and the CPU seconds of loading the prepared ones, which are not to count.
"""

import csv
import json
import marshal
import sys
import time
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, BinaryIO

from dxlist.model.initiative import Initiative

BLOCK = 1000
"""Records that are loaded at once."""


class Prepared:
    """Records in a file of blocks, and how many seconds their loading has taken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seconds = 0.0

    def write(self, lines: Iterator[str]) -> None:
        """Write the records of JSON Lines."""
        with self.path.open("wb") as stream:
            while block := list(map(json.loads, islice(lines, BLOCK))):
                marshal.dump(block, stream)

    def read(self) -> Iterator[dict[str, Any]]:
        """Yield the records."""
        with self.path.open("rb") as stream:
            while block := self._load(stream):
                yield from block

    def _load(self, stream: BinaryIO) -> list[dict[str, Any]]:
        start = time.process_time()
        try:
            block: list[dict[str, Any]] = marshal.load(stream)
        except EOFError:
            block = []
        self.seconds += time.process_time() - start
        return block


def write_records(source: Path, prepared: Prepared, target: Path) -> int:
    """Read every row of the list, write every record, and return how many records there are."""
    count = 0
    with source.open(encoding="utf-8", newline="") as rows, target.open("wb") as stream:
        for _, record in zip_longest(csv.reader(rows, delimiter="\t"), prepared.read()):
            if record is not None:
                stream.write(f"{Initiative.model_validate(record).model_dump_json()}\n".encode())
                count += 1
    return count


def main() -> None:
    """Prepare, or write."""
    first, second, third = sys.argv[1:]
    if first == "--prepare":
        with Path(second).open(encoding="utf-8") as lines:
            Prepared(Path(third)).write(lines)
        return
    prepared = Prepared(Path(second))
    print(write_records(Path(first), prepared, Path(third)), prepared.seconds)


if __name__ == "__main__":
    main()
