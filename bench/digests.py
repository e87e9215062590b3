"""What dxlist makes of many lists, one line for each: whether a change of its inside left every output byte-equal.

    python bench/digests.py [--damaged 200] [--jobs 2] [LISTS…] > before.txt      # on the tree before
    python bench/digests.py … > after.txt && diff before.txt after.txt            # on the tree after

Of each list: JSON, JSON Lines, CSV, targets and findings, or the error.  The lists are the shipped one, LISTS (files or
folders, such as ../shared/real) and damaged ones made with a seed by `tests/damage`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import dxlist  # noqa: E402 - the tests are no installed package
from dxlist.exports.exporting import document_bytes, initiatives_to_json_lines  # noqa: E402
from dxlist.jobs.folders import search_folder  # noqa: E402
from tests.damage.generator import generate, mixed_form  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("json", "csv", "targets.csv")


def outputs_of(origin: str | bytes, stem: str) -> Iterator[bytes]:
    """Yield what the list becomes, in each format, and its findings."""
    document = dxlist.parse(origin, stem=stem)
    yield from (document_bytes(document, name) for name in FORMATS)
    yield initiatives_to_json_lines(dxlist.stream(origin, stem=stem))
    yield "\n".join(str(finding) for finding in dxlist.validate(document)).encode()


def digest_line(task: tuple[str, str | int]) -> str:
    """Return the name of a list and the digest of each output of it, or of its error."""
    name, origin = task
    given = generate(origin, mixed_form(origin)).data if isinstance(origin, int) else origin
    try:
        digests = [hashlib.sha256(made).hexdigest()[:16] for made in outputs_of(given, Path(name).stem)]
    except dxlist.DxlistError as error:
        digests = ["error", hashlib.sha256(str(error).encode()).hexdigest()[:16]]
    return " ".join((name, *digests))


def tasks_of(paths: list[Path], damaged: int) -> Iterator[tuple[str, str | int]]:
    """Yield the lists: name, and path or seed."""
    for path in (ROOT / "data" / "raw", *paths):
        files = search_folder(path).lists if path.is_dir() else [path]
        yield from ((Path(file).name, str(file)) for file in files)
    yield from ((f"damaged-{seed}", seed) for seed in range(damaged))


def main() -> None:
    """Print the lines in order."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*", type=Path, metavar="LISTS")
    parser.add_argument("--damaged", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with ProcessPoolExecutor(given.jobs) as executor:
        for line in executor.map(digest_line, tasks_of(given.paths, given.damaged), chunksize=4):
            print(line)


if __name__ == "__main__":
    main()
