"""``Regions``: the line, cell and span of a finding -> lines and columns of the file, for programs that mark them."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from dxlist.fixes.raw_text import rows_by_line
from dxlist.reading.normalised_files import SUFFIX
from dxlist.reading.sources import position_in_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.finding import Edit, Place
    from dxlist.model.stages import PhysicalRow
    from dxlist.rules.checking import Checked, Reported


class Region(NamedTuple):
    """Part of a file: 1-based lines, and 1-based columns in code points; the end column is the one behind the last."""

    line: int
    end_line: int
    column: int | None = None
    """None: whole lines."""
    end_column: int | None = None


class Regions:
    """The regions of the findings of one run."""

    def __init__(self, checked: Checked) -> None:
        self._documents = dict(checked.lists)
        self._rows: dict[str, Mapping[int, PhysicalRow]] = {}

    def of(self, reported: Reported) -> Region | None:
        """Return the span, else the cell, else the line; None of a normalised file, which has other lines."""
        place, file = reported.found.place, reported.file
        line = line_of(reported)
        if line is None:
            return None
        row = self._row(file, line)
        span = _span(row, place) if row else None
        if row is None or place.cell is None or span is None:
            return Region(line, row.last_line if row else line)
        return self._of_span(file, row, place.cell, *span) or Region(line, row.last_line)

    def of_edit(self, file: str, edit: Edit) -> Region | None:
        """Return the stretch of a list that an edit replaces; None where the list has no such."""
        row = None if is_normalised(file) else self._row(file, edit.line)
        return self._of_span(file, row, edit.cell, edit.start, edit.end) if row else None

    def _row(self, file: str, line: int) -> PhysicalRow | None:
        if file not in self._rows:
            self._rows[file] = rows_by_line(self._documents[file])
        return self._rows[file].get(line)

    def _of_span(self, file: str, row: PhysicalRow, cell: int, start: int, end: int) -> Region | None:
        info = self._documents[file].document
        if info.delimiter is None:  # no text: its rows have no columns of letters
            return None
        first, last = (position_in_file(info.read_as, row, info.delimiter, cell, at) for at in (start, end))
        return Region(first[0], last[0], first[1], last[1])


def _span(row: PhysicalRow, place: Place) -> tuple[int, int] | None:
    """Return beginning and end within the cell; None where it is blank or not the cell that the finding saw."""
    if place.cell is None or place.cell > len(row.cells):
        return None
    text = row.cells[place.cell - 1]
    if (place.text is not None and place.text != text) or not text:
        return None
    return place.start or 0, len(text) if place.end is None else place.end


def line_of(reported: Reported) -> int | None:
    """Return the line of a finding in its file: 1 where it is about the whole file, None where the file has no such.

    The lines of findings are those of the list; a normalised file, where the list is not known, is another file.
    """
    return None if is_normalised(reported.file) else reported.found.place.line or 1


def is_normalised(file: str) -> bool:
    """Return whether a file is a normalised one and no list."""
    return PurePath(file).suffix.lower() == SUFFIX


def path_of(file: str) -> str:
    r"""Return a path as CI services write it: slashes, and no ``./`` before it.

    >>> path_of("./data/raw/a.tsv")
    'data/raw/a.tsv'
    """
    return PurePath(file).as_posix()


def uri_of(file: str) -> str:
    """Return a path as a URI: relative ones stay so.

    >>> uri_of("data/raw/一覧 1.tsv")
    'data/raw/%E4%B8%80%E8%A6%A7%201.tsv'
    """
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")
