"""``read_documents``: the PATHS of a command that asks of lists -> their documents, raw or normalised."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.corrections import say_unused
from dxlist.cli.exits import Exit
from dxlist.collector import collect_rarely
from dxlist.errors import UsageError, describe
from dxlist.jobs.inputs import WORKBOOK_REMEDY, check_name, find_inputs
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.normalised import read_document
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.model.document import Document


class Read(NamedTuple):
    """What could be read."""

    named: list[tuple[str, Document]]
    """Path and document of each list."""
    complete: bool
    """Whether all lists could be read."""

    @property
    def documents(self) -> list[Document]:
        """The documents alone."""
        return [document for _, document in self.named]

    def exit(self, *, found: bool = False) -> Exit:
        """Return how a command ends that found something or not; that a list could not be read weighs more."""
        return Exit.CANNOT if not self.complete else Exit.FOUND if found else Exit.DONE


def lists_of(paths: Sequence[str], messages: Messages | None = None) -> tuple[str, ...]:
    """Return the lists, raw or normalised, that paths stand for; a workbook among them is said.

    Raises:
        DxlistError: nothing to read.
    """
    inputs = find_inputs(paths, normalised=True)
    if messages:
        say_workbooks(inputs.workbooks, messages)
    return inputs.lists


def say_workbooks(workbooks: Iterable[str], messages: Messages) -> None:
    """Say of each workbook of a folder that it is not read."""
    for workbook in workbooks:
        messages.remark(f"{workbook}: " + WORKBOOK_REMEDY)


def read_documents(
    paths: Sequence[str], messages: Messages, *, encoding: str | None = None, light: bool = False
) -> Read:
    """Return the lists that could be read; what cannot be read is said.

    Args:
        paths: as they were given.
        messages: says what cannot be read.
        encoding: of raw lists, where it is not to be detected.
        light: leave sources and repairs of normalised files where they are.

    Raises:
        DxlistError: nothing can be read at all.
    """
    collect_rarely()
    read, complete = list[tuple[str, "Document"]](), True
    for path in lists_of(paths, messages):
        try:
            check_name(path)
            document = read_document(path, encoding, light=light)
            read.append((_readable(path), document))
            say_unused(path, document.document.unused_corrections, messages)
        except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
            messages.error(describe(error))
            complete = False
    return Read(read, complete)


def _readable(path: str) -> str:
    """Return a path as text that every format can hold: a folder's name may be no text at all."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def check_paths(paths: Iterable[str]) -> None:
    """Raise where a word stands in place of a path: it is what an option was to look for.

    Raises:
        UsageError: names the options that take such a word.
    """
    for path in paths:
        if path != STANDARD_INPUT and path.isalnum() and not path.isascii() and not Path(path).exists():
            raise UsageError(
                path,
                Bilingual("ファイルがありません。", "there is no such file."),
                Bilingual(
                    f"--dept {path} か --text {path} のことですか。", f"Did you mean --dept {path} or --text {path}?"
                ),
            )
