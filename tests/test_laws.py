"""The three laws, over every list in data/raw and generated lists, as text and as Markdown.

They are conservation, provenance, round trip.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dxlist
from dxlist.exports.exporting import as_streamed
from dxlist.model.document import Document
from dxlist.model.initiative import Corrected, Ditto, Initiative, Repair, TakenOut
from dxlist.reading.sources import open_rows, source_of
from dxlist.words.marks import is_nothing
from tests.damage import generate
from tests.lists import LISTS
from tests.reading.pipes import as_markdown

TEXTS = {
    "field": "field_name",
    "item": "item_name",
    "project_name": "project_name",
    "overview": "overview",
    "kpi_text": "kpi_text",
}
GENERATED = range(0, 2000, 40)


def replay(raw: str, repairs: list[Repair]) -> str:
    """Take out of a raw text what its repairs say was taken out; a repair that lies about it fails here."""
    corrected = [repair.value for repair in repairs if isinstance(repair, Corrected)]
    if corrected:
        return corrected[-1]
    cuts = sorted(
        (at, taken) for r in repairs if isinstance(r, TakenOut) for at, taken in zip(r.at, r.taken, strict=True)
    )
    kept, position = [], 0
    for at, taken in cuts:
        assert at >= position, "cuts overlap"
        assert raw[at : at + len(taken)] == taken, "the raw text does not hold what was taken"
        kept.append(raw[position:at])
        position = at + len(taken)
    return "".join([*kept, raw[position:]])


def assert_provenance(initiative: Initiative) -> None:
    repairs = {column: [r for r in initiative.repairs if r.column == column] for column in initiative.sources}
    for column, attribute in TEXTS.items():
        source, text = initiative.sources[column], getattr(initiative, attribute)
        replayed = replay(source.raw, repairs[column]) if source else None
        assert (replayed or None) == text, (initiative.initiative_id, column)
    for header, text in initiative.extra.items():
        source = initiative.sources[f"extra.{header}"]
        assert source is not None
        assert replay(source.raw, repairs[f"extra.{header}"]) == text
    source = initiative.sources["departments"]
    # A sign for nothing is kept as a source and names no unit.
    assert bool(source and not is_nothing(source.raw)) == bool(initiative.departments)
    if source:
        units = {u for d in initiative.departments for u in (d.department, d.bureau, d.division) if u}
        printed = "".join(replay(source.raw, repairs["departments"]).split())
        assert all("".join(unit.split()) in printed for unit in units)


def assert_sources_in_file(document: Document, cells: dict[int, tuple[str, ...]]) -> None:
    for initiative in document:
        for source in filter(None, initiative.sources.values()):
            lines = ["\t".join(cells[part.line][cell - 1] for cell in part.cells) for part in (source, *source.more)]
            printed = "\n".join(lines)
            assert source.raw == printed, (initiative.initiative_id, source)


def assert_conservation(document: Document, cells: dict[int, tuple[str, ...]], lines: int) -> None:
    info = document.document
    kinds = Counter(info.blank_lines)
    for page in info.pages:
        kinds.update([*page.title_lines, *page.header_lines, *page.body_lines, *page.note_lines])
    assert sorted(kinds) == list(range(1, lines + 1))
    assert set(kinds.values()) == {1}
    body = {line for page in info.pages for line in page.body_lines}
    expected = {(line, i) for line in body & cells.keys() for i, cell in enumerate(cells[line], 1) if cell.strip()}
    assert Counter(places_of(document)) == Counter(expected)


def places_of(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where each body cell ended: as the source of a column, as a ditto mark, as a leftover; each place once."""
    parts = (part for i in document for s in i.sources.values() if s for part in (s, *s.more))
    yield from {(part.line, cell) for part in parts for cell in part.cells}
    yield from ((i.line, r.cell) for i in document for r in i.repairs if isinstance(r, Ditto))
    yield from ((leftover.line, leftover.cell) for leftover in document.leftovers)


def rows_of(origin: Path | bytes) -> tuple[dict[int, tuple[str, ...]], int]:
    rows = list(open_rows(source_of(origin)).rows)
    return {row.line: row.cells for row in rows}, rows[-1].last_line


ORIGINS: list[Path | bytes] = [*LISTS, *(generate(seed).data for seed in GENERATED)]
NAMES = [*(path.name for path in LISTS), *(f"seed {seed}" for seed in GENERATED)]
FORMS: dict[str, Callable[[Path | bytes], Path | bytes]] = {"text": lambda given: given, "markdown": as_markdown}
CASES = [(form, i) for form in FORMS for i in range(len(ORIGINS))]


@pytest.fixture(scope="module", params=CASES, ids=[f"{NAMES[i]} as {form}" for form, i in CASES])
def origin(request: pytest.FixtureRequest) -> Path | bytes:
    """A list in one of the forms of input; drawn as Markdown only where a test asks for it."""
    form, given = request.param
    return FORMS[form](ORIGINS[given])


@pytest.fixture(scope="module")
def document(origin: Path | bytes) -> Document:
    return dxlist.parse(origin)


def test_conservation(origin: Path | bytes, document: Document) -> None:
    cells, lines = rows_of(origin)
    assert_conservation(document, cells, lines)


def test_provenance(origin: Path | bytes, document: Document) -> None:
    cells, _ = rows_of(origin)
    assert_sources_in_file(document, cells)
    for initiative in document:
        assert_provenance(initiative)


def test_round_trip(origin: Path | bytes, document: Document) -> None:
    assert Document.model_validate_json(document.to_json()) == document
    assert dxlist.parse(origin).to_json() == document.to_json()


def test_stream_yields_what_parse_holds(origin: Path | bytes, document: Document) -> None:
    assert list(dxlist.stream(origin)) == list(map(as_streamed, document.initiatives))
