"""``Guarded``: typer's group, with every way in which a command may end turned into a message and an exit code.

0 done (a closed pipe too), 1 found, 2 cannot go on, 130 interrupted: docs/exit-codes.md.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dxlist.cli.help_text import USAGE, write_help
from dxlist.cli.screen import flush_data, say, say_error
from dxlist.errors import describe
from dxlist.jobs.streams import redirect_to_nowhere
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FOUND = 1
    CANNOT = 2
    INTERRUPTED = 130


INTERRUPTED = Bilingual(
    "中断しました。書きかけのファイルは残していません。", "interrupted; no half-written file was left."
)


class Guarded(TyperGroup):
    """A group whose commands never end in a traceback for what a user did."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Parse the options of the group, guarded: ``--help`` and ``--version`` write here."""
        with guarded(self.context_settings["obj"]):
            return super().make_context(*args, **kwargs)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help in the app's language."""
        write_help(ctx, formatter, ctx.obj)

    def invoke(self, ctx: Any) -> Any:
        """Run the command, guarded, up to the last byte of its output."""
        with guarded(self.context_settings["obj"]):
            try:
                result = super().invoke(ctx)
            except typer.Exit:  # a command's own exit code; what it wrote may still be on its way
                flush_data()
                raise
            flush_data()
            return result


class Command(TyperCommand):
    """A command whose help is in the app's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        write_help(ctx, formatter, ctx.obj)


@contextmanager
def guarded(language: Language) -> Iterator[None]:
    """Turn what is raised within into a message on standard error and an exit code.

    Raises:
        typer.Exit: with the code; usage errors in English pass as they are, typer words them.
    """
    try:
        yield
    except BrokenPipeError:
        redirect_to_nowhere(sys.stdout)
        raise typer.Exit(Exit.DONE) from None
    except KeyboardInterrupt:
        say_error(INTERRUPTED.text(language), language)
        raise typer.Exit(Exit.INTERRUPTED) from None
    except Exception as error:
        if isinstance(error, typer.Abort) or hasattr(error, "exit_code"):
            if language == "ja" and hasattr(error, "ctx") and not _is_help(error):
                _say_usage(error)
                raise typer.Exit(Exit.CANNOT) from None
            raise
        say_error(describe(error).text(language), language)
        raise typer.Exit(Exit.CANNOT) from error


def _is_help(error: Any) -> bool:
    """Return whether the error is the help itself, which a command without arguments shows."""
    return error.ctx is not None and error.message == error.ctx.get_help()


def _say_usage(error: Any) -> None:
    """Write a usage error in Japanese, the usage of its command before it, as typer does in English."""
    from dxlist.cli.usage_words import usage_in_japanese  # noqa: PLC0415 - only where something is wrong

    if error.ctx is not None:
        pieces = " ".join(error.ctx.command.collect_usage_pieces(error.ctx))
        say(f"{USAGE.ja}: {error.ctx.command_path} {pieces}")
        say(f"詳しくは {error.ctx.command_path} --help を見てください。\n")
    say_error(usage_in_japanese(error), "ja")
