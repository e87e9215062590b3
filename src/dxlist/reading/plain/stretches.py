"""``find_stretches``: bytes in two encodings -> where each begins, so that what is written in each can be read.

Files are put behind each other with ``cat`` or ``copy``, rows are added by a program that writes in another encoding
(PowerShell's ``>>`` writes UTF-16).  Each line is in one encoding; which one, its own letters say, or its neighbours'.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import UnreadableInputError
from dxlist.model.stages import Encoding, EncodingChange
from dxlist.reading.plain.plausibility import plausibility
from dxlist.reading.plain.trial import STRANGE
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from dxlist.reading.sources import ByteSource

_OF_LINES = ("utf-8", "cp932", "euc_jis_2004")
"""Encodings whose lines end in the same byte, the likelier first."""
_WIDE = ("utf-16-le", "utf-16-be")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SURE = 0.3
"""What it counts for a line that it is UTF-8: no other text is so by chance."""
_PLAUSIBLE, _CLEARLY = 0.7, 0.2
"""What a line must look like, and by how much more than in another encoding, to say what it is in."""
_TAILS = (30, 31, 32)
"""Bytes of the end of a line by which its encoding can be told; one of them begins with a letter."""
_LINE = regex(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE_END = regex(r"\r\n|\r|\n")
_UTF_8 = regex(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2}")


class Stretch(NamedTuple):
    """Lines in one encoding."""

    line: int
    """1-based."""
    start: int
    """0-based byte of the file."""
    codec: str


def encoding_of(stretches: list[Stretch], *, marked: bool = False) -> Encoding:
    """Return the encoding of a text that goes on in another one."""
    changes = (EncodingChange(one.line, one.start + 1, one.codec) for one in stretches[1:])
    return Encoding(stretches[0].codec, marked, changes=tuple(changes))


def find_stretches(source: ByteSource, codec: str | None = None) -> list[Stretch]:
    """Return the stretches of a source whose text goes on in another encoding, in order; else nothing.

    Args:
        source: all of it is held in memory.
        codec: of its beginning, where that is known.

    Raises:
        UnreadableInputError: the two meet within a line, which can be read in neither.
    """
    if codec not in {*_OF_LINES, *_WIDE, None}:
        return []
    with source.open() as stream:
        reader = _Bytes(source.name, stream.read())
    return reader.stretches if reader.read(codec) and len(reader.stretches) > 1 else []


class _Bytes:
    """The bytes of a source, a line or a stretch of UTF-16 at a time."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._data = data
        self._at, self._line = 0, 1
        self.stretches: list[Stretch] = []

    def read(self, codec: str | None) -> bool:
        """Find the stretches; return whether every line is in an encoding that is known."""
        if codec and codec in _WIDE and self._end_of_wide(codec):
            self._take_wide(codec)
        while self._at < len(self._data):
            line = self._data[self._at : self._line_end()]
            if wide := self._wide_of(line):
                self._take_wide(wide)
            elif not self._take_line(line):
                return False
        return True

    def _line_end(self) -> int:
        found = _LINE.match(self._data, self._at)
        return found.end() if found else len(self._data)

    @property
    def _codec(self) -> str | None:
        return self.stretches[-1].codec if self.stretches else None

    def _begin(self, codec: str) -> None:
        """Begin a stretch here; lines of plain ASCII before the first one are in its encoding too."""
        place = (self._line, self._at) if self.stretches else (1, 0)
        self.stretches.append(Stretch(*place, codec))

    def _take_line(self, line: bytes) -> bool:
        """Take a line of an encoding of eight bits; return whether there is one that reads it."""
        said = _said(line)
        if not said and not line.isascii() and (self._codec in _WIDE or _decoded(line, self._codec) is None):
            texts = ((codec, _decoded(line, codec)) for codec in _OF_LINES)
            said = next((codec for codec, text in texts if text and plausibility(text) >= _PLAUSIBLE), None)
            self._refuse_meeting(line)
            if not said or (self._codec in _WIDE and b"\0" in line):
                return False
        if said and said != self._codec:
            self._begin(said)
        self._at += len(line)
        self._line += 1
        return True

    def _wide_of(self, line: bytes) -> str | None:
        """Return which UTF-16 begins with a line: its mark or the zeros of its letters show it."""
        for mark, codec in _MARKS:
            if line.startswith(mark):
                return codec
            if mark in line and self._codec in _OF_LINES and _decoded(line[: line.index(mark)], self._codec):
                raise self._meeting(self._codec or "", codec, line.index(mark))
        beyond = self._data[self._at : self._at + len(line) + 1]  # the zero of a line end may stand behind it
        if b"\0" not in beyond and _decoded(line, self._codec or "utf-8") is not None:
            return None
        for codec in _WIDE:
            text = _decoded(self._data[self._at : self._end_of_wide(codec)], codec)
            if text and "\0" not in text and plausibility(text) >= _PLAUSIBLE:
                return codec
        return None

    def _end_of_wide(self, codec: str) -> int:
        """Return where UTF-16 that begins here ends: with the first line that it does not read, or only strangely."""
        at, line_end = self._at, "\n".encode(codec)
        while at < len(self._data):
            end = self._data.find(line_end, at)
            while end >= 0 and (end - at) % 2:
                end = self._data.find(line_end, end + 1)
            end = end + 2 if end >= 0 else len(self._data)
            text = _decoded(self._data[at:end], codec)
            if text is None or not _is_plausible(text):
                break
            at = end
        return at

    def _take_wide(self, codec: str) -> None:
        end = self._end_of_wide(codec)
        text = _decoded(self._data[self._at : end], codec)
        if not text:
            raise self._meeting(codec, None)
        self._begin(codec)
        self._at = end
        self._line += len(_LINE_END.findall(text))

    def _refuse_meeting(self, line: bytes) -> None:
        """Raise where a line that nothing reads is in one encoding up to a byte, and in another from there."""
        starts = [found.start() for found in _UTF_8.finditer(line)]
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            starts = [error.start, *starts]
        if self._codec in _WIDE and (second := next(filter(None, (_said(line[-size:]) for size in _TAILS)), None)):
            raise self._meeting(self._codec or "", second)
        for start in starts:
            first, second = _said(line[:start]), _said(line[start:])
            if first and second and first != second:
                raise self._meeting(first, second, start)

    def _meeting(self, first: str, second: str | None, at: int = 0) -> UnreadableInputError:
        """Return the error that two encodings meet within a line: the first, the second, and its 0-based byte."""
        byte = self._at + at + 1
        where = Bilingual(f"{byte}バイト目で", f" at byte {byte}") if at else EMPTY
        to = Bilingual(f" から {second} へ", f" to {second}") if second else Bilingual(" から", "")
        problem = (
            Bilingual("1行の中で文字コードが", "the encoding changes within this line")
            + where
            + Bilingual(f" {first}", f" from {first}")
            + to
            + Bilingual("変わります。", ".")
        )
        return UnreadableInputError(f"{self._name}:{self._line}", problem, _TWO_FILES)


_TWO_FILES = Bilingual(
    "つなげる前の2つのファイルを、それぞれ指定してください。",
    "Give the two files as they were before they were joined.",
)


def _is_plausible(text: str) -> bool:
    """Return whether a line of UTF-16 is one that people write."""
    text = text.removeprefix("\ufeff")
    return not STRANGE.search(text) and (text.isascii() or plausibility(text) >= _PLAUSIBLE)


def _said(line: bytes) -> str | None:
    """Return the encoding that the letters of a line say; None where they do not, as those of ASCII."""
    if line.isascii():
        return None
    if line.startswith(codecs.BOM_UTF8):
        return "utf-8"
    texts = ((codec, _decoded(line, codec)) for codec in _OF_LINES)
    scores = sorted(
        ((plausibility(text) + (_SURE if codec == "utf-8" else 0), codec) for codec, text in texts if text is not None),
        reverse=True,
    )
    if not scores or scores[0][0] < _PLAUSIBLE:
        return None
    return scores[0][1] if len(scores) == 1 or scores[0][0] - scores[1][0] >= _CLEARLY else None


def _decoded(data: bytes, codec: str | None) -> str | None:
    """Return bytes as text where a strict decode gives one."""
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None
