"""DX127: characters that break a number or a name: what nobody sees, a radical for a kanji, a blank between digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found, Place
from dxlist.model.stages import EXTRA
from dxlist.rules.mending import fix_at
from dxlist.rules.places import kept_positions, leftover_place, own_sources, raw_span_place, shortened
from dxlist.rules.registry import rule
from dxlist.tables.cleaning import BREAKS, holds_numbers
from dxlist.text.bilingual import Bilingual
from dxlist.text.broken_numbers import broken_numbers
from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.text.unseen import SELECTORS, has_unseen, unseen_spans
from dxlist.text.variants import RADICALS
from dxlist.text.visible import code_points, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule(
    "DX127",
    "characters-that-break-words",
    "warning",
    Bilingual("数や名称を壊す文字", "characters that break a number or a name"),
    official=("L1-06", "L1-08", "L1-14"),
    fixes="certain",
)
def characters_that_break_words(listed: Listed) -> Iterator[Found]:
    """A number or a name holds a character that nobody sees, a radical in place of a kanji, or a blank between digits.

    「情報政策課」 with a zero-width blank (U+200B) in it, and 「⺠間」 with the radical ⺠ (U+2EA0) that a PDF gave for 民, look like
    the words and are others: a search does not find them, and a program reads 0 in 「8,5 00」.  What nobody sees was taken
    out of the records, and so was a blank where the number can only be one; 「8、500」 may be two, and is in doubt.  In sentences
    it is said once for a column, as information where no word is parted.

    日本語:
        数や名称の中に、見えない文字、漢字の代わりの部首、数字のあいだの空白があります。

        ゼロ幅の空白（U+200B）が入った「情報政策課」や、PDFから来た部首の「⺠」（U+2EA0）を使った「⺠間」は、見た目が同じでも別の語です。
        検索で見つからず、「8,5 00」は0と読まれます。見えない文字と、1つの数でしかありえない数の中の空白は、記録では取り除きました。
        「8、500」のように2つの数とも読めるものは、どちらとも決めません。文の中のものは列ごとに1件にまとめ、語を分けていなければ参考情報と
        します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 市⺠課|電子申請推進事業|電子申請を進める。|利用件数を100件とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用件数を8,5 00件とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 市民課|電子申請推進事業|電子申請を進める。|利用件数を8,500件とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|令和 8 年度に100件、200件とする。
    """
    found = dict[object, list[Broken]]()
    for broken in (*_in_headers(listed), *_in_rows(listed), *_in_leftovers(listed)):
        found.setdefault((broken.column, broken.word.kind or broken.word.message), []).append(broken)
    for group in found.values():
        first, *others = sorted(group, key=lambda one: one.word.is_harmless)
        lines = dict.fromkeys(one.place.line for one in others if one.place.line != first.place.line)
        severity: Severity | None = "info" if first.word.is_harmless else None
        meant = ((one.place, one.word.meant) for one in group if one.word.meant is not None and _is_sure(one.place))
        fix, related = fix_at(meant, certain=True), listed.related(*lines)
        yield Found(first.place, first.word.message, related, suggestion=first.word.meant, severity=severity, fix=fix)


def _is_sure(place: Place) -> bool:
    """Return whether what nobody sees can go: a selector of variants chooses the form of the kanji before it."""
    return SELECTORS.search((place.text or "")[place.start : place.end]) is None


class Broken(NamedTuple):
    """A number or a word with what breaks it."""

    column: str
    place: Place
    word: BrokenWord


def _in_headers(listed: Listed) -> Iterator[Broken]:
    rows = (row.as_printed() for trail in listed.document.trail for row in trail.table.header_rows)
    cells = ((row.line, number, cell) for row in rows for number, cell in enumerate(row.cells, 1))
    for line, number, cell in cells:
        for word in (*_unseen(cell, is_name=True), *_radicals(cell, is_name=True)):
            yield Broken("", Place(line, number, *word.span, cell, about=word.meant or ""), word)


def _in_rows(listed: Listed) -> Iterator[Broken]:
    cells = ((row, *own) for row in listed.document for own in own_sources(row))
    for initiative, column, source in cells:
        is_name = _OF_NAMES.match(column) is not None
        numbers = list(_broken_numbers(initiative, column, source.raw)) if holds_numbers(column) else []
        spans = [number.span for number in numbers]
        unseen = (word for word in _unseen(source.raw, is_name=is_name) if not _is_within(word.span, spans))
        for word in (*unseen, *_radicals(source.raw, is_name=is_name), *numbers):
            yield Broken(column, raw_span_place(initiative, column, *word.span), word)


def _is_within(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _in_leftovers(listed: Listed) -> Iterator[Broken]:
    rows = {initiative.line: initiative for initiative in listed.document}
    for leftover in listed.document.leftovers:
        place = leftover_place(leftover, rows.get(leftover.line))
        for word in (*_unseen(leftover.text, is_name=True), *_radicals(leftover.text, is_name=True)):
            yield Broken("", place._replace(start=word.span.start, end=word.span.end), word)


_OF_NAMES = regex(r"field$|item$|project_name$|(?:levels|departments)(?:\.|$)")


class BrokenWord(NamedTuple):
    """A stretch of a raw text, what is wrong with it, and what is meant by it."""

    span: Span
    message: Bilingual
    meant: str | None
    kind: str = ""
    """In a sentence the characters: what is said once for a column; elsewhere each word is said by itself."""
    is_harmless: bool = False
    """What nobody sees parts no word: it stands at the end of a sentence or beside a sign."""


def _word_of(raw: str, span: Span, said: Bilingual, meant: str | None) -> BrokenWord:
    words = shortened(visible(span.of(raw)))
    return BrokenWord(span, Bilingual(f"「{words}」", f"「{words}」 ") + said, meant)


_NUMBER = regex(r"[0-9０-９,，.．]")
_DIGIT = regex(r"[0-9０-９]")
_ENDS_OF_WORD = regex(r"[\s、。，．・,.:：;；()（）「」『』【】/／]")


def _unseen(raw: str, *, is_name: bool) -> Iterator[BrokenWord]:
    """Yield the numbers and words that hold what nobody sees, each once; a sentence is said by what it holds."""
    if not has_unseen(raw):
        return
    spans = [span for span in unseen_spans(raw) if not _is_blank_in_number(raw, span) and not _is_style(raw, span)]
    end = 0
    for span in spans:
        if span.start < end:
            continue
        is_number = _is_digit(raw, span.start - 1) or _is_digit(raw, span.end)
        around = _around(raw, span, numbers_only=is_number and not is_name)
        end = around.end
        unseen = "".join(one.of(raw) for one in spans if around.start <= one.start < around.end)
        word = _unseen_word(raw, around, "".join(dict.fromkeys(unseen)))
        if is_number or is_name:
            yield word
        else:
            yield word._replace(kind=unseen, is_harmless=not _parts_word(raw, span))


def _unseen_word(raw: str, around: Span, unseen: str) -> BrokenWord:
    plain, codes = "".join(character for character in around.of(raw) if not has_unseen(character)), code_points(unseen)
    read = Bilingual(f"「{plain}」と読みました", f"it was read as 「{plain}」")
    if not plain:
        read = Bilingual("何もないものとして読みました", "it was read as nothing")
    said = Bilingual(f"に見えない文字（{codes}）があります。", f"holds characters that nobody sees ({codes}); ") + read
    return _word_of(raw, around, said + Bilingual("。", "."), plain)


_PICTURE = regex(r"[\u203c-\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]|[0-9#*]\ufe0f(?=\u20e3)")
"""A picture with the selector that says how it is drawn: ☎️, 1️⃣."""


def _is_style(raw: str, span: Span) -> bool:
    return span.end - span.start == 1 and _PICTURE.match(raw, max(0, span.start - 1)) is not None


def _parts_word(raw: str, span: Span) -> bool:
    """Return whether letters of a word stand on both sides."""
    if not 0 < span.start < span.end < len(raw):
        return False
    return not any(_ENDS_OF_WORD.match(raw[at]) for at in (span.start - 1, span.end))


def _is_digit(raw: str, at: int) -> bool:
    return at >= 0 and _DIGIT.match(raw, at) is not None


def _is_blank_in_number(raw: str, span: Span) -> bool:
    return span.of(raw)[0] in BREAKS and _is_digit(raw, span.start - 1) and _is_digit(raw, span.end)


def _around(raw: str, span: Span, *, numbers_only: bool) -> Span:
    """Return the number or the word around a span; where it stands alone, with the signs beside it."""
    start, end = span
    while start > 0 and _belongs(raw[start - 1], numbers_only=numbers_only):
        start -= 1
    while end < len(raw) and _belongs(raw[end], numbers_only=numbers_only):
        end += 1
    if all(has_unseen(character) for character in raw[start:end]):
        return Span(max(0, start - _BESIDE), min(len(raw), end + _BESIDE))
    return Span(start, end)


_BESIDE = 6


def _belongs(character: str, *, numbers_only: bool) -> bool:
    is_part = _NUMBER.match(character) is not None if numbers_only else _ENDS_OF_WORD.match(character) is None
    return is_part or has_unseen(character)


_RADICAL = regex(f"[{''.join(RADICALS)}]")


def _radicals(raw: str, *, is_name: bool) -> Iterator[BrokenWord]:
    """Yield the words that hold a radical, each once; a sentence is said by its radicals."""
    end = 0
    for match in _RADICAL.finditer(raw):
        if match.start() < end:
            continue
        around = _around(raw, Span(*match.span()), numbers_only=False)
        end = around.end
        meant = _RADICAL.sub(lambda found: RADICALS[found[0]], around.of(raw))
        codes = code_points("".join(dict.fromkeys(_RADICAL.findall(around.of(raw)))))
        said = Bilingual(
            f"に漢字ではなく部首の文字（{codes}）があります。「{visible(meant)}」と思われます。",
            f"holds radicals in place of kanji ({codes}); it is probably 「{visible(meant)}」.",
        )
        word = _word_of(raw, around, said, meant)
        yield word if is_name else word._replace(kind="radicals")


def _broken_numbers(initiative: Initiative, column: str, raw: str) -> Iterator[BrokenWord]:
    """Yield the numbers that a blank broke, and those that may be two."""
    kept = kept_positions(initiative, column, raw, but="cleaned")
    text = "".join(raw[at] for at in kept)
    for number in broken_numbers(text):
        plain = re.sub(r"[、､]", ",", re.sub(r"\s", "", number.span.of(text)))
        span = Span(kept[number.span.start], kept[number.span.end - 1] + 1)
        if number.is_one:
            codes = code_points("".join(dict.fromkeys(blank.of(text) for blank in number.blanks)))
            said = Bilingual(
                f"の数の途中に空白（{codes}）があります。「{plain}」と読みました。",
                f"has a blank within the number ({codes}); it was read as 「{plain}」.",
            )
            yield _word_of(raw, span, said, plain)
        elif not column.startswith(EXTRA):
            said = Bilingual(f"は、1つの数（{plain}）とも2つの数とも読めます。", f"may be one number ({plain}) or two.")
            yield _word_of(raw, span, said, None)
