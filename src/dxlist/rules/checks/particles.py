"""DX203-DX205: particles that are too many, and particles that are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.names import lost_particles
from dxlist.rules.registry import rule
from dxlist.rules.texts import texts_of
from dxlist.text.bilingual import Bilingual
from dxlist.words.grammar import DOUBLED, NOT_DOUBLED, PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed


@rule("DX203", "impossible-particles", "warning", Bilingual("続かない助詞", "particles that cannot follow each other"))
def impossible_particles(listed: Listed) -> Iterator[Found]:
    """Two particles follow each other that cannot.

    A slip of editing: one of the two was to be taken out (閲覧する際のシステムをの更新, line 42 of fukushima_r04).  The
    sentence has no meaning for a reader, and a search for システムの更新 misses it.  Words in kana that only look like
    such a pair (をのぞく, をはじめ, がん検診を) are left alone.

    日本語:
        続くことのない助詞が続いています。

        書き直したときに一方を消し忘れたものです（fukushima_r04 の42行目「システムをの更新」）。意味が取れず、
        「システムの更新」で検索しても見つかりません。仮名書きの語（をのぞく、をはじめ、がん検診を）は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請システムをの更新を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|紙の申請をのぞく手続の更新をはじめ、がん検診を進める。|100件を目標とする。
    """
    for text, match in texts_of(listed).finditer(PAIRS):
        words = text.text[match.start() : match.end()]
        message = Bilingual(
            f"「{words}」は助詞が続いています。一方が余分です。",
            f"「{words}」: these particles cannot follow each other; one is too many.",
        )
        yield Found(text.place(match.start(), match.end()), message, suggestion="の" if words == "をの" else None)


@rule("DX204", "doubled-words", "warning", Bilingual("同じ語の重複", "the same word twice"))
def doubled_words(listed: Listed) -> Iterator[Found]:
    """A particle, a mark or a word stands twice in a row.

    県のの施設, システムをを更新, 推進推進, 。。: what is left of editing.  Words that are doubled by nature (一人一人,
    がん検診 behind が) are left alone.

    日本語:
        同じ助詞、記号又は語が続けて2回あります。

        「県のの施設」「システムをを更新」「。。」など、書き直しの消し忘れです。もともと繰り返す語（一人一人）は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請システムをを更新する。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|県がん検診を一人一人に案内する。|100件を目標とする。
    """
    for text, match in texts_of(listed).finditer(DOUBLED):
        words = text.text[match.start() : match.end()]
        once = match[1] or match[2] or match[3] or words[0]
        if NOT_DOUBLED.match(once):
            continue
        message = Bilingual(f"「{once}」が2回続いています。", f"「{once}」 stands twice in a row.")
        yield Found(text.place(match.start(), match.end()), message, suggestion=once)


@rule(
    "DX205",
    "name-lost-particle",
    "warning",
    Bilingual("括弧の前後で助詞が異なる名称", "name repeated in brackets with another particle"),
    official=("L2-04",),
)
def name_lost_particle(listed: Listed) -> Iterator[Found]:
    """The name before a bracket stands again inside, and differs by a particle.

    ワーケーション活用した観光支援事業(ワーケーションを活用した観光支援事業、…) (line 82 of fukushima_r04): one of the two is
    a slip, mostly the shorter.  Whoever compares or searches names finds two projects.

    日本語:
        括弧の前の名称が括弧の中で繰り返され、助詞だけが異なっています。

        「ワーケーション活用した観光支援事業(ワーケーションを活用した観光支援事業、…)」（fukushima_r04 の82行目）のように、
        多くは短い方で助詞が落ちています。名称を比べたり検索したりすると、二つの事業に見えます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|端末活用した相談支援事業（端末を活用した相談支援事業、端末整備事業）|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|端末を活用した相談支援事業（端末を活用した相談支援事業、端末整備事業）|電子申請を進める。|100件を目標とする。
    """
    for text in texts_of(listed).all:
        if text.column == "project_name":
            for start, end, fuller in lost_particles(text.text):
                words = text.text[start:end]
                message = Bilingual(
                    f"「{words}」は、同じ欄の「{fuller}」と助詞だけが異なります。",
                    f"「{words}」 and 「{fuller}」 in the same cell differ by a particle only.",
                )
                yield Found(text.place(start, end), message, suggestion=fuller)
