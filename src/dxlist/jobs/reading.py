"""``read_list``: a list of a command -> its document; the one place where commands over lists read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.document import parse
from dxlist.jobs.inputs import check_name
from dxlist.normalised import read_document

if TYPE_CHECKING:
    from dxlist.jobs.inputs import ListFile
    from dxlist.model.document import Document


def read_list(file: ListFile, encoding: str | None = None, *, normalised: bool = True, light: bool = False) -> Document:
    """Return the document of a list.

    Args:
        file: what is to be read.
        encoding: of a raw list, where it is not to be detected.
        normalised: take what ``dxlist parse`` wrote as what it is; else every list is a raw one.
        light: leave sources and repairs of a normalised file where they are.

    Raises:
        DxlistError: the list cannot be read, or its name is no text.
    """
    check_name(file)
    if normalised:
        return read_document(file.path, encoding, stem=file.document_id, light=light)
    return parse(file.path, encoding=encoding, stem=file.document_id)
