"""``governments_in_title``, ``governments_in_file_name``: a text -> the local governments that it may say a list is of.

Strict, for a list that is given to another government is worse than one that is given to none: whole official names
alone, a prefecture with what stands behind it, and only where the words around say that the list is theirs and not of
what lies in them (福島県内市町村), of several (会津若松市と磐梯町), or of another body (福島県医師会).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.local_governments import FORMER_NAMES, governments_by_name, local_governments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.words.local_governments import LocalGovernment

Codes = frozenset[str]
"""Governments that a text may mean: one, or all of one name; none where it speaks of several."""
SEVERAL: Codes = frozenset()

_LONGEST_NAME = 8
_ENDS = "都道府県市区町村"
_LETTER = r"[^\W\d_a-z]"
# What may stand straight before a name: no letter, but the end of a date, the district of a town or village.
_BEFORE = regex(rf"(?:^|(?<!{_LETTER})|年度|[年月日版])(?:{_LETTER}{{1,4}}郡)?$")
_DISTRICT = regex(rf"\s?(?:{_LETTER}{{1,5}}郡)?\s?$")
# The list is of several, or of what lies in the place and around it.
_PLURAL = regex(
    r"内(?!部|閣)|下(?!水)|[とや・、,/&×＆]|及び|および|並びに|ならびに|以外|を除|"
    r"[\s(]*(?:ほか|他|外\d|等|など|周辺|近隣|近郊|圏域|各|全)|"
    r"[\s(]*+(?:の|における|内の)?[\s(]*+(?:各|全|\d+)?(?:市区町村|市町村|区市町村|町村|市町|自治体(?!dx|デジタル))|"
    r"\d+(?:市|町|村|区)"
)
_LONGEST_BEFORE = 12
_JOINED = regex(r"[・、,/&×＆]\s?$")
# What a list of the government itself goes on with.
_OWN = regex(
    rf"$|(?!{_LETTER})|の|における|"
    r"デジタル|スマート|オープンデータ|サイバー|ビジョン|アクション|ロードマップ|プラン|マイナンバー|まち|ひと|こども|子ども|"
    r"令和|平成|第[\d一二三四五六七八九十]|総合|行政|行財政|行革|情報|地域|重点|基本|実施|個別|事業|施策|事務|計画|中期|長期|未来|"
    r"推進|公共|官民|電子|業務|自治体|庁(?:内|(?!{_LETTER}))|役所|役場|一覧|当初|予算|補正|主要|取組|成果|政策|戦略|次期|改訂|人口|地方創生|国土強|"
    r"環境|教育|子育|高齢|障|男女|防災|都市|観光|産業|健康|福祉|水道|上下水道|下水道|財政|資料|別紙|様式|新型|持続"
)
_BODY = regex(
    r"協会|協議会|連合|組合|公社|財団|法人|機構|大学|企業団|商工会|町村会|市長会|議長会|会議所|医師会|株式会社"
)
_PHRASE = regex(r"[^\s()「」『』【】:：]{0,100}")
_CODE = regex(r"(?<![0-9])[0-9]{6}(?![0-9])")
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DATE = regex(rf"(?:19|20)[0-9]{{2}}{_MONTH}|(?:1[89]|2[0-9]|3[01]){_MONTH}{_DAY}")
_BESIDE_CODE = regex(r"[\s_().-]?")


class GovernmentMention(NamedTuple):
    """What a text says of the government of a list."""

    codes: Codes
    text: str
    """The words that say it, folded."""
    is_sure: bool = True
    """The words around it say that the list is its own, and a code is no date as well; else it may only contradict."""


class _NamedPlace(NamedTuple):
    start: int
    end: int
    rows: tuple[LocalGovernment, ...]


def governments_in_title(text: str) -> list[GovernmentMention]:
    """Return the mentions of local governments in a title, each with the codes that it may mean.

    >>> [sorted(one.codes) for one in governments_in_title("福島県会津若松市ＤＸ推進計画")]
    [['072028']]
    >>> [sorted(one.codes) for one in governments_in_title("福島県内市町村のDX")]
    [[]]
    """
    folded = " ".join(map(fold, text.split()))
    return list(_mentions(folded)) if any(end in folded for end in _ENDS) else []


def _mentions(text: str) -> Iterator[GovernmentMention]:
    for name in _with_prefectures(text, list(_names(text))):
        before = max(0, name.start - _LONGEST_BEFORE)
        if not _BEFORE.search(text, before, name.start):
            continue  # within another word: 津市 in 会津市
        words = text[name.start : name.end]
        phrase = _PHRASE.match(text, name.end)
        is_own = _OWN.match(text, name.end) is not None and not _BODY.search(phrase[0] if phrase else "")
        is_plural = _PLURAL.match(text, name.end) or _JOINED.search(text, before, name.start)
        codes = SEVERAL if is_plural else _codes_of(name, text)
        yield GovernmentMention(codes, words, is_own)


def _codes_of(name: _NamedPlace, text: str) -> Codes:
    codes = frozenset(one.code for one in name.rows)
    former = text[name.start : name.end] in FORMER_NAMES  # alone it may be the one that has another name today
    return codes | {""} if former else codes


def _names(text: str) -> Iterator[_NamedPlace]:
    """Yield the official names in a text, the longest of those that begin in one place, from left to right."""
    known, at = governments_by_name(), 0
    while at < len(text):
        ends = (end for end in range(min(len(text), at + _LONGEST_NAME), at + 1, -1) if text[end - 1] in _ENDS)
        end = next((end for end in ends if text[at:end] in known), None)
        if end:
            yield _NamedPlace(at, end, known[text[at:end]])
        at = end or at + 1


def _with_prefectures(text: str, names: list[_NamedPlace]) -> Iterator[_NamedPlace]:
    """Yield the names, a prefecture and the municipality behind it as one: 広島県 府中市, 福島県南会津郡只見町."""
    at = 0
    while at < len(names):
        name, following = names[at], names[at + 1] if at + 1 < len(names) else None
        if following and name.rows[0].is_prefecture and _DISTRICT.fullmatch(text[name.end : following.start]):
            own = tuple(one for one in following.rows if one.prefecture == name.rows[0].prefecture)
            yield _NamedPlace(name.start, following.end, own)
            at += 1
        else:
            yield name
        at += 1


def governments_in_file_name(stem: str) -> list[GovernmentMention]:
    """Return the mentions in a file's name without its suffix: names, and codes that exist, check digit and all.

    >>> [sorted(one.codes) for one in governments_in_file_name("131016_list")]
    [['131016']]
    """
    return [*governments_in_title(stem.replace("_", " ").replace("-", " ")), *_codes(stem)]


def _codes(stem: str) -> Iterator[GovernmentMention]:
    for found in _CODE.finditer(stem):
        before, after = stem[max(0, found.start() - 1) : found.start()], stem[found.end() : found.end() + 1]
        if found[0] in local_governments() and _BESIDE_CODE.fullmatch(before) and _BESIDE_CODE.fullmatch(after):
            yield GovernmentMention(frozenset((found[0],)), found[0], is_sure=not _DATE.fullmatch(found[0]))
