"""``parse_many``: paths of many lists -> their documents in order, read here or side by side in other processes."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dxlist.errors import DxlistError, UsageError
from dxlist.jobs.digesting import in_order
from dxlist.jobs.folders import said_of_passed
from dxlist.jobs.inputs import find_inputs
from dxlist.jobs.pool import DIED, processes_for
from dxlist.jobs.reading import read_list
from dxlist.reading.sources import LOG
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dxlist.jobs.inputs import ListFile
    from dxlist.model.document import Document


@dataclass(frozen=True, slots=True)
class ParseTask:
    """A list to read."""

    file: ListFile
    encoding: str | None = None

    @property
    def path(self) -> str:
        """The path of the list."""
        return self.file.path


def parse_many(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = 1,
    on_error: Literal["raise", "skip"] | Callable[[str, DxlistError], object] = "raise",
    encoding: str | None = None,
) -> Iterator[Document]:
    """Yield the document of each list, in the order of the paths, each as :func:`parse` returns it.

    Args:
        paths: lists, or folders of lists, each of which is searched by name with the folders below it; a list that is
            named twice is read once.
        jobs: how many processes read side by side; None: of more than 20 lists one a core, else one.  With several,
            a script starts its work below ``if __name__ == "__main__":``, as :mod:`multiprocessing` asks.
        on_error: what becomes of a list that cannot be read.  ``raise`` ends the reading where the list stands;
            ``skip`` leaves it out and says so to the logger ``dxlist``; a function is called with the path and the
            error, and the list is left out.
        encoding: of all lists, where it is not to be detected.

    Raises:
        DxlistError: at once where there is nothing to read or two lists have one id; while the
            documents are taken, what :func:`parse` raises.

    >>> import dxlist
    >>> for document in dxlist.parse_many(["data/raw"], on_error="skip"):
    ...     print(document.document.document_id, len(document))
    fukushima_r04 131
    """
    if not callable(on_error) and on_error not in {"raise", "skip"}:
        problem = Bilingual("この指定はありません。", "there is no such choice.")
        remedy = Bilingual("raise か skip か関数にしてください。", "Give raise, skip or a function.")
        raise UsageError(f"on_error {on_error!r}", problem, remedy)
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    inputs = find_inputs([_text_of(path) for path in given]) if given else None
    if inputs and (said := said_of_passed(inputs.passed)):
        LOG.warning("%s", said.en)
    tasks = [ParseTask(file, encoding) for file in (inputs.lists if inputs else ())]
    return _documents(tasks, jobs, on_error)


def _text_of(path: str | os.PathLike[str]) -> str:
    if isinstance(path, str | os.PathLike):
        return os.fsdecode(path)
    problem = Bilingual("パスではありません。", "this is no path.")
    remedy = Bilingual("一覧かフォルダーのパスを指定してください。", "Give paths of lists or of folders.")
    raise UsageError(f"paths {path!r:.40}", problem, remedy)


def _documents(
    tasks: Sequence[ParseTask],
    jobs: int | None,
    on_error: Literal["raise", "skip"] | Callable[[str, DxlistError], object],
) -> Iterator[Document]:
    with closing(in_order(_attempt, tasks, processes_for(len(tasks), jobs), _died)) as results:
        for task, found in zip(tasks, results, strict=True):
            if not isinstance(found, DxlistError):
                yield found
            elif passed := task.file.passed_over(found):
                LOG.warning("%s", said_of_passed([passed]))
            elif on_error == "raise":
                raise found
            elif on_error == "skip":
                LOG.warning("%s", found)
            else:
                on_error(task.path, found)


def _attempt(task: ParseTask) -> Document | DxlistError:
    """Return the document, or what ended its reading; as a value it takes its place among the others."""
    try:
        return read_list(task.file, task.encoding, normalised=False)
    except DxlistError as error:
        return error


def _died(task: ParseTask) -> DxlistError:
    remedy = Bilingual(
        'jobs を小さくするか、スクリプトでは if __name__ == "__main__": の下で呼び出してください。',
        'Give a smaller jobs=; in a script, call it below if __name__ == "__main__":.',
    )
    return DxlistError(task.path, DIED, remedy)
