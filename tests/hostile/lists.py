"""Small lists of many forms: those of the damage generator cut short, and others in words of their own."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import TYPE_CHECKING

from tests.damage.generator import ALL_FORMS, generate

if TYPE_CHECKING:
    from random import Random

Cells = list[str]
"""The cells of one row."""

_FEW, _MOST_LINES = 3, 14
_DRAWN = 40
"""How many lists of each form of the generator are cut from."""

TEMPLATES: tuple[tuple[str, ...], ...] = (
    (
        "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）",
        "1 行政の効率化\t1(1) 手続のオンライン化\t総務部 情報政策課\t電子申請推進事業\t申請を電子化する。\t100件",
        "\t\t企画部 統計課\t統計公開事業\tデータを公開する。\t公開したデータを50件とする",
        "\t〃\t〃\t地図公開事業\t地図を公開する。\t利用者 1,000人（令和7年度）",
    ),
    (
        "基本目標\t施策\t具体的な取組\t取組の内容\t所管\t目標値（R8）\t現状値（R5）",
        "Ⅰ 暮らし\t1 防災\t避難情報の配信\t防災アプリで配信する\t危機管理室\t30,000人\t12,345人",
        "\t2 子育て\t母子手帳アプリ\t予防接種を知らせる\tこども課\t80％\t61.5％",
        "Ⅱ 産業\t3 農業\tスマート農業\tドローンの導入を補助する\t農林水産課\t20経営体\t8経営体",
    ),
    (
        "No.\t事務事業名\t部\t課\t概要\t活動指標\t単位\t目標\t実績\t予算額（千円）\t評価\t備考",
        "1\t窓口改善事業\t市民部\t市民課\t待ち時間を減らす\t待ち時間\t分\t10\t12\t1,200\tB\t継続",
        "2\tRPA導入事業\t総務部\t行革課\t作業を自動化する\t対象業務数\t件\t15\t14\t3,450\tA\t",
    ),
    (
        "施策,事業名,担当部署,事業内容,令和5年度,令和6年度,令和7年度,KPI",
        '情報化,基幹システム標準化,情報システム課,"20業務を移行する, 検証する",検討,移行,運用,移行率 100%',
        "情報化,テレワーク推進,人事課,端末を配る,→,→,→,利用者数 延べ1.2万人",
    ),
    (
        "| 柱 | 取組 | 担当課 | 内容 | 指標 |",
        "|---|---|---|---|---|",
        "| 1 安心 | 見守り | 福祉課 | 機器を貸す<br>年2回訪問する | 設置台数 50台 |",
        "| 1 安心 | オンライン診療 | 健康課 | 離島で始める | 3か所 |",
    ),
    ("事業名\t担当課\t概要\t目標", "電子図書館\t図書館\t本を貸す\t貸出 500冊", "議会中継\t議会事務局\t配信する\t12回"),
    (
        "政策,施策,事業,所属,目的,指標,,基準値,目標値",
        "1 学び,1-1 学校,GIGAスクール,教育委員会 学校教育課,端末を活用する,活用率,%,70,95",
        ",1-2 生涯学習,公民館予約,教育委員会 生涯学習課,ネットで予約する,予約率,%,0,50",
    ),
)
"""Lists in other words than those of the generator, one of Markdown and three with commas."""

TITLES = (
    "福島県 デジタル化推進計画　令和4年度関連事業一覧",
    "令和6年度 ○○市DX推進計画 取組一覧（案）",
    "別紙１",
)
NOTES = ("※ 金額は見込み", "(単位：千円)", "- 1 -", "合計\t\t\t\t\t1,234", "出典：○○市")


def draw_lines(random: Random) -> list[str]:
    """Return the lines of a small list."""
    if random.random() < 0.55:
        return _cut_short(random, random.choice(ALL_FORMS), random.randrange(_DRAWN))
    lines = list(random.choice(TEMPLATES))
    if random.random() < 0.35:
        lines = [lines[0], *random.sample(lines[1:], len(lines) - 1)]
    if random.random() < 0.15:
        lines = [lines[0], *random.choice(TEMPLATES)[1:]]
    if random.random() < 0.15:
        lines += random.choice(TEMPLATES)
    if random.random() < 0.15:
        lines = widened(lines, random.randint(1, 25))
    return [*random.choices(TITLES, k=random.choice((0, 0, 1, 2))), *lines, *_notes(random)]


def _notes(random: Random) -> list[str]:
    return random.choices(NOTES, k=random.choice((0, 0, 0, 1, 2)))


def _cut_short(random: Random, form: str, seed: int) -> list[str]:
    """Return the lines of a generated list up to some of its first rows."""
    lines, ends = _generated(form, seed)
    rows = min(random.randint(1, _FEW), len(ends) - 1)
    return list(lines[: min(ends[rows], _MOST_LINES)])


@cache
def _generated(form: str, seed: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the lines of a generated list, and where its rows begin; the end of the list is the last of these."""
    made = generate(seed, form)
    lines = tuple(made.text.split("\n"))
    return lines, (*(answer["line"] - 1 for answer in made.answer), len(lines))


def widened(lines: list[str], columns: int) -> list[str]:
    """Return lines with further columns."""
    delimiter = max("\t,|", key=lines[0].count)
    return [
        line + delimiter + delimiter.join(f"{'列' if not at else 'x'}{n}" for n in range(columns))
        for at, line in enumerate(lines)
    ]


def as_commas(lines: list[str]) -> list[str]:
    """Return tab-separated lines as CSV, quoted where they must be."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(line.split("\t") for line in lines)
    return stream.getvalue().split("\n")[:-1]


def as_bars(lines: list[str]) -> list[str]:
    """Return tab-separated lines as a table of Markdown; the longest of the first is the header."""
    rows = ["| " + line.replace("|", r"\|").replace("\t", " | ") + " |" for line in lines]
    at = max(range(min(4, len(rows))), key=lambda row: lines[row].count("\t")) if rows else 0
    dashes = "|" + "---|" * (lines[at].count("\t") + 1) if rows else ""
    return [*rows[: at + 1], dashes, *rows[at + 1 :]]
