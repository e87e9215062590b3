"""DX404: rows of one project that name different departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.rules.dx4_records.conflict_findings import conflict_found, each_or_once
from dxlist.rules.dx4_records.disagreeing_rows import conflicts_here, place_of, share_office
from dxlist.rules.registry import rule_across_lists
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Found, Severity
    from dxlist.rules.dx4_records.disagreeing_rows import Disagreeing
    from dxlist.rules.listed import ListedRows


@rule_across_lists(
    "DX404",
    "project-with-different-departments",
    "info",
    Bilingual("同じ事業の担当課が違う", "one project, different departments"),
)
def project_with_different_departments(listed: ListedRows) -> Iterator[Found]:
    """Rows of one project, printed again below another item in the same words, name different departments.

    Whoever asks for the projects of a division finds it under one of them only.  A warning where the rows agree in all
    else that they print and have no division in common.  Rows that share a division (a coordinating one before it), and
    rows whose overview or target differs too, may be the parts of several divisions, and are info; several divisions one
    below the other in one item are nothing.

    日本語:
        別の項目に同じ文で再掲された事業の行で、担当課が違います。

        担当課で検索すると、一方の行だけが見つかります。ほかの欄がすべて同じで、共通の課がない場合に警告とします。共通の課がある
        もの（取りまとめ課が併記された行など）と、概要や目標も違うものは、各課の分担とも考えられるため参考とし、1つの項目の中で
        課ごとに行を分けたものは対象にしません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 市町村の支援|企画部 統計課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 市町村の支援|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
    """
    found = (
        conflict_found(listed, conflict, pair, _DIFFER, _severity(pair))
        for conflict, pair in conflicts_here(listed, "departments")
        if place_of(pair.one) != place_of(pair.two)
    )
    yield from each_or_once(listed, found, Bilingual("担当課", "their departments"))


_DIFFER = Bilingual("担当課が違います", "the departments differ")


def _severity(pair: Disagreeing) -> Severity | None:
    """Return how sure it is that one of two rows names the wrong department."""
    if share_office(pair.one, pair.two):
        return "info"
    texts = [
        (fold(ours), fold(theirs))
        for ours, theirs in ((pair.one.overview, pair.two.overview), (pair.one.kpi_text, pair.two.kpi_text))
        if ours and theirs
    ]
    agree = all(ours == theirs for ours, theirs in texts)
    return None if agree and sum(len(ours) for ours, _ in texts) >= _TELLING else "info"


_TELLING = 20
"""Letters of overview and target from which their equals are no chance."""
