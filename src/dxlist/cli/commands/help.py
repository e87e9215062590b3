"""``dxlist help``: the help of dxlist, or of one of its commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.app import COMMANDS, build_app
from dxlist.cli.exits import Exit
from dxlist.cli.usage import unknown_command

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages


@dataclass(frozen=True, kw_only=True)
class HelpOptions:
    """The argument of ``dxlist help``."""

    command: str | None = option.value(
        "COMMAND", "コマンドの名前。省くと全体の使い方。", "Name of a command; without it, of dxlist as a whole."
    )


def help(options: HelpOptions, messages: Messages) -> Exit:  # noqa: A001 - the name of the command
    """Print the help, as ``--help`` does.

    Raises:
        UsageError: there is no such command; the nearest are named.
    """
    if options.command is not None and options.command not in COMMANDS:
        raise unknown_command(options.command, COMMANDS)
    arguments = [*filter(None, [options.command]), "--help"]
    build_app(messages.language)(arguments, prog_name="dxlist", standalone_mode=False)
    return Exit.DONE
