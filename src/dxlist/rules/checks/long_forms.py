"""DX210-DX211: what an abbreviation stands for beside the abbreviation, and words that are misspelt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.registry import rule
from dxlist.rules.texts import texts_of, times
from dxlist.text.bilingual import Bilingual
from dxlist.words.abbreviations import TERMS
from dxlist.words.spellings import MISSPELT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed
    from dxlist.rules.texts import Printed, Texts

_OPENING = re.compile(r"[（(「『]")
_SHORTEST_NAME = 4


@rule(
    "DX210",
    "abbreviation-beside-long-form",
    "info",
    Bilingual("略語と元の語の混在", "abbreviation beside its long form"),
    official=("L2-04",),
)
def abbreviation_beside_long_form(listed: Listed) -> Iterator[Found]:
    """A word is written out that the list abbreviates elsewhere.

    福島県警察デジタルトランスフォーメーション推進事業 (line 154 of fukushima_r04) is called 福島県警察DX推進事業 on other lines:
    where a name is written both ways this is a warning, for the rows look like two projects; elsewhere it is said once for
    each long form.  A long form with its abbreviation in brackets behind it introduces the abbreviation and is right.

    日本語:
        一覧の別の箇所では略語で書かれている語が、元の長い形で書かれています。

        「福島県警察デジタルトランスフォーメーション推進事業」（fukushima_r04 の154行目）は、他の行では「福島県警察DX推進事業」です。
        名称が両方の形で書かれている場合は、二つの事業に見えるため警告とし、それ以外は語ごとに1回示します。
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


def _written_out(listed: Listed, texts: Texts, long: str, short: str) -> Iterator[Found]:
    found = [(*one, _name_with(one[0], long, short)) for one in texts.finditer(_unexplained(long, short))]
    names = [(text, match, name) for text, match, name in found if name and name in texts.joined]
    for text, match, name in names:
        message = Bilingual(
            f"「{long}」を含むこの名称は、別の行では「{name}」です。",
            f"this name with 「{long}」 is 「{name}」 on another line.",
        )
        yield Found(text.place(match.start(), match.end()), message, suggestion=short, severity="warning")
    rest = [(text, match) for text, match, name in found if not (name and name in texts.joined)]
    if rest:
        text, match = rest[0]
        count = texts.latin[short]
        message = Bilingual(
            f"「{long}」は、この一覧では「{short}」（{count}回）とも書かれています。",
            f"「{long}」 is also written 「{short}」 ({times(count)}) in this list.",
        )
        lines = listed.related(*dict.fromkeys(other.initiative.line for other, _ in rest[1:]))
        yield Found(text.place(match.start(), match.end()), message, lines, short)


@cache
def _unexplained(long: str, short: str) -> re.Pattern[str]:
    """Return the pattern of a long form that is not beside its abbreviation in brackets."""
    return re.compile(rf"(?<!{short}[（(]){re.escape(long)}(?!\s*[（(「]\s*(?:以下[、,]?[「『]?)?{short})")


def _name_with(text: Printed, long: str, short: str) -> str | None:
    """Return the name of a project, before its bracket, with the abbreviation in the place of the long form."""
    name = _OPENING.split(text.narrow, maxsplit=1)[0].strip()
    if text.column != "project_name" or long not in name or len(name) < len(long) + _SHORTEST_NAME:
        return None
    return name.replace(long, short)


@rule("DX211", "misspelt-word", "warning", Bilingual("よくある誤記", "common misspelling"))
def misspelt_word(listed: Listed) -> Iterator[Found]:
    """A word is misspelt in a way that is known.

    シュミレーション for シミュレーション, ディスクトップ for デスクトップ; デジタルデバイス対策 where only the digital divide
    (デジタルデバイド) can be meant (第6 デジタルデバイス対策, line 162 of fukushima_r04).  A search for the word misses the row.
    The table with its source stands in ``dxlist/words/spellings.py``.

    日本語:
        よく知られた誤記です。

        「シミュレーション」を「シュミレーション」、「デスクトップ」を「ディスクトップ」とするものなどです。「デジタルデバイス対策」
        （fukushima_r04 の162行目）は、情報格差（デジタルデバイド）への対策と思われます。正しい語で検索しても見つかりません。
        語の表とその出典は ``dxlist/words/spellings.py`` にあります。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|浸水予測事業|浸水のシュミレーションを行う。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|浸水予測事業|浸水のシミュレーションを行う。|100件を目標とする。
    """
    texts = texts_of(listed)
    for wrong, right in MISSPELT.items():
        if wrong in texts.joined:
            for text, match in texts.finditer(re.compile(re.escape(wrong))):
                message = Bilingual(
                    f"「{wrong}」は「{right}」の誤りと思われます。", f"「{wrong}」 is probably 「{right}」, misspelt."
                )
                yield Found(text.place(match.start(), match.end()), message, suggestion=right)
