"""``find_orphans``: the folder of the normalised files -> those that no list gives any more."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.exports.format import document_formats, file_name
from dxlist.exports.ours import is_written_by_dxlist
from dxlist.jobs.folders import search_folder
from dxlist.reading.document_ids import document_id_of, root_of
from dxlist.reading.normalised_files import possible_lists

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


def find_orphans(folder: Path, given: Collection[str], scopes: Sequence[str]) -> list[Path]:
    """Return the normalised files that no list gives: whole documents, and the tables that stand beside one.

    A file that dxlist did not write is never among them, nor is an answer that somebody keeps there.

    Args:
        folder: that ``dxlist parse`` writes into.
        given: the ids of the documents of all lists.
        scopes: how the ids begin of which these are all.  What stands elsewhere is not judged, unless its list is one
            of these and has another id now.
    """
    if not folder.is_dir():
        return []
    known = set(map(_key, given))
    found = list[Path]()
    for document in search_folder(folder).documents:
        own = _key(document.relative_to(folder).with_suffix("").as_posix())
        ids = set(_ids_of_lists(document, own))
        if own not in known | ids and (own.startswith(tuple(map(_key, scopes))) or ids & known):
            found += _files_of(document)
    return found


def _ids_of_lists(document: Path, own: str) -> Iterator[str]:
    """Yield the ids of the lists that stand where that of a file belongs: below a root they are longer than its own."""
    for file in possible_lists(document):
        if not is_written_by_dxlist(file):
            yield own if root_of(file.parent) is None else _key(document_id_of(file))


def _key(document_id: str) -> str:
    """Return an id as all file systems take it for the same."""
    return unicodedata.normalize("NFC", document_id).casefold()


def _files_of(document: Path) -> Iterator[Path]:
    """Yield a document and its tables."""
    yield document
    for name in document_formats():
        file = document.with_name(file_name(document.stem, name))
        if file != document and file.is_file() and is_written_by_dxlist(file):
            yield file


def remove_orphans(orphans: Sequence[Path], folder: Path) -> None:
    """Remove files, and the folders below ``folder`` that hold nothing then.

    Raises:
        OSError: one cannot be removed.
    """
    for file in orphans:
        file.unlink()
    for parent in sorted({parent for file in orphans for parent in file.parents}, reverse=True):
        if folder in parent.parents and not any(parent.iterdir()):
            parent.rmdir()
