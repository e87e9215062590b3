"""The unit at a place of a text: 件, 円/kg, g/人・日, 課(室); and where a metric or a label names one.

A unit is the longest word of the table that no letter behind it makes the head of another word.  It is looked up: one
pattern of all units stood in every place where a unit may stand, and compiling it took a fifth of a short run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.words.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTHS: dict[str, tuple[int, ...]] = {
    first: tuple(sorted({len(unit) for unit in UNITS if unit[0] == first}, reverse=True))
    for first in {unit[0] for unit in UNITS}
}
"""First letter -> the lengths of the units that begin so, longest first."""
_LATIN_END = regex("[A-Za-z]")
_PER_SO_MANY = regex("/(?:千|万|10万|100)?")
_CLOSES_COUNT = regex("に|で|を|が|は|へ|と|及|、|。|の|$")
_BEFORE_COUNT = regex("つ?の")
_OPENING, _CLOSING = "([【〔〈<", ")]】〕〉>"
_OPENS = regex(rf" ?[{re.escape(_OPENING)}]")
_OPENS_UNIT = regex(rf"[{re.escape(_OPENING)}] ?(?:単位(?: ?: ?| |は)?)?")
_CLOSINGS = frozenset(_CLOSING)
_LABEL = regex("単位(?:[: ]|は){1,2}")
_BEFORE_LABEL = " 、,("
_LABELS_UNIT = regex(rf"(?:{_OPENS_UNIT.pattern}|単位(?:[: ]|は){{1,2}})$")
_LONGEST_LABEL = 8
_LONGEST_BRACKET = 32
"""Letters of a bracket with a unit: （百万円／千人・日）."""
_GOES_ON_TO_COLON = regex(r"[^\s:、。,;]{0,30}(?<![0-9]):")
_MAGNITUDE = regex("[十百千万億]+")


def unit_end(text: str, at: int) -> int | None:
    """Return where the unit that begins at ``at`` ends, with what it is counted per and its other name in a bracket.

    >>> [unit_end(text, 0) for text in ("課(室)に", "円/kg", "人口", "g/人・日")]
    [4, 4, None, 5]
    """
    if text.startswith("/", at):
        alone = _PER_TIME.match(text, at)
        return alone.end() if alone else None
    end = next(_composite_ends(text, at), None)
    if end is None:
        return None
    if text.startswith("(", end):
        closed = next((other + 1 for other in _word_ends(text, end + 1) if text.startswith(")", other)), None)
        end = closed or end
    if text.startswith("/", end):
        time = _PER_TIME.match(text, end)
        end = time.end() if time else next(_word_ends(text, end + 1), end)
    return end


_PER_TIME = regex(r"/ ?1?(?:年度|年間|年|(?:か|ヶ|カ|ヵ|ケ|箇)?月|週間?|日)(?![0-9一-龠])")


def unit_of_number(text: str, at: int) -> int | None:
    """Return where a unit ends that 数 follows, and nothing then: the 件 of 31件数."""
    for length in _LENGTHS.get(text[at : at + 1], ()):
        end = at + length
        if text[at:end] in UNITS and _NUMBER_OF_UNIT.match(text, end):
            return end
    return None


_NUMBER_OF_UNIT = regex(r"数(?=[\s、。)]|$)")


def counted_after_no(text: str, at: int) -> Span | None:
    """Return the unit behind の: 32の所属, 3つの施設."""
    if not (no := _BEFORE_COUNT.match(text, at)):
        return None
    end = next((end for end in _word_ends(text, no.end()) if _CLOSES_COUNT.match(text, end)), None)
    return Span(no.end(), end) if end else None


def unit_in_bracket_behind(text: str, at: int) -> Span | None:
    """Return the unit in the bracket behind a bare number, which ends a letter behind it: 100（件）, 4,420（千人）."""
    return _closed(text, opening.end()) if (opening := _OPENS.match(text, at)) else None


def units_named(text: str, start: int, end: int) -> list[Span]:
    """Return the units that a metric holds in brackets, then those of labels: フォロワー数（件）, 単位：件."""
    part = text[start:end]
    brackets = (_closed(part, opening.end()) for opening in _OPENS_UNIT.finditer(part))
    labels = (_first(part, label.end()) for label in _LABEL.finditer(part))
    return [Span(start + span.start, start + span.end) for spans in (brackets, labels) for span in spans if span]


def is_unit_label(text: str, start: int, end: int) -> bool:
    """Return whether what stands there is in a bracket of its own, or behind 単位: the 千人 of 利用者数（千人）."""
    label = _LABELS_UNIT.search(text, max(0, start - _LONGEST_LABEL), start)
    return label is not None and (label[0][0] not in _OPENING or text.startswith(tuple(_CLOSING), end))


def ends_label(text: str, end: int) -> bool:
    """Return whether a colon follows before another number: the 講座 of 「97.8 講座数（回）：20」 is no unit."""
    return _GOES_ON_TO_COLON.match(text, end) is not None


def unit_before_colon(text: str, at: int) -> Span | None:
    """Return the bracket with a unit before the colon before a number: 受診率（％）：97.8."""
    end = _end_before(text, " ", at)
    return unit_bracket_at_end(text, 0, _end_before(text, " :", end)) if text[end - 1 : end] == ":" else None


def unit_before(text: str, at: int) -> Span | None:
    """Return the bracket with a unit before a number, with a colon between them or without: 売上（千円）12,500."""
    return unit_bracket_at_end(text, -1, _end_before(text, " :", at))


def _end_before(text: str, letters: str, at: int) -> int:
    """Return where the text before a place ends, without some letters."""
    while at and text[at - 1] in letters:
        at -= 1
    return at


def unit_bracket_at_end(text: str, start: int, end: int) -> Span | None:
    """Return the unit in the bracket with which ``text[start:end]`` ends: ごみの排出量（g）."""
    if text[end - 1 : end] not in _CLOSINGS:
        return None
    since = max(start, 0, end - _LONGEST_BRACKET)
    opening = max(text.rfind(letter, since, end) for letter in _OPENING)
    match = _OPENS_UNIT.match(text, opening, end) if opening > start else None
    closed = _closed(text[since:end], match.end() - since) if match else None
    return Span(opening, end) if closed and closed.end + since == end - 1 else None


def unit_label_at_end(text: str, start: int, end: int) -> int | None:
    """Return where a label of a unit begins, with which ``text[start:end]`` ends: 利用件数、単位：件."""
    since = max(start, end - 2 * _LONGEST_BRACKET)
    if text.find("単位", since, end) < 0:
        return None
    part = text[since:end]
    for label in _LABEL.finditer(part):
        if any(part[stop:] in {"", ")"} for stop in _composite_ends(part, label.end())):
            return start + len(text[start : since + label.start()].rstrip(_BEFORE_LABEL))
    return None


def unit_label_at_start(text: str, start: int, end: int) -> int | None:
    """Return where the unit of a label ends with which ``text[start:end]`` begins: 単位：千円 売上, 千円 売上."""
    label = _LABEL.match(text, start, end)
    before = max(0, start - _LONGEST_LABEL)
    at = label.end() if label else start if _LABEL_BEFORE.search(text, before, start) else None
    unit = _first(text[at : min(end, at + _LONGEST_BRACKET)], 0) if at is not None else None
    return (
        at + unit.end if at is not None and unit and text[at + unit.end : at + unit.end + 1] in _BEHIND_LABEL else None
    )


_LABEL_BEFORE = regex(f"{_LABEL.pattern}$")
_BEHIND_LABEL = frozenset({"", *" 、,\n", *_CLOSING})


def _first(text: str, at: int) -> Span | None:
    end = next(_counted_ends(text, at), None)
    return Span(at, end) if end else None


def _closed(text: str, at: int) -> Span | None:
    end = next((end for end in _counted_ends(text, at) if text.startswith(tuple(_CLOSING), end)), None)
    return Span(at, end) if end and text[at:end] not in _SPANS_OF_TIME else None


_SPANS_OF_TIME = frozenset({"年間", "月間"})
"""In a bracket these say when something is counted, not in what."""


def _counted_ends(text: str, at: int) -> Iterator[int]:
    """Yield where a unit may end that may be counted in thousands: 千人, 百万円."""
    yield from _composite_ends(text, at)
    if magnitude := _MAGNITUDE.match(text, at):
        yield from _composite_ends(text, magnitude.end())


def _composite_ends(text: str, at: int) -> Iterator[int]:
    """Yield where a unit with what it is counted per may end, longest first: 円/千人, g/人・日."""
    for end in _word_ends(text, at):
        if per := _PER_SO_MANY.match(text, end):
            for start in dict.fromkeys((per.end(), end + 1)):
                for second in _word_ends(text, start):
                    if text.startswith("・", second):
                        yield from _word_ends(text, second + 1)
                    yield second
        yield end


def _word_ends(text: str, at: int) -> Iterator[int]:
    """Yield where the units of the table that stand at a place end, longest first."""
    for length in _LENGTHS.get(text[at : at + 1], ()):
        unit = text[at : at + length]
        if len(unit) == length and unit in UNITS and not _goes_on(unit, text[at + length : at + length + 1]):
            yield at + length


def _goes_on(unit: str, following: str) -> bool:
    if not following:
        return False
    return following in UNITS[unit].not_before or bool(_LATIN_END.match(unit[-1]) and _LATIN_END.match(following))
