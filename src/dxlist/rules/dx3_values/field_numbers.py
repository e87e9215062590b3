"""DX331: items that stand in a field of another number."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.places import cell_place, own_source
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.values.item_codes import steps_of
from dxlist.words.targets import AGAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule(
    "DX331",
    "item-of-another-field",
    "info",
    Bilingual("分野と項目の番号の食い違い", "item of another field"),
    official=("L1-12", "L2-02"),
)
def item_of_another_field(listed: Listed) -> Iterator[Found]:
    """The code of an item begins with another number than the field that it stands in: 3(1) in field 2.

    The field was not printed where it changed, or one of the two numbers is wrong; counts by field go wrong with it.  Said
    only of lists whose items begin with the number of their field everywhere else; where several rows in a row do so, at the
    first.

    日本語:
        項目の番号の頭が、その行の分野の番号と違います（分野2の中の項目3(1)など）。

        分野が変わったところで印刷されていないか、どちらかの番号が誤っており、分野別の集計が狂います。ほかの行では項目の番号が
        分野の番号で始まる一覧に限り、続く行はまとめて先頭に示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        2 人材の育成|2(1) 研修|総務部 人事課|研修事業|研修を行う。|60名を目標とする。
        |2(2) 採用|総務部 人事課|採用事業|採用を行う。|10名を目標とする。
        |3(3) 派遣|総務部 人事課|派遣事業|派遣を行う。|5名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        2 人材の育成|2(1) 研修|総務部 人事課|研修事業|研修を行う。|60名を目標とする。
        |2(2) 採用|総務部 人事課|採用事業|採用を行う。|10名を目標とする。
    """
    for _, rows in groupby(_numbered(listed), key=lambda row: row.initiative.part):
        part = list(rows)
        agreeing = [row.field for row in part if row.field == row.item]
        if len(set(agreeing)) < _LEAST_FIELDS or len(agreeing) < max(_LEAST_ROWS, len(part) * _LEAST_SHARE):
            continue
        for (field, item), group in groupby(part, key=lambda row: (row.field, row.item)):
            if field != item:
                yield _found(listed, list(group))


_LEAST_FIELDS, _LEAST_ROWS, _LEAST_SHARE = 2, 4, 0.8
"""In so many fields, rows and so great a share of all, items begin with the number of their field."""
_SURE = 0.7
"""Confidence below which field or item may have been read from another cell."""


class _Numbered(NamedTuple):
    """A row whose field has a number of one step and whose own item has more."""

    initiative: Initiative
    code: str
    """Of the field that it stands in."""
    field: int
    item: int


def _numbered(listed: Listed) -> Iterator[_Numbered]:
    """Yield the rows whose codes count; one whose code contradicts the field above has none, and is held against that."""
    part, above = 0, None
    for initiative in listed.document:
        if initiative.part != part or initiative.sources["field"]:
            part, above = initiative.part, initiative.field_code
        is_sure = initiative.confidence >= _SURE or not initiative.sources["field"]
        own = own_source(initiative, "item") and not _is_printed_again(initiative)
        if is_sure and above and own and len(initiative.item_codes) == 1:
            field, item = steps_of(above), steps_of(initiative.item_codes[0])
            if len(field) == 1 and len(item) > 1:
                yield _Numbered(initiative, above, field[0], item[0])


def _is_printed_again(initiative: Initiative) -> bool:
    """Return whether a row says that its item, or its project, belongs elsewhere too: 1-1 高齢（再掲）."""
    texts = (initiative.item_name, initiative.project_name, *initiative.extra.values())
    return any(AGAIN.search(text) for text in texts if text)


def _found(listed: Listed, rows: Sequence[_Numbered]) -> Found:
    first = rows[0]
    item = first.initiative.item_codes[0]
    message = Bilingual(
        f"項目{item}が分野{first.code}の中にあります。分野が印刷されていないか、番号が誤っています。",
        f"item {item} stands in field {first.code}: a field was not printed, or a number is wrong.",
    )
    return Found(cell_place(first.initiative, "item"), message, listed.related_rows(row.initiative for row in rows[1:]))
