"""DX212: words that point to something that a record does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.registry import rule
from dxlist.rules.texts import texts_of
from dxlist.text.bilingual import Bilingual
from dxlist.words.grammar import AHEAD, ASIDE, BACK, NOTHING_BEFORE, SOMETHING_BEHIND

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed
    from dxlist.rules.texts import Printed


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


def _found(text: Printed, match: re.Match[str]) -> Found:
    words = text.text[match.start() : match.end()]
    message = Bilingual(
        f"「{words}」が指すものは、この欄の中にありません。何を指すかを書いてください。",
        f"what 「{words}」 points to is not in this cell; say what it is.",
    )
    return Found(text.place(match.start(), match.end()), message)
