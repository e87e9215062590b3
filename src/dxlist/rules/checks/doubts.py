"""DX108-DX109: what could not be read for sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.bilingual import Bilingual
from dxlist.initiatives import DOUBTFUL
from dxlist.model.finding import Found
from dxlist.model.initiative import Ditto, Filled, TakenOut
from dxlist.rules.places import leftover_place, row_place, shortened
from dxlist.rules.registry import rule
from dxlist.rules.standing import is_second_ditto, own_source, stands_for_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule(
    "DX108",
    "cell-of-no-column",
    "warning",
    Bilingual("どの列にも属さないセル", "cell of no column"),
    official=("L1-04", "L1-05"),
)
def cell_of_no_column(listed: Listed) -> Iterator[Found]:
    """A cell holds text that fits no column of its row, or belongs to no row.

    Such a text is in no record: a stray remark, one cell too many, or a field below which no row stands.

    日本語:
        行のどの列にも当てはまらない文字、またはどの行にも属さない文字がセルにあります。

        欄外の書き込み、余分なセル、続く行のない分野名などで、どの記録にも入りません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興|||||

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    rows = {initiative.line: initiative for initiative in listed.document}
    for leftover in listed.document.leftovers:
        row = rows.get(leftover.line)
        if not stands_for_field(leftover, row) and not is_second_ditto(leftover):
            words = shortened(leftover.text)
            message = Bilingual(
                f"{leftover.cell}列目の「{words}」は、どの記録にも入りません。",
                f"cell {leftover.cell}, 「{words}」, belongs to no record.",
            )
            yield Found(leftover_place(leftover, row), message)


@rule(
    "DX109",
    "row-in-doubt",
    "info",
    Bilingual("読み方が確かでない行", "row read in doubt"),
    official=("L1-05",),
)
def row_in_doubt(listed: Listed) -> Iterator[Found]:
    """A row can be read in more than one way.

    Its cells could stand for other columns, a blank in it could be a line end or not, or it names no project.  Said where
    the doubt begins; rows that took a merged cell from there are related.  It is a warning where the row was as good as
    guessed, or names no project at all.

    日本語:
        二通りに読める行です。

        セルが別の列のものとも読める、空白が改行の跡とも区切りとも読める、事業名がない、などの行です。疑いの元の行を示し、そこから
        結合セルの内容を受け継いだ行を関連する行として添えます。ほとんど当て推量になった行と、事業名のない行は警告とします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興||商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興|2(1) 販路の開拓|商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。
    """
    heirs = dict[int, list[int]]()
    doubtful = {i.line: i for i in listed.document if i.confidence < DOUBTFUL}
    for line, initiative in doubtful.items():
        heirs.setdefault(_origin(initiative, doubtful), []).append(line)
    for origin, lines in heirs.items():
        initiative = doubtful[origin]
        why, severity = _reason(initiative)
        message = Bilingual(
            f"{why.ja}（確度{initiative.confidence:.2f}）。",
            f"{why.en} (confidence {initiative.confidence:.2f}).",
        )
        related = listed.related(*(line for line in lines if line != origin))
        yield Found(row_place(initiative), message, related, severity=severity)


def _origin(initiative: Initiative, doubtful: Mapping[int, Initiative]) -> int:
    """Return the line where the doubt of a row begins: that of a cell which it took from a row as doubtful."""
    above = (r.from_line for r in initiative.repairs if isinstance(r, Filled | Ditto) and r.from_line in doubtful)
    return next((line for line in above if doubtful[line].confidence <= initiative.confidence + _NEAR), initiative.line)


_NEAR = 0.05
_GUESSED = 0.1
"""Confidence below which a row was as good as guessed."""


def _reason(initiative: Initiative) -> tuple[Bilingual, Severity]:
    wrapped = any(
        isinstance(repair, TakenOut) and repair.kind == "unwrapped" and own_source(initiative, repair.column)
        for repair in initiative.repairs
    )
    if not initiative.project_name:
        return Bilingual("この行には事業名がありません", "this row names no project"), "warning"
    severity: Severity = "warning" if initiative.confidence < _GUESSED else "info"
    if own_source(initiative, "field") and initiative.sources["item"] is None:
        return Bilingual("分野が変わったのに項目がありません", "the field is new, and there is no item"), severity
    if wrapped:
        return Bilingual("空白が改行の跡か区切りか、はっきりしません", "a blank may be a line end, or not"), severity
    return Bilingual("どのセルがどの列のものか、はっきりしません", "its cells may be those of other columns"), severity
