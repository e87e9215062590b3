"""``parse`` and ``stream``: the stages in order, from bytes to initiatives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.corrections import NO_CORRECTIONS, confirm_cells, confirm_rows, printed_row, settle_corrections
from dxlist.governments import GovernmentEvidence
from dxlist.initiative_parts import Columns, with_project_doubt
from dxlist.initiative_units import learn_units, with_unit_doubt
from dxlist.initiatives import DOUBTFUL, Origin, fields_to_initiative, record_to_fields
from dxlist.model.document import (
    ControlCharacter,
    Counts,
    Document,
    DocumentInfo,
    FurtherEncoding,
    HeaderInfo,
    IgnoredRule,
    NoteInfo,
    PageInfo,
    TitleInfo,
    Trail,
)
from dxlist.model.initiative import Initiative, Leftover, LeftoverReason
from dxlist.model.roles import word_of
from dxlist.model.stages import PhysicalRow
from dxlist.reading.sources import LOG, open_rows, source_of
from dxlist.row_ids import RowIds
from dxlist.sidecar import Sidecar, read_sidecar
from dxlist.tables.alignment import Aligner
from dxlist.tables.cleaning import clean_rows
from dxlist.tables.continuations import join_cut_rows, without_joints
from dxlist.tables.headers import own_spellings
from dxlist.tables.merged_cells import MOST_ROWS, AlignedPage, MergedCells
from dxlist.tables.pages import rows_to_tables
from dxlist.tables.pieces import page_pieces
from dxlist.tables.rejoined import COMMA, WHOLE, cut_again, find_cuts, joined
from dxlist.tables.remarks import texts_of
from dxlist.tables.sections import Sections
from dxlist.tables.unknown_tables import no_table, unknown_header
from dxlist.values.fiscal_years import read_fiscal_year
from dxlist.values.unit_homes import UnitHomes
from dxlist.words.marks import is_ditto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike
    from typing import IO

    from dxlist.corrections import PrintedRow
    from dxlist.governments import ListGovernment
    from dxlist.model.stages import AlignedRow, Fields, HeaderCell, Note, PageTable, Piece, RawRecord
    from dxlist.reading.sources import ByteSource, RowSource
    from dxlist.tables.merged_cells import MergedPage


def parse(
    origin: str | PathLike[str] | bytes | IO[bytes], *, encoding: str | None = None, stem: str | None = None
) -> Document:
    r"""Read a list into a document.

    Args:
        origin: a path, ``"-"`` for standard input, the bytes of a list, or a file that is open in binary mode.  Only
            beside a path a sidecar is looked for.
        encoding: overrides detection ("cp932"); proved by a strict decode all the same.
        stem: the document's id, where the name of the file is not it.

    Returns:
        The list: its initiatives in the order of their rows, and what is known of the file.

    Raises:
        DxlistError: unreadable bytes, no table, an unknown header, a malformed sidecar.

    >>> import dxlist
    >>> rows = ["分野,項目,担当課,事業名,概要,指標", "1 行政,1(1) 窓口,総務部人事課,電子申請,申請の電子化,件数 10件"]
    >>> document = dxlist.parse("\n".join(rows).encode(), stem="ours")
    >>> [(one.initiative_id, one.item_codes, one.kpi_targets[0].value) for one in document]
    [('ours-735b405e', ['1(1)'], '10')]
    """
    return parse_source(source_of(origin, stem=stem), encoding)


def parse_source(source: ByteSource, encoding: str | None = None, sidecar: Sidecar | None = None) -> Document:
    """Read a source into a document, with another sidecar than the one beside it where that is given."""
    from dxlist.projects.identity import fill_projects  # noqa: PLC0415 - a stream need not load it

    reading = ListReader(source, encoding, sidecar)
    trails, initiatives = list[Trail](), list[Initiative]()
    for trail, page in reading.pages(whole=True):
        trails.append(trail)
        initiatives += map(fields_to_initiative, page)
    document = Document(
        document=reading.info(trails),
        initiatives=fill_projects(initiatives),
        leftovers=reading.leftovers,
        counts=_counts(trails, initiatives, reading.leftovers),
    )
    document.trail.extend(trails)
    return document


def stream(
    origin: str | PathLike[str] | bytes | IO[bytes], *, encoding: str | None = None, stem: str | None = None
) -> Iterator[Initiative]:
    """Yield the initiatives of a list page by page, in memory that does not grow with the file.

    Arguments and errors are those of :func:`parse`; an error may come after initiatives were yielded.  Which rows share
    a project is known only at the end of a list, so ``project_id`` and ``shared_with`` are None here.  What is above a
    division that is printed without it, the rows before it and the next 400 say.

    >>> import dxlist
    >>> next(dxlist.stream("data/raw/fukushima_r04.tsv")).initiative_id
    'fukushima_r04-79b1e35b'
    """
    for _, page in ListReader(source_of(origin, stem=stem), encoding).pages():
        yield from map(fields_to_initiative, page)


class _ReadPage(NamedTuple):
    """A page with its raw records, and what their initiatives are made with."""

    trail: Trail
    columns: Columns
    origin: Origin


def _blocks(pages: Iterable[_ReadPage], *, whole: bool) -> Iterator[list[_ReadPage]]:
    """Yield pages until they have enough rows to tell of each other, or all of them."""
    held, rows = list[_ReadPage](), 0
    for page in pages:
        held.append(page)
        rows += len(page.trail.records)
        if rows >= MOST_ROWS and not whole:
            yield held
            held, rows = [], 0
    yield held


class ListReader:
    """One pass over a source: the stages, and what they leave beside the initiatives."""

    def __init__(self, source: ByteSource, encoding: str | None = None, sidecar: Sidecar | None = None) -> None:
        self.source = source
        self.encoding = encoding
        self.sidecar: Sidecar = read_sidecar(source.path) if sidecar is None else sidecar
        self.found: RowSource = open_rows(source, encoding)
        self.leftovers: list[Leftover] = []
        self.fiscal_year = self.sidecar.fiscal_year
        self._governments = GovernmentEvidence(self.sidecar, source.path.stem if source.path else source.stem)
        self.corrections = NO_CORRECTIONS
        """Of the sidecar; settled where the pages are asked for."""
        self._aligner = Aligner()
        self._merged = MergedCells()
        self._ids = RowIds(source.stem)
        self._part = 0
        self._headers: dict[str, HeaderCell] = {}
        self._columns = Columns()
        self._sections = Sections()
        self._cut: dict[int, PhysicalRow] = {}
        self._homes = UnitHomes()

    def pages(self, *, whole: bool = False) -> Iterator[tuple[Trail, list[Fields]]]:
        """Yield for each page its intermediates and its initiatives in plain form.

        ``whole``: only when all pages are read.
        """
        if corrections := self.sidecar.placed_corrections():
            first_look = ListReader(replace(self.source, watch=None), self.encoding, self.sidecar)
            self.corrections = settle_corrections(corrections, first_look.printed_rows())
        found, titles = 0, tuple[PhysicalRow, ...]()
        for page in chain.from_iterable(_blocks(self._records(), whole=whole)):
            initiatives, table = self._initiatives(page), page.trail.table
            found, titles = found + len(initiatives), table.titles
            LOG.debug("%s: page %d, %d initiatives", self.source.name, table.page, len(initiatives))
            yield page.trail, initiatives
        self._sections.leave()
        for piece in (*self._merged.waiting.values(), *self._sections.carried_nowhere):
            self.leftovers += _carried_nowhere(piece)
        self.leftovers, self.corrections = confirm_cells(self.leftovers, self.corrections)
        if not found:
            raise no_table(self.source.name, titles)

    def _records(self) -> Iterator[_ReadPage]:
        """Yield each page with its raw records, and take note of what they show of each other's units."""
        for page, records in self._merged_pages():
            read = self._page(page, records)
            for record in filter(None, read.trail.records):
                learn_units(self._homes, record, read.columns)
            yield read

    def printed_rows(self) -> Iterator[PrintedRow]:
        """Yield the rows as they are printed, before corrections; a reader does this or yields pages, once."""
        for page, records in self._merged_pages():
            columns = frozenset(cell.column for cell in page.table.header)
            for row, own, record in zip(page.rows, page.pieces, records, strict=True):
                yield printed_row(row.row, own, record.pieces if record else own, columns)

    def _merged_pages(self) -> Iterator[MergedPage]:
        tables = join_cut_rows(rows_to_tables(clean_rows(self.found.rows), own_spellings(self.sidecar.columns)))
        return self._merged.pages(map(self._aligned, tables))

    def _aligned(self, table: PageTable) -> AlignedPage:
        if table.rows and not table.header:
            raise unknown_header(self.source.name, self.source.stem.rpartition("/")[2], table.rows)
        cuts = find_cuts(table) if self.found.delimiter == COMMA else [WHOLE] * len(table.rows)
        whole = replace(table, rows=tuple(map(joined, table.rows, cuts))) if any(one.at for one in cuts) else table
        aligned = list(map(cut_again, self._aligner.align(whole), table.rows, cuts))
        table = replace(table, header=self._aligner.header, kind=self._aligner.kind)
        pieces = page_pieces(aligned, self.corrections.by_line)
        if any(row.parts for row in table.rows):
            pairs = zip(aligned, pieces, strict=True)
            pieces = [without_joints(row, own) if row.row.parts else own for row, own in pairs]
        return AlignedPage(table, aligned, pieces)

    def _page(self, page: AlignedPage, records: list[RawRecord | None]) -> _ReadPage:
        table = page.table
        titles = [" ".join(texts_of(row)) for row in table.titles]
        if self.fiscal_year is None:
            self.fiscal_year = next(filter(None, map(read_fiscal_year, titles)), None)
        for printed, title in zip(table.titles, titles, strict=True):
            self._governments.add_title(printed.line, title)
        for row, record, own in zip(page.rows, records, page.pieces, strict=True):
            if len(own) < len(row.placed):
                self._leave(row, {fill.cell for fill in record.fills} if record else set())
        origin = Origin(self.source.stem, None, None, self.fiscal_year)
        table, records = self._sections.apply(table, records)
        columns = self._columns_of(table)
        records = [record and with_project_doubt(with_unit_doubt(record, columns)) for record in records]
        self._cut |= {row.line: row for row in table.rows if row.parts}
        return _ReadPage(Trail(table, page.rows, records, table.kind), columns, origin)

    def _initiatives(self, page: _ReadPage) -> list[Fields]:
        records, government = filter(None, page.trail.records), self.government
        origin = page.origin._replace(local_government_code=government.code, local_government_name=government.name)
        initiatives = [record_to_fields(record, origin, self._ids, page.columns, self._homes) for record in records]
        if self._cut:
            initiatives = [with_further_lines(initiative, self._cut) for initiative in initiatives]
        confirmed = self.corrections.confirmed
        return confirm_rows(initiatives, confirmed) if confirmed else initiatives

    def _columns_of(self, table: PageTable) -> Columns:
        """Return the columns of all pages of a part so far, in the order in which they stand."""
        if table.part != self._part:
            self._part, self._headers, self._columns = table.part, {}, Columns()
        own = {cell.column: cell for cell in reversed(table.header)}
        if not own.items() <= self._headers.items():
            self._headers |= own
            self._columns = Columns(sorted(self._headers.items(), key=lambda pair: pair[1].position))
        return self._columns

    def _leave(self, row: AlignedRow, dittos: set[int | None]) -> None:
        """Keep the cells of a row that belong to no column, and ditto marks with nothing above them."""
        item = "".join("".join(row.row.cells[p.index].split()) for p in row.placed if p.column == "item")
        for placed in row.placed:
            text, cell = row.row.cells[placed.index], placed.index + 1
            if placed.column is None or (is_ditto(text) and cell not in dittos):
                repeats = placed.column is None and "".join(text.split()) == item
                reason: LeftoverReason = "repeats_item" if repeats else "no_place"
                printed = row.row.as_printed().cells[placed.index]
                self.leftovers.append(Leftover(line=row.row.line, cell=cell, text=printed, reason=reason))

    @property
    def government(self) -> ListGovernment:
        """The local government of the list, as far as it is known by now."""
        return self._governments.government

    def further_encodings(self) -> list[FurtherEncoding]:
        """Return where the text goes on in another encoding."""
        changes = self.found.encoding.changes if self.found.encoding else ()
        return [FurtherEncoding(line=change.line, byte=change.byte, encoding=change.name) for change in changes]

    def control_characters(self) -> list[ControlCharacter]:
        """Return the control characters of the text, once all pages are read, in the order of their code points."""
        return [
            ControlCharacter(character=f"U+{ord(character):04X}", count=count, line=line)
            for character, (count, line) in sorted(self.found.controls.items())
        ]

    def info(self, trails: list[Trail]) -> DocumentInfo:
        """Return what is known of the file, once all pages are read."""
        tables = [trail.table for trail in trails]
        titles = [
            TitleInfo(line=row.line, part=table.part, text=" ".join(texts_of(row)))
            for table in tables
            for row in table.titles
        ]
        sidecar, encoding, government = self.sidecar, self.found.encoding, self.government
        return DocumentInfo(
            document_id=self.source.stem,
            name=sidecar.title or (titles[0].text if titles else None),
            read_as=self.found.form,
            sha256=self.found.sha256,
            encoding=encoding.name if encoding else None,
            byte_order_mark=encoding is not None and encoding.byte_order_mark,
            encoding_rival=encoding.rival if encoding else None,
            further_encodings=self.further_encodings(),
            control_characters=self.control_characters(),
            delimiter=self.found.delimiter,
            line_ends=("+".join(sorted(self.found.line_ends)) or "none") if encoding else None,
            local_government_code=government.code,
            local_government_name=government.name,
            local_government_from=government.source,
            fiscal_year=self.fiscal_year,
            titles=titles,
            pages=list(_pages(tables)),
            notes=[NoteInfo(line=n.line, kind=n.kind, text=n.text) for table in tables for n in table.notes],
            blank_lines=[line for table in tables for line in table.blank_lines],
            unused_corrections=list(self.corrections.unused),
            noted_corrections=list(self.corrections.noted),
            ignored_rules=[IgnoredRule(code=code, reason=why) for code, why in sidecar.ignore.items()],
            ignored_findings=sidecar.ignored_findings(),
            **sidecar.model_dump(include=_FROM_SIDECAR),
        )


