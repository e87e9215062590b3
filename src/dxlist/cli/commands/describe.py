"""``dxlist describe``: the columns of a list as understood, and a sidecar to start from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.formats import ROWS, TABLE, style_of
from dxlist.cli.outputs import (
    LIST,
    STANDARD_OUTPUT,
    Kept,
    check_outputs,
    say_written,
    write_output,
    write_table,
)
from dxlist.cli.terminal import output_width, show_blocks
from dxlist.cli.usage import EMPTY_VALUE
from dxlist.document import parse
from dxlist.errors import UsageError
from dxlist.exports.described.page_columns import columns_table, page_columns
from dxlist.exports.format import FORMATS
from dxlist.report.describing import columns_lines, columns_said, kinds_block, sidecar_text
from dxlist.sidecar import read_sidecar
from dxlist.sidecar_writing import sidecar_text as text_of_sidecar
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.described.page_columns import PageColumn


@dataclass(frozen=True, kw_only=True)
class DescribeOptions(option.WritingOptions):
    """The options of ``dxlist describe``."""

    file: str = option.argument("FILE", "一覧のファイル、または -（標準入力）。", "The list, or - for standard input.")
    write_sidecar: bool = option.switch(
        "--write-sidecar",
        "列の役割を並べた付属ファイルを、一覧の隣（同じ名前の .toml）に書き出します。",
        "Write a sidecar with the roles of all columns beside the list, a .toml of the same name.",
    )
    sidecar: str | None = option.value(
        "--sidecar FILE",
        "付属ファイルを、一覧の隣ではなくここに書き出します。",
        "Write the sidecar there, and not beside the list.",
    )
    format: str | None = ROWS.option()


def describe(options: DescribeOptions, messages: Messages) -> Exit:
    """Read the list, show its columns, write the sidecar that is asked for, and return the exit code.

    Raises:
        DxlistError: the list cannot be read, or a file must not be replaced.
    """
    format_ = ROWS.chosen(options.format, options.output)
    style = style_of(options, format_, options.output)
    sidecar = _sidecar(options)
    kept = [] if options.file == STANDARD_OUTPUT else [Kept(Path(options.file), LIST)]
    check_outputs([options.output, *([sidecar] if sidecar else [])], overwrite=options.overwrite, kept=kept)
    document = parse(options.file, encoding=options.encoding)
    own = read_sidecar(None if options.file == STANDARD_OUTPUT else Path(options.file)).columns
    columns = page_columns(document, own)
    if format_ == TABLE:
        if options.output == STANDARD_OUTPUT:
            show_blocks([kinds_block(document)], messages.language)
        write_table(columns_lines(columns, messages.language, output_width()), options.output)
        messages.remark(columns_said(columns))
    else:
        write_output(FORMATS[format_].rows(columns_table(columns), style), options.output)
    say_written(messages, options.output, columns_said(columns), format_)
    if sidecar:
        _write_sidecar(columns, sidecar, options.file, messages)
    return Exit.DONE


def _sidecar(options: DescribeOptions) -> Path | None:
    """Return where a sidecar is to be written; None: nowhere.

    Raises:
        UsageError: the list comes from standard input, so that nothing is beside it, or the name is empty.
    """
    if options.sidecar is not None:
        if not options.sidecar.strip():
            raise UsageError("--sidecar", EMPTY_VALUE, _GIVE_A_FILE)
        return Path(options.sidecar)
    if not options.write_sidecar:
        return None
    if options.file == STANDARD_OUTPUT:
        raise UsageError("--write-sidecar", _NOTHING_BESIDE, _GIVE_A_FILE)
    return Path(options.file).with_suffix(".toml")


_NOTHING_BESIDE = Bilingual(
    "標準入力から読む一覧には、隣に置く場所がありません。", "a list from standard input has no place beside it."
)
_GIVE_A_FILE = Bilingual("--sidecar にファイルを指定してください。", "Name a file with --sidecar.")


def _write_sidecar(columns: Sequence[PageColumn], sidecar: Path, name: str, messages: Messages) -> None:
    """Write the sidecar; what one that is replaced says beside its ``[columns]`` stays."""
    before = text_of_sidecar(sidecar).removeprefix("\ufeff")
    text = sidecar_text(columns, Path(name).name, messages.language, before)
    write_output(text.encode(), str(sidecar))
    messages.remark(f"{sidecar}: " + _WRITTEN)


_WRITTEN = Bilingual(
    "付属ファイルを書き出しました。直してから、もう一度読み込んでください。",
    "a sidecar was written; edit it, then read the list again.",
)
