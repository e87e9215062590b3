"""``validate``: lists -> findings, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.normalised import read_document
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dxlist.model.finding import Finding
    from dxlist.text.bilingual import Language


def validate(
    *lists: Document | str | Path | bytes,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    language: Language = "en",
) -> list[Finding]:
    """Return what the rules find in lists, in the order of the lists and of their lines.

    Args:
        lists: documents, paths of raw lists or of normalised ``.json`` files, or the bytes of a list.  The rules of
            records against each other look over all of them.
        select: codes of the rules to apply, or how they begin ("DX401", "DX4"); without any, all.
        ignore: codes of the rules to leave out.
        language: of the messages.

    Raises:
        DxlistError: a list that cannot be read, a code that stands for no rule.
        ValueError: two lists of one id, whose records could not be told apart.
    """
    rules = chosen_rules(_codes(select), _codes(ignore))
    documents = [_read(origin) for origin in lists]
    ids = [document.document.document_id for _, document in documents]
    if len(set(ids)) < len(ids):
        raise ValueError(f"two lists are called {next(name for name in ids if ids.count(name) > 1)}")
    return [one.finding(language) for one in check_lists(documents, rules).findings]


def _codes(codes: Sequence[str]) -> Sequence[str]:
    return [codes] if isinstance(codes, str) else codes


def _read(origin: Document | str | Path | bytes) -> tuple[str, Document]:
    """Return the name by which findings call a list, and the list."""
    if isinstance(origin, Document):
        return origin.document.document_id, origin
    if isinstance(origin, bytes):
        document = parse(origin)
        return document.document.document_id, document
    return str(origin), read_document(str(origin))
