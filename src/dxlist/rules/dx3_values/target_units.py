"""DX301, DX302: numbers of targets whose unit, or whose metric, is not clear."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.cut_numbers import cut_numbers, is_cut
from dxlist.rules.dx3_values.kpi_texts import own_kpis, own_targets
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.kpi_units import units_named
from dxlist.words.measures import COUNT, COUNTED, FRAME, NOTE, OPINION, PER_SO_MANY, PURE_NUMBER, SHARE, SHARED
from dxlist.words.targets import ARROW
from dxlist.words.units import written_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.dx3_values.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule(
    "DX301",
    "target-without-unit",
    "warning",
    Bilingual("単位のない目標値", "target without a unit"),
    official=("L3-04", "L2-01"),
)
def target_without_unit(listed: Listed) -> Iterator[Found]:
    """A number is set as a target, and no unit stands with it.

    Whether 4,500 are people, cases or yen, and whether 60 is a percentage, is left to the reader.  A unit that stands
    only in the bracket of the metric (line 87 of fukushima_r04: 総フォロワー数(件)について、4,500) is one that a program
    does not find where it looks.  A list that always writes so is not blamed cell by cell: where many targets have no
    unit, that is said once, and units in brackets of labels (件数（件）：100) are taken for units.

    日本語:
        目標の数値に単位がありません。

        4,500が人なのか件なのか円なのか、60が百分率なのかどうかが読み手任せになります。指標名の括弧の中にだけ単位がある
        もの（fukushima_r04 の87行目「総フォロワー数(件)について、4,500」）は、数値の隣を見るプログラムには単位が分かりません。
        一覧全体に多い場合は1件にまとめて示し、「件数（件）：100」のような見出し形式の単位は単位とみなします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、4,500を目標とする。

    Bad:
        1 情報の発信|1(1) 広報|総務部 広報課|県産品発信事業|県産品を発信する。|公式アカウントの総フォロワー数（件）について、4,500を目標とする。
        1 情報の発信|1(1) 広報|総務部 広報課|動画発信事業|動画を発信する。|動画の再生数について、90万件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、4,500件を目標とする。
        1 人口の維持|2(1) 子育て支援|福祉部 子育て支援課|子育て支援事業|子育てを支援する。|合計特殊出生率：1.8
    """
    if _header_names_unit(listed):
        return
    kpis = [kpi for kpi in own_kpis(listed) if not _has_unit_column(kpi.initiative)]
    cut = cut_numbers(listed.document)
    whole = [kpi for kpi in kpis if not is_cut(kpi.initiative, "kpi_text", cut)]
    bare = [bare for kpi in whole for target in kpi.targets if (bare := _bare(kpi, target))]
    many = max(_MANY, sum(len(kpi.targets) for kpi in kpis) * _SHARE)
    for group in ([one for one in bare if one.in_bracket], [one for one in bare if not one.in_bracket]):
        yield from [_of_the_list(listed, group)] if len(group) > many else map(_one_by_one, group)


def _header_names_unit(listed: Listed) -> bool:
    """Return whether the header of the KPI column says the unit of its numbers: 目標値（％）, KPI（単位：人）."""
    headers = [
        cell.text for page in listed.document.document.pages for cell in page.header if cell.column == "kpi_text"
    ]
    return any(units_named(text, 0, len(text)) for text in map(narrow, headers))


def _has_unit_column(initiative: Initiative) -> bool:
    """Return whether the units of a row stand in a column of their own."""
    headers = (header for indicator in initiative.indicators for header in indicator.cells)
    return any("単位" in header for header in (*initiative.extra, *headers))


_MANY, _SHARE = 5, 0.3
"""So many targets without a unit, and so great a share of all, are the way of a list and said once."""


class _Bare(NamedTuple):
    """A number that no unit stands with."""

    kpi: Kpi
    target: KpiTarget
    in_bracket: str | None
    """The unit in the bracket of the metric."""
    severity: Severity


_JOINED = regex(rf" ?(?:{ARROW.pattern}|[~〜・、,/×]|から|\(|R[0-9]|令和) ?[^。 ]{{0,12}}[0-9]")
"""Numbers go on behind it, and the unit may stand with the last one."""
_PROSE = regex(r"(?:について(?:は)?、?|に関して、?|[をがは]、?)$")
_STATED = regex(r"(?:以上|以下|程度)?(?:を目標|を目指|とする|に(?:する|増|減|引))")
_FILLERS = regex(
    r"(?:(?:令和|R)[0-9元]{1,2}年度?末?[:に、 ]*+|年間|累計|合計|約|概ね|おおむね|平均|延べ|計|目標値?|[ \[\]【】<>(（]){0,99}+$"
)


def _bare(kpi: Kpi, target: KpiTarget) -> _Bare | None:
    """Return a target without its unit, and how sure it is that one is missing."""
    if _has_unit(target) or "単位" in kpi.narrow or _JOINED.match(kpi.narrow, target.end) or _needs_none(kpi, target):
        return None
    before = _FILLERS.sub("", kpi.narrow[: target.start])
    if target.unit:
        return _Bare(kpi, target, target.unit, "warning") if _PROSE.search(before) else None
    if units_named(kpi.narrow, target.end, len(kpi.narrow)) or PURE_NUMBER.search(before):
        return None
    if COUNTED.search(before) and not (SHARED.search(before) and _may_be_a_ratio(target.value)):
        return _Bare(kpi, target, None, "warning")
    return _Bare(kpi, target, None, "info") if _STATED.match(kpi.narrow, target.end) else None


_NO_UNIT = regex(r"[-―－—ー‐–]$")
"""A number and the sign for nothing where its unit would stand: 8―."""


def _needs_none(kpi: Kpi, target: KpiTarget) -> bool:
    """Return whether a number is plain without a unit: none at all, a rate per so many people, a mark for no unit."""
    start, end = kpi.sentence(target.start)
    if _labels_unit(kpi.narrow[start : target.start]):
        return True
    behind = narrow(target.raw) + kpi.narrow[target.end : end].partition(" ")[0]
    return Decimal(target.value) == 0 or bool(
        _NO_UNIT.search(behind) or PER_SO_MANY.search(kpi.narrow, start, target.start)
    )


_LABEL = regex(r"[(\[【]([^()\[\]【】]{1,10})[)\]】] ?[:= ] ?$")
_NO_LABEL = regex(
    r"年度|(?:令和|平成|R|H|20)[0-9]|^(?:累[計積]|延べ|年間|通算|合計|総数|平均|全体|内数|目標値?|実績値?|現状値?|基準値?|見込値?|参考|再掲|新規|継続"
    r"|男性?|女性?|[^、]*(?:[市県町村区国域]内外?|地区|地域|小学校?|中学校?|高校?|大人|子ども|高齢者))$|[をがはのに]"
)


def _labels_unit(before: str) -> bool:
    """Return whether a label ends with what may be its unit in a bracket, be it in the table or not: 歩数（歩）：, 数（人、累計）：."""
    label = _LABEL.search(before)
    return label is not None and not _NO_LABEL.search(label[1])


def _may_be_a_ratio(value: str) -> bool:
    """Return whether a value may be a share without a percent sign, or a mark on a scale: 0.8, 4.2."""
    return "." in value and Decimal(value) <= _SCALE


_SCALE = 5


def _has_unit(target: KpiTarget) -> bool:
    """Return whether the unit stands with the number, the share is in 割, or the target is nothing at all: ゼロ."""
    if "割" in target.raw or "ゼロ" in target.raw:
        return True
    return target.unit is not None and target.unit in written_unit(target.raw)


def _one_by_one(bare: _Bare) -> Found:
    raw, unit, mended = bare.target.raw, bare.in_bracket, None
    if unit:
        message = Bilingual(
            f"「{raw}」に単位がありません（「{unit}」は指標名の括弧の中だけにあります）。数値に続けて書いてください。",
            f"{raw} has no unit (「{unit}」 stands only in the bracket of the metric); write it behind the number.",
        )
        if digits := _DIGITS.search(raw):  # the unit goes before 以上 and the like
            mended = f"{raw[: digits.end()]}{unit}{raw[digits.end() :]}"
    else:
        message = Bilingual(
            f"「{raw}」に単位がありません。何を数えた値か分かるよう、数値に続けて書いてください。",
            f"{raw} has no unit; say behind the number what it counts.",
        )
    return Found(bare.kpi.target_place(bare.target), message, severity=bare.severity, suggestion=mended)


_DIGITS = regex(r"[0-9０-９][0-9０-９,，.．]*[万億千]*")


def _of_the_list(listed: Listed, group: list[_Bare]) -> Found:
    first = group[0]
    message = Bilingual(
        f"単位のない目標値が{len(group)}個あります（最初は「{first.target.raw}」）。数値に続けて単位を書いてください。",
        f"{len(group)} targets have no unit with the number (the first is {first.target.raw}); write it behind each.",
    )
    rows = listed.related_rows(one.kpi.initiative for one in group[1:])
    return Found(first.kpi.target_place(first.target), message, rows, severity=first.severity)


@rule(
    "DX302",
    "one-value-for-two-metrics",
    "warning",
    Bilingual("2つの指標に1つの値", "one value for two metrics"),
    official=("L1-07", "L3-09"),
)
def one_value_for_two_metrics(listed: Listed) -> Iterator[Found]:
    """Two metrics stand before one value.

    Whether the value holds for both, for their sum or for the second only cannot be told, and a table of targets has no
    row for it (line 100 of fukushima_r04: サービス水準合意(SLA)目標及びインターネット回線稼働率について、99%以上).  Values that
    are said to hold for both (いずれも, それぞれ), sums and ratios of the two are not meant; of two answers of one survey
    (満足度・理解度：80%以上) it is info, since each of them is likely to reach it.

    日本語:
        1つの値の前に指標が2つあります。

        値が両方のものか、合計か、後の一方だけのものかが分からず、目標の表では1行になりません（fukushima_r04 の100行目
        「サービス水準合意(SLA)目標及びインターネット回線稼働率について、99%以上」）。「いずれも」「それぞれ」とあるもの、
        2つの合計や比は対象にせず、同じ調査の2つの答え（満足度・理解度：80%以上）は、両方の値と見られるため参考とします。

    Bad:
        1 学びの充実|1(1) 学校のICT|教育庁 教育総務課|校務システム運用事業|校務システムを運用する。|校務システムの稼働率及び利用者の満足度について、99%以上を目標とする。

    Good:
        1 学びの充実|1(1) 学校のICT|教育庁 教育総務課|校務システム運用事業|校務システムを運用する。|校務システムの稼働率及び利用者の満足度について、いずれも99%以上を目標とする。
        1 学びの充実|1(1) 学校のICT|教育庁 教育総務課|研修事業|研修を行う。|県及び市町村の行政手続のオンライン利用率について、61.0%を目標とする。
    """
    for kpi, target in own_targets(listed):
        if metrics := _two_metrics(kpi, target):
            first, second = (kpi.words(*span).strip() for span in metrics)
            message = Bilingual(
                f"「{first}」と「{second}」に値が1つ（{target.raw}）しかありません。指標ごとに値を書いてください。",
                f"「{first}」 and 「{second}」 have one value between them ({target.raw}); give each its own.",
            )
            quiet = OPINION.search(kpi.narrow, *metrics[0]) and OPINION.search(kpi.narrow, *metrics[1])
            yield Found(kpi.place(metrics[0][0], metrics[1][1]), message, severity="info" if quiet else None)


_AND = regex(r"及び|並びに|および|ならびに|[・と]")
_TWO = regex(
    rf"(?<![^、。:;])(?P<first>[^、。:;]*?(?:(?P<share>{SHARE})|(?P<count>{COUNT})|(?P<aim>目標|水準)){NOTE}{{0,9}})"
    r"(?:及び|並びに|および|ならびに|・|(?<!目標)(?<!水準)と(?![しすなももはいの、]))"
    rf"(?P<second>[^、。:;]{{0,200}}?(?:(?P<share2>{SHARE})|(?P<count2>{COUNT}))){FRAME}$"
)
_OVER_BOTH = regex(rf"(?:{COUNT}|{SHARE})の|した|する|される|している|(?:合計|総計|差)[^、]{{0,3}}$")
"""In the second part: it is one noun over both (件数の合計), or a clause that joins the first."""
_OF_AIMS = regex(r"達成|の")
_EACH = regex(r"それぞれ|いずれも|いずれ|ともに|共に|とも|双方|両方|各々|各")


def _two_metrics(kpi: Kpi, target: KpiTarget) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of two metrics before a value; None where there are not two."""
    start, end = kpi.sentence(target.start)
    alone = all(other is target or not start <= other.start < end for other in kpi.targets)
    before = _FILLERS.sub("", kpi.narrow[start : target.start])
    match = _TWO.search(before) if alone and _AND.search(before) else None
    if match is None or _EACH.search(kpi.narrow, match.end("first") + start, end):
        return None
    shares = target.unit in _SHARES
    fits = match["share2"] and (match["share"] or match["aim"]) if shares else match["count2"] and match["count"]
    if not fits or _OVER_BOTH.search(match["second"]) or (match["aim"] and _OF_AIMS.search(match["second"])):
        return None
    return tuple((match.start(name) + start, match.end(name) + start) for name in ("first", "second"))


_SHARES = frozenset({"%", "ポイント", "‰", "点"})
