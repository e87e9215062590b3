"""DX110-DX112: cells of items that hold several codes, or fewer titles than codes, or no title."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.places import cell_place, code_place, shortened
from dxlist.rules.registry import rule
from dxlist.rules.standing import heirs_of_items, own_source
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule(
    "DX110",
    "several-items-in-cell",
    "warning",
    Bilingual("1つのセルに複数の項目", "several items in one cell"),
    official=("L1-07",),
)
def several_items_in_cell(listed: Listed) -> Iterator[Found]:
    """One cell holds the codes of several items.

    Which of them a row belongs to is lost, for this row and for those below that take the item from it (line 93 of
    fukushima_r04, which holds for nine rows).

    日本語:
        1つのセルに複数の項目の番号が入っています。

        この行と、項目を受け継ぐ下の行が、どの項目のものか分かりません（fukushima_r04 の93行目。9行に及びます）。

    Bad:
        1 行政の効率化|1(1) 1(2) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    heirs = heirs_of_items(listed.document)
    for initiative, again in _items(listed):
        codes = initiative.item_codes
        if len(codes) > 1:
            took = [row for one in (initiative, *again) for row in heirs.get(one.line, ())]
            below = sorted(row.line for row in (*again, *took))
            rows = Bilingual(f"（下の{len(below)}行も同様）", f" (rows below that take it: {len(below)})")
            rows = rows if below else Bilingual("", "")
            message = Bilingual(
                f"{len(codes)}つの項目（{'、'.join(codes)}）が1つのセルにあり、どれの事業か分かりません{rows.ja}。",
                f"{len(codes)} items ({', '.join(codes)}) share one cell; which of them the row is of is not said{rows.en}.",
            )
            yield Found(code_place(initiative), message, listed.related(*below))


def _items(listed: Listed) -> Iterator[tuple[Initiative, list[Initiative]]]:
    """Yield each item at the row that prints it first, with the rows that print it again without another between."""
    own = (initiative for initiative in listed.document if own_source(initiative, "item"))
    for _, group in groupby(own, key=lambda i: (i.part, i.field_code, i.item_codes, fold(i.item_name or ""))):
        first, *again = group
        yield first, again


@rule(
    "DX111",
    "codes-and-titles-differ",
    "warning",
    Bilingual("項目番号と項目名の数が合わない", "codes and titles differ in number"),
    official=("L1-07",),
)
def codes_and_titles_differ(listed: Listed) -> Iterator[Found]:
    """A cell holds several codes and several titles, but fewer titles than codes.

    A title is missing, or a code is one too many; which title belongs to which code cannot be told (line 93 of
    fukushima_r04: four codes, three titles).

    日本語:
        1つのセルに複数の番号と複数の項目名がありますが、項目名の数が番号より少なくなっています。

        項目名が抜けたか、番号が余分です。どの番号がどの項目名か分かりません（fukushima_r04 の93行目。番号4つに項目名3つ）。

    Bad:
        1 行政の効率化|1(1) 1(2) 1(3) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 1(2) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    for initiative, _ in _items(listed):
        codes, titles = initiative.item_codes, (initiative.item_name or "").split()
        if 1 < len(titles) < len(codes):
            message = Bilingual(
                f"番号が{len(codes)}つ（{'、'.join(codes)}）あるのに、項目名は{len(titles)}つしかありません。",
                f"there are {len(codes)} codes ({', '.join(codes)}) but {len(titles)} titles.",
            )
            yield Found(cell_place(initiative, "item"), message)


@rule(
    "DX112",
    "plan-item-without-title",
    "warning",
    Bilingual("項目名のない「計画」", "計画 without a title"),
    official=("L1-05", "L2-02"),
)
def plan_item_without_title(listed: Listed) -> Iterator[Found]:
    """The item says 計画 and no more.

    計画 in place of a code says that the item is of the plan, not of the basic policy; without a title nobody can tell which
    item of the plan (lines 32 to 34 of fukushima_r04).

    日本語:
        項目に「計画」とだけあり、項目名がありません。

        番号の代わりの「計画」は、基本方針ではなく計画の項目であることを示します。項目名がないと、計画のどの項目か分かりません
        （fukushima_r04 の32～34行目）。

    Bad:
        1 行政の効率化|計画|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|計画 業務の現状分析|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    for initiative in listed.document:
        if initiative.plan_only and not initiative.item_name and own_source(initiative, "item"):
            message = Bilingual(
                f"「計画」とだけあり、「{shortened(initiative.project_name)}」が計画のどの項目か分かりません。",
                f"計画 without a title: which item of the plan 「{shortened(initiative.project_name)}」 is of is not said.",
            )
            yield Found(code_place(initiative), message)
