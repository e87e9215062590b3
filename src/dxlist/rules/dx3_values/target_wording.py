"""DX303-DX307: cells that should set a target and do not, and words of a target that say something else than its number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.model.initiative import Truncated
from dxlist.rules.dx3_values.kpi_texts import own_kpis, own_targets
from dxlist.rules.places import cell_place, own_source, repairs_of, row_place, shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual, plural
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.measures import (
    AGAINST,
    AT_MOST_ALL,
    BARE_REDUCTION,
    CHANGE_OF_RATE,
    LEVEL,
    MAY_EXCEED,
    NO_TARGET_NEEDED,
)
from dxlist.words.targets import AGAIN, CHANGE, TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.dx3_values.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule("DX303", "target-copies-overview", "warning", Bilingual("概要と同じ目標", "target copies the overview"))
def target_copies_overview(listed: Listed) -> Iterator[Found]:
    """The cell of the target says what the overview says, and nothing more.

    What would count as success stays open (lines 49, 52, 66 and 166 of fukushima_r04).  A target that only adds a word
    or two to the overview (line 136: 迅速に) or repeats a sentence of it (line 163) is told as info, and so is one that
    holds a number: there it is the overview that says too little.

    日本語:
        指標・目標の欄が、事業概要と同じ文です。

        何をもって達成とするのかが分かりません（fukushima_r04 の49、52、66、166行目）。概要に一、二語を足しただけのもの
        （136行目「迅速に」）、概要の一文を繰り返すもの（163行目）、数値を含むもの（概要の側の書き不足）は、参考として
        示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|情報セキュリティ研修|職員を対象とした研修を行う。|職員を対象とした研修を行う。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|情報セキュリティ研修|職員を対象とした研修を行う。|研修の受講者数について、300名を目標とする。
    """
    kpis = list(own_kpis(listed))
    copies = [_Copy(kpi, *found) for kpi in kpis if (found := _copy(kpi))]
    same = [copy for copy in copies if copy.how == _SAME]
    if len(same) > max(_MANY_COPIES, len(kpis) * _SHARE_OF_COPIES):
        copies = [copy for copy in copies if copy.how != _SAME]
        yield _of_the_list(listed, same, "info" if len(same) > len(kpis) / 2 else None)
    for kpi, severity, how in copies:
        yield Found(kpi.place(0, len(kpi.text)), how + _SUCCESS, severity=severity)


class _Copy(NamedTuple):
    kpi: Kpi
    severity: Severity
    how: Bilingual


def _of_the_list(listed: Listed, same: Sequence[_Copy], severity: Severity | None) -> Found:
    first, *others = same
    message = Bilingual(
        f"指標・目標が事業概要と同じ文の行が{len(same)}行あります。",
        f"{len(same)} targets are the overview once more; ",
    )
    rows = listed.related_rows(copy.kpi.initiative for copy in others)
    return Found(first.kpi.place(0, len(first.kpi.text)), message + _SUCCESS, rows, severity=severity)


_MANY_COPIES, _SHARE_OF_COPIES = 5, 0.2
"""So many copies, and so great a share of all targets, are the way of a list and said once."""
_ENDS = "。.・「」、,()-ー-－"
_SHORTEST, _SHORT = 4, 8
_LONG_ENOUGH = 15
"""Letters below which two texts are alike by chance."""
_FEW = 6
"""Letters that a near copy may add or leave out."""


def _copy(kpi: Kpi) -> tuple[Severity, Bilingual] | None:
    """Return how a target repeats the overview: to the letter, but for a word, or as a part of it."""
    overview = kpi.initiative.overview
    if not overview or not own_source(kpi.initiative, "overview"):
        return None
    theirs, ours = fold(overview).strip(_ENDS), fold(kpi.text).strip(_ENDS)
    if len(ours) < _SHORTEST or kpi.initiative.kpi_status == "none_declared":
        return None
    if theirs == ours:
        return ("info" if kpi.targets or len(ours) < _SHORT else "warning"), _SAME
    if len(ours) < _LONG_ENOUGH or kpi.targets:
        return None
    if abs(len(ours) - len(theirs)) <= _FEW and _differ_once(theirs, ours):
        return "info", _NEAR
    return ("info", _PART) if ours in theirs else None


def _differ_once(one: str, other: str) -> bool:
    """Return whether a few letters at one place make one text the other."""
    shorter, longer = sorted((one, other), key=len)
    head = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest = len(shorter) - head
    tail = next((i for i in range(rest) if shorter[-1 - i] != longer[-1 - i]), rest)
    return len(longer) - head - tail <= _FEW


_SAME = Bilingual("指標・目標が事業概要と同じ文です。", "the target is the overview once more; ")
_NEAR = Bilingual("指標・目標が事業概要とほぼ同じ文です。", "the target is the overview but for a word or two; ")
_PART = Bilingual("指標・目標が事業概要の一部の繰り返しです。", "the target repeats a part of the overview; ")
_SUCCESS = Bilingual("何をもって達成とするかを書いてください。", "say what counts as success.")


@rule("DX304", "target-missing", "warning", Bilingual("指標・目標がない", "no target"), official=("L1-09", "L3-03"))
def target_missing(listed: Listed) -> Iterator[Found]:
    """The cell of the target is blank where other rows of the list have one.

    A blank says neither that there is none nor that it was forgotten.  なし says it; cells with nothing but a dash are told
    once, as info.  Rows that share the project above, and rows that the print cut off, are other findings.
    Where many cells are blank, as in lists that print one target for several projects, that is said once, as info.

    日本語:
        他の行には指標・目標があるのに、この行では空白です。

        空白では、設定がないのか書き忘れなのかが分かりません。「－」は参考として示し、「なし」等の明記は対象にしません。上の行と
        事業を共有する行、印刷で切れた行は別のルールで扱います。空白が多い一覧（複数の事業に1つの目標を印刷するもの）では、
        参考として1件にまとめます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|市役所の窓口における書かない手続の仕組みを整える。|
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|職員を対象とした研修を行う。|研修の受講者数について、300名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|市役所の窓口における書かない手続の仕組みを整える。|指標の設定なし
    """
    parts = {initiative.part for initiative in listed.document if initiative.kpi_text or initiative.indicators}
    rows = [initiative for initiative in listed.document if initiative.part in parts and _may_lack(initiative)]
    blank = [row for row in rows if row.kpi_text is None and not _has_indicator(row) and not _is_told_elsewhere(row)]
    if len(blank) > max(1, len(rows) * _SHARE):
        message = Bilingual(
            f"指標・目標が空白の行が{len(blank)}行あります。複数の行に共通のものなら各行に、設定しないなら「なし」等と書いてください。",
            f"{len(blank)} rows have no target; repeat one that holds for several rows, and say where none is set.",
        )
        yield Found(row_place(blank[0]), message, listed.related_rows(blank[1:]), severity="info")
    else:
        yield from (_blank(initiative, len(rows) - len(blank)) for initiative in blank)
    told = (initiative for initiative in rows if initiative.kpi_text and initiative.kpi_status == "missing")
    dashes = [row for row in told if not any(map(str.isalnum, row.kpi_text or ""))]
    if dashes:
        message = Bilingual(
            f"指標・目標が「－」だけの行が{len(dashes)}行あります。意味（設定なし、未定など）を注記してください。",
            f"the target of {plural(len(dashes), '行', 'row')} is only a dash; say what it stands for.",
        )
        yield Found(cell_place(dashes[0], "kpi_text"), message, listed.related_rows(dashes[1:]), severity="info")


_SHARE = 0.15
"""A greater share of blanks than this is the way of a list."""
_SURE = 0.5
"""Confidence below which the target may have been read into another column."""


def _is_told_elsewhere(initiative: Initiative) -> bool:
    """Return whether a row says that its project stands elsewhere too, with its target: …事業【再掲】."""
    names = (initiative.project_name, initiative.overview, initiative.item_name, *initiative.extra.values())
    return any(AGAIN.search(text) for text in names if text)


def _has_indicator(initiative: Initiative) -> bool:
    """Return whether a column of its own says what is measured or aimed at; a result alone (実績) does not."""
    return any(indicator.name or indicator.targets for indicator in initiative.indicators)


def _may_lack(initiative: Initiative) -> bool:
    """Return whether a row has an overview, and nothing explains why it has no target."""
    if initiative.kpi_status == "shared" or initiative.confidence < _SURE:
        return False
    name = initiative.project_name
    left = own_source(initiative, "kpi_text") if initiative.kpi_text is None else None
    if (name and NO_TARGET_NEEDED.search(name)) or (left and left.raw.strip()):
        return False  # what a program left in the cell (#REF!) is told for itself
    return bool(initiative.overview) and not any(repairs_of(initiative, Truncated))


def _blank(initiative: Initiative, others: int) -> Found:
    name = shortened(initiative.project_name)
    message = Bilingual(
        f"{f'「{name}」の' if name else ''}指標・目標が空白です（ほかの{others}行にはあります）。設定しない場合は「なし」等と書いてください。",
        f"{f'「{name}」 has' if name else 'there is'} no target, {others} other rows have one; where none is set, say so.",
    )
    return Found(row_place(initiative), message)


@rule("DX305", "share-over-hundred-percent", "info", Bilingual("100%を超える割合", "share over 100 %"))
def share_over_hundred_percent(listed: Listed) -> Iterator[Found]:
    """A share of a whole is to be more than all of it.

    A coverage, a rate of those who take part or the share of those who answered is at most 100 %; a point was lost, or the
    number is one of another metric.  Rates that compare with another year or a plan (達成率, 前年度比) may be more; of those
    that may be taken of a plan or of households (普及率, 整備率), up to twice as much is info.

    日本語:
        全体に対する割合の目標が100%を超えています。

        カバー率、受診率、回答の割合などは100%を超えません。小数点の脱落か、別の指標の値の可能性があります。前年度比や達成率の
        ように、他の値と比べる率は対象にせず、計画や世帯に対する率とも読めるもの（普及率、整備率など）の200%までは参考とします。

    Bad:
        1 情報基盤|1(1) 通信|企画部 情報政策課|通信基盤整備事業|通信基盤を整備する。|携帯電話の人口カバー率について、999.7%を目標とする。

    Good:
        1 情報基盤|1(1) 通信|企画部 情報政策課|通信基盤整備事業|通信基盤を整備する。|携帯電話の人口カバー率について、99.97%を目標とする。
        1 情報基盤|1(1) 通信|企画部 情報政策課|利用促進事業|利用を促進する。|前年度の利用件数に対する割合について、120%を目標とする。
    """
    for kpi, target in own_targets(listed):
        if _is_over_all(kpi, target):
            message = Bilingual(
                f"割合の目標が{target.raw}です。100%を超えることのない割合か確かめてください。",
                f"a share is to be {target.raw}, more than all; check the number.",
            )
            start, _ = kpi.sentence(target.start)
            quiet = MAY_EXCEED.search(kpi.narrow, start, target.start) and Decimal(target.value) <= _TWICE
            yield Found(kpi.target_place(target), message, severity="info" if quiet else None)


_ALL, _TWICE = 100, 200
_LEVELS = frozenset({"eq", "ge", "gt", "approx"})


def _is_over_all(kpi: Kpi, target: KpiTarget) -> bool:
    if target.unit != "%" or target.comparator not in _LEVELS or Decimal(target.value) <= _ALL:
        return False
    start, _ = kpi.sentence(target.start)
    metric = AT_MOST_ALL.search(kpi.narrow, start, target.start)
    bracket = _BRACKET.match(kpi.narrow, target.end)
    return metric is not None and AGAINST.search(kpi.narrow, start, bracket.end() if bracket else target.end) is None


_BRACKET = regex(r" ?\([^()]*\)")


@rule(
    "DX306",
    "rate-of-change-changes",
    "info",
    Bilingual("増加率・削減率に「増」「減」", "rate of change that changes"),
)
def rate_of_change_changes(listed: Listed) -> Iterator[Found]:
    """A rate of change is given a change: 増加率 … 120%増.

    Either the thing is to grow by so much, or to so much, or its rate of growth is to be that much higher; line 118 of
    fukushima_r04 (売上増加率について、120%増) may mean 1.2, 2.2 times the sales, or more.  Below 100 % the first is likely,
    and it is info: 削減率 5%削減.

    日本語:
        増加率や削減率の目標に、さらに「増」「減」が付いています。

        その分だけ増やすのか、その水準まで増やすのか、率そのものを上げるのかが分かりません。fukushima_r04 の118行目
        「売上増加率について、120%増」は、売上の1.2倍とも2.2倍とも読めます。100%未満なら増減の大きさと見られるため、参考とします
        （削減率 5%削減など）。

    Bad:
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上増加率について、120%増を目標とする。

    Good:
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上増加率について、20%を目標とする。
        1 産業の振興|1(1) 販路の拡大|商工部 産業振興課|販路拡大事業|販路を拡大する。|支援した企業の売上について、前年度比20%増を目標とする。
    """
    for kpi in own_kpis(listed):
        for match in CHANGE_OF_RATE.finditer(kpi.narrow):
            words = kpi.words(*match.span())
            message = Bilingual(
                f"「{words}」では、率に増減が重なっています。増減の大きさか、到達する水準か、一方を書いてください。",
                f"「{words}」 changes a rate of change; give either the size of the change or the level to be reached.",
            )
            quiet = Decimal(match["size"].replace(",", "")) < _ALL
            yield Found(kpi.place(*match.span()), message, severity="info" if quiet else None)


@rule("DX307", "reduction-or-level", "info", Bilingual("削減の幅か水準か不明", "reduction or level"))
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
    for kpi, target in own_targets(listed):
        is_sure = _is_unclear_reduction(kpi, target)
        if is_sure is not None:
            message = Bilingual(
                f"削減の目標が「{target.raw}」です。減らす幅なら「{target.raw}削減」、減らした後の水準なら「{target.raw}以内」等と書いてください。",
                f"of a reduction, {target.raw} may be the size or the level that is left; say which.",
            )
            yield Found(kpi.target_place(target), message, severity=None if is_sure else "info")


_CLEAR_UNITS = frozenset({"%", "ポイント", "倍", "‰", None})


def _is_unclear_reduction(kpi: Kpi, target: KpiTarget) -> bool | None:
    """Return whether a reduction is likely a level, or may be one; None where it is clear."""
    if target.unit in _CLEAR_UNITS or target.comparator not in {"eq", "approx"}:
        return None
    start, end = kpi.sentence(target.start)
    metric = BARE_REDUCTION.search(kpi.narrow, start, target.start)
    if metric is None or CHANGE.match(kpi.narrow, target.end) or "削減" in kpi.narrow[target.end : end]:
        return None
    is_topic = TOPIC.search(metric[0]) and LEVEL.search(kpi.narrow, start, metric.end())
    return bool(is_topic or "平均" in target.raw)
