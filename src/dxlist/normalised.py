"""``load``: the ``.json`` that ``dxlist parse`` writes -> its document; ``read_document``: that file or a raw list."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from pydantic import ConfigDict, Field, ValidationError

from dxlist.collector import without_collection
from dxlist.errors import UnreadableInputError, first_invalid
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative, Repair, Source
from dxlist.reading.normalised_files import FIRST_KEY, SUFFIX
from dxlist.reading.sources import source_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from os import PathLike

    from dxlist.reading.sources import ByteSource

STANDARD_INPUT = "-"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HEAD = 200


def read_document(path: str, encoding: str | None = None, *, stem: str | None = None, light: bool = False) -> Document:
    """Return the document of a raw list, or of a normalised ``.json``.

    Args:
        path: of the list; ``-`` is standard input, which may hold the one or the other.
        encoding: of a raw list, where it is not to be detected.
        stem: the document's id of a raw list, where its path alone does not say it.
        light: leave sources and repairs of a ``.json`` where they are, which takes half the time and memory.

    Raises:
        DxlistError: the list cannot be read, or the ``.json`` is none that ``dxlist parse`` writes.
    """
    source = source_of(path, stem=stem) if path == STANDARD_INPUT else None
    if Path(path).suffix.lower() == SUFFIX or (source and _holds_document(source)):
        return _document_of(cast("str", source or path), LightDocument if light else Document)
    from dxlist.document import parse  # noqa: PLC0415 - a normalised file needs none of the patterns that it compiles

    return parse(cast("str", source or path), encoding=encoding, stem=stem)


def _holds_document(source: ByteSource) -> bool:
    """Return whether a source begins like a document, behind a byte order mark or blanks that a pipe may add."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(_BYTE_ORDER_MARK).lstrip()
    return head.startswith(b"{") and FIRST_KEY in head


def load(origin: str | PathLike[str] | bytes | IO[bytes] | IO[str]) -> Document:
    """Return the document that ``dxlist parse`` or :func:`dxlist.write` put into a ``.json``.

    Args:
        origin: a path, ``"-"`` for standard input, the bytes of such a file, or an open file, binary or text.

    Raises:
        DxlistError: it cannot be read, or is no such file: a raw list, another tool's JSON, another version's.

    >>> import dxlist, io
    >>> document = dxlist.parse("data/raw/fukushima_r04.tsv")
    >>> stream = io.BytesIO()
    >>> dxlist.write(document, stream, format="json")
    >>> dxlist.load(stream.getvalue()) == document
    True
    """
    return _document_of(origin, Document)


def _document_of(origin: str | PathLike[str] | bytes | IO[bytes] | IO[str], kind: type[Document]) -> Document:
    if isinstance(origin, io.TextIOBase):
        name, data = "<text>", origin.read().encode()
    else:
        source = source_of(cast("bytes", origin))  # a text stream is gone by now
        name = source.name
        with source.open() as stream:
            data = stream.read()
    try:
        with without_collection():
            return kind.model_validate_json(data.removeprefix(_BYTE_ORDER_MARK))
    except ValidationError as error:
        raise (_no_document(name, error) if data.lstrip()[:1] in _OPENING else _raw(name)) from error


_OPENING = (b"{", b"[", b"\xef")
"""How JSON begins, bare or behind a byte order mark."""


def _raw(name: str) -> UnreadableInputError:
    problem = Bilingual("dxlist parse が書いたJSONではありません。", "this is no JSON that dxlist parse wrote.")
    remedy = Bilingual(
        "元の一覧なら dxlist.parse で読んでください。",
        "If it is a list as it was published, read it with dxlist.parse.",
    )
    return UnreadableInputError(name, problem, remedy)


_NOWHERE = "(left out)"
"""A key that no file has."""


NAME_REPAIRS = "name_repairs"
"""The key of the repairs of ``project_name`` in what the cache keeps for light reading; no file of a user has it."""


class LightInitiative(Initiative):
    """An initiative whose sources and repairs were left in the file; it is never written anywhere.

    The repairs of its name are there where they were kept for it: where a merged cell prints a name, its spellings are
    counted once.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    sources: dict[str, Source | None] = Field(default_factory=dict, validation_alias=_NOWHERE)
    repairs: list[Repair] = Field(default_factory=list, validation_alias=NAME_REPAIRS)


class LightDocument(Document):
    """A document of such initiatives: half the time and memory, for sources and repairs are most of a record."""

    initiatives: list[LightInitiative]  # type: ignore[assignment]


def _no_document(path: str, error: ValidationError) -> UnreadableInputError:
    why = first_invalid(error)
    problem = Bilingual(
        f"dxlist parse が書いた一覧ではありません（{why}）。", f"this is no list that dxlist parse wrote ({why})."
    )
    remedy = Bilingual(
        "元の一覧から dxlist parse で作り直してください。", "Make it anew from its list with dxlist parse."
    )
    return UnreadableInputError(path, problem, remedy)
