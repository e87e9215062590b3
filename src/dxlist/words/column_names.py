"""What the six columns are called where dxlist speaks of them. Source: the header of the list in data/raw (fukushima_r04)."""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.regex import regex

COLUMN_NAMES: dict[str, Bilingual] = {
    "field": Bilingual("分野", "field"),
    "item": Bilingual("項目", "item"),
    "departments": Bilingual("担当課", "departments"),
    "project_name": Bilingual("事業名", "project name"),
    "overview": Bilingual("事業概要", "overview"),
    "kpi_text": Bilingual("指標・目標", "KPI or target"),
}


def column_name(column: str) -> Bilingual:
    """Return what a column is called; one that is not among the six is called by its header.

    >>> column_name("extra.備考").ja
    '備考'
    """
    return COLUMN_NAMES.get(column) or both_languages(_BEFORE_HEADER.sub("", column))


_BEFORE_HEADER = regex("^(?:extra|levels|departments|indicators)[.]")