_FROM_SIDECAR = {"publisher", "source", "source_url", "licence"}


def _carried_nowhere(piece: Piece) -> Iterator[Leftover]:
    """Yield the cells of a text that no row took."""
    texts = piece.raw.split("\t")
    cells = zip(piece.cells, texts, strict=True) if len(texts) == len(piece.cells) else [(piece.cells[0], piece.raw)]
    for cell, text in cells:
        yield Leftover(line=piece.line, cell=cell, text=text, reason="carried_nowhere")


def with_further_lines(initiative: Fields, cut: Mapping[int, PhysicalRow]) -> Fields:
    """Return an initiative with the further lines of each source whose row a page end cut.

    Args:
        initiative: of any row, in plain form; its merged cells may come from such a row.
        cut: the joined rows by their first line.
    """
    found = {
        column: _with_more(source, cut[source["line"]])
        for column, source in initiative["sources"].items()
        if source and source["line"] in cut
    }
    return {**initiative, "sources": {**initiative["sources"], **found}} if found else initiative


def _with_more(source: Fields, row: PhysicalRow) -> Fields:
    more = list(_further_lines(source["cells"], row))
    return {**source, "more": more} if more else source


def _further_lines(cells: Iterable[int], row: PhysicalRow) -> Iterator[Fields]:
    for part in row.parts[1:]:
        if own := [cell for cell in cells if cell <= len(part.cells) and part.cells[cell - 1].strip()]:
            yield {"line": part.line, "cells": own}


