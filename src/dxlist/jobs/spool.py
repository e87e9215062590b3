"""``Spool``: documents laid aside in a temporary folder while lists are read, so that they can be gone through again.

A few documents stay in memory; of many none does.  What is laid aside is the JSON of a document, packed: it takes a
twentieth of the time that reading the list took, and a hundredth of the memory.
"""

from __future__ import annotations

import os
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from dxlist.collector import without_collection
from dxlist.errors import WriteError, why_unreadable
from dxlist.jobs.pool import FEW
from dxlist.model.document import Document
from dxlist.normalised import LightDocument
from dxlist.packing import pack, unpack
from dxlist.projects.light_rows import light_rows
from dxlist.projects.rows import government_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from dxlist.projects.light_rows import ProjectRow

_LEFT_OUT = {"initiatives": {"__all__": {"sources", "repairs"}}}
_FASTEST = 1


class KeptList(NamedTuple):
    """A list that was read: what is known of it at once, and its document, which is read back where it is asked for."""

    name: str
    document_id: str
    row_count: int
    governments: frozenset[str]
    """Of its rows, as :func:`dxlist.projects.rows.government_of` tells them."""
    held: Document | None
    """The document itself, where it stayed in memory."""
    place: str = ""
    """Else the file that holds it."""
    light: bool = False
    """Whether sources and repairs were left out."""

    @property
    def document(self) -> Document:
        """The document; of one that is laid aside a new one each time, without its trail."""
        if self.held is not None:
            return self.held
        data = zlib.decompress(Path(self.place).read_bytes())
        with without_collection():
            return (LightDocument if self.light else Document).model_validate_json(data)

    def rows(self) -> Sequence[ProjectRow]:
        """Return what of its rows is compared, in their order, with the repairs that a light document lacks."""
        if self.held is not None:
            return self.held.initiatives
        rows: Sequence[ProjectRow] = unpack(_rows_beside(self.place).read_bytes())
        return rows


class Spool:
    """Keeps the documents of lists; what :func:`dxlist.jobs.digesting.digest_lists` calls with each.

    In another process it is a copy that lays all documents aside.
    """

    def __init__(self, *, light: bool = False, room: int = FEW) -> None:
        """Open it.

        Args:
            light: lay documents aside without sources and repairs.
            room: how many documents stay in memory.
        """
        self._folder = tempfile.TemporaryDirectory(prefix="dxlist-")
        self._light = light
        self._room = room

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._folder.cleanup()

    def __call__(self, name: str, document: Document) -> KeptList:
        """Keep a document; errors as of :class:`LayingAside`."""
        if self._room > 0:
            self._room -= 1
            return _kept(name, document, held=document)
        return LayingAside(self._folder.name, light=self._light)(name, document)

    @property
    def folder(self) -> Path:
        """Where it lays documents aside, and what else takes much room."""
        return Path(self._folder.name)

    def __reduce__(self) -> tuple[type[LayingAside], tuple[str, bool]]:
        return LayingAside, (self._folder.name, self._light)


class LayingAside:
    """Lays documents aside in a folder."""

    def __init__(self, folder: str, light: bool) -> None:
        self._folder = folder
        self._light = light

    def __call__(self, name: str, document: Document) -> KeptList:
        """Lay a document aside.

        Raises:
            WriteError: there is no room in the temporary folder.
        """
        data = document.model_dump_json(exclude=_LEFT_OUT if self._light else None).encode()
        try:
            descriptor, place = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(zlib.compress(data, _FASTEST))
            _rows_beside(place).write_bytes(pack(list(light_rows(document))))
        except OSError as error:
            raise WriteError(self._folder, why_unreadable(error), _MAKE_ROOM) from error
        return _kept(name, document, place=place, light=self._light)


_MAKE_ROOM = Bilingual(
    "一時フォルダーの空き容量を増やすか、TMPDIR に別のフォルダーを指定してください。",
    "Make room in the temporary folder, or name another one with TMPDIR.",
)


def _rows_beside(place: str) -> Path:
    return Path(f"{place}.rows")


def _kept(
    name: str, document: Document, *, held: Document | None = None, place: str = "", light: bool = False
) -> KeptList:
    governments = frozenset(map(government_of, document.initiatives))
    return KeptList(name, document.document.document_id, len(document.initiatives), governments, held, place, light)
