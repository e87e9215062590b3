"""``read_documents``: the PATHS of a command that asks of lists -> their documents, raw or normalised."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dxlist.bilingual import Bilingual
from dxlist.cli.guard import describe
from dxlist.cli.inputs import NORMALISED, WORKBOOK_REMEDY, check_name, find_inputs
from dxlist.document import parse
from dxlist.errors import UnreadableInputError
from dxlist.model.document import Document
from dxlist.model.light import LightDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.cli.voice import Voice


def read_documents(
    paths: Sequence[str], voice: Voice, *, encoding: str | None = None, light: bool = False
) -> tuple[list[tuple[str, Document]], bool]:
    """Return path and document of each list, and whether all could be read; what cannot be read is said.

    Args:
        paths: as they were given.
        voice: says what cannot be read.
        encoding: of raw lists.
        light: leave sources and repairs of normalised files where they are.

    Raises:
        DxlistError: nothing can be read at all.
    """
    documents, complete = list[tuple[str, Document]](), True
    inputs = find_inputs(paths, normalised=True)
    for workbook in inputs.workbooks:
        voice.remark(Bilingual(f"{workbook}: {WORKBOOK_REMEDY.ja}", f"{workbook}: {WORKBOOK_REMEDY.en}"))
    for path in inputs.lists:
        try:
            check_name(path)
            with _without_collecting():
                documents.append((path, read_document(path, encoding, light=light)))
        except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
            voice.error(describe(error))
            complete = False
    return documents, complete


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let the garbage collector rest: records have no circles, and looking for them takes two thirds of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def read_document(path: str, encoding: str | None = None, *, light: bool = False) -> Document:
    """Return the document of a raw list, or of a normalised ``.json``.

    Raises:
        DxlistError: the list cannot be read, or the ``.json`` is none that ``dxlist parse`` writes.
    """
    if Path(path).suffix.lower() != NORMALISED:
        return parse(path, encoding=encoding)
    try:
        return (LightDocument if light else Document).model_validate_json(Path(path).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        problem = Bilingual(f"開けません（{reason}）。", f"cannot be opened ({reason}).")
        raise UnreadableInputError(path, problem, _CHECK_PATH) from error
    except ValidationError as error:
        raise _no_document(path, error) from error


_CHECK_PATH = Bilingual("ファイル名と権限を確かめてください。", "Check the name and the permissions.")


def _no_document(path: str, error: ValidationError) -> UnreadableInputError:
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"])) or "JSON"
    return UnreadableInputError(
        path,
        Bilingual(
            f"dxlist parse が書いた一覧ではありません（{where}: {first['msg']}）。",
            f"this is no list that dxlist parse wrote ({where}: {first['msg']}).",
        ),
        Bilingual("元の一覧から dxlist parse で作り直してください。", "Make it anew from its list with dxlist parse."),
    )
