"""``search_folder``: a folder, and those below it -> its lists, and what stands in it and is passed over."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import UnreadableInputError
from dxlist.exports.ours import is_written_by_dxlist
from dxlist.reading.forms import SUFFIXES
from dxlist.reading.normalised_files import SUFFIX, is_document
from dxlist.reading.sources import may_hold_list
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORKBOOK = Bilingual("Excelブック", "Excel workbook")
_WORD = Bilingual("Word文書", "Word document")
_SLIDES = Bilingual("スライド", "slides")
_ARCHIVE = Bilingual("圧縮ファイル", "archive")
_IMAGE = Bilingual("画像", "image")
_PAGE = Bilingual("Webページ", "web page")
NOT_READ: dict[str, Bilingual] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".xlsb"), WORKBOOK),
    ".ods": Bilingual("表計算ファイル", "spreadsheet"),
    ".pdf": Bilingual("PDF", "PDF"),
    **dict.fromkeys((".docx", ".doc", ".docm", ".rtf"), _WORD),
    ".odt": Bilingual("文書ファイル", "text document"),
    ".jtd": Bilingual("一太郎文書", "Ichitaro document"),
    **dict.fromkeys((".pptx", ".ppt", ".odp"), _SLIDES),
    **dict.fromkeys((".zip", ".gz", ".7z", ".lzh", ".tar", ".tgz", ".bz2", ".xz", ".rar"), _ARCHIVE),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"), _IMAGE),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), _PAGE),
}
"""Forms in which a government publishes lists, and which cannot be read; code, settings and the like are no such."""
_EMPTY = Bilingual("空のファイル", "empty file")
_BROKEN = Bilingual("リンク先がない", "link to nothing")
_NO_FILE = Bilingual("普通のファイルでない", "no plain file")
_NOT_PARSED = Bilingual("dxlist parse でまだ読んでいない一覧", "list that dxlist parse has not read yet")
NO_TABLE = Bilingual("表がない", "no table in it")
MEMOS = (".txt", ".md", ".markdown")
"""Suffixes of texts that may be a memo beside the lists: one without a table is no unreadable list."""
_NO_LISTS = ("__MACOSX", "__pycache__", "node_modules")
_HIDDEN = (".", "~$")


class PassedOver(NamedTuple):
    """A file of a folder that is not read, and why."""

    path: str
    why: Bilingual


@dataclass(slots=True)
class FolderFiles:
    """What a folder and those below it hold."""

    lists: list[Path] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    """The normalised ``.json`` files."""
    passed: list[PassedOver] = field(default_factory=list)
    errors: list[UnreadableInputError] = field(default_factory=list)
    """Of the folders that cannot be opened."""


def search_folder(folder: Path, *, but: Path | None = None) -> FolderFiles:
    """Return what a folder holds, each folder by name; hidden files and folders are no part of it.

    Args:
        folder: where to look, and below it; a folder that is linked into itself is searched once.
        but: a folder below it that is left out: the one that is written into.
    """
    found = FolderFiles()
    seen = {but.resolve()} - {folder.resolve()} if but else set[Path]()
    for file in _files(folder, seen, found.errors):
        _sort_in(file, found)
    found.lists = list(_without_tables(found))
    return found


def _files(folder: Path, seen: set[Path], errors: list[UnreadableInputError]) -> Iterator[Path]:
    try:
        real = folder.resolve()
        if real in seen:
            return
        entries = [(entry, entry.is_dir()) for entry in sorted(folder.iterdir())]
    except OSError as error:
        errors.append(_unreadable(folder, error))
        return
    seen.add(real)
    for entry, is_folder in entries:
        if entry.name.startswith(_HIDDEN) or entry.name in _NO_LISTS:
            continue
        if is_folder:
            yield from _files(entry, seen, errors)
        else:
            yield entry


def _sort_in(file: Path, found: FolderFiles) -> None:
    suffix = file.suffix.lower()
    if not file.is_file():
        if suffix in SUFFIXES:
            found.passed.append(PassedOver(str(file), _NO_FILE if file.exists() else _BROKEN))
    elif suffix in MEMOS and not file.stat().st_size:
        found.passed.append(PassedOver(str(file), _EMPTY))
    elif suffix == SUFFIX and is_document(file):
        found.documents.append(file)
    elif may_hold_list(file):
        found.lists.append(file)
    elif suffix in NOT_READ:
        found.passed.append(PassedOver(str(file), NOT_READ[suffix]))


def _without_tables(found: FolderFiles) -> Iterator[Path]:
    """Yield the lists without the tables that dxlist wrote beside a whole document."""
    documents = {document.with_suffix("") for document in found.documents}
    for file in found.lists:
        own = file.with_name(file.name.partition(".")[0]), file.with_suffix(""), file.with_suffix("").with_suffix("")
        if documents.isdisjoint(own) or not is_written_by_dxlist(file):
            yield file


def unread_lists(found: FolderFiles) -> Iterator[PassedOver]:
    """Yield the lists beside normalised files that none of these was made from, as their names tell."""
    known = {document.stem for document in found.documents}
    new = (file for file in found.lists if file.stem not in known and file.suffix.lower() not in MEMOS)
    yield from (PassedOver(str(file), _NOT_PARSED) for file in new)


def said_of_passed(passed: Iterable[PassedOver]) -> Bilingual | None:
    """Say which files were passed over, each with the reason; None: none was.

    >>> said_of_passed([PassedOver("一覧.pdf", NOT_READ[".pdf"]), PassedOver("a.docx", NOT_READ[".docx"])]).ja
    '読まなかったもの: 一覧.pdf（PDF）、a.docx（Word文書）'
    """
    files = list(passed)
    if not files:
        return None
    named = [Bilingual(f"{file.path}（{file.why.ja}）", f"{file.path} ({file.why.en})") for file in files[:_MOST]]
    more = len(files) - len(named)
    if more:
        named.append(Bilingual(f"ほか{more}個", f"{more} more"))
    remedy = WORKBOOK_REMEDY if any(file.why is WORKBOOK for file in files) else None
    said = Bilingual("読まなかったもの: ", "passed over: ") + Bilingual("、", ", ").join(named)
    return said + Bilingual("。", ". ") + remedy if remedy else said


_MOST = 20
WORKBOOK_REMEDY = Bilingual(
    "Excelブックはまだ読めません。Excelで「CSV UTF-8」として保存し直してください。",
    'Workbooks cannot be read yet: save them in Excel as "CSV UTF-8".',
)


def _unreadable(folder: Path, error: OSError) -> UnreadableInputError:
    problem = Bilingual(
        f"フォルダーを開けません（{error.strerror}）。", f"the folder cannot be opened ({error.strerror})."
    )
    remedy = Bilingual("権限とパスを確かめてください。", "Check its permissions and its path.")
    return UnreadableInputError(str(folder), problem, remedy)
