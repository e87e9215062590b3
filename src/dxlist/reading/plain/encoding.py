"""``detect_encoding``: bytes -> the encoding that a strict decode of all of them proves.

The order, measured on lists of Japanese governments: byte-order mark, escapes of ISO-2022-JP, strict UTF-8, then what
chardet proposes held against the other encodings that decode strictly. chardet's confidence on short tables is low
(0.03 on valid CP932), so the plausibility of the text decides, and a close call is said. Everything runs in blocks, and
a UTF-8 list is read once.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import UnreadableInputError
from dxlist.model.stages import Encoding
from dxlist.reading.sources import BLOCK
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

_SAVE_AS_CSV = Bilingual(
    "Excelで「CSV UTF-8」として保存し直してください。", 'Save it in Excel as "CSV UTF-8" and give that.'
)
_SIGNATURES: tuple[tuple[bytes, Bilingual, Bilingual], ...] = (
    (
        b"PK\x03\x04",
        Bilingual("Excelブック（.xlsx）などの圧縮ファイルです。", "this is a workbook (.xlsx) or another zip file."),
        _SAVE_AS_CSV,
    ),
    (
        b"\xd0\xcf\x11\xe0",
        Bilingual("古い形式のExcelブック（.xls）などです。", "this is an old workbook (.xls) or the like."),
        _SAVE_AS_CSV,
    ),
    (
        b"%PDF",
        Bilingual("PDFです。", "this is a PDF."),
        Bilingual("表をタブ区切りテキストに書き出してください。", "Export its tables as tab-separated text."),
    ),
)
_TRY_ENCODING = Bilingual(
    "文字コードが分かる場合は --encoding で指定してください。", "Give the encoding with --encoding where it is known."
)
_ESCAPE = re.compile(rb"\x1b(?:\$[@B(]|\([JI])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffe\uffff]")
_HEAD = 65536
_LETTERS_PER_FAILURE = 20
_CHARDET_BYTES = 1 << 20


class Detected(NamedTuple):
    """What one reading of all bytes shows."""

    encoding: Encoding
    sha256: str


def detect_encoding(source: ByteSource, wanted: str | None = None) -> Detected:
    """Return the encoding of ``source`` (or the one ``wanted``), after a strict decode of all of it.

    Raises:
        UnreadableInputError: empty, binary, cut inside a character, or in no encoding that fits.
    """
    blocks = _blocks(source)
    head = next(blocks, b"")
    _refuse(source, head)
    mark = next((name for mark, name in MARKS if head.startswith(mark)), None)
    first = _Trial(source.name, _codec(source, wanted) if wanted else mark or "utf-8")
    digest, escaped = hashlib.sha256(), False
    for block in chain((head,), blocks):
        digest.update(block)
        first.feed(block)
        escaped = escaped or _ESCAPE.search(block) is not None
    first.feed(b"", final=True)
    if wanted or mark:
        encoding = _proved(first, marked=mark is not None)
    elif escaped:
        encoding = _proved(_trials(source, ISO_2022_JP)[0])
    elif b"\x00" in head[:_HEAD]:
        encoding = _proved(_trials(source, ("utf-16-le", "utf-16-be"))[0])
    else:
        encoding = _proved(first) if first.failed_at is None else _eight_bit(source, first)
    return Detected(encoding, digest.hexdigest())


class _Trial:
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
        """1-based line of the first control character: a binary file."""
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
        if self.control is None and (found := _CONTROL.search(text)):
            self.control = self._lines + text.count("\n", 0, found.start())
        self._done, self._lines = self._done + len(block), self._lines + text.count("\n")
        if self.codec != "utf-8" and len(self._sample) < SAMPLE and not text.isascii():
            self._sample += text[:SAMPLE]

    @cached_property
    def plausible(self) -> float:
        """How much the text looks like what governments write, 0 to 1."""
        return plausibility(self._sample)


def _trials(source: ByteSource, names: Iterable[str]) -> list[_Trial]:
    """Return the trials of several codecs, those that decode first, then the more plausible; one pass for all."""
    trials = [_Trial(source.name, name) for name in names]
    for block in _blocks(source):
        for trial in trials:
            trial.feed(block)
    for trial in trials:
        trial.feed(b"", final=True)
    return sorted(trials, key=lambda trial: (trial.failed_at is not None, -trial.plausible))


def _refuse(source: ByteSource, head: bytes) -> None:
    """Raise where the first bytes are of no text."""
    if not head[:_HEAD].strip():
        problem = Bilingual("空のファイルです。", "the file is empty.")
        remedy = Bilingual("一覧のファイルを指定してください。", "Give a file that holds a list.")
        raise UnreadableInputError(source.name, problem, remedy)
    for signature, problem, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise UnreadableInputError(source.name, problem, remedy)


def _blocks(source: ByteSource) -> Iterator[bytes]:
    with source.open() as stream:
        while block := stream.read(BLOCK):
            yield block


def _codec(source: ByteSource, wanted: str) -> str:
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except LookupError:
        problem = Bilingual(f"文字コード「{wanted}」は知られていません。", f'the encoding "{wanted}" is not known.')
        remedy = Bilingual(
            "例: utf-8, cp932, euc-jp, iso-2022-jp, utf-16", "Try utf-8, cp932, euc-jp, iso-2022-jp, utf-16."
        )
        raise UnreadableInputError(source.name, problem, remedy) from None
    return SUPERSETS.get(name, name)


def _eight_bit(source: ByteSource, utf_8: _Trial) -> Encoding:
    """Choose between CP932 and EUC-JP; say that UTF-8 is broken where that is what the bytes are."""
    names = dict.fromkeys((*_proposed(source), "cp932", "euc_jis_2004"))
    trials = _trials(source, names)
    best, *others = [t for t in trials if t.failed_at is None and t.control is None] or [utf_8]
    if best is utf_8 or _is_broken_utf_8(source, best):
        raise _undecodable(max((utf_8, *trials), key=lambda t: t.failed_at or 0))
    rivals = [t.codec for t in others if best.plausible - t.plausible < CLOSE_CALL]
    return _proved(best, rival=next(iter(rivals), None))


def _proposed(source: ByteSource) -> list[str]:
    """Return what chardet makes of the blocks that are not plain ASCII."""
    from chardet.detector import UniversalDetector  # noqa: PLC0415 - 0.1 s that UTF-8 need not pay

    published_in = ("cp932", "euc_jis_2004", "utf-16-le", "utf-16-be", "shift_jis_2004", "utf-8")
    detector = UniversalDetector(max_bytes=_CHARDET_BYTES, include_encodings=published_in, no_match_encoding="cp932")
    for block in _blocks(source):
        if not block.isascii():
            detector.feed(block)
    name = detector.close()["encoding"]
    return [SUPERSETS.get(codecs.lookup(name).name, codecs.lookup(name).name)] if name else []


def _is_broken_utf_8(source: ByteSource, best: _Trial) -> bool:
    """Return whether the bytes are UTF-8 but for a few: then no other decoding may pass for the text."""
    with source.open() as stream:
        data = stream.read(BLOCK)
    text = data.decode("utf-8", errors="replace")
    wide = sum(map(str.isalpha, text)) - sum(c.isascii() and c.isalpha() for c in text)
    return wide > _LETTERS_PER_FAILURE * text.count("\ufffd") and plausibility(text) > best.plausible


def _proved(trial: _Trial, *, marked: bool = False, rival: str | None = None) -> Encoding:
    """Return the encoding of a trial that decoded everything to text; else raise."""
    if trial.failed_at is not None:
        raise _undecodable(trial)
    if trial.control is not None:
        place = f"{trial.name}:{trial.control}"
        problem = Bilingual(
            "テキストではなくバイナリーファイルのようです（制御文字があります）。",
            "this looks binary (it holds control characters).",
        )
        raise UnreadableInputError(place, problem, _TRY_ENCODING)
    return Encoding(trial.codec, marked, rival)


def _undecodable(trial: _Trial) -> UnreadableInputError:
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


SAMPLE = 1 << 20
"""Characters beyond ASCII that are enough for a judgement."""

# Kana, the punctuation and full-width forms of print, and the kanji of JIS level 1 and 2 alike; what a wrong codec
# makes of Japanese is half-width kana, private use, and letters of other scripts between them.
_COMMON = re.compile(
    r"[\u3000-\u303f\u3041-\u30ff\uff01-\uff5e\u2010-\u203b\u2190-\u21ff\u2460-\u24ff\u2500-\u25ff×÷±°]"
)
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LEVEL_TWO_LEAD = 0x98


def plausibility(text: str) -> float:
    """Return 0 (no Japanese prose) to 1 for the characters of ``text`` beyond ASCII.

    Kana and punctuation count whole, kanji of JIS level 1 too, rarer kanji a quarter, half-width kana a fifth
    (governments do publish it), everything else nothing.
    """
    sample = "".join(_BEYOND_ASCII.findall(text))[:SAMPLE]
    if not sample:
        return 1.0
    kanji = _KANJI.findall(sample)
    common = len(_COMMON.findall(sample))
    frequent = sum(map(_is_level_one, set(kanji)))
    share_frequent = frequent / max(len(set(kanji)), 1)
    half_width = len(_HALF_WIDTH_KANA.findall(sample))
    weight = common + len(kanji) * (0.25 + 0.75 * share_frequent) + 0.2 * half_width
    return weight / len(sample)


def _is_level_one(kanji: str) -> bool:
    try:
        return kanji.encode("cp932")[0] < _LEVEL_TWO_LEAD
    except UnicodeEncodeError:
        return False
