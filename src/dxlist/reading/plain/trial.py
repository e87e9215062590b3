"""``Trial``: one strict decode of a whole source: where it fails, how the text looks, whether it is a text at all."""

from __future__ import annotations

import codecs
from functools import cached_property
from typing import TYPE_CHECKING

from dxlist.reading.plain.plausibility import SAMPLE, plausibility
from dxlist.reading.sources import BLOCK
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.reading.sources import ByteSource

# A text has none of these but tabs and line ends; U+FFFE and U+FFFF are no characters at all.
CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# From Armenian to Georgian, Braille, Glagolitic, Yi, Hangul, private use.
STRANGE = regex(r"[\u0530-\u1dff\u2800-\u28ff\u2c00-\u2dff\ua000-\ud7ff\ue000-\uf8ff]")
_CONTROLS = regex(rf"({CONTROL.pattern})\1*")
_FEWEST_PER_RUN = 5
"""A text has more characters than this for each run of one control; padding is one run, however long."""

_FEWEST_PER_STRANGE = 20


class Trial:
    """One strict decode of a whole source, block by block: where it fails, and how the text looks."""

    def __init__(self, name: str, codec: str) -> None:
        self.name = name
        self.codec = codec
        self.failed_at: int | None = None
        """0-based byte of the first failure."""
        self.line = 0
        """1-based line of the failure."""
        self.at_end = False
        """The bytes end inside a character."""
        self.control: int | None = None
        """1-based line of the first control character, or of the first letter that stands in no list."""
        self.is_ascii = True
        self._strange = 0
        """Characters of scripts that stand in no list, as UTF-16 makes them of bytes of another encoding."""
        self._runs, self._characters = 0, 0
        self._decoder = codecs.getincrementaldecoder(codec)(errors="strict")
        self._done, self._lines, self._sample = 0, 1, ""

    def feed(self, block: bytes, *, final: bool = False) -> None:
        """Decode a further block; after a failure, nothing."""
        if self.failed_at is not None:
            return
        held = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(block, final=final)
        except UnicodeDecodeError as error:
            self.failed_at = self._done - held + error.start
            self.line = self._lines + error.object[: error.start].count(b"\n")
            self.at_end = final or "unexpected end" in error.reason
            return
        except UnicodeError:  # UTF-16 or UTF-32 that does not say which half of a letter comes first
            self.failed_at, self.line = self._done, self._lines
            return
        self._look_for_controls(text)
        self.is_ascii = self.is_ascii and text.isascii()
        if self.codec.startswith("utf-16") and (found := STRANGE.search(text)):
            self._strange += sum(1 for _ in STRANGE.finditer(text))
            self.control = self.control or self._lines + text.count("\n", 0, found.start())
        self._done, self._lines = self._done + len(block), self._lines + text.count("\n")
        if self.codec != "utf-8" and len(self._sample) < SAMPLE and not text.isascii():
            self._sample += text[:SAMPLE]

    def _look_for_controls(self, text: str) -> None:
        self._characters += len(text)
        if found := CONTROL.search(text):
            if self.control is None:
                self.control = self._lines + text.count("\n", 0, found.start())
            self._runs += sum(1 for _ in _CONTROLS.finditer(text))

    @property
    def is_text(self) -> bool:
        """Return whether all of it was decoded, and to characters that people read, but for a few controls."""
        return self.failed_at is None and not self.is_binary

    @property
    def is_strange(self) -> bool:
        """Return whether UTF-16 reads characters of scripts that stand in no list."""
        return self._strange > 0

    @property
    def is_binary(self) -> bool:
        """Return whether controls, or letters of no list, stand everywhere in what was decoded."""
        return max(self._runs * _FEWEST_PER_RUN, self._strange * _FEWEST_PER_STRANGE) > self._characters

    @cached_property
    def plausible(self) -> float:
        """How much the text looks like what governments write, 0 to 1."""
        return plausibility(self._sample)


def trials_of(source: ByteSource, names: Iterable[str]) -> list[Trial]:
    """Return the trials of several codecs, those that decode first, then the more plausible; one pass for all."""
    trials = [Trial(source.name, name) for name in names]
    for block in blocks_of(source):
        for trial in trials:
            trial.feed(block)
    for trial in trials:
        trial.feed(b"", final=True)
    return sorted(trials, key=lambda trial: (trial.failed_at is not None, -trial.plausible))


def blocks_of(source: ByteSource) -> Iterator[bytes]:
    """Yield the bytes of a source, a block at a time."""
    with source.open() as stream:
        while block := stream.read(BLOCK):
            yield block
