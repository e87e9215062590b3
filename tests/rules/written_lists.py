"""Small lists written for a test, and what the rules find in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dxlist
from dxlist.rules.checking import check_lists
from dxlist.rules.dx2_texts.printed_texts import PrintedTexts, texts_of
from dxlist.rules.listed import Listed
from dxlist.rules.selection import chosen_rules
from dxlist.rules.settled_cells import with_settled_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.document import Document
    from dxlist.model.finding import Found
    from dxlist.rules.checking import Reported

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）\n"


def written(*overviews: str, names: Sequence[str] = ()) -> Document:
    """Return a list with a row for each overview."""
    rows = (
        f"1 行政の効率化\t1({n}) 項目その{n}\t総務部 情報政策課\t{names[n - 1] if names else f'効率化事業{n}'}\t{text}\t100件を目標とする。\n"
        for n, text in enumerate(overviews, start=1)
    )
    return dxlist.parse((HEADER + "".join(rows)).encode(), stem="written")


def found_in(document: Document, *codes: str) -> Sequence[Reported]:
    """Return what the rules find in a list."""
    return check_lists([("written.tsv", document)], chosen_rules(codes)).findings


def texts_in(document: Document) -> PrintedTexts:
    """Return the texts of a list, as the rules read them."""
    return texts_of(Listed("written.tsv", with_settled_cells(document)))


def marked(findings: Iterable[Found]) -> list[str]:
    """Return the words that findings mark."""
    return [(one.place.text or "")[one.place.start : one.place.end] for one in findings]
