"""Texts of a list, built by grammar: project names, overviews and targets.

A text may hold two marks: `BREAK` where the author wanted a new line (after 。, before ② or ・), and a plain
blank that belongs to the words (「産業技術専門校 ものづくり科」). How both come out of print is decided later.
"""

from collections.abc import Callable
from random import Random
from typing import TypeAlias, TypeVar

from tests.damage.themes import Metric, Theme

T = TypeVar("T")
BREAK = "\x1f"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_PLACES = (
    "産業技術専門校 ものづくり科",
    "総合支所 市民窓口",
    "中央図書館 地域資料室",
    "Microsoft 365",
    "Google Workspace",
    "県民プラザ 東館",
    "農業大学校 スマート農業コース",
    "中央公民館 大ホール",
    "交流センター ひだまり",
)
_VERBS = ("導入", "拡充", "整備", "運用", "改修", "試行", "更新", "活用")
_NEXT_STEPS = (
    "関係課との協議を進める",
    "導入効果を検証する",
    "対象を順次拡大する",
    "仕様の検討を行う",
    "先進事例の調査を行う",
    "運用ルールを見直す",
    "利用者アンケートを実施する",
    "国の動向を踏まえて対応方針を定める",
    "試行結果を取りまとめ、全庁に展開する",
)
_MEANS = (
    "先進団体の事例を参考に",
    "外部専門人材の助言を受けながら",
    "国の交付金を活用し",
    "民間事業者との連携により",
    "令和{y}年度の試行結果を踏まえ",
)
_LEADS = ("また、", "さらに、", "併せて、", "加えて、", "なお、", "")
_WORKS = ("研修会", "説明会", "出前講座", "勉強会", "実証実験", "個別相談会", "ワークショップ")


def pick(rng: Random, words: tuple[T, ...]) -> T:
    """One of the words, faster than `choice`."""
    return words[int(rng.random() * len(words))]


def number(rng: Random, metric: Metric) -> str:
    """A target of the metric as lists print it: 「12,300」, 「61.5」, at times 万."""
    if metric.high == 0:
        return "0"
    value = rng.randint(metric.low, metric.high)
    if metric.unit == "%" and rng.random() < 0.3:
        return f"{value}.{rng.randint(0, 9)}"
    if value >= 20000 and rng.random() < 0.25:
        return f"{value // 10000}万"
    return f"{value:,}" if rng.random() < 0.85 else str(value)


def _year(rng: Random) -> str:
    return str(rng.randint(4, 9))


def _purpose(rng: Random, theme: Theme) -> str:
    effect, people, tool = pick(rng, theme.effects), pick(rng, theme.people), pick(rng, theme.tools)
    item = pick(rng, theme.items)
    return pick(
        rng,
        (
            f"{people}における{effect}を図るため、{tool}を{pick(rng, _VERBS)}する。",
            f"{tool}の{pick(rng, _VERBS)}により、{effect}につなげる。",
            f"{people}を対象とした{pick(rng, _WORKS)}を開催し、{effect}を目指す。",
            f"{pick(rng, _MEANS).format(y=_year(rng))}、{tool}を{pick(rng, _VERBS)}し、{effect}に取り組む。",
            f"{effect}に向けて、{people}が利用する{tool}（{item}関係）の{pick(rng, _VERBS)}を進める。",
            f"{tool}の{pick(rng, _VERBS)}に要する経費を{people}に対して助成する。",
            f"「{pick(rng, theme.items)}」の一環として、{people}向けの{tool}を{pick(rng, _VERBS)}する。",
            f"{tool}を{pick(rng, _VERBS)}する。",
        ),
    )


def _second(rng: Random, theme: Theme) -> str:
    return pick(rng, _LEADS) + pick(
        rng,
        (
            f"{pick(rng, theme.tools)}について、{pick(rng, _NEXT_STEPS)}。",
            f"{pick(rng, theme.people)}への周知を図るとともに、{pick(rng, _NEXT_STEPS)}。",
            f"{pick(rng, _WORKS)}を年{rng.randint(2, 12)}回程度開催する。",
            f"令和{_year(rng)}年度までに{pick(rng, theme.tools)}の{pick(rng, _VERBS)}を完了する。",
            f"{pick(rng, theme.effects)}の観点から{pick(rng, _NEXT_STEPS)}。",
        ),
    )


def _with_place(rng: Random, theme: Theme) -> str:
    people, tool = pick(rng, theme.people), pick(rng, theme.tools)
    return f"{pick(rng, _PLACES)}において、{people}向けに{tool}の{pick(rng, _WORKS)}を行う。"


def _circled_work(rng: Random, theme: Theme) -> str:
    first, second = rng.sample(theme.tools, 2)
    return (
        f"{pick(rng, theme.effects)}を図るため、①{first}の{pick(rng, _VERBS)}を行うとともに、"
        f"②{second}について{pick(rng, _NEXT_STEPS)}。"
    )


def _bullets(rng: Random, theme: Theme) -> str:
    tools = rng.sample(theme.tools, rng.randint(2, 3))
    return BREAK.join(f"・{tool}の{pick(rng, _VERBS)}" for tool in tools)


def _circled_list(rng: Random, theme: Theme) -> str:
    tools = rng.sample(theme.tools, 2)
    return BREAK.join(f"{CIRCLED[i]}{tool}の{pick(rng, _VERBS)}を行う。" for i, tool in enumerate(tools))


