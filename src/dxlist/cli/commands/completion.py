"""``dxlist completion``: the script that teaches a shell to complete dxlist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.shell_scripts import SCRIPTS
from dxlist.cli.terminal import StandardOutput
from dxlist.cli.usage import choice

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages


@dataclass(frozen=True, kw_only=True)
class CompletionOptions:
    """The argument of ``dxlist completion``."""

    shell: str = option.argument(
        "SHELL",
        f"{'|'.join(SCRIPTS)} のどれか。例: dxlist completion bash >> ~/.bashrc",
        f"One of {'|'.join(SCRIPTS)}; for example: dxlist completion bash >> ~/.bashrc",
    )


def completion(options: CompletionOptions, _messages: Messages) -> Exit:
    """Print a script, which is the same in every language."""
    StandardOutput().write(SCRIPTS[choice("SHELL", options.shell, SCRIPTS)].encode())
    return Exit.DONE
