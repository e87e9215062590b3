"""``read_lists``: the PATHS of a command that asks of lists, raw or normalised -> what it needs of each of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from dxlist.cli.caching import say_problem
from dxlist.cli.corrections import say_unused
from dxlist.cli.exits import Exit
from dxlist.cli.usage import jobs_asked
from dxlist.collector import collect_rarely
from dxlist.errors import UsageError, describe
from dxlist.jobs.digesting import DigestTask, digest_lists, readable_path
from dxlist.jobs.folders import said_of_passed
from dxlist.jobs.inputs import DEFAULT, check_ids, find_inputs, no_lists
from dxlist.jobs.pool import STANDARD_INPUT, processes_for
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dxlist.cache.store import Store
    from dxlist.cli.messages import Messages
    from dxlist.cli.options import ListOptions
    from dxlist.jobs.folders import PassedOver
    from dxlist.model.document import Document
    from dxlist.rules.checking import UnreadList


D = TypeVar("D")


class Read(NamedTuple, Generic[D]):
    """What could be read, and what could not."""

    named: list[tuple[str, D]]
    """Path of each list, and what was made of it."""
    unread: list[UnreadList]
    """The lists and folders that could not be read, which has been said."""
    keys: list[str | None]
    """What the digest of each list depends on, in the cache; None where nothing is kept of it."""

    @property
    def digests(self) -> list[D]:
        """What was made of the lists alone."""
        return [made for _, made in self.named]

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
    options: ListOptions, messages: Messages, *, joined: bool = True, store: Store | None = None
) -> Read[Document]:
    """Return the documents of the lists that could be read, all at once; see :func:`read_lists`."""
    return read_lists(options, messages, whole, joined=joined, store=store)


def whole(_: str, document: Document) -> Document:
    """Return the document itself: where all of each list is needed."""
    return document


def read_lists(
    options: ListOptions,
    messages: Messages,
    digest: Callable[[str, Document], D],
    *,
    light: bool = False,
    joined: bool = True,
    store: Store | None = None,
) -> Read[D]:
    """Return what was made of the lists that could be read; what cannot be read is said.

    Args:
        options: of the command: the paths, as they were given, and how they are to be read.
        messages: says what cannot be read.
        digest: makes of the name of a list and its document what the command needs of it, in whatever process reads it.
        light: leave sources and repairs of normalised files where they are.
        joined: the records of all lists come together, so that no two may have one id.
        store: the cache, where the trail of a document is not needed.

    Raises:
        DxlistError: nothing can be read at all, or two lists have one id.
    """
    collect_rarely()
    jobs, inputs = jobs_asked(options), find_inputs(options.paths, normalised=True, joined=joined)
    read, passed = Read[D]([], [], []), list(inputs.passed)
    for error in inputs.errors:
        _cannot_read(error.place, describe(error), read, messages)
    tasks = [DigestTask(file, digest, options.encoding, light, store) for file in inputs.lists]
    ids = list[tuple[str, str]]()
    with messages.progress(inputs.paths) as watch:
        for one in digest_lists(tasks, processes_for(len(tasks), jobs), watch):
            if store and one.store_problem:
                store.problem = one.store_problem
            if one.passed:
                passed.append(one.passed)
            elif one.error:
                _cannot_read(one.file.path, one.error, read, messages)
            else:
                name = readable_path(one.file.path)
                read.named.append((name, cast("D", one.digest)))
                read.keys.append(one.key)
                ids.append((one.document_id, name))
                say_unused(one.file.path, one.unused_corrections, messages)
    say_passed(passed, messages)
    say_problem(store, messages)
    if inputs.lists and not read.named and not read.unread:
        raise no_lists(", ".join(options.paths) or DEFAULT, passed)
    if joined:
        check_ids(ids)
    return read


def _cannot_read(path: str, why: Bilingual, read: Read[D], messages: Messages) -> None:
    from dxlist.rules.checking import UnreadList  # noqa: PLC0415 - most lists can be read, without the rules

    messages.error(why)
    read.unread.append(UnreadList(readable_path(path), why))


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
