"""The tally of a list -> what a person should know of it: ``summary_block`` for a terminal, else ``summary_line``."""

from __future__ import annotations

import shlex
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.report.blocks import Block, Entry, in_brackets
from dxlist.text.bilingual import COMMA, EMPTY, NEW_LINE, Bilingual, both_languages, plural
from dxlist.words.code_words import LEFTOVER_WORDS, REPAIR_WORDS, word
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.document import ControlCharacter
    from dxlist.report.tally import Tally

MOST_SHOWN = 5
"""Places of one kind that a summary names."""
_LONGEST = 40

SummaryLine = tuple[Bilingual, str, Bilingual]
"""A line of the table: what it is about, how it is coloured, what it says."""
LinePlace = tuple[int, Bilingual]
"""A line of the list, and what is there; of a correction the line that it names, 0 where it names none."""


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


def _short(tally: Tally) -> Iterator[SummaryLine]:
    lines = dict(zip(("encoding", "pages", "rows", "repairs"), _figures(tally), strict=True))
    yield from (lines["rows"], lines["pages"], lines["encoding"])
    yield from ((label, style, label + Bilingual(" ", ": ") + text) for label, style, text in _government(tally))
    count = tally.repairs.total()
    yield _REPAIRS, "", Bilingual("補正 ", "") + plural(count, "か所", "repair")
    yield from _warnings(tally, one_line=True)


def _lines(path: str, tally: Tally) -> Iterator[SummaryLine]:
    yield from _government(tally)
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
_CONTROLS = Bilingual("制御文字", "control characters")
_FURTHER = Bilingual("2つ目の文字コード", "second encoding")
_GOVERNMENT = Bilingual("地方公共団体", "local government")
_LEFTOVERS = Bilingual("どの列にも入らなかったセル", "leftovers")
_DOUBTS = Bilingual("疑わしい行", "doubtful rows")
_DETAILS = Bilingual("詳しく見る", "see")
_UNUSED = Bilingual("使われない訂正", "unused corrections")
_GUESSED = Bilingual("推定した列", "guessed columns")


def _figures(tally: Tally) -> Iterator[SummaryLine]:
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


def _warnings(tally: Tally, *, one_line: bool) -> Iterator[SummaryLine]:
    """Yield a line for each kind of thing that a person should look at."""
    if tally.encoding_rival:
        yield _RIVAL, "yellow", _close_call(tally)
    for further in tally.further_encodings:
        text = Bilingual(f"{further.line}行目から{further.encoding}", f"{further.encoding} from line {further.line} on")
        yield _FURTHER, "yellow", (_FURTHER + Bilingual(" ", ": ") + text if one_line else text)
    if controls := tally.control_characters:
        text = COMMA.join(map(_control, controls))
        yield _CONTROLS, "yellow", (_CONTROLS + Bilingual(" ", ": ") + text if one_line else text)
    for kind in _kinds(tally):
        if kind.number:
            yield kind.label, "yellow", _named(kind, one_line=one_line)


def _named(kind: _Kind, *, one_line: bool) -> Bilingual:
    """Return the first places of a kind; in one line what they are and how many stands before them."""
    places = [(_brief if one_line else _full)(place) for place in islice(kind.places, MOST_SHOWN)]
    if more := kind.number - len(places):
        places.append(Bilingual(f"ほか{more}", f"{more} more"))
    text = (COMMA if one_line or kind.label is _DOUBTS else NEW_LINE).join(places)
    return kind.label + f" {kind.number}" + in_brackets(text) if one_line else text


def _close_call(tally: Tally) -> Bilingual:
    rival = tally.encoding_rival
    return Bilingual(
        f"{rival} とも読めます。文字化けしていれば --encoding {rival} を試してください。",
        f"{rival} fits nearly as well; if the text is garbled, try --encoding {rival}.",
    )


