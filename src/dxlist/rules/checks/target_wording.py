"""DX305-DX307: words of a target that say something else than its number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.kpi_texts import own_kpis
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.words.measures import AGAINST, AT_MOST_ALL, BARE_REDUCTION, CHANGE_OF_RATE, LEVEL
from dxlist.words.targets import CHANGE, TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule(
    "DX305",
    "share-over-hundred-percent",
    "warning",
    Bilingual("100%を超える割合", "share over 100 %"),
)
def share_over_hundred_percent(listed: Listed) -> Iterator[Found]:
    """A share of a whole is to be more than all of it.

    A coverage, a rate of those who take part or the share of those who answered is at most 100 %; a point was lost, or the
    number is one of another metric.  Rates that compare with another year or a plan (達成率, 前年度比) may be more.

    日本語:
        全体に対する割合の目標が100%を超えています。

        カバー率、受診率、回答の割合などは100%を超えません。小数点の脱落か、別の指標の値の可能性があります。前年度比や達成率の
        ように、他の値と比べる率は対象にしません。

    Bad:
        1 情報基盤|1(1) 通信|企画部 情報政策課|通信基盤整備事業|通信基盤を整備する。|携帯電話の人口カバー率について、999.7%を目標とする。

    Good:
        1 情報基盤|1(1) 通信|企画部 情報政策課|通信基盤整備事業|通信基盤を整備する。|携帯電話の人口カバー率について、99.97%を目標とする。
        1 情報基盤|1(1) 通信|企画部 情報政策課|利用促進事業|利用を促進する。|前年度の利用件数に対する割合について、120%を目標とする。
    """
    for kpi in own_kpis(listed):
        for target in kpi.targets:
            if _is_over_all(kpi, target):
                message = Bilingual(
                    f"割合の目標が{target.raw}です。100%を超えることのない割合か確かめてください。",
                    f"a share is to be {target.raw}, more than all; check the number.",
                )
                yield Found(kpi.target_place(target), message)


_ALL = 100
_LEVELS = frozenset({"eq", "ge", "gt", "approx"})


def _is_over_all(kpi: Kpi, target: KpiTarget) -> bool:
    if target.unit != "%" or target.comparator not in _LEVELS or Decimal(target.value) <= _ALL:
        return False
    start, _ = kpi.sentence(target.start)
    metric = AT_MOST_ALL.search(kpi.plain, start, target.start)
    return metric is not None and AGAINST.search(kpi.plain, start, target.end) is None


@rule(
    "DX306",
    "rate-of-change-changes",
    "warning",
    Bilingual("増加率・削減率に「増」「減」", "rate of change that changes"),
)
def rate_of_change_changes(listed: Listed) -> Iterator[Found]:
    """A rate of change is given a change: 増加率 … 120%増.

    Either the thing is to grow by so much, or to so much, or its rate of growth is to be that much higher; line 118 of
    fukushima_r04 (売上増加率について、120%増) may mean 1.2, 2.2 times the sales, or more.

    日本語:
        増加率や削減率の目標に、さらに「増」「減」が付いています。

        その分だけ増やすのか、その水準まで増やすのか、率そのものを上げるのかが分かりません。fukushima_r04 の118行目
        「売上増加率について、120%増」は、売上の1.2倍とも2.2倍とも読めます。

    Bad:
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上増加率について、120%増を目標とする。

    Good:
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上増加率について、20%を目標とする。
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上について、前年度比20%増を目標とする。
    """
    for kpi in own_kpis(listed):
        for match in CHANGE_OF_RATE.finditer(kpi.plain):
            words = kpi.text[match.start() : match.end()]
            message = Bilingual(
                f"「{words}」では、率に増減が重なっています。増減の大きさか、到達する水準か、一方を書いてください。",
                f"「{words}」 changes a rate of change; give either the size of the change or the level to be reached.",
            )
            yield Found(kpi.place(*match.span()), message)


@rule(
    "DX307",
    "reduction-or-level",
    "warning",
    Bilingual("削減の幅か水準か不明", "reduction or level"),
)
def reduction_or_level(listed: Listed) -> Iterator[Found]:
    """The target is a reduction, and its number may be the size of it or the level that is left.

    総実労働時間/月の削減について、165.6時間 (line 130 of fukushima_r04) is a month's work, and hardly what is to be saved of it.
    A warning where the words tell of a mean, or of a thing per month, person or case, else info; 削減時間, 削減率 and 10%削減
    are clear.

    日本語:
        「削減」等の目標ですが、数値が減らす幅か減らした後の水準かが分かりません。

        fukushima_r04 の130行目「総実労働時間/月の削減について、165.6時間」は月の労働時間であり、削減幅とは考えにくい値です。
        平均や、月・人・件当たりの値なら警告、ほかは参考とします。「削減時間」「削減率」「10%削減」は対象にしません。

    Bad:
        1 働き方改革|1(1) 長時間労働の是正|総務部 人事課|業務改善事業|業務を改善する。|職員の月平均時間外勤務の削減について、20時間を目標とする。

    Good:
        1 働き方改革|1(1) 長時間労働の是正|総務部 人事課|業務改善事業|業務を改善する。|職員の業務の削減時間について、11,400時間を目標とする。
        1 働き方改革|1(1) 長時間労働の是正|総務部 人事課|業務改善事業|業務を改善する。|職員の時間外勤務について、月平均5時間削減する。
    """
    for kpi in own_kpis(listed):
        for target in kpi.targets:
            if severity := _unclear_reduction(kpi, target):
                message = Bilingual(
                    f"削減の目標が「{target.raw}」です。減らす幅なら「{target.raw}削減」、減らした後の水準なら「{target.raw}以内」等と書いてください。",
                    f"of a reduction, {target.raw} may be the size or the level that is left; say which.",
                )
                yield Found(kpi.target_place(target), message, severity=severity)


_CLEAR_UNITS = frozenset({"%", "ポイント", "倍", "‰", None})


def _unclear_reduction(kpi: Kpi, target: KpiTarget) -> Severity | None:
    if target.unit in _CLEAR_UNITS or target.comparator not in {"eq", "approx"}:
        return None
    start, end = kpi.sentence(target.start)
    metric = BARE_REDUCTION.search(kpi.plain, start, target.start)
    if metric is None or CHANGE.match(kpi.plain, target.end) or "削減" in kpi.plain[target.end : end]:
        return None
    is_topic = TOPIC.search(metric[0]) and LEVEL.search(kpi.plain, start, metric.end())
    return "warning" if is_topic or "平均" in target.raw else "info"
