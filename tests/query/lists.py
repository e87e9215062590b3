"""Lists that the questions are put to: the shipped one, and small ones whose answers a person can count."""

from functools import cache

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative
from dxlist.normalised import read_document
from dxlist.query.filters import Filters
from dxlist.query.selecting import select
from tests.cli.runs import HEADER
from tests.lists import NORMALIZED, SHIPPED

NORMALISED = NORMALIZED / "fukushima_r04.json"


@cache
def shipped() -> Document:
    return parse(SHIPPED)


@cache
def shipped_light() -> Document:
    return read_document(str(NORMALISED), light=True)


def small(*rows: str) -> list[Initiative]:
    """Read a list of rows whose cells are parted by a bar."""
    text = HEADER + "".join(row.replace("|", "\t") + "\n" for row in rows)
    return parse(text.encode(), stem="small").initiatives


def lines(rows: list[Initiative], filters: Filters) -> list[int]:
    return [hit.initiative.line for hit in select(rows, filters)]
