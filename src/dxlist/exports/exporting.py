"""``export`` and ``write``: documents -> files, in any format of the registry.

``write`` makes what ``dxlist parse`` makes of one list, ``export`` what ``dxlist export`` makes of many.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pydantic_core import to_json

from dxlist.errors import UsageError
from dxlist.exports.described.lists import initiatives_table
from dxlist.exports.described.names import MAIN, OF_LIST, TABLE_NAMES
from dxlist.exports.format import PLAIN, Style, check_style, find_format, formats_for, table_and_format
from dxlist.exports.writing import whole_file, whole_folder
from dxlist.model.document import Document
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.exports.described.content import Content
    from dxlist.exports.format import FileEncoding, Format, Made
    from dxlist.model.initiative import Initiative
    from dxlist.model.stages import Fields
    from dxlist.model.table import Table
    from dxlist.projects.decisions.files import Decision
    from dxlist.text.bilingual import Language

_UNSHARED = {"project_id": None, "shared_with": None}


def export(
    documents: Document | Iterable[Document],
    target: str | PathLike[str] | IO[bytes],
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    table: str | None = None,
    header: Language = "en",
    byte_order_mark: bool = False,
    encoding: FileEncoding = "utf-8",
    raw_text: bool = False,
    decisions: Iterable[Decision] = (),
) -> None:
    """Write the tables of lists into one file, or for a Data Package into a folder.

    Args:
        documents: one list or many, as ``dxlist.parse`` and ``dxlist.load`` return them.
        target: a path, or an open binary stream; what stood at the path is replaced, whole or not at all.
        format: name of a format of rows or of tables; without it the suffix of the path says it.
        table: the one table to write, of those in docs/tables.md; without it the format writes all that it holds: a
            workbook, a database and a package all tables, any other format the initiatives.
        header: names of the columns and codes, English (``en``) or Japanese (``ja``).
        byte_order_mark: begin a text with one, for Excel.
        encoding: of a text, ``utf-8`` or ``cp932``.
        raw_text: leave a text as it is, even where a spreadsheet would run it as a formula.
        decisions: what people decided of the rows, as :func:`dxlist.find_projects` takes it.

    Raises:
        DxlistError: the format is not known or cannot follow an option, two lists have one ID, a character is not in
            the encoding, or the file cannot be written.

    >>> import dxlist, io
    >>> document = dxlist.parse("data/raw/fukushima_r04.tsv")
    >>> stream = io.BytesIO()
    >>> dxlist.export(document, stream, format="csv", table="targets", header="ja")
    >>> stream.getvalue().decode().splitlines()[1][:41]
    'fukushima_r04-79b1e35b,1,職員,700,,名,程度,いいえ'
    """
    style = Style(header, byte_order_mark, encoding, raw_text)
    found = find_format(format, _name(target), formats_for("rows", "tables"), "format")
    held = [documents] if isinstance(documents, Document) else list(documents)
    from dxlist.exports.described.content import Content  # noqa: PLC0415 - it loads the rules and the projects

    named = [(document.document.document_id, document) for document in held]
    content = Content(named, tuple(decisions))
    _put(export_bytes(content, found, table, style), target)


def export_bytes(content: Content, found: Format, table: str | None, style: Style = PLAIN) -> Made:
    """Return the bytes of an export, whole or in pieces, of a folder those of its files by name.

    Args:
        content: the lists.
        found: a format of rows or of tables.
        table: the one table to write; None: all that the format holds.
        style: how it is to look.

    Raises:
        UsageError: there is no such table, or the format cannot follow the style or write one table alone.
    """
    check_style(found, style)
    check_table(found, table)
    if "tables" in found.takes and table is None:
        return found.tables(content.tables(), style)
    return b"".join(found.rows(content.table(table or MAIN), style))


def check_table(found: Format, table: str | None) -> None:
    """Raise where there is no such table, or a format writes no single one.

    Raises:
        UsageError: see above.
    """
    if table is None:
        return
    if table not in TABLE_NAMES:
        table = shortened(table)
        problem = Bilingual(f"表「{table}」はありません。", f'there is no table "{table}".')
        remedy = Bilingual("あるのは ", "There are: ") + COMMA.join(TABLE_NAMES) + Bilingual(" です。", ".")
        raise UsageError("--table", problem, remedy)
    if "rows" not in found.takes:
        names = COMMA.join(formats_for("rows"))
        problem = Bilingual(f"{found.name} では使えません。", f"does not go with {found.name}.")
        raise UsageError(
            "--table", problem, Bilingual("使えるのは ", "It goes with ") + names + Bilingual(" です。", ".")
        )


def write(
    document: Document,
    target: str | PathLike[str] | IO[bytes],
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    header: Language = "en",
    byte_order_mark: bool = False,
    encoding: FileEncoding = "utf-8",
    raw_text: bool = False,
) -> None:
    """Write one list as ``dxlist parse`` does: JSON holds the whole document, any other format its initiatives.

    Args:
        document: what ``dxlist.parse`` returns.
        target: a path, or an open binary stream; what stood at the path is replaced, whole or not at all.
        format: a name of ``document_formats``: a format, or a table and a format such as ``targets.csv``; without it
            the end of the path says it.
        header: names of the columns and codes, English (``en``) or Japanese (``ja``).
        byte_order_mark: begin a text with one, for Excel.
        encoding: of a text, ``utf-8`` or ``cp932``.
        raw_text: leave a text as it is, even where a spreadsheet would run it as a formula.

    Raises:
        DxlistError: the format is not known or cannot follow an option, a character is not in the encoding, or the
            file cannot be written.

    >>> import dxlist, io
    >>> document = dxlist.parse("data/raw/fukushima_r04.tsv")
    >>> stream = io.BytesIO()
    >>> dxlist.write(document, stream, format="json")
    >>> stream.getvalue().decode() == document.to_json()
    True
    """
    style = Style(header, byte_order_mark, encoding, raw_text)
    wanted = format or _wanted(_name(target))
    check_style(table_and_format(wanted)[1], style)
    _put(document_bytes(document, wanted, style), target)


def document_bytes(document: Document, name: str, style: Style = PLAIN) -> bytes:
    """Return one list as the bytes of a file.

    Args:
        document: the list.
        name: a name of ``document_formats``; any format of rows may have a table of a list before it.
        style: how it is to look, as far as the format follows it.

    Raises:
        UsageError: there is no such format.
    """
    table, found = table_and_format(name)
    if found.name == "json" and table == MAIN:
        return found.whole(document, style)
    return b"".join(found.rows(table_of_document(document, table, streamed=found.name == "jsonl"), style))


def table_of_document(document: Document, table: str, *, streamed: bool = False) -> Table:
    """Return a table of one list; of initiatives that are streamed nobody knows yet which rows share a project."""
    if table != MAIN:
        from dxlist.exports.described.nested import OF_ROWS  # noqa: PLC0415 - only where such a table is asked for

        return OF_ROWS[table](document.initiatives)
    return initiatives_table([as_streamed(one) for one in document] if streamed else document.initiatives)


def as_streamed(initiative: Initiative) -> Initiative:
    """Return an initiative as a stream yields it, where nobody knows yet which rows share its project."""
    return initiative.model_copy(update=_UNSHARED)


def initiatives_to_json_lines(initiatives: Iterable[Initiative | Fields]) -> bytes:
    """Return one JSON object a line in UTF-8, the keys in the order of the model; for lists of any size, by pages.

    Args:
        initiatives: as records or in their plain form, of which no record is made.
    """
    return b"".join(line for initiative in initiatives for line in (to_json(initiative), b"\n"))


def _wanted(path: str) -> str:
    """Return the name of the format that the end of a path says."""
    found = find_format(None, path, formats_for("rows"), "format")
    table = Path(Path(path).stem).suffix.removeprefix(".")
    return f"{table}.{found.name}" if table in OF_LIST else found.name


def _name(target: str | PathLike[str] | IO[bytes]) -> str:
    return str(Path(target)) if isinstance(target, str | PathLike) else ""


def _put(made: Made, target: str | PathLike[str] | IO[bytes]) -> None:
    """Write bytes to a path or a stream, and a folder to a path."""
    if isinstance(target, str | PathLike):
        if isinstance(made, dict):
            whole_folder(Path(target), made)
        else:
            with whole_file(Path(target)) as stream:
                stream.writelines(_pieces_of(made))
        return
    if isinstance(made, dict):
        raise UsageError("datapackage", *_NO_STREAM)
    for piece in _pieces_of(made):
        target.write(piece)


def _pieces_of(made: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return [made] if isinstance(made, bytes) else made


_NO_STREAM = (
    Bilingual("フォルダーなので、1つの流れには書けません。", "a folder cannot go to one stream."),
    Bilingual("フォルダーの名前を指定してください。", "Name the folder."),
)
