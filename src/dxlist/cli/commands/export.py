"""``dxlist export``: lists -> one file for another program, or a folder of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.caching import store_of
from dxlist.cli.decisions import find_decisions, holding_decisions, kept, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.formats import EXPORTS, style_of
from dxlist.cli.inputs import lists_of, read_lists
from dxlist.cli.outputs import STANDARD_OUTPUT, check_outputs, say_written, write_output
from dxlist.cli.usage import choice
from dxlist.errors import UsageError
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.exporting import check_table, export_bytes
from dxlist.exports.format import FORMATS
from dxlist.exports.writing import whole_folder
from dxlist.jobs.exporting import ExportedList, content_of
from dxlist.jobs.spool import Spool
from dxlist.text.bilingual import Bilingual, plural

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages
    from dxlist.exports.described.content import Content
    from dxlist.exports.format import Made


@dataclass(frozen=True, kw_only=True)
class ExportOptions(option.ProjectTableOptions, option.CachedOptions):
    """The options of ``dxlist export``."""

    format: str | None = EXPORTS.option()
    output: str = option.value(
        "--output --out -o PATH",
        "書き出すファイル（datapackage はフォルダー）。- は標準出力（文字の形式だけ）。",
        "File to write (a folder for datapackage); - is standard output, for formats of text.",
        "",
    )
    table: str | None = option.value(f"--table {'|'.join(TABLE_NAMES)}", "書き出す表を1つ。", "One table to write.")


def export(options: ExportOptions, messages: Messages) -> Exit:
    """Read all lists, write those that can be read as the one export, and return the exit code.

    Raises:
        DxlistError: nothing can be read, or the export cannot be written.
    """
    output = options.output
    if not output:
        raise UsageError("--output", *_NO_OUTPUT)
    found = FORMATS[EXPORTS.chosen(options.format, output)]
    style = style_of(options, found.name, output)
    check_table(found, options.table and choice("--table", options.table, TABLE_NAMES))
    files = find_decisions(options)
    if output != STANDARD_OUTPUT:
        lists = lists_of(options.paths)
        check_outputs([output], lists, overwrite=options.overwrite, kept=kept(files), folder=found.is_folder)
    decided = open_decisions(files)
    with_findings = options.table == "findings" or ("tables" in found.takes and options.table is None)
    with Spool(light=found.name not in _OF_RECORDS) as spool:
        read = read_lists(options, messages, ExportedList(spool, with_findings), store=store_of(options))
        if not read.named:
            return Exit.CANNOT
        content = content_of(
            read.digests, holding_decisions(decided, (one.kept.rows() for one in read.digests), messages)
        )
        _write(export_bytes(content, found, options.table, style), output)
        say_written(messages, output, _contents(content), found.name)
    if not read.complete:
        messages.error(f"{output}: " + _INCOMPLETE)
    return read.exit()


_OF_RECORDS = ("json", "jsonl")
"""Formats that hold whole records, with their sources and repairs."""
_NO_OUTPUT = (
    Bilingual("書き出すファイルを指定してください。", "there is no file to write."),
    Bilingual("例: -o 一覧.xlsx", "Name one, such as -o list.xlsx."),
)
_INCOMPLETE = Bilingual(
    "読めない一覧があり、それを除いて書き出しました。",
    "a list could not be read, and is not in it.",
)


def _write(made: Made, output: str) -> None:
    if isinstance(made, dict):
        whole_folder(Path(output), made)
    else:
        write_output(made, output)


def _contents(content: Content) -> Bilingual:
    lists = plural(len(content.lists), "件", "list")
    rows = plural(sum(one.row_count for one in content.lists), "行", "row")
    return Bilingual(f"一覧{lists.ja}、取組{rows.ja}", f"{lists.en} with {rows.en}")
