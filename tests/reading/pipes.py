"""A list as a page of Markdown: the same titles, headers, rows and notes, the tables drawn with bars."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import dxlist
from dxlist.model.stages import PageTable


def as_markdown(origin: Path | bytes) -> bytes:
    """Return a delimited list as Markdown in UTF-8."""
    document = dxlist.parse(origin)
    lines = [line for trail in document.trail for line in _lines(trail.table)]
    return "".join(f"{line}\n" for line in lines).encode()


def row(cells: Sequence[str]) -> str:
    """Return cells as a row of a pipe table."""
    return "| " + " | ".join(cell.replace("|", r"\|").replace("\n", "<br>") for cell in cells) + " |"


def _lines(table: PageTable) -> Iterator[str]:
    """Yield the lines of a page.  A block of a very long page has no header: it goes on with the table above."""
    for title in table.titles:
        yield "# " + " ".join(cell.strip() for cell in title.cells if cell.strip()).replace("\n", "")
    if table.rows and not table.continued:
        yield ""
        yield row(_header(table))
        yield "|" + "---|" * len(_header(table))
    yield from (row(each.cells) for each in table.rows)
    yield from ("" for _ in table.notes[:1])
    yield from (" ".join(note.text.split()) for note in table.notes)
    yield ""


def _header(table: PageTable) -> list[str]:
    """Return the header in one row; a page without one has that of the page before."""
    width = max(len(each.cells) for each in (*table.rows, *table.header_rows))
    named = {cell.position: cell.text for cell in table.header}
    return [named.get(i, "").replace("\n", "") for i in range(max([width, *[at + 1 for at in named]]))]
