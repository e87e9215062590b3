"""The commands on an input, within this process: what they print is nothing that a terminal obeys."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from dxlist.cli.app import build_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.text.bilingual import Language

_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("show", "{id}", "{list}"),
    ("describe", "{list}"),
    ("explain", "{list}", "{line}"),
    ("stats", "{list}"),
    ("validate", "{list}", "--show", "info"),
    ("query", "{list}", "--count"),
    ("query", "{list}", "--by", "department"),
    ("dedupe", "{list}"),
    ("parse", "{list}", "-o", "{out}"),
    ("parse", "{list}", "-f", "jsonl", "-o", "-"),
    ("export", "{list}", "--to", "{out}/a.xlsx"),
    ("query", "{list}", "--projects"),
    ("validate", "{list}", "--format", "github"),
    ("validate", "{list}", "--fix", "--unsafe-fixes", "--diff"),
    ("parse", "{list}", "--check"),
    ("sql", "select * from initiatives", "{list}"),
)
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ALLOWED = {0, 1, 2}


def check_screens(data: bytes, document: Document | None, turn: int) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what a command prints, of a list that is refused too: kind and case."""
    row = document.initiatives[turn % len(document.initiatives)] if document else None
    with TemporaryDirectory() as folder:
        path = Path(folder, "hostile.tsv")
        path.write_bytes(data)
        words = {
            "id": row.initiative_id if row else "1",
            "line": str(row.line if row else 1),
            "list": str(path),
            "out": f"{folder}/out",
        }
        arguments = [part.format_map(words) for part in _COMMANDS[turn % len(_COMMANDS)]]
        yield from check_command(arguments, "ja" if turn % 2 else "en", as_data="jsonl" in arguments)
        if path.read_bytes() != data:
            yield "commands: the list was written to", arguments[0]


def check_command(arguments: list[str], language: Language, *, as_data: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with how a command ends and what it prints; data may hold what a terminal obeys."""
    environment = {"DXLIST_LANG": language, "DXLIST_CACHE": "off"}
    result = CliRunner().invoke(build_app(language), arguments, input=b"", env=environment)
    if not isinstance(result.exception, SystemExit | None) or result.exit_code not in _ALLOWED:
        yield f"commands: {arguments[0]} ended with {result.exit_code}", repr(result.exception)[:300]
    if (found := _OBEYED.search(result.output)) and not as_data:
        cut = result.output[max(0, found.start() - 50) : found.end() + 50]
        yield f"terminal: {arguments[0]} prints {found[0]!a}", cut
