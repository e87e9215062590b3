"""DX212-DX215: texts that are not whole: words that point outside the record, brackets without a partner, texts that break off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.model.initiative import Truncated
from dxlist.rules.dx2_texts.printed_texts import texts_of
from dxlist.rules.mending import fix_at
from dxlist.rules.places import PROSE, own_texts, repairs_of
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import to_half_width
from dxlist.words.grammar import AHEAD, ASIDE, BACK, NOTHING_BEFORE, SOMETHING_BEHIND

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    alone, it points to nothing.  So do 同上, 右記, 前頁, 別紙のとおり.  上記, 前述 and the like are said where nothing stands
    before them in the cell, 下記 and 次のとおり where nothing follows; 上記 behind its own list is right.

    日本語:
        他の欄、行又は紙面を指す語があります。

        「左記改修」（fukushima_r04 の17行目）は左の欄を指しますが、1行1件のデータとして列ごと、行ごとに読むと、指すものが
        ありません。「同上」「右記」「前頁」「別紙のとおり」も同じです。「上記」「前述」は同じ欄の前に、「下記」「次のとおり」は
        後に何もない場合だけ示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和4年度に左記改修を行う。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|上記システムの利用100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|次のとおり進める。①電子申請の導入、②利用の促進|電子申請システムを導入し、上記システムの利用100件を目標とする。
    """
    texts = texts_of(listed)
    for text, match in texts.finditer(ASIDE):
        yield _found(text, match)
    for text, match in texts.finditer(BACK):
        if len(text.text[: match.start()].strip(" 　①②③・※（(")) < NOTHING_BEFORE:
            yield _found(text, match)
    for text, match in texts.finditer(AHEAD):
        if not SOMETHING_BEHIND.search(text.text, match.end()):
            yield _found(text, match)


def _found(text: PrintedText, match: re.Match[str]) -> Found:
    words = text.words(*match.span())
    message = Bilingual(
        f"「{words}」が指すものは、この欄の中にありません。何を指すかを書いてください。",
        f"what 「{words}」 points to is not in this cell; say what it is.",
    )
    return Found(text.place(*match.span()), message)


_PAIRS = {"）": "（", ")": "（", "」": "「", "』": "『", "】": "【", "］": "［", "]": "［", "〕": "〔"}
_OPENING = {"（": "（", "(": "（", "「": "「", "『": "『", "【": "【", "［": "［", "[": "［", "〔": "〔"}
_BRACKET = re.compile(f"[{re.escape(''.join((*_PAIRS, *_OPENING)))}]")
_NUMBER = r"(?:(?<![0-9０-９])[0-9０-９]{1,2}|(?<![A-Za-z])[A-Za-zａ-ｚ]|(?<![ァ-ヶー])[ァ-ヶ]|[①-⑳]|[注※][0-9]?)"
_NUMBERED = re.compile(rf"(?:^|[\s。、，,・（(]){_NUMBER}$")
_BEGINS_NUMBERED = re.compile(rf"{_NUMBER}[)）]")
_NUMBER_BEFORE = re.compile(rf"{_NUMBER}$")
"""Before a closing bracket that numbers something: 1)… 2)…, ア）…."""


@rule("DX213", "bracket-without-partner", "warning", Bilingual("対にならない括弧", "bracket without a partner"))
def bracket_without_partner(listed: Listed) -> Iterator[Found]:
    """A bracket is opened and not closed, or closed and not opened.

    Where a name or remark ends is lost, and text may be lost with it; a program that reads what stands in brackets reads
    the rest of the cell.  The two widths of a bracket count as one, and a bracket that numbers something (1) …, ア）…) as
    none.

    日本語:
        開いたまま閉じていない括弧、又は開いていない閉じ括弧があります。

        名称や補足がどこで終わるか分からず、文字が失われている恐れもあります。括弧の中を読むプログラムは、欄の残りをすべて
        読んでしまいます。全角と半角は区別しません。番号の後の括弧（1)…、ア）…）は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（オンライン窓口構築事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（オンライン窓口構築事業)|1)電子申請を進める。 2)窓口を減らす。|100件を目標とする。
    """
    for text in own_texts(listed):
        if any(repairs_of(text.initiative, Truncated, text.column)):
            continue
        for at in _alone(text.text):
            message = f"「{text.text[at]}」" + Bilingual("に対になる括弧がありません。", " has no partner.")
            yield Found(text.place(at, at + 1), message)


