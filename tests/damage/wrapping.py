"""Lines of a printed column: a text is broken at the column's width, and the reader's text is told beside it.

Widths count a full-width letter as two. A break after 。 or before ・ ① ※ reads as wanted, so it stays in the
reader's text; every other line end is mended.
"""

from itertools import pairwise

from tests.damage.sentences import BREAK, CIRCLED

_NOT_AT_HEAD = frozenset("、。，．・：；？！）」』】〉》ーァィゥェォッャュョヮヵヶ々〃)］,.:%％")
_NOT_AT_TAIL = frozenset("（「『【〈《(［")
_MARKS = frozenset("・※" + CIRCLED)
_UNIT_ENDS = frozenset("部局課室所庁班係署館校院会ター公")


def letter_width(letter: str) -> int:
    """1 for ASCII, 2 for all else."""
    return 1 if letter < "\x7f" else 2


def text_width(text: str) -> int:
    """Width of a text in half-width units."""
    return sum(map(letter_width, text))


def is_wanted_break(before: str, after: str) -> bool:
    """Would a reader keep a break between these two lines?"""
    return before.endswith("。") or after[:1] in _MARKS


def _settle(text: str, start: int, end: int) -> int:
    """Move a break back until no line begins or ends with a mark that may not stand there."""
    cut = end
    while cut - start > 2 and (text[cut] in _NOT_AT_HEAD or text[cut - 1] in _NOT_AT_TAIL or text[cut] in _MARKS):
        cut -= 1
    return cut if cut - start > 2 else end


def _fill_line(text: str, start: int, width: int) -> int:
    """Index of the first letter that no longer fits."""
    used, index = 0, start
    while index < len(text) and used + letter_width(text[index]) <= width:
        used += letter_width(text[index])
        index += 1
    return index


def break_lines(text: str, width: int, indent: int = 0) -> list[str]:
    """Break one paragraph at the width; the first line is shorter by the indent."""
    lines: list[str] = []
    start, room = 0, width - indent
    while True:
        end = _fill_line(text, start, room)
        if end >= len(text):
            return [*lines, text[start:]]
        cut = _settle(text, start, max(end, start + 1))
        lines.append(text[start:cut])
        start, room = cut, width


def _drop_doubtful_blanks(text: str, width: int) -> str:
    """Take out blanks of the author that stand near the end of a printed line, where they would read as line ends.

    A blank stays where its line is so short that the next letters would have fitted, and where the cell has
    more lines than two to show the width.
    """
    while " " in text:
        lines = break_lines(text, width)
        doubtful = _doubtful_blank(lines, width)
        if doubtful < 0:
            return text
        text = text[:doubtful] + text[doubtful + 1 :]
    return text


def _doubtful_blank(lines: list[str], width: int) -> int:
    """Place of the first blank that cannot be told from a line end, or -1."""
    offset = 0
    for line in lines:
        at = line.find(" ")
        while at >= 0:
            if len(lines) < 3 or at == 0 or text_width(line[:at]) > 0.55 * width or text_width(line[at:]) < 5:
                return offset + at
            at = line.find(" ", at + 1)
        offset += len(line)
    return -1


def join_lines(lines: list[str], joiner: str) -> tuple[str, str]:
    """The printed text and the reader's text of a cell's lines."""
    want = lines[0]
    for before, after in pairwise(lines):
        want += (joiner if is_wanted_break(before, after) else "") + after
    return joiner.join(lines), want


def wrap_text(text: str, width: int, joiner: str, indent: int = 0) -> tuple[str, str]:
    """Print a text in a column of this width: what stands on paper, and what a reader makes of it."""
    lines: list[str] = []
    for paragraph in text.split(BREAK):
        kept = paragraph if joiner == "\n" else _drop_doubtful_blanks(paragraph, width)
        lines += break_lines(kept, width, 0 if lines else indent)
    return join_lines(lines, joiner)


def flat_text(text: str, gap: str) -> tuple[str, str]:
    """Print a text on a page that does not wrap: only the author's own breaks come out, as the gap."""
    flat = text.replace(BREAK, gap)
    return flat, flat


def wrap_unit(unit: str, width: int) -> list[str]:
    """Break the name of one unit of an office, never where the first part would read as a unit of its own."""
    lines = break_lines(unit, width)
    if any(line[-1] in _UNIT_ENDS or len(line) < 2 for line in lines[:-1]):
        return [unit]
    return lines
