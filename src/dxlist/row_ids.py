"""``RowIds``: what the rows of a list print -> the ``initiative_id`` of each; ``document_of``: the way back.

An id is the document's, a digest of the project and the item that the row is about, and from the second of equal ones
on a number: ``fukushima_r04-3f9a1c2e``, ``fukushima_r04-3f9a1c2e-2``.  Neither the line nor the page decides, nor what
else the row says, nor what a sidecar corrects: lines may be inserted, pages cut elsewhere and typos mended, and the id
stays.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.values.item_codes import read_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.stages import Piece

_LENGTH = 8
"""Hexadecimal digits of the digest: enough to tell the rows of a list apart; where it is not, the number does."""
_ID = regex(r"(?P<document>.+)-[0-9a-f]{8}(?:-[1-9][0-9]*)?", re.DOTALL)
_PLACE = regex(r"(?P<document>.+)[-:](?P<line>[0-9]{1,18})", re.DOTALL)
"""List and line; before schema 3.0 an id was these."""
_LEVELS = ("field", "item", "levels.")
_BETWEEN = "\x1f"


class RowIds:
    """Gives the rows of one list their ids, in the order in which they stand."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._given = Counter[str]()

    def give(self, pieces: Mapping[str, Piece], item_code: str | None = None) -> str:
        """Return the id of the next row.

        Args:
            pieces: the texts of the row by column, those of merged cells too.
            item_code: of the item, where it stands in a column of its own.
        """
        about = _BETWEEN.join((_project(pieces), _item(pieces, item_code)))
        own = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        self._given[own] += 1
        count = self._given[own]
        return f"{self._document_id}-{own}" if count == 1 else f"{self._document_id}-{own}-{count}"


def _project(pieces: Mapping[str, Piece]) -> str:
    """Return the key of the project; of a row that names none, of all that it says beside its place in the plan."""
    if project := _key(_printed(pieces.get("project_name"))):
        return project
    columns = sorted(column for column in pieces if not column.startswith(_LEVELS))
    return _BETWEEN.join(["", *(_key(_printed(pieces[column])) for column in columns)])


def _item(pieces: Mapping[str, Piece], code: str | None) -> str:
    """Return the codes of the item, which a corrected title leaves as they are; without codes the key of its title."""
    printed = _printed(pieces.get("item"))
    codes = read_item(code or printed).codes
    return "/".join(codes) or _key(code or printed)


def _printed(piece: Piece | None) -> str:
    """Return what the list prints: a correction of a sidecar does not make another row of it."""
    if piece is None:
        return ""
    return piece.raw if piece.corrected and piece.raw else piece.text


def _key(text: str) -> str:
    """Return the letters and digits of a text, folded: brackets, dashes and blanks come out of print in many ways."""
    folded = fold(text)
    return "".join(filter(str.isalnum, folded)) or folded


def document_of(initiative_id: str) -> str:
    """Return the ``document_id`` within an ``initiative_id``, also of one of before schema 3.0; empty: it is none.

    >>> document_of("070009/r04-3f9a1c2e-2"), document_of("fukushima_r04-0113")
    ('070009/r04', 'fukushima_r04')
    """
    found = _ID.fullmatch(initiative_id) or _PLACE.fullmatch(initiative_id)
    return found["document"] if found else ""


def place_of(row: str) -> tuple[str, int] | None:
    """Return list and line where a row is named by them, or by an id of before schema 3.0; else None.

    >>> place_of("fukushima_r04:113"), place_of("fukushima_r04-0113"), place_of("fukushima_r04-3f9a1c2e-2")
    (('fukushima_r04', 113), ('fukushima_r04', 113), None)
    """
    found = None if _ID.fullmatch(row) else _PLACE.fullmatch(row)
    return (found["document"], int(found["line"])) if found else None
