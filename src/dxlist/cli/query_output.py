"""``write_answer``: an answer -> standard output or a file, in the format that was asked for."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.query_asked import STANDARD_OUTPUT, TABLE
from dxlist.cli.screen import StandardOutput, is_terminal, output_width, write_lines
from dxlist.exports.json_lines import initiatives_to_json_lines
from dxlist.exports.rows import ROW_FORMATS
from dxlist.exports.writing import whole_file
from dxlist.report.groups import group_rows
from dxlist.report.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.cli.query_asked import View
    from dxlist.cli.voice import Voice
    from dxlist.query.answers import Answer
    from dxlist.report.blocks import Line
    from dxlist.text.bilingual import Language

_UNLIMITED = 1 << 20


def write_answer(answer: Answer, view: View, voice: Voice) -> None:
    """Write the answer; of a table say on standard error how much there is.

    Raises:
        WriteError: it cannot be written.
    """
    is_file = view.output != STANDARD_OUTPUT
    if view.format_name == TABLE and not view.count:
        lines = table_lines(answer, view, voice.language)
        if is_file:
            _to_file(view, (f"{line.text}\n".encode() for line in lines))
        else:
            write_lines(lines)
        voice.remark(answer.said)
        return
    pieces = iter([f"{answer.found}\n".encode()]) if view.count else _pieces(answer, view, voice.language)
    if is_file:
        _to_file(view, pieces)
        return
    output = StandardOutput()
    for piece in pieces:
        output.write(piece)


def table_lines(answer: Answer, view: View, language: Language) -> list[Line]:
    """Return the answer as a table for people; nothing where there are no rows."""
    if not answer.rows:
        return []
    width = _UNLIMITED if view.wide else output_width()
    titles = [heading.title.text(language) for heading in answer.headings]
    if answer.groups is not None:
        bars = is_terminal(sys.stdout) and view.output == STANDARD_OUTPUT and not view.wide
        return rows_table(*group_rows(answer.groups, titles, language, width if bars else 0, whole=view.wide), width)
    rows = [tuple(_on_one_line(value) for value in row) for row in answer.rows] if view.wide else answer.rows
    return rows_table(titles, rows, width)


def _on_one_line(value: object) -> object:
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value if one is not None)
    return " ".join(value.splitlines()) if isinstance(value, str) else value


def _pieces(answer: Answer, view: View, language: Language) -> Iterator[bytes]:
    """Yield the answer in a format for programs; JSON holds whole records, where no columns were asked for."""
    name = view.format_name
    is_json = name in {"json", "jsonl"}
    if answer.records is not None and is_json:
        lines = (initiatives_to_json_lines([record]) for record in answer.records)
        return lines if name == "jsonl" else _array(lines)
    titles = [h.title.text(language) if name == "markdown" else h.name for h in answer.headings]
    rows: Sequence[Sequence[object]] = answer.rows
    if answer.groups is not None and not is_json:
        titles, rows = group_rows(answer.groups, titles, language, 0, whole=True)
    found = ROW_FORMATS[name]
    safe = {"excel_safe": view.excel_safe} if found.is_table else {}
    return (text.encode() for text in found.to_text(titles, rows, **safe))


def _array(lines: Iterator[bytes]) -> Iterator[bytes]:
    first = next(lines, None)
    if first is None:
        yield b"[]\n"
        return
    yield b"[\n" + first.rstrip(b"\n")
    yield from chain((b",\n" + line.rstrip(b"\n") for line in lines), [b"\n]\n"])


def _to_file(view: View, pieces: Iterator[bytes]) -> None:
    with whole_file(Path(view.output)) as stream:
        for piece in pieces:
            stream.write(piece)