def _government(tally: Tally) -> Iterator[SummaryLine]:
    """Yield the local government that titles or the file's name say, and a sidecar that contradicts the table."""
    source = tally.government_from
    if source is None or (source.by == "sidecar" and not source.contradicts):
        return
    if source.contradicts:
        why = Bilingual(
            "付属ファイルのコードと名称が、公式の表では別の団体のものです",
            "code and name of the sidecar are those of two in the official table",
        )
    elif source.by == "title":
        why = Bilingual(f"{source.line}行目の表題から", f"from the title in line {source.line}")
    else:
        why = Bilingual("ファイル名から", "from the name of the file")
    yield _GOVERNMENT, "yellow" if source.contradicts else "", tally.government + in_brackets(why)


def _control(control: ControlCharacter) -> Bilingual:
    return Bilingual(
        f"{control.character} {control.count}個（{control.line}行目から）",
        f"{control.count} × {control.character} (first in line {control.line})",
    )


def further_encodings(path: str, tally: Tally) -> Iterator[Bilingual]:
    """Yield one message for each place where the text of a list goes on in another encoding."""
    before = tally.encoding
    for further in tally.further_encodings:
        after = further.encoding
        yield f"{path}:{further.line}: " + Bilingual(
            f"この行から文字コードが {after} に変わります（前の行までは {before}）。"
            "それぞれの文字コードで読みましたが、1つの文字コード（UTF-8など）で保存し直してください。",
            f"from this line on the text is in {after}, before it in {before}. "
            "Each was read in its own; save the list in one encoding, such as UTF-8.",
        )
        before = after


class _Kind(NamedTuple):
    """A kind of thing that a person should look at."""

    label: Bilingual
    singular: str
    """The English word for one of them."""
    number: int
    places: Iterator[LinePlace]


def _kinds(tally: Tally) -> tuple[_Kind, ...]:
    return (
        _Kind(_LEFTOVERS, "leftover", tally.leftover_count, leftover_places(tally)),
        _Kind(_DOUBTS, "doubtful row", tally.doubt_count, doubt_places(tally)),
        _Kind(_UNUSED, "unused correction", len(tally.unused_corrections), unused_places(tally)),
        _Kind(_GUESSED, "guessed column", len(tally.guesses), guessed_places(tally)),
    )


def _brief(place: LinePlace) -> Bilingual:
    return Bilingual(f"{place[0]}行目", f"line {place[0]}") if place[0] else _NO_LINE


_NO_LINE = Bilingual("行の指定なし", "no line")


def _full(place: LinePlace) -> Bilingual:
    return _brief(place) + Bilingual("", " ") + place[1]


def leftover_places(tally: Tally) -> Iterator[LinePlace]:
    """Yield line and description of each leftover."""
    for left in tally.leftovers:
        why, text = word(LEFTOVER_WORDS, left.reason), _cut(left.text)
        yield left.line, Bilingual(f"、セル{left.cell}「{text}」{why.ja}", f'cell {left.cell} "{text}" {why.en}')


def doubt_places(tally: Tally) -> Iterator[LinePlace]:
    """Yield line and confidence of each doubtful row."""
    for doubt in tally.doubts:
        yield doubt.line, Bilingual(f"（確度{doubt.confidence:.2f}）", f"(confidence {doubt.confidence:.2f})")


def unused_places(tally: Tally) -> Iterator[LinePlace]:
    """Yield line and column of each correction that was not used."""
    for unused in tally.unused_corrections:
        column, why = column_name(unused.column), _cut(unused.reason)
        yield unused.line or 0, Bilingual(f"、{column.ja}（{why}）", f"{column.en} ({why})")


def guessed_places(tally: Tally) -> Iterator[LinePlace]:
    """Yield line and reading of each header that was named by what its cells look like."""
    for header, (line, column) in tally.guesses.items():
        text, name = _cut(header), column_name(column)
        yield line, Bilingual(f"、見出し「{text}」を{name.ja}とみなした", f'header "{text}" taken for {name.en}')


def places_to_check(path: str, tally: Tally) -> Iterator[Bilingual]:
    """Yield one line for each place that ``--strict`` does not let pass; corrections are told of in any case."""
    for kind in _kinds(tally):
        for line, text in kind.places if kind.label is not _UNUSED else ():
            said = Bilingual(f"{kind.label.ja}: {text.ja.lstrip('、')}", f"{kind.singular}: {text.en}")
            yield f"{path}:{line}: " + said


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
