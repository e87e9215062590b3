"""``dxlist completion``: the script that teaches a shell to complete dxlist."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.text.bilingual import Bilingual, Language

COMPLETION = Bilingual(
    "シェルの補完スクリプトを標準出力に書きます（課の名前、項目番号、列、検査番号も補完）。",
    "Print the script that lets a shell complete dxlist: units, item codes, columns, rule codes too.",
)


class Shell(StrEnum):
    """The shells that are served."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(
    language: Language,  # noqa: ARG001 - a script is the same in every language
    shell: Annotated[
        Shell,
        typer.Argument(metavar="SHELL", show_default=False),
        Bilingual(
            "bash zsh fish powershell。例: dxlist completion bash >> ~/.bashrc",
            "bash, zsh, fish or powershell; for example: dxlist completion bash >> ~/.bashrc",
        ),
    ],
) -> None:
    """Print a script."""
    from dxlist.cli.completion_scripts import SCRIPTS  # noqa: PLC0415 - nothing of it is needed elsewhere
    from dxlist.cli.screen import StandardOutput  # noqa: PLC0415

    StandardOutput().write(SCRIPTS[shell.value].encode())
