"""``dxlist completion``: the script that teaches a shell to complete dxlist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.cli.completing.scripts import SCRIPTS
from dxlist.cli.exits import Exit
from dxlist.cli.terminal import StandardOutput
from dxlist.cli.usage import choice
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages


@dataclass(frozen=True, slots=True)
class CompletionOptions:
    """The argument of ``dxlist completion``."""

    shell: Annotated[
        str,
        typer.Argument(metavar="SHELL", show_default=False),
        Bilingual(
            f"{'|'.join(SCRIPTS)} のどれか。例: dxlist completion bash >> ~/.bashrc",
            f"One of {'|'.join(SCRIPTS)}; for example: dxlist completion bash >> ~/.bashrc",
        ),
    ]


def completion(options: CompletionOptions, _messages: Messages) -> Exit:
    """Print a script, which is the same in every language."""
    StandardOutput().write(SCRIPTS[choice("SHELL", options.shell, SCRIPTS)].encode())
    return Exit.DONE
