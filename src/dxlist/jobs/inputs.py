"""``find_inputs``: the PATHS of a command -> the lists to read, each with a stem of its own."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.errors import UnreadableInputError, UsageError
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.reading.forms import SUFFIXES
from dxlist.reading.sources import may_hold_list
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DEFAULT = "data/raw"

WORKBOOKS = (".xlsx", ".xlsm", ".xls")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The lists to read, and the workbooks of the folders, which cannot be read yet."""

    lists: tuple[str, ...]
    """Paths as given, or ``-``."""
    workbooks: tuple[str, ...] = ()


def find_inputs(paths: Sequence[str], *, normalised: bool = False) -> Inputs:
    """Return the lists that ``paths`` name: files, the files of folders, standard input; each once.

    Args:
        paths: as given; without any, ``data/raw``.
        normalised: of a folder that holds normalised ``.json`` files take these, not the tables beside them.

    Raises:
        DxlistError: nothing to read, a folder without lists, two lists of one stem.
    """
    files, workbooks = list[str](), list[str]()
    for path in paths or [_default()]:
        found, books = _files_of(path, normalised=normalised)
        files += found
        workbooks += books
    lists = tuple(_without_repeats(files))
    _check_stems(lists)
    return Inputs(lists, tuple(workbooks))


def _default() -> str:
    if Path(DEFAULT).is_dir():
        return DEFAULT
    raise UsageError(
        DEFAULT,
        Bilingual("読むフォルダーがありません。", "there is no such folder, and no list was named."),
        Bilingual("一覧のファイルかフォルダーを指定してください。", "Name the lists to read, or a folder with them."),
    )


def _files_of(path: str, *, normalised: bool) -> tuple[list[str], list[str]]:
    """Return the lists and the workbooks that one path stands for."""
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return [path], []
    try:
        entries = sorted(entry for entry in Path(path).iterdir() if not entry.name.startswith((".", "~$")))
        files = [entry for entry in entries if entry.is_file()]
    except OSError as error:
        raise _unreadable_folder(path, error) from error
    documents = [str(file) for file in files if _is_document(file)] if normalised else []
    lists = documents or [str(file) for file in files if may_hold_list(file)]
    workbooks = [str(file) for file in files if file.suffix.lower() in WORKBOOKS]
    if not lists:
        raise _no_lists(path, workbooks)
    return lists, workbooks


def _is_document(file: Path) -> bool:
    """Return whether a file holds a list as ``dxlist parse`` writes it; the tables beside it hold less."""
    from dxlist.normalised import is_document  # noqa: PLC0415 - parse does without

    return is_document(file)


def _unreadable_folder(path: str, error: OSError) -> UnreadableInputError:
    problem = Bilingual(
        f"フォルダーを開けません（{error.strerror}）。", f"the folder cannot be opened ({error.strerror})."
    )
    return UnreadableInputError(path, problem, Bilingual("権限を確かめてください。", "Check its permissions."))


def _no_lists(path: str, workbooks: Sequence[str]) -> UsageError:
    kinds = " ".join(SUFFIXES)
    problem = Bilingual(
        f"このフォルダーに一覧（{kinds}）がありません。下のフォルダーは探しません。",
        f"no list ({kinds}) in this folder; the folders below it are not searched.",
    )
    if workbooks:
        return UsageError(path, problem, WORKBOOK_REMEDY)
    remedy = Bilingual("一覧のあるフォルダーかファイルを指定してください。", "Name a folder with lists, or the files.")
    return UsageError(path, problem, remedy)


WORKBOOK_REMEDY = Bilingual(
    "Excelブックはまだ読めません。Excelで「CSV UTF-8」として保存し直してください。",
    'Workbooks cannot be read yet: save them in Excel as "CSV UTF-8".',
)


def _without_repeats(files: Iterable[str]) -> Iterator[str]:
    """Yield each file once, however often and by whatever path it is named."""
    seen = set[str]()
    for file in files:
        key = file if file == STANDARD_INPUT else str(Path(file).resolve())
        if key not in seen:
            seen.add(key)
            yield file


def stem_of(path: str) -> str:
    """Return the stem of the files that a list becomes, which is its ``document_id``."""
    return "stdin" if path == STANDARD_INPUT else Path(path).stem


def _check_stems(lists: Iterable[str]) -> None:
    """Two lists must not become one file, also where the file system takes A for a."""
    first = dict[str, str]()
    for path in lists:
        stem = stem_of(path)
        key = unicodedata.normalize("NFC", stem).casefold()
        if key in first:
            raise UsageError(
                f"{first[key]}, {path}",
                Bilingual(
                    f"どちらも「{stem}」という名前なので、レコードの番号が同じになります。",
                    f'both are called "{stem}", and so would be their records.',
                ),
                Bilingual(
                    "片方の名前を変えるか、別々に読んでください。", "Rename one of them, or read them one by one."
                ),
            )
        first[key] = path


def check_name(path: str) -> None:
    """Raise where the name of a list is no text: its stem is part of every ``initiative_id``."""
    try:
        stem_of(path).encode()
    except UnicodeEncodeError:
        problem = Bilingual("ファイル名が文字として読めません。", "the name of the file is no readable text.")
        remedy = Bilingual("ファイル名を付け直してください。", "Rename the file.")
        raise UnreadableInputError(path, problem, remedy) from None


def size_of(path: str) -> int:
    """Return the size of a list in bytes; 0 where it cannot be told."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
