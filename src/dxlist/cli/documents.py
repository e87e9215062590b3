"""``read_documents``: the PATHS of a command that asks of lists -> their documents, raw or normalised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.collector import collect_rarely
from dxlist.errors import describe
from dxlist.jobs.inputs import WORKBOOK_REMEDY, check_name, find_inputs
from dxlist.model.document import Document
from dxlist.normalised import read_document
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.voice import Voice


def read_documents(
    paths: Sequence[str], voice: Voice, *, encoding: str | None = None, light: bool = False
) -> tuple[list[tuple[str, Document]], bool]:
    """Return path and document of each list, and whether all could be read; what cannot be read is said.

    Args:
        paths: as they were given.
        voice: says what cannot be read.
        encoding: of raw lists, where it is not to be detected.
        light: leave sources and repairs of normalised files where they are.

    Raises:
        DxlistError: nothing can be read at all.
    """
    documents, complete = list[tuple[str, Document]](), True
    collect_rarely()
    inputs = find_inputs(paths, normalised=True)
    for workbook in inputs.workbooks:
        voice.remark(Bilingual(f"{workbook}: {WORKBOOK_REMEDY.ja}", f"{workbook}: {WORKBOOK_REMEDY.en}"))
    for path in inputs.lists:
        try:
            check_name(path)
            documents.append((_readable(path), read_document(path, encoding, light=light)))
        except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
            voice.error(describe(error))
            complete = False
    return documents, complete


def _readable(path: str) -> str:
    """Return a path as text that every format can hold: a folder's name may be no text at all."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
