"""DX208-DX209: one name, and one word, in two spellings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.registry import rule
from dxlist.rules.spellings import alias_variants, kana_variants
from dxlist.rules.texts import texts_of, times
from dxlist.text.bilingual import Bilingual
from dxlist.words.spellings import CHECKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.rules.listed import Listed
    from dxlist.rules.texts import Printed, Texts
    from dxlist.words.spellings import Spelling

    _Match = tuple[Printed, re.Match[str]]


@rule(
    "DX208",
    "name-in-two-spellings",
    "warning",
    Bilingual("一つの名称の二つの表記", "one name in two spellings"),
    official=("L2-04",),
)
def name_in_two_spellings(listed: Listed) -> Iterator[Found]:
    """One name is spelled in two ways.

    A part of it is katakana here and hiragana there (森マップ, 森まっぷ, line 126 of fukushima_r04), or the bracket behind
    the same words of one row holds another form of it (キビタンネット, キビタン健康ネット, line 145).  A search for the one
    misses the other.  Said once for each pair, at the rarer spelling.

    日本語:
        一つの名称に二つの表記があります。

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
        words = variant.text.text[variant.start : variant.end]
        message = Bilingual(
            f"「{words}」は「{variant.other}」（{variant.often}回）とも書かれています。どちらかにそろえてください。",
            f"「{words}」 is also spelled 「{variant.other}」 ({times(variant.often)}); use one of them.",
        )
        yield Found(variant.text.place(variant.start, variant.end), message)


@rule(
    "DX209",
    "word-in-two-spellings",
    "info",
    Bilingual("一つの語の二つの表記", "one word in two spellings"),
    official=("L2-04",),
)
def word_in_two_spellings(listed: Listed) -> Iterator[Found]:
    """A word is spelled in two ways: okurigana, kanji or kana, figures, long vowels.

    行政手続 and 行政手続き, 取り組む and 取組む, 一人一台 and 1人1台 (lines 61, 22 and 96 of fukushima_r04): a search for one
    spelling misses the other.  The table of words and its sources stand in ``dxlist/words/spellings.py``.  Said once for
    each spelling that is not the most frequent, at its first place (in a row that has both, where there is one), with the
    lines of the others.

    日本語:
        一つの語に、送り仮名、漢字と仮名、数字、長音などの異なる表記があります。

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
        if sum(_is_there(spelling, texts) for spelling in group) > 1:
            yield from _rarer(listed, texts, group)


def _is_there(spelling: Spelling, texts: Texts) -> bool:
    return any(form in texts.joined for form in spelling.forms)


def _rarer(listed: Listed, texts: Texts, group: Sequence[Spelling]) -> Iterator[Found]:
    """Yield a finding for each spelling of a word but the most frequent; of equals the official one is right."""
    found = [(spelling, list(texts.finditer(re.compile(spelling.pattern, re.MULTILINE)))) for spelling in group]
    found = [(spelling, places) for spelling, places in found if places]
    official = group[0]
    usual, usual_places = max(found, key=lambda one: (len(one[1]), one[0] is official), default=(official, []))
    for spelling, places in found:
        if spelling is not usual:
            text, match = _beside(places, usual_places)
            words = text.text[match.start() : match.end()]
            prefers = (
                Bilingual("", "")
                if usual is official
                else Bilingual(
                    f"公用文では「{official.word}」です。", f" Official documents write 「{official.word}」."
                )
            )
            message = Bilingual(
                f"「{words}」（{len(places)}回）は「{usual.word}」（{len(usual_places)}回）とも書かれています。{prefers.ja}",
                f"「{words}」 ({times(len(places))}) is also spelled 「{usual.word}」 ({times(len(usual_places))}).{prefers.en}",
            )
            others = dict.fromkeys(other.initiative.line for other, _ in places)
            lines = listed.related(*(line for line in others if line != text.initiative.line))
            suggestion = None if spelling is official else official.forms[0] + (words[-1] if spelling.ends else "")
            yield Found(text.place(match.start(), match.end()), message, lines, suggestion)


def _beside(places: Sequence[_Match], usual: Sequence[_Match]) -> _Match:
    """Return the first place of a spelling in a row that has the other one too, else its first place."""
    rows = {text.initiative.initiative_id for text, _ in usual}
    return next((place for place in places if place[0].initiative.initiative_id in rows), places[0])