def _lines(rows: Iterable[PhysicalRow | Note]) -> list[int]:
    return [line for row in rows for line in row.lines()]


def _pages(tables: list[PageTable]) -> Iterator[PageInfo]:
    """Yield a page for each table; the blocks of a very long page are one, lines behind the last row belong to it."""
    for group in (list(group) for _, group in groupby(tables, key=lambda table: table.page)):
        yield PageInfo(
            page=group[0].page,
            part=group[0].part,
            header=[
                HeaderInfo(cell=c.position + 1, text=c.text, column=c.column, guessed=c.guessed, role=word_of(c.role))
                for c in group[0].header
            ],
            title_lines=_lines(row for table in group for row in table.titles),
            header_lines=_lines(row for table in group for row in table.header_rows),
            body_lines=sorted(_lines(row for table in group for row in (*table.rows, *table.sections))),
            note_lines=_lines(note for table in group for note in table.notes),
        )


def _counts(trails: list[Trail], initiatives: list[Initiative], leftovers: list[Leftover]) -> Counts:
    repairs = Counter(repair.kind for initiative in initiatives for repair in initiative.repairs)
    return Counts(
        pages=max(trail.table.page for trail in trails),
        parts=max(trail.table.part for trail in trails),
        initiatives=len(initiatives),
        leftovers=sum(not leftover.confirmed for leftover in leftovers),
        doubtful=sum(initiative.confidence < DOUBTFUL for initiative in initiatives),
        repairs=dict(sorted(repairs.items())),
    )
