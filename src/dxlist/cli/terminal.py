"""What is written to a terminal or a pipe: messages to standard error, data to standard output, texts in columns.

What a list says is shown as it is; it never steers the terminal.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.errors import WriteError
from dxlist.jobs.pool import redirect_to_nowhere
from dxlist.report.blocks import Marked, block_lines
from dxlist.report.wrapping import carry, cells, wrap
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, Group
    from rich.text import Text

    from dxlist.report.blocks import Block, Line
    from dxlist.text.bilingual import Language

_ERROR = Bilingual("エラー", "error")


_STANDARD_ERROR = 2


def prepare_streams() -> None:
    """Let no character that the terminal's encoding lacks end a command: it is written out as an escape.

    The number of a stream that is closed is given to nothing, so that no file that is opened later gets what was for
    the stream; where standard error is closed, talk goes nowhere.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
            pass
        os.close(number)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_terminal(stream: object) -> bool:
    """Return whether a person looks at this stream."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def console(stream: object) -> Console:
    """Return a rich console that takes texts as they are; without any colour where NO_COLOR is set."""
    from rich.console import Console  # noqa: PLC0415 - 0.05 s that a pipe need not pay

    system = None if os.environ.get("NO_COLOR") else "auto"
    return Console(file=stream, color_system=system, markup=False, highlight=False, emoji=False)  # type: ignore[arg-type]


def say(line: str) -> None:
    """Write one line of talk to standard error, behind the data that were written before it.

    Where nobody listens any more the work goes on without; what is wrong with standard output is said when it ends.
    """
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - this is the one place for it
    except (OSError, ValueError):
        redirect_to_nowhere(sys.stderr)


def say_error(message: str, language: Language) -> None:
    """Write an error to standard error; line breaks in it are ours, other control characters are made visible."""
    say(f"{_ERROR.text(language)}: {visible(message, keep=chr(10))}")


class StandardOutput:
    """Standard output as a stream of data: bytes as they are, UTF-8 whatever the locale.

    Only on a terminal control characters are written out, so that no list can steer it.
    """

    def write(self, data: bytes) -> None:
        """Write bytes.

        Raises:
            BrokenPipeError: nobody reads any more.
            WriteError: the disk is full, or there is no standard output.
        """
        shown = visible(data.decode(), keep="\n").encode() if is_terminal(sys.stdout) else data
        with _data_errors():
            sys.stdout.flush()
            sys.stdout.buffer.write(shown)


def flush_data() -> None:
    """Write out what is still held for standard output, while an error can still be said; errors as of ``write``."""
    if sys.stdout is not None:
        with _data_errors():
            sys.stdout.flush()


@contextmanager
def _data_errors() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as error:
        # Windows reports a pipe that nobody reads as an invalid argument.
        if sys.platform == "win32" and getattr(error, "errno", None) == errno.EINVAL:
            raise BrokenPipeError from error
        redirect_to_nowhere(sys.stdout)
        reason = getattr(error, "strerror", None) or "closed"
        problem = Bilingual(f"書き込めません（{reason}）。", f"cannot be written ({reason}).")
        raise WriteError("<stdout>", problem, _CHECK_OUTPUT) from error


_CHECK_OUTPUT = Bilingual("空き容量と出力先を確かめてください。", "Check the free space and the output.")


_PIPE_WIDTH = 80


def output_width() -> int:
    """Return how many cells a line of standard output has: of the terminal, else COLUMNS, else 80."""
    if is_terminal(sys.stdout):
        return console(sys.stdout).width
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else _PIPE_WIDTH


def write_lines(lines: Iterable[Line]) -> None:
    """Write the lines of a table to standard output; on a terminal the header stands out."""
    if not is_terminal(sys.stdout):
        StandardOutput().write("".join(f"{line.text}\n" for line in lines).encode())
        return
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    screen = console(sys.stdout)
    for line in lines:
        screen.print(Text.assemble(*line.pieces), no_wrap=True, overflow="ignore", crop=False)


_INDENT = 2
_GAP = 2
_NARROWEST = 20
_WIDEST_LABEL = 26
MARK = "bold red underline"


def show_blocks(blocks: Iterable[Block], language: Language) -> None:
    """Write blocks to standard output: set in columns on a terminal, else one plain line for each entry."""
    if is_terminal(sys.stdout):
        screen = console(sys.stdout)
        for block in blocks:
            screen.print(block_table(block, language, screen.width, coloured=screen.color_system is not None))
    else:
        StandardOutput().write(
            "".join(f"{line}\n" for block in blocks for line in block_lines(block, language)).encode()
        )


def block_table(block: Block, language: Language, width: int, *, coloured: bool = True) -> Group:
    """Return a title and, below it, a table, no wider than ``width`` cells; nothing in it is cut.

    Args:
        block: what to show.
        language: of the words.
        width: cells of a line.
        coloured: whether marked parts can be seen; else they stand in brackets.
    """
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    labels = [entry.label.text(language) for entry in block.entries]
    widest = min(_WIDEST_LABEL, max((cells(visible(label)) for label in labels), default=0))
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for name, (_, text, style, _) in zip(labels, block.entries, strict=True):
        label = _lines(name, widest, " " * _INDENT).replace("\n", f"{' ' * _GAP}\n")
        shown = text if isinstance(text, Marked) else Marked(text.text(language))
        room = max(_NARROWEST, width - _INDENT - widest - _GAP)
        table.add_row(Text(f"{label}{' ' * _GAP}"), marked_text(shown, room, style, coloured=coloured))
    return Group(Text(_lines(block.title.text(language), width, ""), style=block.style), table)


def marked_text(marked: Marked, width: int, style: str = "", *, coloured: bool = True) -> Text:
    """Return a text in lines of at most ``width`` cells, its marked parts underlined, else in brackets."""
    from rich.text import Text  # noqa: PLC0415

    shown = marked if coloured else marked.bracketed()
    lines = _lines(shown.text, width, "")
    text = Text(lines, style=style)
    for start, end in carry(shown.marks, shown.text, lines):
        text.stylize(MARK, start, end)
    return text


def _lines(text: str, width: int, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for part in text.split("\n") for line in _fitted(visible(part), width))


def _fitted(text: str, width: int) -> list[str]:
    """Return the lines of a text; one that fits keeps the blanks that it begins with, as the label of a tree does."""
    return [text.rstrip()] if cells(text) <= width else wrap(text, width)