def _sentence_and_note(rng: Random, theme: Theme) -> str:
    return f"{_purpose(rng, theme)}{BREAK}※国庫補助事業（補助率{rng.randint(1, 2)}/{rng.randint(3, 5)}）"


def _two_sentences(rng: Random, theme: Theme) -> str:
    return _purpose(rng, theme) + _second(rng, theme)


def _parted_sentences(rng: Random, theme: Theme) -> str:
    return _purpose(rng, theme) + BREAK + _second(rng, theme)


def _three_sentences(rng: Random, theme: Theme) -> str:
    return _two_sentences(rng, theme) + _second(rng, theme)


Writer: TypeAlias = Callable[[Random, Theme], str]

_OVERVIEWS: tuple[Writer, ...] = (
    _purpose,
    _purpose,
    _purpose,
    _purpose,
    _two_sentences,
    _two_sentences,
    _two_sentences,
    _two_sentences,
    _three_sentences,
    _three_sentences,
    _parted_sentences,
    _with_place,
    _circled_work,
    _bullets,
    _circled_list,
    _sentence_and_note,
)


def overview(rng: Random, theme: Theme) -> str:
    """One overview of 12 to 180 characters."""
    text = pick(rng, _OVERVIEWS)(rng, theme)
    while not 12 <= len(text) <= 180:
        text = pick(rng, _OVERVIEWS)(rng, theme)
    return text


def _target(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    return f"{metric.name}について、{number(rng, metric)}{metric.unit}を目標とする。"


def _target_with_year(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    return f"令和{_year(rng)}年度末までに{metric.name}を{number(rng, metric)}{metric.unit}とする。"


def _labelled_target(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    label = pick(rng, ("成果指標", "活動指標", metric.name))
    value = f"{number(rng, metric)}{metric.unit}"
    return f"{label}：{value}" if label == metric.name else f"{label}：{metric.name}{value}"


def _noun_target(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    tail = pick(rng, ("", "以上", f"（R{_year(rng)}末）", f"（令和{_year(rng)}年度）", "（累計）"))
    return f"{metric.name}{number(rng, metric)}{metric.unit}{tail}"


def _spaced_target(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    return f"{metric.name} {number(rng, metric)}{metric.unit}"


def _change_target(rng: Random, theme: Theme) -> str:
    metric = pick(rng, theme.metrics)
    before, after = number(rng, metric), number(rng, metric)
    return f"{metric.name}：{before}{metric.unit}（R3）→{after}{metric.unit}（R{_year(rng)}）"


def _qualitative(rng: Random, theme: Theme) -> str:
    tool = pick(rng, theme.tools)
    return pick(
        rng,
        (
            f"{tool}の{pick(rng, _VERBS)}に向けた検討を行う。",
            f"{tool}について、{pick(rng, _NEXT_STEPS)}。",
            f"{pick(rng, theme.people)}が{tool}を安定的に利用できるよう運用する。",
            f"令和{_year(rng)}年{rng.randint(1, 12)}月に{tool}の運用を開始する。",
            f"{pick(rng, _WORKS)}の開催を通じて{pick(rng, theme.effects)}を目指す。",
            f"{tool}の{pick(rng, _VERBS)}",
        ),
    )


def _two_targets(rng: Random, theme: Theme) -> str:
    return f"①{_target(rng, theme)}{BREAK}②{_target(rng, theme)}"


def _bulleted_targets(rng: Random, theme: Theme) -> str:
    return BREAK.join(f"・{_noun_target(rng, theme)}" for _ in range(2))


_TARGETS: tuple[Writer, ...] = (
    _target,
    _target,
    _target,
    _target,
    _target,
    _target_with_year,
    _labelled_target,
    _labelled_target,
    _noun_target,
    _noun_target,
    _spaced_target,
    _change_target,
    _qualitative,
    _qualitative,
    _qualitative,
    _two_targets,
    _bulleted_targets,
)


def kpi(rng: Random, theme: Theme) -> str:
    """One text of the indicator column, with or without a target."""
    return pick(rng, _TARGETS)(rng, theme)


def project_name(rng: Random, theme: Theme, local: tuple[str, ...]) -> str:
    """A project's name: with 事業 or without, with a place's word, with Latin letters, with nested brackets."""
    tool, item, verb, place = pick(rng, theme.tools), pick(rng, theme.items), pick(rng, _VERBS), pick(rng, local)
    inner = f"{pick(rng, theme.tools)}{pick(rng, _VERBS)}事業"
    name = pick(
        rng,
        (
            f"{tool}{verb}事業",
            f"{tool}{verb}事業",
            f"{place}{tool}{verb}事業",
            f"{tool}の{verb}",
            item,
            f"「{place}」DXプロジェクト",
            f"{place}{item}促進事業",
            f"{tool}{verb}経費",
            f"スマート{place}推進事業（{inner}）",
            f"デジタル変革推進事業({inner})",
            f"地域DX推進事業（{place}モデル構築事業（{inner}））",
            f"{tool}{verb}業務委託",
            f"{item}に向けた取組",
            f"{place}未来創造事業費",
            f"令和{_year(rng)}年度{tool}{verb}補助金",
        ),
    )
    return name.replace("推進の推進", "推進").replace("推進促進", "推進").replace("の推進促進", "の推進")
