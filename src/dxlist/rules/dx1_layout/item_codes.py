"""DX113-DX115: numbers of items that are missing or out of order, and rows that were filled across such a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx1_layout.numbering import field_key, is_same_item, numberings, title_of
from dxlist.rules.dx1_layout.own_cells import heirs_of_items
from dxlist.rules.places import code_place, own_source, raw_place, row_place, shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.model.finding import Place
    from dxlist.model.initiative import Initiative
    from dxlist.rules.dx1_layout.numbering import Coded, Gap, Numbering
    from dxlist.rules.listed import Listed


@rule(
    "DX113", "item-code-missing", "warning", Bilingual("抜けている項目番号", "item code missing"), official=("L2-02",)
)
def item_code_missing(listed: Listed) -> Iterator[Found]:
    """A number is missing in codes that otherwise have no gap.

    Either the item was left out of the print, and its rows now stand under another, or its code was misprinted (2(1) in
    fukushima_r04, before line 15).  A list whose codes have gaps by nature, because it holds only some items, is left alone.

    日本語:
        ほかは続いている項目番号のうち、1つが抜けています。

        項目が印刷から漏れ、その行が別の項目の下に入っているか、番号の誤植です（fukushima_r04 では15行目の前の2(1)）。一部の項目
        だけを載せ、番号がもともと飛び飛びの一覧は対象にしません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
        |1(3) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
        2 産業の振興|2(1) 販路の開拓|商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。
        |2(2) 観光の情報発信|商工部 観光課|観光情報発信事業|動画を配信する。|5本を目標とする。
        |2(4) 農業の省力化|農政部 農業振興課|スマート農業推進事業|ドローンを導入する。|20経営体を目標とする。
        3 暮らしの安全|3(1) 防災情報の充実|危機管理部 防災課|防災アプリ運用事業|防災アプリを運用する。|登録者3万人を目標とする。
        |3(2) 見守りの充実|福祉部 高齢福祉課|見守りセンサー事業|センサーを設置する。|100世帯を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(4) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
        2 産業の振興|2(2) 観光の情報発信|商工部 観光課|観光情報発信事業|動画を配信する。|5本を目標とする。
        |2(5) 農業の省力化|農政部 農業振興課|スマート農業推進事業|ドローンを導入する。|20経営体を目標とする。
    """
    for numbering in numberings(listed.document):
        for gap in numbering.gaps:
            between = _between(listed.document, gap)
            if _is_missing(numbering, gap, between):
                lines = ([gap.before.initiative.line] if gap.before else []) + [row.line for row in between]
                yield Found(_place(gap.after), _missing_words(gap, between), listed.related(*lines))


def _is_missing(numbering: Numbering, gap: Gap, between: list[Initiative]) -> bool:
    """Return whether a gap is one that the list has nowhere else, or holds as many items without a code."""
    twice = any(
        gap.before is not None and again.initiative is gap.before.initiative for _, again in _repeated(numbering)
    )
    if twice or any(_BEGINS_WITH_CODE.match(row.item_name or "") for row in between):
        return False
    return (numbering.is_sure(gap) and _is_dense(numbering, _DENSE, least=8)) or _is_uncoded(numbering, gap, between)


_DENSE, _NEARLY_DENSE, _SOME = 20, 8, 3
"""Codes to each missing one, at least."""


def _place(coded: Coded) -> Place:
    """Return the place of a code: at the head of an item, or of a field where the list has no items."""
    row = coded.initiative
    return code_place(row) if row.sources["item"] else raw_place(row, "field", coded.code)


def _is_dense(numbering: Numbering, to_one: int, *, least: int) -> bool:
    """Return whether so few numbers are missing that each of them counts."""
    codes = len(numbering.codes)
    return codes >= least and numbering.missing <= max(1, codes // to_one)


def _between(document: Document, gap: Gap) -> list[Initiative]:
    """Return the rows of the field that stand between the codes on both sides of a gap."""
    after = gap.after.initiative
    start = gap.before.initiative.line if gap.before else 0
    rows = (row for row in document if start < row.line < after.line)
    return [row for row in rows if after.sources["item"] is None or field_key(row) == field_key(after)]


def _uncoded(rows: list[Initiative]) -> list[Initiative]:
    """Return the rows that print an item with a title alone, each item once."""
    found = (row for row in rows if own_source(row, "item") and not row.item_codes and not row.plan_only)
    found = (row for row in found if not _BEGINS_WITH_CODE.match(row.item_name or ""))
    return list({fold(row.item_name or ""): row for row in found}.values())


_BEGINS_WITH_CODE = regex(r"[(（]?[0-9０-９]")
"""Of a title: a code of a form that is not known (7新), so that none is missing."""


def _is_uncoded(numbering: Numbering, gap: Gap, between: list[Initiative]) -> bool:
    """Return whether items without a code stand in a gap, just as many as numbers are missing."""
    return len(_uncoded(between)) == len(gap.missing) and _is_dense(numbering, _SOME, least=4)


def _missing_words(gap: Gap, between: list[Initiative]) -> Bilingual:
    uncoded, before, after = _uncoded(between), gap.before, gap.after.code
    if len(uncoded) == len(gap.missing):
        line, title = uncoded[0].line, shortened(uncoded[0].item_name)
        why = Bilingual(
            f"。{line}行目の項目「{title}」に番号がありません。", f"; the item 「{title}」 on line {line} has no code."
        )
    elif before is None:
        why = Bilingual(f"（この分野は{after}から始まっています）。", f": this field begins with {after}.")
    else:
        why = Bilingual(f"（{before.code}の次が{after}です）。", f" between {before.code} and {after}.")
    return Bilingual("項目番号", "there is no ") + COMMA.join(gap.missing) + Bilingual("がありません", "") + why


@rule(
    "DX114",
    "item-code-out-of-order",
    "info",
    Bilingual("順序の乱れた項目番号、重複した項目番号", "item code out of order or used twice"),
    official=("L2-03",),
)
def item_code_out_of_order(listed: Listed) -> Iterator[Found]:
    """A code breaks the order that all others keep, or one code stands before two different items.

    Mostly a misprinted digit, or a row at the wrong place.  Codes may begin anew with each list and field; a list that is
    sorted by something else is left alone.

    日本語:
        ほかの番号が守っている順序を乱す番号、または違う項目に使われた同じ番号です。

        多くは数字の誤りか、行の置き場所の誤りです。一覧や分野ごとに番号が振り直されることや、別の順に並んだ一覧は対象にしません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(5) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
        |1(3) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
        |1(4) 販路の開拓|商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。
        2 暮らしの安全|2(1) 防災情報の充実|危機管理部 防災課|防災アプリ運用事業|防災アプリを運用する。|登録者3万人を目標とする。
        |2(2) 見守りの充実|福祉部 高齢福祉課|見守りセンサー事業|センサーを設置する。|100世帯を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
        2 暮らしの安全|1(1) 防災情報の充実|危機管理部 防災課|防災アプリ運用事業|防災アプリを運用する。|登録者3万人を目標とする。
    """
    for numbering in numberings(listed.document):
        few = max(1, len(numbering.codes) // _DENSE)
        repeated = _repeated(numbering)
        if len(repeated) <= few and len(numbering.codes) >= _FEWEST and not numbering.strays:
            for first, again in repeated:
                one, other = shortened(title_of(first.initiative)), shortened(title_of(again.initiative))
                message = Bilingual(
                    f"項目番号{again.code}が2つの項目「{one}」「{other}」に使われています。",
                    f"the code {again.code} stands before two items: 「{one}」 and 「{other}」.",
                )
                yield Found(_place(again), message, listed.related(first.initiative.line))
        if len(numbering.strays) <= few and len(numbering.codes) >= _LEAST:
            alone = (
                stray for stray in numbering.strays if not (numbering.begins_anew(stray) or _is_again(numbering, stray))
            )
            yield from (_stray(listed, numbering, stray) for stray in alone)


_FEWEST, _LEAST = 4, 6
"""Codes that show what a code stands for; codes that show an order."""
_AGAIN = regex("再掲|[(（]再[)）]")


def _is_again(numbering: Numbering, stray: Coded) -> bool:
    """Return whether an item stands out of its order because it is printed a second time: 再掲."""
    row = stray.initiative
    if any(_AGAIN.search(text) for text in (title_of(row), row.project_name or "", *row.extra.values())):
        return True
    same = (one.initiative for one in numbering.codes if one is not stray and one.code == stray.code)
    return any(fold(title_of(other)) == fold(title_of(row)) for other in same)


def _stray(listed: Listed, numbering: Numbering, stray: Coded) -> Found:
    at = numbering.codes.index(stray)
    sides = [numbering.codes[k] for k in (at - 1, at + 1) if 0 <= k < len(numbering.codes)]
    codes = [coded.code for coded in sides]
    message = Bilingual(
        f"項目番号{stray.code}の順序が乱れています（{'と'.join(codes)}の間にあります）。",
        f"the code {stray.code} is out of order, between {' and '.join(codes)}.",
    )
    return Found(_place(stray), message, listed.related(*(c.initiative.line for c in sides)))


def _repeated(numbering: Numbering) -> list[tuple[Coded, Coded]]:
    """Return the codes that stand right behind themselves before another item."""
    pairs = zip(numbering.codes, numbering.codes[1:], strict=False)
    return [
        (one, two)
        for one, two in pairs
        if one.code == two.code
        and one.initiative is not two.initiative
        and (one.initiative.sources["item"] is None or field_key(one.initiative) == field_key(two.initiative))
        and not is_same_item(one.initiative, two.initiative)
    ]


@rule(
    "DX115",
    "doubtful-fill-after-plan-item",
    "warning",
    Bilingual("「計画」の項目から補われた、疑わしい行", "doubtful rows below a 計画 item"),
    official=("L2-02", "L1-12"),
)
def doubtful_fill_after_plan_item(listed: Listed) -> Iterator[Found]:
    """Rows with a blank item stand below an item of the plan, though the next code of the list is missing.

    A blank means "as above", so they were given the item marked 計画; but their departments are others, and the code that
    should follow is not there.  They probably belong to it (lines 11 to 14 of fukushima_r04 and the missing 2(1)).  A person
    may settle that in the sidecar.

    日本語:
        「計画」の項目の下に項目の空白な行が続いていますが、次に来るはずの項目番号がありません。

        空白は「上と同じ」と読むため、これらの行は「計画」の項目になりました。しかし担当課は異なり、続くはずの番号が抜けているので、
        その項目の行と思われます（fukushima_r04 の11～14行目と、抜けている2(1)）。付属ファイル（.toml）で正せます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
        2 産業の振興|計画 業務の現状分析|警察本部 警務課|業務改革推進事業|業務を分析する。|報告書をまとめる。
        ||商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。
        |2(2) 観光の情報発信|商工部 観光課|観光情報発信事業|動画を配信する。|5本を目標とする。
        |2(3) 農業の省力化|農政部 農業振興課|スマート農業推進事業|ドローンを導入する。|20経営体を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |計画 業務の現状分析|警察本部 警務課|業務改革推進事業|業務を分析する。|報告書をまとめる。
        ||総務部 人事課|働き方改革推進事業|在宅勤務を広げる。|30人を目標とする。
        |1(2) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
    """
    for plan, rows, missing in _doubtful_fills(listed.document):
        title = f"計画 {shortened(plan.item_name)}".strip()
        message = Bilingual(
            f"項目が空白のため{plan.line}行目の「{title}」を補いましたが、担当課が異なり、次に来るはずの{missing}が"
            f"ありません。{len(rows)}行は{missing}の事業かもしれません。",
            f"the item is blank and was taken from 「{title}」 on line {plan.line}, but the department is another one and "
            f"{missing}, which should come next, is missing: the row may belong to it ({len(rows)} in all).",
        )
        lines = (plan.line, *(row.line for row in rows[1:]))
        yield Found(row_place(rows[0]), message, listed.related(*lines))


def _doubtful_fills(document: Document) -> Iterator[tuple[Initiative, list[Initiative], str]]:
    """Yield an item of the plan, the rows that took it from the first of another department on, and the code that is missing."""
    heirs = heirs_of_items(document)
    for numbering in numberings(document):
        for gap in numbering.gaps if _is_dense(numbering, _NEARLY_DENSE, least=4) else ():
            between = _between(document, gap)
            if _uncoded(between) or any(row.sources["item"] is None for row in between):
                continue  # the missing item is that one
            for plan in (row for row in between if row.plan_only and row.line in heirs):
                below = heirs[plan.line]
                first = next((k for k, row in enumerate(below) if row.departments != plan.departments), None)
                if first is not None:
                    yield plan, below[first:], gap.missing[-1]
