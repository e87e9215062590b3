"""Where words go: standard error for talk, standard output for data; what a list says is shown, never obeyed."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dxlist.errors import WriteError
from dxlist.jobs.streams import redirect_to_nowhere
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible as visible  # noqa: PLC0414 - a name of this room too

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from dxlist.report.blocks import Line
    from dxlist.text.bilingual import Language

_ERROR = Bilingual("エラー", "error")


def prepare_streams() -> None:
    """Let no character that the terminal's encoding lacks end a command: it is written out as an escape."""
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