def _alone(text: str) -> Iterator[int]:
    """Yield the positions of brackets without a partner."""
    opened: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text):
        bracket, at = match[0], match.start()
        if bracket in _OPENING:
            opened.append((at, _OPENING[bracket]))
        elif opened and opened[-1][1] == _PAIRS[bracket]:
            opened.pop()
        elif any(kind == _PAIRS[bracket] for _, kind in opened):
            while opened[-1][1] != _PAIRS[bracket]:
                yield opened.pop()[0]
            opened.pop()
        elif not _is_numbering(text, at):
            yield at
    yield from (at for at, _ in opened)


def _is_numbering(text: str, at: int) -> bool:
    """Return whether a closing bracket stands behind a number; in a text that begins so the blanks between may be lost."""
    numbers = _NUMBER_BEFORE if _BEGINS_NUMBERED.match(text) else _NUMBERED
    return numbers.search(text[:at]) is not None


_HALF_WIDTH = re.compile(r"[ｦ-ﾟ]{2,}")


@rule(
    "DX214",
    "half-width-katakana",
    "info",
    Bilingual("半角片仮名", "half-width katakana"),
    official=("L1-08",),
    fixes="certain",
)
def half_width_katakana(listed: Listed) -> Iterator[Found]:
    """A word is written in half-width katakana.

    ｼｽﾃﾑ is not found by who searches システム, and is lost or garbled in old encodings.  Said once for each list, at the
    first place, with the lines of the others.

    日本語:
        半角片仮名で書かれた語があります。

        「ｼｽﾃﾑ」は「システム」で検索しても見つからず、古い文字コードでは文字化けすることもあります。一覧ごとに1回、最初の箇所に、
        他の行を添えて示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請ｼｽﾃﾑを整える。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請システムを整える。|100件を目標とする。
    """
    found = [(text, match) for text in own_texts(listed) for match in _HALF_WIDTH.finditer(text.text)]
    if found:
        text, match = found[0]
        message = Bilingual(
            f"「{match[0]}」は半角片仮名です（この一覧に{len(found)}箇所）。",
            f"「{match[0]}」 is half-width katakana ({len(found)} places in this list).",
        )
        rows = listed.related_rows(other.initiative for other, _ in found[1:])
        meant = ((text.place(*match.span()), to_half_width(match[0])) for text, match in found)
        yield Found(text.place(*match.span()), message, rows, to_half_width(match[0]), fix=fix_at(meant, certain=True))


_BROKEN_OFF = re.compile(r"(?:を|が(?<![ぁ-ん]が)|、|及び|並びに|又は|における|について、|ための|により、)$")


@rule("DX215", "text-breaks-off", "warning", Bilingual("途中で終わる文", "text that breaks off"))
def text_breaks_off(listed: Listed) -> Iterator[Found]:
    """A text ends on a word behind which something must follow.

    A cell of the print was too small, or a copy was cut: what stood behind を, 及び or a comma is lost.

    日本語:
        後に語が続くはずのところで文が終わっています。

        印刷の枠に入り切らなかったか、写すときに切れたもので、「を」「及び」「、」などの後の文字が失われています。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進めるため、窓口のシステムを|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請による待ち時間の削減|誰もが使いやすい県庁に
    """
    for text in own_texts(listed, PROSE):
        if match := _BROKEN_OFF.search(text.text):
            message = Bilingual(
                f"文が「{match[0]}」で終わっています。続きが失われていないか確かめてください。",
                f"the text ends on 「{match[0]}」; see whether the rest is lost.",
            )
            yield Found(text.place(*match.span()), message)
