"""DX116-DX118: traces of print and platform in the text: line ends, widths of brackets, characters of one platform."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.model.initiative import TakenOut
from dxlist.rules.mending import fix_at
from dxlist.rules.places import own_source, own_sources, own_texts, raw_place, repairs_of, shortened
from dxlist.rules.registry import rule
from dxlist.tables.word_breaks import IN_LATIN, inside_word
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.unseen import has_unseen
from dxlist.text.variants import RADICALS
from dxlist.text.visible import code_points
from dxlist.words.platform_characters import LOST, TWINS, characters_outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.finding import Fix
    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText


@rule(
    "DX116",
    "text-wrapped-in-cells",
    "info",
    Bilingual("セルの中に残った改行の跡", "line ends of the print within cells"),
    official=("L1-06", "L1-14"),
)
def text_wrapped_in_cells(listed: Listed) -> Iterator[Found]:
    """The line ends of the print stand in the cells, as blanks or line breaks within sentences and words.

    A search for デジタル or for 41団体 does not find 「デジ タル」 and 「41団 体」 (lines 60 to 71 of fukushima_r04).  They were
    taken out of the records; said once a page, with the lines of its cells.

    日本語:
        印刷の改行が、空白や改行としてセルの文や語の途中に残っています。

        「デジ タル」「41団 体」となった語は検索で見つかりません（fukushima_r04 の60～71行目）。記録では取り除きました。ページごとに
        1回、該当する行を添えて示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|市町村におけるAI、RPA等の 先端技術の活用によるDXの 取組を支援する。|AI、RPA等の先端技術を活用 する市町村数について、41団 体（累計）を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|県民の利便性向上、業務の効率 化を図るため、納付の方法を 拡大する。|電子納付の利用件数に ついて、11,000件を目標とす る。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|①申請を受け付ける。 ②窓口を案内する。|100件を目標とする。
    """
    for page, group in groupby(_wraps(listed), key=lambda wrap: wrap.initiative.page):
        wraps = list(group)
        shown = next((wrap for wrap in wraps if wrap.is_within_word()), wraps[0])
        lines = listed.related_rows(wrap.initiative for wrap in wraps)
        words = shortened(shown.around())
        message = Bilingual(
            f"{page}ページの{len(lines)}行、{len(wraps)}か所に印刷の改行の跡があります（例：「{words}」）。",
            f"line ends of the print within cells of page {page}: {len(wraps)}, rows: {len(lines)}, as in 「{words}」.",
        )
        place = raw_place(shown.initiative, shown.column, shown.around())
        yield Found(place, message, tuple(other for other in lines if other.line != place.line))


class Wrap(NamedTuple):
    """A line end that was taken out of a raw text."""

    initiative: Initiative
    column: str
    raw: str
    start: int
    end: int

    def around(self) -> str:
        """Return it with the letters beside it, of its own cell."""
        first = max(self.start - _BESIDE, self.raw.rfind("\t", 0, self.start) + 1, 0)
        return self.raw[first : self.end + _BESIDE].partition("\t")[0]

    def is_within_word(self) -> bool:
        """Return whether it parts a word, a number, or a phrase that has no blank."""
        inner = 0 < self.start < self.end < len(self.raw)
        return inner and inside_word(self.raw, self.start, self.end) >= IN_LATIN


def _wraps(listed: Listed) -> Iterator[Wrap]:
    for initiative in listed.document:
        for repair in repairs_of(initiative, TakenOut):
            if repair.kind == "unwrapped" and (source := own_source(initiative, repair.column)):
                for at, taken in zip(repair.at, repair.taken, strict=True):
                    yield Wrap(initiative, repair.column, source.raw, at, at + len(taken))


_BESIDE = 3


@rule(
    "DX117",
    "mixed-bracket-widths",
    "info",
    Bilingual("全角と半角の括弧の混在", "brackets of both widths"),
    fixes="certain",
)
def mixed_bracket_widths(listed: Listed) -> Iterator[Found]:
    """The texts of a list have brackets （） in some places and () in others.

    To a program 「基盤整備事業（県分）」 and 「基盤整備事業(県分)」 are two projects.  Codes and enumerators are left out.  Said once a list, at the
    first bracket of the rarer width; related are the lines that have it.

    日本語:
        同じ一覧の文に、全角の（）と半角の()が混ざっています。

        プログラムには「基盤整備事業（県分）」と「基盤整備事業(県分)」が別の事業に見えます。項目番号や箇条書きの番号の括弧は
        数えません。一覧ごとに1回、少ないほうの幅が最初に現れる場所に示し、その幅の括弧がある行を添えます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（県分）|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業(税分)|納付方法（窓口）を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業（県分）|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業（税分）|納付方法を拡大する。|利用率20%を目標とする。
    """
    texts = [(text, _without_numbers(text)) for text in own_texts(listed) if not _ANY_BRACKET.isdisjoint(text.text)]
    counts = {bracket: sum(plain.count(bracket) for _, plain in texts) for bracket in "（("}
    if all(counts.values()):
        rare = min(counts, key=lambda bracket: counts[bracket])
        (first, plain), *others = ((text, plain) for text, plain in texts if rare in plain)
        at = plain.index(rare)
        message = Bilingual(
            f"全角の括弧（）が{counts['（']}組、半角の括弧()が{counts['(']}組あります。どちらかに揃えてください。",
            f"there are {counts['（']} full-width brackets （） and {counts['(']} half-width ones (); use one width.",
        )
        rows = (text.initiative for text, _ in others if text.initiative is not first.initiative)
        place = first.place(at, at + 1)._replace(about="brackets")
        yield Found(place, message, listed.related_rows(rows), fix=_of_usual_width(texts, rare, counts))


_CLEAR = 4
"""How many times as often as the other width a list has the one that is its habit."""
_BRACKETS = ("（）", "()")
_ANY_BRACKET = frozenset("".join(_BRACKETS))
_CALCULATION = regex(r"[（(][0-9０-９,.， ]++(?:[-+*/×÷＋－＊／][0-9０-９,.， ]++)+[）)]")
"""Brackets of a formula, whose signs are of one width: (15,490-50)*98.9%."""
_ENUMERATOR = regex(
    r"[(（][0-9０-９]{1,2}[)）]|(?:^|(?<=[\s/／。、，・：:;；0-9０-９\-－]))[(（][a-zA-Zａ-ｚＡ-Ｚア-ンｱ-ﾝ一二三四五六七八九十]{1,2}[)）]"
)
"""The number of a part: (1) at the beginning of a text or behind a stop, 1-(1)."""


def _without_numbers(text: PrintedText) -> str:
    """Return a text with blanks for the brackets of formulas and of enumerators, position for position."""
    plain = _CALCULATION.sub(lambda found: " " * len(found[0]), text.text)
    return _ENUMERATOR.sub(lambda found: " " * len(found[0]), plain)


def _of_usual_width(texts: Sequence[tuple[PrintedText, str]], rare: str, counts: Mapping[str, int]) -> Fix:
    """Return the fix that gives all brackets of the rarer width the other one; certain where that is clearly usual.

    Args:
        texts: those with brackets, each with the same without numbers.
        rare: the opening bracket of the rarer width.
        counts: how often each opening bracket stands in them.
    """
    wrong, right = sorted(_BRACKETS, key=lambda brackets: brackets[0] != rare)
    usual = dict(zip(wrong, right, strict=True))
    meant = (
        (text.place(at, at + 1), usual[letter])
        for text, plain in texts
        for at, letter in enumerate(plain)
        if letter in usual
    )
    return fix_at(meant, certain=max(counts.values()) >= _CLEAR * min(counts.values()))


@rule(
    "DX118",
    "platform-dependent-characters",
    "info",
    Bilingual("機種依存文字", "platform-dependent characters"),
    official=("L1-08",),
)
def platform_dependent_characters(listed: Listed) -> Iterator[Found]:
    """The list uses characters outside JIS X 0208: ①, ㈱, ㎡, Ⅳ, ～, half-width katakana.

    Other systems show them as something else, and programs compare them wrongly: ～ is two characters that look alike.  Said
    once for each kind, at its first place; of － and its like only where both characters are in the list.  A private
    character (外字) is a warning.  Of characters that nobody sees, and of radicals in place of kanji, DX127 tells; of one
    that was lost already DX217.

    日本語:
        ①、㈱、㎡、Ⅳ、～、半角カタカナなど、JIS X 0208 にない文字が使われています。

        環境によって別の文字に変わり、プログラムの比較も誤ります（～は、見た目の同じ2つの文字があります）。種類ごとに1回、最初の場所に
        示します（－などは、2つの文字が混ざっているときだけ）。外字は警告とします。見えない文字と漢字の代わりの部首はDX127が、既に
        失われた文字はDX217が示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|①電子申請を進める。|100㎡を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|(1)電子申請を進める。|100平方メートルを目標とする。
    """
    cells = [(row, *own) for row in listed.document for own in own_sources(row)]
    raw = "".join(source.raw for *_, source in cells)
    outside = {
        character: kind
        for character, kind in characters_outside(raw).items()
        if not has_unseen(character) and character not in RADICALS and character != _REPLACED
    }
    outside = {c: kind for c, kind in outside.items() if c not in TWINS or TWINS[c] in raw}
    any_outside = re.compile(f"[{re.escape(''.join(outside))}]" if outside else "(?!)")
    cells = [cell for cell in cells if any_outside.search(cell[2].raw)]
    for kind in dict.fromkeys(outside.values()):
        characters = [character for character in outside if outside[character] == kind]
        holding = [cell for cell in cells if any(character in cell[2].raw for character in characters)]
        initiative, column, source = holding[0]
        first = next(character for character in source.raw if character in characters)
        _, *others = dict.fromkeys(row.line for row, *_ in holding)
        words = _listed_words(characters)
        message = Bilingual(
            f"機種依存文字（{kind.ja}）{words}が{len(others) + 1}行にあります。",
            f"{kind.en}: {words} (lines: {len(others) + 1}).",
        )
        place = raw_place(initiative, column, first)._replace(about=kind.en)
        yield Found(place, message, listed.related(*others), severity="warning" if kind == LOST else None)


def _listed_words(characters: Sequence[str]) -> str:
    shown = [c if c.isprintable() else code_points(c) for c in characters[:_SHOWN]]
    return " ".join(shown) + ("…" if len(characters) > _SHOWN else "")


_SHOWN = 12
_REPLACED = "\ufffd"
