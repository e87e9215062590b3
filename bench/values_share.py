"""What share of the time of a parse the readers of values take: departments, codes, project levels, targets.

    python bench/values_share.py [LIST]

One process: the list is streamed and timed, then the readers read the same texts again, their memories emptied before.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from make_list import LIST

from dxlist import Initiative, stream
from dxlist.values import departments, item_codes
from dxlist.values.kpi_targets import read_kpi
from dxlist.values.project_names import read_project_levels


class Share(NamedTuple):
    """Seconds of the whole, and seconds of each reader."""

    parse: float
    readers: dict[str, float]

    @property
    def values(self) -> float:
        """Return the part of the whole that all readers take together, 0 to 1."""
        return sum(self.readers.values()) / self.parse


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def forget() -> None:
    """Empty the memories of the readers, so that the texts are new to them."""
    for reader in (departments.read_departments, item_codes.read_field, item_codes.read_item, read_kpi):
        reader.cache_clear()


def read_codes(fields: list[str], items: list[str]) -> None:
    for text in fields:
        item_codes.read_field(text)
    for text in items:
        item_codes.read_item(text)


def share(path: Path) -> Share:
    """Measure one list."""
    records: list[Initiative] = []
    whole = seconds(lambda: records.extend(stream(path)))
    forget()
    raws = {column: [s.raw for r in records if (s := r.sources[column])] for column in ("field", "item", "departments")}
    return Share(
        whole,
        {
            "codes": seconds(lambda: read_codes(raws["field"], raws["item"])),
            "departments": seconds(lambda: [*map(departments.read_departments, raws["departments"])]),
            "project levels": seconds(lambda: [read_project_levels(r.project_name) for r in records if r.project_name]),
            "targets": seconds(lambda: [read_kpi(r.kpi_text) for r in records]),
        },
    )


def lines(found: Share) -> list[str]:
    """Write the shares, a line each."""
    parts = [f"  {name:46}{seconds_ / found.parse:>11.0%}" for name, seconds_ in found.readers.items()]
    return [f"{'values, share of the time of parse':48}{found.values:>11.0%}", *parts]


if __name__ == "__main__":
    print(*lines(share(Path(sys.argv[1]) if sys.argv[1:] else LIST)), sep="\n")
