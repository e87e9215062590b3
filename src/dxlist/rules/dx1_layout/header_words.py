"""Rules about what the words of a header leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Place
from dxlist.rules.places import shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed


@rule(
    "DX126",
    "values-of-no-year",
    "info",
    Bilingual("年度も目標・実績の別も書かれていない値の列", "column of values that says neither year nor target"),
    official=("L1-05", "L2-03"),
)
def values_of_no_year(listed: Listed) -> Iterator[Found]:
    """The header of a column of values says which indicator they are of, but neither their year nor target or actual.

    Sheets of 事務事業評価 repeat 「活動指標ア」 for each of several years and keep the years in a row that is not there.  The values
    are kept in their order, without a year, and are no targets.  A sidecar may say what they are: role, fiscal_year.

    日本語:
        値の列の見出しに、どの指標かは書かれていますが、年度も、目標か実績かも書かれていません。

        事務事業評価の表では「活動指標ア」のような見出しが年度の数だけ繰り返され、年度の行が失われていることがあります。値は列の順に、
        年度なしで残し、目標とはみなしません。付属ファイルで role と fiscal_year を指定できます。

    Bad, whole file:
        事業名|担当課|成果指標ア：名称|成果指標ア：単位|成果指標ア|成果指標ア
        電子申請推進事業|情報政策課|利用件数|件|100|120

    Good, whole file:
        事業名|担当課|成果指標ア：名称|成果指標ア：単位|成果指標ア R5実績|成果指標ア R6目標
        電子申請推進事業|情報政策課|利用件数|件|100|120
    """
    for page in listed.document.document.pages[:1]:
        columns = [head for head in page.header if head.role == "indicator.value"]
        if not columns or not page.header_lines:
            continue
        line, first = page.header_lines[0], columns[0]
        message = Bilingual(
            f"値の列{len(columns)}列の見出し（「{shortened(first.text)}」など）に、年度も目標・実績の別もありません。"
            "付属ファイル（.toml）の [columns] で指定できます。",
            f"the headers of {len(columns)} columns of values (「{shortened(first.text)}」 first) say neither their year nor "
            "whether they are targets; the sidecar may, under [columns].",
        )
        yield Found(Place(line, first.cell, about="values of no year"), message)
