"""DX309: numbers of targets that a list writes in two ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.kpi_texts import own_kpis
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.rules.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule(
    "DX309",
    "mixed-thousands-separators",
    "warning",
    Bilingual("桁区切りの不統一", "thousands with and without commas"),
    official=("L2-01",),
)
def mixed_thousands_separators(listed: Listed) -> Iterator[Found]:
    """Some numbers of a list have commas between their thousands, and some have none.

    Numbers of two kinds are found by no one search, and one without its comma is easily misread by a factor of ten (line
    42 of fukushima_r04: 5000台, beside 23,146件).  Said once for a list, at the rarer kind; info where both are as common.

    日本語:
        一覧の中に、桁区切りのコンマがある数値とない数値があります。

        一度の検索で見つからず、桁の読み違いも起きやすくなります（fukushima_r04 の42行目「5000台」、ほかは「23,146件」等）。
        一覧ごとに1件、少ない方の場所に示します。どちらも多い場合は参考とします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、12,300件を目標とする。
        1 行政の効率化|1(2) 情報公開|総務部 情報政策課|データ公開事業|データを公開する。|閲覧件数について、23,146件を目標とする。
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|研修を行う。|同時に閲覧できる台数を5000台とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度（2025年度）の利用件数について、12,300件を目標とする。
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|研修を行う。|同時に閲覧できる台数を5,000台とする。
    """
    numbers = list(_numbers(listed))
    with_comma = [number for number in numbers if number.has_comma]
    bare = [number for number in numbers if not number.has_comma]
    if not with_comma or not bare:
        return
    rarer, usual = sorted((bare, with_comma), key=len)
    first = rarer[0]
    lines = dict.fromkeys(number.kpi.initiative.line for number in rarer[1:])
    severity: Severity = "warning" if len(usual) >= len(rarer) * _MUCH_RARER else "info"
    place = first.kpi.place(first.start, first.start + len(first.digits))
    yield Found(place, _message(rarer, usual), listed.related(*lines), _other_way(first.digits), severity)


_MUCH_RARER = 3
_DIGITS = re.compile(r"[0-9０-９][0-9０-９,，]*")
_THOUSANDS = re.compile(r"[0-9]{4,}|[0-9]{1,3}(?:,[0-9]{3})+")


class _Number(NamedTuple):
    kpi: Kpi
    start: int
    digits: str
    has_comma: bool


def _numbers(listed: Listed) -> Iterator[_Number]:
    """Yield the whole numbers of four digits and more that are targets."""
    for kpi in own_kpis(listed):
        for target in kpi.targets:
            digits = _DIGITS.search(target.raw)
            if digits and target.unit and _THOUSANDS.fullmatch(narrow(digits[0])):
                yield _Number(kpi, target.start + digits.start(), digits[0], "," in narrow(digits[0]))


def _message(rarer: list[_Number], usual: list[_Number]) -> Bilingual:
    here, there = rarer[0].digits, usual[0].digits
    return Bilingual(
        f"桁区切りが揃っていません。「{here}」のような数値が{len(rarer)}個、「{there}」のような数値が{len(usual)}個あります。",
        f"thousands are written in two ways: {len(rarer)} like {here}, {len(usual)} like {there}.",
    )


def _other_way(digits: str) -> str:
    plain = narrow(digits).replace(",", "")
    return plain if "," in narrow(digits) else f"{int(plain):,}"
