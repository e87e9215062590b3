"""DX214, DX215: half-width katakana, and texts that break off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.mending import fix_at
from dxlist.rules.places import PROSE, own_source, own_sources, own_texts
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import to_half_width
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText


_HALF_WIDTH = regex(r"[ｦ-ﾟ]{2,}")


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


_BROKEN_OFF = regex(r"(?:を|(?<![ぁ-んァ-ヺー])が|、|及び|並びに|又は|における|ための)$")
_CALL = regex(r"(?:^|[。、」\s])[^。、]{0,20}に[^。、]{1,12}を$")
"""すべてのこどもに笑顔を."""
_SHORT_CALL = regex(r"[^。、]{1,14}を")
"""もっと緑を."""


@rule("DX215", "text-breaks-off", "warning", Bilingual("途中で終わる文", "text that breaks off"))
def text_breaks_off(listed: Listed) -> Iterator[Found]:
    """A text ends on a word behind which something must follow.

    A cell of the print was too small, or a copy was cut: what stood behind を, 及び or a comma is lost.  What may be a call
    (すべてのこどもに笑顔を), or goes on in the value beside it (満足度が, 80%以上), is an info.

    日本語:
        後に語が続くはずのところで文が終わっています。

        印刷の枠に入り切らなかったか、写すときに切れたもので、「を」「及び」「、」などの後の文字が失われています。標語と思われる
        もの（すべてのこどもに笑顔を）と、隣の目標値の欄に続くもの（満足度が、80%以上）は、参考として示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進めるため、窓口のシステムを|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請による待ち時間の削減|誰もが使いやすい県庁に
    """
    for text in own_texts(listed, PROSE):
        if match := _BROKEN_OFF.search(text.text):
            severity: Severity | None = "info" if _may_end_so(listed, text, match[0]) else None
            message = Bilingual(
                f"文が「{match[0]}」で終わっています。続きが失われていないか確かめてください。",
                f"the text ends on 「{match[0]}」; see whether the rest is lost.",
            )
            yield Found(text.place(*match.span()), message, severity=severity)


def _may_end_so(listed: Listed, text: PrintedText, end: str) -> bool:
    """Return whether a text is a call, or goes on in the cell of the target beside it."""
    if end == "を" and (
        _CALL.search(text.text) or (_SHORT_CALL.fullmatch(text.text) and not _ends_sentences(listed, text))
    ):
        return True
    own = own_source(text.initiative, text.column)
    return (
        end in {"を", "が"}
        and own is not None
        and any(
            column.startswith("indicators.") and source.cells[0] > own.cells[-1]
            for column, source in own_sources(text.initiative)
        )
    )


def _ends_sentences(listed: Listed, text: PrintedText) -> bool:
    """Return whether most other texts of the column are sentences, so that a short one is no call."""
    others = [other.text for other in own_texts(listed, PROSE) if other.column == text.column and other is not text]
    return 2 * sum(other.endswith(("。", "る")) for other in others) >= len(others)
