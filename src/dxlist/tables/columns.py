"""The roles of columns as data: which words of a header name which role, and how sure that is.

A new header spelling, or a new role, is one entry here.  Spellings are folded keys (NFKC, blanks removed, case folded);
they come from data/raw, the 自治体標準オープンデータセット, the 行政事業レビューシート and its RSシステム, DX plans and 総合計画
実施計画 of prefectures, cities and towns, 総合戦略, 事務事業評価, 主要事業の予算書 and 国土強靱化地域計画.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.model.roles import Role
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.units import UNITS

if TYPE_CHECKING:
    from dxlist.model.roles import IndicatorKind, RolePart

SPELLING_SCORE = 3.0
_LEVELS = (
    "分野", "政策分野", "施策分野", "分野名", "取組分野", "重点分野", "大項目", "大分類", "大区分", "柱", "施策の柱", "政策の柱",
    "取組の柱", "基本方針", "基本目標", "基本政策", "基本戦略", "基本方向", "基本的方向", "方針", "政策", "政策名", "区分", "分類",
    "体系", "施策体系", "政策体系", "章", "戦略", "重点戦略", "視点", "テーマ", "カテゴリ", "カテゴリー", "領域", "推進方針",
    "分野別", "部門", "政策の方向", "目指す姿", "重点目標", "政策区分", "施策区分", "取組区分", "対象分野", "款",
    "事前に備えるべき目標", "項目", "項目名", "取組項目", "施策", "施策名", "施策名称", "施策項目", "中項目", "中分類", "中区分",
    "個別施策", "具体的施策", "主要施策", "推進項目", "実施項目", "取組方針", "小項目", "小分類", "施策の方向", "施策の方向性",
    "取組の方向性", "基本施策", "細項目", "主な施策", "取組テーマ", "個別項目", "計画項目", "推進施策", "節", "重点施策", "重点項目",
    "施策番号・施策名", "重点取組項目", "主要項目", "改革項目", "単位施策", "推進テーマ", "具体的方策", "方策", "起きてはならない最悪の事態",
    "リスクシナリオ", "項", "目", "基本事業", "基本事業名", "小施策", "中施策", "大施策", "編", "部会", "目標分野", "将来像", "まちづくりの目標",
    "基本的な方向", "基本的方針", "具体的な施策", "重点プロジェクト", "リーディングプロジェクト", "総合戦略の基本目標", "対応する施策",
    "関連施策", "重点取組", "取組の方向", "施策大項目", "施策中項目", "施策小項目", "施策群", "小柱", "中柱", "大柱",
    "政策目標", "施策目標", "環境目標", "行動目標", "目標像", "大事業", "中事業", "基本課題", "重点課題", "主要課題", "目指すべき姿", "めざす姿", "政策大綱", "主要テーマ", "基本理念", "ビジョン", "大綱", "小区分",
)  # fmt: skip
_DEPARTMENTS = (
    "担当課", "担当課名", "担当課室", "担当課室名", "担当課(室)", "担当課・室", "担当部局", "担当部局名", "担当部課", "担当部課名", "担当所属",
    "担当部署", "担当部署名", "担当", "担当課等", "所管課", "所管課名", "所管課室", "所管部局", "所管", "所管部署", "所管部課",
    "主管課", "主管課名", "主管部局", "実施課", "実施部署", "実施所属", "実施主体", "所属", "所属名", "部局", "部局名", "部局課名", "部署",
    "部署名", "課名", "課室名", "課所名", "課所室名", "部局・課", "担当室課", "関係課", "担当機関", "実施機関", "取組部署", "部課名", "主担当課", "局名",
    "室課名", "担当組織", "事業担当課", "取組主体", "推進主体", "推進部署", "推進課", "所管局", "担当局", "担当局課", "部局等", "担当部",
    "担当課所", "所管所属", "主管部署", "関係部局", "担当部局・課", "担当部局課", "所管部局課", "担当室", "主管", "取組課", "所管室課", "部局課",
    "部", "課", "局", "部名", "庁", "府省庁", "府省庁名", "省庁", "省庁名", "府省", "局・庁", "所管部", "部課", "課室", "課・室", "課等", "課かい",
    "課かい名", "担当課係", "担当係", "係", "係名", "担当班", "班", "担当グループ", "グループ", "室", "室名", "所管府省庁", "担当府省庁", "課等名",
    "所属課", "所属部", "所属部課", "所管課等", "担当所管", "主務課", "担当者所属", "担当課・係", "担当名", "チーム",
)  # fmt: skip
_PROJECTS = (
    "事業名又は取組名", "事業(取組)名", "事業名", "事業名称", "取組名", "取組名称", "事業・取組名", "事務事業名", "事業名等", "取組事業名",
    "取組(事業)名", "事業名/取組名", "具体的な取組", "具体的取組", "取組", "取組み", "取組事項", "事業", "事務事業", "施策・事業名", "主な事業",
    "事業(取組)", "取組事業", "プロジェクト名", "事業名・取組名", "主な取組", "個別事業名", "個別事業", "関連事業名", "関連事業", "取組・事業名",
    "件名", "名称", "細事業名", "予算事業名", "主要事業", "主要事業名", "実施事業", "事業名(取組名)", "取組名(事業名)", "プロジェクト",
    "事業・取組", "取組・事業", "事業等名", "事業等の名称", "構成事業", "主要事業名称", "取組等", "事務事業名称", "アクション",
    "推進方針", "実施計画掲載事業名", "実施計画事業名", "計画事業名", "計画事業", "対象事業名", "事業の名称", "具体的な取組み", "手続名称", "手続名",
    "アクションプラン", "小事業", "小事業名",
)  # fmt: skip
_OVERVIEWS = (
    "事業概要又は取組内容", "事業(取組)概要", "事業概要", "概要", "事業内容", "取組内容", "取組みの内容", "内容", "取組概要", "事業の概要", "取組の概要",
    "事業・取組の概要", "実施内容", "具体的内容", "具体的な内容", "具体的な取組内容", "具体的取組内容", "取組の内容", "事業の内容",
    "説明", "事業説明", "目的・内容", "概要・目的", "施策概要", "主な内容", "主な取組内容", "実施概要", "計画内容", "事業(取組)内容",
    "事業・取組内容", "事業・取組概要", "事業目的・概要", "事業の目的・内容", "目的及び内容", "内容(概要)", "概要(内容)", "取組事項の内容",
    "事業の目的及び概要", "目的・概要", "事業概要・取組内容", "取組内容(概要)", "事業等の概要", "実施事項", "取組の説明",
    "事務事業の概要", "事務事業の内容", "事務事業概要",
)  # fmt: skip
_INDICATORS = (
    "指標(kpi)又は目標", "指標(kpi)", "kpi", "kpi(指標)", "指標", "指標名", "目標", "成果指標", "成果指標(kpi)", "数値目標", "目標値", "目標指標", "評価指標",
    "活動指標", "kpi・目標", "目標(kpi)", "目標・kpi", "成果目標", "重要業績評価指標", "重要業績評価指標(kpi)", "kpi(重要業績評価指標)", "達成目標",
    "指標・目標", "指標又は目標", "目標・指標", "管理指標", "kpi(目標値)", "アウトカム", "到達目標", "取組目標", "年度目標", "目標(指標)",
    "進捗指標", "効果指標", "指標・目標値", "目標値(kpi)", "指標及び目標", "目標(数値)", "kpi・指標", "指標と目標", "目標(値)", "業績指標",
    "指標・数値目標", "kpi又は目標", "アウトカム指標", "アウトプット指標", "指標(目標)", "達成指標", "アウトプット", "kgi", "代表指標",
    "指標名称", "成果指標名", "活動指標名", "kpi名", "指標項目", "評価項目", "数値目標等", "対象指標", "モニタリング指標", "取組指標",
    "指標の説明", "指標説明", "指標の定義", "指標の算出方法", "指標の考え方", "指標の出典",
)  # fmt: skip
_NUMBERS = (
    "no", "no.", "番号", "№", "#", "通し番号", "通番", "連番", "整理番号", "管理番号", "行番号", "項番", "一連番号", "順番", "順位", "行",
    "seq", "id", "頁", "ページ", "通し", "掲載順", "シート番号", "調書番号", "整理no", "整理no.", "管理no", "管理no.", "連番号", "掲載番号",
)  # fmt: skip

HEADER_SPELLINGS: dict[str, tuple[str, ...]] = {
    "level": _LEVELS,
    "department": _DEPARTMENTS,
    "project": _PROJECTS,
    "overview": _OVERVIEWS,
    "indicator": _INDICATORS,
    "number": _NUMBERS,
}
"""Kind of role -> headers that name it, whatever else stands beside them."""

HEADER_PATTERNS: tuple[tuple[re.Pattern[str], str, float], ...] = (
    (
        regex(
            r"^(?=.*(?:課|局|所属|署|担当|所管|主管|主体|機関|組織|省庁|部$|セクション))"
            r"(?:部局|部署|部|局|庁|府省庁|課|室|所属|所|係|班|担当|所管|主管|実施|主体|主|機関|者|組織|窓口|責任|関係|推進|取組み?|事業|部門|セクション|センター"
            r"|又は|及び|名|等|の|・|、|/|[()])+$"
        ),
        "department",
        2.0,
    ),
    (regex(r"(?:担当|所管|主管)(?:部署|部局|所属|課室|課|室|部|局|係)等?(?:の?名称?)?$"), "department", 1.8),
    (regex(r"指標|kpi|アウトカム|アウトプット"), "indicator", 1.8),
    (regex(r"目標"), "indicator", 1.4),
    (regex(r"概要|内容|説明"), "overview", 1.8),
    (
        regex(r"(?:事業|取組み?|プロジェクト|手続)(?!.*(?:課|部|局|室|係|所属|主管)).*(?:名称?|件名)$"),
        "project",
        2.0,
    ),
    (regex(r"^(?:主な|具体的な?|関連|個別|主要)?(?:事業|取組み?)等?$"), "project", 1.4),
    (regex(r"項目|施策|方策|分野|柱|基本方針|基本目標|政策|戦略|基本事業|分類"), "level", 1.3),
    (
        regex(
            r"^(?:補助金?|交付金|助成金|補助事業|施設|審議会|委員会|附属機関|会議|業務|システム|制度|講座|イベント|路線|工事|条例)等?の?(?:名称?)等?$"
        ),
        "project",
        1.6,
    ),
    (regex(r"取組|事業"), "project", 0.8),
    (regex(r"方針|方向|目標$"), "level", 1.2),
    (regex(r"^(?:重点)?目標$|^(?:重点|主要)?(?:プロジェクト|取組|アクション)$"), "level", 0.8),
)
"""Where no spelling fits: what a header speaks of, and how sure that is (a spelling is 3)."""

FURTHER_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(r"予算|決算|金額|事業費|費用|(?:総|減|増|価|差|経費|当初|補正)額$|額\(|千円|百万円|億円|\(円\)|財源|支出金|地方債|市債|町債|県債|国庫|人件費|コスト|歳入|歳出"), "money"),
    (regex(r"スケジュール|工程|年次計画|年度別計画|年度計画|実施計画$|取組計画|計画年次|時期|期間|開始年度|終了年度|始期|終期|計画年度|実施年度|取組年度|ロードマップ"), "schedule"),
    (regex(r"評価|判定|有効性|効率性|妥当性|公平性|必要性|緊急性|優先度|受益者負担|公共関与|余地|達成度|達成率|達成状況|進捗|今後の(?:方向|方針|取組|対応|展開|進め方|見通し)|方向性\(|区分判定|総合判断|自己点検"), "evaluation"),
    (regex(r"備考|摘要|特記|留意|コメント|意見|注記|その他$|※"), "note"),
    (regex(r"^計画$|^(?:取組|実施|事業)計画$|予定$|位置[付づ]け$|目的|対象|意図|手段|課題|背景|効果|ねらい|狙い|必要性|根拠|理由|方法|現状|状況|実績|連携|成果|経過|要因|改善|取組結果|か$"), "text"),
    (regex(r"コード|記号$|id$|cd$|番号|の位$"), "code"),
    (regex(r"区分$|^関連(?:計画|方針|条例|法令|資料|文書|指標|sdgs)|^会計|電話|url|場所|担当者|課長名?$|内線|^(?:作成)?年月?日?$|^年度$|新規|継続"), "further"),
)  # fmt: skip
"""A header that speaks of these is of no other role, unless it is spelled so."""

VALUE_PARTS: tuple[tuple[re.Pattern[str], RolePart], ...] = (
    (regex(r"^(?:(?:重要業績評価|評価|管理|成果|活動|対象|数値)?(?:指標|目標)|kpi|項目)?の?(?:名称?|項目)$"), "name"),
    (regex(r"単位名?$"), "unit"),
    (regex(r"^(?:計画策定時|策定時|従前|計画当初|当初|基準年?|基準時|現状|現況|現在|初期|ベースライン|直近|スタート)(?:の?(?:値|数値|実績値?|年度?))?$"), "baseline"),
    (regex(r"^(?!達成見込)(?:数値|計画|達成|業績)?(?:目標|計画値|計画数|計画量|見込(?:み|み?値)|目安|期待値)(?:の?(?:値|数値|数|量|水準))?$"), "target"),
    (regex(r"^(?=.{2,12}$)[^指実]{0,3}(?:目標|めざす|目指す)[^指]*値|^[^指実]{0,6}値[^指実]{0,3}目標$"), "target"),
    (regex(r"^(?=.{2,14}$)[^目指]{0,13}(?:現状|現況|基準|当初|初期|スタート|策定|従前|開始|出発)[^指目]{0,13}値$"), "baseline"),
    (regex(r"^(?:最新)?(?:実績(?:の?(?:値|数値|数|量|見込み?))?|(?:結果|達成|実測)(?:値|数値))$|^(?:実績|結果)見込み?値?$"), "actual"),
    (regex(r"^(?:指標の?)?(?:説明|算出方法|算定式|計算式|考え方|定義|出典|データ元|設定根拠|設定理由|方向)$"), "note"),
)  # fmt: skip
"""What of an indicator stands below a header, where the table has indicators; the key without its year."""

INDICATOR_KINDS: tuple[tuple[re.Pattern[str], IndicatorKind], ...] = (
    (regex(r"活動指標|アウトプット|活動目標|取組指標"), "activity"),
    (regex(r"成果指標|アウトカム|成果目標|効果指標"), "outcome"),
    (regex(r"対象指標"), "object"),
)
INDICATOR_NUMBER = regex(
    r"(?:指標|kpi|目標|アウトカム|アウトプット)(?:名|値)?[(:・]?(?P<number>[ア-ンa-h]|[\ue000][0-9]{2}[\ue001]|[0-9]{1,2}|[一二三四五])(?=[):.]|$|名|単|の|実|目|値|現|[rhs][0-9]|令和|平成|20[0-9]{2})"
)
"""Behind the word for it, as :func:`~dxlist.text.folding.fold` writes it: 指標ア, KPI①, 成果指標2."""

UNIT_RANKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (regex(r"(?<!関)係|班|グループ|^担当名?$|チーム"), 4),
    (regex(r"課|室|所属|署$|担当部署|部署|機関|組織|主体|所管$|主管$"), 3),
    (regex(r"府省|省庁"), 0),
    (regex(r"局|庁"), 1),
    (regex(r"部"), 2),
)
"""What unit a header of departments speaks of, from the highest: 府省庁, 局, 部, 課, 係."""

CODE_HEADER = regex(r"(?:番号|no\.?|コード|記号|№|id)$")
"""Behind 分野, 項目, 施策, 事業: the column of its codes."""
NAME_HEADER = regex(r"(?:の?名称?|名等)$")
"""Behind the header beside it (款 | 款名): the column of its names, so the other one holds the codes."""
CODE_ENDS = ("番号", "cd", "コード", "no.", "no", "№", "id", "記号")
"""What stands behind 施策 where the codes of the 施策 stand."""
NUMBER_OF_NAME = regex(r"^.{1,8}(?:番号|コード|no\.?|№|id|cd)$")
_WITH_SCHEDULE = regex(r"(?:及び|・|/|と)(?:スケジュール|実施時期|実施年度|年次計画|工程)$")
"""取組内容及びスケジュール is the column of the 取組内容."""
_ENUMERATOR = regex(
    r"^(?:[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．、)）]\s?|[（(][ア-ン][)）]|[Ⅰ-Ⅹ][.．、\s]?)\s*(?=\S{2})"
)
"""A number before a header: ⑤ 活動指標, (1) 改革改善の方向性."""
_EXPLANATION = regex(r"\([^()]{9,}\)")
"""A bracket that explains its header: 事務事業の概要（具体的なやり方、手順）."""
_ERA = r"(?:令和|平成|昭和|r|h|s)?"
YEAR = regex(
    rf"\(?{_ERA}\.?(?:元|(?:19|20)\d{{2}}|\d{{1,2}})(?:\(\d{{4}}\))?年?度?(?:\d{{1,2}}月)?末?(?:[~～\-・](?:{_ERA}(?:元|(?:19|20)\d{{2}}|\d{{1,2}}))年?度?末?)?(?:時点|現在|まで)?(?:\(\d{{4}}(?:年度?)?\))?\)?"
)
_YEAR_AT_HEAD = regex(rf"^(?:{YEAR.pattern})(?:の|における)?(?=\D)")
_YEAR_AT_END = regex(rf"(?:{YEAR.pattern})$")
_RELATIVE_YEAR = regex(r"^(?:本|前|来|当|今|翌|前々|昨|今後|次)年度?(?:の|における)?|[(](?:本|前|当|今)年度?[)]$")


def is_year(text: str) -> bool:
    """Return whether a header says nothing but a year: R5, 令和5年度, 2024, 5年度.

    >>> [is_year(text) for text in ("R5", "令和５年度", "2024年度末", "5", "R5目標")]
    [True, True, True, False, False]
    """
    key = fold(text)
    return YEAR.fullmatch(key) is not None and not (key.isdecimal() and len(key) < len("2024"))


def bare_key(text: str) -> str:
    """Return the folded header without what only qualifies it: its number, year, frame of brackets, explanation.

    >>> [bare_key(text) for text in ("令和4年度目標", "【事業名】", "⑤ 活動指標（活動量を表すための指標）", "現状値（R4）")]
    ['目標', '事業名', '活動指標', '現状値']
    """
    key = fold(_ENUMERATOR.sub("", text.strip())).replace("[", "(").replace("]", ")")
    key = key.strip("【】<>《》『』「」:・*※").replace("取り組み", "取組")
    key = _EXPLANATION.sub("", key) or key
    for pattern in (_WITH_SCHEDULE, _YEAR_AT_HEAD, _RELATIVE_YEAR, _YEAR_AT_END):
        key = pattern.sub("", key) or key
    return key


_REMARK = regex(r"\([^()]*\)$")
"""A remark behind a header: 事業名（☆は新規）."""


_KINDS_SPELLED: dict[str, tuple[str, ...]] = {
    key: tuple(kind for kind, spellings in HEADER_SPELLINGS.items() if key in spellings)
    for key in {key for spellings in HEADER_SPELLINGS.values() for key in spellings}
}
"""Spelling -> the kinds of role that it names."""


def _spelled(key: str) -> dict[str, float]:
    found = dict.fromkeys(_KINDS_SPELLED.get(key, ()), SPELLING_SCORE)
    if not found and "level" in _KINDS_SPELLED.get(NAME_HEADER.sub("", key), ()):
        return {"level": SPELLING_SCORE}  # 款名, 基本施策名称
    return found


@lru_cache(maxsize=16384)
def is_spelled(text: str) -> bool:
    """Return whether the surest role that a header may name is one of a spelling; cells of the body are asked too.

    >>> [is_spelled(text) for text in ("事業名", "No.", "1,200", "事業の進め方")]
    [True, True, False, False]
    """
    if text.replace(",", "").isdecimal():
        return False
    if _project_with_departments(text):
        return True
    key = bare_key(text)
    return bool(_spellings_of(key)) and not _says_what_was_done(key, text) and not SORT_OF_INDICATOR.search(key)


def _spellings_of(key: str) -> dict[str, float]:
    """Return the kinds of role that a header, or one without the remark behind it, is a spelling of."""
    return _spelled(key) or _spelled(_REMARK.sub("", key))


def _says_what_was_done(key: str, text: str) -> bool:
    """Return whether a header names projects of one year: 令和5年度の取組 tells what was done."""
    return "project" in _spellings_of(key) and _YEAR_AT_HEAD.match(fold(text)) is not None


@lru_cache(maxsize=4096)
def header_roles(text: str) -> tuple[tuple[Role, float], ...]:
    """Return the roles that a header may name, the surest first, with how sure that is.

    >>> [role.kind for role, _ in header_roles("事 業 名")]
    ['project']
    >>> header_roles("備考")[0][0].kind, header_roles("成果指標ア 単位")[0][0].part
    ('note', 'unit')
    """
    if both := _project_with_departments(text):
        return ((both, SPELLING_SCORE),)
    key = bare_key(text)
    spelled = _spellings_of(key)
    if _says_what_was_done(key, text):
        return ((Role("text"), FURTHER_SCORE),)
    if SORT_OF_INDICATOR.search(key):
        return ((Role("further"), FURTHER_SCORE),)
    found = dict(spelled)
    further = next((kind for pattern, kind in FURTHER_PATTERNS if pattern.search(key)), None)
    if further and not spelled and not INDICATOR_WORD.search(key):
        found[further] = FURTHER_SCORE
    elif not spelled and NUMBER_OF_NAME.search(key):
        found["code"] = FURTHER_SCORE
    else:
        share = PATTERN_BESIDE_SPELLING if spelled else 1.0
        share *= PATTERN_BESIDE_SPELLING if "level" in spelled else 1.0
        for pattern, kind, score in HEADER_PATTERNS if len(key) <= LONGEST_NAME else ():
            if pattern.search(key):
                found[kind] = max(score * share, found.get(kind, 0.0))
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    return tuple((_with_qualifiers(Role(kind), text), score) for kind, score in ranked)  # type: ignore[arg-type]


_TWO_NAMES = regex(r"(?P<project>[^(\[【〔〈/]+)[(\[【〔〈/](?P<departments>[^()\[\]【】〔〕〈〉/]+)[)\]】〕〉]?")


def _project_with_departments(text: str) -> Role | None:
    """Return the role of 事業名【担当課】 and 取組名（担当部署）: the cells hold both."""
    match = _TWO_NAMES.fullmatch(fold(text))
    if match is None or match["project"] not in _PROJECTS or match["departments"] not in _DEPARTMENTS:
        return None
    return Role("project", "department")


FURTHER_SCORE = 2.5
LONGEST_NAME = 16
"""A longer header is a question or an explanation; the words in it name no role."""
PATTERN_BESIDE_SPELLING = 0.5
"""What a pattern is worth beside a spelling that names another role, once more where that is a level: 基本事業名."""
INDICATOR_WORD = regex(r"指標|kpi|アウトカム|アウトプット")
SORT_OF_INDICATOR = regex(r"(?:指標|kpi)の?(?:区分|種別|種類|分類|番号|コード|no\.?)$")
"""指標区分 tells whether the row is a 活動指標 or a 成果指標; it names none."""


def _with_qualifiers(role: Role, text: str) -> Role:
    if role.kind != "indicator":
        return role
    part = value_part(text) or ""
    return role._replace(part=part, indicator=indicator_kind(text), number=indicator_number(text))


def value_part(text: str) -> RolePart | None:
    """Return what of an indicator a header names: unit, baseline, target, actual, name, note; None: none of these.

    >>> [value_part(text) for text in ("単位", "現状値（R4）", "令和8年度目標値", "R5実績", "指標名", "事業名")]
    ['unit', 'baseline', 'target', 'actual', 'name', None]
    >>> [value_part(text) for text in ("活動指標ア R6目標", "目標値（R3～R7累計）", "R8目標（％）", "指標（単位）")]
    ['target', 'target', 'target', 'name']
    """
    key = bare_key(text)
    if names_with_unit(text):
        return "name"
    key = without_unit(key)
    key = _PUNCTUATION.sub("", QUALIFIERS.sub("", re.split(r"[:)](?=.)", key)[-1])) or key
    for candidate in (key, INDICATOR_WORDS.sub("", key)):
        if candidate and (part := next((part for pattern, part in VALUE_PARTS if pattern.search(candidate)), None)):
            return part
    return None


_NAME_WITH_UNIT = regex(r"(?:指標|kpi|項目)(?:の?名称?)?\(単位\)$")
"""The cells below 指標（単位） name an indicator with its unit: 受診率（％）."""


def names_with_unit(text: str) -> bool:
    """Return whether the cells below a header name an indicator with its unit."""
    return _NAME_WITH_UNIT.search(bare_key(text)) is not None


_UNIT_BRACKET = regex(r"\((?:単位:?)?(?:[十百千万億]{0,2})(?P<unit>[^()/]+)(?:/[^()]{1,3})?\)$")
_HEADINGS = frozenset(
    ("課題", "事業", "施策", "取組", "計画", "業務", "手続", "手続き", "区分", "作業", "テーマ", "事例", "データ", "登録")
)  # fmt: skip
"""What may be counted, and what a bracket in a header speaks of: 現状（課題）."""
_UNITS = frozenset(map(fold, UNITS)) - _HEADINGS


def without_unit(key: str) -> str:
    """Return a folded header without the unit in a bracket at its end.

    >>> [without_unit(key) for key in ("目標(人)", "目標(%)", "現状(課題)")]
    ['目標', '目標', '現状(課題)']
    """
    match = _UNIT_BRACKET.search(key)
    return key[: match.start()] if match and match["unit"] in _UNITS else key


YEAR_WITHIN = regex(r"(?:令和|平成|昭和|(?<![a-z])[rhs])\.?(?:元|\d{1,2})|20\d\d")
QUALIFIERS = regex(
    r"(?<!\d)(?:令和|平成|昭和|[rhs])\.?(?:元|\d{1,2})年?度?末?|(?<!\d)20\d\d年?度?末?|累計|累積|前期|後期|中期|中間|最終|単年度?|年次|年度別?|年度末?|時点"
)
"""What else the header of a value says: its year, whether it adds up, which part of the plan."""
_PUNCTUATION = regex(r"[()~～〜\-・/]")


def is_qualifier(text: str) -> bool:
    """Return whether a header only qualifies the one above it: R6, 前期, 累計, 最終."""
    return is_year(text) or not _PUNCTUATION.sub("", QUALIFIERS.sub("", fold(text)))


INDICATOR_WORDS = regex(
    r"^(?:活動|成果|対象|評価|管理|数値|重要業績評価)?(?:指標|kpi|アウトカム|アウトプット)(?:[ア-ンa-h]|[\ue000][0-9]{2}[\ue001]|[0-9]{1,2})?[:の・]?"
)


def indicator_kind(text: str) -> IndicatorKind | None:
    """Return whether a header speaks of an output, an outcome or those who are served."""
    key = fold(text)
    return next((kind for pattern, kind in INDICATOR_KINDS if pattern.search(key)), None)


def indicator_number(text: str) -> str | None:
    r"""Return which of several indicators a header means, as it says it.

    >>> [indicator_number(text) for text in ("活動指標ア", "KPI②", "⑤ 活動指標（量を表すための指標）\nイ：名称", "指標名")]
    ['ア', '②', 'イ', None]
    """
    key = _EXPLANATION.sub("", fold(_ENUMERATOR.sub("", text.strip())))
    match = INDICATOR_NUMBER.search(key)
    if match is None:
        return None
    number = match["number"]
    return chr(ord("①") + int(number[1:3])) if number.startswith("\ue000") else number
