"""DX212: words that point outside the record."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.printed_texts import texts_of
from dxlist.rules.places import own_source, own_sources
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.grammar import AHEAD, AHEAD_WORDS, ASIDE, BACK, BACK_WORDS, NOTHING_BEFORE, SOMETHING_BEHIND, THE_SAME

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText


@rule(
    "DX212",
    "points-outside-record",
    "warning",
    Bilingual("行の外を指す語", "words that point outside the record"),
    official=("L2-02",),
)
def points_outside_record(listed: Listed) -> Iterator[Found]:
    """A word points to another cell, row or sheet.

    左記改修 (line 17 of fukushima_r04) means the cell to the left: in data of one record a row, read column by column or
    alone, it points to nothing.  So do 右記, 前頁, 別紙のとおり.  同上, 上記, 前述 and the like are said where nothing stands
    before them in the cell, 下記 and 次のとおり where nothing follows; 上記 behind its own list is right.  Where the row
    itself has what is meant in sentences before it, or 左記 names a column of the list, this is an info; 上記の目的 in a
    list with that column is left alone.

    日本語:
        他の欄、行又は紙面を指す語があります。

        「左記改修」（fukushima_r04 の17行目）は左の欄を指しますが、1行1件のデータとして列ごと、行ごとに読むと、指すものが
        ありません。「右記」「前頁」「別紙のとおり」も同じです。「同上」「上記」「前述」は同じ欄の前に、「下記」「次のとおり」は
        後に何もない場合だけ示します。指すものが同じ行の前の欄の文にある場合と、「左記」がその名の欄を指す場合は、
        参考として示します。「目的」の欄がある一覧の「上記の目的」は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和4年度に左記改修を行う。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|上記システムの利用100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|次のとおり進める。①電子申請の導入、②利用の促進|電子申請システムを導入し、上記システムの利用100件を目標とする。
    """
    texts = texts_of(listed)
    for text, match in _unquoted(texts, ASIDE):
        yield _found(text, match, "info" if _names_a_column(listed, text, match) else None)
    for text, match in _unquoted(texts, BACK, BACK_WORDS):
        is_same = THE_SAME.match(match[0]) is not None
        if _has_something_before(text.text[: match.start()]) or (not is_same and _names_a_column(listed, text, match)):
            continue
        yield _found(text, match, "info" if not is_same and _has_sentences_before(text) else None)
    for text, match in _unquoted(texts, AHEAD, AHEAD_WORDS):
        if not SOMETHING_BEHIND.search(text.text, match.end()):
            yield _found(text, match)


def _unquoted(
    texts: PrintedTexts, pattern: re.Pattern[str], having: Sequence[str] = ()
) -> Iterator[tuple[PrintedText, re.Match[str]]]:
    """Yield the matches of a pattern that are not quoted: 「同上」という語を使わない様式."""
    for text, match in texts.finditer(pattern, having):
        around = text.text[match.start() - 1 : match.start()] + text.text[match.end() : match.end() + 1]
        if around not in _QUOTES:
            yield text, match


_QUOTES = {"「」", "『』", "“”", "｢｣"}


def _has_something_before(before: str) -> bool:
    """Return whether a text has said something that 上記 can mean: a sentence, or a few words, or what a bracket explains."""
    words = before.strip(" 　①②③・※")
    return "。" in words or len(words.strip("（(")) >= NOTHING_BEFORE or (words[-1:] in {"（", "("} and len(words) > 1)


def _found(text: PrintedText, match: re.Match[str], severity: Severity | None = None) -> Found:
    words = text.words(*match.span())
    message = Bilingual(
        f"「{words}」が指すものは、この欄の中にありません。何を指すかを書いてください。",
        f"what 「{words}」 points to is not in this cell; say what it is.",
    )
    return Found(text.place(*match.span()), message, severity=severity)


_NOUN_BEHIND = regex(r"の?(?:「(?:事業の|施策の)?)?(?P<noun>[一-龠々]{2}|[ァ-ヺー]{2,})")


def _names_a_column(listed: Listed, text: PrintedText, match: re.Match[str]) -> bool:
    """Return whether the noun behind a word that points is in a header of the list: 上記の目的, 左記の事業."""
    noun = _NOUN_BEHIND.match(text.narrow, match.end())
    return noun is not None and noun["noun"] in _headers(listed)


@lru_cache(maxsize=2)
def _headers(listed: Listed) -> str:
    """Return the header cells of all pages of a list, folded."""
    return "\n".join(dict.fromkeys(fold(cell.text) for page in listed.document.document.pages for cell in page.header))


_LONG = 30
"""Letters of a text that can be meant by 上記, though no sentence ends in it."""


def _has_sentences_before(text: PrintedText) -> bool:
    """Return whether a cell before this one of the row holds sentences, to which 上記 can point."""
    own = own_source(text.initiative, text.column)
    return own is not None and any(
        source.cells[-1] < own.cells[0] and ("。" in source.raw or len(source.raw) >= _LONG)
        for _, source in own_sources(text.initiative)
    )
