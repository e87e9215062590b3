"""The lists that the laws hold for: every list in data/raw, and a sample of generated ones."""

from functools import cache
from pathlib import Path

import dxlist

ROOT = Path(__file__).parent.parent
RAW = ROOT / "data" / "raw"
NORMALIZED = ROOT / "data" / "normalized"
SHIPPED = RAW / "fukushima_r04.tsv"
LISTS = sorted(path for path in RAW.iterdir() if path.suffix in {".tsv", ".txt", ".csv"})


@cache
def ids_of(origin: Path | str = SHIPPED, stem: str | None = None) -> dict[int, str]:
    """Return the ids of the rows of a list, or of its text, by their lines."""
    given = origin if isinstance(origin, Path) else origin.encode()
    return {row.line: row.initiative_id for row in dxlist.parse(given, stem=stem)}
