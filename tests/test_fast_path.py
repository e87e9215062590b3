"""A row whose signature is known takes its solution from memory; it must be the one that a search would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.model.columns import COLUMNS
from dxlist.model.stages import HeaderCell, PageTable, PhysicalRow
from dxlist.tables.alignment import Aligner, signature_of
from dxlist.tables.assignment import Solver
from dxlist.tables.layout import header_layout, places_of
from tests.lists import SHIPPED

HEADER = tuple(HeaderCell(i, column, column) for i, column in enumerate(COLUMNS))
CELLS = sorted({cell for line in SHIPPED.read_text(encoding="utf-8").split("\n") for cell in line.split("\t")})
ROWS = st.lists(st.lists(st.sampled_from(["", *CELLS]), min_size=1, max_size=8), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_known_signature_gives_what_a_search_gives(texts: list[list[str]]) -> None:
    places = places_of(HEADER)
    layout = header_layout(places)
    kept = Solver(places, layout)
    for cells in [*texts, *texts]:
        signature = signature_of(PhysicalRow(1, 1, tuple(cells)), len(cells))
        assert kept.solve(signature) == Solver(places, layout).solve(signature)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_every_cell_of_any_row_has_exactly_one_place(texts: list[list[str]]) -> None:
    rows = tuple(PhysicalRow(i, i, tuple(cells)) for i, cells in enumerate(texts, 1))
    for aligned in Aligner().align(PageTable(1, 1, None, HEADER, rows)):
        filled = [i for i, cell in enumerate(aligned.row.cells) if cell.strip()]
        assert [placed.index for placed in aligned.placed] == filled
        assert aligned.margin >= 0
