"""The tally of a list -> what a person should know of it: ``summary_block`` for a terminal, else ``summary_line``."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.report.blocks import Block, Entry
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.words.code_words import LEFTOVER_WORDS, REPAIR_WORDS, word
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.report.tally import Tally

MOST_SHOWN = 5
"""Places of one kind that a summary names."""
_LONGEST = 40

Line = tuple[Bilingual, str, Bilingual]
"""A line of the table: what it is about, how it is coloured, what it says."""


def summary_line(path: str, tally: Tally, written: Sequence[str] = ()) -> Bilingual:
    """Return what there is to say of one list as a single line.

    Args:
        path: of the list.
        tally: its figures.
        written: the files that it became.
    """
    texts = _SEMICOLON.join(text for _, _, text in _short(tally))
    goal = f" -> {_files(written)}" if written else ""
    return f"{path}: " + texts + goal


def summary_block(path: str, tally: Tally, written: Sequence[str] = ()) -> Block:
    """Return the same as a block of labelled texts, with the places that a person should look at."""
    title = f"{path} → {_files(written)}" if written else path
    return Block(both_languages(title), tuple(Entry(label, text, style) for label, style, text in _lines(path, tally)))


def _files(written: Sequence[str]) -> str:
    """Name the files written: the first with its folder, of the others the ending."""
    first, *others = written
    stem = Path(first).stem
    return ", ".join([first, *(Path(other).name.removeprefix(stem) for other in others)])


def _short(tally: Tally) -> Iterator[Line]:
    lines = dict(zip(("encoding", "pages", "rows", "repairs"), _figures(tally), strict=True))
    yield from (lines["rows"], lines["pages"], lines["encoding"])
    count = tally.repairs.total()
    yield _REPAIRS, "", Bilingual(f"補正 {count}か所", f"{count} repairs")
    yield from _warnings(tally, one_line=True)


def _lines(path: str, tally: Tally) -> Iterator[Line]:
    yield from _figures(tally)
    yield from _warnings(tally, one_line=False)
    if places := sorted([*leftover_places(tally), *doubt_places(tally)], key=lambda place: place[0]):
        yield _DETAILS, "", both_languages(f"dxlist explain {shlex.quote(path)} {places[0][0]}")


_SEMICOLON = Bilingual("、", "; ")
_ENCODING = Bilingual("文字コード", "encoding")
_PAGES = Bilingual("ページ", "pages")
_ROWS = Bilingual("行", "rows")
_REPAIRS = Bilingual("補正", "repairs")
_RIVAL = Bilingual("文字コード", "encoding")
_LEFTOVERS = Bilingual("どの列にも入らなかったセル", "leftovers")
_DOUBTS = Bilingual("疑わしい行", "doubtful rows")
_DETAILS = Bilingual("詳しく見る", "see")
_UNUSED = Bilingual("使われない訂正", "unused corrections")
_GUESSED = Bilingual("推定した列", "guessed columns")


def _figures(tally: Tally) -> Iterator[Line]:
    mark = Bilingual("（BOM付き）", " with byte-order mark") if tally.byte_order_mark else EMPTY
    yield _ENCODING, "", tally.encoding + mark
    parts = Bilingual(f"（表{tally.parts}つ）", f" ({tally.parts} lists)") if tally.parts > 1 else EMPTY
    yield _PAGES, "", plural(tally.pages, "ページ", "page") + parts
    yield _ROWS, "", plural(tally.rows, "行", "row")
    yield _REPAIRS, "", _repairs(tally)


def _repairs(tally: Tally) -> Bilingual:
    if not tally.repairs:
        return Bilingual("なし", "none")
    return COMMA.join(word(REPAIR_WORDS, kind) + f" {count}" for kind, count in sorted(tally.repairs.items()))


def _warnings(tally: Tally, *, one_line: bool) -> Iterator[Line]:
    """Yield a line for each kind of thing that a person should look at."""
    if tally.encoding_rival:
        yield _RIVAL, "yellow", _close_call(tally)
    for label, count, places in _kinds(tally, _brief if one_line else _full):
        join = COMMA if one_line or label is _DOUBTS else both_languages("\n")
        named = Bilingual(join.ja.join(p.ja for p in places), join.en.join(p.en for p in places))
        more = count - len(places)
        rest = Bilingual(f"{join.ja}ほか{more}", f"{join.en}{more} more") if more else EMPTY
        text = Bilingual(f"{named.ja}{rest.ja}", f"{named.en}{rest.en}")
        if one_line:
            text = Bilingual(f"{label.ja} {count}（{text.ja}）", f"{label.en} {count} ({text.en})")
        yield label, "yellow", text


def _close_call(tally: Tally) -> Bilingual:
    rival = tally.encoding_rival
    return Bilingual(
        f"{rival} とも読めます。文字化けしていれば --encoding {rival} を試してください。",
        f"{rival} fits nearly as well; if the text is garbled, try --encoding {rival}.",
    )


def _kinds(
    tally: Tally, write: Callable[[tuple[int, Bilingual]], Bilingual]
) -> Iterator[tuple[Bilingual, int, list[Bilingual]]]:
    """Yield each kind that occurs, how often, and its first places."""
    kinds = (
        (_LEFTOVERS, tally.leftover_count, leftover_places(tally)),
        (_DOUBTS, tally.doubt_count, doubt_places(tally)),
        (_UNUSED, len(tally.unused_corrections), unused_places(tally)),
        (_GUESSED, len(tally.guesses), guessed_places(tally)),
    )
    for label, count, places in kinds:
        if count:
            yield label, count, [write(place) for place in list(places)[:MOST_SHOWN]]


def _brief(place: tuple[int, Bilingual]) -> Bilingual:
    return Bilingual(f"{place[0]}行目", f"line {place[0]}")


def _full(place: tuple[int, Bilingual]) -> Bilingual:
    return _brief(place) + Bilingual("", " ") + place[1]


def leftover_places(tally: Tally) -> Iterator[tuple[int, Bilingual]]:
    """Yield line and description of each leftover."""
    for left in tally.leftovers:
        why, text = word(LEFTOVER_WORDS, left.reason), _cut(left.text)
        yield left.line, Bilingual(f"、セル{left.cell}「{text}」{why.ja}", f'cell {left.cell} "{text}" {why.en}')


def doubt_places(tally: Tally) -> Iterator[tuple[int, Bilingual]]:
    """Yield line and confidence of each doubtful row."""
    for doubt in tally.doubts:
        yield doubt.line, Bilingual(f"（確度{doubt.confidence:.2f}）", f"(confidence {doubt.confidence:.2f})")


def unused_places(tally: Tally) -> Iterator[tuple[int, Bilingual]]:
    """Yield line and column of each correction whose row is gone."""
    for unused in tally.unused_corrections:
        column, why = column_name(unused.column), _cut(unused.reason)
        yield unused.line, Bilingual(f"、{column.ja}（{why}）", f"{column.en} ({why})")


def guessed_places(tally: Tally) -> Iterator[tuple[int, Bilingual]]:
    """Yield line and reading of each header that was named by what its cells look like."""
    for header, (line, column) in tally.guesses.items():
        text, name = _cut(header), column_name(column)
        yield line, Bilingual(f"、見出し「{text}」を{name.ja}とみなした", f'header "{text}" taken for {name.en}')


def places_to_check(path: str, tally: Tally) -> Iterator[Bilingual]:
    """Yield one line for each place that ``--strict`` does not let pass."""
    kinds = (
        (_LEFTOVERS, leftover_places),
        (_DOUBTS, doubt_places),
        (_UNUSED, unused_places),
        (_GUESSED, guessed_places),
    )
    for label, places in kinds:
        for line, text in places(tally):
            place = f"{path}:{line}"
            yield Bilingual(
                f"{place}: {label.ja}: {text.ja.lstrip('、')}", f"{place}: {_SINGULAR[label.en]}: {text.en}"
            )


_SINGULAR = {
    "leftovers": "leftover",
    "doubtful rows": "doubtful row",
    "unused corrections": "unused correction",
    "guessed columns": "guessed column",
}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
