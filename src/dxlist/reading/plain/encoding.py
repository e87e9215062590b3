"""``detect_encoding``: bytes -> the encoding that a strict decode of all of them proves.

The order, measured on lists of Japanese governments: byte-order mark, escapes of ISO-2022-JP, strict UTF-8, then what
chardet proposes held against the other encodings that decode strictly. chardet's confidence on short tables is low
(0.03 on valid CP932), so the plausibility of the text decides, and a close call is said. Everything runs in blocks, and
a UTF-8 list is read once.

A control character in a text makes it no other encoding: NUL is one of UTF-16 only where UTF-16 reads the text better.
Where no encoding reads all of it, or one does that leaves letters nobody can read, it may be two: ``stretches``.
"""

from __future__ import annotations

import codecs
import hashlib
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import UnreadableInputError
from dxlist.model.stages import Encoding
from dxlist.reading.plain.binaries import refuse_binary
from dxlist.reading.plain.plausibility import plausibility
from dxlist.reading.plain.stretches import encoding_of, find_stretches
from dxlist.reading.plain.trial import Trial, blocks_of, trials_of
from dxlist.reading.sources import BLOCK
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from dxlist.reading.sources import ByteSource

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; UTF-32 before UTF-16, whose mark it begins with."""

ISO_2022_JP = ("iso2022_jp_2004", "iso2022_jp_ext", "iso2022_jp_2")
"""Codecs of ISO-2022-JP, the widest first."""

SUPERSETS = {
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jp": "euc_jis_2004",
    "iso2022_jp": "iso2022_jp_2004",
    "utf-8-sig": "utf-8",
}
"""Codec as asked for -> the one that also reads what publishers add to it."""

CLOSE_CALL = 0.05
"""Two encodings whose plausibility differs by less are a close call."""

_TRY_ENCODING = Bilingual(
    "文字コードが分かる場合は --encoding で指定してください。", "Give the encoding with --encoding where it is known."
)
_ESCAPE = regex(rb"\x1b(?:\$[@B(]|\([JI])")
# Letters of one encoding in a row that no text of another one holds: kana, kanji and full-width forms of UTF-8; of
# EUC-JP, whose kana are half-width ones between dots where CP932 reads them.
_RUN_OF_UTF_8 = regex(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){4}")
_RUN_OF_EUC = regex(rb"(?:[\xa4\xa5][\xa1-\xf6]){2}")
_LETTERS_PER_FAILURE = 20
_CHARDET_BYTES = 1 << 20


class Detected(NamedTuple):
    """What one reading of all bytes shows."""

    encoding: Encoding
    sha256: str


class _Look:
    """One pass over all bytes: their digest, a trial of one codec, and what other encodings would show."""

    def __init__(self, source: ByteSource, codec: str) -> None:
        self.trial = Trial(source.name, codec)
        self.escaped = False
        self.has_nul = False
        self.has_utf_8 = False
        self.has_euc = False
        """Letters of EUC-JP stand there, and what was tried does not read it all."""
        self._digest = hashlib.sha256()

    def feed(self, block: bytes) -> None:
        """Look at a further block."""
        self._digest.update(block)
        self.trial.feed(block)
        self.escaped = self.escaped or _ESCAPE.search(block) is not None
        self.has_nul = self.has_nul or b"\x00" in block
        self.has_utf_8 = self.has_utf_8 or _RUN_OF_UTF_8.search(block) is not None
        if self.trial.failed_at is not None:
            self.has_euc = self.has_euc or _RUN_OF_EUC.search(block) is not None

    def end(self) -> str:
        """Return the digest, once all blocks were seen."""
        self.trial.feed(b"", final=True)
        return self._digest.hexdigest()


def detect_encoding(source: ByteSource, wanted: str | None = None) -> Detected:
    """Return the encoding of ``source`` (or the one ``wanted``), after a strict decode of all of it.

    Raises:
        UnreadableInputError: empty, binary, cut inside a character, or in no encoding that fits.
    """
    blocks = blocks_of(source)
    head = next(blocks, b"")
    refuse_binary(source, head)
    mark = next((name for mark, name in MARKS if head.startswith(mark) and _begins_in(head, name)), None)
    codec = _codec(source, wanted) if wanted else mark
    look = _Look(source, codec or "utf-8")
    for block in chain((head,), blocks):
        look.feed(block)
    sha256 = look.end()
    encoding = _known(source, look, marked=mark is not None) if codec else _unknown(source, look)
    return Detected(encoding, sha256)


def _begins_in(head: bytes, name: str) -> bool:
    """Return whether first bytes are in UTF-32, where their mark says so: that of UTF-16 and a NUL look the same."""
    if not name.startswith("utf-32"):
        return True
    try:
        head[: len(head) // 4 * 4].decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _known(source: ByteSource, look: _Look, *, marked: bool) -> Encoding:
    """Return the encoding that was asked for, or that the byte-order mark says."""
    codec = look.trial.codec
    trial = look.trial
    if trial.failed_at is not None or trial.is_strange or (look.has_utf_8 and codec in _EIGHT_BIT):
        stretches = find_stretches(source, codec)
        if stretches:
            return encoding_of(stretches, marked=marked)
    return _proved(trial, marked=marked)


def _unknown(source: ByteSource, look: _Look) -> Encoding:
    """Return the encoding of bytes without a mark."""
    if look.escaped and (found := trials_of(source, ISO_2022_JP)[0]).is_text:
        return _proved(found)
    utf_8 = look.trial
    wide = _wide(source, utf_8) if look.has_nul else None
    if wide and not wide.is_strange:
        return _proved(wide)
    if not wide and utf_8.failed_at is None:
        return _proved(utf_8)
    if wide or look.has_utf_8 or look.has_nul:
        stretches = find_stretches(source, wide.codec if wide else None)
        if stretches:
            return encoding_of(stretches)
    return _proved(wide) if wide else _eight_bit(source, look)


def _wide(source: ByteSource, utf_8: Trial) -> Trial | None:
    """Return UTF-16 where it reads bytes with NUL among them better than an encoding of eight bits."""
    if utf_8.is_text and not utf_8.is_ascii:
        return None
    wide = trials_of(source, _WIDE)[0]
    if not wide.is_text or wide.plausible < _HARDLY:
        return None
    if wide.plausible > _SURELY and not wide.is_strange:
        return wide
    eight_bit = trials_of(source, _EIGHT_BIT)[0]
    return None if eight_bit.is_text and eight_bit.plausible > wide.plausible else wide


_HARDLY, _SURELY = 0.5, 0.9
_WIDE = ("utf-16-le", "utf-16-be")
_EIGHT_BIT = ("cp932", "euc_jis_2004")


def _codec(source: ByteSource, wanted: str) -> str:
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except LookupError:
        shown = shortened(wanted)
        problem = Bilingual(f"文字コード「{shown}」は知られていません。", f'the encoding "{shown}" is not known.')
        remedy = Bilingual(
            "例: utf-8, cp932, euc-jp, iso-2022-jp, utf-16", "Try utf-8, cp932, euc-jp, iso-2022-jp, utf-16."
        )
        raise UnreadableInputError(source.name, problem, remedy) from None
    return SUPERSETS.get(name, name)


def _eight_bit(source: ByteSource, look: _Look) -> Encoding:
    """Choose between CP932 and EUC-JP; say that UTF-8 is broken where that is what the bytes are."""
    utf_8 = look.trial
    names = dict.fromkeys((*_proposed(source), *_EIGHT_BIT))
    trials = trials_of(source, names)
    best, *others = [t for t in trials if t.is_text] or [utf_8]
    may_change = best is utf_8 or (look.has_euc and best.codec != "euc_jis_2004")
    if may_change and (stretches := find_stretches(source)):
        return encoding_of(stretches)
    if best is utf_8 or _is_broken_utf_8(source, best):
        raise _undecodable(max((utf_8, *trials), key=lambda t: t.failed_at or 0))
    rivals = [t.codec for t in others if best.plausible - t.plausible < CLOSE_CALL]
    return _proved(best, rival=next(iter(rivals), None))


def _proposed(source: ByteSource) -> list[str]:
    """Return what chardet makes of the blocks that are not plain ASCII."""
    from chardet.detector import UniversalDetector  # noqa: PLC0415 - 0.1 s that UTF-8 need not pay

    published_in = ("cp932", "euc_jis_2004", "utf-16-le", "utf-16-be", "shift_jis_2004", "utf-8")
    detector = UniversalDetector(max_bytes=_CHARDET_BYTES, include_encodings=published_in, no_match_encoding="cp932")
    for block in blocks_of(source):
        if not block.isascii():
            detector.feed(block)
    name = detector.close()["encoding"]
    return [SUPERSETS.get(codecs.lookup(name).name, codecs.lookup(name).name)] if name else []


def _is_broken_utf_8(source: ByteSource, best: Trial) -> bool:
    """Return whether the bytes are UTF-8 but for a few: then no other decoding may pass for the text."""
    with source.open() as stream:
        data = stream.read(BLOCK)
    text = data.decode("utf-8", errors="replace")
    wide = sum(map(str.isalpha, text)) - sum(c.isascii() and c.isalpha() for c in text)
    return wide > _LETTERS_PER_FAILURE * text.count("\ufffd") and plausibility(text) > best.plausible


def _proved(trial: Trial, *, marked: bool = False, rival: str | None = None) -> Encoding:
    """Return the encoding of a trial that decoded everything to text; else raise."""
    if trial.failed_at is not None:
        raise _undecodable(trial)
    if trial.is_binary:
        raise _binary(trial)
    return Encoding(trial.codec, marked, rival)


def _binary(trial: Trial) -> UnreadableInputError:
    problem = Bilingual(
        "テキストではなくバイナリーファイルのようです（制御文字が全体にあります）。",
        "this looks binary (control characters stand all over it).",
    )
    return UnreadableInputError(f"{trial.name}:{trial.control}", problem, _GIVE_TEXT)


_GIVE_TEXT = Bilingual("一覧をテキスト（CSVやTSV）で指定してください。", "Give the list as text: CSV or TSV.")


def _undecodable(trial: Trial) -> UnreadableInputError:
    if trial.is_binary:
        return _binary(trial)
    byte = (trial.failed_at or 0) + 1
    place = f"{trial.name}:{trial.line}"
    if trial.at_end:
        problem = Bilingual(
            f"{byte}バイト目で文字の途中で切れています（{trial.codec}）。",
            f"the file ends inside a character at byte {byte} ({trial.codec}).",
        )
        remedy = Bilingual("元のファイルを取り直してください。", "Fetch the file again: it was cut.")
        return UnreadableInputError(place, problem, remedy)
    problem = Bilingual(
        f"{byte}バイト目が {trial.codec} として読めません。UTF-8、CP932、EUC-JP を試しました。",
        f"byte {byte} is not {trial.codec}; UTF-8, CP932 and EUC-JP were tried.",
    )
    return UnreadableInputError(place, problem, _TRY_ENCODING)
