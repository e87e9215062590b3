"""``guarded``: every way in which a command may end -> a message and an exit code.

0 done (a closed pipe too), 1 found, 2 cannot go on, 130 interrupted (SIGTERM 143, SIGHUP 129): docs/exit-codes.md.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import typer

from dxlist.cli.signals import exit_code, was_interrupted
from dxlist.cli.terminal import say_error
from dxlist.errors import describe
from dxlist.jobs.pool import redirect_to_nowhere
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FOUND = 1
    CANNOT = 2


INTERRUPTED = Bilingual(
    "中断しました。書きかけのファイルは残していません。", "interrupted; no half-written file was left."
)


@contextmanager
def guarded(language: Language) -> Iterator[None]:
    """Turn what is raised within into a message on standard error and an exit code.

    Raises:
        typer.Exit: with the code.
    """
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except BrokenPipeError:
        redirect_to_nowhere(sys.stdout)
        raise typer.Exit(Exit.DONE) from None
    except KeyboardInterrupt:
        raise _interrupted(language) from None
    except Exception as error:
        if was_interrupted():
            raise _interrupted(language) from None
        if hasattr(error, "ctx"):  # typer's own errors, which have no public class
            from dxlist.cli.usage import from_typer  # noqa: PLC0415 - only where something is wrong

            error = from_typer(error)
        say_error(describe(error).text(language), language)
        raise typer.Exit(Exit.CANNOT) from error


def _interrupted(language: Language) -> typer.Exit:
    """Say that the command was interrupted, and return how it ends."""
    say_error(INTERRUPTED.text(language), language)
    return typer.Exit(exit_code())
