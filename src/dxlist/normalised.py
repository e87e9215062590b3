"""``read_document``: a raw list, or the ``.json`` that ``dxlist parse`` made of it -> the document."""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from dxlist.collector import without_collection
from dxlist.errors import UnreadableInputError, first_invalid
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative, Repair, Source
from dxlist.reading.sources import source_of
from dxlist.text.bilingual import Bilingual

SUFFIX = ".json"
"""What ``dxlist parse`` writes whole documents into; the tables beside them hold less."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIRST_KEY = b'"schema_version"'
_HEAD = 200


def is_document(path: Path) -> bool:
    """Return whether a ``.json`` begins like a document: other tools leave ``.json`` files beside lists."""
    if path.suffix.lower() != SUFFIX:
        return False
    try:
        with path.open("rb") as stream:
            return _FIRST_KEY in stream.read(_HEAD)
    except OSError:
        return True  # reading it will say what is wrong


def read_document(path: str, encoding: str | None = None, *, light: bool = False) -> Document:
    """Return the document of a raw list, or of a normalised ``.json``.

    Args:
        path: of the list; ``-`` is standard input.
        encoding: of a raw list, where it is not to be detected.
        light: leave sources and repairs of a ``.json`` where they are, which takes half the time and memory.

    Raises:
        DxlistError: the list cannot be read, or the ``.json`` is none that ``dxlist parse`` writes.
    """
    if Path(path).suffix.lower() != SUFFIX:
        from dxlist.document import parse  # noqa: PLC0415 - a normalised file needs none of the patterns that it compiles

        return parse(path, encoding=encoding)
    with source_of(path).open() as stream:
        data = stream.read()
    try:
        with without_collection():
            return (LightDocument if light else Document).model_validate_json(data.removeprefix(_BYTE_ORDER_MARK))
    except ValidationError as error:
        raise _no_document(path, error) from error


_NOWHERE = "(left out)"
"""A key that no file has."""


class LightInitiative(Initiative):
    """An initiative whose sources and repairs were left in the file; it is never written anywhere."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sources: dict[str, Source | None] = Field(default_factory=dict, validation_alias=_NOWHERE)
    repairs: list[Repair] = Field(default_factory=list, validation_alias=_NOWHERE)


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
