"""``Guarded``: typer's group, with every way in which a command may end turned into a message and an exit code.

0 done (a closed pipe too), 1 found, 2 cannot go on, 130 interrupted: docs/exit-codes.md.
"""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dxlist.cli.help_text import USAGE, write_help
from dxlist.cli.screen import flush_data, redirect_to_nowhere, say, say_error, visible
from dxlist.errors import DxlistError
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language

DEBUG = "DXLIST_DEBUG"


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FOUND = 1
    CANNOT = 2
    INTERRUPTED = 130


INTERRUPTED = Bilingual(
    "中断しました。書きかけのファイルは残していません。", "interrupted; no half-written file was left."
)
MEMORY = Bilingual(
    "メモリーが足りません。--format jsonl はファイルの大きさによらず少ないメモリーで動きます。",
    "out of memory. --format jsonl needs little memory however large the file is.",
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


def describe(error: Exception) -> Bilingual:
    """Return the message of an error in both languages; one that nobody foresaw says how to report it."""
    if isinstance(error, DxlistError):
        return Bilingual(error.message("ja"), error.message("en"))
    if isinstance(error, MemoryError):
        return MEMORY
    if isinstance(error, OSError):
        return _describe_system(error)
    if os.environ.get(DEBUG):
        say(visible("".join(traceback.format_exception(error)), keep="\n"))
    what = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    return Bilingual(
        f"dxlist の内部で予期しないことが起きました（{what}）。{DEBUG}=1 を付けて同じコマンドを実行し、"
        "その出力を添えて dxlist の開発者に知らせてください。",
        f"something unforeseen happened inside dxlist ({what}). Please run the same command with {DEBUG}=1 "
        "and report its output to the developers of dxlist.",
    )


def _describe_system(error: OSError) -> Bilingual:
    place = f"{error.filename}: " if error.filename else ""
    reason = error.strerror or str(error)
    return Bilingual(
        f"{place}読み書きできません（{reason}）。空き容量、権限、出力先を確かめてください。",
        f"{place}cannot be read or written ({reason}). Check the free space, the permissions and the output.",
    )
