"""``read_documents``: the PATHS of a command that asks of lists -> their documents, raw or normalised."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.corrections import say_unused
from dxlist.cli.exits import Exit
from dxlist.collector import collect_rarely
from dxlist.errors import UsageError, describe
from dxlist.jobs.folders import said_of_passed
from dxlist.jobs.inputs import DEFAULT, check_ids, find_inputs, no_lists
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.jobs.reading import read_list
from dxlist.rules.checking import UnreadList
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.jobs.folders import PassedOver
    from dxlist.model.document import Document


class Read(NamedTuple):
    """What could be read, and what could not."""

    named: list[tuple[str, Document]]
    """Path and document of each list."""
    unread: list[UnreadList]
    """The lists and folders that could not be read, which has been said."""

    @property
    def documents(self) -> list[Document]:
        """The documents alone."""
        return [document for _, document in self.named]

    @property
    def complete(self) -> bool:
        """Whether all lists could be read."""
        return not self.unread

    def exit(self, *, found: bool = False) -> Exit:
        """Return how a command ends that found something or not; that a list could not be read weighs more."""
        return Exit.CANNOT if not self.complete else Exit.FOUND if found else Exit.DONE


def lists_of(paths: Sequence[str], *, joined: bool = True) -> list[str]:
    """Return the paths of the lists, raw or normalised, that paths stand for; errors as of :func:`find_inputs`."""
    return find_inputs(paths, normalised=True, joined=joined).paths


def say_passed(passed: Iterable[PassedOver], messages: Messages) -> None:
    """Say which files of the folders are not read."""
    if said := said_of_passed(passed):
        messages.remark(said)


def read_documents(
    paths: Sequence[str],
    messages: Messages,
    *,
    encoding: str | None = None,
    light: bool = False,
    joined: bool = True,
) -> Read:
    """Return the lists that could be read; what cannot be read is said.

    Args:
        paths: as they were given.
        messages: says what cannot be read.
        encoding: of raw lists, where it is not to be detected.
        light: leave sources and repairs of normalised files where they are.
        joined: the records of all lists come together, so that no two may have one id.

    Raises:
        DxlistError: nothing can be read at all, or two lists have one id.
    """
    collect_rarely()
    inputs = find_inputs(paths, normalised=True, joined=joined)
    read, passed = Read([], []), list(inputs.passed)
    for error in inputs.errors:
        _cannot_read(error.place, error, read, messages)
    for file in inputs.lists:
        try:
            document = read_list(file, encoding, light=light)
            read.named.append((readable_path(file.path), document))
            say_unused(file.path, document.document.unused_corrections, messages)
        except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
            if memo := file.passed_over(error):
                passed.append(memo)
            else:
                _cannot_read(file.path, error, read, messages)
    say_passed(passed, messages)
    if inputs.lists and not read.named and not read.unread:
        raise no_lists(", ".join(paths) or DEFAULT, passed)
    if joined:
        check_ids((document.document.document_id, path) for path, document in read.named)
    return read


def _cannot_read(path: str, error: Exception, read: Read, messages: Messages) -> None:
    said = describe(error)
    messages.error(said)
    read.unread.append(UnreadList(readable_path(path), said))


def readable_path(path: str) -> str:
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
