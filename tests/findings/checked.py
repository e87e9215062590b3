"""Runs to write out: rules that find something in every row, and lists whose text would be markup somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dxlist
from dxlist.model.finding import Found, Place
from dxlist.rules.checking import Checked, check_lists
from dxlist.rules.places import cell_place, raw_place, row_place
from dxlist.rules.registry import Rule
from dxlist.text.bilingual import Bilingual
from tests.cli.runs import FIRST, HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.rules.listed import Listed

HOSTILE = "::error::事業,100%|<b>]]>\x1b[31m[名](x){0}"
RECORDED = HOSTILE.replace("\x1b", "")
"""The same in a record: what nobody sees is taken out of a name."""
"""A name that would be a command, a cell of a table, markup, the end of CDATA, a colour, a link."""

SECOND = f"\t\t企画部 統計課\t{HOSTILE}\t統計を公開し、A1で分析する。\t公開したデータを50件とする。\n"
LIST = HEADER + FIRST + SECOND


def lookalikes(listed: Listed) -> Iterator[Found]:
    """A digit stands in a Latin word.

    It was read for a letter.

    日本語:
        英字の語に数字があります。

        読み取りの誤りです。
    """
    for initiative in listed.document:
        if "A1" in (initiative.overview or ""):
            message = Bilingual("「A1」は「AI」の誤りです。", '"A1" should be "AI".')
            yield Found(raw_place(initiative, "overview", "A1"), message, listed.related(2, 3), "AI")


def names(listed: Listed) -> Iterator[Found]:
    """A row has a name.

    Every row has.

    日本語:
        行に名前があります。

        どの行にもあります。
    """
    for initiative in listed.document:
        text = f"「{initiative.project_name}」\ufffe\nという名前です。"
        yield Found(cell_place(initiative, "project_name"), Bilingual(text, text), suggestion=initiative.project_name)


def rows(listed: Listed) -> Iterator[Found]:
    """There are rows; and a list.

    Which is good.

    日本語:
        行があり、一覧があります。

        良いことです。
    """
    yield Found(Place(about="list"), Bilingual("一覧です。", "a list."))
    for initiative in listed.document:
        yield Found(row_place(initiative), Bilingual("行です。", "a row."), severity="info")


LOOKALIKES = Rule(
    "DX901",
    "digit-for-letter",
    "error",
    Bilingual("字の取り違え", "a digit for a letter"),
    ("L1-06",),
    lookalikes,
    fixes="certain",
)
NAMES = Rule("DX902", "named", "warning", Bilingual("名前のある行", "a row with a name"), ("L1-05", "L2-03"), names)
ROWS = Rule("DX903", "row", "warning", Bilingual("行", "a row"), (), rows)
RULES = (LOOKALIKES, NAMES, ROWS)


def document_of(text: str, stem: str = "a") -> Document:
    return dxlist.parse(text.encode(), stem=stem)


def checked(text: str = LIST, *rules: Rule, file: str = "data/raw/a.tsv") -> Checked:
    """Return what rules find in the text of a list."""
    return check_lists([(file, document_of(text))], rules or RULES)
