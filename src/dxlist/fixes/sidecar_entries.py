"""``as_corrections``: a mended list -> the text of its sidecar with a correction for each text that was mended.

The law: the list as it is, beside the new sidecar, has the same records as the corrected copy beside the old one.  A
correction that would break it is not written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from dxlist.fixes.attempts import differing_lines, own_pieces, read_list, records_of
from dxlist.sidecar import sidecar_of
from dxlist.sidecar_writing import with_entries
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dxlist.fixes.attempts import ReadList
    from dxlist.fixes.passes import Mend, MendedList
    from dxlist.text.bilingual import Language


class SidecarFixes(NamedTuple):
    """What is to be written into a sidecar."""

    text: str
    """All of it, as it is then."""
    mends: tuple[Mend, ...]
    """What it mends."""
    corrections: int
    """How many corrections are new."""
    read: ReadList
    """The list as it is read then."""


def as_corrections(mended: MendedList, text: str, path: Path, language: Language) -> SidecarFixes:
    """Return the sidecar that mends a list as the corrected copy is mended.

    Args:
        mended: the list and its corrected copy, edited in such cells alone that a correction can speak of.
        text: of the sidecar as it is; "" where there is none.
        path: of the sidecar, for messages.
        language: of the reasons.

    Raises:
        SidecarError: nothing can be added to the sidecar.
    """
    entries = list(_entries(mended, language))
    if not entries:
        return SidecarFixes(text, (), 0, mended.before)
    for _ in range(_TRIES):
        new = with_entries(text, "corrections", entries, str(path))
        sidecar = sidecar_of(new.removeprefix("\ufeff"), path)
        read = read_list(mended.before.source, mended.before.encoding, sidecar)
        wrong = differing_lines(read.document, mended.after.document)
        if not any(entry["line"] in wrong for entry in entries):
            break
        entries = [entry for entry in entries if entry["line"] not in wrong]
    else:
        return SidecarFixes(text, (), 0, mended.before)
    kept = {(entry["line"], entry["column"]) for entry in entries}
    mends = tuple(one for one in mended.mends if (one.line, one.column) in kept)
    return SidecarFixes(new, mends, len(entries), read)


_TRIES = 4


def _entries(mended: MendedList, language: Language) -> Iterator[dict[str, Any]]:
    """Yield a correction for each text of a row in whose cells something was mended."""
    of_column = dict[tuple[int, str], list["Mend"]]()
    for one in mended.mends:
        if one.column:
            of_column.setdefault((one.line, one.column), []).append(one)
    before, after = mended.before.document, mended.after.document
    often = Counter((c, fold(p.raw)) for record in records_of(before) for c, p in own_pieces(record).items())
    for old, new in zip(records_of(before), records_of(after), strict=True):
        line = old.aligned.row.line
        for column, piece in own_pieces(old).items():
            if mends := of_column.get((line, column)):
                was, name = piece.raw, old.pieces.get("project_name")
                is_alone = often[column, fold(was)] == 1 or column == "project_name"
                yield {
                    "line": line,
                    "column": column,
                    "was": was.strip(),
                    "project_name": None if is_alone or name is None else name.text,
                    "value": own_pieces(new)[column].text,
                    "reason": _reason(mends, language),
                }


def _reason(mends: Sequence[Mend], language: Language) -> str:
    """Return the rules that found what is corrected, and that a person is to look at it where it is not certain."""
    titles = {rule.code: rule.title.text(language) for one in mends for rule in one.rules}
    said = ("、" if language == "ja" else ", ").join(f"{code}: {titles[code]}" for code in sorted(titles))
    if all(one.certain for one in mends):
        return said
    return f"{said}（要確認）" if language == "ja" else f"{said} (to be checked)"
