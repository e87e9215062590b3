"""``find_inputs``: the PATHS of a command -> the lists to read, each with the id of its document."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError, NoListError, UnreadableInputError, UsageError
from dxlist.jobs.folders import (
    MEMOS,
    NO_TABLE,
    WORKBOOK,
    WORKBOOK_REMEDY,
    FolderFiles,
    PassedOver,
    search_folder,
    unread_lists,
)
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.reading.document_ids import STDIN, document_id_of, root_of
from dxlist.reading.forms import SUFFIXES
from dxlist.reading.normalised_files import SUFFIX
from dxlist.reading.sources import STANDARD_INPUTS
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DEFAULT = "data/raw"


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list to read."""

    path: str
    """As given, or ``-``."""
    document_id: str
    """What its document is called where the file does not say, as a normalised one does."""
    searched: bool = False
    """Whether it was found in a folder; else it was named."""

    def passed_over(self, error: Exception) -> PassedOver | None:
        """Return what is said of the file where an error shows that it is a memo that lies beside the lists."""
        is_memo = self.searched and Path(self.path).suffix.lower() in MEMOS and isinstance(error, NoListError)
        return PassedOver(self.path, NO_TABLE) if is_memo else None


@dataclass(frozen=True, slots=True)
class Inputs:
    """The lists to read, and what the folders hold beside them."""

    lists: tuple[ListFile, ...]
    passed: tuple[PassedOver, ...] = ()
    errors: tuple[DxlistError, ...] = ()
    """Of folders that cannot be opened; there are lists all the same."""
    scopes: tuple[str, ...] = ()
    """How the ids of each folder begin that was searched whole; empty text: all ids."""

    @property
    def paths(self) -> list[str]:
        """The paths of the lists alone."""
        return [file.path for file in self.lists]


def find_inputs(
    paths: Sequence[str], *, normalised: bool = False, joined: bool = True, but: str | None = None
) -> Inputs:
    """Return the lists that ``paths`` name: files, the files of folders, standard input; each once.

    Args:
        paths: as given; without any, ``data/raw``.
        normalised: of a folder that holds normalised ``.json`` files take these, not the lists and tables beside them.
        joined: the records of all lists come together, so that no two may have one id.
        but: a folder below those that is not searched.

    Raises:
        DxlistError: nothing to read, a folder without lists, two lists of one id.
    """
    files, found = list[ListFile](), list[tuple[Path, FolderFiles]]()
    for given in paths or [_default()]:
        path = STANDARD_INPUT if given in STANDARD_INPUTS else given
        if path == STANDARD_INPUT or not Path(path).is_dir():
            files.append(ListFile(path, id_of(path)))
        else:
            inside = search_folder(Path(path), but=Path(but) if but and but != STANDARD_INPUT else None)
            files += _lists_of(Path(path), inside, normalised=normalised)
            found.append((Path(path), inside))
    lists = tuple(_without_repeats(files))
    errors = tuple(error for _, inside in found for error in inside.errors)
    if joined:
        check_ids((file.document_id, file.path) for file in lists if Path(file.path).suffix.lower() != SUFFIX)
    passed = tuple(one for _, inside in found for one in inside.passed)
    scopes = () if errors else tuple(_scope(folder) for folder, _ in found)
    return Inputs(lists, passed, errors, scopes)


def _default() -> str:
    if Path(DEFAULT).is_dir():
        return DEFAULT
    raise UsageError(
        DEFAULT,
        Bilingual("読むフォルダーがありません。", "there is no such folder, and no list was named."),
        Bilingual("一覧のファイルかフォルダーを指定してください。", "Name the lists to read, or a folder with them."),
    )


def _lists_of(folder: Path, inside: FolderFiles, *, normalised: bool) -> Iterator[ListFile]:
    """Yield the lists of a folder.

    Raises:
        DxlistError: it cannot be opened, or holds none.
    """
    files = inside.lists
    if normalised and inside.documents:
        inside.passed += unread_lists(inside)
        files = inside.documents
    if not files:
        raise inside.errors[0] if inside.errors else no_lists(str(folder), inside.passed)
    yield from (ListFile(str(file), document_id_of(file, folder), searched=True) for file in files)


def no_lists(place: str, passed: Sequence[PassedOver]) -> UsageError:
    """Return the error that a folder holds no list."""
    kinds = " ".join(SUFFIXES)
    problem = Bilingual(
        f"このフォルダーにも、その下のフォルダーにも、一覧（{kinds}）がありません。",
        f"no list ({kinds}) in this folder or below it.",
    )
    if any(one.why is WORKBOOK for one in passed):
        return UsageError(place, problem, WORKBOOK_REMEDY)
    remedy = Bilingual("一覧のあるフォルダーかファイルを指定してください。", "Name a folder with lists, or the files.")
    return UsageError(place, problem, remedy)


def _scope(folder: Path) -> str:
    """Return how the ids of the lists of a folder begin."""
    if root_of(folder) is None:
        return ""
    below = document_id_of(folder / STDIN).rpartition("/")[0]
    return f"{below}/" if below else ""


def _without_repeats(files: Iterable[ListFile]) -> Iterator[ListFile]:
    """Yield each file once, however often and by whatever path it is named."""
    seen = set[str]()
    for file in files:
        # Of links in a circle realpath makes something, and Path.resolve an error that is none of a file.
        key = file.path if file.path == STANDARD_INPUT else os.path.realpath(file.path)
        if key not in seen:
            seen.add(key)
            yield file


def id_of(path: str) -> str:
    """Return the id of the document of a list that is named alone."""
    return STDIN if path == STANDARD_INPUT else document_id_of(Path(path))


def check_ids(lists: Iterable[tuple[str, str]]) -> None:
    """Raise where two lists have one id, also where a file system takes A for a.

    Args:
        lists: id and path of each.

    Raises:
        UsageError: names both.
    """
    first = dict[str, str]()
    for document_id, path in lists:
        key = unicodedata.normalize("NFC", document_id).casefold()
        if key in first:
            made = SUFFIX in {Path(path).suffix.lower(), Path(first[key]).suffix.lower()}
            raise UsageError(
                f"{first[key]}, {path}",
                Bilingual(
                    f"どちらも「{document_id}」という名前なので、レコードの番号が同じになります。",
                    f'both are called "{document_id}", and so would be their records.',
                ),
                _OF_ONE_LIST if made else _IN_A_FOLDER,
            )
        first[key] = path


_IN_A_FOLDER = Bilingual(
    "両方を含むフォルダーを指定する（または、そこに dxlist.toml を置く）か、片方の名前を変えてください。",
    "Name the folder that holds both (or put a dxlist.toml into it), or rename one of them.",
)
_OF_ONE_LIST = Bilingual("片方だけを指定してください。", "Name only one of them.")


def check_name(file: ListFile) -> None:
    """Raise where the name of a list is no text: it is part of every ``initiative_id``."""
    try:
        file.document_id.encode()
    except UnicodeEncodeError:
        problem = Bilingual("ファイル名が文字として読めません。", "the name of the file is no readable text.")
        remedy = Bilingual("ファイル名を付け直してください。", "Rename the file.")
        raise UnreadableInputError(file.path, problem, remedy) from None


def size_of(path: str) -> int:
    """Return the size of a list in bytes; 0 where it cannot be told."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
