"""DX208-DX211: one name or word in two spellings, abbreviations beside their long forms, misspelt words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.printed_texts import all_texts_of, texts_of, times
from dxlist.rules.mending import fix_at
from dxlist.rules.places import PROSE
from dxlist.rules.registry import rule
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.regex import regex
from dxlist.words.abbreviations import TERMS
from dxlist.words.grammar import TOGETHER
from dxlist.words.spellings import CHECKED, MISSPELT, OF_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText
    from dxlist.words.spellings import Spelling

    _Match = tuple[PrintedText, re.Match[str]]


@rule(
    "DX208",
    "name-in-two-spellings",
    "warning",
    Bilingual("1つの名称の2つの表記", "one name in two spellings"),
    official=("L2-04",),
)
def name_in_two_spellings(listed: Listed) -> Iterator[Found]:
    """One name is spelled in two ways.

    A part of it is katakana here and hiragana there (森マップ, 森まっぷ, line 126 of fukushima_r04), or the bracket behind
    the same words of one row holds another form of it (キビタンネット, キビタン健康ネット, line 145).  A search for the one
    misses the other.  Said once for each pair, at the rarer spelling.

    日本語:
        1つの名称に2つの表記があります。

        一部が片仮名と平仮名とで異なる場合（「森マップ」と「森まっぷ」、fukushima_r04 の126行目）と、同じ行で同じ語の後の括弧の
        中の名称が異なる場合（「キビタンネット」と「キビタン健康ネット」、145行目）です。一方で検索すると他方が見つかりません。
        組ごとに1回、少ない方の表記の箇所に示します。

    Bad:
        1 行政の効率化|1(1) 森林情報|農林部 森林課|森林情報公開事業|県森マップを公開する。|森まっぷ閲覧者100人を目標とする。

    Good:
        1 行政の効率化|1(1) 森林情報|農林部 森林課|森林情報公開事業|県森マップを公開し、まっぷたつの意見を聞く。|森マップ閲覧者100人を目標とする。
    """
    texts = texts_of(listed)
    for variant in (*kana_variants(texts), *alias_variants(texts)):
        words = variant.text.words(variant.start, variant.end)
        message = Bilingual(
            f"「{words}」は「{variant.other}」（{variant.often}回）とも書かれています。どちらかにそろえてください。",
            f"「{words}」 is also spelled 「{variant.other}」 ({times(variant.often)}); use one of them.",
        )
        severity: Severity | None = None if _is_loan(words) or _is_loan(variant.other) else "info"
        yield Found(variant.text.place(variant.start, variant.end), message, severity=severity)


_LOAN = regex("[ーァィゥェォッャュョパピプペポ]")


def _is_loan(words: str) -> bool:
    """Return whether katakana in a name is a loan word, which nobody writes in hiragana but in a name: マップ; not イチゴ."""
    return _LOAN.search(words) is not None


@rule(
    "DX209",
    "word-in-two-spellings",
    "info",
    Bilingual("1つの語の2つの表記", "one word in two spellings"),
    official=("L2-04",),
    fixes="unsafe",
)
def word_in_two_spellings(listed: Listed) -> Iterator[Found]:
    """A word is spelled in two ways: okurigana, kanji or kana, figures, long vowels.

    行政手続 and 行政手続き, 取り組む and 取組む, 一人一台 and 1人1台 (lines 61, 22 and 96 of fukushima_r04): a search for one
    spelling misses the other.  The table of words and its sources stand in ``dxlist/words/spellings.py``.  Said once for
    each spelling that is not the most frequent, at its first place (in a row that has both, where there is one), with the
    lines of the others.

    日本語:
        1つの語に、送り仮名、漢字と仮名、数字、長音などの異なる表記があります。

        「行政手続」と「行政手続き」、「取り組む」と「取組む」、「一人一台」と「1人1台」（fukushima_r04 の61、22、96行目）などで、
        一方で検索すると他方が見つかりません。語の表とその出典は ``dxlist/words/spellings.py`` にあります。多い方と異なる表記
        ごとに1回、最初の箇所に、他の行を添えて示します。

    Bad:
        1 行政の効率化|1(1) 行政手続の見直し|総務部 情報政策課|行政手続見直し事業|行政手続きを見直す。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 取組の見直し|総務部 情報政策課|行政手続見直し事業|行政手続の見直しに取り組み、取組を広げる。|100件を目標とする。
    """
    texts = texts_of(listed)
    for group in CHECKED:
        there = [spelling for spelling in group if any(form in texts.joined for form in spelling.forms)]
        if len(there) > 1:
            yield from _rarer(listed, texts, group)


def _rarer(listed: Listed, texts: PrintedTexts, group: Sequence[Spelling]) -> Iterator[Found]:
    """Yield a finding for each spelling of a word but the most frequent; of equals the official one is right."""
    found = [(spelling, list(texts.finditer(re.compile(spelling.pattern, re.MULTILINE)))) for spelling in group]
    found = [(spelling, places) for spelling, places in found if places]
    official = group[0]
    usual, usual_places = max(found, key=lambda one: (len(one[1]), one[0] is official), default=(official, []))
    for spelling, places in found:
        if spelling is not usual:
            text, match = _beside(places, usual_places)
            words = text.words(*match.span())
            prefers = Bilingual(
                f"公用文では「{official.word}」です。", f" Official documents write 「{official.word}」."
            )
            message = Bilingual(
                f"「{words}」（{len(places)}回）は「{usual.word}」（{len(usual_places)}回）とも書かれています。",
                f"「{words}」 ({times(len(places))}) is also spelled 「{usual.word}」 ({times(len(usual_places))}).",
            ) + (EMPTY if usual is official else prefers)
            rows = (other.initiative for other, _ in places if other.initiative is not text.initiative)
            suggestion, fix = None, None
            if spelling is not official:
                suggestion = _officially(official, spelling, words)
                meant = ((t.place(*m.span()), _officially(official, spelling, t.words(*m.span()))) for t, m in places)
                fix = fix_at(meant, certain=False)
            yield Found(text.place(*match.span()), message, listed.related_rows(rows), suggestion, fix=fix)


def _officially(official: Spelling, spelling: Spelling, words: str) -> str:
    return official.forms[0] + (words[-1] if spelling.ends else "")


def _beside(places: Sequence[_Match], usual: Sequence[_Match]) -> _Match:
    """Return the first place of a spelling in a row that has the other one too, else its first place."""
    rows = {text.initiative.initiative_id for text, _ in usual}
    return next((place for place in places if place[0].initiative.initiative_id in rows), places[0])


_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SHORTEST_KANA = 3
_BEFORE_KATAKANA = r"(?<![ァ-ヺー])(?:[一-龠々]|[ァ-ヺーA-Za-z一-龠々][ぁ-ん](?<![のをにがはとでへもや]))"
"""What stands before a word of katakana in a compound."""
_ALIAS = regex(r"(?P<head>[一-龠々ァ-ヺーA-Za-z0-9]{6,60})[（(](?P<alias>[^（）()、。,，・/\s]{4,20})[）)]")
_KATAKANA = regex("[ァ-ヺー]")
_LEAST_KATAKANA = 3
"""Of a name: 一般職員 and 一般新任職員 are no names."""
_LEAST_COMMON = 2


class Variant(NamedTuple):
    """A spelling of a name where it stands first, and the other spelling."""

    text: PrintedText
    start: int
    end: int
    other: str
    often: int
    """How often the other spelling stands in the list."""


def kana_variants(texts: PrintedTexts) -> Iterator[Variant]:
    """Yield names of which a part is katakana here and hiragana there: 森マップ, 森まっぷ."""
    for word in texts.katakana:
        hiragana = word.translate(_TO_HIRAGANA)
        if len(word) >= _SHORTEST_KANA and hiragana in texts.joined:
            compound = re.compile(f"{_BEFORE_KATAKANA}{word}(?![ァ-ヺー])")
            for name in dict.fromkeys(compound.findall(texts.joined)):
                yield from _in_hiragana(texts, name, name.removesuffix(word) + hiragana)


def _in_hiragana(texts: PrintedTexts, name: str, hiragana: str) -> Iterator[Variant]:
    """Yield the rarer of the two spellings of a name where both are there."""
    there = list(texts.finditer(re.compile(f"{re.escape(hiragana)}(?![ー。]|[ぁ-ん](?<![のをにがはとでへもや]))")))
    here = list(texts.finditer(re.compile(f"{re.escape(name)}(?![ァ-ヺー])")))
    if there and here:
        rarer, other, often = (there, name, len(here)) if len(there) <= len(here) else (here, hiragana, len(there))
        text, match = rarer[0]
        yield Variant(text, match.start(), match.end(), other, often)


def alias_variants(texts: PrintedTexts) -> Iterator[Variant]:
    """Yield second names in brackets behind the same words of one row, of which one is the other and something more."""
    rows = defaultdict[str, list["_Match"]](list)
    for text, match in texts.finditer(_ALIAS):
        if text.column in PROSE:
            rows[text.initiative.initiative_id].append((text, match))
    for found in rows.values():
        for (_, one), (text, other) in combinations(found, 2):
            is_one_thing = one["head"] == other["head"] and not one["head"].endswith(OF_KINDS)
            if is_one_thing and _is_one_name(one["alias"], other["alias"]):
                yield Variant(text, other.start("alias"), other.end("alias"), one["alias"], 1)


def _is_one_name(one: str, other: str) -> bool:
    """Return whether of two names one is the other with something put in: キビタンネット, キビタン健康ネット."""
    short, long = sorted((one, other), key=len)
    before, behind = _alike(short, long), _alike(short[::-1], long[::-1])
    return (
        short != long
        and len(_KATAKANA.findall(short)) >= _LEAST_KATAKANA
        and min(before, behind) >= _LEAST_COMMON
        and before + behind >= len(short)
        and not _TELLS_APART.search(long[before : len(long) - len(short) + before])
    )


_TELLS_APART = regex("[0-9A-Za-z①-⑳Ⅰ-ⅻ一二三四五六七八九十新旧大中小前後上下東西南北男女第]")
"""What is put into a name to tell another thing by it: 第2, 新, 小."""


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


_OPENING = regex(r"[（(「『]")
_SHORTEST_NAME = 4


@rule(
    "DX210",
    "abbreviation-beside-long-form",
    "info",
    Bilingual("略語と元の語の混在", "abbreviation beside its long form"),
    official=("L2-04",),
    fixes="unsafe",
)
def abbreviation_beside_long_form(listed: Listed) -> Iterator[Found]:
    """A word is written out that the list abbreviates elsewhere.

    福島県警察デジタルトランスフォーメーション推進事業 (line 154 of fukushima_r04) is called 福島県警察DX推進事業 on other lines:
    where a name is written both ways this is a warning, for the rows look like two projects; elsewhere it is said once for
    each long form.  A long form with its abbreviation in brackets behind it introduces the abbreviation and is right.

    日本語:
        一覧の別の箇所では略語で書かれている語が、元の長い形で書かれています。

        「福島県警察デジタルトランスフォーメーション推進事業」（fukushima_r04 の154行目）は、他の行では「福島県警察DX推進事業」です。
        名称が両方の形で書かれている場合は、2つの事業に見えるため警告とし、それ以外は語ごとに1回示します。
        「デジタルトランスフォーメーション（DX）」のように直後の括弧で略語を示す書き方は正しいので対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|県庁デジタルトランスフォーメーション推進事業|DXを進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|県庁DX推進事業|デジタルトランスフォーメーション（DX）を進める。|100件を目標とする。
    """
    texts = texts_of(listed)
    for long, short in TERMS.items():
        if long in texts.joined and texts.latin[short]:
            yield from _written_out(listed, texts, long, short)


def _written_out(listed: Listed, texts: PrintedTexts, long: str, short: str) -> Iterator[Found]:
    rest = list["_Match"]()
    for text, match in texts.finditer(_unexplained(long, short)):
        if _says_both(text.narrow[: match.start()], short):
            continue
        name = _name_with(text, long, short)
        if name is None or name not in texts.joined:
            rest.append((text, match))
            continue
        message = Bilingual(
            f"「{long}」を含むこの名称は、別の行では「{name}」です。",
            f"this name with 「{long}」 is 「{name}」 on another line.",
        )
        yield Found(text.place(*match.span()), message, suggestion=short, severity="warning")
    if rest:
        text, match = rest[0]
        count = texts.latin[short]
        message = Bilingual(
            f"「{long}」は、この一覧では「{short}」（{count}回）とも書かれています。",
            f"「{long}」 is also written 「{short}」 ({times(count)}) in this list.",
        )
        rows = listed.related_rows(other.initiative for other, _ in rest[1:])
        fix = fix_at(((t.place(*m.span()), short) for t, m in rest), certain=False)
        yield Found(text.place(*match.span()), message, rows, short, fix=fix)


def _says_both(before: str, short: str) -> bool:
    """Return whether the abbreviation stands in one breath with what it is short for: ICTなどの情報通信技術."""
    return re.search(rf"{short}(?:など|等|といった|をはじめとする|その他)の?$", before) is not None


@cache
def _unexplained(long: str, short: str) -> re.Pattern[str]:
    """Return the pattern of a long form that is not beside its abbreviation in brackets."""
    return re.compile(rf"(?<!{short}[（(]){re.escape(long)}(?!\s*[（(「]\s*(?:以下[、,]?[「『]?)?{short})")


def _name_with(text: PrintedText, long: str, short: str) -> str | None:
    """Return the name of a project, before its bracket, with the abbreviation in the place of the long form."""
    name = _OPENING.split(text.narrow, maxsplit=1)[0].strip()
    if text.column != "project_name" or long not in name or len(name) < len(long) + _SHORTEST_NAME:
        return None
    return name.replace(long, short)


@rule("DX211", "misspelt-word", "warning", Bilingual("よくある誤記", "common misspelling"), fixes="certain")
def misspelt_word(listed: Listed) -> Iterator[Found]:
    """A word is misspelt in a way that is known.

    シュミレーション for シミュレーション, ディスクトップ for デスクトップ; デジタルデバイス対策 where only the digital divide
    (デジタルデバイド) can be meant (第6 デジタルデバイス対策, line 162 of fukushima_r04); 遣産 for 遺産, 末実施 for 未実施, 図るともに
    for 図るとともに.  A search for the word misses the row.
    The table with its source stands in ``dxlist/words/spellings.py``.

    日本語:
        よく知られた誤記です。

        「シミュレーション」を「シュミレーション」、「デスクトップ」を「ディスクトップ」とするものなどです。「デジタルデバイス対策」
        （fukushima_r04 の162行目）は、情報格差（デジタルデバイド）への対策と思われます。「遺産」を「遣産」、「未実施」を「末実施」、
        「図るとともに」を「図るともに」とするものも示します。正しい語で検索しても見つかりません。
        語の表とその出典は ``dxlist/words/spellings.py`` にあります。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|浸水予測事業|浸水のシュミレーションを行う。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|浸水予測事業|浸水のシミュレーションを行う。|100件を目標とする。
    """
    texts = all_texts_of(listed)
    written = [one.pattern for one in MISSPELT if one.wrong in texts.joined]
    for text, match in texts.finditer(re.compile("|".join(written))) if written else ():
        wrong = match[0]
        right, is_sure = _RIGHT[wrong]
        is_sure = is_sure and not _is_of_devices(text, wrong)
        severity: Severity | None = None if is_sure else "info"
        message = Bilingual(
            f"「{wrong}」は「{right}」の誤りと思われます。", f"「{wrong}」 is probably 「{right}」, misspelt."
        )
        yield Found(text.place(*match.span()), message, suggestion=right if is_sure else None, severity=severity)
    for text, match in texts.finditer(TOGETHER):
        message = Bilingual(
            "「ともに」は「とともに」の誤りと思われます。", "「ともに」 is probably 「とともに」, misspelt."
        )
        yield Found(text.place(*match.span()), message, suggestion="とともに")


_RIGHT = {one.wrong: (one.right, one.is_sure) for one in MISSPELT}
_DEVICE = regex("視力|健康|依存|姿勢|睡眠|盗難|紛失|破損|故障|端末|利用時間")


def _is_of_devices(text: PrintedText, wrong: str) -> bool:
    """Return whether デジタルデバイス are devices, of which the text speaks: 視力低下を防ぐデジタルデバイス対策."""
    return wrong.startswith("デジタルデバイス") and _DEVICE.search(text.narrow) is not None
